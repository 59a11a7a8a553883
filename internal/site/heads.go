package site

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"strategia/internal/strategy"
)

// On paper the page of the whole document has running heads: on the left the
// document's name, on the right the chapter that a sheet belongs to. Browsers
// have no string-set (css-gcpm-3), but they have named pages (css-page-3), so
// every chapter gets pages of its own name. The other pages are about one thing:
// the root's data-head says it, and the style sheet takes it from there.

// headsPath is the path of the sheet of running heads, which only the page of
// the whole document asks for, and only for print.
const headsPath = "assets/heads.css"

// mostHeads is the number of parts up to which each is named: with more, naming
// them would take the browser longer than laying them out.
const mostHeads = 1000

func (s *Site) writeHeads(r *Recorder, w io.Writer) error {
	m := r.at(headsPath)
	m.note(FactDocument, "")
	m.note(FactLayout, "whole")
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "@page{@top-left{content:%s}}\n@page :first{@top-left{content:none}}\n", cssString(s.doc.cite))
	entries := m.wholeEntries()
	if len(entries) > mostHeads {
		entries = nil
	}
	page, last := 0, strategy.KindNone
	for _, e := range entries {
		// What follows its like without a new sheet shares its pages.
		if e.Kind == strategy.KindChapter || e.Kind != last {
			page++
			fmt.Fprintf(b, "@page p%d{@top-right{content:%s}}\n", page, cssString(m.headOf(e)))
		}
		last = e.Kind
		fmt.Fprintf(b, "#%s{page:p%d}\n", cssName(s.wholeID(e)), page)
	}
	return b.Flush()
}

// headOf is what stands over the sheets of a part: a chapter's title, else what
// the part is one of.
func (m *maker) headOf(e *strategy.Entry) string {
	switch e.Kind {
	case strategy.KindGoal:
		return m.word("title.goals")
	case strategy.KindDocument:
		return m.word("title.documents")
	case strategy.KindGlossary:
		return m.word("title.glossary")
	}
	c, _ := m.card(e.Ref())
	return c.text()
}

// cssString writes a text as a string of CSS, whatever is in it.
func cssString(s string) string {
	return `"` + cssEscape(s, func(r rune) bool { return r >= ' ' && r != '"' && r != '\\' && r != 0x7f }) + `"`
}

// cssName writes an id as a selector has it behind "#", where an id with a
// letter first needs nothing but its signs escaped.
func cssName(s string) string {
	return cssEscape(s, func(r rune) bool { return r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// cssEscape writes the characters that are not plain by their numbers.
func cssEscape(s string, plain func(rune) bool) string {
	var b strings.Builder
	for _, r := range s {
		if plain(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	return b.String()
}
