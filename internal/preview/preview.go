// Package preview shows a site while it is being written: it watches the site's
// folder, builds it again when a file changes, and serves it from memory to the
// browsers of this computer. It is the only package that knows HTTP and
// watching. It never touches the output folder: it writes no file at all.
//
// # Watching
//
// Directories are watched, not files, because editors replace files. The first
// event is acted on at once; what follows while a build runs waits behind it and
// becomes one more build. There is no tick. A moment is waited only where a file
// that was reported is gone or empty, as it is in the middle of many editors'
// saves. Events say only where to look: whether anything changed is decided by
// what a build read, so a save of the same bytes changes nothing and is not
// announced.
//
// # Serving
//
// An artefact is made when it is asked for, from the newest build without
// errors. While the newest has errors the pages of the last good one stay, and
// say so. The bytes are those of the built site, but for one script element
// that pages get before </body>; the headers are those that the built site asks
// its web server for.
//
// # Reloading
//
// The script listens to server-sent events. It names the page that it stands on
// and the version of it, and is told with every build whether that page's
// version is another now; only then it loads the page again. The version covers
// the page's bytes and the files that the page refers to. Nothing is kept about
// a client, so a lost connection or a restarted server loses no change.
//
// # Safety
//
// Only loopback addresses are listened on. A request must name this server in
// Host, and in Origin if it has one, so that no foreign site can read drafts by
// rebinding its name to this computer. A path is looked up among the artefacts
// of the site and never joined to a folder.
package preview

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
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
	// loopback address or "localhost". If the port is taken the next free one
	// is used; port 0 is any free one.
	Addr string
	// BaseURL overrides the site's own; it ends in "/" or is "".
	BaseURL string
	// Lang is the language in which pages show errors.
	Lang diag.Lang
	// Log is told what happens; it may be nil. It is called from one goroutine
	// at a time and must not call the server.
	Log func(Event)
}

// Event is something that the preview did or met: Started, Rebuilt, Broken or
// Failed.
type Event interface{ event() }

// Started says that the site can be looked at.
type Started struct {
	URL string
	// Taken is the address that was asked for, if another program has it.
	Taken string
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
	Stale bool
	// File gives the sources, for excerpts.
	File func(name string) *source.File
}

// Broken says that a layout failed while it made a page that was asked for.
type Broken struct {
	Page       string
	Diagnostic diag.Diagnostic
	File       func(name string) *source.File
}

// Failed says that the environment refused something. The preview goes on and
// tries again.
type Failed struct{ Err error }

func (Started) event() {}
func (Rebuilt) event() {}
func (Broken) event()  {}
func (Failed) event()  {}

// Server is a running preview.
type Server struct {
	opts    Options
	session *build.Session
	watch   *watcher
	url     string
	port    string
	cancel  context.CancelFunc
	running sync.WaitGroup
	fatal   error // set before running is done

	logging sync.Mutex
	current atomic.Pointer[state]
	// publishing guards the change from one state to the next.
	publishing sync.Mutex

	keeping sync.Mutex
	// kept holds the last good bytes of pages that were asked for, for the
	// time in which a layout fails.
	kept map[string][]byte
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
	if err := checkAddr(o.Addr); err != nil {
		return nil, err
	}
	session, err := build.NewSession(build.Options{Dir: o.Dir, BaseURL: o.BaseURL})
	if err != nil {
		return nil, err
	}
	s := &Server{opts: o, session: session, kept: map[string][]byte{}}
	if err := s.start(ctx); err != nil {
		session.Close()
		return nil, err
	}
	return s, nil
}

func (s *Server) start(ctx context.Context) error {
	// Watching begins before the first build, so that no change falls between.
	watch, err := newWatcher(s.opts.Dir, func(err error) { s.log(Failed{err}) })
	if err != nil {
		return err
	}
	s.watch = watch
	listener, taken, err := listen(s.opts.Addr)
	if err != nil {
		watch.close()
		return err
	}
	ctx, s.cancel = context.WithCancel(ctx)
	if err := s.rebuild(ctx, batch{all: true}, false); err != nil {
		s.cancel()
		watch.close()
		listener.Close()
		return err
	}
	_, s.port, _ = net.SplitHostPort(listener.Addr().String())
	s.url = "http://" + listener.Addr().String() + "/"
	s.run(ctx, listener)
	started := Started{URL: s.url}
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
	s.running.Go(func() { s.watch.run(ctx) })
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
