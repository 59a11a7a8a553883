package preview

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"strategia/internal/diag"
	"strategia/internal/fictional"
)

// timeout gives up on what must happen.
func timeout() <-chan time.Time { return time.After(patience) }

// patience is how long a test waits for what must happen: long, because the
// machine may be busy, as nothing is waited for that has happened.
const patience = 20 * time.Second

// preview is a running preview of a copy of the fictional commune.
type preview struct {
	*Server
	t      *testing.T
	dir    string
	events chan Event
}

// TestMain ends the browser that tests may have started. Run as an editor, see
// editor_test.go, it is one.
func TestMain(m *testing.M) {
	if log := os.Getenv(editorLog); log != "" && len(os.Args) > 1 && os.Args[1] == "edit" {
		os.Exit(beEditor(log, os.Args[2:]))
	}
	code := m.Run()
	if chrome.stop != nil {
		chrome.stop()
	}
	os.Exit(code)
}

// open starts a preview. Each prepare may change the folder before.
func open(t *testing.T, prepare ...func(p *preview)) *preview {
	t.Helper()
	return openWith(t, func(*Options) {}, prepare...)
}

// openWith starts a preview with other options.
func openWith(t *testing.T, set func(*Options), prepare ...func(p *preview)) *preview {
	t.Helper()
	p := &preview{t: t, dir: filepath.Join(t.TempDir(), "gmina"), events: make(chan Event, 10000)}
	if err := fictional.Write(p.dir); err != nil {
		t.Fatal(err)
	}
	for _, f := range prepare {
		f(p)
	}
	o := Options{Dir: p.dir, Addr: "127.0.0.1:0", Lang: diag.English, Log: func(e Event) { p.events <- e }}
	set(&o)
	s, err := Start(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	p.Server = s
	t.Cleanup(func() { s.Close() })
	for {
		if _, ok := p.next().(Started); ok {
			return p
		}
	}
}

func (p *preview) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *preview) read(name string) string {
	p.t.Helper()
	b, err := os.ReadFile(p.path(name))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(b)
}

// write writes a file the plain way, making its folder.
func (p *preview) write(name, text string) {
	p.t.Helper()
	p.must(os.MkdirAll(filepath.Dir(p.path(name)), 0o755))
	p.must(os.WriteFile(p.path(name), []byte(text), 0o644))
}

// edit replaces what stands once in a file.
func (p *preview) edit(name, old, now string) {
	p.t.Helper()
	text := p.read(name)
	if strings.Count(text, old) != 1 {
		p.t.Fatalf("%s: %q stands %d times", name, old, strings.Count(text, old))
	}
	p.write(name, strings.Replace(text, old, now, 1))
}

func (p *preview) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *preview) next() Event {
	p.t.Helper()
	select {
	case e := <-p.events:
		return e
	case <-timeout():
		p.t.Fatal("nothing happened")
		return nil
	}
}

// rebuilt waits for a build that ok accepts and returns it.
func (p *preview) rebuilt(ok func(Rebuilt) bool) Rebuilt {
	p.t.Helper()
	for {
		if r, is := p.next().(Rebuilt); is && ok(r) {
			return r
		}
	}
}

// get asks for an address of the site.
func (p *preview) get(path string) (int, string, http.Header) {
	p.t.Helper()
	return p.do(http.MethodGet, path, nil)
}

func (p *preview) do(method, path string, header http.Header) (int, string, http.Header) {
	p.t.Helper()
	req, err := http.NewRequest(method, strings.TrimSuffix(p.URL(), "/")+path, nil)
	p.must(err)
	for k, v := range header {
		req.Header[k] = v
		if k == "Host" {
			req.Host = v[0]
		}
	}
	res, err := http.DefaultClient.Do(req)
	p.must(err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	p.must(err)
	return res.StatusCode, string(b), res.Header
}

// shows waits until the page at path holds text, or does not.
func (p *preview) shows(path, text string, want bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		_, body, _ := p.get(path)
		if strings.Contains(body, text) == want {
			return
		}
		if time.Now().After(end) {
			p.t.Fatalf("%s: holding %q is not %v", path, text, want)
		}
	}
}

