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
