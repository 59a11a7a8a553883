package site

import (
	"strings"

	"strategia/internal/strategy"
)

// methodAddress is where the method of progress is published.
const methodAddress = "https://open-sdg.readthedocs.io/en/latest/progress-methodology/"

func (s *Site) indicatorView(r *Recorder, e *strategy.Entry) any {
	m := r.at(s.pagePath(e.Kind, e.ID))
	m.source(e)
	card, _ := m.card(e.Ref())
	x := e.Indicator
	v := IndicatorView{
		Page: m.entryPage(e, "indicator", m.named("indicators")), Card: card, Summary: m.typeset(e, e.Summary), Missing: m.typeset(e, e.Missing),
		Definition: m.typeset(e, x.Definition), Formula: m.typeset(e, x.Formula), Facts: m.indicatorFacts(e), Goals: m.cards(x.Goals),
		Values: m.indicatorPart(e, "values", false), Notes: m.notes(e), Mentions: m.mentions(e.Ref()),
	}
	if v.Description == "" {
		v.Description = description(x.Definition)
	}
	if x.Level != "" {
		v.LevelText = m.word("indicator-level." + string(x.Level))
	}
	v.Heading, v.Body = m.headedBody(e)
	return v
}

// indicatorFacts are what is known of an indicator besides its values.
func (m *maker) indicatorFacts(e *strategy.Entry) []Detail {
	x := e.Indicator
	var out []Detail
	add := func(name, value, href string) {
		if value != "" {
			out = append(out, Detail{Name: m.word("fact." + name), Value: value, Href: href})
		}
	}
	add("measure", x.Unit, "")
	if x.Polarity != "" {
		add("polarity", m.word("polarity."+string(x.Polarity)), "")
	}
	if x.Frequency != "" {
		add("frequency", m.word("frequency."+string(x.Frequency)), "")
	}
	add("source", cmpOr(x.Source.Name, x.Source.Address), x.Source.Address)
	if x.Source.Variable != "" {
		add("variable", x.Source.Variable, "")
	}
	if c := m.cardPtr(x.Owner); c != nil {
		add("owner", c.Title, c.Href)
	}
	if x.Base.Stated() {
		add("base", m.aim(x, x.Base), "")
	}
	for _, a := range x.Targets {
		add("target-"+string(a.Kind), m.aim(x, a), "")
	}
	return out
}

// aim writes a base or target out: "30 µg/m³ (2030)".
func (m *maker) aim(x *strategy.Indicator, a strategy.Aim) string {
	return m.measured(x, a.Value) + " (" + itoa(a.Year) + ")"
}

// measured writes a value with its unit.
func (m *maker) measured(x *strategy.Indicator, v float64) string {
	return m.counted(x, v, x.Decimals())
}

// addMeasure covers what counted shows besides the value.
func (d *digest) addMeasure(x *strategy.Indicator) {
	d.add(x.Unit, itoa(len(x.UnitForms)), itoa(x.Decimals()))
	d.add(x.UnitForms...)
}

// counted writes a value with so many decimals, and its unit.
func (m *maker) counted(x *strategy.Indicator, v float64, decimals int) string {
	w := m.s.Words()
	number, unit := w.Number(v, decimals), x.Counted(w.Lang, v, decimals)
	if unit == "" {
		return number
	}
	if unit == "%" {
		return w.Percent(number)
	}
	return number + "\u00a0" + unit
}

// indicatorPart is what the data of an indicator say; id goes before the ids of
// its parts. A chart in a text is as wide as the text.
func (m *maker) indicatorPart(e *strategy.Entry, id string, inText bool) *IndicatorPart {
	m.source(e)
	x := e.Indicator
	card, _ := m.card(e.Ref())
	p := &IndicatorPart{Card: card, Now: m.word("indicator.none"), Stale: m.staleText(x), Table: m.valueTable(e, id, inText)}
	if now := x.Latest(); now != nil {
		p.Now = m.word("indicator.now", m.period(now.Period), m.measured(x, now.Value))
		if now.Status != strategy.Final {
			p.Now += " (" + m.word("observation."+string(now.Status)) + ")"
		}
		p.Progress = m.progress(x)
	}
	return p
}

// period writes a period out: "2023", "IV kwartał 2023 r.".
func (m *maker) period(p strategy.Period) string {
	switch p.Parts {
	case 12:
		return m.word("month-year", m.word("month-name."+itoa(p.Part)), itoa(p.Year))
	case 2, 4:
		return m.word("period."+itoa(p.Parts)+"."+itoa(p.Part), itoa(p.Year))
	}
	return p.String()
}

