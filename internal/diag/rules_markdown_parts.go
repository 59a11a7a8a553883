package diag

// Rules about the parts of a text: links, images, tables, notes and blocks.
const (
	// LinkUnsafe: {0} the address.
	LinkUnsafe Code = "S340"
	// LinkReserved: {0} the scheme.
	LinkReserved Code = "S341"
	// LinkSchemeUnknown: {0} the scheme; a hint has the nearest.
	LinkSchemeUnknown Code = "S342"
	// LinkAbsolute: {0} the address.
	LinkAbsolute Code = "S343"
	// LinkOutside: {0} the address.
	LinkOutside Code = "S344"
	// LinkTextEmpty: {0} the address.
	LinkTextEmpty Code = "S345"
	// LinkTextVague: {0} the text.
	LinkTextVague Code = "S346"
	// LinkEmpty: a link that leads nowhere.
	LinkEmpty Code = "S347"
	// ImageAltMissing: {0} the image's address.
	ImageAltMissing Code = "S350"
	// ImageRemote: {0} the image's address.
	ImageRemote Code = "S351"
	// TableNoCaption: a table without a caption.
	TableNoCaption Code = "S360"
	// TableMerge: {0} the marks as typed.
	TableMerge Code = "S361"
	// TableRagged: {0} how many cells the row has, {1} how many the header has.
	TableRagged Code = "S362"
	// CaptionWithoutTable: a caption that no table follows.
	CaptionWithoutTable Code = "S363"
	// FootnoteUndefined: {0} the label.
	FootnoteUndefined Code = "S370"
	// FootnoteUnused: {0} the label.
	FootnoteUnused Code = "S371"
	// FootnoteDuplicate: {0} the label; a hint has the first place.
	FootnoteDuplicate Code = "S372"
	// BlockUnknown: {0} the name; a hint has the nearest.
	BlockUnknown Code = "S380"
	// BlockParamUnknown: {0} the parameter, {1} the block; hints with the nearest or all.
	BlockParamUnknown Code = "S381"
	// BlockParamInvalid: {0} the parameter, {1} the block.
	BlockParamInvalid Code = "S382"
	// BlockBodyInvalid: {0} the block.
	BlockBodyInvalid Code = "S383"
	// CodeLanguageUnknown: {0} the language; perhaps a hint with the nearest.
	CodeLanguageUnknown Code = "S384"
)

