package strategy

import (
	"cmp"
	"slices"
	"strings"
)

// Tag says whom or what a chapter, goal or action concerns, in the words of the site.
// Tags of one kind that differ in case, marks or punctuation only have one ID.
type Tag struct {
	Kind      TagKind
	ID, Title string
	Key       string // of the front matter
}

// TagKind is one of the ways in for a reader who asks "what concerns me".
type TagKind string

const (
	TagTopic    TagKind = "topic"    // temat: energia
	TagAudience TagKind = "audience" // dla kogo: rodzice
	TagPlace    TagKind = "place"    // miejsce: Stare Miasto
)

// TagKinds lists the kinds in the order in which readers are offered them.
var TagKinds = []TagKind{TagTopic, TagAudience, TagPlace}

// String returns the tag as messages and facts name it, "topic:energia".
func (t Tag) String() string { return string(t.Kind) + ":" + t.ID }

// Places returns the places that an entry names.
func (e *Entry) Places() []string {
	var out []string
	for _, t := range e.Tags {
		if t.Kind == TagPlace {
			out = append(out, t.Title)
		}
	}
	return out
}

// Tagged is a tag with all that carries it: goals in tree order, actions and
// chapters, the translations of each behind the others.
type Tagged struct {
	Tag
	Goals, Actions, Chapters []*Entry
}

// Entries returns the goals, then the actions, then the chapters.
func (t *Tagged) Entries() []*Entry {
	return slices.Concat(t.Goals, t.Actions, t.Chapters)
}

// Tagged returns the tags of all chapters, goals and actions by kind, then by
// title. The title is as the first of them spells it, in the order of Entries. The list is
// put together at each call.
func (s *Strategy) Tagged() []*Tagged {
	byName := map[string]*Tagged{}
	var out []*Tagged
	collect := func(entries []*Entry, list func(*Tagged) *[]*Entry) {
		for _, e := range entries {
			for _, tag := range e.Tags {
				t := byName[tag.String()]
				if t == nil {
					t = &Tagged{Tag: tag}
					byName[tag.String()] = t
					out = append(out, t)
				}
				if to := list(t); len(*to) == 0 || (*to)[len(*to)-1] != e {
					*to = append(*to, e)
				}
			}
		}
	}
	collect(s.Goals, func(t *Tagged) *[]*Entry { return &t.Goals })
	collect(s.Actions, func(t *Tagged) *[]*Entry { return &t.Actions })
	collect(s.Chapters, func(t *Tagged) *[]*Entry { return &t.Chapters })
	for i, e := range s.Translations {
		switch e.Kind {
		case KindGoal:
			collect(s.Translations[i:i+1], func(t *Tagged) *[]*Entry { return &t.Goals })
		case KindAction:
			collect(s.Translations[i:i+1], func(t *Tagged) *[]*Entry { return &t.Actions })
		case KindChapter:
			collect(s.Translations[i:i+1], func(t *Tagged) *[]*Entry { return &t.Chapters })
		}
	}
	keys := (&linker{Strategy: s}).collator()
	sortBy(out, func(t *Tagged) []byte { return keys(t.Title) }, func(a, b *Tagged) int { return strings.Compare(a.ID, b.ID) })
	slices.SortStableFunc(out, func(a, b *Tagged) int { return cmp.Compare(rank(TagKinds, a.Kind), rank(TagKinds, b.Kind)) })
	return out
}
