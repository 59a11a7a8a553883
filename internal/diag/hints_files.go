package diag

// Hints about what cannot be read as YAML, CSV or a workbook: the libraries'
// words in those of people.
const (
	// HintNotClosing: {0} a line that does not close the front matter.
	HintNotClosing HintKey = "not-closing"
	// HintTab: a tab indents a line of YAML.
	HintTab HintKey = "tab"
	// HintQuoteOpen: a quoted value does not end on its line.
	HintQuoteOpen HintKey = "quote-open"
	// HintQuoteRest: text follows a closing quote.
	HintQuoteRest HintKey = "quote-rest"
	// HintColonSpace: no space behind the colon of a key.
	HintColonSpace HintKey = "colon-space"
	// HintColonText: a colon and a space within text without quotes.
	HintColonText HintKey = "colon-text"
	// HintColonMissing: a line without a key and a colon.
	HintColonMissing HintKey = "colon-missing"
	// HintDashSpace: no space behind the hyphen of a list.
	HintDashSpace HintKey = "dash-space"
	// HintDashValue: a hyphen behind a key.
	HintDashValue HintKey = "dash-value"
	// HintDashKey: an entry of a list where a key is due.
	HintDashKey HintKey = "dash-key"
	// HintCharacter: {0} a character that no value may start with.
	HintCharacter HintKey = "character"
	// HintIndent: a line that is indented otherwise than those around it.
	HintIndent HintKey = "indent"
	// HintBracketRest: text follows a bracket that closes.
	HintBracketRest HintKey = "bracket-rest"
	// HintHardSpace: a space that does not break lines stands where a plain one is due.
	HintHardSpace HintKey = "hard-space"
	// HintBracketOpen: {0} the bracket that is missing.
	HintBracketOpen HintKey = "bracket-open"
	// HintBracketExtra: {0} the bracket that is too many.
	HintBracketExtra HintKey = "bracket-extra"
	// HintComma: no comma between two values in brackets.
	HintComma HintKey = "comma"
	// HintBackslash: a backslash in double quotes.
	HintBackslash HintKey = "backslash"
	// HintBlockText: text on the line of | or >.
	HintBlockText HintKey = "block-text"
	// HintUTF16: the file's encoding is UTF-16.
	HintUTF16 HintKey = "utf-16"
	// HintBookCSV: a workbook has the name of a CSV file.
	HintBookCSV HintKey = "book-csv"
	// HintLibrary: {0} a library's own words, which are English.
	HintLibrary HintKey = "library"
	// HintEntry: {0} the number of an entry, counted from 1, {1} its list.
	HintEntry HintKey = "entry"
	// HintCellQuote: a quotation mark within a cell of CSV.
	HintCellQuote HintKey = "cell-quote"
	// HintCellOpen: a cell of CSV whose quotes are not closed, or end too early.
	HintCellOpen HintKey = "cell-open"
	// HintNotZIP: a file called a workbook is no archive.
	HintNotZIP HintKey = "not-zip"
	// HintNotXLSX: an archive without a workbook.
	HintNotXLSX HintKey = "not-xlsx"
	// HintNoSheets: a workbook without sheets.
	HintNoSheets HintKey = "no-sheets"
)

