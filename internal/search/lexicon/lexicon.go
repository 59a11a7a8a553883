package lexicon

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./convert -morfologik /usr/share/java/morfologik-polish.jar -hunspell /usr/share/hunspell/pl_PL -drop nie,naj -o pl.lex
//go:generate go run ./convert -hunspell /usr/share/hunspell/en_US -o en.lex

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

	mu        sync.Mutex
	paradigms []paradigm
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
func (l Lemma) Base() string { return l.Stem + l.Paradigm.Endings[0] }

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
			l, err := open(b)
			if err != nil {
				panic(err) // it is embedded
			}
			return l
		}))
	}
	return f.(func() *Lexicon)()
}

func open(b []byte) (*Lexicon, error) {
	text, ok := strings.CutPrefix(string(b), tableMark)
	if !ok {
		return nil, errTable
	}
	r := reader{rest: text}
	l := &Lexicon{nodes: nodes{letters: r.text(), bytes: r.text()}}
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
// form it is, those with short stems first.
func (l *Lexicon) Find(words []string) [][]Lemma {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make([][]Lemma, len(words))
	for i, w := range words {
		n := l.nodes.node(l.stems)
		for at := 0; ; at++ {
			if n.number >= 0 {
				set := reader{rest: l.sets[n.number:]}
				for range set.next() {
					if p := set.next(); l.accepts(l.paradigms[p].from, w[at:]) {
						out[i] = append(out[i], Lemma{w[:at], l.paradigm(p)})
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

// paradigm returns a paradigm with its endings.
func (l *Lexicon) paradigm(i int) *Paradigm {
	p := &l.paradigms[i]
	if p.made == nil {
		p.made = &Paradigm{Class: p.class, Endings: []string{""}}
		n := 0
		l.nodes.each(p.from, nil, func(ending []byte, _ int) {
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
	Lemmas []Lemma
}

// candidate is a lemma that would explain unknown words.
type candidate struct {
	lemma  Lemma
	words  []int
	weight int
}

// Guess groups words that Find did not find, and guesses how they are inflected.
func (l *Lexicon) Guess(words []string) []Group {
	type key struct {
		stem     string
		paradigm int
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	found := map[key]*candidate{}
	of := make([][]*candidate, len(words))
	for i, w := range words {
		for _, o := range l.options(w) {
			p := l.paradigm(o.Paradigm)
			stem, ok := strings.CutSuffix(w, p.Endings[o.Ending])
			if !ok || len(stem) < 2 {
				continue
			}
			k := key{stem, o.Paradigm}
			c := found[k]
			if c == nil {
				c = &candidate{lemma: Lemma{stem, p}}
				found[k] = c
			}
			if len(c.words) == 0 || c.words[len(c.words)-1] != i {
				c.words = append(c.words, i)
				of[i] = append(of[i], c)
			}
			c.weight += o.Weight
		}
	}
	return gather(len(words), of)
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
			g = &Group{Lemmas: []Lemma{c.lemma}}
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
