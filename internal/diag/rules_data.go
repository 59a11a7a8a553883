package diag

// The rules about tables of data beside the text (S8).
const (
	// DataMissing: an indicator names a file of data that isn't there. Args: its path.
	DataMissing Code = "S801"
	// DataNone: an indicator without data. Args: the path where they are expected.
	DataNone Code = "S802"
	// DataTooBig: a file of data is too big. Args: the limit.
	DataTooBig Code = "S803"
	// DataTooMany: a file of data has too many rows. Args: the limit.
	DataTooMany Code = "S804"
	// DataEmpty: a file of data without a row.
	DataEmpty Code = "S805"
	// DataSyntax: a file of data is no CSV. A hint tells what is wrong.
	DataSyntax Code = "S806"
	// DataColumnMissing: a file of data lacks a column. Args: its name.
	DataColumnMissing Code = "S807"
	// DataColumnTwice: a column stands twice. Args: its name.
	DataColumnTwice Code = "S808"
	// DataColumns: too many dimensions. Args: the limit.
	DataColumns Code = "S809"
	// DataColumnUnnamed: a cell stands below no header. Args: the cell.
	DataColumnUnnamed Code = "S810"
	// DataYear: what should be a year is none. Args: what was written.
	DataYear Code = "S811"
	// DataPeriod: what should be a period is none. Args: what was written.
	DataPeriod Code = "S812"
	// DataNumber: what should be a number is none. Args: what was written.
	DataNumber Code = "S813"
	// DataStatus: a status that is not known. Args: what was written.
	DataStatus Code = "S814"
	// DataTwice: the same period stands twice. Args: the period with its dimensions.
	DataTwice Code = "S815"
	// DataCellLong: a cell is too long. Args: the limit in characters.
	DataCellLong Code = "S816"
	// DataBook: a file is no workbook that can be read. A hint tells why.
	DataBook Code = "S817"
	// DataBookBig: a workbook unpacks to more than is read.
	DataBookBig Code = "S818"
	// DataBookOld: a workbook in an old format, or locked.
	DataBookOld Code = "S819"
	// DataSheetUnknown: a workbook has no such sheet. Args: its name; hints have
	// the nearest and all.
	DataSheetUnknown Code = "S820"
	// DataUnworked: a cell with a formula whose value was not saved.
	DataUnworked Code = "S821"
	// DataMerged: cells that were merged. Args: which, "A2:A5".
	DataMerged Code = "S822"
	// DataGroups: points or commas that may set thousands apart. Args: the first value
	// with one; a hint has it without.
	DataGroups Code = "S823"
)

func init() { register(dataRules...) }

