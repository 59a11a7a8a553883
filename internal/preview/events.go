package preview

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"strategia/internal/diag"
)

const (
	// keepAlive is how often a quiet connection gets a sign of life, so that a
	// dead one is found.
	keepAlive = 20 * time.Second
	// writeFor is how long a browser may take to accept a message.
	writeFor = 10 * time.Second
	// mostPushed is the size up to which a page is sent with the news of it: that
	// saves a request, and a big page would hold up the news.
	mostPushed = 256 << 10
)

// message is what a page is told with each state.
type message struct {
	// Version is the page's as it would be sent now, Page the page itself where
	// it is another than the reader has; not if it is too big for a message.
	Version string `json:"version"`
	Page    string `json:"page,omitempty"`
	// Stale says that pages are shown as they were before the errors.
	Stale    bool `json:"stale"`
	Errors   int  `json:"errors"`
	Warnings int  `json:"warnings"`
	// Problems is another with every other list of errors and warnings.
	Problems string `json:"problems"`
	// Failed is why the folder could not be read, or "".
	Failed string `json:"failed"`
	// Edits are the places that were edited since the last message.
	Edits []messageEdit `json:"edits"`
	// Follow says that the page is to go where the text is edited, Go that it is
	// to open this address for that.
	Follow bool   `json:"follow"`
	Go     string `json:"go"`
}

type messageEdit struct {
	Address string `json:"address"` // of the section
	Here    bool   `json:"here"`    // on the page itself
	Label   string `json:"label"`
	Source  string `json:"source"` // as in site.SourceAttribute
}

// serveEvents tells the page at ?page, of which the browser has ?version, of every
// state from the current one on.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	page, err := url.PathUnescape(r.URL.Query().Get("page"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	me, ok := s.readers.enter(artefactAt(page))
	if !ok {
		http.Error(w, http.StatusText(http.StatusServiceUnavailable), http.StatusServiceUnavailable)
		return
	}
	defer s.readers.leave(me)
	w.WriteHeader(http.StatusOK)
	conn := http.NewResponseController(w)
	alive := time.NewTicker(keepAlive)
	defer alive.Stop()
	fmt.Fprint(w, "retry: 500\n\n")
	told, has := s.told(me), r.URL.Query().Get("version")
	for {
		st := s.current.Load()
		m, a := s.messageFor(st, page, me, told)
		if told = st.lastEdit(); m.Version != has && a.html() && len(a.body) <= mostPushed {
			m.Page = string(s.withScript(a, near(r)))
		}
		has = m.Version
		conn.SetWriteDeadline(time.Now().Add(writeFor))
		io.WriteString(w, "data: ")
		lines := json.NewEncoder(w) // a line each, in which line ends are escaped
		lines.SetEscapeHTML(false)
		if lines.Encode(m) != nil {
			return
		}
		io.WriteString(w, "\n")
		for waiting := true; waiting; {
			if conn.Flush() != nil {
				return
			}
			select {
			case <-r.Context().Done():
				return
			case <-st.next:
				waiting = false
			case <-alive.C:
				conn.SetWriteDeadline(time.Now().Add(writeFor))
				fmt.Fprint(w, ":\n\n")
			}
		}
	}
}

// told returns the number of the last edit that a page which begins to listen
// need not be told: it is told of a fresh one on itself, to which it may have
// been led.
func (s *Server) told(me *reader) uint64 {
	st := s.current.Load()
	if n := len(st.edits); n > 0 {
		if last := st.edits[n-1]; last.Page == me.page && time.Since(last.at) < freshFor {
			return last.number - 1
		}
	}
	return st.lastEdit()
}

func (s *Server) messageFor(st *state, page string, me *reader, told uint64) (message, *answer) {
	a := s.lookUp(st, page)
	m := message{Version: a.version, Follow: s.opts.Follow}
	// Looking may have found that a layout fails.
	if now := s.current.Load(); now.build == st.build {
		st = now
	}
	ds := st.problems()
	m.Errors, m.Warnings = diag.Count(ds, diag.Error), diag.Count(ds, diag.Warning)
	m.Problems = nameOf(ds)
	m.Stale = st.stale()
	if st.failed != nil {
		m.Failed = st.failed.Error()
	}
	for _, e := range st.edits {
		if e.number <= told {
			continue
		}
		address := &url.URL{Path: "/" + e.Page, Fragment: e.Anchor}
		m.Edits = append(m.Edits, messageEdit{
			Address: address.String(), Here: e.Page == me.page, Label: e.Label, Source: fmt.Sprintf("%s:%d", e.Path, e.Line),
		})
		if e.guide == me {
			m.Go = address.String()
		}
	}
	return m, a
}
