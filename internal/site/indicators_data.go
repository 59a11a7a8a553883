package site

import (
	"strconv"
	"strings"

	"strategia/internal/strategy"
)

// plain writes a number for machines: a decimal point, no spaces.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func (m *maker) indicatorsCSV(of []*strategy.Entry) [][]string {
	out := [][]string{m.head("indicators")}
	for _, e := range of {
		m.source(e)
		x := e.Indicator
		word := func(prefix, v string) string {
			if v == "" {
				return ""
			}
			return m.word(prefix + v)
		}
		row := []string{e.ID, e.Number, e.Title, word("indicator-level.", string(x.Level)), x.Unit, word("polarity.", string(x.Polarity)),
			word("frequency.", string(x.Frequency)), joinedIDs(x.Goals), x.Owner.ID, x.Source.Name, x.Source.Variable}
		for _, a := range []strategy.Aim{x.Base, x.Target()} {
			if a.Stated() {
				row = append(row, itoa(a.Year), plain(a.Value))
			} else {
				row = append(row, "", "")
			}
		}
		if now := x.Latest(); now != nil {
			row = append(row, now.Period.String(), plain(now.Value), m.word("observation."+cmpOr(string(now.Status), "final")))
		} else {
			row = append(row, "", "", "")
		}
		p, ratio := x.Progress(), ""
		if p.Needed != 0 {
			ratio = strconv.FormatFloat(p.Ratio, 'f', 4, 64)
		}
		out = append(out, append(row, m.word("progress."+string(p.Status)), ratio, e.Missing))
	}
	return out
}

// observationsCSV is every value of every indicator, a row each.
func (m *maker) observationsCSV() [][]string {
	out := [][]string{m.head("observations")}
	for _, e := range m.all(strategy.KindIndicator) {
		m.source(e)
		x := e.Indicator
		for _, o := range x.Series {
			var of []string
			for i, v := range o.Of {
				if v != "" {
					of = append(of, x.Dimensions[i]+"="+v)
				}
			}
			out = append(out, []string{e.ID, o.Period.String(), observed(&o), x.Unit, m.observationStatus(&o), strings.Join(of, "; "), o.Note})
		}
	}
	return out
}

func observed(o *strategy.Observation) string {
	if !o.Known {
		return ""
	}
	return plain(o.Value)
}

func (m *maker) observationStatus(o *strategy.Observation) string {
	if !o.Known {
		return m.word("indicator.gap")
	}
	return m.word("observation." + cmpOr(string(o.Status), "final"))
}

// indicatorCSV is the table of one indicator, with its base and targets.
func (m *maker) indicatorCSV(e *strategy.Entry) [][]string {
	x := e.Indicator
	out := [][]string{headOf(m.indicatorColumns(e))}
	for _, o := range x.Series {
		out = append(out, append(append([]string{o.Period.String(), observed(&o), x.Unit, m.observationStatus(&o)}, o.Of...), o.Note))
	}
	aim := func(a strategy.Aim, kind string) {
		row := append([]string{itoa(a.Year), plain(a.Value), x.Unit, m.word(kind)}, make([]string, len(x.Dimensions)+1)...)
		out = append(out, row)
	}
	if x.Base.Stated() {
		aim(x.Base, "observation.base")
	}
	for _, a := range x.Targets {
		aim(a, "observation.target-"+string(a.Kind))
	}
	return out
}

// The exported model of indicators.
type (
	modelIndicator struct {
		modelEntry
		Level        string             `json:"level,omitempty"`
		Goals        []string           `json:"goals,omitempty"`
		Owner        string             `json:"owner,omitempty"`
		Definition   string             `json:"definition,omitempty"`
		Formula      string             `json:"formula,omitempty"`
		Unit         string             `json:"unit,omitempty"`
		Polarity     string             `json:"polarity,omitempty"`
		Frequency    string             `json:"frequency,omitempty"`
		Source       *modelOrigin       `json:"source,omitempty"`
		Base         *modelAim          `json:"base,omitempty"`
		Targets      []modelAim         `json:"targets,omitempty"`
		Progress     *modelProgress     `json:"progress,omitempty"`
		Dimensions   []string           `json:"dimensions,omitempty"`
		Observations []modelObservation `json:"observations,omitempty"`
	}
	modelOrigin struct {
		Name     string `json:"name,omitempty"`
		Address  string `json:"address,omitempty"`
		Variable string `json:"bdlVariable,omitempty"`
		Place    string `json:"bdlUnit,omitempty"`
	}
	modelAim struct {
		Year  int     `json:"year"`
		Value float64 `json:"value"`
		Kind  string  `json:"kind,omitempty"`
	}
	modelProgress struct {
		Status string  `json:"status"`
		Ratio  float64 `json:"ratio,omitempty"`
		Share  float64 `json:"share,omitempty"`
	}
	modelObservation struct {
		Period string   `json:"period"`
		Value  *float64 `json:"value"`
		Status string   `json:"status,omitempty"`
		Note   string   `json:"note,omitempty"`
		Of     []string `json:"of,omitempty"`
	}
)

func (m *maker) modelIndicator(e *strategy.Entry) modelIndicator {
	x := e.Indicator
	out := modelIndicator{modelEntry: m.modelEntry(e), Level: string(x.Level), Goals: ids(x.Goals), Owner: x.Owner.ID, Definition: x.Definition,
		Formula: x.Formula, Unit: x.Unit, Polarity: string(x.Polarity), Frequency: string(x.Frequency), Dimensions: x.Dimensions}
	if x.Source != (strategy.IndicatorSource{}) {
		source := modelOrigin(x.Source)
		out.Source = &source
	}
	if x.Base.Stated() {
		out.Base = &modelAim{Year: x.Base.Year, Value: x.Base.Value}
	}
	for _, a := range x.Targets {
		out.Targets = append(out.Targets, modelAim{a.Year, a.Value, string(a.Kind)})
	}
	if p := x.Progress(); p.Status.Measured() {
		out.Progress = &modelProgress{string(p.Status), round4(p.Ratio), round4(p.Share)}
	}
	for _, o := range x.Series {
		mo := modelObservation{Period: o.Period.String(), Status: string(o.Status), Note: o.Note}
		if o.Known {
			v := o.Value
			mo.Value = &v
		}
		if !o.Whole() {
			mo.Of = o.Of
		}
		out.Observations = append(out.Observations, mo)
	}
	return out
}

// round4 rounds to four decimals, so that machines which reckon otherwise in the
// last bit write the same.
func round4(v float64) float64 {
	out, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 4, 64), 64)
	return out
}
