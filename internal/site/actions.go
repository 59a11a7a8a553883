package site

import (
	"strings"

	"strategia/internal/strategy"
)

func (s *Site) actionView(r *Recorder, e *strategy.Entry) any {
	m := r.at(s.pagePath(e.Kind, e.ID))
	m.source(e)
	a := e.Action
	card, _ := m.card(e.Ref())
	v := ActionView{
		Page: m.entryPage(e, "action", m.named("actions")), Card: card, Summary: m.typeset(e, e.Summary), Missing: m.typeset(e, e.Missing),
		State: capital(m.stateText(a.State)), Late: m.lateText(a), Outdated: m.outdatedText(a), Reason: m.typeset(e, a.Reason), Facts: m.actionFacts(e),
		Goals: m.cards(a.Goals), Lead: m.cardPtr(a.Lead), Partners: m.cards(a.Partners), Notes: m.notes(e), Mentions: m.mentions(e.Ref()), Tags: m.ownTags(e),
	}
	if a.State != "" {
		v.StateMeans = capital(m.word("state-means." + string(a.State)))
	}
	v.Heading, v.Body = m.headedBody(e)
	for _, k := range a.Milestones {
		v.Milestones = append(v.Milestones, MilestoneRow{m.typeset(e, k.Text), m.moment(k.Due), m.moment(k.Done), m.passed(k)})
	}
	for _, f := range a.Funding {
		row := FundingRow{Source: m.typeset(e, f.Source), Amount: m.money(f.Amount)}
		if f.Year != 0 {
			row.Year = itoa(f.Year)
		}
		v.Funding = append(v.Funding, row)
	}
	return v
}

// reviewed is the day as of which the site tells what is late.
func (m *maker) reviewed() strategy.Date {
	m.note(FactReviewed, "")
	return m.s.reviewed()
}

func (m *maker) passed(k strategy.Milestone) bool {
	asOf := m.reviewed()
	return k.Done == "" && k.Due != "" && asOf != "" && k.Due.Last() < asOf
}

// moment writes a year, a month or a day.
func (m *maker) moment(d strategy.Date) string {
	if len(d) == 7 { // "2026-05"
		return m.word("month-year", m.word("month-name."+strings.TrimPrefix(string(d[5:]), "0")), string(d[:4]))
	}
	return m.s.Words().Date(d)
}

// money writes a sum in złotys, "" for none.
func (m *maker) money(v float64) string {
	if v == 0 {
		return ""
	}
	return m.word("money", m.sum(v))
}

func (m *maker) stateText(state strategy.ActionState) string {
	return m.word("state." + cmpOr(string(state), "unknown"))
}

// lateText says in what an action is late, or is "".
func (m *maker) lateText(a *strategy.Action) string {
	d, late := a.Late(m.reviewed())
	switch {
	case !late:
		return ""
	case d.Kind == strategy.LateMilestone:
		return m.word("action.late-milestone", d.Text, m.moment(d.Since))
	}
	return m.word("action.late-"+string(d.Kind), m.moment(d.Since))
}

// outdatedText says that nobody has looked at an action for long, or is "".
func (m *maker) outdatedText(a *strategy.Action) string {
	switch {
	case !a.Outdated(m.reviewed()):
		return ""
	case a.Reviewed == "":
		return m.word("action.never-reviewed")
	}
	return m.word("action.outdated", m.moment(a.Reviewed), m.word("frequency."+string(a.Often())))
}

// whenText writes the time of an action: "2026–2028", or "".
func (m *maker) whenText(a *strategy.Action) string {
	switch {
	case a.Start != "" && a.End != "" && a.Start != a.End:
		return m.between(a.Start, a.End)
	case a.Start == "" && a.End != "":
		return m.word("action.until", m.moment(a.End))
	case a.Start != "" && a.End == "":
		return m.word("action.from", m.moment(a.Start))
	}
	return m.moment(a.Start)
}

