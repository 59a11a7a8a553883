package markdown

import (
	"sync"

	"strategia/internal/arena"
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
	// stays has what stays of files but for their links, which may be forgotten
	// before the rest.
	stays, passes arena.Arena
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
	e.Sections, e.Links, e.Passages, w.anchors = w.sections[:0], w.links[:0], w.passages[:0], w.anchors[:0]
	return w
}

// leave gives the room back and returns e with all that it says in memory of its
// own.
func (w *room) leave(e *strategy.Entry) *strategy.Entry {
	w.sections, w.links, w.passages = e.Sections, e.Links, e.Passages
	links := e.Links
	e.Links = nil
	w.stays.Move(&e)
	w.passes.Move(&links)
	e.Links = links
	if len(w.out) > maxRoom {
		return e
	}
	clear(w.sections)
	clear(w.links)
	clear(w.anchors)
	clear(w.cells)
	clear(w.owners)
	rooms.Put(w)
	return e
}
