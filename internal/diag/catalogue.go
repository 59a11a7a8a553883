package diag

import (
	"slices"
	"strings"
)

// Text is a rule in one language.
type Text struct {
	// Message is one sentence that names the thing; {0}, {1}… are filled from
	// Diagnostic.Args. Lower case first letter unless a name, no full stop.
	Message string
	// Explain says in plain words what is wrong and why it matters.
	Explain string
	// Repair says what to do; it has the placeholders of Message.
	Repair string
}

// Rule is one entry of the catalogue. Example is what an author may have
// written to meet it: a few lines of a source file; it is empty only where no
// author is at fault.
type Rule struct {
	Code     Code
	Severity Severity
	Example  string
	PL, EN   Text
}

// Rules are grouped by what they are about: S1 front matter, S2 references,
// S3 Markdown, S4 goals, documents and units, S5 published ids and addresses,
// S6 layouts and output, S7 files and folders, S8 tables of data.
var rules = map[Code]*Rule{}

func register(rs ...Rule) {
	for _, r := range rs {
		if rules[r.Code] != nil {
			panic("diag: rule " + string(r.Code) + " is registered twice")
		}
		rules[r.Code] = &r
	}
}

// Lookup returns the rule with the code, which must exist.
func Lookup(code Code) *Rule {
	r := rules[code]
	if r == nil {
		panic("diag: no rule " + string(code))
	}
	return r
}

// Find returns the rule with the code as a person typed it, or nil.
func Find(code string) *Rule {
	return rules[Code(strings.ToUpper(strings.TrimSpace(code)))]
}

// Rules returns all rules by code.
func Rules() []*Rule {
	out := make([]*Rule, 0, len(rules))
	for _, r := range rules {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *Rule) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return out
}

// hints holds the sentences that may follow a message: Polish, English.
var hints = map[HintKey][2]string{
	HintNearest: {"czy chodziło o „{0}”?", "did you mean “{0}”?"},
	HintFirst:   {"po raz pierwszy tutaj", "first defined here"},
	HintKnown:   {"dozwolone: {0}", "allowed: {0}"},
	HintQuote:   {"weź wartość w cudzysłów: {0}", "put the value in quotes: {0}"},
	HintDefined: {"definicja stoi tutaj", "defined here"},
	HintAck:     {"potwierdzono w źródle: {0}", "acknowledged in the source: {0}"},
	HintPlain:   {"{0}", "{0}"},
	HintMore:    {"i jeszcze {0} takich; wszystkie podaje strategia check --format json", "and {0} more such; strategia check --format json has all"},
	HintRename:  {"jest plik {0}: nazwij go {1}", "there is {0}: call it {1}"},
	HintPublished: {"„{0}” było opublikowane; jeżeli zniknęło przez zmianę nazwy pliku, wpisz w tym pliku: aliases: [{1}]",
		"“{0}” was published; if it vanished because a file got another name, write into that file: aliases: [{1}]"},

	HintCell:      {"arkusz „{0}”, komórka {1}", "sheet “{0}”, cell {1}"},
	HintFirstCell: {"po raz pierwszy: arkusz „{0}”, komórka {1}", "first defined in sheet “{0}”, cell {1}"},
}

// The hints in use.
const (
	HintNearest HintKey = "nearest"
	HintFirst   HintKey = "first"
	HintKnown   HintKey = "known"
	HintQuote   HintKey = "quote"
	HintDefined HintKey = "defined"
	HintAck     HintKey = "acknowledged"
	// HintPlain carries a sentence that no catalogue can know, such as the
	// words of a library's error.
	HintPlain HintKey = "plain"
	// HintMore: diagnostics of a rule that are not written out. Args: how many.
	HintMore HintKey = "more"
	// HintRename: a file has nearly the right name. Args: its path, the right name.
	HintRename HintKey = "rename"
	// HintPublished: a reference to something published that vanished. Args: its id with
	// and without the kind.
	HintPublished HintKey = "published"
	// HintCell names the place in a workbook, HintFirstCell that of the first
	// definition.
	HintCell      HintKey = "cell"
	HintFirstCell HintKey = "first-cell"
)
