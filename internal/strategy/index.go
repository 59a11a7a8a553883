package strategy

import (
	"cmp"
	"strings"

	"strategia/internal/diag"
)

// Mention is a place in a body that links to something.
type Mention struct {
	Entry *Entry
	// Section is an index into Entry.Sections; -1 before the first heading.
	Section int
}

// mentions holds who links to what, turned around: the mentions of thing n are
// list[start[n]:start[n+1]]. Things are numbered by their place in
// Strategy.entries, terms after them.
type mentions struct {
	start []int32
	list  []Mention
}

// mentionable returns the number of what the target mentions, or -1.
func (s *Strategy) mentionable(t Target) int32 {
	if t.Term >= 0 {
		return int32(len(s.entries) + t.Term)
	}
	if i, ok := s.paths[t.Entry.Path]; ok && s.entries[i] == t.Entry {
		return i
	}
	return -1
}

// gather turns the targets of all links, in document order, around.
func (s *Strategy) gather(targets []int32) mentions {
	things := len(s.entries)
	if s.Glossary != nil {
		things += len(s.Glossary.Glossary.Terms)
	}
	m := mentions{start: make([]int32, things+1)}
	last := make([]Mention, things)
	each := func(f func(n int32, m Mention)) {
		clear(last)
		at := 0
		for _, e := range s.entries {
			for i := range e.Links {
				n := targets[at]
				at++
				here := Mention{e, e.Links[i].Section}
				if n >= 0 && last[n] != here {
					last[n] = here
					f(n, here)
				}
			}
		}
	}
	total := int32(0)
	each(func(n int32, _ Mention) { m.start[n]++; total++ })
	sum := int32(0)
	for i, n := range m.start {
		m.start[i] = sum
		sum += n
	}
	m.list = make([]Mention, total)
	next := make([]int32, things)
	copy(next, m.start)
	each(func(n int32, here Mention) { m.list[next[n]] = here; next[n]++ })
	return m
}

// Mentions returns who links to a goal, unit, document, term or chapter in a
// body, in document order, once for each section. Links by path and links to a
// part (a section of the chapter, a goal of the document) count; links of a
// file to itself do not.
func (s *Strategy) Mentions(r Ref) []Mention {
	t, ok := s.Find(Ref{Kind: r.Kind, ID: r.ID}, "")
	if !ok {
		return nil
	}
	n := s.mentionable(t)
	if n < 0 {
		return nil
	}
	return s.mentions.list[s.mentions.start[n]:s.mentions.start[n+1]:s.mentions.start[n+1]]
}

// Row is a line of a table of correspondence.
type Row struct {
	Document *Entry
	Goal     int // index into Document.Goals
	Map      int // index into its Maps; -1: no counterpart
}

// UnitRole is a unit's part in the strategy. Exactly one of Goal and Chapter is set.
type UnitRole struct {
	Goal *Entry
	// Role in the words of the site, or the document's for implementation.
	Role string
	// Kind of the role in implementation, or "".
	Kind    RoleKind
	Chapter *Entry
	// Section is the anchor in Chapter that tells of the role, or "".
	Section string
	// Owner says that the unit answers for the goal or chapter.
	Owner bool
}

// indexOuterGoals notes the goals of documents by id.
func (l *linker) indexOuterGoals() {
	l.outer = map[outerID]int32{}
	for _, d := range l.Documents {
		goals := d.Document.Goals
		for i := range goals {
			id := outerID{d, goals[i].ID}
			if id.id == "" {
				continue
			}
			if first, taken := l.outer[id]; taken {
				about := d.Ref().String() + "#" + id.id
				l.report(diag.New(diag.IDTwice, d.At(join(goals[i].Key, "id")), about).
					At(diag.HintFirst, d.At(join(goals[first].Key, "id")), d.Path).Concerning(about))
				continue
			}
			l.outer[id] = int32(i)
		}
		for i := range goals {
			l.outerParent(d, i)
		}
	}
}

