package markdown

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// monitoringFields are the keys of the implementation that tell of monitoring
// and evaluation, of risks and of money.
var monitoringFields = []field[strategy.Implementation]{
	nestedList("calendar", "kalendarz monitorowania i ewaluacji", "calendar of monitoring and evaluation", dutyFields,
		func(i *strategy.Implementation) *[]strategy.Duty { return &i.Calendar },
		func(d *decoder, x *strategy.Duty, _ *strategy.Implementation) { x.Key = string(d.key) }, nil),
	nestedList("procedures", "procedury monitorowania, ewaluacji i zmiany strategii", "procedures of monitoring, evaluation and change", []field[strategy.Procedure]{
		need(text_("title", "nazwa", "name", func(p *strategy.Procedure) *string { return &p.Title })),
		text_("text", "opis", "description", func(p *strategy.Procedure) *string { return &p.Text }),
		refs("units", "kto ją prowadzi", "who carries it out", strategy.KindUnit, func(p *strategy.Procedure) *[]strategy.Ref { return &p.Units }),
		text_("section", "kotwica w tym rozdziale", "anchor in this chapter", func(p *strategy.Procedure) *string { return &p.Section }),
	}, func(i *strategy.Implementation) *[]strategy.Procedure { return &i.Procedures },
		func(d *decoder, x *strategy.Procedure, _ *strategy.Implementation) { x.Key = string(d.key) }, nil),
	nestedList("risks", "ryzyka", "risks", riskFields, func(i *strategy.Implementation) *[]strategy.Risk { return &i.Risks },
		func(d *decoder, x *strategy.Risk, _ *strategy.Implementation) { x.Key = string(d.key) }, nil),
	nestedList("funding", "ramy finansowe: źródła i lata", "funding frame: sources and years", fundingFields,
		func(i *strategy.Implementation) *[]strategy.FundingLine { return &i.Funding },
		func(d *decoder, x *strategy.FundingLine, _ *strategy.Implementation) { x.Key = string(d.key) }, nil),
	reportList,
}

var dutyFields = []field[strategy.Duty]{
	need(text_("task", "co się robi", "what is done", func(x *strategy.Duty) *string { return &x.Task })),
	enum("report", "jaki raport z tego powstaje", "what report comes of it", strategy.ReportKinds, func(x *strategy.Duty) *strategy.ReportKind { return &x.Kind }),
	refs("units", "kto odpowiada", "who answers for it", strategy.KindUnit, func(x *strategy.Duty) *[]strategy.Ref { return &x.Units }),
	enum("frequency", "jak często", "how often", strategy.Frequencies, func(x *strategy.Duty) *strategy.Frequency { return &x.Frequency }),
	{name: "due", typ: "day of the year (05-31), year, month or date", pl: "termin; 05-31 to 31 maja każdego roku", en: "when it is due; 05-31 is 31 May of every year",
		read: func(d *decoder, v *value, x *strategy.Duty) {
			if _, _, yearly := strategy.DayOfYear(v.text); yearly {
				x.Due = v.text
				return
			}
			var at strategy.Date
			said := len(d.diags)
			moment("due", "", "", func(at *strategy.Date) *strategy.Date { return at }).read(d, v, &at)
			if x.Due = string(at); len(d.diags) > said {
				d.diags[said] = d.diags[said].With(diag.HintKnown, "05-31, 2030, 2030-05, 2030-05-31")
			}
		}},
	text_("when", "termin słowami, gdy nie da się podać daty", "when it is due, in words, where no date says it", func(x *strategy.Duty) *string { return &x.When }),
	text_("section", "kotwica w tym rozdziale", "anchor in this chapter", func(x *strategy.Duty) *string { return &x.Section }),
}

var riskFields = []field[strategy.Risk]{
	numbering("numer", "number", func(r *strategy.Risk) *string { return &r.Number }),
	need(text_("text", "co może pójść źle", "what may go wrong", func(r *strategy.Risk) *string { return &r.Text })),
	refs("goals", "zagrożone cele", "goals that it threatens", strategy.KindGoal, func(r *strategy.Risk) *[]strategy.Ref { return &r.Goals }),
	enum("probability", "prawdopodobieństwo", "probability", strategy.Degrees, func(r *strategy.Risk) *strategy.Degree { return &r.Probability }),
	enum("impact", "wpływ", "impact", strategy.Degrees, func(r *strategy.Risk) *strategy.Degree { return &r.Impact }),
	text_("answer", "co się z tym robi", "what is done about it", func(r *strategy.Risk) *string { return &r.Answer }),
	ref("owner", "jednostka odpowiedzialna", "unit in charge", strategy.KindUnit, func(r *strategy.Risk) *strategy.Ref { return &r.Owner }),
}

