// Package preview shows a site while it is being written: it watches the site's
// folder, builds it again when a file changes, and serves it from memory to the
// browsers of this computer. It is the only package that knows HTTP and
// watching. It never touches the output folder: it writes no file at all.
//
// # Watching
//
// Directories are watched, not files, because editors replace files. The first
// event is acted on at once; what follows while a build runs waits behind it and
// becomes one more build. There is no tick. A moment is waited only where it is
// plain that more is to come: a file that was reported is gone or empty, as it
// is in the middle of many editors' saves; many files change at once; git is
// checking out. Events say only where to look: whether anything changed is
// decided by what a build read, so a save of the same bytes changes nothing and
// is not announced. Where the system can't watch, or is told not to, the folder
// is looked at again and again instead.
//
// # Serving
//
// An artefact is made when it is asked for, from the newest build without
// errors. While the newest has errors the pages of the last good one stay, and
// say so. The bytes are those of the built site, but for one script element
// and for the place in the sources that every block tells; the headers are those
// that the built site asks its web server for.
//
// # Patching
//
// The script listens to server-sent events. It names the page that it stands on
// and is told with every build the version of it; if that is another than its
// own it fetches the page and brings the one on screen to it, block by block.
// The version covers the page's bytes and the files that the page refers to. A
// lost connection or a restarted server loses no change. Of those who listen no
// more is kept than the page and the time, while they do.
//
// # Safety
//
// Only loopback addresses are listened on unless Options.Public is set. A request
// must name this server in Host, and in Origin if it has one, so that no foreign
// site can read drafts by rebinding its name to this computer. A path is looked
// up among the artefacts of the site and never joined to a folder. An editor is
// opened for a page that knows the token of this process, on this computer, on a
// file of the site's sources, and never through a shell.
package preview

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"strategia/internal/build"
	"strategia/internal/diag"
	"strategia/internal/source"
)

// DefaultAddr is where the preview listens unless told otherwise.
const DefaultAddr = "127.0.0.1:8080"

// Options of a preview.
type Options struct {
	// Dir is the site's folder, the one that holds content/.
	Dir string
	// Addr is host:port to listen on, DefaultAddr if empty. The host must be a
	// loopback address or "localhost" unless Public is set. If the port is
	// taken the next free one is used; port 0 is any free one.
	Addr string
	// Public lets other computers in. They can read, but open no editor.
	Public bool
	// BaseURL overrides the site's own; it ends in "/" or is "".
	BaseURL string
	// Lang is the language in which pages show errors.
	Lang diag.Lang
	// Poll looks at the folder again and again instead of having the system
	// tell of changes, which it does not for folders on the network.
	Poll      bool
	pollEvery time.Duration // 0 is pollEvery; shorter in tests
	// Follow makes the browser go where the text is edited.
	Follow bool
	// Editor says how a place in the sources is opened; see NewEditor.
	Editor Editor
	// Log is told what happens; it may be nil. It is called from one goroutine
	// at a time and must not call the server.
	Log func(Event)
}

// Event is something that the preview did or met: Started, Rebuilt, Broken,
// Polling or Failed.
type Event interface{ event() }

// Started says that the site can be looked at.
type Started struct {
	URL string
	// Status is the address of the page that shows how the preview is.
	Status string
	// Taken is the address that was asked for, if another program has it.
	Taken string
	// Public says that other computers can look too.
	Public bool
}

// Rebuilt says that the folder was built, for the first time or after a change.
type Rebuilt struct {
	// Build is the newest build; its diagnostics are the ones to print.
	Build *build.Build
	// Changed lists the files of the change, relative to the site's folder;
	// empty for the first build and where only a whole folder is known.
	Changed []string
	Took    time.Duration
	// Stale says that the build has errors and an older one is still shown.
	Stale  bool
	Health Health
	// File gives the sources, for excerpts.
	File func(name string) *source.File
}

// Broken says that a layout failed while it made a page that was asked for.
type Broken struct {
	Page       string
	Diagnostic diag.Diagnostic
	File       func(name string) *source.File
}

// Polling says that the system can't watch so many files, and that they are
// looked at again and again instead.
type Polling struct{ Err error }

// Failed says that the environment refused something. The preview goes on and
// tries again.
type Failed struct{ Err error }

func (Started) event() {}
func (Rebuilt) event() {}
func (Broken) event()  {}
func (Polling) event() {}
func (Failed) event()  {}

// Server is a running preview.
type Server struct {
	opts    Options
	root    string // the site's folder, absolute
	session *build.Session
	changes *changes
	watch   watching
	url     string
	port    string
	token   string // of this process, for requests that do something
	began   time.Time
	cancel  context.CancelFunc
	running sync.WaitGroup
	fatal   error // set before running is done

	logging sync.Mutex
	current atomic.Pointer[state]
	// publishing guards the change from one state to the next.
	publishing sync.Mutex
	shelf      shelf
	readers    readers
	history    history
}

