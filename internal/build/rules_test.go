package build

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata/rules")

// Each archive of testdata/rules is a case of the rules that its name names. Its
// comment says what it shows; content, layouts and static are a site of which
// all diagnostics are listed in "want", "CODE path:line:column" each, with the
// nearest name where one is offered, that it was published, or a file's right
// name. The same folders below ok are nearly the same site, in which none of the
// rules occurs. A site without content/index.md gets the plain one below, unless
// the comment says that it has none.
//
// The file "make", and ok/make, lists what an archive can't hold, a line each:
//
//	link PATH TARGET    a symbolic link
//	pipe PATH           a named pipe
//	size PATH BYTES     a file of that size
//	refuse PATH         the system refuses to open the file or folder
const plainIndex = "---\ntitle: Strategia\nstatus: draft\nbase_url: \"https://gmina.example/\"\naccessibility: {missing: \"próba\"}\n---\nWstęp.\n"

// TestRules builds every case through Session.Run, into a folder that must stay
// away if there are errors.
func TestRules(t *testing.T) {
	for _, name := range ruleCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Error("the case does not say what it shows")
			}
			codes := codeName.FindAllString(filepath.Base(name), -1)
			got, report := runCase(t, a, "")
			expectPlaces(t, name, a, got)
			for _, code := range codes {
				if !strings.Contains(got, code+" ") {
					t.Errorf("%s does not occur", code)
				}
			}
			for _, d := range report.Diagnostics {
				for _, lang := range []diag.Lang{diag.Polish, diag.English} {
					if m := d.Message(lang); placeLeft.MatchString(m) || strings.Contains(m, "„”") || strings.Contains(m, "“”") {
						t.Errorf("the message is not filled in: %s", m)
					}
				}
			}
			silent, _ := runCase(t, a, "ok/")
			for _, code := range codes {
				if strings.Contains(silent, code+" ") {
					t.Errorf("%s occurs under ok:\n%s", code, silent)
				}
			}
		})
	}
}

var placeLeft = regexp.MustCompile(`\{\d\}`)

var codeName = regexp.MustCompile(`S\d{3}`)

func ruleCases(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	return names
}

// TestEveryRuleOfTheSiteHasACase holds that no rule about ids, addresses,
// layouts, output, files and folders is untested.
func TestEveryRuleOfTheSiteHasACase(t *testing.T) {
	have := map[string]bool{}
	for _, name := range ruleCases(t) {
		for _, code := range codeName.FindAllString(filepath.Base(name), -1) {
			have[code] = true
			if diag.Find(code) == nil {
				t.Errorf("%s: there is no rule %s", name, code)
			}
		}
	}
	for _, r := range diag.Rules() {
		if r.Code >= "S5" && r.Code < "S8" && !have[string(r.Code)] {
			t.Errorf("%s has no case: %s", r.Code, r.EN.Message)
		}
	}
}

// runCase builds the site of a case below prefix and lists its diagnostics.
func runCase(t *testing.T, a *txtar.Archive, prefix string) (string, *Report) {
	t.Helper()
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	var refused []string
	n := 0
	for _, f := range a.Files {
		name, ok := strings.CutPrefix(f.Name, prefix)
		if !ok {
			continue
		}
		switch first, _, _ := strings.Cut(name, "/"); {
		case first == contentDir || first == layoutsDir || first == staticDir:
			write(t, dir, name, string(f.Data))
		case name == "make":
			refused = makeSpecial(t, dir, string(f.Data))
		default:
			continue
		}
		n++
	}
	if n == 0 {
		t.Fatalf("the case has no site %q", prefix)
	}
	index := filepath.Join(dir, filepath.FromSlash(strategy.IndexPath))
	if _, err := os.Stat(index); err != nil && (prefix != "" || !bytes.Contains(a.Comment, []byte("without content/index.md"))) {
		write(t, dir, strategy.IndexPath, plainIndex)
	}
	s := newSession(source.New(refusing{os.DirFS(dir), refused}), Options{Dir: dir, Once: true, Workers: 2})
	defer s.Close()
	r, err := s.Run(context.Background(), Output{Dir: out})
	if err != nil {
		t.Fatalf("the author's mistake is taken for the environment's: %v", err)
	}
	if files := filesIn(t, out); r.Failed != (len(files) == 0) {
		t.Errorf("failed: %v, but the output holds %v", r.Failed, files)
	}
	if r.Failed != (diag.Count(r.Diagnostics, diag.Error) > 0) {
		t.Errorf("failed: %v, but the diagnostics are %v", r.Failed, r.Diagnostics)
	}
	return placesOf(s, r.Diagnostics), r
}

