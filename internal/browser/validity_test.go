package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// tools is where .ci/needs puts the packages of .ci/npm.
const tools = "../../.ci/npm"

// TestValidity has every page of both sites judged by html-validate, which knows
// the HTML standard and nothing of us.
func TestValidity(t *testing.T) {
	for name, folder := range folders {
		ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
		defer stop()
		report := filepath.Join(t.TempDir(), "report.json") // a pipe would be cut off at 64 KB
		cmd := exec.CommandContext(ctx, "node", filepath.Join(tools, "node_modules", "html-validate", "bin", "html-validate.mjs"),
			"--config", filepath.Join(tools, "htmlvalidate.mjs"), "--formatter", "json="+report, folder)
		var errw bytes.Buffer
		cmd.Stderr = &errw
		err := cmd.Run()
		out, _ := os.ReadFile(report)
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) || len(out) == 0 {
			t.Fatalf("html-validate: %v: %s (make test installs it)", err, errw.String())
		}
		var files []struct {
			Path     string `json:"filePath"`
			Messages []struct {
				Rule    string `json:"ruleId"`
				Message string
				Line    int
			}
		}
		if err := json.Unmarshal(out, &files); err != nil {
			t.Fatalf("html-validate: %v: %s", err, out)
		}
		for _, f := range files {
			for _, m := range f.Messages {
				t.Errorf("%s: %s:%d: %s (%s)", name, strings.TrimPrefix(f.Path, folder), m.Line, m.Message, m.Rule)
			}
		}
	}
}

// TestValiditySees holds that the validator would find a fault.
func TestValiditySees(t *testing.T) {
	page := filepath.Join(t.TempDir(), "x.html")
	if err := os.WriteFile(page, []byte("<!DOCTYPE html><html lang=\"pl\"><head><title>x</title></head><body><p id=\"a b\"><div></p></body></html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", filepath.Join(tools, "node_modules", "html-validate", "bin", "html-validate.mjs"),
		"--config", filepath.Join(tools, "htmlvalidate.mjs"), "--formatter", "json", page).Output()
	if err == nil || !bytes.Contains(out, []byte("valid-id")) || !bytes.Contains(out, []byte("close-order")) {
		t.Errorf("a broken page passes: %v %s", err, out)
	}
}

// axe is the source of axe-core.
var axe = sync.OnceValues(func() (string, error) {
	b, err := os.ReadFile(filepath.Join(tools, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		err = fmt.Errorf("no axe-core: run make test, which installs it: %w", err)
	}
	return string(b), err
})

// judge lists what axe-core finds wrong with the page, as WCAG 2.2 A and AA and
// its best practices have it, or by the named rules only.
const judge = `axe.run(document, {resultTypes: ["violations"], runOnly: RULES}).then(r => r.violations.map(
	v => v.id + " (" + v.impact + "): " + v.nodes.length + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + n.html.slice(0, 120)).join(" | ")))`

const (
	allRules     = `{type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}`
	layoutRules  = `{type: "rule", values: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "aria-hidden-focus", "label-content-name-mismatch"]}`
	colourRules  = `{type: "rule", values: ["color-contrast", "link-in-text-block"]}`
	spacingSheet = `(() => {
	const s = new CSSStyleSheet();
	s.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
	document.adoptedStyleSheets = [s];
	const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
	document.adoptedStyleSheets = [];
	return over;
})()`
)

// loadAxe makes axe-core known to the page that the tab shows.
func loadAxe(t *testing.T, tab context.Context) {
	t.Helper()
	source, err := axe()
	if err == nil {
		err = chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](source+";0"))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// accessible judges the page that the tab shows. All rules are asked by day at
// the least and the greatest width, between which nothing is displayed that is
// not at one of them: there those that depend on the layout, and by night, when
// only the colours differ, those about colour. And it holds the page to the width
// of the screen when a reader sets the text wider (WCAG 1.4.12).
func accessible(t *testing.T, tab context.Context, width int64) []string {
	t.Helper()
	day := allRules
	if width != widths[0] && width != widths[len(widths)-1] {
		day = layoutRules
	}
	var wrong []string
	for _, look := range [][2]string{{"light", day}, {"dark", colourRules}} {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look[0]}}}
		if _, err := chromedp.Call(tab, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		found, err := chromedp.Run(tab, chromedp.Evaluate[[]string](strings.Replace(judge, "RULES", look[1], 1), chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			wrong = append(wrong, look[0]+": "+f)
		}
	}
	over, err := chromedp.Run(tab, chromedp.Evaluate[float64](spacingSheet))
	if err != nil {
		t.Fatal(err)
	}
	if over > 0 {
		wrong = append(wrong, fmt.Sprintf("with wider text the page scrolls sideways by %v", over))
	}
	return wrong
}

// TestAxeSees holds that the judge would find a fault, by day and by night.
func TestAxeSees(t *testing.T) {
	ctx := tab(t)
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(320, 900), chromedp.Navigate(servers["torun"]+"cele.html")); err != nil {
		t.Fatal(err)
	}
	loadAxe(t, ctx)
	const spoil = `const p = document.createElement("p"); p.textContent = "blado"; p.style.color = "#888"; p.style.background = "#777"; p.style.inlineSize = "900px";
		document.querySelector("main").append(p, document.createElement("img")); 0`
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](spoil)); err != nil {
		t.Fatal(err)
	}
	found := strings.Join(accessible(t, ctx, 320), "\n")
	for _, want := range []string{"light: color-contrast", "dark: color-contrast", "image-alt", "sideways"} {
		if !strings.Contains(found, want) {
			t.Errorf("%s is not seen in:\n%s", want, found)
		}
	}
}
