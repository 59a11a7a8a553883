package markdown

import "strategia/internal/strategy"

// accessibility reads the declaration of accessibility.
var accessibility = field[entry]{
	name: "accessibility", typ: "mapping", pl: "deklaracja dostępności", en: "declaration of accessibility",
	read: func(d *decoder, v *value, e *entry) {
		e.Strategy.Accessibility = &strategy.Declaration{}
		object(d, v, e.Strategy.Accessibility, declarationFields)
	},
	sub: func(prefix string) []KeyDoc { return keysOf(prefix, declarationFields) },
}

type declaration = strategy.Declaration

var declarationFields = []field[declaration]{
	date("published", "kiedy opublikowano stronę", "when the site was published", func(a *declaration) *strategy.Date { return &a.Published }),
	date("updated", "ostatnia istotna zmiana strony", "last significant change of the site", func(a *declaration) *strategy.Date { return &a.Updated }),
	date("prepared", "kiedy sporządzono deklarację", "when the declaration was made", func(a *declaration) *strategy.Date { return &a.Prepared }),
	date("reviewed", "ostatni przegląd deklaracji", "last review of the declaration", func(a *declaration) *strategy.Date { return &a.Reviewed }),
	enum("status", "zgodność z ustawą", "compliance with the act",
		[]strategy.Compliance{strategy.CompliesFully, strategy.CompliesPartly, strategy.CompliesNot},
		func(a *declaration) *strategy.Compliance { return &a.Status }),
	text_("method", "na jakiej podstawie ją sporządzono, w dopełniaczu, np. samooceny", "what it is based on, such as a self-assessment", func(a *declaration) *string { return &a.Method }),
	texts("nonconformities", "co jest niezgodne z załącznikiem do ustawy", "what does not conform to the act's annex", func(a *declaration) *[]string { return &a.Nonconformities }),
	texts("exemptions", "treści nieobjęte przepisami", "content outside the act", func(a *declaration) *[]string { return &a.Exemptions }),
	texts("costs", "czego nie udostępniono z powodu nadmiernych kosztów", "what is not accessible because of excessive costs", func(a *declaration) *[]string { return &a.Costs }),
	address("costs_url", "adres analizy nadmiernych kosztów", "address of the analysis of those costs", func(a *declaration) *string { return &a.CostsURL }, web...),
	text_("aids", "udogodnienia i ograniczenia strony", "what eases or limits the use of the site", func(a *declaration) *string { return &a.Aids }),
	text_("shortcuts", "skróty klawiszowe inne niż zwykłe", "keyboard shortcuts other than the usual", func(a *declaration) *string { return &a.Shortcuts }),
	text_("contact", "osoba lub jednostka, z którą można się skontaktować", "person or unit to contact", func(a *declaration) *string { return &a.Contact }),
	text_("email", "adres e-mail", "e-mail address", func(a *declaration) *string { return &a.Email }),
	text_("phone", "numer telefonu", "telephone number", func(a *declaration) *string { return &a.Phone }),
	text_("architecture", "dostępność architektoniczna siedziby", "accessibility of the building", func(a *declaration) *string { return &a.Architecture }),
	address("architecture_url", "adres pełniejszego opisu siedziby", "address of a fuller description", func(a *declaration) *string { return &a.ArchitectureURL }, web...),
	text_("communication", "dostępność komunikacyjno-informacyjna", "accessibility of communication", func(a *declaration) *string { return &a.Communication }),
	nestedList("apps", "aplikacje mobilne urzędu", "mobile applications of the body", []field[strategy.App]{
		need(text_("title", "nazwa", "name", func(x *strategy.App) *string { return &x.Title })),
		address("url", "adres jej deklaracji dostępności", "address of its declaration", func(x *strategy.App) *string { return &x.URL }, web...),
	}, func(a *declaration) *[]strategy.App { return &a.Apps }, nil, nil),
	text_("missing", "dlaczego nie ma deklaracji", "why there is no declaration", func(a *declaration) *string { return &a.Missing }),
}
