// Command derive makes the queries of the search's test set from its document,
// with Hunspell's dictionary as the source of forms. What answers a query is
// found in the text by those forms alone, so that the set does not lean on the
// search that it judges.
//
//	go generate ./internal/search/bench
package main

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"unicode"

	"strategia/internal/search/bench"
	"strategia/internal/search/lexicon/hunspell"
)

func main() {
	dictionary := flag.String("hunspell", "/usr/share/hunspell/pl_PL", "the dictionary, without its .aff and .dic")
	out := flag.String("o", "testdata/zapytania.tsv", "the queries")
	flag.Parse()
	s := newSet()
	err := s.readFamilies(*dictionary)
	if err == nil {
		s.derive()
		err = os.WriteFile(*out, []byte(strings.Join(s.lines, "\n")+"\n"), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "derive:", err)
		os.Exit(1)
	}
}

// family is a word of the text: its forms, those that the text has, and where.
type family struct {
	base     string
	forms    []string
	present  []string
	sections []int
}

// set is the document, cut into words, and the queries made so far.
type set struct {
	sections [][]string // the words of each, as they stand, heading first
	where    map[string][]int
	families []family
	absent   []string
	random   *rand.Rand
	lines    []string
	counts   map[string]int
}

func newSet() *set {
	s := &set{where: map[string][]int{}, random: rand.New(rand.NewPCG(1, 2)), counts: map[string]int{}}
	for i, t := range bench.Document() {
		words := strings.FieldsFunc(t.Heading+" "+strings.Join(t.Paragraphs, " ¶ "), func(r rune) bool {
			return !unicode.IsLetter(r) && r != '¶'
		})
		s.sections = append(s.sections, words)
		for _, w := range words {
			w = strings.ToLower(w)
			if at := s.where[w]; len(at) == 0 || at[len(at)-1] != i {
				s.where[w] = append(at, i)
			}
		}
	}
	return s
}