func init() {
	for key, text := range map[HintKey][2]string{
		HintNotClosing: {"wiersz „{0}” nie zamyka nagłówka: zapisz go jako trzy łączniki ---", "the line “{0}” does not close the front matter: write it as three hyphens ---"},
		HintTab: {"wiersz jest wcięty tabulatorem: usuń go albo zastąp odstępami (spacjami), po dwa na każdy poziom",
			"the line is indented by a tab: remove it, or put spaces in its place, two for each level"},
		HintQuoteOpen: {"brakuje cudzysłowu, który zamyka tę wartość: dopisz go na końcu wiersza",
			"the quote that ends this value is missing: write it at the end of the line"},
		HintQuoteRest: {"za zamykającym cudzysłowem stoi jeszcze tekst; cudzysłów w środku wartości zapisz jako \\\" albo „ ”",
			"text follows the closing quote; a quote within a value is written \\\" or “ ”"},
		HintColonSpace: {"po dwukropku brakuje odstępu", "a space is missing after the colon"},
		HintColonText: {"w tekście stoi dwukropek z odstępem, a tak kończy się klucz: weź cały tekst w cudzysłów",
			"the text has a colon and a space, which end a key: put the whole text in quotes"},
		HintColonMissing: {"w tym wierszu nie ma klucza z dwukropkiem; jeśli to dalszy ciąg tekstu powyżej, dopisz go do tamtego wiersza",
			"this line has no key with a colon; if it goes on with the text above, join it to that line"},
		HintDashSpace: {"po łączniku, który zaczyna pozycję listy, brakuje odstępu",
			"a space is missing after the hyphen that begins the entry of a list"},
		HintDashValue: {"po kluczu stoi łącznik: listę zacznij w następnym wierszu, a tekst weź w cudzysłów",
			"a hyphen follows the key: begin a list on the next line, and put text in quotes"},
		HintDashKey: {"stoi tu pozycja listy, a należy się klucz: listę poprzedza wiersz z kluczem bez wartości, na przykład „goals:”",
			"here is an entry of a list where a key is due: above a list stands a key without a value, such as “goals:”"},
		HintCharacter: {"wartość nie może zaczynać się od znaku {0}: weź ją w cudzysłów",
			"a value cannot start with {0}: put it in quotes"},
		HintIndent: {"wcięcie nie pasuje do wierszy obok: klucze tego samego poziomu zaczynają się w tej samej kolumnie",
			"the indentation does not fit the lines around: keys of one level start in the same column"},
		HintBracketRest: {"za zamykającym nawiasem stoi jeszcze tekst; jeżeli to nie lista, weź całość w cudzysłów",
			"text follows the closing bracket; if this is no list, put the whole of it in quotes"},
		HintHardSpace: {"stoi tu twarda spacja, jaką wstawia Word: usuń ją i wpisz zwykłą",
			"here is a space that does not break, as word processors put it: remove it and type a plain one"},
		HintBracketOpen:  {"brakuje nawiasu {0}, który zamyka ten otwarty tutaj", "the bracket {0} that closes the one opened here is missing"},
		HintBracketExtra: {"nawias {0} jest zbędny: nie ma otwierającego", "the bracket {0} is one too many: none is open"},
		HintComma:        {"między wartościami w nawiasie brakuje przecinka albo tekst z dwukropkiem nie jest w cudzysłowie", "a comma is missing between two values in brackets, or a text with a colon is not in quotes"},
		HintBackslash: {"w cudzysłowie \"…\" ukośnik \\ ma szczególne znaczenie: zapisz \\\\ albo użyj apostrofów '…'",
			"in quotes \"…\" a backslash has a meaning of its own: write \\\\, or use apostrophes '…'"},
		HintBlockText: {"za znakiem | lub > nic nie może stać: tekst zacznij w następnym wierszu, z wcięciem",
			"nothing may follow | or >: begin the text on the next line, indented"},
		HintUTF16:   {"plik jest zapisany jako UTF-16, które w Notatniku nazywa się też Unicode", "the file is UTF-16, which Notepad calls Unicode too"},
		HintBookCSV: {"to skoroszyt Excela, a nie CSV: zmień końcówkę nazwy na .xlsx i podaj plik w polu data wskaźnika", "this is an Excel workbook and no CSV: let its name end in .xlsx, and name the file in the indicator's data"},
		HintLibrary: {"program, który to czyta, podaje po angielsku: „{0}”", "the library that reads it says: “{0}”"},
		HintEntry:   {"dotyczy wpisu nr {0} na liście „{1}”", "this is about entry no. {0} of the list “{1}”"},
		HintCellQuote: {"cudzysłów stoi w środku komórki: weź całą komórkę w cudzysłów, a ten w środku podwój, na przykład \"rura 5\"\"\"",
			"there is a quotation mark within a cell: put the whole cell in quotes and double the mark, such as \"pipe 5\"\"\""},
		HintCellOpen: {"cudzysłów na początku komórki nie jest zamknięty na jej końcu: dopisz go albo usuń",
			"the quotation mark at the start of a cell is not closed at its end: write it there, or remove it"},
		HintNotZIP: {"każdy plik XLSX jest archiwum ZIP, a ten nim nie jest: może to plik innego rodzaju, któremu zmieniono nazwę",
			"a file XLSX is an archive ZIP, and this is none: it may be a file of another kind that was renamed"},
		HintNotXLSX: {"w archiwum nie ma skoroszytu Excela: może to plik ODS, DOCX lub ZIP, któremu zmieniono nazwę",
			"the archive holds no Excel workbook: it may be a file ODS, DOCX or ZIP that was renamed"},
		HintNoSheets: {"w skoroszycie brakuje arkusza", "a sheet is missing in the workbook"},
	} {
		hints[key] = text
	}
}