var dataRules = []Rule{
	{Code: DataGroups, Severity: Warning, Example: "rok;wartość\n2023;1,098\n2024;1,102",
		PL: Text{"nie wiadomo, czy znak w „{0}” oddziela tysiące, czy ułamek",
			"Każda liczba w tej kolumnie ma po kropce lub przecinku trzy cyfry. Tak zapisuje tysiące Excel w wersji angielskiej, a program czyta te cyfry jako ułamek: 1,098 to mniej niż dwa.",
			"Jeżeli to tysiące, usuń z liczb ten znak albo zastąp go odstępem. Jeżeli to ułamki, wpisz w pliku wskaźnika precision: 3."},
		EN: Text{"it is not clear whether the sign in “{0}” sets thousands or a fraction apart",
			"All numbers of this column have three digits behind a point or a comma. That is how Excel writes thousands in English, but here these digits are read as a fraction: 1,098 is less than two.",
			"If these are thousands, remove the sign or put a space in its place. If they are fractions, write precision: 3 into the indicator's file."}},
	{Code: DataYear, Severity: Error, Example: "rok;wartość\n2o23;97400",
		PL: Text{"„{0}” nie jest rokiem",
			"W kolumnie „rok” stoi rok, czterema cyframi: 2023. Dla miesięcy, kwartałów i półroczy służy kolumna „okres”.",
			"Wpisz rok czterema cyframi albo nazwij kolumnę „okres”."},
		EN: Text{"“{0}” is no year",
			"The column “year” holds a year in four digits: 2023. For months, quarters and halves of a year there is the column “period”.",
			"Write the year in four digits, or name the column “period”."}},
	{Code: DataPeriod, Severity: Error, Example: "okres;wartość\nI kwartał 2023;12,5",
		PL: Text{"„{0}” nie jest okresem",
			"Okres to rok (2023), półrocze (2023-H1), kwartał (2023-Q1) albo miesiąc (2023-07).",
			"Zapisz okres jako rok (2023), półrocze (2023-H1), kwartał (2023-Q1) albo miesiąc (2023-07)."},
		EN: Text{"“{0}” is no period",
			"A period is a year (2023), half a year (2023-H1), a quarter (2023-Q1) or a month (2023-07).",
			"Write the period as a year (2023), half a year (2023-H1), a quarter (2023-Q1) or a month (2023-07)."}},
	{Code: DataNumber, Severity: Error, Example: "rok;wartość\n2023;ok. 97 tys.",
		PL: Text{"„{0}” nie jest liczbą",
			"W kolumnie „wartość” stoi sama liczba: 97400, 97 400, 12,5 albo −3. Brak danych to pusta komórka, „-”, „:” albo „bd.”. Liczba może mieć najwyżej piętnaście cyfr znaczących.",
			"Wpisz samą liczbę, a objaśnienie przenieś do kolumny „uwaga”."},
		EN: Text{"“{0}” is no number",
			"The column “value” holds a number alone: 97400, 97 400, 12.5 or −3. An empty cell, “-”, “:” or “bd.” says that there is no value. A number may have fifteen significant digits at most.",
			"Write the number alone, and move explanations to the column “note”."}},
	{Code: DataStatus, Severity: Error, Example: "rok;wartość;status\n2023;12,5;prawie pewna",
		PL: Text{"nie ma statusu „{0}”",
			"Status mówi, jak pewna jest wartość: ostateczna, wstępna albo szacunek. Pusta komórka znaczy: ostateczna.",
			"Wpisz jeden z tych trzech statusów albo zostaw komórkę pustą."},
		EN: Text{"there is no status “{0}”",
			"The status says how firm a value is: final, preliminary or estimate. An empty cell means final.",
			"Write one of the three, or leave the cell empty."}},
	{Code: DataTwice, Severity: Error, Example: "rok;wartość\n2023;12\n2023;13",
		PL: Text{"okres {0} stoi w danych dwa razy",
			"W jednym okresie wskaźnik ma jedną wartość. Przy dwóch nie wiadomo, która jest prawdziwa.",
			"Usuń jeden z wierszy albo popraw rok."},
		EN: Text{"the period {0} stands twice in the data",
			"In one period an indicator has one value. With two nobody can tell which is true.",
			"Remove one of the rows, or correct the year."}},
	{Code: DataCellLong, Severity: Error, Example: "rok;wartość;uwaga\n2023;12;bardzo długa opowieść…",
		PL: Text{"komórka jest dłuższa niż {0} znaków",
			"Tabela danych nie jest miejscem na tekst. Najczęściej brakuje w niej cudzysłowu i połowa pliku znalazła się w jednej komórce.",
			"Sprawdź cudzysłowy, a dłuższe objaśnienie przenieś do treści wskaźnika."},
		EN: Text{"a cell is longer than {0} characters",
			"A table of data is no place for a text. Mostly a quotation mark is missing and half of the file has ended up in one cell.",
			"Check the quotation marks, and move longer explanations to the indicator's text."}},
	{Code: DataMissing, Severity: Error, Example: "data: dane/pm10.csv   # takiego pliku nie ma",
		PL: Text{"nie ma pliku z danymi: {0}",
			"Wskaźnik podaje, w którym pliku stoją jego wartości (data), a takiego pliku nie ma.",
			"Popraw ścieżkę albo dodaj plik. Ścieżkę liczy się od folderu, w którym leży plik wskaźnika."},
		EN: Text{"there is no file of data: {0}",
			"The indicator names the file of its values (data), and there is no such file.",
			"Correct the path, or add the file. The path starts at the folder of the indicator's own file."}},
	{Code: DataNone, Severity: Note, Example: "kind: indicator   # obok nie ma pliku .csv o tej samej nazwie",
		PL: Text{"wskaźnik nie ma danych; program szukał ich w {0}",
			"Wartości wskaźnika stoją w pliku CSV obok, o tej samej nazwie albo podanym w polu data. Bez nich strona mówi, że danych brak.",
			"Dodaj plik z kolumnami „rok” i „wartość” albo podaj powód braku w polu missing."},
		EN: Text{"the indicator has no data; they were looked for in {0}",
			"The values of an indicator stand in a CSV file beside it, of the same name or named in the data field. Without them the page says that there are none.",
			"Add a file with the columns “year” and “value”, or give the reason in the missing field."}},
	{Code: DataTooBig, Severity: Error, Example: "# plik CSV z całą bazą GUS",
		PL: Text{"plik z danymi jest większy niż {0}",
			"Tak duży plik nie jest szeregiem jednego wskaźnika.",
			"Zostaw w pliku tylko wartości tego wskaźnika."},
		EN: Text{"the file of data is bigger than {0}",
			"A file as big as that is not the series of one indicator.",
			"Keep only the values of this indicator in the file."}},
	{Code: DataTooMany, Severity: Error, Example: "# ponad dwadzieścia tysięcy wierszy",
		PL: Text{"plik z danymi ma więcej niż {0} wierszy; dalszych nie przeczytano",
			"Tyle wierszy nie jest szeregiem jednego wskaźnika.",
			"Zostaw w pliku tylko wartości tego wskaźnika."},
		EN: Text{"the file of data has more than {0} rows; the rest was not read",
			"So many rows are not the series of one indicator.",
			"Keep only the values of this indicator in the file."}},
	{Code: DataEmpty, Severity: Warning, Example: "rok;wartość",
		PL: Text{"plik z danymi nie zawiera żadnej wartości",
			"Pierwszy wiersz to nagłówki kolumn, dalsze to wartości. Tu nie ma żadnego wiersza z wartością.",
			"Wpisz wartości pod nagłówkiem: rok i wartość w każdym wierszu."},
		EN: Text{"the file of data holds no value",
			"The first row holds the headers of the columns, the others the values. Here is no row with a value.",
			"Write the values below the header: a year and a value in each row."}},
	{Code: DataSyntax, Severity: Error, Example: "rok;wartość\n2023;\"12",
		PL: Text{"pliku nie da się przeczytać jako CSV",
			"Od tego miejsca plik nie jest tabelą.",
			"Popraw to miejsce albo zapisz arkusz jeszcze raz jako CSV w programie biurowym."},
		EN: Text{"the file can't be read as CSV",
			"From this place on the file is no table.",
			"Mend this place, or save the sheet as CSV once more in an office suite."}},
	{Code: DataColumnMissing, Severity: Error, Example: "lata;ile\n2023;97400",
		PL: Text{"brakuje kolumny „{0}”",
			"Pierwszy wiersz pliku musi nazwać kolumny: „rok” albo „okres” oraz „wartość”; kolumny rozdziela średnik, przecinek albo tabulator.",
			"Dopisz albo popraw nagłówek kolumny w pierwszym wierszu."},
		EN: Text{"the column “{0}” is missing",
			"The first row of the file must name the columns: “year” or “period”, and “value”; semicolons, commas or tabs set them apart.",
			"Add or correct the header of the column in the first row."}},
	{Code: DataColumnTwice, Severity: Error, Example: "rok;wartość;wartość",
		PL: Text{"kolumna „{0}” stoi dwa razy albo mówi to samo co inna",
			"Nie wiadomo, z której kolumny brać dane.",
			"Usuń jedną z kolumn albo zmień jej nagłówek."},
		EN: Text{"the column “{0}” stands twice, or says the same as another",
			"Nobody can tell from which of them to take the data.",
			"Remove one of the columns, or change its header."}},
	{Code: DataColumns, Severity: Error, Example: "rok;wartość;płeć;wiek;osiedle;zawód;…",
		PL: Text{"kolumn z przekrojami jest więcej niż {0}",
			"Każda kolumna o własnej nazwie to przekrój: płeć, wiek, osiedle. Tabeli o tylu przekrojach nikt nie przeczyta.",
			"Zostaw najważniejsze przekroje albo podziel wskaźnik na kilka."},
		EN: Text{"there are more than {0} columns of dimensions",
			"Each column with a name of its own is a dimension: sex, age, district. Nobody can read a table of so many.",
			"Keep the most important ones, or divide the indicator into several."}},
	{Code: DataColumnUnnamed, Severity: Error, Example: "rok;wartość\n2023;12;poprawione",
		PL: Text{"komórka „{0}” stoi w kolumnie bez nagłówka",
			"Nie wiadomo, co znaczy ta komórka. Częsty powód to przecinek w liczbie, gdy przecinek rozdziela też kolumny.",
			"Nazwij kolumnę w pierwszym wierszu albo rozdziel kolumny średnikiem."},
		EN: Text{"the cell “{0}” stands in a column without a header",
			"Nobody can tell what the cell means. A frequent cause is a decimal comma where commas set the columns apart too.",
			"Name the column in the first row, or set the columns apart by semicolons."}},
	{Code: DataBook, Severity: Error, Example: "data: dane.xlsx   # plik .csv, któremu zmieniono tylko nazwę",
		PL: Text{"pliku nie da się przeczytać jako skoroszytu XLSX",
			"Skoroszyt XLSX to archiwum z arkuszami. Ten plik jest uszkodzony albo tylko tak się nazywa.",
			"Otwórz plik w programie biurowym i zapisz jeszcze raz jako XLSX albo CSV."},
		EN: Text{"the file can't be read as a workbook (XLSX)",
			"A workbook is an archive of sheets. This file is damaged, or only called so.",
			"Open the file in an office suite and save it once more as XLSX or CSV."}},
	{Code: DataBookBig, Severity: Error, Example: "data: dane.xlsx   # po rozpakowaniu kilkaset megabajtów",
		PL: Text{"skoroszyt jest za duży, żeby go przeczytać",
			"Po rozpakowaniu arkusz może mieć najwyżej szesnaście megabajtów. To o wiele więcej, niż potrzebuje jeden wskaźnik.",
			"Zostaw w skoroszycie tylko wartości tego wskaźnika, bez pustych sformatowanych wierszy, albo zapisz arkusz jako CSV."},
		EN: Text{"the workbook is too big to be read",
			"Unpacked, a sheet may have sixteen megabytes at most. That is far more than one indicator needs.",
			"Keep only the values of this indicator in the workbook, without empty formatted rows, or save the sheet as CSV."}},
	{Code: DataBookOld, Severity: Error, Example: "data: dane.xlsx   # stary plik .xls albo plik z hasłem",
		PL: Text{"skoroszyt jest w starym formacie XLS albo ma hasło",
			"Program czyta tylko nowszy format XLSX, bez hasła.",
			"Zapisz plik jako „Skoroszyt programu Excel (*.xlsx)” bez hasła albo jako CSV."},
		EN: Text{"the workbook is in the old format XLS, or has a password",
			"Only the newer format XLSX is read, without a password.",
			"Save the file as “Excel workbook (*.xlsx)” without a password, or as CSV."}},
	{Code: DataSheetUnknown, Severity: Error, Example: "data: dane.xlsx\nsheet: Arkusz7",
		PL: Text{"w skoroszycie nie ma arkusza „{0}”",
			"Pole sheet podaje arkusz, na którym stoją wartości wskaźnika. Bez niego program bierze pierwszy widoczny.",
			"Popraw nazwę arkusza albo usuń pole sheet."},
		EN: Text{"the workbook has no sheet “{0}”",
			"The sheet field names the sheet on which the indicator's values stand. Without it the first visible one is taken.",
			"Correct the name of the sheet, or remove the sheet field."}},
	{Code: DataUnworked, Severity: Error, Example: "# komórka z formułą =SUMA(B2:B5), której wyniku nie zapisano",
		PL: Text{"komórka zawiera formułę, której wyniku nie zapisano w pliku",
			"Program nie liczy formuł, tylko bierze wynik, który zapisał program biurowy. Tutaj go brakuje: plik zapisał zapewne inny program.",
			"Otwórz plik w programie biurowym, przelicz i zapisz albo wpisz samą liczbę."},
		EN: Text{"a cell holds a formula whose value was not saved",
			"Formulas are not worked out: the value that the office suite saved is taken. Here it is missing, so another program may have written the file.",
			"Open the file in an office suite, recalculate and save it, or write the number itself."}},
	{Code: DataMerged, Severity: Error, Example: "# scalone komórki A2:A5 w kolumnie „płeć”",
		PL: Text{"scalone komórki: {0}",
			"Ze scalonych komórek wartość ma tylko pierwsza; pozostałe są puste, więc znaczyłyby „ogółem” albo brak danych.",
			"Rozdziel komórki i wpisz wartość w każdej z nich."},
		EN: Text{"merged cells: {0}",
			"Of merged cells only the first has the value; the others are empty, and would mean the whole, or no data.",
			"Split the cells, and write the value into each of them."}},
}
