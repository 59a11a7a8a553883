package site

import (
	"cmp"
	"path"
	"strings"

	"strategia/internal/strategy"
)

// monitoring is what the system of implementation says of monitoring and
// evaluation, of risks and money, whole (only "") or one part of it, named as its
// table is. Nil if the site says nothing of it. id goes before the ids of tables.
func (m *maker) monitoring(only, id string) *MonitoringPart {
	m.note(FactImplementation, "")
	e, system := m.s.s.Implementation()
	if system == nil {
		return nil
	}
	m.source(e)
	p, any := &MonitoringPart{}, false
	for _, part := range system.Parts() {
		if only != "" && only != part {
			continue
		}
		any = true
		csv := m.csvHref(part + ".csv")
		switch part {
		case "calendar":
			p.Calendar = m.dutyTable(e, pointers(system.Calendar), id, m.word("caption.calendar"))
			p.Calendar.CSV, p.Calendar.ShowUnits = csv, true
		case "procedures":
			p.Procedures = &ProcedureList{CSV: csv}
			for _, x := range system.Procedures {
				p.Procedures.Items = append(p.Procedures.Items, ProcedureItem{m.typeset(e, x.Title), m.typeset(e, x.Text), m.cards(x.Units), m.citeSection(e, x.Section)})
			}
		case "reports":
			p.Reports = m.reportTable(e, pointers(system.Reports), id, m.word("caption.reports"))
			p.Reports.CSV, p.Reports.ShowUnits = csv, true
		case "risks":
			p.Risks = m.riskTable(pointers(system.Risks), id, m.word("caption.risks"))
			p.Risks.CSV, p.Risks.ShowGoals, p.Risks.ShowOwner = csv, true, true
		case "funding":
			p.Funding = m.frameTable(pointers(system.Funding), id, m.word("caption.funding"))
			p.Funding.CSV, p.Funding.ShowFor = csv, true
		}
	}
	if !any {
		return nil
	}
	return p
}

func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

