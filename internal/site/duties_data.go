package site

import "strategia/internal/strategy"

// monitoringCSV is the table of a part of what the system of implementation says
// of monitoring, risks and money.
func (m *maker) monitoringCSV(part string) [][]string {
	out := [][]string{m.head(part)}
	m.note(FactImplementation, "")
	e, system := m.s.s.Implementation()
	if system == nil {
		return out
	}
	m.source(e)
	switch m.root = ""; part {
	case "calendar":
		for i := range system.Calendar {
			d, report := &system.Calendar[i], ""
			if d.Kind != "" {
				report = m.word("report-kind." + string(d.Kind))
			}
			out = append(out, []string{d.Task, m.dueText(d), report, titles(m.cards(d.Units)), linkText(m.citeSection(e, d.Section))})
		}
	case "procedures":
		for _, p := range system.Procedures {
			out = append(out, []string{p.Title, p.Text, titles(m.cards(p.Units)), linkText(m.citeSection(e, p.Section))})
		}
	case "reports":
		for _, r := range m.reportTable(e, pointers(system.Reports), "", "").Rows {
			out = append(out, []string{r.Title, r.Kind, r.From, r.To, r.Day, titles(r.Units), r.Text, r.Href})
		}
	case "risks":
		for _, r := range strategy.GravestFirst(pointers(system.Risks)) {
			out = append(out, []string{r.Number, r.Text, joinedIDs(r.Goals), m.degree("probability", r.Probability), m.degree("impact", r.Impact), r.Answer, r.Owner.ID})
		}
	case "funding":
		return m.fundingCSV(pointers(system.Funding))
	}
	return out
}

// fundingCSV is lines of the funding frame, a row for each year.
func (m *maker) fundingCSV(of []*strategy.FundingLine) [][]string {
	out := [][]string{m.head("funding")}
	for _, f := range of {
		for _, y := range f.Years {
			out = append(out, []string{f.Source, itoa(y.Year), plain(y.Amount), f.Goal.ID, f.Document.ID, f.WPF, f.Note})
		}
	}
	return out
}

// The exported model of monitoring, risks and money.
type (
	modelDuty struct {
		Task      string   `json:"task"`
		Report    string   `json:"report,omitempty"`
		Units     []string `json:"units,omitempty"`
		Frequency string   `json:"frequency,omitempty"`
		Due       string   `json:"due,omitempty"`
		When      string   `json:"when,omitempty"`
		Section   string   `json:"section,omitempty"`
	}
	modelProcedure struct {
		Title   string   `json:"title"`
		Text    string   `json:"text,omitempty"`
		Units   []string `json:"units,omitempty"`
		Section string   `json:"section,omitempty"`
	}
	modelReport struct {
		Title   string   `json:"title"`
		Kind    string   `json:"kind"`
		From    string   `json:"from"`
		To      string   `json:"to"`
		Date    string   `json:"date,omitempty"`
		Units   []string `json:"units,omitempty"`
		Text    string   `json:"text,omitempty"`
		Address string   `json:"address,omitempty"`
	}
	modelRisk struct {
		Number      string   `json:"number,omitempty"`
		Text        string   `json:"text"`
		Goals       []string `json:"goals,omitempty"`
		Probability string   `json:"probability,omitempty"`
		Impact      string   `json:"impact,omitempty"`
		Answer      string   `json:"answer,omitempty"`
		Owner       string   `json:"owner,omitempty"`
	}
	modelFrame struct {
		Source   string      `json:"source"`
		Goal     string      `json:"goal,omitempty"`
		Document string      `json:"document,omitempty"`
		Years    []modelYear `json:"years"`
		WPF      string      `json:"wpf,omitempty"`
		Note     string      `json:"note,omitempty"`
	}
	modelYear struct {
		Year   int     `json:"year"`
		Amount float64 `json:"amount"`
	}
)

// modelMonitoring adds to the exported system of implementation what it says of
// monitoring, risks and money.
func (m *maker) modelMonitoring(out *modelSystem, e *strategy.Entry, sys *strategy.Implementation) {
	for _, d := range sys.Calendar {
		out.Calendar = append(out.Calendar, modelDuty{d.Task, string(d.Kind), ids(d.Units), string(d.Frequency), d.Due, d.When, d.Section})
	}
	for _, p := range sys.Procedures {
		out.Procedures = append(out.Procedures, modelProcedure{p.Title, p.Text, ids(p.Units), p.Section})
	}
	for _, r := range sys.Reports {
		address := r.Address
		if r.File != "" {
			address = m.reportFile(e, &r)
		}
		out.Reports = append(out.Reports, modelReport{r.Title, string(r.Kind), string(r.From), string(r.To), string(r.Date), ids(r.Units), r.Text, address})
	}
	for _, r := range sys.Risks {
		out.Risks = append(out.Risks, modelRisk{r.Number, r.Text, ids(r.Goals), string(r.Probability), string(r.Impact), r.Answer, r.Owner.ID})
	}
	for _, f := range sys.Funding {
		mf := modelFrame{Source: f.Source, Goal: f.Goal.ID, Document: f.Document.ID, WPF: f.WPF, Note: f.Note}
		for _, y := range f.Years {
			mf.Years = append(mf.Years, modelYear(y))
		}
		out.Funding = append(out.Funding, mf)
	}
}
