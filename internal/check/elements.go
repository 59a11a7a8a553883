package check

import (
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// elements holds the document against the list of what a law wants it to hold.
func (c *checker) elements() {
	index := c.s.Index
	r := &index.Strategy.Requirements
	if !r.Stated() {
		// The law binds communes' strategies adopted since it is in force; one that
		// says nothing of it may not know of it.
		if d := index.Strategy.Act.Date; r.Missing == "" && dated(d) && d >= strategy.LawCommuneSince && index.Lang == "pl" {
			c.about(index, diag.RequirementsUnstated, index.At("act.date"), string(d))
		}
	}
	c.elementNames(r)
	for _, e := range c.s.Elements() {
		c.element(index, &e)
	}
}

// elementNames looks for declarations of elements that nobody requires.
func (c *checker) elementNames(r *strategy.Requirements) {
	index := c.s.Index
	var ids []string
	for _, q := range r.All() {
		ids = append(ids, q.ID)
	}
	own := map[string]string{}
	for _, q := range r.Elements {
		if first, twice := own[q.ID]; twice && q.ID != "" {
			c.report(diag.New(diag.IDTwice, index.At(join(q.Key, "id")), "element:"+q.ID).
				At(diag.HintFirst, index.At(join(first, "id"))).Concerning(index.Ref().String()))
		}
		own[q.ID] = q.Key
	}
	known := func(e *strategy.Entry, id, key string) bool {
		for _, known := range ids {
			if id == known {
				return true
			}
		}
		d := diag.New(diag.ElementUnknown, e.At(key), id).Concerning(e.Ref().String())
		if near, ok := diag.Nearest(id, ids); ok {
			d = d.With(diag.HintNearest, near)
		} else if ids != nil {
			d = d.With(diag.HintKnown, strings.Join(ids, ", "))
		}
		c.report(d)
		return false
	}
	for _, w := range r.Waived {
		if w.Element != "" {
			known(index, w.Element, join(w.Key, "element"))
		}
	}
	for _, e := range c.s.Chapters {
		for _, p := range e.Chapter.Elements {
			if p.Element != "" && known(e, p.Element, p.Key) {
				c.section(e, p.Section, p.Key)
			}
		}
	}
}

// element reports what is wrong with one of them, where it can be mended.
func (c *checker) element(index *strategy.Entry, e *strategy.Element) {
	if e.State == strategy.ElementMissing {
		c.about(index, diag.ElementMissing, index.At("requirements"), e.Title, e.Reference)
		return
	}
	if e.State != strategy.ElementDoubtful {
		return
	}
	at := e.Places[0]
	chapter := at.Chapter
	switch e.Doubt {
	case strategy.DoubtEmpty:
		c.about(chapter, diag.ElementEmpty, chapter.At(at.Place.Key), e.Title, e.Reference)
	case strategy.DoubtUnbacked:
		c.about(chapter, diag.ElementUnbacked, chapter.At(at.Place.Key), e.Title, e.Reference, string(e.Backing))
	case strategy.DoubtDimension:
		c.about(chapter, diag.ElementDimension, chapter.At(at.Place.Key), e.Title, e.Reference, e.Lacks)
	case strategy.DoubtUndeclared:
		// The repair is made in the front matter, wherever the heading stands.
		title := chapter.Title
		if at.Section >= 0 {
			title = chapter.Sections[at.Section].Title
		}
		c.about(chapter, diag.ElementUndeclared, chapter.At("elements"), e.Title, e.Reference, title)
	}
}
