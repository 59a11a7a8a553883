package search

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"strategia/internal/search/lexicon"
)

// vocabulary says what word each form in a text belongs to. A group is a word: the
// forms of the text that belong to it, and the stems and paradigms that make all
// its forms. A form may belong to two words ("mamy": mieć, mama); then a place in
// the text counts for both. The place is written down as a unit, a set of groups.
type vocabulary struct {
	groups  [][]lexicon.Lemma
	units   [][]int          // sets of groups; the first are the groups themselves
	unitOf  map[string]int   // by form in lower case
	guessed map[string]bool  // forms that no source knows
	forms   map[string]*form // all forms of the text
}

// form is a word as the text has it, in lower case.
type form struct {
	count, capital int
}

// found is a form with the words that it may belong to.
type found struct {
	word   string
	lemmas []lexicon.Lemma
}

// makeVocabulary finds out what words the forms of a text belong to.
func makeVocabulary(lex lexicon.Words, forms map[string]*form) *vocabulary {
	v := &vocabulary{unitOf: make(map[string]int, len(forms)), guessed: map[string]bool{}, forms: forms}
	words := slices.Sorted(maps.Keys(forms))
	all := make([]found, len(words))
	for i, w := range words {
		all[i].word = w
	}
	if lex != nil {
		lookUp(lex, all)
		withoutPrefix(lex, all)
	}
	v.common(all)
	if lex != nil {
		v.guess(lex, all)
	}
	v.number(all)
	return v
}

func lookUp(lex lexicon.Words, all []found) {
	words := make([]string, len(all))
	for i := range all {
		words[i] = all[i].word
	}
	for i, lemmas := range lex.Find(words) {
		all[i].lemmas = lemmas
	}
}

// withoutPrefix looks words up without a negation or a sign of the superlative.
// What is found makes words of their own: who asks for "zależny" does not mean
// "niezależny".
func withoutPrefix(lex lexicon.Words, all []found) {
	rests := map[string][]lexicon.Lemma{}
	each := func(f func(at int, prefix, rest string)) {
		for i := range all {
			if all[i].lemmas == nil {
				for _, p := range lex.Prefixes() {
					if rest, ok := strings.CutPrefix(all[i].word, p); ok && len(rest) >= 4 {
						f(i, p, rest)
					}
				}
			}
		}
	}
	each(func(_ int, _, rest string) { rests[rest] = nil })
	words := slices.Sorted(maps.Keys(rests))
	for i, lemmas := range lex.Find(words) {
		rests[words[i]] = lemmas
	}
	each(func(at int, prefix, rest string) {
		for _, l := range rests[rest] {
			if l.Paradigm.Class != lexicon.Name {
				all[at].lemmas = append(all[at].lemmas, lexicon.Lemma{Stem: prefix + l.Stem, Paradigm: l.Paradigm})
			}
		}
	})
}

// common leaves out words that are not meant: names where the text has the word
// in lower case, and words whose forms in the text are all forms of another word
// that explains more of them.
func (v *vocabulary) common(all []found) {
	support := map[lexicon.Lemma]int{}
	for i := range all {
		f := &all[i]
		form := v.forms[f.word]
		if named := func(l lexicon.Lemma) bool { return l.Paradigm.Class == lexicon.Name }; form.capital < form.count {
			if others := slices.DeleteFunc(slices.Clone(f.lemmas), named); len(others) > 0 {
				f.lemmas = others
			}
		}
		for _, l := range f.lemmas {
			support[l]++
		}
	}
	of := map[lexicon.Lemma][]int{}
	for i := range all {
		if len(all[i].lemmas) > 1 {
			for _, l := range all[i].lemmas {
				of[l] = append(of[l], i)
			}
		}
	}
	kept := make([][]lexicon.Lemma, len(all))
	for i, f := range all {
		kept[i] = slices.DeleteFunc(slices.Clone(f.lemmas), func(l lexicon.Lemma) bool {
			return slices.ContainsFunc(f.lemmas, func(other lexicon.Lemma) bool {
				return support[other] > support[l] && len(of[l]) == support[l] && covers(all, of[l], other)
			})
		})
	}
	for i := range all {
		all[i].lemmas = kept[i]
	}
}

// covers reports whether the forms at places are all forms of a word.
func covers(all []found, places []int, word lexicon.Lemma) bool {
	return !slices.ContainsFunc(places, func(i int) bool { return !slices.Contains(all[i].lemmas, word) })
}

// guess groups what is still unknown.
func (v *vocabulary) guess(lex lexicon.Words, all []found) {
	var unknown []string
	var of []int
	for i, f := range all {
		if f.lemmas == nil && guessable(f.word) {
			unknown, of = append(unknown, f.word), append(of, i)
			v.guessed[f.word] = true
		}
	}
	for _, g := range lex.Guess(unknown) {
		for _, w := range g.Words {
			all[of[w]].lemmas = g.Lemmas
		}
	}
}

// guessable reports whether a word may be inflected: letters, and a few of them.
func guessable(w string) bool {
	return utf8.RuneCountInString(w) >= 4 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// number makes groups of the lemmas that always stand together, and units of the
// sets of groups that forms belong to.
func (v *vocabulary) number(all []found) {
	places := map[lexicon.Lemma][]int{}
	var lemmas []lexicon.Lemma
	for i := range all {
		if all[i].lemmas == nil {
			all[i].lemmas = []lexicon.Lemma{{Stem: all[i].word, Paradigm: unchanging}}
		}
		for _, l := range all[i].lemmas {
			if places[l] == nil {
				lemmas = append(lemmas, l)
			}
			places[l] = append(places[l], i)
		}
	}
	group := map[string]int{}
	groupOf := make(map[lexicon.Lemma]int, len(lemmas))
	for _, l := range lemmas {
		where := key(places[l])
		g, ok := group[where]
		if !ok {
			g = len(v.groups)
			group[where] = g
			v.groups = append(v.groups, nil)
		}
		v.groups[g] = append(v.groups[g], l)
		groupOf[l] = g
	}
	for g := range v.groups {
		v.units = append(v.units, []int{g})
	}
	unit := map[string]int{}
	for _, f := range all {
		var gs []int
		for _, l := range f.lemmas {
			gs = append(gs, groupOf[l])
		}
		slices.Sort(gs)
		gs = slices.Compact(gs)
		if len(gs) == 1 {
			v.unitOf[f.word] = gs[0]
			continue
		}
		u, ok := unit[key(gs)]
		if !ok {
			u = len(v.units)
			unit[key(gs)] = u
			v.units = append(v.units, gs)
		}
		v.unitOf[f.word] = u
	}
}

// unchanging is the paradigm of numbers and signs.
var unchanging = &lexicon.Paradigm{Class: lexicon.Other, Endings: []string{""}}

func key(ns []int) string {
	b := make([]byte, 0, len(ns)*4)
	for _, n := range ns {
		b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return string(b)
}