func init() {
	register(
		Rule{
			Code: LinkUnsafe, Severity: Error,
			Example: "[formularz](javascript:otworz())",
			PL: Text{
				"niedozwolony adres: {0}",
				"Odsyłacz może prowadzić do części strategii (na przykład goal:synergia), do innego pliku w folderze content albo pod adres zaczynający się od https://, http://, mailto: lub tel:. Inne adresy mogą być niebezpieczne albo nie działają. Pokazano sam tekst.",
				"Popraw adres. Adres innej strony zacznij od https://.",
			},
			EN: Text{
				"this address is not allowed: {0}",
				"A link may lead to a part of the strategy (such as goal:synergy), to another file in the folder content, or to an address that starts with https://, http://, mailto: or tel:. Other addresses may be dangerous, or do not work. Only the words are shown.",
				"Mend the address. Start the address of another site with https://.",
			},
		},
		Rule{
			Code: LinkReserved, Severity: Error,
			Example: "[](programme:energia)",
			PL: Text{
				"odsyłacze „{0}:” nie są jeszcze obsługiwane",
				"Skróty action:, indicator: i programme: są zarezerwowane dla działań, wskaźników i programów, które pojawią się w przyszłych wersjach programu.",
				"Na razie usuń odsyłacz i zostaw same słowa.",
			},
			EN: Text{
				"links with “{0}:” are not supported yet",
				"action:, indicator: and programme: are reserved for the actions, indicators and programmes of later versions.",
				"For now remove the link and keep the words.",
			},
		},
		Rule{
			Code: LinkSchemeUnknown, Severity: Error,
			Example: "[](gaol:synergia)",
			PL: Text{
				"nieznany rodzaj odsyłacza „{0}:”",
				"Słowo przed dwukropkiem mówi, dokąd prowadzi odsyłacz: goal do celu, sec do rozdziału lub podrozdziału, doc do dokumentu, unit do jednostki, term do pojęcia, chapter do rozdziału.",
				"Popraw słowo przed dwukropkiem.",
			},
			EN: Text{
				"unknown kind of link “{0}:”",
				"The word before the colon says where a link leads: goal to a goal, sec to a chapter or section, doc to a document, unit to a unit, term to a term, chapter to a chapter.",
				"Mend the word before the colon.",
			},
		},
		Rule{
			Code: LinkAbsolute, Severity: Error,
			Example: "[rozdział](/rozdzial/wdrozenie.html)",
			PL: Text{
				"adres nie może zaczynać się od ukośnika: {0}",
				"Strona ma działać także w podfolderze serwera i wprost z dysku, a tam taki adres prowadzi w inne miejsce.",
				"Podaj ścieżkę względem tego pliku, na przykład 8-wdrozenie.md, albo użyj odsyłacza takiego jak sec:8.1.",
			},
			EN: Text{
				"an address must not start with a slash: {0}",
				"The site must work in a sub-folder of a server and straight from a disk too, and there such an address leads elsewhere.",
				"Give the path from this file, such as 8-implementation.md, or use a link such as sec:8.1.",
			},
		},
		Rule{
			Code: LinkOutside, Severity: Error,
			Example: "[plik](../../inne/plik.pdf)",
			PL: Text{
				"ścieżka wychodzi poza folder content: {0}",
				"Na stronę trafiają tylko pliki z folderu content, więc tego pliku czytelnicy nie zobaczą.",
				"Skopiuj plik do folderu content i popraw ścieżkę.",
			},
			EN: Text{
				"the path leaves the folder content: {0}",
				"Only files in the folder content become part of the site, so readers would not find this one.",
				"Copy the file into the folder content and mend the path.",
			},
		},
		Rule{
			Code: LinkTextEmpty, Severity: Error,
			Example: "[](https://www.torun.pl)",
			PL: Text{
				"odsyłacz bez tekstu: {0}",
				"Bez tekstu nie ma w co kliknąć, a czytnik ekranu przeczyta sam adres. Tekst jest uzupełniany tylko w odsyłaczach do części strategii, takich jak goal:synergia.",
				"Wpisz w nawiasie kwadratowym, dokąd prowadzi odsyłacz.",
			},
			EN: Text{
				"link without text: {0}",
				"Without text there is nothing to press, and a screen reader would read the address. Only links to parts of the strategy, such as goal:synergy, get their text by themselves.",
				"Write in the square brackets where the link leads.",
			},
		},
		Rule{
			Code: LinkTextVague, Severity: Warning,
			Example: "Więcej informacji [tutaj](https://www.torun.pl).",
			PL: Text{
				"tekst odsyłacza „{0}” nie mówi, dokąd prowadzi",
				"Wiele osób przegląda same odsyłacze, na przykład czytnikiem ekranu. „Tutaj” albo „więcej” niczego im nie mówi.",
				"Użyj słów, które nazywają cel odsyłacza, na przykład „strona Urzędu Miasta”.",
			},
			EN: Text{
				"the link text “{0}” does not say where it leads",
				"Many people go through links alone, with a screen reader for instance. “Here” or “more” tells them nothing.",
				"Use words that name the link's target, such as “the city's site”.",
			},
		},
		Rule{
			Code: LinkEmpty, Severity: Error,
			Example: "[uchwała]()",
			PL: Text{
				"odsyłacz nie ma adresu",
				"W nawiasie okrągłym niczego nie wpisano albo po dwukropku brakuje identyfikatora.",
				"Dopisz adres lub identyfikator albo usuń nawiasy i zostaw same słowa.",
			},
			EN: Text{
				"the link has no address",
				"There is nothing in the round brackets, or no id after the colon.",
				"Write the address or id, or remove the brackets and keep the words.",
			},
		},
		Rule{
			Code: ImageAltMissing, Severity: Error,
			Example: "![](mapa.png)",
			PL: Text{
				"obraz bez opisu: {0}",
				"Osoby niewidome poznają obraz tylko z opisu. Wymaga go ustawa o dostępności cyfrowej.",
				"Wpisz opis w nawiasie kwadratowym: ![Mapa obszarów strategicznych](mapa.png). Jeśli obraz jest tylko ozdobą, dopisz za nim {.decorative}.",
			},
			EN: Text{
				"image without a description: {0}",
				"Blind people know an image only by its description, and the law on digital accessibility asks for one.",
				"Write it in the square brackets: ![Map of the strategic areas](map.png). If the image is mere decoration, write {.decorative} behind it.",
			},
		},
		Rule{
			Code: ImageRemote, Severity: Error,
			Example: "![Herb](https://example.org/herb.png)",
			PL: Text{
				"obraz z innego serwera: {0}",
				"Strona nie pobiera niczego z innych serwerów: tak chroni prywatność czytelników i działa, nawet gdy tamten serwer zniknie.",
				"Zapisz obraz w folderze content i podaj jego ścieżkę.",
			},
			EN: Text{
				"image from another server: {0}",
				"The site fetches nothing from other servers: so it keeps its readers' privacy, and works even when that server is gone.",
				"Save the image in the folder content and give its path.",
			},
		},
		Rule{
			Code: TableNoCaption, Severity: Warning,
			Example: "| Cel | Opis |\n|---|---|\n| 1 | Synergia |",
			PL: Text{
				"tabela bez tytułu",
				"Tytuł mówi, co jest w tabeli, zanim ktoś zacznie czytać komórki; czytnik ekranu podaje go jako nazwę tabeli. Na razie tabela nosi sam numer.",
				"Wstaw bezpośrednio nad tabelą wiersz „Tabela: tytuł tabeli”.",
			},
			EN: Text{
				"table without a caption",
				"A caption says what a table holds before anybody reads its cells; screen readers announce it as the table's name. For now the table is known by its number.",
				"Put a line “Table: what it holds” directly above the table.",
			},
		},
		Rule{
			Code: TableMerge, Severity: Error,
			Example: "| Cel | Opis |\n|---|---|\n| ^^ | Synergia |",
			PL: Text{
				"tych komórek nie można scalić: {0}",
				"„^^” łączy komórkę z tą powyżej, a „<<” z tą po lewej. Nad pierwszym wierszem danych jest nagłówek, z którym nie można łączyć, na lewo od pierwszej kolumny nie ma nic, a scalone komórki muszą razem tworzyć prostokąt. Komórki pozostawiono puste.",
				"Popraw znaki scalenia. Jeśli nagłówek ma dwa wiersze, podaj {header-rows=2} w tytule tabeli.",
			},
			EN: Text{
				"these cells cannot be merged: {0}",
				"“^^” joins a cell with the one above, “<<” with the one to its left. Above the first row of data is the header, which cannot be joined; left of the first column is nothing; and merged cells must make a rectangle. The cells were left empty.",
				"Mend the marks. If the header has two rows, say {header-rows=2} in the table's caption.",
			},
		},
		Rule{
			Code: TableRagged, Severity: Error,
			Example: "| Cel | Opis |\n|---|---|\n| 1 | Synergia | i coś jeszcze |",
			PL: Text{
				"liczba komórek w wierszu: {0}, w nagłówku tabeli: {1}",
				"Komórki, dla których nie ma kolumny, zniknęłyby ze strony bez śladu.",
				"Dodaj kolumnę w nagłówku tabeli albo usuń zbędną kreskę. Kreskę w tekście zapisuje się jako \\|.",
			},
			EN: Text{
				"the row has {0} cells, the table's header {1}",
				"Cells without a column would vanish from the page without a trace.",
				"Add a column to the header, or remove a bar. A bar in text is written \\|.",
			},
		},
		Rule{
			Code: CaptionWithoutTable, Severity: Warning,
			Example: "Tabela: Cele strategiczne\n\nDalszy tekst.",
			PL: Text{
				"pod tytułem tabeli nie ma tabeli",
				"Wiersz „Tabela: …” jest tytułem tabeli, która stoi bezpośrednio pod nim. Tutaj jej nie ma, więc wiersz pokazano jak zwykły tekst.",
				"Przenieś wiersz nad tabelę albo zmień jego początek.",
			},
			EN: Text{
				"no table follows the table's caption",
				"A line “Table: …” is the caption of the table directly below it. There is none, so the line is shown as plain text.",
				"Move the line above its table, or change how it begins.",
			},
		},
		Rule{
			Code: FootnoteUndefined, Severity: Error,
			Example: "Strategia obowiązuje[^1].",
			PL: Text{
				"brakuje treści przypisu „{0}”",
				"Odesłanie do przypisu jest, ale w tym pliku nie ma jego treści, więc czytelnik zobaczyłby same znaki.",
				"Dopisz na końcu pliku wiersz z treścią, na przykład [^{0}]: Treść przypisu.",
			},
			EN: Text{
				"the text of note “{0}” is missing",
				"The reference is there, but this file has no such note, so readers would see mere signs.",
				"Write the note at the end of the file: [^{0}]: text of the note.",
			},
		},
		Rule{
			Code: FootnoteUnused, Severity: Warning,
			Example: "Strategia obowiązuje.\n\n[^1]: Od 2010 r.",
			PL: Text{
				"do przypisu „{0}” nic się nie odnosi",
				"Przypis bez odesłania w tekście nie pojawi się na stronie.",
				"Wstaw w tekście odesłanie [^{0}] albo usuń przypis.",
			},
			EN: Text{
				"nothing refers to note “{0}”",
				"A note without a reference in the text does not get onto the page.",
				"Write the reference [^{0}] in the text, or remove the note.",
			},
		},
		Rule{
			Code: FootnoteDuplicate, Severity: Error,
			Example: "Tekst[^1].\n\n[^1]: Pierwszy.\n[^1]: Drugi.",
			PL: Text{
				"przypis „{0}” ma dwie treści",
				"Na stronie pojawiłaby się tylko pierwsza z nich.",
				"Nadaj jednemu z przypisów inne oznaczenie.",
			},
			EN: Text{
				"note “{0}” has two texts",
				"Only the first would get onto the page.",
				"Give one of them another label.",
			},
		},
		Rule{
			Code: BlockUnknown, Severity: Error,
			Example: "```goal-mpa\ndocument: zit\n```",
			PL: Text{
				"nieznany blok „{0}”",
				"Nazwa po znakach ``` wygląda na blok, w którego miejscu program wstawia gotową listę lub tabelę, ale takiego bloku nie ma. Treść pokazano jako kod.",
				"Popraw nazwę bloku.",
			},
			EN: Text{
				"unknown block “{0}”",
				"The name after ``` looks like a block in whose place the program puts a list or table, but there is no such block. It is shown as code.",
				"Mend the block's name.",
			},
		},
		Rule{
			Code: BlockParamUnknown, Severity: Error,
			Example: "```goal-map\ndokument: zit\n```",
			PL: Text{
				"blok „{1}” nie ma parametru „{0}”",
				"Parametr pominięto, więc blok pokaże co innego, niż zamierzono.",
				"Popraw nazwę parametru albo go usuń.",
			},
			EN: Text{
				"the block “{1}” has no parameter “{0}”",
				"The parameter was left out, so the block shows something else than was meant.",
				"Mend the parameter's name, or remove it.",
			},
		},
		Rule{
			Code: BlockParamInvalid, Severity: Error,
			Example: "```goal-list\nlevel: [strategic]\n```",
			PL: Text{
				"parametr „{0}” bloku „{1}” ma mieć jedną wartość",
				"Parametr jest pusty, powtórzony albo jest listą. Pominięto go.",
				"Wpisz po dwukropku jedną wartość.",
			},
			EN: Text{
				"the parameter “{0}” of the block “{1}” takes one value",
				"It is empty, written twice, or a list. It was left out.",
				"Write one value after the colon.",
			},
		},
		Rule{
			Code: BlockBodyInvalid, Severity: Error,
			Example: "```goal-map\nzit\n```",
			PL: Text{
				"nie da się odczytać parametrów bloku „{0}”",
				"Między znakami ``` mogą stać tylko parametry, każdy w osobnym wierszu: nazwa, dwukropek, odstęp i wartość.",
				"Zapisz parametry w ten sposób, na przykład document: zit.",
			},
			EN: Text{
				"the parameters of the block “{0}” cannot be read",
				"Between the ``` signs only parameters may stand, each on a line of its own: name, colon, space, value.",
				"Write the parameters so, for instance document: zit.",
			},
		},
		Rule{
			Code: CodeLanguageUnknown, Severity: Note,
			Example: "```cobol\nDISPLAY \"X\".\n```",
			PL: Text{
				"kod w języku „{0}” będzie pokazany bez kolorów",
				"Program koloruje tylko kilka języków, głównie zapisu danych. Treść kodu jest na stronie w całości.",
				"Nic nie trzeba robić. Jeśli to nie jest kod, użyj słowa text.",
			},
			EN: Text{
				"code in “{0}” is shown without colours",
				"The program colours a few languages only, mostly of data. The code itself is on the page in full.",
				"Nothing needs to be done. If it is no code, use the word text.",
			},
		},
	)
}
