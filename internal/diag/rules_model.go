package diag

// The rules about units (S43), implementation (S44), chapters (S45), the
// document itself (S46, S47) and the glossary (S48).
const (
	// UnitKindMissing: a unit without a kind. Args: the unit.
	UnitKindMissing Code = "S430"
	// UnitUnused: nothing refers to a unit. Args: the unit.
	UnitUnused Code = "S431"
	// ListedTwice: a list of references holds one twice. Args: the reference.
	ListedTwice Code = "S432"
	// RoleWithoutUnits: nobody plays a role in implementation. Args: the role.
	RoleWithoutUnits Code = "S440"
	// ActorsMissing: the description of implementation does not name all kinds of actor. Args: the kinds.
	ActorsMissing Code = "S441"
	// ActorTwice: a kind of actor is described twice. Args: the kind.
	ActorTwice Code = "S442"
	// ImplementationOrder: the numbers of levels of management don't ascend. Args: the number, the one before.
	ImplementationOrder Code = "S443"
	// ImplementationUndescribed: a level of management leads to no section and
	// gives no reason. Args: its number or title.
	ImplementationUndescribed Code = "S444"
	// TierEmpty: a step of the hierarchy of documents says nothing. Args: its title.
	TierEmpty Code = "S445"
	// ChapterGap: numbers of chapters are missing. Args: the numbers.
	ChapterGap Code = "S451"
	// ChapterEmpty: a chapter without text or a reason. Args: the chapter.
	ChapterEmpty Code = "S452"
	// HorizonReversed: a horizon ends before it starts. Args: from, to.
	HorizonReversed Code = "S460"
	// ActAfterForce: the act is later than the day from which it binds. Args: date of the act, the day.
	ActAfterForce Code = "S461"
	// ForceWithoutAct: the document is in force, but it is not said by what act or since when. Args: the missing fields.
	ForceWithoutAct Code = "S462"
	// ActIncomplete: an act without a number. Args: what the act is of.
	ActIncomplete Code = "S463"
	// BaseURLInvalid: base_url is no plain https address. Args: the address.
	BaseURLInvalid Code = "S464"
	// ReportInvalid: report is neither an e-mail address nor https. Args: the address.
	ReportInvalid Code = "S465"
	// EditionsOrder: editions don't stand from the newest. Args: the date, the date before it.
	EditionsOrder Code = "S466"
	// EditionTwice: two editions have the same id. Args: the id.
	EditionTwice Code = "S467"
	// StatusMissing: the document does not say whether it binds. No args.
	StatusMissing Code = "S468"
	// ForceAfterHorizon: the document binds only after its horizon has ended. Args: the day, the last year.
	ForceAfterHorizon Code = "S469"
	// TermTwice: two terms of the glossary share a word. Args: the word, the term, the other.
	TermTwice Code = "S480"
	// AbbreviationUnexpanded: an abbreviation without its full words. Args: the abbreviation.
	AbbreviationUnexpanded Code = "S482"
	// TermUndefined: a term without a definition. Args: the term.
	TermUndefined Code = "S483"
)

func init() {
	register(implementationRules...)
	register(documentRules...)
	register(glossaryRules...)
}

