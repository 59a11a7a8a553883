package preview

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// chrome is the browser of all tests, started by the first that needs it.
var chrome struct {
	once sync.Once
	ctx  context.Context
	stop func()
	err  error
}

func startChrome() {
	chrome.stop = func() {}
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		chrome.err = fmt.Errorf("no Chromium: run make test, which installs it or says how")
		return
	}
	profile, err := os.MkdirTemp("", "strategia-preview-")
	if err != nil {
		chrome.err = err
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(profile), chromedp.NoFirstRun, chromedp.WindowSize(800, 400), chromedp.Flag("disable-background-networking", true))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopTab := chromedp.NewContext(alloc)
	chrome.ctx = ctx
	chrome.stop = func() { stopTab(); stop(); os.RemoveAll(profile) }
	chrome.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
}

// tab is a page in a real browser, under the real policy.
type tab struct {
	p   *preview
	ctx context.Context

	mu         sync.Mutex
	complaints []string
}

// browse opens a page of the preview in a tab of its own.
func (p *preview) browse(path string, before ...chromedp.Action[chromedp.Void]) *tab {
	p.t.Helper()
	chrome.once.Do(startChrome)
	p.must(chrome.err)
	ctx, stop := chromedp.NewContext(chrome.ctx)
	p.t.Cleanup(stop)
	ctx, cancel := context.WithTimeout(ctx, 4*patience)
	p.t.Cleanup(cancel)
	b := &tab{p: p, ctx: ctx}
	p.must(chromedp.Listen(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *runtime.EventExceptionThrown:
			b.complain("exception: " + ev.ExceptionDetails.Text)
		case *cdplog.EventEntryAdded:
			// That a server is gone is part of some tests.
			if !strings.Contains(ev.Entry.Text, "ERR_CONNECTION") && !strings.Contains(ev.Entry.Text, "404 (Not Found)") && !strings.Contains(ev.Entry.Text, "ERR_INCOMPLETE") &&
				!strings.Contains(ev.Entry.Text, "from the Manifest") {
				b.complain("log: " + ev.Entry.Text)
			}
		}
	}))
	_, err := chromedp.Call(ctx, cdplog.Enable, cdp.Empty{})
	p.must(err)
	p.must(chromedp.Do(ctx, chromedp.EmulateViewport(800, 400)))
	p.must(chromedp.Do(ctx, before...))
	b.open(path)
	p.t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, c := range b.complaints {
			p.t.Error(c)
		}
	})
	return b
}

func (b *tab) complain(what string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.complaints = append(b.complaints, what)
}

// open goes to a page and waits until its script listens. The mark says later
// whether the page is still the same one.
func (b *tab) open(path string) {
	b.p.t.Helper()
	b.p.must(chromedp.Do(b.ctx, chromedp.Navigate(strings.TrimSuffix(b.p.URL(), "/")+path)))
	b.comes(`document.querySelector("#strategia-preview")?.shadowRoot && !document.querySelector("#strategia-preview").hidden`)
	b.do(`window.before = true`)
}

// do runs JavaScript.
func (b *tab) do(script string) {
	b.p.t.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.Evaluate[chromedp.Void](script))
	b.p.must(err)
}

func (b *tab) text(expression string) string {
	b.p.t.Helper()
	s, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](expression))
	b.p.must(err)
	return s
}

// is reports whether a JavaScript expression is true.
func (b *tab) is(expression string) bool {
	b.p.t.Helper()
	is, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
	b.p.must(err)
	return is
}

// holds fails the test unless a JavaScript expression is true.
func (b *tab) holds(expression string) {
	b.p.t.Helper()
	if !b.is(expression) {
		b.p.t.Errorf("not true: %s", expression)
	}
}

// comes waits until a JavaScript expression is true.
func (b *tab) comes(expression string) {
	b.p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		// While a page is being loaded there is nothing to ask.
		if is, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")")); err == nil && is {
			return
		}
		if time.Now().After(end) {
			body, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string](`location.href + "\n" + document.querySelector("#strategia-preview")?.shadowRoot.innerHTML + document.querySelector("main")?.innerHTML.slice(0, 2000)`))
			b.p.t.Fatalf("never true: %s\n%s\n%s", expression, body, b.complaints)
		}
	}
}

func (b *tab) press(keys string, options ...chromedp.KeyOption) {
	b.p.t.Helper()
	b.p.must(chromedp.Do(b.ctx, chromedp.KeyEvent(keys, options...)))
}

func (b *tab) media(name, value string) {
	b.p.t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: name, Value: value}}}
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media)
	b.p.must(err)
}

