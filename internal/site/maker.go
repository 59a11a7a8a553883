package site

import (
	"cmp"
	"html/template"
	"net/url"
	"strings"
	"unsafe"

	"strategia/internal/markdown"
	"strategia/internal/strategy"
)

// maker makes one artefact: a recorder, and where on the site the artefact
// stands, which decides how its links are written.
type maker struct {
	*Recorder
	path, root string
	// shown is set where people read what is made; data has titles as they are typed.
	shown bool
	// whole is set on the page that holds the whole document, where links to
	// what the page itself holds stay on it.
	whole bool
	// lang is the language of such a page where it isn't the document's.
	lang string
	// about is what the page tells machines beside the way to it.
	about []ld
	// linker links the terms of the page's text, each where it is first used.
	linker *termLinker
	// prefix goes before every id of the entry that is being written on the
	// whole page, as two chapters may use one id.
	prefix string
}

func (r *Recorder) at(path string) *maker {
	return &maker{Recorder: r, path: path, root: rootOf(path), shown: strings.HasSuffix(path, ".html")}
}

// word returns a word of the interface, set in print where people read what is
// made. Every layout's fact covers the words.
func (m *maker) word(key string, args ...string) string {
	word := m.s.Words().Get(key, args...)
	if !m.shown {
		return word
	}
	return markdown.Typeset(m.s.doc.lang, word)
}

// source notes that the artefact shows what an entry's file says.
func (r *Recorder) source(e *strategy.Entry) *strategy.Entry {
	r.note(FactSource, e.Path)
	return e
}

// onWhole are the kinds that the page of the whole document holds.
func onWhole(k strategy.Kind) bool {
	return k == strategy.KindChapter || k == strategy.KindGoal || k == strategy.KindDocument || k == strategy.KindGlossary
}

// holds reports whether an entry of such a kind is on the page of the whole
// document in the maker's language.
func (m *maker) holds(e *strategy.Entry) bool {
	if e.Translates.ID == "" {
		return m.lang == ""
	}
	return m.lang != "" && m.version(m.s.s.Original(e)) == e
}

// version is the translation of an original into the maker's language, or nil.
func (m *maker) version(original *strategy.Entry) *strategy.Entry {
	for _, v := range m.s.versions[original] {
		if v != original && m.s.s.LangOf(v) == m.lang {
			return v
		}
	}
	return nil
}

// wholeID returns the id of an entry on the page of the whole document.
func (s *Site) wholeID(e *strategy.Entry) string {
	if e.Kind == strategy.KindGlossary {
		return s.Words().Get("path.glossary")
	}
	return s.Words().Get(folderKinds[e.Kind]) + "-" + e.ID
}

// outerAnchor is the id, on a document's page, of the row of one of its goals.
func (s *Site) outerAnchor(goal string) string { return s.Words().Get("path.goal") + "-" + goal }

// anchor returns the id of the target on its page, or "".
func (s *Site) anchor(t strategy.Target) string {
	switch {
	case t.Section >= 0:
		return t.Entry.Sections[t.Section].Anchor
	case t.Goal >= 0:
		return s.outerAnchor(t.Entry.Document.Goals[t.Goal].ID)
	case t.Term >= 0:
		return t.Entry.Glossary.Terms[t.Term].ID
	}
	return ""
}

// address returns the target's address from the root of the site.
func (s *Site) address(t strategy.Target) string {
	var room [128]byte
	return string(s.appendAddress(room[:0], t))
}

func (s *Site) appendAddress(dst []byte, t strategy.Target) []byte {
	dst = s.appendPagePath(dst, t.Entry.Kind, t.Entry.ID)
	if anchor := s.anchor(t); anchor != "" {
		dst = append(append(dst, '#'), anchor...)
	}
	return dst
}

// href returns how this page links to a target.
func (m *maker) href(t strategy.Target) string {
	var room [128]byte
	return string(m.appendHref(room[:0], t))
}

