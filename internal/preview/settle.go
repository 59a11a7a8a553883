package preview

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	// settleFor is the longest wait for a file that looks half-written. Between
	// the emptying of a file and its new text most editors take under 5 ms.
	settleFor = 40 * time.Millisecond
	// burst is how many files change at once when it is no person's save: then
	// quiet is waited for, so long as it takes until nothing happens for
	// quietFor, but no longer than burstFor.
	burst    = 8
	quietFor = 20 * time.Millisecond
	burstFor = 500 * time.Millisecond
	// gitFor is the longest wait for git, gitEvery how often its lock is looked at.
	gitFor   = 20 * time.Second
	gitEvery = 5 * time.Millisecond
)

// settle waits a moment, and only where it is plain that more is to come. A
// save of one file as a whole is not waited for at all.
func (s *Server) settle(ctx context.Context, b *batch) {
	s.settleGit(ctx, b)
	s.settleBurst(ctx, b)
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
		case <-s.changes.ready:
			b.add(s.changes.take())
		}
	}
}

// halfWritten reports whether a changed file is gone or empty: many editors
// empty or move a file before they write it, and a build in between would report
// its text as missing.
func (s *Server) halfWritten(b *batch) bool {
	for p := range b.paths {
		info, err := os.Lstat(filepath.Join(s.root, filepath.FromSlash(p)))
		if os.IsNotExist(err) || err == nil && info.Mode().IsRegular() && info.Size() == 0 {
			return true
		}
	}
	return false
}

// settleBurst waits until many files that change at once have changed: a
// checkout, a synchronisation, an unpacked archive.
func (s *Server) settleBurst(ctx context.Context, b *batch) {
	if len(b.paths) <= burst {
		return
	}
	enough := time.After(burstFor)
	for {
		select {
		case <-ctx.Done():
			return
		case <-enough:
			return
		case <-time.After(quietFor):
			return
		case <-s.changes.ready:
			b.add(s.changes.take())
		}
	}
}

// settleGit waits while git is at work on the files: it holds the lock of its
// index as long as a checkout, a merge or a stash takes.
func (s *Server) settleGit(ctx context.Context, b *batch) {
	lock := s.gitLock()
	if lock == "" {
		return
	}
	tick := time.NewTicker(gitEvery)
	defer tick.Stop()
	for end := time.Now().Add(gitFor); time.Now().Before(end); {
		if _, err := os.Lstat(lock); err != nil {
			break
		}
		select {
		case <-ctx.Done():
			return
		case <-s.changes.ready:
			b.add(s.changes.take())
		case <-tick.C:
		}
	}
	b.add(s.changes.take())
}

// gitLock returns the lock that git holds right now in the repository of the
// site, "" if it holds none. One that is old was left by a git that died.
func (s *Server) gitLock() string {
	dir := s.root
	git := filepath.Join(dir, ".git")
	info, err := os.Stat(git)
	for ; err != nil; info, err = os.Stat(git) {
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir, git = up, filepath.Join(up, ".git")
	}
	if !info.IsDir() { // a second working tree says where its own is
		b, err := os.ReadFile(git)
		to, ok := strings.CutPrefix(strings.TrimSpace(string(b)), "gitdir: ")
		if err != nil || !ok {
			return ""
		}
		if git = to; !filepath.IsAbs(to) {
			git = filepath.Join(dir, to)
		}
	}
	lock := filepath.Join(git, "index.lock")
	if info, err := os.Lstat(lock); err != nil || time.Since(info.ModTime()).Abs() > gitFor {
		return ""
	}
	return lock
}
