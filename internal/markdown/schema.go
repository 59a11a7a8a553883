package markdown

import (
	"cmp"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

type (
	entry   = strategy.Entry
	outGoal = strategy.DocumentGoal
	mapping = strategy.Correspondence
)

// kind is a word that `kind:` takes.
type kind struct {
	name   string
	kind   strategy.Kind
	fields []field[entry]
	// all is common and fields in one.
	all []field[entry]
	// prepare sets the pointer of an entry that its fields write to.
	prepare func(e *entry)
}

var kinds = func() []kind {
	ks := []kind{
		{name: "strategy", kind: strategy.KindStrategy, fields: strategyFields, prepare: func(e *entry) { e.Strategy = &strategy.Document{} }},
		{name: "chapter", kind: strategy.KindChapter, fields: slices.Concat(chapterFields, tagFields, translationFields), prepare: func(e *entry) { e.Chapter = &strategy.Chapter{} }},
		{name: "goal", kind: strategy.KindGoal, fields: slices.Concat(goalFields, tagFields, translationFields), prepare: func(e *entry) { e.Goal = &strategy.Goal{} }},
		{name: "document", kind: strategy.KindDocument, fields: slices.Concat(documentFields, translationFields), prepare: func(e *entry) { e.Document = &strategy.OuterDocument{} }},
		{name: "unit", kind: strategy.KindUnit, fields: slices.Concat(unitFields, translationFields), prepare: func(e *entry) { e.Unit = &strategy.Unit{} }},
		{name: "glossary", kind: strategy.KindGlossary, fields: glossaryFields, prepare: func(e *entry) { e.Glossary = &strategy.Glossary{} }},
		{name: "indicator", kind: strategy.KindIndicator, fields: indicatorFields, prepare: func(e *entry) { e.Indicator = &strategy.Indicator{Precision: -1} }},
		{name: "action", kind: strategy.KindAction, fields: actionFields, prepare: func(e *entry) { e.Action = &strategy.Action{Completion: -1} }},
		{name: "programme", kind: strategy.KindDocument, fields: slices.Concat(programmeFields, translationFields), prepare: func(e *entry) {
			e.Document = &strategy.OuterDocument{Programme: true, Level: strategy.LevelSubordinate}
		}},
	}
	for i := range ks {
		ks[i].all = append(append([]field[entry]{}, common...), ks[i].fields...)
	}
	return ks
}()

const kindChapterIndex = 1

// kindOf finds the kind that the front matter v states, or that the path gives.
func (d *decoder) kindOf(v *value) *kind {
	for i := range v.keys {
		key := v.keys[i].key
		if key != "kind" && (has(v, "kind") || meant(key, kindKey) == "") || v.keys[i].val.kind == isNull {
			continue
		}
		n := d.push(key)
		k := d.namedKind(&v.keys[i].val)
		d.pop(n)
		return k
	}
	if d.t.path == "content/index.md" {
		return &kinds[0]
	}
	if k := d.unstated(v); k != nil {
		return k
	}
	return &kinds[kindChapterIndex]
}

// telling are keys that no chapter has, and the kind of file that has them.
var telling = []struct{ key, kind string }{
	{"terms", "glossary"}, {"unit_kind", "unit"}, {"lead", "action"}, {"milestones", "action"}, {"completion", "action"},
	{"polarity", "indicator"}, {"targets", "indicator"}, {"formula", "indicator"}, {"level", "goal"},
}

// unstated finds the kind of a file that does not say it and is no chapter, as
// its keys tell, and reports it.
func (d *decoder) unstated(v *value) *kind {
	if !d.whole {
		return nil
	}
	for _, t := range telling {
		if !has(v, t.key) {
			continue
		}
		name := t.kind
		for i := range v.keys {
			switch k := &v.keys[i]; {
			case k.key != "level" || t.key != "level":
			case contains(documentLevels, k.val.text):
				name = "document"
			case contains(indicatorLevels, k.val.text):
				name = "indicator"
			}
		}
		n := d.push("~" + t.key)
		d.diags = append(d.diags, diag.New(diag.KindMissing, d.span(), t.key).With(diag.HintWrite, "kind: "+name))
		d.pop(n)
		for i := range kinds {
			if kinds[i].name == name {
				return &kinds[i]
			}
		}
	}
	return nil
}

var documentLevels, indicatorLevels = wordsOf(strategy.DocumentLevels), wordsOf(strategy.IndicatorLevels)

func wordsOf[E ~string](list []E) (out []string) {
	for _, l := range list {
		out = append(out, string(l))
	}
	return out
}

var kindKey = []string{"kind"}

// polishKinds are the kinds as authors are likely to name them.
var polishKinds = map[string]string{
	"strategia": "strategy", "rozdział": "chapter", "rozdzial": "chapter", "cel": "goal", "dokument": "document", "jednostka": "unit",
	"słownik": "glossary", "slownik": "glossary", "wskaźnik": "indicator", "wskaznik": "indicator", "działanie": "action", "dzialanie": "action", "program": "programme",
}

func (d *decoder) namedKind(v *value) *kind {
	s, ok := d.text(v)
	if !ok {
		return &kinds[kindChapterIndex]
	}
	var known []string
	for i := range kinds {
		if kinds[i].name == s {
			return &kinds[i]
		}
		known = append(known, kinds[i].name)
	}
	x := diag.New(diag.KindUnknown, d.span(), s)
	near := cmp.Or(polishKinds[strings.ToLower(s)], nearest(s, known))
	if near != "" {
		x = x.With(diag.HintNearest, near)
	}
	d.diags = append(d.diags, x.With(diag.HintKnown, strings.Join(known, ", ")))
	for i := range kinds {
		if kinds[i].name == near {
			return &kinds[i] // read as what it was meant to be: fewer errors that follow from one
		}
	}
	return &kinds[kindChapterIndex]
}

// decode fills e from the front matter v.
func (d *decoder) decode(v *value, e *entry) {
	if v.kind == isNull {
		v = &value{kind: isMap}
	}
	if v.kind != isMap {
		d.diags = append(d.diags, diag.New(diag.FrontMatterNotKeys, d.t.opening()))
		v = &value{kind: isMap}
	}
	k := d.kindOf(v)
	e.Kind = k.kind
	k.prepare(e)
	object(d, v, e, k.all)
	d.defaults(e)
}

func (d *decoder) defaults(e *entry) {
	if e.ID == "" {
		e.ID = Fold(source.Stem(e.Path))
	}
	e.Number = strings.TrimSuffix(e.Number, ".")
	if s := e.Strategy; s != nil {
		if e.Lang == "" {
			e.Lang = "pl"
		}
		if s.BaseURL != "" && !strings.HasSuffix(s.BaseURL, "/") {
			s.BaseURL += "/"
		}
	}
	if e.Indicator != nil {
		finishAims(e.Indicator)
	}
	if e.Document != nil {
		for i := range e.Document.Goals {
			finishGoal(&e.Document.Goals[i])
		}
	}
	if e.Glossary != nil {
		for i := range e.Glossary.Terms {
			if t := &e.Glossary.Terms[i]; t.ID == "" {
				t.ID = Fold(t.Title)
			}
		}
	}
}

func finishGoal(g *outGoal) {
	if g.ID == "" {
		g.ID = Fold(g.Number)
	}
	g.Number = strings.TrimSuffix(g.Number, ".")
}

// common are the keys of every kind.
var common = []field[entry]{
	{name: "kind", typ: "strategy | chapter | goal | document | unit | glossary | indicator | action | programme", pl: "rodzaj; bez niego plik jest rozdziałem", en: "kind; without it the file is a chapter"},
	idField("id", "identyfikator, na zawsze; domyślnie nazwa pliku", "id, for ever; the file's name by default", func(e *entry) *string { return &e.ID }),
	numbering("numer, tak jak w dokumencie", "number, as in the document", func(e *entry) *string { return &e.Number }),
	text_("title", "tytuł", "title", func(e *entry) *string { return &e.Title }),
	text_("short", "krótki tytuł", "short title", func(e *entry) *string { return &e.Short }),
	text_("summary", "streszczenie prostym językiem", "summary in plain language", func(e *entry) *string { return &e.Summary }),
	{name: "lang", typ: "language", pl: "język tekstu, np. pl", en: "language of the text, such as pl", read: func(d *decoder, v *value, e *entry) {
		if s, ok := d.text(v); ok && validLang(s) {
			e.Lang = s
		} else if ok {
			x := diag.New(diag.LangInvalid, d.span(), s)
			if code := cmp.Or(languages[strings.ToLower(s)], strings.ToLower(s)); validLang(code) {
				x = x.With(diag.HintWrite, "lang: "+code)
			}
			d.diags = append(d.diags, x)
		}
	}},
	text_("missing", "dlaczego brakuje treści", "why the text is missing", func(e *entry) *string { return &e.Missing }),
	ids("aliases", "dawne identyfikatory", "former ids", func(e *entry) *[]string { return &e.Aliases }),
	nestedList("acknowledge", "potwierdzone rozbieżności", "acknowledged conflicts", []field[strategy.Ack]{
		need(text_("rule", "kod reguły", "code of the rule", func(a *strategy.Ack) *string { return &a.Rule })),
		text_("about", "czego dotyczy, np. goal:synergia", "what it is about, such as goal:synergia", func(a *strategy.Ack) *string { return &a.About }),
		need(text_("reason", "dlaczego tak zostaje", "why it stays so", func(a *strategy.Ack) *string { return &a.Reason })),
	}, func(e *entry) *[]strategy.Ack { return &e.Acks }, func(d *decoder, a *strategy.Ack, _ *entry) { a.Key = string(d.key) }, nil),
}

// languages are the codes of those that authors are likely to write out.
var languages = map[string]string{
	"polski": "pl", "polish": "pl", "po polsku": "pl", "angielski": "en", "english": "en",
	"niemiecki": "de", "german": "de", "deutsch": "de", "ukraiński": "uk", "ukrainian": "uk", "francuski": "fr", "french": "fr",
}

var horizonFields = []field[strategy.Horizon]{
	year("from", "pierwszy rok", "first year", func(h *strategy.Horizon) *int { return &h.From }),
	year("to", "ostatni rok", "last year", func(h *strategy.Horizon) *int { return &h.To }),
}

var actFields = []field[strategy.Act]{
	numbering("numer uchwały", "number of the resolution", func(a *strategy.Act) *string { return &a.Number }),
	date("date", "data uchwały", "date of the resolution", func(a *strategy.Act) *strategy.Date { return &a.Date }),
	text_("session", "sesja", "session", func(a *strategy.Act) *string { return &a.Session }),
	text_("body", "organ", "body", func(a *strategy.Act) *string { return &a.Body }),
	address("url", "adres w BIP", "address in the public bulletin", func(a *strategy.Act) *string { return &a.URL }, "https://", "http://"),
	text_("missing", "czego o uchwale nie wiadomo", "what is not known of it", func(a *strategy.Act) *string { return &a.Missing }),
}
