package site

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// scanned is what Scan finds on a page: "#id" and links, in order.
func scanned(page string) []string {
	var out []string
	Scan([]byte(page), func(id string) { out = append(out, "#"+strings.Clone(id)) }, func(link string) { out = append(out, strings.Clone(link)) })
	return out
}

func TestScan(t *testing.T) {
	for page, want := range map[string]string{
		"":                                        "",
		"<":                                       "",
		"tekst bez znaczników":                    "",
		`<p id="a">x</p><p id='b'>y</p>`:          "#a #b",
		`<a href="x.html" id="a">`:                "x.html #a",
		`<img src="a.png" alt="">`:                "a.png",
		`<a title="a > b" href="x.html">`:         "x.html",
		`<a title='"' href="x.html">`:             "x.html",
		`<a href="">x</a>`:                        "",
		`<a data-href="x" data-id="y">`:           "",
		`<A HREF="x.html" Id="a">`:                "x.html #a",
		"<a\nhref=\"x.html\"\n\tid=\"a\"\r\n>":    "x.html #a",
		"<a\thref=\"x.html\">":                    "x.html",
		`<a href = "x.html" id ='a'>`:             "x.html #a",
		`<a href=x.html id=a>`:                    "x.html #a",
		`<br/><a href="x.html"/>`:                 "x.html",
		`<input disabled id="a">`:                 "#a",
		`a < b <a href="x.html">`:                 "x.html",
		`1 <2 <a href="x.html">`:                  "x.html",
		`</a href="x.html">`:                      "",
		`<!-- id="a" -->`:                         "",
		`<a href="x`:                              "",
		`<a href=`:                                "",
		`<a href`:                                 "",
		`<a id="a" id="b">`:                       "#a #b",
		`<a =x href="y">`:                         "y",
		`<a href="zał%C4%85cznik.pdf?a&amp;b#c">`: "zał%C4%85cznik.pdf?a&amp;b#c",
	} {
		got := slices.DeleteFunc(scanned(page), func(s string) bool { return s == "" })
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q holds %q, want %q", page, s, want)
		}
	}
}

func TestResolveOddLinks(t *testing.T) {
	for _, c := range []struct {
		from, link, base, to, fragment string
		elsewhere                      bool
	}{
		{from: "cel/a.html", link: "b%20c.html", to: "cel/b c.html"},
		{from: "cel/a.html", link: "../za%C5%82%C4%85cznik.pdf", to: "załącznik.pdf"},
		{from: "cel/a.html", link: "100%25.html", to: "cel/100%.html"},
		{from: "cel/a.html", link: "100%.html", to: "cel/100%.html"},
		{from: "cel/a.html", link: "a&amp;b.html#c&amp;d", to: "cel/a&b.html", fragment: "c&d"},
		{from: "cel/a.html", link: "#za%C5%BC", to: "cel/a.html", fragment: "zaż"},
		{from: "cel/a.html", link: "b.html?v=1#c", to: "cel/b.html", fragment: "c"},
		{from: "cel/a.html", link: "?v=1#c", to: "cel/a.html", fragment: "c"},
		{from: "cel/a.html", link: "../../x.html", to: "../x.html"},
		{from: "a.html", link: "./b.html", to: "b.html"},
		{from: "a.html", link: "cel/../b.html", to: "b.html"},
		{from: "a.html", link: "", to: "a.html"},
		{from: "a.html", link: "#", to: "a.html"},
		{from: "a.html", link: "b:c.html", elsewhere: true},
		{from: "a.html", link: "cel/b:c.html", to: "cel/b:c.html"},
		{from: "a.html", link: "data:image/png;base64,x", elsewhere: true},
		{from: "a.html", link: "tel:+48123", elsewhere: true},
		{from: "a.html", link: "HTTPS://y.pl/x", elsewhere: true},
		{from: "a.html", link: "//y.pl/x", elsewhere: true},
		{from: "a.html", link: "/x.html", elsewhere: true},
	} {
		to, fragment, ok := Resolve(c.from, c.link, c.base)
		if ok == c.elsewhere || ok && (to != c.to || fragment != c.fragment) {
			t.Errorf("Resolve(%q, %q, %q) = %q, %q, %v", c.from, c.link, c.base, to, fragment, ok)
		}
	}
}

// FuzzScan holds that Scan never fails, and that on whole pages, which are what
// it is given, it finds the ids and links that a parser of HTML finds.
func FuzzScan(f *testing.F) {
	for _, s := range []string{`<a href="x" id=y>`, `<p id='a'>x</p>`, "<a\n\thref = x>", `<img src="a>b">`, `<`, `<a b='"' id="c">`, `a<b id="c">`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		scanned(page)
		// A second spelling of the same page, written by a serialiser, leaves no
		// room for tastes of tokenisers.
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if html.Render(&b, doc) != nil {
			return
		}
		var want []string
		rare := false
		var walk func(n *html.Node)
		walk = func(n *html.Node) {
			switch {
			case n.Type == html.CommentNode, n.Type == html.DoctypeNode, n.Type == html.RawNode:
				rare = true
			case n.Type == html.ElementNode && slices.Contains([]string{"script", "style", "iframe", "noembed", "noframes", "noscript", "plaintext", "xmp", "template", "svg", "math", "textarea", "title"}, n.Data):
				rare = true // text that is no text: nothing of ours writes it
			}
			for _, a := range n.Attr {
				switch strings.TrimPrefix(a.Namespace+":", ":") + a.Key {
				case "id":
					want = append(want, "#"+html.EscapeString(a.Val))
				case "href", "src":
					want = append(want, html.EscapeString(a.Val))
				}
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(doc)
		if rare || strings.ContainsAny(page, "\x00") {
			return
		}
		if got := scanned(b.String()); !slices.Equal(got, want) {
			t.Errorf("%q holds %q, want %q", b.String(), got, want)
		}
	})
}

func TestMarkCurrent(t *testing.T) {
	const menu = `<a href="../cele.html">Cele</a><a class="x" href="../a.html">A</a><a href="../cele.html#a">B</a><a href="../s.html" lang="en">S</a>`
	for href, want := range map[string]string{
		"../cele.html": `<a href="../cele.html" aria-current="page">Cele</a><a class="x" href="../a.html">A</a><a href="../cele.html#a">B</a><a href="../s.html" lang="en">S</a>`,
		"../nie.html":  menu,
		"cele.html":    menu,
		"":             menu,
	} {
		if got := markCurrent(menu, href); got != want {
			t.Errorf("%q: %s", href, got)
		}
	}
}

// Links that need no cleaning are joined without it, and to the same end.
func TestJoin(t *testing.T) {
	parts := []string{"..", ".", "", "a", "b.html", ".c", "..d", "e."}
	links := []string{}
	for _, a := range parts {
		for _, b := range parts {
			for _, c := range parts {
				links = append(links, a, a+"/"+b, a+"/"+b+"/"+c)
			}
		}
	}
	for _, folder := range []string{".", "a", "a/b", "a/b/c"} {
		for _, link := range links {
			if got, want := join(folder, link), path.Join(folder, link); got != want {
				t.Errorf("join(%q, %q) = %q, not %q", folder, link, got, want)
			}
		}
	}
}
