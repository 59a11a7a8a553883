package diag

import (
	"fmt"
	"strings"
)

// Lang is a language in which the program talks to authors. The zero value is
// Polish: most of them work in Polish town halls.
type Lang uint8

// The languages.
const (
	Polish Lang = iota
	English
)

// String returns the language's code, "pl" or "en".
func (l Lang) String() string {
	if l == English {
		return "en"
	}
	return "pl"
}

// LangFromEnv returns the language of the environment's locale, given os.Getenv
// or its like. Without a locale it is Polish, as on Windows there is none.
func LangFromEnv(getenv func(string) string) Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := getenv(name); locale != "" {
			return langOf(locale)
		}
	}
	return Polish
}

// langOf returns the language of a locale such as "pl_PL.UTF-8": Polish where it
// says so, else English.
func langOf(locale string) Lang {
	word, _, _ := strings.Cut(strings.ToLower(locale), "_")
	word, _, _ = strings.Cut(word, ".")
	word, _, _ = strings.Cut(word, "-")
	if word == "pl" || word == "polish" {
		return Polish
	}
	return English
}

// ParseLang returns the language that a person named, "pl" or "en"; ok is false
// for anything else.
func ParseLang(s string) (l Lang, ok bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "pl":
		return Polish, true
	case "en":
		return English, true
	}
	return Polish, false
}

// Text returns the rule in the language.
func (r *Rule) Text(l Lang) Text {
	if l == English {
		return r.EN
	}
	return r.PL
}

// Message returns the sentence of the diagnostic in the language. Its arguments
// may hold anything that an author typed.
func (d *Diagnostic) Message(l Lang) string { return fill(l, Lookup(d.Code).Text(l).Message, d.Args) }

// Repair returns what to do about the diagnostic.
func (d *Diagnostic) Repair(l Lang) string { return fill(l, Lookup(d.Code).Text(l).Repair, d.Args) }

// Message returns the sentence of the hint in the language.
func (h *Hint) Message(l Lang) string {
	texts, ok := hints[h.Key]
	if !ok {
		panic("diag: no hint " + string(h.Key))
	}
	return fill(l, texts[l], h.Args)
}

// quotes are how each language quotes, and how it quotes within quotes.
var quotes = [...]struct {
	open, close string
	inner       *strings.Replacer
}{
	Polish:  {"„", "”", strings.NewReplacer("„", "«", "“", "«", "”", "»")},
	English: {"“", "”", strings.NewReplacer("„", "‘", "“", "‘", "”", "’")},
}

// fill puts the arguments in the places {0}, {1}… of a sentence. Braces within
// the arguments are the author's and stay; quotes within quotes become inner ones.
func fill(l Lang, sentence string, args []string) string {
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	q := &quotes[l]
	pairs := make([]string, 0, 4*len(args))
	for i, a := range args {
		hole := fmt.Sprintf("{%d}", i)
		pairs = append(pairs, q.open+hole+q.close, q.open+q.inner.Replace(a)+q.close, hole, a)
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// severityWords are what people call the severities: singular, in both languages.
var severityWords = [...][2]string{Error: {"błąd", "error"}, Warning: {"ostrzeżenie", "warning"}, Note: {"uwaga", "note"}}

// Word returns the severity as people call it: „błąd”, "error".
func (s Severity) Word(l Lang) string { return severityWords[s][l] }

// String returns the severity as data files write it, which is English.
func (s Severity) String() string { return severityWords[s][English] }
