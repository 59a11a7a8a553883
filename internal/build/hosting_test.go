package build

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"

	"strategia/internal/fictional"
	"strategia/internal/site"
	"strategia/internal/source"
)

// stamped is a session that publishes as strategia build does.
func stamped(files fstest.MapFS, compress bool) *Session {
	return newSession(source.New(files), Options{Dir: ".", BaseURL: "https://gmina.example/strategia/", Workers: 2, Stamp: true, Compress: compress})
}

var sheet = regexp.MustCompile(`href="(?:\.\./)?(assets/strategia\.[0-9a-f]{8}\.css)"`)

// The style sheet is published under a name that tells its content, whoever
// wrote the layout; a new content has a new name and every page follows, in an
// incremental build as in a clean one. What no layout refers to keeps its name.
func TestStamp(t *testing.T) {
	files := fixture(t)
	set(files, "static/assets/inny.js", "1")
	set(files, "layouts/unit.html", `{{define "head"}}<script src="{{ $.Root }}assets/inny.js" defer></script>{{end}}{{define "main"}}<h1>{{.Title}}</h1>{{end}}`)
	set(files, "static/assets/wolny.css", "p{}")
	s := stamped(files, false)
	before := snapshot(t, s)
	name := ""
	for p, page := range before {
		if !strings.HasSuffix(p, ".html") || p == "404.html" {
			continue
		}
		m := sheet.FindSubmatch(page)
		if m == nil || before[string(m[1])] == nil {
			t.Fatalf("%s has no style sheet: %s", p, m)
		}
		name = string(m[1])
	}
	if before["assets/strategia.css"] != nil || before["assets/wolny.css"] == nil || before["assets/inny.js"] != nil {
		t.Error("the wrong files were renamed")
	}
	if !regexp.MustCompile(`src="\.\./assets/inny\.[0-9a-f]{8}\.js"`).Match(before["jednostka/urzad.html"]) {
		t.Errorf("a layout's own reference was left: %s", before["jednostka/urzad.html"])
	}
	set(files, "static/assets/strategia.css", "p{color:green}")
	after := snapshot(t, s)
	if after[name] != nil || bytes.Contains(after["index.html"], []byte(name)) {
		t.Error("a new content has the old name")
	}
	if p := differ(after, snapshot(t, stamped(files, false))); p != "" {
		t.Errorf("%s differs from a clean build", p)
	}
}

// The files for servers speak of files that are there, and with the policy that
// pages keep to.
func TestHosting(t *testing.T) {
	made := snapshot(t, stamped(commune(t), false))
	lines := strings.Split(strings.TrimSpace(string(made["_headers"])), "\n")
	if lines[0] != "/strategia/*" || lines[1] != "  Content-Security-Policy: "+site.Policy {
		t.Errorf("_headers starts %q", lines[:2])
	}
	lasting := 0
	for _, l := range lines[1:] {
		file, ok := strings.CutPrefix(l, "/strategia/")
		switch {
		case ok && !strings.HasSuffix(file, "/*"):
			if lasting++; made[file] == nil {
				t.Errorf("_headers speaks of %s", file)
			}
		case !ok && !regexp.MustCompile(`^  [A-Z][A-Za-z-]+: \S.*$`).MatchString(l):
			t.Errorf("_headers: %q", l)
		}
	}
	if lasting < 2 {
		t.Errorf("%d files may be kept for ever", lasting)
	}
	for _, name := range []string{"hosting/nginx.conf", "hosting/apache.conf"} {
		text := string(made[name])
		for _, want := range []string{site.Policy, "/strategia/404.html", "immutable", "nosniff"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		pattern := regexp.MustCompile(`\(\\\.\[0-9a-f\].*\$`).FindString(text)
		kept := regexp.MustCompile(strings.TrimRight(pattern, `"#>`))
		n := 0
		for p := range made {
			if kept.MatchString("/strategia/" + p) {
				if n++; !slices.Contains([]string{".css", ".js", ".png"}, path.Ext(p)) {
					t.Errorf("%s keeps %s for ever", name, p)
				}
			}
		}
		if n < 20 {
			t.Errorf("%s: %d files may be kept for ever", name, n)
		}
	}
}

// Every file that compresses has its twins, which hold the same bytes and are
// the same each time; without --compress they go again.
func TestTwins(t *testing.T) {
	unlessShort(t)
	dir := filepath.Join(t.TempDir(), "gmina")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	build := func(compress bool) map[string][]byte {
		s, err := NewSession(Options{Dir: dir, Once: true, Stamp: true, Compress: compress})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if r, err := s.Run(t.Context(), Output{Dir: out}); err != nil || r.Failed {
			t.Fatal(err, r)
		}
		return tree(t, out)
	}
	made := build(true)
	twins := 0
	for p, b := range made {
		var plain io.Reader
		name := p
		switch filepath.Ext(p) {
		case ".gz":
			z, err := gzip.NewReader(bytes.NewReader(b))
			if err != nil {
				t.Fatalf("%s: %v", p, err)
			}
			if !z.ModTime.IsZero() || z.Name != "" {
				t.Errorf("%s tells when it was made", p)
			}
			plain, name = z, strings.TrimSuffix(p, ".gz")
		case ".br":
			plain, name = brotli.NewReader(bytes.NewReader(b)), strings.TrimSuffix(p, ".br")
		default:
			continue
		}
		twins++
		if got, err := io.ReadAll(plain); err != nil || !bytes.Equal(got, made[name]) {
			t.Errorf("%s does not hold %s: %v", p, name, err)
		}
	}
	if twins < 200 || made["index.html.br"] == nil || made["content.json.gz"] != nil {
		t.Errorf("%d twins", twins)
	}
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	if p := differ(made, build(true)); p != "" {
		t.Errorf("%s differs the second time", p)
	}
	for p := range build(false) {
		if strings.HasSuffix(p, ".br") || strings.HasSuffix(p, ".gz") {
			t.Errorf("%s is left behind", p)
		}
	}
}

// The page for a wrong address is shown at whatever depth was asked for: all that
// it refers to starts at the root of the host, in a sub-path too.
func TestNotFoundAnywhere(t *testing.T) {
	page := snapshot(t, stamped(commune(t), false))["404.html"]
	refs := regexp.MustCompile(`(?:href|src|content)="([^"]*\.[a-z]+(?:#[^"]*)?)"`).FindAllSubmatch(page, -1)
	for _, m := range refs {
		if ref := string(m[1]); !strings.HasPrefix(ref, "/strategia/") && !strings.Contains(ref, ":") && strings.Contains(ref, ".html") || strings.HasPrefix(ref, "assets/") || strings.HasPrefix(ref, "obrazy/") || strings.HasPrefix(ref, "manifest") {
			t.Errorf("404.html refers to %s", ref)
		}
	}
	if len(refs) < 15 {
		t.Errorf("only %d references", len(refs))
	}
}
