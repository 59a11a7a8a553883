// Package maker makes the tables of package lexicon from dictionaries: every word of
// a language as a stem and a paradigm, which is the list of endings that the stem
// takes.
package maker

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"strategia/internal/search/lexicon"
)

// lemma is a word with all its forms, as the sources give them.
type lemma struct {
	base  string
	class lexicon.Class
	forms []string // in lower case, the base among them
}

// Words collects the lemmas of all sources.
type Words struct {
	lemmas   map[lemmaKey]*lemma
	adverbs  map[string]bool
	prefixes []string
}

type lemmaKey struct {
	base  string
	class lexicon.Class
}

// New returns a collection without words. Prefixes are beginnings that readers of
// the table take off a word themselves.
func New(prefixes ...string) *Words {
	return &Words{lemmas: map[lemmaKey]*lemma{}, adverbs: map[string]bool{}, prefixes: prefixes}
}

func (w *Words) add(base string, class lexicon.Class, form string) {
	key := lemmaKey{base, class}
	l := w.lemmas[key]
	if l == nil {
		l = &lemma{base: base, class: class, forms: []string{strings.ToLower(base)}}
		w.lemmas[key] = l
	}
	l.forms = append(l.forms, strings.ToLower(form))
}

// Morfologik adds the words of a Morfologik dictionary: lines of a form, the
// changes that make its lemma of it, and tags.
func (w *Words) Morfologik(dict []byte) error {
	a, err := openAutomaton(dict)
	if err != nil {
		return err
	}
	var bad error
	a.each(func(word []byte) {
		form, rest, ok := bytes.Cut(word, []byte(";"))
		code, tags, ok2 := bytes.Cut(rest, []byte(";"))
		base, err := decodeLemma(form, code)
		if !ok || !ok2 || err != nil {
			bad = cmp.Or(bad, fmt.Errorf("entry %q", word))
			return
		}
		f, t := string(form), string(tags)
		if strings.HasPrefix(t, "adv") {
			w.adverbs[f] = true
		}
		// An abbreviation is no form: "w" would be one of "wiek".
		if !strings.HasPrefix(t, "brev") && !w.dropped(f, base, t) {
			w.add(base, classOf(t, base), f)
		}
	})
	return bad
}

// decodeLemma undoes the encoding of a lemma as changes of a form: a letter for
// the bytes to cut at the beginning, one for those at the end, then what follows.
func decodeLemma(form, code []byte) (string, error) {
	if len(code) < 2 {
		return "", fmt.Errorf("code %q", code)
	}
	front, back := int(code[0]-'A'), int(code[1]-'A')
	const everything = 255
	if front == everything || back == everything {
		return string(code[2:]), nil
	}
	if front+back > len(form) {
		return "", fmt.Errorf("code %q", code)
	}
	return string(form[front:len(form)-back]) + string(code[2:]), nil
}

// dropped reports whether a form is one that readers find by taking a beginning
// off: a negation or a superlative.
func (w *Words) dropped(form, base, tags string) bool {
	for _, p := range w.prefixes {
		if strings.HasPrefix(form, p) && !strings.HasPrefix(strings.ToLower(base), p) && (strings.Contains(tags, ":neg") || strings.Contains(tags, ":sup")) {
			return true
		}
	}
	return false
}

// classOf reads the class of a word from its tags.
func classOf(tags, base string) lexicon.Class {
	tag, _, _ := strings.Cut(tags, ":")
	tag, _, _ = strings.Cut(tag, "+")
	switch tag {
	case "subst", "depr":
		if capital(base) {
			return lexicon.Name
		}
		return lexicon.Noun
	case "adj", "adja", "adjp", "adjc":
		return lexicon.Adjective
	case "ger", "fin", "praet", "impt", "imps", "inf", "pcon", "pant", "ppas", "pact", "bedzie", "winien", "pred", "cond", "verb":
		return lexicon.Verb
	}
	return lexicon.Other
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// Table makes the stems and paradigms of all lemmas.
func (w *Words) Table() *lexicon.Table {
	t := &lexicon.Table{Prefixes: w.prefixes}
	type entry struct{ stem, paradigm string }
	var entries []entry
	count := map[string]int{}
	for _, l := range w.lemmas {
		stem, p := split(l)
		entries = append(entries, entry{stem, p})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(a.paradigm, b.paradigm))
	})
	entries = slices.Compact(entries)
	for _, e := range entries {
		count[e.paradigm]++
	}
	// Frequent paradigms come first, so that their numbers are short.
	names := make([]string, 0, len(count))
	for p := range count {
		names = append(names, p)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	number := map[string]int{}
	for i, p := range names {
		number[p] = i
		endings := strings.Split(p[1:], "\x00")
		t.Paradigms = append(t.Paradigms, lexicon.Paradigm{Class: lexicon.Class(p[0]), Endings: endings})
	}
	for _, e := range entries {
		t.Stems = append(t.Stems, lexicon.Stem{Text: e.stem, Paradigm: number[e.paradigm]})
	}
	t.Guesses = guesses(t)
	return t
}

// split cuts a lemma's forms into what they share and the list of endings, the
// one of the base first, the others sorted. A superlative's or an irregular
// verb's forms may share nothing.
func split(l *lemma) (stem, paradigm string) {
	base := strings.ToLower(l.base)
	forms := slices.Compact(slices.Sorted(slices.Values(l.forms)))
	stem = base
	for _, f := range forms {
		for !strings.HasPrefix(f, stem) {
			_, n := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-n]
		}
	}
	var b strings.Builder
	b.WriteByte(byte(l.class))
	b.WriteString(base[len(stem):])
	for _, f := range forms {
		if f != base {
			b.WriteString("\x00" + f[len(stem):])
		}
	}
	return stem, b.String()
}
