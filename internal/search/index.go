package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"strategia/internal/search/lexicon"
)

// Kind is what a result is. Results are shown by kind, in this order.
type Kind uint8

// The kinds of results.
const (
	Goal Kind = iota
	Section
	Document
	Unit
	Term
)

// Text is one thing that can be found.
type Text struct {
	Kind Kind
	// Heading is its number and title, as a result shows them.
	Heading string
	// Page is the address of its page from the root of the site, Anchor the id there.
	Page, Anchor string
	// Paragraphs are its text, without its heading.
	Paragraphs []string
}

// Index is what a search needs to know of a document.
type Index struct {
	texts     []text
	pages     []string
	paradigms [][]string
	entries   []entry
	groups    int
	units     [][]int // units that are more than one group
	stream    []int32 // the unit of each word of the texts, one after another

	surfaces   []surface
	surface    []int32 // of each word
	capitals   []uint8 // of each word, a constant capitals…
	mixed      map[int]string
	separators []string
	separator  []int32 // behind each word

	byGroup [][]int32 // entries
	met     met
	search  *searcher
}

// text is a Text within an index; its words are stream[start:end], those of its
// heading first.
type text struct {
	kind                Kind
	page                int
	anchor              string
	start, heading, end int
}

// entry says that the stem, with the endings of the paradigm, makes forms of a
// word.
type entry struct {
	stem            string
	paradigm, group int
}

// surface is a word as it stands in the text, in lower case.
type surface struct {
	entry, ending int
	word          string
}

// How the letters of a word are in capitals.
const (
	capitalsNone = iota
	capitalsFirst
	capitalsAll
	capitalsMixed
)

// New makes the index of texts.
func New(lex Lexicon, texts []Text) *Index {
	x := &Index{mixed: map[int]string{}}
	words, separators := x.cut(texts)
	forms := map[string]*form{}
	for i, w := range words {
		f := forms[w]
		if f == nil {
			f = &form{}
			forms[w] = f
		}
		f.count++
		if x.capitals[i] != capitalsNone {
			f.capital++
		}
	}
	v := makeVocabulary(lex, forms)
	x.table(v)
	x.stream = make([]int32, len(words))
	x.surface = make([]int32, len(words))
	x.separator = make([]int32, len(words))
	known, between := map[string]int32{}, map[string]int32{}
	for i, w := range words {
		x.stream[i] = int32(v.unitOf[w])
	}
	// What is numbered when it is first met is numbered in the order of the walk.
	x.inOrder(func(i int) {
		n, ok := known[words[i]]
		if !ok {
			n = int32(len(x.surfaces))
			known[words[i]] = n
			x.surfaces = append(x.surfaces, x.spell(int(x.stream[i]), words[i]))
		}
		x.surface[i] = n
		if n, ok = between[separators[i]]; !ok {
			n = int32(len(x.separators))
			between[separators[i]] = n
			x.separators = append(x.separators, separators[i])
		}
		x.separator[i] = n
	})
	return x
}

// inOrder calls f for every word in the order of the walk: those of the headings,
// then the others.
func (x *Index) inOrder(f func(i int)) {
	for _, t := range x.texts {
		for i := t.start; i < t.heading; i++ {
			f(i)
		}
	}
	for _, t := range x.texts {
		for i := t.heading; i < t.end; i++ {
			f(i)
		}
	}
}

