package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// stream is what a page hears.
type stream struct {
	p        *preview
	version  string // of the page as it was loaded
	messages chan message
}

// changed reports whether a message says that the page is another by now.
func (s *stream) changed(m message) bool { return m.Version != s.version }

var versionIn = regexp.MustCompile(`data-version="([^"]*)"`)

// listen does what the script of a page that has just been loaded does.
func (p *preview) listen(page string) *stream {
	p.t.Helper()
	_, body, _ := p.get(page)
	m := versionIn.FindStringSubmatch(body)
	if m == nil {
		p.t.Fatalf("%s has no version", page)
	}
	return p.listenAs(page, m[1])
}

func (p *preview) listenAs(page, version string) *stream {
	p.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	p.t.Cleanup(cancel)
	query := url.Values{"page": {page}, "version": {version}}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.URL()+".strategia/events?"+query.Encode(), nil)
	p.must(err)
	res, err := http.DefaultClient.Do(req)
	p.must(err)
	if got := res.Header.Get("Content-Type"); got != "text/event-stream" {
		p.t.Fatal(got)
	}
	s := &stream{p, version, make(chan message, 1000)}
	go func() {
		defer res.Body.Close()
		defer close(s.messages)
		lines := bufio.NewScanner(res.Body)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var m message
				if json.Unmarshal([]byte(data), &m) == nil {
					s.messages <- m
				}
			}
		}
	}()
	return s
}

func (s *stream) next() message {
	s.p.t.Helper()
	select {
	case m, ok := <-s.messages:
		if !ok {
			s.p.t.Fatal("the connection ended")
		}
		return m
	case <-timeout():
		s.p.t.Fatal("no message")
	}
	return message{}
}

// Of two open pages only the one whose bytes change is loaded again.
func TestOnlyTheChangedPageReloads(t *testing.T) {
	p := open(t)
	goal, other := p.listen(goalPage), p.listen("/jednostka/zaklad-wzorcowy.html")
	for _, s := range []*stream{goal, other} {
		if m := s.next(); s.changed(m) || m.Errors > 0 || m.Stale {
			t.Fatalf("at first: %+v", m)
		}
	}
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	m := goal.next()
	for ; !goal.changed(m); m = goal.next() {
	}
	// The news brings the page with it, as it would be sent.
	if _, body, _ := p.get(goalPage); m.Page != body || !strings.Contains(body, "wszystkie") {
		t.Errorf("pushed: %.200s", m.Page)
	}
	if m := other.next(); other.changed(m) || m.Page != "" {
		t.Error("a page whose bytes are the same is told to load")
	}
	// The page as loaded again is told nothing new.
	again := p.listen(goalPage)
	if m := again.next(); again.changed(m) {
		t.Errorf("after loading: %+v", m)
	}
}

// A page that was loaded from another server, or long ago, hears it at once.
func TestOldVersionIsToldAtOnce(t *testing.T) {
	p := open(t)
	if s := p.listenAs(goalPage, "0123"); !s.changed(s.next()) {
		t.Error("nothing said")
	}
}

// Addresses come as the browser has them, escaped, and may be missing ones.
func TestPageNamesOfEvents(t *testing.T) {
	p := open(t, func(p *preview) {
		p.write("content/strona ąę.html", "<!doctype html><title>ą</title><p>treść")
	})
	if s := p.listen("/strona%20%C4%85%C4%99.html"); s.changed(s.next()) {
		t.Error("an escaped address is another page")
	}
	missing := p.listen("/jednostka/biblioteka.html")
	if missing.changed(missing.next()) {
		t.Error("a missing page is another")
	}
	p.write("content/jednostki/biblioteka.md", "---\nkind: unit\ntitle: \"Biblioteka\"\nunit_kind: public\n---\n\nCzytelnia.\n")
	for !missing.changed(missing.next()) {
	}
	if status, _, _ := p.get("/.strategia/events?page=%25zz"); status != http.StatusBadRequest {
		t.Error(status)
	}
}

// A page listens for hours: the time that a request may take is not for it.
func TestListeningOutlastsTheDeadlines(t *testing.T) {
	p := open(t)
	web := p.web(t.Context())
	web.ReadTimeout, web.WriteTimeout = 50*time.Millisecond, 50*time.Millisecond
	l, err := net.Listen("tcp", "127.0.0.1:0")
	p.must(err)
	go web.Serve(l)
	defer web.Close()
	req, err := http.NewRequest(http.MethodGet, "http://"+l.Addr().String()+"/.strategia/events?page=/&version=", nil)
	p.must(err)
	req.Host = "localhost:" + p.port
	res, err := http.DefaultClient.Do(req)
	p.must(err)
	defer res.Body.Close()
	lines := bufio.NewScanner(res.Body)
	lines.Buffer(nil, 1<<20)
	heard := func() bool {
		for lines.Scan() {
			if strings.HasPrefix(lines.Text(), "data: ") {
				return true
			}
		}
		return false
	}
	if !heard() {
		t.Fatal("nothing at first")
	}
	time.Sleep(4 * web.ReadTimeout)
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	if !heard() {
		t.Error("the connection ended")
	}
}
