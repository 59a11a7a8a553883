package site

import (
	"bytes"
	"html/template"
	"io"
	"iter"
	"slices"
	"strings"

	"strategia/internal/strategy"
)

func toUpper(s string) string { return strings.ToUpper(s) }

// rooted puts root before the relative addresses of the front page's menu.
func rooted(menu, root string) string {
	var keep []string
	for _, attr := range []string{`href="`, `src="`} {
		for _, start := range []string{"http:", "https:", "mailto:", "tel:", "data:", "/", "#"} {
			keep = append(keep, attr+start, attr+start)
		}
		keep = append(keep, attr, attr+root)
	}
	return strings.NewReplacer(keep...).Replace(menu)
}

// wholeView is the whole document on one page, for print and for reading
// without a network. Its parts are made one by one while the page is written.
func (s *Site) wholeView(r *Recorder) any {
	m := r.at(s.single("whole"))
	m.whole = true
	e := m.source(s.s.Index)
	v := WholeView{
		Page: m.singlePage("whole"), Status: s.doc.status, Facts: m.documentTable(),
		Vision: m.statement(e.Strategy.Vision), Mission: m.statement(e.Strategy.Mission),
		Goals: m.branches(nil, ""), Contents: m.wholeContents(), Parts: m.wholeParts(),
		Heads: m.root + headsPath(""),
	}
	heading, body := splitHeading(bytes.Clone(m.body(e)))
	v.Heading, v.Body = safe(heading), safe(body)
	v.Window = v.Title + " – " + s.doc.title
	v.Title, v.Versions = m.typeset(e, s.doc.title), m.wholeVersions()
	return v
}

// wholes plans the page of the whole document and those of what is there of it in
// other languages, with the running heads of each.
func (p *planner) wholes() {
	p.addPage(p.single("whole"), "whole", (*Site).wholeView)
	for _, lang := range append([]string{""}, p.languages...) {
		p.add(headsPath(lang), "", func(s *Site, r *Recorder, w io.Writer) error { return s.writeHeads(r, w, lang) })
	}
	for _, lang := range p.languages {
		p.addPage(p.wholePath(lang), "whole", func(s *Site, r *Recorder) any { return s.translatedView(r, lang) })
	}
}

// translatedView is all that there is of the document in another language.
func (s *Site) translatedView(r *Recorder, lang string) any {
	m := r.at(s.wholePath(lang))
	m.whole, m.lang = true, lang
	name := cmpOr(endonyms[lang], lang)
	p := m.page("whole", m.word("title.whole")+" – "+name, m.path)
	p.Place = m.s.Words().PageName(name)
	p.Cite = m.citation(p.Place, p.Canonical)
	p.Title, p.TextLang, p.Versions = m.typeset(s.s.Index, s.doc.title), lang, m.wholeVersions()
	m.source(s.s.Index)
	return WholeView{Page: p, Status: name, Facts: m.documentTable(), Contents: m.wholeContents(), Parts: m.wholeParts(), Heads: m.root + headsPath(lang)}
}

// wholeContents lists the chapters with the first two tiers of their sections,
// then the goals by level, and the documents.
func (m *maker) wholeContents() template.HTML {
	var out contentsList
	entries := m.wholeEntries()
	for _, e := range entries {
		m.source(e)
		if e.Kind != strategy.KindChapter {
			depth := 0
			if e.Kind == strategy.KindGoal {
				_, depth = m.s.s.LevelOf(e)
			}
			out.add("#"+m.s.wholeID(e), "", m.title(e), m.foreign(e), depth)
			continue
		}
		out.add("#"+m.s.wholeID(e), e.Number, m.partTitle(e), m.foreign(e), 0)
		if len(m.s.s.Chapters) > menuLimit {
			continue
		}
		for _, sec := range e.Sections {
			if sec.Level == 2 {
				out.add("#"+m.s.wholeID(e)+"."+sec.Anchor, sec.Number, m.typeset(e, sec.Title), m.foreign(e), 1)
			}
		}
	}
	return out.html()
}

// partTitle is an entry's title without its number.
func (m *maker) partTitle(e *strategy.Entry) string {
	if e.Title == "" {
		return m.word("missing")
	}
	return e.Shown
}

// wholeEntries are the entries of the whole document in order.
func (m *maker) wholeEntries() []*strategy.Entry {
	var out []*strategy.Entry
	for _, k := range []strategy.Kind{strategy.KindChapter, strategy.KindGoal, strategy.KindDocument, strategy.KindGlossary} {
		for _, e := range m.all(k) {
			if m.lang != "" {
				m.note(FactVersions, e.Ref().String())
				if e = m.version(e); e == nil {
					continue
				}
			}
			out = append(out, e)
		}
	}
	return out
}

// partBody returns the text of a part as it stands on the page of the whole
// document, below that page's own h1: its headings go down by one, the first in
// heading if it is the part's own, and its notes are told from other parts'.
func (m *maker) partBody(e *strategy.Entry) (heading, body []byte) {
	heading, body = splitHeading(m.body(e))
	lower(heading)
	lower(body)
	return heading, nameNotes(body, m.appendForeign(nil, m.title(e), m.s.s.LangOf(e), m.s.doc.lang))
}

// lower makes every heading of finished HTML one of the next lower level, in
// place; h6 stays.
func lower(text []byte) {
	for {
		i := bytes.IndexByte(text, '<')
		if i < 0 || i+3 >= len(text) {
			return
		}
		text = text[i+1:]
		tag := text
		if tag[0] == '/' {
			tag = tag[1:]
		}
		if tag[0] == 'h' && '1' <= tag[1] && tag[1] < '6' {
			tag[1]++
		}
	}
}

// nameNotes adds to the heading of a text's notes whose they are, as HTML: the page
// has a region of notes for each of its parts.
func nameNotes(body, title []byte) []byte {
	i := bytes.LastIndex(body, []byte(`<section class="footnotes"`))
	if i < 0 {
		return body
	}
	end := bytes.Index(body[i:], []byte("</h"))
	if end < 0 {
		return body
	}
	return slices.Insert(body, i+end, append([]byte(": "), title...)...)
}

func (m *maker) wholeParts() iter.Seq[WholePart] {
	return func(yield func(WholePart) bool) {
		last := strategy.KindNone
		for _, e := range m.wholeEntries() {
			m.prefix = m.s.wholeID(e) + "."
			heading, body := m.partBody(e)
			part := WholePart{
				ID: m.s.wholeID(e), Title: m.title(e), Number: e.Number, Heading: safe(heading),
				Lang: m.foreign(e), Missing: m.typeset(e, e.Missing), Body: safe(body), Break: e.Kind == strategy.KindChapter || e.Kind != last,
			}
			last = e.Kind
			switch e.Kind {
			case strategy.KindDocument:
				part.Table = m.documentTableOf(e)
			case strategy.KindGlossary:
				part.Title = m.word("title.glossary")
				part.Terms = m.termItems()
			}
			if !yield(part) {
				return
			}
		}
	}
}
