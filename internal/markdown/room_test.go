package markdown

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"strategia/internal/source"
)

// What stays of a text is a handful of objects of the heap, however many headings,
// links and tables it has: the collector has as much less to do.
func TestWhatStaysIsFewObjects(t *testing.T) {
	const texts = 400
	parse := func(n int) *Parsed {
		var b strings.Builder
		fmt.Fprintf(&b, "---\nkind: chapter\nid: c%d\nnumber: \"%d\"\ntitle: Rozdział %d\ngoals: [a, b, c]\n---\n", n, n, n)
		for i := range 12 {
			fmt.Fprintf(&b, "\n## %d.%d. Część {#s%d-%d}\n\nTekst [link](goal:a) i [inny](#s%d-%d).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: Tabela %d\n", n, i, n, i, n, i, i)
		}
		p := Parse(source.NewFile(fmt.Sprintf("content/%d.md", n), []byte(b.String())), Options{})
		if len(p.Entry.Sections) != 12 || len(p.Entry.Links) != 24 || len(p.Entry.Tables) != 12 {
			t.Fatalf("%d sections, %d links, %d tables", len(p.Entry.Sections), len(p.Entry.Links), len(p.Entry.Tables))
		}
		p.Prose, p.CSV, p.Diags = nil, nil, nil // these are kept elsewhere
		return p
	}
	objects := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapObjects
	}
	parse(0)
	kept := make([]*Parsed, texts)
	before := objects()
	for i := range kept {
		kept[i] = parse(i)
	}
	each := float64(objects()-before) / texts
	runtime.KeepAlive(kept)
	if each > 4 {
		t.Errorf("%.1f objects stay of a text", each)
	}
}

// A title that stands in the text alone is set in print like one of the front
// matter.
func TestShownTitle(t *testing.T) {
	for _, text := range []string{"---\nkind: chapter\nid: x\n---\n\n# O mieście i wsi\n", "---\nkind: chapter\nid: x\ntitle: O mieście i wsi\n---\n"} {
		e := Parse(source.NewFile("content/x.md", []byte(text)), Options{}).Entry
		if e.Title != "O mieście i wsi" || e.Shown != "O\u00a0mieście i\u00a0wsi" {
			t.Errorf("%q: title %q, shown %q", text, e.Title, e.Shown)
		}
	}
}
