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

// Lexicon is a table, read.
type Lexicon struct {
	prefixes  []string
	paradigms []Paradigm
	texts     string // stems, each without what it shares with the one before
	shared    []byte
	of        []uint16 // the paradigm of each stem
	guesses   map[string][]Option
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
	r, err := inflate(b)
	if err != nil {
		return nil, err
	}
	l := &Lexicon{guesses: map[string][]Option{}}
	for range r.next() {
		l.prefixes = append(l.prefixes, r.text())
	}
	l.paradigms = make([]Paradigm, r.next())
	for i := range l.paradigms {
		l.paradigms[i] = Paradigm{Class(r.next()), strings.Split(r.text(), "\x01")}
	}
	l.of = make([]uint16, r.next())
	for i := range l.of {
		l.of[i] = uint16(r.next())
	}
	l.shared = r.shared
	l.texts = r.texts
	for range l.of {
		r.texts = r.texts[strings.IndexByte(r.texts, 0)+1:]
	}
	for range r.next() {
		ending := r.text()
		options := make([]Option, r.next())
		for i := range options {
			options[i] = Option{r.next(), r.next(), r.next()}
		}
		l.guesses[ending] = options
	}
	return l, nil
}

// Prefixes are beginnings to take off a word that is not found as it is.
func (l *Lexicon) Prefixes() []string { return l.prefixes }

// Find returns, for each of the words, the lemmas whose form it is, in the order
// of the table. The words are in lower case, sorted, each once: the table is
// gone through once, beside them.
func (l *Lexicon) Find(words []string) [][]Lemma {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(words[a], words[b]) })
	sorted := make([]string, len(words))
	for i, o := range order {
		sorted[i] = words[o]
	}
	out := make([][]Lemma, len(words))
	for i, ls := range l.find(sorted) {
		out[order[i]] = ls
	}
	return out
}
func (l *Lexicon) find(words []string) [][]Lemma {
	out := make([][]Lemma, len(words))
	stem := make([]byte, 0, 64)
	texts, first := l.texts, 0
	for i, p := range l.of {
		end := strings.IndexByte(texts, 0)
		stem = append(stem[:l.shared[i]], texts[:end]...)
		texts = texts[end+1:]
		for first < len(words) && words[first] < string(stem) {
			first++
		}
		if first == len(words) {
			break
		}
		for w := first; w < len(words) && strings.HasPrefix(words[w], string(stem)); w++ {
			if paradigm := &l.paradigms[p]; paradigm.Has(words[w][len(stem):]) {
				out[w] = append(out[w], Lemma{string(stem), paradigm})
			}
		}
	}
	return out
}

// Has reports whether the ending is one of the paradigm's; all but the first are sorted.
func (p *Paradigm) Has(ending string) bool {
	if ending == p.Endings[0] {
		return true
	}
	_, ok := slices.BinarySearch(p.Endings[1:], ending)
	return ok
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
	found := map[key]*candidate{}
	of := make([][]*candidate, len(words))
	for i, w := range words {
		for _, o := range l.options(w) {
			p := &l.paradigms[o.Paradigm]
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
	var out []Option
	seen := 0
	for at := range word {
		if o := l.guesses[word[at:]]; o != nil {
			out = append(out, o...)
			if seen++; seen == 2 {
				break
			}
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
