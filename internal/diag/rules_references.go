package diag

// The rules about references (S2): what links and lists of ids lead to, and
// whether the words of a reference agree with what it leads to.
const (
	// GoalUnknown: a reference to a goal that no file defines. Args: the id.
	GoalUnknown Code = "S201"
	// SectionUnknown: a "sec:" link to no chapter, number or anchor. Args: what was written.
	SectionUnknown Code = "S202"
	// NumberDisagrees: the number typed in a reference is not the number of
	// what it leads to. Args: typed number, number of the definition, what is meant.
	NumberDisagrees Code = "S203"
	// TitleDisagrees: the title typed in a reference is not the title of what
	// it leads to. Args: typed title, title of the definition, what is meant.
	TitleDisagrees Code = "S204"
	// DocumentUnknown: a reference to a document that no file defines. Args: the id.
	DocumentUnknown Code = "S205"
	// DocumentGoalUnknown: a reference to a goal that a document does not list. Args: document, goal.
	DocumentGoalUnknown Code = "S206"
	// UnitUnknown: a reference to a unit that no file defines. Args: the id.
	UnitUnknown Code = "S207"
	// TermUnknown: a reference to a term that the glossary lacks. Args: the id.
	TermUnknown Code = "S208"
	// ChapterUnknown: a reference to a chapter that no file defines. Args: the id.
	ChapterUnknown Code = "S209"
	// SectionAmbiguous: a "sec:" link that could mean several places. Args: what was written.
	SectionAmbiguous Code = "S210"
	// FragmentUnknown: a link to a place that the page does not have. Args: the
	// fragment, the page's source file.
	FragmentUnknown Code = "S211"
	// FileUnknown: a link to a Markdown file that does not exist. Args: its path.
	FileUnknown Code = "S212"
	// IDTwice: two things of one kind have the same id. Args: the reference.
	IDTwice Code = "S213"
	// AliasOwn: a thing lists its present id as a former one. Args: the id.
	AliasOwn Code = "S214"
	// AliasUsed: a reference uses a former id. Args: the reference, the present one.
	AliasUsed Code = "S215"
	// ParentCircle: a thing is its own parent, at once or through others. Args: the
	// reference, the circle.
	ParentCircle Code = "S216"
	// IndexMissing: the site has no content/index.md. No args.
	IndexMissing Code = "S217"
	// IndexTwice: a second file says it is the strategy. Args: this file, the first.
	IndexTwice Code = "S218"
	// GlossaryTwice: a second glossary. Args: this file, the first.
	GlossaryTwice Code = "S219"
	// ImplementationTwice: a second chapter describes implementation. Args: this file, the first.
	ImplementationTwice Code = "S220"
	// BlockValueUnknown: a parameter of a block has a value that does not
	// exist. Args: the parameter, the value.
	BlockValueUnknown Code = "S221"
)

// Hints of references.
const (
	// HintWrite offers a text to write, with the place it leads to. Args: the text.
	HintWrite HintKey = "write"
)

func init() {
	hints[HintWrite] = [2]string{"można napisać: {0}", "you can write: {0}"}
	register(referenceRules...)
	register(structureRules...)
}

