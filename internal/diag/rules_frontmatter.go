package diag

// Rules about front matter.
const (
	// FrontMatterUnclosed: the first line is "---" and no such line follows.
	FrontMatterUnclosed Code = "S101"
	// FrontMatterSyntax: YAML cannot read the front matter. A hint tells why.
	FrontMatterSyntax Code = "S102"
	// FrontMatterNotFirst: something stands before the opening "---".
	FrontMatterNotFirst Code = "S103"
	// FrontMatterTooBig: {0} the limit in KiB.
	FrontMatterTooBig Code = "S104"
	// FrontMatterAlias: an anchor or alias of YAML.
	FrontMatterAlias Code = "S105"
	// FrontMatterTooDeep: brackets or lists within each other beyond measure.
	FrontMatterTooDeep Code = "S106"
	// KeyDuplicate: {0} the key; a hint has the first place.
	KeyDuplicate Code = "S107"
	// KeyUnknown: {0} the key; perhaps a hint with the nearest.
	KeyUnknown Code = "S108"
	// ValueNotQuoted: {0} the key, {1} the value as typed; a hint has it quoted.
	ValueNotQuoted Code = "S109"
	// TextExpected: {0} the key.
	TextExpected Code = "S110"
	// ListExpected: {0} the key.
	ListExpected Code = "S111"
	// MappingExpected: {0} the key.
	MappingExpected Code = "S112"
	// YearExpected: {0} the key.
	YearExpected Code = "S113"
	// BooleanExpected: {0} the key.
	BooleanExpected Code = "S114"
	// ValueNotKnown: {0} the key, {1} the value; hints with the nearest and with all.
	ValueNotKnown Code = "S115"
	// DateInvalid: {0} the value.
	DateInvalid Code = "S116"
	// IDInvalid: {0} the value; a hint has one that would do.
	IDInvalid Code = "S117"
	// ListEntryEmpty: an entry of a list without a value.
	ListEntryEmpty Code = "S118"
	// ValueEmpty: {0} the key.
	ValueEmpty Code = "S119"
	// KindUnknown: {0} the value; hints with the nearest and with all.
	KindUnknown Code = "S120"
	// AddressInvalid: {0} the key, {1} the value; a hint has the schemes.
	AddressInvalid Code = "S122"
	// FrontMatterNotKeys: the front matter is no mapping of keys to values.
	FrontMatterNotKeys Code = "S123"
	// KeyRequired: {0} the missing key, {1} the key of what it is missing from.
	KeyRequired Code = "S124"
	// LangInvalid: {0} the value; perhaps a hint with the code that was meant.
	LangInvalid Code = "S125"
	// FrontMatterMisopened: something else stands where the front matter should open with "---". {0} the line.
	FrontMatterMisopened Code = "S132"
	// ValueComment: {0} the key, {1} the value, which YAML takes for a comment.
	ValueComment Code = "S133"
	// IntegerExpected: {0} the key, {1} the value, {2} and {3} the bounds.
	IntegerExpected Code = "S134"
	// AmountExpected: {0} the key, {1} the value; perhaps a hint with it as a number.
	AmountExpected Code = "S135"
	// ValueCut: {0} the key, {1} the rest of the value, which YAML takes for a comment; a hint has the whole.
	ValueCut Code = "S136"
	// KindMissing: {0} a key that chapters do not have; a hint has the kind that the file must be of.
	KindMissing Code = "S137"
)

