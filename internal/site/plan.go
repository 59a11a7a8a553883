package site

import (
	"cmp"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"strategia/internal/diag"
	"strategia/internal/persistent"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// plan is which artefacts a site consists of. It holds nothing of the site that
// it was made for, so that the site after an edit can have it too: an artefact
// names the entity that it is about, and takes it from the site of its making.
type plan struct {
	// Artefacts in the order of their paths.
	Artefacts []*Artefact
	// folded are the artefacts by their paths in lower case, as some file
	// systems don't tell them apart; of several the first.
	folded persistent.Map[string, *Artefact]
	// clashes tell of paths that more than one artefact would take.
	clashes []diag.Diagnostic
	sum     func() Sum
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
	// Alone says that making the artefact takes much memory, so that it is better
	// made while no other such is.
	Alone bool
	// file is set where Source is: the path before it was stamped.
	file string
	// table is set for tables of open data.
	table *openTable
	write func(s *Site, r *Recorder, w io.Writer) error
}

// Page reports whether the artefact is a page for people.
func (a *Artefact) Page() bool { return a.Layout != "" }

// Find returns the artefact at path, or nil.
func (s *Site) Find(path string) *Artefact {
	if a := s.folded.Get(strings.ToLower(path)); a != nil && a.Path == path {
		return a
	}
	return nil
}

// planner lists artefacts.
type planner struct {
	*Site
	out    []*Artefact
	sealed map[string]bool // paths of sealed artefacts planned
}

// makePlan lists all artefacts of the site.
func (s *Site) makePlan() plan {
	p := &planner{Site: s}
	p.addPage("index.html", "home", (*Site).homeView)
	for _, list := range [][]*strategy.Entry{s.s.Chapters, s.s.Goals, s.s.Documents, s.s.Units, s.s.Indicators, s.s.Actions, s.s.Translations} {
		for _, e := range list {
			p.entry(e)
		}
	}
	p.entry(s.s.Index)
	if s.s.Glossary != nil {
		p.entry(s.s.Glossary)
	}
	for name, view := range map[string]func(*Site, *Recorder) any{
		"contents": (*Site).contentsView, "goals": (*Site).goalsView, "documents": (*Site).documentsView, "units": (*Site).unitsView,
		"matrix": (*Site).matrixView, "indicators": (*Site).indicatorsView, "actions": (*Site).actionsView, "implementation": (*Site).implementationView, "glossary": (*Site).glossaryView,
		"index": (*Site).indexView, "search": (*Site).searchView, "declaration": (*Site).declarationView, "concerns": (*Site).concernsView,
		"elements": (*Site).elementsView,
	} {
		if s.has(name) {
			p.addPage(s.single(name), name, view)
		}
	}
	p.coverages()
	p.yearly()
	p.tags()
	p.search()
	p.look()
	p.wholes()
	p.hosting()
	p.pictures()
	p.icons()
	p.addPage("404.html", "notfound", (*Site).notFoundView)
	p.retired()
	p.data()
	for path, f := range s.in.Files {
		p.file(path, f)
	}
	p.twins()
	return p.finish()
}

// entry plans what is about one entity.
func (p *planner) entry(e *strategy.Entry) {
	switch e.Kind {
	case strategy.KindChapter:
		p.entryPage(e, "chapter", (*Site).chapterView)
	case strategy.KindGoal:
		p.entryPage(e, "goal", (*Site).goalView)
	case strategy.KindDocument:
		p.entryPage(e, "document", (*Site).documentView)
	case strategy.KindUnit:
		p.entryPage(e, "unit", (*Site).unitView)
	case strategy.KindIndicator:
		p.entryPage(e, "indicator", (*Site).indicatorView)
	case strategy.KindAction:
		p.entryPage(e, "action", (*Site).actionView)
	default:
		p.blockTables(e)
		return
	}
	p.moved(e)
	p.entryData(e)
}

// own returns the entity of the site that a plan's artefact is about.
func (s *Site) own(ref strategy.Ref) *strategy.Entry {
	t, _ := s.s.Find(ref, "")
	return t.Entry
}

// add plans an artefact.
func (p *planner) add(path, layout string, write func(s *Site, r *Recorder, w io.Writer) error) {
	p.out = append(p.out, &Artefact{Path: path, Layout: layout, write: write})
}

// addPage plans a page: view is called with the recorder of the page's making.
func (p *planner) addPage(path, layout string, view func(s *Site, r *Recorder) any) {
	p.add(path, layout, func(s *Site, r *Recorder, w io.Writer) error {
		r.note(FactLayout, layout)
		return s.in.Layouts.run(layout, w, view(s, r))
	})
}

// entryPage plans the page of an entity.
func (p *planner) entryPage(e *strategy.Entry, layout string, view func(s *Site, r *Recorder, e *strategy.Entry) any) {
	ref := e.Ref()
	p.addPage(p.pagePath(e.Kind, e.ID), layout, func(s *Site, r *Recorder) any { return view(s, r, s.own(ref)) })
}

// file plans the copy of a file.
func (p *planner) file(path string, f File) {
	p.add(p.published(path), "", func(_ *Site, r *Recorder, _ io.Writer) error { r.note(FactFile, path); return nil })
	a := p.out[len(p.out)-1]
	a.Source, a.file = f.Source, path
}

// finish sorts the artefacts and reports paths that more than one would take.
func (p *planner) finish() plan {
	slices.SortStableFunc(p.out, func(a, b *Artefact) int { return strings.Compare(a.Path, b.Path) })
	out := plan{Artefacts: p.out}
	folded := make(map[string]*Artefact, len(p.out))
	var pages map[string]string // made for the first clash
	for _, a := range p.out {
		key := strings.ToLower(a.Path)
		if first := folded[key]; first != nil {
			if pages == nil {
				pages = p.pages()
			}
			own, other := p.sourceOf(a, pages), p.sourceOf(first, pages)
			out.clashes = append(out.clashes, diag.New(diag.PathClash, source.Span{Path: own}, a.Path, first.Path, other))
			continue
		}
		folded[key] = a
	}
	out.folded = persistent.Of(folded)
	out.sum = sync.OnceValue(out.digest)
	return out
}

// digest covers which artefacts there are.
func (p *plan) digest() Sum {
	var d digest
	for _, a := range p.Artefacts {
		d.add(a.Path, a.Layout)
	}
	return d.sum()
}

// pages are the texts by the page that each makes.
func (s *Site) pages() map[string]string {
	out := map[string]string{}
	for _, e := range s.s.Entries() {
		out[s.PageOf(e)] = e.Path
	}
	return out
}

// sourceOf names the file that an artefact is due to, as well as can be told.
func (s *Site) sourceOf(a *Artefact, pages map[string]string) string {
	return cmp.Or(a.Source, pages[a.Path], s.s.Index.Path)
}

// SharesPlan reports whether the site has the very artefacts of another.
func (s *Site) SharesPlan(o *Site) bool {
	return len(s.Artefacts) == len(o.Artefacts) && (len(s.Artefacts) == 0 || &s.Artefacts[0] == &o.Artefacts[0])
}

// carried returns the tags of an entry, which may be nil.
func carried(e *strategy.Entry) []strategy.Tag {
	if e == nil {
		return nil
	}
	return e.Tags
}

// tablesOf returns the parts of a system of implementation that an entry tells.
func tablesOf(e *strategy.Entry) []string {
	if e.Chapter == nil || e.Chapter.Implementation == nil {
		return nil
	}
	return e.Chapter.Implementation.Parts()
}

// planAgain brings the plan of the site before to where makePlan would come. It
// reports false where all is to be planned from nothing.
func (s *Site) planAgain(before *Site, changes []strategy.Change) (plan, bool) {
	if before.clashes != nil || !before.Words().Equal(s.Words()) || (before.in.BaseURL == "") != (s.in.BaseURL == "") ||
		before.doc.look != s.doc.look || !slices.Equal(before.languages, s.languages) || len(before.parts) != len(s.parts) || !maps.Equal(before.in.Layouts.stamped, s.in.Layouts.stamped) || s.in.Twins != nil {
		return plan{}, false
	}
	if !slices.Equal(before.singles(), s.singles()) || !slices.Equal(before.years(), s.years()) {
		return plan{}, false // which pages there are that exist once, or for a year
	}
	gone, come := &planner{Site: before}, &planner{Site: s}
	if !gone.picturesAgain(come, changes) || !gone.iconsAgain(come) {
		return plan{}, false
	}
	for _, c := range changes {
		switch {
		case !slices.EqualFunc(carried(c.Old), carried(c.New), func(a, b strategy.Tag) bool { return a.String() == b.String() }):
			return plan{}, false // which tags have pages
		case c.Moves():
			if len(s.s.Index.Strategy.Retired) > 0 {
				return plan{}, false // whose pages depend on who is there
			}
		case c.New.Kind == strategy.KindStrategy && !slices.Equal(c.Old.Strategy.Retired, c.New.Strategy.Retired):
			return plan{}, false
		case c.New.Kind == strategy.KindStrategy && c.Old.Strategy.Requirements.Stated() != c.New.Strategy.Requirements.Stated():
			return plan{}, false // whether there is a table of elements
		case !slices.Equal(tablesOf(c.Old), tablesOf(c.New)):
			return plan{}, false // what there is in the system of implementation
		case c.New.Kind == strategy.KindAction && (len(c.Old.Action.Milestones) == 0) != (len(c.New.Action.Milestones) == 0):
			return plan{}, false // whether there is a table of milestones
		case c.New.Kind == strategy.KindDocument && !reflect.DeepEqual(c.Old.Document.Goals, c.New.Document.Goals):
			return plan{}, false // which goals have tables
		}
		if c.Old != nil {
			gone.entry(c.Old)
		}
		if c.New != nil {
			come.entry(c.New)
		}
	}
	for path, f := range before.in.Files {
		if s.in.Files[path].Source != f.Source {
			gone.file(path, f)
		}
	}
	for path, f := range s.in.Files {
		if before.in.Files[path].Source != f.Source {
			come.file(path, f)
		}
	}
	return before.plan.replace(gone.out, come.out)
}

// replace returns the plan with other artefacts in the place of some. It reports
// false if a path would be taken twice.
func (p plan) replace(gone, come []*Artefact) (plan, bool) {
	// Most of what an edit takes away it brings again.
	kept := map[string]bool{}
	for _, a := range gone {
		kept[a.Path] = slices.ContainsFunc(come, func(b *Artefact) bool {
			return a.Path == b.Path && a.Layout == b.Layout && a.Source == b.Source
		})
	}
	changes := map[string]*Artefact{}
	list := p.Artefacts
	place := func(path string) (int, bool) {
		return slices.BinarySearchFunc(list, path, func(a *Artefact, path string) int { return strings.Compare(a.Path, path) })
	}
	fresh := func() {
		if len(changes) == 0 {
			list = slices.Clone(list)
		}
	}
	for _, a := range gone {
		if i, ok := place(a.Path); ok && !kept[a.Path] {
			fresh()
			changes[strings.ToLower(a.Path)] = nil
			list = slices.Delete(list, i, i+1)
		}
	}
	for _, a := range come {
		if kept[a.Path] {
			continue
		}
		key := strings.ToLower(a.Path)
		there, changed := changes[key]
		if !changed {
			there = p.folded.Get(key)
		}
		if there != nil {
			return plan{}, false
		}
		i, _ := place(a.Path)
		fresh()
		changes[key] = a
		list = slices.Insert(list, i, a)
	}
	if len(changes) == 0 {
		return p, true
	}
	next := plan{Artefacts: list, folded: p.folded.With(changes)}
	next.sum = sync.OnceValue(next.digest)
	return next, true
}
