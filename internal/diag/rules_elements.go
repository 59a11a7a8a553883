package diag

// The rules about what a law wants the document to hold (S411 to S417). The
// built-in list is art. 10e ust. 3 of the Polish act on commune self-government.
const (
	// ElementMissing: nobody declares a required element. Args: the element, the provision.
	ElementMissing Code = "S446"
	// ElementEmpty: there is no text where an element is said to stand. Args: the element, the provision.
	ElementEmpty Code = "S447"
	// ElementUnbacked: the model lacks what an element promises. Args: the
	// element, the provision, what is lacking.
	ElementUnbacked Code = "S448"
	// ElementDimension: a dimension without a top goal. Args: the element, the provision, the dimensions.
	ElementDimension Code = "S449"
	// ElementUndeclared: nobody declares an element, but a heading looks like it.
	// Args: the element, the provision, the heading.
	ElementUndeclared Code = "S450"
	// ElementUnknown: a declaration of an element that nothing requires. Args: the id.
	ElementUnknown Code = "S437"
	// RequirementsUnstated: a document that the law may bind says nothing of it. Args: the day of adoption.
	RequirementsUnstated Code = "S438"
)

func init() { register(elementRules...) }

var elementRules = []Rule{
	{Code: ElementMissing, Severity: Warning, Example: "requirements:\n  law: pl-gmina   # żaden rozdział nie ma w polu elements: funding",
		PL: Text{"żaden rozdział nie wskazuje elementu „{0}” ({1})",
			"Przepis wymaga, żeby strategia zawierała ten element. Rozdział mówi w polu elements, które z wymaganych elementów w nim stoją, a czytelnik widzi to na osobnej stronie.",
			"Dopisz element do pola elements rozdziału, w którym stoi. Jeżeli dokument nie musi go mieć, podaj powód w polu requirements.waived w content/index.md."},
		EN: Text{"no chapter declares the element “{0}” ({1})",
			"A law wants the strategy to hold this element. A chapter says in its elements field which of the required elements stand in it, and readers see that on a page of its own.",
			"Add the element to the elements field of the chapter in which it stands. If the document need not have it, give the reason under requirements.waived in content/index.md."}},
	{Code: ElementEmpty, Severity: Warning, Example: "elements: [{element: funding, section: roz-7.2}]   # pod nagłówkiem 7.2 nie ma tekstu",
		PL: Text{"tam, gdzie ma stać element „{0}” ({1}), nie ma tekstu",
			"Rozdział albo punkt jest wskazany jako miejsce wymaganego elementu, ale niczego nie zawiera.",
			"Napisz tę treść albo wskaż miejsce, w którym naprawdę stoi."},
		EN: Text{"there is no text where the element “{0}” ({1}) is said to stand",
			"A chapter or section is named as the place of a required element, but it holds nothing.",
			"Write the text, or name the place where it really stands."}},
	{Code: ElementUnbacked, Severity: Warning, Example: "elements: [results]   # w całej strategii nie ma wskaźnika z wartością docelową",
		PL: Text{"element „{0}” ({1}) jest wskazany, ale w danych strategii nic mu nie odpowiada (backing: {2})",
			"Przepis wymaga czegoś, co strategia zapisuje jako dane: celów, kierunków działań, wskaźników z wartościami docelowymi albo systemu realizacji. Rozdział o tym mówi, lecz takich danych nie ma.",
			"Opisz brakujące cele (goals), kierunki lub działania (directions), wskaźniki z polem targets (indicators) albo system w polu implementation rozdziału (system)."},
		EN: Text{"the element “{0}” ({1}) is declared, but nothing in the strategy's data answers to it (backing: {2})",
			"The law wants something that a strategy holds as data: goals, directions, indicators with targets, or a system of implementation. A chapter speaks of it, but there are no such data.",
			"Describe the missing goals (goals), directions or actions (directions), indicators with targets (indicators), or the system in a chapter's implementation field (system)."}},
	{Code: ElementDimension, Severity: Warning, Example: "kind: goal\nlevel: strategic\narea: społeczny   # żaden cel nie ma area: gospodarczy",
		PL: Text{"element „{0}” ({1}): żaden cel najwyższego poziomu nie leży w wymiarze: {2}",
			"Przepis wymaga celów we wszystkich wymienionych wymiarach. Wymiar celu podaje jego pole area.",
			"Uzupełnij pole area celów. Jeżeli przepis wymienia inne wymiary, podaj je w polu requirements.dimensions."},
		EN: Text{"element “{0}” ({1}): no top goal lies in the dimension: {2}",
			"The law wants goals in all dimensions that it names. A goal tells its dimension in the area field.",
			"Complete the area field of the goals. If the law names other dimensions, list them in requirements.dimensions."}},
	{Code: ElementUndeclared, Severity: Warning, Example: "# 2. Diagnoza   # nagłówek pasuje, ale rozdział nie ma elements: [diagnosis]",
		PL: Text{"żaden rozdział nie wskazuje elementu „{0}” ({1}); może stoi tutaj: „{2}”",
			"Nagłówek wygląda na miejsce wymaganego elementu. Nagłówek to jednak tylko domysł: o tym, gdzie element stoi, mówi pole elements.",
			"Jeżeli element stoi tutaj, dopisz go do pola elements tego rozdziału; jeżeli nie, wskaż właściwe miejsce."},
		EN: Text{"no chapter declares the element “{0}” ({1}); perhaps it stands here: “{2}”",
			"The heading looks like the place of a required element. But a heading is a guess only: the elements field says where an element stands.",
			"If the element stands here, add it to the elements field of this chapter; if not, name the right place."}},
	{Code: ElementUnknown, Severity: Error, Example: "elements: [diagnoza]",
		PL: Text{"nie ma wymaganego elementu „{0}”",
			"Pola elements i waived wymieniają elementy z listy, którą ustala pole requirements w content/index.md. Tego elementu na niej nie ma albo lista nie jest podana.",
			"Popraw identyfikator albo uzupełnij requirements."},
		EN: Text{"there is no required element “{0}”",
			"The fields elements and waived name elements of the list that the requirements field of content/index.md sets up. This element is not on it, or no list is given.",
			"Correct the id, or complete requirements."}},
	{Code: RequirementsUnstated, Severity: Note, Example: "act:\n  date: 2024-12-19   # bez pola requirements",
		PL: Text{"nie podano, czy dokument przyjęty {0} ma zawierać elementy z art. 10e ust. 3 ustawy o samorządzie gminnym",
			"Przepis obowiązuje od 13 listopada 2020 r. i wymienia, co strategia rozwoju gminy zawiera. Program może pokazać czytelnikom, gdzie te elementy stoją, i wskazać braki.",
			"Wpisz w content/index.md requirements: {law: pl-gmina} albo, jeżeli przepis tego dokumentu nie dotyczy, requirements: {missing: powód}."},
		EN: Text{"it is not said whether the document adopted on {0} must hold the elements of art. 10e(3) of the act on commune self-government",
			"The provision is in force since 13 November 2020 and lists what a commune's strategy holds. The program can show readers where these elements stand, and name what is missing.",
			"Write requirements: {law: pl-gmina} into content/index.md or, if the provision does not concern this document, requirements: {missing: reason}."}},
}
