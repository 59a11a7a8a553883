package preview

import (
	"bytes"
	"strings"
	"sync"
	"time"
)

// reader is a page in a browser that listens. Hidden pages don't.
type reader struct {
	page  string // path of its artefact
	since time.Time
}

// readers are all that listen at the moment.
type readers struct {
	mu   sync.Mutex
	list map[*reader]bool
}

// mostReaders is how many pages may listen at once: more than anybody looks at.
const mostReaders = 500

// enter adds a page, unless there are too many.
func (rs *readers) enter(page string) (*reader, bool) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	if len(rs.list) >= mostReaders {
		return nil, false
	}
	if rs.list == nil {
		rs.list = map[*reader]bool{}
	}
	r := &reader{page: page, since: time.Now()}
	rs.list[r] = true
	return r, true
}

func (rs *readers) leave(r *reader) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	delete(rs.list, r)
}

// pages returns the paths of the pages that listen, each once.
func (rs *readers) pages() map[string]bool {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	out := map[string]bool{}
	for r := range rs.list {
		if !strings.HasPrefix(r.page, ".") { // the preview's own
			out[r.page] = true
		}
	}
	return out
}

// newest returns the page that was opened, or looked at again, last.
func (rs *readers) newest() *reader {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	var last *reader
	for r := range rs.list {
		if last == nil || r.since.After(last.since) {
			last = r
		}
	}
	return last
}

// lead picks who is to be led to the last edit, if the preview follows edits,
// the edit is of the build that was begun then, and no open page shows the text.
func (s *Server) lead(st *state, build time.Time) {
	if !s.opts.Follow || len(st.edits) == 0 {
		return
	}
	last := &st.edits[len(st.edits)-1]
	if !last.at.Equal(build) {
		return
	}
	for page := range s.readers.pages() {
		if page == last.Page {
			return
		}
		if a, _ := s.shelf.find(page, st.edition); a != nil && bytes.Contains(a.body, []byte(`"`+last.Path+`:`)) {
			return
		}
	}
	last.guide = s.readers.newest()
}
