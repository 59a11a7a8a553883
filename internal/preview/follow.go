package preview

import (
	"context"
	"errors"
	"path"
	"reflect"
	"slices"
	"strings"
	"time"

	"strategia/internal/build"
	"strategia/internal/diag"
	"strategia/internal/site"
)

const (
	// retryFirst and retryLast bound the wait after the environment refused.
	retryFirst = 50 * time.Millisecond
	retryLast  = 5 * time.Second
	// mostHopes is how often in a row a build that came out bad is followed by
	// another before it is shown.
	mostHopes = 5
)

var (
	// errUnreadable says that a build could not read a file that it had just seen.
	errUnreadable = errors.New("a file can't be read")
	// errOvertaken says that files went on changing after a build had read them,
	// and that it has errors which may come of that.
	errOvertaken = errors.New("files changed while they were read")
)

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
	hopes := 0
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
		case <-s.changes.ready:
			due.add(s.changes.take())
		}
		s.settle(ctx, &due)
		if due.empty() && delay == 0 {
			continue
		}
		err := s.rebuild(ctx, due, delay == 0 && hopes < mostHopes)
		switch {
		case ctx.Err() != nil:
			return
		case errors.Is(err, errOvertaken):
			hopes++
			continue
		case err == nil:
			due, said, hopes = batch{}, "", 0
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

// rebuild brings the preview to what the folder holds now. A build that read
// the same as the last one is not published: whatever sends events without a
// change, the preview stays quiet. With hope, a build is not published either
// but an error that suddenly can't read a file, or that has errors while the
// files are still being written: errors may wait a moment, a good text does not.
func (s *Server) rebuild(ctx context.Context, due batch, hope bool) error {
	start := time.Now()
	old := s.current.Load()
	paths := due.list()
	var before []site.Sum
	var was *build.Build
	if old != nil {
		was = old.build
		// Taken before the update, as sums are worked out when first asked for.
		before = sums(was, paths)
	}
	b, err := s.update(ctx, due)
	if err != nil {
		return err
	}
	if hope && unreadable(b) && !unreadable(was) {
		return errUnreadable
	}
	if hope && b.Failed(false) && !was.Failed(false) && s.changes.more(ctx, settleFor) {
		return errOvertaken
	}
	if old != nil && old.failed == nil && !due.all &&
		reflect.DeepEqual(before, sums(b, paths)) && reflect.DeepEqual(was.Diagnostics, b.Diagnostics) {
		return nil
	}
	var shown *build.Build
	r := Rebuilt{Build: b, Changed: paths, Health: s.health(b), File: s.session.File}
	s.publish(func(st *state) bool {
		was := st.good
		st.take(b)
		st.noteEdits(was, paths, start)
		s.lead(st, start)
		shown = st.good
		r.Took, r.Stale = time.Since(start), st.stale()
		s.history.built(st.edition, r, start) // before the status page asks
		return true
	})
	shown.Trim()
	s.shelf.keepOnly(func(name string) bool { return name == "" || shown.Site.Find(name) != nil })
	s.log(r)
	return nil
}

// update is the one call that brings the session to what the folder holds.
func (s *Server) update(ctx context.Context, due batch) (*build.Build, error) {
	if due.all {
		return s.session.Update(ctx)
	}
	return s.session.Update(ctx, due.list()...)
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