// staleText says that newer values should be there, or is "".
func (m *maker) staleText(x *strategy.Indicator) string {
	m.note(FactNewest, "")
	if since := x.StaleSince(m.s.newest()); since != 0 {
		return m.word("indicator.stale", itoa(since))
	}
	return ""
}

// periodAnchor is the id, on an indicator's page, of the row of a period.
func (s *Site) periodAnchor(p strategy.Period) string {
	return s.Words().Get("path.period") + "-" + strings.ToLower(p.String())
}

// valueTable is the values of an indicator with its base and targets, by time, and
// the picture of them.
func (m *maker) valueTable(e *strategy.Entry, id string, inText bool) *ValueTable {
	x := e.Indicator
	if !x.Tells() {
		return nil
	}
	t := &ValueTable{ID: id + "-table", Caption: m.word("caption.indicator", e.Title), CSV: m.csvHref("indicator-" + e.ID + ".csv"), Dimensions: x.Dimensions}
	based := !x.Base.Stated()
	for _, o := range x.Series {
		row := ValueRow{Period: m.period(o.Period), Of: o.Of, Note: m.typeset(e, o.Note), Kind: m.word("observation.final")}
		if o.Whole() && id == "values" {
			row.Anchor = m.s.periodAnchor(o.Period)
		}
		if o.Status != strategy.Final {
			row.Kind = m.word("observation." + string(o.Status))
		}
		if !o.Known {
			row.Value, row.Missing, row.Kind = m.word("indicator.gap"), true, ""
		} else {
			row.Value = m.measured(x, o.Value)
		}
		if o.Known && o.Whole() && o.Period == (strategy.Period{Year: x.Base.Year}) && x.Round(o.Value) == x.Round(x.Base.Value) {
			row.Kind, based = m.word("observation.base"), true
		}
		t.Rows = append(t.Rows, row)
	}
	aim := func(a strategy.Aim, kind string) {
		t.Rows = append(t.Rows, ValueRow{Period: itoa(a.Year), Value: m.measured(x, a.Value), Kind: m.word(kind), Of: make([]string, len(x.Dimensions))})
	}
	if !based {
		aim(x.Base, "observation.base")
	}
	for _, a := range x.Targets {
		aim(a, "observation.target-"+string(a.Kind))
	}
	t.Chart = m.drawIndicator(e, id, inText)
	return t
}

// progress says how far an indicator has come, with the working.
func (m *maker) progress(x *strategy.Indicator) *ProgressPart {
	p := x.Progress()
	out := &ProgressPart{Text: m.word("progress." + string(p.Status)), Method: m.method()}
	if !p.Status.Measured() {
		return out
	}
	out.Status = string(p.Status)
	w := m.s.Words()
	n := func(v float64) string { return w.Number(v, x.Decimals()) }
	rate := func(v float64) string {
		if p.Compound {
			return w.Percent(w.Number(v*100, 2))
		}
		return m.counted(x, v, x.Decimals()+2)
	}
	if p.Needed == 0 {
		return out
	}
	out.Share = m.word("progress.share", w.Number(p.Share*100, 0), m.measured(x, p.Base.Value), m.measured(x, p.Now.Value), m.measured(x, p.Target.Value))
	passed, planned := w.Number(max(p.Now.Period.Time()-float64(p.Base.Year), 0), -1), itoa(p.Target.Year-p.Base.Year)
	way := func(to float64, years string) string {
		switch {
		case p.Compound:
			return "(" + n(to) + " : " + n(p.Base.Value) + ")^(1 : " + years + ") − 1"
		case x.Polarity == strategy.Nominant:
			return m.word("progress.distance", n(to), n(p.Target.Value), n(p.Base.Value), years)
		}
		return "(" + n(to) + " − " + n(p.Base.Value) + ") : " + years
	}
	out.Steps = []string{
		m.word("progress.observed", itoa(p.Base.Year), m.period(p.Now.Period), way(p.Now.Value, passed)+" = "+rate(p.Observed)),
		m.word("progress.needed", itoa(p.Base.Year), itoa(p.Target.Year), way(p.Target.Value, planned)+" = "+rate(p.Needed)),
		m.word("progress.ratio", rate(p.Observed)+" : "+rate(p.Needed)+" = "+w.Number(p.Ratio, 2)),
	}
	return out
}

// method links to where the method of progress is published.
func (m *maker) method() Link { return Link{Href: methodAddress, Text: m.word("progress.method-name")} }