// between writes a time from one moment to another: "2026–2028", with spaces where
// a moment is of several words, "marzec 2026 r. – 2029".
func (m *maker) between(from, to strategy.Date) string {
	a, b := m.moment(from), m.moment(to)
	if len(from) == 4 && len(to) == 4 {
		return a + "–" + b
	}
	return a + "\u00a0– " + b
}

func (m *maker) doneText(a *strategy.Action) string {
	if a.Completion < 0 {
		return ""
	}
	return m.s.Words().Percent(itoa(a.Completion))
}

func (m *maker) actionFacts(e *strategy.Entry) []Detail {
	a := e.Action
	var out []Detail
	add := func(name, value, href string) {
		if value != "" {
			out = append(out, Detail{Name: m.word("fact." + name), Value: value, Href: href})
		}
	}
	add("when", m.whenText(a), "")
	add("phase", a.Phase, "")
	add("completion", m.doneText(a), "")
	if c := m.cardPtr(a.Programme); c != nil {
		add("programme", c.Title, c.Href)
	}
	add("cost", m.money(a.Cost), "")
	add("reviewed", m.moment(a.Reviewed), "")
	return out
}

// actionsOf are the actions that name a goal, unit or document, for its page.
func (m *maker) actionsOf(e *strategy.Entry) *ActionTable {
	m.note(FactTies, e.Ref().String())
	t := m.actionTable(m.s.s.ActionsOf(e), "actions", m.word("caption.actions", e.Title))
	if t == nil {
		return nil
	}
	t.ShowGoals, t.ShowRole = e.Kind != strategy.KindGoal, e.Kind == strategy.KindUnit
	for i, a := range m.s.s.ActionsOf(e) {
		t.Rows[i].Role = m.word("role.partner")
		if lead, ok := m.find(a.Action.Lead, ""); ok && lead.Entry == e {
			t.Rows[i].Role = m.word("role.lead")
		}
	}
	return t
}

// actionTable lists actions with their states; nil if there are none.
func (m *maker) actionTable(of []*strategy.Entry, id, caption string) *ActionTable {
	if len(of) == 0 {
		return nil
	}
	t := &ActionTable{ID: id + "-table", Caption: caption, ShowGoals: true}
	for _, e := range of {
		t.Rows = append(t.Rows, m.actionRow(e))
	}
	return t
}

func (m *maker) actionRow(e *strategy.Entry) ActionRow {
	m.source(e)
	a := e.Action
	card, _ := m.card(e.Ref())
	return ActionRow{Card: card, Goals: m.cards(a.Goals), Lead: m.cardPtr(a.Lead), When: m.whenText(a), State: m.stateText(a.State),
		Done: m.doneText(a), Late: m.lateText(a), Outdated: m.outdatedText(a), Reason: m.typeset(e, a.Reason)}
}

// chosenActions are those of a goal, a unit and a state, as far as these are named.
func (m *maker) chosenActions(goal, unit string, state strategy.ActionState) []*strategy.Entry {
	in := func(ref strategy.Ref) map[*strategy.Entry]bool {
		t, ok := m.find(ref, "")
		if !ok {
			return nil
		}
		m.note(FactTies, t.Ref.String())
		out := map[*strategy.Entry]bool{}
		for _, e := range m.s.s.ActionsOf(t.Entry) {
			out[e] = true
		}
		return out
	}
	var out []*strategy.Entry
	ofGoal, ofUnit := in(strategy.Ref{Kind: strategy.KindGoal, ID: goal}), in(strategy.Ref{Kind: strategy.KindUnit, ID: unit})
	for _, e := range m.all(strategy.KindAction) {
		if (goal == "" || ofGoal[e]) && (unit == "" || ofUnit[e]) && (state == "" || m.source(e).Action.State == state) {
			out = append(out, e)
		}
	}
	return out
}

// hasMilestones reports whether there is a milestone to list.
func (s *Site) hasMilestones() bool {
	for _, e := range s.s.Actions {
		if len(e.Action.Milestones) > 0 {
			return true
		}
	}
	return false
}
