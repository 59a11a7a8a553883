package site

import (
	"slices"
	"strings"

	"strategia/internal/strategy"
)

// coverage is a matrix of goals by things of one kind. The things are rows and the
// goals columns, a table for each top goal with those below it: so a table stays
// narrow however many actions there are, and all tables together grow with the
// number of relations, not with its square.
type coverage struct {
	name string // of the page: "matrix-actions"
	csv  string // "goals-actions"
	kind strategy.Kind
	// relations tells the things that a goal is related to, with how.
	relations func(m *maker) func(goal *strategy.Entry) map[*strategy.Entry]string
}

var coverages = []coverage{
	{"matrix-actions", "goals-actions", strategy.KindAction, (*maker).goalActions},
	{"matrix-indicators", "goals-indicators", strategy.KindIndicator, (*maker).goalIndicators},
	{"matrix-units", "goals-units", strategy.KindUnit, (*maker).goalUnits},
	{"matrix-chapters", "goals-chapters", strategy.KindChapter, (*maker).goalChapters},
}

// mostTabled is the number of things up to which they are shown in tables: a page of
// more would be too heavy for a phone, and nobody would find anything in it.
const mostTabled = 500

// covered reports whether the site has things of a coverage's kind that could be
// related to goals.
func (s *Site) covered(name string) bool {
	if len(s.s.Goals) == 0 {
		return false
	}
	switch name {
	case "matrix-actions":
		return len(s.s.Actions) > 0
	case "matrix-indicators":
		return len(s.s.Indicators) > 0
	case "matrix-units":
		return slices.ContainsFunc(s.s.Units, s.s.Tied) || slices.ContainsFunc(s.s.Units, func(u *strategy.Entry) bool {
			return slices.ContainsFunc(s.s.RolesOf(u), func(r strategy.UnitRole) bool { return r.Goal != nil })
		})
	case "matrix-chapters":
		return slices.ContainsFunc(s.s.Goals, func(g *strategy.Entry) bool { return len(s.s.ChaptersOf(g)) > 0 })
	}
	return false
}

// coverages plans the matrices of goals by actions, indicators, units and chapters.
func (p *planner) coverages() {
	for _, c := range coverages {
		if p.has(c.name) {
			p.addPage(p.single(c.name), "coverage", func(s *Site, r *Recorder) any { return s.coverageView(r, c) })
			p.addCSV(c.csv, "coverage", c.rows)
		}
	}
}

// goalActions tells the actions of a goal with their states.
func (m *maker) goalActions() func(goal *strategy.Entry) map[*strategy.Entry]string {
	return func(goal *strategy.Entry) map[*strategy.Entry]string {
		m.note(FactTies, goal.Ref().String())
		out := map[*strategy.Entry]string{}
		for _, e := range m.s.s.ActionsOf(goal) {
			state, _ := m.state(e)
			out[e] = m.stateText(state)
		}
		return out
	}
}

// goalIndicators tells the indicators of a goal with their judgements.
func (m *maker) goalIndicators() func(goal *strategy.Entry) map[*strategy.Entry]string {
	return func(goal *strategy.Entry) map[*strategy.Entry]string {
		m.note(FactTies, goal.Ref().String())
		out := map[*strategy.Entry]string{}
		for _, e := range m.s.s.IndicatorsOf(goal) {
			status := m.judgement(e)
			if !status.Measured() {
				status = "without"
			}
			out[e] = m.word("progress." + string(status))
		}
		return out
	}
}

// judgement is how the progress of an indicator is judged.
func (m *maker) judgement(e *strategy.Entry) strategy.ProgressStatus {
	m.note(FactJudgement, e.ID)
	return e.Indicator.Progress().Status
}

// goalChapters tells the chapters that name a goal.
func (m *maker) goalChapters() func(goal *strategy.Entry) map[*strategy.Entry]string {
	return func(goal *strategy.Entry) map[*strategy.Entry]string {
		m.note(FactChaptersOf, goal.ID)
		out := map[*strategy.Entry]string{}
		for _, e := range m.s.s.ChaptersOf(goal) {
			out[e] = m.word("coverage.chapter")
		}
		return out
	}
}

