package browser

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"strategia/internal/search"
	"strategia/internal/search/bench"
	"strategia/internal/search/client"
	"strategia/internal/search/lexicon"
)

// TestSearchAlike holds that the script answers every query of the test set, and some
// letter by letter, as the program does: the same texts, the same scores, the same
// other query.
func TestSearchAlike(t *testing.T) {
	x := search.New(lexicon.For("pl"), search.CutTexts(bench.Document()))
	queries, err := bench.Queries()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for i, q := range queries {
		texts = append(texts, q.Text)
		for n := range q.Text {
			if i%8 == 0 && n > 0 {
				texts = append(texts, q.Text[:n])
			}
		}
	}
	texts = append(texts, "", "„ustawienia sieci”", `"ustawienia`, `"w systemie"`, "kosmonautyka i", "constructor", "__proto__", "8", "w", "żółć łąka", "ÉTÉ naïve Straße")
	list, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	ctx := tab(t)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank"), chromedp.Evaluate[chromedp.Void](client.Engine())); err != nil {
		t.Fatal(err)
	}
	type answer struct {
		Hits    [][2]float64
		Instead string
		Absent  []string
		Shown   string
	}
	call := fmt.Sprintf(`(x => %s.map(q => { const [Hits, Instead, Absent, terms] = x.search(q); return {Hits, Instead, Absent, Shown: Hits[0] ? x.shown(x.texts[Hits[0][1]], terms, 16).flat().join("") : ""}; }))(openIndex(atob(%q)))`, list, base64.StdEncoding.EncodeToString(x.Stream()))
	got, err := chromedp.Run(ctx, chromedp.Evaluate[[]answer](call))
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for i, q := range texts {
		want := x.Search(q)
		same := len(want.Hits) == len(got[i].Hits) && want.Instead == got[i].Instead && strings.Join(want.Absent, " ") == strings.Join(got[i].Absent, " ")
		for j := 0; same && j < len(want.Hits); j++ {
			same = want.Hits[j].Text == int(got[i].Hits[j][1]) && math.Abs(want.Hits[j].Score-got[i].Hits[j][0]) < 1e-9
		}
		var shown strings.Builder
		if len(want.Hits) > 0 {
			for _, p := range search.Answer([]*search.Index{x}, q, 1, 16).Results[0].Excerpt {
				shown.WriteString(p.Text)
			}
		}
		if !same || shown.String() != got[i].Shown {
			if wrong++; wrong < 5 {
				t.Errorf("%q: the script says %.300v, the program %.300v", q, got[i], want)
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d answers differ", wrong, len(texts))
	}
}

// eventually waits until an expression is true.
func eventually(t *testing.T, ctx context.Context, what, expression string) {
	t.Helper()
	for range 400 {
		if ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && ok {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	state, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`location.href + " " + document.querySelector(".search").outerHTML.slice(-600)`))
	t.Fatalf("%s: not within twenty seconds: %s\n%s", what, expression, state)
}

// TestSearchBox types into the box, from a server under the strict policy and from
// a folder: choices by arrow and Enter, the mark on the page that opens, its
// removal, the page of results by its address.
func TestSearchBox(t *testing.T) {
	for _, base := range []string{servers["fictional"], "file://" + filepath.ToSlash(folders["fictional"]) + "/"} {
		ctx := tab(t)
		heard := listen(t, ctx, base)
		loadAxe(t, ctx)
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(768, 900), chromedp.Navigate(base+"cele.html"), chromedp.KeyEvent("/")); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "the slash leads to the box", `document.activeElement.id === "q"`)
		if err := chromedp.Do(ctx, chromedp.KeyEvent("szkolami")); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "choices", `document.querySelectorAll("#search-list [role=option] mark").length > 1`)
		eventually(t, ctx, "the box tells of its list", `document.querySelector("#q").getAttribute("aria-expanded") === "true" && !document.querySelector("#search-list").hidden`)
		if base == servers["fictional"] { // from a folder the judge may not read style sheets
			if found := ask(t, ctx, "document", allRules); len(found) > 0 {
				t.Errorf("the open list: %q", found)
			}
		}
		eventually(t, ctx, "the number is said", `/\d/.test(document.querySelector(".search [role=status]").textContent)`)
		if err := chromedp.Do(ctx, chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown)); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "the second is chosen", `document.querySelectorAll("#search-list [role=option]")[1].ariaSelected === "true" && document.querySelector("#q").getAttribute("aria-activedescendant") === document.querySelectorAll("#search-list [role=option]")[1].id`)
		if err := chromedp.Do(ctx, chromedp.KeyEvent(kb.Escape)); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "Escape closes", `document.querySelector("#search-list").hidden && document.activeElement.id === "q"`)
		if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("#q").select()`), chromedp.KeyEvent("szkole")); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "choices again", `document.querySelectorAll("#search-list [role=option] mark").length > 1`)
		if err := chromedp.Do(ctx, chromedp.KeyEvent(kb.ArrowDown)); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "the first is chosen", `document.querySelector("#search-list [role=option]").ariaSelected === "true"`)
		// A driver's Enter submits the form whatever the page says of the key.
		taken, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`!document.querySelector("#q").dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}))`))
		if err != nil || !taken {
			t.Errorf("Enter is left to the form: %v", err)
		}
		eventually(t, ctx, "the hit is marked where it leads", `location.search.startsWith("?q=") && CSS.highlights.get("q")?.size > 0`)
		if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("a.clear").click()`)); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "the mark is gone", `!location.search && !CSS.highlights.size && document.readyState === "complete"`)
		if err := chromedp.Do(ctx, chromedp.Navigate(base+"szukaj.html?q="+url.QueryEscape("szkołom"))); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "results by their address", `document.querySelectorAll(".results li a mark").length > 1 && document.querySelector("#q").value === "szkołom"`)
		if err := chromedp.Do(ctx, chromedp.Navigate(base+"szukaj.html?q=kosmonautyka")); err != nil {
			t.Fatal(err)
		}
		eventually(t, ctx, "nothing found leads to the index", `document.querySelector(".results a[href$='indeks.html']") !== null && !document.querySelector(".results li")`)
		for _, w := range heard.take() {
			// Browsers read no manifest from a folder, and say so.
			if strings.HasPrefix(base, "file:") && (strings.Contains(w, "manifest") || strings.Contains(w, "net::ERR_FAILED")) {
				continue
			}
			t.Errorf("%s: %s", base, w)
		}
	}
}

// TestSearchWithoutScript holds that the box leads to the index, in which the words
// of the text stand with links to their sections.
func TestSearchWithoutScript(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(folders["fictional"], "cel", "zdrowie.html"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), `<form class="search" role="search" action="../indeks.html"`) {
		t.Error("the box does not lead to the index")
	}
	index, err := os.ReadFile(filepath.Join(folders["fictional"], "indeks.html"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(index), `<span class="word">szkoła</span> <a href="`) {
		t.Error("the index does not have the words of the text")
	}
}
