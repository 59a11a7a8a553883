package search

import (
	"cmp"
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
	inTexts     = 12 // texts that a listed word stands in at most
	fewTexts    = 40 // texts up to which single mentions count
)

// Words returns the nouns and names that texts speak of: which they have in their
// heading, or more than once.
func (x *Index) Words() []Word {
	s := x.ready()
	var out []Word
	for g, l := range x.lemmas {
		if c := l.Paradigm.Class; c != lexicon.Noun && c != lexicon.Name && c != lexicon.Other || len(l.Base()) < 4 || !guessable(l.Base()) {
			continue
		}
		counts, inHead := map[int]int{}, map[int]bool{}
		for _, u := range s.unitsOf[g] {
			for _, at := range s.places[s.first[u]:s.first[u+1]] {
				t := int(s.textOf[at])
				counts[t]++
				if int(at) < x.texts[t].heading {
					inHead[t] = true
				}
			}
		}
		if len(counts) > inTexts {
			continue
		}
		w := Word{Base: l.Base()}
		for t, n := range counts {
			if n > 1 || inHead[t] || len(x.texts) <= fewTexts {
				w.Texts = append(w.Texts, t)
			}
		}
		slices.SortFunc(w.Texts, func(a, b int) int { return cmp.Or(counts[b]-counts[a], a-b) })
		w.Texts = w.Texts[:min(len(w.Texts), listedTexts)]
		slices.Sort(w.Texts)
		if len(w.Texts) > 0 {
			out = append(out, w)
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
