package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// axe is the source of axe-core.
var axe = sync.OnceValues(func() (string, error) {
	b, err := os.ReadFile(filepath.Join(tools, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		err = fmt.Errorf("no axe-core: run make test, which installs it: %w", err)
	}
	return string(b), err
})

// The rules of axe-core are those of WCAG 2.2 A and AA and its best practices. Most
// judge what a page says; some judge how it is laid out, and two of them its colours.
const (
	allRules     = `runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	contentRules = allRules + `, rules: {"color-contrast": {enabled: false}, "link-in-text-block": {enabled: false}, "target-size": {enabled: false}, "scrollable-region-focusable": {enabled: false}, "label-content-name-mismatch": {enabled: true}}`
	layoutRules  = `runOnly: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]`
	colourRules  = `runOnly: ["color-contrast", "link-in-text-block"]`
)

// ask lists what axe-core finds wrong with a part of the page that the tab shows.
func ask(t *testing.T, tab context.Context, part, rules string) []string {
	t.Helper()
	return list(t, tab, `axe.run(`+part+`, {resultTypes: ["violations"], `+rules+`}).then(r => r.violations.map(
		v => v.id + " (" + v.impact + "): " + v.nodes.length + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.html.slice(0, 120)).join(" | ")))`)
}

// list evaluates an expression that lists what is wrong.
func list(t *testing.T, tab context.Context, expression string) []string {
	t.Helper()
	found, err := chromedp.Run(tab, chromedp.Evaluate[[]string](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// loadAxe makes axe-core known to every page that the tab will show.
func loadAxe(t *testing.T, tab context.Context) {
	t.Helper()
	source, err := axe()
	if err == nil {
		_, err = chromedp.Call(tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: source})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// views are the ways in which a page is looked at, ordered so that little changes
// from one to the next: on a small phone, a tablet and a screen, by day and by night,
// when only the colours differ. What a page says is judged at the least and the
// greatest width, between which nothing is displayed that is not at one of them.
var views = []struct {
	width   int64
	scheme  string
	content bool
	layout  string
}{
	{320, "light", true, layoutRules},
	{768, "light", false, layoutRules},
	{1280, "light", true, layoutRules},
	{1280, "dark", false, colourRules},
	{320, "dark", false, colourRules},
}

// looks tells how every element within the body looks that is displayed: the number
// of its parent, its paint (class, colours and letters) and its shape (whether it
// scrolls, and whether it is a small target, which is one of a width, as its
// neighbours stand elsewhere on another).
const looks = `(() => {
	const ground = getComputedStyle(document.body).backgroundColor;
	const all = [...document.querySelectorAll("body *")];
	const number = new Map(all.map((e, i) => [e, i]));
	return all.map(e => {
		const parent = number.get(e.parentElement) ?? -1;
		if (!e.checkVisibility()) return {parent};
		const s = getComputedStyle(e), box = e.getBoundingClientRect(), stop = e.tabIndex >= 0;
		const small = stop && s.display !== "inline" && Math.min(box.width, box.height) < 24 && innerWidth;
		return {
			parent,
			paint: [ground, e.tagName, e.getAttribute("class"), e.getAttribute("role"), s.color, s.backgroundColor, s.backgroundImage !== "none", s.opacity, s.textDecorationLine, s.fontWeight, parseFloat(s.fontSize) >= 24].join(),
			shape: [s.overflow !== "visible" && e.scrollWidth > e.clientWidth, stop, small].join(),
		};
	});
})()`

// A look is how an element looks within another.
type look struct {
	parent       int
	paint, shape string
}

// A judge judges the pages that a tab shows. Layout and colours take axe-core long,
// and of elements that look alike it says the same: it is asked about the first only.
type judge struct {
	tab context.Context
	// seen numbers the looks from 1.
	seen map[look]int
}

// newJudge makes axe-core known to every page that the tab will show.
func newJudge(t *testing.T, tab context.Context) judge {
	t.Helper()
	loadAxe(t, tab)
	return judge{tab, map[look]int{}}
}

// page lists what is wrong with the page that the tab shows, in every view.
func (j judge) page(t *testing.T) []string {
	t.Helper()
	var wrong []string
	for _, v := range views {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: v.scheme}}}
		if _, err := chromedp.Call(j.tab, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		if err := chromedp.Do(j.tab, chromedp.EmulateViewport(v.width, 900)); err != nil {
			t.Fatal(err)
		}
		var found []string
		if v.scheme == "light" {
			found = append(list(t, j.tab, structure), list(t, j.tab, spaced)...)
		}
		if v.content {
			found = append(found, ask(t, j.tab, "document", contentRules)...)
		}
		if fresh := j.fresh(t); len(fresh) > 0 {
			numbers, err := json.Marshal(fresh)
			if err != nil {
				t.Fatal(err)
			}
			part := `(all => ({include: ` + string(numbers) + `.map(i => [all[i]])}))(document.querySelectorAll("body *"))`
			found = append(found, ask(t, j.tab, part, v.layout)...)
		}
		for _, f := range found {
			wrong = append(wrong, fmt.Sprintf("at %d, %s: %s", v.width, v.scheme, f))
		}
	}
	return wrong
}

// fresh lists the elements of the page that look like none before, which it takes
// for judged.
func (j judge) fresh(t *testing.T) []int {
	t.Helper()
	elements, err := chromedp.Run(j.tab, chromedp.Evaluate[[]struct {
		Parent       int
		Paint, Shape string
	}](looks))
	if err != nil {
		t.Fatal(err)
	}
	number := func(l look) (n int, isNew bool) {
		if n = j.seen[l]; n == 0 {
			n, isNew = len(j.seen)+1, true
			j.seen[l] = n
		}
		return n, isNew
	}
	var fresh []int
	within := make([]int, len(elements))
	for i, e := range elements {
		l := look{paint: e.Paint}
		if e.Parent >= 0 {
			l.parent = within[e.Parent]
		}
		within[i], _ = number(l)
		l.shape = e.Shape
		if _, isNew := number(l); isNew && e.Paint != "" {
			fresh = append(fresh, i)
		}
	}
	return fresh
}

// TestAxeSees holds that the judge would find a fault, by day and by night, on a page
// that is new and on one that looks like another.
func TestAxeSees(t *testing.T) {
	ctx := tab(t)
	judge := newJudge(t, ctx)
	const spoil = `const p = document.createElement("p"); p.textContent = "blado"; p.style.color = "#888"; p.style.background = "#777"; p.style.inlineSize = "900px";
		document.querySelector("main").append(p, document.createElement("img")); 0`
	if err := chromedp.Do(ctx, chromedp.Navigate(servers["torun"]+"cele.html")); err != nil {
		t.Fatal(err)
	}
	if found := judge.page(t); len(found) > 0 {
		t.Error(found)
	}
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](spoil)); err != nil {
		t.Fatal(err)
	}
	found := strings.Join(judge.page(t), "\n")
	for _, want := range []string{"light: color-contrast", "dark: color-contrast", "image-alt", "sideways"} {
		if !strings.Contains(found, want) {
			t.Errorf("%s is not seen in:\n%s", want, found)
		}
	}
}