var referenceRules = []Rule{
	{Code: GoalUnknown, Severity: Error, Example: "[](goal:synergja)",
		PL: Text{"nie ma celu „{0}”",
			"Odnośnik wskazuje cel przez jego identyfikator, a żaden plik takiego celu nie opisuje. Czytelnik nie miałby dokąd przejść.",
			"Popraw identyfikator. Jest nim pole id w pliku celu, a gdy go nie ma – nazwa pliku bez .md. Jeżeli celu jeszcze nie opisano, załóż dla niego plik."},
		EN: Text{"there is no goal “{0}”",
			"The reference names a goal by its id, and no file describes such a goal. A reader would have nowhere to go.",
			"Correct the id. It is the id field of the goal's file or, without one, the file's name without .md. If the goal is not described yet, add a file for it."}},
	{Code: SectionUnknown, Severity: Error, Example: "[](sec:8.9)",
		PL: Text{"nie ma rozdziału ani punktu „{0}”",
			"Po „sec:” stoi identyfikator rozdziału, numer punktu albo nazwa miejsca w tekście. Niczego takiego w dokumencie nie ma.",
			"Sprawdź numer w tekście rozdziału. Miejsce w konkretnym rozdziale wskazuje zapis sec:rozdzial#miejsce."},
		EN: Text{"there is no chapter or section “{0}”",
			"What follows “sec:” is a chapter's id, a section's number or the name of a place in the text. The document has nothing like it.",
			"Check the number in the chapter's text. A place in one chapter is written sec:chapter#place."}},
	{Code: NumberDisagrees, Severity: Error, Example: "[Cel strategiczny 4](goal:synergia)   # w pliku celu: number: \"2\"",
		PL: Text{"w tekście stoi numer {0}, a „{2}” ma numer {1}",
			"Numer wpisany ręcznie różni się od numeru w definicji. Czytelnik nie wie, który jest właściwy, a w akcie prawnym taka różnica może mieć skutki.",
			"Jeżeli tekst się myli, popraw go albo zostaw puste nawiasy – [](goal:…) – i numer wpisze się sam. Jeżeli tekstu zmienić nie wolno, bo tak brzmi uchwała, potwierdź różnicę w polu acknowledge tego pliku i podaj powód."},
		EN: Text{"the text says number {0}, but “{2}” has number {1}",
			"A number typed by hand differs from the definition's. A reader can't tell which is right, and in a legal act the difference may matter.",
			"If the text is wrong, correct it, or leave the brackets empty – [](goal:…) – and the number is filled in. If the text must not change because it was adopted so, acknowledge the difference in this file's acknowledge field, with the reason."}},
	{Code: TitleDisagrees, Severity: Warning, Example: "[Cel 2: Toruń miastem synergii](goal:synergia)   # tytuł celu jest inny",
		PL: Text{"w tekście stoi tytuł „{0}”, a „{2}” ma tytuł „{1}”",
			"Tytuł wpisany ręcznie różni się od tytułu w definicji. Być może tytuł zmieniono, a w tym miejscu został dawny.",
			"Popraw tekst albo zostaw puste nawiasy – [](goal:…) – i tytuł wpisze się sam. Różnicę, która ma zostać, potwierdź w polu acknowledge i podaj powód."},
		EN: Text{"the text says “{0}”, but “{2}” is titled “{1}”",
			"A title typed by hand differs from the definition's. The title may have been changed, and the old one was left here.",
			"Correct the text, or leave the brackets empty – [](goal:…) – and the title is filled in. A difference that is to stay is acknowledged in the acknowledge field, with the reason."}},
	{Code: DocumentUnknown, Severity: Error, Example: "[](doc:zti)",
		PL: Text{"nie ma dokumentu „{0}”",
			"Odnośnik wskazuje dokument zewnętrzny przez jego identyfikator, a żaden plik takiego dokumentu nie opisuje.",
			"Wpisz identyfikator dokumentu, który ma swój plik: jest nim pole id, a gdy go nie ma – nazwa pliku bez .md. Jeżeli dokumentu jeszcze nie opisano, załóż dla niego plik (kind: document)."},
		EN: Text{"there is no document “{0}”",
			"The reference names an outer document by its id, and no file describes such a document.",
			"Write the id of a document that has a file: it is its id field or, without one, the file's name without .md. If the document is not described yet, add a file for it (kind: document)."}},
	{Code: DocumentGoalUnknown, Severity: Error, Example: "[](doc:zit#7)",
		PL: Text{"dokument „{0}” nie ma celu „{1}”",
			"Po znaku # stoi identyfikator celu tego dokumentu. Na liście celów w pliku dokumentu go nie ma.",
			"Popraw identyfikator albo dopisz cel do listy goals w pliku dokumentu. Bez pola id identyfikatorem celu jest jego numer."},
		EN: Text{"the document “{0}” has no goal “{1}”",
			"What follows # is the id of a goal of that document. The list of goals in the document's file does not have it.",
			"Correct the id, or add the goal to the list goals in the document's file. Without an id field a goal's id is its number."}},
	{Code: UnitUnknown, Severity: Error, Example: "owner: wydzial-rozwoj",
		PL: Text{"nie ma jednostki „{0}”",
			"Wpis wskazuje wydział, spółkę lub inną jednostkę przez identyfikator, a żaden plik takiej jednostki nie opisuje.",
			"Wpisz identyfikator jednostki, która ma swój plik: jest nim pole id, a gdy go nie ma – nazwa pliku bez .md. Jeżeli jednostki jeszcze nie opisano, załóż dla niej plik (kind: unit)."},
		EN: Text{"there is no unit “{0}”",
			"The entry names a department, company or other unit by its id, and no file describes such a unit.",
			"Write the id of a unit that has a file: it is its id field or, without one, the file's name without .md. If the unit is not described yet, add a file for it (kind: unit)."}},
	{Code: TermUnknown, Severity: Error, Example: "[ewaluacji](term:ewaluacia)",
		PL: Text{"słownik nie zawiera pojęcia „{0}”",
			"Odnośnik prowadzi do pojęcia w słowniku, a słownik go nie wyjaśnia.",
			"Popraw identyfikator albo dopisz pojęcie do listy terms w pliku słownika (kind: glossary)."},
		EN: Text{"the glossary has no term “{0}”",
			"The link leads to a term of the glossary, and the glossary does not explain it.",
			"Correct the id, or add the term to the list terms in the glossary's file (kind: glossary)."}},
	{Code: ChapterUnknown, Severity: Error, Example: "[](chapter:wdrozenia)",
		PL: Text{"nie ma rozdziału „{0}”",
			"Odnośnik wskazuje rozdział przez jego identyfikator, a żaden plik takiego rozdziału nie zawiera.",
			"Popraw identyfikator. Jest nim pole id w pliku rozdziału, a gdy go nie ma – nazwa pliku bez .md."},
		EN: Text{"there is no chapter “{0}”",
			"The link names a chapter by its id, and no file holds such a chapter.",
			"Correct the id. It is the id field of the chapter's file or, without one, the file's name without .md."}},
}

