package diag

// The rules about what must fit into what: years and units of measure.
const (
	// HorizonNotNested: the years of a document leave those of the one above. Args:
	// the document, its years, the one above, its years.
	HorizonNotNested Code = "S428"
	// TargetBeyondHorizon: a target is due after the strategy ends. Args: the
	// indicator, the target's year, the strategy's last year.
	TargetBeyondHorizon Code = "S489"
	// MeasureVaries: a unit of measure is written in two ways. Args: the indicator,
	// its unit, the usual way.
	MeasureVaries Code = "S499"
)

func init() { register(nestingRules...) }

var nestingRules = []Rule{
	{Code: HorizonNotNested, Severity: Warning, Example: "kind: document\nlevel: subordinate\nhorizon: {from: 2026, to: 2040}   # strategia kończy się w 2035",
		PL: Text{"lata dokumentu „{0}” ({1}) wykraczają poza lata dokumentu nadrzędnego „{2}” ({3})",
			"Dokument podrzędny wykonuje nadrzędny, więc powinien obowiązywać w jego czasie. Inaczej przez część lat nie ma czego wykonywać.",
			"Popraw pole horizon jednego z nich. Jeżeli tak uchwalono, potwierdź to w polu acknowledge z powodem."},
		EN: Text{"the years of the document “{0}” ({1}) leave those of the document above it, “{2}” ({3})",
			"A document below carries out the one above, so it should be in force within its time. Otherwise there is nothing to carry out for some of its years.",
			"Correct the horizon of one of them. If it was adopted so, acknowledge it in the acknowledge field with the reason."}},
	{Code: TargetBeyondHorizon, Severity: Note, Example: "horizon: {from: 2026, to: 2035}\ntargets: [{year: 2040, value: 20}]",
		PL: Text{"wartość docelowa wskaźnika „{0}” jest na rok {1}, a strategia kończy się w roku {2}",
			"Kto sprawdzi wykonanie strategii w jej ostatnim roku, nie będzie mógł powiedzieć, czy wskaźnik osiągnięto.",
			"Podaj wartość docelową także na ostatni rok strategii albo popraw rok."},
		EN: Text{"the target of the indicator “{0}” is for {1}, and the strategy ends in {2}",
			"Whoever judges the strategy in its last year will not be able to tell whether the indicator was reached.",
			"Give a target for the last year of the strategy too, or correct the year."}},
	{Code: MeasureVaries, Severity: Note, Example: "unit: sztuk   # inne wskaźniki mają unit: szt.",
		PL: Text{"jednostka miary wskaźnika „{0}” jest zapisana „{1}”, a gdzie indziej „{2}”",
			"Ta sama jednostka zapisana na dwa sposoby utrudnia porównanie, a w danych do pobrania wygląda jak dwie różne.",
			"Zapisz ją wszędzie tak samo."},
		EN: Text{"the unit of measure of the indicator “{0}” is written “{1}”, and elsewhere “{2}”",
			"One unit written in two ways makes comparing harder, and in the data to download it looks like two.",
			"Write it the same everywhere."}},
}
