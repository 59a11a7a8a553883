package preview

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// editorLog names the variable that makes the test program an editor: it writes
// down what it was asked to open.
const editorLog = "STRATEGIA_TEST_EDITOR"

func beEditor(log string, args []string) int {
	f, err := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = f.WriteString(strings.Join(args, "|") + "\n")
	}
	if err != nil {
		return 1
	}
	return 0
}

// openWithEditor starts a preview whose editor is this program.
func openWithEditor(t *testing.T, prepare ...func(p *preview)) (p *preview, opened func() string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "log")
	t.Setenv(editorLog, log)
	e, err := NewEditor(`"`+self+`" edit {file} {line}`, os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	p = openWith(t, func(o *Options) { o.Editor = e }, prepare...)
	seen := 0
	return p, func() string {
		t.Helper()
		for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
			b, _ := os.ReadFile(log)
			if lines := strings.Split(string(b), "\n"); len(lines) > seen+1 {
				seen++
				file, line, _ := strings.Cut(lines[seen-1], "|")
				rel, err := filepath.Rel(p.dir, file)
				p.must(err)
				return filepath.ToSlash(rel) + ":" + line
			}
		}
		t.Fatal("nothing was opened")
		return ""
	}
}

// post asks the preview to open a place as a page of it does.
func (p *preview) post(place openRequest, header http.Header) (int, openAnswer) {
	p.t.Helper()
	body, err := json.Marshal(place)
	p.must(err)
	req, err := http.NewRequest(http.MethodPost, p.URL()+".strategia/open", bytes.NewReader(body))
	p.must(err)
	req.Header.Set("Origin", strings.TrimSuffix(p.URL(), "/"))
	req.Header.Set(tokenHeader, p.token)
	for k, v := range header {
		req.Header[k] = v
		if v == nil {
			delete(req.Header, k)
		}
	}
	res, err := http.DefaultClient.Do(req)
	p.must(err)
	defer res.Body.Close()
	var answer openAnswer
	if res.Header.Get("Content-Type") == mediaType(".json") {
		p.must(json.NewDecoder(res.Body).Decode(&answer))
	}
	return res.StatusCode, answer
}

func TestOpensTheEditor(t *testing.T) {
	p, opened := openWithEditor(t)
	for _, c := range []struct {
		place openRequest
		want  string
	}{
		{openRequest{Source: goalFile + ":16"}, goalFile + ":16"},
		{openRequest{Source: goalFile + ":x"}, ""},
		{openRequest{Source: goalFile + ":-5"}, goalFile + ":1"},
		{openRequest{Address: p.URL() + goalPage[1:]}, goalFile + ":5"},
		{openRequest{Address: goalPage + "?a=b"}, goalFile + ":5"},
		{openRequest{Address: chapterPage + "#roz-1.2"}, chapterFile + ":21"},
		{openRequest{Address: "/macierz-celow.html"}, "content/index.md:3"},
	} {
		status, answer := p.post(c.place, nil)
		if c.want == "" {
			if status != http.StatusNotFound {
				t.Errorf("%+v: %d", c.place, status)
			}
			continue
		}
		if status != http.StatusOK || answer.Opened != c.want || answer.Link != "" {
			t.Errorf("%+v: %d %+v, want %s", c.place, status, answer, c.want)
		}
		if got := opened(); got != c.want {
			t.Errorf("%+v opened %s, want %s", c.place, got, c.want)
		}
	}
}

