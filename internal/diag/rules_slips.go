package diag

// Rules about what was meant as Markdown and is none: it would be shown with all
// its signs.
const (
	// EmphasisOpen: a pair of "**" that makes nothing bold; perhaps a hint with one that does.
	EmphasisOpen Code = "S324"
	// HeadingStuck: "##" with a word at it; perhaps a hint with the heading.
	HeadingStuck Code = "S326"
	// CodeIndented: a paragraph so far to the right that it is code.
	CodeIndented Code = "S327"
	// AddressSpace: a link or image with a space in its address; perhaps a hint with one that works.
	AddressSpace Code = "S349"
	// LinkApart: a space between the brackets of a link; perhaps a hint with one that works.
	LinkApart Code = "S352"
	// PathBackslash: {0} the address; a hint has it with slashes.
	PathBackslash Code = "S353"
	// LinkOwnDisk: {0} the address, which is a file's on the author's own disk.
	LinkOwnDisk Code = "S354"
	// LinkWithoutScheme: {0} the address of a site without https://; a hint has it whole.
	LinkWithoutScheme Code = "S355"
	// LinkMail: {0} an e-mail address without mailto:; a hint has it whole.
	LinkMail Code = "S356"
	// LinkBrackets: a link with its brackets in each other's place or not closed; a hint has it whole.
	LinkBrackets Code = "S357"
	// TableNoRule: rows between bars without the row below the header; a hint has that row.
	TableNoRule Code = "S364"
	// TableTabs: lines with tabs, as copied from a table.
	TableTabs Code = "S365"
	// ListBullets: {0} the bullet with which lines start.
	ListBullets Code = "S366"
	// TableRule: {0} the columns of the row below the header, {1} those of the header.
	TableRule Code = "S367"
	// BlockParamMissing: {0} the parameter, {1} the block.
	BlockParamMissing Code = "S385"
	// FenceOpen: a block of code that is not closed.
	FenceOpen Code = "S386"
)

func init() { register(slipRules...) }

