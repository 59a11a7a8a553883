package markdown

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

var actionFields = []field[entry]{
	refs("goals", "cele, którym służy", "goals that it serves", strategy.KindGoal, func(e *entry) *[]strategy.Ref { return &e.Action.Goals }),
	ref("lead", "jednostka prowadząca", "unit that leads it", strategy.KindUnit, func(e *entry) *strategy.Ref { return &e.Action.Lead }),
	refs("partners", "jednostki i podmioty współpracujące", "units and actors that take part", strategy.KindUnit, func(e *entry) *[]strategy.Ref { return &e.Action.Partners }),
	ref("programme", "dokument podrzędny, do którego należy", "document below the strategy that it belongs to", strategy.KindDocument, func(e *entry) *strategy.Ref { return &e.Action.Programme }),
	moment("start", "kiedy się zaczyna: rok, miesiąc albo dzień", "when it starts: a year, a month or a day", func(e *entry) *strategy.Date { return &e.Action.Start }),
	moment("end", "kiedy się kończy", "when it ends", func(e *entry) *strategy.Date { return &e.Action.End }),
	enum("state", "stan", "state", strategy.ActionStates, func(e *entry) *strategy.ActionState { return &e.Action.State }),
	text_("phase", "etap, słowami urzędu", "phase, in the office's words", func(e *entry) *string { return &e.Action.Phase }),
	{name: "completion", typ: "0 to 100", pl: "ile procent wykonano", en: "how many per cent are done", read: func(d *decoder, v *value, e *entry) {
		if v.kind != isInt || v.n < 0 || v.n > 100 {
			d.report(diag.IntegerExpected, "completion", typedText(v), "0", "100")
			return
		}
		e.Action.Completion = v.n
	}},
	text_("reason", "dlaczego się opóźnia, jest wstrzymane albo zaniechane", "why it is late, suspended or given up", func(e *entry) *string { return &e.Action.Reason }),
	date("reviewed", "kiedy ostatnio sprawdzono stan", "when the state was looked at last", func(e *entry) *strategy.Date { return &e.Action.Reviewed }),
	enum("frequency", "jak często ma być sprawdzany; domyślnie co rok", "how often it is to be looked at; yearly by default", strategy.Frequencies, func(e *entry) *strategy.Frequency { return &e.Action.Frequency }),
	nestedList("milestones", "kamienie milowe", "milestones", []field[strategy.Milestone]{
		need(text_("text", "co ma się stać", "what is to happen", func(m *strategy.Milestone) *string { return &m.Text })),
		moment("due", "termin", "when it is due", func(m *strategy.Milestone) *strategy.Date { return &m.Due }),
		moment("done", "kiedy się stało", "when it happened", func(m *strategy.Milestone) *strategy.Date { return &m.Done }),
	}, func(e *entry) *[]strategy.Milestone { return &e.Action.Milestones },
		func(d *decoder, m *strategy.Milestone, _ *entry) { m.Key = string(d.key) }, nil),
	amount("cost", "koszt w złotych", "cost in złotys", func(e *entry) *float64 { return &e.Action.Cost }),
	nestedList("funding", "źródła finansowania", "sources of funding", []field[strategy.Funding]{
		need(text_("source", "źródło, np. budżet gminy", "source, such as the commune's budget", func(f *strategy.Funding) *string { return &f.Source })),
		amount("amount", "kwota w złotych", "amount in złotys", func(f *strategy.Funding) *float64 { return &f.Amount }),
		year("year", "rok", "year", func(f *strategy.Funding) *int { return &f.Year }),
	}, func(e *entry) *[]strategy.Funding { return &e.Action.Funding }, nil, nil),
	tags("places", strategy.TagPlace, "miejsca, w których się dzieje", "places where it happens"),
}

// amount reads a sum of money, which is not below zero.
func amount[T any](name, pl, en string, to func(*T) *float64) field[T] {
	return field[T]{name: name, typ: "number", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		n, typed, ok := d.quantity(v)
		if v.kind == isOther {
			typed = cmp.Or(d.source(), typed) // YAML takes 100.000 for a hundred
		}
		sum := groupedSum(typed)
		if ok && n >= 0 && sum == "" {
			*to(dst) = n
			return
		}
		x := diag.New(diag.AmountExpected, d.span(), name, typed)
		if sum == "" {
			sum = spelledSum(typed)
		}
		if sum != "" {
			x = x.With(diag.HintWrite, name+": "+sum)
		}
		d.diags = append(d.diags, x)
	}}
}

// thousands are the words that follow the number of a sum, by their zeros.
var thousands = map[string]int{"": 0, "tys": 3, "tysiące": 3, "tysięcy": 3, "mln": 6, "milion": 6, "miliony": 6, "milionów": 6, "mld": 9, "miliard": 9, "miliardy": 9, "miliardów": 9}

// groupedSum returns the digits of a sum such as "1.234.500" or "1.234.500,00 zł",
// as no amount of money has three decimals; "" if it is none.
func groupedSum(s string) string {
	for _, currency := range []string{"zł", "PLN"} {
		if rest, ok := strings.CutSuffix(s, currency); ok {
			s = strings.TrimSuffix(rest, " ")
			break
		}
	}
	fraction := ""
	if i := strings.LastIndexAny(s, ".,"); i >= 0 && (len(s)-i == 2 || len(s)-i == 3) {
		s, fraction = s[:i], "."+s[i+1:]
	}
	if strings.Trim(fraction, ".0123456789") != "" {
		return ""
	}
	if s = strategy.Ungrouped(s); s == "" {
		return ""
	}
	return s + fraction
}

// spelledSum returns the digits of a sum in words, such as "7,5 mln zł", "" if it
// is none or no whole number of złotys.
func spelledSum(s string) string {
	i := strings.LastIndexAny(s, "0123456789") + 1
	number, word := s[:i], strings.TrimSpace(s[i:])
	for _, currency := range []string{"zł", "PLN", "zl", "złotych"} {
		word = strings.TrimSpace(strings.TrimSuffix(word, currency))
	}
	zeros, known := thousands[strings.ToLower(strings.TrimSuffix(word, "."))]
	n, ok := strategy.ParseNumber(number)
	n *= math.Pow10(zeros)
	whole := math.Round(n)
	if !known || !ok || n < 0 || n > 1e15 || math.Abs(n-whole) > 1e-3 {
		return ""
	}
	return strconv.FormatFloat(whole, 'f', 0, 64)
}

// moment reads a year, a month or a day.
func moment[T any](name, pl, en string, to func(*T) *strategy.Date) field[T] {
	return field[T]{name: name, typ: "year, month or date", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		s := typedText(v)
		p, ok := strategy.ParsePeriod(s)
		ok = ok && (p.Parts == 0 || p.Parts == 12) && (v.kind == isInt || v.kind == isText)
		if ok || v.kind == isText && validDate(s) {
			*to(dst) = strategy.Date(s)
			return
		}
		d.mistaken(diag.MomentInvalid, s)
	}}
}
