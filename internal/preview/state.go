package preview

import (
	"slices"
	"time"

	"strategia/internal/build"
	"strategia/internal/diag"
)

// state is what the preview shows. It is never changed: a new one is published.
type state struct {
	build *build.Build // the newest
	good  *build.Build // the newest without errors; the newest if none had none
	// number counts the states, edition the builds that were shown, good ones.
	number, edition uint64
	// clean says that good has no errors.
	clean bool
	// broken are layouts that failed on pages asked for since the newest build.
	broken []diag.Diagnostic
	// failed is why the folder could not be read after the last change.
	failed error
	// edits are the places of the last changes of texts that pages show, oldest
	// first; unshown are files that changed since.
	edits   []edit
	unshown []string
	// next is closed when a newer state is there.
	next chan struct{}
}

// edit is a place that an editor has changed.
type edit struct {
	build.Place
	number uint64 // counts all edits
	at     time.Time
	// guide is who is to be led to the page where nobody has it open.
	guide *reader
}

const (
	// mostEdits is how many edits a state remembers.
	mostEdits = 20
	// freshFor is how long a page that is opened is told of an edit before.
	freshFor = 10 * time.Second
)

// take makes b the newest build.
func (st *state) take(b *build.Build) {
	ok := !b.Failed(false)
	if ok || !st.clean {
		st.good, st.clean = b, ok
		st.edition++
	}
	st.build, st.broken, st.failed = b, nil, nil
}

// noteEdits adds where the texts at paths were changed since the build that was
// shown before, once there is a good one to show.
func (st *state) noteEdits(old *build.Build, paths []string, now time.Time) {
	if st.good != st.build {
		st.unshown = append(slices.Clip(st.unshown), paths...)
		return
	}
	paths = append(slices.Clip(st.unshown), paths...)
	st.unshown = nil
	if old == nil || len(paths) > mostEdits {
		return
	}
	slices.Sort(paths)
	number := st.lastEdit()
	st.edits = slices.Clone(st.edits)
	for _, p := range slices.Compact(paths) {
		if place, ok := st.good.Edited(old, p); ok {
			number++
			st.edits = append(st.edits, edit{Place: place, number: number, at: now})
		}
	}
	st.edits = st.edits[max(0, len(st.edits)-mostEdits):]
}

// lastEdit returns the number of the last edit.
func (st *state) lastEdit() uint64 {
	if len(st.edits) == 0 {
		return 0
	}
	return st.edits[len(st.edits)-1].number
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
	st.number++
	st.next = make(chan struct{})
	s.current.Store(&st)
	if old != nil {
		close(old.next)
	}
}

// stale reports whether pages are shown as they were before the errors.
func (st *state) stale() bool { return st.good != st.build || len(st.broken) > 0 }

// problems returns what an editor has to act on: errors, the broken layouts
// among them, and warnings.
func (st *state) problems() []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		for _, d := range st.build.Diagnostics {
			if d.Severity == severity {
				ds = append(ds, d)
			}
		}
		if severity == diag.Error {
			ds = append(ds, st.broken...)
		}
	}
	return ds
}