// outerParent reports a parent of a document's goal that is unknown or leads
// back to it.
func (l *linker) outerParent(d *Entry, i int) {
	goals := d.Document.Goals
	g := &goals[i]
	if g.Parent == "" {
		return
	}
	about := d.Ref().String() + "#" + g.ID
	up, ok := l.outer[outerID{d, g.Parent}]
	if !ok {
		l.report(diag.New(diag.DocumentGoalUnknown, d.At(join(g.Key, "parent")), d.ID, g.Parent).Concerning(about))
		return
	}
	names := []string{g.ID, g.Parent}
	for ; ok && int(up) > i; up, ok = l.outer[outerID{d, goals[up].Parent}] {
		// A circle is told at the first of its goals, where all others come later.
		if names = append(names, goals[up].Parent); len(names) > len(goals)+1 {
			return
		}
	}
	if ok && int(up) == i {
		l.report(diag.New(diag.ParentCircle, d.At(join(g.Key, "parent")), about, strings.Join(names, " → ")).Concerning(about))
	}
}

// indexFrontMatter turns the references of the front matter around.
func (l *linker) indexFrontMatter() {
	l.chapters, l.rows, l.roles = map[*Entry][]*Entry{}, map[*Entry][]Row{}, map[*Entry][]UnitRole{}
	for _, c := range l.Chapters {
		for _, r := range c.Chapter.Goals {
			if g := l.entry(r); g != nil && !last(l.chapters[g], c) {
				l.chapters[g] = append(l.chapters[g], c)
			}
		}
	}
	for _, d := range l.Documents {
		for i := range d.Document.Goals {
			for j, m := range d.Document.Goals[i].Maps {
				if g := l.entry(m.Goal); g != nil {
					l.rows[g] = append(l.rows[g], Row{d, i, j})
				}
			}
		}
	}
	l.indexRoles()
}

func (l *linker) indexRoles() {
	give := func(r Ref, role UnitRole) {
		if u := l.entry(r); u != nil {
			l.roles[u] = append(l.roles[u], role)
		}
	}
	for _, g := range l.Goals {
		give(g.Goal.Owner, UnitRole{Goal: g, Owner: true})
		for _, u := range g.Goal.Units {
			give(u.Unit, UnitRole{Goal: g, Role: u.Role})
		}
	}
	if l.system != nil {
		for _, role := range l.system.Chapter.Implementation.Roles {
			for _, r := range role.Units {
				give(r, UnitRole{Kind: role.Role, Role: role.Text, Chapter: l.system, Section: role.Section})
			}
		}
	}
	for _, c := range l.Chapters {
		give(c.Chapter.Owner, UnitRole{Chapter: c, Owner: true})
	}
}

func last(list []*Entry, e *Entry) bool { return len(list) > 0 && list[len(list)-1] == e }

// entry returns the entity that r names, or nil.
func (s *Strategy) entry(r Ref) *Entry {
	if r.ID == "" {
		return nil
	}
	t, _ := s.Find(Ref{Kind: r.Kind, ID: r.ID}, "")
	return t.Entry
}

// Rows returns the table of correspondence of a document: its goals in order,
// each with its counterparts or one row without. A goal that only groups others
// has none of its own and is left out.
func (s *Strategy) Rows(doc *Entry) []Row {
	var out []Row
	goals := doc.Document.Goals
	groups := map[string]bool{}
	for i := range goals {
		if goals[i].Parent != "" {
			groups[goals[i].Parent] = true
		}
	}
	for i := range goals {
		g := &goals[i]
		for j := range g.Maps {
			out = append(out, Row{doc, i, j})
		}
		if len(g.Maps) == 0 && (g.None != "" || !groups[g.ID]) {
			out = append(out, Row{doc, i, -1})
		}
	}
	return out
}

// RowsOf returns the outer goals to which an own goal answers, by document.
func (s *Strategy) RowsOf(goal *Entry) []Row { return s.rows[goal] }

// RolesOf returns what a unit does: the goals it owns or works for, its roles
// in implementation, the chapters it owns.
func (s *Strategy) RolesOf(unit *Entry) []UnitRole { return s.roles[unit] }

