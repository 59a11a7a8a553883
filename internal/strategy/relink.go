package strategy

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"strategia/internal/diag"
)

// Linker links a strategy, and links it again when some of its files changed.
// It is for one goroutine; the strategies that it gives are for all.
type Linker struct {
	s *Strategy
	// structure is what is wrong with ids, parents and the like; found what
	// is wrong with the references of an entry, by its number; outside with
	// those of entries that were left out.
	structure []diag.Diagnostic
	found     map[int32][]diag.Diagnostic
	outside   []diag.Diagnostic
	// open are the entries that link to a file which is none of the strategy.
	open map[int32]bool
	near namer
	// leftOut says that there are entries which the strategy does not hold.
	leftOut bool
}

// Diagnostics returns what is wrong with the strategy linked last.
func (l *Linker) Diagnostics() []diag.Diagnostic {
	ds := slices.Clone(l.structure)
	for _, i := range slices.Sorted(maps.Keys(l.found)) {
		ds = append(ds, l.found[i]...)
	}
	return diag.Sort(append(ds, l.outside...))
}

// Change is what became of one file: the entry that it gave and the one that it
// gives now; nil where there was or is none.
type Change struct{ Old, New *Entry }

// Moves reports whether the change is of which entries there are, or of their order.
func (c Change) Moves() bool {
	return c.Old == nil || c.New == nil || !sameStructure(c.Old, c.New)
}

// relinker carries what is needed only while linking again.
type relinker struct {
	linker
	of    *Linker
	old   *Strategy
	delta *Delta
	// place are the changes of entries that keep their places; gone and come
	// the chapters that go and come, or do both.
	place      []Change
	gone, come []*Entry
	// follow are the entries whose references are to be followed again, show
	// those that may print something else of what they refer to.
	follow, show map[int32]bool
	// numbers and anchors are the names that changed; sections says whether
	// there are any.
	numbers, anchors map[string]claim
	sections         bool
	// fresh says that mentions is a copy already.
	fresh bool
	// roles says that units have other parts.
	roles bool
}

// Relink returns what LinkAll would return after the changes, and tells what it
// looked at for it. It shares with the strategy before whatever stayed the same.
// It reports false, and does nothing, where ids, parents or other things changed
// that say which entities there are and in which order, but for chapters that
// come, go or have another number: then all is to be linked from nothing.
func (l *Linker) Relink(changes []Change) (*Strategy, *Delta, bool) {
	if l.s == nil || l.leftOut || len(l.near.asked) >= mostHints {
		return nil, nil, false
	}
	now := *l.s
	r := &relinker{
		linker: linker{Strategy: &now}, of: l, old: l.s, delta: &Delta{Changes: changes},
		follow: map[int32]bool{}, show: map[int32]bool{}, numbers: map[string]claim{}, anchors: map[string]claim{},
	}
	if !r.sortOut(changes) {
		return nil, nil, false
	}
	r.replace()
	next := &Linker{s: &now, structure: l.structure, found: map[int32][]diag.Diagnostic{}, open: maps.Clone(l.open)}
	r.followAgain(next)
	if next.near = r.near; len(next.near.asked) >= mostHints {
		return nil, nil, false
	}
	r.delta.finish(r)
	*l = *next
	return l.s, r.delta, true
}

// replace puts the new entries in the places of the old ones.
func (r *relinker) replace() {
	r.entries = slices.Clone(r.entries)
	for _, e := range r.gone {
		r.remove(e)
	}
	r.all = slices.Clone(r.all)
	for _, c := range r.place {
		i := r.old.at(c.Old)
		r.entries[i] = c.New
		r.all[r.rank[i]] = c.New
	}
	r.share()
	if len(r.gone)+len(r.come) > 0 {
		r.insert()
	}
	for _, e := range r.come {
		r.bring(r.at(e), Change{New: e})
	}
	for _, c := range r.place {
		r.bring(r.at(c.New), c)
		r.delta.compare(c)
	}
	if len(r.numbers) > 0 {
		r.delta.Aspects |= AspectNumbers
	}
	r.settleClaims(r.numbers, 0)
	r.settleClaims(r.anchors, 1)
	r.Strategy.numbers, r.Strategy.anchors = r.Strategy.numbers.With(r.numbers), r.Strategy.anchors.With(r.anchors)
	if r.roles {
		r.delta.Aspects |= AspectRoles
		r.indexRoles()
	}
	if r.delta.Aspects != 0 {
		r.present = r.findPresent()
	}
}

