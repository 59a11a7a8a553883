package build

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"strategia/internal/check"
	"strategia/internal/diag"
	"strategia/internal/markdown"
	"strategia/internal/site"
	"strategia/internal/source"
	"strategia/internal/strategy"
	"strategia/layouts"
	"strategia/static"
)

// files are what is copied to the site.
type files struct {
	published map[string]site.File
	read      map[string]readFile // by source path; built-in files are not there
	// data are the tables of indicators, which the site publishes in a form
	// that every program reads, not as they lie there.
	data map[string]bool
}

// readFile is what came of reading a file.
type readFile struct {
	sum           source.Sum
	width, height int // of an image
	// failed says why it can't be published, kept why it isn't, though that
	// keeps nothing else from being.
	failed, kept []diag.Diagnostic
}

// builtin are the static files of the program.
var builtin = sync.OnceValue(func() map[string]site.File {
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
		panic(err) // the program lacks a part of itself
	}
	return out
})

// readFiles reads what is copied to the site: the built-in static files, over
// them the site's own, and what lies beside the texts.
func (u *updating) readFiles() {
	others, data := u.now.in.others, u.dataFiles()
	if u.old != nil && !u.listed && maps.Equal(data, u.old.files.data) && !slices.ContainsFunc(others, func(it source.Item) bool { return u.stale(it.Path) }) {
		u.now.files = u.old.files
	} else {
		u.now.files = files{maps.Clone(builtin()), make(map[string]readFile, len(others)), data}
		for _, it := range others {
			u.now.files.add(it, u.readFile(it))
		}
	}
	for _, it := range others {
		u.noteRead(it.Path, u.now.files.read[it.Path])
	}
}

// dataFiles are the tables that indicators take their values from.
func (u *updating) dataFiles() map[string]bool {
	out := map[string]bool{}
	if !slices.ContainsFunc(u.now.in.others, func(it source.Item) bool {
		return strings.EqualFold(path.Ext(it.Path), ".csv") || strings.EqualFold(path.Ext(it.Path), ".xlsx")
	}) {
		return out
	}
	for _, it := range u.now.in.texts {
		if p := u.parsed.Get(it.Path).dataPath; p != "" {
			out[p] = true
		}
	}
	return out
}

func (fs *files) add(it source.Item, r readFile) {
	fs.read[it.Path] = r
	if r.failed == nil && r.kept == nil && !fs.data[it.Path] {
		_, published, _ := strings.Cut(it.Path, "/")
		fs.published[published] = site.File{Source: it.Path, Sum: r.sum, Width: r.width, Height: r.height}
	}
}

// readFile reads a file unless it is known to be as it was.
func (u *updating) readFile(it source.Item) readFile {
	if u.old != nil && !u.stale(it.Path) {
		if r, known := u.old.files.read[it.Path]; known {
			return r
		}
	}
	f, err := u.s.tree.ReadItem(it)
	if err != nil {
		return readFile{failed: []diag.Diagnostic{unreadable(it, err)}}
	}
	r := readFile{sum: f.Sum}
	if strings.HasPrefix(it.Path, contentDir+"/") { // static is of those who keep the site
		r.failed, r.kept = active(f), misnamed(f)
	}
	r.width, r.height = imageSize(f)
	return r
}

// noteRead notes that the build depends on a file that is not parsed.
func (u *updating) noteRead(p string, r readFile) {
	u.add(r.failed...)
	u.add(r.kept...)
	if r.failed == nil {
		u.others = append(u.others, hashed{p, r.sum})
	}
}

// loadLayouts parses the layouts unless they are as they were.
func (u *updating) loadLayouts() {
	s := u.s
	own := map[string]*source.File{}
	key := u.now.lang
	var stamps map[string]string
	if s.opts.Stamp {
		stamps = site.Stamps(u.now.files.published)
		key += fmt.Sprint(stamps) // sorted
	}
	for _, it := range u.now.in.layouts {
		f, err := s.tree.ReadItem(it)
		if err != nil {
			u.add(unreadable(it, err))
			continue
		}
		u.others = append(u.others, hashed{it.Path, f.Sum})
		own[it.Path] = f
		key += "\x00" + it.Path + string(f.Sum[:])
	}
	if s.layouts.loaded == nil || s.layouts.key != key {
		l, ds := s.layouts.loaded.Reload(site.Overlay(own, layouts.FS), layouts.FS, u.now.lang, stamps)
		s.layouts = layoutsMemo{key, l, ds}
	}
	u.add(s.layouts.diags...)
}

