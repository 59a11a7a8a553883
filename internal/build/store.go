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

// mostWaiting is how many bytes wait to be written at once: three writes for every
// chapter would cost a twelfth of its parsing.
const mostWaiting = 1 << 20

// store keeps the rendered bodies between parsing and the making of pages.
type store struct {
	spill bool // whether more than inMemory goes to a file

	mu      sync.Mutex
	held    int
	file    *os.File
	written int64  // bytes of the file
	waiting []byte // what comes behind them
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
	defer s.mu.Unlock()
	if !s.spill || s.held+len(b) <= inMemory {
		s.held += len(b)
		return blob{mem: b, n: len(b)}, nil
	}
	if len(s.waiting)+len(b) > mostWaiting {
		if err := s.write(); err != nil {
			return blob{}, err
		}
	}
	at := blob{off: s.written + int64(len(s.waiting)), n: len(b)}
	s.waiting = append(s.waiting, b...)
	return at, nil
}

// write writes what waits.
func (s *store) write() (err error) {
	if s.file == nil {
		if s.file, err = os.CreateTemp("", "strategia-"); err != nil {
			return fmt.Errorf("make a temporary file: %w", err)
		}
	}
	n, err := s.file.WriteAt(s.waiting, s.written)
	if err != nil {
		return fmt.Errorf("write the temporary file %s: %w", s.file.Name(), err)
	}
	s.written, s.waiting = s.written+int64(n), s.waiting[:0]
	return nil
}

// get returns a stored stretch of bytes, which must not be changed; *buf is
// the room for bytes that have left memory, and grows as needed.
func (s *store) get(b blob, buf *[]byte) []byte {
	if b.mem != nil || b.n == 0 {
		return b.mem
	}
	*buf = slices.Grow((*buf)[:0], b.n)[:b.n]
	out := *buf
	if s.waits(b, out) {
		return out
	}
	if _, err := s.file.ReadAt(out, b.off); err != nil {
		panic(&environment{fmt.Errorf("read the temporary file %s: %w", s.file.Name(), err)})
	}
	return out
}

// waits copies b to out if it was not written yet.
func (s *store) waits(b blob, out []byte) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if b.off < s.written {
		return false
	}
	copy(out, s.waiting[b.off-s.written:])
	return true
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
