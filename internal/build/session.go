// Package build knows the order of the stages: read, parse, link, check, plan,
// make, write. It keeps what can be kept between two builds, and it is the only
// package that writes files. It knows no flags, no HTTP and no watching.
//
// A Session builds one folder, once or again and again. Each Update gives a
// Build: the linked model, the plan of the site and all diagnostics. Artefacts
// are made when they are asked for (Build.Make), or all of them at once and
// written to a folder (Build.Sync).
package build

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"strategia/internal/arena"
	"strategia/internal/check"
	"strategia/internal/diag"
	"strategia/internal/markdown"
	"strategia/internal/observation"
	"strategia/internal/persistent"
	"strategia/internal/search"
	"strategia/internal/search/lexicon"
	"strategia/internal/site"
	"strategia/internal/source"
	"strategia/internal/strategy"
	"strategia/layouts"
	"strategia/static"
)

// Version of the program. It is part of what an output is recognised by.
const Version = "0.1.0"

// Options of a session.
type Options struct {
	// Dir is the site's folder, the one that holds content/.
	Dir string
	// BaseURL overrides the site's own; it ends in "/" or is "".
	BaseURL string
	// Once says that the session builds a single time, so that rendered
	// bodies may leave memory and artefacts need not be kept.
	Once bool
	// Stamp publishes style sheets and scripts under names that tell their
	// content; Compress adds compressed twins.
	Stamp, Compress bool
	// Reading asks how hard the texts are to read.
	Reading bool
	// Lines makes the blocks of pages tell their place in the sources, for a
	// preview (site.SourceAttribute).
	Lines bool
	// Workers is the number of goroutines; 0 means one a core.
	Workers int
	// Progress is told how many of total steps of a stage are done; it may be
	// nil. It is called from one goroutine at a time.
	Progress func(stage Stage, done, total int)
}

// Stage is a stage of a build that may take long.
type Stage uint8

// The stages that report progress.
const (
	Reading Stage = iota
	Making
)

// Session builds one site.
type Session struct {
	opts Options
	tree *source.Tree

	mu      sync.Mutex
	parsed  persistent.Map[string, *parsed]
	arena   arenas
	store   *store
	made    map[string]*made
	layouts layoutsMemo
	linker  strategy.Linker
	keeper  check.Keeper
	// last is what stands from the last Update; nil if there is none that
	// went well, and in sessions that build once.
	last *standing
	// making guards made and madeSize, the bytes that made holds.
	making   sync.Mutex
	madeSize int
	words    map[string]lexicon.Words // by language, guarded by making
	cuts     *search.Memory           // nil in sessions that build once
	// recording says that the facts of artefacts will be asked for.
	recording bool
	// forget, in tests, makes the recorders forget one kind of fact.
	forget *site.FactKind
}

// parsed is what came of one Markdown file.
type parsed struct {
	sum  source.Sum
	lang string
	// dataPath is where the observations of an indicator are looked for, data
	// their hash, zero if there are none.
	dataPath string
	data     source.Sum
	entry    *strategy.Entry
	diags    []diag.Diagnostic
	prose    blob
	csv      []blob
	// refused says that the file could not be read.
	refused bool
}

// arenas have room for what came of files.
type arenas struct {
	mu    sync.Mutex
	texts arena.List[parsed]
	blobs arena.List[blob]
}

// keep moves p there.
func (a *arenas) keep(p parsed) *parsed {
	a.mu.Lock()
	defer a.mu.Unlock()
	p.csv = a.blobs.Copy(p.csv)
	return a.texts.Add(p)
}

type layoutsMemo struct {
	key    string
	loaded *site.Layouts
	diags  []diag.Diagnostic
}

// NewSession opens the site's folder.
func NewSession(opts Options) (*Session, error) {
	tree, err := source.Open(opts.Dir)
	if err != nil {
		return nil, err
	}
	return newSession(tree, opts), nil
}

