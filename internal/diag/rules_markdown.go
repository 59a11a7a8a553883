package diag

// Rules about the text of a file: the file itself, its HTML and its headings.
const (
	// MergeConflict: the line with which Git begins two versions of a passage.
	MergeConflict Code = "S328"
	// FileNotText: {0} what the file is, although its name says text.
	FileNotText Code = "S325"
	// FileNotUTF8: {0} how many bytes are not UTF-8; the place is the first.
	FileNotUTF8 Code = "S301"
	// ControlCharacter: {0} how many there are; the place is the first.
	ControlCharacter Code = "S302"
	// TextTooBig: {0} the limit in MiB.
	TextTooBig Code = "S303"
	// NestingTooDeep: {0} the limit.
	NestingTooDeep Code = "S304"
	// BlockTooComplex: a paragraph, cell or heading beyond a limit.
	BlockTooComplex Code = "S305"
	// FileTooComplex: {0} what there is too much of, {1} the limit.
	FileTooComplex Code = "S306"
	// ParserFailed: {0} the words of the library's failure.
	ParserFailed Code = "S307"
	// HTMLForbidden: {0} the element.
	HTMLForbidden Code = "S308"
	// HTMLAttribute: {0} the attribute, {1} the element.
	HTMLAttribute Code = "S309"
	// HTMLUnbalanced: {0} the element.
	HTMLUnbalanced Code = "S310"
	// HTMLMisplaced: {0} the element, {1} the elements that it must stand in.
	HTMLMisplaced Code = "S311"
	// HeadingEmpty: a heading without words.
	HeadingEmpty Code = "S312"
	// HeadingSkip: {0} the level typed, {1} the level due.
	HeadingSkip Code = "S313"
	// HeadingSecondTitle: a second heading of the level of the page's own.
	HeadingSecondTitle Code = "S314"
	// HeadingTooLong: {0} the limit in bytes.
	HeadingTooLong Code = "S315"
	// HeadingNumberDuplicate: {0} the number; a hint has the first place.
	HeadingNumberDuplicate Code = "S316"
	// HeadingNumberPlace: {0} the number, {1} the number of the heading above.
	HeadingNumberPlace Code = "S317"
	// HeadingNumberOrder: {0} the number, {1} the number before it.
	HeadingNumberOrder Code = "S318"
	// HeadingDiffers: {0} what the heading says, {1} what the front matter says; a hint has its place.
	HeadingDiffers Code = "S319"
	// AnchorDuplicate: {0} the anchor; a hint has the first place.
	AnchorDuplicate Code = "S320"
	// AnchorReserved: {0} the anchor.
	AnchorReserved Code = "S321"
	// AnchorInvalid: {0} the anchor.
	AnchorInvalid Code = "S322"
	// AttributeUnknown: {0} the attribute; perhaps a hint with those known.
	AttributeUnknown Code = "S323"
)

