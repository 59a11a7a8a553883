package search

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// The ranking. The script ranks with the same numbers in the same order; a test
// holds the two together.
const (
	saturation   = 1.2 // how soon a word that comes again counts no more
	byLength     = 0.4 // how much a long text counts against a word in it
	inHeading    = 4.0 // times that a word in a heading counts
	numberBoost  = 3.0 // of a number in a heading
	nearness     = 1.5 // of words that stand beside each other as in the query
	wholeHeading = 2.4 // of a heading of few words
	lookedAt     = 80  // texts that are found at most, and in which the places of words are compared
	typedAtLeast = 2   // letters from which a beginning is completed
	wrongAtLeast = 4   // letters of a word in which an error is looked for
	wrongTwice   = 8   // letters of a word with two errors
	absentWeight = 2.0 // of a word that the document doesn't have
	mostTerms    = 31
)

// Hit is a text that answers a query.
type Hit struct {
	Text  int
	Score float64
}

// Found is what a search of one index found.
type Found struct {
	// Hits are the best, at most 80 but for a phrase.
	Hits []Hit
	// Instead is the query that was answered in place of the one that was asked,
	// which has a word that the document doesn't have; "" if there is none.
	Instead string
	// Absent are the words of the query that the document does not have.
	Absent []string
	terms  []term
}

// term is a word of a query.
type term struct {
	word   string // folded
	units  []int32
	weight float64 // how much it says
	strict bool    // it must stand right behind the term before it
}

// searcher is an index made ready to be searched.
type searcher struct {
	folded   []string           // stems
	endings  [][]string         // of paradigms, folded
	unitsOf  [][]int32          // by group: the units that hold it
	first    []int32            // by unit: where its places begin
	places   []int32            // of all units, one after another
	unitAt   []int32            // by place
	textOf   []int32            // by place
	textsOf  []int32            // by unit: how many texts have it
	length   float64            // of a text on average
	termsOf  []uint32           // by unit: the terms of the present query, as bits
	byFolded map[string][]int32 // entries
}

func (x *Index) ready() *searcher {
	if x.search != nil {
		return x.search
	}
	units := x.groups + len(x.units)
	s := &searcher{
		unitsOf: x.unitsOf(), first: make([]int32, units+1), textsOf: make([]int32, units),
		places: make([]int32, len(x.stream)), unitAt: make([]int32, len(x.stream)), textOf: make([]int32, len(x.stream)), termsOf: make([]uint32, units),
		byFolded: map[string][]int32{},
	}
	for i, e := range x.entries {
		f := fold(e.stem)
		s.folded = append(s.folded, f)
		s.byFolded[f] = append(s.byFolded[f], int32(i))
	}
	for _, p := range x.paradigms {
		var endings []string
		for _, e := range p.endings {
			endings = append(endings, fold(e))
		}
		s.endings = append(s.endings, endings)
	}
	for i, w := range x.stream {
		s.unitAt[i] = x.surfaces[w].unit
		s.first[s.unitAt[i]+1]++
	}
	for u := range units {
		s.first[u+1] += s.first[u]
	}
	next := slices.Clone(s.first)
	last := make([]int32, units)
	for i, t := range x.texts {
		for at := t.start; at < t.end; at++ {
			u := s.unitAt[at]
			s.places[next[u]] = int32(at)
			next[u]++
			s.textOf[at] = int32(i)
			if last[u] != int32(i)+1 {
				last[u] = int32(i) + 1
				s.textsOf[u]++
			}
		}
		s.length += float64(t.end - t.start)
	}
	s.length /= float64(max(len(x.texts), 1))
	for u := range x.common {
		s.textsOf[u] = int32(len(x.texts) * 3 / 4)
	}
	x.search = s
	return s
}

// Search answers a query. Words in quotation marks must stand side by side. The
// last word may be a beginning, as long as nothing stands behind it.
func (x *Index) Search(query string) Found {
	s := x.ready()
	var a Found
	ts := tokens(query)
	at, quotes := 0, 0
	instead := ""
	for i, t := range ts {
		between, word := query[at:t.start], query[t.start:t.end]
		at = t.end
		quotes += marks(between)
		quoted := quotes%2 == 1
		w := fold(lower(word))
		groups := x.lookUp(s, w)
		if groups == nil && i == len(ts)-1 && at == len(query) && utf8.RuneCountInString(w) >= typedAtLeast {
			groups = x.begun(s, w)
		}
		meant := word
		if groups == nil && !quoted {
			if groups, meant = x.meant(s, w); groups != nil {
				a.Instead = query
			} else {
				meant = word
			}
		}
		instead += between + meant
		if groups == nil {
			a.Absent = append(a.Absent, word)
			if quoted {
				return Found{Absent: a.Absent}
			}
		} else if len(a.terms) < mostTerms {
			a.terms = append(a.terms, x.term(s, w, groups, quoted && marks(between) == 0))
		}
	}
	if a.Instead != "" {
		a.Instead = instead + query[at:]
	}
	a.Hits = x.rank(s, a.terms, len(a.Absent))
	return a
}

// marks counts quotation marks.
func marks(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune("\"„”“«»", r) {
			n++
		}
	}
	return n
}

// term is a word with the units that stand for it.
func (x *Index) term(s *searcher, word string, groups []int, strict bool) term {
	t := term{word: word, strict: strict}
	n := 0.0
	for _, g := range groups {
		for _, u := range s.unitsOf[g] {
			if !slices.Contains(t.units, u) {
				t.units = append(t.units, u)
				n += float64(s.textsOf[u])
			}
		}
	}
	all := float64(len(x.texts))
	n = min(n, all)
	t.weight = math.Log((all + 1) / (n + .5))
	return t
}

