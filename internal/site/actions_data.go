package site

import (
	"strings"

	"strategia/internal/strategy"
)

func (m *maker) actionsCSV() [][]string {
	out := [][]string{m.head("id", "number", "title", "goals", "lead", "partners", "programme", "start", "end", "state", "phase", "completion", "reason",
		"reviewed", "cost", "funding", "places", "late", "missing")}
	for _, e := range m.all(strategy.KindAction) {
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
		out = append(out, []string{e.ID, e.Number, e.Title, strings.Join(ids(a.Goals), " "), a.Lead.ID, strings.Join(ids(a.Partners), " "), a.Programme.ID,
			string(a.Start), string(a.End), m.stateText(a.State), a.Phase, done, a.Reason, string(a.Reviewed), cost, strings.Join(funding, "; "),
			strings.Join(a.Places, "; "), m.lateText(a), e.Missing})
	}
	return out
}

func (m *maker) milestonesCSV() [][]string {
	out := [][]string{m.head("action", "text", "due", "done")}
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
		Cost: a.Cost, Places: a.Places}
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
