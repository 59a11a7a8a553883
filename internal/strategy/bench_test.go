package strategy_test

import (
	"fmt"
	"runtime"
	"testing"

	"strategia/internal/strategy"
)

// big returns a strategy of n chapters of ten sections and fifteen links each,
// with a goal and a unit for every tenth and a document for every hundredth.
func big(n int) []*strategy.Entry {
	es := []*strategy.Entry{index()}
	for i := range n/10 + 1 {
		parent := ""
		if i%5 != 0 {
			parent = fmt.Sprintf("g%d", i/5*5)
		}
		es = append(es, goal(fmt.Sprintf("g%d", i), fmt.Sprint(i), parent), unit(fmt.Sprintf("u%d", i), strategy.UnitKinds[i%6], ""))
	}
	for i := range n/100 + 1 {
		es = append(es, document(fmt.Sprintf("d%d", i), strategy.LevelEU, strategy.DocumentGoal{ID: "1", Maps: []strategy.Correspondence{
			{Goal: strategy.Ref{Kind: strategy.KindGoal, ID: fmt.Sprintf("g%d", i)}}}}))
	}
	for i := range n {
		c := chapter(fmt.Sprintf("c%d", i), fmt.Sprintf("%d.%d", 1+i/100, 1+i%100))
		for j := range 10 {
			c.Sections = append(c.Sections, strategy.Section{Anchor: fmt.Sprintf("roz-%s.%d", c.Number, j), Number: fmt.Sprintf("%s.%d", c.Number, j)})
		}
		for j := range 15 {
			var l strategy.Link
			switch j % 3 {
			case 0:
				l = link(fmt.Sprintf("goal:g%d", (i+j)%(n/10+1)))
			case 1:
				l = link(fmt.Sprintf("sec:%d.%d.%d", 1+(i*7+j)%n/100, 1+(i*7+j)%n%100, j%10))
			case 2:
				l = file(fmt.Sprintf("c%d.md#roz-%d.%d.%d", (i+j)%n, 1+(i+j)%n/100, 1+(i+j)%n%100, j%10))
			}
			l.Section = j * 10 / 15
			c.Links = append(c.Links, l)
		}
		c.Chapter.Goals = []strategy.Ref{{Kind: strategy.KindGoal, ID: fmt.Sprintf("g%d", i/10)}}
		es = append(es, c)
	}
	return es
}

func BenchmarkLinkAll(b *testing.B) {
	const chapters = 10_000
	entries := big(chapters)
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	b.ReportAllocs()
	for b.Loop() {
		strategy.LinkAll(entries)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/chapters, "µs/chapter")
	before := heap()
	s, ds := strategy.LinkAll(entries)
	b.ReportMetric(float64(heap()-before)/chapters, "B/chapter")
	if len(ds) > 0 {
		b.Fatal(ds[0])
	}
	runtime.KeepAlive(s)
}
