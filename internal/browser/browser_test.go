package browser

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"strategia/internal/build"
	"strategia/internal/fictional"
)

// policy is what the strictest host would send.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"

// The tests share one browser and the sites that TestMain builds.
var (
	chrome context.Context
	// folders are the sites as they are on the disk, servers their addresses.
	folders = map[string]string{}
	servers = map[string]string{}
)

func TestMain(m *testing.M) {
	os.Exit(func() int {
		dir, err := os.MkdirTemp("", "strategia-browser-")
		if err == nil {
			defer os.RemoveAll(dir)
			err = sites(dir)
		}
		if err == nil {
			var stop func()
			chrome, stop, err = chromium(filepath.Join(dir, "profile"))
			defer stop()
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		for name, folder := range folders {
			files := http.FileServer(http.Dir(folder))
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Security-Policy", policy)
				files.ServeHTTP(w, r)
			}))
			defer server.Close()
			servers[name] = server.URL + "/"
		}
		return m.Run()
	}())
}

// chromium starts a headless browser; a machine without one fails the tests, and
// `make test` installs it.
func chromium(profile string) (context.Context, func(), error) {
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		return nil, func() {}, errors.New("no Chromium: run make test, which installs it or says how")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.NoFirstRun,
		chromedp.Flag("disable-back-forward-cache", true))
	limited, cancel := context.WithTimeout(context.Background(), 8*time.Minute)
	alloc, stop := chromedp.NewExecAllocator(limited, opts...)
	ctx, stopTab := chromedp.NewContext(alloc)
	return ctx, func() { stopTab(); stop(); cancel() }, chromedp.Do(ctx, chromedp.Navigate("about:blank"))
}

// tab opens a tab that the test closes when it ends.
func tab(t *testing.T) context.Context {
	t.Helper()
	ctx, stop := chromedp.NewContext(chrome)
	t.Cleanup(stop)
	return ctx
}

// sites builds Toruń's site and the fictional one below dir.
func sites(dir string) error {
	made := filepath.Join(dir, "gmina")
	if err := fictional.Write(made); err != nil {
		return err
	}
	for name, from := range map[string]string{"torun": "../..", "fictional": made} {
		s, err := build.NewSession(build.Options{Dir: from, Once: true, Stamp: true})
		if err != nil {
			return err
		}
		folders[name] = filepath.Join(dir, name)
		r, err := s.Run(context.Background(), build.Output{Dir: folders[name]})
		s.Close()
		if err != nil || r.Failed {
			return fmt.Errorf("build %s: %v %+v", name, err, r)
		}
	}
	return nil
}

func pages(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".html") {
			out = append(out, p)
		}
		return err
	})
	if err != nil || len(out) == 0 {
		t.Fatalf("no pages in %s: %v", dir, err)
	}
	return out
}

// complaints collects what the browser complains of.
type complaints struct {
	mu   sync.Mutex
	list []string
}

func (c *complaints) add(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, fmt.Sprintf(format, args...))
}

func (c *complaints) take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	out := c.list
	c.list = nil
	return out
}

