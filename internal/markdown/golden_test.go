package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"strategia/internal/source"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens under testdata")

// TestGolden reads testdata/*.txtar. An archive's comment says why the case is
// there. Every file NAME.md in it is parsed; NAME.html holds its prose with slots
// in ⟦ ⟧, NAME.entry what the entry says, NAME.diags code, place and bytes of
// each diagnostic, and its hints. Words of messages are not compared.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no goldens", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { golden(t, path) })
	}
}

// archive is a txtar file. It is read here, in twenty lines, because the packages
// that read it want more modules than this test is worth.
type archive struct {
	comment string
	files   []archived
}

type archived struct{ name, data string }

func readArchive(s string) (a archive) {
	to := &a.comment
	for _, line := range strings.SplitAfter(s, "\n") {
		if name, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(name, " --\n") {
			a.files = append(a.files, archived{name: strings.TrimSuffix(name, " --\n")})
			to = &a.files[len(a.files)-1].data
			continue
		}
		*to += line
	}
	return a
}

func (a archive) String() string {
	s := a.comment
	for _, f := range a.files {
		s += "-- " + f.name + " --\n" + f.data
	}
	return s
}

func golden(t *testing.T, path string) {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ar := readArchive(string(b))
	if strings.TrimSpace(ar.comment) == "" {
		t.Error("the case does not say why it is there")
	}
	want := map[string]string{}
	out := archive{comment: ar.comment}
	for _, f := range ar.files {
		if !strings.HasSuffix(f.name, ".md") {
			want[f.name] = f.data
		}
	}
	for _, f := range ar.files {
		if !strings.HasSuffix(f.name, ".md") {
			continue
		}
		out.files = append(out.files, f)
		p := checkFile(t, []byte(f.data))
		p = Parse(source.NewFile("content/"+f.name, []byte(f.data)), Options{Lang: "pl"})
		base := strings.TrimSuffix(f.name, ".md")
		for _, part := range []struct{ name, text string }{
			{base + ".html", visible(p.Prose)},
			{base + ".entry", entryText(p)},
			{base + ".diags", diagText(source.NewFile("content/"+f.name, []byte(f.data)), p)},
		} {
			if part.text == "" {
				continue
			}
			out.files = append(out.files, archived{part.name, part.text})
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got := map[string]string{}
	for _, f := range out.files {
		if !strings.HasSuffix(f.name, ".md") {
			got[f.name] = f.data
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got; -update rewrites it):\n%s", path, d)
	}
}

// visible shows slots, and spaces that do not break as "·".
func visible(prose []byte) string {
	if len(prose) == 0 {
		return ""
	}
	s := string(Splice(nil, prose, func(dst []byte, kind byte, arg []byte) []byte {
		return append(dst, fmt.Sprintf("⟦%c %s⟧", kind, arg)...)
	}))
	return strings.TrimRight(strings.ReplaceAll(s, noBreak, "·"), "\n") + "\n"
}

func entryText(p *Parsed) string {
	var b strings.Builder
	e := p.Entry
	fmt.Fprintf(&b, "%s id=%s number=%q title=%q\n", e.Kind.Scheme(), e.ID, e.Number, e.Title)
	for _, s := range e.Sections {
		fmt.Fprintf(&b, "section %d #%s number=%q cite=%q title=%q aliases=%v stated=%v\n", s.Level, s.Anchor, s.Number, s.Cite, s.Title, s.Aliases, s.Stated)
	}
	for _, l := range e.Links {
		fmt.Fprintf(&b, "link %s:%s#%s text=%q section=%d image=%v\n", l.Kind.Scheme(), l.Target, l.Fragment, l.Text, l.Section, l.Image)
	}
	for _, x := range e.Blocks {
		fmt.Fprintf(&b, "block %s %v section=%d\n", x.Name, x.Params, x.Section)
	}
	for i, x := range e.Tables {
		fmt.Fprintf(&b, "table #%s %q %d×%d\n%s", x.Anchor, x.Caption, x.Rows, x.Columns, visible(bytes.ReplaceAll(p.CSV[i], []byte("\r\n"), []byte("\n"))))
	}
	if e.Chapter != nil && e.Chapter.Implementation != nil {
		fmt.Fprintf(&b, "implementation %+v\n", *e.Chapter.Implementation)
		c := *e.Chapter
		c.Implementation = nil // a pointer is printed as an address
		e.Chapter = &c
	}
	for _, part := range []any{e.Strategy, e.Chapter, e.Goal, e.Document, e.Unit, e.Glossary} {
		if s := fmt.Sprintf("%+v", part); s != "<nil>" && s != "&{Goals:[] Owner: Reviewed: Implementation:<nil>}" {
			fmt.Fprintf(&b, "%s\n", s)
		}
	}
	return b.String()
}

func diagText(f *source.File, p *Parsed) string {
	var b strings.Builder
	where := func(s source.Span) string {
		if s.Key != "" {
			s.Start, s.End = Locate(f, s.Key)
		}
		pos := f.Position(s.Start)
		return fmt.Sprintf("%d:%d %q", pos.Line, pos.Column, f.Bytes[s.Start:s.End])
	}
	for _, d := range p.Diags {
		fmt.Fprintf(&b, "%s %s %s args=%q", d.Code, where(d.Span), d.Span.Key, d.Args)
		for _, h := range d.Hints {
			fmt.Fprintf(&b, " | %s %q", h.Key, h.Args)
			if h.Span.Path != "" {
				fmt.Fprintf(&b, " at %s", where(h.Span))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
