package build

import (
	"fmt"
	"os"
	"slices"
	"sync"
)

// inMemory is how many bytes of rendered text, those of some 2 000 chapters, a
// store that may spill holds before they go to a temporary file. A whole document
// of 10 000 chapters is 70 MB; holding it would double what a build needs.
const inMemory = 16 << 20

// store keeps the rendered bytes between parsing and the making of pages.
type store struct {
	spill bool // whether more than inMemory goes to a file

	mu      sync.Mutex
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
	if !s.spill || len(b) == 0 {
		return blob{mem: b, n: len(b)}, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.waiting)+len(b) > inMemory {
		if err := s.write(); err != nil {
			return blob{}, err
		}
	}
	if s.waiting == nil {
		s.waiting = make([]byte, 0, inMemory) // of which only what is used takes memory
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

// settle is called when all is stored: where there is a file, all of it goes there.
func (s *store) settle() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.file == nil {
		return nil
	}
	err := s.write()
	s.waiting = nil
	return err
}

// get returns a stored stretch of bytes once all is stored. It must not be changed;
// *buf is the room for bytes that have left memory, and grows as needed.
func (s *store) get(b blob, buf *[]byte) []byte {
	switch {
	case b.mem != nil || b.n == 0:
		return b.mem
	case s.file == nil:
		return s.waiting[b.off:][:b.n]
	}
	*buf = slices.Grow((*buf)[:0], b.n)[:b.n]
	if _, err := s.file.ReadAt(*buf, b.off); err != nil {
		panic(&environment{fmt.Errorf("read the temporary file %s: %w", s.file.Name(), err)})
	}
	return *buf
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
