package site

import (
	"slices"

	"strategia/internal/strategy"
)

// state is how far an action has come and in what it is late, of which pages that
// only count actions make do.
func (m *maker) state(e *strategy.Entry) (state strategy.ActionState, late bool) {
	m.note(FactState, e.ID)
	_, late = e.Action.Late(m.reviewed())
	return e.Action.State, late
}

// states are the states from the first, and that nobody says which at the end.
func states() []strategy.ActionState { return append(slices.Clone(strategy.ActionStates), "") }

// status counts the actions by state.
func (m *maker) status() *StatusPart {
	p := &StatusPart{AsOf: m.moment(m.reviewed()), CSV: m.csvHref("status.csv")}
	counts := map[strategy.ActionState]int{}
	for _, e := range m.all(strategy.KindAction) {
		state, _ := m.state(e)
		counts[state]++
	}
	for _, state := range states() {
		if state != "" || counts[state] > 0 {
			p.Counts = append(p.Counts, Detail{Name: m.stateText(state), Value: itoa(counts[state])})
		}
	}
	return p
}

func (s *Site) actionsView(r *Recorder) any {
	m := r.at(s.single("actions"))
	all := m.all(strategy.KindAction)
	v := ActionsView{Page: m.singlePage("actions"), Status: *m.status(), Table: *m.actionTable(all, "actions", m.word("title.actions")), CSV: s.data("actions.csv"),
		Stale: m.staleIndicators()}
	for _, row := range v.Table.Rows {
		if row.Late != "" {
			v.Late = append(v.Late, row)
		}
		if row.Outdated != "" {
			v.Outdated = append(v.Outdated, row)
		}
	}
	for _, state := range strategy.ActionStates {
		v.Legend = append(v.Legend, Detail{Name: m.stateText(state), Value: m.word("state-means." + string(state))})
	}
	v.ByGoal, v.ByUnit = m.statesOf("goals"), m.statesOf("units")
	if s.has("yearly") {
		link := m.named("yearly")
		v.Yearly = &link
	}
	if s.hasMilestones() {
		v.Milestones = s.data("milestones.csv")
	}
	return v
}

// staleIndicators are the indicators of which newer values should be there.
func (m *maker) staleIndicators() []IndicatorRow {
	var out []IndicatorRow
	for _, e := range m.all(strategy.KindIndicator) {
		m.note(FactStale, e.ID)
		if since := e.Indicator.StaleSince(m.s.newest()); since != 0 {
			text := m.word("indicator.stale", itoa(since))
			card, _ := m.card(e.Ref())
			out = append(out, IndicatorRow{Card: card, Stale: text})
		}
	}
	return out
}

// countedActions are the actions that count for a goal, which are its own and those
// of the goals below it, or for a unit, which are those that it leads; each once.
func (m *maker) countedActions(e *strategy.Entry) []*strategy.Entry {
	var out []*strategy.Entry
	if e.Kind == strategy.KindUnit {
		m.note(FactTies, e.Ref().String())
		for _, a := range m.s.s.ActionsOf(e) {
			m.note(FactState, a.ID)
			if lead, ok := m.find(a.Action.Lead, ""); ok && lead.Entry == e {
				out = append(out, a)
			}
		}
		return out
	}
	seen := map[*strategy.Entry]bool{}
	for _, g := range m.branch(e) {
		m.note(FactTies, g.Ref().String())
		for _, a := range m.s.s.ActionsOf(g) {
			if !seen[a] {
				seen[a] = true
				out = append(out, a)
			}
		}
	}
	return out
}

// statesOf counts the actions of the goals or units by state; nil if there are none.
func (m *maker) statesOf(name string) *StateTable {
	kind := strategy.KindGoal
	if name == "units" {
		kind = strategy.KindUnit
	}
	t := &StateTable{ID: "states-" + name, Caption: m.word("caption.states-" + name), Head: m.word("col.states-" + name), CSV: m.csvHref("status.csv")}
	used := map[strategy.ActionState]bool{}
	for _, e := range m.all(strategy.KindAction) {
		state, _ := m.state(e)
		used[state] = true
	}
	of := slices.DeleteFunc(states(), func(state strategy.ActionState) bool { return !used[state] })
	for _, state := range of {
		t.States = append(t.States, m.stateText(state))
	}
	for _, e := range m.all(kind) {
		counted := m.countedActions(e)
		if len(counted) == 0 {
			continue
		}
		n, late := map[strategy.ActionState]int{}, 0
		for _, a := range counted {
			state, behind := m.state(a)
			if n[state]++; behind {
				late++
			}
		}
		card, _ := m.card(e.Ref())
		row := StateRow{Card: card, Total: itoa(len(counted)), Late: itoa(late)}
		for _, state := range of {
			row.Counts = append(row.Counts, itoa(n[state]))
		}
		t.Rows = append(t.Rows, row)
	}
	if t.Rows == nil {
		return nil
	}
	return t
}

// goalState says how a goal stands: how many actions, its own and those of the goals
// below it, are in which state, and how many indicators have which judgement.
func (m *maker) goalState(goal *strategy.Entry) []Detail {
	var out []Detail
	counts, late := map[strategy.ActionState]int{}, 0
	for _, e := range m.countedActions(goal) {
		state, behind := m.state(e)
		if counts[state]++; behind {
			late++
		}
	}
	for _, state := range states() {
		if counts[state] > 0 {
			out = append(out, Detail{Name: m.word("goal.actions-in", m.stateText(state)), Value: itoa(counts[state])})
		}
	}
	if late > 0 {
		out = append(out, Detail{Name: m.word("goal.actions-late"), Value: itoa(late)})
	}
	judged, seen := map[strategy.ProgressStatus]int{}, map[*strategy.Entry]bool{}
	for _, g := range m.branch(goal) {
		for _, e := range m.s.s.IndicatorsOf(g) {
			if seen[e] {
				continue
			}
			seen[e] = true
			status := m.judgement(e)
			if !status.Measured() {
				status = "without"
			}
			judged[status]++
		}
	}
	for _, status := range append(slices.Clone(strategy.Judgements), "without") {
		if judged[status] > 0 {
			out = append(out, Detail{Name: m.word("goal.indicators-in", m.word("progress."+string(status))), Value: itoa(judged[status])})
		}
	}
	return out
}

// sumState covers what state tells, and who leads.
func (s *Site) sumState(d *digest, id string) {
	e := s.entry(strategy.KindAction, id)
	if e == nil {
		return
	}
	_, late := e.Action.Late(s.reviewed())
	d.add(string(e.Action.State), e.Action.Lead.ID)
	d.flag(late)
}
