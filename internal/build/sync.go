package build

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"strategia/internal/diag"
	"strategia/internal/site"
	"strategia/internal/source"
)

// Report says what writing a site came to.
type Report struct {
	Files     int // sources read
	Texts     int // Markdown files among them
	Pages     int // pages of the site
	Written   int // artefacts that were new or had changed
	Unchanged int
	Removed   int
	// Warnings and Notes of the build; of the last one if nothing had changed.
	Warnings, Notes int
	// Recognised says that the sources were those of the last build, so that
	// nothing was built.
	Recognised bool
	// Failed says that there are errors and nothing was written.
	Failed      bool
	Diagnostics []diag.Diagnostic
	// Why lists, if asked for, the artefacts that were written and the facts
	// that had changed.
	Why []Reason
}

// Output says where and how a site is written.
type Output struct {
	Dir    string // the output folder; "" makes all artefacts and writes none
	Strict bool   // warnings count as errors
	Why    bool   // fill Report.Why
}

// Run builds the site and writes it to the output folder. Nothing is written if
// there is an error; an artefact whose bytes are as they were is left untouched;
// what the last build wrote and this one doesn't is removed. A build that is
// killed leaves every file whole, the old one or the new.
func (s *Session) Run(ctx context.Context, out Output) (*Report, error) {
	var old *marker
	if out.Dir != "" {
		if err := s.refuseOutput(out.Dir); err != nil {
			return nil, err
		}
		var err error
		if old, err = readMarker(out.Dir); err != nil {
			return nil, err
		}
	}
	hash := ""
	if old != nil && old.inputs != "" && !out.Why && !(out.Strict && old.warnings > 0) && !newer(out.Dir) {
		var err error
		if hash, err = s.hashAll(ctx); err != nil {
			return nil, err
		}
		if hash == old.inputs && old.intact(out.Dir) {
			return &Report{
				Files: old.files, Texts: old.texts, Pages: old.pages, Unchanged: len(old.outputs),
				Warnings: old.warnings, Notes: old.notes, Recognised: true,
			}, nil
		}
	}
	s.recording = out.Why
	b, err := s.Update(ctx)
	if err != nil {
		return nil, err
	}
	w := &writer{b: b, out: out, old: old, stale: out.Dir != "" && newer(out.Dir)}
	return w.run(ctx)
}

// refuseOutput refuses an output folder in which or from which the site's own
// files would be lost.
func (s *Session) refuseOutput(out string) error {
	abs, err := filepath.Abs(out)
	if err != nil {
		return fmt.Errorf("find the output folder: %w", err)
	}
	dir, err := filepath.Abs(s.opts.Dir)
	if err != nil {
		return fmt.Errorf("find the site's folder: %w", err)
	}
	abs, dir = realPath(abs), realPath(dir)
	for _, own := range []string{contentDir, layoutsDir, staticDir} {
		if inside(abs, filepath.Join(dir, own)) {
			return &OverlapError{Out: out, Own: filepath.Join(s.opts.Dir, own)}
		}
	}
	if inside(dir, abs) {
		return &OverlapError{Out: out, Own: s.opts.Dir}
	}
	return nil
}

// OverlapError says that the output folder lies within a folder of the sources,
// or they within it.
type OverlapError struct{ Out, Own string }

func (e *OverlapError) Error() string {
	return fmt.Sprintf("output folder %s and the site's own %s overlap", e.Out, e.Own)
}

// realPath resolves the symbolic links of as much of p as exists.
func realPath(p string) string {
	if r, err := filepath.EvalSymlinks(p); err == nil {
		return r
	}
	parent := filepath.Dir(p)
	if parent == p {
		return p
	}
	return filepath.Join(realPath(parent), filepath.Base(p))
}

// inside reports whether p is dir or lies below it.
func inside(p, dir string) bool {
	rel, err := filepath.Rel(dir, p)
	return err == nil && filepath.IsLocal(rel)
}

// hashAll reads and hashes all sources and returns the hash of the inputs.
func (s *Session) hashAll(ctx context.Context) (string, error) {
	in := s.list()
	items := append(append(in.texts, in.others...), in.layouts...)
	if s.tree.Lists(LedgerPath) {
		items = append(items, source.Item{Path: LedgerPath})
	}
	sums := make([]source.Sum, len(items))
	rooms := sync.Pool{New: func() any { return new([64 << 10]byte) }}
	err := s.each(ctx, Reading, len(items), func(i int) (err error) {
		room := rooms.Get().(*[64 << 10]byte)
		sums[i], err = s.tree.Sum(items[i], room[:])
		rooms.Put(room)
		return err
	})
	if err != nil {
		return "", nil // the build itself will say what can't be read
	}
	byPath := make(map[string]source.Sum, len(items))
	for i, it := range items {
		byPath[it.Path] = sums[i]
	}
	return s.inputsHash(byPath), nil
}

// writer makes all artefacts of a build and brings them to the output folder.
type writer struct {
	b     *Build
	out   Output
	old   *marker
	stage string   // folder of the files to be moved into place, laid out as the output
	lock  *os.File // in the stage, held while the build writes
	fresh bool     // the output folder was not there

	mu      sync.Mutex
	renames []int // indexes of artefacts that are staged
	sizes   []int64
	facts   [][]*site.Fact
	stale   bool                       // the program is newer than the output
	broken  map[string]diag.Diagnostic // of layouts
}