// cut splits the texts into words, in lower case, and what stands behind each.
func (x *Index) cut(texts []Text) (words, separators []string) {
	var ts []token
	pages := map[string]int{}
	add := func(s string) {
		ts = tokens(ts[:0], s)
		for i, t := range ts {
			word := s[t.start:t.end]
			w := lower(word)
			if c := capitals(word, w); c != capitalsNone {
				x.capitals = append(x.capitals, c)
				if c == capitalsMixed {
					x.mixed[len(words)] = short(word, 4*longestWord)
				}
			} else {
				x.capitals = append(x.capitals, capitalsNone)
			}
			words = append(words, w)
			next := len(s)
			if i+1 < len(ts) {
				next = ts[i+1].start
			}
			sep := between(s[t.end:next])
			if i+1 == len(ts) {
				sep = strings.TrimRight(sep, " ") + "\n"
			}
			separators = append(separators, sep)
		}
	}
	for _, t := range texts {
		d := text{kind: t.Kind, anchor: t.Anchor, start: len(words)}
		page, ok := pages[t.Page]
		if !ok {
			page = len(x.pages)
			pages[t.Page] = page
			x.pages = append(x.pages, t.Page)
		}
		d.page = page
		add(t.Heading)
		d.heading = len(words)
		for _, p := range t.Paragraphs {
			add(p)
		}
		d.end = len(words)
		x.texts = append(x.texts, d)
	}
	return words, separators
}

// between is what stands between two words, shortened: white space is one space.
func between(s string) string {
	const longest = 12
	if s == " " || s == ", " || s == ". " {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		if b.Len() > longest {
			return b.String() + "… "
		}
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

func short(s string, most int) string {
	for i := range s {
		if i >= most {
			return s[:i]
		}
	}
	return s
}

// capitals tells how a word differs from its lower case.
func capitals(word, lower string) uint8 {
	if word == lower {
		return capitalsNone
	}
	switch first, size := utf8.DecodeRuneInString(lower); word {
	case string(unicode.ToUpper(first)) + lower[size:]:
		return capitalsFirst
	case strings.ToUpper(lower):
		return capitalsAll
	}
	return capitalsMixed
}

// table makes the table of stems of the vocabulary. Its order is that of the
// stems without marks, in which they are looked for; groups and units are
// numbered in that order too.
func (x *Index) table(v *vocabulary) {
	type sortable struct {
		lexicon.Lemma
		folded string
		group  int
	}
	var all []sortable
	for g, lemmas := range v.groups {
		for _, l := range lemmas {
			all = append(all, sortable{l, fold(l.Stem), g})
		}
	}
	slices.SortStableFunc(all, func(a, b sortable) int {
		if c := strings.Compare(a.folded, b.folded); c != 0 {
			return c
		}
		return strings.Compare(a.Stem, b.Stem)
	})
	number := make([]int, len(v.groups))
	for i := range number {
		number[i] = -1
	}
	paradigms := map[*lexicon.Paradigm]int{}
	same := map[string]int{}
	for _, s := range all {
		p, ok := paradigms[s.Paradigm]
		if !ok {
			endings := slices.Compact(slices.Sorted(slices.Values(s.Paradigm.Endings)))
			joined := strings.Join(endings, "\x00")
			if p, ok = same[joined]; !ok {
				p = len(x.paradigms)
				same[joined] = p
				x.paradigms = append(x.paradigms, endings)
			}
			paradigms[s.Paradigm] = p
		}
		if number[s.group] < 0 {
			number[s.group] = x.groups
			x.groups++
		}
		x.entries = append(x.entries, entry{s.Stem, p, number[s.group]})
	}
	for _, set := range v.units[len(v.groups):] {
		var gs []int
		for _, g := range set {
			gs = append(gs, number[g])
		}
		slices.Sort(gs)
		x.units = append(x.units, gs)
	}
	x.prepare()
	for w, u := range v.unitOf {
		if u < len(number) {
			v.unitOf[w] = number[u]
		}
	}
}

// spell says how a word of a unit is made of a stem and an ending.
func (x *Index) spell(unit int, word string) surface {
	for i, e := range x.entriesOf(unit) {
		if ending, ok := strings.CutPrefix(word, x.entries[e].stem); ok {
			if n := slices.Index(x.paradigms[x.entries[e].paradigm], ending); n >= 0 {
				return surface{i, n, word}
			}
		}
	}
	panic("search: a word that its own table doesn't make: " + word)
}

// groupsOf returns the groups of a unit.
func (x *Index) groupsOf(unit int) []int {
	if unit < x.groups {
		return []int{unit}
	}
	return x.units[unit-x.groups]
}
