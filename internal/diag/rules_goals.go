package diag

// The rules about goals and about the goals of outer documents (S40, S41, S42).
const (
	// Untitled: a thing has neither a title nor a reason why it lacks one. Args: the reference.
	Untitled Code = "S401"
	// NumberTwice: two things side by side have the same number. Args: the
	// number, the reference, the other.
	NumberTwice Code = "S402"
	// NumberNotBelow: the number of a sub-goal does not continue its
	// parent's. Args: the number, the parent's number, the parent.
	NumberNotBelow Code = "S403"
	// GoalWithoutChildren: a top goal has no sub-goals. Args: the goal, label of the next level.
	GoalWithoutChildren Code = "S404"
	// LevelUnknown: a level of goals that the strategy does not have. Args: the level.
	LevelUnknown Code = "S405"
	// ParentNotAbove: the parent of a goal is not of a higher level. Args: the
	// goal, its level, the parent, the parent's level.
	ParentNotAbove Code = "S406"
	// GoalTooDeep: a goal stands below the last level. Args: the goal.
	GoalTooDeep Code = "S407"
	// GoalTitleTwice: two goals have the same title. Args: the goal, the other, the title.
	GoalTitleTwice Code = "S408"
	// LevelTwice: two levels have the same id. Args: the id.
	LevelTwice Code = "S409"
	// LevelEmpty: no goal stands on a level. Args: the level's label.
	LevelEmpty Code = "S410"
	// OuterGoalOpen: a goal of an outer document has neither a counterpart
	// nor a reason for having none. Args: the goal.
	OuterGoalOpen Code = "S420"
	// OuterGoalBoth: two things that exclude each other are said of the
	// counterpart of a goal of an outer document. Args: the goal.
	OuterGoalBoth Code = "S421"
	// GoalsUnanswered: own top goals that answer to no goal of a superior
	// document. Args: the document, the goals.
	GoalsUnanswered Code = "S422"
	// CorrespondenceUnstated: correspondences of a document that don't say
	// how the goals relate. Args: how many, the document.
	CorrespondenceUnstated Code = "S423"
	// RationaleMissing: correspondences without a rationale in a document where
	// others have one. Args: how many, the document.
	RationaleMissing Code = "S424"
	// CorrespondenceTwice: the same two goals are related twice. Args: the outer goal, ours.
	CorrespondenceTwice Code = "S425"
	// DocumentUnused: nothing refers to a document, and it refers to no goal of ours. Args: the document.
	DocumentUnused Code = "S426"
	// GoalWithoutParent: a goal of a lower level stands among the top ones. Args: the goal.
	GoalWithoutParent Code = "S429"
	// DocumentLevelMissing: a document without a level. Args: the document.
	DocumentLevelMissing Code = "S427"
)

func init() {
	register(goalRules...)
	register(outerRules...)
}