// watching is a way to learn of changes.
type watching interface {
	// run notes changes until ctx ends; the error is errExhausted or nil.
	run(ctx context.Context) error
	close()
}

// Serve shows a preview until ctx ends, and then returns nil.
func Serve(ctx context.Context, o Options) error {
	s, err := Start(ctx, o)
	if err == nil {
		err = s.Wait()
	}
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// Start builds the site, begins to watch and to serve, and returns when the
// site can be looked at. Mistakes in the site are no error. The preview ends
// when ctx does.
func Start(ctx context.Context, o Options) (*Server, error) {
	o.Addr = cmp.Or(o.Addr, DefaultAddr)
	if err := checkAddr(o.Addr, o.Public); err != nil {
		return nil, err
	}
	if host, _, _ := net.SplitHostPort(o.Addr); loopback(host) {
		o.Public = false
	}
	root, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("find the site's folder: %w", err)
	}
	session, err := build.NewSession(build.Options{Dir: o.Dir, BaseURL: o.BaseURL, Lines: true})
	if err != nil {
		return nil, err
	}
	s := &Server{opts: o, root: root, session: session, token: rand.Text(), began: time.Now()}
	s.changes = newChanges(root, func(err error) { s.log(Failed{err}) })
	if err := s.start(ctx); err != nil {
		session.Close()
		return nil, err
	}
	return s, nil
}

func (s *Server) start(ctx context.Context) (err error) {
	// Watching begins before the first build, so that no change falls between.
	if s.opts.Poll {
		s.watch = newPoller(s.changes, s.opts.pollEvery)
	} else if s.watch, err = newWatcher(s.changes); err != nil {
		return err
	}
	listener, taken, err := listen(s.opts.Addr)
	if err != nil {
		s.watch.close()
		return err
	}
	ctx, s.cancel = context.WithCancel(ctx)
	if err := s.rebuild(ctx, batch{all: true}, false); err != nil {
		s.cancel()
		s.watch.close()
		listener.Close()
		return err
	}
	_, s.port, _ = net.SplitHostPort(listener.Addr().String())
	s.url = "http://" + net.JoinHostPort(shownHost(s.opts.Addr, listener), s.port) + "/"
	s.run(ctx, listener)
	started := Started{URL: s.url, Status: strings.TrimSuffix(s.url, "/") + reserved, Public: s.opts.Public}
	if taken {
		started.Taken = s.opts.Addr
	}
	s.log(started)
	return nil
}

// web returns the HTTP server, whose requests end with ctx.
func (s *Server) web(ctx context.Context) *http.Server {
	return &http.Server{
		Handler:           s,
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		// Other programs on this computer may have set many cookies.
		MaxHeaderBytes:               64 << 10,
		DisableGeneralOptionsHandler: true,
		ErrorLog:                     log.New(failures{s}, "", 0),
	}
}

// run starts the preview's goroutines, which all end with ctx.
func (s *Server) run(ctx context.Context, listener net.Listener) {
	web := s.web(ctx)
	s.running.Go(func() { s.observe(ctx) })
	s.running.Go(func() { s.follow(ctx) })
	s.running.Go(func() {
		if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			s.fatal = fmt.Errorf("serve %s: %w", s.url, err)
			s.cancel()
		}
	})
	s.running.Go(func() {
		<-ctx.Done()
		web.Close() // not Shutdown: who stops the preview does not wait for readers
	})
}

// observe notes changes until ctx ends. Where the system watches no more they are
// looked for.
func (s *Server) observe(ctx context.Context) {
	if err := s.watch.run(ctx); err != nil {
		s.log(Polling{err})
		newPoller(s.changes, s.opts.pollEvery).run(ctx)
	}
}

// URL returns the address of the front page.
func (s *Server) URL() string { return s.url }

// Wait returns when the preview has ended: nil if it was told to end.
func (s *Server) Wait() error {
	s.running.Wait()
	s.cancel()
	s.session.Close()
	return s.fatal
}

// Close ends the preview at once, with the connections that are open.
func (s *Server) Close() error {
	s.cancel()
	return s.Wait()
}

func (s *Server) log(e Event) {
	if s.opts.Log == nil {
		return
	}
	s.logging.Lock()
	defer s.logging.Unlock()
	s.opts.Log(e)
}

// failures passes on what net/http has to say, a panic of ours above all.
type failures struct{ s *Server }

func (f failures) Write(line []byte) (int, error) {
	f.s.log(Failed{errors.New(strings.TrimSpace(string(line)))})
	return len(line), nil
}
