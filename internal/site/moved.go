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
		if path, free := p.freed(gone.ID); free {
			p.addPage(path, "moved", func(s *Site, r *Recorder) any { return s.goneView(r, path, gone) })
		}
	}
}

// freed is the path of the page that an id named, and whether it named one and
// none is there now.
func (s *Site) freed(id string) (path string, free bool) {
	if t, ok := tagOf(id); ok {
		return s.tagPath(t), s.tag(t) == nil
	}
	ref, anchor, ok := reference(id)
	if !ok || anchor != "" || folderKinds[ref.Kind] == "" {
		return "", false
	}
	_, alive := s.s.Find(ref, "")
	return s.pagePath(ref.Kind, ref.ID), !alive
}

// tagOf reads the id of a tag: "topic:energia".
func tagOf(id string) (strategy.Tag, bool) {
	kind, name, _ := strings.Cut(id, ":")
	return strategy.Tag{Kind: strategy.TagKind(kind), ID: name}, slices.Contains(strategy.TagKinds, strategy.TagKind(kind)) && name != ""
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

func (s *Site) goneView(r *Recorder, path string, gone strategy.Retired) any {
	m := r.at(path)
	m.source(s.s.Index)
	to := m.linkOf(gone.To)
	title := "title.gone"
	if to != nil {
		title = "title.moved"
	}
	p := m.page("moved", m.word(title), m.path)
	p.NoIndex, p.Cite, p.Canonical = true, "", ""
	return MovedView{Page: p, To: to, Reason: gone.Reason}
}

// linkOf links to what an id names, nil if it names nothing.
func (m *maker) linkOf(id string) *Link {
	if tag, ok := tagOf(id); ok {
		m.note(FactTagged, id)
		if t := m.s.tag(tag); t != nil {
			return &Link{Href: m.root + m.s.tagPath(t.Tag), Text: capital(t.Title)}
		}
		return nil
	}
	ref, fragment, ok := reference(id)
	if !ok {
		return nil
	}
	t, ok := m.find(ref, fragment)
	if !ok {
		return nil
	}
	c := m.show(t)
	return &Link{Href: c.Href, Text: c.text(), Lang: c.Lang}
}

// Published lists every id that the site gives to the world: entities as
// "goal:synergia", sections as "chapter:wdrozenie#roz-8.1", tags as
// "topic:energia". Those of tags occur as often as they are carried.
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

// PublishedBy appends to out the ids that an entity with a page gives to the
// world, the tags that it carries among them.
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
	for _, t := range e.Tags {
		out = append(out, t.String())
	}
	return out
}

// Publishes reports whether an id is among those that Published lists.
func (s *Site) Publishes(id string) bool {
	if t, ok := tagOf(id); ok {
		return s.tag(t) != nil
	}
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
