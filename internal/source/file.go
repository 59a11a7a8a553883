// Package source knows files as an author wrote them: a path, the bytes, their
// SHA-256 and their lines. It reads a site's folder and tells what it refused
// to read. It imports nothing of ours and never writes.
//
// Positions are byte offsets into a file. Lines and columns are worked out only
// when somebody is to be told, because nearly all offsets are never shown.
package source

import (
	"bytes"
	"crypto/sha256"
	"path"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Sum is the SHA-256 of a file's bytes.
type Sum [sha256.Size]byte

// File is one file as it was read. It is immutable.
type File struct {
	// Path is relative to the site's folder and slash-separated:
	// "content/8-wdrozenie.md".
	Path  string
	Bytes []byte
	Sum   Sum

	once  sync.Once
	lines []int // offsets at which lines start
}

// NewFile returns the file at path that holds b, which it keeps.
func NewFile(path string, b []byte) *File {
	return &File{Path: path, Bytes: b, Sum: sha256.Sum256(b)}
}

// Stem is the last part of a path without its ending: "8-wdrozenie".
func Stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }

// UTF16 reports whether the file is a text in UTF-16, which starts with its mark or
// has a NUL for every other byte of Latin letters.
func (f *File) UTF16() bool {
	b := f.Bytes[:min(len(f.Bytes), 4096)]
	nul := bytes.Count(b, []byte{0})
	return len(b) > 3 && (bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) || nul > len(b)/4 && nul < len(b)*3/4)
}

// Span is a place in a file: the bytes [Start, End). Where Key is set the place
// is a value of the front matter, named by its path ("goals[2].maps[0]"), and
// Start and End are not known yet: the front matter is decoded without
// positions, which are looked up only for the few places that get reported.
type Span struct {
	Path       string
	Start, End int
	Key        string
}

// Position is a place for people: both numbers start at 1, and a column counts
// characters, not bytes.
type Position struct {
	Line, Column int
}

func (f *File) index() []int {
	f.once.Do(func() {
		f.lines = append(f.lines, 0)
		for off := 0; ; {
			i := bytes.IndexByte(f.Bytes[off:], '\n')
			if i < 0 {
				return
			}
			off += i + 1
			f.lines = append(f.lines, off)
		}
	})
	return f.lines
}

// Position returns the line and column of the byte at off. An offset outside
// the file is taken as the nearer end.
func (f *File) Position(off int) Position {
	off = max(0, min(off, len(f.Bytes)))
	lines := f.index()
	n := sort.Search(len(lines), func(i int) bool { return lines[i] > off })
	return Position{Line: n, Column: 1 + utf8.RuneCount(f.Bytes[lines[n-1]:off])}
}

// Line returns the text of line n (from 1) without its line ending, and the
// offset at which it starts. A line that does not exist is empty.
func (f *File) Line(n int) (text []byte, start int) {
	lines := f.index()
	if n < 1 || n > len(lines) {
		return nil, len(f.Bytes)
	}
	start = lines[n-1]
	end := len(f.Bytes)
	if n < len(lines) {
		end = lines[n] - 1
	}
	return bytes.TrimSuffix(f.Bytes[start:end], []byte("\r")), start
}