// lookUp returns the groups of which a word is a form.
func (x *Index) lookUp(s *searcher, word string) []int {
	var out []int
	for cut := 0; cut <= len(word); cut++ {
		for _, i := range s.byFolded[word[:cut]] {
			if slices.Contains(s.endings[x.entries[i].paradigm], word[cut:]) && !slices.Contains(out, x.entries[i].group) {
				out = append(out, x.entries[i].group)
			}
		}
	}
	return out
}

// begun returns the groups with a form that begins with what was typed.
func (x *Index) begun(s *searcher, typed string) []int {
	var out []int
	for i, stem := range s.folded {
		begins := strings.HasPrefix(stem, typed)
		if rest, ok := strings.CutPrefix(typed, stem); ok && !begins {
			begins = slices.ContainsFunc(s.endings[x.entries[i].paradigm], func(e string) bool { return strings.HasPrefix(e, rest) })
		}
		if begins && !slices.Contains(out, x.entries[i].group) {
			out = append(out, x.entries[i].group)
		}
	}
	return out
}

// meant returns the groups with a form that differs from a word by the fewest
// typing errors, and the form of the most frequent. The first letter is taken to
// be right.
func (x *Index) meant(s *searcher, word string) (groups []int, form string) {
	w := []rune(word)
	if len(w) < wrongAtLeast || strings.ContainsAny(word, "0123456789") {
		return nil, ""
	}
	d := newDistance(w)
	most, best := 1, 0
	if len(w) >= wrongTwice {
		most = 2
	}
	for i, e := range x.entries {
		stem := s.folded[i]
		if !strings.HasPrefix(stem, string(w[0])) || !d.reach(stem, most) {
			continue
		}
		for j, ending := range s.endings[e.paradigm] {
			if !d.reach(stem+ending, most) || d.errors() > most {
				continue
			}
			if d.errors() < most {
				most, groups, best = d.errors(), nil, 0
			}
			if slices.Contains(groups, e.group) {
				continue
			}
			groups = append(groups, e.group)
			if n := s.texted(e.group); n > best {
				best, form = n, e.stem+x.paradigms[e.paradigm].endings[j]
			}
		}
	}
	return groups, form
}

// texted is in how many texts a group stands.
func (s *searcher) texted(group int) int {
	n := 0
	for _, u := range s.unitsOf[group] {
		n += int(s.textsOf[u])
	}
	return n
}

// rank scores the texts that hold terms.
func (x *Index) rank(s *searcher, terms []term, absent int) []Hit {
	n := len(x.texts)
	score, had := make([]float64, n), make([]float64, n)
	total := float64(absent) * absentWeight
	for _, t := range terms {
		total += t.weight
		heading, body := make([]float64, n), make([]float64, n)
		for _, u := range t.units {
			for _, at := range s.places[s.first[u]:s.first[u+1]] {
				if i := s.textOf[at]; int(at) < x.texts[i].heading {
					heading[i]++
				} else {
					body[i]++
				}
			}
		}
		for i, d := range x.texts {
			tf := body[i] + inHeading*heading[i]
			if tf == 0 {
				continue
			}
			points, boost := tf*(saturation+1)/(tf+saturation*(1-byLength+byLength*float64(d.end-d.start)/s.length)), 0.0
			if heading[i] > 0 {
				if '0' <= t.word[0] && t.word[0] <= '9' {
					boost = numberBoost
				}
				boost += wholeHeading / float64(3+d.heading-d.start)
			}
			score[i] += t.weight * (points + boost)
			had[i] += t.weight
		}
	}
	var hits []Hit
	for i := range n {
		if had[i] > 0 {
			hits = append(hits, Hit{i, score[i] * had[i] / total})
		}
	}
	order(hits)
	if !slices.ContainsFunc(terms, func(t term) bool { return t.strict }) {
		hits = hits[:min(len(hits), lookedAt)]
	}
	if len(terms) > 1 {
		x.compare(s, terms, hits)
		hits = slices.DeleteFunc(hits, func(h Hit) bool { return h.Score < 0 })
		order(hits)
	}
	return hits
}

// order puts the best first; what is alike stays in the order of the document.
func order(hits []Hit) {
	for i := range hits {
		hits[i].Score = math.Round(hits[i].Score*1e6) / 1e6
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Text, b.Text))
	})
}

// compare adds to the scores what the order and nearness of the terms say. A text
// that lacks a quoted phrase gets a score below 0.
func (x *Index) compare(s *searcher, terms []term, hits []Hit) {
	for n, t := range terms {
		for _, u := range t.units {
			s.termsOf[u] |= 1 << n
		}
	}
	for h := range hits {
		near := x.near(s, terms, x.texts[hits[h].Text])
		for n := 1; n < len(terms); n++ {
			if terms[n].strict && near[n] < 1 {
				hits[h].Score = -1e9
			}
			hits[h].Score += nearness * near[n] * (terms[n].weight + terms[n-1].weight) / 2
		}
	}
	for _, t := range terms {
		for _, u := range t.units {
			s.termsOf[u] = 0
		}
	}
}

// near tells, for each term but the first, how near it comes behind the one before
// it: 1 if right behind.
func (x *Index) near(s *searcher, terms []term, d text) []float64 {
	near, last := make([]float64, len(terms)), make([]int, len(terms))
	for i := range last {
		last[i] = -1000
	}
	for at := d.start; at < d.end; at++ {
		mask := s.termsOf[s.unitAt[at]]
		for n := len(terms) - 1; n >= 0; n-- {
			if mask>>n&1 == 1 {
				if n > 0 {
					gap := float64(at - last[n-1])
					near[n] = max(near[n], 1/(gap*gap))
				}
				last[n] = at
			}
		}
	}
	return near
}
