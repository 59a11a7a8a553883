package preview

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"strategia/internal/source"
)

// folders are the folders of a site that are watched, with all below them. They
// may be missing and appear later: the site's own folder is watched for that.
var folders = []string{"content", "layouts", "static"}

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

// changes collects what happens in a site's folder until somebody takes it.
type changes struct {
	root string // absolute
	fail func(error)
	// ready gets a value when there is something to take.
	ready chan struct{}

	mu      sync.Mutex
	pending batch
	watched int  // folders under watch; files if polled
	polled  bool // looked at again and again
}

func newChanges(root string, fail func(error)) *changes {
	return &changes{root: root, fail: fail, ready: make(chan struct{}, 1)}
}

// take returns what has been collected, and forgets it.
func (c *changes) take() batch {
	c.mu.Lock()
	defer c.mu.Unlock()
	select {
	case <-c.ready:
	default:
	}
	b := c.pending
	c.pending = batch{}
	return b
}

// more reports whether there is something to take within a time; it takes
// nothing.
func (c *changes) more(ctx context.Context, within time.Duration) bool {
	select {
	case <-ctx.Done():
	case <-time.After(within):
	case <-c.ready:
		c.note(batch{})
		return true
	}
	return false
}

func (c *changes) note(b batch) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pending.add(b)
	select {
	case c.ready <- struct{}{}:
	default:
	}
}

func (c *changes) noteFile(rel string) { c.note(batch{paths: map[string]bool{rel: true}}) }

// count says how many folders are under watch, or files looked at.
func (c *changes) count(n int, polled bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.watched, c.polled = n, polled
}

// counted returns what count said last.
func (c *changes) counted() (n int, polled bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.watched, c.polled
}

// relative returns the path of a file or folder that matters, as sources name
// it, and false for all others.
func (c *changes) relative(name string) (string, bool) {
	rel, err := filepath.Rel(c.root, name)
	if err != nil || !filepath.IsLocal(rel) || rel == "." || source.Dropping(filepath.Base(rel)) {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	top, _, _ := strings.Cut(rel, "/")
	return rel, slices.Contains(folders, top)
}
