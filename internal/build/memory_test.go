package build

import (
	"context"
	"fmt"
	"runtime"
	"testing"
)

// TestMemoryOfManyEdits holds that a session that runs all day keeps nothing of
// the builds that were: not of texts, names, pages or facts.
func TestMemoryOfManyEdits(t *testing.T) {
	unlessShort(t)
	files := fixture(t)
	s := sessionOf(files)
	text, index, terms := string(files[intro].Data), string(files["content/index.md"].Data), string(files["content/slownik.md"].Data)
	edits := []func(n int) string{
		func(n int) string { set(files, intro, text+fmt.Sprintf("\nAkapit %d.\n", n)); return intro },
		func(n int) string {
			set(files, intro, text+fmt.Sprintf("\n## Nagłówek %d\n\n| a |\n|---|\n", n))
			return intro
		},
		func(n int) string {
			set(files, intro, text+fmt.Sprintf("\nZob. [](sec:nic-%d), [](x%d.md).\n", n, n))
			return intro
		},
		func(n int) string {
			set(files, "content/index.md", index+fmt.Sprintf("\nTekst %d.\n", n))
			return "content/index.md"
		},
		func(n int) string {
			set(files, "content/slownik.md", terms+fmt.Sprintf("  - {id: t%d, term: t%d, definition: Słowa.}\n", n, n))
			return "content/slownik.md"
		},
		func(n int) string {
			p := fmt.Sprintf("content/rozdzialy/nowy-%d.md", n)
			set(files, p, "# Nowy\n\nTekst.\n")
			return p
		},
		func(n int) string {
			p := fmt.Sprintf("content/rozdzialy/nowy-%d.md", n-1)
			delete(files, p)
			return p
		},
	}
	ctx := context.Background()
	if _, err := s.Update(ctx); err != nil {
		t.Fatal(err)
	}
	heap := func(from, to int) uint64 {
		for n := from; n < to; n++ {
			b, err := s.Update(ctx, edits[n%len(edits)](n))
			if err != nil {
				t.Fatal(err)
			}
			if n%5 > 0 {
				continue // making pages takes most of the time
			}
			for _, page := range []string{"rozdzial/1-wstep.html", "index.html", fmt.Sprintf("rozdzial/nowy-%d.html", n)} {
				if _, err := b.Make(page); err != nil {
					t.Fatal(err)
				}
			}
		}
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap(0, 2000)
	after := heap(2000, 10_000)
	if after > before+before/4 {
		t.Errorf("2 000 edits left %d kB in use, 10 000 left %d kB", before>>10, after>>10)
	}
}
