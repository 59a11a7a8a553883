package markdown

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/google/go-cmp/cmp"
)

func parse(path, s string) *Parsed {
	return Parse(source.NewFile(path, []byte(s)), Options{Lang: "pl", Reading: true})
}

func codes(p *Parsed) (out []string) {
	for _, d := range p.Diags {
		out = append(out, string(d.Code))
	}
	return out
}

// The example that a rule shows must be met by the rule: an explanation that
// does not explain is worse than none.
func TestExamples(t *testing.T) {
	heavy := map[diag.Code]string{ // examples that tell of what is too big to show
		diag.FrontMatterTooBig:  "---\nsummary: " + strings.Repeat("x", maxMatter) + "\n---\n",
		diag.FrontMatterTooDeep: "---\ngoals: " + strings.Repeat("[", 60) + "\n---\n",
		diag.TextTooBig:         strings.Repeat("słowo\n", maxFile/6),
		diag.NestingTooDeep:     strings.Repeat("> ", 60) + "x\n",
		diag.BlockTooComplex:    strings.Repeat("[", 1200) + "\n",
		diag.TextFoggy:          strings.Repeat("Realizacja przedsięwzięć wymaga uprzedniego zdefiniowania uwarunkowań organizacyjnych, proceduralnych i infrastrukturalnych. ", 12),
		diag.FileTooComplex:     strings.Repeat("[^1] ", maxFootnotes+1),
		diag.HeadingTooLong:     "# " + strings.Repeat("x", maxHeading),
	}
	for _, r := range diag.Rules() {
		if r.Code < "S100" || r.Code >= "S190" && r.Code < "S300" || r.Code >= "S400" || r.Code == diag.ParserFailed {
			continue
		}
		t.Run(string(r.Code), func(t *testing.T) {
			for name, text := range map[string]string{"pl.Message": r.PL.Message, "pl.Explain": r.PL.Explain, "pl.Repair": r.PL.Repair,
				"en.Message": r.EN.Message, "en.Explain": r.EN.Explain, "en.Repair": r.EN.Repair} {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s is empty", name)
				}
				if strings.HasSuffix(name, "Message") && strings.HasSuffix(text, ".") {
					t.Errorf("%s ends in a full stop", name)
				}
			}
			example, ok := heavy[r.Code]
			if !ok {
				example = r.Example
			}
			path := "content/x.md"
			if strings.Contains(example, "levels:") || strings.Contains(example, "horizon:") || strings.Contains(example, "status:") ||
				strings.Contains(example, "base_url:") || strings.Contains(example, "fictional:") {
				path = "content/index.md"
			}
			if got := codes(parse(path, example)); !slices.Contains(got, string(r.Code)) {
				t.Errorf("the example gives %v", got)
			}
			checkFile(t, []byte(example))
		})
	}
}

// Nothing that Parse returns may point into the file's bytes, which are freed
// while the entry lives on.
func TestKeepsNothing(t *testing.T) {
	b := sampleChapter()
	b = append(b, "\n```goal-map\ndocument: zit\n```\n\n![opis](a.png \"podpis\")\n\n§ 1. x\n"...)
	want := Parse(source.NewFile("content/x.md", bytes.Clone(b)), Options{})
	got := Parse(source.NewFile("content/x.md", b), Options{})
	for i := range b {
		b[i] = 0xAA
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Parsers are shared by goroutines.
func TestConcurrent(t *testing.T) {
	f := source.NewFile("content/x.md", sampleChapter())
	want := Parse(f, Options{})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				if !reflect.DeepEqual(want, Parse(f, Options{})) {
					t.Error("differs")
				}
			}
		})
	}
	wg.Wait()
}