var goalRules = []Rule{
	{Code: Untitled, Severity: Error, Example: "kind: goal\nnumber: \"3\"",
		PL: Text{"„{0}” nie ma tytułu",
			"Bez tytułu strona i odnośniki do niej nie mają nazwy.",
			"Wpisz tytuł w polu title. Jeżeli tytuł nie jest znany, podaj powód w polu missing; czytelnik go zobaczy."},
		EN: Text{"“{0}” has no title",
			"Without a title the page and the links to it have no name.",
			"Write the title in the title field. If it is not known, give the reason in the missing field; readers are shown it."}},
	{Code: NumberTwice, Severity: Error, Example: "# cele/a.md: number: \"2\"\n# cele/b.md: number: \"2\"",
		PL: Text{"numer {0} mają dwie pozycje obok siebie: „{1}” i „{2}”",
			"Na jednym poziomie numer wskazuje jedną rzecz. Przy dwóch takich samych nie wiadomo, którą ktoś przytacza.",
			"Sprawdź numerację w dokumencie i popraw jeden z numerów."},
		EN: Text{"two things side by side have the number {0}: “{1}” and “{2}”",
			"On one level a number names one thing. With two alike nobody can tell which is cited.",
			"Check the numbering of the document and correct one of the numbers."}},
	{Code: NumberNotBelow, Severity: Warning, Example: "number: \"3.1\"\nparent: synergia   # cel synergia ma numer 2",
		PL: Text{"numer {0} nie zaczyna się od numeru celu nadrzędnego: {1} („{2}”)",
			"Cel podrzędny przejmuje zwykle numer nadrzędnego: pod celem 2 stoją 2.1, 2.2 i dalsze. Inny numer to najczęściej pomyłka w polu number albo parent.",
			"Popraw numer albo cel nadrzędny (parent)."},
		EN: Text{"the number {0} does not start with the number of the goal above: {1} (“{2}”)",
			"A sub-goal mostly takes over the number above it: below goal 2 stand 2.1, 2.2 and so on. Another number is most often a slip in number or parent.",
			"Correct the number, or the goal above (parent)."}},
	{Code: GoalWithoutChildren, Severity: Warning, Example: "kind: goal\nlevel: strategic   # żaden cel nie ma go w polu parent",
		PL: Text{"cel „{0}” nie ma żadnego celu podrzędnego („{1}”)",
			"Cel najwyższego poziomu osiąga się przez cele niższe. Bez nich nie wiadomo, co ma się zdarzyć.",
			"Opisz cele podrzędne i wpisz im ten cel w polu parent. Jeżeli ich treści nie ma pod ręką, podaj powód w polu missing tego celu."},
		EN: Text{"the goal “{0}” has no goal below it (“{1}”)",
			"A goal of the top level is reached through lower ones. Without them nobody knows what is to happen.",
			"Describe the goals below it, naming it in their parent field. If they are not at hand, give the reason in this goal's missing field."}},
	{Code: LevelUnknown, Severity: Error, Example: "level: strategiczny   # poziomy: strategic, operational",
		PL: Text{"nie ma poziomu celów „{0}”",
			"Poziomy celów są wymienione w content/index.md (levels). Gdy ich tam nie ma, są dwa: strategic i operational.",
			"Wpisz identyfikator jednego z poziomów albo dopisz nowy do listy levels."},
		EN: Text{"there is no level of goals “{0}”",
			"The levels of goals are listed in content/index.md (levels). Without a list there are two: strategic and operational.",
			"Write the id of one of the levels, or add a new one to the list levels."}},
	{Code: ParentNotAbove, Severity: Error, Example: "level: operational\nparent: oferta   # też operational",
		PL: Text{"cel „{0}” ({1}) podlega celowi „{2}”, który nie stoi wyżej ({3})",
			"Cel nadrzędny musi być wyższego poziomu niż podrzędny.",
			"Popraw poziom (level) jednego z celów albo cel nadrzędny (parent)."},
		EN: Text{"the goal “{0}” ({1}) stands below “{2}”, which is not of a higher level ({3})",
			"The goal above must be of a higher level than the one below.",
			"Correct the level of one of the goals, or the goal above (parent)."}},
	{Code: GoalTooDeep, Severity: Warning, Example: "parent: oferta   # to już najniższy poziom",
		PL: Text{"cel „{0}” stoi niżej niż najniższy poziom celów",
			"Poziomów jest mniej niż pięter w drzewie celów, więc ten cel nie ma własnej nazwy poziomu.",
			"Dopisz poziom do listy levels w content/index.md albo popraw cel nadrzędny (parent)."},
		EN: Text{"the goal “{0}” stands below the lowest level of goals",
			"There are fewer levels than storeys of the tree of goals, so this goal has no label of its own.",
			"Add a level to the list levels in content/index.md, or correct the goal above (parent)."}},
	{Code: GoalWithoutParent, Severity: Warning, Example: "number: \"1.3\"\nlevel: operational   # bez pola parent, choć jest cel o numerze 1",
		PL: Text{"cel „{0}” nie ma celu nadrzędnego (parent)",
			"Poziom celu albo jego numer mówi, że podlega on innemu celowi, a plik nie mówi któremu. Cel trafia wtedy na koniec listy, między cele najwyższego poziomu, i nie wlicza się do żadnego z nich.",
			"Wpisz w polu parent identyfikator celu nadrzędnego. Jeżeli to cel najwyższego poziomu, popraw level albo number."},
		EN: Text{"the goal “{0}” has no goal above it (parent)",
			"The level of the goal, or its number, says that it stands below another, and the file doesn't say below which. It then comes last, among the goals of the top level, and is counted with none of them.",
			"Write the id of the goal above in the parent field. If the goal is of the top level, correct level or number."}},
	{Code: GoalTitleTwice, Severity: Warning, Example: "# cele/a.md: title: \"Rozwój miasta\"\n# cele/b.md: title: \"Rozwój miasta\"",
		PL: Text{"cele „{0}” i „{1}” mają ten sam tytuł: „{2}”",
			"Czytelnik nie odróżni tych celów na listach i w wynikach wyszukiwania. Zwykle to pozostałość po skopiowaniu pliku.",
			"Popraw tytuł jednego z celów albo usuń kopię."},
		EN: Text{"the goals “{0}” and “{1}” have the same title: “{2}”",
			"Readers can't tell them apart in lists and search results. Mostly this is left from copying a file.",
			"Correct the title of one of them, or remove the copy."}},
	{Code: LevelTwice, Severity: Error, Example: "levels:\n  - {id: strategic, title: Cel strategiczny}\n  - {id: strategic, title: Priorytet}",
		PL: Text{"poziom celów „{0}” jest wymieniony dwa razy",
			"Identyfikator poziomu wskazuje jeden poziom.",
			"Zmień identyfikator jednego z poziomów albo usuń powtórzenie."},
		EN: Text{"the level of goals “{0}” is listed twice",
			"The id of a level names one level.",
			"Change the id of one of them, or remove the repetition."}},
	{Code: LevelEmpty, Severity: Note, Example: "levels:\n  - {id: direction, title: Kierunek działań}   # żaden cel tak nie ma",
		PL: Text{"na poziomie „{0}” nie ma ani jednego celu",
			"Poziom jest wymieniony w content/index.md, a żaden cel na nim nie stoi.",
			"Opisz cele tego poziomu albo usuń go z listy levels."},
		EN: Text{"no goal stands on the level “{0}”",
			"The level is listed in content/index.md, and no goal stands on it.",
			"Describe the goals of the level, or remove it from the list levels."}},
}

