package search

import (
	"slices"
	"strings"
)

// Result is a text that answers a query, as it is shown.
type Result struct {
	Kind    Kind
	Score   float64
	Heading string
	// Address is its page from the root of the site, with the id there.
	Address string
	// Excerpt is some of its words around the best place.
	Excerpt []Piece
}

// Piece is a stretch of an excerpt; Hit says that it was asked for.
type Piece struct {
	Text string
	Hit  bool
}

// Outcome is what a document in several parts answers.
type Outcome struct {
	Results []Result
	// Instead is the query that was answered in place of the one that was asked,
	// Absent the words that no part has.
	Instead string
	Absent  []string
}

// Answer asks all parts of a document and returns the best results, with excerpts
// of so many words. What a part found only by taking a word for another counts
// where no part found the words themselves.
func Answer(parts []*Index, query string, most, words int) Outcome {
	type hit struct {
		Hit
		part int
	}
	answers := make([]Found, len(parts))
	plain := false
	for i, x := range parts {
		answers[i] = x.Search(query)
		plain = plain || answers[i].Instead == "" && len(answers[i].Hits) > 0
	}
	var out Outcome
	var hits []hit
	for i, a := range answers {
		if i == 0 {
			out.Absent = a.Absent
		}
		out.Absent = slices.DeleteFunc(slices.Clone(out.Absent), func(w string) bool { return !slices.Contains(a.Absent, w) })
		if plain && a.Instead != "" {
			continue
		}
		for _, h := range a.Hits {
			hits = append(hits, hit{h, i})
			if out.Instead == "" {
				out.Instead = a.Instead
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	for _, h := range hits[:min(len(hits), most)] {
		x := parts[h.part]
		t := x.texts[h.Text]
		out.Results = append(out.Results, Result{
			Kind: t.kind, Score: h.Score, Heading: x.written(t.start, t.heading), Address: t.address,
			Excerpt: x.excerpt(t, answers[h.part].terms, words),
		})
	}
	return out
}

// written is the text from one word to another.
func (x *Index) written(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		b.WriteString(x.surfaces[x.stream[i]].word)
		b.WriteString(x.separators[x.separator[i]])
	}
	return strings.TrimSpace(b.String())
}

// Of the terms of a query those that are nearly everywhere are not marked.
const marked = .7

// excerpt returns n words of a text around the place that says most, and tells by
// an ellipsis where there are more.
func (x *Index) excerpt(t text, terms []term, n int) []Piece {
	weights := map[int32]float64{}
	for _, term := range terms {
		if term.weight > marked || len(terms) == 1 {
			for _, u := range term.units {
				weights[u] = term.weight
			}
		}
	}
	unit := func(at int) int32 { return x.surfaces[x.stream[at]].unit }
	from, best := t.heading, 0.0
	for hit := t.heading; hit < t.end; hit++ {
		if weights[unit(hit)] == 0 {
			continue
		}
		// The first stretch that reaches the hit; what stands in it counts once.
		i := max(t.heading-4, hit+1-n/2)
		total := 0.0
		seen := map[int32]bool{}
		for at := i + 4; at < min(i+n/2, t.end); at++ {
			if u := unit(at); !seen[u] {
				seen[u] = true
				total += weights[u]
			}
		}
		if total > best {
			best, from = total, max(t.heading, min(i, t.end-n))
		}
	}
	var out []Piece
	if from > t.heading {
		out = append(out, Piece{"… ", false})
	}
	for i := from; i < min(from+n, t.end); i++ {
		out = append(out, Piece{x.surfaces[x.stream[i]].word, weights[unit(i)] > 0}, Piece{x.separators[x.separator[i]], false})
	}
	if from+n < t.end {
		out = append(out, Piece{"…", false})
	}
	return out
}
