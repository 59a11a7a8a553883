package diag

// The rules about programmes and about monitoring, risks and money (S131, S411 to
// S419, S433 to S436).
const (
	// FilePathInvalid: no path of a file in content. Args: what was written.
	FilePathInvalid Code = "S131"
	// ProgrammeWithoutUnit: a programme that no unit is in charge of. Args: the programme.
	ProgrammeWithoutUnit Code = "S411"
	// ProgrammeWithoutGoal: a programme that carries out no goal. Args: the programme.
	ProgrammeWithoutGoal Code = "S412"
	// DutyWithoutUnit: a line of the calendar that nobody answers for. Args: the task.
	DutyWithoutUnit Code = "S413"
	// DutyWithoutDate: a line of the calendar without a date. Args: the task.
	DutyWithoutDate Code = "S414"
	// RiskIncomplete: a risk that lacks something. Args: the risk, the keys.
	RiskIncomplete Code = "S415"
	// FundingBoth: a line of funding for a goal and a document. Args: the source.
	FundingBoth Code = "S416"
	// FundingTwice: a source stands twice for the same. Args: the source, the year.
	FundingTwice Code = "S417"
	// FundingBeyondHorizon: money outside the years of the strategy or document.
	// Args: the source, the year, the document, its years.
	FundingBeyondHorizon Code = "S418"
	// FundingShort: the actions of a document cost more than the frame gives it.
	// Args: the document, the cost, the sum.
	FundingShort Code = "S419"
	// ReportDates: a report that ends before it starts, or is dated before its
	// period. Args: the report, the earlier date, the later.
	ReportDates Code = "S433"
	// ReportUnpublished: a report that nobody can open. Args: the report.
	ReportUnpublished Code = "S434"
	// ReportDue: the calendar asks for a newer report. Args: the task, the end of
	// the newest period, the newest year of the site.
	ReportDue Code = "S435"
	// DutyTwice: a line of the calendar stands twice. Args: the task.
	DutyTwice Code = "S436"
)

func init() { register(dutyRules...) }

