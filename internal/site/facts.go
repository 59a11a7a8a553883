package site

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

// FactKind is a kind of fact that an artefact may depend on.
type FactKind uint8

// The kinds of facts. What a fact's argument names is said beside it.
const (
	// FactSource is all that one source file says: its path.
	FactSource FactKind = iota
	// FactCard is how an entity is shown where it is referred to, or that it
	// does not exist: the reference as links write it, "goal:synergia".
	FactCard
	// FactMentions is who refers to an entity: its reference.
	FactMentions
	// FactRowsOf is the outer goals that a goal answers to: its id.
	FactRowsOf
	// FactChildren is the sub-goals of a goal: its id, "" for the top.
	FactChildren
	// FactAround is what stands before, after, above and below a chapter: its id.
	FactAround
	// FactChaptersOf is the chapters that name a goal: its id.
	FactChaptersOf
	// FactRoles is what a unit does: its id.
	FactRoles
	// FactUnder is the units or documents right below one: its reference.
	FactUnder
	// FactList is which entities of a kind there are, in order: the scheme. The
	// glossary's are its terms.
	FactList
	// FactImplementation is the system of implementation.
	FactImplementation
	// FactDocument is what every page says of the document as a whole.
	FactDocument
	// FactChrome is what pages in the root ("") or one folder below ("../")
	// share: header, footer, the lists of chapters and goals.
	FactChrome
	// FactLayout is a layout with all that it includes: its name.
	FactLayout
	// FactTerms is the terms and abbreviations that the text links.
	FactTerms
	// FactFile is a file copied to the site, or that it does not exist: its path.
	FactFile
	// FactTagged is what carries a tag, "topic:energia", or for "" which tags
	// there are.
	FactTagged
	// FactCover is how much covers a goal, in numbers: its id.
	FactCover
	// FactSearch is the texts of a part of the search: its number.
	FactSearch
	// FactWords is the words that the index lists of such a part: its number.
	FactWords
	// FactVersions is the languages in which there is a text: its reference.
	FactVersions
	// FactTies is which indicators, actions and documents name a goal, unit or
	// document: its reference.
	FactTies
	// FactNewest is the newest year that the site knows of.
	FactNewest
	// FactReviewed is the last day on which the state of an action was looked at.
	FactReviewed
	// FactState is the state of an action, whether it is late, and who leads it: its id.
	FactState
	// FactJudgement is how the progress of an indicator is judged: its id.
	FactJudgement
	// FactStale is since when an indicator lacks newer values: its id.
	FactStale
	// FactYear is what is reported of a year: the year.
	FactYear
	// FactChanges is what changed last.
	FactChanges
	// FactElements is what a law requires of the document and what there is of it.
	FactElements
	// FactStakes is the risks and the money of a goal or document: its reference.
	FactStakes
	// FactPlan is which pages there are.
	FactPlan
	factKinds
)

var factNames = [factKinds]string{
	FactSource: "source", FactCard: "card", FactMentions: "mentions",
	FactRowsOf: "rows-of", FactChildren: "children", FactAround: "around",
	FactChaptersOf: "chapters-of", FactRoles: "roles", FactUnder: "under", FactList: "list",
	FactImplementation: "implementation", FactDocument: "document", FactChrome: "chrome",
	FactLayout: "layout", FactTerms: "terms", FactFile: "file", FactTagged: "tagged", FactCover: "cover", FactSearch: "search", FactWords: "words", FactVersions: "versions", FactTies: "ties", FactNewest: "newest", FactReviewed: "reviewed",
	FactElements: "elements", FactState: "state", FactJudgement: "judgement", FactStale: "stale", FactYear: "year", FactChanges: "changes",
	FactStakes: "stakes", FactPlan: "plan",
}

// String returns the kind's name as records and --why print it.
func (k FactKind) String() string { return factNames[k] }

// FactKinds lists every kind, for the proof that the recorder forgets none.
func FactKinds() []FactKind {
	ks := make([]FactKind, factKinds)
	for i := range ks {
		ks[i] = FactKind(i)
	}
	return ks
}

// FactName names one fact: a kind and what it is about.
type FactName struct {
	Kind FactKind
	Arg  string
}

// String returns "kind argument".
func (n FactName) String() string { return n.Kind.String() + " " + n.Arg }

// ParseFact reads what FactName.String wrote.
func ParseFact(s string) (FactName, bool) {
	name, arg, _ := strings.Cut(s, " ")
	k := slices.Index(factNames[:], name)
	return FactName{FactKind(max(k, 0)), arg}, k >= 0
}

// Sum is a fact's content, hashed.
type Sum [16]byte

// Fact is one fact of a build. Its sum is worked out when it is first needed,
// because in a build from nothing most are needed only at the end.
type Fact struct {
	FactName
	once sync.Once
	sum  Sum
}

// facts is the table of all facts that were asked for in one build.
type facts struct {
	shards [32]struct {
		sync.Mutex
		known map[FactName]*Fact
	}
}

func (t *facts) get(kind FactKind, arg string) *Fact {
	h := uint(kind)
	if n := len(arg); n > 0 {
		h += uint(arg[n-1])*7 + uint(arg[n/2])*3 + uint(n)
	}
	s := &t.shards[h%32]
	s.Lock()
	defer s.Unlock()
	name := FactName{kind, arg}
	f := s.known[name]
	if f == nil {
		if s.known == nil {
			s.known = map[FactName]*Fact{}
		}
		f = &Fact{FactName: name}
		s.known[name] = f
	}
	return f
}

// Recorder hands facts to the making of one artefact and notes which it handed
// out. Absence is a fact too: asking for a goal that does not exist is noted,
// so that the page is made again on the day it appears.
type Recorder struct {
	s       *Site
	facts   []*Fact
	seen    map[*Fact]struct{} // once there are many
	scratch *scratch
}

// scratch is the room in which the bodies of an artefact are put together, used
// for one artefact after another.
type scratch struct{ prose, filled, linked []byte }

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func (r *Recorder) note(kind FactKind, arg string) {
	if r.s.in.Deaf || r.s.forget == kind+1 {
		return
	}
	f := r.s.facts.get(kind, arg)
	if r.seen == nil {
		if slices.Contains(r.facts, f) {
			return
		}
		if r.facts = append(r.facts, f); len(r.facts) > 48 {
			r.seen = make(map[*Fact]struct{}, 128)
			for _, f := range r.facts {
				r.seen[f] = struct{}{}
			}
		}
		return
	}
	if _, known := r.seen[f]; !known {
		r.seen[f] = struct{}{}
		r.facts = append(r.facts, f)
	}
}

// digest collects the parts of a fact's content. Every part is written with its
// length, so that no two contents run together.
type digest struct{ buf []byte }

func (d *digest) add(parts ...string) {
	for _, p := range parts {
		d.buf = binary.AppendUvarint(d.buf, uint64(len(p)))
		d.buf = append(d.buf, p...)
	}
}

func (d *digest) flag(b bool) {
	if b {
		d.buf = append(d.buf, 1)
	} else {
		d.buf = append(d.buf, 0)
	}
}

func (d *digest) sum() Sum {
	full := sha256.Sum256(d.buf)
	return Sum(full[:16])
}
