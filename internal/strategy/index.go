package strategy

import (
	"slices"
	"strings"

	"strategia/internal/diag"
)

// Row is a line of a table of correspondence.
type Row struct {
	Document *Entry
	Goal     int // index into Document.Goals
	Map      int // index into its Maps; -1: no counterpart
}

// row is a Row with the document's number.
type row struct{ document, goal, mapped int32 }

// UnitRole is a unit's part in the strategy. Exactly one of Goal and Chapter is set.
type UnitRole struct {
	// At most one of these is set, for a part in monitoring and evaluation.
	Duty      *Duty
	Procedure *Procedure
	Report    *Report
	Risk      *Risk

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

// role is a UnitRole with the number of its goal or chapter.
type role struct {
	entry int32
	role  UnitRole
}

// indexOuterGoals notes the goals of documents by id.
func (l *linker) indexOuterGoals() {
	l.outer = map[int32]map[string]int32{}
	for i, d := range l.entries {
		if d.Kind != KindDocument {
			continue
		}
		goals := d.Document.Goals
		byID := make(map[string]int32, len(goals))
		l.outer[int32(i)] = byID
		for i := range goals {
			id := goals[i].ID
			if id == "" {
				continue
			}
			if first, taken := byID[id]; taken {
				about := d.Ref().String() + "#" + id
				l.report(diag.New(diag.IDTwice, d.At(join(goals[i].Key, "id")), about).
					At(diag.HintFirst, d.At(join(goals[first].Key, "id")), d.Path).Concerning(about))
				continue
			}
			byID[id] = int32(i)
		}
		for i := range goals {
			l.outerParent(d, byID, i)
		}
	}
}

// outerGoal returns the index of a goal in Goals of the document.
func (s *Strategy) outerGoal(document *Entry, id string) (int32, bool) {
	i, ok := s.outer[s.at(document)][id]
	return i, ok
}

// outerParent reports a parent of a document's goal that is unknown or leads
// back to it.
func (l *linker) outerParent(d *Entry, byID map[string]int32, i int) {
	goals := d.Document.Goals
	g := &goals[i]
	if g.Parent == "" {
		return
	}
	about := d.Ref().String() + "#" + g.ID
	up, ok := byID[g.Parent]
	if !ok {
		l.report(diag.New(diag.DocumentGoalUnknown, d.At(join(g.Key, "parent")), d.ID, g.Parent).Concerning(about))
		return
	}
	names := []string{g.ID, g.Parent}
	for ; ok && int(up) > i; up, ok = byID[goals[up].Parent] {
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
	l.chapters, l.rows, l.ties = map[int32][]int32{}, map[int32][]row{}, map[int32][]int32{}
	for i, e := range l.entries {
		for _, g := range l.goalsOf(e) {
			l.chapters[g] = append(l.chapters[g], int32(i))
		}
		l.rowsOf(int32(i), e, func(goal int32, r row) { l.rows[goal] = append(l.rows[goal], r) })
		for _, n := range l.tiesOf(e) {
			l.ties[n] = append(l.ties[n], int32(i))
		}
	}
	l.indexRoles()
}

// goalsOf returns the numbers of the goals that a chapter names, each once.
func (s *Strategy) goalsOf(e *Entry) []int32 {
	if e == nil || e.Kind != KindChapter {
		return nil
	}
	out := make([]int32, 0, len(e.Chapter.Goals))
	for _, r := range e.Chapter.Goals {
		if g := s.numberOf(r); g >= 0 && !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	return out
}

// rowsOf tells the lines of a document's table, by our goal.
func (s *Strategy) rowsOf(number int32, e *Entry, tell func(goal int32, r row)) {
	if e.Kind != KindDocument {
		return
	}
	for i := range e.Document.Goals {
		for j, m := range e.Document.Goals[i].Maps {
			if g := s.numberOf(m.Goal); g >= 0 {
				tell(g, row{number, int32(i), int32(j)})
			}
		}
	}
}

func (s *Strategy) indexRoles() {
	s.roles = map[int32][]role{}
	give := func(r Ref, entry int32, what UnitRole) {
		if u := s.numberOf(r); u >= 0 {
			s.roles[u] = append(s.roles[u], role{entry, what})
		}
	}
	for _, g := range s.Goals {
		i := s.at(g)
		give(g.Goal.Owner, i, UnitRole{Owner: true})
		for _, u := range g.Goal.Units {
			give(u.Unit, i, UnitRole{Role: u.Role})
		}
	}
	if _, system := s.Implementation(); system != nil {
		for _, role := range system.Roles {
			for _, r := range role.Units {
				give(r, s.system, UnitRole{Kind: role.Role, Role: role.Text, Section: role.Section})
			}
		}
		system.monitoringRoles(func(r Ref, what UnitRole) { give(r, s.system, what) })
	}
	for _, c := range s.Chapters {
		give(c.Chapter.Owner, s.at(c), UnitRole{Owner: true})
	}
}

// numberOf returns the number of the entity that r names, or -1.
func (s *Strategy) numberOf(r Ref) int32 {
	if r.ID == "" {
		return -1
	}
	t, _ := s.Find(Ref{Kind: r.Kind, ID: r.ID}, "")
	if t.Entry == nil {
		return -1
	}
	return s.at(t.Entry)
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
		if len(g.Maps) == 0 && (!g.Open() || !groups[g.ID]) {
			out = append(out, Row{doc, i, -1})
		}
	}
	return out
}

// RowsOf returns the outer goals to which an own goal answers, by document.
func (s *Strategy) RowsOf(goal *Entry) []Row {
	var out []Row
	for _, r := range s.rows[s.at(goal)] {
		out = append(out, Row{s.entries[r.document], int(r.goal), int(r.mapped)})
	}
	return out
}

// HasRoles reports whether RolesOf returns anything.
func (s *Strategy) HasRoles(unit *Entry) bool { return len(s.roles[s.at(unit)]) > 0 }

// RolesOf returns what a unit does: the goals it owns or works for, its roles
// in implementation, the chapters it owns.
func (s *Strategy) RolesOf(unit *Entry) []UnitRole {
	var out []UnitRole
	for _, r := range s.roles[s.at(unit)] {
		what, e := r.role, s.entries[r.entry]
		if e.Kind == KindGoal {
			what.Goal = e
		} else {
			what.Chapter = e
		}
		out = append(out, what)
	}
	return out
}

// ChaptersOf returns the chapters that name the goal in their front matter.
func (s *Strategy) ChaptersOf(goal *Entry) []*Entry {
	return s.pick(s.chapters[s.at(goal)])
}

// Parent returns the goal above a goal, or nil; likewise for documents and units.
func (s *Strategy) Parent(e *Entry) *Entry {
	if i := s.at(e); i >= 0 && s.parents[i] >= 0 {
		return s.entries[s.parents[i]]
	}
	return nil
}

// Children returns the goals right below a goal, or for nil the top ones.
func (s *Strategy) Children(goal *Entry) []*Entry {
	if goal == nil {
		return s.pick(s.children[-1])
	}
	return s.Under(goal)
}

// Under returns the goals, units or documents right below one.
func (s *Strategy) Under(e *Entry) []*Entry {
	if i := s.at(e); i >= 0 {
		return s.pick(s.children[i])
	}
	return nil
}

// Levels returns the levels of goals from the top, the usual two if the site
// states none.
func (s *Strategy) Levels() []Level { return s.levels }

// LevelOf returns the level of a goal and its index in Levels: the one it
// states, or the one below its parent's, or the first.
func (s *Strategy) LevelOf(goal *Entry) (Level, int) {
	d := 0
	if i := s.at(goal); i >= 0 {
		d = int(s.depths[i])
	}
	return s.levels[d], d
}

// Entries returns all entities in document order: the index, chapters, goals,
// documents, units, indicators, actions, the glossary.
func (s *Strategy) Entries() []*Entry { return s.all }

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
	if s.system < 0 {
		return nil, nil
	}
	e := s.entries[s.system]
	return e, e.Chapter.Implementation
}

// inOrder returns the index of a chapter in Chapters, or -1.
func (s *Strategy) inOrder(chapter *Entry) int {
	i := s.at(chapter)
	if i < 0 || chapter.Kind != KindChapter {
		return -1
	}
	return int(s.rank[i]) - 1 // the index stands before the chapters
}

// Around returns the chapters before and after one, nil at the ends.
func (s *Strategy) Around(chapter *Entry) (prev, next *Entry) {
	i := s.inOrder(chapter)
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
		if c := s.numbers.Get(n); c.count == 1 && s.entries[c.last].Number == n {
			return s.entries[c.last]
		}
	}
}

// ChapterUnder returns the chapters whose parent by number is the given one.
func (s *Strategy) ChapterUnder(chapter *Entry) []*Entry {
	var out []*Entry
	if chapter.Number == "" {
		return nil
	}
	for i := s.inOrder(chapter) + 1; i > 0 && i < len(s.Chapters); i++ {
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
