// Package site knows which artefacts a strategy's site consists of, their
// addresses, and the closed view that each layout receives. An artefact is a
// pure function of a short list of facts, which a Recorder hands out and notes;
// whoever keeps the list knows when the artefact must be made again.
//
// The package reads no file: what it needs of the sources comes through Input.
// The views in views.go are all that a layout may see.
package site

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// Input is what a site is made of.
type Input struct {
	Strategy *strategy.Strategy
	Layouts  *Layouts
	// Prose returns an entry's body as HTML with slots, which must not be
	// changed; *buf is room for it where it is not in memory. CSV returns its
	// i-th table.
	Prose func(e *strategy.Entry, buf *[]byte) []byte
	CSV   func(e *strategy.Entry, i int) []byte
	// Sum returns the hash of a source file.
	Sum func(path string) source.Sum
	// Files are copied to the site as they are, by their path on the site.
	Files map[string]File
	// BaseURL is the site's absolute address ending in "/", or "".
	BaseURL string
	// Deaf says that nobody will ask which facts an artefact depends on.
	Deaf bool
}

// File is a file copied from the sources.
type File struct {
	Source string
	Sum    source.Sum
}

// Artefact is one file of the site.
type Artefact struct {
	// Path is relative to the output folder, slash-separated.
	Path string
	// Layout is the layout that makes it, or "" for data.
	Layout string
	// Source is set where the artefact is a copy of that source file.
	Source string
	// Sealed says that the path tells all that the artefact is made of: what
	// stands there already need not be made again.
	Sealed bool
	// file is set where Source is: the path before it was stamped.
	file  string
	write func(r *Recorder, w io.Writer) error
}

// Page reports whether the artefact is a page for people.
func (a *Artefact) Page() bool { return a.Layout != "" }

// Site is the plan of a site and what its artefacts are made from.
type Site struct {
	in      Input
	s       *strategy.Strategy
	folders map[strategy.Kind]string
	facts   facts
	chrome  [2]chrome
	terms   *termTable
	tagged  []*strategy.Tagged
	// versions of what is there in more than one language.
	versions map[*strategy.Entry][]*strategy.Entry
	doc      documentFacts
	// permalink is what the name of a permalink has around the citation.
	permalink [2]string
	// Artefacts in the order of their paths.
	Artefacts []*Artefact
	byPath    map[string]*Artefact
	sealed    map[string]bool
	// forget makes the recorders forget a kind of fact (+1), to prove that
	// forgetting is noticed.
	forget FactKind
}

// New plans the site. Diagnostics tell of two artefacts for one path.
func New(in Input) (*Site, []diag.Diagnostic) {
	s := &Site{in: in, s: in.Strategy, folders: map[strategy.Kind]string{}, sealed: map[string]bool{}}
	for kind, word := range folderKinds {
		s.folders[kind] = s.Words().Get(word) + "/"
	}
	s.folders[strategy.KindNone] = s.Words().Get("path.data") + "/"
	s.doc = s.documentFacts()
	s.permalink[0], s.permalink[1] = s.Words().around("permalink")
	s.terms = newTermTable(s.s.Terms)
	s.tagged, s.versions = s.s.Tagged(), s.s.Versions()
	ds := s.plan()
	ds = append(ds, s.makeChrome()...)
	return s, ds
}

// Words returns the words of the interface.
func (s *Site) Words() *Words { return s.in.Layouts.Words }

// Base returns the site's absolute address, or "".
func (s *Site) Base() string { return s.doc.base }

// Forget makes recorders forget one kind of fact. It exists to prove, in tests,
// that the comparison of incremental with clean builds notices.
func (s *Site) Forget(k FactKind) { s.forget = k + 1 }

// Find returns the artefact at path, or nil.
func (s *Site) Find(path string) *Artefact { return s.byPath[path] }

// Render makes an artefact, writes it to w and returns the facts it depends on,
// each once, in the order in which they were first asked for.
func (s *Site) Render(a *Artefact, w io.Writer) (facts []*Fact, err error) {
	defer func() {
		if p := recover(); p != nil {
			le, ok := p.(*LayoutError) // of a block within a text
			if !ok {
				panic(p)
			}
			err = le
		}
	}()
	r := &Recorder{s: s, scratch: scratches.Get().(*scratch)}
	defer scratches.Put(r.scratch)
	if err := a.write(r, w); err != nil {
		return nil, fmt.Errorf("make %s: %w", a.Path, err)
	}
	return r.facts, nil
}

// Fact returns a fact of this build by its name.
func (s *Site) Fact(n FactName) *Fact { return s.facts.get(n.Kind, n.Arg) }

// Sum returns the hash of what a fact of this build says.
func (s *Site) Sum(f *Fact) Sum {
	f.once.Do(func() { f.sum = s.factSum(f.FactName) })
	return f.sum
}

// add plans an artefact.
func (s *Site) add(path, layout string, write func(r *Recorder, w io.Writer) error) {
	s.Artefacts = append(s.Artefacts, &Artefact{Path: path, Layout: layout, write: write})
}

// addPage plans a page: view is called with the recorder of the page's making.
func (s *Site) addPage(path, layout string, view func(r *Recorder) any) {
	s.add(path, layout, func(r *Recorder, w io.Writer) error {
		r.note(FactLayout, layout)
		return s.in.Layouts.run(layout, w, view(r))
	})
}

// index sorts the artefacts and reports paths that more than one would take,
// also where they differ only in case, as some file systems don't tell.
func (s *Site) index() []diag.Diagnostic {
	slices.SortStableFunc(s.Artefacts, func(a, b *Artefact) int { return strings.Compare(a.Path, b.Path) })
	s.byPath = make(map[string]*Artefact, len(s.Artefacts))
	folded := make(map[string]*Artefact, len(s.Artefacts))
	var ds []diag.Diagnostic
	for _, a := range s.Artefacts {
		key := strings.ToLower(a.Path)
		if first := folded[key]; first != nil {
			ds = append(ds, diag.New(diag.PathClash, source.Span{Path: s.sourceOf(a)}, a.Path, first.Path, s.sourceOf(first)))
			continue
		}
		folded[key] = a
		s.byPath[a.Path] = a
	}
	return ds
}

// sourceOf names the file that an artefact is due to, as well as can be told.
func (s *Site) sourceOf(a *Artefact) string {
	if a.Source != "" {
		return a.Source
	}
	return s.s.Index.Path
}