// bring brings what others know of entry i up to date.
func (r *relinker) bring(i int32, c Change) {
	r.follow[i] = true
	names, shown := true, true
	if c.Old != nil {
		names, shown = facing(c.Old, c.New)
	}
	if names {
		r.sections = true
		r.mentioners(i, r.follow)
		r.rename(i, c)
	}
	if c.Old != nil && (names || shown) {
		r.typedMentioners(i)
		for _, row := range r.old.rows[i] {
			r.show[row.document] = true
		}
	}
	r.frontAgain(i, c, r.rank)
	r.roles = r.roles || rolesDiffer(c.Old, c.New)
	if i == r.system {
		r.delta.Aspects |= AspectSystem
	}
}

// there is entry i as a thing of the strategy before, where it was one.
func (r *relinker) there(i int32) thing {
	if int(i) < len(r.old.entries) {
		return thing(i)
	}
	return -1
}

// mentioners adds to set the entries that mentioned entry i.
func (r *relinker) mentioners(i int32, set map[int32]bool) {
	for _, m := range r.old.mentionsOf(r.there(i)) {
		set[m.entry] = true
	}
}

// typedMentioners has those shown again who mention entry i in words of their own.
func (r *relinker) typedMentioners(i int32) {
	for _, m := range r.old.mentions[i] {
		if m.typed {
			r.show[m.entry] = true
		}
	}
}

// rename brings the names of chapter i up to date, and has those followed again
// who used a name that the chapter now has too.
func (r *relinker) rename(i int32, c Change) {
	for k, table := range []struct {
		now     nameTable
		changes map[string]claim
	}{{r.old.numbers, r.numbers}, {r.old.anchors, r.anchors}} {
		add := func(name string, n, last int32) {
			was, ok := table.changes[name]
			if !ok {
				was = table.now.Get(name)
			}
			table.changes[name] = claim{was.count + n, max(last, was.last)}
		}
		had, has := c.Old.claimed(k), c.New.claimed(k)
		for name := range had {
			if !has[name] {
				add(name, -1, -1)
			}
		}
		for name := range has {
			if !had[name] {
				add(name, +1, i)
				r.users(name)
			}
		}
	}
}

// claimed returns the numbers (0) or anchors (1) that the chapter claims.
func (e *Entry) claimed(table int) map[string]bool {
	out := [2]map[string]bool{{}, {}}
	if e == nil || e.Kind != KindChapter || e.Translates.ID != "" {
		return nil
	}
	e.claims(func(n string) { out[0][n] = true }, func(n string) { out[1][n] = true })
	return out[table]
}

// settleClaims finds the chapter that is left with a name, where one is.
func (r *relinker) settleClaims(changes map[string]claim, table int) {
	for name, c := range changes {
		switch {
		case c.count == 0:
			changes[name] = claim{}
		case c.count == 1 && !r.claims(c.last, table, name):
			for i := range r.entries {
				if r.claims(int32(i), table, name) {
					changes[name] = claim{1, int32(i)}
				}
			}
		}
	}
}

func (r *relinker) claims(i int32, table int, name string) bool {
	e, found := r.entries[i], false
	is, not := func(n string) { found = found || n == name }, func(string) {}
	switch {
	case e == nil || e.Kind != KindChapter || e.Translates.ID != "":
	case table == 0:
		e.claims(is, not)
	default:
		e.claims(not, is)
	}
	return found
}

// users has those followed again whose "sec:" found the name so far.
func (r *relinker) users(name string) {
	for _, table := range []nameTable{r.old.numbers, r.old.anchors} {
		if c := table.Get(name); c.count == 1 {
			r.follow[c.last] = true
			r.mentioners(c.last, r.follow)
		}
	}
}

// frontAgain brings what an entry's front matter refers to up to date, in lists
// that are ordered by rank.
func (r *relinker) frontAgain(i int32, c Change, rank []int32) {
	r.tiesAgain(i, c, rank)
	switch cmp.Or(c.New, c.Old).Kind {
	case KindChapter:
		was, is := map[int32][]int32{}, map[int32][]int32{}
		for _, g := range r.old.goalsOf(c.Old) {
			was[g] = []int32{i}
		}
		for _, g := range r.goalsOf(c.New) {
			is[g] = []int32{i}
		}
		if maps.EqualFunc(was, is, slices.Equal) {
			return
		}
		r.chapters = maps.Clone(r.chapters)
		for g := range either(was, is) {
			r.chapters[g] = splice(r.chapters[g], is[g], func(n int32) int { return int(rank[n] - rank[i]) })
		}
	case KindDocument:
		was, is := map[int32][]row{}, map[int32][]row{}
		r.old.rowsOf(i, c.Old, func(g int32, l row) { was[g] = append(was[g], l) })
		r.rowsOf(i, c.New, func(g int32, l row) { is[g] = append(is[g], l) })
		if maps.EqualFunc(was, is, slices.Equal) {
			return
		}
		r.rows = maps.Clone(r.rows)
		for g := range either(was, is) {
			r.rows[g] = splice(r.rows[g], is[g], func(l row) int { return int(rank[l.document] - rank[i]) })
		}
	case KindGlossary:
		terms := c.New.Glossary.Terms
		r.Terms = slices.Clone(r.Terms)
		for j, t := range r.Terms {
			r.Terms[j] = &terms[r.terms[t.ID]]
		}
	}
}

