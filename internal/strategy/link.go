package strategy

import (
	"cmp"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// IndexPath is where the strategy's own file stands.
const IndexPath = "content/index.md"

// Strategy is the linked model: every entity once, in the order in which people
// read, with the references between them resolved. It is immutable and may be
// read by many at once.
type Strategy struct {
	// Index is content/index.md; never nil, but empty if the file is missing.
	Index *Entry
	// Chapters stand in document order: by number (8.2 before 8.10), those
	// without a number last, by path.
	Chapters []*Entry
	// Goals stand in tree order: each is followed by its sub-goals.
	Goals []*Entry
	// Documents stand by level, from the widest, then by title.
	Documents []*Entry
	// Units stand by kind, a parent before its children, then by title.
	Units []*Entry
	// Glossary is nil if the site has none.
	Glossary *Entry
	// Terms of the glossary in the order of the alphabet.
	Terms []*Term

	levels   []Level
	entries  []*Entry                           // all of the above, in that order
	ids      [KindGlossary + 1]map[string]int32 // ids and aliases, to entries
	paths    map[string]int32                   // source files, to entries
	terms    map[string]int32                   // to Glossary.Terms
	outer    map[outerID]int32                  // goals of documents, to Document.Goals
	numbers  map[string]place                   // numbers of chapters and sections
	anchors  map[string]place                   // anchors of sections of chapters
	parents  map[*Entry]*Entry                  // of goals, documents and units; acyclic
	children map[*Entry][]*Entry                // the same turned around; roots under nil, goals only
	depths   map[*Entry]int                     // of goals: index in levels
	mentions mentions
	chapters map[*Entry][]*Entry // by goal
	rows     map[*Entry][]Row    // by own goal
	roles    map[*Entry][]UnitRole
	system   *Entry // the chapter that describes implementation, or nil
	noIndex  bool
}

// outerID names a goal of an outer document.
type outerID struct {
	document *Entry
	id       string
}

// place is where a section stands: indexes into Strategy.entries and
// Entry.Sections (-1: the whole chapter). A name that means several places has
// the entry -1. There is one for every section of the document twice, so it is
// kept small.
type place struct{ entry, section int32 }

// linker carries what is needed only while linking.
type linker struct {
	*Strategy
	diags []diag.Diagnostic
	names namer
}

// LinkAll builds the strategy of the entries and tells which references lead
// nowhere or to more than one thing. Of entities with the same id the one whose
// path sorts first is kept; the others are reported and left out. The result
// depends on the entries alone, not on their order.
func LinkAll(entries []*Entry) (*Strategy, []diag.Diagnostic) {
	l := &linker{Strategy: &Strategy{}}
	all := make([]*Entry, 0, len(entries))
	for _, e := range entries {
		if e != nil && e.Kind != KindNone {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *Entry) int { return cmp.Compare(a.Path, b.Path) })

	l.pickIndex(all)
	l.sortIn(l.distinct(all))
	l.setLevels()
	l.linkParents()
	l.order()
	l.number()
	l.claimAliases()
	l.indexOuterGoals()
	l.indexTerms()
	l.indexSections()
	l.pickImplementation()
	l.resolve(all)
	l.indexFrontMatter()
	return l.Strategy, diag.Sort(l.diags)
}

func (l *linker) report(d diag.Diagnostic) { l.diags = append(l.diags, d) }

// pickIndex finds the strategy's own file.
func (l *linker) pickIndex(all []*Entry) {
	for _, e := range all {
		if e.Kind == KindStrategy && (l.Index == nil || e.Path == IndexPath) {
			l.Index = e
		}
	}
	if l.Index == nil {
		l.Index = &Entry{Kind: KindStrategy, Path: IndexPath, Strategy: &Document{}}
		l.noIndex = true
		l.report(diag.New(diag.IndexMissing, source.Span{Path: IndexPath}))
		return
	}
	for _, e := range all {
		if e.Kind == KindStrategy && e != l.Index {
			l.report(diag.New(diag.IndexTwice, e.At("kind"), e.Path, l.Index.Path).
				At(diag.HintFirst, l.Index.At("kind")))
		}
	}
}

// distinct returns the entries without those whose id is taken.
func (l *linker) distinct(all []*Entry) []*Entry {
	type key struct {
		kind Kind
		id   string
	}
	seen := make(map[key]*Entry, len(all))
	out := make([]*Entry, 0, len(all))
	for _, e := range all {
		switch e.Kind {
		case KindStrategy:
			if e == l.Index {
				out = append(out, e)
			}
			continue
		case KindGlossary:
			if l.Glossary != nil {
				l.report(diag.New(diag.GlossaryTwice, e.At("kind"), e.Path, l.Glossary.Path).
					At(diag.HintFirst, l.Glossary.At("kind")))
				continue
			}
			l.Glossary = e
			out = append(out, e)
			continue
		}
		k := key{e.Kind, e.ID}
		if first := seen[k]; first != nil {
			l.report(diag.New(diag.IDTwice, e.At("id"), e.Ref().String()).
				At(diag.HintFirst, first.At("id"), first.Path).Concerning(e.Ref().String()))
			continue
		}
		seen[k] = e
		out = append(out, e)
	}
	return out
}

// sortIn puts the entries into the lists of their kinds, not yet in order.
func (l *linker) sortIn(all []*Entry) {
	if !slices.Contains(all, l.Index) {
		l.entries = append(l.entries, l.Index)
	}
	for _, e := range all {
		switch e.Kind {
		case KindChapter:
			l.Chapters = append(l.Chapters, e)
		case KindGoal:
			l.Goals = append(l.Goals, e)
		case KindDocument:
			l.Documents = append(l.Documents, e)
		case KindUnit:
			l.Units = append(l.Units, e)
		}
	}
	for k := range l.ids {
		l.ids[k] = map[string]int32{}
	}
	l.ids[KindChapter] = make(map[string]int32, len(l.Chapters))
	l.ids[KindGoal] = make(map[string]int32, len(l.Goals))
}

// number gives every entry its place in the list of all, by which the indexes
// name it.
func (l *linker) number() {
	n := 2 + len(l.Chapters) + len(l.Goals) + len(l.Documents) + len(l.Units)
	l.entries = append(make([]*Entry, 0, n), l.Index)
	l.entries = append(l.entries, l.Chapters...)
	l.entries = append(l.entries, l.Goals...)
	l.entries = append(l.entries, l.Documents...)
	l.entries = append(l.entries, l.Units...)
	if l.Glossary != nil {
		l.entries = append(l.entries, l.Glossary)
	}
	l.paths = make(map[string]int32, len(l.entries))
	for i, e := range l.entries {
		l.paths[e.Path] = int32(i)
		if e.Kind != KindStrategy && e.Kind != KindGlossary {
			l.ids[e.Kind][e.ID] = int32(i)
		}
	}
}

// claimAliases lets former ids lead to their entities.
func (l *linker) claimAliases() {
	for i, e := range l.entries {
		for n, alias := range e.Aliases {
			key := "aliases[" + itoa(n) + "]"
			at, taken := l.ids[e.Kind][alias]
			switch {
			case !taken:
				l.ids[e.Kind][alias] = int32(i)
			case l.entries[at] == e && alias == e.ID:
				l.report(diag.New(diag.AliasOwn, e.At(key), alias).Concerning(e.Ref().String()))
			case l.entries[at] != e:
				other := l.entries[at]
				l.report(diag.New(diag.AliasTaken, e.At(key), alias, other.Ref().String()).
					At(diag.HintDefined, other.At("id"), other.Path).Concerning(e.Ref().String()))
			}
		}
	}
}

func (l *linker) indexTerms() {
	l.terms = map[string]int32{}
	if l.Glossary == nil {
		return
	}
	terms := l.Glossary.Glossary.Terms
	for i := range terms {
		t := &terms[i]
		if t.ID == "" {
			continue
		}
		if first, taken := l.terms[t.ID]; taken {
			l.report(diag.New(diag.IDTwice, l.Glossary.At(join(t.Key, "id")), "term:"+t.ID).
				At(diag.HintFirst, l.Glossary.At(terms[first].Key)).Concerning("term:" + t.ID))
			continue
		}
		l.terms[t.ID] = int32(i)
		l.Terms = append(l.Terms, t)
	}
	keys := l.collator()
	sortBy(l.Terms, func(t *Term) []byte { return keys(t.Title) }, func(a, b *Term) int {
		return cmp.Or(strings.Compare(a.Title, b.Title), strings.Compare(a.ID, b.ID))
	})
}

// indexSections notes what the numbers and anchors of the text lead to.
func (l *linker) indexSections() {
	sections := 0
	for _, e := range l.Chapters {
		sections += len(e.Sections)
	}
	l.numbers = make(map[string]place, sections)
	l.anchors = make(map[string]place, sections)
	for i, e := range l.entries {
		if e.Kind != KindChapter {
			continue
		}
		if e.Number != "" {
			put(l.numbers, e.Number, i, -1)
		}
		for j := range e.Sections {
			s := &e.Sections[j]
			put(l.anchors, s.Anchor, i, j)
			for _, a := range s.Aliases {
				put(l.anchors, a, i, j)
			}
			if n := s.cite(); n != "" && n != e.Number {
				put(l.numbers, n, i, j)
			}
		}
	}
}

func put(m map[string]place, name string, entry, section int) {
	if name == "" {
		return
	}
	here := place{int32(entry), int32(section)}
	if p, taken := m[name]; taken && p != here {
		here.entry = -1
	}
	m[name] = here
}

// cite returns the number by which the whole document knows the section.
func (s *Section) cite() string { return cmp.Or(s.Cite, s.Number) }

// pickImplementation finds the chapter that describes how the strategy is
// carried out.
func (l *linker) pickImplementation() {
	for _, e := range l.Chapters {
		switch {
		case e.Chapter.Implementation == nil:
		case l.system == nil:
			l.system = e
		default:
			l.report(diag.New(diag.ImplementationTwice, e.At("implementation"), e.Path, l.system.Path).
				At(diag.HintFirst, l.system.At("implementation")).Concerning(e.Ref().String()))
		}
	}
}
