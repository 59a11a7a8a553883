package markdown

import (
	"slices"

	"strategia/internal/strategy"
)

// compact moves the many small strings of an entry's sections, links and
// anchors into one, and cuts the slack off its lists. At ten thousand chapters
// they are most of what stays in memory between parsing and the making of
// pages, and the garbage collector walks each of them again and again.
func compact(e *strategy.Entry) {
	e.Sections, e.Links, e.Anchors = slices.Clone(e.Sections), slices.Clone(e.Links), slices.Clone(e.Anchors)
	e.Passages = slices.Clone(e.Passages)
	var places []*string
	for i := range e.Sections {
		s := &e.Sections[i]
		places = append(places, &s.Anchor, &s.Number, &s.Cite, &s.Title)
	}
	for i := range e.Links {
		l := &e.Links[i]
		places = append(places, &l.Target, &l.Fragment, &l.Period, &l.Text)
	}
	for i := range e.Anchors {
		places = append(places, &e.Anchors[i])
	}
	var all []byte
	starts := make([]int, len(places))
	known := make(map[string]int, len(places))
	for i, p := range places {
		at, ok := known[*p]
		if !ok {
			at = len(all)
			known[*p] = at
			all = append(all, *p...)
		}
		starts[i] = at
	}
	text := string(all)
	for i, p := range places {
		*p = text[starts[i] : starts[i]+len(*p)]
	}
}
