package maker

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"strategia/internal/search/lexicon"
)

// Words that no dictionary has are new nouns, names and adjectives; they follow
// the paradigms that many words follow. A guess is made of an ending, which
// takes in a few letters of the stem.
const (
	productive  = 25 // stems that a paradigm has at least
	longest     = 5  // letters of an ending
	seenAtLeast = 12 // forms that an ending was met in
	optionsKept = 10
)

// guesses counts which paradigms the words with a certain ending follow.
func guesses(t *lexicon.Table) []lexicon.Guess {
	stems := make([]int, len(t.Paradigms))
	for _, s := range t.Stems {
		stems[s.Paradigm]++
	}
	type option struct{ paradigm, ending int }
	counts := map[string]map[option]int{}
	for _, s := range t.Stems {
		p := t.Paradigms[s.Paradigm]
		if stems[s.Paradigm] < productive || utf8.RuneCountInString(s.Text) < 3 || p.Class == lexicon.Verb || len(p.Endings) < 3 {
			continue
		}
		for i, e := range p.Endings {
			form := s.Text + e
			for n, cut := 0, len(form); n < longest && cut > 0; {
				_, size := utf8.DecodeLastRuneInString(form[:cut])
				cut -= size
				n++
				if n < 2 || len(form)-cut < len(e) {
					continue
				}
				m := counts[form[cut:]]
				if m == nil {
					m = map[option]int{}
					counts[form[cut:]] = m
				}
				m[option{s.Paradigm, i}]++
			}
		}
	}
	var out []lexicon.Guess
	for ending, m := range counts {
		total := 0
		g := lexicon.Guess{Ending: ending}
		for o, n := range m {
			total += n
			g.Options = append(g.Options, lexicon.Option{Paradigm: o.paradigm, Ending: o.ending, Weight: n})
		}
		if total < seenAtLeast {
			continue
		}
		slices.SortFunc(g.Options, func(a, b lexicon.Option) int {
			return cmp.Or(b.Weight-a.Weight, a.Paradigm-b.Paradigm, a.Ending-b.Ending)
		})
		g.Options = g.Options[:min(optionsKept, len(g.Options))]
		for i := range g.Options {
			g.Options[i].Weight = max(1, g.Options[i].Weight*255/total)
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b lexicon.Guess) int { return strings.Compare(a.Ending, b.Ending) })
	return prune(out)
}

// prune leaves out the endings of which a shorter one says the same.
func prune(all []lexicon.Guess) []lexicon.Guess {
	best := map[string]lexicon.Option{}
	for _, g := range all {
		best[g.Ending] = g.Options[0]
	}
	return slices.DeleteFunc(all, func(g lexicon.Guess) bool {
		_, size := utf8.DecodeRuneInString(g.Ending)
		shorter, ok := best[g.Ending[size:]]
		return ok && shorter.Paradigm == g.Options[0].Paradigm && shorter.Ending == g.Options[0].Ending
	})
}