// settled waits until nothing has been announced for a while: events of the
// last edits may still be on their way.
func (p *preview) settled() {
	p.t.Helper()
	for {
		select {
		case <-p.events:
		case <-time.After(4 * settleFor):
			return
		}
	}
}

// status waits until path answers with the status.
func (p *preview) status(path string, want int) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		got, _, _ := p.get(path)
		if got == want {
			return
		}
		if time.Now().After(end) {
			p.t.Fatalf("%s: status %d, want %d", path, got, want)
		}
	}
}

const (
	chapterFile = "content/1-wprowadzenie.md"
	chapterPage = "/rozdzial/wprowadzenie.html"
	goalFile    = "content/cele/energia.md"
	goalPage    = "/cel/energia.html"
)

// broken is a link that leads nowhere.
const broken = "\n\nZobacz [](goal:nie-ma-takiego).\n"

func TestServesEveryArtefact(t *testing.T) {
	p := open(t)
	b := p.current.Load().build
	if b.Failed(false) {
		t.Fatalf("the fixture has errors: %v", b.Diagnostics)
	}
	for _, a := range b.Site.Artefacts {
		made, err := b.Make(a.Path)
		p.must(err)
		want := withoutPlaces(string(made))
		status, body, header := p.get("/" + a.Path)
		if status != http.StatusOK {
			t.Errorf("%s: status %d", a.Path, status)
		}
		html := strings.HasPrefix(header.Get("Content-Type"), "text/html")
		if html != strings.HasSuffix(a.Path, ".html") {
			t.Errorf("%s is served as %s", a.Path, header.Get("Content-Type"))
		}
		if html {
			body = withoutPlaces(p.withoutScript(body))
		}
		if body != want {
			t.Errorf("%s: not the bytes of the built site", a.Path)
		}
	}
}

// withoutScript takes the preview's script out of a page.
func (p *preview) withoutScript(page string) string {
	p.t.Helper()
	before, rest, found := strings.Cut(page, `<script type="module" src="/.strategia/`)
	_, after, ended := strings.Cut(rest, "</script>")
	if !found || !ended {
		p.t.Fatalf("no script in %.500s", page)
	}
	return before + after
}

func TestFrontPageAndMissingPages(t *testing.T) {
	p := open(t)
	_, index, _ := p.get("/index.html")
	if status, body, _ := p.get("/"); status != http.StatusOK || body != index {
		t.Errorf("/ is not the front page: %d", status)
	}
	status, body, header := p.get("/nie/ma/tego.html")
	if status != http.StatusNotFound || !strings.HasPrefix(header.Get("Content-Type"), "text/html") {
		t.Errorf("a missing page: %d %s", status, header.Get("Content-Type"))
	}
	// It is shown at any depth, and the site has a base_url of its own.
	if !strings.Contains(body, `href="/assets/strategia.css"`) || strings.Contains(body, "https://strategia.przykladowa.example/assets") {
		t.Errorf("the page for missing pages does not refer to this server:\n%s", body)
	}
	if status, _, _ := p.get("/rozdzial/"); status != http.StatusNotFound {
		t.Errorf("a folder: %d", status)
	}
}

func TestHeaders(t *testing.T) {
	p := open(t)
	for _, path := range []string{"/", "/assets/strategia.css", "/.strategia/preview.js", "/nie-ma"} {
		_, _, h := p.get(path)
		for name, want := range map[string]string{
			"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "no-referrer", "Cache-Control": "no-cache",
		} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
	}
	status, body, h := p.do(http.MethodHead, chapterPage, nil)
	if status != http.StatusOK || body != "" || h.Get("Content-Length") == "" {
		t.Errorf("HEAD: %d, %d bytes, length %s", status, len(body), h.Get("Content-Length"))
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions} {
		if status, _, h := p.do(method, "/", nil); status != http.StatusMethodNotAllowed || h.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d", method, status)
		}
	}
}

