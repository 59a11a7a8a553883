package preview

import (
	"context"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// browser opens a page in a real browser, under the real policy.
func (p *preview) browser(path string) context.Context {
	p.t.Helper()
	found := false
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		_, err := exec.LookPath(name)
		found = found || err == nil
	}
	if !found || testing.Short() {
		p.t.Skip("no browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.WindowSize(800, 400))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	p.t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	p.t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 4*patience)
	p.t.Cleanup(cancel)
	_, err := chromedp.Run(ctx, chromedp.Navigate(strings.TrimSuffix(p.URL(), "/")+path))
	p.must(err)
	return ctx
}

// comes waits until a JavaScript expression is true.
func (p *preview) comes(ctx context.Context, expression string) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		// While a page is being loaded there is nothing to ask.
		if is, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && is {
			return
		}
		if time.Now().After(end) {
			body, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`document.documentElement.outerHTML.slice(-2000)`))
			p.t.Fatalf("never true: %s\n%s", expression, body)
		}
	}
}

// The whole loop as a person sees it: a save is on the screen, the place on the
// page is kept, an error is told and goes away, a lost server is told.
func TestInABrowser(t *testing.T) {
	p := open(t)
	ctx := p.browser(chapterPage)
	const notice = `document.querySelector("#strategia-preview[role=status]")`
	p.comes(ctx, notice+`.childElementCount === 0`)
	_, err := chromedp.Run(ctx, chromedp.Evaluate[chromedp.Void](`scrollTo(0, 500); window.before = true`))
	p.must(err)
	p.comes(ctx, `Math.abs(scrollY - 500) < 2`)

	// Another page's change leaves this one alone.
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	p.shows(goalPage, "wszystkie", true)
	p.edit(chapterFile, "Strategia odpowiada na trzy pytania", "Strategia odpowiada na TRZY pytania")
	p.comes(ctx, `document.body.innerText.includes("TRZY") && !window.before && Math.abs(scrollY - 500) < 2`)

	text := p.read(chapterFile)
	p.write(chapterFile, text+broken)
	p.comes(ctx, notice+`.innerText.startsWith("Errors: 1.")`)
	p.comes(ctx, notice+`.querySelector("pre").textContent.includes("nie-ma-takiego")`)
	p.comes(ctx, `getComputedStyle(`+notice+`).position === "fixed"`)
	p.write(chapterFile, text)
	p.comes(ctx, notice+`.childElementCount === 0`)

	p.Close()
	p.comes(ctx, notice+`.innerText.includes("connection to the preview is lost")`)
}
