package markdown

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"golang.org/x/net/html"
)

var bodySeeds = []string{
	"# 8. Wdrożenie {#wdr alias=\"a b\"}\n\n## 8.1. x\n\n#### 1. y\n\n# z\n",
	"| a | b |\n|:--|--:|\n| 1 | << |\n| ^^ | `x\\|y` |\n",
	"Tabela: Cel {#c header-rows=2 .no-row-header}\n| a | << |\n|-|-|\n| b | c |\n| d[^1] | ^^ |\n\n[^1]: nota\n",
	"Tabela 5. Cel\n\n| a |\n|-|\n\nTable: none\n",
	"1) a\n   a) b\n      – c\n      – d\n   c) e\n3) f\n\n§ 1. x\n§ 2a. y\n\nust. 1. z\n",
	"[](goal:x) [a](sec:8.1#b) [b](javascript:x) [c](//h) [d](/a) [e](../../x) [tu](https://a.b) [](x.md) <https://a.b/?q=1&r=\"> <a@b.c>\n",
	"![a](x.png \"t\") ![](y.png){.decorative} z\n\n![b](z.png){#id}\n",
	"<details><summary>a</summary>\n\nb\n\n</details>\n\n<table><tr><td>\n\nx\n\n</td></tr></table>\n<script>alert(1)</script>\n",
	"a <mark onclick=x>b *c</mark> d* <span lang=de title=\"&quot;\">e</span></sub> <br/> <!-- x --> <i\n",
	"```goal-map\ndocument: zit\nlevle: 1\n```\n\n```yaml\na: \"b\"\n```\n\n```goal-mpa\n```\n\n    kod\n",
	"\"Ala\" 'ma' w domu -- 5 km, ust. 1 lit. a... \\\"x\\\" &quot; &#xFF; &#0; &nbsp; &bogus;\n",
	"Termin\n: def[^a]\n\n  : b\n\n[^a]: x\n[^a]: y\n[^b]: z\n\n[^q] ![^a]\n",
	"> > - a\n> >   1. b\n\n* * *\n\n[x]: y 'z'\n\n[x] [y][x]\n",
	"\xff\xfe\x00 a \r\nb\rc \x1b\r\n- d\r\n\r\n# e\r\n",
	"<div>\n*a*\n</div>\n<td>x\n\n<dl><dt>a<dd>b</dl>\n\n<!-- open\n",
	"-\n  a\n---\n\n---\n***\n",
}

var matterSeeds = []string{
	"kind: goal\ntitle: \"x\"\nunits: [a, {unit: b, role: c}]\n",
	"kind: document\ngoals:\n  - id: \"1\"\n    number: 8.10\n    maps: [a, {goal: b, relation: narower}]\n    none: no\n  -\n    number: \"2\"\n",
	"number: 010\ntitle: no\nid: Ł\nlang: polski\ntitle: 2018-05-17\n",
	"kind: strategy\nhorizon: {from: 2010, to: x}\nlevels:\n  - id: a\n  -\nmission: {text: a}\nbase_url: x\nreport: mailto:a@b\n",
	"a: &x [1, 2]\nb: *x\n", "a: b: c\n", "\tx: 1\n", "- a\n", "a: [1\nb: 2\n", "? [a]: b\n", "{a: b}: c\n", "a: !!binary x\n", "a: |\n  x\n  -\n  y\nb: >\n\n", "terms: x\nkind: glossary\n", "kind: gaol\n", "kind: action\nfoo: 1\n", "\"a\\x00\": 1\n", "~: 1\n1: 2\n", "goals:\n- x\n-\n", "<<: {a: b}\n", "a: 'x", "%YAML 1.1\n",
}

func FuzzParse(f *testing.F) {
	for _, s := range bodySeeds {
		f.Add([]byte(s))
		f.Add([]byte("---\nkind: goal\n---\n" + s))
	}
	f.Fuzz(func(t *testing.T, b []byte) { checkFile(t, b) })
}

func FuzzFrontMatter(f *testing.F) {
	for _, s := range matterSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, whole := range [][]byte{
			[]byte("---\n" + string(b) + "\n---\n# x\n"),
			[]byte("\uFEFF---\r\n" + string(b)),
		} {
			checkFile(t, whole)
		}
	})
}

