package site

import (
	"slices"
	"strings"

	"strategia/internal/strategy"
)

// moved plans a page at every former address of an entity, which leads on to
// where it is now, by means that any static host has.
func (p *planner) moved(e *strategy.Entry) {
	ref := e.Ref()
	for i, alias := range e.Aliases {
		if t, ok := p.s.Find(strategy.Ref{Kind: e.Kind, ID: alias}, ""); ok && t.Entry != e || alias == e.ID || slices.Contains(e.Aliases[:i], alias) {
			continue // somebody lives there, which was reported
		}
		p.addPage(p.pagePath(e.Kind, alias), "moved", func(s *Site, r *Recorder) any { return s.movedView(r, s.own(ref), alias) })
	}
}

// retired plans pages which say that something was given up.
func (p *planner) retired() {
	for _, gone := range p.s.Index.Strategy.Retired {
		ref, anchor, ok := reference(gone.ID)
		if _, alive := p.s.Find(ref, ""); ok && !alive && anchor == "" && folderKinds[ref.Kind] != "" {
			p.addPage(p.pagePath(ref.Kind, ref.ID), "moved", func(s *Site, r *Recorder) any { return s.goneView(r, ref, gone.Reason) })
		}
	}
}

func (s *Site) movedView(r *Recorder, e *strategy.Entry, alias string) any {
	m := r.at(s.pagePath(e.Kind, alias))
	to := m.link(e)
	p := m.page("moved", m.word("title.moved"), m.path)
	p.NoIndex, p.Cite = true, ""
	if s.doc.base != "" {
		p.Canonical = s.doc.base + escapePath(s.pagePath(e.Kind, e.ID))
	}
	return MovedView{Page: p, To: &to}
}

func (s *Site) goneView(r *Recorder, ref strategy.Ref, reason string) any {
	m := r.at(s.pagePath(ref.Kind, ref.ID))
	m.source(s.s.Index)
	p := m.page("moved", m.word("title.gone"), m.path)
	p.NoIndex, p.Cite, p.Canonical = true, "", ""
	return MovedView{Page: p, Reason: reason}
}

// Published lists every id that the site gives to the world: entities as
// "goal:synergia", sections as "chapter:wdrozenie#roz-8.1".
func (s *Site) Published() []string {
	var out []string
	for _, list := range [][]*strategy.Entry{s.s.Chapters, s.s.Documents, s.s.Goals, s.s.Units, s.s.Indicators, s.s.Actions} {
		for _, e := range list {
			out = s.PublishedBy(out, e)
		}
	}
	for _, t := range s.s.Terms {
		out = append(out, strategy.KindTerm.Scheme()+":"+t.ID)
	}
	return out
}

// PublishedBy appends to out the ids that an entity with a page gives to the world.
func (s *Site) PublishedBy(out []string, e *strategy.Entry) []string {
	if folderKinds[e.Kind] == "" {
		return out
	}
	name := e.Ref().String()
	out = append(out, name)
	for _, sec := range e.Sections {
		out = append(out, name+"#"+sec.Anchor)
	}
	if e.Kind == strategy.KindDocument {
		for _, g := range e.Document.Goals {
			out = append(out, name+"#"+s.outerAnchor(g.ID))
		}
	}
	return out
}

// Publishes reports whether an id is among those that Published lists.
func (s *Site) Publishes(id string) bool {
	ref, fragment, ok := reference(id)
	if !ok || folderKinds[ref.Kind] == "" && ref.Kind != strategy.KindTerm {
		return false
	}
	t, ok := s.s.Find(ref, "")
	switch {
	case !ok || t.Ref.ID != ref.ID:
		return false
	case !strings.Contains(id, "#"):
		return true
	}
	return t.Term < 0 && s.holds(t.Entry, func(anchor string, _ []string) bool { return anchor == fragment })
}

// holds reports whether is says yes to a section of an entity, by its anchor and
// its former ones, or to a goal of a document.
func (s *Site) holds(e *strategy.Entry, is func(anchor string, aliases []string) bool) bool {
	for i := range e.Sections {
		if is(e.Sections[i].Anchor, e.Sections[i].Aliases) {
			return true
		}
	}
	if e.Kind == strategy.KindDocument {
		for i := range e.Document.Goals {
			if is(s.outerAnchor(e.Document.Goals[i].ID), nil) {
				return true
			}
		}
	}
	return false
}

// Answers reports whether a once published id still leads somewhere: it exists,
// under its own name or as an alias, or it was retired with a reason.
func (s *Site) Answers(id string) bool {
	for _, gone := range s.s.Index.Strategy.Retired {
		if gone.ID == id || strings.HasPrefix(id, gone.ID+"#") {
			return true
		}
	}
	ref, fragment, ok := reference(id)
	if !ok {
		return false
	}
	t, ok := s.s.Find(ref, "")
	if !ok || fragment == "" {
		return ok
	}
	return s.holds(t.Entry, func(anchor string, aliases []string) bool {
		return anchor == fragment || slices.Contains(aliases, fragment)
	})
}