func init() {
	register(
		Rule{
			Code: MergeConflict, Severity: Error,
			Example: "<<<<<<< HEAD\nŻłobek otworzymy w 2027 roku.\n=======\nŻłobek otworzymy w 2028 roku.\n>>>>>>> zmiany",
			PL: Text{
				"stoją tu dwie wersje tego samego miejsca, których Git nie umiał połączyć",
				"Gdy dwie osoby zmienią to samo miejsce, Git zapisuje w pliku obie wersje: jedną między <<<<<<< a =======, drugą między ======= a >>>>>>>. Ktoś musi wybrać.",
				"Zostaw jedną z wersji, a drugą usuń razem z wierszami <<<<<<<, ======= i >>>>>>>.",
			},
			EN: Text{
				"here are two versions of one passage, which Git could not merge",
				"When two people change the same passage, Git writes both versions into the file: one between <<<<<<< and =======, the other between ======= and >>>>>>>. Somebody has to choose.",
				"Keep one of the versions, and remove the other with the lines <<<<<<<, ======= and >>>>>>>.",
			},
		},
		Rule{
			Code: FileNotText, Severity: Error,
			Example: "{\\rtf1\\ansi Strategia}",
			PL: Text{
				"to nie jest plik tekstowy, choć nazwa kończy się na .md: {0}",
				"Nazwa kończy się jak nazwa tekstu, ale w środku jest dokument innego programu, którego nie da się odczytać jak tekstu. Zmiana nazwy pliku nie zmienia tego, co w nim jest. Niczego z niego nie odczytano.",
				"Otwórz dokument w programie, w którym powstał, skopiuj tekst i wklej go do pliku .md w Notatniku. Sam dokument, pod jego właściwą nazwą, może leżeć obok.",
			},
			EN: Text{
				"this is no text file, though its name ends in .md: {0}",
				"The name is that of a text, but the file holds a document of another program, which can't be read as text. Another name does not change what is in a file. Nothing of it was read.",
				"Open the document in its own program, copy the text and paste it into a .md file in Notepad. The document itself may lie beside it under its proper name.",
			},
		},
		Rule{
			Code: FileNotUTF8, Severity: Error,
			Example: "Plik zapisany w kodowaniu Windows-1250: „Za\xb3o\xbfenia”",
			PL: Text{
				"plik nie jest zapisany w kodowaniu UTF-8 (błędnych bajtów: {0})",
				"Polskie litery da się odczytać tylko wtedy, gdy plik jest zapisany jako UTF-8. Ten plik zapisano inaczej, prawdopodobnie jako Windows-1250, i część liter przepadłaby. W ich miejscu pokazano znak \uFFFD.",
				"Otwórz plik w edytorze i zapisz go jako UTF-8; w Notatniku: Plik, Zapisz jako, Kodowanie: UTF-8.",
			},
			EN: Text{
				"the file is not UTF-8 (bad bytes: {0})",
				"Letters can only be read from files saved as UTF-8. This one was saved otherwise, probably as Windows-1250, and some of its letters would be lost. They are shown as \uFFFD.",
				"Open the file in an editor and save it as UTF-8; in Notepad: File, Save as, Encoding: UTF-8.",
			},
		},
		Rule{
			Code: ControlCharacter, Severity: Error,
			Example: "Tekst skopiowany z pliku PDF ze znakiem\u0002 sterującym",
			PL: Text{
				"w pliku są niewidoczne znaki sterujące (ile: {0})",
				"Takie znaki trafiają do tekstu przy kopiowaniu z plików PDF lub ze starych programów. Nie widać ich, a psują stronę, wyszukiwanie i odczyt przez czytniki ekranu. W ich miejscu pokazano znak \uFFFD.",
				"Usuń wskazany znak; często wystarczy skasować i wpisać od nowa słowo, w którym stoi.",
			},
			EN: Text{
				"there are invisible control characters in the file (how many: {0})",
				"They get into a text when it is copied from a PDF or an old program. Nobody sees them, but they break pages, searching and screen readers. They are shown as \uFFFD.",
				"Remove the character; often it is enough to delete the word it stands in and type it anew.",
			},
		},
		Rule{
			Code: TextTooBig, Severity: Error,
			Example: "Cała strategia z załącznikami w jednym pliku",
			PL: Text{
				"plik jest większy niż {0} MiB",
				"Z jednego pliku powstaje jedna strona. Strony tej wielkości nikt nie otworzy na telefonie, dlatego pliku nie odczytano.",
				"Podziel plik na rozdziały, każdy w osobnym pliku.",
			},
			EN: Text{
				"the file is bigger than {0} MiB",
				"One file becomes one page. A page of this size opens on no phone, so the file was not read.",
				"Split the file into chapters, each in a file of its own.",
			},
		},
		Rule{
			Code: NestingTooDeep, Severity: Error,
			Example: "> > > > > > > > … czterdzieści znaków > …",
			PL: Text{
				"listy lub cytaty są zagnieżdżone głębiej niż {0} razy",
				"Takiego zagnieżdżenia nie da się ani przeczytać, ani pokazać. Głębsze poziomy potraktowano jak zwykły tekst.",
				"Spłaszcz listę albo podziel ją na podrozdziały.",
			},
			EN: Text{
				"lists or quotations are nested more than {0} times",
				"Nobody can read such nesting, and no page can show it. What lies deeper was taken for plain text.",
				"Flatten the list, or split it into subsections.",
			},
		},
		Rule{
			Code: BlockTooComplex, Severity: Error,
			Example: "[[[[[[[[[[[[… tysiąc nawiasów w jednym akapicie …",
			PL: Text{
				"ten akapit jest zbyt długi lub ma zbyt wiele znaków formatowania",
				"Akapit ma setki niezamkniętych gwiazdek, nawiasów albo cudzysłowów odwrotnych, tysiące wierszy lub setki tysięcy znaków. Odczytanie go mogłoby trwać bardzo długo, dlatego dalsze znaki formatowania potraktowano jak zwykły tekst.",
				"Podziel akapit pustymi wierszami albo wstaw przed znakami formatowania ukośnik: \\* \\[ \\`.",
			},
			EN: Text{
				"this paragraph is too long or has too many marks",
				"It has hundreds of stars, brackets or backticks without a partner, thousands of lines or hundreds of thousands of characters. To read it might take very long, so further marks were taken for plain text.",
				"Split it with empty lines, or put a backslash before the marks: \\* \\[ \\`.",
			},
		},
		Rule{
			Code: FileTooComplex, Severity: Error,
			Example: "[^1] [^2] [^3] … dziesięć tysięcy przypisów w jednym pliku …",
			PL: Text{
				"w pliku jest zbyt wiele znaków „{0}”: dozwolone {1}",
				"Plik z taką liczbą przypisów, komórek tabel lub kresek w komórkach trzeba by odczytywać bardzo długo, dlatego jego treści nie odczytano.",
				"Podziel plik na mniejsze, a wielką tabelę umieść w pliku CSV.",
			},
			EN: Text{
				"the file has too many “{0}”: {1} are allowed",
				"To read a file with so many notes, cells of tables, or bars in cells, would take very long, so its text was not read.",
				"Split the file, and put a huge table into a CSV file.",
			},
		},
		Rule{
			Code: ParserFailed, Severity: Error,
			Example: "",
			PL: Text{
				"program nie poradził sobie z tym plikiem: {0}",
				"To błąd programu, a nie autora. Treść pliku pominięto, żeby sprawdzić pozostałe pliki.",
				"Zgłoś błąd autorom programu i dołącz ten plik. Do tego czasu możesz spróbować podzielić plik na części.",
			},
			EN: Text{
				"the program failed on this file: {0}",
				"This is the program's fault, not the author's. The text was left out so that the other files could be checked.",
				"Report the fault to the program's authors, with the file. Until then, splitting the file may help.",
			},
		},
		Rule{
			Code: HTMLForbidden, Severity: Error,
			Example: "<iframe src=\"https://mapa.example\"></iframe>",
			PL: Text{
				"nie wolno tu użyć znacznika HTML <{0}>",
				"W treści można użyć tylko kilku znaczników, które nie zmieniają wyglądu ani działania strony, takich jak <br>, <sub>, <sup>, <abbr>, <mark>, <small>, <span lang>, <time>, <details> oraz znaczniki tabel. Tabele i <details> muszą zaczynać się w osobnym wierszu. Wszystko inne jest pokazywane jako zwykły tekst.",
				"Zapisz to w Markdownie. Jeśli to miał być znak mniejszości, wstaw przed nim ukośnik: \\<.",
			},
			EN: Text{
				"the HTML element <{0}> is not allowed here",
				"Only a few elements may be used that change neither the look of a page nor what it does, such as <br>, <sub>, <sup>, <abbr>, <mark>, <small>, <span lang>, <time>, <details> and those of tables. Tables and <details> must begin on a line of their own. Everything else is shown as text.",
				"Write it in Markdown. If it was meant as a less-than sign, put a backslash before it: \\<.",
			},
		},
		Rule{
			Code: HTMLAttribute, Severity: Error,
			Example: "<span style=\"color: red\">ważne</span>",
			PL: Text{
				"znacznik <{1}> nie może mieć tutaj atrybutu „{0}” lub jego wartość jest niewłaściwa",
				"Dozwolone są tylko: lang, title i dir, w komórkach tabel także colspan, rowspan i scope, w <time> datetime, w <details> open. Wygląd strony określa arkusz stylów, a nie tekst. Atrybut pominięto.",
				"Usuń atrybut albo popraw jego wartość.",
			},
			EN: Text{
				"<{1}> may not have the attribute “{0}” here, or not with this value",
				"Only lang, title and dir are allowed, in cells also colspan, rowspan and scope, in <time> datetime, in <details> open. How pages look is for the stylesheet, not for the text. The attribute was left out.",
				"Remove the attribute, or mend its value.",
			},
		},
		Rule{
			Code: HTMLUnbalanced, Severity: Warning,
			Example: "To <mark>ważne zdanie.",
			PL: Text{
				"znacznik HTML <{0}> nie ma pary",
				"Każdy otwarty znacznik trzeba zamknąć w tym samym akapicie, komórce lub punkcie listy, a zamknąć można tylko to, co jest otwarte. Znacznik zamknięto na końcu akapitu lub pominięto.",
				"Dopisz brakujący znacznik albo usuń zbędny.",
			},
			EN: Text{
				"the HTML element <{0}> has no partner",
				"What is opened must be closed in the same paragraph, cell or list item, and only what is open can be closed. The element was closed at the paragraph's end, or dropped.",
				"Write the missing tag, or remove the one too many.",
			},
		},
		Rule{
			Code: HTMLMisplaced, Severity: Error,
			Example: "<td>komórka bez tabeli</td>",
			PL: Text{
				"znacznik HTML <{0}> musi stać bezpośrednio w: {1}",
				"Przeglądarki pomijają lub przenoszą części tabel i list, które stoją w niewłaściwym miejscu, więc tekst mógłby zniknąć. Znacznik pokazano jako zwykły tekst.",
				"Uzupełnij brakujący znacznik zewnętrzny albo zapisz tabelę w Markdownie.",
			},
			EN: Text{
				"the HTML element <{0}> must stand directly in: {1}",
				"Browsers drop or move parts of tables and lists that stand in the wrong place, so text might vanish. The tag is shown as text.",
				"Write the element around it, or write the table in Markdown.",
			},
		},
		Rule{
			Code: HeadingEmpty, Severity: Error,
			Example: "## ",
			PL: Text{
				"nagłówek bez słów",
				"Nagłówki tworzą spis treści, a osoby korzystające z czytnika ekranu poruszają się po nich. Pusty nagłówek niczego im nie mówi.",
				"Dopisz tytuł albo usuń znaki #.",
			},
			EN: Text{
				"heading without words",
				"Headings make the table of contents, and people with screen readers move by them. An empty one tells them nothing.",
				"Write a title, or remove the # signs.",
			},
		},
		Rule{
			Code: HeadingSkip, Severity: Warning,
			Example: "# Rozdział\n\n### Od razu trzeci poziom",
			PL: Text{
				"nagłówek poziomu {0} w miejscu, w którym należy się poziom {1}",
				"Pominięty poziom sprawia, że czytniki ekranu szukają nagłówka, którego nie ma. Na stronie poziomy są uzupełnione, ale w tekście źródłowym mogło chodzić o inną budowę.",
				"Usuń zbędne znaki # albo dodaj brakujący nagłówek.",
			},
			EN: Text{
				"heading of level {0} where level {1} is due",
				"A level left out makes screen readers look for a heading that does not exist. On the page the levels are closed up, but the text may have been meant otherwise.",
				"Remove # signs, or write the missing heading.",
			},
		},
		Rule{
			Code: HeadingSecondTitle, Severity: Warning,
			Example: "# Wdrożenie\n\nTreść.\n\n# Monitorowanie",
			PL: Text{
				"drugi nagłówek tego samego poziomu co tytuł strony",
				"Strona ma jeden tytuł. Kolejny nagłówek tego poziomu pokazano o poziom niżej.",
				"Dodaj znak # albo przenieś tę część do osobnego pliku.",
			},
			EN: Text{
				"a second heading of the level of the page's title",
				"A page has one title. This heading is shown one level lower.",
				"Add a # sign, or move this part to a file of its own.",
			},
		},
		Rule{
			Code: HeadingTooLong, Severity: Error,
			Example: "# Cały akapit zapisany jako nagłówek …",
			PL: Text{
				"nagłówek jest dłuższy niż {0} bajtów",
				"To raczej akapit, przed którym stoi znak #. Pokazano go jak zwykły tekst.",
				"Skróć nagłówek albo usuń znak #.",
			},
			EN: Text{
				"the heading is longer than {0} bytes",
				"This is rather a paragraph with a # sign before it. It is shown as plain text.",
				"Shorten the heading, or remove the # sign.",
			},
		},
		Rule{
			Code: HeadingNumberDuplicate, Severity: Error,
			Example: "# 8. Wdrożenie\n\n## 8.1. Założenia\n\n## 8.1. Poziomy",
			PL: Text{
				"numer {0} występuje w tym pliku dwa razy",
				"Numer wskazuje miejsce, na które inni się powołują. Gdy dwa podrozdziały mają ten sam numer, nie wiadomo, o który chodzi, a odsyłacz prowadzi do pierwszego.",
				"Popraw numer. Jeśli tak jest w uchwalonym dokumencie, nadaj drugiemu nagłówkowi własną kotwicę, na przykład {#roz-8.1-bis}.",
			},
			EN: Text{
				"the number {0} stands twice in this file",
				"People cite a place by its number. Where two sections have the same, nobody knows which is meant, and links lead to the first.",
				"Mend the number. If the adopted document has it so, give the second heading an anchor of its own, such as {#roz-8.1-bis}.",
			},
		},
		Rule{
			Code: HeadingNumberPlace, Severity: Warning,
			Example: "# 8. Wdrożenie\n\n## 9.1. Założenia",
			PL: Text{
				"numer {0} nie pasuje do numeru nadrzędnego {1}",
				"Numer podrozdziału zwykle zaczyna się od numeru rozdziału, w którym stoi. Tutaj jest inaczej, więc albo numer jest błędny, albo nagłówek stoi w niewłaściwym miejscu.",
				"Popraw numer lub poziom nagłówka. Jeśli tak jest w uchwalonym dokumencie, potwierdź to w kluczu „acknowledge”.",
			},
			EN: Text{
				"the number {0} does not fit the number above, {1}",
				"A section's number mostly begins with that of the chapter it stands in. This one does not, so either the number is wrong or the place.",
				"Mend the number or the level. If the adopted document has it so, acknowledge it in the key “acknowledge”.",
			},
		},
		Rule{
			Code: HeadingNumberOrder, Severity: Warning,
			Example: "# 8. Wdrożenie\n\n## 8.1. Założenia\n\n## 8.3. Monitorowanie",
			PL: Text{
				"po numerze {1} stoi numer {0}",
				"Numery na jednym poziomie zwykle rosną o jeden. Tutaj numer przeskakuje lub się cofa, więc być może brakuje części tekstu.",
				"Sprawdź, czy niczego nie brakuje. Jeśli tak jest w uchwalonym dokumencie, potwierdź to w kluczu „acknowledge”.",
			},
			EN: Text{
				"the number {1} is followed by {0}",
				"Numbers of one level mostly rise by one. Here the number jumps or goes back, so part of the text may be missing.",
				"See that nothing is missing. If the adopted document has it so, acknowledge it in the key “acknowledge”.",
			},
		},
		Rule{
			Code: HeadingDiffers, Severity: Warning,
			Example: "---\nnumber: \"8\"\ntitle: Wdrożenie\n---\n# 9. Wdrożenie",
			PL: Text{
				"nagłówek mówi „{0}”, a nagłówek pliku „{1}”",
				"Tytuł i numer strony są podane w dwóch miejscach i różnią się od siebie. W menu i odsyłaczach użyto tego, co podaje nagłówek pliku.",
				"Ujednolić oba miejsca albo usuń klucz z nagłówka pliku: brakujące wartości pochodzą z tekstu.",
			},
			EN: Text{
				"the heading says “{0}”, the front matter “{1}”",
				"The page's title and number are given in two places, and they differ. Menus and links use what the front matter says.",
				"Make them agree, or remove the key from the front matter: what it leaves out is taken from the text.",
			},
		},
		Rule{
			Code: AnchorDuplicate, Severity: Error,
			Example: "## Założenia {#wstep}\n\n## Poziomy {#wstep}",
			PL: Text{
				"kotwica „{0}” jest już zajęta na tej stronie",
				"Kotwica to nazwa miejsca w adresie po znaku #. Na jednej stronie może wystąpić tylko raz, inaczej odsyłacz prowadziłby w przypadkowe miejsce.",
				"Zmień jedną z kotwic.",
			},
			EN: Text{
				"the anchor “{0}” is taken on this page",
				"An anchor is the name of a place in an address, behind the # sign. A page may have it only once, or links would lead anywhere.",
				"Change one of the anchors.",
			},
		},
		Rule{
			Code: AnchorReserved, Severity: Error,
			Example: "## Szukaj {#search}",
			PL: Text{
				"kotwicy „{0}” używa sama strona",
				"Nazwy main, nav, top, contents, footnotes i search oraz nazwy zaczynające się od fn- i fnref- oznaczają stałe części strony, na przykład przypisy.",
				"Wybierz inną kotwicę.",
			},
			EN: Text{
				"the anchor “{0}” is used by the page itself",
				"The names main, nav, top, contents, footnotes and search, and names that start with fn- or fnref-, mark fixed parts of every page, such as its notes.",
				"Choose another anchor.",
			},
		},
		Rule{
			Code: AnchorInvalid, Severity: Error,
			Example: "## Założenia {#założenia}",
			PL: Text{
				"„{0}” nie może być kotwicą",
				"Kotwica jest częścią adresu, dlatego składa się z liter bez polskich znaków, cyfr, kropek, łączników i podkreśleń i zaczyna się od litery lub cyfry.",
				"Zmień kotwicę, na przykład na {#zalozenia}.",
			},
			EN: Text{
				"“{0}” cannot be an anchor",
				"An anchor is part of an address, so it is made of ASCII letters, digits, dots, hyphens and underscores and starts with a letter or digit.",
				"Change the anchor, for instance to {#assumptions}.",
			},
		},
		Rule{
			Code: AttributeUnknown, Severity: Warning,
			Example: "Tabela: Cele {#cele header-row=2}\n| Cel |\n|---|\n| Synergia |",
			PL: Text{
				"nieznany atrybut „{0}”",
				"W nawiasach klamrowych po nagłówku można podać kotwicę i dawne kotwice: {#id alias=\"stara\"}, a po tytule tabeli {#id header-rows=2 .no-row-header}. Ten atrybut pominięto.",
				"Popraw atrybut albo go usuń.",
			},
			EN: Text{
				"unknown attribute “{0}”",
				"Braces after a heading may give its anchor and former ones: {#id alias=\"old\"}; after a table's caption {#id header-rows=2 .no-row-header}. This attribute was left out.",
				"Mend the attribute, or remove it.",
			},
		},
	)
}
