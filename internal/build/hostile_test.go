package build

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// generous is how long hostile input may take on the slowest machine. It is not
// a measure of speed: what it tells is an end from no end.
const generous = 2 * time.Minute

// assault builds a site over the small one and returns the report and what was
// written; it fails where the program does not answer with diagnostics.
func assault(t *testing.T, files ...string) (*Report, []string) {
	t.Helper()
	dir := small(t)
	write(t, dir, files...)
	return build(t, dir, os.DirFS(dir))
}

func build(t *testing.T, dir string, files fs.FS) (*Report, []string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), generous)
	defer cancel()
	out := filepath.Join(t.TempDir(), "public")
	s := newSession(source.New(files), Options{Dir: dir, Once: true, Workers: 2})
	defer s.Close()
	start := time.Now()
	r, err := s.Run(ctx, Output{Dir: out})
	if err != nil {
		t.Fatalf("after %v: %v", time.Since(start), err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Logf("took %v", took)
	}
	written := filesIn(t, out)
	if r.Failed && len(written) > 0 {
		t.Errorf("there are errors, and %d files were written", len(written))
	}
	if !r.Failed && len(written) == 0 {
		t.Error("there are no errors, and nothing was written")
	}
	for _, d := range r.Diagnostics {
		for _, lang := range []diag.Lang{diag.Polish, diag.English} {
			if m := d.Message(lang); len(m) > 4<<10 {
				t.Errorf("%s: a message of %d bytes", d.Code, len(m))
			}
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "content", "published.txt")); r.Failed && err == nil {
		t.Error("there are errors, and the ledger was written")
	}
	return r, written
}

// chapterText is a chapter with the front matter and the body.
func chapterText(front, body string) string {
	return "---\nnumber: \"2\"\ntitle: Drugi\n" + front + "---\n" + body
}

func expectCodes(t *testing.T, r *Report, want ...diag.Code) {
	t.Helper()
	got := codes(r.Diagnostics)
	for _, code := range want {
		if !slices.Contains(got, string(code)) {
			t.Errorf("%s is not reported, only %.200q", code, got)
		}
	}
}

