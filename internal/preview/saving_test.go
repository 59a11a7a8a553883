package preview

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// ways are the ways in which programs put a new text in place of an old one.
var ways = []struct {
	why  string
	save func(p *preview, name, text string)
}{
	{"in place, in one go", func(p *preview, name, text string) { p.write(name, text) }},
	{"vim: the old file becomes the backup", func(p *preview, name, text string) {
		dir := filepath.Dir(name)
		p.write(dir+"/4913", "")
		p.must(os.Remove(p.path(dir + "/4913")))
		p.write(dir+"/."+filepath.Base(name)+".swp", "b0VIM")
		p.must(os.Rename(p.path(name), p.path(name+"~")))
		p.write(name, text)
		p.must(os.Chmod(p.path(name), 0o644))
		p.must(os.Remove(p.path(name + "~")))
		p.must(os.Remove(p.path(dir + "/." + filepath.Base(name) + ".swp")))
	}},
	{"vim: backupcopy, the old file is copied and then emptied", func(p *preview, name, text string) {
		p.write(name+"~", p.read(name))
		p.write(name, text)
		p.must(os.Remove(p.path(name + "~")))
	}},
	{"emacs: a lock, an autosave, the old file renamed", func(p *preview, name, text string) {
		dir, base := filepath.Dir(name), filepath.Base(name)
		p.must(os.Symlink("ja@komputer.1234:1", p.path(dir+"/.#"+base)))
		p.write(dir+"/#"+base+"#", text)
		p.must(os.Rename(p.path(name), p.path(name+"~")))
		p.write(name, text)
		p.must(os.Remove(p.path(dir + "/#" + base + "#")))
		p.must(os.Remove(p.path(dir + "/.#" + base)))
		p.must(os.Remove(p.path(name + "~")))
	}},
	{"VS Code: emptied, then written, then its rights", func(p *preview, name, text string) {
		f, err := os.OpenFile(p.path(name), os.O_WRONLY, 0)
		p.must(err)
		p.must(f.Truncate(0))
		time.Sleep(2 * time.Millisecond)
		_, err = f.WriteString(text)
		p.must(err)
		p.must(f.Sync())
		p.must(f.Close())
		p.must(os.Chtimes(p.path(name), time.Now(), time.Now()))
	}},
	{"LibreOffice: a lock, a copy beside, moved over", func(p *preview, name, text string) {
		dir, base := filepath.Dir(name), filepath.Base(name)
		p.write(dir+"/.~lock."+base+"#", ",ja,komputer,22.11.2026 12:00;")
		p.write(dir+"/lu1234abcd.tmp", text)
		p.must(os.Rename(p.path(dir+"/lu1234abcd.tmp"), p.path(name)))
		p.must(os.Remove(p.path(dir + "/.~lock." + base + "#")))
	}},
	{"Nextcloud: a hidden part file grows, gets its time, is moved over", func(p *preview, name, text string) {
		part := filepath.Dir(name) + "/." + filepath.Base(name) + ".~9f3c"
		f, err := os.Create(p.path(part))
		p.must(err)
		for _, piece := range []string{text[:len(text)/3], text[len(text)/3 : len(text)/2], text[len(text)/2:]} {
			_, err = f.WriteString(piece)
			p.must(err)
			time.Sleep(time.Millisecond)
		}
		p.must(f.Close())
		old := time.Now().Add(-48 * time.Hour) // of the file on the server
		p.must(os.Chtimes(p.path(part), old, old))
		p.must(os.Rename(p.path(part), p.path(name)))
	}},
	{"git: the file goes, another comes", func(p *preview, name, text string) {
		p.must(os.Remove(p.path(name)))
		p.write(name, text)
	}},
	{"a temporary file from elsewhere is moved over", func(p *preview, name, text string) {
		p.write("roboczy", text)
		p.must(os.Rename(p.path("roboczy"), p.path(name)))
	}},
	{"written in pieces", func(p *preview, name, text string) {
		f, err := os.Create(p.path(name))
		p.must(err)
		for i := 0; i < len(text); i += 100 {
			_, err = f.WriteString(text[i:min(i+100, len(text))])
			p.must(err)
		}
		p.must(f.Close())
	}},
	{"with a clock that is years behind", func(p *preview, name, text string) {
		p.write(name, text)
		p.must(os.Chtimes(p.path(name), time.Unix(0, 0), time.Unix(0, 0)))
	}},
	{"with a clock that is years ahead", func(p *preview, name, text string) {
		p.write(name, text)
		then := time.Now().AddDate(40, 0, 0)
		p.must(os.Chtimes(p.path(name), then, then))
	}},
	{"a hard link to a file from elsewhere", func(p *preview, name, text string) {
		p.write("roboczy", text)
		p.must(os.Remove(p.path(name)))
		p.must(os.Link(p.path("roboczy"), p.path(name)))
		p.must(os.Remove(p.path("roboczy")))
	}},
}

