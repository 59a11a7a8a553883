package markdown

import (
	"slices"
	"strings"
	"sync"

	"strategia/internal/source"
	"strategia/internal/strategy"
)

// room is what a body is written in before all that stays of it gets memory of
// its own size. It is kept from one file to the next: lists that grow again and
// again would be half of what parsing throws away.
type room struct {
	out      []byte // the prose
	scratch  []byte // of plainBytes
	csv      []byte
	cells    []cell
	owners   map[string]source.Span
	sections []strategy.Section
	links    []strategy.Link
	anchors  []string
	passages []uint32
}

// maxRoom is the number of bytes of prose beyond which a room is not kept: such
// files are rare.
const maxRoom = 1 << 20

var rooms = sync.Pool{New: func() any {
	return &room{out: make([]byte, 0, 32<<10), owners: map[string]source.Span{}}
}}

// enterRoom returns a room whose lists e has until leave.
func enterRoom(e *strategy.Entry) *room {
	w := rooms.Get().(*room)
	e.Sections, e.Links, e.Anchors, e.Passages = w.sections[:0], w.links[:0], w.anchors[:0], w.passages[:0]
	return w
}

// leave gives the lists of e memory of their own, and the room back.
func (w *room) leave(e *strategy.Entry) {
	w.sections, w.links, w.anchors, w.passages = e.Sections, e.Links, e.Anchors, e.Passages
	e.Sections, e.Links, e.Anchors, e.Passages = own(e.Sections), own(e.Links), own(e.Anchors), own(e.Passages)
	compact(e)
	if len(w.out) > maxRoom {
		return
	}
	clear(w.sections)
	clear(w.links)
	clear(w.anchors)
	clear(w.cells)
	clear(w.owners)
	rooms.Put(w)
}

// own returns a copy of list, nil if there is nothing in it.
func own[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Clone(list)
}

// compact moves the many small strings of an entry's sections and anchors into
// one, and those of its links, which may be forgotten before the others, into
// another. At ten thousand chapters they are most of what stays in memory between
// parsing and the making of pages, and the garbage collector walks each of them
// again and again.
func compact(e *strategy.Entry) {
	join(func(do func(*string)) {
		for i := range e.Anchors {
			do(&e.Anchors[i])
		}
		for i := range e.Sections {
			s := &e.Sections[i]
			if k, ok := slices.BinarySearch(e.Anchors, s.Anchor); ok {
				s.Anchor = e.Anchors[k]
			}
			do(&s.Number)
			if s.Cite != s.Number {
				do(&s.Cite)
			} else {
				s.Cite = s.Number
			}
			do(&s.Title)
		}
	})
	join(func(do func(*string)) {
		for i := range e.Links {
			l := &e.Links[i]
			do(&l.Target)
			do(&l.Fragment)
			do(&l.Period)
			do(&l.Text)
		}
	})
}

// join makes the strings that each tells parts of one.
func join(each func(do func(*string))) {
	size := 0
	each(func(s *string) { size += len(*s) })
	var all strings.Builder
	all.Grow(size)
	each(func(s *string) {
		start := all.Len()
		all.WriteString(*s)
		*s = all.String()[start:]
	})
}