// ChaptersOf returns the chapters that name the goal in their front matter.
func (s *Strategy) ChaptersOf(goal *Entry) []*Entry { return s.chapters[goal] }

// Parent returns the goal above a goal, or nil; likewise for documents and units.
func (s *Strategy) Parent(e *Entry) *Entry { return s.parents[e] }

// Children returns the goals right below a goal, or for nil the top ones.
func (s *Strategy) Children(goal *Entry) []*Entry { return s.children[goal] }

// UnitsUnder returns the units right below a unit.
func (s *Strategy) UnitsUnder(unit *Entry) []*Entry { return s.children[unit] }

// DocumentsUnder returns the documents right below a document.
func (s *Strategy) DocumentsUnder(doc *Entry) []*Entry { return s.children[doc] }

// Levels returns the levels of goals from the top, the usual two if the site
// states none.
func (s *Strategy) Levels() []Level { return s.levels }

// LevelOf returns the level of a goal and its index in Levels: the one it
// states, or the one below its parent's, or the first.
func (s *Strategy) LevelOf(goal *Entry) (Level, int) {
	d := s.depths[goal]
	return s.levels[d], d
}

// Entries returns all entities in document order: the index, chapters, goals,
// documents, units, the glossary.
func (s *Strategy) Entries() []*Entry { return s.entries }

// HasIndex reports whether the site has a file that describes the strategy.
func (s *Strategy) HasIndex() bool { return !s.noIndex }

// Term returns a term by its id, or nil.
func (s *Strategy) Term(id string) *Term {
	if i, ok := s.terms[id]; ok {
		return &s.Glossary.Glossary.Terms[i]
	}
	return nil
}

// Implementation returns the chapter that describes how the strategy is carried
// out, and the description; nil, nil if there is none.
func (s *Strategy) Implementation() (*Entry, *Implementation) {
	if s.system == nil {
		return nil, nil
	}
	return s.system, s.system.Chapter.Implementation
}

// at returns the index of a chapter in Chapters, or -1.
func (s *Strategy) at(chapter *Entry) int {
	i, ok := s.paths[chapter.Path]
	if !ok || s.entries[i] != chapter || chapter.Kind != KindChapter {
		return -1
	}
	return int(i) - 1 // the index stands before the chapters
}

// Around returns the chapters before and after one, nil at the ends.
func (s *Strategy) Around(chapter *Entry) (prev, next *Entry) {
	i := s.at(chapter)
	if i > 0 {
		prev = s.Chapters[i-1]
	}
	if i >= 0 && i+1 < len(s.Chapters) {
		next = s.Chapters[i+1]
	}
	return prev, next
}

// ChapterParent returns the chapter with the longest number above a chapter's:
// 8.2 for 8.2.1, or 8 if there is no 8.2. It is nil if there is none.
func (s *Strategy) ChapterParent(chapter *Entry) *Entry {
	for n := chapter.Number; ; {
		dot := strings.LastIndexByte(n, '.')
		if dot < 0 {
			return nil
		}
		n = n[:dot]
		if p, ok := s.numbers[n]; ok && p.entry >= 0 && p.section < 0 {
			return s.entries[p.entry]
		}
	}
}

// ChapterUnder returns the chapters whose parent by number is the given one.
func (s *Strategy) ChapterUnder(chapter *Entry) []*Entry {
	var out []*Entry
	if chapter.Number == "" {
		return nil
	}
	for i := s.at(chapter) + 1; i > 0 && i < len(s.Chapters); i++ {
		c := s.Chapters[i]
		if c.Number != chapter.Number && !Under(c.Number, chapter.Number) {
			break
		}
		if s.ChapterParent(c) == chapter {
			out = append(out, c)
		}
	}
	return out
}

// Card is what is printed where a thing is mentioned.
type Card struct {
	Kind              Kind
	ID, Number, Title string
	Short             string
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
		c.Number, c.Title, c.Short = e.Number, e.Title, e.Short
		c.Section = t.Anchor
		if e.Kind == KindGoal {
			level, _ := s.LevelOf(e)
			c.Level = level.Title
		}
	}
	c.Title = cmp.Or(c.Title, c.Short)
	return c
}
