package build

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// inBuffer is the size up to which an artefact is held in memory while it is
// made. A larger one, such as the whole document on one page, goes straight to
// its file.
const inBuffer = 256 << 10

// sink receives one artefact: it collects or stores the bytes, and has the HTML
// scanned as it passes. A sink is used for one artefact after another.
type sink struct {
	buf    bytes.Buffer
	file   *os.File // once the artefact is larger than inBuffer
	path   string   // where file is made; "" keeps nothing beyond the buffer
	size   int64
	scan   func(page []byte) // called with stretches of whole tags; nil for data
	unread []byte            // a tail without its end, for the next scan
}

func (s *sink) reset(path string, scan func([]byte)) {
	s.buf.Reset()
	s.file, s.path, s.size, s.scan, s.unread = nil, path, 0, scan, s.unread[:0]
}

// Write takes part of the artefact.
func (s *sink) Write(p []byte) (int, error) {
	s.size += int64(len(p))
	s.buf.Write(p)
	if s.buf.Len() < inBuffer {
		return len(p), nil
	}
	return len(p), s.flush()
}

// WriteString is Write without a copy.
func (s *sink) WriteString(p string) (int, error) {
	s.size += int64(len(p))
	s.buf.WriteString(p)
	if s.buf.Len() < inBuffer {
		return len(p), nil
	}
	return len(p), s.flush()
}

// flush moves the buffer into the file.
func (s *sink) flush() error {
	s.scanPart()
	defer s.buf.Reset()
	if s.path == "" {
		return nil
	}
	if s.file == nil {
		f, err := os.OpenFile(s.path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
		if err != nil {
			return fmt.Errorf("write the output: %w", err)
		}
		s.file = f
	}
	if _, err := s.file.Write(s.buf.Bytes()); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}

// scanPart scans the buffer up to its last tag, whose end may not be there yet.
func (s *sink) scanPart() {
	if s.scan == nil {
		return
	}
	s.unread = append(s.unread, s.buf.Bytes()...)
	cut := bytes.LastIndexByte(s.unread, '<')
	if cut < 0 {
		return
	}
	s.scan(s.unread[:cut])
	s.unread = append(s.unread[:0], s.unread[cut:]...)
}

// end finishes the artefact and reports whether the file at old holds the same
// bytes. If it doesn't, the new bytes are at the sink's path.
func (s *sink) end(old string) (same bool, err error) {
	if s.file != nil {
		if err := s.flush(); err != nil {
			return false, err
		}
		s.finishScan(nil)
		defer s.file.Close()
		if same, err = equalFiles(s.file, s.size, old); err == nil && same {
			os.Remove(s.path)
		}
		return same, err
	}
	s.finishScan(s.buf.Bytes())
	if s.path == "" {
		return false, nil
	}
	if same, err = s.equals(old); err != nil || same {
		return same, err
	}
	if err := os.WriteFile(s.path, s.buf.Bytes(), 0o644); err != nil {
		return false, fmt.Errorf("write the output: %w", err)
	}
	return false, nil
}

func (s *sink) finishScan(rest []byte) {
	if s.scan == nil {
		return
	}
	if len(s.unread) > 0 {
		rest = append(s.unread, rest...)
	}
	s.scan(rest)
}

// equals compares the buffer with the file at old, where there is one.
func (s *sink) equals(old string) (bool, error) {
	if old == "" {
		return false, nil
	}
	info, err := os.Lstat(old)
	if err != nil || info.Size() != s.size || !info.Mode().IsRegular() {
		return false, nil
	}
	b, err := os.ReadFile(old)
	return err == nil && bytes.Equal(b, s.buf.Bytes()), nil
}

// equalFiles compares an open file of the given size with the file at old.
func equalFiles(f *os.File, size int64, old string) (bool, error) {
	if old == "" {
		return false, nil
	}
	info, err := os.Lstat(old)
	if err != nil || info.Size() != size || !info.Mode().IsRegular() {
		return false, nil
	}
	g, err := os.Open(old)
	if err != nil {
		return false, nil
	}
	defer g.Close()
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return false, fmt.Errorf("read the output: %w", err)
	}
	a, b := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		n, errA := io.ReadFull(f, a)
		m, errB := io.ReadFull(g, b)
		if n != m || !bytes.Equal(a[:n], b[:m]) {
			return false, nil
		}
		if errA != nil || errB != nil {
			return errA == errB, nil
		}
	}
}