// A file from Windows means the same, and its places are those of its own bytes.
func TestLineEndings(t *testing.T) {
	unix := "---\nkind: goal\ntitle: Cel\n---\n# Cel {#c}\n\nZażółć [](goal:a)\n[b](sec:1) gęślą\n\n| a |\n|---|\n| ^^ |\n\n```yaml\na: 1\n```\n"
	windows := "\uFEFF" + strings.ReplaceAll(unix, "\n", "\r\n")
	u, w := parse("content/x.md", unix), parse("content/x.md", windows)
	if d := cmp.Diff(string(u.Prose), string(w.Prose)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(codes(u), codes(w)); d != "" {
		t.Error(d)
	}
	for i, l := range w.Entry.Links {
		want := unix[u.Entry.Links[i].Start:u.Entry.Links[i].End]
		if got := windows[l.Start:l.End]; got != want {
			t.Errorf("link at %q, want %q", got, want)
		}
	}
	if s := w.Entry.Sections[0]; windows[s.Start:s.End] != "# Cel {#c}" {
		t.Errorf("section at %q", windows[s.Start:s.End])
	}
	start, end := Locate(source.NewFile("content/x.md", []byte(windows)), "title")
	if windows[start:end] != "Cel" {
		t.Errorf("title at %q", windows[start:end])
	}
}

func TestLocate(t *testing.T) {
	text := "---\nkind: document # uwaga\ntitle: \"Cel \\\"x\\\"\"\nact: {number: 'a''b', date: 2018-05-17}\ngoals:\n  - id: ą\n    maps:\n      - kapital\n      - goal: synergia\n        nubmer.x[1]: 1\n  - text: |\n      dwa\n      wiersze\nempty:\n---\ntreść\n"
	f := source.NewFile("content/x.md", []byte(text))
	for key, want := range map[string]string{
		"kind": "document", "title": `"Cel \"x\""`, "act.number": "'a''b'", "act.date": "2018-05-17",
		"goals[0].id": "ą", "goals[0].maps[0]": "kapital", "goals[0].maps[1].goal": "synergia",
		"goals[0].maps[1].~nubmer.x[1]": "nubmer.x[1]", "~title": "title", "goals[1].text": "|",
		"empty": "empty", "act": "act", "act.missing": "act", "goals[7].id": "goals", "goals[0]": "id: ą", "zzz": "---", "": "---",
	} {
		start, end := Locate(f, key)
		if got := text[start:end]; got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	for _, s := range []string{"", "bez nagłówka", "---\na: [\n---\n", "---\n- x\n---\n"} {
		f := source.NewFile("content/x.md", []byte(s))
		if start, end := Locate(f, "a.b[0]"); start < 0 || end < start || end > len(s) {
			t.Errorf("%q: %d, %d", s, start, end)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Zażółć gęślą jaźń": "zazolc-gesla-jazn", "8-Wdrożenie": "8-wdrozenie", "ŁÓDŹ": "lodz", "  --a__b..c  ": "a-b-c",
		"Ü Straße Æ": "u-strasse-ae", "1.2": "1-2", "„”": "", "e\u0301": "e", "日本": "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSplice(t *testing.T) {
	prose := []byte("a\xffhgoal:x\xfeb\xffw\xfe")
	got := Splice([]byte(">"), prose, func(dst []byte, kind byte, arg []byte) []byte {
		return append(dst, fmt.Sprintf("[%c|%s]", kind, arg)...)
	})
	if string(got) != ">a[h|goal:x]b[w|]" {
		t.Errorf("%s", got)
	}
}

// The manual is made of the tables by which files are read, in both languages.
func TestReference(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Keys() {
		if k.PL == "" || k.EN == "" || k.Type == "" || seen[k.Kind+k.Key] {
			t.Errorf("%+v", k)
		}
		seen[k.Kind+k.Key] = true
	}
	for _, key := range []string{"title", "strategyhorizon.from", "documentgoals[].maps[].goal", "chapterimplementation.levels[].title", "glossaryterms[].abbr"} {
		if !seen[key] {
			t.Errorf("no key %s", key)
		}
	}
	for _, b := range Blocks() {
		if b.PL == "" || b.EN == "" {
			t.Errorf("%+v", b)
		}
	}
	if n := len(LinkSchemes()); n != 8 {
		t.Errorf("%d schemes", n)
	}
}

// Every language of the table must build and lose no byte of the code.
func TestLexers(t *testing.T) {
	code := "# a: \"b\" 'c' <x y=\"z\">&amp;</x> /* d */ -- e 1.5e3 | [f] {g};\nfunc h(i int) { return true } @media .j{k:l}\n\t$m ${n} `o` ?\n\"niezamknięty\n"
	for _, l := range lexers {
		r := &renderer{}
		if !r.highlight(l, []byte(code)) {
			t.Errorf("%s failed", l.name)
			continue
		}
		if err := wellFormed(r.out, &strategy.Entry{}); err != nil {
			t.Errorf("%s: %v", l.name, err)
		}
		plain := bytes.NewBuffer(nil)
		in := false
		for _, c := range string(r.out) {
			switch {
			case c == '<':
				in = true
			case c == '>' && in:
				in = false
			case !in:
				plain.WriteRune(c)
			}
		}
		if got := unescapeEntities(plain.Bytes()); got != code {
			t.Errorf("%s: %q", l.name, got)
		}
	}
}

func TestKinds(t *testing.T) {
	for path, want := range map[string]strategy.Kind{"content/index.md": strategy.KindStrategy, "content/a/index.md": strategy.KindChapter, "content/x.md": strategy.KindChapter} {
		e := parse(path, "tekst").Entry
		if e.Kind != want || (e.Strategy != nil) != (want == strategy.KindStrategy) || (e.Chapter != nil) != (want == strategy.KindChapter) {
			t.Errorf("%s: %+v", path, e)
		}
	}
}

// TestLines holds that every kind of block carries the line on which it begins,
// where that is asked for, and that nothing else of the prose is another.
func TestLines(t *testing.T) {
	const text = "---\ntitle: X\n---\n# Nagłówek\n\nAkapit.\n\n- a\n- b\n\n  dalej\n\n1) raz\n2) dwa\n\nTabela: Opis\n\n| a | b |\n|---|---|\n| c | d |\n\n" +
		"> cytat\n\n```\nkod\n```\n\n```goal-tree\n```\n\nPojęcie\n: Opis[^1]\n\n---\n\n<table>\n<tr><td>x</td></tr>\n</table>\n\n![opis](a.png \"Podpis\")\n\n§ 1. Prawo.\n\n[^1]: Przypis.\n"
	want := []string{
		"h1 4", "p 6", "ul 8", "li 8", "p 8", "li 9", "p 9", "p 11", "ol 13", "li 13", "li 14", "caption 16", "tr 18", "tr 20", "blockquote 22", "p 22",
		"pre 24", "block 28", "dl 31", "dt 31", "dd 32", "hr 34", "table 36", "tr 37", "td 37", "figure 40", "ul 42", "li 42", "li 44", "p 44",
	}
	for _, eol := range []string{"\n", "\r\n"} {
		f := source.NewFile("content/x.md", []byte(strings.ReplaceAll(text, "\n", eol)))
		var got []string
		placed := Parse(f, Options{Lines: true}).Prose
		stripped := Splice(nil, placed, func(dst []byte, kind byte, arg []byte) []byte {
			switch kind {
			case SlotLine:
				tag := dst[bytes.LastIndexByte(dst, '<')+1:]
				if i := bytes.IndexByte(tag, ' '); i >= 0 {
					tag = tag[:i]
				}
				got = append(got, string(tag)+" "+string(arg))
				return dst
			case SlotBlock:
				index, line, _ := bytes.Cut(arg, []byte("|"))
				got = append(got, "block "+string(line))
				return appendSlot(dst, kind, string(index))
			}
			return appendSlot(dst, kind, string(arg))
		})
		if plain := Parse(f, Options{}).Prose; !bytes.Equal(stripped, plain) {
			t.Errorf("with lines:\n%q\nwithout:\n%q", stripped, plain)
		}
		if !slices.Equal(got, want) {
			t.Errorf("lines %q\nwant  %q", got, want)
		}
	}
}

func TestTypeset(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"Życie w mieście":             "Życie w\u00a0mieście",
		"W zgodzie z naturą i z sobą": "W\u00a0zgodzie z\u00a0naturą i\u00a0z\u00a0sobą",
		"do 2028 r., zob. art. 5":     "do 2028\u00a0r., zob. art.\u00a05",
		"\"tak\" -- nie...":           "\"tak\" -- nie...",
	} {
		if got := Typeset("pl", in); got != want {
			t.Errorf("Typeset(%q) = %q, want %q", in, got, want)
		}
		if got := Typeset("en", in); got != in {
			t.Errorf("in English %q became %q", in, got)
		}
	}
}

func TestGroupedSums(t *testing.T) {
	for s, want := range map[string]string{
		"100.000": "100000", "100,000": "100000", "1.234.500": "1234500", "1.234.500,00 zł": "1234500.00", "1,234,500.5": "1234500.5",
		"100.00": "", "100,5": "", "0.125": "", "1234.500": "", "1 234 500": "", "1.234,500": "", "7": "",
	} {
		if got := groupedSum(s); got != want {
			t.Errorf("groupedSum(%q) = %q, want %q", s, got, want)
		}
	}
}

// What a message offers to write is what was meant.
func TestOffers(t *testing.T) {
	for text, want := range map[string]string{
		"---\nkind: strategy\nreport: urzad@gmina.pl\n---\n":               "S122 write report: mailto:urzad@gmina.pl",
		"---\nkind: strategy\nbase_url: www.gmina.pl\n---\n":               "S122 write base_url: https://www.gmina.pl",
		"---\nlang: EN\n---\n":                                             "S125 write lang: en",
		"---\nlang: Polski\n---\n":                                         "S125 write lang: pl",
		"---\nkind: action\ncost: 100.000\n---\n":                          "S135 write cost: 100000",
		"---\nkind: cel\n---\n":                                            "S120 nearest goal",
		"---\ntytuł: x\n---\n":                                             "S108 nearest title",
		"---\ntitle: Droga #3 do szkoły\n---\n":                            "S136 quote \"Droga #3 do szkoły\"",
		"---\nkind: indicator\nbase: {year:2024, value: 1}\n---\n":         "S108 colon-space ",
		"---\nkind: indicator\nbase: {year: 2024, value: 100,5}\n---\n":    "S127 write value: 100.5",
		"---\nkind: indicator\nbase: {year: 2024, value: 1 000,25}\n---\n": "S127 write value: 1 000.25",
		"~~~\nabc\n":                               "S386 write ~~~",
		"- a\n\n  ````toc\n  ```\n":                "S386 write ````",
		"---\nkind: action\nstart: 03.2026\n---\n": "S129 write 2026-03",
		"---\nkind: action\nend: 2026 r.\n---\n":   "S129 write 2026",
		"---\nnumber: „1.1”\n---\n":                "S109 quote \"1.1\"",
		"[napisz](urzad@gmina.pl)\n":               "S356 write mailto:urzad@gmina.pl",
		"[](cel:szkola)\n":                         "S342 nearest goal",
	} {
		got := ""
		for _, d := range parse("content/x.md", text).Diags {
			if len(d.Hints) > 0 && got == "" {
				got = fmt.Sprintf("%s %s %s", d.Code, d.Hints[0].Key, strings.Join(d.Hints[0].Args, " "))
			}
		}
		if got != want {
			t.Errorf("%q offers %q, want %q", text, got, want)
		}
	}
}

// A mistake that is made all over front matter is not told without end.
func TestFewMistakes(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "k%dx: 1\n", i)
	}
	got := codes(parse("content/x.md", "---\n"+b.String()+"kind: cel\n---\n"))
	if n := len(got); n > mostMatter+10 || !slices.Contains(got, "S120") {
		t.Errorf("%d diagnostics, S120 among them: %v", n, slices.Contains(got, "S120"))
	}
}

// The line breaks of word processors are spaces, and nothing behind them moves.
func TestForeignBreaks(t *testing.T) {
	p := parse("content/x.md", "---\ntitle: \"Remont\u2028szkoły\"\n---\nJeden\u2028dwa\u2029trzy\u0085cztery [](goal:x)\n")
	if p.Entry.Title != "Remont szkoły" || !strings.Contains(string(p.Prose), "Jeden dwa trzy cztery") || len(p.Diags) > 0 {
		t.Errorf("%q %s %v", p.Entry.Title, p.Prose, codes(p))
	}
	if l := p.Entry.Links[0]; l.Start != strings.Index("---\ntitle: \"Remont\u2028szkoły\"\n---\nJeden\u2028dwa\u2029trzy\u0085cztery [](goal:x)\n", "[]") {
		t.Errorf("the link stands at %d", l.Start)
	}
}

// What makes a file too large to read is counted before it is read.
func TestTooMany(t *testing.T) {
	for name, text := range map[string]string{
		"notes": strings.Repeat("[^1] ", maxFootnotes+1), "bars in cells": strings.Repeat(`\|`, maxPipes+1), "cells": "|a|\n|-|\n" + strings.Repeat("|x|\n", maxCells/2),
	} {
		p := Parse(source.NewFile("content/a.md", []byte("# A\n\n"+text)), Options{})
		if !slices.ContainsFunc(p.Diags, func(d diag.Diagnostic) bool { return d.Code == diag.FileTooComplex }) || p.Entry.HasBody {
			t.Errorf("%s: %v", name, p.Diags)
		}
	}
}
