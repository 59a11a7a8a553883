package strategy

import (
	"cmp"
	"slices"
	"strings"
)

// What the chapter on carrying the strategy out says of monitoring and
// evaluation: what is due when, by which procedures, what may go wrong, where the
// money comes from, and which reports there are.

// Duty is a line of the calendar of monitoring and evaluation.
type Duty struct {
	Task string
	// Kind is of the report that comes of it, "" if none does.
	Kind      ReportKind
	Units     []Ref
	Frequency Frequency
	// Due is a day of every year, "05-31", or a year, a month or a day.
	Due     string
	When    string // in the document's words, where no date says it
	Section string // anchor in the same chapter, or ""
	Key     string
}

// Day returns the day of every year on which the duty is due.
func (d *Duty) Day() (month, day int, ok bool) { return DayOfYear(d.Due) }

// DayOfYear reads a day of every year, "05-31".
func DayOfYear(s string) (month, day int, ok bool) {
	if len(s) != 5 || s[2] != '-' {
		return 0, 0, false
	}
	month, ok = digits(s[:2])
	day, known := digits(s[3:])
	days := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	return month, day, ok && known && month >= 1 && month <= 12 && day >= 1 && day <= days[month-1]
}

// ReportKind says what a report looks at.
type ReportKind string

// The kinds of reports.
const (
	ReportMonitoring ReportKind = "monitoring" // z monitoringu
	ReportEvaluation ReportKind = "evaluation" // z ewaluacji
)

// ReportKinds lists the kinds.
var ReportKinds = []ReportKind{ReportMonitoring, ReportEvaluation}

// Procedure is how something is done in monitoring and evaluation.
type Procedure struct {
	Title, Text string
	Units       []Ref
	Section     string // as in Duty
	Key         string
}

// Report is a report on a period.
type Report struct {
	Title string
	Kind  ReportKind
	// From and To are the period, each a year, a month or a day; To is From
	// where the period is that.
	From, To Date
	Date     Date // of the report itself
	Units    []Ref
	Text     string // what it found, in short
	// File is a path relative to the chapter's file, Address an address; both
	// may be "".
	File, Address string
	Key           string
}

// LastReport is the end of the period of the newest report of a kind, "" if there
// is none.
func (i *Implementation) LastReport(kind ReportKind) Date {
	var last Date
	for n := range i.Reports {
		if r := &i.Reports[n]; r.Kind == kind {
			last = max(last, r.To)
		}
	}
	return last
}

// refs are all that the implementation refers to.
func (i *Implementation) refs() []Ref {
	var out []Ref
	for _, r := range i.Roles {
		out = append(out, r.Units...)
	}
	for _, t := range i.Hierarchy {
		out = append(out, t.Documents...)
	}
	for _, d := range i.Calendar {
		out = append(out, d.Units...)
	}
	for _, p := range i.Procedures {
		out = append(out, p.Units...)
	}
	for _, r := range i.Reports {
		out = append(out, r.Units...)
	}
	for _, r := range i.Risks {
		out = append(append(out, r.Goals...), r.Owner)
	}
	for _, f := range i.Funding {
		out = append(out, f.Goal, f.Document)
	}
	return out
}

// Parts tells which parts of the implementation there are, by the name of their table.
func (i *Implementation) Parts() []string {
	var out []string
	for _, p := range []struct {
		name string
		n    int
	}{
		{"calendar", len(i.Calendar)}, {"procedures", len(i.Procedures)}, {"risks", len(i.Risks)}, {"funding", len(i.Funding)}, {"reports", len(i.Reports)},
	} {
		if p.n > 0 {
			out = append(out, p.name)
		}
	}
	return out
}

// monitoringRoles tells the units that have a part in monitoring and evaluation,
// with what it is.
func (i *Implementation) monitoringRoles(give func(Ref, UnitRole)) {
	for n := range i.Calendar {
		for _, u := range i.Calendar[n].Units {
			give(u, UnitRole{Duty: &i.Calendar[n]})
		}
	}
	for n := range i.Procedures {
		for _, u := range i.Procedures[n].Units {
			give(u, UnitRole{Procedure: &i.Procedures[n]})
		}
	}
	for n := range i.Reports {
		for _, u := range i.Reports[n].Units {
			give(u, UnitRole{Report: &i.Reports[n]})
		}
	}
	for n := range i.Risks {
		give(i.Risks[n].Owner, UnitRole{Risk: &i.Risks[n]})
	}
}

// NewestFirst returns reports by the end of their period, the newest first, then
// by title.
func NewestFirst(reports []*Report) []*Report {
	out := slices.Clone(reports)
	slices.SortStableFunc(out, func(a, b *Report) int {
		return cmp.Or(strings.Compare(string(b.To.Last()), string(a.To.Last())), strings.Compare(a.Title, b.Title))
	})
	return out
}