var fundingFields = []field[strategy.FundingLine]{
	need(text_("source", "źródło, np. budżet gminy", "source, such as the commune's budget", func(f *strategy.FundingLine) *string { return &f.Source })),
	ref("goal", "cel, na który są pieniądze", "goal that the money is for", strategy.KindGoal, func(f *strategy.FundingLine) *strategy.Ref { return &f.Goal }),
	ref("document", "dokument, na który są pieniądze", "document that the money is for", strategy.KindDocument, func(f *strategy.FundingLine) *strategy.Ref { return &f.Document }),
	need(field[strategy.FundingLine]{name: "years", typ: "mapping of years to złotys", pl: "kwoty w złotych według lat, np. {2026: 100000}", en: "sums in złotys by year, such as {2026: 100000}", read: readYears}),
	text_("wpf", "numer przedsięwzięcia w wieloletniej prognozie finansowej", "number in the long-term financial forecast", func(f *strategy.FundingLine) *string { return &f.WPF }),
	text_("note", "uwaga", "note", func(f *strategy.FundingLine) *string { return &f.Note }),
}

// readYears reads the sums of a source by year.
func readYears(d *decoder, v *value, f *strategy.FundingLine) {
	if v.kind != isMap {
		d.report(diag.MappingExpected, "years")
		return
	}
	d.duplicates(v)
	for i := range v.keys {
		k := &v.keys[i]
		n := d.push(k.key)
		y, err := strconv.Atoi(k.key)
		if err != nil || y < 1900 || y > 2200 {
			d.report(diag.YearExpected, k.key)
		} else {
			sum := strategy.YearAmount{Year: y}
			amount(k.key, "", "", func(s *strategy.YearAmount) *float64 { return &s.Amount }).read(d, &k.val, &sum)
			f.Years = append(f.Years, sum)
		}
		d.pop(n)
	}
	slices.SortFunc(f.Years, func(a, b strategy.YearAmount) int { return a.Year - b.Year })
	f.Years = slices.CompactFunc(f.Years, func(a, b strategy.YearAmount) bool { return a.Year == b.Year }) // twice was reported
}

// reportList reads the reports; one that names no end of its period ends with its
// beginning.
var reportList = func() field[strategy.Implementation] {
	f := nestedList("reports", "raporty z monitoringu i ewaluacji", "reports of monitoring and evaluation", []field[strategy.Report]{
		need(text_("title", "tytuł", "title", func(r *strategy.Report) *string { return &r.Title })),
		need(enum("kind", "rodzaj", "kind", strategy.ReportKinds, func(r *strategy.Report) *strategy.ReportKind { return &r.Kind })),
		need(moment("from", "początek okresu albo cały okres", "start of the period, or the whole of it", func(r *strategy.Report) *strategy.Date { return &r.From })),
		moment("to", "koniec okresu, jeżeli jest inny", "end of the period, where it is another", func(r *strategy.Report) *strategy.Date { return &r.To }),
		date("date", "data raportu", "date of the report", func(r *strategy.Report) *strategy.Date { return &r.Date }),
		refs("units", "kto go przygotował", "who prepared it", strategy.KindUnit, func(r *strategy.Report) *[]strategy.Ref { return &r.Units }),
		text_("text", "co z niego wynika, w skrócie", "what it found, in short", func(r *strategy.Report) *string { return &r.Text }),
		{name: "file", typ: "path", pl: "plik, ścieżka od tego pliku", en: "file, as a path from this one", read: func(d *decoder, v *value, r *strategy.Report) {
			if s, ok := d.text(v); ok && inContent(d.t.path, s) {
				r.File = s
			} else if ok {
				d.report(diag.FilePathInvalid, s)
			}
		}},
		address("address", "adres raportu", "address of the report", func(r *strategy.Report) *string { return &r.Address }, web...),
	}, func(i *strategy.Implementation) *[]strategy.Report { return &i.Reports },
		func(d *decoder, r *strategy.Report, _ *strategy.Implementation) { r.Key = string(d.key) }, nil)
	read := f.read
	f.read = func(d *decoder, v *value, dst *strategy.Implementation) {
		read(d, v, dst)
		for i := range dst.Reports {
			if r := &dst.Reports[i]; r.To == "" {
				r.To = r.From
			}
		}
	}
	return f
}()

// inContent reports whether a path written in a file leads to a file of the
// content that is no text of the strategy.
func inContent(from, p string) bool {
	full := path.Join(path.Dir(from), p)
	return !strings.HasPrefix(p, "/") && !strings.ContainsAny(p, "\\:?#") && strings.HasPrefix(full, "content/") && !strings.EqualFold(path.Ext(p), ".md")
}
