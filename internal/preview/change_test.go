package preview

import (
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"strategia/internal/strategy"
)

func TestChangeIsShown(t *testing.T) {
	p := open(t)
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	p.shows(goalPage, "Wymienimy wszystkie piece", true)
	r := p.rebuilt(func(Rebuilt) bool { return true })
	if !slices.Equal(r.Changed, []string{goalFile}) || r.Stale || r.Took <= 0 {
		t.Errorf("%+v", r)
	}
}

// The same bytes again, a change of rights, and what editors leave behind are
// not worth a word: the next build that is announced is that of a real change.
func TestQuietWhereNothingChanged(t *testing.T) {
	p := open(t)
	text := p.read(chapterFile)
	for range 3 {
		p.write(chapterFile, text)
		p.must(os.Chmod(p.path(chapterFile), 0o600))
		for _, name := range []string{"4913", "x.md~", ".#x.md", "#x.md#", ".x.md.swp", "x.swp", "x.bck", ".git/index", "~$x.docx", ".~lock.x#"} {
			p.write("content/"+name, "x")
			p.must(os.Remove(p.path("content/" + name)))
		}
		time.Sleep(2 * settleFor)
	}
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	r := p.rebuilt(func(Rebuilt) bool { return true })
	if !slices.Contains(r.Changed, goalFile) {
		t.Errorf("rebuilt for %q", r.Changed)
	}
}

func TestBrokenEditKeepsTheLastGoodPage(t *testing.T) {
	p := open(t)
	text := p.read(goalFile)
	p.write(goalFile, strings.Replace(text, "Wymienimy", "Zastąpimy", 1)+broken)
	r := p.rebuilt(func(r Rebuilt) bool { return r.Build.Failed(false) })
	if !r.Stale {
		t.Error("not stale")
	}
	if _, body, _ := p.get(goalPage); !strings.Contains(body, "Wymienimy stare piece") {
		t.Error("the last good page is gone")
	}
	stream := p.listen(goalPage)
	m := stream.next()
	if !m.Stale || stream.changed(m) || m.Errors == 0 || m.Problems == "" {
		t.Errorf("%+v", m)
	}
	if _, list, _ := p.get("/.strategia/problems"); !strings.Contains(list, "nie-ma-takiego") || !strings.Contains(list, goalFile) {
		t.Errorf("the problems: %s", list)
	}
	// Other changes are kept back with it, and come when it is mended.
	p.edit(chapterFile, "Strategia odpowiada na trzy pytania", "Strategia odpowiada na TRZY pytania")
	p.rebuilt(func(r Rebuilt) bool { return slices.Contains(r.Changed, chapterFile) })
	p.write(goalFile, strings.Replace(text, "Wymienimy", "Zastąpimy", 1))
	p.shows(goalPage, "Zastąpimy stare piece", true)
	p.shows(chapterPage, "TRZY", true)
	for m = stream.next(); m.Errors > 0; m = stream.next() {
	}
	if m.Stale || !stream.changed(m) {
		t.Errorf("mended: %+v", m)
	}
}

// A site that was broken from the start is shown as well as it goes.
func TestBrokenFromTheStart(t *testing.T) {
	var text string
	p := open(t, func(p *preview) {
		text = p.read(goalFile)
		p.write(goalFile, text+broken)
	})
	if status, body, _ := p.get(goalPage); status != http.StatusOK || !strings.Contains(body, "Wymienimy stare piece") {
		t.Errorf("%d", status)
	}
	if m := p.listen(goalPage).next(); m.Errors == 0 || m.Stale {
		t.Errorf("%+v", m)
	}
	p.write(goalFile, text)
	p.rebuilt(func(r Rebuilt) bool { return !r.Build.Failed(false) && !r.Stale })
}

