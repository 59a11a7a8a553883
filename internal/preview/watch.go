package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// rootEvery is how often a site's folder that has vanished is looked for. There
// is nothing left to watch then.
const rootEvery = time.Second

// errExhausted says that the system watches no more folders or files: Linux has
// a limit of watches, kqueue of macOS keeps every file open.
var errExhausted = errors.New("the system can't watch so many files")

// watcher notes changes as the system tells of them. fsnotify watches single
// directories; a watcher follows them as they come, go and move.
type watcher struct {
	*changes
	fs *fsnotify.Watcher
	// watched are the directories under watch, absolute. Only run uses it.
	watched map[string]bool
	// lost says that root itself is gone.
	lost bool
	// exhausted is set once the system refuses more watches.
	exhausted error
}

// newWatcher begins to watch.
func newWatcher(c *changes) (*watcher, error) {
	w := &watcher{changes: c, watched: map[string]bool{}}
	var err error
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

// run collects events until ctx ends, or the system watches no more.
func (w *watcher) run(ctx context.Context) error {
	defer w.fs.Close()
	for w.exhausted == nil {
		w.count(len(w.watched), false)
		var look <-chan time.Time
		if w.lost {
			look = time.After(rootEvery)
		}
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-w.fs.Events:
			if !ok {
				return nil
			}
			w.handle(e)
		case err, ok := <-w.fs.Errors:
			if !ok {
				return nil
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
	return fmt.Errorf("%w: %w", errExhausted, w.exhausted)
}

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
	info, err := os.Lstat(e.Name)
	if isDir := err == nil && info.IsDir(); isDir {
		// Windows tells of a write to a folder whenever something in it changes.
		if e.Has(fsnotify.Create) {
			w.watchTree(e.Name)
		}
		return
	}
	w.noteFile(rel)
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
		if limited(err) {
			w.exhausted = err
			return nil
		}
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
		switch {
		case limited(err):
			w.exhausted = err
		case !errors.Is(err, fs.ErrNotExist):
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

// limited reports whether the system refused a watch because there are too many.
func limited(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) ||
		errors.Is(err, syscall.ENOMEM)
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
