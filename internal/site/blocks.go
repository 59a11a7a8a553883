package site

import (
	"strings"

	"strategia/internal/strategy"
)

// blockView is what the i-th generated block of a text shows. id is its id on the page. Names and
// parameters were checked when the text was parsed; a block whose subject does
// not exist shows nothing and was reported.
func (m *maker) blockView(e *strategy.Entry, i int, id string) BlockView {
	b := e.Blocks[i]
	v := BlockView{Name: b.Name, ID: id, Root: m.root}
	if m.foreign(e) != "" {
		v.Lang = m.s.doc.lang
	}
	switch b.Name {
	case "goal-map":
		if t, ok := m.find(strategy.Ref{Kind: strategy.KindDocument, ID: b.Params["document"]}, ""); ok {
			m.source(t.Entry)
			if v.Table = m.documentTableOf(t.Entry); v.Table != nil {
				v.Table.ID = id + "-table"
				for i := range v.Table.Rows {
					v.Table.Rows[i].Anchor = ""
				}
			}
		}
	case "goal-matrix":
		v.Matrices = m.matrices(names(b.Params["documents"]), b.Params["level"])
		for i := range v.Matrices {
			v.Matrices[i].ID = id + "-" + itoa(i+1)
		}
	case "goal-list":
		var parent *strategy.Entry
		if p := b.Params["parent"]; p != "" {
			if t, ok := m.find(strategy.Ref{Kind: strategy.KindGoal, ID: p}, ""); ok {
				parent = t.Entry
			}
		}
		v.Goals = m.branches(parent, b.Params["level"])
		for i := range v.Goals {
			v.Goals[i].Children = nil
		}
	case "goal-tree":
		v.Goals = m.branches(nil, "")
	case "implementation":
		v.Implementation = m.implementation("")
	case "responsibilities":
		v.Implementation = m.responsibilities()
	case "hierarchy":
		v.Implementation = m.implementation("hierarchy")
	case "calendar", "procedures", "reports", "risks":
		v.Monitoring = m.monitoring(b.Name, id)
	case "funding":
		if t := m.frameTable(m.chosenFunding(b.Params["goal"], b.Params["document"]), id, m.word("caption.funding")); t != nil {
			t.ShowFor = b.Params["goal"] == "" && b.Params["document"] == ""
			t.CSV = m.blockCSV(e, i)
			v.Monitoring = &MonitoringPart{Funding: t}
		}
	case "indicator", "indicators", "actions", "status":
		m.monitoringBlock(&v, e, i)
	case "units":
		v.Units = m.unitGroups(strategy.UnitKind(b.Params["kind"]))
	case "glossary":
		v.Terms = m.termItems()
		for i := range v.Terms {
			v.Terms[i].ID = id + "-" + v.Terms[i].ID
		}
	case "documents":
		v.Groups = m.documentGroups(strategy.DocumentLevel(b.Params["level"]))
		for i := range v.Groups {
			v.Groups[i].ID = id + "-" + itoa(i+1)
		}
	case "gaps":
		m.source(m.s.s.Index)
		for _, g := range m.s.s.Index.Strategy.Gaps {
			v.Gaps = append(v.Gaps, Gap{m.stated(g.Title), m.stated(g.Reason)})
		}
	case "toc":
		v.Contents = m.contents(e, "#"+m.prefix)
	}
	if v.Implementation != nil {
		v.Implementation.Heading = headingAt(e, b)
	}
	return v
}

// monitoringBlock fills in a block about indicators or actions.
func (m *maker) monitoringBlock(v *BlockView, e *strategy.Entry, i int) {
	b := e.Blocks[i]
	switch id := v.ID; b.Name {
	case "indicator":
		if t, ok := m.find(strategy.Ref{Kind: strategy.KindIndicator, ID: b.Params["id"]}, ""); ok {
			v.Indicator = m.indicatorPart(t.Entry, id, true)
		}
	case "indicators":
		if v.Indicators = m.indicatorTable(m.blockIndicators(b), id, m.word("title.indicators"), true); v.Indicators != nil {
			v.Indicators.CSV = m.blockCSV(e, i)
		}
	case "actions":
		if v.Actions = m.actionTable(m.blockActions(b), id, m.word("title.actions")); v.Actions != nil {
			v.Actions.CSV = m.blockCSV(e, i)
		}
	case "status":
		v.Status = m.status()
	}
}

// headingAt is the level of headings within a block: one below the section in
// which it stands, h4 at the lowest, as the layout knows no lower.
func headingAt(e *strategy.Entry, b strategy.Block) int {
	if b.Section < 0 || b.Section >= len(e.Sections) {
		return 2
	}
	return min(e.Sections[b.Section].Level+1, 4)
}

// responsibilities are who decides, coordinates and acts: the roles and the kinds
// of actor.
func (m *maker) responsibilities() *ImplementationPart {
	p := m.implementation("roles")
	if actors := m.implementation("actors"); p != nil && actors != nil {
		p.Actors = actors.Actors
		for k, v := range actors.CSV {
			p.CSV[k] = v
		}
	}
	return p
}

// names splits a list written in a block's parameter.
func names(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '[' || r == ']' })
}
