package lexicon

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Words is what is asked of the words of a language.
type Words interface {
	// Prefixes are beginnings to take off a word that is not found as it is.
	Prefixes() []string
	// Find returns the lemmas of words, which are in lower case, sorted, each once.
	Find(words []string) [][]*Lemma
	// Function reports whether a word, in its base form, says little of what a text
	// is about.
	Function(base string) bool
	// Guess groups words that Find does not know.
	Guess(words []string) []Group
}

// With adds words of one's own to those of a language: under any key the forms
// of a word, its base first. They count where the language has no such word.
func With(words Words, own map[string][]string) Words {
	if len(own) == 0 {
		return words
	}
	w := &withOwn{words, map[string][]*Lemma{}}
	for _, key := range slices.Sorted(maps.Keys(own)) {
		l := lemmaOf(own[key])
		for _, e := range l.Paradigm.Endings {
			w.own[l.Stem+e] = append(w.own[l.Stem+e], l)
		}
	}
	return w
}

type withOwn struct {
	Words
	own map[string][]*Lemma
}

func (w *withOwn) Find(words []string) [][]*Lemma {
	out := w.Words.Find(words)
	for i := range out {
		if out[i] == nil {
			out[i] = w.own[words[i]]
		}
	}
	return out
}

// lemmaOf makes a lemma of the forms of a word, the base first.
func lemmaOf(forms []string) *Lemma {
	base := strings.ToLower(forms[0])
	stem := base
	var all []string
	for _, f := range forms[1:] {
		f = strings.ToLower(f)
		all = append(all, f)
		for !strings.HasPrefix(f, stem) {
			_, n := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-n]
		}
	}
	slices.Sort(all)
	p := &Paradigm{Class: Noun, Endings: []string{base[len(stem):]}}
	for _, f := range slices.Compact(all) {
		if f != base {
			p.Endings = append(p.Endings, f[len(stem):])
		}
	}
	return &Lemma{stem, p}
}

// Memory is a Lexicon that remembers what it was asked, so that a document that
// changes a little is looked up a little. It may be used by several at a time.
type Memory struct {
	*Lexicon
	mu    sync.Mutex
	known map[string][]*Lemma
}

// Remember returns a Memory of a lexicon.
func Remember(l *Lexicon) *Memory { return &Memory{Lexicon: l, known: map[string][]*Lemma{}} }

// Find is that of Lexicon.
func (m *Memory) Find(words []string) [][]*Lemma {
	m.mu.Lock()
	defer m.mu.Unlock()
	var unknown []string
	for _, w := range words {
		if _, ok := m.known[w]; !ok {
			unknown = append(unknown, w)
		}
	}
	if len(unknown) > 0 {
		for i, lemmas := range m.Lexicon.Find(unknown) {
			m.known[unknown[i]] = lemmas
		}
	}
	out := make([][]*Lemma, len(words))
	for i, w := range words {
		out[i] = m.known[w]
	}
	return out
}
