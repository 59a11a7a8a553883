package site

import (
	"html/template"
	"strings"

	"strategia/internal/drawing"
	"strategia/internal/strategy"
)

// drawIndicator draws the values of an indicator with its base and targets; ""
// if there are too few for a picture to show anything.
func (m *maker) drawIndicator(e *strategy.Entry, id string, inText bool) template.HTML {
	x, w := e.Indicator, m.s.Words()
	number := func(v float64) string { return w.Number(v, x.Decimals()) }
	c := drawing.Chart{
		Name: drawing.Name{ID: id + "-chart", Title: m.word("drawing.indicator", e.Title), Desc: m.chartText(x)}, Unit: x.Unit, Narrow: inText,
		Number: func(v float64) string { return w.Number(v, -1) },
		Legend: drawing.ChartLegend{Series: m.word("observation.final"), Soft: m.word("chart.soft"), Base: m.word("observation.base"),
			Target: m.word("chart.target"), Path: m.word("chart.path")},
	}
	known := 0
	for _, o := range x.Wholes() {
		if o.Known {
			known++
		}
		c.Points = append(c.Points, drawing.Point{Time: o.Period.Time(), Value: o.Value, Known: o.Known, Soft: o.Status != strategy.Final, Text: number(o.Value)})
	}
	mark := func(a strategy.Aim) drawing.Mark {
		return drawing.Mark{Time: float64(a.Year), Value: a.Value, Text: number(a.Value)}
	}
	if x.Base.Stated() {
		base := mark(x.Base)
		c.Base = &base
		known++
	}
	for _, a := range x.Targets {
		c.Targets = append(c.Targets, mark(a))
	}
	if known+len(c.Targets) < 2 || len(c.Points) > mostDrawn*3 {
		return ""
	}
	return template.HTML(c.SVG()) // escaped by the drawing
}

// chartText says in words what a chart shows: from where to where, whether that
// is the good way, what is to be reached, and what is not known.
func (m *maker) chartText(x *strategy.Indicator) string {
	var out []string
	var first *strategy.Observation
	var gaps []string
	wholes := x.Wholes()
	for i := range wholes {
		switch o := &wholes[i]; {
		case !o.Known:
			gaps = append(gaps, m.period(o.Period))
		case first == nil:
			first = o
		}
	}
	now := x.Latest()
	switch {
	case now == nil:
		out = append(out, m.word("indicator.none"))
	case first.Period == now.Period:
		out = append(out, m.word("indicator.now", m.period(now.Period), m.measured(x, now.Value))+".")
	default:
		from, to := m.measured(x, first.Value)+" ("+m.period(first.Period)+")", m.measured(x, now.Value)+" ("+m.period(now.Period)+")"
		out = append(out, m.word("chart."+trend(x, first.Value, now.Value), from, to))
	}
	if now != nil && now.Status != strategy.Final {
		out = append(out, m.word("chart.last-soft"))
	}
	if x.Base.Stated() {
		out = append(out, m.word("chart.base", m.aim(x, x.Base)))
	}
	for _, a := range x.Targets {
		out = append(out, m.word("chart.target-"+string(a.Kind), m.aim(x, a)))
	}
	if gaps != nil {
		out = append(out, m.word("chart.gaps", strings.Join(gaps, ", ")))
	}
	return strings.Join(out, " ")
}

// trend is the word for a change, with whether it is the wanted one where that
// is known.
func trend(x *strategy.Indicator, from, to float64) string {
	from, to = x.Round(from), x.Round(to)
	word, good := "rose", x.Polarity == strategy.Stimulant
	switch {
	case from == to:
		return "stayed"
	case to < from:
		word, good = "fell", x.Polarity == strategy.Destimulant
	}
	switch {
	case x.Polarity != strategy.Stimulant && x.Polarity != strategy.Destimulant:
		return word
	case good:
		return word + "-well"
	}
	return word + "-badly"
}
