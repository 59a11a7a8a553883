package diag

// The rules about indicators (S22, S49) and their front matter (S127, S128), and
// about dates that are hardly meant (S477, S478).
const (
	// NumberExpected: a value is no number. Args: the key, what was written.
	NumberExpected Code = "S127"
	// DataPathInvalid: data is no path of a CSV file in content. Args: what was written.
	DataPathInvalid Code = "S128"
	// IndicatorUnknown: a reference to an indicator that no file defines. Args: the id.
	IndicatorUnknown Code = "S222"
	// PeriodUnknown: a link asks for a period of which there is no value. Args:
	// the indicator, the period.
	PeriodUnknown Code = "S223"
	// FigureDisagrees: the figure typed in a link is not the one in the data.
	// Args: the typed figure, the value, the indicator, the period.
	FigureDisagrees Code = "S224"
	// LinkQuery: what stands behind "?" in a link is not understood. Args: what was written.
	LinkQuery Code = "S348"
	// DateFar: a date far later than all others. Args: what it is of, the date, the newest year that is believed.
	DateFar Code = "S477"
	// PeriodFar: an observation far later than all else. Args: the indicator,
	// the period, the newest year that is believed, the file of the data.
	PeriodFar Code = "S478"
	// UnitForms: not as many forms of a unit of measure as the language has. Args: the
	// indicator, how many there are, how many there should be.
	UnitForms Code = "S487"
	// GoalWithoutIndicator: a top goal without an indicator that has a base and a target. Args: the goal.
	GoalWithoutIndicator Code = "S490"
	// BaseDisagrees: the base is not the value of its year. Args: the indicator, the base, the value, the year.
	BaseDisagrees Code = "S491"
	// TargetBeforeBase: a target lies before the base. Args: the indicator, the target's year, the base's year.
	TargetBeforeBase Code = "S492"
	// PercentBounds: a percentage below 0 or above 100. Args: the indicator, the value, the year.
	PercentBounds Code = "S493"
	// IndicatorStale: newer values should be there. Args: the indicator, the year of its newest value, the newest year of the site.
	IndicatorStale Code = "S494"
	// TargetAgainst: the target lies on the side of the base that is said to be worse. Args: the indicator, the base, the target.
	TargetAgainst Code = "S495"
	// TargetTwice: two targets of one year. Args: the indicator, the year.
	TargetTwice Code = "S496"
	// IndicatorWithoutGoal: an indicator that measures no goal. Args: the indicator.
	IndicatorWithoutGoal Code = "S497"
	// BaseAbsent: the data have no value of the base's year. Args: the indicator, the year.
	BaseAbsent Code = "S498"
)

func init() {
	register(indicatorReferences...)
	register(indicatorRules...)
}

