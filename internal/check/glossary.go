package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// terms looks at the glossary: words that belong to two terms, abbreviations
// without full words, terms without an explanation.
func (c *checker) terms() {
	g := c.s.Glossary
	if g == nil {
		return
	}
	first := map[string]*strategy.Term{}
	for i := range g.Glossary.Terms {
		t := &g.Glossary.Terms[i]
		about := "term:" + t.ID
		for _, form := range append([]string{t.Title}, t.Variants...) {
			key := form
			if !t.Abbr {
				key = fold(form)
			}
			f := first[key]
			switch {
			case f == nil:
				first[key] = t
			case f.ID != t.ID && form != "":
				c.report(diag.New(diag.TermTwice, g.At(t.Key), form, t.Title, f.Title).
					At(diag.HintFirst, g.At(f.Key), g.Path).Concerning(about))
			}
		}
		switch {
		case t.Expansion == "" && (t.Abbr || initials(t.Title)):
			c.report(diag.New(diag.AbbreviationUnexpanded, g.At(join(t.Key, "term")), t.Title).Concerning(about))
		case t.Definition == "" && !t.Abbr:
			c.report(diag.New(diag.TermUndefined, g.At(join(t.Key, "term")), t.Title).Concerning(about))
		}
	}
}

// initials reports whether a term looks like an abbreviation: a few capital
// letters and nothing else.
func initials(term string) bool {
	n := utf8.RuneCountInString(term)
	return n >= 2 && n <= 6 && strings.IndexFunc(term, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}
