package markdown

import (
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
			d.report(diag.NumberExpected, "completion", typedText(v))
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
	f := quantity(name, pl, en, to)
	read := f.read
	f.read = func(d *decoder, v *value, dst *T) {
		read(d, v, dst)
		switch sum := *to(dst); {
		case sum < 0:
			d.report(diag.NumberExpected, name, typedText(v))
			*to(dst) = 0
		case sum != sum: // no number, and reported
			*to(dst) = 0
		}
	}
	return f
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
		d.report(diag.MomentInvalid, s)
	}}
}
