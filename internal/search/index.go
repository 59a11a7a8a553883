package search

import (
	"cmp"
	"maps"
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
	Indicator
	Action
	// Other is a page of any other kind.
	Other
	// Kinds is how many there are.
	Kinds = iota
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

// CutTexts cuts texts into words.
func CutTexts(texts []Text) *Cut {
	var s Source
	for _, t := range texts {
		s.Begin(t.Kind, t.Heading, t.Page, t.Anchor)
		for _, p := range t.Paragraphs {
			s.Paragraph(p)
		}
	}
	return s.Cut()
}

// Index is what a search needs to know of a document.
type Index struct {
	texts     []text
	paradigms []paradigm
	entries   []entry
	groups    int
	common    int     // groups that say little: the first ones
	units     [][]int // units that are more than one group
	surfaces  []surface
	stream    []int32 // the surface of each word of the texts, one after another

	separators []string
	separator  []uint8 // behind each word

	byGroup [][]int32        // entries
	lemmas  []*lexicon.Lemma // of the groups; only in an index that was made, not read
	unknown []string
	search  *searcher
}

// text is a Text within an index; its words are stream[start:end], those of its
// heading first.
type text struct {
	kind                Kind
	address             string
	start, heading, end int
}

// paradigm is a list of endings, sorted, and the knot from which they go out.
type paradigm struct {
	endings []string
	knot    *lexicon.Knot
}

// entry says that the stem, with the endings of the paradigm, makes forms of a
// word.
type entry struct {
	stem            string
	paradigm, group int
}

// surface is a word as it stands in the text: its unit, how often it stands there,
// and what it is made of.
type surface struct {
	unit, count          int32
	entry, ending, shape int32
	word                 string
}

// The shapes of words: as the lexicon has it, with a capital, in capitals. Any
// other is written out.
const (
	shapeLower = iota
	shapeCapital
	shapeCapitals
	shapeOther
)

// shaped is a word in lower case in another shape.
func shaped(lower string, shape int) string {
	switch shape {
	case shapeCapital:
		first, size := utf8.DecodeRuneInString(lower)
		return string(unicode.ToUpper(first)) + lower[size:]
	case shapeCapitals:
		return strings.ToUpper(lower)
	}
	return lower
}

// New makes the index of texts that were cut.
func New(lex lexicon.Words, cuts ...*Cut) *Index {
	x := &Index{}
	words := x.join(cuts)
	lowers := &table{}
	lowers.reset()
	forms := make([]form, 0, len(words))
	formOf := make([]int32, len(words))
	for n, w := range words {
		l := strings.ToLower(w)
		f := lowers.number([]byte(l))
		if int(f) == len(forms) {
			forms = append(forms, form{word: l})
		}
		formOf[n] = f
		forms[f].count += x.surfaces[n].count
		if l != w {
			forms[f].capital += x.surfaces[n].count
		}
	}
	v := makeVocabulary(lex, forms)
	x.unknown = slices.Sorted(maps.Keys(v.guessed))
	x.table(lex, v)
	for n, w := range words {
		f := formOf[n]
		s := x.spell(int(v.unitOf[f]), w, forms[f].word)
		s.count = x.surfaces[n].count
		x.surfaces[n] = s
	}
	x.sortSurfaces()
	return x
}

// join puts cuts one behind the other. It returns the words as they are met.
func (x *Index) join(cuts []*Cut) []string {
	var words []string
	t := &table{}
	t.reset()
	x.separators = []string{" "}
	n, all := 0, 0
	for _, c := range cuts {
		n, all = n+len(c.texts), all+len(c.places)
	}
	x.texts, x.stream, x.separator = make([]text, 0, n), make([]int32, 0, all), make([]uint8, 0, all)
	var number []int32
	var behind [mostSeparators]uint8
	for _, c := range cuts {
		number = number[:0]
		for rest := c.words; rest != ""; {
			i := strings.IndexByte(rest, 0)
			w := t.number([]byte(rest[:i]))
			if int(w) == len(words) {
				words = append(words, rest[:i])
				x.surfaces = append(x.surfaces, surface{})
			}
			number = append(number, w)
			rest = rest[i+1:]
		}
		for i, s := range c.between {
			behind[i] = separatorOf(&x.separators, s)
		}
		at := len(x.stream)
		for i, p := range c.places {
			s := number[p]
			x.surfaces[s].count++
			x.stream = append(x.stream, s)
			x.separator = append(x.separator, behind[c.separators[i]])
		}
		for _, p := range c.texts {
			x.texts = append(x.texts, text{p.Kind, p.Address, at, at + p.heading, at + p.heading + p.body})
			at += p.heading + p.body
		}
	}
	return words
}

// sortSurfaces puts the surfaces of a unit together, in an order that is told in
// few words.
func (x *Index) sortSurfaces() {
	type keyed struct {
		key uint64
		old int32
	}
	order := make([]keyed, len(x.surfaces))
	for i, s := range x.surfaces {
		order[i] = keyed{uint64(s.unit)<<32 | uint64(s.entry)<<16 | uint64(s.ending)<<2 | uint64(s.shape), int32(i)}
	}
	slices.SortFunc(order, func(a, b keyed) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return strings.Compare(x.surfaces[a.old].word, x.surfaces[b.old].word)
	})
	sorted, number := make([]surface, len(order)), make([]int32, len(order))
	for i, o := range order {
		sorted[i] = x.surfaces[o.old]
		number[o.old] = int32(i)
	}
	x.surfaces = sorted
	for i, s := range x.stream {
		x.stream[i] = number[s]
	}
}

