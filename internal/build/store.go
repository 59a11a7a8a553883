package build

import (
	"fmt"
	"os"
	"slices"
	"sync"
)

// inMemory is how many bytes of rendered text a store holds before it goes on
// in a temporary file. A whole document of 10 000 chapters is 70 MB; holding it
// would double what a build needs.
const inMemory = 4 << 20

// store keeps the rendered bodies between parsing and the making of pages.
type store struct {
	spill bool // whether more than inMemory goes to a file

	mu   sync.Mutex
	held int
	file *os.File
	end  int64
}

// blob is a stored stretch of bytes.
type blob struct {
	mem []byte
	off int64
	n   int
}

func (s *store) put(b []byte) (blob, error) {
	if len(b) == 0 {
		return blob{}, nil
	}
	s.mu.Lock()
	if !s.spill || s.held+len(b) <= inMemory {
		s.held += len(b)
		s.mu.Unlock()
		return blob{mem: b, n: len(b)}, nil
	}
	if s.file == nil {
		f, err := os.CreateTemp("", "strategia-")
		if err != nil {
			s.mu.Unlock()
			return blob{}, fmt.Errorf("make a temporary file: %w", err)
		}
		s.file = f
	}
	at := blob{off: s.end, n: len(b)}
	s.end += int64(len(b))
	s.mu.Unlock()
	if _, err := s.file.WriteAt(b, at.off); err != nil {
		return blob{}, fmt.Errorf("write the temporary file %s: %w", s.file.Name(), err)
	}
	return at, nil
}

// get returns a stored stretch of bytes, which must not be changed; *buf is
// the room for bytes that have left memory, and grows as needed.
func (s *store) get(b blob, buf *[]byte) []byte {
	if b.mem != nil || b.n == 0 {
		return b.mem
	}
	*buf = slices.Grow((*buf)[:0], b.n)[:b.n]
	out := *buf
	if _, err := s.file.ReadAt(out, b.off); err != nil {
		panic(&environment{fmt.Errorf("read the temporary file %s: %w", s.file.Name(), err)})
	}
	return out
}

// close removes the temporary file.
func (s *store) close() {
	if s.file != nil {
		s.file.Close()
		os.Remove(s.file.Name())
	}
}

// environment carries an error of the system out of the making of an artefact,
// whose functions are pure and return none.
type environment struct{ err error }