// TestHostileText builds one hostile chapter, or two files, each.
func TestHostileText(t *testing.T) {
	unlessShort(t)
	const second = "content/2-drugi.md"
	goal := func(id, parent string) string {
		return "---\nkind: goal\nid: " + id + "\nnumber: \"7\"\ntitle: Cel " + id + "\nparent: " + parent + "\n---\n"
	}
	unit := func(parent string) string {
		return "---\nkind: unit\ntitle: Jednostka\nunit_kind: city\nparent: " + parent + "\n---\n"
	}
	document := func(parent string) string {
		return "---\nkind: document\ntitle: Dokument\nlevel: local\nparent: " + parent + "\n---\n"
	}
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := range 12 {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), ", "))
	}
	for _, c := range []struct {
		name  string
		files []string
		want  []diag.Code
	}{
		{"invalid UTF-8", []string{second, chapterText("", "Tekst \xff\xfe\xc3\x28 koniec.\n")}, []diag.Code{diag.FileNotUTF8}},
		{"invalid UTF-8 in front matter", []string{second, chapterText("summary: \"\xc3\x28\"\n", "Tekst.\n")}, []diag.Code{diag.FileNotUTF8}},
		{"a text of another encoding", []string{second, "\xff\xfe-\x00-\x00-\x00\n\x00t\x00i\x00"}, []diag.Code{diag.FileNotUTF8}},
		{"NUL", []string{second, chapterText("", "Te\x00kst.\n")}, []diag.Code{diag.ControlCharacter}},
		{"nothing but NUL", []string{second, strings.Repeat("\x00", 1<<20)}, []diag.Code{diag.ControlCharacter}},
		{"100 000 quotes in each other", []string{second, chapterText("", strings.Repeat("> ", 100_000)+"x\n")}, []diag.Code{diag.NestingTooDeep}},
		{"1 000 lists in each other", []string{second, chapterText("", func() string {
			var b strings.Builder
			for i := range 1000 {
				fmt.Fprintf(&b, "%s- x\n", strings.Repeat("  ", i))
			}
			return b.String()
		}())}, []diag.Code{diag.NestingTooDeep}},
		{"aliases that multiply", []string{second, chapterText(bomb, "Tekst.\n")}, []diag.Code{diag.FrontMatterAlias}},
		{"aliases that multiply in the index", []string{"content/index.md", "---\ntitle: Strategia\n" + bomb + "---\n"}, []diag.Code{diag.FrontMatterAlias}},
		{"front matter 100 000 deep", []string{second, chapterText("x: "+strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000)+"\n", "Tekst.\n")}, nil},
		{"front matter 100 000 deep by mappings", []string{second, chapterText("x: "+strings.Repeat("{a: ", 100_000)+strings.Repeat("}", 100_000)+"\n", "Tekst.\n")}, nil},
		{"front matter 100 deep", []string{second, chapterText("x: "+strings.Repeat("[", 100)+strings.Repeat("]", 100)+"\n", "Tekst.\n")}, []diag.Code{diag.FrontMatterTooDeep}},
		{"one id twice", []string{second, chapterText("id: ten\n", "A.\n"), "content/3-trzeci.md", "---\nnumber: \"3\"\ntitle: Trzeci\nid: ten\n---\nB.\n"}, []diag.Code{diag.IDTwice}},
		{"ids that differ in case", []string{second, chapterText("id: ten\n", "A.\n"), "content/3-trzeci.md", "---\nnumber: \"3\"\ntitle: Trzeci\nid: Ten\n---\nB.\n"}, []diag.Code{diag.IDInvalid}},
		{"names that differ in case", []string{"content/Drugi.md", chapterText("", "A.\n"), "content/drugi.md", "---\nnumber: \"3\"\ntitle: Trzeci\n---\nB.\n"}, []diag.Code{diag.IDTwice}},
		{"goals that are each other's parents", []string{"content/a.md", goal("a", "b"), "content/b.md", goal("b", "c"), "content/c.md", goal("c", "a")}, []diag.Code{diag.ParentCircle}},
		{"a goal that is its own parent", []string{"content/a.md", goal("a", "a")}, []diag.Code{diag.ParentCircle}},
		{"units that are each other's parents", []string{"content/a.md", unit("b"), "content/b.md", unit("a")}, []diag.Code{diag.ParentCircle}},
		{"documents that are each other's parents", []string{"content/a.md", document("b"), "content/b.md", document("a")}, []diag.Code{diag.ParentCircle}},
		{"a line of a megabyte", []string{second, chapterText("", strings.Repeat("słowo ", 1<<20/7)+"\n")}, []diag.Code{diag.BlockTooComplex}},
		{"a word of a megabyte", []string{second, chapterText("", strings.Repeat("x", 1<<20)+"\n")}, []diag.Code{diag.BlockTooComplex}},
		{"a heading of a megabyte", []string{second, chapterText("", "## "+strings.Repeat("x", 1<<20)+"\n")}, nil},
		{"100 000 open brackets", []string{second, chapterText("", strings.Repeat("[", 100_000)+"\n")}, []diag.Code{diag.BlockTooComplex}},
		{"100 000 open pictures", []string{second, chapterText("", strings.Repeat("![a](", 50_000)+"\n")}, []diag.Code{diag.BlockTooComplex}},
		{"100 000 stars", []string{second, chapterText("", strings.Repeat("*a **b ", 30_000)+"\n")}, []diag.Code{diag.BlockTooComplex}},
		{"100 000 open tags", []string{second, chapterText("", strings.Repeat("<a ", 80_000)+"\n")}, nil},
		{"100 000 braces", []string{second, chapterText("", "## x "+strings.Repeat("{#", 50_000)+"\n")}, nil},
		{"a table of 3 000 columns", []string{second, chapterText("", strings.Repeat("|a", 3000)+"|\n"+strings.Repeat("|-", 3000)+"|\n")}, nil},
		{"20 000 notes", []string{second, chapterText("", func() string {
			var b strings.Builder
			for i := range 20_000 {
				fmt.Fprintf(&b, "[^%d]\n\n[^%d]: x\n\n", i, i)
			}
			return b.String()
		}())}, nil},
		{"an unclosed front matter", []string{second, "---\nnumber: \"2\"\n" + strings.Repeat("x: y\n", 100_000)}, nil},
		{"20 000 lost references in front matter", []string{second, chapterText("goals:\n"+strings.Repeat(" - zaginiony\n", 20_000), "Tekst.\n")}, []diag.Code{diag.GoalUnknown}},
		{"an empty file", []string{second, ""}, nil},
		{"nothing but a line", []string{second, "---"}, nil},
		{"HTML that an author may not use", []string{second, chapterText("", "<script>alert(1)</script>\n\n<p onclick=\"x\">y</p>\n\n<a href=\"javascript:x\">z</a>\n")}, []diag.Code{diag.HTMLForbidden}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, _ := assault(t, c.files...)
			expectCodes(t, r, c.want...)
		})
	}
}

