package site

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"strategia/internal/strategy"
)

func linked(terms []*strategy.Term, text string) string {
	return string(newTermTable(terms).linker("#").link(nil, []byte(text)))
}

// A page that consists of several texts, as the whole document does, has its
// first use of a term once.
func TestTermsOfPage(t *testing.T) {
	l := newTermTable(someTerms).linker("#")
	for _, text := range []struct{ in, want string }{
		{"<p>Obszar</p>", "<p>[obszar|Obszar]</p>"},
		{"<p>obszary, ZIT <b>x</b></p>", "<p>obszary, [zit|ZIT] <b>x</b></p>"},
		{"<p>ZIT</p>", "<p>ZIT</p>"},
	} {
		if got := shortLinks(string(l.link(nil, []byte(text.in)))); got != text.want {
			t.Errorf("got %s, want %s", got, text.want)
		}
	}
}

// short writes the links of a text as [id|text].
func shortLinks(text string) string {
	return regexp.MustCompile(`(?s)<a class="term" href="#([^"]*)">(?:<abbr title="[^"]*">)?(.*?)(?:</abbr>)?</a>`).ReplaceAllString(text, "[$1|$2]")
}

var someTerms = []*strategy.Term{
	{ID: "osi", Title: "OSI", Abbr: true, Expansion: "Obszar strategicznej <interwencji>"},
	{ID: "zit", Title: "ZIT", Abbr: true},
	{ID: "obszar", Title: "obszar", Variants: []string{"obszaru", "obszary"}},
	{ID: "obszar-funkcjonalny", Title: "obszar funkcjonalny", Variants: []string{"obszaru funkcjonalnego"}},
	{ID: "lad", Title: "Ład przestrzenny"},
	{ID: "zolc", Title: "źdźbło"},
	{ID: "br", Title: "B&R", Abbr: true},
	{ID: "amp", Title: "amp"},
	{ID: "co2", Title: "CO2", Abbr: true},
}

