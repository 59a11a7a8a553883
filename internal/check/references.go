package check

import (
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// typedReferences compares the words of references with what they lead to: of
// links in bodies and of the texts that tables of correspondence quote.
func (c *checker) typedReferences(e *strategy.Entry) {
	for i := range e.Links {
		l := &e.Links[i]
		if l.Kind == strategy.KindNone || l.Text == "" || l.Period != "" {
			continue
		}
		if t, ok := c.s.Find(l.Ref(), l.Fragment); ok {
			c.typed(l.Text, t, e.In(l.Start, l.End), false)
		}
	}
	if e.Kind != strategy.KindDocument {
		return
	}
	for i := range e.Document.Goals {
		g := &e.Document.Goals[i]
		if own, ok := c.s.Find(e.Ref(), g.ID); ok && own.Goal == i {
			c.typed(g.Text, own, e.At(join(g.Key, "text")), true)
		}
		for j := range g.Maps {
			m := &g.Maps[j]
			if t, ok := c.s.Find(m.Goal, ""); ok {
				c.typed(m.Text, t, e.At(join(m.Key, "text")), true)
			}
		}
	}
}

// typed compares the number and title in a text with those of the target. Where
// the text is a quotation of the whole reference it is compared even if it has
// no number.
func (c *checker) typed(text string, t strategy.Target, at source.Span, whole bool) {
	card := c.s.Card(t)
	number, title := strategy.NumberAndTitleIn(text)
	if number != "" && card.Number != "" && !agrees(number, card.Number) {
		about := reference(t, card)
		c.report(diag.New(diag.NumberDisagrees, at, number, card.Number, about).
			At(diag.HintDefined, definition(t, "number"), t.Entry.Path).Concerning(about))
	}
	if number == "" && whole {
		title = text
	}
	if title != "" && card.Title != "" && !abridges(title, card.Title) && !abridges(title, card.Short) {
		about := reference(t, card)
		c.report(diag.New(diag.TitleDisagrees, at, title, card.Title, about).
			At(diag.HintDefined, definition(t, "title"), t.Entry.Path).Concerning(about))
	}
}

// reference writes what a target is as an acknowledgement would name it.
func reference(t strategy.Target, card strategy.Card) string {
	switch t.Ref.Kind {
	case strategy.KindSection:
		return "sec:" + t.Entry.ID + "#" + t.Anchor
	case strategy.KindDocumentGoal:
		return "doc:" + card.Doc + "#" + card.ID
	}
	return t.Ref.String()
}

// definition returns where the target states its number or title.
func definition(t strategy.Target, key string) source.Span {
	switch {
	case t.Section >= 0:
		s := &t.Entry.Sections[t.Section]
		return t.Entry.In(s.Start, s.End)
	case t.Goal >= 0:
		return t.Entry.At(join(t.Entry.Document.Goals[t.Goal].Key, key))
	case t.Term >= 0:
		return t.Entry.At(t.Entry.Glossary.Terms[t.Term].Key)
	}
	return t.Entry.At(key)
}

// agrees reports whether a typed number fits the defined one: the same in
// Arabic and Roman figures, or the number of what the target stands in
// ("rozdział 8" of a link to 8.1, "8.1" to "8.1 pkt 1").
func agrees(typed, defined string) bool {
	return same(typed, defined) || strategy.Under(defined, typed) || strings.HasPrefix(defined, typed+" ")
}

func same(a, b string) bool {
	if a == b {
		return true
	}
	if n := strategy.Roman(a); n > 0 {
		a = strconv.Itoa(n)
	}
	if n := strategy.Roman(b); n > 0 {
		b = strconv.Itoa(n)
	}
	return a == b
}

// abridges reports whether a typed title is the defined one or its beginning.
func abridges(typed, defined string) bool {
	if defined == "" || typed == defined {
		return defined != ""
	}
	t, d := strings.TrimSuffix(fold(typed), "…"), fold(defined)
	return strings.HasPrefix(d, strings.TrimRight(t, " .")) || strings.HasPrefix(t, d)
}

// fileLinks looks at links to source files and to places on pages.
func (c *checker) fileLinks(e *strategy.Entry) {
	for i := range e.Links {
		l := &e.Links[i]
		if l.Kind != strategy.KindNone {
			continue
		}
		at := e.In(l.Start, l.End)
		path := ""
		t, ok := strategy.Target{}, false
		if l.Target == "" {
			t, ok = c.s.Resolve(e, *l)
		} else if p, source := strategy.SourcePath(e, l.Target); source {
			path = p
			t, ok = c.s.FindFile(p, l.Fragment)
		} else {
			continue
		}
		switch {
		case ok:
		case t.Entry != nil:
			c.report(strategy.FragmentUnknown(l.Fragment, t.Entry, at))
		default:
			c.fileUnknown(path, at)
		}
	}
}

// mostAsked is how many unknown files are told with the nearest name: a site in
// which hundreds of links are broken has one cause, which the names don't show.
const mostAsked = 100

func (c *checker) fileUnknown(path string, at source.Span) {
	d := diag.New(diag.FileUnknown, at, path)
	if c.asked++; c.asked <= mostAsked {
		if near := c.nearestPath(path); near != "" {
			d = d.With(diag.HintNearest, near)
		}
	}
	c.report(d)
}

func (c *checker) nearestPath(path string) string {
	near, known := c.before[path]
	if !known {
		if c.paths == nil {
			for _, e := range c.s.Entries() {
				c.paths = append(c.paths, e.Path)
			}
		}
		near, _ = diag.Nearest(path, c.paths)
	}
	c.near[path] = near
	return near
}

// blocks looks at what the parameters of generated blocks name.
func (c *checker) blocks(e *strategy.Entry) {
	for i := range e.Blocks {
		b := &e.Blocks[i]
		at := e.In(b.Start, b.End)
		c.blockEntity(strategy.KindDocument, b.Params["document"], at)
		for id := range strings.SplitSeq(b.Params["documents"], ",") {
			c.blockEntity(strategy.KindDocument, strings.TrimSpace(id), at)
		}
		c.blockEntity(strategy.KindGoal, b.Params["parent"], at)
		c.blockEntity(strategy.KindGoal, b.Params["goal"], at)
		c.blockEntity(strategy.KindIndicator, b.Params["id"], at)
		c.blockEntity(strategy.KindUnit, b.Params["unit"], at)
		switch b.Name {
		case "units":
			c.blockValue("kind", b.Params["kind"], words(strategy.UnitKinds), at)
		case "actions":
			c.blockValue("state", b.Params["state"], words(strategy.ActionStates), at)
		case "indicators":
			c.blockValue("level", b.Params["level"], words(strategy.IndicatorLevels), at)
		case "documents":
			c.blockValue("level", b.Params["level"], words(strategy.DocumentLevels), at)
		case "goal-list", "goal-matrix":
			c.levelKnown(b.Params["level"], at, "")
		}
	}
}

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

func (c *checker) blockEntity(kind strategy.Kind, id string, at source.Span) {
	if id == "" {
		return
	}
	r := strategy.Ref{Kind: kind, ID: id}
	if _, ok := c.s.Find(r, ""); ok {
		return
	}
	code := diag.DocumentUnknown
	known := c.s.Documents
	switch kind {
	case strategy.KindGoal:
		code, known = diag.GoalUnknown, c.s.Goals
	case strategy.KindUnit:
		code, known = diag.UnitUnknown, c.s.Units
	case strategy.KindIndicator:
		code, known = diag.IndicatorUnknown, c.s.Indicators
	}
	d := diag.New(code, at, id).Concerning(r.String())
	var ids []string
	for _, e := range known {
		ids = append(ids, e.ID)
	}
	if near, ok := diag.Nearest(id, ids); ok {
		d = d.With(diag.HintNearest, near)
	}
	c.report(d)
}

func (c *checker) blockValue(param, value string, allowed []string, at source.Span) {
	for _, a := range allowed {
		if value == a {
			return
		}
	}
	if value != "" {
		c.report(diag.New(diag.BlockValueUnknown, at, param, value).With(diag.HintKnown, strings.Join(allowed, ", ")))
	}
}

// lists looks for repetitions in the lists of references.
func (c *checker) lists(e *strategy.Entry) {
	switch e.Kind {
	case strategy.KindChapter:
		c.repeated(e, e.Chapter.Goals)
		if system, im := c.s.Implementation(); system == e {
			for _, r := range im.Roles {
				c.repeated(e, r.Units)
			}
			for _, t := range im.Hierarchy {
				c.repeated(e, t.Documents)
			}
		}
	case strategy.KindIndicator:
		c.repeated(e, e.Indicator.Goals)
	case strategy.KindAction:
		c.repeated(e, e.Action.Goals)
		c.repeated(e, append(slices.Clip(e.Action.Partners), e.Action.Lead))
	case strategy.KindGoal:
		for i, u := range e.Goal.Units {
			for _, v := range e.Goal.Units[:i] {
				if u.Unit.ID == v.Unit.ID && u.Role == v.Role && u.Unit.ID != "" {
					c.about(e, diag.ListedTwice, e.At(u.Unit.Key), u.Unit.String())
					break
				}
			}
		}
	}
}

func (c *checker) repeated(e *strategy.Entry, list []strategy.Ref) {
	seen := make(map[string]bool, len(list))
	for _, r := range list {
		if seen[r.ID] && r.ID != "" {
			c.about(e, diag.ListedTwice, e.At(r.Key), r.String())
		}
		seen[r.ID] = true
	}
}