func (m *maker) appendHref(dst []byte, t strategy.Target) []byte {
	if !m.whole || !onWhole(t.Entry.Kind) || !m.holds(t.Entry) {
		return m.s.appendAddress(append(dst, m.root...), t)
	}
	dst = append(append(dst, '#'), m.s.wholeID(t.Entry)...)
	if anchor := m.s.anchor(t); anchor != "" {
		dst = append(append(dst, '.'), anchor...)
	}
	return dst
}

// find resolves a reference and notes what came of it.
func (m *maker) find(ref strategy.Ref, fragment string) (strategy.Target, bool) {
	if !m.s.in.Deaf {
		m.note(FactCard, cardName(ref, fragment))
	}
	return m.s.s.Find(ref, fragment)
}

// cardName is the argument of a card's fact: "goal:synergia", "doc:zit#3".
func cardName(ref strategy.Ref, fragment string) string {
	if fragment == "" {
		return ref.String()
	}
	return ref.String() + "#" + fragment
}

// card returns how the entity that ref names is shown here.
func (m *maker) card(ref strategy.Ref) (Card, bool) {
	t, ok := m.find(ref, "")
	if !ok {
		return Card{Title: ref.ID}, false
	}
	return m.show(t), true
}

// cardPtr is card for views in which absence is nil; a zero reference is absent.
func (m *maker) cardPtr(ref strategy.Ref) *Card {
	if ref.ID == "" {
		return nil
	}
	if c, ok := m.card(ref); ok {
		return &c
	}
	return nil
}

// cards returns the cards of several references, leaving out what doesn't exist.
func (m *maker) cards(refs []strategy.Ref) []Card {
	var out []Card
	for _, ref := range refs {
		if c, ok := m.card(ref); ok {
			out = append(out, c)
		}
	}
	return out
}

// entryCards returns the cards of entries.
func (m *maker) entryCards(entries []*strategy.Entry) []Card {
	out := make([]Card, 0, len(entries))
	for _, e := range entries {
		if c, ok := m.card(e.Ref()); ok {
			out = append(out, c)
		}
	}
	return out
}

// show makes the card of a target, whose fact is noted already.
func (m *maker) show(t strategy.Target) Card {
	out := m.name(t)
	out.Href = m.href(t)
	if t.Entry.Kind == strategy.KindGoal {
		level, depth := m.s.s.LevelOf(t.Entry)
		out.Level, out.Depth = level.ID, depth
	}
	if programme(t.Entry) && t.Goal < 0 {
		out.Label = m.word("kind.programme")
	}
	if t.Entry.Missing != "" && t.Ref.Kind == t.Entry.Kind {
		out.Note = m.typeset(t.Entry, t.Entry.Missing)
	}
	return out
}

// name makes as much of a card as says what a target is called.
func (m *maker) name(t strategy.Target) Card {
	c := m.s.s.Card(t)
	out := Card{
		Kind: c.Kind.Scheme(), Label: m.s.label(c), Number: c.Number, Title: c.Title, Short: c.Short,
		Missing: c.Missing, Lang: m.foreign(t.Entry),
	}
	if m.shown {
		out.Title, out.Short = cmp.Or(c.Shown, m.typeset(t.Entry, c.Title)), m.typeset(t.Entry, c.Short)
	}
	if out.Title == "" {
		out.Title, out.Lang = m.word("missing"), ""
	}
	return out
}

// typeset returns a text of an entry's front matter as it is set in print.
func (m *maker) typeset(e *strategy.Entry, text string) string {
	if text == "" || !m.shown {
		return text
	}
	return markdown.Typeset(cmp.Or(e.Lang, m.s.doc.lang), text)
}

// stated is typeset of the strategy's own front matter.
func (m *maker) stated(text string) string { return m.typeset(m.s.s.Index, text) }

// programme reports whether an entity is a programme by which the strategy is
// carried out.
func programme(e *strategy.Entry) bool { return e.Document != nil && e.Document.Programme }

