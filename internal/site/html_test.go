package site

import "testing"

func TestLower(t *testing.T) {
	for in, want := range map[string]string{
		"":                                       "",
		"<h":                                     "<h",
		"<h1":                                    "<h1",
		"<p>h1 &lt;h1&gt;</p>":                   "<p>h1 &lt;h1&gt;</p>",
		"<hr><header></header>":                  "<hr><header></header>",
		`<h1 id="a">A</h1><h5>b</h5><h6>c</h6>`:  `<h2 id="a">A</h2><h6>b</h6><h6>c</h6>`,
		`<div class="heading"><h2>x</h2></div>`:  `<div class="heading"><h3>x</h3></div>`,
		`<td><h3 class="h1">y</h3></td><h4>z</h`: `<td><h4 class="h1">y</h4></td><h5>z</h`,
	} {
		b := []byte(in)
		if lower(b); string(b) != want {
			t.Errorf("lower(%q) = %q, want %q", in, b, want)
		}
	}
}

func TestSplitHeading(t *testing.T) {
	const own = "<div class=\"heading\"><h1 id=\"roz-8\">8. W</h1></div>\n"
	for _, c := range []struct{ in, heading, rest string }{
		{"", "", ""},
		{"<p>a</p>\n", "", "<p>a</p>\n"},
		{own, own, ""},
		{own + "<p>a</p>\n<div>\n</div>\n", own, "<p>a</p>\n<div>\n</div>\n"},
		{"<div class=\"heading\"><h2>8.1</h2></div>\n", "", "<div class=\"heading\"><h2>8.1</h2></div>\n"},
		{"<p>a</p>\n" + own, "", "<p>a</p>\n" + own},
	} {
		heading, rest := splitHeading([]byte(c.in))
		if string(heading) != c.heading || string(rest) != c.rest {
			t.Errorf("splitHeading(%q) = %q, %q", c.in, heading, rest)
		}
	}
}

func TestNameNotes(t *testing.T) {
	const notes = `<p>x</p><section class="footnotes"><h3 id="f">Przypisy</h3></section>`
	want := `<p>x</p><section class="footnotes"><h3 id="f">Przypisy: 8. A &amp; B</h3></section>`
	if got := nameNotes([]byte(notes), []byte("8. A &amp; B")); string(got) != want {
		t.Errorf("got %s", got)
	}
	if got := nameNotes([]byte("<h3>Przypisy</h3>"), []byte("8")); string(got) != "<h3>Przypisy</h3>" {
		t.Errorf("without notes: %s", got)
	}
}

func TestRooted(t *testing.T) {
	in := `<a href="index.html">a</a><img src="obrazy/h.svg"><a href="#x"><a href="mailto:a@b"><a href="https://x.pl/"><a href="/y">`
	want := `<a href="/s/index.html">a</a><img src="/s/obrazy/h.svg"><a href="#x"><a href="mailto:a@b"><a href="https://x.pl/"><a href="/y">`
	if got := rooted(in, "/s/"); got != want {
		t.Errorf("got %s", got)
	}
}

func TestResolve(t *testing.T) {
	const base = "https://x.pl/strategia/"
	for _, c := range []struct {
		from, link, base, to, fragment string
		elsewhere                      bool
	}{
		{from: "cel/a.html", link: "b.html#c", to: "cel/b.html", fragment: "c"},
		{from: "cel/a.html", link: "../index.html", to: "index.html"},
		{from: "cel/a.html", link: "#c", to: "cel/a.html", fragment: "c"},
		{from: "cel/a.html", link: base + "cel/b.html", base: base, to: "cel/b.html"},
		{from: "cel/a.html", link: base, base: base, to: "index.html"},
		{from: "cel/a.html", link: base + "#c", base: base, to: "index.html", fragment: "c"},
		{from: "404.html", link: "/strategia/assets/strategia.css", base: base, to: "assets/strategia.css"},
		{from: "404.html", link: "/strategia/", base: base, to: "index.html"},
		{from: "404.html", link: "/obrazy/a%20b.svg", base: "https://x.pl/", to: "obrazy/a b.svg"},
		{from: "404.html", link: "/inna/a.html", base: base, elsewhere: true},
		{from: "404.html", link: "//y.pl/a.html", base: "https://x.pl/", elsewhere: true},
		{from: "cel/a.html", link: "https://y.pl/", base: base, elsewhere: true},
		{from: "cel/a.html", link: "mailto:a@x.pl", elsewhere: true},
	} {
		to, fragment, ok := Resolve(c.from, c.link, c.base)
		if ok == c.elsewhere || ok && (to != c.to || fragment != c.fragment) {
			t.Errorf("Resolve(%q, %q, %q) = %q, %q, %v", c.from, c.link, c.base, to, fragment, ok)
		}
	}
}

func TestBasePath(t *testing.T) {
	for base, want := range map[string]string{"": "", "https://x.pl/": "/", "https://x.pl/strategia/": "/strategia/"} {
		if got := basePath(base); got != want {
			t.Errorf("basePath(%q) = %q", base, got)
		}
	}
}

func TestSplitLead(t *testing.T) {
	for _, c := range []struct{ in, lead, rest string }{
		{"", "", ""},
		{"<p>a</p>\n", "<p>a</p>\n", ""},
		{"<p>a</p>\n<p>b</p>\n<ul>\n<li>c</li>\n</ul>\n<p>d</p>\n", "<p>a</p>\n<p>b</p>\n", "<ul>\n<li>c</li>\n</ul>\n<p>d</p>\n"},
		{"<ul>\n</ul>\n<p>a</p>\n", "", "<ul>\n</ul>\n<p>a</p>\n"},
		{"<p>a", "", "<p>a"},
	} {
		lead, rest := splitLead([]byte(c.in))
		if string(lead) != c.lead || string(rest) != c.rest {
			t.Errorf("splitLead(%q) = %q, %q", c.in, lead, rest)
		}
	}
}

func TestCSS(t *testing.T) {
	for in, want := range map[string]string{
		"8. Wdrożenie – „tak”":       `"8. Wdrożenie – „tak”"`,
		`a"b\c` + "\n" + `}</style>`: `"a\22 b\5c c\a }</style>"`,
		"\x00\x7f":                   `"\0 \7f "`,
	} {
		if got := cssString(in); got != want {
			t.Errorf("cssString(%q) = %s, want %s", in, got, want)
		}
	}
	if got, want := cssName("rozdzial-2.4ż_{x"), `rozdzial-2\2e 4ż_\7b x`; got != want {
		t.Errorf("cssName: %s, want %s", got, want)
	}
}
