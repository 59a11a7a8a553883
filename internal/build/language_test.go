package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"strategia/layouts"
)

// foreignSite has texts of every kind in English within a document in Polish.
// Every word of the interface is marked with "⟦", all that is English with "‡".
func foreignSite(t *testing.T) fstest.MapFS {
	t.Helper()
	words, err := fs.ReadFile(layouts.FS, "pl.txt")
	if err != nil {
		t.Fatal(err)
	}
	var marked strings.Builder
	for line := range strings.Lines(string(words)) {
		key, text, ok := strings.Cut(strings.TrimSpace(line), " = ")
		if ok && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "path.") {
			fmt.Fprintf(&marked, "%s = ⟦%s\n", key, text)
		}
	}
	const text = "Text‡ with a note‡.[^1] See [](goal:praca), [](goal:work) and [](chapter:wstep).\n\n[^1]: A note‡.\n"
	files := fstest.MapFS{}
	for name, body := range map[string]string{
		"layouts/pl.txt":     marked.String(),
		"content/index.md":   "---\ntitle: Strategia\nlang: pl\n---\nPo polsku. [](chapter:summary)\n",
		"content/wstep.md":   "---\nkind: chapter\nid: wstep\nnumber: \"1\"\ntitle: Wstęp\ngoals: [praca, work]\n---\nZob. [](chapter:summary) i [](sec:summary#part).\n\n```goal-tree\n```\n",
		"content/praca.md":   "---\nkind: goal\nid: praca\nnumber: \"1\"\ntitle: Praca\n---\nTekst o [](goal:work).\n",
		"content/work.md":    "---\nkind: goal\nid: work\nnumber: \"2\"\ntitle: Work‡\nlang: en\nsummary: In short‡.\nmissing: Not yet‡.\nsource: A paper‡.\ntopics: [praca]\n---\n" + text,
		"content/summary.md": "---\nkind: chapter\nid: summary\ntitle: Summary‡\nlang: en\nsummary: In short‡.\nmissing: Not yet‡.\ntopics: [praca]\n---\n" + text + "\n## Part‡ {#part}\n\n- Item‡\n\n| A‡ | B‡ |\n|---|---|\n| c‡ | d‡ |\n\nTable: Caption‡\n\n| A‡ | B‡ |\n|---|---|\n| c‡ | d‡ |\n\n```goal-list\n```\n\n```toc\n```\n\n```units\n```\n",
		"content/other.md":   "---\nkind: document\nid: other\ntitle: Other‡\nlang: en\nlevel: eu\npresumed: Perhaps‡\nmissing: Not yet‡.\nsource: A paper‡.\ngoals: [{id: a, number: \"1\", title: Aim‡, maps: [{goal: praca, relation: related}]}]\n---\n" + text,
		"content/office.md":  "---\nkind: unit\nid: office\ntitle: Office‡\nlang: en\nunit_kind: city\nmissing: Not yet‡.\nsource: A paper‡.\n---\n" + text,
		"content/measure.md": "---\nkind: indicator\nid: measure\ntitle: Measure‡\nlang: en\ndefinition: What it is‡\nformula: a by b‡\ngoals: [praca]\nmissing: Not yet‡.\n---\n" + text,
		"content/deed.md":    "---\nkind: action\nid: deed\ntitle: Deed‡\nlang: en\nstate: suspended\nreason: No money‡\nmilestones: [{text: Start‡, due: 2026}]\ngoals: [praca]\nlead: office\nmissing: Not yet‡.\n---\n" + text,
	} {
		set(files, name, body)
	}
	return files
}

// Every word of the interface is in an element of the document's language, and
// every text in another language in an element of its own, wherever they meet.
func TestLanguageOfParts(t *testing.T) {
	seen := map[string]int{}
	for p, page := range snapshot(t, sessionOf(foreignSite(t))) {
		if !strings.HasSuffix(p, ".html") {
			continue
		}
		root, err := html.Parse(bytes.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		hold := func(what, lang string) {
			own, foreign := strings.Contains(what, "⟦"), strings.Contains(what, "‡")
			for want, is := range map[string]bool{"pl": own, "en": foreign && !own} { // a title within a name of ours is a name
				if is {
					if seen[want]++; lang != want {
						t.Errorf("%s: %q is said to be %s", p, what, lang)
					}
				}
			}
		}
		var walk func(n *html.Node, lang string)
		walk = func(n *html.Node, lang string) {
			if n.Type == html.ElementNode {
				if l := attribute(n, "lang"); l != "" {
					lang = l
				}
				// What is copied as one string is in the language of its document.
				if n.Data == "head" || n.Data == "svg" || attribute(n, "class") == "colophon" {
					return
				}
				for _, key := range []string{"aria-label", "title", "alt", "placeholder", "data-label"} {
					hold(attribute(n, key), lang)
				}
			}
			if n.Type == html.TextNode {
				hold(n.Data, lang)
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c, lang)
			}
		}
		walk(root, "")
	}
	if seen["pl"] < 500 || seen["en"] < 100 {
		t.Errorf("too little was looked at: %v", seen)
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
