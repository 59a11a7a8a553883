package diag

import "slices"

// The rules about acknowledgements (S19): the front matter's way of saying that
// a rule is right about a thing and that it stays so all the same.
const (
	// AckUnused: an acknowledgement of something that no rule reports any more.
	// Args: the rule, what it is about.
	AckUnused Code = "S191"
	// AckWithoutReason: an acknowledgement that gives no reason. Args: the rule.
	AckWithoutReason Code = "S192"
	// AckUnknown: an acknowledgement of a rule that does not exist. Args: the rule.
	AckUnknown Code = "S193"
	// AckForbidden: an acknowledgement of a mistake that can't stay. Args: the rule.
	AckForbidden Code = "S194"
)

// slips are the errors that a document as adopted may contain. A tool must not
// correct them, so they can be acknowledged; other errors would break the site.
var slips = []Code{NumberDisagrees, NumberTwice, HorizonReversed, HeadingNumberDuplicate}

// Acknowledgeable reports whether authors may acknowledge what the rule
// reports: warnings and notes of all kinds, and the errors that may be the
// document's own.
func Acknowledgeable(code Code) bool {
	return Lookup(code).Severity != Error || slices.Contains(slips, code)
}

func init() {
	register(
		Rule{Code: AckUnused, Severity: Warning, Example: "acknowledge:\n  - {rule: S203, about: \"goal:synergia\", reason: \"…\"}   # numery już się zgadzają",
			PL: Text{"potwierdzenie {0} ({1}) niczego nie dotyczy",
				"Potwierdzenie mówi, że jakaś rozbieżność ma zostać. Takiej rozbieżności w tym pliku już nie ma albo pole about wskazuje coś innego.",
				"Usuń wpis z listy acknowledge albo popraw pola rule i about."},
			EN: Text{"the acknowledgement of {0} ({1}) concerns nothing",
				"An acknowledgement says that a conflict is to stay. There is no such conflict in this file any more, or the about field names something else.",
				"Remove the entry from the list acknowledge, or correct rule and about."}},
		Rule{Code: AckWithoutReason, Severity: Warning, Example: "acknowledge:\n  - {rule: S203, about: \"goal:synergia\"}",
			PL: Text{"potwierdzenie {0} nie ma powodu, więc nie działa",
				"Powód jest pokazywany czytelnikowi. Bez niego nikt po latach nie będzie wiedział, dlaczego rozbieżność została.",
				"Wpisz powód w polu reason, jednym zdaniem."},
			EN: Text{"the acknowledgement of {0} has no reason, so it has no effect",
				"Readers are shown the reason. Without one nobody will know in later years why the conflict was left.",
				"Write the reason in the reason field, in one sentence."}},
		Rule{Code: AckUnknown, Severity: Error, Example: "acknowledge:\n  - {rule: S999, reason: \"…\"}",
			PL: Text{"nie ma reguły „{0}”",
				"Potwierdza się regułę o stałym kodzie, takim jak S203. Kod stoi na początku każdego komunikatu.",
				"Popraw kod. Listę wszystkich reguł wypisuje polecenie: strategia explain."},
			EN: Text{"there is no rule “{0}”",
				"What is acknowledged is a rule with a stable code, such as S203. The code stands at the start of each message.",
				"Correct the code. All rules are listed by: strategia explain."}},
		Rule{Code: AckForbidden, Severity: Error, Example: "acknowledge:\n  - {rule: S201, reason: \"…\"}   # cel nie istnieje",
			PL: Text{"błędu {0} nie można potwierdzić",
				"Potwierdza się to, co w dokumencie ma zostać, na przykład rozbieżność numerów. Ten błąd psułby stronę, więc trzeba go usunąć.",
				"Popraw błąd i usuń wpis z listy acknowledge."},
			EN: Text{"the error {0} can't be acknowledged",
				"What is acknowledged is what stays in the document, such as numbers in conflict. This error would break the site, so it must be mended.",
				"Correct the error and remove the entry from the list acknowledge."}},
	)
}
