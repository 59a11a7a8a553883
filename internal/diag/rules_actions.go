package diag

// The rules about actions (S129, S225, S439, S453 to S459).
const (
	// MomentInvalid: neither a year nor a month nor a day. Args: what was written.
	MomentInvalid Code = "S129"
	// ActionUnknown: a reference to an action that no file defines. Args: the id.
	ActionUnknown Code = "S225"
	// DoneUnfinished: an action is done, and a field says that it isn't. Args:
	// the action, the field, what it says.
	DoneUnfinished Code = "S439"
	// ActionWithoutLead: an action that nobody leads. Args: the action.
	ActionWithoutLead Code = "S453"
	// ActionWithoutGoal: an action that serves no goal. Args: the action.
	ActionWithoutGoal Code = "S454"
	// ActionDates: the end before the start. Args: the action, start, end.
	ActionDates Code = "S455"
	// ActionBeyondHorizon: an action outside the years of the strategy or its
	// programme. Args: the action, the date, the document, its years.
	ActionBeyondHorizon Code = "S456"
	// MilestoneOutside: a milestone outside the time of its action. Args: the
	// action, the milestone, its date.
	MilestoneOutside Code = "S457"
	// ActionReasonMissing: suspended or given up without a reason. Args: the action.
	ActionReasonMissing Code = "S458"
	// FundingDisagrees: the sources don't add up to the cost. Args: the action, the cost, the sum.
	FundingDisagrees Code = "S459"
)

func init() { register(actionRules...) }