// link makes the model and holds it against the rules.
func (u *updating) link() {
	s := u.s
	var delta *strategy.Delta
	switch {
	case u.old != nil && len(u.changes) == 0:
		u.relinked, u.Strategy, u.now.rules = true, u.old.build.Strategy, u.old.rules
	case u.old != nil:
		if u.Strategy, delta, u.relinked = s.linker.Relink(u.changes); u.relinked {
			u.now.rules = s.keeper.RunAgain(u.Strategy, delta)
		}
	}
	if !u.relinked {
		entries := make([]*strategy.Entry, 0, len(u.now.in.texts))
		for _, it := range u.now.in.texts {
			entries = append(entries, u.parsed.Get(it.Path).entry)
		}
		u.Strategy = s.linker.Link(entries)
		u.now.rules = s.keeper.Run(u.Strategy)
	}
	u.add(s.linker.Diagnostics()...)
	u.add(u.now.rules...)
	u.findMissing()
	u.add(missingEmblem(u.Strategy, u.now.files.published)...)
}

// findMissing reports links and images that lead to a file which isn't there.
// Links to other texts are checked with the model.
func (u *updating) findMissing() {
	look := &missing{files: u.now.files.published}
	if u.relinked && sameNames(u.old.files.published, look.files) {
		u.now.missing, u.now.named = u.old.missing, u.old.named
		for _, c := range u.changes {
			if c.Old != nil {
				delete(u.now.missing, c.Old.Path)
				filesOf(c.Old, func(p, _ string, _ source.Span) { u.now.named[p]-- })
			}
		}
		for _, c := range u.changes {
			if c.New != nil {
				keep(u.now.missing, c.New.Path, look.from(c.New))
				filesOf(c.New, func(p, _ string, _ source.Span) { u.now.named[p]++ })
			}
		}
	} else {
		u.now.missing, u.now.named = map[string][]diag.Diagnostic{}, map[string]int{}
		for _, e := range u.Strategy.Entries() {
			keep(u.now.missing, e.Path, look.from(e))
			filesOf(e, func(p, _ string, _ source.Span) { u.now.named[p]++ })
		}
	}
	for _, ds := range u.now.missing {
		u.add(ds...)
	}
	u.findUnnamed()
}

// mostUnnamed bounds how many files are listed that no text names.
const mostUnnamed = 20

// findUnnamed reports files of content that are published though no text leads to
// them.
func (u *updating) findUnnamed() {
	var out []string
	if len(u.now.in.texts) == 0 {
		return
	}
	for p, f := range u.now.files.published {
		if u.now.named[p] == 0 && p != u.Strategy.Index.Strategy.Look.Emblem && strings.HasPrefix(f.Source, contentDir+"/") {
			out = append(out, f.Source)
		}
	}
	slices.Sort(out)
	for _, p := range out[:min(len(out), mostUnnamed)] {
		u.add(diag.New(diag.FileUnnamed, source.Span{Path: p}, strings.TrimPrefix(p, contentDir+"/")))
	}
}

func sameNames(a, b map[string]site.File) bool {
	return maps.EqualFunc(a, b, func(site.File, site.File) bool { return true })
}

// missing looks for files that are missing.
type missing struct {
	files map[string]site.File
	names []string // of files, ordered, once somebody asked for the nearest
}

// filesOf tells the files to which an entry's links lead and that its front matter
// names: the path at which each is published, and how it is typed where.
func filesOf(e *strategy.Entry, tell func(published, target string, at source.Span)) {
	say := func(target string, at source.Span) {
		tell(strings.TrimPrefix(path.Join(path.Dir(e.Path), target), contentDir+"/"), target, at)
	}
	if e.Chapter != nil && e.Chapter.Implementation != nil {
		for _, r := range e.Chapter.Implementation.Reports {
			if r.File != "" {
				say(r.File, e.At(r.Key+".file"))
			}
		}
	}
	for _, l := range e.Links {
		if l.Kind != strategy.KindNone || l.Target == "" || strings.Contains(l.Target, ":") || strings.EqualFold(path.Ext(l.Target), ".md") {
			continue
		}
		say(l.Target, e.In(l.Start, l.End))
	}
}

// from reports the links of an entry that lead to no file, and the files that its
// front matter names.
func (m *missing) from(e *strategy.Entry) (ds []diag.Diagnostic) {
	filesOf(e, func(published, target string, at source.Span) {
		if _, ok := m.files[published]; ok {
			return
		}
		if m.names == nil {
			m.names = slices.Sorted(maps.Keys(m.files))
		}
		d := diag.New(diag.FileMissing, at, target)
		if near, ok := diag.Nearest(published, m.names); ok {
			d = d.With(diag.HintNearest, near)
		}
		ds = append(ds, d)
	})
	return ds
}

