package search

import (
	"encoding/binary"
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
	forms   []form
	lemmas  []*lexicon.Lemma
	id      map[*lexicon.Lemma]int32 // in lemmas
	of      [][]int32                // by form: the lemmas that it may belong to
	guessed map[string]bool          // forms that no source knows

	groups  []int32   // the first lemma of each
	groupOf []int32   // by lemma; -1 for those that are not meant
	units   [][]int32 // sets of groups, numbered behind the groups
	unitOf  []int32   // by form
}

// form is a word as the text has it, in lower case, and how often, with a capital
// and in all.
type form struct {
	word           string
	count, capital int32
}

// makeVocabulary finds out what words the forms of a text belong to.
func makeVocabulary(lex lexicon.Words, forms []form) *vocabulary {
	v := &vocabulary{forms: forms, id: make(map[*lexicon.Lemma]int32, 2*len(forms)), of: make([][]int32, len(forms)), guessed: map[string]bool{}}
	if lex != nil {
		v.lookUp(lex)
		v.withoutPrefix(lex)
	}
	v.common()
	if lex != nil {
		v.guess(lex)
	}
	v.number()
	return v
}

// lemma returns the number of a lemma.
func (v *vocabulary) lemma(l *lexicon.Lemma) int32 {
	n, ok := v.id[l]
	if !ok {
		n = int32(len(v.lemmas))
		v.id[l] = n
		v.lemmas = append(v.lemmas, l)
	}
	return n
}

func (v *vocabulary) add(form int, lemmas ...*lexicon.Lemma) {
	v.of[form] = slices.Grow(v.of[form], len(lemmas))
	for _, l := range lemmas {
		v.of[form] = append(v.of[form], v.lemma(l))
	}
}

func (v *vocabulary) lookUp(lex lexicon.Words) {
	words := make([]string, len(v.forms))
	for i := range words {
		words[i] = v.forms[i].word
	}
	for i, lemmas := range lex.Find(words) {
		v.add(i, lemmas...)
	}
}

// withoutPrefix looks words up without a negation or a sign of the superlative.
// What is found makes words of their own: who asks for "zależny" does not mean
// "niezależny".
func (v *vocabulary) withoutPrefix(lex lexicon.Words) {
	var rests, prefixes []string
	var of []int
	for i := range v.of {
		if v.of[i] == nil {
			for _, p := range lex.Prefixes() {
				if rest, ok := strings.CutPrefix(v.forms[i].word, p); ok && len(rest) >= 4 {
					rests, prefixes, of = append(rests, rest), append(prefixes, p), append(of, i)
				}
			}
		}
	}
	made := map[lexicon.Lemma]*lexicon.Lemma{}
	for i, lemmas := range lex.Find(rests) {
		for _, l := range lemmas {
			if l.Paradigm.Class == lexicon.Name {
				continue
			}
			whole := lexicon.Lemma{Stem: prefixes[i] + l.Stem, Paradigm: l.Paradigm}
			if made[whole] == nil {
				made[whole] = &whole
			}
			v.add(of[i], made[whole])
		}
	}
}

// common leaves out words that are not meant: names where the text has the word
// in lower case, and words whose forms in the text are all forms of another word
// that explains more of them.
func (v *vocabulary) common() {
	support := make([]int32, len(v.lemmas))
	places := make([][]int32, len(v.lemmas)) // of forms that belong to several words
	for i, ls := range v.of {
		if f := v.forms[i]; f.capital < f.count && slices.ContainsFunc(ls, v.named) {
			if others := slices.DeleteFunc(slices.Clone(ls), v.named); len(others) > 0 {
				ls, v.of[i] = others, others
			}
		}
		for _, l := range ls {
			support[l]++
			if len(ls) > 1 {
				places[l] = append(places[l], int32(i))
			}
		}
	}
	kept := make([][]int32, len(v.of))
	for i, ls := range v.of {
		kept[i] = ls
		if len(ls) < 2 {
			continue
		}
		kept[i] = slices.DeleteFunc(slices.Clone(ls), func(l int32) bool {
			return len(places[l]) == int(support[l]) && slices.ContainsFunc(ls, func(other int32) bool {
				return support[other] > support[l] && v.covers(places[l], other)
			})
		})
	}
	v.of = kept
}

func (v *vocabulary) named(lemma int32) bool { return v.lemmas[lemma].Paradigm.Class == lexicon.Name }

