package check

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// horizons looks at the years of the strategy and of outer documents.
func (c *checker) horizons(e *strategy.Entry) {
	h := horizonOf(e)
	if h.From > 0 && h.To > 0 && h.From > h.To {
		c.about(e, diag.HorizonReversed, e.At("horizon"), strconv.Itoa(h.From), strconv.Itoa(h.To))
	}
}

// horizonOf is the years that the strategy or a document covers.
func horizonOf(e *strategy.Entry) (h strategy.Horizon) {
	switch e.Kind {
	case strategy.KindStrategy:
		h = e.Strategy.Horizon
	case strategy.KindDocument:
		h = e.Document.Horizon
	}
	return h
}

// act looks at the adopting act and the day from which it binds. Dates are
// compared as text, which for calendar dates is their order.
func (c *checker) act() {
	e := c.s.Index
	d := e.Strategy
	if dated(d.Act.Date) && dated(d.InForce) && d.Act.Date > d.InForce {
		c.about(e, diag.ActAfterForce, e.At("act.date"), string(d.Act.Date), string(d.InForce))
	}
	if year, err := strconv.Atoi(string(d.InForce[:min(4, len(d.InForce))])); err == nil && d.Horizon.To > 0 && year > d.Horizon.To {
		c.about(e, diag.ForceAfterHorizon, e.At("in_force"), string(d.InForce), strconv.Itoa(d.Horizon.To))
	}
	if d.Act.Missing != "" {
		return
	}
	if d.Status == strategy.StatusInForce {
		var lack []string
		for _, f := range [][2]string{{"in_force", string(d.InForce)}, {"act.number", d.Act.Number}, {"act.date", string(d.Act.Date)}} {
			if f[1] == "" {
				lack = append(lack, f[0])
			}
		}
		if len(lack) > 0 {
			c.about(e, diag.ForceWithoutAct, e.At("status"), strings.Join(lack, ", "))
		}
		return
	}
	if what := cmp.Or(string(d.Act.Date), d.Act.Session, d.Act.Body, d.Act.URL); what != "" && d.Act.Number == "" {
		c.about(e, diag.ActIncomplete, e.At("act"), what)
	}
}

func dated(d strategy.Date) bool { return len(d) == len("2018-05-17") }

// addresses looks at the site's own address and at the one for reports.
func (c *checker) addresses() {
	e := c.s.Index
	if base := e.Strategy.BaseURL; base != "" {
		u, err := url.Parse(base)
		if err != nil || u.Scheme != "https" || u.Host == "" || !strings.HasSuffix(u.Path, "/") || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
			d := diag.New(diag.BaseURLInvalid, e.At("base_url"), base).Concerning(e.Ref().String())
			if err == nil && u.Host != "" && u.User == nil {
				d = d.With(diag.HintNearest, "https://"+u.Host+strings.TrimSuffix(u.Path, "/")+"/")
			}
			c.report(d)
		}
	}
	if report := e.Strategy.Report; report != "" {
		u, err := url.Parse(report)
		if err != nil || !(u.Scheme == "mailto" && strings.Contains(u.Opaque, "@") || u.Scheme == "https" && u.Host != "") {
			c.about(e, diag.ReportInvalid, e.At("report"), report)
		}
	}
}

// editions looks at the history of editions.
func (c *checker) editions() {
	e := c.s.Index
	seen := map[string]int{}
	var before strategy.Date
	for i, ed := range e.Strategy.Editions {
		at := item("editions", i)
		if first, twice := seen[ed.ID]; twice && ed.ID != "" {
			c.report(diag.New(diag.EditionTwice, e.At(join(at, "id")), ed.ID).
				At(diag.HintFirst, e.At(join(item("editions", first), "id")), e.Path).Concerning(e.Ref().String()))
		} else {
			seen[ed.ID] = i
		}
		if dated(ed.Date) && dated(before) && ed.Date > before {
			c.about(e, diag.EditionsOrder, e.At(join(at, "date")), string(ed.Date), string(before))
		}
		if ed.Date != "" {
			before = ed.Date
		}
	}
}

// status looks whether the document says that it binds.
func (c *checker) status() {
	if e := c.s.Index; c.s.HasIndex() && e.Strategy.Status == strategy.StatusUnknown && !c.declared("status") {
		c.about(e, diag.StatusMissing, e.At("status"))
	}
}
