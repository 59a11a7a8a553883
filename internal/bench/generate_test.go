package bench

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// generated returns a strategy of n chapters in a temporary folder.
func generated(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	if err := Generate(dir, n); err != nil {
		t.Fatal(err)
	}
	return dir
}

// contents reads a folder: path to text.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		all[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// The figures of two machines, or of two days, are comparable only if the
// input is the same; one byte is enough to notice a change that was not meant.
func TestGenerateIsDeterministic(t *testing.T) {
	sum := func() string {
		h := sha256.New()
		fsys := os.DirFS(generated(t, 120))
		if err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			b, err := fs.ReadFile(fsys, name)
			fmt.Fprintf(h, "%s %d\n", name, len(b))
			h.Write(b)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%x", h.Sum(nil))
	}
	if a, b := sum(), sum(); a != b {
		t.Errorf("two runs differ: %s, %s", a, b)
	}
}

// What a strategy of n chapters is promised to be.
func TestGenerateShape(t *testing.T) {
	const n = 1100
	files := contents(t, generated(t, n))
	chapters, goals, total, tables, notes := 0, 0, 0, 0, 0
	captions := regexp.MustCompile(`(?m)^Tabela: .+\n\n\|`)
	for name, text := range files {
		switch {
		case strings.HasPrefix(name, "content/cele/"):
			goals++
		case strings.HasPrefix(name, "content/rozdzialy/"):
			chapters++
			total += len(text)
			// The first chapter holds the implementation as well.
			if len(text) < 2000 || len(text) > 6144 && !strings.Contains(name, "/0001-t") {
				t.Errorf("%s: %d bytes, want 2 to 6 kB", name, len(text))
			}
			k := len(captions.FindAllString(text, -1))
			if k < 1 || k > 3 || k != strings.Count(text, "\n|---") {
				t.Errorf("%s: %d tables with captions of %d, want all of one to three", name, k, strings.Count(text, "\n|---"))
			}
			tables += k
			notes += strings.Count(text, "\n[^")
		}
	}
	if chapters != n || goals != n/100 {
		t.Errorf("%d chapters and %d goals, want %d and %d", chapters, goals, n, n/100)
	}
	if mean := total / chapters; mean < 4500 || mean > 4700 {
		t.Errorf("a chapter has %d bytes on average, want about 4600", mean)
	}
	if tables < n*3/2 || notes < 2*n {
		t.Errorf("%d tables and %d footnotes in %d chapters are too few", tables, notes, n)
	}
	if got := len(contents(t, generated(t, 100))); got < 100+8 {
		t.Errorf("%d files for 100 chapters: fewer than eight goals", got)
	}
}

// The dialect knows no numbers of five digits, so chapters past the 9 999th must
// do without, and nobody may link to their numbers.
func TestGeneratePastFourDigits(t *testing.T) {
	five := regexp.MustCompile(`#roz-\d{5}|sec:\d{5}|(?m)^#+ \d{5}`)
	s := newSite(10020)
	for n := 9990; n <= 10020; n++ {
		text := string(s.chapter(n))
		if m := five.FindString(text); m != "" {
			t.Errorf("chapter %d: %q", n, m)
		}
		if !strings.Contains(text, "\n## ") {
			t.Errorf("chapter %d has no sections", n)
		}
	}
}

// One link that leads nowhere makes strategia refuse the site, so whatever is
// linked must exist. The check derives ids and anchors from the written files
// by the rules of the dialect, not from the generator's plan.
func TestGeneratedLinksLeadSomewhere(t *testing.T) {
	files := contents(t, generated(t, 600))
	w := survey(t, files)
	link := regexp.MustCompile(`\]\(([^)]+)\)`)
	kinds := map[string]int{}
	for name, text := range files {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			kind, err := w.resolve(name, m[1])
			if err != nil {
				t.Errorf("%s: link %s: %v", name, m[1], err)
			}
			kinds[kind]++
		}
	}
	for _, k := range []string{"goal", "unit", "doc", "term", "sec", "file", "file#", "#"} {
		if kinds[k] < 20 {
			t.Errorf("only %d links of kind %s", kinds[k], k)
		}
	}
}

// world is what the written files define.
type world struct {
	ids     map[string]bool            // "goal:cel-01", "doc:x#3", "sec:17.2"
	anchors map[string]map[string]bool // by file
}

