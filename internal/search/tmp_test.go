package search

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"strategia/internal/search/lexicon"
)

func load(name string) []Text {
	b, _ := os.ReadFile(name)
	var out []Text
	for pi, page := range strings.Split(string(b), "\n\n") {
		ls := strings.Split(strings.TrimSpace(page), "\n")
		title := strings.TrimPrefix(ls[0], "# ")
		var cur *Text
		n := 0
		k := 0
		for _, p := range ls[1:] {
			if cur == nil || n > 70 {
				k++
				out = append(out, Text{Kind: Section, Page: fmt.Sprintf("rozdzial/r%d.html", pi/10), Anchor: fmt.Sprintf("roz-%d.%d", pi+1, k), Heading: fmt.Sprintf("%d.%d. %s", pi+1, k, title)})
				cur = &out[len(out)-1]
				n = 0
			}
			cur.Paragraphs = append(cur.Paragraphs, p)
			n += len(strings.Fields(p))
		}
	}
	return out
}

func TestTmp(t *testing.T) {
	texts := load("/tmp/wing/gnome.txt")
	lexicon.For("pl")
	s := time.Now()
	x := New(lexicon.For("pl"), texts)
	fmt.Println("new", time.Since(s), len(texts), "texts", len(x.stream), "tokens", len(x.entries), "entries", x.groups, "groups", len(x.units), "units", len(x.paradigms), "paradigms", len(x.surfaces), "surfaces")
	s = time.Now()
	a, b := x.Streams()
	fmt.Println("streams", time.Since(s), len(a), len(b), len(a)+len(b))
	s = time.Now()
	y := Open(a, b)
	fmt.Println("open", time.Since(s))
	if !reflect.DeepEqual(x.stream, y.stream) || len(y.texts) != len(x.texts) {
		t.Error("stream")
	}
	for i := range x.texts {
		if x.texts[i] != y.texts[i] {
			t.Fatal(i)
		}
	}
	for i := range x.surface {
		if x.surfaces[x.surface[i]].word != y.surfaces[y.surface[i]].word || x.separators[x.separator[i]] != y.separators[y.separator[i]] {
			t.Fatal(i, x.surfaces[x.surface[i]], y.surfaces[y.surface[i]])
		}
	}
}