func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		// The first use only, in the words of the text.
		"<p>Obszar i obszar, OBSZARY.</p>": "<p>[obszar|Obszar] i obszar, OBSZARY.</p>",
		"<p>x</p><p>obszary</p>":           "<p>x</p><p>[obszar|obszary]</p>",
		// Whole words.
		"podobszar obszarowy obszar1 1obszar": "podobszar obszarowy obszar1 1obszar",
		"(obszar)":                            "([obszar|obszar])",
		"obszar.":                             "[obszar|obszar].",
		"„obszar”":                            "„[obszar|obszar]”",
		"kraj–obszar":                         "kraj–[obszar|obszar]",
		"obszarę":                             "obszarę",
		"ęobszar":                             "ęobszar",
		"OSI-u":                               "[osi|OSI]-u",
		// The longest first, with any white space between its words.
		"obszar funkcjonalny":                      "[obszar-funkcjonalny|obszar funkcjonalny]",
		"obszar\u00a0funkcjonalny":                 "[obszar-funkcjonalny|obszar\u00a0funkcjonalny]",
		"obszar\nfunkcjonalny":                     "[obszar-funkcjonalny|obszar\nfunkcjonalny]",
		"obszar funkcjonalnych":                    "[obszar|obszar] funkcjonalnych",
		"obszar <b>funkcjonalny</b>":               "[obszar|obszar] <b>funkcjonalny</b>",
		"obszaru funkcjonalnego i obszar":          "[obszar-funkcjonalny|obszaru funkcjonalnego] i [obszar|obszar]",
		"obszar funkcjonalny, obszar funkcjonalny": "[obszar-funkcjonalny|obszar funkcjonalny], [obszar|obszar] funkcjonalny",
		// Polish letters in both cases.
		"ład przestrzenny": "[lad|ład przestrzenny]",
		"ŁAD PRZESTRZENNY": "[lad|ŁAD PRZESTRZENNY]",
		"Ład Przestrzenny": "[lad|Ład Przestrzenny]",
		"ŹDŹBŁO źdźbło":    "[zolc|ŹDŹBŁO] źdźbło",
		"Źdźbło":           "[zolc|Źdźbło]",
		"źDŹBŁo":           "[zolc|źDŹBŁo]",
		// Abbreviations exactly.
		"OSI":       "[osi|OSI]",
		"osi Osi":   "osi Osi",
		"ZIT i zit": "[zit|ZIT] i zit",
		"CO2":       "[co2|CO2]",
		"CO23":      "CO23",
		// Where nothing is linked.
		`<a href="x">obszar</a> obszar`:          `<a href="x">obszar</a> [obszar|obszar]`,
		"<h2>obszar</h2><p>obszar</p>":           "<h2>obszar</h2><p>[obszar|obszar]</p>",
		"<h2><em>obszar</em> x</h2>obszar":       "<h2><em>obszar</em> x</h2>[obszar|obszar]",
		"<code>OSI</code> <pre>OSI</pre> OSI":    "<code>OSI</code> <pre>OSI</pre> [osi|OSI]",
		"<pre><code>OSI</code> OSI</pre>":        "<pre><code>OSI</code> OSI</pre>",
		`<p title="obszar > OSI">OSI</p>`:        `<p title="obszar > OSI">[osi|OSI]</p>`,
		`<img alt="OSI"><p class='obszar'>x</p>`: `<img alt="OSI"><p class='obszar'>x</p>`,
		"<caption>OSI</caption><td>OSI</td>":     "<caption>OSI</caption><td>[osi|OSI]</td>",
		`<abbr title="x">OSI</abbr> OSI`:         `<abbr title="x">OSI</abbr> [osi|OSI]`,
		"<strong>OSI</strong>":                   "<strong>[osi|OSI]</strong>",
		// Entities are characters, no words.
		"Kowalski &amp; syn, amp": "Kowalski &amp; syn, [amp|amp]",
		"dział B&amp;R, B&amp;R":  "dział [br|B&amp;R], B&amp;R",
		"&lt;OSI&gt;":             "&lt;[osi|OSI]&gt;",
		"":                        "",
		"<p>":                     "<p>",
	} {
		if got := shortLinks(linked(someTerms, text)); got != want {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestTermLinkIsEscaped(t *testing.T) {
	const want = `<a class="term" href="#osi"><abbr title="Obszar strategicznej &lt;interwencji&gt;">OSI</abbr></a>`
	if got := linked(someTerms, "OSI"); got != want {
		t.Errorf("got %s", got)
	}
}

// naive links terms as slowly as can be: at every word, every form, the longest
// first. It is what the quick way is held against.
func naive(terms []*strategy.Term, text string) string {
	seen := map[string]bool{}
	var out strings.Builder
	prev := ' '
	for i := 0; i < len(text); {
		best, id := 0, ""
		if !letter(prev) {
			for _, term := range terms {
				for _, form := range append([]string{term.Title}, term.Variants...) {
					form = html.EscapeString(form)
					if seen[term.ID] || len(text)-i < len(form) || len(form) <= best {
						continue
					}
					head := text[i : i+len(form)]
					if head != form && (term.Abbr || !strings.EqualFold(head, form)) {
						continue
					}
					if next := []rune(text[i+len(form):]); len(next) > 0 && letter(next[0]) {
						continue
					}
					best, id = len(form), term.ID
				}
			}
		}
		if best > 0 {
			seen[id] = true
			out.WriteString("[" + id + "|" + text[i:i+best] + "]")
			i, prev = i+best, 'x'
			continue
		}
		for n, r := range text[i:] {
			if n > 0 {
				break
			}
			out.WriteRune(r)
			i, prev = i+len(string(r)), r
		}
	}
	return out.String()
}

// FuzzTerms holds that the linker only ever adds its own links, and that in text
// without tags it links what the naive way links.
func FuzzTerms(f *testing.F) {
	for _, s := range []string{"Obszar OSI", "<p>obszar funkcjonalny</p>", "<a href='>'>OSI</a> ŁAD PRZESTRZENNY", "ób <", "<p title=\"OSI", "a\xffb OSI", "CO2CO2 CO2", "źDŹBŁo-obszary B&amp;R"} {
		f.Add(s)
	}
	added := regexp.MustCompile(`<a class="term" href="#[^"]*">(<abbr title="[^"]*">)?|(\x00/abbr)?\x00/a`)
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\x00") || strings.Contains(text, `class="term"`) {
			return
		}
		got := linked(someTerms, text)
		// The ends of the added links are told from others by their beginnings.
		marked := regexp.MustCompile(`(<a class="term" href="#[^"]*">)(<abbr title="[^"]*">)([^<]*)</abbr></a>`).ReplaceAllString(got, "$1$2$3\x00/abbr\x00/a")
		marked = regexp.MustCompile(`(<a class="term" href="#[^"]*">)([^<]*)</a>`).ReplaceAllString(marked, "$1$2\x00/a")
		if plain := added.ReplaceAllString(marked, ""); plain != text {
			t.Errorf("%q became %q", text, plain)
		}
		for _, term := range someTerms {
			if n := strings.Count(got, `href="#`+term.ID+`"`) - strings.Count(text, `href="#`+term.ID+`"`); n > 1 {
				t.Errorf("%s is linked %d times in %q", term.ID, n, got)
			}
		}
		if strings.ContainsAny(text, "<>&[]|") || strings.ContainsFunc(text, func(r rune) bool {
			return r == unicode.ReplacementChar || unicode.IsSpace(r) && r != ' ' || r > 0x17f // letters whose cases differ in length
		}) || strings.ContainsAny(text, "İıſ") {
			return
		}
		if want := naive(someTerms, text); shortLinks(got) != want {
			t.Errorf("%q\n got %q\nwant %q", text, shortLinks(got), want)
		}
	})
}