// An editor is opened for nobody but a page of this server on this computer, and
// on no file but those that the site is made of.
func TestEditorIsGuarded(t *testing.T) {
	p, _ := openWithEditor(t, func(p *preview) {
		p.write("secret.md", "tajne")
		p.write("content/.git/config", "tajne")
		p.must(os.Symlink(p.path("secret.md"), p.path("content/link.md")))
		p.must(os.Symlink(p.dir, p.path("content/dir")))
		p.must(os.Remove(p.path("content/link.md")))
		p.must(os.Remove(p.path("content/dir")))
	})
	p.must(os.Symlink(p.path("secret.md"), p.path("content/link.md")))
	p.must(os.Symlink(p.dir, p.path("content/dir")))
	good := openRequest{Source: goalFile + ":1"}
	for why, header := range map[string]http.Header{
		"no token":         {tokenHeader: nil},
		"another token":    {tokenHeader: {"x"}},
		"no origin":        {"Origin": nil},
		"a foreign origin": {"Origin": {"http://evil.example"}},
		"two origins":      {"Origin": {strings.TrimSuffix(p.URL(), "/"), strings.TrimSuffix(p.URL(), "/")}},
	} {
		if status, _ := p.post(good, header); status != http.StatusForbidden {
			t.Errorf("%s: %d", why, status)
		}
	}
	for _, source := range []string{
		"secret.md:1", "content/../secret.md:1", "../x:1", "/etc/passwd:1", "content/link.md:1", "content/dir/secret.md:1", "content/.git/config:1",
		`content\..\secret.md:1`, "content:1", "content/cele:1", "content/nie-ma.md:1", ":1", "public/index.html:1", "layouts/base.html:1", "content/cele/energia.md\x00:1",
	} {
		if status, answer := p.post(openRequest{Source: source}, nil); status != http.StatusNotFound {
			t.Errorf("%q: %d %+v", source, status, answer)
		}
	}
	if status, _, h := p.get("/.strategia/open"); status != http.StatusMethodNotAllowed || h.Get("Allow") != "POST" {
		t.Errorf("GET: %d", status)
	}
	time.Sleep(50 * time.Millisecond)
	if b, err := os.ReadFile(os.Getenv(editorLog)); err == nil {
		t.Errorf("opened: %s", b)
	}
}