// goalUnits tells what each unit does for a goal: its roles, and how many actions
// and indicators of the goal it has to do with.
func (m *maker) goalUnits() func(goal *strategy.Entry) map[*strategy.Entry]string {
	roles := map[string]map[*strategy.Entry][]string{} // by id of the goal
	counts := map[*strategy.Entry]map[*strategy.Entry]string{}
	say := func(goal string, unit *strategy.Entry, text string) {
		if roles[goal] == nil {
			roles[goal] = map[*strategy.Entry][]string{}
		}
		if text == "" && roles[goal][unit] == nil {
			text = m.word("coverage.works")
		}
		if text != "" && !slices.Contains(roles[goal][unit], text) {
			roles[goal][unit] = append(roles[goal][unit], text)
		}
	}
	for _, u := range m.all(strategy.KindUnit) {
		m.note(FactRoles, u.ID)
		m.note(FactTies, u.Ref().String())
		for _, role := range m.s.s.RolesOf(u) {
			if role.Goal != nil {
				say(role.Goal.ID, u, m.roleText(role))
			}
		}
		for _, e := range append(m.s.s.ActionsOf(u), m.s.s.IndicatorsOf(u)...) {
			if counts[e] == nil {
				counts[e] = map[*strategy.Entry]string{}
			}
			counts[e][u] = "coverage.owns"
			if e.Kind == strategy.KindAction {
				counts[e][u] = "coverage.partner"
				m.note(FactState, e.ID)
				if lead, ok := m.find(e.Action.Lead, ""); ok && lead.Entry == u {
					counts[e][u] = "coverage.leads"
				}
			}
		}
	}
	return func(goal *strategy.Entry) map[*strategy.Entry]string {
		m.note(FactTies, goal.Ref().String())
		out := map[*strategy.Entry]string{}
		for u, texts := range roles[goal.ID] {
			out[u] = strings.Join(texts, ", ")
		}
		m.countParts(out, append(m.s.s.ActionsOf(goal), m.s.s.IndicatorsOf(goal)...), counts)
		return out
	}
}

// countParts adds to what units do for a goal how many of its actions and indicators
// they have to do with; parts says how, by action or indicator and unit.
func (m *maker) countParts(out map[*strategy.Entry]string, of []*strategy.Entry, parts map[*strategy.Entry]map[*strategy.Entry]string) {
	n := map[*strategy.Entry]map[string]int{}
	for _, e := range of {
		for u, what := range parts[e] {
			if n[u] == nil {
				n[u] = map[string]int{}
			}
			n[u][what]++
		}
	}
	for u, what := range n {
		for _, key := range []string{"coverage.leads", "coverage.partner", "coverage.owns"} {
			if what[key] > 0 {
				out[u] = strings.TrimPrefix(out[u]+", "+m.word(key, itoa(what[key])), ", ")
			}
		}
	}
}

// branch is a goal with all goals below it, in order.
func (m *maker) branch(goal *strategy.Entry) []*strategy.Entry {
	m.note(FactChildren, goal.ID)
	out := []*strategy.Entry{goal}
	for _, below := range m.s.s.Children(goal) {
		out = append(out, m.branch(below)...)
	}
	return out
}

