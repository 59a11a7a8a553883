package strategy

import (
	"cmp"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/persistent"
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
	// Indicators stand by number, those without one by title.
	Indicators []*Entry
	// Actions stand by number, those without one by title.
	Actions []*Entry
	// Translations of things of the lists above, which hold none: a goal counts
	// once, whatever the number of its languages. They stand by language, then
	// by kind and number.
	Translations []*Entry
	// Glossary is nil if the site has none.
	Glossary *Entry
	// Terms of the glossary in the order of the alphabet.
	Terms []*Term

	all    []*Entry // all of the above, in that order
	levels []Level

	// What follows names entries by numbers, which have nothing to do with
	// their order: so another text in an entry's place, or an entry more,
	// leaves nearly all of it as it is (see Linker.Relink).
	entries  []*Entry // by number; nil where there is none any more
	rank     []int32  // place in all
	ids      [KindGlossary + 1]numbering
	paths    numbering                  // by source file
	terms    map[string]int32           // to Glossary.Terms
	outer    map[int32]map[string]int32 // goals of documents, to Document.Goals
	numbers  nameTable                  // numbers of chapters and sections
	anchors  nameTable                  // anchors of sections of chapters
	parents  []int32                    // of goals, documents and units, else -1; acyclic
	children map[int32][]int32          // the same turned around; the top goals under -1
	depths   []int32                    // of goals: index in levels
	mentions [][]mention                // of entries
	abouts   [][]mention                // mentions of terms
	chapters map[int32][]int32          // by goal
	rows     map[int32][]row            // by own goal
	ties     map[int32][]int32          // by goal, unit and document, to indicators, actions and documents
	roles    map[int32][]role           // by unit
	system   int32                      // the chapter that describes implementation, or -1
	noIndex  bool
	present  int // see Present
}

// numbering maps ids (and aliases) or paths to numbers, of which each is one
// more than it is, as a persistent.Map has no zeros.
type numbering = persistent.Map[string, int32]

// nameTable tells which chapters have sections of a name.
type nameTable = persistent.Map[string, claim]

// claim is how many chapters claim a name, and the last of them to do so: the
// one that has it, where there is one. There is a claim for every section of
// the document twice, so it is kept small.
type claim struct{ count, last int32 }

// linker carries what is needed only while linking.
type linker struct {
	*Strategy
	diags []diag.Diagnostic
	near  namer
	// open says that a link led to a file that is none of the strategy.
	open bool
	// byID are the ids and aliases of each kind while they are gathered.
	byID [KindGlossary + 1]map[string]int32
	// above and depth are parents and depths while entries have no numbers.
	above map[*Entry]*Entry
	below map[*Entry][]*Entry
	depth map[*Entry]int
}

// LinkAll builds the strategy of the entries and tells which references lead
// nowhere or to more than one thing. Of entities with the same id the one whose
// path sorts first is kept; the others are reported and left out. The result
// depends on the entries alone, not on their order.
func LinkAll(entries []*Entry) (*Strategy, []diag.Diagnostic) {
	var l Linker
	s := l.Link(entries)
	return s, l.Diagnostics()
}

// Link does what LinkAll does, from nothing.
func (l *Linker) Link(entries []*Entry) *Strategy {
	work := &linker{Strategy: &Strategy{}}
	all := make([]*Entry, 0, len(entries))
	for _, e := range entries {
		if e != nil && e.Kind != KindNone {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *Entry) int { return cmp.Compare(a.Path, b.Path) })

	work.pickIndex(all)
	work.sortIn(work.distinct(all))
	work.setLevels()
	work.linkParents()
	work.order()
	work.number()
	work.claimAliases()
	work.indexOuterGoals()
	work.indexTerms()
	work.indexSections()
	work.pickImplementation()
	l.structure = work.diags
	work.resolve(l, all)
	work.indexFrontMatter()
	work.present = work.findPresent()
	l.s, l.near, l.leftOut = work.Strategy, work.near, len(all) > len(work.all) || work.noIndex
	return l.s
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

// distinct returns the entries without those whose id is taken: by the first, unless
// its file is named as copies are.
func (l *linker) distinct(all []*Entry) []*Entry {
	type key struct {
		kind Kind
		id   string
	}
	seen := make(map[key]int, len(all)) // its place in out, plus 1
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
		if i := seen[k] - 1; i >= 0 {
			first := &out[i]
			if copied((*first).Path) && !copied(e.Path) {
				*first, e = e, *first
			}
			l.report(diag.New(diag.IDTwice, e.At("id"), e.Ref().String()).
				At(diag.HintFirst, (*first).At("id"), (*first).Path).Concerning(e.Ref().String()))
			continue
		}
		out = append(out, e)
		seen[k] = len(out)
	}
	return out
}