func listen(t *testing.T, ctx context.Context, own string) *complaints {
	t.Helper()
	c := &complaints{}
	err := chromedp.Listen(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *runtime.EventExceptionThrown:
			c.add("exception: %s", ev.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			c.add("console: %s", ev.Type)
		case *log.EventEntryAdded:
			c.add("log: %s", ev.Entry.Text)
		case *network.EventRequestWillBeSent:
			if u := ev.Request.URL; !strings.HasPrefix(u, own) && !strings.HasPrefix(u, "data:") {
				c.add("request to %s", u)
			}
		}
	})
	if err == nil {
		_, err = chromedp.Call(ctx, network.Enable, network.EnableParams{})
	}
	if err == nil {
		_, err = chromedp.Call(ctx, log.Enable, cdp.Empty{})
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// structure is what every page must be, asked of the browser's own tree.
const structure = `(() => {
	const wrong = [];
	const all = s => [...document.querySelectorAll(s)];
	const root = document.documentElement;
	if (root.scrollWidth > root.clientWidth) wrong.push("the page scrolls sideways by " + (root.scrollWidth - root.clientWidth));
	if (all("h1").length !== 1) wrong.push(all("h1").length + " h1");
	if (all("main").length !== 1) wrong.push("no single main");
	if (!root.lang) wrong.push("no lang");
	let last = 0;
	for (const h of all("h1,h2,h3,h4,h5,h6")) {
		const n = +h.tagName[1];
		if (n > last + 1) wrong.push("heading skips to " + h.tagName + ": " + h.textContent);
		last = n;
	}
	for (const t of all("table")) {
		if (!t.caption || !t.caption.textContent.trim()) wrong.push("table without caption");
		for (const th of t.querySelectorAll("th")) if (!th.scope) wrong.push("th without scope: " + th.textContent);
	}
	for (const l of all(".scroller .legend")) if (l.checkVisibility() && l.getBoundingClientRect().right > l.closest(".scroller").getBoundingClientRect().right) wrong.push("a legend out of sight: " + l.textContent);
	for (const box of all(".drawing .box")) {
		let text = box;
		while (text && text.tagName !== "text") text = text.nextElementSibling;
		if (text && text.getBoundingClientRect().right > box.getBoundingClientRect().right) wrong.push("a text wider than its box: " + text.textContent);
	}
	for (const img of all("img")) if (!img.hasAttribute("alt")) wrong.push("img without alt");
	for (const a of all("a[href]")) if (!a.textContent.trim() && !a.getAttribute("aria-label") && !a.querySelector("[alt]")) wrong.push("link without a name: " + a.href);
	for (const n of all("nav")) if (!n.getAttribute("aria-label") && !n.getAttribute("aria-labelledby")) wrong.push("nav without a name");
	const names = {};
	for (const e of all("nav,aside,[role=doc-endnotes]")) {
		const label = e.getAttribute("aria-label") || document.getElementById(e.getAttribute("aria-labelledby"))?.textContent || "";
		if (names[label]) wrong.push("two regions of one name: " + label);
		names[label] = true;
	}
	const ids = all("[id]").map(e => e.id);
	for (const id of new Set(ids)) if (ids.filter(i => i === id).length > 1) wrong.push("id twice: " + id);
	for (const e of all("[aria-labelledby],[aria-describedby]")) for (const id of ((e.getAttribute("aria-labelledby")||"")+" "+(e.getAttribute("aria-describedby")||"")).trim().split(/\s+/)) if (!document.getElementById(id)) wrong.push("refers to no id: " + id);
	if (all("[style],style,script:not([src]):not([type='application/ld+json'])").length) wrong.push("inline style or script");
	return wrong;
})()`

// spaced sets text as WCAG 2.2, criterion 1.4.12, lets a reader set it, and lists
// what is cut off or runs out of the page then.
const spaced = `(() => {
	const wrong = [], root = document.documentElement;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
	document.adoptedStyleSheets = [sheet];
	const closed = [...document.querySelectorAll("details:not([open])")];
	for (const d of closed) d.open = true;
	if (root.scrollWidth > root.clientWidth) wrong.push("with wider text the page scrolls sideways by " + (root.scrollWidth - root.clientWidth));
	for (const e of document.querySelectorAll("main *, header *, footer *")) {
		const s = getComputedStyle(e);
		if (s.overflowX === "hidden" && s.position !== "absolute" && e.scrollWidth > e.clientWidth + 1) wrong.push("with wider text is cut off: " + e.textContent.slice(0, 40));
	}
	for (const d of closed) d.open = false;
	document.adoptedStyleSheets = [];
	return wrong;
})()`

// TestPages walks every page of both sites on a small phone, a tablet and a
// screen, by day and by night: no complaint of the browser or of axe-core, no
// request to another host, nothing wider than the screen or cut off.
func TestPages(t *testing.T) {
	const atOnce = 50 // few enough that no processor is left with a long rest
	for name := range servers {
		for part := range slices.Chunk(pages(t, folders[name]), atOnce) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				walk(t, name, part)
			})
		}
	}
}

func walk(t *testing.T, name string, pages []string) {
	tab, base, dir := tab(t), servers[name], folders[name]
	heard, judge := listen(t, tab, base), newJudge(t, tab)
	for _, p := range pages {
		if isRedirect(t, dir, p) {
			continue
		}
		// FileServer answers …/index.html with a redirect to the folder.
		address := base + (&url.URL{Path: strings.TrimSuffix(p, "index.html")}).EscapedPath()
		if err := chromedp.Do(tab, chromedp.Navigate(address)); err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		for _, w := range append(judge.page(t), heard.take()...) {
			t.Errorf("%s %s", p, w)
		}
	}
}

func isRedirect(t *testing.T, dir, p string) bool {
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p)))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(b), `http-equiv="refresh"`)
}

// TestFolder opens the site from a folder, without a server: the style sheet
// applies, and a link leads to the next page.
func TestFolder(t *testing.T) {
	ctx, dir := tab(t), folders["torun"]
	heard := listen(t, ctx, "file://")
	if err := chromedp.Do(ctx, chromedp.Navigate("file://"+filepath.ToSlash(dir)+"/index.html")); err != nil {
		t.Fatal(err)
	}
	styled, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`getComputedStyle(document.body).lineHeight !== "normal"`))
	if err != nil || !styled {
		t.Errorf("the style sheet does not apply: %v", err)
	}
	err = chromedp.Do(ctx,
		chromedp.Evaluate[chromedp.Void](`document.querySelector("main a[href*='cel/']").click()`),
		chromedp.WaitReady("body.page-goal"))
	if err != nil {
		t.Errorf("a link led nowhere: %v", err)
	}
	for _, w := range heard.take() {
		t.Error(w)
	}
}