var dutyRules = []Rule{
	{Code: FilePathInvalid, Severity: Error, Example: "---\nimplementation:\n  reports: [{title: Raport, kind: monitoring, from: 2026, file: ../../raport.pdf}]\n---",
		PL: Text{"„{0}” nie jest ścieżką do pliku w folderze content",
			"Plik raportu leży w folderze content, a ścieżka prowadzi do niego od pliku, w którym stoi. Zapis nie zaczyna się od „/” i nie wychodzi poza folder.",
			"Przenieś plik do folderu content i popraw ścieżkę albo podaj pełny adres w polu address."},
		EN: Text{"“{0}” is no path of a file in the folder content",
			"The file of a report lies in the folder content, and the path leads to it from the file in which it is written. It does not start with “/” and does not leave the folder.",
			"Move the file into the folder content and correct the path, or give the full address in the address field."}},
	{Code: ProgrammeWithoutUnit, Severity: Warning, Example: "kind: programme   # bez pola owner",
		PL: Text{"nie wiadomo, kto odpowiada za program „{0}”",
			"Za każdy program odpowiada jedna jednostka. Bez niej mieszkaniec nie wie, kogo pytać.",
			"Wpisz jednostkę w polu owner."},
		EN: Text{"nobody is in charge of the programme “{0}”",
			"One unit is in charge of each programme. Without it residents don't know whom to ask.",
			"Name the unit in the owner field."}},
	{Code: ProgrammeWithoutGoal, Severity: Warning, Example: "kind: programme   # bez pola goals",
		PL: Text{"program „{0}” nie wykonuje żadnego celu",
			"Programy istnieją po to, żeby wykonać cele strategii. Programu bez celu nie pokazuje żadna strona celu.",
			"Wpisz cele w polu goals."},
		EN: Text{"the programme “{0}” carries out no goal",
			"Programmes exist to carry out the goals of the strategy. No goal's page shows a programme without one.",
			"List the goals in the goals field."}},
	{Code: DutyWithoutUnit, Severity: Warning, Example: "calendar: [{task: Raport roczny, due: 05-31}]",
		PL: Text{"w kalendarzu nie podano, kto odpowiada za „{0}”",
			"Termin, za który nikt nie odpowiada, mija bez śladu.",
			"Wpisz jednostki w polu units."},
		EN: Text{"the calendar does not say who answers for “{0}”",
			"A date that nobody answers for passes unnoticed.",
			"Name the units in the units field."}},
	{Code: DutyWithoutDate, Severity: Warning, Example: "calendar: [{task: Raport roczny, units: [urzad]}]",
		PL: Text{"w kalendarzu nie podano, kiedy przypada „{0}”",
			"Wiersz kalendarza ma termin (due), częstotliwość (frequency) albo termin słowami (when).",
			"Podaj jedno z tych pól."},
		EN: Text{"the calendar does not say when “{0}” is due",
			"A line of the calendar has a date (due), a frequency or a date in words (when).",
			"Give one of these."}},
	{Code: DutyTwice, Severity: Warning, Example: "calendar: [{task: Raport roczny, due: 05-31}, {task: Raport roczny, due: 05-31}]",
		PL: Text{"„{0}” stoi w kalendarzu dwa razy z tym samym terminem",
			"Dwa takie same wiersze to najczęściej pozostałość po kopiowaniu.",
			"Usuń jeden z nich albo popraw termin."},
		EN: Text{"“{0}” stands twice in the calendar with the same date",
			"Two equal lines are mostly left over from copying.",
			"Remove one of them, or correct the date."}},
	{Code: RiskIncomplete, Severity: Warning, Example: "risks: [{text: Wzrost cen}]",
		PL: Text{"przy ryzyku „{0}” brakuje pól: {1}",
			"O ryzyku trzeba wiedzieć, jak jest prawdopodobne (probability), jaki ma wpływ (impact), co się z nim robi (answer), kto go pilnuje (owner) i którym celom zagraża (goals).",
			"Uzupełnij pola: {1}."},
		EN: Text{"the risk “{0}” lacks the fields {1}",
			"Of a risk one needs to know how probable it is, what its impact is, what is done about it (answer), who watches it (owner) and which goals it threatens.",
			"Complete the fields {1}."}},
	{Code: FundingBoth, Severity: Error, Example: "funding: [{source: Budżet gminy, goal: praca, document: program, years: {2026: 1000}}]",
		PL: Text{"źródło „{0}” ma podany i cel, i dokument",
			"Wiersz ram finansowych dotyczy celu, dokumentu albo całej strategii. Inaczej te same pieniądze byłyby liczone dwa razy.",
			"Zostaw goal albo document, a resztę kwoty zapisz w osobnym wierszu."},
		EN: Text{"the source “{0}” names both a goal and a document",
			"A line of the funding frame is for a goal, a document or the whole strategy. Otherwise the same money would be counted twice.",
			"Keep goal or document, and write the rest of the sum in a line of its own."}},
	{Code: FundingTwice, Severity: Warning, Example: "funding:\n  - {source: Budżet gminy, years: {2026: 1000}}\n  - {source: Budżet gminy, years: {2026: 1000}}",
		PL: Text{"źródło „{0}” stoi w ramach finansowych dwa razy na ten sam rok {1} i na to samo",
			"Kwoty są dodawane, więc powtórzony wiersz zawyża sumę.",
			"Usuń jeden z wierszy albo połącz kwoty."},
		EN: Text{"the source “{0}” stands twice in the funding frame for the same year {1} and the same thing",
			"The sums are added up, so a line that is repeated makes the total too high.",
			"Remove one of the lines, or put the sums together."}},
	{Code: FundingBeyondHorizon, Severity: Warning, Example: "years: {2040: 1000}   # strategia obejmuje lata 2026–2035",
		PL: Text{"pieniądze ze źródła „{0}” na rok {1} wykraczają poza lata, które obejmuje „{2}” ({3})",
			"Ramy finansowe mieszczą się w czasie strategii i dokumentu, którego dotyczą.",
			"Popraw rok albo lata dokumentu. Jeżeli płatność rzeczywiście przypada później, potwierdź to w polu acknowledge."},
		EN: Text{"the money of the source “{0}” for {1} lies outside the years of “{2}” ({3})",
			"The funding frame lies within the time of the strategy and of the document that it is for.",
			"Correct the year, or the years of the document. If the payment is due later, acknowledge it in the acknowledge field."}},
	{Code: FundingShort, Severity: Warning, Example: "# działania programu kosztują 900 000 zł, a ramy finansowe dają mu 500 000 zł",
		PL: Text{"działania dokumentu „{0}” kosztują {1} zł, a ramy finansowe przewidują dla niego {2} zł",
			"Działania, na które nie ma pieniędzy w ramach finansowych, są obietnicą bez pokrycia.",
			"Popraw koszty działań albo dopisz źródła i kwoty w polu funding."},
		EN: Text{"the actions of the document “{0}” cost PLN {1}, while the funding frame gives it PLN {2}",
			"Actions for which the frame has no money are a promise that nothing stands behind.",
			"Correct the costs of the actions, or add sources and sums to the funding field."}},
	{Code: ReportDates, Severity: Error, Example: "reports: [{title: Raport, kind: monitoring, from: 2027, to: 2026}]",
		PL: Text{"daty raportu „{0}” są w złej kolejności: {1} przed {2}",
			"Okres kończy się po tym, jak się zaczął, a raport o nim nie powstaje przed jego początkiem.",
			"Popraw from, to albo date."},
		EN: Text{"the dates of the report “{0}” are in the wrong order: {1} before {2}",
			"A period ends after it starts, and a report on it is not made before it begins.",
			"Correct from, to or date."}},
	{Code: ReportUnpublished, Severity: Warning, Example: "reports: [{title: Raport, kind: monitoring, from: 2026}]",
		PL: Text{"raportu „{0}” nie da się otworzyć",
			"Raport jest informacją publiczną. Wiersz bez pliku i adresu mówi tylko, że gdzieś istnieje.",
			"Dodaj plik w polu file albo adres w polu address."},
		EN: Text{"nobody can open the report “{0}”",
			"A report is public information. A line without a file and an address only says that it exists somewhere.",
			"Add its file in the file field, or its address in the address field."}},
	{Code: ReportDue, Severity: Note, Example: "calendar: [{task: Raport roczny, report: monitoring, frequency: yearly}]\nreports: [{title: Raport, kind: monitoring, from: 2022}]   # dane serwisu sięgają 2026 r.",
		PL: Text{"„{0}”: dane serwisu sięgają roku {2}, a najnowszy raport kończy się na {1}",
			"Kalendarz zapowiada raport częściej. Za „dziś” program bierze najnowszy rok w danych serwisu i w historii wydań, nie zegar.",
			"Dopisz nowszy raport w polu reports. Jeżeli go nie ma, potwierdź to w polu acknowledge z powodem."},
		EN: Text{"“{0}”: the newest report ends with {1}, while the site reaches {2}",
			"The calendar promises a report more often. For “today” the program takes the newest year in the site's data and in its history of editions, not the clock.",
			"Add the newer report to the reports field. If there is none, acknowledge it in the acknowledge field with the reason."}},
}