// structureRules are those about ids and what hangs together by them.
var structureRules = []Rule{
	{Code: SectionAmbiguous, Severity: Error, Example: "[](sec:zalozenia)   # taki nagłówek mają dwa rozdziały",
		PL: Text{"„sec:{0}” pasuje do kilku miejsc",
			"Ten sam numer albo ta sama nazwa występuje w kilku rozdziałach, więc nie wiadomo, dokąd odnośnik ma prowadzić.",
			"Dopisz identyfikator rozdziału: sec:rozdzial#miejsce. Możliwe zapisy podano przy komunikacie."},
		EN: Text{"“sec:{0}” fits several places",
			"The same number or name stands in several chapters, so it is not clear where the link should lead.",
			"Add the chapter's id: sec:chapter#place. The possible forms are listed with the message."}},
	{Code: FragmentUnknown, Severity: Error, Example: "[zasady](8-wdrozenie.md#roz-8.9)",
		PL: Text{"na stronie z pliku {1} nie ma miejsca „#{0}”",
			"Po znaku # stoi nazwa miejsca na stronie, zwykle nagłówka. Takiego miejsca tam nie ma, więc odnośnik otworzyłby początek strony.",
			"Popraw nazwę po znaku #. Nagłówkowi „8.1. Założenia” odpowiada #roz-8.1, a własną nazwę nadaje się zapisem {#nazwa} za nagłówkiem."},
		EN: Text{"the page of {1} has no place “#{0}”",
			"What follows # is the name of a place on the page, mostly a heading. There is none, so the link would open the top of the page.",
			"Correct the name after #. A heading “8.1. Principles” is #roz-8.1; {#name} after a heading gives it a name of its own."}},
	{Code: FileUnknown, Severity: Error, Example: "[wdrożenie](8-wdrozenia.md)",
		PL: Text{"nie ma pliku {0}",
			"Odnośnik prowadzi do pliku z treścią, którego w folderze content nie ma.",
			"Popraw ścieżkę. Liczy się ją od pliku, w którym stoi odnośnik."},
		EN: Text{"there is no file {0}",
			"The link leads to a file of the text that the content folder does not have.",
			"Correct the path. It is counted from the file in which the link stands."}},
	{Code: IDTwice, Severity: Error, Example: "content/cele/synergia.md\ncontent/stare/synergia.md",
		PL: Text{"identyfikator „{0}” jest nadany dwa razy",
			"Identyfikator wskazuje jedną rzecz na zawsze. Przy dwóch takich samych nie wiadomo, dokąd prowadzą odnośniki.",
			"Zmień jeden z nich: nadaj w pliku inne pole id albo zmień nazwę pliku. Jeżeli to kopia tego samego, usuń ją."},
		EN: Text{"the id “{0}” is given twice",
			"An id names one thing for ever. With two alike nobody can tell where links lead.",
			"Change one of them: state another id in the file, or rename the file. If it is a copy of the same thing, remove it."}},
	{Code: AliasOwn, Severity: Warning, Example: "id: synergia\naliases: [synergia]",
		PL: Text{"„{0}” to obecny, a nie dawny identyfikator",
			"Lista aliases wymienia identyfikatory, których już się nie używa.",
			"Usuń ten wpis z listy aliases."},
		EN: Text{"“{0}” is the present id, not a former one",
			"The list aliases names ids that are no longer in use.",
			"Remove the entry from aliases."}},
	{Code: AliasUsed, Severity: Note, Example: "[](goal:cel-4)   # dawny identyfikator celu synergia",
		PL: Text{"„{0}” to dawny identyfikator, obecny: „{1}”",
			"Odnośnik działa, bo dawny identyfikator nadal prowadzi na miejsce.",
			"Przy okazji wpisz obecny identyfikator."},
		EN: Text{"“{0}” is a former id, now “{1}”",
			"The reference works, because the former id still leads to the place.",
			"Write the present id when you next edit the file."}},
	{Code: ParentCircle, Severity: Error, Example: "# cel a: parent: b\n# cel b: parent: a",
		PL: Text{"„{0}” podlega samemu sobie: {1}",
			"Pola parent tworzą koło, więc nie da się ustalić, co stoi wyżej.",
			"Popraw pole parent w jednym z wymienionych miejsc."},
		EN: Text{"“{0}” stands below itself: {1}",
			"The parent fields go round in a circle, so nothing stands at the top.",
			"Correct the parent field in one of the places named."}},
	{Code: IndexMissing, Severity: Error, Example: "content/\n  8-wdrozenie.md",
		PL: Text{"nie ma pliku content/index.md",
			"Ten plik opisuje sam dokument: jego tytuł, status, uchwałę i okres. Bez niego strona nie ma tytułu.",
			"Załóż plik content/index.md z polem title."},
		EN: Text{"there is no file content/index.md",
			"That file describes the document itself: its title, status, act and horizon. Without it the site has no title.",
			"Add content/index.md with a title field."}},
	{Code: IndexTwice, Severity: Error, Example: "# content/strategia.md\nkind: strategy",
		PL: Text{"plik {0} podaje się za opis strategii, ale jest nim już {1}",
			"Strona publikuje jeden dokument, opisany w content/index.md.",
			"Przenieś treść do {1} albo zmień pole kind na chapter."},
		EN: Text{"{0} says it describes the strategy, but {1} does",
			"A site publishes one document, described in content/index.md.",
			"Move the contents to {1}, or change the kind field to chapter."}},
	{Code: GlossaryTwice, Severity: Error, Example: "# content/skroty.md\nkind: glossary   # słownik już jest",
		PL: Text{"plik {0} jest drugim słownikiem, pierwszym jest {1}",
			"Słownik jest jeden, żeby każde pojęcie miało jedno wyjaśnienie i jedno miejsce.",
			"Przenieś pojęcia do {1} i usuń ten plik."},
		EN: Text{"{0} is a second glossary; the first is {1}",
			"There is one glossary, so that each term has one explanation and one place.",
			"Move the terms to {1} and remove this file."}},
	{Code: ImplementationTwice, Severity: Error, Example: "implementation:   # opisano je już w innym rozdziale",
		PL: Text{"plik {0} opisuje system wdrażania po raz drugi, po raz pierwszy opisuje go {1}",
			"Strona o wdrażaniu powstaje z jednego opisu. Dwa opisy mogłyby sobie przeczyć.",
			"Połącz oba opisy w jednym rozdziale."},
		EN: Text{"{0} describes implementation a second time; {1} does so first",
			"The page about implementation is made from one description. Two could contradict each other.",
			"Merge the two into one chapter."}},
	{Code: BlockValueUnknown, Severity: Error, Example: "```units\nkind: miasto\n```",
		PL: Text{"pole {0} tego bloku nie może mieć wartości „{1}”",
			"Blok wypisuje tylko to, co pasuje do podanej wartości. Takiej wartości nie ma, więc w jego miejscu nic by nie było.",
			"Wpisz jedną z dozwolonych wartości."},
		EN: Text{"the field {0} of this block can't have the value “{1}”",
			"The block lists what fits the given value. There is no such value, so nothing would stand in its place.",
			"Write one of the values allowed."}},
}
