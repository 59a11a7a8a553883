package site

import (
	"slices"

	"strategia/internal/strategy"
)

// The commune's yearly report, its part on strategies (in Poland art. 28aa of the act
// on commune self-government), is a page for each year, made of the same data as all
// others: what was achieved by the end of the year, what was done, what is late.

// yearPath is the path of the report for a year: "raport-roczny/2025.html".
func (s *Site) yearPath(year int) string {
	return s.Words().Get("path.yearly") + "/" + itoa(year) + ".html"
}

// yearly plans the reports.
func (p *planner) yearly() {
	years := p.years()
	if len(years) == 0 {
		return
	}
	p.addPage(p.single("yearly"), "years", (*Site).yearsView)
	p.add(p.changesPath(), "", (*Site).writeChanges)
	for _, year := range years {
		p.addPage(p.yearPath(year), "yearly", func(s *Site, r *Recorder) any { return s.yearlyView(r, year) })
		p.addCSV("year-"+itoa(year), "year", func(m *maker) [][]string { return m.yearCSV(year) })
	}
}

func (s *Site) yearsView(r *Recorder) any {
	m := r.at(s.single("yearly"))
	m.note(FactPlan, "")
	v := YearsView{Page: m.singlePage("yearly"), Feed: Link{Href: s.changesPath(), Text: m.word("data.changes")}}
	for _, year := range slices.Backward(s.years()) {
		v.Years = append(v.Years, Link{Href: s.yearPath(year), Text: m.word("yearly.title", itoa(year))})
	}
	for _, e := range m.changes() {
		v.Changes = append(v.Changes, m.change(&e))
	}
	return v
}

func (s *Site) yearlyView(r *Recorder, year int) any {
	m := r.at(s.yearPath(year))
	m.note(FactPlan, "")
	m.note(FactYear, itoa(year))
	v := YearlyView{Page: m.page("yearly", m.word("yearly.title", itoa(year)), m.path, m.named("yearly")),
		CSV: m.root + s.data("year-"+itoa(year)+".csv"), Method: m.method()}
	v.Description = m.word("yearly.description", itoa(year))
	v.Place = m.s.Words().PageName(v.Title)
	v.Cite = m.citation(v.Place, v.Canonical)
	years := s.years()
	i := slices.Index(years, year)
	link := func(i int) *Link {
		return &Link{Href: m.root + s.yearPath(years[i]), Text: m.word("yearly.title", itoa(years[i]))}
	}
	if i > 0 {
		v.Before = link(i - 1)
	}
	if i+1 < len(years) {
		v.After = link(i + 1)
	}
	m.achieved(&v, year)
	m.carriedOut(&v, year, i == len(years)-1)
	return v
}

// yearOf is an indicator with what was known of it at the end of a year.
type yearOf struct {
	*strategy.Entry
	strategy.YearOfIndicator
}

// yearGroup is the indicators of a top goal and those below it; Goal is nil for
// those of no goal.
type yearGroup struct {
	Goal *strategy.Entry
	Of   []yearOf
}

// yearGroups are the indicators that had a value by the end of a year. An indicator
// of several goals stands under each top goal.
func (s *Site) yearGroups(year int) []yearGroup {
	groups := map[*strategy.Entry][]yearOf{}
	for _, e := range s.s.Indicators {
		y := yearOf{e, e.Indicator.Year(year)}
		if y.Now == nil {
			continue
		}
		var tops []*strategy.Entry
		for _, ref := range e.Indicator.Goals {
			t, ok := s.s.Find(ref, "")
			if !ok {
				continue
			}
			top := t.Entry
			for p := s.s.Parent(top); p != nil; p = s.s.Parent(p) {
				top = p
			}
			if !slices.Contains(tops, top) {
				tops = append(tops, top)
			}
		}
		if tops == nil {
			tops = []*strategy.Entry{nil}
		}
		for _, top := range tops {
			groups[top] = append(groups[top], y)
		}
	}
	var out []yearGroup
	for _, top := range append(slices.Clone(s.s.Children(nil)), nil) {
		if groups[top] != nil {
			out = append(out, yearGroup{top, groups[top]})
		}
	}
	return out
}

// achieved fills in what the indicators say of a year.
func (m *maker) achieved(v *YearlyView, year int) {
	turns, judged := map[strategy.Turn]int{}, map[strategy.ProgressStatus]int{}
	seen := map[*strategy.Entry]bool{}
	for i, g := range m.s.yearGroups(year) {
		part := YearPart{ID: "year-" + itoa(i+1), Caption: m.word("caption.year", itoa(year), m.word("yearly.no-goal"))}
		if g.Goal != nil {
			part.Goal = m.cardPtr(g.Goal.Ref())
			part.Caption = m.word("caption.year", itoa(year), part.Goal.text())
		}
		for _, y := range g.Of {
			row := m.yearRow(y, year)
			part.Rows = append(part.Rows, row)
			if seen[y.Entry] {
				continue
			}
			seen[y.Entry] = true
			turns[y.Turn]++
			if y.Progress.Status.Measured() {
				judged[y.Progress.Status]++
			}
			if y.Progress.Status == strategy.TargetAchieved && y.Was != strategy.TargetAchieved {
				v.Reached = append(v.Reached, row)
			}
		}
		v.Parts = append(v.Parts, part)
	}
	for _, turn := range strategy.Turns {
		if turns[turn] > 0 {
			v.Turns = append(v.Turns, Detail{Name: m.word("turn-many." + string(turn)), Value: itoa(turns[turn])})
		}
	}
	for _, status := range strategy.Judgements {
		if judged[status] > 0 {
			v.Judged = append(v.Judged, Detail{Name: m.word("progress." + string(status)), Value: itoa(judged[status])})
		}
	}
}