// ui finds an element of what the preview says.
func ui(selector string) string {
	return `document.querySelector("#strategia-preview").shadowRoot.querySelector("` + selector + `")`
}

// marks lists the texts of the blocks that are marked as changed.
const marks = `document.getAnimations().filter(a => a.id === "strategia-changed").map(a => a.effect.target.textContent.trim()).join("|")`

// form is a page of the site's own with all that a reader may be busy with.
const form = `<!doctype html>
<html lang="pl"><head><title>Formularz</title></head><body><main>
<p id="a">Pierwszy akapit.</p>
<p id="b">Drugi <b>akapit</b> z tekstem do zaznaczenia.</p>
<details id="d"><summary>Więcej</summary><p>Szczegóły.</p></details>
<p><input id="i" value="x"> <textarea id="t">y</textarea> <select id="s"><option>1<option>2</select> <input id="c" type="checkbox"></p>
` + "%s" + `
</main></body></html>
`

func formWith(rest string) string {
	return fmt.Sprintf(form, rest+strings.Repeat("<p class=\"tail\">Dalej.</p>\n", 40))
}

// The page is patched: what the reader is busy with stays as it is.
func TestPatchedInPlace(t *testing.T) {
	p := open(t, func(p *preview) { p.write("static/formularz.html", formWith("")) })
	b := p.browse("/formularz.html")
	b.do(`document.getElementById("d").open = true;
		document.getElementById("t").value = "wpisane";
		document.getElementById("s").selectedIndex = 1;
		document.getElementById("c").checked = true;
		const i = document.getElementById("i"); i.focus(); i.value = "moje"; i.setSelectionRange(1, 3);`)
	p.write("static/formularz.html", strings.Replace(formWith("<p>Nowy akapit.</p>"), "Pierwszy akapit", "Zmieniony akapit", 1))
	b.comes(`document.body.innerText.includes("Nowy akapit")`)
	b.holds(`window.before`)
	b.holds(`document.getElementById("d").open && document.getElementById("t").value === "wpisane" && document.getElementById("s").selectedIndex === 1 && document.getElementById("c").checked`)
	b.holds(`document.activeElement.id === "i" && i.value === "moje" && i.selectionStart === 1 && i.selectionEnd === 3`)
	b.holds(`document.getElementById("a").textContent === "Zmieniony akapit."`)
	if got := b.text(marks); got != "Zmieniony akapit.|Nowy akapit." {
		t.Errorf("marked: %q", got)
	}

	// A selection stays even in the text that changes.
	b.do(`const t = document.getElementById("b").lastChild; getSelection().setBaseAndExtent(t, t.data.indexOf("zaznaczenia"), t, t.data.indexOf("zaznaczenia") + 11)`)
	p.write("static/formularz.html", strings.Replace(formWith("<p>Nowy akapit.</p>"), "z tekstem do", "z dłuższym tekstem, który jest do", 1))
	b.comes(`document.body.innerText.includes("dłuższym")`)
	b.holds(`getSelection().toString() === "zaznaczenia"`)

	// What is read stays where it is in the window, though the page grows above it.
	b.do(`document.querySelectorAll(".tail")[20].id = "czytane"; scrollTo(0, document.querySelectorAll(".tail")[18].offsetTop); window.top0 = document.getElementById("czytane").getBoundingClientRect().top`)
	p.write("static/formularz.html", formWith("<p>Nowy akapit.</p>"+strings.Repeat("<p>Jeszcze jeden.</p>", 7)))
	b.comes(`document.body.innerText.includes("Jeszcze jeden")`)
	b.holds(`Math.abs(document.getElementById("czytane").getBoundingClientRect().top - window.top0) < 2 && window.before`)
	b.do(`scrollTo(0, 0)`)

	// What is open but did not change is left alone, and what another script made too.
	b.do(`window.touched = 0; new MutationObserver(l => window.touched += l.filter(m => m.attributeName !== "data-strategia-patch").length).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
		document.getElementById("b").append(Object.assign(document.createElement("i"), { textContent: "skryptem" }))`)
	b.comes(`window.touched === 1`)
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	p.shows(goalPage, "wszystkie", true)
	p.write("static/formularz.html", strings.Replace(formWith("<p>Nowy akapit.</p>"+strings.Repeat("<p>Jeszcze jeden.</p>", 7)), "Pierwszy akapit", "Znów inny akapit", 1))
	b.comes(`document.getElementById("a").textContent === "Znów inny akapit."`)
	b.holds(`window.touched === 2 && document.getElementById("b").textContent.endsWith("skryptem")`)
}