// readFamilies finds the words of the dictionary that the text has in few
// sections, and those that it doesn't have.
func (s *set) readFamilies(name string) error {
	owners := map[string]int{} // of forms in the text: how many words they may be
	var all []family
	err := hunspell.Each(name, func(base string, forms []string) {
		if base != strings.ToLower(base) || strings.HasPrefix(base, "nie") || len([]rune(base)) < 5 || len(forms) < 4 {
			return
		}
		f := family{base: base, forms: slices.Compact(slices.Sorted(slices.Values(append(forms, base))))}
		at := map[int]bool{}
		for _, w := range f.forms {
			if in := s.where[w]; in != nil {
				owners[w]++
				f.present = append(f.present, w)
				for _, i := range in {
					at[i] = true
				}
			}
		}
		f.sections = slices.Sorted(maps.Keys(at))
		all = append(all, f)
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(all, func(a, b family) int { return strings.Compare(a.base, b.base) })
	for _, f := range all {
		sure := !slices.ContainsFunc(f.present, func(w string) bool { return owners[w] > 1 })
		switch {
		case len(f.sections) == 0 && s.unlike(f.base):
			s.absent = append(s.absent, f.base)
		case sure && len(f.sections) > 0 && len(f.sections) <= 3 && len(f.forms) <= 60:
			s.families = append(s.families, f)
		}
	}
	return nil
}

// unlike reports whether no word of the text begins with the word's first letters.
func (s *set) unlike(base string) bool {
	first := string([]rune(base)[:min(5, len([]rune(base)))])
	for w := range s.where {
		if strings.HasPrefix(w, first) {
			return false
		}
	}
	return true
}

func (s *set) add(kind, query string, gold ...int) {
	half := "dev"
	if s.counts[kind]%2 == 1 {
		half = "test"
	}
	s.counts[kind]++
	slices.Sort(gold)
	s.lines = append(s.lines, fmt.Sprintf("%s\t%s\t%s\t%s", kind, half, query, strings.Trim(fmt.Sprint(slices.Compact(gold)), "[]")))
}

// derive makes all queries.
func (s *set) derive() {
	s.random.Shuffle(len(s.families), func(i, j int) { s.families[i], s.families[j] = s.families[j], s.families[i] })
	s.random.Shuffle(len(s.absent), func(i, j int) { s.absent[i], s.absent[j] = s.absent[j], s.absent[i] })
	s.forms()
	s.changed()
	s.together()
	s.phrases()
	for i, n := range bench.Names() {
		for _, f := range n.Forms {
			s.add("name", f, bench.NamePlace(i))
		}
	}
	document := bench.Document()
	for i := 7; i < len(document) && s.counts["number"] < 24; i += 29 {
		number, _, _ := strings.Cut(document[i].Heading, ". ")
		query := number
		if s.counts["number"]%3 == 2 {
			query = "rozdział " + number
		}
		s.add("number", query, i)
	}
	for _, w := range s.absent[:60] {
		s.add("absent", w)
	}
}

// missing returns a form of a family that the text hasn't, "" if there is none.
func (s *set) missing(f family) string {
	var out []string
	for _, w := range f.forms {
		if s.where[w] == nil && len([]rune(w)) >= 5 && !strings.HasPrefix(w, "nie") && !strings.HasPrefix(w, "naj") {
			out = append(out, w)
		}
	}
	if out == nil {
		return ""
	}
	return out[s.random.IntN(len(out))]
}

// next takes a family off the list.
func (s *set) next() family {
	f := s.families[0]
	s.families = s.families[1:]
	return f
}

// forms asks for forms that the text hasn't: as they are, without marks, with an
// error, and by their beginning.
func (s *set) forms() {
	for len(s.families) > 0 && s.counts["prefix"] < 40 {
		f := s.next()
		w := s.missing(f)
		switch {
		case w == "":
		case s.counts["form"] < 80:
			s.add("form", w, f.sections...)
		case s.counts["plain"] < 40:
			if p := plain(w); p != w {
				s.add("plain", p, f.sections...)
			}
		case s.counts["typo"] < 40:
			if len([]rune(w)) >= 7 {
				s.add("typo", s.mistype(w), f.sections...)
			}
		default:
			r := []rune(w)
			beginning := string(r[:max(5, len(r)*2/3)])
			var at []int
			for word, in := range s.where {
				if strings.HasPrefix(word, beginning) {
					at = append(at, in...)
				}
			}
			slices.Sort(at)
			if at = slices.Compact(at); len(at) > 0 && len(at) <= 4 {
				s.add("prefix", beginning, at...)
			}
		}
	}
}

// changed asks for forms whose stem differs from that of all forms in the text.
func (s *set) changed() {
	for len(s.families) > 0 && s.counts["changed"] < 60 {
		f := s.next()
		if len(f.forms) > 40 {
			continue
		}
		for _, w := range f.forms {
			far := func(t string) bool { return common(t, w) > len([]rune(f.base))-2 }
			if s.where[w] == nil && len([]rune(w)) >= 4 && !slices.ContainsFunc(f.present, far) {
				s.add("changed", w, f.sections...)
				break
			}
		}
	}
}

// together asks for several words of one section, some in a question.
func (s *set) together() {
	questions := []string{"jak %s i %s", "gdzie znajdę %s oraz %s?", "co dokument mówi o %s w sprawie %s", "czy jest %s dla %s?"}
	bySection := map[int][]family{}
	for _, f := range s.families {
		for _, i := range f.sections {
			bySection[i] = append(bySection[i], f)
		}
	}
	for _, i := range slices.Sorted(maps.Keys(bySection)) {
		fs := bySection[i]
		if len(fs) < 2 || s.counts["question"] >= 40 {
			continue
		}
		a, b := s.missing(fs[0]), s.missing(fs[1])
		if a == "" || b == "" {
			continue
		}
		var both []int
		for _, at := range fs[0].sections {
			if slices.Contains(fs[1].sections, at) {
				both = append(both, at)
			}
		}
		if s.counts["words"] <= s.counts["question"] {
			s.add("words", b+" "+a, both...)
		} else {
			s.add("question", fmt.Sprintf(questions[s.counts["question"]%len(questions)], a, b), both...)
		}
	}
}

// phrases asks for three to five words that stand together in one section only.
func (s *set) phrases() {
	has := func(words, phrase []string) bool {
		for i := 0; i+len(phrase) <= len(words); i++ {
			if slices.EqualFunc(words[i:i+len(phrase)], phrase, strings.EqualFold) {
				return true
			}
		}
		return false
	}
	for i := 5; i < len(s.sections) && s.counts["phrase"] < 60; i += 9 {
		words := s.sections[i]
		n := 3 + s.random.IntN(3)
		if len(words) < n+8 {
			continue
		}
		at := 4 + s.random.IntN(len(words)-n-4)
		phrase := words[at : at+n]
		if slices.Contains(phrase, "¶") {
			continue
		}
		var in []int
		for j, other := range s.sections {
			if has(other, phrase) {
				in = append(in, j)
			}
		}
		if len(in) != 1 {
			continue
		}
		query := strings.ToLower(strings.Join(phrase, " "))
		if s.counts["phrase"]%4 == 3 {
			query = `"` + query + `"`
		}
		s.add("phrase", query, i)
	}
}

// mistype makes one error of the usual kinds in a word.
func (s *set) mistype(w string) string {
	r := []rune(w)
	i := 1 + s.random.IntN(len(r)-2)
	switch s.random.IntN(4) {
	case 0:
		r[i], r[i+1] = r[i+1], r[i]
	case 1:
		r = slices.Delete(r, i, i+1)
	case 2:
		r = slices.Insert(r, i, r[i])
	default:
		r[i] = rune('a' + s.random.IntN(26))
	}
	return string(r)
}

func plain(w string) string {
	return strings.NewReplacer("ą", "a", "ć", "c", "ę", "e", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ż", "z", "ź", "z").Replace(w)
}

// common is how many letters two words begin with alike.
func common(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n
}