func (m *maker) yearRow(y yearOf, year int) YearRow {
	x := y.Indicator
	card, _ := m.card(y.Ref())
	value := func(o *strategy.Observation) string {
		if o == nil {
			return ""
		}
		text := m.measured(x, o.Value) + " (" + m.period(o.Period) + ")"
		if o.Status != strategy.Final {
			text += ", " + m.word("observation."+string(o.Status))
		}
		return text
	}
	row := YearRow{Card: card, Now: value(y.Now), Before: value(y.Before), Turn: string(y.Turn), TurnText: m.word("turn." + string(y.Turn)),
		Status: m.word("progress." + string(y.Progress.Status))}
	if y.Turn == strategy.TurnNone {
		row.TurnText = m.word("turn.none-since", itoa(y.Now.Period.Year))
	}
	if target := x.Target(); target.Stated() {
		row.Target = m.aim(x, target)
	}
	return row
}

// carriedOut fills in what happened within a year and, as states are kept only as
// they are now, for the newest year what is late.
func (m *maker) carriedOut(v *YearlyView, year int, newest bool) {
	for _, e := range m.s.s.Events(year) {
		if e.Date.Year() != year {
			continue
		}
		switch e.Kind {
		case strategy.EventMilestone:
			v.Milestones = append(v.Milestones, m.change(&e))
		case strategy.EventEdition:
			v.Editions = append(v.Editions, m.change(&e))
		}
	}
	for _, e := range m.s.s.Actions {
		if e.Action.DoneIn() == year {
			v.Done = append(v.Done, m.actionRow(e))
		}
	}
	actions := m.all(strategy.KindAction)
	if !newest || len(actions) == 0 {
		v.Elsewhere = len(actions) > 0
		return
	}
	v.Status = m.status()
	for _, e := range actions {
		if row := m.actionRow(e); row.Late != "" {
			v.Late = append(v.Late, row)
		}
	}
}

// sumYear covers what is handed out of a year by its own fact; cards, actions and
// what is late have facts of theirs.
func (s *Site) sumYear(d *digest, year int) {
	for _, g := range s.yearGroups(year) {
		d.flag(g.Goal != nil)
		if g.Goal != nil {
			d.add(g.Goal.ID)
		}
		for _, y := range g.Of {
			x := y.Indicator
			target := x.Target()
			d.addMeasure(x)
			d.add(y.ID, string(y.Turn), string(y.Progress.Status), string(y.Was), itoa(target.Year), plain(target.Value))
			for _, o := range []*strategy.Observation{y.Now, y.Before} {
				if d.flag(o != nil); o != nil {
					d.add(o.Period.String(), plain(o.Value), string(o.Status))
				}
			}
		}
	}
	for _, e := range s.s.Events(year) {
		if e.Date.Year() == year && (e.Kind == strategy.EventMilestone || e.Kind == strategy.EventEdition) {
			s.sumEvent(d, &e)
		}
	}
	for _, e := range s.s.Actions {
		if e.Action.DoneIn() == year {
			d.add("done", e.ID)
		}
	}
}

func (m *maker) yearCSV(year int) [][]string {
	m.note(FactYear, itoa(year))
	out := [][]string{m.head("year")}
	for _, g := range m.s.yearGroups(year) {
		goal, title := "", ""
		if g.Goal != nil {
			card, _ := m.card(g.Goal.Ref())
			goal, title = g.Goal.ID, card.Title
		}
		for _, y := range g.Of {
			x := y.Indicator
			card, _ := m.card(y.Ref())
			status := "final"
			if y.Now.Status != strategy.Final {
				status = string(y.Now.Status)
			}
			row := []string{goal, title, y.ID, card.Number, card.Title, y.Now.Period.String(), plain(y.Now.Value), m.word("observation." + status), "", "", x.Unit,
				m.word("turn." + string(y.Turn)), "", "", m.word("progress." + string(y.Progress.Status))}
			if y.Before != nil {
				row[8], row[9] = y.Before.Period.String(), plain(y.Before.Value)
			}
			if target := x.Target(); target.Stated() {
				row[12], row[13] = itoa(target.Year), plain(target.Value)
			}
			out = append(out, row)
		}
	}
	return out
}
