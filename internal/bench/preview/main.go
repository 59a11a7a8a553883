// Command preview measures how long an edit takes to be seen in `strategia
// serve`. `make bench-preview` runs it:
//
//	go run ./internal/bench/preview [-bin strategia] [-sizes 100,1000,10000] [-samples 50]
//
// For each size it generates a strategy, starts the program on it, and edits
// real files: the body of the page that is open, a title that every page shows,
// and the layout of every page. The first figures are from before the file is
// written to after its new bytes were read over HTTP: the client listens to the
// preview's events and then asks for the page, as a browser does; it polls
// nothing. The second are from the same moment to the frame in which Chromium has
// the changed text on screen.
//
// It prints one table and fails only where something cannot be run, never on a
// figure.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"strategia/internal/bench"
)

type options struct {
	bin, sizes, dir, layouts string
	samples                  int
	pause                    time.Duration
	screen                   bool
}

func main() {
	var o options
	flag.StringVar(&o.bin, "bin", "", "the strategia `program`; built from ./cmd/strategia if not given")
	flag.StringVar(&o.sizes, "sizes", "100,1000,10000", "numbers of `chapters`")
	flag.StringVar(&o.dir, "dir", os.TempDir(), "`folder` to work in")
	flag.StringVar(&o.layouts, "layouts", "layouts", "`folder` of the layouts that the site begins with")
	flag.IntVar(&o.samples, "samples", 50, "edits of each kind")
	flag.DurationVar(&o.pause, "pause", 60*time.Millisecond, "rest between edits")
	flag.BoolVar(&o.screen, "screen", true, "measure with Chromium too")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, o)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench-preview:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (err error) {
	dir, err := os.MkdirTemp(o.dir, "strategia-preview-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if o.bin == "" {
		o.bin = filepath.Join(dir, "strategia")
		if out, err := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", o.bin, "./cmd/strategia").CombinedOutput(); err != nil {
			return fmt.Errorf("build the program: %w\n%s", err, out)
		}
	}
	var rows []row
	for f := range strings.SplitSeq(o.sizes, ",") {
		n, err := strconv.Atoi(f)
		if err != nil || n < 1 {
			return fmt.Errorf("-sizes: %q is no number of chapters", f)
		}
		fmt.Fprintf(os.Stderr, "%d chapters\n", n)
		site, err := newSite(filepath.Join(dir, f), o.layouts, n)
		if err != nil {
			return err
		}
		more, err := measure(ctx, o, site)
		if err != nil {
			return fmt.Errorf("%d chapters: %w", n, err)
		}
		rows = append(rows, more...)
		if err := os.RemoveAll(site.dir); err != nil {
			return err
		}
	}
	fmt.Printf("%s/%s, %d processors, %s; %d edits of each kind in %s (%s)\n\n", runtime.GOOS, runtime.GOARCH,
		runtime.GOMAXPROCS(0), runtime.Version(), o.samples, o.dir, bench.FileSystem(o.dir))
	return writeTable(os.Stdout, rows)
}

// site is a generated strategy and the edits that are made to it.
type site struct {
	dir      string
	chapters int
	page     string
	edits    []change
}

// change is a kind of edit: a text in a file that is replaced by another.
type change struct {
	what, file  string
	text, place string // place is replaced
	with        string // by this; %s is a word that was never there before
}

func newSite(dir, layouts string, n int) (*site, error) {
	if err := bench.Generate(dir, n); err != nil {
		return nil, err
	}
	s := &site{dir: dir, chapters: n, page: bench.ChapterPage(n/2 + 1)}
	base, err := os.ReadFile(filepath.Join(layouts, "base.html"))
	if err != nil {
		return nil, err
	}
	own := filepath.Join(dir, "layouts")
	if err := errors.Join(os.Mkdir(own, 0o777), os.WriteFile(filepath.Join(own, "base.html"), base, 0o666)); err != nil {
		return nil, err
	}
	s.edits = []change{
		{what: "body", file: bench.ChapterFile(n/2 + 1), place: "\n\n## ", with: "\n\nZdanie %s.\n\n## "},
		{what: "title", file: "content/index.md", place: "short: ", with: "short: %s "},
		{what: "layout", file: "layouts/base.html", place: "{{.Header}}", with: "{{.Header}}<p>%s</p>"},
	}
	for i := range s.edits {
		e := &s.edits[i]
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(e.file)))
		if err != nil {
			return nil, err
		}
		if e.text = string(b); !strings.Contains(e.text, e.place) {
			return nil, fmt.Errorf("%s holds no %q", e.file, e.place)
		}
	}
	return s, nil
}