// Not everybody can bear movement.
func TestNoMarksWithReducedMotion(t *testing.T) {
	p := open(t)
	b := p.browse(goalPage)
	b.media("prefers-reduced-motion", "reduce")
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	b.comes(`document.body.innerText.includes("wszystkie piece")`)
	if got := b.text(marks); got != "" {
		t.Errorf("marked: %q", got)
	}
}

// Each tab of each browser has its own page, and only those that changed move.
func TestSeveralTabs(t *testing.T) {
	p := open(t)
	goal, again, other := p.browse(goalPage), p.browse(goalPage), p.browse("/jednostki.html")
	other.do(`window.touched = 0; new MutationObserver(() => window.touched++).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true })`)
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	for _, b := range []*tab{goal, again} {
		b.comes(`document.body.innerText.includes("wszystkie piece") && window.before`)
	}
	other.comes(ui("#notice a") + `?.pathname === "` + goalPage + `"`)
	other.holds(`window.touched === 0`)
}

// An edit that can't be seen is told, and nothing jumps.
func TestEditOutsideTheWindow(t *testing.T) {
	p := open(t)
	b := p.browse(chapterPage)
	p.edit(chapterFile, "najważniejszy dokument", "główny dokument")
	b.comes(ui("#notice") + `.textContent.startsWith("changed: 1.3")`)
	b.holds(`scrollY === 0 && window.before`)
	b.do(ui("#notice a") + `.click()`)
	b.comes(`(() => { const r = [...document.querySelectorAll("dd")].find(e => e.textContent.includes("główny")).getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight })()`)
	b.comes(ui("#notice") + `.textContent === ""`)
	p.edit(chapterFile, "Strategia odpowiada na trzy", "Strategia odpowiada na TRZY")
	b.comes(ui("#notice") + `.textContent.startsWith("changed: 1.1")`)
	// With the keyboard: Escape is enough.
	b.press(kb.Escape)
	b.comes(ui("#notice") + `.textContent === ""`)

	// An edit of another page leads there, to the edit.
	p.edit("content/8-wdrozenie.md", "## 8.3.", "Nowe zdanie na końcu.\n\n## 8.3.")
	b.comes(ui("#notice a") + `?.pathname === "/rozdzial/wdrozenie.html"`)
	b.do(ui("#notice a") + `.click()`)
	b.comes(`location.pathname === "/rozdzial/wdrozenie.html" && document.body.innerText.includes("Nowe zdanie")`)
}

func TestFollow(t *testing.T) {
	p := openWith(t, func(o *Options) { o.Follow = true })
	b := p.browse(chapterPage)
	p.edit(chapterFile, "najważniejszy dokument", "główny dokument")
	seen := func(selector, text string) string {
		return `(() => { const e = [...document.querySelectorAll("` + selector + `")].find(e => e.textContent.includes("` + text + `")); if (!e) return false; const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight })()`
	}
	b.comes(seen("dd", "główny"))
	b.holds(`window.before`)
	// No open page shows this text.
	p.edit("content/8-wdrozenie.md", "## 8.3.", "Nowe zdanie na końcu.\n\n## 8.3.")
	b.comes(`location.pathname === "/rozdzial/wdrozenie.html"`)
	b.comes(seen("p", "Nowe zdanie"))
	// The whole document shows every text: nobody is led away from it.
	b.open("/calosc.html")
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	b.comes(seen("p", "wszystkie piece"))
	b.holds(`location.pathname === "/calosc.html" && window.before`)
}

// A style sheet is never gone while another comes.
func TestStyleIsSwappedWithoutAFlash(t *testing.T) {
	p := open(t)
	_, css, _ := p.get("/assets/strategia.css")
	b := p.browse(chapterPage)
	b.do(`window.bare = 0; window.frames0 = 0; (function look() { frames0++; if (getComputedStyle(document.body).marginTop !== "0px") bare++; requestAnimationFrame(look) })()`)
	p.write("static/assets/strategia.css", css+"\nbody { border-top: 7px solid green }\n")
	b.comes(`getComputedStyle(document.body).borderTopWidth === "7px"`)
	p.write("static/assets/strategia.css", css+"\nbody { border-top: 9px solid green }\n")
	b.comes(`getComputedStyle(document.body).borderTopWidth === "9px" && document.querySelectorAll("link[rel=stylesheet][href*=strategia]").length === 1`)
	b.holds(`window.before && window.bare === 0 && window.frames0 > 2`)
	p.must(os.RemoveAll(p.path("static")))
	b.comes(`getComputedStyle(document.body).borderTopWidth === "0px" && window.before`)
}

