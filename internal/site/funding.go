package site

import (
	"slices"

	"strategia/internal/strategy"
)

// frameTable is lines of the funding frame, sources by years, with sums; nil if
// there are none.
func (m *maker) frameTable(of []*strategy.FundingLine, id, caption string) *FrameTable {
	if len(of) == 0 {
		return nil
	}
	t := &FrameTable{ID: id + "-funding", Caption: caption}
	e, _ := m.s.s.Implementation()
	years := frameYears(of)
	totals, total := make([]float64, len(years)), 0.0
	for _, f := range of {
		row := FrameRow{Source: m.typeset(e, f.Source), For: m.cardPtr(f.Goal), Total: m.sum(f.Total()), Note: m.typeset(e, f.Note)}
		if row.For == nil {
			row.For = m.cardPtr(f.Document)
		}
		if f.WPF != "" {
			row.Note = joined(m.word("funding.wpf", f.WPF), row.Note)
		}
		for i, y := range years {
			amount := f.In(y)
			totals[i] += amount
			row.Amounts = append(row.Amounts, m.sum(amount))
		}
		total += f.Total()
		t.Rows = append(t.Rows, row)
	}
	for i, y := range years {
		t.Years, t.Totals = append(t.Years, itoa(y)), append(t.Totals, m.sum(totals[i]))
	}
	t.Total = m.sum(total)
	return t
}

// frameYears are the years of lines of the funding frame, in order.
func frameYears(of []*strategy.FundingLine) []int {
	var out []int
	for _, f := range of {
		for _, y := range f.Years {
			out = append(out, y.Year)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sum writes a sum without its currency, which the table's caption names; "" for none.
func (m *maker) sum(v float64) string {
	if v == 0 {
		return ""
	}
	decimals := 0
	if v != float64(int64(v)) {
		decimals = 2
	}
	return m.s.Words().Number(v, decimals)
}

// joined puts two texts together, of which one may be "".
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// chosenFunding are the lines of the frame for a goal or document, or all.
func (m *maker) chosenFunding(goal, document string) []*strategy.FundingLine {
	m.note(FactImplementation, "")
	e, system := m.s.s.Implementation()
	if system == nil {
		return nil
	}
	m.source(e)
	ref := strategy.Ref{Kind: strategy.KindGoal, ID: goal}
	switch {
	case goal == "" && document == "":
		return pointers(system.Funding)
	case goal == "":
		ref = strategy.Ref{Kind: strategy.KindDocument, ID: document}
	}
	t, ok := m.find(ref, "")
	if !ok {
		return nil
	}
	return m.s.s.FundingOf(t.Entry)
}
