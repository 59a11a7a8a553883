package check

import (
	"cmp"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// units looks for units without a kind and for those that nothing leads to. The
// body that adopted the strategy is named by its title.
func (c *checker) units() {
	bodies := map[string]bool{c.s.Index.Strategy.Body: true, c.s.Index.Strategy.Act.Body: true}
	for _, d := range c.s.Documents {
		bodies[d.Document.Act.Body] = true
	}
	for _, u := range c.s.Units {
		if u.Unit.Kind == "" {
			c.about(u, diag.UnitKindMissing, u.At("unit_kind"), name(u))
		}
		if !c.s.HasRoles(u) && !c.s.Mentioned(u.Ref()) && !c.s.Tied(u) && len(c.s.Under(u)) == 0 && !bodies[u.Title] {
			c.about(u, diag.UnitUnused, u.At("title"), name(u))
		}
	}
}

// section reports a section that the chapter does not have.
func (c *checker) section(e *strategy.Entry, anchor, key string) {
	if anchor == "" {
		return
	}
	if t, ok := c.s.Find(e.Ref(), anchor); !ok && t.Entry != nil {
		c.report(strategy.FragmentUnknown(anchor, e, e.At(join(key, "section"))))
	}
}

// roles looks for roles in implementation that nobody plays. The document's
// own words may be all there is, which is worth a note only.
func (c *checker) roles() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	for _, r := range im.Roles {
		c.section(e, r.Section, r.Key)
		if len(r.Units) > 0 {
			continue
		}
		d := diag.New(diag.RoleWithoutUnits, e.At(r.Key), string(r.Role)).Concerning(e.Ref().String())
		if r.Text != "" {
			d.Severity = diag.Note
		}
		c.report(d)
	}
}

// actors looks whether a description that names kinds of actor names all of
// them, each once.
func (c *checker) actors() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	named := map[strategy.UnitKind]string{}
	for _, a := range im.Actors {
		c.section(e, a.Section, a.Key)
		if first, twice := named[a.Kind]; twice && a.Kind != "" {
			c.report(diag.New(diag.ActorTwice, e.At(join(a.Key, "kind")), string(a.Kind)).
				At(diag.HintFirst, e.At(first), e.Path).Concerning(e.Ref().String()))
			continue
		}
		named[a.Kind] = a.Key
	}
	var missing []string
	for _, k := range strategy.UnitKinds {
		if _, ok := named[k]; !ok {
			missing = append(missing, string(k))
		}
	}
	if len(missing) > 0 && len(im.Actors) > 0 {
		c.about(e, diag.ActorsMissing, e.At("implementation.actors"), strings.Join(missing, ", "))
	}
}

// managementLevels looks at the levels on which the strategy is managed.
func (c *checker) managementLevels() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	before := ""
	for _, l := range im.Levels {
		c.section(e, l.Section, l.Key)
		if l.Number != "" && before != "" && strategy.CompareNumbers(l.Number, before) <= 0 {
			c.about(e, diag.ImplementationOrder, e.At(join(l.Key, "number")), l.Number, before)
		}
		before = cmp.Or(l.Number, before)
		if l.Section == "" && l.Missing == "" {
			c.about(e, diag.ImplementationUndescribed, e.At(l.Key), cmp.Or(l.Title, l.Number, l.Key))
		}
	}
}

// tiers looks for steps of the hierarchy of documents that say nothing.
func (c *checker) tiers() {
	e, im := c.s.Implementation()
	if im == nil {
		return
	}
	for _, t := range im.Hierarchy {
		if t.Text == "" && len(t.Documents) == 0 {
			c.about(e, diag.TierEmpty, e.At(t.Key), cmp.Or(t.Title, t.Key))
		}
	}
}
