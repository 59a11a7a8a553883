package build

import (
	"cmp"
	"context"
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
	ledger           *ledger
	places           places
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
	// same says that the texts are those of the last Update but for changes.
	same    bool
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
	u.look(changed)
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
		u.now.in, u.listed = u.s.list(), true
		return
	}
	exact := true
	for _, p := range changed {
		if !inSources(p) || p == LedgerPath {
			continue
		}
		switch file, folder := u.s.tree.Look(p); {
		case folder:
			exact = false // what lies in it is not named
		case !file || !u.old.knows(p):
			u.listed = true
		}
	}
	if exact {
		u.stale = func(p string) bool { return slices.Contains(changed, p) }
	}
	if u.now.in = u.old.in; u.listed || !exact {
		u.now.in, u.listed = u.s.list(), true
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
	due := texts
	if u.old != nil && u.old.lang == u.now.lang {
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
	return nil
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

// takeParsed notes what came of the texts that were due. What an earlier Build
// still reads stays as it is.
func (u *updating) takeParsed(due []source.Item, results []*parsed) {
	u.same = u.old != nil && len(u.now.in.texts) == len(u.old.in.texts)
	changes := make(map[string]*parsed, len(due))
	for i, it := range due {
		old := u.s.parsed.Get(it.Path)
		if u.same = u.same && old != nil; !u.same || old != results[i] {
			changes[it.Path] = results[i]
		}
		if u.same && old != results[i] {
			u.changes = append(u.changes, strategy.Change{Old: old.entry, New: results[i].entry})
		}
	}
	if u.same {
		u.s.parsed = u.s.parsed.With(changes)
		u.now.parsing = u.old.parsing
		for p, r := range changes {
			keep(u.now.parsing, p, r.diags)
		}
	} else {
		all := make(map[string]*parsed, len(u.now.in.texts))
		for _, it := range u.now.in.texts {
			all[it.Path] = cmp.Or(changes[it.Path], u.s.parsed.Get(it.Path))
		}
		u.s.parsed = persistent.Of(all)
		u.now.parsing = map[string][]diag.Diagnostic{}
		for p, r := range all {
			keep(u.now.parsing, p, r.diags)
		}
	}
	for _, ds := range u.now.parsing {
		u.add(ds...)
	}
}

// keep notes the diagnostics of a file, if there are any.
func keep(of map[string][]diag.Diagnostic, p string, ds []diag.Diagnostic) {
	if len(ds) > 0 {
		of[p] = ds
	} else {
		delete(of, p)
	}
}