// checkFile holds a file against what must be true of every file.
func checkFile(t *testing.T, b []byte) *Parsed {
	t.Helper()
	file := source.NewFile("content/a/x.md", b)
	p := Parse(file, Options{})
	for _, d := range p.Diags {
		if d.Code == diag.ParserFailed {
			t.Fatalf("library failed: %v", d.Args)
		}
		checkSpan(t, file, d.Span)
		for _, h := range d.Hints {
			if h.Span.Path != "" {
				checkSpan(t, file, h.Span)
			}
		}
	}
	e := p.Entry
	for _, l := range e.Links {
		if l.Start < 0 || l.End <= l.Start || l.End > len(b) || l.Section < -1 || l.Section >= max(len(e.Sections), 1) {
			t.Fatalf("bad link %+v", l)
		}
	}
	for _, s := range e.Sections {
		if s.Start < 0 || s.End < s.Start || s.End > len(b) || s.Level < 1 || s.Level > 6 || s.Anchor == "" {
			t.Fatalf("bad section %+v", s)
		}
	}
	if len(p.CSV) != len(e.Tables) {
		t.Fatal("tables without data")
	}
	checkProse(t, p)
	return p
}

func checkSpan(t *testing.T, f *source.File, s source.Span) {
	t.Helper()
	if s.Key != "" {
		s.Start, s.End = Locate(f, s.Key)
	}
	if s.Start < 0 || s.End < s.Start || s.End > len(f.Bytes) {
		t.Fatalf("span outside the file: %+v of %d", s, len(f.Bytes))
	}
}

// checkProse holds HTML against what a page needs: well-formed, no script, slots
// that make sense, every id once.
func checkProse(t *testing.T, p *Parsed) {
	t.Helper()
	seen := map[string]bool{}
	for _, list := range []struct {
		kind byte
		n    int
	}{{SlotBlock, len(p.Entry.Blocks)}, {SlotPermalink, len(p.Entry.Sections)}, {SlotCSV, len(p.Entry.Tables)}} {
		for i := range list.n {
			seen[fmt.Sprintf("%c%d", list.kind, i)] = false
		}
	}
	out := Splice(nil, p.Prose, func(dst []byte, kind byte, arg []byte) []byte {
		if !utf8.Valid(arg) {
			t.Fatalf("slot %c with %q", kind, arg)
		}
		switch kind {
		case SlotBlock, SlotPermalink, SlotCSV:
			key := string(kind) + string(arg)
			if done, ok := seen[key]; !ok || done {
				t.Fatalf("slot %s", key)
			}
			seen[key] = true
			return dst
		case SlotSize, SlotLang:
			return dst
		case SlotPassage:
			number, id, ok := strings.Cut(string(arg[1:]), " ")
			if n, err := strconv.Atoi(number); !ok || err != nil || n < 1 || !slices.Contains(p.Entry.Passages, strategy.PassageSum(id)) {
				t.Fatalf("passage %s", arg)
			}
			return dst
		case SlotHref, SlotID, SlotImage, SlotText, SlotWord:
			return appendEscaped(dst, string(arg))
		}
		t.Fatalf("unknown slot %c", kind)
		return dst
	})
	for k, done := range seen {
		if !done {
			t.Fatalf("no slot for %s", k)
		}
	}
	if !utf8.Valid(out) {
		t.Fatal("prose is not UTF-8")
	}
	if err := wellFormed(out, p.Entry); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

var voidElements = map[string]bool{"br": true, "wbr": true, "img": true, "hr": true}

// wellFormed says what is wrong with b as HTML.
func wellFormed(b []byte, e *strategy.Entry) error {
	z := html.NewTokenizer(bytes.NewReader(b))
	var open []string
	ids := map[string]bool{}
	known := map[string]bool{}
	for a := range e.Anchors.All() {
		known[a] = true
	}
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				return z.Err()
			}
			if len(open) > 0 {
				return fmt.Errorf("not closed: %v", open)
			}
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			if tok.Data == "script" || tok.Data == "style" || tok.Data == "iframe" {
				return fmt.Errorf("element %s", tok.Data)
			}
			for i, a := range tok.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:") {
					return fmt.Errorf("attribute %s=%q", a.Key, a.Val)
				}
				for _, b := range tok.Attr[:i] {
					if a.Key == b.Key {
						return fmt.Errorf("attribute %s twice", a.Key)
					}
				}
				if a.Key == "id" {
					if ids[a.Val] || !known[a.Val] && !slices.Contains(e.Passages, strategy.PassageSum(a.Val)) {
						return fmt.Errorf("id %q twice or not among the anchors", a.Val)
					}
					ids[a.Val] = true
				}
			}
			if !voidElements[tok.Data] {
				open = append(open, tok.Data)
			}
		case html.EndTagToken:
			tok := z.Token()
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				return fmt.Errorf("end of %s in %v", tok.Data, open)
			}
			open = open[:len(open)-1]
		case html.CommentToken:
			return fmt.Errorf("comment %q", z.Token().Data)
		}
	}
}

