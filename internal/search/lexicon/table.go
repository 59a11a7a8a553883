// Package lexicon knows the words of languages: which words are forms of one
// word, and which forms a word has. A word is a stem and a paradigm, the list of
// the endings that the stem takes; a table of both is made from free dictionaries
// by the command in convert and embedded, compressed. It is read when it is
// first needed.
//
// What no dictionary has is guessed: by its ending, and by which other unknown
// words of the text would be forms of the same word.
package lexicon

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
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

// Marshal writes the table, compressed. Values of a kind stand together, which
// makes them compress well.
func (t *Table) Marshal() ([]byte, error) {
	var texts, numbers, shared bytes.Buffer
	put := func(n int) { numbers.Write(binary.AppendUvarint(nil, uint64(n))) }
	text := func(s string) { texts.WriteString(s); texts.WriteByte(0) }
	put(len(t.Prefixes))
	for _, p := range t.Prefixes {
		text(p)
	}
	put(len(t.Paradigms))
	for _, p := range t.Paradigms {
		put(int(p.Class))
		text(strings.Join(p.Endings, "\x01"))
	}
	put(len(t.Stems))
	for i, s := range t.Stems {
		same := 0
		if i > 0 {
			for before := t.Stems[i-1].Text; same < min(len(before), len(s.Text), 255) && before[same] == s.Text[same]; {
				same++
			}
		}
		shared.WriteByte(byte(same))
		text(s.Text[same:])
		put(s.Paradigm)
	}
	put(len(t.Guesses))
	for _, g := range t.Guesses {
		text(g.Ending)
		put(len(g.Options))
		for _, o := range g.Options {
			put(o.Paradigm)
			put(o.Ending)
			put(o.Weight)
		}
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	for _, part := range [][]byte{texts.Bytes(), numbers.Bytes(), shared.Bytes()} {
		w.Write(binary.AppendUvarint(nil, uint64(len(part))))
		w.Write(part)
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// reader reads what Marshal wrote.
type reader struct {
	texts   string
	numbers []byte
	shared  []byte
}

func (r *reader) next() int {
	n, size := binary.Uvarint(r.numbers)
	if size <= 0 {
		panic(errTable)
	}
	r.numbers = r.numbers[size:]
	return int(n)
}

func (r *reader) text() string {
	i := strings.IndexByte(r.texts, 0)
	s := r.texts[:i]
	r.texts = r.texts[i+1:]
	return s
}

// inflate undoes the compression and returns the three parts.
func inflate(b []byte) (*reader, error) {
	all, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, err
	}
	var parts [3][]byte
	for i := range parts {
		n, size := binary.Uvarint(all)
		if size <= 0 || int(n) > len(all)-size {
			return nil, errTable
		}
		parts[i], all = all[size:size+int(n)], all[size+int(n):]
	}
	return &reader{string(parts[0]), parts[1], parts[2]}, nil
}
