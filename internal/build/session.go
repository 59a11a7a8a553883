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
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"strategia/internal/check"
	"strategia/internal/diag"
	"strategia/internal/markdown"
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
	parsed  map[string]*parsed
	store   *store
	made    map[string]*made
	layouts layoutsMemo
	// making guards made.
	making sync.Mutex
	// recording says that the facts of artefacts will be asked for.
	recording bool
	// forget, in tests, makes the recorders forget one kind of fact.
	forget *site.FactKind
}

// parsed is what came of one Markdown file.
type parsed struct {
	sum   source.Sum
	lang  string
	entry *strategy.Entry
	diags []diag.Diagnostic
	prose blob
	csv   []blob
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
	return &Session{
		opts: opts, tree: tree, parsed: map[string]*parsed{}, made: map[string]*made{},
		store: &store{spill: opts.Once},
	}
}

// Close gives back what the session holds outside memory.
func (s *Session) Close() { s.store.close() }

// recordLimit is the number of texts up to which every build keeps the record of
// facts. It would be a quarter of the memory of a very large site, for a
// question that is hardly ever asked of one: there, only builds that ask keep it.
const recordLimit = 2000

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
		case strings.EqualFold(path.Ext(it.Path), ".md"):
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

// Update reads the folder as it is now and builds it as far as the plan: what
// has not changed since the last Update is not parsed again. The error is the
// environment's; mistakes of the author are diagnostics of the Build.
func (s *Session) Update(ctx context.Context) (*Build, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	in := s.list()
	b := &Build{session: s, Texts: len(in.texts), Files: len(in.texts) + len(in.others) + len(in.layouts)}
	b.add(in.diags...)
	if len(in.texts) == 0 {
		b.add(diag.New(diag.NoContent, source.Span{Path: contentDir}, path.Join(s.opts.Dir, contentDir)))
	}
	lang, err := s.parseAll(ctx, in.texts)
	if err != nil {
		return nil, err
	}
	b.parsed = s.parsed
	entries := make([]*strategy.Entry, 0, len(in.texts))
	for _, it := range in.texts {
		p := b.parsed[it.Path]
		entries = append(entries, p.entry)
		b.add(p.diags...)
	}
	files, err := s.files(b, in.others)
	if err != nil {
		return nil, err
	}
	loaded := s.loadLayouts(b, in.layouts, lang, files)
	b.add(loaded.diags...)
	b.link(entries, files, loaded.loaded)
	return b, b.finish()
}

// link makes the model and the plan of the site.
func (b *Build) link(entries []*strategy.Entry, files map[string]site.File, l *site.Layouts) {
	model, ds := strategy.LinkAll(entries)
	b.add(ds...)
	b.Strategy = model
	b.add(check.Run(model)...)
	b.add(missingFiles(model, files)...)
	b.add(missingEmblem(model, files)...)
	base := cmp.Or(b.session.opts.BaseURL, model.Index.Strategy.BaseURL)
	if base == "" {
		b.add(diag.New(diag.NoBaseURL, model.Index.At("base_url")))
	}
	plan, ds := site.New(site.Input{
		Strategy: model, Layouts: l, Files: files, BaseURL: base,
		Prose: b.prose, CSV: b.csv, Sum: b.sum, Deaf: b.session.deaf(len(entries)),
	})
	b.add(ds...)
	if b.session.opts.Compress {
		b.add(plan.AddTwins(twins, b.session.readCopied)...)
	}
	if b.session.forget != nil {
		plan.Forget(*b.session.forget)
	}
	b.Site = plan
}

// parseAll parses the texts that are new or changed and forgets those that are
// gone. It returns the document's language, which typography needs everywhere.
// What an earlier Build still reads stays as it is: the results make a new map.
func (s *Session) parseAll(ctx context.Context, texts []source.Item) (lang string, err error) {
	lang = "pl"
	var index *parsed
	if i := slices.IndexFunc(texts, func(it source.Item) bool { return it.Path == strategy.IndexPath }); i >= 0 {
		if index, err = s.parse(texts[i], "", s.parsed[strategy.IndexPath]); err != nil {
			return "", err
		}
		lang = cmp.Or(index.entry.Lang, lang)
	}
	results := make([]*parsed, len(texts))
	err = s.each(ctx, Reading, len(texts), func(i int) (err error) {
		old := s.parsed[texts[i].Path]
		if texts[i].Path == strategy.IndexPath {
			old = index
		}
		results[i], err = s.parse(texts[i], lang, old)
		return err
	})
	if err != nil {
		return "", err
	}
	next := make(map[string]*parsed, len(texts))
	for i, it := range texts {
		next[it.Path] = results[i]
	}
	s.parsed = next
	return lang, nil
}

// parse reads one file and parses it unless it is as it was when old came of it.
// The language "" is the file's own, for content/index.md.
func (s *Session) parse(it source.Item, lang string, old *parsed) (*parsed, error) {
	f, refused := s.tree.ReadItem(it)
	if refused != nil {
		f = source.NewFile(it.Path, nil)
	}
	if old != nil && old.sum == f.Sum && (old.lang == lang || lang == "") && refused == nil {
		return old, nil
	}
	lang = cmp.Or(lang, "pl")
	r := markdown.Parse(f, markdown.Options{Lang: lang, Reading: s.opts.Reading})
	p := &parsed{sum: f.Sum, lang: lang, entry: r.Entry, diags: r.Diags}
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
	return p, nil
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

// files returns what is copied to the site: the built-in static files, over them
// the site's own, and what lies beside the texts.
func (s *Session) files(b *Build, others []source.Item) (map[string]site.File, error) {
	out := map[string]site.File{}
	err := fs.WalkDir(static.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := static.FS.ReadFile(p)
		out[p] = site.File{Source: staticDir + "/" + p, Sum: source.NewFile(p, text).Sum}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, it := range others {
		f, err := s.tree.ReadItem(it)
		if err != nil {
			b.add(unreadable(it, err))
			continue
		}
		b.others = append(b.others, hashed{it.Path, f.Sum})
		_, published, _ := strings.Cut(it.Path, "/")
		out[published] = site.File{Source: it.Path, Sum: f.Sum}
	}
	return out, nil
}

// loadLayouts parses the layouts unless they are as they were.
func (s *Session) loadLayouts(b *Build, items []source.Item, lang string, files map[string]site.File) *layoutsMemo {
	own := map[string]*source.File{}
	key := lang
	var stamps map[string]string
	if s.opts.Stamp {
		stamps = site.Stamps(files)
		key += fmt.Sprint(stamps) // sorted
	}
	for _, it := range items {
		f, err := s.tree.ReadItem(it)
		if err != nil {
			b.add(unreadable(it, err))
			continue
		}
		b.others = append(b.others, hashed{it.Path, f.Sum})
		own[it.Path] = f
		key += "\x00" + it.Path + string(f.Sum[:])
	}
	if s.layouts.loaded == nil || s.layouts.key != key {
		l, ds := site.LoadLayouts(site.Overlay(own, layouts.FS), layouts.FS, lang, stamps)
		s.layouts = layoutsMemo{key, l, ds}
	}
	return &s.layouts
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
