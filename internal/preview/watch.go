package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"strategia/internal/source"
)

// folders are the folders of a site that are watched, with all below them. They
// may be missing and appear later: the site's own folder is watched for that.
var folders = []string{"content", "layouts", "static"}

// rootEvery is how often a site's folder that has vanished is looked for. There
// is nothing left to watch then.
const rootEvery = time.Second

// batch is what has happened since the last build was begun.
type batch struct {
	// all says that more may have changed than is listed: a folder went, or the
	// system lost events.
	all bool
	// paths are files, slash-separated and relative to the site's folder.
	paths map[string]bool
}

func (b *batch) add(more batch) {
	b.all = b.all || more.all
	if b.paths == nil {
		b.paths = map[string]bool{}
	}
	maps.Copy(b.paths, more.paths)
}

func (b *batch) empty() bool { return !b.all && len(b.paths) == 0 }

// list returns the paths in order.
func (b *batch) list() []string { return slices.Sorted(maps.Keys(b.paths)) }

// watcher collects what happens in a site's folder. fsnotify watches single
// directories; a watcher follows them as they come, go and move.
type watcher struct {
	root string // absolute
	fs   *fsnotify.Watcher
	fail func(error)
	// ready gets a value when there is something to take.
	ready chan struct{}
	// watched are the directories under watch, absolute. Only run uses it.
	watched map[string]bool
	// lost says that root itself is gone.
	lost bool

	mu      sync.Mutex
	pending batch
}

// newWatcher watches the site's folder dir. What it can't watch it reports
// through fail.
func newWatcher(dir string, fail func(error)) (*watcher, error) {
	root, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("find the site's folder: %w", err)
	}
	w := &watcher{root: root, fail: fail, ready: make(chan struct{}, 1), watched: map[string]bool{}}
	if w.fs, err = fsnotify.NewWatcher(); err != nil {
		return nil, fmt.Errorf("watch the site's folder: %w", err)
	}
	if err := w.watchAll(); err != nil {
		w.fs.Close()
		return nil, err
	}
	w.take()
	return w, nil
}

func (w *watcher) close() { w.fs.Close() }

// run collects events until ctx ends.
func (w *watcher) run(ctx context.Context) {
	defer w.fs.Close()
	for {
		var look <-chan time.Time
		if w.lost {
			look = time.After(rootEvery)
		}
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.fs.Events:
			if !ok {
				return
			}
			w.handle(e)
		case err, ok := <-w.fs.Errors:
			if !ok {
				return
			}
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				w.fail(fmt.Errorf("watch the site's folder: %w", err))
			}
			w.again()
		case <-look:
			if info, err := os.Stat(w.root); err == nil && info.IsDir() {
				w.again()
			}
		}
	}
}

// take returns what has been collected, and forgets it.
func (w *watcher) take() batch {
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case <-w.ready:
	default:
	}
	b := w.pending
	w.pending = batch{}
	return b
}

func (w *watcher) note(b batch) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pending.add(b)
	select {
	case w.ready <- struct{}{}:
	default:
	}
}

func (w *watcher) noteFile(rel string) { w.note(batch{paths: map[string]bool{rel: true}}) }

// handle takes one event in.
func (w *watcher) handle(e fsnotify.Event) {
	if e.Op&^fsnotify.Chmod == 0 {
		return
	}
	gone := e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)
	rel, ok := w.relative(e.Name)
	if !ok {
		if gone && filepath.Clean(e.Name) == w.root {
			w.forget(w.root)
			w.lost = true
			w.note(batch{all: true})
		}
		return
	}
	if gone && w.watched[e.Name] {
		// A folder that was moved keeps its watches, under names that are no
		// longer true.
		w.forget(e.Name)
		w.note(batch{all: true})
		return
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
			w.watchTree(e.Name)
			return
		}
	}
	w.noteFile(rel)
}

// relative returns the path of a file or folder that matters, as sources name
// it, and false for all others.
func (w *watcher) relative(name string) (string, bool) {
	rel, err := filepath.Rel(w.root, name)
	if err != nil || !filepath.IsLocal(rel) || rel == "." || source.Dropping(filepath.Base(rel)) {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	top, _, _ := strings.Cut(rel, "/")
	return rel, slices.Contains(folders, top)
}

// again watches everything anew. It is what remains when events were lost: a
// folder may have moved unseen and its watch have a wrong name.
func (w *watcher) again() {
	w.forget(w.root)
	if err := w.watchAll(); err != nil {
		w.lost = errors.Is(err, fs.ErrNotExist)
		w.fail(err)
	}
	w.note(batch{all: true})
}

func (w *watcher) watchAll() error {
	if err := w.fs.Add(w.root); err != nil {
		return fmt.Errorf("watch %s: %w", w.root, err)
	}
	w.watched[w.root], w.lost = true, false
	for _, name := range folders {
		dir := filepath.Join(w.root, name)
		if info, err := os.Lstat(dir); err == nil && info.IsDir() {
			w.watchTree(dir)
		}
	}
	return nil
}

// watchTree watches dir and all below it, and notes the files it finds: they
// may have been there before the watch was. Symbolic links are not followed,
// as they are not read either.
func (w *watcher) watchTree(dir string) {
	// The watch comes before the reading, so that what appears in between is
	// either read or reported.
	if err := w.fs.Add(dir); err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			w.fail(fmt.Errorf("watch %s: %w", dir, err))
		}
		return
	}
	w.watched[dir] = true
	entries, _ := os.ReadDir(dir) // one that can't be read is the build's to report
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		rel, ok := w.relative(name)
		switch {
		case !ok:
		case e.IsDir():
			w.watchTree(name)
		default:
			w.noteFile(rel)
		}
	}
}

// forget stops watching dir and all below it.
func (w *watcher) forget(dir string) {
	for d := range w.watched {
		if d == dir || strings.HasPrefix(d, dir+string(filepath.Separator)) {
			w.fs.Remove(d) // fails where the system has dropped the watch itself
			delete(w.watched, d)
		}
	}
}
