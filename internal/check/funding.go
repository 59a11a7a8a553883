package check

import (
	"strconv"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// frame looks at the lines of the funding frame: what each is for, its years, and
// whether it is counted twice.
func (c *checker) frame() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	type sum struct {
		source         string
		goal, document string
		year           int
	}
	seen := map[sum]bool{}
	for _, f := range im.Funding {
		if f.Goal.ID != "" && f.Document.ID != "" {
			c.about(e, diag.FundingBoth, e.At(join(f.Key, "document")), f.Source)
		}
		for _, y := range f.Years {
			key := sum{fold(f.Source), f.Goal.ID, f.Document.ID, y.Year}
			if seen[key] {
				c.about(e, diag.FundingTwice, e.At(join(join(f.Key, "years"), strconv.Itoa(y.Year))), f.Source, strconv.Itoa(y.Year))
			}
			seen[key] = true
		}
		c.frameYears(e, &f)
	}
}

// frameYears holds the years of a line against those of the strategy and of the
// document that it is for.
func (c *checker) frameYears(e *strategy.Entry, f *strategy.FundingLine) {
	within := []*strategy.Entry{c.s.Index}
	if t, ok := c.s.Find(f.Document, ""); ok && f.Document.ID != "" {
		within = append(within, t.Entry)
	}
	for _, y := range f.Years {
		for _, d := range within {
			h := horizonOf(d)
			if h.From > 0 && y.Year < h.From || h.To > 0 && y.Year > h.To {
				c.about(e, diag.FundingBeyondHorizon, e.At(join(join(f.Key, "years"), strconv.Itoa(y.Year))), f.Source, strconv.Itoa(y.Year), name(d),
					strconv.Itoa(h.From)+"–"+strconv.Itoa(h.To))
				break
			}
		}
	}
}

// frameSums holds the costs of the actions of a document against what the frame
// gives it. A document that the frame does not name has its money elsewhere.
func (c *checker) frameSums() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	for _, d := range c.s.Documents {
		lines := c.s.FundingOf(d)
		if lines == nil {
			continue
		}
		given, cost := 0.0, 0.0
		for _, f := range lines {
			given += f.Total()
		}
		for _, a := range c.s.ActionsOf(d) {
			cost += a.Action.Cost
		}
		if cost-given > .5 {
			c.about(e, diag.FundingShort, e.At("implementation.funding"), name(d), number(cost), number(given))
		}
	}
}
