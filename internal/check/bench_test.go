package check_test

import (
	"fmt"
	"testing"

	"strategia/internal/check"
	"strategia/internal/strategy"
)

// BenchmarkRun holds the rules to a few microseconds a chapter, as they run
// after every edit.
func BenchmarkRun(b *testing.B) {
	const chapters = 10_000
	entries := []*strategy.Entry{{Kind: strategy.KindStrategy, Path: strategy.IndexPath, Title: "Strategia", Strategy: &strategy.Document{Status: "draft"}}}
	for i := range chapters / 10 {
		entries = append(entries, &strategy.Entry{Kind: strategy.KindGoal, ID: fmt.Sprintf("g%d", i), Path: fmt.Sprintf("content/g%d.md", i),
			Number: fmt.Sprint(i + 1), Title: fmt.Sprintf("Cel %d gminy", i), Goal: &strategy.Goal{}})
	}
	for i := range chapters {
		c := &strategy.Entry{Kind: strategy.KindChapter, ID: fmt.Sprintf("c%d", i), Path: fmt.Sprintf("content/c%d.md", i), Title: "Rozdział", HasBody: true,
			Number: fmt.Sprintf("%d.%d", 1+i/100, 1+i%100), Chapter: &strategy.Chapter{}, Anchors: strategy.NewIDs("roz-1")}
		if i%100 == 0 {
			c.Number = fmt.Sprint(1 + i/100)
		}
		for j := range 15 {
			n := (i + j) % (chapters / 10)
			l := strategy.Link{Kind: strategy.KindGoal, Target: fmt.Sprintf("g%d", n), Text: fmt.Sprintf("Cel strategiczny %d: Cel %d gminy", n+1, n), Section: -1}
			if j%3 == 0 {
				l = strategy.Link{Target: fmt.Sprintf("c%d.md", n), Fragment: "roz-1", Section: -1}
			}
			c.Links = append(c.Links, l)
		}
		entries = append(entries, c)
	}
	s, ds := strategy.LinkAll(entries)
	if len(ds) > 0 {
		b.Fatal(ds[0])
	}
	for b.Loop() {
		if ds := check.Run(s); len(ds) > chapters/10 {
			b.Fatalf("%d: %v", len(ds), ds[0])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/chapters, "µs/chapter")
}
