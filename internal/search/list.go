package search

import (
	"slices"
	"strings"

	"strategia/internal/search/lexicon"
)

// Word is a word of the document for an alphabetical list: its base form, and the
// texts that speak of it most.
type Word struct {
	Base string
	// Texts are indexes into what the index was made of, in the order of the
	// document.
	Texts []int
}

// The words of a list: one that is nearly everywhere leads nowhere, and a single
// mention is not what a text is about.
const (
	listedTexts = 6  // texts that a word is listed with at most
	inTexts     = 12 // texts that a listed word stands in at most, or a fifth of all
	fewTexts    = 40 // texts up to which single mentions count
)

// Words returns the nouns and names that texts speak of: which they have in their
// heading, or more than once.
func (x *Index) Words() []Word {
	var out []Word
	var spoken []mention
	first, mentions := x.mentions()
	units := x.unitsOf()
	for g, l := range x.lemmas {
		if g < x.common {
			continue
		}
		switch c := l.Paradigm.Class; {
		case c == lexicon.Noun, c == lexicon.Name, l.Paradigm == unchanging: // the last are words that nobody knows
		default:
			continue
		}
		if len(l.Base()) < 4 || !guessable(l.Base()) || !x.surely(g, first, units[g]) {
			continue
		}
		spoken = spoken[:0]
		for _, u := range units[g] {
			spoken = append(spoken, mentions[first[u]:first[u+1]]...)
		}
		if len(units[g]) > 1 {
			spoken = together(spoken)
		}
		if len(spoken) > max(inTexts, len(x.texts)/5) {
			continue
		}
		spoken = slices.DeleteFunc(spoken, func(m mention) bool { return m.count < 2 && !m.heading && len(x.texts) > fewTexts })
		slices.SortStableFunc(spoken, func(a, b mention) int { return int(b.count - a.count) })
		w := Word{Base: l.Base()}
		for _, m := range spoken[:min(len(spoken), listedTexts)] {
			w.Texts = append(w.Texts, int(m.text))
		}
		slices.Sort(w.Texts)
		if len(w.Texts) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// surely reports whether the texts surely speak of a word: a form of theirs is a form
// of no other. Of words that share all their forms, one is listed.
func (x *Index) surely(g int, first []int32, units []int32) bool {
	sure := func(g int) bool { return first[g+1] > first[g] }
	if sure(g) {
		return true
	}
	for _, u := range units {
		for _, other := range x.groupsOf(int(u)) {
			if sure(other) || other < g {
				return false
			}
		}
	}
	return true
}

// mention is how often a text has a word, and whether in its heading.
type mention struct {
	text, count int32
	heading     bool
}

// mentions returns where each unit is mentioned, text by text, one unit after
// another, and where those of each begin.
func (x *Index) mentions() (first []int32, all []mention) {
	unitOf := make([]int32, len(x.surfaces)) // apart, as the loops below go over all words
	for i, s := range x.surfaces {
		unitOf[i] = s.unit
	}
	units := x.groups + len(x.units)
	first = make([]int32, units+1)
	last := make([]int32, units) // the text that had it last, plus 1
	for i, t := range x.texts {
		for _, s := range x.stream[t.start:t.end] {
			if u := unitOf[s]; last[u] != int32(i+1) {
				last[u] = int32(i + 1)
				first[u+1]++
			}
		}
	}
	for u := range units {
		first[u+1] += first[u]
	}
	all = make([]mention, first[units])
	next := slices.Clone(first[:units])
	clear(last)
	for i, t := range x.texts {
		for at := t.start; at < t.end; at++ {
			u := unitOf[x.stream[at]]
			if last[u] != int32(i+1) {
				last[u] = int32(i + 1)
				all[next[u]] = mention{text: int32(i), heading: at < t.heading}
				next[u]++
			}
			all[next[u]-1].count++
		}
	}
	return first, all
}

// together adds up the mentions of the same text.
func together(all []mention) []mention {
	slices.SortFunc(all, func(a, b mention) int { return int(a.text - b.text) })
	out := all[:0]
	for _, m := range all {
		if n := len(out); n > 0 && out[n-1].text == m.text {
			out[n-1].count += m.count
			out[n-1].heading = out[n-1].heading || m.heading
			continue
		}
		out = append(out, m)
	}
	return out
}

// unitsOf are the units that hold each group.
func (x *Index) unitsOf() [][]int32 {
	out := make([][]int32, x.groups)
	for u := range x.groups + len(x.units) {
		for _, g := range x.groupsOf(u) {
			out[g] = append(out[g], int32(u))
		}
	}
	return out
}

// Unknown are the words of the texts that no source knows, in lower case, sorted,
// with the texts that have them.
func (x *Index) Unknown() []Word {
	out := make([]Word, len(x.unknown))
	at := map[string]int{}
	for i, w := range x.unknown {
		out[i].Base = w
		at[w] = i
	}
	word := make([]int, len(x.surfaces)) // by surface: the word, plus 1
	for i, s := range x.surfaces {
		if n, ok := at[strings.ToLower(s.word)]; ok {
			word[i] = n + 1
		}
	}
	for i, t := range x.texts {
		for _, s := range x.stream[t.start:t.end] {
			if n := word[s] - 1; n >= 0 && (out[n].Texts == nil || out[n].Texts[len(out[n].Texts)-1] != i) {
				out[n].Texts = append(out[n].Texts, i)
			}
		}
	}
	return out
}
