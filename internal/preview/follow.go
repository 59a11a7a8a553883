package preview

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"strategia/internal/build"
	"strategia/internal/diag"
	"strategia/internal/site"
)

const (
	// settleFor is the longest wait for a file that looks half-written. Between
	// the emptying of a file and its new text most editors take under 5 ms.
	settleFor = 40 * time.Millisecond
	// retryFirst and retryLast bound the wait after the environment refused.
	retryFirst = 50 * time.Millisecond
	retryLast  = 5 * time.Second
)

// errUnreadable says that a build could not read a file that it had just seen.
var errUnreadable = errors.New("a file can't be read")

// follow builds again after every change, until ctx ends. What happens during
// a build waits for the next, however much it is.
//
// What the system refuses it may grant without any event: a file that another
// program had locked, a change of rights, a disk that comes back. So follow
// tries again, less and less often. The first refusal is passed over in
// silence: most often a file went while it was about to be read.
func (s *Server) follow(ctx context.Context) {
	var due batch
	var said string
	delay := s.delayAfter(0)
	for {
		var retry <-chan time.Time
		if delay > 0 {
			retry = time.After(delay)
		}
		select {
		case <-ctx.Done():
			return
		case <-retry:
		case <-s.watch.ready:
			due.add(s.watch.take())
		}
		s.settle(ctx, &due)
		if due.empty() && delay == 0 {
			continue
		}
		err := s.rebuild(ctx, due, delay == 0)
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			due, said = batch{}, ""
			delay = s.delayAfter(delay)
			continue
		case delay > 0 && err.Error() != said:
			said = err.Error()
			s.log(Failed{err})
			s.publish(func(st *state) bool { st.failed = err; return true })
		}
		delay = longer(delay)
	}
}

// delayAfter returns how long after a build to try again, though nothing
// happens: 0 unless there was a file that could not be read.
func (s *Server) delayAfter(last time.Duration) time.Duration {
	if unreadable(s.current.Load().build) {
		return longer(last)
	}
	return 0
}

func longer(delay time.Duration) time.Duration { return min(max(2*delay, retryFirst), retryLast) }

func unreadable(b *build.Build) bool {
	return slices.ContainsFunc(b.Diagnostics, func(d diag.Diagnostic) bool { return d.Code == diag.Unreadable })
}

// settle waits a moment, and only if a changed file is gone or empty: many
// editors empty or move a file before they write it, and a build in between
// would report its text as missing.
func (s *Server) settle(ctx context.Context, b *batch) {
	var enough <-chan time.Time
	for s.halfWritten(b) {
		if enough == nil {
			enough = time.After(settleFor)
		}
		select {
		case <-ctx.Done():
			return
		case <-enough:
			return
		case <-s.watch.ready:
			b.add(s.watch.take())
		}
	}
}

func (s *Server) halfWritten(b *batch) bool {
	for p := range b.paths {
		info, err := os.Lstat(filepath.Join(s.watch.root, filepath.FromSlash(p)))
		if os.IsNotExist(err) || err == nil && info.Mode().IsRegular() && info.Size() == 0 {
			return true
		}
	}
	return false
}

// rebuild brings the preview to what the folder holds now. A build that read
// the same as the last one is not published: whatever sends events without a
// change, the preview stays quiet. With hope, a build that suddenly can't read a
// file is not published either but is errUnreadable.
func (s *Server) rebuild(ctx context.Context, due batch, hope bool) error {
	start := time.Now()
	old := s.current.Load()
	paths := due.list()
	var before []site.Sum
	if old != nil {
		// Taken before the update, as sums are worked out when first asked for.
		before = sums(old.build, paths)
	}
	b, err := s.session.Update(ctx)
	if err != nil {
		return err
	}
	if hope && unreadable(b) && !unreadable(old.build) {
		return errUnreadable
	}
	if old != nil && old.failed == nil && !due.all &&
		reflect.DeepEqual(before, sums(b, paths)) && reflect.DeepEqual(old.build.Diagnostics, b.Diagnostics) {
		return nil
	}
	var shown *build.Build
	s.publish(func(st *state) bool {
		st.take(b)
		shown = st.good
		return true
	})
	s.forget(shown)
	s.log(Rebuilt{Build: b, Changed: paths, Took: time.Since(start), Stale: shown != b, File: s.session.File})
	return nil
}

// sums returns what a build read of the files at paths.
func sums(b *build.Build, paths []string) []site.Sum {
	var out []site.Sum
	layouts := false
	for _, p := range paths {
		top, rest, _ := strings.Cut(p, "/")
		switch {
		case top == "layouts":
			layouts = true
		case top == "content" && strings.EqualFold(path.Ext(p), ".md"):
			out = append(out, sum(b, site.FactSource, p))
		default:
			out = append(out, sum(b, site.FactFile, rest))
		}
	}
	if layouts {
		// The files of a layout are summed up with it, the shared ones and the
		// words with all of them.
		for _, name := range site.LayoutNames() {
			out = append(out, sum(b, site.FactLayout, strings.TrimSuffix(name, ".html")))
		}
	}
	return out
}

func sum(b *build.Build, kind site.FactKind, arg string) site.Sum {
	return b.Site.Sum(b.Site.Fact(site.FactName{Kind: kind, Arg: arg}))
}

// state is what the preview shows. It is never changed: a new one is published.
type state struct {
	build *build.Build // the newest
	good  *build.Build // the newest without errors; the newest if none had none
	// clean says that good has no errors.
	clean bool
	// broken are layouts that failed on pages asked for since the newest build.
	broken []diag.Diagnostic
	// failed is why the folder could not be read after the last change.
	failed error
	// next is closed when a newer state is there.
	next chan struct{}
}

// take makes b the newest build.
func (st *state) take(b *build.Build) {
	ok := !b.Failed(false)
	if ok || !st.clean {
		st.good, st.clean = b, ok
	}
	st.build, st.broken, st.failed = b, nil, nil
}

// publish makes a changed copy of the state the current one and wakes who waits
// for it, unless change returns false.
func (s *Server) publish(change func(*state) bool) {
	s.publishing.Lock()
	defer s.publishing.Unlock()
	old := s.current.Load()
	var st state
	if old != nil {
		st = *old
	}
	if !change(&st) {
		return
	}
	st.next = make(chan struct{})
	s.current.Store(&st)
	if old != nil {
		close(old.next)
	}
}

// errors returns what keeps the newest text from being shown.
func (st *state) errors() []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, d := range st.build.Diagnostics {
		if d.Severity == diag.Error {
			ds = append(ds, d)
		}
	}
	return append(ds, st.broken...)
}
