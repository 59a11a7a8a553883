package arena_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unsafe"

	"strategia/internal/arena"
)

type part struct {
	Name  string
	Count int
	Tags  []string
}

type whole struct {
	ID     string
	Parts  []part
	Sums   []uint32
	Main   *part
	Named  map[string]string
	Empty  []string
	own    []string
	Nested struct{ Deep [][]string }
}

func sample(n int) *whole {
	w := &whole{
		ID: fmt.Sprint("id-", n), Sums: []uint32{1, 2, uint32(n)}, Main: &part{Name: "main", Tags: []string{"a", fmt.Sprint(n)}},
		Named: map[string]string{"k": "v"}, Empty: []string{}, own: []string{"x"},
	}
	for i := range n % 7 {
		w.Parts = append(w.Parts, part{fmt.Sprint("part ", i), i, []string{strings.Repeat("ż", i)}})
	}
	w.Nested.Deep = [][]string{{"one"}, {"two", "three"}}
	return w
}

// What was moved says the same, and nothing that the original or a neighbour does
// changes it.
func TestMove(t *testing.T) {
	var a arena.Arena
	var moved []*whole
	for n := range 3000 {
		w := sample(n)
		was := w
		a.Move(&w)
		if w == was || w.Main == was.Main || unsafe.StringData(w.ID) == unsafe.StringData(was.ID) || len(w.Parts) > 0 && &w.Parts[0] == &was.Parts[0] {
			t.Fatal("nothing was moved")
		}
		for i := range was.Parts {
			was.Parts[i] = part{}
		}
		was.Main.Name, was.Sums[0] = "another", 99
		moved = append(moved, w)
	}
	for n, w := range moved {
		w.Parts = append(w.Parts, part{Name: "more"})[:len(w.Parts)] // in memory of its own
		w.Sums = append(w.Sums, 7)[:3]
		want := sample(n)
		want.Empty = nil
		if n%7 == 0 {
			w.Parts = nil
		}
		if !reflect.DeepEqual(w, want) {
			t.Fatalf("%d: %+v, not %+v", n, w, want)
		}
	}
}

func TestMoveLarge(t *testing.T) {
	var a arena.Arena
	text, sums := strings.Repeat("x", 1<<20), make([]uint32, 1<<20)
	sums[5] = 5
	v := struct {
		Text string
		Sums []uint32
	}{text, sums}
	a.Move(&v)
	sums[5] = 0
	if v.Text != text || len(v.Sums) != 1<<20 || v.Sums[5] != 5 {
		t.Error("what is larger than a piece is lost")
	}
}

func TestList(t *testing.T) {
	var a arena.List[string]
	if a.Copy([]string{}) != nil {
		t.Error("of nothing came something")
	}
	var lists [][]string
	for n := range 2000 {
		list := make([]string, n%50)
		for i := range list {
			list[i] = fmt.Sprint(n, i)
		}
		lists = append(lists, a.Copy(list))
		clear(list)
	}
	one := a.Add("alone")
	for n, list := range lists {
		if len(list) != n%50 || cap(list) != len(list) {
			t.Fatalf("list %d has %d of %d values", n, len(list), cap(list))
		}
		for i, s := range list {
			if s != fmt.Sprint(n, i) {
				t.Fatalf("list %d, value %d: %q", n, i, s)
			}
		}
	}
	if *one != "alone" {
		t.Errorf("%q", *one)
	}
}
