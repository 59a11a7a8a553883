package bench

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func BenchmarkGenerate100(b *testing.B) {
	dir := b.TempDir()
	for b.Loop() {
		if err := Generate(dir, 100); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFloor100(b *testing.B) {
	dir, out := generated(b, 100), b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		if err := Floor(dir, out); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHash100(b *testing.B) {
	dir := generated(b, 100)
	for b.Loop() {
		if _, err := Hash(dir); err != nil {
			b.Fatal(err)
		}
	}
}

// A floor that skipped something would be unfair to all that is compared with it.
func TestFloorRendersEveryChapter(t *testing.T) {
	dir, out := generated(t, 30), t.TempDir()
	if err := Floor(dir, out); err != nil {
		t.Fatal(err)
	}
	pages := contents(t, out)
	if len(pages) != 30 {
		t.Fatalf("%d pages of 30 chapters", len(pages))
	}
	for name, html := range pages {
		for _, want := range []string{"<h1", "<h2 id=", "<table>", `class="footnotes"`, "<a href="} {
			if !strings.Contains(html, want) {
				t.Errorf("%s: no %s", name, want)
			}
		}
		if strings.Contains(html, "reviewed:") || strings.Contains(html, "<!--") {
			t.Errorf("%s: front matter was not recognised", name)
		}
	}
	if n, err := Hash(dir); err != nil || n != len(contents(t, dir)) {
		t.Errorf("hashed %d files (%v), want %d", n, err, len(contents(t, dir)))
	}
}

// What Hugo is given must be the same text with nothing of our dialect left,
// and every page that it links to must be there: with plain links Hugo itself
// would not notice.
func TestHugoProjectIsWhole(t *testing.T) {
	dir := generated(t, 60)
	ours := regexp.MustCompile(`\]\((goal|unit|doc|sec|term):|\.md[#)]|\[\]\(|goal-list\nlevel`)
	link := regexp.MustCompile(`\]\(/([^)#]+)\.html`)
	for _, links := range []HugoLinks{HugoRelref, HugoHook, HugoPlain} {
		out := t.TempDir()
		if err := HugoProject(dir, out, 60, links); err != nil {
			t.Fatal(err)
		}
		files := contents(t, filepath.Join(out, "content"))
		seen := 0
		for name, text := range files {
			if m := ours.FindString(text); m != "" {
				t.Errorf("%s, %s: %q was not rewritten", links, name, m)
			}
			for _, m := range link.FindAllStringSubmatch(text, -1) {
				seen++
				if files[m[1]+".md"] == "" && files[m[1]+"/_index.md"] == "" {
					t.Errorf("%s: there is no page %s", name, m[1])
				}
			}
		}
		if len(files) < 60 || links == HugoPlain && seen < 300 {
			t.Errorf("%s: %d files, %d links", links, len(files), seen)
		}
		if _, err := os.Stat(filepath.Join(out, "layouts", "_partials", "side.html")); err != nil {
			t.Error(err)
		}
	}
}

func TestSeries(t *testing.T) {
	ms := time.Millisecond
	a := Series{{Wall: 10 * ms, CPU: 20 * ms, Peak: 5}, {Wall: 30 * ms, CPU: 60 * ms, Peak: 9}, {Wall: 11 * ms, CPU: 22 * ms, Peak: 5}}
	b := Series{{Wall: 5 * ms, CPU: 5 * ms}, {Wall: 15 * ms, CPU: 15 * ms}, {Wall: 11 * ms, CPU: 11 * ms}}
	if a.Wall() != 11*ms || a.CPU() != 22*ms || a.Peak() != 9 {
		t.Errorf("medians and peak: %v %v %d", a.Wall(), a.CPU(), a.Peak())
	}
	// The second round was slow for both: it must not count as a difference.
	if w, c := a.WallRatio(b), a.CPURatio(b); w != 2 || c != 4 {
		t.Errorf("ratios: %v %v, want 2 and 4", w, c)
	}
	if r := a.WallRatio(nil); r != 0 {
		t.Errorf("ratio to what was not run: %v", r)
	}
	if m := (Series{{Wall: 4 * ms}, {Wall: 2 * ms}}).Wall(); m != 3*ms {
		t.Errorf("median of two: %v", m)
	}
}

// The table must show growth against the size before, and compare an unchanged
// build with hashing instead of the floor.
func TestWriteTable(t *testing.T) {
	u := func(ms int) Series {
		d := time.Duration(ms) * time.Millisecond
		return Series{{Wall: d, CPU: 2 * d, Peak: 3 << 20}}
	}
	var b strings.Builder
	err := WriteTable(&b, []Result{
		{100, "RAM", ProgramHash, u(2)}, {100, "RAM", ProgramFloor, u(10)}, {100, "RAM", ProgramStrategia, u(13)},
		{100, "RAM", ProgramUnchanged, u(3)}, {100, "RAM", ProgramHugo, u(65)},
		{1000, "RAM", ProgramFloor, u(150)},
	})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	for i, want := range []string{
		1: "100 RAM read+hash 2.0 ms 0% 4.0 ms 3.0 0.20 0.20 floor 40 µs",
		2: "100 RAM floor 10.0 ms 0% 20.0 ms 3.0 6.50 200 µs",
		3: "100 RAM strategia 13.0 ms 0% 26.0 ms 3.0 1.30 1.30 floor 5.00 260 µs",
		4: "100 RAM unchanged 3.0 ms 0% 6.0 ms 3.0 1.50 1.50 read+hash 60 µs",
		5: "100 RAM hugo 65.0 ms 0% 130.0 ms 3.0 6.50 6.50 floor 1.3 ms",
		7: "1000 RAM floor 150.0 ms 0% 300.0 ms 3.0 300 µs 1.50",
	} {
		if got := strings.Join(strings.Fields(lines[i]), " "); want != "" && got != want {
			t.Errorf("line %d: %s\nwant    %s", i, got, want)
		}
	}
}

// A program that fails must say so with its own words, not with a figure.
func TestRunFailure(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if _, err = Run(context.Background(), self, "-no-such-flag"); err == nil || !strings.Contains(err.Error(), "no-such-flag") {
		t.Errorf("error: %v", err)
	}
}
