package site

import (
	"strings"

	"strategia/internal/strategy"
)

func (m *maker) actionsCSV(of []*strategy.Entry) [][]string {
	out := [][]string{m.head("actions")}
	for _, e := range of {
		m.source(e)
		a := e.Action
		done, cost := "", ""
		if a.Completion >= 0 {
			done = itoa(a.Completion)
		}
		if a.Cost > 0 {
			cost = plain(a.Cost)
		}
		var funding []string
		for _, f := range a.Funding {
			text := f.Source
			if f.Year != 0 {
				text += " " + itoa(f.Year)
			}
			if f.Amount > 0 {
				text += ": " + plain(f.Amount)
			}
			funding = append(funding, text)
		}
		out = append(out, []string{e.ID, e.Number, e.Title, joinedIDs(a.Goals), a.Lead.ID, joinedIDs(a.Partners), a.Programme.ID,
			string(a.Start), string(a.End), m.stateText(a.State), a.Phase, done, a.Reason, string(a.Reviewed), cost, strings.Join(funding, "; "),
			strings.Join(e.Places(), "; "), m.lateText(a), e.Missing})
	}
	return out
}

// statusCSV counts the actions by state: all, those of each goal with the goals
// below it, and those that each unit leads; and those that are late.
func (m *maker) statusCSV() [][]string {
	out := [][]string{m.head("status")}
	for _, c := range m.status().Counts {
		out = append(out, []string{m.word("states.all"), "", "", c.Name, c.Value})
	}
	for _, t := range []*StateTable{m.statesOf("goals"), m.statesOf("units")} {
		if t == nil {
			continue
		}
		for _, row := range t.Rows {
			count := func(state, n string) {
				out = append(out, []string{m.word("kind." + row.Card.Kind), idOf(row.Card.Href), row.Card.Title, state, n})
			}
			for i, n := range row.Counts {
				count(t.States[i], n)
			}
			count(m.word("col.late"), row.Late)
		}
	}
	return out
}

func (m *maker) milestonesCSV() [][]string {
	out := [][]string{m.head("milestones")}
	for _, e := range m.all(strategy.KindAction) {
		m.source(e)
		for _, k := range e.Action.Milestones {
			out = append(out, []string{e.ID, k.Text, string(k.Due), string(k.Done)})
		}
	}
	return out
}

// The exported model of actions.
type (
	modelAction struct {
		modelEntry
		Goals      []string         `json:"goals,omitempty"`
		Lead       string           `json:"lead,omitempty"`
		Partners   []string         `json:"partners,omitempty"`
		Programme  string           `json:"programme,omitempty"`
		Start      string           `json:"start,omitempty"`
		End        string           `json:"end,omitempty"`
		State      string           `json:"state,omitempty"`
		Phase      string           `json:"phase,omitempty"`
		Completion *int             `json:"completion,omitempty"`
		Reason     string           `json:"reason,omitempty"`
		Reviewed   string           `json:"reviewed,omitempty"`
		Frequency  string           `json:"frequency,omitempty"`
		Milestones []modelMilestone `json:"milestones,omitempty"`
		Cost       float64          `json:"cost,omitempty"`
		Funding    []modelFunding   `json:"funding,omitempty"`
		Places     []string         `json:"places,omitempty"`
	}
	modelMilestone struct {
		Text string `json:"text"`
		Due  string `json:"due,omitempty"`
		Done string `json:"done,omitempty"`
	}
	modelFunding struct {
		Source string  `json:"source"`
		Amount float64 `json:"amount,omitempty"`
		Year   int     `json:"year,omitempty"`
	}
)

func (m *maker) modelAction(e *strategy.Entry) modelAction {
	a := e.Action
	out := modelAction{modelEntry: m.modelEntry(e), Goals: ids(a.Goals), Lead: a.Lead.ID, Partners: ids(a.Partners), Programme: a.Programme.ID,
		Start: string(a.Start), End: string(a.End), State: string(a.State), Phase: a.Phase, Reason: a.Reason, Reviewed: string(a.Reviewed), Frequency: string(a.Frequency),
		Cost: a.Cost, Places: e.Places()}
	if a.Completion >= 0 {
		done := a.Completion
		out.Completion = &done
	}
	for _, k := range a.Milestones {
		out.Milestones = append(out.Milestones, modelMilestone{k.Text, string(k.Due), string(k.Done)})
	}
	for _, f := range a.Funding {
		out.Funding = append(out.Funding, modelFunding(f))
	}
	return out
}
