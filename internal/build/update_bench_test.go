package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"strategia/internal/bench"
	"strategia/layouts"
)

// liveEdits are the kinds of edit that a preview meets: a file, how its text
// becomes another at each step, and which page is open. "" is the chapter in
// the middle of the document, "next" the page of the one after it.
var liveEdits = []struct {
	name, file, page string
	edit             func(text string, step int) string
}{
	{"words", "", "", func(s string, n int) string { return s + fmt.Sprintf("\nDopisany akapit %d.\n", n) }},
	{"link", "", "", func(s string, n int) string { return s + odd(n, "\nZob. [](sec:3.1) i [](goal:cel-01).\n") }},
	{"heading", "", "", func(s string, n int) string { return s + odd(n, "\n## Dopisany nagłówek\n\nTekst.\n") }},
	{"table", "", "", func(s string, n int) string { return s + odd(n, "\n| a | b |\n|---|---|\n| c | d |\n") }},
	{"title", "", "next", func(s string, n int) string { return retitled.ReplaceAllString(s, fmt.Sprintf("${1}Zmiana %d ", n)) }},
	{"document-title", "content/index.md", "", func(s string, n int) string {
		return strings.Replace(s, "short: Strategia", fmt.Sprintf("short: Strategia %d", n), 1)
	}},
	{"goal-title", "goal", "", func(s string, n int) string { return strings.Replace(s, "title: ", fmt.Sprintf("title: %d ", n), 1) }},
	{"layout", "layouts/chapter.html", "", func(s string, n int) string { return s + fmt.Sprintf("<!-- %d -->\n", n) }},
	{"base-layout", "layouts/base.html", "", func(s string, n int) string { return s + fmt.Sprintf("{{/* %d */}}\n", n) }},
	{"style", "static/assets/strategia.css", "", func(s string, n int) string { return s + fmt.Sprintf("p{margin:%dpx}\n", n) }},
	{"new-chapter", "content/rozdzialy/nowy.md", "", func(_ string, n int) string { return odd(n, "# Nowy\n\nTekst.\n") }},
}

// retitled finds the start of a chapter's title in its heading.
var retitled = regexp.MustCompile(`(?m)^(# \d+\. )`)

func odd(n int, s string) string {
	if n%2 == 1 {
		return s
	}
	return ""
}

// BenchmarkUpdate measures what one edit costs a preview: the Update that is
// told of it, and the making of the page that is open.
func BenchmarkUpdate(b *testing.B) {
	for _, chapters := range []int{100, 1000, 10_000} {
		dir := b.TempDir()
		if err := bench.Generate(dir, chapters); err != nil {
			b.Fatal(err)
		}
		s, err := NewSession(Options{Dir: dir})
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		last, err := s.Update(context.Background())
		if err != nil {
			b.Fatal(err)
		}
		for _, e := range liveEdits {
			b.Run(fmt.Sprintf("%s/%d", e.name, chapters), func(b *testing.B) {
				file, page, text := liveEdit(b, dir, last, e.file, e.page)
				defer func() {
					rewrite(b, dir, file, text)
					if _, err := s.Update(context.Background(), file); err != nil {
						b.Fatal(err)
					}
				}()
				b.ReportAllocs()
				for n := 0; b.Loop(); n++ {
					b.StopTimer()
					rewrite(b, dir, file, e.edit(text, n+1))
					b.StartTimer()
					now, err := s.Update(context.Background(), file)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := now.Make(page); err != nil || now.Failed(false) {
						b.Fatal(err, now.Diagnostics)
					}
				}
			})
		}
	}
}

// liveEdit returns the file to edit, the page that is open, and the file's text.
func liveEdit(b *testing.B, dir string, built *Build, file, page string) (string, string, string) {
	chapters := built.Strategy.Chapters
	middle := chapters[len(chapters)/2]
	open := middle
	switch {
	case file == "":
		file = middle.Path
	case file == "goal":
		file = "content/cele/" + middle.Chapter.Goals[0].ID + ".md"
	}
	if page == "next" {
		_, open = built.Strategy.Around(middle)
	}
	text := ""
	if top, name, _ := strings.Cut(file, "/"); top == layoutsDir {
		bytes, err := layouts.FS.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text = string(bytes)
	} else if bytes, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file))); err == nil {
		text = string(bytes)
	}
	return file, "rozdzial/" + open.ID + ".html", text
}

// rewrite writes a file of the site, or removes it where it shall hold nothing.
func rewrite(b *testing.B, dir, file, text string) {
	p := filepath.Join(dir, filepath.FromSlash(file))
	if text == "" {
		if err := os.Remove(p); err != nil && !os.IsNotExist(err) {
			b.Fatal(err)
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o666); err != nil {
		b.Fatal(err)
	}
}