func (s *Site) indicatorsView(r *Recorder) any {
	m := r.at(s.single("indicators"))
	v := IndicatorsView{Page: m.singlePage("indicators"), Method: m.method(), CSV: s.data("indicators.csv"), Observations: s.data("observations.csv")}
	all := m.all(strategy.KindIndicator)
	counts := map[strategy.ProgressStatus]int{}
	for _, e := range all {
		m.source(e)
		counts[e.Indicator.Progress().Status]++
	}
	for _, j := range strategy.Judgements {
		v.Legend = append(v.Legend, Detail{Name: m.word("progress." + string(j)), Value: m.word("progress-means." + string(j))})
		v.Counts = append(v.Counts, Detail{Name: m.word("progress." + string(j)), Value: itoa(counts[j])})
		delete(counts, j)
	}
	without := 0
	for _, n := range counts {
		without += n
	}
	v.Counts = append(v.Counts, Detail{Name: m.word("progress.without"), Value: itoa(without)})
	for _, level := range append(strategy.IndicatorLevels[:len(strategy.IndicatorLevels):len(strategy.IndicatorLevels)], "") {
		var of []*strategy.Entry
		for _, e := range all {
			if e.Indicator.Level == level {
				of = append(of, e)
			}
		}
		if of != nil {
			name := cmpOr(string(level), "other")
			v.Groups = append(v.Groups, IndicatorGroup{Title: m.word("indicator-levels." + name), ID: "level-" + name,
				Table: *m.indicatorTable(of, "level-"+name, m.word("indicator-levels."+name), true)})
		}
	}
	return v
}

// indicatorsOf are the indicators that name a goal or unit, for its page.
func (m *maker) indicatorsOf(e *strategy.Entry) *IndicatorTable {
	m.note(FactTies, e.Ref().String())
	return m.indicatorTable(m.s.s.IndicatorsOf(e), "indicators", m.word("caption.indicators", e.Title), e.Kind != strategy.KindGoal)
}

// indicatorTable lists indicators with their values; nil if there are none.
func (m *maker) indicatorTable(of []*strategy.Entry, id, caption string, goals bool) *IndicatorTable {
	if len(of) == 0 {
		return nil
	}
	t := &IndicatorTable{ID: id + "-table", Caption: caption, ShowGoals: goals}
	for _, e := range of {
		m.source(e)
		x := e.Indicator
		card, _ := m.card(e.Ref())
		row := IndicatorRow{Card: card, Stale: m.staleText(x)}
		if goals {
			row.Goals = m.cards(x.Goals)
		}
		if x.Base.Stated() {
			row.Base = m.aim(x, x.Base)
		}
		if target := x.Target(); target.Stated() {
			row.Target = m.aim(x, target)
		}
		if now := x.Latest(); now != nil {
			row.Now = m.measured(x, now.Value) + " (" + m.period(now.Period) + ")"
		}
		p := x.Progress()
		row.StatusText = m.word("progress." + string(p.Status))
		if p.Status.Measured() {
			row.Status = string(p.Status)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// sumTies covers which indicators, actions and documents name a goal, unit or document.
func (s *Site) sumTies(d *digest, arg string) {
	ref, _, _ := reference(arg)
	if e := s.entry(ref.Kind, ref.ID); e != nil {
		d.entries(s.s.IndicatorsOf(e))
		d.entries(s.s.ActionsOf(e))
		d.entries(s.s.ProgrammesOf(e))
	}
}

// chosenIndicators are those of a goal, of a level, or all.
func (m *maker) chosenIndicators(goal string, level strategy.IndicatorLevel) []*strategy.Entry {
	of := m.all(strategy.KindIndicator)
	if goal != "" {
		t, ok := m.find(strategy.Ref{Kind: strategy.KindGoal, ID: goal}, "")
		if !ok {
			return nil
		}
		m.note(FactTies, t.Ref.String())
		of = m.s.s.IndicatorsOf(t.Entry)
	}
	var out []*strategy.Entry
	for _, e := range of {
		if m.source(e); level == "" || e.Indicator.Level == level {
			out = append(out, e)
		}
	}
	return out
}

// quoted is the observation that a link asks for, as it was written; nil if it
// asks for none or there is none.
func (m *maker) quoted(t strategy.Target, link string) *strategy.Observation {
	_, period, asked := strings.Cut(link, "?year=")
	if !asked || t.Entry.Indicator == nil {
		return nil
	}
	period, _, _ = strings.Cut(period, "#")
	p, _ := strategy.ParsePeriod(period)
	return m.source(t.Entry).Indicator.At(p)
}