// label returns what a thing of the card's kind is called: a goal's level, in
// the site's own words, else the kind.
func (s *Site) label(c strategy.Card) string {
	if c.Level != "" {
		return c.Level
	}
	if key := "kind." + c.Kind.Scheme(); s.Words().Has(key) {
		return s.Words().Get(key)
	}
	return ""
}

// text returns the automatic text of a link: number and title, as the text
// would name the thing. It is all in one language.
func (c Card) text() string {
	switch {
	case c.Lang != "" && c.Number != "":
		return c.Number + ". " + c.Title
	case c.Lang != "":
		return c.Title
	case c.Kind == strategy.KindGoal.Scheme() && c.Number != "":
		return c.Label + " " + c.Number + ". " + c.Title
	case c.Kind == strategy.KindGoal.Scheme():
		return c.Label + ": " + c.Title
	case c.Number != "":
		return c.Number + ". " + c.Title
	}
	return c.Title
}

// mentions returns who refers to ref in a text.
func (m *maker) mentions(ref strategy.Ref) []Mention {
	if !m.s.in.Deaf {
		m.note(FactMentions, ref.String())
	}
	var out []Mention
	for _, at := range m.s.s.Mentions(ref) {
		t := strategy.Target{Ref: at.Entry.Ref(), Entry: at.Entry, Section: at.Section, Goal: -1, Term: -1}
		mention := Mention{Href: m.href(t), Text: m.typeset(at.Entry, m.s.mentionText(t)), Cite: m.s.cite(t)}
		if at.Entry.Kind != strategy.KindStrategy || t.Section >= 0 {
			mention.Lang = m.foreign(at.Entry)
		}
		out = append(out, mention)
	}
	return out
}

// mentionText names a place for somebody who looks from elsewhere.
func (s *Site) mentionText(t strategy.Target) string {
	title := t.Entry.Title
	if t.Entry.Kind == strategy.KindStrategy {
		title = s.Words().Get("title.home")
	}
	page := title
	if t.Section >= 0 {
		sec := t.Entry.Sections[t.Section]
		title = sec.Title
		if sec.Number != "" {
			title = sec.Number + ". " + title
		}
		if sec.Level > 1 && sec.Cite == "" {
			title = page + ": " + title
		}
	} else if t.Entry.Number != "" {
		title = t.Entry.Number + ". " + title
	}
	return title
}

// cite returns how to cite a place within the document: "rozdz. 8.1", or "".
func (s *Site) cite(t strategy.Target) string {
	switch {
	case t.Entry.Kind == strategy.KindChapter && t.Section >= 0 && t.Entry.Sections[t.Section].Cite != "":
		return s.Words().Get("cite.chapter", t.Entry.Sections[t.Section].Cite)
	case t.Entry.Kind == strategy.KindChapter && t.Entry.Number != "":
		return s.Words().Get("cite.chapter", t.Entry.Number)
	case t.Entry.Kind == strategy.KindGoal && t.Entry.Number != "":
		level, _ := s.s.LevelOf(t.Entry)
		return level.Title + " " + t.Entry.Number
	}
	return ""
}

// link makes a Link of a target.
func (m *maker) link(e *strategy.Entry) Link {
	c, _ := m.card(e.Ref())
	return Link{Href: c.Href, Text: c.text(), Lang: c.Lang}
}

func (m *maker) linkPtr(e *strategy.Entry) *Link {
	if e == nil {
		return nil
	}
	l := m.link(e)
	return &l
}

func (m *maker) links(entries []*strategy.Entry) []Link {
	var out []Link
	for _, e := range entries {
		out = append(out, m.link(e))
	}
	return out
}

// escapePath writes a path as a URL: file names may hold spaces and Polish letters.
func escapePath(p string) string {
	parts := strings.Split(p, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}

// safe marks HTML of our own making as finished. The bytes are not copied: they
// must stay as they are while the view is in use.
func safe(b []byte) template.HTML { return template.HTML(unsafe.String(unsafe.SliceData(b), len(b))) }