// plan plans the site.
func (u *updating) plan() {
	base := cmp.Or(u.s.opts.BaseURL, u.Strategy.Index.Strategy.BaseURL)
	if base == "" {
		u.add(diag.New(diag.NoBaseURL, u.Strategy.Index.At("base_url")))
	}
	in := site.Input{
		Strategy: u.Strategy, Layouts: u.s.layouts.loaded, Files: u.now.files.published, BaseURL: base,
		Prose: u.prose, CSV: u.csv, Sum: u.facts, Deaf: u.s.deaf(len(u.texts)),
		Copied: u.s.readCopied, Lexicon: u.s.lexicon, Cuts: u.s.cuts,
	}
	if u.s.opts.Compress {
		in.Twins = twins
	}
	var ds []diag.Diagnostic
	if u.relinked {
		u.Site, ds = u.old.build.Site.Again(in, u.changes)
	} else {
		u.Site, ds = site.New(in)
	}
	u.add(ds...)
	if u.s.forget != nil {
		u.Site.Forget(*u.s.forget)
	}
}

// findData looks for the data of indicators that have none under names that are
// nearly right: Windows hides a second ending, and has no two files of one name in
// capitals and not.
func (u *updating) findData() {
	var near map[string]string
	for i, d := range u.Diagnostics {
		if d.Code != diag.DataNone {
			continue
		}
		if near == nil {
			near = make(map[string]string, len(u.now.in.others))
			for _, it := range u.now.in.others {
				near[strings.TrimSuffix(strings.ToLower(it.Path), ".txt")] = it.Path
			}
		}
		if there := near[strings.ToLower(d.Args[0])]; there != "" {
			d.Severity = diag.Warning
			u.Diagnostics[i] = d.With(diag.HintRename, there, path.Base(d.Args[0]))
		}
	}
}

// finish completes the diagnostics: the ledger, acknowledgements, places, order.
func (u *updating) finish() {
	u.findData()
	u.readLedger()
	u.checkLedger(u.now.ledger)
	u.Diagnostics = check.Acknowledge(u.Strategy, u.Diagnostics)
	u.locate()
	u.Diagnostics = diag.Sort(u.Diagnostics)
}

// readLedger reads the ledger and finds the ids that are lost.
func (u *updating) readLedger() {
	if u.old != nil && !u.stale(LedgerPath) {
		u.now.ledger = u.old.ledger
	} else if u.now.ledger = u.s.readLedger(); u.old != nil && u.now.ledger.same(u.old.ledger) {
		u.now.ledger = u.old.ledger
	}
	var before *site.Site
	if u.relinked && u.now.ledger == u.old.ledger {
		if before = u.old.build.Site; !before.Words().Equal(u.Site.Words()) ||
			!slices.Equal(u.old.build.Strategy.Index.Strategy.Retired, u.Strategy.Index.Strategy.Retired) {
			before = nil
		}
	}
	u.now.ledger.check(u.Site, before, u.Strategy, u.changes)
}

// places are the places of values in front matter, by file.
type places map[string]*filePlaces

type filePlaces struct {
	sum  source.Sum
	file *source.File // once it was read
	in   *markdown.Locator
	at   map[string][2]int
}

// locate turns places in front matter, which are named by their key, into bytes.
func (u *updating) locate() {
	u.now.places = places{}
	for i := range u.Diagnostics {
		d := &u.Diagnostics[i]
		u.place(&d.Span)
		if slices.ContainsFunc(d.Hints, func(h diag.Hint) bool { return h.Span.Key != "" }) {
			d.Hints = slices.Clone(d.Hints) // those found remain as they were found
			for j := range d.Hints {
				u.place(&d.Hints[j].Span)
			}
		}
	}
	for _, f := range u.now.places {
		f.file, f.in = nil, nil
	}
}

func (u *updating) place(s *source.Span) {
	if s.Key == "" {
		return
	}
	f := u.now.places[s.Path]
	if f == nil {
		f = &filePlaces{sum: u.sum(s.Path), at: map[string][2]int{}}
		if u.old != nil && u.old.places[s.Path] != nil && u.old.places[s.Path].sum == f.sum && f.sum != (source.Sum{}) {
			f.at = u.old.places[s.Path].at
		}
		u.now.places[s.Path] = f
	}
	at, known := f.at[s.Key]
	if !known {
		if f.file == nil {
			f.file = u.s.File(s.Path)
		}
		if f.file == nil {
			s.Key = ""
			return
		}
		if f.in == nil {
			f.in = markdown.NewLocator(f.file)
		}
		at[0], at[1] = f.in.Locate(s.Key)
		if f.file.Sum == f.sum {
			f.at[s.Key] = at
		}
	}
	s.Start, s.End, s.Key = at[0], at[1], ""
}

// forgetMade drops artefacts that the site no longer has.
func (s *Session) forgetMade(u *updating) {
	if u.old != nil && u.Site.SharesPlan(u.old.build.Site) {
		return
	}
	s.making.Lock()
	defer s.making.Unlock()
	for name, m := range s.made {
		if u.Site.Find(name) == nil {
			s.madeSize -= m.size()
			delete(s.made, name)
		}
	}
}