var slipRules = []Rule{
	{Code: EmphasisOpen, Severity: Warning, Example: "To jest **ważne ** zdanie.",
		PL: Text{"gwiazdki ** nie pogrubiają tych słów i będą widoczne na stronie",
			"Gwiazdki muszą przylegać do pogrubianych słów: po otwierających i przed zamykającymi nie może być odstępu. Tuż za zamykającymi nie może też stać litera, jeśli przed nimi jest znak przestankowy.",
			"Usuń odstęp między gwiazdkami a słowem albo dodaj go za zamykającymi gwiazdkami. Gwiazdki, które mają być widoczne, zapisz jako \\*\\*."},
		EN: Text{"the stars ** do not make these words bold, and will be seen on the page",
			"Stars must touch the words that they make bold: no space may follow the opening ones or precede the closing ones. Nor may a letter follow the closing ones if a punctuation mark precedes them.",
			"Remove the space between stars and word, or put one behind the closing stars. Stars that are to be seen are written \\*\\*."}},
	{Code: HeadingStuck, Severity: Warning, Example: "##1.3. Wnioski",
		PL: Text{"to nie jest nagłówek, bo po znakach # nie ma zwykłego odstępu",
			"Nagłówek zaczyna się od znaków #, po których stoi odstęp. Gdy go nie ma albo gdy jest to twarda spacja z Worda, znaki # będą na stronie widoczne, a w spisie treści zabraknie tego nagłówka.",
			"Wpisz zwykły odstęp po znakach #."},
		EN: Text{"this is no heading, as no plain space follows the signs #",
			"A heading begins with signs #, and a space behind them. Without it, or with a space that does not break, the signs # will be seen on the page and the contents will lack the heading.",
			"Type a plain space behind the signs #."}},
	{Code: CodeIndented, Severity: Warning, Example: "Zdanie.\n\n\tAkapit z wcięciem, jak w Wordzie.",
		PL: Text{"ten tekst jest wcięty, więc na stronie będzie wyglądał jak kod programu",
			"Wiersz, który po pustym wierszu zaczyna się od tabulatora albo czterech odstępów, jest w Markdownie kodem: ma inne pismo, nie łamie się, a odsyłacze w nim nie działają. Akapitów się nie wcina.",
			"Usuń odstępy z początku wiersza. Jeśli to ma być kod, wpisz przed nim i po nim wiersz ```."},
		EN: Text{"this text is indented, so the page will show it as code",
			"A line that begins with a tab or four spaces after an empty line is code in Markdown: it has other letters, does not wrap, and links in it do not work. Paragraphs are not indented.",
			"Remove the spaces at the start of the line. If it is to be code, put a line ``` before it and one behind it."}},
	{Code: AddressSpace, Severity: Warning, Example: "![Mapa obszarów](obrazy/nowa mapa.svg)",
		PL: Text{"to nie jest odsyłacz ani obraz, bo w adresie jest odstęp",
			"Adres w nawiasie okrągłym kończy się na pierwszym odstępie. Nawiasy i adres będą więc na stronie widoczne jak zwykły tekst.",
			"Usuń odstęp, a w nazwie pliku zapisz go jako %20 albo weź cały adres w nawiasy kątowe: (<nowa mapa.svg>). Najlepiej nazywać pliki bez odstępów."},
		EN: Text{"this is no link or image, as there is a space in the address",
			"The address in round brackets ends at the first space. So brackets and address will be seen on the page as text.",
			"Remove the space; in a file's name write it as %20, or put the whole address in angle brackets: (<new map.svg>). Best give files names without spaces."}},
	{Code: LinkApart, Severity: Warning, Example: "Zob. [rozdział drugi] (2-diagnoza.md).",
		PL: Text{"to nie jest odsyłacz, bo między nawiasami jest odstęp",
			"Nawias okrągły z adresem musi stać tuż za kwadratowym. Nawiasy i adres będą więc na stronie widoczne jak zwykły tekst.",
			"Usuń odstęp między „]” a „(”."},
		EN: Text{"this is no link, as there is a space between the brackets",
			"The round bracket with the address must follow the square one at once. So brackets and address will be seen on the page as text.",
			"Remove the space between “]” and “(”."}},
	{Code: PathBackslash, Severity: Error, Example: "![Mapa obszarów](obrazy\\mapa.svg)",
		PL: Text{"w adresie stoi ukośnik wsteczny: {0}",
			"Foldery w adresie rozdziela zwykły ukośnik „/”, także w systemie Windows. Z ukośnikiem „\\” przeglądarki nie znajdą pliku.",
			"Zamień każdy „\\” na „/”."},
		EN: Text{"the address has a backslash in it: {0}",
			"Folders in an address are set apart by slashes, “/”, on Windows too. With “\\” browsers would not find the file.",
			"Write “/” for every “\\”."}},
	{Code: LinkOwnDisk, Severity: Error, Example: "![Mapa obszarów](C:/Users/Ala/mapa.png)",
		PL: Text{"to plik z dysku Twojego komputera: {0}",
			"Ten adres działa tylko na komputerze, na którym powstał. Czytelnicy nie mają tego pliku, bo na stronę trafiają tylko pliki z folderu content.",
			"Skopiuj plik do folderu content i podaj ścieżkę od tego pliku, na przykład obrazy/mapa.png."},
		EN: Text{"this is a file on the disk of your own computer: {0}",
			"The address works on the computer where it was made only. Readers do not have the file, as only those in the folder content get onto the site.",
			"Copy the file into the folder content and give the path from this file, such as images/map.png."}},
	{Code: LinkWithoutScheme, Severity: Error, Example: "[strona gminy](www.gmina.pl)",
		PL: Text{"adresowi innej strony brakuje początku „https://”: {0}",
			"Bez tego początku adres oznacza plik w folderze content, a takiego pliku nie ma.",
			"Dopisz przed adresem https:// i sprawdź w przeglądarce, czy strona się otwiera."},
		EN: Text{"the address of another site lacks its beginning “https://”: {0}",
			"Without this beginning the address means a file in the folder content, and there is none.",
			"Write https:// before the address, and see in a browser that the page opens."}},
	{Code: LinkMail, Severity: Error, Example: "[napisz do nas](urzad@gmina.pl)",
		PL: Text{"adresowi e-mail brakuje początku „mailto:”: {0}",
			"Bez tego początku adres oznacza plik w folderze content, a takiego pliku nie ma.",
			"Dopisz przed adresem mailto:, bez odstępu."},
		EN: Text{"the e-mail address lacks its beginning “mailto:”: {0}",
			"Without this beginning the address means a file in the folder content, and there is none.",
			"Write mailto: before the address, without a space."}},
	{Code: LinkBrackets, Severity: Warning, Example: "Zob. (cel o zdrowiu)[goal:zdrowie].",
		PL: Text{"to nie jest odsyłacz, bo nawiasy są zamienione albo brakuje zamykającego",
			"W odsyłaczu najpierw stoją słowa w nawiasie kwadratowym, a tuż za nimi adres w okrągłym. Inaczej nawiasy i adres będą na stronie widoczne jak zwykły tekst.",
			"Popraw nawiasy: [słowa](adres)."},
		EN: Text{"this is no link, as its brackets have changed places or one is not closed",
			"In a link the words come first, in square brackets, and the address at once behind them, in round ones. Otherwise brackets and address will be seen on the page as text.",
			"Mend the brackets: [words](address)."}},
	{Code: TableNoRule, Severity: Warning, Example: "| Cel | Opis |\n| 1 | Synergia |",
		PL: Text{"te wiersze nie tworzą tabeli, bo pod nagłówkiem brakuje wiersza |---|---|",
			"Tabelę poznaje się po drugim wierszu: między kreskami pionowymi stoją w nim same łączniki, tyle razy, ile jest kolumn. Bez niego wiersze będą na stronie widoczne jak zwykły tekst z kreskami.",
			"Wstaw ten wiersz pod pierwszym wierszem tabeli."},
		EN: Text{"these lines make no table, as the row |---|---| below the header is missing",
			"A table is known by its second row: between bars it has hyphens only, as often as there are columns. Without it the lines will be seen on the page as text with bars.",
			"Put this row below the first row of the table."}},
	{Code: TableTabs, Severity: Warning, Example: "Rok\tLiczba mieszkańców\n2023\t97 400\n2024\t97 012",
		PL: Text{"te wiersze wyglądają na tabelę, ale rozdzielają je tabulatory",
			"Tak wkleja się tabela z Worda albo Excela. Na stronie wszystkie komórki zleją się w jeden akapit.",
			"Rozdziel komórki kreskami: „| Rok | Liczba |”, a pod nagłówkiem wstaw wiersz „|---|---|”."},
		EN: Text{"these lines look like a table, but tabs set the cells apart",
			"So a table is pasted from Word or Excel. On the page all cells will run into one paragraph.",
			"Set the cells apart by bars: “| Year | Number |”, and put a row “|---|---|” below the header."}},
	{Code: ListBullets, Severity: Warning, Example: "• zdrowie\n• praca",
		PL: Text{"wiersze zaczynają się od znaku „{0}”, ale nie tworzą listy",
			"Tak wkleja się lista z Worda. Na stronie wiersze zleją się w jeden akapit, a czytnik ekranu nie powie, że to lista.",
			"Zacznij każdy punkt od łącznika i odstępu: „- zdrowie”."},
		EN: Text{"these lines start with “{0}”, but make no list",
			"So a list is pasted from Word. On the page the lines will run into one paragraph, and screen readers will not say that it is a list.",
			"Start each item with a hyphen and a space: “- health”."}},
	{Code: TableRule, Severity: Warning, Example: "| Cel | Opis | Termin |\n|---|---|\n| 1 | Synergia | 2030 |",
		PL: Text{"te wiersze nie tworzą tabeli: kolumn w wierszu z łącznikami: {0}, w nagłówku: {1}",
			"Wiersz pod nagłówkiem, na przykład |---|---|, musi mieć tyle kolumn, ile nagłówek. Inaczej wiersze będą na stronie widoczne jak zwykły tekst z kreskami.",
			"Dopisz albo usuń w tym wierszu „---|”, tak żeby liczby kolumn były równe."},
		EN: Text{"these lines make no table: the row of hyphens has columns: {0}, the header: {1}",
			"The row below the header, such as |---|---|, must have as many columns as the header. Otherwise the lines will be seen on the page as text with bars.",
			"Add or remove “---|” in this row, so that the numbers are equal."}},
	{Code: BlockParamMissing, Severity: Error, Example: "```goal-map\n```",
		PL: Text{"w bloku „{1}” brakuje parametru „{0}”",
			"Bez tego parametru nie wiadomo, co pokazać, więc w tym miejscu strony nie byłoby nic.",
			"Dopisz między znakami ``` wiersz „{0}: …” z identyfikatorem."},
		EN: Text{"the block “{1}” lacks the parameter “{0}”",
			"Without this parameter nobody can tell what to show, so there would be nothing in this place of the page.",
			"Write a line “{0}: …” with an id between the ``` signs."}},
	{Code: FenceOpen, Severity: Error, Example: "```goal-tree\n\nDalszy tekst rozdziału.",
		PL: Text{"blok otwarty tutaj nie jest zamknięty",
			"Blok kończy się dopiero na następnym wierszu z tymi samymi znakami, którymi się zaczął, zwykle ```. Bez niego należy do bloku cały dalszy tekst pliku.",
			"Wstaw taki wiersz tam, gdzie blok ma się kończyć."},
		EN: Text{"the block opened here is not closed",
			"A block ends at the next line with the signs that opened it, mostly ```. Without it all the rest of the file belongs to the block.",
			"Put such a line where the block is to end."}},
}
