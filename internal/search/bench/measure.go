package bench

import (
	"slices"

	"strategia/internal/search"
)

// Score is how well queries of a kind were answered.
type Score struct {
	Queries int
	// Recall is the part of the answers that stand among the first five, of at
	// most five; Rank the mean of one over the rank of the first.
	Recall, Rank float64
	// Found counts queries without an answer that got one as if there were.
	Found int
}

// Kinds are the kinds of queries, in the order in which they are shown.
var Kinds = []string{"form", "changed", "name", "plain", "typo", "prefix", "words", "question", "phrase", "number", "absent"}

// Measure answers the queries and judges the answers by kind; "all" is all but
// the absent ones. Wrong is told of every query that was not answered fully.
func Measure(x *search.Index, queries []Query, wrong func(q Query, a search.Found)) map[string]*Score {
	out := map[string]*Score{"all": {}}
	for _, q := range queries {
		s := out[q.Kind]
		if s == nil {
			s = &Score{}
			out[q.Kind] = s
		}
		s.Queries++
		a := x.Search(q.Text)
		if len(q.Gold) == 0 {
			if len(a.Hits) > 0 && a.Instead == "" {
				s.Found++
				wrong(q, a)
			}
			continue
		}
		recall, rank := judge(q, a)
		if recall < 1 || rank < 1 {
			wrong(q, a)
		}
		for _, s := range []*Score{s, out["all"]} {
			s.Recall += recall
			s.Rank += rank
		}
		out["all"].Queries++
	}
	for _, s := range out {
		s.Recall /= float64(s.Queries)
		s.Rank /= float64(s.Queries)
	}
	return out
}

func judge(q Query, a search.Found) (recall, rank float64) {
	for i, h := range a.Hits {
		if !slices.Contains(q.Gold, h.Text) {
			continue
		}
		if rank == 0 {
			rank = 1 / float64(i+1)
		}
		if i < 5 {
			recall++
		}
	}
	return recall / float64(min(len(q.Gold), 5)), rank
}
