package site

import (
	"iter"
	"strings"

	"strategia/internal/strategy"
)

func toUpper(s string) string { return strings.ToUpper(s) }

// absolute rewrites the relative links of the root's menu to absolute ones. The
// 404 page needs them: a server shows it at whatever address was asked for.
func absolute(menu, base string) string {
	return strings.NewReplacer(`href="http`, `href="http`, `href="mailto:`, `href="mailto:`, `href="#`, `href="#`, `href="`, `href="`+base).Replace(menu)
}

// wholeView is the whole document on one page, for print and for reading
// without a network. Its parts are made one by one while the page is written.
func (s *Site) wholeView(r *Recorder) any {
	m := r.at(s.single("whole"))
	m.whole = true
	e := m.source(s.s.Index)
	v := WholeView{
		Page: m.singlePage("whole"), Body: safe(m.body(e)), Status: s.doc.status, Facts: m.documentTable(),
		Vision: Statement(e.Strategy.Vision), Mission: Statement(e.Strategy.Mission),
		Goals: m.branches(nil, ""), Contents: m.wholeContents(), Parts: m.wholeParts(),
	}
	v.Title = s.doc.title
	return v
}

// wholeContents lists the chapters with the first two tiers of their sections,
// then the goals and documents.
func (m *maker) wholeContents() []ContentsItem {
	var out []ContentsItem
	for _, e := range m.all(strategy.KindChapter) {
		m.source(e)
		out = append(out, ContentsItem{"#" + m.s.wholeID(e), e.Number, m.partTitle(e), 0})
		if len(m.s.s.Chapters) > menuLimit {
			continue
		}
		for _, sec := range e.Sections {
			if sec.Level == 2 {
				out = append(out, ContentsItem{"#" + m.s.wholeID(e) + "." + sec.Anchor, sec.Number, sec.Title, 1})
			}
		}
	}
	for _, e := range m.wholeEntries()[len(m.s.s.Chapters):] {
		out = append(out, ContentsItem{"#" + m.s.wholeID(e), "", m.title(e), 0})
	}
	return out
}

// partTitle is an entry's title without its number.
func (m *maker) partTitle(e *strategy.Entry) string {
	if e.Title == "" {
		return m.word("missing")
	}
	return e.Title
}

// wholeEntries are the entries of the whole document in order.
func (m *maker) wholeEntries() []*strategy.Entry {
	var out []*strategy.Entry
	for _, k := range []strategy.Kind{strategy.KindChapter, strategy.KindGoal, strategy.KindDocument, strategy.KindGlossary} {
		out = append(out, m.all(k)...)
	}
	return out
}

func (m *maker) wholeParts() iter.Seq[WholePart] {
	return func(yield func(WholePart) bool) {
		for _, e := range m.wholeEntries() {
			m.prefix = m.s.wholeID(e) + "."
			part := WholePart{
				ID: m.s.wholeID(e), Title: m.title(e), Number: e.Number, OwnTitle: ownTitle(e),
				Missing: e.Missing, Body: safe(m.body(e)), Break: e.Kind == strategy.KindChapter,
			}
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