// covers reports whether forms are all forms of a word.
func (v *vocabulary) covers(forms []int32, word int32) bool {
	return !slices.ContainsFunc(forms, func(i int32) bool { return !slices.Contains(v.of[i], word) })
}

// mostGuessed is how many unknown words are guessed: no document has more but one
// that is made to keep the program busy.
const mostGuessed = 20_000

// guess groups what is still unknown.
func (v *vocabulary) guess(lex lexicon.Words) {
	var unknown []string
	var of []int
	for i, f := range v.forms {
		if len(v.of[i]) == 0 && guessable(f.word) && len(unknown) < mostGuessed {
			unknown, of = append(unknown, f.word), append(of, i)
			v.guessed[f.word] = true
		}
	}
	for _, g := range lex.Guess(unknown) {
		for _, w := range g.Words {
			v.add(of[w], g.Lemmas...)
		}
	}
}

// guessable reports whether a word may be inflected: letters, and a few of them.
func guessable(w string) bool {
	return utf8.RuneCountInString(w) >= 4 && strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// number makes groups of the lemmas that always stand together, and units of the
// sets of groups that forms belong to.
func (v *vocabulary) number() {
	for i := range v.of {
		if len(v.of[i]) == 0 {
			v.add(i, &lexicon.Lemma{Stem: v.forms[i].word, Paradigm: unchanging})
		}
	}
	places := v.places()
	v.groupOf = make([]int32, len(v.lemmas))
	single := make([]int32, len(v.forms)) // by form: the group that it makes alone, plus 1
	group := map[string]int32{}
	for l, forms := range places {
		v.groupOf[l] = -1
		if len(forms) == 0 {
			continue
		}
		g := int32(len(v.groups))
		if len(forms) == 1 {
			if known := single[forms[0]]; known > 0 {
				g = known - 1
			}
			single[forms[0]] = g + 1
		} else {
			where := key(forms)
			if known, ok := group[where]; ok {
				g = known
			}
			group[where] = g
		}
		if int(g) == len(v.groups) {
			v.groups = append(v.groups, int32(l))
		}
		v.groupOf[l] = g
	}
	v.numberUnits()
}

// likeliest are the lemmas by which to name groups: whose base form the text has,
// before all a word that is never inflected ("tam" is not "tama").
func (v *vocabulary) likeliest() []int32 {
	forms := make(map[string]bool, len(v.forms))
	for _, f := range v.forms {
		forms[f.word] = true
	}
	rank := func(l *lexicon.Lemma) int {
		switch {
		case !forms[l.Base()]:
			return 0
		case l.Paradigm.Class != lexicon.Other:
			return 1
		}
		return 2
	}
	out := slices.Clone(v.groups)
	for l, g := range v.groupOf {
		if g >= 0 && rank(v.lemmas[l]) > rank(v.lemmas[out[g]]) {
			out[g] = int32(l)
		}
	}
	return out
}

// places are the forms of each lemma.
func (v *vocabulary) places() [][]int32 {
	counts, all := make([]int, len(v.lemmas)), 0
	for _, ls := range v.of {
		all += len(ls)
		for _, l := range ls {
			counts[l]++
		}
	}
	room, out := make([]int32, all), make([][]int32, len(v.lemmas))
	for l, n := range counts {
		out[l], room = room[:0:n], room[n:]
	}
	for i, ls := range v.of {
		for _, l := range ls {
			out[l] = append(out[l], int32(i))
		}
	}
	return out
}

func (v *vocabulary) numberUnits() {
	v.unitOf = make([]int32, len(v.of))
	unit := map[string]int32{}
	var gs []int32
	for i, ls := range v.of {
		gs = gs[:0]
		for _, l := range ls {
			gs = append(gs, v.groupOf[l])
		}
		slices.Sort(gs)
		if gs = slices.Compact(gs); len(gs) == 1 {
			v.unitOf[i] = gs[0]
			continue
		}
		where := key(gs)
		u, ok := unit[where]
		if !ok {
			u = int32(len(v.groups) + len(v.units))
			unit[where] = u
			v.units = append(v.units, slices.Clone(gs))
		}
		v.unitOf[i] = u
	}
}

// unchanging is the paradigm of numbers and signs.
var unchanging = &lexicon.Paradigm{Class: lexicon.Other, Endings: []string{""}}

func key(ns []int32) string {
	b := make([]byte, 0, len(ns)*4)
	for _, n := range ns {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return string(b)
}
