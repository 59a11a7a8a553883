package markdown

import (
	"bytes"
	"math"
	"path"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

var aimFields = []field[strategy.Aim]{
	need(year("year", "rok", "year", func(a *strategy.Aim) *int { return &a.Year })),
	need(quantity("value", "wartość", "value", func(a *strategy.Aim) *float64 { return &a.Value })),
}

var targetFields = append(slices.Clip(aimFields),
	enum("kind", "rodzaj; domyślnie ostatnia jest końcowa", "kind; by default the last one is final", strategy.AimKinds, func(a *strategy.Aim) *strategy.AimKind { return &a.Kind }))

var sourceFields = []field[strategy.IndicatorSource]{
	text_("name", "skąd są wartości, np. GUS", "where the values come from", func(s *strategy.IndicatorSource) *string { return &s.Name }),
	address("address", "adres źródła", "address of the source", func(s *strategy.IndicatorSource) *string { return &s.Address }, web...),
	text_("variable", "numer zmiennej w Banku Danych Lokalnych GUS", "number of the variable in the Local Data Bank of Statistics Poland", func(s *strategy.IndicatorSource) *string { return &s.Variable }),
	text_("place", "dwunastocyfrowy numer obszaru w Banku Danych Lokalnych", "twelve-digit number of the area in the Local Data Bank", func(s *strategy.IndicatorSource) *string { return &s.Place }),
}

var indicatorFields = []field[entry]{
	refs("goals", "cele, które mierzy", "goals that it measures", strategy.KindGoal, func(e *entry) *[]strategy.Ref { return &e.Indicator.Goals }),
	enum("level", "co mierzy: produkt, rezultat, oddziaływanie, kontekst", "what it measures: product, result, impact, context", strategy.IndicatorLevels, func(e *entry) *strategy.IndicatorLevel { return &e.Indicator.Level }),
	text_("definition", "co dokładnie się mierzy", "what exactly is measured", func(e *entry) *string { return &e.Indicator.Definition }),
	text_("formula", "jak się oblicza", "how it is worked out", func(e *entry) *string { return &e.Indicator.Formula }),
	text_("unit", "jednostka miary, jak stoi za liczbą, np. osób", "unit of measure as it stands behind a number, such as persons", func(e *entry) *string { return &e.Indicator.Unit }),
	texts("unit_forms", "formy jednostki po liczbach 1, 2 i 5, np. [osoba, osoby, osób]; czwarta, jeżeli jest inna, po 1,5", "the unit behind 1 and behind other numbers, such as [person, persons]", func(e *entry) *[]string { return &e.Indicator.UnitForms }),
	{name: "precision", typ: "number of decimals", pl: "ile miejsc po przecinku pokazywać; domyślnie tyle, ile mają dane", en: "how many decimals to show; by default those of the data", read: func(d *decoder, v *value, e *entry) {
		if v.kind != isInt || v.n < 0 || v.n > 6 {
			d.report(diag.IntegerExpected, "precision", typedText(v), "0", "6")
			return
		}
		e.Indicator.Precision = v.n
	}},
	enum("polarity", "w którą stronę jest lepiej: stymulanta, destymulanta, nominanta", "which way is better", strategy.Polarities, func(e *entry) *strategy.Polarity { return &e.Indicator.Polarity }),
	enum("frequency", "jak często się mierzy", "how often it is measured", strategy.Frequencies, func(e *entry) *strategy.Frequency { return &e.Indicator.Frequency }),
	nested("source", "źródło wartości", "source of the values", sourceFields, func(e *entry) *strategy.IndicatorSource { return &e.Indicator.Source }),
	ref("owner", "jednostka odpowiedzialna", "unit in charge", strategy.KindUnit, func(e *entry) *strategy.Ref { return &e.Indicator.Owner }),
	{name: "base", typ: "mapping", pl: "wartość bazowa", en: "value to start from",
		read: func(d *decoder, v *value, e *entry) {
			e.Indicator.Base = strategy.Aim{Value: math.NaN(), Key: string(d.key)}
			object(d, v, &e.Indicator.Base, aimFields)
		},
		sub: func(prefix string) []KeyDoc { return keysOf(prefix, aimFields) }},
	nestedList("targets", "wartości docelowe", "values to arrive at", targetFields, func(e *entry) *[]strategy.Aim { return &e.Indicator.Targets },
		func(d *decoder, a *strategy.Aim, _ *entry) { a.Value, a.Key = math.NaN(), string(d.key) }, nil),
	{name: "data", typ: "path of a CSV or XLSX file", pl: "plik z wartościami, CSV albo XLSX; domyślnie o tej samej nazwie, z rozszerzeniem .csv", en: "file of the values, CSV or XLSX; by default the one of the same name, ending in .csv", read: func(d *decoder, v *value, e *entry) {
		s, ok := d.text(v)
		if !ok {
			return
		}
		if full := path.Join(path.Dir(e.Path), s); strings.HasPrefix(s, "/") || strings.Contains(s, `\`) || !strings.HasPrefix(full, "content/") || !strings.EqualFold(path.Ext(s), ".csv") && !strings.EqualFold(path.Ext(s), ".xlsx") {
			d.report(diag.DataPathInvalid, s)
			return
		}
		e.Indicator.Data = s
	}},
	text_("sheet", "arkusz w pliku XLSX; domyślnie pierwszy", "sheet of an XLSX file; the first by default", func(e *entry) *string { return &e.Indicator.Sheet }),
}

// quantity reads a number, as YAML or as a text in the writing of people.
func quantity[T any](name, pl, en string, to func(*T) *float64) field[T] {
	return field[T]{name: name, typ: "number", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		n, typed, ok := d.quantity(v)
		if !ok {
			d.report(diag.NumberExpected, name, typed)
		}
		*to(dst) = n
	}}
}

// quantity returns the number that v is, NaN if it is none, and it as typed.
func (d *decoder) quantity(v *value) (n float64, typed string, ok bool) {
	typed = typedText(v)
	if v.kind == isInt && bytes.Contains(d.t.yaml(d.m), []byte(": 0")) {
		typed = d.source() // YAML takes 010 for eight
	}
	n, ok = strategy.ParseNumber(typed)
	if !ok || v.kind == isBool || v.kind == isList || v.kind == isMap {
		return math.NaN(), typed, false
	}
	return n, typed, true
}

// typedText is a scalar as messages quote it.
func typedText(v *value) string {
	if v.text == "" {
		return "–"
	}
	return v.text
}

// finishAims drops what was no value and has been reported, and settles which
// target is final where the author doesn't say: the last.
func finishAims(x *strategy.Indicator) {
	broken := func(a strategy.Aim) bool { return math.IsNaN(a.Value) }
	if x.Targets = slices.DeleteFunc(x.Targets, broken); broken(x.Base) {
		x.Base = strategy.Aim{}
	}
	last := x.Target().Year
	for i := range x.Targets {
		if a := &x.Targets[i]; a.Kind == "" {
			a.Kind = strategy.AimIntermediate
			if a.Year == last {
				a.Kind = strategy.AimFinal
			}
		}
	}
}