// Pictures that change are shown anew, the title is the new one.
func TestPicturesAndTitles(t *testing.T) {
	svg := func(n int) string {
		return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="10"><rect width="9" height="9"/></svg>`, n)
	}
	p := open(t, func(p *preview) {
		p.write("content/cele/rys.svg", svg(30))
		p.edit(goalFile, "Doradca energetyczny", "![Rysunek](rys.svg) Doradca energetyczny")
	})
	b := p.browse(goalPage)
	b.comes(`document.querySelector("main img")?.naturalWidth === 30`)
	p.write("content/cele/rys.svg", svg(60))
	b.comes(`document.querySelector("main img").naturalWidth === 60 && window.before`)
	p.edit(goalFile, `title: "Tania i czysta energia"`, `title: "Energia dla wszystkich"`)
	b.comes(`document.title.includes("Energia dla wszystkich") && document.querySelector("h1").textContent.includes("Energia dla wszystkich") && window.before`)
}

// The errors lie over the last good page; keyboard and screen reader reach them.
func TestErrorsOnThePage(t *testing.T) {
	p := open(t)
	b := p.browse(goalPage)
	text := p.read(goalFile)
	p.write(goalFile, strings.Replace(text, "Wymienimy", "Zastąpimy", 1)+broken)
	b.comes(`!` + ui("#sheet") + `.hidden && ` + ui("#sheet li"))
	b.holds(`document.querySelector("main").textContent.includes("Wymienimy stare piece") && window.before`)
	b.holds(ui("#alarm") + `.getAttribute("role") === "alert" && ` + ui("#alarm") + `.textContent.startsWith("1 error")`)
	b.holds(ui("#sheet") + `.getAttribute("aria-labelledby") === "title" && ` + ui("#state") + `.textContent.includes("last good version")`)
	b.holds(`document.activeElement === document.body`) // the focus is not taken from anybody
	for _, want := range []string{"S201", "nie-ma-takiego", goalFile, "What to do:"} {
		if got := b.text(ui("#sheet li") + `.textContent`); !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	b.holds(ui("#sheet li pre mark") + `.textContent.includes("goal:nie-ma-takiego")`)
	b.holds(ui("#sheet li") + `.textContent.length > 250`) // the explanation

	// Away with it, and back, by keyboard alone.
	b.press(kb.Escape)
	b.comes(ui("#sheet") + `.hidden`)
	b.press(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift))
	for range 60 {
		if b.is(`document.activeElement.id === "strategia-preview" && document.activeElement.shadowRoot.activeElement.id === "count"`) {
			break
		}
		b.press(kb.Tab)
	}
	b.holds(`document.querySelector("#strategia-preview").shadowRoot.activeElement?.getAttribute("aria-expanded") === "false"`)
	b.press(kb.Enter)
	b.comes(`!` + ui("#sheet") + `.hidden && document.querySelector("#strategia-preview").shadowRoot.activeElement.id === "title"`)
	b.press(kb.Escape)
	b.comes(ui("#sheet") + `.hidden && document.querySelector("#strategia-preview").shadowRoot.activeElement.id === "count"`)

	// Dismissed errors stay so on the next page, the counter tells of them.
	b.open(chapterPage)
	b.comes(ui("#count") + `.textContent.includes("1 error")`)
	b.holds(ui("#sheet") + `.hidden`)
	// A further error is news.
	p.write(goalFile, text+broken+"\n\nI [](goal:tego-też-nie).\n")
	b.comes(`!` + ui("#sheet") + `.hidden && ` + ui("#count") + `.textContent.startsWith("2 errors")`)
	p.write(goalFile, text)
	b.comes(ui("#sheet") + `.hidden && ` + ui("#count") + `.hidden && ` + ui("#alarm") + `.textContent === ""`)

	// Warnings are a counter, and a list for who wants it.
	p.write(goalFile, strings.Replace(text, "kind: goal", "kind: goal\nnieznane: x", 1))
	b.comes(`!` + ui("#count") + `.hidden && ` + ui("#count") + `.textContent === "1 warning"`)
	b.holds(ui("#sheet") + `.hidden`)
	b.do(ui("#count") + `.click()`)
	b.comes(`!` + ui("#sheet") + `.hidden && ` + ui("#sheet li.warning"))
}

// A server that goes and comes back is told, and nothing is lost.
func TestLostConnection(t *testing.T) {
	p := open(t)
	b := p.browse(goalPage)
	b.do(`document.querySelector("[id^=p-wymienimy]").scrollIntoView()`) // a change out of sight would be news of its own
	address := "127.0.0.1:" + p.port
	p.Close()
	b.comes(ui("#notice") + `.textContent.includes("connection to the preview is lost")`)
	b.holds(ui("#notice") + `.getAttribute("role") === "status"`)
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	s, err := Start(context.Background(), Options{Dir: p.dir, Addr: address, Lang: p.opts.Lang})
	p.must(err)
	defer s.Close()
	b.comes(`document.body.innerText.includes("wszystkie piece")`)
	b.comes(ui("#notice") + `.textContent.includes("Connected again")`)
	b.holds(`window.before`)
}

// The status page is a page like any other: it keeps itself new.
func TestStatusPageOnScreen(t *testing.T) {
	p := open(t)
	b := p.browse("/.strategia/")
	p.get(goalPage)
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	b.comes(`document.querySelector("tbody tr td:nth-child(3)")?.textContent.includes("` + goalFile + `") && window.before`)
	b.holds(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`)
}

