// Package diag holds what the program tells an author: diagnostics with a
// stable code, a tight span, one sentence and hints, and the ways to print
// them. What counts as a mistake in a strategy is decided elsewhere; here stand
// only the words for it, in Polish and in English, in the catalogue of rules.
package diag

import (
	"cmp"
	"slices"

	"strategia/internal/source"
)

// Severity says how much a diagnostic weighs.
type Severity uint8

const (
	// Error keeps the site from being written.
	Error Severity = iota
	// Warning is reported and counted, and is an error under --strict.
	Warning
	// Note informs: an acknowledged conflict, a thing declared missing.
	Note
)

// Code names a rule for ever: "S201". Codes are never used again for another rule.
type Code string

// Diagnostic is one thing to tell the author.
type Diagnostic struct {
	Code     Code
	Severity Severity
	Span     source.Span
	// Args fill the placeholders {0}, {1}… of the rule's message.
	Args []string
	// About is the entity concerned, as "goal:synergia", or "". An
	// acknowledgement in the source names the rule and this.
	About string
	// Hints follow the message: the nearest name, the first definition.
	Hints []Hint
	// Reason is the author's reason where the diagnostic was acknowledged in
	// the source; the severity is then Note.
	Reason string
}

// Hint is a further sentence, chosen from the catalogue of hints, with a place
// of its own if Span.Path is set.
type Hint struct {
	Key  HintKey
	Args []string
	Span source.Span
}

// HintKey names a sentence of the hint catalogue.
type HintKey string

// New returns a diagnostic of the rule code, with the severity of the catalogue.
// An unknown code is our mistake and panics.
func New(code Code, span source.Span, args ...string) Diagnostic {
	return Diagnostic{Code: code, Severity: Lookup(code).Severity, Span: span, Args: args}
}

// With returns d with one more hint.
func (d Diagnostic) With(key HintKey, args ...string) Diagnostic {
	d.Hints = append(slices.Clip(d.Hints), Hint{Key: key, Args: args})
	return d
}

// At returns d with one more hint that has a place.
func (d Diagnostic) At(key HintKey, span source.Span, args ...string) Diagnostic {
	d.Hints = append(slices.Clip(d.Hints), Hint{Key: key, Args: args, Span: span})
	return d
}

// Concerning returns d, said of the entity about ("goal:synergia").
func (d Diagnostic) Concerning(about string) Diagnostic {
	d.About = about
	return d
}

// Sort orders by path, place and code, and drops repetitions, so that the same
// input prints the same list whatever the order in which rules ran.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Span.Path, b.Span.Path),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.Key, b.Span.Key),
			cmp.Compare(a.Code, b.Code),
			slices.Compare(a.Args, b.Args),
		)
	})
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool {
		return a.Code == b.Code && a.Span == b.Span && slices.Equal(a.Args, b.Args)
	})
}

// Count returns how many diagnostics have severity s.
func Count(ds []Diagnostic, s Severity) int {
	n := 0
	for _, d := range ds {
		if d.Severity == s {
			n++
		}
	}
	return n
}