// save writes the edit with a word, as an editor does, and returns when it began.
func (s *site) save(e change, word string) (time.Time, error) {
	text := []byte(strings.Replace(e.text, e.place, fmt.Sprintf(e.with, word), 1))
	start := time.Now()
	return start, os.WriteFile(filepath.Join(s.dir, filepath.FromSlash(e.file)), text, 0o666)
}

// seen waits until a word is seen, and returns when.
type seen func(ctx context.Context, word string) (time.Time, error)

// measure starts the program on a site and makes all edits.
func measure(ctx context.Context, o options, s *site) (rows []row, err error) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Minute)
	defer cancel()
	url, stop, err := serve(ctx, o.bin, s.dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, stop()) }()
	rows = make([]row, len(s.edits))
	client, err := listen(ctx, url, s.page)
	if err != nil {
		return nil, err
	}
	defer client.close()
	for i, e := range s.edits {
		rows[i] = row{chapters: s.chapters, what: e.what}
		if rows[i].bytes, err = sample(ctx, o, s, e, nil, client.sees); err != nil {
			return nil, err
		}
	}
	if !o.screen {
		return rows, nil
	}
	client.close()
	screen, err := browse(ctx, url+s.page)
	if err != nil {
		return nil, err
	}
	defer screen.close()
	for i, e := range s.edits {
		if rows[i].screen, err = sample(ctx, o, s, e, screen.await, screen.sees); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// sample makes an edit again and again, after one that does not count, and leaves
// the file as it was. prepare, if it is set, comes before each.
func sample(ctx context.Context, o options, s *site, e change, prepare func(ctx context.Context, word string) error, sees seen) ([]time.Duration, error) {
	var out []time.Duration
	for i := range o.samples + 1 {
		word := fmt.Sprintf("znacznik%d%s", i, strconv.FormatInt(time.Now().UnixNano(), 36))
		if prepare != nil {
			if err := prepare(ctx, word); err != nil {
				return nil, err
			}
		}
		start, err := s.save(e, word)
		if err != nil {
			return nil, err
		}
		patience, cancel := context.WithTimeout(ctx, time.Minute)
		end, err := sees(patience, word)
		cancel()
		if err != nil {
			return nil, fmt.Errorf("edit %d of the %s: %w", i, e.what, err)
		}
		if i > 0 {
			out = append(out, end.Sub(start))
		}
		time.Sleep(o.pause)
	}
	err := os.WriteFile(filepath.Join(s.dir, filepath.FromSlash(e.file)), []byte(e.text), 0o666)
	time.Sleep(time.Second) // it is built too
	slices.Sort(out)
	return out, err
}

// serve starts the preview and returns the address of the front page.
func serve(ctx context.Context, bin, dir string) (url string, stop func() error, err error) {
	cmd := exec.CommandContext(ctx, bin, "serve", "--lang", "en", "--addr", "127.0.0.1:0", "--editor", "none", dir)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, rest, ok := strings.Cut(lines.Text(), "http://"); ok {
			url = "http://" + strings.Fields(rest)[0]
			break
		}
	}
	if url == "" {
		return "", nil, errors.Join(fmt.Errorf("the preview did not start: %s", said.Bytes()), cmd.Wait())
	}
	go io.Copy(io.Discard, out)
	return url, func() error {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return err
		}
		return cmd.Wait()
	}, nil
}
