package markdown

import "strategia/internal/strategy"

type required = strategy.Requirements

// requirements reads what a law wants the document to hold.
var requirements = nested("requirements", "elementy, których wymaga prawo", "elements that a law requires", requirementFields,
	func(e *entry) *required { return &e.Strategy.Requirements })

var requirementFields = []field[required]{
	enum("law", "wbudowana lista: pl-gmina to art. 10e ust. 3 ustawy o samorządzie gminnym", "built-in list: pl-gmina is art. 10e(3) of the Polish act on commune self-government",
		strategy.Laws, func(r *required) *strategy.Law { return &r.Law }),
	text_("title", "nazwa przepisu, gdy lista jest własna", "name of the law where the list is the site's own", func(r *required) *string { return &r.Title }),
	address("address", "adres jego treści", "address of its text", func(r *required) *string { return &r.Address }, web...),
	nestedList("elements", "własna lista elementów albo elementy dodatkowe", "the site's own list, or further elements", []field[strategy.Requirement]{
		need(idField("id", "identyfikator elementu", "id of the element", func(q *strategy.Requirement) *string { return &q.ID })),
		need(text_("title", "nazwa", "name", func(q *strategy.Requirement) *string { return &q.Title })),
		text_("reference", "przepis, np. § 3 ust. 1", "provision, such as § 3(1)", func(q *strategy.Requirement) *string { return &q.Reference }),
		texts("words", "początki słów, po których poznać nagłówek", "beginnings of words that tell its heading", func(q *strategy.Requirement) *[]string { return &q.Words }),
		enum("backing", "co musi być w modelu", "what the model must hold", strategy.Backings, func(q *strategy.Requirement) *strategy.Backing { return &q.Backing }),
	}, func(r *required) *[]strategy.Requirement { return &r.Elements },
		func(d *decoder, q *strategy.Requirement, _ *required) { q.Key = string(d.key) }, nil),
	texts("dimensions", "wymiary, w których muszą być cele; zamiast trzech ustawowych", "dimensions in which there must be goals, in place of the law's three", func(r *required) *[]string { return &r.Dimensions }),
	nestedList("waived", "elementy, których ten dokument nie musi mieć", "elements that this document need not have", []field[strategy.Waiver]{
		need(idField("element", "identyfikator elementu", "id of the element", func(w *strategy.Waiver) *string { return &w.Element })),
		need(text_("reason", "dlaczego", "why", func(w *strategy.Waiver) *string { return &w.Reason })),
	}, func(r *required) *[]strategy.Waiver { return &r.Waived },
		func(d *decoder, w *strategy.Waiver, _ *required) { w.Key = string(d.key) }, nil),
	text_("missing", "dlaczego dokument nie podlega żadnemu takiemu przepisowi", "why no such law binds the document", func(r *required) *string { return &r.Missing }),
}

// legalElements reads which of them a chapter holds: the id alone, or with the section.
var legalElements = nestedList("elements", "elementy wymagane prawem, które tu stoją", "required elements that stand here", []field[strategy.ElementPlace]{
	need(idField("element", "identyfikator elementu", "id of the element", func(p *strategy.ElementPlace) *string { return &p.Element })),
	text_("section", "kotwica w tym rozdziale", "anchor in this chapter", func(p *strategy.ElementPlace) *string { return &p.Section }),
}, func(e *entry) *[]strategy.ElementPlace { return &e.Chapter.Elements },
	func(d *decoder, p *strategy.ElementPlace, _ *entry) { p.Key = string(d.key) },
	func(d *decoder, v *value, p *strategy.ElementPlace) bool {
		p.Element, _ = d.id(v)
		return true
	})
