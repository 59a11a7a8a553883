package check_test

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"strategia/internal/check"
	"strategia/internal/diag"
	"strategia/internal/markdown"
	"strategia/internal/observation"
	"strategia/internal/source"
	"strategia/internal/spreadsheet/sheettest"
	"strategia/internal/strategy"
)

var update = flag.Bool("update", false, "rewrite the expectations of testdata/rules")

// Each archive of testdata/rules is a case of the rules that its "want" names.
// Its comment says what it shows; the files below content are a site of which
// all diagnostics are listed in "want", "CODE path:line:column" each; those
// below ok/content are nearly the same site, in which none of the codes in the
// archive's name occurs. A site without content/index.md gets the plain one
// below.
//
// In the files <<N*text>> stands for N times text and <<0xNN>> for a byte, so
// that what is long or no text can be written down. A file that starts with
// "sheet " is the workbook that sheettest.Book makes of it.

const plainIndex = "---\ntitle: Strategia\nstatus: draft\n---\nWstęp.\n"

var (
	repeated = regexp.MustCompile(`<<(\d+)\*(.+?)>>`)
	byteSign = regexp.MustCompile(`<<0x([0-9a-f]{2})>>`)
)

func expand(b []byte) []byte {
	b = repeated.ReplaceAllFunc(b, func(m []byte) []byte {
		parts := repeated.FindSubmatch(m)
		n, _ := strconv.Atoi(string(parts[1]))
		return bytes.Repeat(bytes.ReplaceAll(parts[2], []byte(`\n`), []byte("\n")), n)
	})
	return byteSign.ReplaceAllFunc(b, func(m []byte) []byte {
		n, _ := strconv.ParseUint(string(byteSign.FindSubmatch(m)[1]), 16, 8)
		return []byte{byte(n)}
	})
}

// site is the files of a case by path.
type site map[string]*source.File

func siteOf(a *txtar.Archive, prefix string) site {
	s := site{}
	for _, f := range a.Files {
		if path, ok := strings.CutPrefix(f.Name, prefix); ok && strings.HasPrefix(path, "content/") {
			s[path] = source.NewFile(path, expand(f.Data))
			if strings.HasPrefix(string(s[path].Bytes), "sheet ") {
				s[path] = source.NewFile(path, sheettest.Book(string(s[path].Bytes)))
			}
		}
	}
	if len(s) > 0 && s[strategy.IndexPath] == nil && !strings.Contains(string(a.Comment), "without content/index.md") {
		s[strategy.IndexPath] = source.NewFile(strategy.IndexPath, []byte(plainIndex))
	}
	return s
}

// check reports all there is to say of the site.
func (s site) check() []diag.Diagnostic {
	var entries []*strategy.Entry
	var ds []diag.Diagnostic
	paths := make([]string, 0, len(s))
	for path := range s {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		if filepath.Ext(path) != ".md" {
			continue
		}
		p := markdown.Parse(s[path], markdown.Options{Lang: "pl", Reading: true})
		entries = append(entries, p.Entry)
		ds = append(ds, p.Diags...)
		ds = append(ds, observation.Attach(p.Entry, s[p.Entry.DataPath()])...)
	}
	linked, more := strategy.LinkAll(entries)
	ds = append(ds, more...)
	ds = append(ds, check.Run(linked)...)
	return check.Acknowledge(linked, ds)
}

func (s site) file(path string) *source.File { return s[path] }