// copied reports whether a file is named as systems name a copy: "cel — kopia.md",
// "Copy of cel.md", "cel (2).md".
func copied(file string) bool {
	name := strings.ToLower(source.Stem(file))
	return strings.Contains(name, "kopia") || strings.Contains(name, "copy") || strings.HasSuffix(name, ")")
}

// sortIn puts the entries into the lists of their kinds, not yet in order.
func (l *linker) sortIn(all []*Entry) {
	for _, e := range all {
		if e.Translates.ID != "" {
			l.Translations = append(l.Translations, e)
			continue
		}
		switch e.Kind {
		case KindChapter:
			l.Chapters = append(l.Chapters, e)
		case KindGoal:
			l.Goals = append(l.Goals, e)
		case KindDocument:
			l.Documents = append(l.Documents, e)
		case KindUnit:
			l.Units = append(l.Units, e)
		case KindIndicator:
			l.Indicators = append(l.Indicators, e)
		case KindAction:
			l.Actions = append(l.Actions, e)
		}
	}
	for k := range l.byID {
		l.byID[k] = map[string]int32{}
	}
	l.byID[KindChapter] = make(map[string]int32, len(l.Chapters))
	l.byID[KindGoal] = make(map[string]int32, len(l.Goals))
}

// number gives every entry its number, which is its place at first.
func (l *linker) number() {
	l.list()
	l.entries = l.all
	paths := make(map[string]int32, len(l.entries))
	for i, e := range l.entries {
		paths[e.Path] = int32(i) + 1
		if e.Kind != KindStrategy && e.Kind != KindGlossary {
			l.byID[e.Kind][e.ID] = int32(i) + 1
		}
	}
	l.paths = persistent.Of(paths)
	l.setRanks()
	l.parents, l.depths = make([]int32, len(l.entries)), make([]int32, len(l.entries))
	l.children = make(map[int32][]int32, len(l.below))
	for i, e := range l.entries {
		l.parents[i] = -1
		if p := l.above[e]; p != nil {
			l.parents[i] = l.at(p)
		}
		l.depths[i] = int32(l.depth[e])
		l.numberChildren(int32(i), l.below[e])
	}
	l.numberChildren(-1, l.below[nil])
}

// list makes the list of all entries of the lists of their kinds.
func (s *Strategy) list() {
	lists := []*[]*Entry{&s.Chapters, &s.Goals, &s.Documents, &s.Units, &s.Indicators, &s.Actions, &s.Translations}
	n := 2
	for _, l := range lists {
		n += len(*l)
	}
	s.all = append(make([]*Entry, 0, n), s.Index)
	for _, l := range lists {
		s.all = append(s.all, *l...)
	}
	if s.Glossary != nil {
		s.all = append(s.all, s.Glossary)
	}
	s.share()
}

// share makes the lists of the kinds parts of the list of all entries.
func (s *Strategy) share() {
	s.Index = s.all[0]
	at := 1
	for _, l := range []*[]*Entry{&s.Chapters, &s.Goals, &s.Documents, &s.Units, &s.Indicators, &s.Actions, &s.Translations} {
		end := at + len(*l)
		*l, at = s.all[at:end:end], end
	}
	if s.Glossary != nil {
		s.Glossary = s.all[at]
	}
}

// setRanks notes the places of all entries.
func (s *Strategy) setRanks() {
	s.rank = make([]int32, len(s.entries))
	for i, e := range s.all {
		s.rank[s.at(e)] = int32(i)
	}
}

func (l *linker) numberChildren(of int32, children []*Entry) {
	for _, c := range children {
		l.children[of] = append(l.children[of], l.at(c))
	}
}