func TestEditorLinks(t *testing.T) {
	e, err := NewEditor("vscode://file{file}:{line}", os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	p := openWith(t, func(o *Options) { o.Editor = e }, func(p *preview) { p.write("content/cele/ą b%.md", p.read(goalFile)) })
	p.must(os.Remove(p.path("content/cele/ą b%.md")))
	status, answer := p.post(openRequest{Source: goalFile + ":7"}, nil)
	if want := "vscode://file" + filepath.ToSlash(p.path(goalFile)) + ":7"; status != http.StatusOK || answer.Link != want {
		t.Errorf("%d %+v, want %s", status, answer, want)
	}
	for _, given := range []string{"vscode://file{file}:{line}", "vscode://file/{file}:{line}"} {
		e, err := NewEditor(given, os.Getenv)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := e.open("/a/ą b%#?.md", 3); got != "vscode://file/a/%C4%85%20b%25%23%3F.md:3" {
			t.Errorf("%s: %s", given, got)
		}
	}
	for _, bad := range []string{"javascript://x{file}", "JavaScript://{file}", "data://{file}", "http://evil.example/{file}", "://{file}", "file://{file}"} {
		if _, err := NewEditor(bad, os.Getenv); !errors.Is(err, ErrNoEditor) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestWhichEditor(t *testing.T) {
	bin := t.TempDir()
	for _, name := range []string{"kate", "subl", "myedit", "code.cmd"} {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if runtime.GOOS == "windows" {
		t.Skip("programs have other names")
	}
	t.Setenv("PATH", bin)
	env := func(pairs ...string) func(string) string {
		return func(name string) string {
			if i := slices.Index(pairs, name); i >= 0 {
				return pairs[i+1]
			}
			return ""
		}
	}
	for _, c := range []struct {
		given string
		env   func(string) string
		want  string
	}{
		{"", env(), "subl {file}:{line}"},
		{"", env("EDITOR", "vim"), "subl {file}:{line}"}, // the terminal is taken
		{"", env("EDITOR", "kate --new"), "kate --line {line} {file}"},
		{"", env("VISUAL", "kate", "EDITOR", "subl"), "kate --line {line} {file}"},
		{"kate", env(), "kate --line {line} {file}"},
		{"myedit", env(), "myedit {file}"},
		{"myedit -x 'a b' +{line} {file}", env(), "myedit -x a b +{line} {file}"},
		{"none", env("EDITOR", "kate"), ""},
		{"code.cmd", env(), vscodeLink},
		{"zed://file{file}", env(), "zed://file{file}"},
	} {
		e, err := NewEditor(c.given, c.env)
		if err != nil {
			t.Errorf("%q: %v", c.given, err)
			continue
		}
		if got := strings.ReplaceAll(e.String(), bin+"/", ""); got != c.want {
			t.Errorf("%q: %q, want %q", c.given, got, c.want)
		}
	}
	for _, given := range []string{"nie-ma-takiego", `""`, "nie-ma {file}"} {
		if _, err := NewEditor(given, env()); !errors.Is(err, ErrNoEditor) {
			t.Errorf("%q: %v", given, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if e, err := NewEditor("", env()); err != nil || e.link != vscodeLink {
		t.Errorf("without any: %v %v", e, err)
	}
}

// Alt and a click, or Enter, lead from what is on the page to its place in the
// files.
func TestFromThePageToTheSource(t *testing.T) {
	p, opened := openWithEditor(t, func(p *preview) {
		p.write("content/2a.md", "---\nnumber: \"2a\"\ntitle: Dodany\n---\n# 2a. Dodany\n\nTekst z [](goal:energia).\n\nTabela: Opis\n\n| a | b |\n|---|---|\n| c | d |\n\n```goal-list\nlevel: strategic\n```\n")
	})
	b := p.browse("/rozdzial/2a.html")
	click := func(selector string) string {
		t.Helper()
		b.do(`{ const e = document.querySelector("` + selector + `"); e.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, altKey: true })) }`)
		got := opened()
		b.holds(`location.pathname === "/rozdzial/2a.html"`)
		return got
	}
	for selector, want := range map[string]string{
		"article > p:not(.kicker)":                     "content/2a.md:7",
		"article p a[href*=energia]":                   "content/2a.md:7",
		"article h1":                                   "content/2a.md:5",
		"article tbody tr td":                          "content/2a.md:13",
		"article caption":                              "content/2a.md:9",
		"article .block":                               "content/2a.md:15",
		"article .block a.card[href*=srodowisko] span": "content/cele/srodowisko.md:5",
		".kicker":                                      "content/2a.md:3",
		"h1 + a, .permalink":                           "content/2a.md:3",
	} {
		if got := click(selector); got != want {
			t.Errorf("%s opened %s, want %s", selector, got, want)
		}
	}
	// By keyboard.
	b.do(`document.querySelector("article .block a.card").focus()`)
	b.press(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierAlt))
	if got := opened(); !strings.HasPrefix(got, "content/cele/") {
		t.Errorf("Alt+Enter opened %s", got)
	}
	b.comes(ui("#notice") + `.textContent.startsWith("Opened in the editor: content/cele/")`)
	// A plain click is the reader's.
	b.do(`document.querySelector("article .block a.card").click()`)
	b.comes(`location.pathname.startsWith("/cel/")`)

	// The rows that the program made of the documents.
	b.open("/dokument/strategia-wojewodztwa.html")
	if b.is(`document.querySelector("tr[id]")`) {
		b.do(`document.querySelector("tr[id] th").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, altKey: true }))`)
		got := opened()
		text := strings.Split(p.read(strings.Split(got, ":")[0]), "\n")
		if !strings.HasPrefix(got, "content/dokumenty/") || len(text) < 5 {
			t.Errorf("a row opened %s", got)
		}
	} else {
		t.Error("no row of a correspondence table")
	}
	// Without an editor pages know no token.
	q := open(t)
	if _, page, _ := q.get(chapterPage); !strings.Contains(page, `data-token=""`) {
		t.Error("a token without an editor")
	}
}
