package strategy

import "cmp"

// Card is what is printed where a thing is mentioned.
type Card struct {
	Kind              Kind
	ID, Number, Title string
	Short             string
	// Shown is the title as it is set in print, "" where that is not known.
	Shown string
	// Level is the label of a goal's level, "Cel strategiczny".
	Level   string
	Missing bool
	// Section is the anchor of a section.
	Section string
	// Doc is the id of the entry that holds a section, an outer goal or a term.
	Doc string
}

// Card returns the card of a target that was found. The number of a section is
// the one by which it is cited.
func (s *Strategy) Card(t Target) Card {
	e := t.Entry
	c := Card{Kind: t.Ref.Kind, ID: t.Ref.ID, Missing: e.Missing != ""}
	switch {
	case t.Section >= 0:
		sec := &e.Sections[t.Section]
		c.Number, c.Title, c.Section, c.Doc = sec.cite(), sec.Title, sec.Anchor, e.ID
	case t.Goal >= 0:
		g := &e.Document.Goals[t.Goal]
		c.Number, c.Title, c.Doc = g.Number, g.Title, e.ID
	case t.Term >= 0:
		term := &e.Glossary.Terms[t.Term]
		c.Title, c.Doc = term.Title, e.ID
	default:
		c.Number, c.Title, c.Shown, c.Short = e.Number, e.Title, e.Shown, e.Short
		c.Section = t.Anchor
		if e.Kind == KindGoal {
			level, _ := s.LevelOf(e)
			c.Level = level.Title
		}
	}
	c.Title = cmp.Or(c.Title, c.Short)
	return c
}