// table makes the table of stems of the vocabulary, those of words that say little
// first. Its order is that of the stems without marks; groups and units are
// numbered in that order too.
func (x *Index) table(lex lexicon.Words, v *vocabulary) {
	type sortable struct {
		folded string
		lemma  *lexicon.Lemma
		group  int
		id     int
	}
	likely := v.likeliest()
	common := make([]bool, len(likely))
	for g, l := range likely {
		if common[g] = lex != nil && lex.Function(v.lemmas[l].Base()); common[g] {
			x.common++
		}
	}
	all := make([]sortable, 0, len(v.lemmas))
	for id, g := range v.groupOf {
		if l := v.lemmas[id]; g >= 0 {
			all = append(all, sortable{fold(l.Stem), l, int(g), id})
		}
	}
	slices.SortFunc(all, func(a, b sortable) int {
		if common[a.group] != common[b.group] {
			if common[a.group] {
				return -1
			}
			return 1
		}
		if a.folded != b.folded {
			return strings.Compare(a.folded, b.folded)
		}
		if a.lemma.Stem != b.lemma.Stem {
			return strings.Compare(a.lemma.Stem, b.lemma.Stem)
		}
		return a.id - b.id
	})
	number := make([]int32, len(v.groups))
	for i := range number {
		number[i] = -1
	}
	paradigms, same := map[*lexicon.Paradigm]int{}, map[*lexicon.Knot]int{}
	x.entries = make([]entry, 0, len(all))
	for _, s := range all {
		p, ok := paradigms[s.lemma.Paradigm]
		if !ok {
			endings, knot := s.lemma.Paradigm.Sorted()
			if p, ok = same[knot]; !ok {
				p = len(x.paradigms)
				same[knot] = p
				x.paradigms = append(x.paradigms, paradigm{endings, knot})
			}
			paradigms[s.lemma.Paradigm] = p
		}
		if number[s.group] < 0 {
			number[s.group] = int32(x.groups)
			x.groups++
			x.lemmas = append(x.lemmas, v.lemmas[likely[s.group]])
		}
		x.entries = append(x.entries, entry{s.lemma.Stem, p, int(number[s.group])})
	}
	for _, set := range v.units {
		var gs []int
		for _, g := range set {
			gs = append(gs, int(number[g]))
		}
		slices.Sort(gs)
		x.units = append(x.units, gs)
	}
	x.gather()
	for w, u := range v.unitOf {
		if int(u) < len(number) {
			v.unitOf[w] = number[u]
		}
	}
}

// spell says how a word of a unit, l in lower case, is made of a stem and an ending.
func (x *Index) spell(unit int, word, l string) surface {
	for i, e := range x.entriesOf(unit) {
		if ending, ok := strings.CutPrefix(l, x.entries[e].stem); ok {
			if n, ok := slices.BinarySearch(x.paradigms[x.entries[e].paradigm].endings, ending); ok {
				shape := shapeLower
				for shape < shapeOther && shaped(l, shape) != word {
					shape++
				}
				return surface{unit: int32(unit), entry: int32(i), ending: int32(n), shape: int32(shape), word: word}
			}
		}
	}
	panic("search: a word that its own table does not make: " + word)
}

// groupsOf returns the groups of a unit.
func (x *Index) groupsOf(unit int) []int {
	if unit < x.groups {
		return []int{unit}
	}
	return x.units[unit-x.groups]
}
