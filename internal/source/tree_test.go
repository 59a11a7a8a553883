package source

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

// Sum says of every file what reading it would, though it passes through a room
// that is smaller than the file.
func TestSum(t *testing.T) {
	fsys := fstest.MapFS{
		"content/empty.md": {Data: nil},
		"content/short.md": {Data: []byte("Ład\n")},
		"content/long.md":  {Data: []byte(strings.Repeat("strategia ", 5000))},
		"content/huge.png": {Data: make([]byte, MaxFile+1)},
	}
	tree := New(fsys)
	room := make([]byte, 64)
	for _, p := range []string{"content/empty.md", "content/short.md", "content/long.md"} {
		f, err := tree.ReadItem(Item{p})
		if err != nil {
			t.Fatal(err)
		}
		if sum, err := tree.Sum(Item{p}, room); err != nil || sum != f.Sum {
			t.Errorf("%s: %x, %v; want %x", p, sum, err, f.Sum)
		}
	}
	if _, err := tree.Sum(Item{"content/huge.png"}, make([]byte, 1<<20)); !errors.Is(err, ErrTooBig) {
		t.Errorf("a file that is too big: %v", err)
	}
	if _, err := tree.Sum(Item{"content/none.md"}, room); err == nil {
		t.Error("a file that is not there has a sum")
	}
}

// Names that a system writes in decomposed letters are known, and read, in composed
// ones; of two that differ in nothing else the second is refused.
func TestComposed(t *testing.T) {
	fsys := fstest.MapFS{
		"content/o\u0301s/z\u0307o\u0301\u0142w.md": {Data: []byte("a")},
		"content/\u015bniady.md":                    {Data: []byte("b")},
		"content/s\u0301niady.md":                   {Data: []byte("c")},
	}
	tree := New(fsys)
	items, refused := tree.List("content")
	if len(items) != 2 || len(refused) != 1 || refused[0].Reason != Twice || refused[0].Path != "content/\u015bniady.md" {
		t.Errorf("%q, %v", items, refused)
	}
	name := "content/\u00f3s/\u017c\u00f3\u0142w.md"
	f, err := tree.Read(name)
	if err != nil || f.Path != name || string(f.Bytes) != "a" || !tree.Lists(name) || tree.Absent(name) {
		t.Errorf("%v, %v", f, err)
	}
	if file, _ := tree.Look(name); !file {
		t.Error("it is no file")
	}
	if sum, err := tree.Sum(Item{name}, make([]byte, 8)); err != nil || sum != f.Sum {
		t.Error(sum, err)
	}
}
