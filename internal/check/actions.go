package check

import (
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// actions looks at what each action says of itself.
func (c *checker) actions(e *strategy.Entry) {
	a := e.Action
	if a == nil || e.Missing != "" {
		return
	}
	if a.Lead.ID == "" {
		c.about(e, diag.ActionWithoutLead, e.At("title"), name(e))
	}
	if len(a.Goals) == 0 {
		c.about(e, diag.ActionWithoutGoal, e.At("title"), name(e))
	}
	if a.Start != "" && a.End != "" && a.End.Last() < a.Start.First() {
		c.about(e, diag.ActionDates, e.At("end"), name(e), string(a.Start), string(a.End))
	}
	for _, m := range a.Milestones {
		if m.Due != "" && (a.Start != "" && m.Due.Last() < a.Start.First() || a.End != "" && m.Due.First() > a.End.Last()) {
			c.about(e, diag.MilestoneOutside, e.At(join(m.Key, "due")), name(e), m.Text, string(m.Due))
		}
	}
	if (a.State == strategy.ActionSuspended || a.State == strategy.ActionAbandoned) && strings.TrimSpace(a.Reason) == "" {
		c.about(e, diag.ActionReasonMissing, e.At("state"), name(e))
	}
	if a.State == strategy.ActionDone {
		c.unfinished(e)
	}
	c.funding(e)
}

// unfinished reports what contradicts that an action is done, the first of its
// milestones for all.
func (c *checker) unfinished(e *strategy.Entry) {
	a := e.Action
	if a.Completion >= 0 && a.Completion < 100 {
		c.about(e, diag.DoneUnfinished, e.At("completion"), name(e), "completion", strconv.Itoa(a.Completion)+"%")
	}
	for _, m := range a.Milestones {
		if m.Done == "" {
			c.about(e, diag.DoneUnfinished, e.At(m.Key), name(e), "milestones", m.Text)
			return
		}
	}
}

// funding holds the sources against the cost, if all amounts are known.
func (c *checker) funding(e *strategy.Entry) {
	a := e.Action
	sum := 0.0
	for _, f := range a.Funding {
		if f.Amount == 0 {
			return
		}
		sum += f.Amount
	}
	if a.Cost > 0 && len(a.Funding) > 0 && (sum-a.Cost > .5 || a.Cost-sum > .5) {
		c.about(e, diag.FundingDisagrees, e.At("cost"), name(e), number(a.Cost), number(sum))
	}
}

// actionHorizons holds the time of actions against the years of the strategy and
// of their programmes.
func (c *checker) actionHorizons() {
	for _, e := range c.s.Actions {
		if c.outside(e, c.s.Index, c.s.Index.Strategy.Horizon) {
			continue
		}
		if t, ok := c.s.Find(e.Action.Programme, ""); ok && e.Action.Programme.ID != "" {
			c.outside(e, t.Entry, t.Entry.Document.Horizon)
		}
	}
}

// outside reports an action that starts before or ends after the years of a document.
func (c *checker) outside(e, document *strategy.Entry, h strategy.Horizon) bool {
	for _, at := range []struct {
		key  string
		date strategy.Date
	}{{"start", e.Action.Start}, {"end", e.Action.End}} {
		y := at.date.Year()
		if y != 0 && (h.From > 0 && y < h.From || h.To > 0 && y > h.To) {
			c.about(e, diag.ActionBeyondHorizon, e.At(at.key), name(e), string(at.date), name(document), strconv.Itoa(h.From)+"–"+strconv.Itoa(h.To))
			return true
		}
	}
	return false
}