// Whatever page follows whatever other, the patched one is in the end the one that
// was sent, node for node; and what did not change is the same node as before.
func TestPatchesAreExact(t *testing.T) {
	p := open(t, func(p *preview) {
		p.write("static/pusta.html", "<!doctype html><html><head><title>x</title></head><body></body></html>")
	})
	b := p.browse("/pusta.html")
	wrong, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`(async () => {
		const { Page } = await import("/.strategia/patch.js");
		const own = "script[src^='/.strategia/'], #strategia-preview";
		let seed = 7;
		const roll = n => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
		const word = () => ["gmina", "cel", "plan", "rok", "droga", "żłobek"][roll(6)];
		const block = (depth) => {
			const place = " data-strategia-source=\"content/x.md:" + roll(50) + "\"";
			switch (roll(depth > 3 ? 4 : 8)) {
			case 0: return "<p" + place + ">" + word() + " <b>" + word() + "</b> " + word() + "</p>\n";
			case 1: return "<p class=\"" + word() + "\">" + word() + "</p>";
			case 2: return "<h2 id=\"" + word() + roll(4) + "\">" + word() + "</h2>\n";
			case 3: return "<!-- " + word() + " --><p><a href=\"" + word() + "\">" + word() + "</a></p>";
			case 4: return "<ul" + place + ">" + Array.from({ length: roll(5) }, () => "<li>" + word() + (roll(3) ? "" : block(depth + 1)) + "</li>\n").join("") + "</ul>";
			case 5: return "<table><tbody>" + Array.from({ length: 1 + roll(3) }, () => "<tr" + place + "><td>" + word() + "</td></tr>").join("") + "</tbody></table>";
			case 6: return "<details" + (roll(2) ? " open" : "") + "><summary>" + word() + "</summary>" + block(depth + 1) + "</details>";
			default: return "<section>" + Array.from({ length: roll(6) }, () => block(depth + 1)).join("\n") + "</section>";
			}
		};
		const script = document.querySelector(own).outerHTML;
		const page = () => "<!doctype html><html lang=\"" + ["pl", "en"][roll(2)] + "\"><head>" + script + "<title>" + word() + "</title>" + (roll(2) ? "<meta name=\"x\" content=\"" + word() + "\">" : "") + "</head><body class=\"" + word() + "\">" +
			Array.from({ length: roll(12) }, () => block(0)).join("") + "</body></html>";
		const bare = doc => { const c = doc.documentElement.cloneNode(true); c.querySelectorAll(own).forEach(e => e.remove()); return c; };
		const patcher = new Page(document);
		let same = 0, html = page();
		for (let i = 0; i < 300; i++) {
			// Mostly a small change of the page before.
			const before = html;
			html = roll(4) ? before.replace(word(), word()).replace(/(<p[^>]*>)/, (m) => roll(3) ? m : block(2) + m) : page();
			const first = document.body.firstElementChild;
			patcher.patch(html);
			const want = bare(new DOMParser().parseFromString(html, "text/html"));
			for (const [what, doc] of [["page", document], ["memory", patcher.sent]]) {
				const got = bare(doc);
				got.removeAttribute("data-strategia-patch");
				if (!got.isEqualNode(want)) return "patch " + i + ", " + what + ":\n" + before + "\n→\n" + want.outerHTML + "\nbut\n" + got.outerHTML;
			}
			for (const [sent, live] of patcher.twin) if (sent.nodeType === 1 && sent.nodeName !== live.nodeName) return "patch " + i + ": twins differ";
			same += first === document.body.firstElementChild;
		}
		return same > 100 ? "" : "only " + same + " times the first block stayed";
	})()`, chromedp.EvalAwaitPromise))
	p.must(err)
	if wrong != "" {
		t.Error(wrong)
	}
}
