package markdown

import (
	"fmt"
	"strings"
	"testing"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// What people get wrong in YAML is reported where they got it wrong, in words of
// ours.
func TestSyntaxErrors(t *testing.T) {
	for _, c := range [][2]string{
		{"kind: goal\ntitle: \"Abc\nshort: x\nid: y\n", "3:8 quote-open \"\" title: \"Abc\""},
		{"kind: goal\ntitle: \"Abc\nshort: \"x\"\nid: y\n", "3:8 quote-open \"\" title: \"Abc\""},
		{"kind: goal\ntitle: 'Abc\nshort: x\n", "3:8 quote-open \"\" title: 'Abc'"},
		{"kind: goal\nparent:mieszkancy\nowner: x\n", "3:1 colon-space \"\" parent: mieszkancy"},
		{"parent:mieszkancy\nowner: x\n", "2:1 colon-space \"\" parent: mieszkancy"},
		{"kind: goal\nowner: x\nparent:mieszkancy\n", "4:1 colon-space \"\" parent: mieszkancy"},
		{"kind: goal\ntitle Abc\nid: y\n", "3:1 colon-missing \"\""},
		{"kind: goal\ntitle: Uchwała: \"projekt\"\nid: y\n", "3:8 colon-text \"\" title: \"Uchwała: \\\"projekt\\\"\""},
		{"kind: goal\n\ttitle: Uchwała\nid: y\n", "3:1 tab \"\""},
		{"kind: goal\nhorizon:\n\tfrom: 2020\n", "4:1 tab \"\""},
		{"kind: goal\nhorizon:\n  from: 2020\n\tto: 2030\n", "5:1 tab \"\""},
		{"kind: goal\ntitle: @abc\n", "3:8 character \"@\" title: \"@abc\""},
		{"kind: goal\ntitle: `abc`\n", "3:8 character \"`\" title: \"`abc`\""},
		{"kind: goal\ntitle: %abc\n", "3:8 character \"%\" title: \"%abc\""},
		{"kind: goal\n title: abc\n", "3:1 indent \"\""},
		{"kind: goal\nhorizon:\n  from: 2020\n to: 2030\n", "5:1 indent \"\""},
		{"kind: goal\nhorizon:\n  from: 2020\n   to: 2030\n", "5:1 indent \"\""},
		{"kind: goal\ngoals: [a, b\nid: x\n", "3:8 bracket-open \"]\""},
		{"kind: goal\ngoals: {a: b\nid: x\n", "3:8 bracket-open \"}\""},
		{"kind: goal\ngoals: [a b]]\nid: x\n", "3:13 bracket-extra \"]\""},
		{"kind: goal\ntitle: \"a\" b\nid: x\n", "3:8 quote-rest \"\""},
		{"kind: goal\ntitle: \"a \"b\" c\"\nid: x\n", "3:8 quote-rest \"\" title: \"a \\\"b\\\" c\""},
		{"kind: goal\ntitle: \"a \\d b\"\nid: x\n", "3:11 backslash \"\""},
		{"kind: goal\ntitle: - a\nid: x\n", "3:8 dash-value \"\""},
		{"kind: goal\n- a\nid: x\n", "3:1 dash-key \"\""},
		{"goals:\n  - a\n  b: c\n", "4:1 indent \"\""},
		{"kind: goal\ntitle: „a: b”\n", "3:8 colon-text \"\" title: \"„a: b”\""},
		{"kind: goal\ntitle: a\n* x\n", "4:1 character \"*\""},
		{"kind: goal\ntitle: | x\n y\n", "3:10 block-text \"\""},
		{"kind: goal\ntitle: a # b: c\n d: e\n", "4:1 indent \"\""},
		{"kind: goal\nsummary: Jakieś zdanie.\nDrugie zdanie bez wcięcia.\nid: x\n", "4:1 colon-missing \"\""},
		{"kind: goal\nsummary: Jakieś zdanie.\n  Drugie zdanie: z wcięciem.\nid: x\n", "4:3 colon-text \"\""},
		{"title: Cel\ntargets: [{year: 2030 value: 40}]\n", "3:28 comma \"\""},
		{"title: , a\n", "2:8 character \",\" title: \", a\""},
		{"title: ] a\n", "2:8 character \"]\" title: \"] a\""},
		{"goals:\n-a\n-b\nid: x\n", "3:1 dash-space \"\" - a"},
		{"goals:\n  - unit:urzad\n  - title: \"x\n  - b\n", "4:12 quote-open \"\""},
		{"title: \"a\n  b\"\nid: x: y\n", "4:5 colon-text \"\" id: \"x: y\""},
		{"title: 'a ''b'\nid: x: y\n", "3:5 colon-text \"\" id: \"x: y\""},
		{"a: \"\\x\n", "2:4 quote-open \"\" a: \"\\x\""},
		{"summary: |\n  a\n b\n", "4:1 indent \"\""},
		{"? a\n? {\n", "3:4 library \"YAML: did not find expected node content\""},
		{"a: {\n", "2:5 library \"YAML: did not find expected node content\""},
		{"---x\n- a\nb\n", "read"},
		{"title: Cel\ngoals: [a, @b]\n", "3:12 character \"@\""},
		{"title: Cel\nact: {number: a: b}\n", "3:16 comma \"\""},
		{"title: Cel\nunits:\n  - {unit: a: b}\n", "4:13 comma \"\""},
		{"title: Cel\nunits:\n  - unit: @b\n", "4:11 character \"@\" - unit: \"@b\""},
		{"title: Cel\nunits:\n  - unit: b\n    role: c: d\n", "5:11 colon-text \"\" role: \"c: d\""},
		{"kind: goal\ntitle: \"Abc”\nid: y\n", "3:8 quote-open \"\" title: \"Abc\""},
		{"kind: goal\ntitle: \"Abc „d”\nid: y\n", "3:8 quote-open \"\" title: \"Abc „d”\""},
		{"kind: goal\ntitle: 'a d'Arc'\nid: x\n", "3:8 quote-rest \"\" title: \"a d'Arc\""},
		{"kind: goal\ntitle: [Remont] szkoły\nid: x\n", "3:8 bracket-rest \"\" title: \"[Remont] szkoły\""},
		{"kind: goal\ntitle: {Remont} szkoły\nid: x\n", "3:8 bracket-rest \"\" title: \"{Remont} szkoły\""},
		{"kind: goal\ngoals: [a, b] # c\nid: x\n", "read"},
		{"kind: goal\ntitle: **Remont szkoły**\nid: x\n", "3:8 character \"*\" title: \"**Remont szkoły**\""},
		{"kind: goal\ntitle:\u00a0Remont\nid: x\n", "3:7 hard-space \"\" title: Remont"},
		{"kind: goal\nunits:\n\u00a0\u00a0- urzad\nid: x\n", "4:1 hard-space \"\"   - urzad"},
	} {
		b := "---\n" + c[0] + "---\n"
		f := source.NewFile("content/x.md", []byte(b))
		got := "read"
		for _, d := range Parse(f, Options{}).Diags {
			if d.Code == diag.FrontMatterSyntax {
				at := f.Position(d.Span.Start)
				got = fmt.Sprintf("%d:%d %s %q", at.Line, at.Column, d.Hints[0].Key, strings.Join(d.Hints[0].Args, " "))
				for _, h := range d.Hints[1:] {
					got += " " + h.Args[0]
				}
			}
		}
		if got != c[1] {
			t.Errorf("{%q, %q},", c[0], got)
		}
	}
}
