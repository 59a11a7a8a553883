package site

import (
	"strategia/internal/strategy"
)

func (s *Site) implementationView(r *Recorder) any {
	m := r.at(s.single("implementation"))
	v := ImplementationView{Page: m.singlePage("implementation"), Units: m.unitGroups("")}
	m.note(FactImplementation, "")
	if e, _ := s.s.Implementation(); e != nil {
		v.Chapter = m.cardPtr(e.Ref())
		v.System, v.Monitoring = m.implementation(""), m.monitoring("", "system")
	}
	return v
}

// implementation is the system of implementation, whole (only "") or one part
// of it: "levels", "roles", "actors", "hierarchy". Nil if the site has none.
func (m *maker) implementation(only string) *ImplementationPart {
	m.note(FactImplementation, "")
	e, system := m.s.s.Implementation()
	if system == nil {
		return nil
	}
	m.source(e)
	p := &ImplementationPart{CSV: map[string]string{}, Heading: 2}
	want := func(part string, n int) bool {
		if only != "" && only != part || n == 0 {
			return false
		}
		p.CSV[part] = m.csvHref("implementation-" + part + ".csv")
		return true
	}
	if want("levels", len(system.Levels)) {
		for _, l := range system.Levels {
			item := LevelItem{Number: l.Number, Title: m.typeset(e, l.Title), Missing: m.typeset(e, l.Missing)}
			if cite := m.citeSection(e, l.Section); cite != nil {
				item.Href = cite.Href
			}
			p.Levels = append(p.Levels, item)
		}
	}
	if want("roles", len(system.Roles)) {
		for _, r := range system.Roles {
			p.Roles = append(p.Roles, RoleItem{m.word("role." + string(r.Role)), m.cards(r.Units), m.typeset(e, r.Text), m.citeSection(e, r.Section)})
		}
	}
	if want("actors", len(system.Actors)) {
		p.Actors = m.actors(e, system)
	}
	if want("hierarchy", len(system.Hierarchy)) {
		for _, t := range system.Hierarchy {
			p.Hierarchy = append(p.Hierarchy, TierItem{m.typeset(e, t.Title), m.typeset(e, t.Text), m.cards(t.Documents)})
		}
	}
	return p
}

// citeSection links to a section of the chapter by its anchor, or is nil.
func (m *maker) citeSection(e *strategy.Entry, anchor string) *Link {
	if anchor == "" {
		return nil
	}
	t, ok := m.find(strategy.Ref{Kind: strategy.KindSection, ID: e.ID}, anchor)
	if !ok {
		return nil
	}
	return &Link{Href: m.href(t), Text: cmpOr(m.s.cite(t), m.typeset(t.Entry, m.s.mentionText(t)))}
}

// actors are the six kinds of who acts; a kind that the document does not name
// is shown as not named.
func (m *maker) actors(e *strategy.Entry, system *strategy.Implementation) []ActorItem {
	groups := map[string][]Card{}
	for _, g := range m.unitGroups("") {
		groups[g.Kind] = g.Units
	}
	var out []ActorItem
	for _, kind := range strategy.UnitKinds {
		name := m.word("unit." + string(kind))
		item := ActorItem{Kind: name, Units: groups[name]}
		for _, a := range system.Actors {
			if a.Kind == kind {
				item.Text, item.Named, item.Cite = m.typeset(e, a.Text), true, m.citeSection(e, a.Section)
			}
		}
		out = append(out, item)
	}
	return out
}
