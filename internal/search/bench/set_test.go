package bench

import (
	"fmt"
	"testing"

	"strategia/internal/search"
	"strategia/internal/search/lexicon"
)

func TestTmp(t *testing.T) {
	x := search.New(lexicon.For("pl"), Document())
	qs, _ := Queries()
	var dev []Query
	for _, q := range qs {
		if !q.Test {
			dev = append(dev, q)
		}
	}
	m := Measure(x, dev, func(q Query, a search.Answer) {
		fmt.Print(q.Kind, " ", q.Text, " ", q.Gold, " -> ", a.Instead, a.Absent)
		for _, h := range a.Hits[:min(5, len(a.Hits))] {
			fmt.Print(" ", h.Text, ":", h.Score)
		}
		fmt.Println()
	})
	for _, k := range append(Kinds, "all") {
		s := m[k]
		fmt.Printf("%-9s %4d  %.3f %.3f  %d\n", k, s.Queries, s.Recall, s.Rank, s.Found)
	}
}