// TestPathological: texts that are short to write and long to read must be read
// in a time that grows with their length.
func TestPathological(t *testing.T) {
	n := 1 << 18
	if s, err := strconv.Atoi(os.Getenv("PATHOLOGICAL")); err == nil {
		n = s
	}
	fill := func(s string) string { return strings.Repeat(s, n/len(s)) }
	var rising strings.Builder
	for i := 1; rising.Len() < n; i++ {
		rising.WriteString(strings.Repeat("`", i) + " ")
	}
	var ladder strings.Builder
	for i := 0; ladder.Len() < n; i++ {
		ladder.WriteString(strings.Repeat(" ", i*2%400) + "- x\n")
	}
	var defs strings.Builder
	for i := 0; defs.Len() < n; i++ {
		defs.WriteString("[" + strconv.Itoa(i) + "]: x\n")
	}
	for name, s := range map[string]string{
		"brackets": fill("["), "closing": fill("]"), "pairs": fill("[]"), "nested links": fill("[a](b"),
		"titles": fill(`[a](b (`), "link text": strings.Repeat("[", 490) + "[a](b)" + fill("]"), "windows": fill(strings.Repeat("[", 400) + "[a](b)" + strings.Repeat("]", 400) + " "),
		"references": fill("[a][b"), "definitions": defs.String(), "stars": fill("*"), "mixed": fill("*a **b ") + fill("_c "),
		"closers": fill("*a ") + fill("b_ "), "underscores": fill("a__b__"), "angles": fill("<"), "tags": fill("<a "),
		"attributes": "<a" + fill(" b"), "quoted": fill("<a b='"), "comments": fill("<!--"), "declarations": fill("<!A "),
		"instructions": fill("<?"), "ticks": fill("`"), "rising ticks": rising.String(), "entities": fill("&amp"), "ampersands": fill("&"),
		"long line": fill("słowo "), "spaces": fill(" ") + "x", "tabs": fill("\t") + "x", "quotes": fill(">"), "spaced quotes": fill("> "),
		"lists": fill("- "), "numbers": fill("1) "), "letters": fill("a) "), "dashes": fill("– "), "ladder": ladder.String(),
		"headings": fill("# x\n"), "empty headings": fill("#\n"), "attribute heading": "# " + fill("{a={"), "setext": fill("{a={") + "\n===\n",
		"conflicts": fill("<<<<<<< a\n"), "notes": fill("[^a]"), "note texts": fill("[^a]: x\n"), "wide table": "|" + fill("a|") + "\n|" + fill("-|") + "\n",
		"long table": "|a|\n|-|\n" + fill("|x|\n"), "merged": "|a|b|\n|-|-|\n" + fill("|^^|<<|\n"), "pipes": fill("`\\|`"),
		"padded table":       "|" + fill("a|")[:n/4] + "\n|" + fill("-|")[:n/4] + "\n" + fill("|x\n")[:n/4] + "\n",
		"attribute headings": fill("# " + strings.Repeat("{a=", 300) + "\n"),
		"escaped cells":      "|a|\n|-|\n" + fill("|`\\|`|\n"), "images": fill("!["), "nots": fill("![]("), "exclamations": fill("!"),
		"html": fill("<table><tr><td>"), "html open": fill("<mark>"), "html ends": fill("</mark>"), "details": fill("<details>\n\n"),
		"captions": fill("Tabela: x\n\n"), "caption attributes": "Tabela: " + fill("{a={"), "fences": fill("```\n"), "definition": fill("a\n: "),
		"straight quotes": fill("\"'"), "single quotes": fill(" 'a"), "mark § 1.": fill("§ 1. "), "invalid": fill("\xff"), "nul": fill("\x00"), "cr": fill("\r"), "crlf": fill("a\r\n"),
		"code": "```go\n" + fill("((((") + "\n```\n", "code quotes": "```yaml\n" + fill("a: \"") + "\n```\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkFile(t, []byte(s))
		})
	}
}
