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

// Published lists every id that the site gives to the world, ordered: entities
// as "goal:synergia", sections as "chapter:wdrozenie#roz-8.1".
func (s *Site) Published() []string {
	var out []string
	for _, kind := range []strategy.Kind{strategy.KindChapter, strategy.KindDocument, strategy.KindGoal, strategy.KindUnit} {
		for _, e := range s.list(kind) {
			name := kind.Scheme() + ":" + e.ID
			out = append(out, name)
			for _, sec := range e.Sections {
				out = append(out, name+"#"+sec.Anchor)
			}
			if kind == strategy.KindDocument {
				for _, g := range e.Document.Goals {
					out = append(out, name+"#"+s.outerAnchor(g.ID))
				}
			}
		}
	}
	for _, t := range s.s.Terms {
		out = append(out, strategy.KindTerm.Scheme()+":"+t.ID)
	}
	return out
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
	for _, sec := range t.Entry.Sections {
		if sec.Anchor == fragment {
			return true
		}
		for _, alias := range sec.Aliases {
			if alias == fragment {
				return true
			}
		}
	}
	if t.Entry.Kind == strategy.KindDocument {
		for _, g := range t.Entry.Document.Goals {
			if s.outerAnchor(g.ID) == fragment {
				return true
			}
		}
	}
	return false
}
