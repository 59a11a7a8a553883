package preview

import (
	"cmp"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

const (
	// pollEvery is how often a folder that the system does not watch is looked
	// at, and pollShare how much of the time may go into looking.
	pollEvery = 500 * time.Millisecond
	pollShare = 10
	// pollAgain is how long a file that has just changed is read again though it
	// looks the same: some file systems count time in steps of two seconds.
	pollAgain = 3 * time.Second
)

// poller notes changes by looking at every file again and again. Any difference
// of what a folder says of a file counts, not only a later time: clocks jump,
// and a server on the network has one of its own.
type poller struct {
	*changes
	every time.Duration
	seen  map[string]look
}

// look is what was seen of a file, and when it was last seen to change.
type look struct {
	info    fs.FileInfo
	changed time.Time
}

func newPoller(c *changes, every time.Duration) *poller {
	p := &poller{changes: c, every: cmp.Or(every, pollEvery), seen: map[string]look{}}
	p.look()
	p.take()
	return p
}

func (p *poller) close() {}

func (p *poller) run(ctx context.Context) error {
	// What happened while something else was watching may have been missed.
	p.note(batch{all: true})
	for wait := p.every; ; {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(wait):
		}
		start := time.Now()
		p.look()
		wait = max(p.every, pollShare*time.Since(start))
	}
}

// look looks at every file once and notes those that are new, gone or different.
func (p *poller) look() {
	now := time.Now()
	next := make(map[string]look, len(p.seen))
	var found batch
	found.paths = map[string]bool{}
	for _, top := range folders {
		p.walk(filepath.Join(p.root, top), func(rel string, info fs.FileInfo) {
			old, known := p.seen[rel]
			if !known || !same(old.info, info) {
				old.changed = now
				// As far as can be told, what is old when the preview starts is at rest.
				if age := now.Sub(info.ModTime()); len(p.seen) == 0 && age > pollAgain {
					old.changed = time.Time{}
				}
			}
			if now.Sub(old.changed) <= pollAgain {
				found.paths[rel] = true
			}
			next[rel] = look{info, old.changed}
		})
	}
	for rel := range p.seen {
		if _, still := next[rel]; !still {
			found.paths[rel] = true
		}
	}
	p.seen = next
	p.count(len(next), true)
	if !found.empty() {
		p.note(found)
	}
}

// same reports whether a folder says the same of a file as before.
func same(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && a.Mode() == b.Mode()
}

// walk calls f for every file below dir that matters.
func (p *poller) walk(dir string, f func(rel string, info fs.FileInfo)) {
	entries, _ := os.ReadDir(dir) // one that can't be read is the build's to report
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		rel, ok := p.relative(name)
		if !ok {
			continue
		}
		if e.IsDir() {
			p.walk(name, f)
			continue
		}
		if info, err := e.Info(); err == nil {
			f(rel, info)
		}
	}
}
