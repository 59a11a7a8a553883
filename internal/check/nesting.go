package check

import (
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// nesting looks whether the years of a document lie within those of the one above
// it: of the site's own documents, or for a document below the strategy of that.
func (c *checker) nesting() {
	for _, d := range c.s.Documents {
		above := c.s.Parent(d)
		switch {
		case above != nil && above.Document.Horizon != strategy.Horizon{}:
			c.nests(d, above, above.Document.Horizon)
		case d.Document.Level == strategy.LevelSubordinate:
			c.nests(d, c.s.Index, c.s.Index.Strategy.Horizon)
		}
	}
}

func (c *checker) nests(d, above *strategy.Entry, outer strategy.Horizon) {
	h := d.Document.Horizon
	if h.From > 0 && outer.From > 0 && h.From < outer.From || h.To > 0 && outer.To > 0 && h.To > outer.To {
		c.about(d, diag.HorizonNotNested, d.At("horizon"), name(d), years(h), name(above), years(outer))
	}
}

// years writes a span of years for a message.
func years(h strategy.Horizon) string {
	text := func(y int) string {
		if y == 0 {
			return "…"
		}
		return strconv.Itoa(y)
	}
	return text(h.From) + "–" + text(h.To)
}

// targetHorizons looks for targets that are due when the strategy is over.
func (c *checker) targetHorizons() {
	last := c.s.Index.Strategy.Horizon.To
	for _, e := range c.s.Indicators {
		for _, a := range e.Indicator.Targets {
			if last > 0 && a.Year > last {
				c.about(e, diag.TargetBeyondHorizon, e.At(join(a.Key, "year")), name(e), strconv.Itoa(a.Year), strconv.Itoa(last))
			}
		}
	}
}

// sameMeasure are spellings of one unit of measure, which differ in more than
// spaces and full stops.
var sameMeasure = [][]string{
	{"%", "procent", "proc", "pct"}, {"szt", "sztuk", "sztuki", "sztuka"}, {"osoby", "osób", "osoba", "os"},
	{"zł", "pln", "złotych", "złote"}, {"km", "kilometry", "kilometrów"}, {"m", "metry", "metrów"}, {"ha", "hektary", "hektarów"},
	{"miejsca", "miejsc", "miejsce"}, {"godziny", "godzin", "godz", "h"}, {"lata", "lat", "rok"},
}

// measureKey is the same for all spellings of a unit of measure.
func measureKey(unit string) string {
	key := strings.Map(func(r rune) rune {
		if r == '.' || r == ' ' || r == '\u00a0' || r == '\u202f' {
			return -1
		}
		return r
	}, unit) // in its case: a Mg is no mg
	for _, same := range sameMeasure {
		if slices.Contains(same, strings.ToLower(key)) {
			return same[0]
		}
	}
	return key
}

// unitForms looks for units of measure with more or fewer forms than the language of
// the document has.
func (c *checker) unitForms() {
	least, most := strategy.CountForms(c.s.LangOf(c.s.Index))
	for _, e := range c.s.Indicators {
		if n := len(e.Indicator.UnitForms); n > 0 && (n < least || n > most) {
			c.about(e, diag.UnitForms, e.At("unit_forms"), name(e), strconv.Itoa(n), strconv.Itoa(most))
		}
	}
}

// measures looks for units of measure that are written in more than one way. The
// way of most indicators is the right one, of as many the one that comes first.
func (c *checker) measures() {
	count, order := map[string]map[string]int{}, map[string][]string{}
	for _, e := range c.s.Indicators {
		unit := e.Indicator.Unit
		if unit == "" {
			continue
		}
		key := measureKey(unit)
		if count[key] == nil {
			count[key] = map[string]int{}
		}
		if count[key][unit]++; count[key][unit] == 1 {
			order[key] = append(order[key], unit)
		}
	}
	for _, e := range c.s.Indicators {
		key := measureKey(e.Indicator.Unit)
		if len(order[key]) < 2 {
			continue
		}
		usual := order[key][0]
		for _, unit := range order[key] {
			if count[key][unit] > count[key][usual] {
				usual = unit
			}
		}
		if e.Indicator.Unit != usual {
			c.about(e, diag.MeasureVaries, e.At("unit"), name(e), e.Indicator.Unit, usual)
		}
	}
}
