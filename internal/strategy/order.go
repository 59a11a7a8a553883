package strategy

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"strategia/internal/diag"
)

// DefaultLevels returns the two levels that nearly every strategy has, with their
// labels in the language of the document. A site that states none has these.
func DefaultLevels(lang string) []Level {
	if strings.HasPrefix(lang, "en") {
		return []Level{{"strategic", "Strategic goal", "Strategic goals"},
			{"operational", "Operational goal", "Operational goals"}}
	}
	return []Level{{"strategic", "Cel strategiczny", "Cele strategiczne"},
		{"operational", "Cel operacyjny", "Cele operacyjne"}}
}

func (l *linker) setLevels() {
	if l.levels = l.Index.Strategy.Levels; len(l.levels) == 0 {
		l.levels = DefaultLevels(l.Index.Lang)
	}
}

// linkParents finds the parents of goals, documents and units. A circle is
// reported once and cut at its first entity by path.
func (l *linker) linkParents() {
	l.above, l.below = map[*Entry]*Entry{}, map[*Entry][]*Entry{}
	l.depth = make(map[*Entry]int, len(l.Goals))
	for _, list := range [][]*Entry{l.Goals, l.Documents, l.Units} {
		byID := make(map[string]*Entry, len(list))
		for _, e := range list {
			for _, a := range e.Aliases {
				if byID[a] == nil {
					byID[a] = e
				}
			}
		}
		for _, e := range list {
			byID[e.ID] = e
		}
		for _, e := range list {
			if p := byID[parentRef(e).ID]; p != nil {
				l.above[e] = p
			}
		}
		l.cutCircles(list)
	}
}

// parentRef returns what the front matter calls the entity's parent.
func parentRef(e *Entry) Ref {
	switch e.Kind {
	case KindGoal:
		return e.Goal.Parent
	case KindDocument:
		return e.Document.Parent
	case KindUnit:
		return e.Unit.Parent
	}
	return Ref{}
}

// cutCircles walks up from each entity. An entity met twice on the same walk
// closes a circle.
func (l *linker) cutCircles(list []*Entry) {
	walk := make(map[*Entry]int, len(list))
	for i, e := range list {
		up := e
		for ; up != nil && walk[up] == 0; up = l.above[up] {
			walk[up] = i + 1
		}
		if up == nil || walk[up] != i+1 {
			continue
		}
		first, names := up, []string{}
		for m := up; ; {
			names = append(names, m.ID)
			if m.Path < first.Path {
				first = m
			}
			if m = l.above[m]; m == up {
				break
			}
		}
		names = append(names, up.ID)
		l.report(diag.New(diag.ParentCircle, first.At(cmp.Or(parentRef(first).Key, "parent")), first.Ref().String(),
			strings.Join(names, " → ")).Concerning(first.Ref().String()))
		delete(l.above, first)
	}
}

// order puts the lists into the order in which people read.
func (l *linker) order() {
	slices.SortStableFunc(l.Chapters, byNumber)
	title := l.collator()
	key := func(e *Entry) []byte { return title(sortTitle(e)) }
	byID := func(a, b *Entry) int { return strings.Compare(a.ID, b.ID) }
	sortBy(l.Documents, key, byID)
	slices.SortStableFunc(l.Documents, func(a, b *Entry) int {
		return cmp.Compare(rank(DocumentLevels, a.Document.Level), rank(DocumentLevels, b.Document.Level))
	})
	l.orderUnits(key, byID)
	for _, list := range [][]*Entry{l.Indicators, l.Actions} {
		sortBy(list, key, byID)
		slices.SortStableFunc(list, numbersFirst)
	}
	l.orderGoals()
	slices.SortStableFunc(l.Translations, func(a, b *Entry) int {
		return cmp.Or(strings.Compare(a.Lang, b.Lang), cmp.Compare(a.Kind, b.Kind), byNumber(a, b))
	})
}