// TestMarksOfOtherSystems holds that a byte order mark and the line ends of
// Windows change nothing in what is published.
func TestMarksOfOtherSystems(t *testing.T) {
	text := chapterText("summary: |\n  Prosto.\n  Dalej.\n", "## 2.1. Dalej\n\nTekst  \ndalej.\n\n| a | b |\n|---|---|\n| c | d |\n\n```goal-list\n```\n\n- x\n- y\n")
	page := func(text string) map[string][]byte {
		dir, out := small(t), filepath.Join(t.TempDir(), "public")
		write(t, dir, "content/2-drugi.md", text)
		mustRun(t, dir, Output{Dir: out})
		got := tree(t, out)
		delete(got, markerName)
		return got
	}
	plain := page(text)
	for name, other := range map[string]string{
		"byte order mark": "\ufeff" + text,
		"CR LF":           strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":              strings.ReplaceAll(text, "\n", "\r"),
		"all":             "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"),
	} {
		if p := differ(plain, page(other)); p != "" {
			t.Errorf("%s changes %s", name, p)
		}
	}
}

// TestChapterOf50Megabytes holds that a file beyond all measure is refused
// before anything is made of it: it is read once, and nothing of its size is
// kept or copied.
func TestChapterOf50Megabytes(t *testing.T) {
	dir := small(t)
	write(t, dir, "content/2-drugi.md", chapterText("", strings.Repeat("Tekst, który się powtarza.\n\n", 50<<20/29)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r, _ := build(t, dir, os.DirFS(dir))
	runtime.ReadMemStats(&after)
	expectCodes(t, r, diag.TextTooBig)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 160 {
		t.Errorf("%d MB were allocated for a file of 50 that is not read", grown)
	}
}

// TestHundredThousandHeadings holds that a chapter of 100 000 headings, half of
// them of one text, ends in a page whose ids are unique.
func TestHundredThousandHeadings(t *testing.T) {
	unlessShort(t)
	var b strings.Builder
	for i := range 50_000 {
		fmt.Fprintf(&b, "## 2.%d. Zasady\n\n## Zasady\n\n", i+1)
	}
	r, _ := assault(t, "content/2-drugi.md", chapterText("", b.String()))
	if slices.Contains(codes(r.Diagnostics), string(diag.DuplicateHTMLID)) {
		t.Error("an id stands twice on the page")
	}
}

// TestPipeIsNotOpened holds that a named pipe, which makes who opens it wait for
// ever, is reported in every folder, and not opened to print an excerpt either.
func TestPipeIsNotOpened(t *testing.T) {
	dir := small(t)
	for _, p := range []string{"content/rura.md", "content/published.txt", "layouts/goal.html", "static/logo.png"} {
		p = filepath.Join(dir, filepath.FromSlash(p))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := exec.Command("mkfifo", p).Run(); err != nil {
			t.Skipf("no pipes here: %v", err)
		}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		s, err := NewSession(Options{Dir: dir, Once: true, Workers: 2})
		if err != nil {
			t.Error(err)
			return
		}
		defer s.Close()
		r, err := s.Run(context.Background(), Output{})
		if err != nil {
			t.Error(err)
			return
		}
		n := 0
		for _, d := range r.Diagnostics {
			if d.Code == diag.SpecialFile {
				n++
				if f := s.File(d.Span.Path); f != nil && !strings.HasPrefix(d.Span.Path, layoutsDir) {
					t.Errorf("%s was opened", d.Span.Path)
				}
			}
		}
		if n != 4 || !r.Failed {
			t.Errorf("four pipes gave %d diagnostics: %v", n, r.Diagnostics)
		}
	}()
	select {
	case <-done:
	case <-time.After(generous):
		t.Fatal("a pipe was opened")
	}
}

// TestLinkIsNotQuoted holds that what a symbolic link leads to is not shown, not
// even as the excerpt of the diagnostic about the link.
func TestLinkIsNotQuoted(t *testing.T) {
	dir, secret := small(t), filepath.Join(t.TempDir(), "haslo")
	write(t, filepath.Dir(secret), "haslo", "tajne hasło")
	if err := os.Symlink(secret, filepath.Join(dir, "content", "plan.md")); err != nil {
		t.Fatal(err)
	}
	s, err := NewSession(Options{Dir: dir, Once: true, Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r, err := s.Run(context.Background(), Output{})
	if err != nil {
		t.Fatal(err)
	}
	expectCodes(t, r, diag.Symlink)
	var b strings.Builder
	p := diag.Printer{File: s.File}
	if err := p.Print(&b, "text", r.Diagnostics); err != nil || strings.Contains(b.String(), "tajne") {
		t.Errorf("%v: %s", err, b.String())
	}
}

// TestFolderWithATextsName holds that a folder may be called like a text.
func TestFolderWithATextsName(t *testing.T) {
	r, written := assault(t, "content/2-drugi.md/3-trzeci.md", "---\nnumber: \"3\"\ntitle: Trzeci\n---\nTekst.\n")
	if r.Failed || !slices.Contains(written, "rozdzial/3-trzeci.html") {
		t.Errorf("%v %v", r.Diagnostics, written)
	}
}

// vanishing is a folder from which a file is gone once it was listed: at once, or
// when it has been read so many times.
type vanishing struct {
	fs.FS
	name  string
	reads *atomic.Int32
}

func (v vanishing) ReadFile(name string) ([]byte, error) {
	if name == v.name && v.reads.Add(-1) < 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return fs.ReadFile(v.FS, name)
}

func (v vanishing) ReadLink(name string) (string, error)   { return fs.ReadLink(v.FS, name) }
func (v vanishing) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(v.FS, name) }

// TestVanishing holds that a file which is taken away during a build gives a
// diagnostic or an error, and never a site with a hole.
func TestVanishing(t *testing.T) {
	for _, name := range []string{"content/1-wstep.md", "content/index.md", "content/mapa.png", "layouts/goal.html", "content/published.txt"} {
		for reads := range int32(3) {
			t.Run(fmt.Sprintf("%s after %d", name, reads), func(t *testing.T) {
				dir, out := small(t), filepath.Join(t.TempDir(), "public")
				write(t, dir, "content/mapa.png", "x", "layouts/goal.html", `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`, "content/published.txt", "# zapis\n")
				left := new(atomic.Int32)
				left.Store(reads)
				s := newSession(source.New(vanishing{os.DirFS(dir), name, left}), Options{Dir: dir, Once: true, Workers: 2})
				defer s.Close()
				r, err := s.Run(context.Background(), Output{Dir: out})
				written := filesIn(t, out)
				switch {
				case err != nil || r.Failed:
					if len(written) > 0 {
						t.Errorf("failed (%v), and %d files were written", err, len(written))
					}
					if err == nil {
						expectCodes(t, r, diag.Unreadable)
					}
				case left.Load() < 0 && name != "content/published.txt":
					if !slices.Contains(written, "mapa.png") || !slices.Contains(written, "rozdzial/1-wstep.html") {
						t.Errorf("a site with a hole: %v", written)
					}
				}
			})
		}
	}
}

// TestInterrupted holds that a build which is called off writes nothing.
func TestInterrupted(t *testing.T) {
	dir, out := small(t), filepath.Join(t.TempDir(), "public")
	ctx, cancel := context.WithCancel(context.Background())
	s, err := NewSession(Options{Dir: dir, Once: true, Workers: 2, Progress: func(stage Stage, _, _ int) {
		if stage == Making {
			cancel()
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	_, err = s.Run(ctx, Output{Dir: out})
	if err != context.Canceled {
		t.Errorf("err = %v", err)
	}
	if written := filesIn(t, out); len(written) > 0 {
		t.Errorf("written: %v", written)
	}
}