var actionRules = []Rule{
	{Code: MomentInvalid, Severity: Error, Example: "---\nkind: action\nstart: wiosna 2026\n---",
		PL: Text{"„{0}” nie jest rokiem, miesiącem ani dniem",
			"Termin to rok (2026), miesiąc (2026-05) albo dzień (2026-05-17).",
			"Zapisz termin jako rok (2026), miesiąc (2026-05) albo dzień (2026-05-17)."},
		EN: Text{"“{0}” is neither a year nor a month nor a day",
			"A date is a year (2026), a month (2026-05) or a day (2026-05-17).",
			"Write a year (2026), a month (2026-05) or a day (2026-05-17)."}},
	{Code: ActionUnknown, Severity: Error, Example: "[](action:wymiana-pieca)",
		PL: Text{"nie ma działania „{0}”",
			"Odnośnik wskazuje działanie przez identyfikator, a żaden plik takiego działania nie opisuje.",
			"Wpisz identyfikator działania, które ma swój plik: jest nim pole id, a gdy go nie ma – nazwa pliku bez .md. Jeżeli działania jeszcze nie opisano, załóż dla niego plik (kind: action)."},
		EN: Text{"there is no action “{0}”",
			"The link names an action by its id, and no file describes such an action.",
			"Write the id of an action that has a file: it is its id field or, without one, the file's name without .md. If the action is not described yet, add a file for it (kind: action)."}},
	{Code: ActionWithoutLead, Severity: Warning, Example: "kind: action   # bez pola lead",
		PL: Text{"działania „{0}” nikt nie prowadzi",
			"Za każde działanie odpowiada jedna jednostka. Bez niej mieszkaniec nie wie, kogo pytać.",
			"Wpisz jednostkę prowadzącą w polu lead."},
		EN: Text{"nobody leads the action “{0}”",
			"One unit answers for each action. Without it residents don't know whom to ask.",
			"Name the unit that leads it in the lead field."}},
	{Code: ActionWithoutGoal, Severity: Warning, Example: "kind: action   # bez pola goals",
		PL: Text{"działanie „{0}” nie służy żadnemu celowi",
			"Działania strategii istnieją dla jej celów. Bez celu nie wiadomo, po co to robić, i działania nie widać na żadnej stronie celu.",
			"Wpisz cele w polu goals."},
		EN: Text{"the action “{0}” serves no goal",
			"The actions of a strategy exist for its goals. Without one nobody knows what it is for, and no goal's page shows it.",
			"List the goals in the goals field."}},
	{Code: ActionDates, Severity: Error, Example: "start: 2028\nend: 2026",
		PL: Text{"działanie „{0}” kończy się ({2}), zanim się zacznie ({1})",
			"Koniec działania nie może być wcześniejszy niż początek.",
			"Popraw start albo end."},
		EN: Text{"the action “{0}” ends ({2}) before it starts ({1})",
			"An action can't end before it starts.",
			"Correct start or end."}},
	{Code: ActionBeyondHorizon, Severity: Warning, Example: "end: 2040   # strategia obejmuje lata 2026–2035",
		PL: Text{"działanie „{0}” ({1}) wykracza poza lata, które obejmuje „{2}” ({3})",
			"Działanie mieści się w czasie strategii i programu, do którego należy.",
			"Popraw termin albo lata dokumentu. Jeżeli działanie rzeczywiście zaczęło się wcześniej albo trwa dłużej, potwierdź to w polu acknowledge."},
		EN: Text{"the action “{0}” ({1}) lies outside the years of “{2}” ({3})",
			"An action lies within the time of the strategy and of the programme that it belongs to.",
			"Correct the date, or the years of the document. If the action did start earlier or takes longer, acknowledge it in the acknowledge field."}},
	{Code: MilestoneOutside, Severity: Warning, Example: "start: 2026\nend: 2027\nmilestones: [{text: Odbiór, due: 2029}]",
		PL: Text{"kamień milowy „{1}” ({2}) wykracza poza czas działania „{0}”",
			"Kamień milowy jest przystankiem na drodze, więc leży między początkiem a końcem działania.",
			"Popraw termin kamienia milowego albo działania."},
		EN: Text{"the milestone “{1}” ({2}) lies outside the time of the action “{0}”",
			"A milestone is a stop on the way, so it lies between the start and the end of its action.",
			"Correct the date of the milestone, or of the action."}},
	{Code: ActionReasonMissing, Severity: Warning, Example: "state: suspended   # bez pola reason",
		PL: Text{"działanie „{0}” wstrzymano albo zaniechano bez podania powodu",
			"Obiecane działanie, którego się nie wykonuje, wymaga wyjaśnienia.",
			"Podaj powód w polu reason."},
		EN: Text{"the action “{0}” was suspended or given up without a reason",
			"An action that was promised and is not carried out calls for an explanation.",
			"Give the reason in the reason field."}},
	{Code: DoneUnfinished, Severity: Warning, Example: "state: done\ncompletion: 35",
		PL: Text{"działanie „{0}” jest zakończone (state: done), a pole {1} mówi co innego: {2}",
			"Czytelnik zobaczy obok siebie „zakończone” i „35%” albo kamień milowy, którego nie osiągnięto. Działanie zakończone nie może się też spóźnić, więc nikt już o nim nie przypomni.",
			"Popraw state. Jeżeli działanie naprawdę zakończono, usuń pole completion i wpisz daty done kamieniom milowym; ten, z którego zrezygnowano, usuń."},
		EN: Text{"the action “{0}” is done (state: done), and the field {1} says otherwise: {2}",
			"Readers see “done” beside “35%”, or a milestone that was not reached. What is done can't be late either, so nobody will be reminded of it.",
			"Correct state. If the action was finished indeed, remove completion and write the dates done of its milestones; remove one that was given up."}},
	{Code: FundingDisagrees, Severity: Warning, Example: "cost: 500000\nfunding: [{source: Budżet gminy, amount: 300000}]",
		PL: Text{"źródła finansowania działania „{0}” dają razem {2} zł, a koszt to {1} zł",
			"Suma źródeł powinna być równa kosztowi, o ile podano wszystkie kwoty.",
			"Popraw kwoty albo dopisz brakujące źródło, choćby bez kwoty."},
		EN: Text{"the sources of funding of the action “{0}” add up to PLN {2}, the cost is PLN {1}",
			"The sum of the sources should be the cost, as far as all amounts are given.",
			"Correct the amounts, or add the source that is missing, be it without an amount."}},
}
