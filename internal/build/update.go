package build

import (
	"cmp"
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/persistent"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// standing is what stands from one Update for the next, beside what the linker
// and the keeper of the rules hold.
type standing struct {
	in    inputs
	lang  string
	build *Build
	files files
	// parsing, missing are what is wrong with texts, and with their links to
	// files, by path; rules is what check found.
	parsing, missing map[string][]diag.Diagnostic
	rules            []diag.Diagnostic
	// named counts how often texts name a file, by the path at which it is published.
	named  map[string]int
	ledger *ledger
	places places
}

// updating carries one Update through its stages.
type updating struct {
	*Build
	s   *Session
	old *standing // nil where nothing stands
	now *standing
	// stale reports whether a file may be another than it was.
	stale func(path string) bool
	// listed says that the folder was listed.
	listed bool
	// due are the texts to be read where the folder was not listed.
	due []source.Item
	// gone are the texts that are no longer there; changes is what became of
	// all texts since the last Update.
	gone    []string
	changes []strategy.Change
	// relinked says that the strategy is that of the last Update but for
	// changes, and that the linker did no more than these needed.
	relinked bool
}

// Update reads the folder as it is now and builds it as far as the plan: what
// has not changed since the last Update is not parsed again. The error is the
// environment's; mistakes of the author are diagnostics of the Build.
//
// Without changed all files are read and compared. With it only these are looked
// at: the paths, relative to the site's folder, of all files that were written,
// made or removed since the last Update. What can't be said so exactly is found
// out by reading all.
func (s *Session) Update(ctx context.Context, changed ...string) (*Build, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := &updating{s: s, old: s.last, now: &standing{}}
	s.last = nil // until this one went well
	u.look(slices.Clone(changed))
	in := &u.now.in
	u.Build = &Build{session: s, texts: in.texts, Texts: len(in.texts), Files: len(in.texts) + len(in.others) + len(in.layouts)}
	if err := u.parse(ctx); err != nil {
		return nil, err
	}
	u.parsed = s.parsed
	u.readFiles()
	u.loadLayouts()
	u.link()
	u.plan()
	u.finish()
	if s.opts.Once {
		u.forgetLinks()
		return u.Build, nil
	}
	u.now.build = u.Build
	s.last = u.now
	s.forgetMade(u)
	return u.Build, nil
}

// look finds out which files there are and which of them to read.
func (u *updating) look(changed []string) {
	u.stale = func(string) bool { return true }
	if u.old == nil || len(changed) == 0 {
		u.list()
		return
	}
	for i, p := range changed {
		changed[i] = source.Composed(p)
	}
	u.now.in = u.old.in
	for _, p := range slices.Compact(slices.Sorted(slices.Values(changed))) {
		file, folder := u.s.tree.Look(p)
		switch {
		case !inSources(p), p == LedgerPath && file && len(u.old.in.diags) == 0:
		case file && u.old.knows(p):
			u.dueFor(p)
		case folder: // what lies in it is not named
			u.list()
			return
		case isText(p) && file && u.s.tree.Lists(p):
			u.now.in.texts = append(slices.Clip(u.now.in.texts), source.Item{Path: p})
			u.dueFor(p)
		case isText(p) && !file && u.old.build.parsed.Get(p) != nil && u.s.tree.Absent(p):
			u.now.in.texts = slices.DeleteFunc(slices.Clone(u.now.in.texts), func(it source.Item) bool { return it.Path == p })
			u.gone = append(u.gone, p)
		default:
			u.listed = true
		}
	}
	u.stale = func(p string) bool { return slices.Contains(changed, p) }
	if u.listed {
		u.list()
	}
}

// dueFor notes which texts are to be parsed because the file at p changed: itself,
// or those whose data it is.
func (u *updating) dueFor(p string) {
	add := func(text string) {
		if it := (source.Item{Path: text}); !slices.Contains(u.due, it) {
			u.due = append(u.due, it)
		}
	}
	if isText(p) {
		add(p)
		return
	}
	if !strings.HasPrefix(p, contentDir+"/") {
		return
	}
	// The texts are asked, not the strategy, which holds none whose id is taken.
	for _, it := range u.old.in.texts {
		if u.old.build.parsed.Get(it.Path).dataPath == p {
			add(it.Path)
		}
	}
}

// list lists the folder and finds the texts that are gone.
func (u *updating) list() {
	u.now.in, u.listed, u.gone = u.s.list(), true, nil
	if u.old == nil {
		return
	}
	there := make(map[string]bool, len(u.now.in.texts))
	for _, it := range u.now.in.texts {
		there[it.Path] = true
	}
	for _, it := range u.old.in.texts {
		if !there[it.Path] {
			u.gone = append(u.gone, it.Path)
		}
	}
}

// inSources reports whether a file at p could be part of the site.
func inSources(p string) bool {
	top, _, _ := strings.Cut(p, "/")
	return (top == contentDir || top == staticDir || top == layoutsDir) && !slices.ContainsFunc(strings.Split(p, "/"), source.Dropping)
}

// knows reports whether a file was listed by the last Update.
func (st *standing) knows(p string) bool {
	in := func(list []source.Item) bool {
		return slices.ContainsFunc(list, func(it source.Item) bool { return it.Path == p })
	}
	return st.build.parsed.Get(p) != nil || in(st.in.others) || in(st.in.layouts)
}

// parse parses the texts that are new or changed and forgets those that are
// gone. The document's language is needed everywhere, for typography.
func (u *updating) parse(ctx context.Context) error {
	u.add(u.now.in.diags...)
	texts := u.now.in.texts
	if len(texts) == 0 {
		u.add(diag.New(diag.NoContent, source.Span{Path: contentDir}, path.Join(u.s.opts.Dir, contentDir)))
	}
	index, err := u.parseIndex()
	if err != nil {
		return err
	}
	u.now.lang = "pl"
	if index != nil {
		u.now.lang = cmp.Or(index.entry.Lang, "pl")
	}
	due := u.due
	if u.old == nil || u.old.lang != u.now.lang {
		due = texts
	} else if u.listed {
		due = nil
		for _, it := range texts {
			old := u.s.parsed.Get(it.Path)
			if u.stale(it.Path) || old == nil || old.dataPath != "" && u.stale(old.dataPath) {
				due = append(due, it)
			}
		}
	}
	results := make([]*parsed, len(due))
	err = u.s.each(ctx, Reading, len(due), func(i int) (err error) {
		old := u.s.parsed.Get(due[i].Path)
		if due[i].Path == strategy.IndexPath {
			old = index
		}
		results[i], err = u.s.parse(due[i], u.now.lang, old)
		return err
	})
	if err != nil {
		return err
	}
	u.takeParsed(due, results)
	return u.s.store.settle()
}

// parseIndex parses the strategy's own file before all others.
func (u *updating) parseIndex() (*parsed, error) {
	texts := u.now.in.texts
	i, found := slices.BinarySearchFunc(texts, strategy.IndexPath, func(it source.Item, p string) int { return strings.Compare(it.Path, p) })
	if !found {
		i = slices.IndexFunc(texts, func(it source.Item) bool { return it.Path == strategy.IndexPath })
	}
	if i < 0 {
		return nil, nil
	}
	old := u.s.parsed.Get(strategy.IndexPath)
	if old != nil && !u.stale(strategy.IndexPath) {
		return old, nil
	}
	return u.s.parse(texts[i], "", old)
}

// takeParsed notes what came of the texts that were due, and what is gone. What an
// earlier Build still reads stays as it is.
func (u *updating) takeParsed(due []source.Item, results []*parsed) {
	changes := make(map[string]*parsed, len(due))
	if u.old == nil {
		for i, it := range due {
			changes[it.Path] = results[i]
		}
		u.s.parsed = persistent.Of(changes)
		u.now.parsing = map[string][]diag.Diagnostic{}
	} else {
		for i, it := range due {
			if u.s.parsed.Get(it.Path) != results[i] {
				changes[it.Path] = results[i]
			}
		}
		for _, p := range u.gone {
			changes[p] = nil
		}
		for _, p := range slices.Sorted(maps.Keys(changes)) {
			u.changes = append(u.changes, strategy.Change{Old: u.s.parsed.Get(p).text(), New: changes[p].text()})
		}
		u.s.parsed = u.s.parsed.With(changes)
		u.now.parsing = u.old.parsing
	}
	for p, r := range changes {
		if delete(u.now.parsing, p); r != nil {
			keep(u.now.parsing, p, r.diags)
		}
	}
	for _, ds := range u.now.parsing {
		u.add(ds...)
	}
}

// text returns the entry, nil if there is none.
func (p *parsed) text() *strategy.Entry {
	if p == nil {
		return nil
	}
	return p.entry
}

// keep notes the diagnostics of a file, if there are any.
func keep(of map[string][]diag.Diagnostic, p string, ds []diag.Diagnostic) {
	if len(ds) > 0 {
		of[p] = ds
	} else {
		delete(of, p)
	}
}
