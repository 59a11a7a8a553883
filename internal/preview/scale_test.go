package preview

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"strategia/internal/build"
	"strategia/internal/fictional"
	"strategia/internal/site"
)

// hamlet is the smallest site that has everything to remember.
func hamlet(t *testing.T) (dir string, write func(name, text string)) {
	dir = t.TempDir()
	write = func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(name), 0o755)
		if err == nil {
			err = os.WriteFile(name, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	write("content/index.md", "---\ntitle: Strategia Wsi\nbase_url: \"https://wies.example/\"\n---\nWstęp o [](goal:praca).\n")
	write("content/1-wstep.md", "---\nnumber: \"1\"\ntitle: Wstęp\ngoals: [praca]\n---\n# 1. Wstęp\n\nTekst o [](goal:praca).\n")
	write("content/praca.md", "---\nkind: goal\nnumber: \"1\"\ntitle: Praca\n---\nTekst celu.\n")
	return dir, write
}

// Memory is bounded: ten thousand edits, of texts, titles, names and layouts,
// with errors and pages that come and go, leave no more behind than a thousand.
func TestMemoryOverManyEdits(t *testing.T) {
	edits, warm := 10000, 2000
	if underRace {
		edits = 3000 // make test runs it once more, without the detector
	}
	dir, put := hamlet(t)
	changed := map[string]bool{}
	write := func(name, text string) {
		changed[name] = true
		put(name, text)
	}
	s, err := Start(t.Context(), Options{Dir: dir, Addr: "127.0.0.1:0"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	heap := func() int {
		runtime.GC()
		runtime.GC() // what has a finaliser goes with the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	me, _ := s.readers.enter("cel/praca.html")
	before, last := 0, ""
	for i := range edits {
		switch i % 10 {
		case 0, 1, 2, 3, 4:
			write("content/praca.md", fmt.Sprintf("---\nkind: goal\nnumber: \"1\"\ntitle: Praca\n---\nTekst celu %d.\n", i))
		case 5:
			write("content/praca.md", fmt.Sprintf("---\nkind: goal\nnumber: \"1\"\ntitle: Praca %d\n---\nTekst [](goal:nie-ma-%d).\n", i, i))
		case 6:
			write("content/praca.md", fmt.Sprintf("---\nkind: goal\nnumber: \"1\"\ntitle: Praca %d\n---\nTekst.\n", i))
		case 7, 8:
			if last != "" {
				changed["content/"+last+".md"] = true
				os.Remove(filepath.Join(dir, "content", last+".md"))
			}
			last = fmt.Sprintf("urzad-%d", i)
			write("content/"+last+".md", "---\nkind: unit\ntitle: Urząd\nunit_kind: city\n---\n")
		case 9:
			if i%500 != 499 {
				write("content/x.csv", fmt.Sprint(i))
				break
			}
			write("layouts/notfound.html", fmt.Sprintf(`{{define "main"}}<h1>{{.Title}}</h1><p>%d</p>{{end}}`, i))
		}
		// What the watcher would say, without waiting for it.
		if err := s.rebuild(t.Context(), batch{paths: changed}, false); err != nil {
			t.Fatal(err)
		}
		changed = map[string]bool{}
		st := s.current.Load()
		for _, page := range []string{"/", "/cel/praca.html", "/jednostka/" + last + ".html", fmt.Sprintf("/nie-ma-%d", i)} {
			s.lookUp(st, page)
		}
		s.messageFor(st, "/cel/praca.html", me, 0)
		if i == warm {
			before = heap()
		}
	}
	after := heap()
	t.Logf("%d kB after %d edits, %d kB after %d", before>>10, warm, after>>10, edits)
	if after > before+before/10+512<<10 {
		t.Errorf("the heap grows: %d kB after %d edits, %d kB after %d", before>>10, warm, after>>10, edits)
	}
	if n := s.shelf.count(); n > 10 {
		t.Errorf("%d answers are kept", n)
	}
}

// An answer that is asked for again and again stays, others go.
func TestShelf(t *testing.T) {
	var s shelf
	put := func(name string, size int, edition uint64) { s.put(name, &answer{body: make([]byte, size)}, edition) }
	put("a", 1<<20, 1)
	for i := range 100 {
		put(fmt.Sprint(i), 1<<20, 1)
		if a, fresh := s.find("a", 1); a == nil || !fresh {
			t.Fatal("what is asked for goes")
		}
	}
	if s.count() != shelfSize>>20 || s.size > shelfSize {
		t.Errorf("%d answers of %d bytes", s.count(), s.size)
	}
	if _, fresh := s.find("a", 2); fresh {
		t.Error("an old answer is taken for a new one")
	}
	put("a", 5, 3)
	put("a", 7, 2)
	if a, _ := s.find("a", 3); len(a.body) != 5 {
		t.Error("a slow reader puts an old answer in place of a new one")
	}
	put("big", shelfSize+1, 3)
	if s.count() != 1 {
		t.Errorf("%d answers beside one that is too big", s.count()-1)
	}
	s.keepOnly(func(name string) bool { return name != "big" })
	if s.count() != 0 || s.size != 0 {
		t.Errorf("%d answers of %d bytes are left", s.count(), s.size)
	}
}

// edits are what editors do, on real files.
var edits = []func(p *preview, n int){
	func(p *preview, n int) { p.scribble(goalFile, p.original(goalFile)+fmt.Sprintf("\nAkapit %d.\n", n)) },
	func(p *preview, n int) {
		p.scribble(goalFile, strings.Replace(p.original(goalFile), "Tania i czysta energia", fmt.Sprintf("Energia %d", n), 1))
	},
	func(p *preview, n int) {
		p.scribble("content/index.md", strings.Replace(p.original("content/index.md"), "title: \"Strategia", fmt.Sprintf("title: \"%d. strategia", n), 1))
	},
	func(p *preview, n int) {
		p.scribble(chapterFile, p.original(chapterFile)+fmt.Sprintf("\n## 1.4. Nowy %d\n\n| a | b |\n|---|---|\n| [](goal:energia) | %d |\n", n, n))
	},
	func(p *preview, n int) {
		p.scribble(fmt.Sprintf("content/jednostki/nowa-%d.md", n%3), fmt.Sprintf("---\nkind: unit\ntitle: \"Nowa %d\"\nunit_kind: public\n---\n\nTekst.\n", n))
	},
	func(p *preview, n int) { os.Remove(p.path(fmt.Sprintf("content/jednostki/nowa-%d.md", n%3))) },
	func(p *preview, n int) {
		os.Rename(p.path(fmt.Sprintf("content/jednostki/nowa-%d.md", n%3)), p.path(fmt.Sprintf("content/jednostki/nowa-%d.md", (n+1)%3)))
	},
	func(p *preview, n int) {
		p.scribble("layouts/notfound.html", fmt.Sprintf(`{{define "main"}}<h1>{{.Title}}</h1><p>%d</p>{{end}}`, n))
	},
	func(p *preview, _ int) { os.RemoveAll(p.path("layouts")) },
	func(p *preview, n int) {
		p.scribble("static/assets/strategia.css", fmt.Sprintf("p { margin: %dpx }", n))
	},
	func(p *preview, _ int) { os.RemoveAll(p.path("static")) },
	func(p *preview, n int) { p.scribble("content/dane/x.csv", fmt.Sprintf("a,b\n1,%d\n", n)) },
	func(p *preview, n int) { p.scribble(goalFile, p.original(goalFile)+broken) },
	func(p *preview, n int) { p.scribble("layouts/goal.html", `{{define "main"}}{{.NoSuchField}}{{end}}`) },
	func(p *preview, _ int) { os.Remove(p.path("layouts/goal.html")) },
}

// scribble writes a file unless another editor is just removing its folder.
func (p *preview) scribble(name, text string) {
	os.MkdirAll(filepath.Dir(p.path(name)), 0o755)
	os.WriteFile(p.path(name), []byte(text), 0o644)
}

// FuzzPreview edits real files, in any order and as fast as it can, while others
// read, and demands that what the preview shows in the end is, byte for byte,
// what a build from nothing makes, but for its script and the places of blocks.
func FuzzPreview(f *testing.F) {
	for seed := range uint64(3) {
		f.Add(seed, uint8(12))
	}
	f.Fuzz(func(t *testing.T, seed uint64, count uint8) {
		p := open(t)
		stop := make(chan struct{})
		var readers sync.WaitGroup
		for k := range 3 {
			readers.Go(func() { p.wander(seed+uint64(k), stop) })
		}
		r := rand.New(rand.NewPCG(seed, 5))
		for range min(count, 40) {
			// Two editors at once, sometimes of one file.
			var two sync.WaitGroup
			for range 2 {
				edit, n := edits[r.IntN(len(edits))], r.IntN(90)+10
				two.Go(func() { edit(p, n) })
			}
			two.Wait()
			if r.IntN(3) == 0 {
				p.get(goalPage)
			}
		}
		// Whatever is broken is mended in the end: otherwise older pages stay.
		p.write(goalFile, p.original(goalFile)+"\nKoniec.\n")
		os.Remove(p.path("layouts/goal.html"))
		close(stop)
		readers.Wait()
		p.shows(goalPage, "Koniec.", true)
		p.equalsClean()
	})
}

// original returns a file of the fixture as it was.
func (p *preview) original(name string) string {
	b, ok := originals.Load(name)
	if !ok {
		dir := filepath.Join(p.t.TempDir(), "gmina")
		p.must(fictional.Write(dir))
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		p.must(err)
		b, _ = originals.LoadOrStore(name, string(text))
	}
	return b.(string)
}

var originals sync.Map

// wander reads pages, and listens to some, until it is stopped.
func (p *preview) wander(seed uint64, stop chan struct{}) {
	r := rand.New(rand.NewPCG(seed, 9))
	pages := []string{"/", chapterPage, goalPage, "/cele.html", "/dane/strategia.json", "/jednostka/nowa-1.html", "/nie-ma", "/.strategia/", "/.strategia/problems", "/assets/strategia.css"}
	for {
		select {
		case <-stop:
			return
		default:
		}
		req, err := http.NewRequest(http.MethodGet, strings.TrimSuffix(p.URL(), "/")+pages[r.IntN(len(pages))], nil)
		if err != nil {
			p.t.Error(err)
			return
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			p.t.Error(err)
			return
		}
		res.Body.Close()
		if r.IntN(10) == 0 {
			st := p.current.Load()
			me, _ := p.readers.enter("index.html")
			p.messageFor(st, "/", me, 0)
			p.readers.leave(me)
		}
	}
}

// equalsClean compares all that the preview serves with a build from nothing.
func (p *preview) equalsClean() {
	p.t.Helper()
	s, err := build.NewSession(build.Options{Dir: p.dir})
	p.must(err)
	defer s.Close()
	clean, err := s.Update(p.t.Context())
	p.must(err)
	if clean.Failed(false) {
		p.t.Fatalf("the site is not mended: %v", clean.Diagnostics)
	}
	p.settled()
	var served []string
	for _, a := range p.current.Load().good.Site.Artefacts {
		served = append(served, a.Path)
	}
	var want []string
	for _, a := range clean.Site.Artefacts {
		want = append(want, a.Path)
		b, err := clean.Make(a.Path)
		p.must(err)
		status, body, _ := p.get("/" + a.Path)
		if status != http.StatusOK {
			p.t.Errorf("%s: %d", a.Path, status)
			continue
		}
		if strings.HasSuffix(a.Path, ".html") {
			body = withoutPlaces(p.withoutScript(body))
		}
		if body != string(b) {
			p.t.Errorf("%s is not what a build from nothing makes", a.Path)
		}
	}
	if !slices.Equal(served, want) {
		p.t.Errorf("served: %q\nbuilt: %q", served, want)
	}
}

// withoutPlaces takes out of a page what leads to the sources.
func withoutPlaces(page string) string {
	parts := strings.Split(page, " "+site.SourceAttribute+`="`)
	for i, part := range parts[1:] {
		_, parts[i+1], _ = strings.Cut(part, `"`)
	}
	return strings.Join(parts, "")
}
