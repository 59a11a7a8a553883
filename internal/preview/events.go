package preview

import (
	"bytes"
	"encoding/json"
	"fmt"
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
	// mostErrors is how many errors a page lists; the terminal has them all.
	mostErrors = 50
)

// message is what a page is told with each state.
type message struct {
	// Changed says that the page's version is another than the browser's.
	Changed bool `json:"changed"`
	// Stale says that pages are shown as they were before the errors.
	Stale  bool `json:"stale"`
	Errors int  `json:"errors"`
	// Text lists the errors as the terminal does.
	Text string `json:"text"`
	// Failed is why the folder could not be read, or "".
	Failed string `json:"failed"`
}

// serveEvents tells the page at ?page, which has the version ?version, of every
// state from the current one on.
func (s *Server) serveEvents(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	page, err := url.PathUnescape(query.Get("page"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		return
	}
	conn := http.NewResponseController(w)
	alive := time.NewTicker(keepAlive)
	defer alive.Stop()
	fmt.Fprint(w, "retry: 1000\n\n")
	for {
		st := s.current.Load()
		b, err := json.Marshal(s.messageFor(st, page, query.Get("version")))
		if err != nil {
			panic(err) // a message holds nothing that JSON can't
		}
		conn.SetWriteDeadline(time.Now().Add(writeFor))
		fmt.Fprintf(w, "data: %s\n\n", b)
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

func (s *Server) messageFor(st *state, page, version string) message {
	m := message{Changed: s.lookUp(st, page).version != version}
	// Looking may have found that a layout fails.
	if now := s.current.Load(); now.build == st.build {
		st = now
	}
	ds := st.errors()
	m.Errors = len(ds)
	m.Stale = st.good != st.build || len(st.broken) > 0
	if st.failed != nil {
		m.Failed = st.failed.Error()
	}
	if len(ds) > 0 {
		var b bytes.Buffer
		p := diag.Printer{Lang: s.opts.Lang, File: s.session.File}
		p.Print(&b, "text", ds[:min(len(ds), mostErrors)])
		m.Text = b.String()
	}
	return m
}
