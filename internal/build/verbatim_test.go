package build

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// textOf is what a reader reads on a page: no tags, every stretch of white space
// one space, no-break spaces too.
func textOf(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Data == "script" || n.Data == "style" || n.Data == "head":
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		switch n.Data {
		case "p", "li", "h1", "h2", "h3", "h4", "td", "th", "div", "tr", "dd", "dt", "caption":
			b.WriteByte(' ')
		}
	}
	walk(doc)
	return strings.Join(strings.Fields(b.String()), " ")
}

// fragment is the text that the city left us, as the file with the task holds it.
func fragment(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("testdata/fragment.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestChapter8IsVerbatim holds that chapter 8 stands in the source byte for byte,
// and on its page word for word, in its order.
func TestChapter8IsVerbatim(t *testing.T) {
	_, chapter, found := strings.Cut(fragment(t), "\n## 8.")
	if !found {
		t.Fatal("the fragment has no chapter 8")
	}
	chapter = "## 8." + chapter
	src, err := os.ReadFile("../../content/8-wdrozenie.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(strings.TrimSuffix(string(src), "\n"), "\n"+chapter) {
		t.Error("content/8-wdrozenie.md does not end in the fragment, byte for byte")
	}
	page := textOf(t, toruń(t)["rozdzial/wdrozenie.html"])
	whole := textOf(t, toruń(t)["calosc.html"])
	// The text begins below the contents list, which holds the headings too.
	n := 0
	for name, text := range map[string]string{"the page": page, "the whole document": whole} {
		start := strings.Index(text, "8.1. Założenia wdrożenia Strategii Rozwoju Miasta Torunia")
		if start < 0 {
			t.Fatalf("%s has no section 8.1", name)
		}
		at := start
		for line := range strings.Lines(chapter) {
			line = strings.TrimLeft(strings.Join(strings.Fields(line), " "), "#- ")
			if line == "" {
				continue
			}
			n++
			if strings.HasPrefix(line, "8. ") || strings.HasPrefix(line, "8.1. ") || strings.HasPrefix(line, "1. ") {
				if !strings.Contains(text, line) {
					t.Errorf("%s lacks the heading %q", name, line)
				}
				continue
			}
			i := strings.Index(text[at:], line)
			if i < 0 {
				t.Errorf("%s lacks, or has elsewhere: %q", name, line)
				continue
			}
			at += i + len(line)
		}
	}
	if n != 2*15 {
		t.Errorf("%d lines of the fragment were looked for", n)
	}
}

// TestCorrespondenceIsVerbatim holds that the two rows that are left of the table
// stand on the document's page as the source has them, with the number that the
// goal has elsewhere.
func TestCorrespondenceIsVerbatim(t *testing.T) {
	files := toruń(t)
	doc, err := html.Parse(bytes.NewReader(files["dokument/zit.html"]))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Data == "tr" {
			var row []string
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				if c.Data == "td" || c.Data == "th" {
					var b bytes.Buffer
					html.Render(&b, c)
					row = append(row, textOf(t, b.Bytes()))
				}
			}
			rows = append(rows, row)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	n := 0
	for line := range strings.Lines(fragment(t)) {
		outer, own, isRow := strings.Cut(strings.TrimSpace(line), "\t")
		if !isRow {
			continue
		}
		n++
		found := false
		for _, row := range rows {
			if len(row) < 2 || row[0] != outer || !strings.HasPrefix(row[1], own) {
				continue
			}
			found = true
			conflict := strings.Contains(row[1], "w tekście: 4")
			if wants := strings.Contains(own, "strategiczny 4:"); conflict != wants {
				t.Errorf("two numbers of one goal: shown %v, want %v: %q", conflict, wants, row[1])
			}
		}
		if !found {
			t.Errorf("the row %q – %q is not on the page, which has %q", outer, own, rows)
		}
		if !bytes.Contains(files["dane/document-zit.csv"], []byte(outer)) || !bytes.Contains(files["dane/document-zit.csv"], []byte(own)) {
			t.Errorf("the row %q – %q is not in the CSV", outer, own)
		}
	}
	if n != 2 {
		t.Errorf("the fragment has %d rows", n)
	}
}
