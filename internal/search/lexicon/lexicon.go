package lexicon

import (
	"embed"
	"encoding/binary"
	"hash/crc32"
	"runtime"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./convert -morfologik /usr/share/java/morfologik-polish.jar -hunspell /usr/share/hunspell/pl_PL -drop nie,naj -o pl.lex
//go:generate go run ./convert -hunspell /usr/share/hunspell/en_US -o en.lex
//go:generate go run ./convert -hunspell /usr/share/hunspell/uk_UA -o uk.lex

// The tables, with the notices of the dictionaries that they are made from.
//
//go:embed *.lex NOTICE.md
var tables embed.FS

// Notice returns the licences of the dictionaries.
func Notice() string {
	b, err := tables.ReadFile("NOTICE.md")
	if err != nil {
		panic(err) // it is embedded
	}
	return string(b)
}

// Lexicon is a table that can be asked. It may be asked by several at a time.
type Lexicon struct {
	nodes          nodes
	stems, guesses int // the nodes at which they begin
	sets, choices  string
	prefixes       []string
	function       map[string]bool

	mu        sync.Mutex
	paradigms []paradigm
	lemmas    map[Lemma]*Lemma // that were found
}

// paradigm is a paradigm of a table: the node at which its endings begin, and
// which of them, in their order, is that of the base form.
type paradigm struct {
	class      Class
	base, from int
	made       *Paradigm // once it was asked for
}

// Lemma is a word: all its forms are the stem with one of the endings.
type Lemma struct {
	Stem     string
	Paradigm *Paradigm
}

// Base is the form under which dictionaries have the word.
func (l *Lemma) Base() string { return l.Stem + l.Paradigm.Endings[0] }

var read sync.Map // language to func() *Lexicon

// For returns the lexicon of a language, "pl"; nil if there is none.
func For(lang string) *Lexicon {
	f, ok := read.Load(lang)
	if !ok {
		f, _ = read.LoadOrStore(lang, sync.OnceValue(func() *Lexicon {
			b, err := tables.ReadFile(lang + ".lex")
			if err != nil {
				return nil
			}
			l, err := Open(b)
			if err != nil {
				panic(err) // it is embedded
			}
			l.function = functionWords[lang]
			return l
		}))
	}
	return f.(func() *Lexicon)()
}

// Open reads a table that Marshal wrote.
func Open(b []byte) (*Lexicon, error) {
	const sumSize = 4
	body := b[:max(0, len(b)-sumSize)]
	text, ok := strings.CutPrefix(string(body), tableMark)
	if !ok || crc32.ChecksumIEEE(body) != binary.LittleEndian.Uint32(b[len(body):]) {
		return nil, errTable
	}
	r := reader{rest: text}
	l := &Lexicon{nodes: nodes{letters: r.text(), bytes: r.text()}, lemmas: map[Lemma]*Lemma{}}
	l.prefixes = strings.Fields(r.text())
	l.sets, l.choices = r.text(), r.text()
	list := reader{rest: r.text()}
	l.paradigms = make([]paradigm, min(list.next(), len(list.rest)))
	for i := range l.paradigms {
		if list.rest == "" {
			return nil, errTable
		}
		class := Class(list.rest[0])
		list.rest = list.rest[1:]
		l.paradigms[i] = paradigm{class: class, base: list.next(), from: list.next()}
	}
	l.stems, l.guesses = r.next(), r.next()
	if r.broken || list.broken {
		return nil, errTable
	}
	return l, nil
}

// Prefixes are beginnings to take off a word that is not found as it is.
func (l *Lexicon) Prefixes() []string { return l.prefixes }

// Find returns, for each of the words, which are in lower case, the lemmas whose
// form it is, those with short stems first. A lemma is the same one whenever it is
// found.
func (l *Lexicon) Find(words []string) [][]*Lemma {
	out := make([][]*Lemma, len(words))
	l.mu.Lock()
	defer l.mu.Unlock()
	defer lied()
	for i, w := range words {
		n := l.nodes.node(l.stems)
		for at := 0; ; at++ {
			if n.number >= 0 {
				set := reader{rest: l.sets[n.number:]}
				for range set.next() {
					if p := set.next(); l.accepts(l.paradigms[p].from, w[at:]) {
						out[i] = append(out[i], l.lemma(w[:at], p))
					}
				}
			}
			if at == len(w) {
				break
			}
			next := l.nodes.next(n, w[at])
			if next == 0 {
				break
			}
			n = l.nodes.node(next)
		}
	}
	return out
}

// lemma returns the one lemma of a stem and a paradigm.
func (l *Lexicon) lemma(stem string, paradigm int) *Lemma {
	lemma := Lemma{stem, l.paradigm(paradigm)}
	known := l.lemmas[lemma]
	if known == nil {
		known = &lemma
		l.lemmas[lemma] = known
	}
	return known
}

// accepts reports whether a word stands among those that begin at a node.
func (l *Lexicon) accepts(from int, word string) bool {
	n := l.nodes.node(from)
	for i := range len(word) {
		next := l.nodes.next(n, word[i])
		if next == 0 {
			return false
		}
		n = l.nodes.node(next)
	}
	return n.number >= 0
}

// mostEndings is more than any paradigm has.
const mostEndings = 10_000

// paradigm returns a paradigm with its endings.
func (l *Lexicon) paradigm(i int) *Paradigm {
	p := &l.paradigms[i]
	if p.made == nil {
		p.made = &Paradigm{Class: p.class, Endings: []string{""}}
		n := 0
		l.nodes.each(p.from, nil, func(ending []byte, _ int) {
			if n > mostEndings {
				panic(errTable)
			}
			if n == p.base {
				p.made.Endings[0] = string(ending)
			} else {
				p.made.Endings = append(p.made.Endings, string(ending))
			}
			n++
		})
	}
	return p.made
}

// Group is a set of unknown words that are taken for forms of one word, with the
// lemmas that explain them, the likeliest first.
type Group struct {
	Words  []int // indexes into the words that were given
	Lemmas []*Lemma
}

// candidate is a lemma that would explain unknown words.
type candidate struct {
	lemma  *Lemma
	words  []int
	weight int
}

// Guess groups words that Find did not find, and guesses how they are inflected.
func (l *Lexicon) Guess(words []string) []Group {
	type key struct {
		stem     string
		paradigm int
	}
	found := map[key]*candidate{}
	of := make([][]*candidate, len(words))
	l.explain(words, func(i int, stem string, o Option) {
		k := key{stem, o.Paradigm}
		c := found[k]
		if c == nil {
			c = &candidate{lemma: &Lemma{stem, l.paradigm(o.Paradigm)}}
			found[k] = c
		}
		if len(c.words) == 0 || c.words[len(c.words)-1] != i {
			c.words = append(c.words, i)
			of[i] = append(of[i], c)
		}
		c.weight += o.Weight
	})
	return gather(len(words), of)
}

// explain calls f with every stem and option that would explain one of the words.
func (l *Lexicon) explain(words []string, f func(i int, stem string, o Option)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	defer lied()
	for i, w := range words {
		for _, o := range l.options(w) {
			p := l.paradigm(o.Paradigm)
			if stem, ok := strings.CutSuffix(w, p.Endings[o.Ending]); ok && len(stem) >= 2 {
				f(i, stem, o)
			}
		}
	}
}

// lied ends what a table makes of words when it leads nowhere, which takes one that
// was made for it: it says no more.
func lied() {
	switch p := recover().(type) {
	case nil, runtime.Error:
	default:
		if p != errTable {
			panic(p)
		}
	}
}

// options are the guesses for a word by its ending, the longest known one and
// the next shorter: what follows from more letters is surer, but rarer.
func (l *Lexicon) options(word string) []Option {
	longest, shorter := -1, -1
	n := l.nodes.node(l.guesses)
	for at := len(word) - 1; at >= 0; at-- {
		next := l.nodes.next(n, word[at])
		if next == 0 {
			break
		}
		if n = l.nodes.node(next); n.number >= 0 {
			longest, shorter = n.number, longest
		}
	}
	var out []Option
	for _, at := range []int{longest, shorter} {
		if at < 0 {
			continue
		}
		r := reader{rest: l.choices[at:]}
		for range r.next() {
			out = append(out, Option{r.next(), r.next(), r.next()})
		}
	}
	return out
}

// kept is how many lemmas are kept of a guess: every one adds forms under which
// the word is found.
const kept = 8

// gather gives each word to the candidate that explains most unknown words.
func gather(n int, of [][]*candidate) []Group {
	better := func(a, b *candidate) int {
		if d := len(b.words) - len(a.words); d != 0 {
			return d
		}
		return b.weight - a.weight
	}
	best := map[*candidate]*Group{}
	var out []*Group
	for i := range n {
		slices.SortStableFunc(of[i], better)
		if len(of[i]) == 0 {
			out = append(out, &Group{Words: []int{i}})
			continue
		}
		c := of[i][0]
		g := best[c]
		if g == nil {
			g = &Group{Lemmas: []*Lemma{c.lemma}}
			best[c] = g
			out = append(out, g)
		}
		g.Words = append(g.Words, i)
		for _, other := range of[i][1:min(len(of[i]), kept)] {
			if !slices.Contains(g.Lemmas, other.lemma) {
				g.Lemmas = append(g.Lemmas, other.lemma)
			}
		}
	}
	groups := make([]Group, len(out))
	for i, g := range out {
		groups[i] = *g
	}
	return groups
}
