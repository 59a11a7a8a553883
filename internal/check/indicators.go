package check

import (
	"math"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// figures holds the figures that links quote of indicators against the data.
func (c *checker) figures(e *strategy.Entry) {
	for i := range e.Links {
		l := &e.Links[i]
		if l.Period == "" {
			continue
		}
		t, ok := c.s.Find(l.Ref(), l.Fragment)
		if !ok || t.Entry.Indicator == nil {
			continue
		}
		at, x := e.In(l.Start, l.End), t.Entry.Indicator
		p, _ := strategy.ParsePeriod(l.Period)
		o := x.At(p)
		if o == nil || !o.Known {
			c.report(diag.New(diag.PeriodUnknown, at, name(t.Entry), l.Period).Concerning(t.Ref.String()))
			continue
		}
		if typed, scale, ok := figure(l.Text); ok && !quotes(typed, scale, o.Value) {
			c.report(diag.New(diag.FigureDisagrees, at, l.Text, number(x.Round(o.Value)), name(t.Entry), o.Period.String()).Concerning(t.Ref.String()))
		}
	}
}

// scales are the words behind a figure that stand for zeros.
var scales = []struct {
	word  string
	zeros float64
}{{"tys", 1e3}, {"mln", 1e6}, {"mld", 1e9}}

// figure returns the number with which a text starts, as it is typed, and what it
// is to be multiplied by; ok is false if there is none.
func figure(text string) (typed string, scale float64, ok bool) {
	end := strings.IndexFunc(text, func(r rune) bool {
		return (r < '0' || r > '9') && !strings.ContainsRune("-−–., \u00a0\u202f", r)
	})
	unit := ""
	if end >= 0 {
		text, unit = text[:end], text[end:]
	}
	typed = strings.TrimRight(text, "., \u00a0\u202f")
	scale = 1
	for _, s := range scales {
		if strings.HasPrefix(unit, s.word) {
			scale = s.zeros
		}
	}
	_, ok = strategy.ParseNumber(typed)
	return typed, scale, ok
}

// quotes reports whether a typed figure is the value, rounded to as many decimals
// as were typed.
func quotes(typed string, scale, value float64) bool {
	v, _ := strategy.ParseNumber(typed)
	decimals := 0
	if i := strings.LastIndexAny(typed, ",."); i >= 0 {
		decimals = len(typed) - i - 1
	}
	unit := math.Pow10(decimals)
	return math.Abs(math.Round(value/scale*unit)-v*unit) < .01
}

// number writes a number for a message, long ones in groups of three digits.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	end := strings.IndexByte(s+".", '.')
	first := strings.LastIndexByte(s, '-') + 1
	if end-first < 5 {
		return s
	}
	for i := end - 3; i > first; i -= 3 {
		s = s[:i] + "\u00a0" + s[i:]
	}
	return s
}

// goalIndicators looks for top goals that nobody can measure. A site without a
// single indicator says nothing of them yet.
func (c *checker) goalIndicators() {
	if len(c.s.Indicators) == 0 {
		return
	}
	for _, g := range c.s.Index.Strategy.Gaps {
		// "Wskaźniki", not "Wartości wskaźnika dla celu 2.3".
		if title := strings.ToLower(g.Title); strings.HasPrefix(title, "wskaźniki") || strings.HasPrefix(title, "indicators") {
			return
		}
	}
	for _, g := range c.tops() {
		if _, at := c.s.LevelOf(g); at == 0 && g.Missing == "" && !c.measured(g) {
			c.about(g, diag.GoalWithoutIndicator, g.At("title"), name(g))
		}
	}
}

// measured reports whether the goal or one below it has an indicator of its own
// with a base and a target.
func (c *checker) measured(goal *strategy.Entry) bool {
	for _, e := range c.s.IndicatorsOf(goal) {
		if x := e.Indicator; x.Level != strategy.IndicatorContext && x.Base.Stated() && len(x.Targets) > 0 {
			return true
		}
	}
	for _, g := range c.s.Children(goal) {
		if c.measured(g) {
			return true
		}
	}
	return false
}