var indicatorReferences = []Rule{
	{Code: NumberExpected, Severity: Error, Example: "---\nkind: indicator\nbase: {year: 2020, value: około 12}\n---",
		PL: Text{"wartość „{1}” w polu „{0}” nie jest liczbą",
			"W tym polu stoi sama liczba, na przykład 12.5 albo \"97 400\". Może mieć najwyżej piętnaście cyfr znaczących.",
			"Wpisz samą liczbę; jednostkę miary podaje pole unit."},
		EN: Text{"the value “{1}” of “{0}” is no number",
			"This field holds a number alone, such as 12.5 or \"97 400\". It may have fifteen significant digits at most.",
			"Write the number alone; the unit of measure is told by the unit field."}},
	{Code: DataPathInvalid, Severity: Error, Example: "---\nkind: indicator\ndata: ../../poza.csv\n---",
		PL: Text{"„{0}” nie jest ścieżką pliku CSV ani XLSX w folderze content",
			"Dane wskaźnika leżą w pliku z rozszerzeniem .csv albo .xlsx obok jego opisu albo w innym folderze treści.",
			"Podaj ścieżkę względem pliku wskaźnika, na przykład dane/pm10.csv, albo usuń pole: domyślnie plik nazywa się tak jak plik wskaźnika."},
		EN: Text{"“{0}” is not the path of a CSV or XLSX file in the folder content",
			"The data of an indicator lie in a file ending in .csv or .xlsx beside its description, or in another folder of the content.",
			"Give the path from the indicator's file, such as data/pm10.csv, or remove the field: by default the file is named like the indicator's own."}},
	{Code: IndicatorUnknown, Severity: Error, Example: "[](indicator:ludnosci)",
		PL: Text{"nie ma wskaźnika „{0}”",
			"Wpis wskazuje wskaźnik przez identyfikator, a żaden plik takiego wskaźnika nie opisuje.",
			"Wpisz identyfikator wskaźnika, który ma swój plik: jest nim pole id, a gdy go nie ma – nazwa pliku bez .md. Jeżeli wskaźnika jeszcze nie opisano, załóż dla niego plik (kind: indicator)."},
		EN: Text{"there is no indicator “{0}”",
			"The entry names an indicator by its id, and no file describes such an indicator.",
			"Write the id of an indicator that has a file: it is its id field or, without one, the file's name without .md. If the indicator is not described yet, add a file for it (kind: indicator)."}},
	{Code: PeriodUnknown, Severity: Error, Example: "[97 400](indicator:ludnosc?year=2031)",
		PL: Text{"wskaźnik „{0}” nie ma wartości za {1}",
			"Odnośnik przytacza wartość z danych, a danych za ten okres nie ma.",
			"Popraw rok w odnośniku albo uzupełnij dane wskaźnika."},
		EN: Text{"the indicator “{0}” has no value for {1}",
			"The link quotes a value of the data, and there is none of that period.",
			"Correct the year in the link, or complete the indicator's data."}},
	{Code: FigureDisagrees, Severity: Error, Example: "[97 400](indicator:ludnosc?year=2023)   # w danych: 97 012",
		PL: Text{"liczba w tekście ({0}) nie zgadza się z danymi: {1} („{2}”, {3})",
			"Tekst przytacza wartość wskaźnika, a w danych stoi inna. Czytelnik zobaczy obie.",
			"Popraw liczbę w tekście albo w danych. Odnośnik bez tekstu, [](indicator:…?year=…), wpisuje wartość sam."},
		EN: Text{"the figure in the text ({0}) disagrees with the data: {1} (“{2}”, {3})",
			"The text quotes a value of the indicator, and the data have another. Readers see both.",
			"Correct the figure in the text or in the data. A link without text, [](indicator:…?year=…), writes the value itself."}},
	{Code: LinkQuery, Severity: Error, Example: "[](indicator:ludnosc?rok=2023)",
		PL: Text{"„{0}” po znaku zapytania w odnośniku jest niezrozumiałe",
			"Za znakiem zapytania stoi rok albo okres wartości wskaźnika: ?year=2023, ?year=2023-Q1.",
			"Zapisz okres w tej postaci albo usuń wszystko od znaku zapytania."},
		EN: Text{"“{0}” behind the question mark of the link is not understood",
			"Behind the question mark stands the year or period of an indicator's value: ?year=2023, ?year=2023-Q1.",
			"Write the period in this form, or remove all from the question mark on."}},
}

