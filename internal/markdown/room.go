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

// compact moves the many small strings of an entry's sections, links and
// anchors into one. At ten thousand chapters they are most of what stays in
// memory between parsing and the making of pages, and the garbage collector
// walks each of them again and again.
func compact(e *strategy.Entry) {
	size := 0
	each(e, func(s *string) { size += len(*s) })
	var all strings.Builder
	all.Grow(size)
	last := "" // a section is mostly cited by its number
	each(e, func(s *string) {
		if *s != last {
			start := all.Len()
			all.WriteString(*s)
			last = all.String()[start:]
		}
		*s = last
	})
}

// each calls do for every string that compact moves.
func each(e *strategy.Entry, do func(*string)) {
	for i := range e.Anchors {
		do(&e.Anchors[i])
	}
	for i := range e.Sections {
		s := &e.Sections[i]
		do(&s.Anchor)
		do(&s.Number)
		do(&s.Cite)
		do(&s.Title)
	}
	for i := range e.Links {
		l := &e.Links[i]
		do(&l.Target)
		do(&l.Fragment)
		do(&l.Period)
		do(&l.Text)
	}
}
