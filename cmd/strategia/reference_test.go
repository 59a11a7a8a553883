package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"strategia/internal/diag"
	"strategia/internal/markdown"
)

var update = flag.Bool("update", false, "rewrite the reference in README.md")

// TestReadmeReference holds that the manual of front matter, links and blocks in
// README.md is the one that the program would write; -update writes it.
func TestReadmeReference(t *testing.T) {
	const name, begin, end = "../../README.md", "<!-- reference:begin -->\n", "<!-- reference:end -->"
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, found := strings.Cut(string(b), begin)
	got, tail, ended := strings.Cut(rest, end)
	if !found || !ended {
		t.Fatal("README.md has no place for the reference")
	}
	var want bytes.Buffer
	writeReference(&want, diag.Polish)
	want.WriteByte('\n')
	if *update {
		if err := os.WriteFile(name, []byte(head+begin+want.String()+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want.String() {
		t.Error("the reference in README.md is not what the program does: make reference")
	}
}

// TestReferenceIsComplete holds that the manual names, in both languages, every
// key, link and block, and that each line of it is a whole row of a table.
func TestReferenceIsComplete(t *testing.T) {
	for _, lang := range []diag.Lang{diag.Polish, diag.English} {
		var b bytes.Buffer
		writeReference(&b, lang)
		var names []string
		for _, k := range markdown.Keys() {
			names = append(names, k.Key)
		}
		for _, l := range markdown.LinkSchemes() {
			names = append(names, l.Example)
		}
		for _, k := range markdown.Blocks() {
			names = append(names, k.Name)
		}
		for _, name := range names {
			if !strings.Contains(b.String(), "| `"+name+"` |") {
				t.Errorf("%s is not in the reference (%s)", name, lang)
			}
		}
		columns := 0
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			if !strings.HasPrefix(line, "|") {
				columns = 0
				continue
			}
			n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			if columns == 0 {
				columns = n
			}
			if n != columns || strings.Contains(line, "|  |  |") || !strings.HasSuffix(line, "|") {
				t.Errorf("%s: a broken row: %s", lang, line)
			}
		}
	}
}

// TestExplainEveryCode holds that every code can be asked about in both
// languages, however it is typed.
func TestExplainEveryCode(t *testing.T) {
	for _, r := range diag.Rules() {
		for _, lang := range []string{"pl", "en"} {
			for _, code := range []string{string(r.Code), strings.ToLower(string(r.Code))} {
				var out, errw strings.Builder
				if exit := run(context.Background(), []string{"explain", "--lang", lang, code}, &out, &errw); exit != exitClean || errw.Len() > 0 {
					t.Errorf("explain %s (%s): exit %d, %s", code, lang, exit, errw.String())
				}
				want := r.PL
				if lang == "en" {
					want = r.EN
				}
				// The text is folded into lines: its words are what counts.
				if text := strings.Join(strings.Fields(out.String()), " "); !strings.HasPrefix(text, string(r.Code)) || !strings.Contains(text, strings.Join(strings.Fields(want.Explain), " ")) {
					t.Errorf("explain %s (%s): %s", code, lang, out.String())
				}
			}
		}
	}
}

// TestUnknownFlags holds that a slip on the command line is a mistake of usage in
// every command: exit code 2, the slip and where the help is, nothing else.
func TestUnknownFlags(t *testing.T) {
	for name := range commands {
		for _, args := range [][]string{{name, "--nie-ma"}, {name, "x", "--nie-ma"}, {name, "a", "b", "c"}, {"--lang", "en", name, "-nie-ma=1"}} {
			var out, errw strings.Builder
			if exit := run(context.Background(), args, &out, &errw); exit != exitEnvironment || out.Len() > 0 || !strings.Contains(errw.String(), "strategia --help") {
				t.Errorf("%v: exit %d, %q, %q", args, exit, out.String(), errw.String())
			}
		}
	}
}
