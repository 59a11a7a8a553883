package browser

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// focus says where the keyboard stands: the skip link, before the page's heading,
// at or behind it.
const focus = `(() => {
	const e = document.activeElement, h = document.querySelector("h1");
	if (e.id === "main") return "main";
	if (e.matches(".skip")) return "skip";
	if (e === document.body) return "nowhere";
	return h.parentElement.contains(e) || h.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING ? "content" : "before";
})()`

func press(t *testing.T, ctx context.Context, key string) string {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.KeyEvent(key)); err != nil {
		t.Fatal(err)
	}
	at, err := chromedp.Run(ctx, chromedp.Evaluate[string](focus))
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// TestKeyboard reads with the keyboard alone: the first stop leads past the menus,
// and without it there are at most six stops before the content.
func TestKeyboard(t *testing.T) {
	for name, page := range map[string]string{"torun": "rozdzial/wdrozenie.html", "fictional": "rozdzial/aktualizacja.html"} {
		ctx := tab(t)
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(768, 900), chromedp.Navigate(servers[name]+page)); err != nil {
			t.Fatal(err)
		}
		if at := press(t, ctx, kb.Tab); at != "skip" {
			t.Errorf("%s: the first stop is %q", page, at)
		}
		stops := 1
		for at := ""; at != "content"; stops++ {
			if at = press(t, ctx, kb.Tab); stops > 20 {
				t.Fatalf("%s: no way to the content", page)
			}
		}
		if stops-1 > 6 {
			t.Errorf("%s: %d stops before the content", page, stops-1)
		}
		if err := chromedp.Do(ctx, chromedp.Navigate(servers[name]+page)); err != nil {
			t.Fatal(err)
		}
		press(t, ctx, kb.Tab)
		if at := press(t, ctx, kb.Enter); at != "main" {
			t.Errorf("%s: the skip link leads to %q", page, at)
		}
		if at := press(t, ctx, kb.Tab); at != "content" {
			t.Errorf("%s: behind the skip link stands %q", page, at)
		}
	}
}

// covered goes back through the links of a page's tables, from the last to the first,
// and lists those that nothing is seen of.
const covered = `(() => {
	const links = [...document.querySelectorAll(".scroller a")].reverse();
	const wrong = links.filter(a => {
		a.focus();
		const box = a.getClientRects()[0], y = box.top + box.height / 2;
		return ![box.left + 3, box.left + box.width / 2, box.right - 3].some(x => a.contains(document.elementFromPoint(x, y)));
	}).map(a => a.textContent);
	if (links.length < 20) wrong.push("only " + links.length + " links");
	return wrong;
})()`

// TestFocusIsSeen holds that what the keyboard reaches in a table that scrolls lies
// neither below its header nor below its first column (WCAG 2.4.11).
func TestFocusIsSeen(t *testing.T) {
	ctx := tab(t)
	for _, page := range []string{"cele-i-jednostki.html", "wdrozenie.html"} {
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(900, 500), chromedp.Navigate(servers["fictional"]+page)); err != nil {
			t.Fatal(err)
		}
		wrong, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](covered))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range wrong {
			t.Errorf("%s: %s", page, w)
		}
	}
}

// contrast lists the texts of a page whose colours are less than 7:1 apart.
const contrast = `(() => {
	const rgb = c => c.match(/[\d.]+/g).map(Number);
	const light = c => {
		const [r, g, b] = rgb(c).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b;
	};
	const ground = e => {
		for (; e; e = e.parentElement) {
			const c = getComputedStyle(e).backgroundColor;
			if ((rgb(c)[3] ?? 1) === 1) return c;
		}
		return "rgb(255, 255, 255)";
	};
	const wrong = new Set();
	let seen = 0;
	for (const e of document.body.querySelectorAll("*")) {
		if (!e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())) continue;
		const a = light(getComputedStyle(e).color), b = light(ground(e));
		const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		seen++;
		if (ratio < 7) wrong.add(ratio.toFixed(2) + ":1 " + e.tagName + "." + e.className + " " + getComputedStyle(e).color + " on " + ground(e));
	}
	if (seen < 20) wrong.add("only " + seen + " texts");
	return [...wrong];
})()`

// TestContrast holds every text to 7:1, by day, by night and in the reader's own
// colours.
func TestContrast(t *testing.T) {
	ctx := tab(t)
	heard := listen(t, ctx, servers["fictional"])
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)); err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{"", "rozdzial/wdrozenie.html", "rozdzial/diagnoza.html", "cel/praca.html", "dokument/strategia-2015.html", "macierz-celow.html", "wdrozenie.html"} {
		if err := chromedp.Do(ctx, chromedp.Navigate(servers["fictional"]+page)); err != nil {
			t.Fatal(err)
		}
		for _, mode := range []emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: "light"}, {Name: "prefers-color-scheme", Value: "dark"}, {Name: "forced-colors", Value: "active"},
		} {
			media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{&mode}}
			if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
				t.Fatal(err)
			}
			for _, w := range append(list(t, ctx, contrast), heard.take()...) {
				t.Errorf("%s, %s: %s: %s", mode.Name, mode.Value, page, w)
			}
			ground, err := chromedp.Run(ctx, chromedp.Evaluate[string](`getComputedStyle(document.body).backgroundColor`))
			if err != nil {
				t.Fatal(err)
			}
			if dark := ground == "rgb(21, 24, 27)"; dark != (mode.Value == "dark") {
				t.Errorf("%s, %s: %s: the ground is %s", mode.Name, mode.Value, page, ground)
			}
		}
	}
}

// TestPrint prints the whole document: sheets of A4, the matrix across, tagged
// with the document's language.
func TestPrint(t *testing.T) {
	ctx := tab(t)
	if err := chromedp.Do(ctx, chromedp.Navigate(servers["fictional"]+"calosc.html")); err != nil {
		t.Fatal(err)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	if sheets := bytes.Count(pdf, []byte("/Type /Page\n")); !bytes.HasPrefix(pdf, []byte("%PDF-")) || sheets < 15 {
		t.Errorf("%d bytes, %d sheets", len(pdf), sheets)
	}
	if !bytes.Contains(pdf, []byte("/Lang (pl)")) {
		t.Error("the PDF does not tell its language")
	}
}

// heads lists, for every part of the whole document that starts a sheet, the page
// that it is printed on and what stands above it there.
const heads = `[...document.querySelectorAll(".sheet")].map(part => {
	const name = getComputedStyle(part).page;
	const rules = [...document.styleSheets].flatMap(s => [...s.cssRules]).filter(r => r instanceof CSSPageRule && r.selectorText === name);
	return part.querySelector("h2").textContent + " | " + rules.map(r => r.cssText.match(/@top-right \{ content: "(.*?)";/)?.[1]).join();
})`

// TestRunningHeads prints the whole document: every chapter stands below its own
// name, and a page of one chapter below its title.
func TestRunningHeads(t *testing.T) {
	ctx := tab(t)
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(servers["fictional"]+"calosc.html")); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](heads))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) < 12 || got[1] != "2. Diagnoza | 2. Diagnoza" || !strings.HasSuffix(got[len(got)-3], "| Cele") {
		t.Errorf("%d heads: %q", len(got), got)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(servers["fictional"]+"rozdzial/diagnoza.html")); err != nil {
		t.Fatal(err)
	}
	head, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.documentElement.dataset.head`))
	if err != nil || head != "2. Diagnoza – Strategia Gminy Przykładowa" {
		t.Errorf("the head of a chapter's page is %q: %v", head, err)
	}
}