// Browsers are told not to guess, so that every kind of file needs its type.
func TestMediaTypes(t *testing.T) {
	types := map[string]string{
		"a.css": "text/css; charset=utf-8", "a.js": "text/javascript; charset=utf-8", "a.SVG": "image/svg+xml", "a.csv": "text/csv; charset=utf-8",
		"a.json": "application/json", "a.webmanifest": "application/manifest+json", "a.xml": "application/xml", "a.pdf": "application/pdf",
		"a.woff2": "font/woff2", "a.txt": "text/plain; charset=utf-8", "a.avif": "image/avif", "a.odt": "application/vnd.oasis.opendocument.text",
	}
	p := open(t, func(p *preview) {
		for name := range types {
			p.write("static/typy/"+name, "x") // where files may run, too
		}
	})
	for name, want := range types {
		if _, _, h := p.get("/typy/" + name); h.Get("Content-Type") != want {
			t.Errorf("%s is served as %s, want %s", name, h.Get("Content-Type"), want)
		}
	}
}

// A browser may know several versions, and ask weakly.
func TestWhatABrowserKnows(t *testing.T) {
	const tag = `"abc"`
	for header, want := range map[string]bool{`"abc"`: true, `W/"abc"`: true, `"x", "abc"`: true, `*`: true, `"ab"`: false, ``: false, `abc`: false} {
		if known([]string{header}, tag) != want {
			t.Errorf("%q is not %v", header, want)
		}
	}
}

// What works in the preview must work where the manual's headers are set.
func TestPolicyIsTheOneOfTheManual(t *testing.T) {
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b, []byte(policy)) {
		t.Error("README.md tells hosts to send another policy")
	}
}

func TestUnchangedBytesAreNotSentAgain(t *testing.T) {
	p := open(t)
	for _, path := range []string{chapterPage, "/assets/strategia.css"} {
		_, _, h := p.get(path)
		known := http.Header{"If-None-Match": {h.Get("Etag")}}
		if status, body, _ := p.do(http.MethodGet, path, known); status != http.StatusNotModified || body != "" {
			t.Errorf("%s: %d", path, status)
		}
	}
	_, _, h := p.get(chapterPage)
	p.edit(chapterFile, "Strategia odpowiada na trzy pytania", "Strategia odpowiada na TRZY pytania")
	p.shows(chapterPage, "TRZY", true)
	if status, _, _ := p.do(http.MethodGet, chapterPage, http.Header{"If-None-Match": {h.Get("Etag")}}); status != http.StatusOK {
		t.Errorf("after a change: %d", status)
	}
}

func TestForeignRequestsAreRefused(t *testing.T) {
	p := open(t)
	own := "127.0.0.1:" + p.port
	for _, c := range []struct {
		why    string
		header http.Header
		want   int
	}{
		{"its own address", http.Header{}, 200},
		{"the name of this computer", http.Header{"Host": {"localhost:" + p.port}}, 200},
		{"the other loopback address", http.Header{"Host": {"[::1]:" + p.port}}, 200},
		{"its own page", http.Header{"Origin": {"http://" + own}}, 200},
		{"a name that was made to lead here", http.Header{"Host": {"evil.example:" + p.port}}, 403},
		{"a name that only begins like ours", http.Header{"Host": {"localhost.evil.example:" + p.port}}, 403},
		{"another port of this computer", http.Header{"Host": {"127.0.0.1:1"}}, 403},
		{"no port", http.Header{"Host": {"127.0.0.1"}}, 403},
		{"another computer's address", http.Header{"Host": {"192.168.0.1:" + p.port}}, 403},
		{"a page of another site", http.Header{"Origin": {"http://evil.example"}}, 403},
		{"a page of another program here", http.Header{"Origin": {"http://127.0.0.1:1"}}, 403},
		{"another scheme", http.Header{"Origin": {"https://" + own}}, 403},
		{"a sandboxed page", http.Header{"Origin": {"null"}}, 403},
		{"two origins", http.Header{"Origin": {"http://" + own, "http://evil.example"}}, 403},
	} {
		for _, path := range []string{"/", "/.strategia/events?page=/&version=", "/nie-ma"} {
			want := c.want
			if want == 200 && path != "/" {
				continue
			}
			if got, body, _ := p.do(http.MethodGet, path, c.header); got != want {
				t.Errorf("%s, %s: %d, want %d: %s", c.why, path, got, want, body)
			}
		}
	}
}

