package preview

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"strategia/internal/diag"
)

// addr is an address by its text.
type addr string

func (a addr) Network() string { return "tcp" }
func (a addr) String() string  { return string(a) }

// A preview that lets others in still answers to no name but the given one, as a
// foreign name can be made to lead here; an address can't.
func TestPublicPreview(t *testing.T) {
	for _, c := range []struct {
		given, host, local string
		want               bool
	}{
		{"0.0.0.0:8080", "192.168.0.7:8080", "192.168.0.7:8080", true},
		{"0.0.0.0:8080", "localhost:8080", "127.0.0.1:8080", true},
		{"0.0.0.0:8080", "192.168.0.9:8080", "192.168.0.7:8080", false},
		{"0.0.0.0:8080", "192.168.0.7:8081", "192.168.0.7:8080", false},
		{"0.0.0.0:8080", "evil.example:8080", "192.168.0.7:8080", false},
		{"0.0.0.0:8080", "192.168.0.7.evil.example:8080", "192.168.0.7:8080", false},
		{"[::]:8080", "[fe80::1]:8080", "[fe80::1%eth0]:8080", true},
		{"[::]:8080", "192.168.0.7:8080", "[::ffff:192.168.0.7]:8080", true},
		{"biurko.example:8080", "biurko.example:8080", "192.168.0.7:8080", true},
		{"biurko.example:8080", "BIURKO.example.:8080", "192.168.0.7:8080", true},
		{"biurko.example:8080", "x.biurko.example:8080", "192.168.0.7:8080", false},
		{"192.168.0.7:8080", "192.168.0.7:8080", "192.168.0.7:8080", true},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, net.Addr(addr(c.local))))
		s := &Server{opts: Options{Public: true, Addr: c.given}, port: "8080"}
		if got := s.ours(r, c.host); got != c.want {
			t.Errorf("%s at %s for %s: %v", c.given, c.local, c.host, got)
		}
		s.opts.Public = false
		if s.ours(r, c.host) != strings.HasPrefix(c.host, "localhost") {
			t.Errorf("%s answers to %s though it is not public", c.given, c.host)
		}
	}
	for from, want := range map[string]bool{"127.0.0.1:5": true, "[::1]:5": true, "[::ffff:127.0.0.1]:5": true, "192.168.0.7:5": false, "": false} {
		r := httptest.NewRequest(http.MethodPost, "/", nil)
		r.RemoteAddr = from
		if near(r) != want {
			t.Errorf("near(%q) is not %v", from, want)
		}
	}
	s := &Server{token: "tajny", opts: Options{Editor: Editor{link: vscodeLink}}}
	if far := string(s.script(&answer{}, false)); strings.Contains(far, "tajny") {
		t.Errorf("another computer gets the token: %s", far)
	}
	if by := string(s.script(&answer{}, true)); !strings.Contains(by, "tajny") {
		t.Errorf("this computer does not get the token: %s", by)
	}
}

// The warning is due, and the server is reached from outside the loopback names.
func TestPublicPreviewStarts(t *testing.T) {
	p := open(t)
	var started Started
	s, err := Start(t.Context(), Options{Dir: p.dir, Addr: "0.0.0.0:0", Public: true, Lang: diag.English, Log: func(e Event) {
		if e, ok := e.(Started); ok {
			started = e
		}
	}})
	p.must(err)
	defer s.Close()
	if !started.Public || strings.Contains(started.URL, "0.0.0.0") {
		t.Errorf("%+v", started)
	}
	res, err := http.Get("http://127.0.0.1:" + s.port + "/")
	p.must(err)
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Error(res.Status)
	}
	if _, err := Start(t.Context(), Options{Dir: p.dir, Addr: ":0", Public: true}); err == nil {
		t.Error("an empty host is every address of the computer")
	}
}

// No symbolic link leads out of the site, whether it was there from the start,
// comes later, or takes the place of a folder that was read.
func TestSymbolicLinksLeadNowhere(t *testing.T) {
	outside := t.TempDir()
	for name, text := range map[string]string{"plik.txt": "tajne", "strona.html": "tajne", "x.md": "tajne"} {
		if err := os.WriteFile(filepath.Join(outside, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p := open(t, func(p *preview) { p.write("content/pliki/plik.txt", "jawne") })
	p.shows("/pliki/plik.txt", "jawne", true)
	p.must(os.Symlink(filepath.Join(outside, "plik.txt"), p.path("content/link.txt")))
	p.must(os.Symlink(outside, p.path("content/dir")))
	p.must(os.MkdirAll(p.path("static/assets"), 0o755))
	p.must(os.Symlink(filepath.Join(outside, "plik.txt"), p.path("static/assets/plik.txt")))
	p.must(os.Rename(p.path("content/pliki"), p.path("content/inne")))
	p.must(os.Symlink(outside, p.path("content/pliki")))
	for end := time.Now().Add(300 * time.Millisecond); time.Now().Before(end); {
		for _, path := range []string{"/link.txt", "/dir/plik.txt", "/dir/strona.html", "/assets/plik.txt", "/pliki/plik.txt", "/pliki/strona.html", "/dir/", "/pliki"} {
			if _, body, _ := p.get(path); strings.Contains(body, "tajne") {
				t.Fatalf("%s leads out of the site", path)
			}
		}
	}
}

// Two previews of one folder don't know of each other.
func TestTwoPreviewsOfOneFolder(t *testing.T) {
	p := open(t)
	before := listing(t, p.dir)
	s, err := Start(t.Context(), Options{Dir: p.dir, Addr: "127.0.0.1:" + p.port, Lang: diag.English})
	p.must(err)
	other := &preview{Server: s, t: t, dir: p.dir}
	if s.port == p.port {
		t.Fatal("both have one port")
	}
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	p.shows(goalPage, "wszystkie", true)
	other.shows(goalPage, "wszystkie", true)
	p.must(s.Close())
	p.edit(goalFile, "Wymienimy wszystkie piece", "Wymienimy stare piece")
	p.shows(goalPage, "wszystkie", false)
	if after := listing(t, p.dir); after != before {
		t.Error("something was written")
	}
}

// Nobody needs more pages open than this, and no program may hold the preview up
// by opening them.
func TestReadersAreLimited(t *testing.T) {
	rs := &readers{}
	var last *reader
	for range mostReaders {
		last, _ = rs.enter("index.html")
	}
	if _, ok := rs.enter("index.html"); ok {
		t.Error("there is no limit")
	}
	if rs.newest() != last {
		t.Error("the newest is another")
	}
	rs.leave(last)
	if _, ok := rs.enter("index.html"); !ok {
		t.Error("who leaves makes no room")
	}
}
