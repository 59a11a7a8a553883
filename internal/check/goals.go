package check

import (
	"cmp"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// titles looks for things without a name.
func (c *checker) titles(e *strategy.Entry) {
	if e.Kind == strategy.KindGlossary || e.Kind == strategy.KindStrategy && !c.s.HasIndex() {
		return
	}
	if e.Title == "" && e.Missing == "" {
		c.about(e, diag.Untitled, e.At("title"), cmp.Or(e.ID, e.Path))
	}
	if e.Kind != strategy.KindDocument {
		return
	}
	for i := range e.Document.Goals {
		if g := &e.Document.Goals[i]; g.Title == "" && g.Text == "" {
			about := e.Ref().String() + "#" + g.ID
			c.report(diag.New(diag.Untitled, e.At(join(g.Key, "title")), about).Concerning(about))
		}
	}
}

// numbers looks for things side by side that have the same number.
func (c *checker) numbers() {
	c.numberTwice(c.s.Chapters, func(e *strategy.Entry) string { return e.Number })
	c.numberTwice(c.s.Goals, func(e *strategy.Entry) string {
		if e.Number == "" {
			return ""
		}
		level, _ := c.s.LevelOf(e)
		parent := ""
		if p := c.s.Parent(e); p != nil {
			parent = p.ID
		}
		return level.ID + "\x00" + parent + "\x00" + e.Number
	})
}

// outerNumbers is numbers for the goals of a document.
func (c *checker) outerNumbers(d *strategy.Entry) {
	if d.Kind != strategy.KindDocument {
		return
	}
	first := map[string]*strategy.DocumentGoal{}
	for i := range d.Document.Goals {
		g := &d.Document.Goals[i]
		key := g.Parent + "\x00" + g.Number
		f := first[key]
		if g.Number != "" && f != nil {
			about := d.Ref().String() + "#" + g.ID
			c.report(diag.New(diag.NumberTwice, d.At(join(g.Key, "number")), g.Number, g.ID, f.ID).
				At(diag.HintFirst, d.At(join(f.Key, "number")), d.Path).Concerning(about))
		}
		if f == nil {
			first[key] = g
		}
	}
}

func (c *checker) numberTwice(list []*strategy.Entry, key func(*strategy.Entry) string) {
	first := make(map[string]*strategy.Entry, len(list))
	for _, e := range list {
		k := key(e)
		if k == "" {
			continue
		}
		f := first[k]
		if f == nil {
			first[k] = e
			continue
		}
		c.report(diag.New(diag.NumberTwice, e.At("number"), e.Number, e.ID, f.ID).
			At(diag.HintFirst, f.At("number"), f.Path).Concerning(e.Ref().String()))
	}
}

// goalNumbers holds the numbers of sub-goals against their parents'.
func (c *checker) goalNumbers() {
	for _, g := range c.s.Goals {
		p := c.s.Parent(g)
		if p == nil || p.Number == "" || g.Number == "" || !dotted(g.Number) || strategy.Under(g.Number, p.Number) {
			continue
		}
		c.report(diag.New(diag.NumberNotBelow, g.At("number"), g.Number, p.Number, name(p)).
			At(diag.HintDefined, p.At("number"), p.Path).Concerning(g.Ref().String()))
	}
}

// dotted reports whether a number names its parents: 2.4. A plain 4 counts
// within the goal above and says nothing about it.
func dotted(number string) bool {
	for i := range len(number) {
		if number[i] == '.' {
			return true
		}
	}
	return false
}

// levelKnown reports a level of goals that the strategy does not have.
func (c *checker) levelKnown(id string, at source.Span, about string) bool {
	if id == "" {
		return true
	}
	var ids []string
	for _, l := range c.s.Levels() {
		if l.ID == id {
			return true
		}
		ids = append(ids, l.ID)
	}
	d := diag.New(diag.LevelUnknown, at, id).Concerning(about)
	if near, ok := diag.Nearest(id, ids); ok {
		d = d.With(diag.HintNearest, near)
	} else {
		d = d.With(diag.HintKnown, strings.Join(ids, ", "))
	}
	c.report(d)
	return false
}

// goalLevels looks at the levels of goals and of their parents.
func (c *checker) goalLevels() {
	depth := map[*strategy.Entry]int{} // in the tree, where levels are not stated
	for _, g := range c.s.Goals {
		p := c.s.Parent(g)
		known := c.levelKnown(g.Goal.Level, g.At("level"), g.Ref().String())
		level, at := c.s.LevelOf(g)
		depth[g] = at
		if p == nil || !known {
			continue
		}
		above, atP := c.s.LevelOf(p)
		switch {
		case g.Goal.Level == "" && depth[p] >= len(c.s.Levels())-1:
			depth[g] = depth[p] + 1
			c.about(g, diag.GoalTooDeep, g.At("parent"), name(g))
		case g.Goal.Level != "" && at <= atP:
			c.report(diag.New(diag.ParentNotAbove, g.At("level"), name(g), level.Title, name(p), above.Title).
				At(diag.HintDefined, p.At("level"), p.Path).Concerning(g.Ref().String()))
		}
	}
}

// mostStoreys bounds how many parts of a goal's number are looked at.
const mostStoreys = 20

// parentless are the goals that say nothing of a goal above and should, each with
// the one that its number names, or nil: those of a level below one on which there
// are goals, and those whose number goes on from another's.
func (c *checker) parentless() map[*strategy.Entry]*strategy.Entry {
	if c.orphans != nil {
		return c.orphans
	}
	c.orphans = map[*strategy.Entry]*strategy.Entry{}
	numbered := make(map[string]*strategy.Entry, len(c.s.Goals))
	top := len(c.s.Levels())
	for _, g := range c.s.Goals {
		if numbered[g.Number] == nil && g.Number != "" {
			numbered[g.Number] = g
		}
		_, at := c.s.LevelOf(g)
		top = min(top, at)
	}
	for _, g := range c.s.Goals {
		if g.Goal.Parent.ID != "" {
			continue
		}
		var above *strategy.Entry
		n := g.Number
		for range mostStoreys {
			if above != nil || !dotted(n) {
				break
			}
			n = n[:strings.LastIndexByte(n, '.')]
			above = numbered[n]
		}
		if _, at := c.s.LevelOf(g); at > top || above != nil && g.Goal.Level == "" {
			c.orphans[g] = above
		}
	}
	return c.orphans
}

// tops are the goals that stand at the top rightly: no other should stand above them.
func (c *checker) tops() []*strategy.Entry {
	var out []*strategy.Entry
	for _, g := range c.s.Children(nil) {
		if _, orphan := c.parentless()[g]; !orphan && g.Goal.Parent.ID == "" {
			out = append(out, g)
		}
	}
	return out
}

// goalParents looks for goals that should stand below another.
func (c *checker) goalParents() {
	orphans := c.parentless()
	for _, g := range c.s.Goals {
		above, orphan := orphans[g]
		if !orphan || g.Missing != "" {
			continue
		}
		key := "number"
		if g.Goal.Level != "" {
			key = "level"
		}
		d := diag.New(diag.GoalWithoutParent, g.At(key), name(g)).Concerning(g.Ref().String())
		if above != nil {
			d = d.With(diag.HintNearest, above.ID).At(diag.HintDefined, above.At("number"), above.Path)
		}
		c.report(d)
	}
}

// goalTitles looks for goals that have the same title.
func (c *checker) goalTitles() {
	first := map[string]*strategy.Entry{}
	for _, g := range c.s.Goals {
		if g.Title == "" {
			continue
		}
		key := fold(g.Title)
		f := first[key]
		if f == nil {
			first[key] = g
			continue
		}
		c.report(diag.New(diag.GoalTitleTwice, g.At("title"), g.ID, f.ID, g.Title).
			At(diag.HintFirst, f.At("title"), f.Path).Concerning(g.Ref().String()))
	}
}

// goalChildren looks for top goals without sub-goals. A strategy that has none
// at all is of one level.
func (c *checker) goalChildren() {
	tops := c.tops()
	levels := c.s.Levels()
	if len(levels) < 2 || len(tops) == len(c.s.Goals) {
		return
	}
	for _, g := range tops {
		if _, at := c.s.LevelOf(g); at == 0 && len(c.s.Children(g)) == 0 && g.Missing == "" {
			c.about(g, diag.GoalWithoutChildren, g.At("title"), name(g), levels[1].Title)
		}
	}
}

// levels looks at the list of levels itself.
func (c *checker) levels() {
	used := map[string]bool{}
	for _, g := range c.s.Goals {
		level, _ := c.s.LevelOf(g)
		used[level.ID] = true
	}
	index := c.s.Index
	usual := slices.Equal(c.s.Levels(), strategy.DefaultLevels(index.Lang))
	seen := map[string]bool{}
	for i, l := range index.Strategy.Levels {
		at := item("levels", i)
		switch {
		case seen[l.ID] && l.ID != "":
			c.about(index, diag.LevelTwice, index.At(join(at, "id")), l.ID)
		case len(c.s.Goals) > 0 && !used[l.ID] && !usual:
			c.about(index, diag.LevelEmpty, index.At(at), cmp.Or(l.Plural, l.Title, l.ID))
		}
		seen[l.ID] = true
	}
}