func newSession(tree *source.Tree, opts Options) *Session {
	if opts.Workers == 0 {
		opts.Workers = runtime.GOMAXPROCS(0)
	}
	var cuts *search.Memory
	if !opts.Once {
		cuts = &search.Memory{}
	}
	return &Session{
		opts: opts, tree: tree, cuts: cuts, made: map[string]*made{}, words: map[string]lexicon.Words{},
		store: &store{spill: opts.Once},
	}
}

// Close gives back what the session holds outside memory.
func (s *Session) Close() { s.store.close() }

// recordLimit is the number of texts up to which every build keeps the record of
// facts. It would be a tenth of the time and a quarter of the memory of a very
// large site, for a question that is hardly ever asked of one: there, only builds
// that ask keep it.
const recordLimit = 500

func (s *Session) deaf(texts int) bool { return s.opts.Once && !s.recording && texts > recordLimit }

// inputs are the files of one build.
type inputs struct {
	texts   []source.Item // Markdown files
	others  []source.Item // files to copy, of content and static
	layouts []source.Item
	diags   []diag.Diagnostic
}

const (
	contentDir = "content"
	staticDir  = "static"
	layoutsDir = "layouts"
	// LedgerPath is the record of published ids, kept beside the text.
	LedgerPath = "content/published.txt"
)

func (s *Session) list() inputs {
	var in inputs
	content, refused := s.tree.List(contentDir)
	for _, it := range content {
		switch {
		case isText(it.Path):
			in.texts = append(in.texts, it)
		case it.Path != LedgerPath:
			in.others = append(in.others, it)
		}
	}
	statics, more := s.tree.List(staticDir)
	refused = append(refused, more...)
	for _, it := range statics {
		if path.Ext(it.Path) != ".go" {
			in.others = append(in.others, it)
		}
	}
	known := site.LayoutNames()
	all, more := s.tree.List(layoutsDir)
	refused = append(refused, more...)
	for _, it := range all {
		name := strings.TrimPrefix(it.Path, layoutsDir+"/")
		switch {
		case site.IsLayout(name):
			in.layouts = append(in.layouts, it)
		case path.Ext(name) != ".go":
			d := diag.New(diag.LayoutUnknown, source.Span{Path: it.Path}, name)
			if near, ok := diag.Nearest(name, known); ok {
				d = d.With(diag.HintNearest, near)
			}
			in.diags = append(in.diags, d)
		}
	}
	in.diags = append(in.diags, refusals(refused)...)
	return in
}

// isText reports whether a file of the content is a Markdown file.
func isText(p string) bool {
	return strings.HasPrefix(p, contentDir+"/") && strings.EqualFold(path.Ext(p), ".md")
}

func refusals(refused []source.Refusal) []diag.Diagnostic {
	codes := map[source.Reason]diag.Code{
		source.Symlink: diag.Symlink, source.Special: diag.SpecialFile, source.BadName: diag.BadName,
		source.Unreadable: diag.Unreadable,
	}
	var ds []diag.Diagnostic
	for _, r := range refused {
		arg := r.Path
		switch {
		case r.Err != nil:
			arg = r.Err.Error()
		case r.Reason == source.Twice:
			ds = append(ds, diag.New(diag.PathClash, source.Span{Path: r.Path}, r.Path, r.Path, r.Path))
			continue
		}
		ds = append(ds, diag.New(codes[r.Reason], source.Span{Path: r.Path}, arg))
	}
	return ds
}

// unreadable reports a file that could not be read.
func unreadable(it source.Item, err error) diag.Diagnostic {
	if errors.Is(err, source.ErrTooBig) {
		return diag.New(diag.FileTooBig, source.Span{Path: it.Path}, fmt.Sprint(source.MaxFile>>20))
	}
	return diag.New(diag.Unreadable, source.Span{Path: it.Path}, err.Error())
}

