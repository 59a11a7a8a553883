package strategy

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
)

// Delta is what Relink looked at: whoever keeps something of the entries learns
// from it what may be otherwise now.
type Delta struct {
	Changes []Change
	// Followed are the entries whose references were followed again, the
	// changed ones among them. The references of all others lead where they led.
	Followed []*Entry
	// Shown are, besides, the entries that refer in words of their own to
	// something whose number or title changed.
	Shown []*Entry
	// Aspects are those of the strategy as a whole that changed.
	Aspects Aspect
}

// Aspect is a set of aspects of a strategy.
type Aspect uint32

// The aspects.
const (
	AspectIndex      Aspect = 1 << iota // front matter of the strategy's own file
	AspectGaps                          // what it declares missing
	AspectGoals                         // front matter of goals
	AspectDocuments                     // front matter of documents
	AspectUnits                         // front matter of units
	AspectGlossary                      // the glossary
	AspectSystem                        // the chapter that describes implementation
	AspectRoles                         // what units do
	AspectBlocks                        // blocks in texts and their parameters
	AspectNumbers                       // which numbers chapters and sections have
	AspectChapters                      // which chapters there are, and their order
	AspectMentioned                     // which things are mentioned at all
	AspectTags                          // the tags of goals and chapters
	AspectIndicators                    // indicators and their data
	AspectActions                       // front matter of actions
	AspectElements                      // what chapters hold of what a law requires
)

// Has reports whether one of the aspects changed.
func (d *Delta) Has(a Aspect) bool { return d.Aspects&a != 0 }

// compare notes the aspects in which a changed entry differs.
func (d *Delta) compare(c Change) {
	if !sameFront(c.Old, c.New) {
		switch c.New.Kind {
		case KindStrategy:
			d.Aspects |= AspectIndex
			if !slices.Equal(c.Old.Strategy.Gaps, c.New.Strategy.Gaps) {
				d.Aspects |= AspectGaps
			}
		case KindGoal:
			d.Aspects |= AspectGoals
		case KindDocument:
			d.Aspects |= AspectDocuments
		case KindUnit:
			d.Aspects |= AspectUnits
		case KindIndicator:
			d.Aspects |= AspectIndicators
		case KindAction:
			d.Aspects |= AspectActions
		case KindGlossary:
			d.Aspects |= AspectGlossary
		}
	}
	if c.New.Kind == KindChapter && !sameElements(c.Old, c.New) {
		d.Aspects |= AspectElements
	}
	if !slices.Equal(c.Old.Tags, c.New.Tags) {
		d.Aspects |= AspectTags
	}
	if !slices.EqualFunc(c.Old.Blocks, c.New.Blocks, func(a, b Block) bool { return a.Name == b.Name && maps.Equal(a.Params, b.Params) }) {
		d.Aspects |= AspectBlocks
	}
}

// finish lists the entries looked at.
func (d *Delta) finish(r *relinker) {
	for _, i := range slices.Sorted(maps.Keys(r.follow)) {
		d.Followed = append(d.Followed, r.entries[i])
	}
	for _, i := range slices.Sorted(maps.Keys(r.show)) {
		if !r.follow[i] && r.entries[i] != nil {
			d.Shown = append(d.Shown, r.entries[i])
		}
	}
}

// sameFront reports whether two entries say the same in all that is not their body.
func sameFront(a, b *Entry) bool {
	front := func(e *Entry) Entry {
		f := *e
		f.Sections, f.Links, f.Anchors, f.Passages, f.Blocks, f.Tables, f.Words, f.HasBody = nil, nil, nil, nil, nil, nil, 0, false
		return f
	}
	return reflect.DeepEqual(front(a), front(b))
}

// sameStructure reports whether b can take the place of a and leave as they are
// which entities there are, under which ids, in which order, and what LinkAll
// reports of that.
func sameStructure(a, b *Entry) bool {
	if a.Kind != b.Kind || a.ID != b.ID || a.Path != b.Path || a.Number != b.Number || !slices.Equal(a.Aliases, b.Aliases) ||
		a.Lang != b.Lang || a.Translates != b.Translates {
		return false
	}
	switch a.Kind {
	case KindStrategy:
		return a.Lang == b.Lang && slices.Equal(a.Strategy.Levels, b.Strategy.Levels)
	case KindChapter:
		return (a.Chapter.Implementation == nil) == (b.Chapter.Implementation == nil)
	case KindGoal:
		return a.Goal.Level == b.Goal.Level && a.Goal.Parent == b.Goal.Parent
	case KindDocument:
		return a.Document.Level == b.Document.Level && a.Document.Parent == b.Document.Parent && sortTitle(a) == sortTitle(b) &&
			slices.EqualFunc(a.Document.Goals, b.Document.Goals, func(g, h DocumentGoal) bool {
				return g.ID == h.ID && g.Parent == h.Parent && g.Key == h.Key
			})
	case KindUnit:
		return a.Unit.Kind == b.Unit.Kind && a.Unit.Parent == b.Unit.Parent && sortTitle(a) == sortTitle(b)
	case KindIndicator, KindAction:
		return sortTitle(a) == sortTitle(b)
	case KindGlossary:
		return slices.EqualFunc(a.Glossary.Terms, b.Glossary.Terms, func(t, u Term) bool {
			return t.ID == u.ID && t.Title == u.Title && t.Key == u.Key
		})
	}
	return false
}

// sortTitle is what documents, units, indicators and actions are ordered by.
func sortTitle(e *Entry) string { return cmp.Or(e.Title, e.ID) }

// facing tells how what others see of an entry differs: the names of places in
// it, or else what is printed of it and of them.
func facing(a, b *Entry) (names, shown bool) {
	same := slices.EqualFunc(a.Sections, b.Sections, func(s, t Section) bool {
		return s.Anchor == t.Anchor && s.cite() == t.cite() && slices.Equal(s.Aliases, t.Aliases)
	})
	names = !same || !slices.Equal(a.Anchors, b.Anchors) || !slices.Equal(a.Passages, b.Passages)
	shown = a.Title != b.Title || a.Short != b.Short
	for i := range min(len(a.Sections), len(b.Sections)) {
		shown = shown || a.Sections[i].Title != b.Sections[i].Title
	}
	if a.Kind == KindDocument {
		shown = shown || !slices.EqualFunc(a.Document.Goals, b.Document.Goals, func(g, h DocumentGoal) bool {
			return g.Number == h.Number && g.Title == h.Title
		})
	}
	if a.Kind == KindIndicator {
		shown = shown || !reflect.DeepEqual(a.Indicator, b.Indicator) // figures in texts are held against the data
	}
	return names, shown
}

// rolesDiffer reports whether two versions of an entry give units other parts;
// one may be nil.
func rolesDiffer(a, b *Entry) bool {
	if a == nil || b == nil {
		e := cmp.Or(a, b)
		return e.Kind != KindChapter || e.Chapter.Owner != Ref{}
	}
	switch a.Kind {
	case KindChapter:
		return a.Chapter.Owner != b.Chapter.Owner || !reflect.DeepEqual(a.Chapter.Implementation, b.Chapter.Implementation)
	case KindGoal:
		return a.Goal.Owner != b.Goal.Owner || !slices.Equal(a.Goal.Units, b.Goal.Units)
	}
	return false
}
