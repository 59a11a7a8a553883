package check

import (
	"strconv"
	"strings"

	"strategia/internal/diag"
)

// duties looks at the calendar and the procedures of monitoring and evaluation.
func (c *checker) duties() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	seen := map[[2]string]bool{}
	for _, d := range im.Calendar {
		c.section(e, d.Section, d.Key)
		if len(d.Units) == 0 {
			c.about(e, diag.DutyWithoutUnit, e.At(d.Key), d.Task)
		}
		if d.Due == "" && d.When == "" && d.Frequency == "" {
			c.about(e, diag.DutyWithoutDate, e.At(d.Key), d.Task)
		}
		at := [2]string{fold(d.Task), d.Due + d.When}
		if seen[at] {
			c.about(e, diag.DutyTwice, e.At(d.Key), d.Task)
		}
		seen[at] = true
	}
	for _, p := range im.Procedures {
		c.section(e, p.Section, p.Key)
	}
}

// reports looks at the dates of reports and whether they can be read.
func (c *checker) reports() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	for _, r := range im.Reports {
		switch {
		case r.From != "" && r.To.Last() < r.From.First():
			c.about(e, diag.ReportDates, e.At(join(r.Key, "to")), r.Title, string(r.To), string(r.From))
		case r.Date != "" && r.From != "" && r.Date < r.From.First():
			c.about(e, diag.ReportDates, e.At(join(r.Key, "date")), r.Title, string(r.Date), string(r.From))
		}
		if r.File == "" && r.Address == "" {
			c.about(e, diag.ReportUnpublished, e.At(r.Key), r.Title)
		}
	}
}

// reportsDue looks for kinds of reports of which a newer one should be there. A
// year is allowed for a report to appear, beyond the time that its frequency
// leaves between two. A site without any report says nothing of them yet.
func (c *checker) reportsDue() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	newest := c.s.NewestYear()
	for _, d := range im.Calendar {
		last, years := im.LastReport(d.Kind), d.Frequency.Years()
		if d.Kind == "" || d.Frequency == "" || last == "" || years == 0 || newest-last.Year() <= years+1 {
			continue
		}
		c.about(e, diag.ReportDue, e.At(d.Key), d.Task, string(last), strconv.Itoa(newest))
	}
}

// risks looks for risks of which too little is said to act on them.
func (c *checker) risks() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	for _, r := range im.Risks {
		var lack []string
		for _, f := range []struct {
			key  string
			said bool
		}{{"goals", len(r.Goals) > 0}, {"probability", r.Probability != ""}, {"impact", r.Impact != ""}, {"answer", r.Answer != ""}, {"owner", r.Owner.ID != ""}} {
			if !f.said {
				lack = append(lack, f.key)
			}
		}
		if lack != nil {
			c.about(e, diag.RiskIncomplete, e.At(r.Key), r.Text, strings.Join(lack, ", "))
		}
	}
}
