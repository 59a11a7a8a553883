package build

import (
	"bytes"
	"os"
	"sync"
	"testing"
)

// What is stored is found again, in the temporary file or waiting to be written to
// it.
func TestStore(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := &store{spill: true}
	const each = 60
	text := func(n int) []byte { return bytes.Repeat([]byte{byte(n), byte(n >> 8), 'x'}, n*577%99991) }
	blobs := make([]blob, 4*each)
	var all sync.WaitGroup
	for k := range 4 {
		all.Go(func() {
			for n := k * each; n < (k+1)*each; n++ {
				var err error
				if blobs[n], err = s.put(text(n)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if s.written == 0 || len(s.waiting) == 0 || len(s.waiting) > inMemory {
		t.Fatalf("%d bytes written, %d waiting: the test looks at too little", s.written, len(s.waiting))
	}
	if err := s.settle(); err != nil || s.waiting != nil {
		t.Fatalf("%d bytes still wait: %v", len(s.waiting), err)
	}
	var buf []byte
	for n, b := range blobs {
		if got := s.get(b, &buf); !bytes.Equal(got, text(n)) {
			t.Fatalf("blob %d: %d bytes, want %d", n, len(got), len(text(n)))
		}
	}
	name := s.file.Name()
	s.close()
	if _, err := os.Stat(name); err == nil {
		t.Errorf("%s was left", name)
	}
}

// What is little enough stays in memory.
func TestStoreOfLittle(t *testing.T) {
	s := &store{spill: true}
	var blobs []blob
	for _, text := range []string{"one", "", "three"} {
		b, err := s.put([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		blobs = append(blobs, b)
	}
	if err := s.settle(); err != nil || s.file != nil {
		t.Fatalf("a file was made: %v", err)
	}
	var buf []byte
	for i, want := range []string{"one", "", "three"} {
		if got := string(s.get(blobs[i], &buf)); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
