package build

import (
	"bytes"
	"os"
	"sync"
	"testing"
)

// What is stored is found again, wherever it is by then: in memory, in the
// temporary file, or waiting to be written to it.
func TestStore(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := &store{spill: true}
	const each = 200
	text := func(n int) []byte { return bytes.Repeat([]byte{byte(n), byte(n >> 8), 'x'}, n*57%9973) }
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
	if s.held == 0 || s.written == 0 || len(s.waiting) == 0 || s.held > inMemory {
		t.Fatalf("%d bytes held, %d written, %d waiting: the test looks at too little", s.held, s.written, len(s.waiting))
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