// tiesAgain does frontAgain for the ties of an entry.
func (r *relinker) tiesAgain(i int32, c Change, rank []int32) {
	was, is := map[int32][]int32{}, map[int32][]int32{}
	for _, n := range r.old.tiesOf(c.Old) {
		was[n] = []int32{i}
	}
	for _, n := range r.tiesOf(c.New) {
		is[n] = []int32{i}
	}
	if maps.EqualFunc(was, is, slices.Equal) {
		return
	}
	r.ties = maps.Clone(r.ties)
	for n := range either(was, is) {
		r.ties[n] = splice(r.ties[n], is[n], func(n int32) int { return int(rank[n] - rank[i]) })
	}
}

// either returns the keys of both maps.
func either[K comparable, V any](a, b map[K]V) iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range a {
			if !yield(k) {
				return
			}
		}
		for k := range b {
			if _, known := a[k]; !known && !yield(k) {
				return
			}
		}
	}
}

// splice returns list with own in the place of what is there of the same entry;
// where tells of an item whether it stands before (-), at (0) or after (+) it.
func splice[T any](list, own []T, where func(T) int) []T {
	start, _ := slices.BinarySearchFunc(list, 0, func(v T, _ int) int { return where(v) })
	end := start
	for end < len(list) && where(list[end]) == 0 {
		end++
	}
	if len(list)-(end-start)+len(own) == 0 {
		return nil
	}
	return slices.Concat(list[:start], own, list[end:])
}

// followAgain follows the references of the entries that are due, and brings the
// mentions up to date.
func (r *relinker) followAgain(next *Linker) {
	for i := range r.of.found {
		r.follow[i] = true // what is wrong may be mended, and its hints read otherwise
	}
	var renamed []Kind
	switch {
	case r.delta.Has(AspectChapters):
		renamed = []Kind{KindChapter, KindSection}
	case r.sections:
		renamed = []Kind{KindSection}
	}
	r.near = r.of.near.again(renamed...)
	for _, i := range slices.Sorted(maps.Keys(r.follow)) {
		delete(next.open, i)
		if r.entries[i] == nil {
			delete(r.follow, i)
			continue
		}
		var was map[thing][]mention
		if r.there(i) >= 0 {
			was = r.old.mentionedBy(i, r.old.mentioned)
		}
		r.diags, r.linker.open = nil, false
		r.frontMatter(r.entries[i])
		is := r.mentionedBy(i, r.body)
		next.note(i, &r.linker)
		for n := range either(was, is) {
			if !slices.Equal(was[n], is[n]) {
				r.mention(n, i, is[n], r.rank)
			}
		}
	}
}

// mention sets the mentions of thing n by entry i, in a list ordered by rank.
func (r *relinker) mention(n thing, i int32, own []mention, rank []int32) {
	if !r.fresh {
		r.mentions, r.abouts, r.fresh = slices.Clone(r.mentions), slices.Clone(r.abouts), true
	}
	before := r.mentionsOf(n)
	list := splice(before, own, func(m mention) int { return int(rank[m.entry] - rank[i]) })
	if (len(list) == 0) != (len(before) == 0) {
		r.delta.Aspects |= AspectMentioned
	}
	if n >= aTerm {
		r.abouts[n-aTerm] = list
	} else {
		r.mentions[n] = list
	}
}

// mentionedBy returns what the links of entry i mention, as gather does.
func (s *Strategy) mentionedBy(i int32, mentioned func(*Entry, *Link) thing) map[thing][]mention {
	e := s.entries[i]
	out := map[thing][]mention{}
	for j := range e.Links {
		n := mentioned(e, &e.Links[j])
		if n < 0 {
			continue
		}
		out[n] = note(out[n], e.Links[j].mentionBy(i))
	}
	return out
}