// Paths are sent as they stand, which Go's client would not do.
func TestNothingOutsideTheSiteIsServed(t *testing.T) {
	p := open(t, func(p *preview) { p.write("secret.txt", "tajne") })
	for _, path := range []string{
		"/../secret.txt", "/../../etc/passwd", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "/./../secret.txt",
		"//secret.txt", "/secret.txt", "/content/index.md", "/content/../secret.txt", "/rozdzial/../../secret.txt",
		"/rozdzial/../index.html", "//index.html", "/published.txt", "/.strategia/x", "/.strategia/../index.html", "/.strategia/client/preview.js", "/.strategia/%2e%2e/http.go", "/index.html%00.md", "/.git/config",
	} {
		conn, err := net.Dial("tcp", "127.0.0.1:"+p.port)
		p.must(err)
		_, err = io.WriteString(conn, "GET "+path+" HTTP/1.1\r\nHost: 127.0.0.1:"+p.port+"\r\nConnection: close\r\n\r\n")
		p.must(err)
		b, err := io.ReadAll(conn)
		p.must(err)
		conn.Close()
		if !bytes.HasPrefix(b, []byte("HTTP/1.1 404 ")) || bytes.Contains(b, []byte("tajne")) {
			t.Errorf("%s: %.300s", path, b)
		}
	}
}

func TestOnlyLoopback(t *testing.T) {
	dir := t.TempDir()
	for _, addr := range []string{":8080", "0.0.0.0:8080", "[::]:8080", "192.168.1.2:8080", "strategia.example:80", "localhost.example:80"} {
		if _, err := Start(context.Background(), Options{Dir: dir, Addr: addr}); !errors.Is(err, ErrNotLoopback) {
			t.Errorf("%s: %v", addr, err)
		}
	}
	for _, addr := range []string{"8080", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000"} {
		if _, err := Start(context.Background(), Options{Dir: dir, Addr: addr}); err == nil || errors.Is(err, ErrNotLoopback) {
			t.Errorf("%s: %v", addr, err)
		}
	}
	for _, addr := range []string{"127.0.0.1:0", "127.8.9.1:80", "[::1]:80", "localhost:80", "LOCALHOST:80"} {
		if err := checkAddr(addr, false); err != nil {
			t.Errorf("%s: %v", addr, err)
		}
	}
}

func TestTakenPortGivesWay(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	dir := filepath.Join(t.TempDir(), "gmina")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	var started Started
	s, err := Start(context.Background(), Options{Dir: dir, Addr: l.Addr().String(), Log: func(e Event) {
		if e, ok := e.(Started); ok {
			started = e
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if started.Taken != l.Addr().String() || started.URL != s.URL() || strings.Contains(s.URL(), l.Addr().String()) {
		t.Errorf("started %+v at %s", started, s.URL())
	}
	res, err := http.Get(s.URL())
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Error(res.Status)
	}
}

func TestMissingFolderIsAnError(t *testing.T) {
	_, err := Start(context.Background(), Options{Dir: filepath.Join(t.TempDir(), "nie-ma"), Addr: "127.0.0.1:0"})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// The end is not put off by a browser that listens.
func TestEndsAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gmina")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	urls, done := make(chan string, 1), make(chan error, 1)
	go func() {
		done <- Serve(ctx, Options{Dir: dir, Addr: "127.0.0.1:0", Log: func(e Event) {
			if e, ok := e.(Started); ok {
				urls <- e.URL
			}
		}})
	}()
	res, err := http.Get(<-urls + ".strategia/events?page=/&version=")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := res.Body.Read(make([]byte, 10)); err != nil {
		t.Fatal(err)
	}
	cancel()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(3 * time.Second):
		t.Fatal("still running")
	}
	io.Copy(io.Discard, res.Body)
}

// A preview writes nothing at all, least of all to the output folder.
func TestWritesNothing(t *testing.T) {
	p := open(t, func(p *preview) { p.write("public/index.html", "zbudowana strona") })
	before := listing(t, p.dir)
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	p.shows(goalPage, "wszystkie", true)
	p.edit(goalFile, "Wymienimy wszystkie piece", "Wymienimy stare piece")
	p.shows(goalPage, "wszystkie", false)
	if after := listing(t, p.dir); after != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}

func listing(t *testing.T, dir string) string {
	var out strings.Builder
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		out.WriteString(p + " " + string(b) + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}