// lexicon remembers, between builds, what was looked up for the search.
func (s *Session) lexicon(lang string) lexicon.Words {
	s.making.Lock()
	defer s.making.Unlock()
	w, ok := s.words[lang]
	if !ok {
		if l := lexicon.For(lang); l != nil {
			w = lexicon.Remember(l)
		}
		s.words[lang] = w
	}
	return w
}

// parse reads one file and parses it unless it is as it was when old came of it.
// The language "" is the file's own, for content/index.md.
func (s *Session) parse(it source.Item, lang string, old *parsed) (*parsed, error) {
	f, refused := s.tree.ReadItem(it)
	if refused != nil {
		f = source.NewFile(it.Path, nil)
	}
	if old != nil && old.sum == f.Sum && (old.lang == lang || lang == "") && refused == nil && !old.refused && s.sameData(old) {
		return old, nil
	}
	lang = cmp.Or(lang, "pl")
	r := markdown.Parse(f, markdown.Options{Lang: lang, Reading: s.opts.Reading, Lines: s.opts.Lines})
	p := parsed{sum: f.Sum, lang: lang, entry: r.Entry, diags: r.Diags, refused: refused != nil}
	s.attach(&p)
	if refused != nil {
		p.diags = []diag.Diagnostic{unreadable(it, refused)}
	}
	var err error
	if p.prose, err = s.store.put(r.Prose); err != nil {
		return nil, err
	}
	for _, table := range r.CSV {
		at, err := s.store.put(table)
		if err != nil {
			return nil, err
		}
		p.csv = append(p.csv, at)
	}
	return s.arena.keep(p), nil
}

// attach reads the observations of an indicator.
func (s *Session) attach(p *parsed) {
	if p.dataPath = p.entry.DataPath(); p.dataPath == "" {
		return
	}
	f := s.data(p.dataPath)
	if f != nil {
		p.data = f.Sum
	}
	p.diags = append(p.diags, observation.Attach(p.entry, f)...)
}

// sameData reports whether the observations are as they were.
func (s *Session) sameData(old *parsed) bool {
	if old.dataPath == "" {
		return true
	}
	var sum source.Sum
	if f := s.data(old.dataPath); f != nil {
		sum = f.Sum
	}
	return sum == old.data
}

// data reads a file of observations; nil if there is none that may be read.
func (s *Session) data(name string) *source.File {
	f, err := s.tree.Read(name)
	if err != nil {
		return nil
	}
	return f
}

// facts is the hash of all that a text says, with its data.
func (p *parsed) facts() source.Sum {
	if p.data == (source.Sum{}) {
		return p.sum
	}
	return sha256.Sum256(append(p.sum[:], p.data[:]...))
}

// each runs f for 0…n-1 on the session's workers and stops at the first error.
func (s *Session) each(ctx context.Context, stage Stage, n int, f func(i int) error) error {
	var next, done atomic.Int64
	var mu sync.Mutex
	var first error
	var wg sync.WaitGroup
	for range min(s.opts.Workers, n) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || ctx.Err() != nil {
					return
				}
				err := f(i)
				count := done.Add(1)
				if err == nil && (s.opts.Progress == nil || count%64 != 0 && int(count) != n) {
					continue
				}
				mu.Lock()
				if err != nil && first == nil {
					first = err
					next.Store(int64(n))
				}
				if s.opts.Progress != nil {
					s.opts.Progress(stage, int(count), n)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return cmp.Or(first, ctx.Err())
}

// File returns a source file as it is now, a built-in one where the site has no
// own; nil if there is none. It serves excerpts in diagnostics and copies.
func (s *Session) File(name string) *source.File {
	if f, err := s.tree.Read(name); err == nil {
		return f
	}
	for dir, builtin := range map[string]fs.ReadFileFS{layoutsDir: layouts.FS, staticDir: static.FS} {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			if b, err := builtin.ReadFile(rest); err == nil {
				return source.NewFile(name, b)
			}
		}
	}
	return nil
}