// Every way of saving is seen, no bad state between is shown, and afterwards
// there is quiet.
func TestWaysOfSaving(t *testing.T) {
	for _, how := range []string{"watched", "polled"} {
		p := openWith(t, func(o *Options) { o.Poll, o.pollEvery = how == "polled", 5*time.Millisecond })
		text := p.read(goalFile)
		for i, way := range ways {
			word := fmt.Sprintf("Zastąpimy%d", i)
			way.save(p, goalFile, strings.Replace(text, "Wymienimy", word, 1))
			p.shows(goalPage, word+" stare piece", true)
			way.save(p, goalFile, text)
			p.shows(goalPage, "Wymienimy stare piece", true)
			if t.Failed() {
				t.Fatal(way.why)
			}
			for done := false; !done; {
				select {
				case e := <-p.events:
					if r, ok := e.(Rebuilt); ok && r.Build.Failed(false) {
						t.Errorf("%s, %s: a state in between was built: %v", how, way.why, r.Build.Diagnostics)
					}
				default:
					done = true
				}
			}
		}
		p.quiet(how)
	}
}

// quiet fails the test if anything is announced though nobody does anything.
func (p *preview) quiet(why string) {
	p.t.Helper()
	select {
	case e := <-p.events:
		if r, ok := e.(Rebuilt); ok {
			p.t.Errorf("%s: rebuilt for %v (%v)", why, r.Changed, r.Build.Diagnostics)
		}
	case <-time.After(3 * settleFor):
	}
}

// A checkout of a thousand files is one build, not a thousand.
func TestGitCheckout(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Fatal("no git")
	}
	const files = 1000
	run := func(p *preview, args ...string) {
		cmd := exec.Command(git, append([]string{"-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"}, args...)...)
		cmd.Dir = p.dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write := func(p *preview, word string) {
		for i := range files {
			p.write(fmt.Sprintf("content/jednostki/wiele/j%d.md", i), "---\nkind: unit\ntitle: \"Jednostka "+fmt.Sprint(i)+"\"\nunit_kind: city\n---\n\nTekst "+word+".\n")
		}
	}
	p := open(t, func(p *preview) {
		run(p, "init", "-q")
		write(p, "stary")
		run(p, "add", "-A")
		run(p, "commit", "-qm", "a")
		run(p, "checkout", "-qb", "inna")
		write(p, "nowy")
		p.must(os.RemoveAll(p.path("content/jednostki/wiele/j7.md")))
		run(p, "commit", "-qam", "b")
	})
	page := fmt.Sprintf("/jednostka/j%d.html", files-1)
	for i, branch := range []string{"main", "inna", "main"} {
		run(p, "checkout", "-q", branch)
		p.shows(page, []string{"Tekst stary", "Tekst nowy", "Tekst stary"}[i], true)
		builds := 0
		for end := time.After(10 * settleFor); builds >= 0; {
			select {
			case e := <-p.events:
				if r, ok := e.(Rebuilt); ok {
					builds++
					if r.Build.Failed(false) {
						t.Errorf("a state in between was built: %.500v", r.Build.Diagnostics)
					}
				}
				continue
			case <-end:
			}
			break
		}
		if builds == 0 || builds > 3 {
			t.Errorf("%s: %d builds", branch, builds)
		}
	}
	p.status("/jednostka/j7.html", http.StatusOK)
}

// Where git works in a second tree, or died and left its lock.
func TestGitLocks(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join(dir, "drzewo", "strona")
	own := filepath.Join(dir, "repo", ".git", "worktrees", "drzewo")
	for _, d := range []string{root, own} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	s := &Server{root: root}
	if got := s.gitLock(); got != "" {
		t.Errorf("without a repository: %s", got)
	}
	lock := filepath.Join(own, "index.lock")
	for _, to := range []string{own, filepath.Join("..", "repo", ".git", "worktrees", "drzewo")} {
		if err := os.WriteFile(filepath.Join(dir, "drzewo", ".git"), []byte("gitdir: "+to+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := s.gitLock(); got != "" {
			t.Errorf("without a lock: %s", got)
		}
		if err := os.WriteFile(lock, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if got := s.gitLock(); got != lock {
			t.Errorf("%q, want %q", got, lock)
		}
		then := time.Now().Add(-time.Hour)
		if err := os.Chtimes(lock, then, then); err != nil {
			t.Fatal(err)
		}
		if got := s.gitLock(); got != "" {
			t.Errorf("an old lock holds: %s", got)
		}
		if err := os.Remove(lock); err != nil {
			t.Fatal(err)
		}
	}
}

// A file that is written all the time is shown as it is in the end.
func TestFileChangesWhileItIsRead(t *testing.T) {
	p := open(t)
	text := p.read(goalFile)
	stop := make(chan struct{})
	var writer sync.WaitGroup
	writer.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-stop:
				return
			default:
			}
			f, err := os.OpenFile(p.path(goalFile), os.O_WRONLY|os.O_TRUNC, 0)
			if err == nil {
				_, err = io.WriteString(f, text+strings.Repeat("\nAkapit, który rośnie.\n", 200+n%100))
			}
			if err = errors.Join(err, f.Close()); err != nil {
				t.Error(err)
				return
			}
		}
	})
	time.Sleep(300 * time.Millisecond)
	close(stop)
	writer.Wait()
	p.write(goalFile, text+"\nKoniec pisania.\n")
	p.shows(goalPage, "Koniec pisania", true)
	p.shows(goalPage, "który rośnie", false)
	p.rebuilt(func(r Rebuilt) bool { return !r.Build.Failed(false) && !r.Stale })
}

