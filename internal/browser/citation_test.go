package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestCitation quotes places of a chapter with the keyboard: the link beside a
// paragraph, the one beside a heading, the one in a table's row and the button at
// the page's end. Where the browser refuses to copy, the words are shown.
func TestCitation(t *testing.T) {
	ctx := tab(t)
	err := chromedp.Do(ctx, chromedp.EmulateViewport(320, 900), chromedp.Navigate(servers["fictional"]+"rozdzial/diagnoza.html"))
	if err != nil {
		t.Fatal(err)
	}
	clipboard := func(body string) {
		t.Helper()
		script := "navigator.clipboard.writeText = text => { " + body + " }; true"
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script)); err != nil {
			t.Fatal(err)
		}
	}
	// follow presses Enter on the link or button and returns what the page says then.
	follow := func(selector string) (said, copied, hash string) {
		t.Helper()
		if err := chromedp.Do(ctx, chromedp.Focus(selector), chromedp.KeyEvent(kb.Enter),
			chromedp.WaitVisible(".toast .copy")); err != nil {
			t.Fatalf("%s: %v", selector, err)
		}
		got, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`(() => {
			const box = document.querySelector(".toast");
			const said = box.getAttribute("role") + " " + box.textContent;
			box.remove();
			return [said, window.copied || "", location.hash];
		})()`))
		if err != nil {
			t.Fatal(err)
		}
		return got[0], got[1], got[2]
	}
	clipboard("window.copied = text; return Promise.resolve();")
	for selector, want := range map[string]string{
		".prose > p > a.pin":         "rozdz. 2.1, akapit 1, " + servers["fictional"] + "rozdzial/diagnoza.html#p-",
		"h2 ~ a.permalink":           "rozdz. 2.1, " + servers["fictional"] + "rozdzial/diagnoza.html#roz-2.1",
		"tbody tr:first-child a.pin": "wiersz 1, " + servers["fictional"] + "rozdzial/diagnoza.html#p-",
		".colophon button":           "Strategia Gminy Przykładowa, rozdz. 2 (edycja",
	} {
		said, copied, hash := follow(selector)
		plain := strings.ReplaceAll(copied, "\u00a0", " ")
		if !strings.HasPrefix(plain, "Strategia Gminy Przykładowa, rozdz. 2") || !strings.Contains(plain, want) {
			t.Errorf("%s copied %q, want %q", selector, plain, want)
		}
		if !strings.HasPrefix(said, "status Skopiowano: "+copied) {
			t.Errorf("%s said %q", selector, said)
		}
		if strings.Contains(want, "#") && !strings.Contains(copied, hash) {
			t.Errorf("%s leads to %q", selector, hash)
		}
	}
	clipboard("return Promise.reject();")
	if said, _, _ := follow("a.pin"); !strings.HasPrefix(said, "status Zaznacz i\u00a0skopiuj: Strategia") {
		t.Errorf("refused, the page said %q", said)
	}
}

// TestCitationWithoutAddress quotes a page of a site that was not told its address.
func TestCitationWithoutAddress(t *testing.T) {
	ctx, page := tab(t), servers["torun"]+"rozdzial/wdrozenie.html"
	if err := chromedp.Do(ctx, chromedp.Navigate(page+"?q=x#roz-8.1")); err != nil {
		t.Fatal(err)
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector(".colophon .copy").textContent`))
	if err != nil || !strings.HasSuffix(got, "), "+page) {
		t.Errorf("%q, %v", got, err)
	}
}

// TestReadingPlace scrolls a chapter and expects the list of contents to follow.
func TestReadingPlace(t *testing.T) {
	ctx := tab(t)
	err := chromedp.Do(ctx, chromedp.EmulateViewport(1400, 600), chromedp.Navigate(servers["fictional"]+"rozdzial/wdrozenie.html#roz-8.3"),
		chromedp.WaitVisible(`.on-page a[href="#roz-8.3"][aria-current]`))
	if err != nil {
		t.Fatal(err)
	}
	n, err := chromedp.Run(ctx, chromedp.Evaluate[int](`document.querySelectorAll(".on-page [aria-current]").length`))
	if err != nil || n != 1 {
		t.Errorf("%d lines are marked, %v", n, err)
	}
}
