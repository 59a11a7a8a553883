package site

import (
	"strategia/internal/search"
	"strategia/internal/strategy"
)

// searchFacts are the words that an entry's page shows beside its text.
func (m *maker) searchFacts(s *search.Source, e *strategy.Entry) {
	add := s.Paragraph
	add(e.Summary)
	add(e.Missing)
	switch e.Kind {
	case strategy.KindStrategy:
		d := e.Strategy
		add(d.Vision.Text)
		add(d.Mission.Text)
		add(d.Body)
		add(m.s.actText(d.Act))
		for _, g := range d.Gaps {
			add(g.Title)
			add(g.Reason)
		}
		for _, n := range d.Editions {
			add(n.Title)
			add(n.Text)
		}
	case strategy.KindGoal:
		add(e.Goal.Area)
		add(e.Goal.Source)
		for _, u := range e.Goal.Units {
			if c, ok := m.card(u.Unit); ok {
				add(c.Title, u.Role)
			}
		}
	case strategy.KindDocument:
		d := e.Document
		add(m.s.actText(d.Act))
		add(d.Presumed)
		for _, g := range d.Goals {
			add(g.Number, g.Title)
			add(g.Text)
			add(cmpOr(g.None, g.Unknown))
			for i, c := range g.Maps {
				add(c.Text)
				if i == 0 || c.Rationale != g.Maps[i-1].Rationale {
					add(c.Rationale)
				}
			}
		}
	case strategy.KindUnit:
		for _, role := range m.s.s.RolesOf(e) {
			add(role.Role)
		}
	case strategy.KindIndicator:
		add(e.Indicator.Definition)
		add(e.Indicator.Formula)
		add(e.Indicator.Source.Name)
		m.searchUnits(s, e.Indicator.Owner)
	case strategy.KindAction:
		a := e.Action
		add(a.Phase, a.Reason)
		for _, step := range a.Milestones {
			add(step.Text)
		}
		add(e.Places()...)
		m.searchUnits(s, append([]strategy.Ref{a.Lead}, a.Partners...)...)
	}
}

// searchUnits adds the names of units.
func (m *maker) searchUnits(s *search.Source, units ...strategy.Ref) {
	for _, u := range units {
		if c, ok := m.card(u); ok {
			s.Paragraph(c.Title)
		}
	}
}

// searchSystem adds the page that tells how the strategy is carried out: what its
// tables say stands in no text.
func (m *maker) searchSystem(s *search.Source, system *strategy.Implementation) {
	page, title := m.s.single("implementation"), m.word("title.implementation")
	s.Begin(search.Other, title, page, "")
	for _, l := range system.Levels {
		s.Paragraph(l.Number, l.Title)
	}
	for _, r := range system.Roles {
		s.Paragraph(m.word("role."+string(r.Role)), r.Text)
	}
	for _, a := range system.Actors {
		s.Paragraph(a.Text)
	}
	for _, t := range system.Hierarchy {
		s.Paragraph(t.Title)
		s.Paragraph(t.Text)
	}
	for _, part := range system.Parts() {
		s.Begin(search.Other, title+": "+m.word("implementation."+part), page, part)
		switch part {
		case "calendar":
			for _, d := range system.Calendar {
				s.Paragraph(d.Task, d.When)
			}
		case "procedures":
			for _, p := range system.Procedures {
				s.Paragraph(p.Title)
				s.Paragraph(p.Text)
			}
		case "reports":
			for _, r := range system.Reports {
				s.Paragraph(r.Title)
				s.Paragraph(r.Text)
			}
		case "risks":
			for _, r := range system.Risks {
				s.Paragraph(r.Number, r.Text)
				s.Paragraph(r.Answer)
			}
		case "funding":
			for _, f := range system.Funding {
				s.Paragraph(f.Source)
				s.Paragraph(f.Note)
			}
		}
	}
}

// searchPages adds the pages that lead to others or show them side by side, by what
// they are called and for.
func (m *maker) searchPages(s *search.Source) {
	for _, name := range []string{"concerns", "contents", "goals", "matrix", "matrix-actions", "matrix-indicators", "matrix-units", "matrix-chapters",
		"documents", "actions", "indicators", "yearly", "units", "glossary", "index", "whole", "elements", "declaration"} {
		if m.s.has(name) {
			s.Begin(search.Other, m.word("title."+name), m.s.single(name), "")
			s.Paragraph(m.word("description." + name))
		}
	}
	for _, t := range m.s.tagged {
		s.Begin(search.Other, m.word("tag."+string(t.Kind))+": "+t.Title, m.s.tagPath(t.Tag), "")
	}
	for _, year := range m.s.years() {
		s.Begin(search.Other, m.word("yearly.title", itoa(year)), m.s.yearPath(year), "")
	}
}