// The rows of a table's data, and files to download, are the site's too.
func TestDataFiles(t *testing.T) {
	p := open(t, func(p *preview) { p.write("content/dane/ludnosc.csv", "rok,osoby\n2024,100\n") })
	p.edit("content/dane/ludnosc.csv", "2024,100", "2025,101")
	p.shows("/dane/ludnosc.csv", "2025,101", true)
	p.must(os.Rename(p.path("content/dane/ludnosc.csv"), p.path("content/dane/mieszkancy.csv")))
	p.status("/dane/ludnosc.csv", http.StatusNotFound)
	p.shows("/dane/mieszkancy.csv", "2025,101", true)
}

// The queue of the system runs over, really: more happens than it holds while
// nobody takes anything out.
func TestQueueRunsOver(t *testing.T) {
	dir := t.TempDir()
	for _, d := range []string{"content/a", "content/b"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.FromSlash(d)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	c := newChanges(dir, func(err error) { t.Error(err) })
	w, err := newWatcher(c)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20000 { // Linux holds 16384 unless told otherwise
		name := filepath.Join(dir, "content", string("ab"[i%2]), "x.md")
		if i%4 < 2 {
			err = os.WriteFile(name, nil, 0o644)
		} else {
			err = os.Remove(name)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	// This comes too late for the queue.
	late := filepath.Join(dir, "content", "nowe", "głęboko", "y.md")
	if err := os.MkdirAll(filepath.Dir(late), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(late, []byte("tekst"), 0o644); err != nil {
		t.Fatal(err)
	}
	go w.run(t.Context())
	seen := batch{}
	wait := func(why string, ok func() bool) {
		t.Helper()
		for !ok() {
			select {
			case <-c.ready:
				seen.add(c.take())
			case <-timeout():
				t.Fatalf("%s: %v %v", why, seen.all, len(seen.paths))
			}
		}
	}
	wait("everything is looked at again", func() bool { return seen.all && seen.paths["content/nowe/głęboko/y.md"] })
	// And the folder that came unseen is watched.
	seen = batch{}
	if err := os.WriteFile(late, []byte("inny"), 0o644); err != nil {
		t.Fatal(err)
	}
	wait("a new folder is watched", func() bool { return seen.paths["content/nowe/głęboko/y.md"] })
}

// A system that watches no more is no reason to miss a change.
func TestWatchingGivesWayToPolling(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "content", "x.md")
	for _, err := range []error{os.Mkdir(filepath.Dir(name), 0o755), os.WriteFile(name, []byte("tekst"), 0o644)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	c := newChanges(dir, func(err error) { t.Error(err) })
	w, err := newWatcher(c)
	if err != nil {
		t.Fatal(err)
	}
	w.exhausted = syscall.ENOSPC // as a watch that Linux refused leaves it
	said := make(chan Event, 1)
	s := &Server{root: dir, changes: c, watch: w, opts: Options{pollEvery: 5 * time.Millisecond, Log: func(e Event) { said <- e }}}
	go s.observe(t.Context())
	if e, ok := (<-said).(Polling); !ok || !errors.Is(e.Err, errExhausted) || !errors.Is(e.Err, syscall.ENOSPC) {
		t.Errorf("said: %+v", e)
	}
	for _, text := range []string{"pierwszy", "drugi"} {
		<-c.ready
		c.take()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		for seen := (batch{}); !seen.paths["content/x.md"]; {
			select {
			case <-c.ready:
				seen.add(c.take())
			case <-timeout():
				t.Fatal("nothing is noticed")
			}
		}
	}
}

// What the file system says of time does not matter to polling: neither a clock
// that jumps nor a change within one step of it.
func TestPollingAndClocks(t *testing.T) {
	p := openWith(t, func(o *Options) { o.Poll, o.pollEvery = true, 5*time.Millisecond })
	text := p.read(goalFile)
	at := time.Now().Truncate(2 * time.Second)
	for i, word := range []string{"Zastąpimy", "Odnowimy!", "Naprawimy"} {
		p.write(goalFile, strings.Replace(text, "Wymienimy", word, 1))
		p.must(os.Chtimes(p.path(goalFile), at, at)) // as coarse as FAT
		p.shows(goalPage, word+" stare piece", true)
		if i == 1 {
			p.must(os.Chtimes(p.path(goalFile), at.AddDate(-30, 0, 0), at.AddDate(-30, 0, 0)))
		}
	}
	p.write("content/nowe/kino.md", "---\nkind: unit\ntitle: \"Kino\"\nunit_kind: public\n---\n")
	p.status("/jednostka/kino.html", http.StatusOK)
	p.must(os.RemoveAll(p.path("content/nowe")))
	p.status("/jednostka/kino.html", http.StatusNotFound)
}
