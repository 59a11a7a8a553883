package check

import (
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// outerGoals looks at the goals of outer documents: each must have a counterpart
// or a reason for having none. A document none of whose goals is mapped is only
// listed, not compared.
func (c *checker) outerGoals(d *strategy.Entry) {
	if d.Kind != strategy.KindDocument {
		return
	}
	goals := d.Document.Goals
	groups := map[string]bool{}
	mapped := false
	for i := range goals {
		groups[goals[i].Parent] = true
		mapped = mapped || len(goals[i].Maps) > 0
	}
	binding := d.Document.Level != strategy.LevelPrevious && d.Document.Level != strategy.LevelSubordinate
	for i := range goals {
		g := &goals[i]
		about := d.Ref().String() + "#" + g.ID
		switch {
		case g.None != "" && (len(g.Maps) > 0 || g.Unknown != ""):
			c.report(diag.New(diag.OuterGoalBoth, d.At(join(g.Key, "none")), outerName(g)).Concerning(about))
		case g.Unknown != "" && len(g.Maps) > 0:
			c.report(diag.New(diag.OuterGoalBoth, d.At(join(g.Key, "unknown")), outerName(g)).Concerning(about))
		case g.Open() && mapped && binding && d.Missing == "" && !groups[g.ID]:
			c.report(diag.New(diag.OuterGoalOpen, d.At(g.Key), outerName(g)).Concerning(about))
		}
	}
}

// outerName is what messages call a goal of an outer document.
func outerName(g *strategy.DocumentGoal) string {
	switch {
	case g.Number != "" && g.Title != "":
		return g.Number + ". " + g.Title
	case g.Title != "":
		return g.Title
	}
	return g.ID
}

// superior are the levels with which a strategy must be consistent: art. 10e
// ust. 2 of the act on commune self-government names the voivodeship's strategy
// and the supralocal one.
var superior = map[strategy.DocumentLevel]bool{
	strategy.LevelVoivodeship: true, strategy.LevelSupralocal: true, strategy.LevelSuperior: true,
}

// unanswered looks for own top goals that answer, themselves or through their
// sub-goals, to no goal of a superior document. An incomplete table is no proof.
func (c *checker) unanswered() {
	for _, d := range c.s.Documents {
		if !superior[d.Document.Level] || d.Missing != "" {
			continue
		}
		answered := map[*strategy.Entry]bool{}
		for _, r := range c.s.Rows(d) {
			if r.Map < 0 {
				continue
			}
			t, _ := c.s.Find(d.Document.Goals[r.Goal].Maps[r.Map].Goal, "")
			for g := t.Entry; g != nil; g = c.s.Parent(g) {
				answered[g] = true
			}
		}
		var open []string
		for _, g := range c.tops() {
			if !answered[g] {
				open = append(open, label(g))
			}
		}
		if len(open) > 0 && len(answered) > 0 {
			c.about(d, diag.GoalsUnanswered, d.At("goals"), name(d), strings.Join(open, "; "))
		}
	}
}

// label is how lists of goals in messages name one.
func label(g *strategy.Entry) string {
	if g.Number != "" {
		return g.Number + ". " + name(g)
	}
	return name(g)
}

// correspondences looks at how documents' goals and ours are related. Tables
// without any rationale are common and no mistake; one that has some lacks the
// others.
func (c *checker) correspondences(d *strategy.Entry) {
	if d.Kind != strategy.KindDocument {
		return
	}
	unstated, bare, all := 0, 0, 0
	firstUnstated, firstBare := "", ""
	for i := range d.Document.Goals {
		g := &d.Document.Goals[i]
		seen := map[string]bool{}
		for j := range g.Maps {
			m := &g.Maps[j]
			if seen[m.Goal.ID] && m.Goal.ID != "" {
				about := d.Ref().String() + "#" + g.ID
				c.report(diag.New(diag.CorrespondenceTwice, d.At(m.Key), outerName(g), m.Goal.ID).Concerning(about))
			}
			seen[m.Goal.ID] = true
			all++
			if m.Kind == strategy.CorrespondsUnstated {
				if unstated++; unstated == 1 {
					firstUnstated = m.Key
				}
			}
			if m.Rationale == "" {
				if bare++; bare == 1 {
					firstBare = m.Key
				}
			}
		}
	}
	if unstated > 0 {
		c.about(d, diag.CorrespondenceUnstated, d.At(firstUnstated), strconv.Itoa(unstated), name(d))
	}
	if bare > 0 && bare < all {
		c.about(d, diag.RationaleMissing, d.At(firstBare), strconv.Itoa(bare), name(d))
	}
}

// documents looks for documents without a level and for those that nothing
// leads to.
func (c *checker) documents() {
	used := map[*strategy.Entry]bool{}
	if _, im := c.s.Implementation(); im != nil {
		for _, t := range im.Hierarchy {
			for _, r := range t.Documents {
				if t, ok := c.s.Find(r, ""); ok {
					used[t.Entry] = true
				}
			}
		}
	}
	for _, e := range c.s.Entries() {
		for i := range e.Blocks {
			for _, id := range append(strings.Split(e.Blocks[i].Params["documents"], ","), e.Blocks[i].Params["document"]) {
				if t, ok := c.s.Find(strategy.Ref{Kind: strategy.KindDocument, ID: strings.TrimSpace(id)}, ""); ok {
					used[t.Entry] = true
				}
			}
		}
	}
	for _, d := range c.s.Documents {
		if d.Document.Level == "" {
			c.about(d, diag.DocumentLevelMissing, d.At("level"), name(d))
		}
		mapped := false
		for i := range d.Document.Goals {
			mapped = mapped || len(d.Document.Goals[i].Maps) > 0
		}
		if !mapped && len(d.Document.Serves) == 0 && !used[d] && !c.s.Mentioned(d.Ref()) && !c.s.Tied(d) && len(c.s.Under(d)) == 0 {
			c.about(d, diag.DocumentUnused, d.At("title"), name(d))
		}
	}
}