var implementationRules = []Rule{
	{Code: UnitKindMissing, Severity: Warning, Example: "kind: unit\ntitle: \"Wydział Kultury\"",
		PL: Text{"jednostka „{0}” nie ma rodzaju (unit_kind)",
			"Rodzaj mówi, kto działa: miasto, inna instytucja publiczna, firma, organizacja pozarządowa, mieszkańcy czy partnerstwo. Według niego układa się lista jednostek.",
			"Wpisz unit_kind: city, public, private, ngo, residents albo partnership."},
		EN: Text{"the unit “{0}” has no kind (unit_kind)",
			"The kind says who acts: the city, another public institution, a company, a non-governmental organisation, residents or a partnership. The list of units is arranged by it.",
			"Write unit_kind: city, public, private, ngo, residents or partnership."}},
	{Code: UnitUnused, Severity: Note, Example: "kind: unit   # nikt jej nie wymienia",
		PL: Text{"nic nie wskazuje jednostki „{0}”",
			"Jednostka ma swoją stronę, ale żaden cel, rozdział, opis wdrażania ani odnośnik jej nie wymienia.",
			"Wpisz ją tam, gdzie działa (owner, units, implementation), albo usuń plik."},
		EN: Text{"nothing refers to the unit “{0}”",
			"The unit has its page, but no goal, chapter, description of implementation or link names it.",
			"Enter it where it acts (owner, units, implementation), or remove the file."}},
	{Code: ListedTwice, Severity: Warning, Example: "goals: [synergia, zamieszkanie, synergia]",
		PL: Text{"„{0}” stoi na tej liście dwa razy",
			"Powtórzenie niczego nie zmienia, a zwykle jest śladem pomyłki: zamiast jednego z wpisów miał być inny.",
			"Usuń powtórzenie albo wpisz to, co miało tu stać."},
		EN: Text{"“{0}” stands on this list twice",
			"A repetition changes nothing, but is mostly the trace of a slip: something else was meant.",
			"Remove the repetition, or write what was meant."}},
	{Code: RoleWithoutUnits, Severity: Warning, Example: "roles:\n  - role: coordinator",
		PL: Text{"rola „{0}” nie ma wykonawcy (units)",
			"Opis wdrażania wymienia rolę, ale nie wskazuje jednostki, która ją pełni.",
			"Wpisz jednostki w polu units. Jeżeli dokument ich nie nazywa, wystarczą jego słowa w polu text; zostanie wtedy uwaga zamiast ostrzeżenia."},
		EN: Text{"nobody is named for the role “{0}” (units)",
			"The description of implementation lists the role, but no unit that plays it.",
			"List the units in the units field. If the document names none, its words in the text field will do; a note then remains instead of the warning."}},
	{Code: ActorsMissing, Severity: Note, Example: "actors:\n  - {kind: city, text: \"…\"}",
		PL: Text{"opis wdrażania nie wymienia wszystkich rodzajów wykonawców; brakuje: {0}",
			"System wdrażania wyróżnia zwykle sześć rodzajów wykonawców: miasto, inne instytucje publiczne, sektor prywatny, organizacje pozarządowe, mieszkańców i partnerstwa.",
			"Jeżeli dokument o nich mówi, dopisz ich do listy actors. Jeżeli nie mówi, nie trzeba nic robić."},
		EN: Text{"the description of implementation does not name every kind of actor; missing: {0}",
			"A system of implementation mostly tells six kinds of actor apart: the city, other public institutions, the private sector, non-governmental organisations, residents and partnerships.",
			"If the document speaks of them, add them to the list actors. If it doesn't, nothing need be done."}},
	{Code: ActorTwice, Severity: Warning, Example: "actors:\n  - {kind: ngo, text: \"…\"}\n  - {kind: ngo, text: \"…\"}",
		PL: Text{"rodzaj wykonawców „{0}” jest opisany dwa razy",
			"Każdy rodzaj ma na stronie o wdrażaniu jedno miejsce.",
			"Połącz oba opisy albo popraw pole kind."},
		EN: Text{"the kind of actor “{0}” is described twice",
			"Each kind has one place on the page about implementation.",
			"Merge the descriptions, or correct the kind field."}},
	{Code: ImplementationOrder, Severity: Warning, Example: "levels:\n  - {number: \"2\", title: \"Poziom wykonawczy\"}\n  - {number: \"1\", title: \"Poziom organizacyjny\"}",
		PL: Text{"poziom zarządzania nr {0} stoi po poziomie nr {1}",
			"Poziomy zarządzania wymienia się po kolei. Inna kolejność to najczęściej pomyłka w numerze.",
			"Popraw numer albo przestaw poziomy."},
		EN: Text{"management level {0} stands after level {1}",
			"Levels of management are listed in turn. Another order is most often a slip in a number.",
			"Correct the number, or move the levels."}},
	{Code: ImplementationUndescribed, Severity: Warning, Example: "levels:\n  - {number: \"2\", title: \"Poziom wykonawczy\"}",
		PL: Text{"poziom zarządzania „{0}” jest zapowiedziany, ale nie opisany",
			"Poziom nie wskazuje miejsca w tekście, w którym jest opisany, ani powodu, dla którego opisu nie ma.",
			"Wpisz w polu section nazwę miejsca w tym rozdziale albo w polu missing powód braku."},
		EN: Text{"the management level “{0}” is announced but not described",
			"The level names neither the place in the text that describes it nor a reason why there is none.",
			"Write the place in this chapter in the section field, or the reason in the missing field."}},
	{Code: TierEmpty, Severity: Warning, Example: "hierarchy:\n  - title: \"Programy operacyjne\"",
		PL: Text{"stopień hierarchii dokumentów „{0}” niczego nie mówi",
			"Stopień nie ma ani opisu, ani dokumentów, więc czytelnik zobaczy samą nazwę.",
			"Wpisz opis (text) albo dokumenty (documents)."},
		EN: Text{"the step “{0}” of the hierarchy of documents says nothing",
			"The step has neither a description nor documents, so readers see a bare name.",
			"Write a description (text) or documents (documents)."}},
	{Code: ChapterGap, Severity: Warning, Example: "content/\n  1-diagnoza.md\n  3-cele.md",
		PL: Text{"brakuje rozdziałów o numerach: {0}",
			"Numeracja rozdziałów ma lukę. Czytelnik nie wie, czy rozdział zaginął, czy nigdy go nie było.",
			"Dodaj brakujące rozdziały. Jeżeli ich treści nie ma pod ręką, załóż plik z polem missing albo wymień je w polu gaps w content/index.md (tytuł ze słowem „rozdział”)."},
		EN: Text{"chapters are missing with the numbers: {0}",
			"The numbering of chapters has a gap. Readers can't tell whether a chapter was lost or never existed.",
			"Add the chapters. If their text is not at hand, add a file with the missing field, or list them under gaps in content/index.md (a title with the word “chapter”)."}},
	{Code: ChapterEmpty, Severity: Warning, Example: "---\ntitle: \"Diagnoza\"\n---\n",
		PL: Text{"rozdział „{0}” nie ma treści",
			"Strona rozdziału byłaby pusta, a czytelnik nie dowiedziałby się dlaczego.",
			"Wpisz tekst rozdziału albo powód jego braku w polu missing."},
		EN: Text{"the chapter “{0}” has no text",
			"The chapter's page would be empty, and readers would not learn why.",
			"Write the chapter's text, or the reason why it is missing in the missing field."}},
}