func (s *Site) coverageView(r *Recorder, c coverage) any {
	m := r.at(s.single(c.name))
	v := CoverageView{Page: m.singlePage(c.name), Intro: m.word("intro." + c.name), Gap: m.word("uncovered." + c.name), LooseGap: m.word("loose." + c.name),
		CSV: s.data(c.csv + ".csv"), Others: m.otherMatrices(c.name)}
	relate, things := c.relations(m), m.all(c.kind)
	tabled := things
	if len(things) > mostTabled {
		v.Much, tabled = m.word("coverage.much", itoa(len(things))), nil
	}
	related := map[*strategy.Entry]bool{}
	m.note(FactChildren, "")
	for _, top := range s.s.Children(nil) {
		card, _ := m.card(top.Ref())
		x := Matrix{ID: c.name + "-" + top.ID, Caption: m.word("caption."+c.name, card.text()), Head: m.word("head." + c.name), Legend: m.word("legend." + c.name)}
		goals := m.branch(top)
		cells := make([]map[*strategy.Entry]string, len(goals))
		any := map[*strategy.Entry]bool{}
		for i, g := range goals {
			column, _ := m.card(g.Ref())
			column.Label, column.Title = "", cmpOr(column.Short, column.Title)
			x.Columns = append(x.Columns, column)
			cells[i] = relate(g)
			for e := range cells[i] {
				any[e], related[e] = true, true
			}
		}
		if x.Rows = m.coverageRows(tabled, any, cells); x.Rows != nil {
			v.Parts = append(v.Parts, CoveragePart{Goal: card, Matrix: x})
		}
		v.Uncovered = append(v.Uncovered, m.uncovered(goals, cells)...)
	}
	if c.kind == strategy.KindAction || c.kind == strategy.KindIndicator {
		for _, e := range things {
			if !related[e] && (e.Indicator == nil || e.Indicator.Level != strategy.IndicatorContext) {
				card, _ := m.card(e.Ref())
				v.Loose = append(v.Loose, card)
			}
		}
	}
	return v
}

// coverageRows are the rows of the things that are related to any goal of a table.
func (m *maker) coverageRows(things []*strategy.Entry, any map[*strategy.Entry]bool, cells []map[*strategy.Entry]string) []MatrixRow {
	var out []MatrixRow
	for _, e := range things {
		if !any[e] {
			continue
		}
		card, _ := m.card(e.Ref())
		row := MatrixRow{Goal: card, Related: true}
		for i := range cells {
			text, ok := cells[i][e]
			if !ok {
				text = m.word("empty-cell")
			}
			row.Cells = append(row.Cells, MatrixCell{Text: text, Empty: !ok})
		}
		out = append(out, row)
	}
	return out
}

// uncovered are the goals of a branch to which nothing is related, neither to them
// nor to a goal below them.
func (m *maker) uncovered(goals []*strategy.Entry, cells []map[*strategy.Entry]string) []Card {
	covered := map[*strategy.Entry]bool{}
	for i, g := range goals {
		for ; len(cells[i]) > 0 && g != nil; g = m.s.s.Parent(g) {
			covered[g] = true
		}
	}
	var out []Card
	for _, g := range goals {
		if !covered[g] {
			card, _ := m.card(g.Ref())
			out = append(out, card)
		}
	}
	return out
}

// otherMatrices are the matrices that the site has besides one.
func (m *maker) otherMatrices(but string) []Link {
	m.note(FactPlan, "")
	var out []Link
	for _, name := range []string{"matrix", "matrix-actions", "matrix-indicators", "matrix-units", "matrix-chapters"} {
		if name != but && m.s.has(name) {
			out = append(out, m.named(name))
		}
	}
	return out
}

// rows are a coverage as a list of relations: one a line, and a line for each goal
// that has none.
func (c coverage) rows(m *maker) [][]string {
	out := [][]string{m.head("coverage")}
	relate, things := c.relations(m), m.all(c.kind)
	place := make(map[*strategy.Entry]int, len(things))
	for i, e := range things {
		place[e] = i
	}
	for _, g := range m.all(strategy.KindGoal) {
		card, _ := m.card(g.Ref())
		start := []string{g.ID, card.Number, card.Title}
		cells := relate(g)
		if len(cells) == 0 {
			out = append(out, append(start, "", "", "", "", m.word("empty-cell")))
		}
		var of []*strategy.Entry
		for e := range cells {
			of = append(of, e)
		}
		slices.SortFunc(of, func(a, b *strategy.Entry) int { return place[a] - place[b] })
		for _, e := range of {
			thing, _ := m.card(e.Ref())
			out = append(out, append(slices.Clone(start), thing.Label, e.ID, thing.Number, thing.Title, cells[e]))
		}
	}
	return out
}