// dutyTable lists lines of the calendar; nil if there are none.
func (m *maker) dutyTable(e *strategy.Entry, of []*strategy.Duty, id, caption string) *DutyTable {
	if len(of) == 0 {
		return nil
	}
	t := &DutyTable{ID: id + "-calendar", Caption: caption}
	for _, d := range of {
		row := DutyRow{Task: m.typeset(e, d.Task), When: m.typeset(e, m.dueText(d)), Units: m.cards(d.Units), Cite: m.citeSection(e, d.Section)}
		if d.Kind != "" {
			row.Report = m.word("report-kind." + string(d.Kind))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// dueText says when a duty is due and how often, or is "".
func (m *maker) dueText(d *strategy.Duty) string {
	var parts []string
	frequency := d.Frequency
	if month, day, yearly := d.Day(); yearly {
		parts = append(parts, m.word("due.yearly", itoa(day), m.word("month."+itoa(month))))
		if frequency == strategy.Yearly {
			frequency = ""
		}
	} else if d.Due != "" {
		parts = append(parts, m.moment(strategy.Date(d.Due)))
	}
	if d.When != "" {
		parts = append(parts, d.When)
	}
	if frequency != "" {
		parts = append(parts, m.word("frequency."+string(frequency)))
	}
	return strings.Join(parts, ", ")
}

// reportTable lists reports, the newest period first; nil if there are none.
func (m *maker) reportTable(e *strategy.Entry, of []*strategy.Report, id, caption string) *ReportTable {
	if len(of) == 0 {
		return nil
	}
	t := &ReportTable{ID: id + "-reports", Caption: caption}
	for _, r := range strategy.NewestFirst(of) {
		row := ReportRow{Title: m.typeset(e, r.Title), Href: r.Address, Kind: m.word("report-kind." + string(r.Kind)), From: string(r.From), To: string(r.To),
			Period: m.span(r.From, r.To), Day: string(r.Date), Date: m.s.Words().Date(r.Date), Units: m.cards(r.Units), Text: m.typeset(e, r.Text)}
		if r.File != "" {
			row.Href = m.reportFile(e, r)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// span writes a period from one moment to another.
func (m *maker) span(from, to strategy.Date) string {
	if from == to || to == "" {
		return m.moment(from)
	}
	return m.between(from, to)
}

// reportFile is how this page links to the file of a report, which is written as
// a path from the entry's own file; "" if there is none, which was reported.
func (m *maker) reportFile(e *strategy.Entry, r *strategy.Report) string {
	name := strings.TrimPrefix(path.Join(path.Dir(e.Path), r.File), "content/")
	m.note(FactFile, name)
	if _, ok := m.s.in.Files[name]; !ok {
		return ""
	}
	return m.root + escapePath(name)
}

// sumDuties covers what a unit has to do in monitoring and evaluation.
func (d *digest) sumDuties(role *strategy.UnitRole) {
	if x := role.Duty; x != nil {
		d.add("duty", x.Task, string(x.Kind), string(x.Frequency), x.Due, x.When, x.Section)
	}
	if x := role.Procedure; x != nil {
		d.add("procedure", x.Title, x.Text, x.Section)
	}
	if x := role.Report; x != nil {
		d.add("report", role.Chapter.Path, x.Title, string(x.Kind), string(x.From), string(x.To), string(x.Date), x.Text, x.File, x.Address)
	}
	if x := role.Risk; x != nil {
		d.sumRisk(x)
	}
}

// duties tells on a unit's page what it has to do, beside its goals and roles, and
// counts what it answers for.
func (m *maker) duties(v *UnitView, unit *strategy.Entry) {
	var calendar []*strategy.Duty
	var reports []*strategy.Report
	var risks []*strategy.Risk
	var chapter *strategy.Entry
	goals := 0
	for _, role := range m.s.s.RolesOf(unit) {
		switch chapter = cmp.Or(role.Chapter, chapter); {
		case role.Goal != nil:
			goals++
		case role.Duty != nil:
			calendar = append(calendar, role.Duty)
		case role.Procedure != nil:
			p := role.Procedure
			if v.Procedures == nil {
				v.Procedures = &ProcedureList{}
			}
			v.Procedures.Items = append(v.Procedures.Items, ProcedureItem{Title: m.typeset(role.Chapter, p.Title), Text: m.typeset(role.Chapter, p.Text), Cite: m.citeSection(role.Chapter, p.Section)})
		case role.Report != nil:
			reports = append(reports, role.Report)
		case role.Risk != nil:
			risks = append(risks, role.Risk)
		}
	}
	v.Calendar = m.dutyTable(chapter, calendar, "own", m.word("caption.calendar-of", unit.Title))
	v.Reports = m.reportTable(chapter, reports, "own", m.word("caption.reports-of", unit.Title))
	if v.Risks = m.riskTable(risks, "own", m.word("caption.risks-of", unit.Title)); v.Risks != nil {
		v.Risks.ShowGoals = true
	}
	v.Programmes = m.entryCards(m.s.s.ProgrammesOf(unit))
	v.Counts = m.unitCounts(v, goals)
}

// unitCounts tells how much a unit answers for, of which what is late.
func (m *maker) unitCounts(v *UnitView, goals int) (out []Detail) {
	count := func(name string, n int, of string, part int) {
		text := itoa(n)
		if part > 0 {
			text = m.word(of, text, itoa(part))
		}
		if n > 0 {
			out = append(out, Detail{Name: m.word("unit.count-" + name), Value: text})
		}
	}
	led, late, stale := 0, 0, 0
	if v.Actions != nil {
		for _, row := range v.Actions.Rows {
			if row.Role == m.word("role.lead") {
				if led++; row.Late != "" {
					late++
				}
			}
		}
	}
	var indicators []IndicatorRow
	if v.Indicators != nil {
		indicators = v.Indicators.Rows
	}
	for _, row := range indicators {
		if row.Stale != "" {
			stale++
		}
	}
	count("goals", goals, "", 0)
	count("programmes", len(v.Programmes), "", 0)
	count("actions", led, "unit.count-late", late)
	count("indicators", len(indicators), "unit.count-stale", stale)
	if v.Calendar != nil {
		count("calendar", len(v.Calendar.Rows), "", 0)
	}
	if v.Risks != nil {
		count("risks", len(v.Risks.Rows), "", 0)
	}
	return out
}

// costText is what the actions of a document cost together, as far as it is
// stated, or "".
func (m *maker) costText(doc *strategy.Entry) string {
	m.note(FactTies, doc.Ref().String())
	of := m.s.s.ActionsOf(doc)
	sum, known := 0.0, 0
	for _, a := range of {
		if cost := m.source(a).Action.Cost; cost > 0 {
			sum += cost
			known++
		}
	}
	if known == 0 {
		return ""
	}
	return m.word("actions.cost", m.money(sum), itoa(known), itoa(len(of)))
}