// A layout can fail only when it is run, which is when a page is asked for.
func TestFailingLayout(t *testing.T) {
	p := open(t)
	_, before, _ := p.get(goalPage)
	stream := p.listen(goalPage)
	stream.next()
	p.write("layouts/goal.html", "{{define \"main\"}}\n{{.NoSuchField}}{{end}}")
	for m := stream.next(); ; m = stream.next() {
		if stream.changed(m) {
			t.Fatalf("%+v", m)
		}
		if _, list, _ := p.get("/.strategia/problems"); m.Errors > 0 && m.Stale && strings.Contains(list, "layouts/goal.html") {
			break
		}
	}
	if _, now, _ := p.get(goalPage); now != before {
		t.Error("the last good page is gone")
	}
	for {
		if b, ok := p.next().(Broken); ok {
			if b.Page != goalPage[1:] || b.Diagnostic.Span.Path != "layouts/goal.html" {
				t.Errorf("%+v", b)
			}
			break
		}
	}
	// A page that was never asked for before has no good version.
	status, body, _ := p.get("/cel/woda.html")
	if status != http.StatusInternalServerError || !strings.Contains(body, "NoSuchField") || !strings.Contains(body, "/.strategia/preview.js") {
		t.Errorf("%d %s", status, body)
	}
	p.write("layouts/goal.html", "{{define \"main\"}}<h1>własny układ {{.Title}}</h1>{{end}}")
	p.shows(goalPage, "własny układ", true)
	p.must(os.RemoveAll(p.path("layouts")))
	p.shows(goalPage, "własny układ", false)
}

func TestFilesAndFoldersComeAndGo(t *testing.T) {
	p := open(t)
	const unit = "---\nkind: unit\ntitle: \"Biblioteka\"\nunit_kind: public\n---\n\nCzytelnia.\n"
	p.write("content/jednostki/biblioteka.md", unit)
	p.status("/jednostka/biblioteka.html", http.StatusOK)
	p.must(os.Remove(p.path("content/jednostki/biblioteka.md")))
	p.status("/jednostka/biblioteka.html", http.StatusNotFound)

	// A new folder in a new folder, at once with its files.
	p.write("content/nowe/głęboko/muzeum.md", unit)
	p.status("/jednostka/muzeum.html", http.StatusOK)
	p.write("content/nowe/głęboko/muzeum.md", unit+"\nWystawa.\n")
	p.shows("/jednostka/muzeum.html", "Wystawa", true)

	// A folder under another name is still watched.
	p.must(os.Rename(p.path("content/nowe"), p.path("content/inne")))
	p.rebuilt(func(r Rebuilt) bool {
		return slices.ContainsFunc(r.Build.Strategy.Units, func(e *strategy.Entry) bool { return e.Path == "content/inne/głęboko/muzeum.md" })
	})
	p.write("content/inne/głęboko/muzeum.md", unit+"\nGaleria.\n")
	p.shows("/jednostka/muzeum.html", "Galeria", true)

	p.must(os.RemoveAll(p.path("content/inne")))
	p.status("/jednostka/muzeum.html", http.StatusNotFound)
	p.write("content/inne/kino.md", unit)
	p.status("/jednostka/kino.html", http.StatusOK)

	// A folder that is moved away takes its files along.
	p.must(os.Rename(p.path("content/inne"), p.path("odłożone")))
	p.status("/jednostka/kino.html", http.StatusNotFound)
	p.must(os.Rename(p.path("odłożone"), p.path("content/wrócone")))
	p.status("/jednostka/kino.html", http.StatusOK)
	p.write("content/wrócone/kino.md", unit+"\nSeans.\n")
	p.shows("/jednostka/kino.html", "Seans", true)
}

func TestStaticFilesAppearLater(t *testing.T) {
	p := open(t)
	_, _, h := p.get(chapterPage)
	stream := p.listen(chapterPage)
	stream.next()
	p.write("static/assets/strategia.css", "body { color: green }")
	p.shows("/assets/strategia.css", "green", true)
	for !stream.changed(stream.next()) { // though the page's bytes are the same
	}
	if _, _, now := p.get(chapterPage); now.Get("Etag") == h.Get("Etag") {
		t.Error("the page's version is the old one")
	}
	p.write("static/assets/strategia.css", "body { color: blue }")
	p.shows("/assets/strategia.css", "blue", true)
	p.must(os.RemoveAll(p.path("static")))
	p.shows("/assets/strategia.css", "--paper", true)
}

// An empty file is built, after the moment in which it might have been filled.
func TestEmptyFileIsBuilt(t *testing.T) {
	p := open(t)
	p.write(goalFile, "")
	p.rebuilt(func(r Rebuilt) bool { return r.Build.Failed(false) })
}