var outerRules = []Rule{
	{Code: OuterGoalOpen, Severity: Warning, Example: "goals:\n  - {number: \"3\", title: \"Rozwój\"}   # bez maps i bez none",
		PL: Text{"cel „{0}” nie ma ani odpowiednika, ani powodu, dla którego go nie ma",
			"Tabela zgodności musi mówić o każdym celu dokumentu: któremu celowi strategii odpowiada albo dlaczego żadnemu.",
			"Wpisz odpowiedniki w polu maps albo powód w polu none; jeśli tego nie wiadomo, napisz dlaczego w polu unknown."},
		EN: Text{"the goal “{0}” has neither a counterpart nor a reason for having none",
			"A table of correspondence must speak of each goal of the document: which goal of the strategy it answers to, or why none.",
			"List the counterparts in the maps field, or give the reason in the none field; if it isn't known, say why in the unknown field."}},
	{Code: OuterGoalBoth, Severity: Error, Example: "  - number: \"3\"\n    maps: [synergia]\n    none: \"nie dotyczy gminy\"",
		PL: Text{"cel „{0}” ma odpowiednik i zarazem powód, dla którego go nie ma lub go nie znamy",
			"Jedno przeczy drugiemu: albo jest odpowiednik (maps), albo go nie ma (none), albo tego nie wiadomo (unknown).",
			"Zostaw jedno z tych pól."},
		EN: Text{"the goal “{0}” has a counterpart and a reason for having none or for not knowing it",
			"One contradicts the other: either there is a counterpart (maps), or there is none (none), or it isn't known (unknown).",
			"Keep one of the fields."}},
	{Code: GoalsUnanswered, Severity: Warning, Example: "# dokumenty/wojewodztwo.md: żaden z celów nie wymienia w maps celu „zamieszkanie”",
		PL: Text{"z dokumentem „{0}” nie są powiązane cele: {1}",
			"Strategia gminy ma być spójna ze strategią województwa i ze strategią ponadlokalną (art. 10e ust. 2 ustawy o samorządzie gminnym). Dla wymienionych celów tabela zgodności tego nie wykazuje.",
			"Dopisz powiązania (maps) w pliku dokumentu. Jeżeli cel nie ma tam odpowiednika, potwierdź to w polu acknowledge tego pliku i podaj powód. Jeżeli tabela jest niepełna, napisz o tym w polu missing."},
		EN: Text{"goals not related to the document “{0}”: {1}",
			"A commune's strategy must be consistent with those of the voivodeship and of the supralocal area (art. 10e(2) of the Polish act on commune self-government). For the goals named the table of correspondence does not show it.",
			"Add the correspondences (maps) to the document's file. If a goal has no counterpart there, acknowledge it in that file's acknowledge field, with the reason. If the table is incomplete, say so in the missing field."}},
	{Code: CorrespondenceUnstated, Severity: Note, Example: "maps: [synergia]   # bez relation",
		PL: Text{"powiązania, które nie mówią, jak cele się do siebie mają: {0} (dokument „{1}”)",
			"Cel może być tożsamy, węższy, szerszy, pokrewny albo realizować inny cel. Tabela, która to mówi, jest dla czytelnika pełniejsza.",
			"Jeżeli dokument to określa, wpisz relation: identical, narrower, broader, related albo implements."},
		EN: Text{"correspondences that don't say how the goals relate: {0} (document “{1}”)",
			"A goal can be identical, narrower, broader, related or implement another. A table that says so tells readers more.",
			"If the document says it, write relation: identical, narrower, broader, related or implements."}},
	{Code: RationaleMissing, Severity: Note, Example: "maps:\n  - {goal: synergia, relation: related, rationale: \"…\"}\n  - {goal: zamieszkanie, relation: related}   # bez rationale",
		PL: Text{"powiązania bez uzasadnienia: {0} (dokument „{1}”)",
			"Uzasadnienie mówi czytelnikowi, dlaczego cele odpowiadają sobie nawzajem. Przy innych celach tego dokumentu już jest.",
			"Wpisz jedno zdanie w polu rationale. Uzasadnienie wspólne dla celu dokumentu można wpisać raz, obok maps."},
		EN: Text{"correspondences without a rationale: {0} (document “{1}”)",
			"A rationale tells readers why the goals answer to each other. Other goals of this document have one.",
			"Write one sentence in the rationale field. A rationale common to a goal's correspondences can be written once, beside maps."}},
	{Code: CorrespondenceTwice, Severity: Warning, Example: "maps: [synergia, synergia]",
		PL: Text{"cel „{0}” jest powiązany z celem „{1}” dwa razy",
			"W tabeli zgodności powstałyby dwa wiersze o tym samym.",
			"Usuń powtórzenie."},
		EN: Text{"the goal “{0}” is related to the goal “{1}” twice",
			"The table of correspondence would have two rows about the same.",
			"Remove the repetition."}},
	{Code: DocumentUnused, Severity: Note, Example: "kind: document   # żaden odnośnik i żaden cel",
		PL: Text{"nic nie wskazuje dokumentu „{0}”, a on nie jest powiązany z żadnym celem",
			"Dokument ma swoją stronę, ale żaden tekst do niej nie prowadzi.",
			"Dopisz powiązania celów (goals), odnośnik w tekście albo miejsce w hierarchii dokumentów. Jeżeli dokument jest zbędny, usuń plik."},
		EN: Text{"nothing refers to the document “{0}”, and it is related to no goal",
			"The document has its page, but no text leads there.",
			"Add correspondences (goals), a link in the text or a place in the hierarchy of documents. If the document is not needed, remove the file."}},
	{Code: DocumentLevelMissing, Severity: Warning, Example: "kind: document\ntitle: \"Strategia Rozwoju Województwa\"",
		PL: Text{"dokument „{0}” nie ma poziomu (level)",
			"Poziom mówi, czy dokument jest unijny, krajowy, wojewódzki, ponadlokalny czy lokalny, i od niego zależy miejsce na liście oraz to, czy strategia ma być z nim spójna.",
			"Wpisz level: eu, national, voivodeship, supralocal, local, sdg, superior, subordinate albo previous."},
		EN: Text{"the document “{0}” has no level",
			"The level says whether a document is of the EU, national, of the voivodeship, supralocal or local; it decides the place in lists and whether the strategy must be consistent with it.",
			"Write level: eu, national, voivodeship, supralocal, local, sdg, superior, subordinate or previous."}},
}
