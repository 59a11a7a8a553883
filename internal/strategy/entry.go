// Package strategy is the typed model of a strategy: the document, its chapters
// and sections, goals, outer documents, units and terms, the references between
// them, and LinkAll, which resolves them all. It knows no Markdown, HTML, URLs,
// files or clock.
//
// An Entry is what one source file says, with holes where it says nothing or
// something broken. Entries are immutable once made; LinkAll builds a Strategy of
// them and tells which references lead nowhere.
package strategy

import "strategia/internal/source"

// Kind says what an entity is. Its Scheme is the word that links use.
type Kind uint8

const (
	KindNone Kind = iota
	KindStrategy
	KindChapter
	KindGoal
	KindDocument
	KindUnit
	KindIndicator
	KindAction
	KindGlossary
	// The kinds below live inside an entry of another kind.
	KindSection      // of a chapter
	KindDocumentGoal // of an outer document
	KindTerm         // of the glossary
)

// Scheme returns the kind's word in links and ids: "goal" in "goal:synergia".
func (k Kind) Scheme() string { return schemes[k] }

var schemes = [...]string{
	KindNone: "", KindStrategy: "strategy", KindChapter: "chapter", KindGoal: "goal",
	KindDocument: "doc", KindUnit: "unit", KindIndicator: "indicator", KindAction: "action", KindGlossary: "glossary",
	KindSection: "sec", KindDocumentGoal: "doc-goal", KindTerm: "term",
}

// KindOf returns the kind whose scheme the word is, KindNone if there is none.
func KindOf(scheme string) Kind {
	for k, s := range schemes {
		if s == scheme && s != "" {
			return Kind(k)
		}
	}
	return KindNone
}

// Ref names an entity by kind and id, and says where in the front matter it was
// written (Key as in source.Span); for a reference in a body Key is "".
type Ref struct {
	Kind Kind
	ID   string
	Key  string
}

// String returns the reference as links write it, "goal:synergia".
func (r Ref) String() string { return r.Kind.Scheme() + ":" + r.ID }

// Entry is what one Markdown file says. The fields before Strategy are common;
// exactly one of the pointers at the end is set, according to Kind.
type Entry struct {
	Kind Kind
	ID   string
	Path string // of the source file

	Number  string // as typed, without a trailing dot: "8", "2.4", "IV"
	Title   string
	Short   string // short title, or ""
	Summary string // in plain language, or ""
	Lang    string // of this text where it differs from the document's, or ""
	// Missing is the reason why the thing is known to exist but its text is
	// not at hand; readers are shown it. "" if nothing is missing.
	Missing string
	// Aliases are former ids: what was published under them leads here.
	Aliases []string
	Tags    []Tag // of chapters and goals, as listed
	// Translates is the entity of the same kind of which this is a translation, or zero.
	Translates Ref
	Acks       []Ack

	Sections []Section // in the order of the text; the headings of the body
	Links    []Link    // in the order of the text
	Anchors  []string  // every id that the body's HTML holds, sorted
	Passages []uint32  // sums of the ids of the body's passages
	Blocks   []Block   // in the order of the text
	Tables   []Table   // in the order of the text
	Words    int       // of the body
	HasBody  bool

	Strategy  *Document
	Chapter   *Chapter
	Goal      *Goal
	Document  *OuterDocument
	Unit      *Unit
	Indicator *Indicator
	Action    *Action
	Glossary  *Glossary
}

// PassagePrefix starts the ids of passages, the paragraphs, items and rows that
// can be cited. A body has far more of them than anchors, so the model keeps only
// their sums; that the place exists is checked in the finished page.
const PassagePrefix = "p-"

// PassageSum is the sum of a passage's id by which the model knows it.
func PassageSum(id string) uint32 {
	sum := uint32(2166136261) // FNV-1a
	for i := range len(id) {
		sum = (sum ^ uint32(id[i])) * 16777619
	}
	return sum
}

// Ref returns the reference to the entry itself.
func (e *Entry) Ref() Ref { return Ref{Kind: e.Kind, ID: e.ID} }

// At returns the place of a front-matter value in the entry's file.
func (e *Entry) At(key string) source.Span { return source.Span{Path: e.Path, Key: key} }

// In returns the place of a stretch of the entry's body.
func (e *Entry) In(start, end int) source.Span {
	return source.Span{Path: e.Path, Start: start, End: end}
}

// Ack acknowledges, in the source and with a reason, that a rule speaks of a
// thing rightly and that it stays so. About is the entity ("goal:synergia") or
// "" for whatever the rule reports in this file.
type Ack struct {
	Rule, About, Reason, Key string
}

// Section is a heading of a body and what stands below it up to the next one.
type Section struct {
	Anchor string // id on the page
	// Number as typed in the heading without its trailing dot, or "".
	Number string
	// Cite is the full number for citations: for "1." below "8.1" it is
	// "8.1 pkt 1"; "" if there is none.
	Cite  string
	Title string // plain text without the number
	// Level counts from 1 for the page's own heading.
	Level   int
	Aliases []string // former anchors
	// Stated says that the author wrote the anchor, so it survives rewording.
	Stated     bool
	Words      int32 // below the heading, up to the next one
	Start, End int   // of the heading in the file, bytes
}

// Link is a link or image in a body.
type Link struct {
	// Kind of what is meant: an entity kind; KindNone for ordinary links.
	Kind Kind
	// Target is the entity's id; for ordinary links the destination as typed
	// without its fragment: a relative path, "" for the page itself, or an
	// absolute URL.
	Target   string
	Fragment string
	// Period is the period of an indicator that the link asks for, as typed
	// ("indicator:ludnosc?year=2023"), or "".
	Period string
	// Text is what the author typed as the link's text, "" for automatic
	// text. It is kept for entity links only.
	Text string
	// Section is the index of the section it stands in, -1 before the first.
	Section    int
	Image      bool
	Start, End int // of the link in the file, bytes
}

// Ref returns what an entity link names.
func (l Link) Ref() Ref { return Ref{Kind: l.Kind, ID: l.Target} }

// Slot writes the link as prose names it in the place of an address,
// "goal:synergia", "doc:zit#3", "indicator:ludnosc?year=2023".
func (l Link) Slot() string {
	s := l.Ref().String()
	if l.Period != "" {
		s += "?year=" + l.Period
	}
	if l.Fragment != "" {
		s += "#" + l.Fragment
	}
	return s
}

// Block is a generated part that the author placed in the text: a fenced code
// block whose language is the block's name.
type Block struct {
	Name       string
	Params     map[string]string
	Section    int
	Start, End int
}

// Table is an author's table in a body. Its cells as CSV travel with the prose.
type Table struct {
	Anchor, Caption string
	Rows, Columns   int
	Start, End      int
}