var indicatorRules = []Rule{
	{Code: DateFar, Severity: Warning, Example: "reviewed: 2126-10-15   # wszystko inne w serwisie jest z roku 2026 i lat wcześniejszych",
		PL: Text{"„{0}”: data {1} jest prawdopodobnie pomylona, bo wszystko inne, co serwis wie, kończy się na roku {2}",
			"Program nie ma zegara: „dziś” to najpóźniejsza data tego, co już się stało: przeglądu działania, osiągniętego kamienia milowego, wydania, raportu, wartości wskaźnika. Data późniejsza od pozostałych o ponad trzy lata liczy się dopiero wtedy, gdy potwierdzi ją inny plik, a data późniejsza o ponad dziesięć lat od końca strategii nie liczy się wcale. Dlatego ta data nie wpływa na to, co serwis uznaje za spóźnione i z jakich lat są raporty.",
			"Popraw rok. Jeżeli data jest prawdziwa, uzupełnij też inne pliki z tego czasu, choćby listę editions w content/index.md."},
		EN: Text{"“{0}”: the date {1} is probably a slip, as all else that the site knows ends with {2}",
			"The program has no clock: “today” is the latest date of what has happened: a review of an action, a milestone that was reached, an edition, a report, a value of an indicator. A date more than three years later than the others counts only once another file bears it out, and one more than ten years after the end of the strategy does not count at all. So this date does not decide what the site takes for late and of which years there are reports.",
			"Correct the year. If the date is true, bring other files up to that time too, be it the list editions in content/index.md."}},
	{Code: PeriodFar, Severity: Warning, Example: "rok;wartość\n2025;174\n2031;61   # wszystko inne w serwisie jest z roku 2026 i lat wcześniejszych",
		PL: Text{"wskaźnik „{0}” ma wartość za {1}, a wszystko inne, co serwis wie, kończy się na roku {2}: rok w {3} jest prawdopodobnie pomylony",
			"Program nie ma zegara: „dziś” to najpóźniejsza data tego, co już się stało. Wartość późniejsza od wszystkiego innego o ponad trzy lata (a przy rzadszych pomiarach o więcej) liczy się dopiero wtedy, gdy taki czas potwierdzi inny plik. Wartości, do których się dąży, nie stoją w danych, lecz w polu targets.",
			"Popraw rok w pliku {3}. Jeżeli jest prawdziwy, uzupełnij też inne pliki z tego czasu, choćby listę editions w content/index.md."},
		EN: Text{"the indicator “{0}” has a value for {1}, while all else that the site knows ends with {2}: the year in {3} is probably a slip",
			"The program has no clock: “today” is the latest date of what has happened. A value more than three years later than all else (more where things are measured less often) counts only once another file bears that time out. Values to be reached stand not in the data but in the targets field.",
			"Correct the year in {3}. If it is true, bring other files up to that time too, be it the list editions in content/index.md."}},
	{Code: UnitForms, Severity: Warning, Example: "unit_forms: [osoba, osób]",
		PL: Text{"jednostka miary wskaźnika „{0}” ma w polu unit_forms formy w liczbie {1}, a w języku dokumentu trzeba ich tyle: {2}",
			"Formy stoją w kolejności liczb 1, 2, 5 i 1,5, każda raz. Po polsku są to na przykład osoba, osoby, osób; czwartą podaje się, gdy jest inna niż druga: dom, domy, domów, domu. Po angielsku są dwie: home, homes.",
			"Podaj tyle form, ile trzeba, w tej kolejności, albo usuń pole: za każdą liczbą stanie wtedy to, co jest w polu unit."},
		EN: Text{"the unit of measure of the indicator “{0}” has this many forms in unit_forms: {1}; the language of the document needs {2}",
			"The forms stand in the order of the numbers 1, 2, 5 and 1.5, each once. In English there are two, such as home and homes; in Polish three, or four where the last is not the second one.",
			"Give as many forms as are needed, in this order, or remove the field: then each number is followed by what unit says."}},
	{Code: GoalWithoutIndicator, Severity: Warning, Example: "kind: goal\nlevel: strategic   # żaden wskaźnik z base i targets nie wymienia go w goals",
		PL: Text{"cel „{0}” nie ma wskaźnika z wartością bazową i docelową",
			"Bez wartości, od której się zaczyna, i wartości, do której się dąży, nikt nie sprawdzi, czy cel osiągnięto. Liczą się też wskaźniki celów podrzędnych.",
			"Opisz wskaźnik tego celu z polami base i targets albo wymień brak wskaźników w polu gaps w content/index.md."},
		EN: Text{"the goal “{0}” has no indicator with a base and a target",
			"Without a value to start from and one to arrive at nobody can check whether the goal was reached. Indicators of sub-goals count too.",
			"Describe an indicator of the goal with base and targets, or name the lack of indicators in the gaps field of content/index.md."}},
	{Code: BaseDisagrees, Severity: Warning, Example: "base: {year: 2020, value: 47}   # w danych za 2020: 46,8",
		PL: Text{"wartość bazowa wskaźnika „{0}” ({1}) różni się od wartości w danych za {3}: {2}",
			"Wartość bazowa to wartość wskaźnika w roku bazowym. Dwie różne liczby za ten sam rok podważają obliczony postęp.",
			"Popraw base albo dane. Jeżeli urząd statystyczny zmienił dane po uchwaleniu strategii, potwierdź różnicę w polu acknowledge."},
		EN: Text{"the base of the indicator “{0}” ({1}) differs from the value in the data for {3}: {2}",
			"The base is the indicator's value in the base year. Two different figures for one year cast doubt on the progress worked out.",
			"Correct base or the data. If the statistics office has revised the data since, acknowledge the difference in the acknowledge field."}},
	{Code: TargetBeforeBase, Severity: Error, Example: "base: {year: 2025, value: 47}\ntargets: [{year: 2020, value: 40}]",
		PL: Text{"wartość docelowa wskaźnika „{0}” jest na rok {1}, nie późniejszy niż rok bazowy {2}",
			"Dąży się od wartości bazowej do docelowej, więc rok docelowy musi być późniejszy.",
			"Popraw jeden z tych lat."},
		EN: Text{"the target of the indicator “{0}” is for {1}, not later than the base year {2}",
			"The way leads from the base to the target, so the year of the target must be later.",
			"Correct one of the years."}},
	{Code: PercentBounds, Severity: Warning, Example: "unit: \"%\"\ntargets: [{year: 2030, value: 120}]",
		PL: Text{"wskaźnik „{0}” w procentach ma wartość {1} ({2})",
			"Udział w całości leży między 0 a 100. Inna wartość to najczęściej przecinek w złym miejscu.",
			"Popraw wartość. Jeżeli to nie udział, lecz zmiana albo stosunek dwóch wielkości, napisz to w jednostce, na przykład „% roku poprzedniego”."},
		EN: Text{"the indicator “{0}”, a percentage, has the value {1} ({2})",
			"A share of a whole lies between 0 and 100. Another value is most often a decimal point in the wrong place.",
			"Correct the value. If it is no share but a change or a ratio of two quantities, say so in the unit, such as “% of the year before”."}},
	{Code: IndicatorStale, Severity: Warning, Example: "frequency: yearly   # ostatnia wartość za 2020, inne wskaźniki mają już 2024",
		PL: Text{"wskaźnik „{0}” nie ma wartości nowszej niż za {1}, choć serwis sięga roku {2}",
			"Wskaźnik mierzony tak często powinien mieć już nową wartość. Za „dziś” program bierze najnowszy rok w danych serwisu i w historii wydań, nie zegar.",
			"Uzupełnij dane. Jeżeli wskaźnika już się nie mierzy, popraw frequency albo potwierdź to w polu acknowledge z powodem."},
		EN: Text{"the indicator “{0}” has no value later than {1}, while the site reaches {2}",
			"An indicator measured as often as that should have a new value by now. For “today” the program takes the newest year in the site's data and in its history of editions, not the clock.",
			"Complete the data. If it is not measured any more, correct frequency, or acknowledge it in the acknowledge field with the reason."}},
	{Code: TargetAgainst, Severity: Warning, Example: "polarity: destimulant\nbase: {year: 2020, value: 40}\ntargets: [{year: 2030, value: 47}]",
		PL: Text{"wartość docelowa wskaźnika „{0}” jest gorsza od bazowej: z {1} na {2}",
			"Stymulanta jest tym lepsza, im większa, destymulanta tym lepsza, im mniejsza. Tutaj cel leży po złej stronie i postępu nie da się obliczyć.",
			"Popraw polarity albo wartości base i targets."},
		EN: Text{"the target of the indicator “{0}” is worse than its base: from {1} to {2}",
			"Of a stimulant more is better, of a destimulant less. Here the target lies on the wrong side, and no progress can be worked out.",
			"Correct polarity, or the values of base and targets."}},
	{Code: TargetTwice, Severity: Error, Example: "targets: [{year: 2030, value: 40}, {year: 2030, value: 35}]",
		PL: Text{"wskaźnik „{0}” ma dwie wartości docelowe na rok {1}",
			"Na jeden rok można dążyć do jednej wartości.",
			"Usuń jedną z nich albo popraw rok."},
		EN: Text{"the indicator “{0}” has two targets for {1}",
			"For one year there can be one value to arrive at.",
			"Remove one of them, or correct the year."}},
	{Code: IndicatorWithoutGoal, Severity: Note, Example: "kind: indicator   # bez pola goals",
		PL: Text{"wskaźnik „{0}” nie mierzy żadnego celu",
			"Wskaźnik produktu, rezultatu albo oddziaływania mówi, czy osiągnięto cel, więc musi być wiadomo który.",
			"Wpisz cele w polu goals albo, jeżeli wskaźnik opisuje tylko otoczenie, ustaw level: context."},
		EN: Text{"the indicator “{0}” measures no goal",
			"An indicator of product, result or impact tells whether a goal was reached, so it must be known which.",
			"List the goals in the goals field or, if the indicator only describes the surroundings, set level: context."}},
	{Code: BaseAbsent, Severity: Warning, Example: "base: {year: 2020, value: 47}   # dane zaczynają się w 2021",
		PL: Text{"dane wskaźnika „{0}” nie zawierają wartości za rok bazowy {1}",
			"Wartość bazowa powinna stać w danych jak każda inna, żeby dało się ją sprawdzić.",
			"Dopisz do danych wartość za rok bazowy albo popraw base."},
		EN: Text{"the data of the indicator “{0}” have no value for the base year {1}",
			"The base should stand in the data like any other value, so that it can be checked.",
			"Add the value of the base year to the data, or correct base."}},
}