// indicators looks at the base, the targets and the values of each indicator.
func (c *checker) indicators(e *strategy.Entry) {
	x := e.Indicator
	if x == nil || e.Missing != "" {
		return
	}
	if len(x.Goals) == 0 && x.Level != strategy.IndicatorContext {
		c.about(e, diag.IndicatorWithoutGoal, e.At("title"), name(e))
	}
	c.base(e)
	c.targets(e)
	if x.Unit == "%" || strings.EqualFold(x.Unit, "procent") {
		c.percentages(e)
	}
}

func (c *checker) base(e *strategy.Entry) {
	x := e.Indicator
	if !x.Base.Stated() || len(x.Series) == 0 {
		return
	}
	switch o := x.At(strategy.Period{Year: x.Base.Year}); {
	case o == nil || !o.Known:
		c.about(e, diag.BaseAbsent, e.At(join(x.Base.Key, "year")), name(e), strconv.Itoa(x.Base.Year))
	case x.Round(o.Value) != x.Round(x.Base.Value):
		c.about(e, diag.BaseDisagrees, e.At(join(x.Base.Key, "value")), name(e), number(x.Base.Value), number(o.Value), strconv.Itoa(x.Base.Year))
	}
}

func (c *checker) targets(e *strategy.Entry) {
	x := e.Indicator
	seen := map[int]bool{}
	for _, a := range x.Targets {
		switch at := e.At(join(a.Key, "year")); {
		case !a.Stated():
		case x.Base.Stated() && a.Year <= x.Base.Year:
			c.about(e, diag.TargetBeforeBase, at, name(e), strconv.Itoa(a.Year), strconv.Itoa(x.Base.Year))
		case seen[a.Year]:
			c.about(e, diag.TargetTwice, at, name(e), strconv.Itoa(a.Year))
		}
		seen[a.Year] = true
	}
	if target := x.Target(); target.Stated() && x.Base.Stated() {
		if _, agrees := x.Direction(); !agrees {
			c.about(e, diag.TargetAgainst, e.At(join(target.Key, "value")), name(e), number(x.Base.Value), number(target.Value))
		}
	}
}

func (c *checker) percentages(e *strategy.Entry) {
	x := e.Indicator
	outside := func(v float64, year int, at source.Span) {
		if v < 0 || v > 100 {
			c.about(e, diag.PercentBounds, at, name(e), number(v), strconv.Itoa(year))
		}
	}
	if x.Base.Stated() {
		outside(x.Base.Value, x.Base.Year, e.At(join(x.Base.Key, "value")))
	}
	for _, a := range x.Targets {
		outside(a.Value, a.Year, e.At(join(a.Key, "value")))
	}
	for i := range x.Series {
		if o := &x.Series[i]; o.Known && (o.Value < 0 || o.Value > 100) {
			outside(o.Value, o.Period.Year, e.At("unit"))
			return // one tells enough
		}
	}
}

// stale looks for indicators that should have newer values. There is no clock
// here: the present is the newest year that the site itself knows.
func (c *checker) stale() {
	newest := c.s.NewestYear()
	for _, e := range c.s.Indicators {
		if since := e.Indicator.StaleSince(newest); since != 0 && e.Missing == "" {
			c.about(e, diag.IndicatorStale, e.At("frequency"), name(e), strconv.Itoa(since), strconv.Itoa(newest))
		}
	}
}

// strays looks for dates so far after all others that they are not believed.
func (c *checker) strays() {
	now := strconv.Itoa(c.s.Present())
	for _, f := range c.s.Strays() {
		if f.Date != "" {
			c.about(f.Entry, diag.DateFar, f.Entry.At(f.Key), name(f.Entry), string(f.Date), now)
			continue
		}
		key := "data"
		if f.Entry.Indicator.Data == "" {
			key = "title"
		}
		c.about(f.Entry, diag.PeriodFar, f.Entry.At(key), name(f.Entry), f.Period.String(), now, f.Entry.DataPath())
	}
}
