package build

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"strategia/internal/diag"
	"strategia/internal/fictional"
)

// write puts files, given as pairs of path and text, below dir.
func write(t testing.TB, dir string, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		p := filepath.Join(dir, filepath.FromSlash(pairs[i]))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(pairs[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// small is a site of one chapter and one goal, without mistakes.
func small(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir,
		"content/index.md", "---\ntitle: Strategia\nlang: pl\n---\nWstęp.\n",
		"content/1-wstep.md", "---\nnumber: \"1\"\ntitle: Wstęp\ngoals: [praca]\n---\nTekst o [](goal:praca).\n",
		"content/praca.md", "---\nkind: goal\nnumber: \"1\"\ntitle: Praca\n---\nTekst celu.\n")
	return dir
}

// run builds dir into out and returns the report.
func run(t testing.TB, dir string, out Output) (*Report, error) {
	t.Helper()
	s, err := NewSession(Options{Dir: dir, Once: true, Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return s.Run(context.Background(), out)
}

func mustRun(t testing.TB, dir string, out Output) *Report {
	t.Helper()
	r, err := run(t, dir, out)
	if err != nil {
		t.Fatal(err)
	}
	if r.Failed {
		t.Fatalf("the site has errors: %v", r.Diagnostics)
	}
	return r
}

// tree is all files below dir with their texts, the record of facts apart.
func tree(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == factsName {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		out[filepath.ToSlash(rel)] = b
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func codes(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		out = append(out, string(d.Code))
	}
	return out
}

func TestSecondBuildWritesNothing(t *testing.T) {
	dir := small(t)
	out := filepath.Join(dir, "public")
	first := mustRun(t, dir, Output{Dir: out})
	if first.Written == 0 || first.Removed != 0 {
		t.Fatalf("first build: %+v", first)
	}
	before := stamps(t, out)
	second := mustRun(t, dir, Output{Dir: out})
	if second.Written != 0 || second.Pages != first.Pages || second.Files != first.Files {
		t.Errorf("second build: %+v, first %+v", second, first)
	}
	third := mustRun(t, dir, Output{Dir: out})
	if !third.Recognised {
		t.Error("an unchanged site was not recognised")
	}
	for p, at := range stamps(t, out) {
		if p != markerName && !at.Equal(before[p]) {
			t.Errorf("%s was written again", p)
		}
	}
}

func stamps(t *testing.T, dir string) map[string]time.Time {
	out := map[string]time.Time{}
	for p := range tree(t, dir) {
		info, err := os.Stat(filepath.Join(dir, p))
		if err != nil {
			t.Fatal(err)
		}
		out[p] = info.ModTime()
	}
	return out
}

func TestChangeWritesWhatItTouches(t *testing.T) {
	dir := small(t)
	out := filepath.Join(dir, "public")
	mustRun(t, dir, Output{Dir: out})
	write(t, dir, "content/praca.md", "---\nkind: goal\nnumber: \"1\"\ntitle: Praca\n---\nInny tekst celu.\n")
	r := mustRun(t, dir, Output{Dir: out, Why: true})
	var paths []string
	for _, why := range r.Why {
		paths = append(paths, why.Path)
		if why.New || len(why.Facts) == 0 {
			t.Errorf("%s: no fact is named: %+v", why.Path, why)
		}
	}
	if want := []string{"assets/search-0.js", "calosc.html", "cel/praca.html"}; !slices.Equal(paths, want) {
		t.Errorf("written %v, want %v", paths, want)
	}
}

func TestRemovedSourceRemovesItsPage(t *testing.T) {
	dir := small(t)
	write(t, dir, "content/2-drugi.md", "---\nnumber: \"2\"\ntitle: Drugi\n---\nTekst.\n")
	out := filepath.Join(dir, "public")
	mustRun(t, dir, Output{Dir: out})
	page := filepath.Join(out, "rozdzial", "2-drugi.html")
	if _, err := os.Stat(page); err != nil {
		t.Fatal(err)
	}
	os.Remove(filepath.Join(dir, "content", "2-drugi.md"))
	r, err := run(t, dir, Output{Dir: out})
	if err != nil || !r.Failed || !slices.Contains(codes(r.Diagnostics), string(diag.IDVanished)) {
		t.Fatalf("a published id vanished and was not reported: %v %v", r, err)
	}
	if _, err := os.Stat(page); err != nil {
		t.Error("a failed build removed a page")
	}
	write(t, dir, "content/index.md", "---\ntitle: Strategia\nretired: [{id: \"chapter:2-drugi\", reason: Scalono z rozdziałem 1.}]\n---\nWstęp.\n")
	mustRun(t, dir, Output{Dir: out})
	b, err := os.ReadFile(page)
	if err != nil || !bytes.Contains(b, []byte("Scalono z rozdziałem 1.")) {
		t.Errorf("a retired page does not say why: %v", err)
	}
}

func TestAliasLeadsOn(t *testing.T) {
	dir := small(t)
	out := filepath.Join(dir, "public")
	mustRun(t, dir, Output{Dir: out})
	os.Remove(filepath.Join(dir, "content", "praca.md"))
	write(t, dir, "content/zatrudnienie.md", "---\nkind: goal\nnumber: \"1\"\ntitle: Praca\naliases: [praca]\n---\nTekst celu.\n",
		"content/1-wstep.md", "---\nnumber: \"1\"\ntitle: Wstęp\ngoals: [zatrudnienie]\n---\nTekst o [](goal:zatrudnienie).\n")
	mustRun(t, dir, Output{Dir: out})
	b, err := os.ReadFile(filepath.Join(out, "cel", "praca.html"))
	if err != nil || !bytes.Contains(b, []byte(`zatrudnienie.html`)) || !bytes.Contains(b, []byte(`http-equiv="refresh"`)) {
		t.Errorf("the old address does not lead on: %v\n%s", err, b)
	}
}

// A tag that was published is in the ledger, and when it gets another name its
// former address leads to the new one.
func TestTagLeadsOn(t *testing.T) {
	dir := small(t)
	out := filepath.Join(dir, "public")
	write(t, dir, "content/praca.md", "---\nkind: goal\nnumber: \"1\"\ntitle: Praca\ntopics: [energia]\n---\nTekst celu.\n")
	mustRun(t, dir, Output{Dir: out})
	ledger, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(LedgerPath)))
	if err != nil || !bytes.Contains(ledger, []byte("\ntopic:energia\n")) {
		t.Errorf("the tag is not in the ledger: %v\n%s", err, ledger)
	}
	write(t, dir, "content/praca.md", "---\nkind: goal\nnumber: \"1\"\ntitle: Praca\ntopics: [ciepło]\n---\nTekst celu.\n")
	if r, err := run(t, dir, Output{Dir: out}); err != nil || !slices.Contains(codes(r.Diagnostics), "S501") {
		t.Errorf("nobody notices that the tag is gone: %v %v", err, codes(r.Diagnostics))
	}
	write(t, dir, "content/index.md", "---\ntitle: Strategia\nstatus: draft\nbase_url: \"https://gmina.example/\"\naccessibility: {missing: \"próba\"}\nretired:\n  - {id: \"topic:energia\", to: \"topic:cieplo\", reason: \"szersze pojęcie\"}\n---\nWstęp.\n")
	mustRun(t, dir, Output{Dir: out})
	b, err := os.ReadFile(filepath.Join(out, "temat", "energia.html"))
	if err != nil || !bytes.Contains(b, []byte(`content="0; url=../temat/cieplo.html"`)) || !bytes.Contains(b, []byte("szersze pojęcie")) {
		t.Errorf("the old address does not lead on: %v\n%s", err, b)
	}
}

func TestErrorWritesNothing(t *testing.T) {
	dir := small(t)
	out := filepath.Join(dir, "public")
	mustRun(t, dir, Output{Dir: out})
	before := tree(t, dir)
	broken := "---\nnumber: \"1\"\ntitle: Zmieniony\n---\nTekst o [](goal:nie-ma).\n"
	write(t, dir, "content/1-wstep.md", broken)
	r, err := run(t, dir, Output{Dir: out})
	if err != nil || !r.Failed {
		t.Fatalf("a broken link did not fail the build: %+v %v", r, err)
	}
	before["content/1-wstep.md"] = []byte(broken)
	if p := differ(before, tree(t, dir)); p != "" {
		t.Errorf("a failed build changed %s", p)
	}
}

func TestStrict(t *testing.T) {
	dir := small(t)
	write(t, dir, "content/1-wstep.md", "---\nnumber: \"1\"\ntitle: Wstęp\nnieznany: x\n---\nTekst o [](goal:praca).\n")
	if r := mustRun(t, dir, Output{Dir: t.TempDir()}); r.Warnings == 0 {
		t.Fatal("an unknown key gave no warning")
	}
	if r, err := run(t, dir, Output{Dir: t.TempDir(), Strict: true}); err != nil || !r.Failed {
		t.Errorf("strict let a warning pass: %+v %v", r, err)
	}
}

func TestForeignFolderIsRefused(t *testing.T) {
	dir, out := small(t), t.TempDir()
	write(t, out, "cudze.txt", "nie moje")
	_, err := run(t, dir, Output{Dir: out})
	var foreign *ForeignOutputError
	if !errors.As(err, &foreign) {
		t.Fatalf("err = %v", err)
	}
	if got := tree(t, out); len(got) != 1 || string(got["cudze.txt"]) != "nie moje" {
		t.Errorf("the foreign folder was touched: %v", got)
	}
}

// The first build, killed, leaves a folder that people see empty; the next one
// takes it for its own.
func TestFolderOfAKilledFirstBuild(t *testing.T) {
	dir, out := small(t), t.TempDir()
	write(t, out, stagePrefix+"123/index.html", "pół strony", stagePrefix+"123/"+lockName, "", ".DS_Store", "x")
	mustRun(t, dir, Output{Dir: out})
	if got := tree(t, out); got[stagePrefix+"123/index.html"] != nil || string(got[".DS_Store"]) != "x" || got["index.html"] == nil {
		t.Error("the folder was not taken over, or more was removed than what the build had left")
	}
}

func TestForeignFileSurvives(t *testing.T) {
	dir, out := small(t), filepath.Join(t.TempDir(), "out")
	mustRun(t, dir, Output{Dir: out})
	write(t, out, "CNAME", "strategia.gmina.pl", "rozdzial/nowy.html", "cudze")
	write(t, dir, "content/1-wstep.md", "---\nnumber: \"1\"\ntitle: Inny\ngoals: [praca]\n---\nTekst o [](goal:praca).\n")
	mustRun(t, dir, Output{Dir: out})
	if got := tree(t, out); string(got["CNAME"]) != "strategia.gmina.pl" {
		t.Error("a file that the program did not write is gone")
	}
	write(t, dir, "content/nowy.md", "---\nnumber: \"2\"\ntitle: Nowy\n---\nTekst.\n")
	if _, err := run(t, dir, Output{Dir: out}); err == nil {
		t.Error("a foreign file would have been overwritten")
	}
	if got := tree(t, out); string(got["rozdzial/nowy.html"]) != "cudze" {
		t.Error("a foreign file was overwritten")
	}
}

func TestOutputWithinTheSourcesIsRefused(t *testing.T) {
	dir := small(t)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(dir, "content"), link); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{filepath.Join(dir, "content"), filepath.Join(dir, "content", "x"), dir, filepath.Dir(dir), link} {
		if _, err := run(t, dir, Output{Dir: out}); err == nil {
			t.Errorf("output to %s was not refused", out)
		}
	}
}

func TestReadOnlyOutput(t *testing.T) {
	if os.Getuid() == 0 {
		// Root may write anywhere; a file in the folder's place refuses root too.
		out := filepath.Join(t.TempDir(), "public")
		write(t, filepath.Dir(out), "public", "plik")
		if _, err := run(t, small(t), Output{Dir: out}); err == nil {
			t.Error("a file was taken for a folder")
		}
		return
	}
	out := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(out, 0o555); err != nil {
		t.Fatal(err)
	}
	if _, err := run(t, small(t), Output{Dir: out}); err == nil {
		t.Error("a read-only folder gave no error")
	}
}

func TestHostileTree(t *testing.T) {
	dir := small(t)
	if err := errors.Join(
		os.Symlink("/etc/passwd", filepath.Join(dir, "content", "haslo.md")),
		os.Symlink("..", filepath.Join(dir, "content", "krag")),
	); err != nil {
		t.Fatal(err)
	}
	r, err := run(t, dir, Output{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, c := range codes(r.Diagnostics) {
		if c == string(diag.Symlink) {
			n++
		}
	}
	if n != 2 || !r.Failed {
		t.Errorf("two symbolic links gave %d diagnostics: %v", n, r.Diagnostics)
	}
}

func TestContentMayNotBeASymlink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink("/etc", filepath.Join(dir, "content")); err != nil {
		t.Fatal(err)
	}
	r, err := run(t, dir, Output{Dir: filepath.Join(t.TempDir(), "o")})
	if err != nil || !slices.Contains(codes(r.Diagnostics), string(diag.Symlink)) {
		t.Errorf("%v %v", r, err)
	}
}

func TestTwoFilesForOnePath(t *testing.T) {
	dir := small(t)
	write(t, dir, "content/Mapa.txt", "a", "content/mapa.txt", "b")
	r, err := run(t, dir, Output{Dir: t.TempDir()})
	if err != nil || !slices.Contains(codes(r.Diagnostics), string(diag.PathClash)) {
		t.Errorf("%v %v", r, err)
	}
}

func TestNamesWithSpacesAndPolishLetters(t *testing.T) {
	dir := small(t)
	write(t, dir, "content/Załącznik nr 1 – mapa ąęł.txt", "x",
		"content/Wdrożenie i ewaluacja.md", "---\nnumber: \"2\"\ntitle: Wdrożenie\n---\nZob. [załącznik](<Załącznik nr 1 – mapa ąęł.txt>).\n")
	out := t.TempDir()
	mustRun(t, dir, Output{Dir: out})
	if got := tree(t, out); got["Załącznik nr 1 – mapa ąęł.txt"] == nil || got["rozdzial/wdrozenie-i-ewaluacja.html"] == nil {
		t.Errorf("files: %v", slices.Collect(func(yield func(string) bool) {
			for p := range got {
				if !yield(p) {
					return
				}
			}
		}))
	}
}

func TestNothingToBuild(t *testing.T) {
	r, err := run(t, t.TempDir(), Output{Dir: filepath.Join(t.TempDir(), "o")})
	if err != nil || !r.Failed || !slices.Contains(codes(r.Diagnostics), string(diag.NoContent)) {
		t.Errorf("%v %v", r, err)
	}
}

// TestSameBytesWhateverTheWorkers builds the fictional site with one worker and
// with many.
func TestSameBytesWhateverTheWorkers(t *testing.T) {
	a, b := sessionOf(commune(t)), sessionOf(commune(t))
	a.opts.Workers, b.opts.Workers = 1, 8
	if p := differ(snapshot(t, a), snapshot(t, b)); p != "" {
		t.Errorf("%s differs", p)
	}
}

// TestKilledBuild kills builds at many moments: every file must be whole, and
// the next build must make the site what a clean build makes.
func TestKilledBuild(t *testing.T) {
	if os.Getenv("STRATEGIA_BUILD_DIR") != "" {
		mustRun(t, os.Getenv("STRATEGIA_BUILD_DIR"), Output{Dir: os.Getenv("STRATEGIA_BUILD_OUT")})
		return
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	mustRun(t, dir, Output{Dir: out})
	index := filepath.Join(dir, "content", "index.md")
	text, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 12 {
		changed := strings.Replace(string(text), "\ntitle:", "\nedition: \""+strings.Repeat("x", i+1)+"\"\ntitle:", 1)
		changed = strings.Replace(changed, "\nedition: \"x", "\nedition: \"y", 1)
		if err := os.WriteFile(index, []byte(dropSecond(changed, "edition:")), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledBuild$")
		cmd.Env = append(os.Environ(), "STRATEGIA_BUILD_DIR="+dir, "STRATEGIA_BUILD_OUT="+out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(10+i*8) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		for p, b := range tree(t, out) {
			if strings.HasSuffix(p, ".html") && !strings.HasPrefix(p, stagePrefix) && !bytes.HasSuffix(bytes.TrimSpace(b), []byte("</html>")) {
				t.Fatalf("after a kill %s is not whole", p)
			}
		}
	}
	mustRun(t, dir, Output{Dir: out})
	clean := filepath.Join(t.TempDir(), "clean")
	mustRun(t, dir, Output{Dir: clean})
	got := tree(t, out)
	for p := range got {
		if strings.HasPrefix(p, stagePrefix) {
			delete(got, p)
		}
	}
	if p := differ(got, tree(t, clean)); p != "" {
		t.Errorf("after kills and a build %s is not what a clean build makes", p)
	}
}

// dropSecond removes the second line that starts with key.
func dropSecond(text, key string) string {
	seen := false
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if strings.HasPrefix(l, key) {
			if seen {
				continue
			}
			seen = true
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}

func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Log("a full disk is made with a small tmpfs, which needs root on Linux; the same path is a failed write, covered by TestReadOnlyOutput")
		return
	}
	out := filepath.Join(t.TempDir(), "klein")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if msg, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", out).CombinedOutput(); err != nil {
		t.Logf("no tmpfs here: %s", msg)
		return
	}
	defer exec.Command("umount", out).Run()
	dir := filepath.Join(t.TempDir(), "site")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := run(t, dir, Output{Dir: filepath.Join(out, "public")}); err == nil {
		t.Fatal("a full disk gave no error")
	}
	if _, err := os.Lstat(filepath.Join(out, "public")); err == nil {
		t.Errorf("a failed build left %v", tree(t, filepath.Join(out, "public")))
	}
}