func (w *writer) run(ctx context.Context) (*Report, error) {
	b := w.b
	failed := b.Failed(w.out.Strict)
	if w.out.Dir != "" && !failed {
		defer w.closeStage()
		if err := w.openStage(); err != nil {
			return nil, err
		}
	}
	n := len(b.Site.Artefacts)
	w.sizes, w.facts, w.broken = make([]int64, n), make([][]*site.Fact, n), map[string]diag.Diagnostic{}
	all, err := w.makeAll(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range w.broken {
		b.add(d)
	}
	if len(w.broken) == 0 && !failed {
		found, err := b.verify(all)
		if err != nil {
			return nil, err
		}
		b.add(found...)
		if found, err = b.verifyDeclaration(); err != nil {
			return nil, err
		}
		b.add(found...)
	}
	b.Diagnostics = diag.Sort(b.Diagnostics)
	r := &Report{
		Files: b.Files, Texts: b.Texts, Diagnostics: b.Diagnostics, Failed: b.Failed(w.out.Strict),
		Warnings: diag.Count(b.Diagnostics, diag.Warning), Notes: diag.Count(b.Diagnostics, diag.Note),
	}
	for _, a := range b.Site.Artefacts {
		if a.Page() {
			r.Pages++
		}
	}
	if w.out.Dir == "" || r.Failed {
		return r, nil
	}
	return r, w.commit(r)
}

// makeAll makes all artefacts into the stage. Every worker has its own sink.
func (w *writer) makeAll(ctx context.Context) ([]*links, error) {
	var mu sync.Mutex
	var all []*links
	pool := sync.Pool{New: func() any {
		l := newLinks(w.b.Site)
		mu.Lock()
		all = append(all, l)
		mu.Unlock()
		return &worker{links: l}
	}}
	var alone sync.Mutex
	order := spread(w.b.Site.Artefacts)
	err := w.b.session.each(ctx, Making, len(order), func(n int) error {
		i := order[n]
		if w.b.Site.Artefacts[i].Alone {
			alone.Lock()
			defer alone.Unlock()
		}
		wk := pool.Get().(*worker)
		defer pool.Put(wk)
		return w.make(wk, i)
	})
	return all, err
}

// spread orders artefacts so that those of one folder lie apart, and those which are
// made alone: no worker waits for another, nor do two make files in a folder, of
// which the system makes one at a time.
func spread(artefacts []*site.Artefact) []int {
	groups := map[string][]int{} // by folder; those made alone by none
	order, at := make([]int, len(artefacts)), make([]float64, len(artefacts))
	for i, a := range artefacts {
		folder := ""
		if !a.Alone {
			folder = path.Dir(a.Path)
		}
		groups[folder], order[i] = append(groups[folder], i), i
	}
	for _, group := range groups {
		for n, i := range group {
			at[i] = (float64(n) + .5) / float64(len(group))
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(at[a], at[b]) })
	return order
}

// sealed reports whether a sealed artefact need not be made: what this program
// wrote under its name is there, or nothing is going to be written.
func (w *writer) sealed(i int) bool {
	if w.stage == "" {
		return true
	}
	if w.old == nil || w.stale {
		return false
	}
	a := w.b.Site.Artefacts[i]
	size, ours := w.old.outputs[a.Path]
	there, err := os.Lstat(w.target(a))
	w.sizes[i] = size
	return ours && err == nil && there.Mode().IsRegular() && there.Size() == size
}

type worker struct {
	sink  sink
	links *links
}

// make makes one artefact and stages it unless the output has it already.
func (w *writer) make(wk *worker, i int) error {
	a := w.b.Site.Artefacts[i]
	if a.Sealed && w.sealed(i) {
		return nil
	}
	var scan func([]byte)
	if a.Page() {
		scan = wk.links.scanner(i, a.Path)
	}
	staged, old := "", ""
	if w.stage != "" {
		staged = filepath.Join(w.stage, filepath.FromSlash(a.Path))
		if !w.fresh {
			old = w.target(a)
		}
	}
	wk.sink.reset(staged, scan)
	if err := w.fill(wk, i); err != nil {
		if le, ok := authorError(err); ok {
			w.mu.Lock()
			w.broken[a.Layout] = le.Diagnostic
			w.mu.Unlock()
			return nil
		}
		return err
	}
	same, err := wk.sink.end(old)
	if err != nil {
		return err
	}
	if scan != nil {
		wk.links.endPage()
	}
	w.sizes[i] = wk.sink.size
	if !same && w.stage != "" {
		w.mu.Lock()
		w.renames = append(w.renames, i)
		w.mu.Unlock()
	}
	return nil
}

func (w *writer) fill(wk *worker, i int) (err error) {
	a := w.b.Site.Artefacts[i]
	if a.Source == "" {
		w.facts[i], err = w.b.render(a, &wk.sink)
		return err
	}
	f := w.b.session.File(a.Source)
	if f == nil {
		return fmt.Errorf("read %s: the file is gone", a.Source)
	}
	w.facts[i] = []*site.Fact{w.b.Site.Fact(site.FactName{Kind: site.FactFile, Arg: a.Path})}
	_, err = wk.sink.Write(f.Bytes)
	return err
}

func (w *writer) target(a *site.Artefact) string {
	return filepath.Join(w.out.Dir, filepath.FromSlash(a.Path))
}
