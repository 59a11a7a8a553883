// Package lexicon knows the words of languages: which words are forms of one
// word, and which forms a word has. A word is a stem and a paradigm, the list of
// the endings that the stem takes; a table of both is made from free dictionaries
// by the command in convert and embedded. It is searched as it lies there, so that
// it costs nothing before a word is looked up.
//
// What no dictionary has is guessed: by its ending, and by which other unknown
// words of the text would be forms of the same word.
package lexicon

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
)

// Class is the part of speech, as far as it matters here.
type Class byte

// The classes of words.
const (
	Noun      Class = 'n'
	Name      Class = 'N'
	Adjective Class = 'a'
	Verb      Class = 'v'
	Other     Class = 'x'
	// Unknown is the class of a word that was guessed.
	Unknown Class = '?'
)

// Paradigm is how a word is inflected: the endings behind its stem, the one of
// the base form first.
type Paradigm struct {
	Class   Class
	Endings []string

	sorted []string // and knot, once they were asked for
	knot   *Knot
}

// Stem is what all forms of a word begin with.
type Stem struct {
	Text     string
	Paradigm int
}

// Guess says which paradigms the words with an ending follow, the likeliest first.
type Guess struct {
	Ending  string
	Options []Option
}

// Option is a paradigm, and which of its endings the word has; Weight is how
// likely it is, of 255.
type Option struct{ Paradigm, Ending, Weight int }

// Table is the lexicon of a language.
type Table struct {
	// Prefixes are beginnings to take off a word that is not found as it is:
	// of negations, of superlatives.
	Prefixes  []string
	Paradigms []Paradigm
	Stems     []Stem // sorted by text
	Guesses   []Guess
}

var errTable = errors.New("a broken lexicon table")

// tableMark begins a table, and tells its format.
const tableMark = "strategia words 2\n"

// Marshal writes the table: its parts, each with its length before it.
func (t *Table) Marshal() []byte {
	stems, sets := t.stems()
	guesses, options := t.guesses()
	w := newWriter(stems)
	stemsAt := w.add(stems, 0)
	guessesAt := w.add(guesses, 0)
	paradigms := binary.AppendUvarint(nil, uint64(len(t.Paradigms)))
	for _, p := range t.Paradigms {
		sorted := slices.Compact(slices.Sorted(slices.Values(p.Endings)))
		var endings []numbered
		for _, e := range sorted {
			endings = append(endings, numbered{e, 0})
		}
		base, _ := slices.BinarySearch(sorted, p.Endings[0])
		paradigms = append(paradigms, byte(p.Class))
		paradigms = binary.AppendUvarint(paradigms, uint64(base))
		paradigms = binary.AppendUvarint(paradigms, uint64(w.add(endings, 0)))
	}
	ns := w.nodes()
	out := []byte(tableMark)
	for _, part := range []string{ns.letters, ns.bytes, strings.Join(t.Prefixes, " "), string(sets), string(options), string(paradigms)} {
		out = binary.AppendUvarint(out, uint64(len(part)))
		out = append(out, part...)
	}
	out = binary.AppendUvarint(out, uint64(stemsAt))
	return binary.AppendUvarint(out, uint64(guessesAt))
}

// stems are the stems as words of an automaton, numbered with the places of their
// paradigms in a list.
func (t *Table) stems() (words []numbered, sets []byte) {
	known := map[string]int{}
	for i := 0; i < len(t.Stems); {
		n := i
		for n < len(t.Stems) && t.Stems[n].Text == t.Stems[i].Text {
			n++
		}
		set := binary.AppendUvarint(nil, uint64(n-i))
		for _, s := range t.Stems[i:n] {
			set = binary.AppendUvarint(set, uint64(s.Paradigm))
		}
		at, ok := known[string(set)]
		if !ok {
			at = len(sets)
			known[string(set)] = at
			sets = append(sets, set...)
		}
		words = append(words, numbered{t.Stems[i].Text, at})
		i = n
	}
	return words, sets
}

// guesses are the endings to guess by, turned around, likewise.
func (t *Table) guesses() (words []numbered, options []byte) {
	for _, g := range t.Guesses {
		reversed := []byte(g.Ending)
		slices.Reverse(reversed)
		words = append(words, numbered{string(reversed), len(options)})
		options = binary.AppendUvarint(options, uint64(len(g.Options)))
		for _, o := range g.Options {
			for _, n := range []int{o.Paradigm, o.Ending, o.Weight} {
				options = binary.AppendUvarint(options, uint64(n))
			}
		}
	}
	slices.SortFunc(words, func(a, b numbered) int { return cmp.Compare(a.word, b.word) })
	return words, options
}

// reader reads what Marshal wrote.
type reader struct {
	rest   string
	broken bool
}

func (r *reader) next() int {
	n := 0
	for i := range min(len(r.rest), binary.MaxVarintLen32) {
		n |= int(r.rest[i]&0x7F) << (7 * i)
		if r.rest[i] < 0x80 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	r.rest, r.broken = "", true
	return 0
}

func (r *reader) text() string {
	n := r.next()
	if n > len(r.rest) {
		r.rest, r.broken = "", true
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}