func init() {
	register(
		Rule{
			Code: FrontMatterUnclosed, Severity: Error,
			Example: "---\nkind: goal\ntitle: Cel bez końca nagłówka\n\nTreść celu.",
			PL: Text{
				"nagłówek pliku jest otwarty, ale nie jest zamknięty",
				"Pierwszy wiersz „---” otwiera nagłówek, czyli część z kluczami takimi jak „title”. Nagłówek kończy się dopiero na następnym wierszu „---”. Bez niego nie wiadomo, gdzie zaczyna się treść. Przyjęto, że nagłówek sięga do pierwszego pustego wiersza.",
				"Wstaw wiersz „---” między ostatnim kluczem a treścią.",
			},
			EN: Text{
				"the front matter is opened but not closed",
				"The first line “---” opens the front matter, the part with keys such as “title”. It ends at the next line “---”. Without it nobody can tell where the text begins; it was taken to begin after the first empty line.",
				"Put a line “---” between the last key and the text.",
			},
		},
		Rule{
			Code: FrontMatterSyntax, Severity: Error,
			Example: "---\ntitle: Uchwała: projekt\n---",
			PL: Text{
				"tego nagłówka pliku nie da się odczytać",
				"Nagłówek pliku jest zapisany w YAML: w każdym wierszu klucz, dwukropek, odstęp i wartość. Ten zapis jest niepoprawny, dlatego pominięto cały nagłówek. Najczęstsze przyczyny to dwukropek w tekście bez cudzysłowu, niezamknięty cudzysłów i tabulator zamiast odstępów.",
				"Popraw wskazane miejsce. W każdym wierszu nagłówka stoi klucz, dwukropek, odstęp i wartość.",
			},
			EN: Text{
				"this front matter cannot be read",
				"Front matter is YAML: on each line a key, a colon, a space and a value. This is not valid, so all of it was left out. The usual causes are a colon in text without quotes, a quote that is not closed, and a tab in place of spaces.",
				"Mend the place shown. Each line of front matter holds a key, a colon, a space and a value.",
			},
		},
		Rule{
			Code: FrontMatterNotFirst, Severity: Error,
			Example: "\n---\nkind: goal\n---",
			PL: Text{
				"nagłówek pliku nie zaczyna się w pierwszym wierszu",
				"Wiersz „---”, który otwiera nagłówek, musi być pierwszym wierszem pliku. Tutaj coś stoi przed nim, choćby pusty wiersz, więc klucze zostałyby potraktowane jak zwykły tekst.",
				"Usuń wszystko, co stoi przed pierwszym wierszem „---”.",
			},
			EN: Text{
				"the front matter does not start on the first line",
				"The line “---” that opens the front matter must be the first of the file. Something stands before it, be it an empty line, so its keys would be taken for text.",
				"Remove everything before the first line “---”.",
			},
		},
		Rule{
			Code: FrontMatterTooBig, Severity: Error,
			Example: "---\nsummary: … 300 000 znaków …\n---",
			PL: Text{
				"nagłówek pliku jest większy niż {0} KiB",
				"Nagłówek zawiera krótkie informacje o pliku, a nie jego treść. Tak dużego nagłówka nie odczytano; zwykle oznacza to, że brakuje zamykającego wiersza „---” albo że do nagłówka trafił cały dokument.",
				"Sprawdź, czy nagłówek jest zamknięty, i przenieś długie teksty do treści pliku lub do osobnych plików.",
			},
			EN: Text{
				"the front matter is bigger than {0} KiB",
				"Front matter holds a few facts about a file, not its text. One this big was not read; mostly the closing line “---” is missing, or a whole document has got into it.",
				"See that the front matter is closed, and move long texts to the body or to files of their own.",
			},
		},
		Rule{
			Code: FrontMatterAlias, Severity: Error,
			Example: "---\ntitle: &t Cel\nshort: *t\n---",
			PL: Text{
				"znaki &, * i ! na początku wartości mają w YAML szczególne znaczenie, którego tu się nie używa",
				"Wartość, która zaczyna się od & lub *, jest w YAML kotwicą albo odwołaniem do niej, a słowo po ! nazwą typu, która znika. W plikach strategii się ich nie używa: utrudniają czytanie, a kilka wierszy może udawać miliony wartości. Nagłówka nie odczytano.",
				"Jeśli to zwykły tekst, weź go w cudzysłów. Jeśli to odwołanie, wpisz wartość wprost.",
			},
			EN: Text{
				"&, * and ! at the start of a value have a meaning in YAML that is not used here",
				"A value that starts with & or * is an anchor or an alias in YAML, and a word after ! the name of a type, which vanishes. Strategy files do without them: they are hard to read, and a few lines can pretend to be millions of values. The front matter was not read.",
				"If it is plain text, put it in quotes. If it is an alias, write the value out.",
			},
		},
		Rule{
			Code: FrontMatterTooDeep, Severity: Error,
			Example: "---\ngoals: [[[[[[[[… pięćdziesiąt nawiasów …\n---",
			PL: Text{
				"nagłówek pliku jest zbyt głęboko zagnieżdżony",
				"Żaden klucz nie wymaga więcej niż czterech poziomów. Tak głębokiego zagnieżdżenia nie odczytano, bo to zawsze pomyłka, na przykład niezamknięty nawias.",
				"Sprawdź nawiasy i wcięcia; jeśli to tekst, weź go w cudzysłów.",
			},
			EN: Text{
				"the front matter is nested too deeply",
				"No key needs more than four levels. Nesting as deep as this was not read, because it is always a slip, such as a bracket that is not closed.",
				"Check brackets and indentation; if it is text, put it in quotes.",
			},
		},
		Rule{
			Code: KeyDuplicate, Severity: Error,
			Example: "---\ntitle: Pierwszy tytuł\ntitle: Drugi tytuł\n---",
			PL: Text{
				"klucz „{0}” występuje dwa razy",
				"Każdy klucz może wystąpić w jednym miejscu tylko raz. Przy powtórzeniu liczyłaby się ostatnia wartość, a pierwsza przepadłaby bez śladu.",
				"Zostaw jeden z wpisów. Jeśli wartości jest kilka, a klucz na to pozwala, zapisz je jako listę.",
			},
			EN: Text{
				"the key “{0}” is written twice",
				"A key may stand in one place only once. Of two, the last would count, and the first would be lost without a trace.",
				"Keep one of them. Where a key takes several values, write them as a list.",
			},
		},
		Rule{
			Code: KeyUnknown, Severity: Warning,
			Example: "---\ntitel: Toruń miastem synergii\n---",
			PL: Text{
				"nieznany klucz „{0}”",
				"Ten rodzaj pliku nie ma takiego klucza, więc wartość zostanie pominięta. Zwykle to literówka albo wcięcie, przez które klucz trafił w niewłaściwe miejsce.",
				"Popraw nazwę klucza lub wcięcie albo usuń wpis.",
			},
			EN: Text{
				"unknown key “{0}”",
				"This kind of file has no such key, so the value is ignored. Mostly it is a slip, or an indentation that has put the key in the wrong place.",
				"Mend the key's name or its indentation, or remove it.",
			},
		},
		Rule{
			Code: ValueNotQuoted, Severity: Error,
			Example: "---\nnumber: 8.10\n---",
			PL: Text{
				"wartość klucza „{0}” trzeba wziąć w cudzysłów: {1}",
				"Ma tu stać tekst, a YAML czyta tę wartość jako liczbę, datę albo „tak/nie”: z 8.10 robi 8.1, z 010 osiem, a z no fałsz. W cudzysłowie wartość pozostaje dokładnie taka, jak ją wpisano. Chodzi o cudzysłów prosty \"…\": ten z Worda, „…”, byłby częścią numeru.",
				"Weź wartość w cudzysłów.",
			},
			EN: Text{
				"the value of “{0}” needs quotes: {1}",
				"Text is due here, and YAML reads this value as a number, a date or a yes or no: it makes 8.1 of 8.10, eight of 010 and false of no. In quotes a value stays as it was typed. Straight quotes \"…\" are meant: those of word processors, “…”, would be a part of the number.",
				"Put the value in quotes.",
			},
		},
		Rule{
			Code: TextExpected, Severity: Error,
			Example: "---\ntitle:\n  - Pierwszy\n  - Drugi\n---",
			PL: Text{
				"wartością klucza „{0}” ma być tekst",
				"Wpisano listę albo zestaw kluczy, a w tym miejscu może stać tylko jeden tekst. Wartość pominięto.",
				"Wpisz jeden tekst, najlepiej w cudzysłowie.",
			},
			EN: Text{
				"the value of “{0}” must be text",
				"It is a list or a set of keys, and only one text may stand here. The value was left out.",
				"Write one text, best in quotes.",
			},
		},
		Rule{
			Code: ListExpected, Severity: Error,
			Example: "---\ngoals: synergia\n---",
			PL: Text{
				"wartością klucza „{0}” ma być lista",
				"Ten klucz może mieć kilka wartości, dlatego zawsze jest listą, także wtedy, gdy wartość jest jedna. Wpis pominięto.",
				"Zapisz wartości w nawiasie kwadratowym, na przykład goals: [synergia], albo każdą w osobnym wierszu po łączniku i odstępie.",
			},
			EN: Text{
				"the value of “{0}” must be a list",
				"This key may have several values, so it is always a list, even of one. The value was left out.",
				"Write the values in square brackets, such as goals: [synergy], or each on a line of its own after a hyphen and a space.",
			},
		},
		Rule{
			Code: MappingExpected, Severity: Error,
			Example: "---\nhorizon: 2020\n---",
			PL: Text{
				"wartością klucza „{0}” ma być zestaw kluczy",
				"W tym miejscu stoją dalsze klucze, każdy w osobnym wierszu i z wcięciem. Wpisano samą wartość, więc nie wiadomo, którego klucza dotyczy.",
				"Zapisz klucze pod spodem z wcięciem, na przykład „horizon:”, a w następnym wierszu „  to: 2020”.",
			},
			EN: Text{
				"the value of “{0}” must be a set of keys",
				"Further keys stand here, each on a line of its own and indented. A bare value does not tell which of them it is meant for.",
				"Write the keys below, indented, such as “horizon:” and on the next line “  to: 2020”.",
			},
		},
		Rule{
			Code: YearExpected, Severity: Error,
			Example: "---\nhorizon:\n  to: \"2020 r.\"\n---",
			PL: Text{
				"wartością klucza „{0}” ma być rok",
				"Rok zapisuje się samymi cyframi, bez cudzysłowu i bez „r.”; przyjmowane są lata od 1900 do 2200.",
				"Wpisz rok, na przykład 2020.",
			},
			EN: Text{
				"the value of “{0}” must be a year",
				"A year is written in digits only, without quotes; years from 1900 to 2200 will do.",
				"Write a year, such as 2020.",
			},
		},
		Rule{
			Code: BooleanExpected, Severity: Error,
			Example: "---\nfictional: może\n---",
			PL: Text{
				"wartością klucza „{0}” ma być true albo false",
				"Ten klucz odpowiada na pytanie „tak czy nie”. „Tak” zapisuje się jako true, „nie” jako false, bez cudzysłowu.",
				"Wpisz true albo false.",
			},
			EN: Text{
				"the value of “{0}” must be true or false",
				"This key answers yes or no: true for yes, false for no, without quotes.",
				"Write true or false.",
			},
		},
		Rule{
			Code: ValueNotKnown, Severity: Error,
			Example: "---\nstatus: obowiązuje\n---",
			PL: Text{
				"klucz „{0}” nie przyjmuje wartości „{1}”",
				"Ten klucz ma zamkniętą listę wartości, zapisanych po angielsku. Czytelnicy widzą ich polskie odpowiedniki.",
				"Wybierz jedną z dozwolonych wartości.",
			},
			EN: Text{
				"“{0}” does not take the value “{1}”",
				"This key takes one of a few words. Readers see them in the language of the site.",
				"Choose one of the words allowed.",
			},
		},
		Rule{
			Code: DateInvalid, Severity: Error,
			Example: "---\nreviewed: 2018-02-30\n---",
			PL: Text{
				"„{0}” nie jest datą",
				"Datę zapisuje się jako rok, miesiąc i dzień z łącznikami, na przykład 2018-05-17, i taki dzień musi istnieć w kalendarzu.",
				"Zapisz datę w postaci RRRR-MM-DD (rok, miesiąc, dzień), na przykład 2026-01-15.",
			},
			EN: Text{
				"“{0}” is no date",
				"A date is year, month and day with hyphens, such as 2018-05-17, and the calendar must have that day.",
				"Write the date as YYYY-MM-DD (year, month, day), such as 2026-01-15.",
			},
		},
		Rule{
			Code: IDInvalid, Severity: Error,
			Example: "---\nid: Cel Główny\n---",
			PL: Text{
				"„{0}” nie może być identyfikatorem",
				"Identyfikator trafia do adresów stron i do odsyłaczy, dlatego składa się z małych liter bez polskich znaków, cyfr, kropek, łączników i podkreśleń, zaczyna się od litery lub cyfry i ma najwyżej 80 znaków.",
				"Zmień identyfikator. Nie zmieniaj go już nigdy po opublikowaniu strony.",
			},
			EN: Text{
				"“{0}” cannot be an id",
				"An id becomes part of addresses and links, so it is made of lower-case ASCII letters, digits, dots, hyphens and underscores, starts with a letter or digit and has at most 80 characters.",
				"Change the id. Never change it again once the page is published.",
			},
		},
		Rule{
			Code: ListEntryEmpty, Severity: Error,
			Example: "---\ngoals:\n  - synergia\n  -\n---",
			PL: Text{
				"pusta pozycja listy",
				"Łącznik rozpoczyna pozycję listy, ale nic po nim nie stoi. Być może wpis zaczęto i nie dokończono.",
				"Dopisz wartość albo usuń łącznik.",
			},
			EN: Text{
				"empty entry in a list",
				"A hyphen begins an entry of the list, but nothing follows it. Perhaps somebody began it and did not finish.",
				"Write a value, or remove the hyphen.",
			},
		},
		Rule{
			Code: ValueEmpty, Severity: Warning,
			Example: "---\ntitle: Synergia\nowner:\n---",
			PL: Text{
				"klucz „{0}” nie ma wartości",
				"Klucz bez wartości znaczy tyle samo, co brak klucza. Być może wpis zaczęto i nie dokończono.",
				"Dopisz wartość albo usuń klucz. Jeśli informacji naprawdę brakuje, powiedz o tym w kluczu „missing”.",
			},
			EN: Text{
				"the key “{0}” has no value",
				"A key without a value means as much as no key. Perhaps somebody began it and did not finish.",
				"Write a value, or remove the key. If the fact is really not known, say so in the key “missing”.",
			},
		},
		Rule{
			Code: KindUnknown, Severity: Error,
			Example: "---\nkind: gaol\n---",
			PL: Text{
				"nieznany rodzaj pliku „{0}”",
				"Klucz „kind” mówi, co opisuje plik: strategię, rozdział, cel, dokument, jednostkę albo słownik. Od niego zależy, jakie klucze są dozwolone i jak powstaje strona.",
				"Wybierz jeden z dozwolonych rodzajów.",
			},
			EN: Text{
				"unknown kind of file “{0}”",
				"The key “kind” says what a file is about: the strategy, a chapter, a goal, a document, a unit or the glossary. Which keys it may have and how its page is made follow from it.",
				"Choose one of the kinds allowed.",
			},
		},
		Rule{
			Code: AddressInvalid, Severity: Error,
			Example: "---\nbase_url: www.torun.pl\n---",
			PL: Text{
				"wartość klucza „{0}” nie jest pełnym adresem: {1}",
				"Adres musi być pełny, razem z początkiem takim jak „https://”, i nie może zawierać odstępów. Inaczej odsyłacz prowadziłby donikąd.",
				"Skopiuj cały adres z paska przeglądarki, a adres e-mail poprzedź słowem mailto: bez odstępu.",
			},
			EN: Text{
				"the value of “{0}” is no full address: {1}",
				"An address must be whole, with a beginning such as “https://”, and without spaces. Otherwise the link would lead nowhere.",
				"Copy the whole address from the browser; write mailto: before an e-mail address, without a space.",
			},
		},
		Rule{
			Code: FrontMatterNotKeys, Severity: Error,
			Example: "---\n- synergia\n- kapitał\n---",
			PL: Text{
				"nagłówek pliku nie składa się z kluczy",
				"Nagłówek to wiersze „klucz: wartość”. Tutaj stoi lista albo zwykły tekst, więc niczego nie odczytano.",
				"Zapisz nagłówek jako klucze, na przykład „title: Tytuł”, albo usuń oba wiersze „---”, jeśli to treść.",
			},
			EN: Text{
				"the front matter is not made of keys",
				"Front matter is lines of “key: value”. This is a list or plain text, so nothing was read.",
				"Write keys, such as “title: Title”, or remove both lines “---” if this is the text.",
			},
		},
		Rule{
			Code: KeyRequired, Severity: Error,
			Example: "---\nlevels:\n  - title: Cel strategiczny\n---",
			PL: Text{
				"brakuje klucza „{0}” ({1})",
				"Bez tego klucza wpis jest niepełny i nie da się go użyć.",
				"Dopisz brakujący klucz.",
			},
			EN: Text{
				"the key “{0}” is missing ({1})",
				"Without this key the entry is not complete and cannot be used.",
				"Write the missing key.",
			},
		},
		Rule{
			Code: LangInvalid, Severity: Error,
			Example: "---\nlang: polski\n---",
			PL: Text{
				"„{0}” nie jest kodem języka",
				"Język zapisuje się kodem z dwóch lub trzech małych liter, na przykład pl, en, de albo uk. Czytają go czytniki ekranu, żeby poprawnie wymawiać tekst.",
				"Wpisz kod języka, na przykład pl albo en.",
			},
			EN: Text{
				"“{0}” is no language code",
				"A language is written as a code of two or three lower-case letters, such as pl, en, de or uk. Screen readers need it to pronounce the text.",
				"Write a language code, such as pl or en.",
			},
		},
		Rule{
			Code: FrontMatterMisopened, Severity: Error,
			Example: "—\nkind: goal\ntitle: Zdrowie\n---\nTreść celu.",
			PL: Text{
				"nagłówek pliku nie zaczyna się od wiersza „---”: stoi tu „{0}”",
				"Nagłówek, czyli część z kluczami takimi jak „title”, otwiera wiersz z trzech łączników. Edytory tekstu, na przykład Word, same zamieniają łączniki na jedną długą kreskę. Wtedy kluczy nie odczytano i trafiłyby na stronę jak zwykły tekst.",
				"Pierwszy wiersz pliku zapisz jako trzy łączniki: ---. Pliki edytuj w Notatniku albo innym edytorze zwykłego tekstu.",
			},
			EN: Text{
				"the front matter does not start with a line “---”: here stands “{0}”",
				"A line of three hyphens opens the front matter, the part with keys such as “title”. Word processors make one long dash of hyphens by themselves. Then the keys are not read, and would get onto the page as text.",
				"Make the first line of the file three hyphens: ---. Edit such files in Notepad or another editor of plain text.",
			},
		},
		Rule{
			Code: ValueComment, Severity: Warning,
			Example: "---\ntitle: Strategia\nshort: #strategia\n---",
			PL: Text{
				"wartość klucza „{0}” zaczyna się od krzyżyka, więc przepadła: {1}",
				"Wszystko od znaku # do końca wiersza jest w YAML komentarzem, którego program nie czyta. Klucz został więc bez wartości.",
				"Weź wartość w cudzysłów: {0}: \"{1}\".",
			},
			EN: Text{
				"the value of “{0}” starts with a hash, so it is lost: {1}",
				"Everything from # to the end of the line is a comment in YAML, which is not read. So the key has no value.",
				"Put the value in quotes: {0}: \"{1}\".",
			},
		},
		Rule{
			Code: IntegerExpected, Severity: Error,
			Example: "---\nkind: action\ncompletion: 120\n---",
			PL: Text{
				"w polu „{0}” ma stać liczba całkowita od {2} do {3}, a stoi „{1}”",
				"To pole przyjmuje tylko liczby całkowite z podanego przedziału, bez znaku %, bez cudzysłowu i bez słów.",
				"Wpisz liczbę od {2} do {3}.",
			},
			EN: Text{
				"“{0}” takes a whole number from {2} to {3}, not “{1}”",
				"This field takes only whole numbers within these bounds, without %, quotes or words.",
				"Write a number from {2} to {3}.",
			},
		},
		Rule{
			Code: KindMissing, Severity: Error,
			Example: "---\nnumber: \"1.1\"\ntitle: Dobra szkoła\nlevel: operational\n---",
			PL: Text{
				"nie wiadomo, co to za plik: ma klucz „{0}”, którego rozdziały nie mają, a nie ma klucza „kind”",
				"Plik bez klucza „kind” jest rozdziałem, także w folderze „cele”: o rodzaju nie decyduje folder. Ten ma klucze, które mają pliki innego rodzaju.",
				"Dopisz w nagłówku rodzaj pliku. Jeśli to naprawdę rozdział, usuń ten klucz.",
			},
			EN: Text{
				"it is not known what this file is: it has the key “{0}”, which chapters do not have, and no key “kind”",
				"A file without the key “kind” is a chapter, in whatever folder it lies. This one has keys of files of another kind.",
				"Write the kind of the file into its front matter. If it really is a chapter, remove this key.",
			},
		},
		Rule{
			Code: ValueCut, Severity: Warning,
			Example: "---\ntitle: Droga #3 do szkoły\n---",
			PL: Text{
				"wartość klucza „{0}” kończy się przed krzyżykiem, a reszta przepadła: {1}",
				"Wszystko od odstępu i znaku # do końca wiersza jest w YAML komentarzem, którego program nie czyta. Na stronie będzie więc tylko początek tekstu.",
				"Weź cały tekst w cudzysłów. Jeśli to komentarz, wpisz odstęp po krzyżyku.",
			},
			EN: Text{
				"the value of “{0}” ends before a hash, and the rest is lost: {1}",
				"Everything from a space and # to the end of the line is a comment in YAML, which is not read. So the site will have the beginning of the text only.",
				"Put the whole text in quotes. If it is a comment, write a space after the hash.",
			},
		},
		Rule{
			Code: AmountExpected, Severity: Error,
			Example: "---\nkind: action\ncost: 7,5 mln zł\n---",
			PL: Text{
				"„{1}” w polu „{0}” nie jest kwotą",
				"Kwota to sama liczba złotych, nie mniejsza od zera: bez „zł”, „tys.” i „mln”. Tysięcy nie oddziela w niej kropka ani przecinek: 100.000 to dla komputera sto. Może mieć najwyżej piętnaście cyfr znaczących.",
				"Wpisz kwotę w złotych samymi cyframi, na przykład 7500000 albo \"7 500 000\".",
			},
			EN: Text{
				"“{1}” is no amount for “{0}”",
				"An amount is a number of złotys alone, not below zero: without words such as “million”. No point or comma sets its thousands apart: to a computer 100.000 is a hundred. It may have fifteen significant digits at most.",
				"Write the amount in złotys, in digits only, such as 7500000 or \"7 500 000\".",
			},
		},
	)
}