// byNumber orders by number, what has none last, then by path.
func byNumber(a, b *Entry) int { return cmp.Or(numbersFirst(a, b), strings.Compare(a.Path, b.Path)) }

// numbersFirst orders by number, what has none last.
func numbersFirst(a, b *Entry) int {
	if (a.Number == "") != (b.Number == "") {
		return cmp.Compare(len(b.Number), len(a.Number))
	}
	return CompareNumbers(a.Number, b.Number)
}

// rank returns the place of v in list, or the place after the last.
func rank[T comparable](list []T, v T) int {
	if i := slices.Index(list, v); i >= 0 {
		return i
	}
	return len(list)
}

func (l *linker) orderUnits(key func(*Entry) []byte, byID func(a, b *Entry) int) {
	sortBy(l.Units, key, byID)
	slices.SortStableFunc(l.Units, func(a, b *Entry) int {
		return cmp.Compare(rank(UnitKinds, a.Unit.Kind), rank(UnitKinds, b.Unit.Kind))
	})
	under := map[*Entry][]*Entry{}
	var tops []*Entry
	for _, u := range l.Units {
		if p := l.above[u]; p != nil {
			l.below[p] = append(l.below[p], u)
			if p.Unit.Kind == u.Unit.Kind {
				under[p] = append(under[p], u)
				continue
			}
		}
		tops = append(tops, u)
	}
	l.Units = flatten(l.Units[:0:0], tops, under)
	for _, d := range l.Documents {
		if p := l.above[d]; p != nil {
			l.below[p] = append(l.below[p], d)
		}
	}
}

// flatten appends each of the entries followed by what stands under it.
func flatten(out, entries []*Entry, under map[*Entry][]*Entry) []*Entry {
	for _, e := range entries {
		out = flatten(append(out, e), under[e], under)
	}
	return out
}

// orderGoals settles the level of each goal and puts the tree in order: by
// level, then number, then path.
func (l *linker) orderGoals() {
	for _, g := range l.Goals {
		l.depth[g] = l.depthOf(g)
		p := l.above[g]
		l.below[p] = append(l.below[p], g)
	}
	compare := func(a, b *Entry) int {
		if c := cmp.Compare(l.depth[a], l.depth[b]); c != 0 {
			return c
		}
		return byNumber(a, b)
	}
	for _, g := range l.Goals {
		slices.SortFunc(l.below[g], compare)
	}
	slices.SortFunc(l.below[nil], compare)
	l.Goals = flatten(l.Goals[:0:0], l.below[nil], l.below)
}

// depthOf returns the index of the goal's level: the stated one, or the one below
// its parent's.
func (l *linker) depthOf(g *Entry) int {
	below := 0
	for e := g; e != nil; e = l.above[e] {
		i := slices.IndexFunc(l.levels, func(v Level) bool { return v.ID == e.Goal.Level })
		if i >= 0 {
			return min(i+below, len(l.levels)-1)
		}
		if l.above[e] != nil {
			below++
		}
	}
	return min(below, len(l.levels)-1)
}

// collator returns a function that makes sort keys in the document's language.
func (l *linker) collator() func(string) []byte {
	tag, err := language.Parse(cmp.Or(l.Index.Lang, "pl"))
	if err != nil {
		tag = language.Polish
	}
	c := collate.New(tag)
	var buf collate.Buffer
	return func(s string) []byte {
		buf.Reset()
		return slices.Clone(c.KeyFromString(&buf, s))
	}
}

// sortBy sorts by key, made once for each, then by less.
func sortBy[T any](list []T, key func(T) []byte, then func(a, b T) int) {
	type keyed struct {
		key  []byte
		item T
	}
	ks := make([]keyed, len(list))
	for i, v := range list {
		ks[i] = keyed{key(v), v}
	}
	slices.SortFunc(ks, func(a, b keyed) int {
		return cmp.Or(bytes.Compare(a.key, b.key), then(a.item, b.item))
	})
	for i := range ks {
		list[i] = ks[i].item
	}
}