// When the system drops events everything is looked at again.
func TestLostEvents(t *testing.T) {
	p := open(t)
	w := p.watch.(*watcher)
	p.must(w.fs.Remove(p.path("content/cele")))
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	w.fs.Errors <- fsnotify.ErrEventOverflow
	p.shows(goalPage, "wszystkie", true)
	p.edit(goalFile, "Wymienimy wszystkie piece", "Wymienimy stare piece")
	p.shows(goalPage, "wszystkie", false)
}

func TestSiteFolderIsReplaced(t *testing.T) {
	p := open(t)
	p.get(goalPage)
	p.must(os.Rename(p.dir, p.dir+"-odłożona"))
	p.rebuilt(func(r Rebuilt) bool { return r.Stale })
	if _, body, _ := p.get(goalPage); !strings.Contains(body, "Wymienimy stare piece") {
		t.Error("the last good page is gone")
	}
	p.must(os.Rename(p.dir+"-odłożona", p.dir))
	p.rebuilt(func(r Rebuilt) bool { return !r.Stale })
	p.edit(goalFile, "Wymienimy stare piece", "Wymienimy wszystkie piece")
	p.shows(goalPage, "wszystkie", true)
}

// Readers and an editor at the same time; the race detector is the judge.
func TestReadersWhileEditing(t *testing.T) {
	p := open(t)
	text := p.read("content/index.md")
	goal := p.read(goalFile)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	defer readers.Wait()
	defer close(stop)
	for _, path := range []string{"/", chapterPage, goalPage, "/calosc.html"} {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				res, err := http.Get(strings.TrimSuffix(p.URL(), "/") + path)
				if err != nil {
					t.Error(err)
					return
				}
				res.Body.Close()
				if res.StatusCode != http.StatusOK {
					t.Errorf("%s: %s", path, res.Status)
				}
			}
		})
	}
	for i := range 10 {
		title := strings.Repeat("bardzo ", i) + "nowa"
		p.write("content/index.md", strings.Replace(text, "title: \"Strategia", "title: \"Całkiem "+title+" strategia", 1))
		if i%3 == 0 {
			p.write(goalFile, goal+broken)
		} else {
			p.write(goalFile, goal)
		}
		time.Sleep(10 * time.Millisecond)
	}
	p.write(goalFile, goal+"\nKoniec edycji.\n")
	p.shows(goalPage, "Koniec edycji", true)
	p.shows("/", "bardzo nowa strategia", true)
}

// A file that was just emptied is given a moment, one that stays empty no more.
func TestHalfWrittenFileIsGivenAMoment(t *testing.T) {
	dir := t.TempDir()
	c := newChanges(dir, func(err error) { t.Error(err) })
	s := &Server{root: dir, changes: c}
	name := filepath.Join(dir, "content", "a.md")
	for _, err := range []error{os.Mkdir(filepath.Dir(name), 0o755), os.WriteFile(name, nil, 0o644)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	emptied := batch{paths: map[string]bool{"content/a.md": true}}
	start := time.Now()
	if s.settle(t.Context(), &emptied); time.Since(start) < settleFor {
		t.Error("an empty file was not waited for")
	}
	go func() {
		os.WriteFile(name, []byte("tekst"), 0o644)
		c.noteFile("content/b.md")
	}()
	s.settle(t.Context(), &emptied)
	if b, _ := os.ReadFile(name); len(b) == 0 {
		t.Error("the text was not waited for")
	}
	if !emptied.paths["content/a.md"] {
		t.Error("the file is forgotten")
	}
}

// A change of rights is no event that counts, but what could not be read is
// looked at again.
func TestUnreadableFileIsTriedAgain(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	p := open(t)
	p.must(os.Chmod(p.path(goalFile), 0))
	p.write(chapterFile, p.read(chapterFile)+"\nKoniec.\n")
	p.rebuilt(func(r Rebuilt) bool { return r.Build.Failed(false) && r.Stale })
	p.must(os.Chmod(p.path(goalFile), 0o644))
	p.rebuilt(func(r Rebuilt) bool { return !r.Build.Failed(false) })
}
