package site

import (
	"strings"

	"strategia/internal/source"
	"strategia/internal/strategy"
)

// PageOf returns the path of the page that holds an entity's text.
func (s *Site) PageOf(e *strategy.Entry) string { return s.pagePath(e.Kind, e.ID) }

// Origin returns the place in the sources to which readers owe what stands at an
// address of the site: the heading of a section, the entry of a goal or a term,
// a table, else the title of whatever the page is about. Pages that are about no
// one thing lead to the document itself.
func (s *Site) Origin(page, fragment string) source.Span {
	a := s.Find(page)
	if a != nil && a.Source != "" {
		return source.Span{Path: a.Source}
	}
	whole := a != nil && a.Layout == "whole"
	for _, e := range s.s.Entries() {
		rest := fragment
		if whole {
			after, ok := strings.CutPrefix(fragment, s.wholeID(e))
			if !ok || after != "" && after[0] != '.' || !onWhole(e.Kind) {
				continue
			}
			rest = strings.TrimPrefix(after, ".")
		} else if s.PageOf(e) != page {
			continue
		}
		return s.inEntry(e, rest)
	}
	return s.s.Index.At("title")
}

func (s *Site) inEntry(e *strategy.Entry, fragment string) source.Span {
	if e.Kind == strategy.KindDocument {
		fragment = strings.TrimPrefix(fragment, s.outerAnchor(""))
	}
	t, _ := s.s.FindFile(e.Path, fragment)
	switch {
	case t.Entry == nil:
	case t.Section >= 0:
		return e.In(e.Sections[t.Section].Start, e.Sections[t.Section].End)
	case t.Goal >= 0:
		return e.At("goals[" + itoa(t.Goal) + "]")
	case t.Term >= 0:
		return e.At("terms[" + itoa(t.Term) + "]")
	}
	for _, table := range e.Tables {
		if table.Anchor == fragment {
			return e.In(table.Start, table.End)
		}
	}
	return e.At("title")
}