// places lists the diagnostics as "want" does.
func (s site) places(ds []diag.Diagnostic) string {
	var lines []string
	for _, d := range ds {
		line := string(d.Code) + " " + d.Span.Path
		if f := s[d.Span.Path]; f != nil {
			start := d.Span.Start
			if d.Span.Key != "" {
				start, _ = markdown.Locate(f, d.Span.Key)
			}
			at := f.Position(start)
			if filepath.Ext(d.Span.Path) != ".xlsx" {
				line += fmt.Sprintf(":%d:%d", at.Line, at.Column)
			}
		}
		for _, h := range d.Hints {
			if h.Key == diag.HintCell || h.Key == diag.HintFirstCell {
				line += " " + strings.Join(h.Args, "!")
			}
		}
		if d.Reason != "" {
			line += " acknowledged"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(append(lines, ""), "\n")
}

func cases(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	return names
}

var codeName = regexp.MustCompile(`S\d{3}`)

func TestRules(t *testing.T) {
	for _, name := range cases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Error("the case does not say what it shows")
			}
			fires := siteOf(a, "")
			got := fires.places(fires.check())
			expect(t, name, a, got)
			codes := codeName.FindAllString(filepath.Base(name), -1)
			for _, code := range codes {
				if !strings.Contains(got, code+" ") {
					t.Errorf("%s does not occur", code)
				}
			}
			silent := siteOf(a, "ok/")
			if len(silent) == 0 {
				t.Fatal("the case has no site in which the rule is silent")
			}
			for _, d := range silent.check() {
				if slices.Contains(codes, string(d.Code)) {
					t.Errorf("%s occurs under ok: %s", d.Code, silent.places([]diag.Diagnostic{d}))
				}
			}
		})
	}
}

// expect compares what a case says with its file "want", or rewrites that.
func expect(t *testing.T, name string, a *txtar.Archive, got string) {
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
		t.Errorf("(-want +got)\n%s", d)
	}
}

// elsewhere are the rules whose cases stand in tests of package build, because
// they speak of folders, layouts and built pages. ParserFailed speaks of a
// fault of a library that is not known to exist.
var elsewhere = regexp.MustCompile(`^S[567]|^` + string(diag.ParserFailed) + `$`)

// TestEveryRuleHasACase holds that no rule of the catalogue is untested.
func TestEveryRuleHasACase(t *testing.T) {
	have := map[string]bool{}
	for _, name := range cases(t) {
		for _, code := range codeName.FindAllString(filepath.Base(name), -1) {
			have[code] = true
			if diag.Find(code) == nil {
				t.Errorf("%s: there is no rule %s", name, code)
			}
		}
	}
	for _, r := range diag.Rules() {
		if !have[string(r.Code)] && !elsewhere.MatchString(string(r.Code)) {
			t.Errorf("%s has no case: %s", r.Code, r.EN.Message)
		}
	}
}

// TestMessagesHaveTheirArguments holds that every message of every case is filled
// in and can be printed in all formats and both languages.
func TestMessagesHaveTheirArguments(t *testing.T) {
	for _, name := range cases(t) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := siteOf(a, "")
		ds := s.check()
		for _, d := range ds {
			for _, l := range []diag.Lang{diag.Polish, diag.English} {
				if m := d.Message(l); regexp.MustCompile(`\{\d\}`).MatchString(m) || strings.Contains(m, "„”") || strings.Contains(m, "“”") {
					t.Errorf("%s: %s: %s", name, d.Code, m)
				}
			}
		}
		for _, format := range diag.Formats {
			p := diag.Printer{File: s.file, Locate: markdown.Locate}
			if err := p.Print(new(bytes.Buffer), format, ds); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// load reads a site of the repository.
func load(t *testing.T, dir string) site {
	t.Helper()
	s := site{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, "content", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" && filepath.Ext(path) != ".csv" && filepath.Ext(path) != ".xlsx" {
			return err
		}
		b, err := fs.ReadFile(root, path)
		s[path] = source.NewFile(path, b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The strategy of Toruń is known in part only. What the sources lack is declared
// there, so an honest fragment passes without errors.
func TestToruńHasNoErrors(t *testing.T) {
	s := load(t, "../..")
	ds := s.check()
	if diag.Count(ds, diag.Error) > 0 || diag.Count(ds, diag.Warning) > 5 {
		var b bytes.Buffer
		p := diag.Printer{File: s.file, Locate: markdown.Locate}
		p.Print(&b, "text", ds)
		t.Error(b.String())
	}
	if !slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Code == diag.NumberDisagrees && d.Reason != "" }) {
		t.Error("the two numbers of one goal are not acknowledged")
	}
}

// The site that "strategia new" makes is what people learn from: it is clean.
func TestFictionalSiteIsClean(t *testing.T) {
	s := load(t, "../fictional/site")
	ds := s.check()
	if diag.Count(ds, diag.Error)+diag.Count(ds, diag.Warning) > 0 {
		var b bytes.Buffer
		p := diag.Printer{File: s.file, Locate: markdown.Locate}
		p.Print(&b, "text", ds)
		t.Error(b.String())
	}
}
