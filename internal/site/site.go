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
	"sync"

	"strategia/internal/diag"
	"strategia/internal/search"
	"strategia/internal/search/lexicon"
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
	// Twins are the ways in which files are compressed beside themselves;
	// Copied gives the bytes of a file that is copied, for its twins.
	Twins  []Twin
	Copied func(source string) ([]byte, error)
	// Lexicon gives the words of a language for the search, or nil if nothing is
	// known of it; the field itself may be nil.
	Lexicon func(lang string) lexicon.Words
	// Cuts remembers the texts that were cut into words for the search; nil where
	// nothing is made twice.
	Cuts *search.Memory
	// Deaf says that nobody will ask which facts an artefact depends on.
	Deaf bool
}

// File is a file copied from the sources.
type File struct {
	Source string
	Sum    source.Sum
	// Width and Height of an image in CSS pixels; 0 if they are not known.
	Width, Height int
}

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
	// permalink, paragraph and row are the names of the links to headings,
	// paragraphs and rows.
	permalink, paragraph, row phrase
	// newest and reviewed are what the site knows of the present, worked out
	// once, as every indicator and every action asks.
	newest   func() int
	reviewed func() strategy.Date
	years    func() []int // of which there are reports
	// lists are the sums of which entities of a kind there are.
	lists *[strategy.KindTerm + 1]func() Sum
	parts []*searchPart
	plan
	// forget makes the recorders forget a kind of fact (+1), to prove that
	// forgetting is noticed.
	forget FactKind
}

// New plans the site. Diagnostics tell of two artefacts for one path.
func New(in Input) (*Site, []diag.Diagnostic) {
	s := newSite(in)
	s.terms, s.tagged = newTermTable(s.s.Terms), s.s.Tagged()
	s.lists = s.sumLists()
	s.plan = s.makePlan()
	return s, append(slices.Clone(s.clashes), s.makeChrome(nil)...)
}

// Again does what New does, for a strategy that was linked again from the one of
// this site with the changes, and shares with this site what is still so.
func (s *Site) Again(in Input, changes []strategy.Change) (*Site, []diag.Diagnostic) {
	next := newSite(in)
	var ok bool
	if next.plan, ok = next.planAgain(s, changes); !ok {
		return New(in)
	}
	next.lists, next.terms, next.tagged = s.lists, s.terms, s.tagged
	moves := slices.ContainsFunc(changes, strategy.Change.Moves)
	if moves {
		next.lists = next.sumLists()
	}
	if moves && s.tagged != nil || slices.ContainsFunc(changes, func(c strategy.Change) bool { return carried(c.Old) != nil || carried(c.New) != nil }) {
		next.tagged = next.s.Tagged()
	}
	if s.s.Glossary != next.s.Glossary {
		next.terms = newTermTable(next.s.Terms)
	}
	return next, next.makeChrome(s)
}

func newSite(in Input) *Site {
	s := &Site{in: in, s: in.Strategy, folders: map[strategy.Kind]string{}}
	for kind, word := range folderKinds {
		s.folders[kind] = s.Words().Get(word) + "/"
	}
	s.folders[strategy.KindNone] = s.Words().Get("path.data") + "/"
	s.doc = s.documentFacts()
	s.newest, s.reviewed = sync.OnceValue(s.s.NewestYear), sync.OnceValue(s.s.LastReview)
	s.years = sync.OnceValue(s.s.Years)
	s.permalink, s.paragraph, s.row = s.Words().phrase("permalink"), s.Words().phrase("passage.paragraph"), s.Words().phrase("passage.row")
	s.parts, s.versions = s.searchParts(), s.s.Versions()
	return s
}

// Words returns the words of the interface.
func (s *Site) Words() *Words { return s.in.Layouts.Words }

// Base returns the site's absolute address, or "".
func (s *Site) Base() string { return s.doc.base }

// Forget makes recorders forget one kind of fact. It exists to prove, in tests,
// that the comparison of incremental with clean builds notices.
func (s *Site) Forget(k FactKind) { s.forget = k + 1 }

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
	if err := a.write(s, r, w); err != nil {
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
