package search

import (
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
	paradigms [][]string
	entries   []entry
	groups    int
	units     [][]int // units that are more than one group
	stream    []int32 // the unit of each word of the texts, one after another

	surfaces   []surface
	surface    []int32 // of each word
	separators []string
	separator  []int32 // behind each word

	byGroup [][]int32       // entries
	lemmas  []lexicon.Lemma // of the groups; only in an index that was made, not read
	unknown []string
	met     met
	search  *searcher
}

// text is a Text within an index; its words are stream[start:end], those of its
// heading first.
type text struct {
	kind                Kind
	address             string
	start, heading, end int
}

// entry says that the stem, with the endings of the paradigm, makes forms of a
// word.
type entry struct {
	stem            string
	paradigm, group int
}

// surface is a word as it stands in the text.
type surface struct {
	entry, ending, shape int
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

// New makes the index of texts.
func New(lex lexicon.Words, texts []Text) *Index {
	x := &Index{}
	x.cut(texts)
	counts := make([]int, len(x.surfaces))
	for _, n := range x.surface {
		counts[n]++
	}
	lowers := make([]string, len(x.surfaces))
	forms := make(map[string]*form, len(x.surfaces))
	for n, s := range x.surfaces {
		lowers[n] = strings.ToLower(s.word)
		f := forms[lowers[n]]
		if f == nil {
			f = &form{}
			forms[lowers[n]] = f
		}
		f.count += counts[n]
		if s.word != lowers[n] {
			f.capital += counts[n]
		}
	}
	v := makeVocabulary(lex, forms)
	x.unknown = slices.Sorted(maps.Keys(v.guessed))
	x.table(v)
	units := make([]int32, len(x.surfaces))
	for n, s := range x.surfaces {
		units[n] = int32(v.unitOf[lowers[n]])
		x.surfaces[n] = x.spell(int(units[n]), s.word, lowers[n])
	}
	x.stream = make([]int32, len(x.surface))
	for i, n := range x.surface {
		x.stream[i] = units[n]
	}
	return x
}

// cut splits the texts into words and what stands behind each. Both are numbered
// as they are met, which is the order of the walk.
func (x *Index) cut(texts []Text) {
	var ts []token
	words, separators := map[string]int32{}, map[string]int32{}
	word := func(raw string) {
		n, ok := words[raw]
		if !ok {
			w := short(raw)
			if n, ok = words[w]; !ok {
				n = int32(len(x.surfaces))
				x.surfaces = append(x.surfaces, surface{word: w})
				words[w] = n
			}
			words[raw] = n
		}
		x.surface = append(x.surface, n)
	}
	separator := func(raw string) {
		n, ok := separators[raw]
		if !ok {
			s := between(raw)
			if n, ok = separators[s]; !ok {
				n = int32(len(x.separators))
				x.separators = append(x.separators, s)
				separators[s] = n
			}
			separators[raw] = n
		}
		x.separator = append(x.separator, n)
	}
	// A paragraph that ends without a full stop, as names do, is set apart in excerpts.
	add := func(s, end string) {
		ts = tokens(ts[:0], s)
		for i, t := range ts {
			word(s[t.start:t.end])
			if i+1 < len(ts) {
				separator(s[t.end:ts[i+1].start])
			} else {
				if rest := strings.TrimSpace(s[t.end:]); rest != "" {
					end = rest + " "
				}
				separator(end)
			}
		}
	}
	for _, t := range texts {
		d := text{kind: t.Kind, address: t.Page, start: len(x.surface)}
		if t.Anchor != "" {
			d.address += "#" + t.Anchor
		}
		add(t.Heading, " ")
		d.heading = len(x.surface)
		for _, p := range t.Paragraphs {
			add(p, " · ")
		}
		d.end = len(x.surface)
		x.texts = append(x.texts, d)
	}
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
			x.lemmas = append(x.lemmas, v.groups[s.group][0])
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
	x.byGroup = make([][]int32, x.groups)
	for i, e := range x.entries {
		x.byGroup[e.group] = append(x.byGroup[e.group], int32(i))
	}
	for w, u := range v.unitOf {
		if u < len(number) {
			v.unitOf[w] = number[u]
		}
	}
}

// spell says how a word of a unit, l in lower case, is made of a stem and an ending.
func (x *Index) spell(unit int, word, l string) surface {
	for i, e := range x.entriesOf(unit) {
		if ending, ok := strings.CutPrefix(l, x.entries[e].stem); ok {
			if n := slices.Index(x.paradigms[x.entries[e].paradigm], ending); n >= 0 {
				shape := shapeLower
				for shape < shapeOther && shaped(l, shape) != word {
					shape++
				}
				return surface{i, n, shape, word}
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