// filesIn are the files below a folder, which need not exist.
func filesIn(t testing.TB, dir string) []string {
	t.Helper()
	if _, err := os.Lstat(dir); err != nil {
		return nil
	}
	return slices.Sorted(maps.Keys(tree(t, dir)))
}

func makeSpecial(t *testing.T, dir, orders string) (refused []string) {
	t.Helper()
	for line := range strings.Lines(orders) {
		words := strings.Fields(line)
		p := filepath.Join(dir, filepath.FromSlash(words[1]))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		switch words[0] {
		case "link":
			err = os.Symlink(words[2], p)
		case "pipe":
			err = exec.Command("mkfifo", p).Run()
		case "size":
			size, _ := strconv.ParseInt(words[2], 10, 64)
			write(t, dir, words[1], "")
			err = os.Truncate(p, size)
		case "refuse":
			refused = append(refused, words[1])
		default:
			t.Fatalf("make: %s", line)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return refused
}

// refusing is a file system that refuses to open some names, as the system does
// where one has no right; root, who runs many a test, has every right.
type refusing struct {
	fs.FS
	names []string
}

func (r refusing) Open(name string) (fs.File, error) {
	if slices.Contains(r.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return r.FS.Open(name)
}

func (r refusing) ReadLink(name string) (string, error)   { return fs.ReadLink(r.FS, name) }
func (r refusing) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(r.FS, name) }
func (r refusing) ReadFile(name string) ([]byte, error)   { return readWhole(r, name) }
func (r refusing) Stat(name string) (fs.FileInfo, error)  { return fs.Stat(r.FS, name) }
func (r refusing) ReadDir(name string) ([]fs.DirEntry, error) {
	if slices.Contains(r.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return fs.ReadDir(r.FS, name)
}

func readWhole(r refusing, name string) ([]byte, error) {
	if slices.Contains(r.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return fs.ReadFile(r.FS, name)
}

// placesOf lists diagnostics as the file "want" of a case does.
func placesOf(s *Session, ds []diag.Diagnostic) string {
	var lines []string
	for _, d := range ds {
		line := string(d.Code) + " " + d.Span.Path
		if f := s.File(d.Span.Path); f != nil {
			at := f.Position(d.Span.Start)
			line += fmt.Sprintf(":%d:%d", at.Line, at.Column)
		}
		for _, h := range d.Hints {
			if h.Key == diag.HintNearest || h.Key == diag.HintPublished || h.Key == diag.HintRename {
				line += " " + string(h.Key) + " " + strings.Join(h.Args, " ")
			}
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(append(lines, ""), "\n")
}

// expectPlaces compares what a case says with its file "want", or rewrites that.
func expectPlaces(t *testing.T, name string, a *txtar.Archive, got string) {
	t.Helper()
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
	if *update {
		if i < 0 {
			a.Files, i = slices.Insert(a.Files, 0, txtar.File{Name: "want"}), 0
		}
		a.Files[i].Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if i < 0 {
		t.Fatal("the case has no file want")
	}
	if d := cmp.Diff(string(a.Files[i].Data), got); d != "" {
		t.Errorf("%s (-want +got)\n%s", path.Base(name), d)
	}
}