func (w *world) resolve(from, to string) (kind string, err error) {
	if scheme, _, ok := strings.Cut(to, ":"); ok {
		if !w.ids[to] {
			err = fmt.Errorf("there is no %s", to)
		}
		return scheme, err
	}
	file, anchor, fragment := strings.Cut(to, "#")
	kind = "#"
	target := from
	if file != "" {
		kind, target = "file", path.Join(path.Dir(from), file)
		if fragment {
			kind = "file#"
		}
	}
	if w.anchors[target] == nil {
		return kind, fmt.Errorf("there is no file %s", target)
	}
	if fragment && !w.anchors[target][anchor] {
		return kind, fmt.Errorf("%s has no anchor %s", target, anchor)
	}
	return kind, nil
}

var anyHeading = regexp.MustCompile(`(?m)^(#+) (?:(\d[\d.]*)\. )?(.*?)(?: \{#([a-z0-9.-]+)\})?$`)

// survey reads what the files define, and checks what their front matter names.
func survey(t *testing.T, files map[string]string) *world {
	w := &world{ids: map[string]bool{}, anchors: map[string]map[string]bool{}}
	named := map[string][]string{} // id to the files whose front matter names it
	for name, text := range files {
		head, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		var front map[string]any
		if err := yaml.Unmarshal([]byte(head), &front); err != nil || !ok {
			t.Fatalf("%s: front matter: %v", name, err)
		}
		w.define(strings.TrimSuffix(path.Base(name), ".md"), front, func(id string) { named[id] = append(named[id], name) })
		w.headings(t, name, body)
	}
	for id, in := range named {
		if !w.ids[id] {
			t.Errorf("front matter of %s names %s, which does not exist", in, id)
		}
	}
	return w
}

// define notes what an entity's front matter defines and tells what it names.
func (w *world) define(id string, front map[string]any, names func(string)) {
	ref := func(scheme string, v any) {
		if s, ok := v.(string); ok {
			names(scheme + ":" + s)
		}
	}
	ref("unit", front["owner"])
	switch front["kind"] {
	case "goal":
		w.ids["goal:"+id] = true
		ref("goal", front["parent"])
	case "unit":
		w.ids["unit:"+id] = true
		ref("unit", front["parent"])
	case "glossary":
		for _, t := range front["terms"].([]any) {
			w.ids["term:"+t.(map[string]any)["id"].(string)] = true
		}
	case "document":
		for _, g := range front["goals"].([]any) {
			g := g.(map[string]any)
			w.ids["doc:"+id+"#"+g["number"].(string)] = true
			maps, _ := g["maps"].([]any)
			for _, m := range maps {
				if o, ok := m.(map[string]any); ok {
					m = o["goal"]
				}
				ref("goal", m)
			}
		}
	default:
		goals, _ := front["goals"].([]any)
		for _, g := range goals {
			ref("goal", g)
		}
	}
}

// headings notes a file's anchors, each of which must be the only one.
func (w *world) headings(t *testing.T, name, body string) {
	as := map[string]bool{}
	w.anchors[name] = as
	above := ""
	for _, m := range anyHeading.FindAllStringSubmatch(body, -1) {
		number, anchor := m[2], m[4]
		switch {
		case number == "":
		case len(m[1]) == 1 || strings.Contains(number, "."):
			above = number
			if w.ids["sec:"+number] {
				t.Errorf("%s: number %s is used twice", name, number)
			}
			w.ids["sec:"+number] = true
		default:
			number = above + "-" + number
		}
		if anchor == "" && number != "" {
			anchor = "roz-" + number
		} else if anchor == "" {
			anchor = slug(m[3])
		}
		if as[anchor] {
			t.Errorf("%s: anchor %s is used twice", name, anchor)
		}
		as[anchor] = true
	}
}

// TestCityShape holds how much a city's strategy holds, and that what its files name
// each other by exists.
func TestCityShape(t *testing.T) {
	dir := t.TempDir()
	if err := GenerateCity(dir, 2); err != nil {
		t.Fatal(err)
	}
	files := contents(t, dir)
	count := map[string]int{}
	for name := range files {
		count[path.Base(path.Dir(name))+path.Ext(name)]++
	}
	for what, want := range map[string]int{"cele.md": 120, "dzialania.md": 800, "wskazniki.md": 500, "wskazniki.csv": 500, "jednostki.md": 120, "dokumenty.md": 24} {
		if count[what] != want {
			t.Errorf("%d files %s, want %d", count[what], what, want)
		}
	}
	lines := strings.Count(files[CityData(1)], "\n")
	if lines != cityYears+1 {
		t.Errorf("%d lines of values, want a head and %d", lines, cityYears)
	}
}