// at returns the number of an entry, or -1 if the strategy does not hold it.
func (s *Strategy) at(e *Entry) int32 {
	if e == nil {
		return -1
	}
	if i := s.paths.Get(e.Path) - 1; i >= 0 && s.entries[i] == e {
		return i
	}
	return -1
}

// pick returns the entries of the numbers.
func (s *Strategy) pick(numbers []int32) []*Entry {
	if numbers == nil {
		return nil
	}
	out := make([]*Entry, len(numbers))
	for i, n := range numbers {
		out[i] = s.entries[n]
	}
	return out
}

// claimAliases lets former ids lead to their entities.
func (l *linker) claimAliases() {
	for i, e := range l.entries {
		for n, alias := range e.Aliases {
			key := "aliases[" + itoa(n) + "]"
			at := l.byID[e.Kind][alias] - 1
			switch {
			case at < 0:
				l.byID[e.Kind][alias] = int32(i) + 1
			case l.entries[at] == e && alias == e.ID:
				l.report(diag.New(diag.AliasOwn, e.At(key), alias).Concerning(e.Ref().String()))
			case l.entries[at] != e:
				other := l.entries[at]
				l.report(diag.New(diag.AliasTaken, e.At(key), alias, other.Ref().String()).
					At(diag.HintDefined, other.At("id"), other.Path).Concerning(e.Ref().String()))
			}
		}
	}
	for k, ids := range l.byID {
		l.ids[k] = persistent.Of(ids)
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
	numbers, anchors := make(map[string]claim, sections), make(map[string]claim, sections)
	for i, e := range l.entries {
		if e.Kind == KindChapter && e.Translates.ID == "" {
			e.claims(func(n string) { put(numbers, n, int32(i)) }, func(n string) { put(anchors, n, int32(i)) })
		}
	}
	l.numbers, l.anchors = persistent.Of(numbers), persistent.Of(anchors)
}

func put(m map[string]claim, name string, entry int32) {
	if c := m[name]; c.count == 0 || c.last != entry {
		m[name] = claim{c.count + 1, entry}
	}
}

// claims tells the numbers and anchors by which "sec:" finds the chapter and its
// sections; some more than once.
func (e *Entry) claims(number, anchor func(name string)) {
	if e.Number != "" {
		number(e.Number)
	}
	for j := range e.Sections {
		s := &e.Sections[j]
		if s.Anchor != "" {
			anchor(s.Anchor)
		}
		for _, a := range s.Aliases {
			if a != "" {
				anchor(a)
			}
		}
		if n := s.cite(); n != "" {
			number(n)
		}
	}
}

// numbered returns the place of a number in the chapter, -1 for the chapter
// itself; ok is false if it has several places. One that the chapter itself has
// is the chapter's.
func (e *Entry) numbered(number string) (section int, ok bool) {
	if e.Number == number {
		return -1, true
	}
	return e.only(func(s *Section) bool { return s.cite() == number })
}

// anchored is numbered for anchors, present and former.
func (e *Entry) anchored(anchor string) (section int, ok bool) {
	return e.only(func(s *Section) bool { return s.Anchor == anchor || slices.Contains(s.Aliases, anchor) })
}

func (e *Entry) only(is func(*Section) bool) (section int, ok bool) {
	section = -1
	for j := range e.Sections {
		if !is(&e.Sections[j]) {
			continue
		}
		if section >= 0 {
			return -1, false
		}
		section = j
	}
	return section, section >= 0
}

// cite returns the number by which the whole document knows the section.
func (s *Section) cite() string { return cmp.Or(s.Cite, s.Number) }

// pickImplementation finds the chapter that describes how the strategy is
// carried out.
func (l *linker) pickImplementation() {
	l.system = -1
	for i, e := range l.entries {
		switch {
		case e.Kind != KindChapter || e.Chapter.Implementation == nil:
		case l.system < 0:
			l.system = int32(i)
		default:
			first := l.entries[l.system]
			l.report(diag.New(diag.ImplementationTwice, e.At("implementation"), e.Path, first.Path).
				At(diag.HintFirst, first.At("implementation")).Concerning(e.Ref().String()))
		}
	}
}
