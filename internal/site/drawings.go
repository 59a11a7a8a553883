package site

import (
	"html/template"
	"slices"
	"strings"

	"strategia/internal/drawing"
	"strategia/internal/strategy"
)

// mostDrawn is the number of goals up to which they are drawn: a drawing of more
// shows nothing that the list beside it doesn't show better.
const mostDrawn = 60

// cover is how much there is of what should cover a goal: goals of other
// documents, chapters that speak of it, units that work for it.
func (s *Site) cover(goal *strategy.Entry) [3]int {
	n := len(goal.Goal.Units)
	if goal.Goal.Owner.ID != "" {
		n++
	}
	return [3]int{len(s.s.RowsOf(goal)), len(s.s.ChaptersOf(goal)), n}
}

// coverKeys are the words of the columns of cover.
var coverKeys = [3]string{"cover.documents", "cover.chapters", "cover.units"}

// drawGoals draws the tree of goals with what covers each of them. A column in
// which no goal has anything is left to the description.
func (m *maker) drawGoals() template.HTML {
	goals := m.all(strategy.KindGoal)
	if len(goals) < 2 || len(goals) > mostDrawn {
		return ""
	}
	lacks := [3][]string{}
	used := [3]bool{}
	for _, e := range goals {
		m.note(FactCover, e.ID)
		c, _ := m.card(e.Ref())
		for i, n := range m.s.cover(e) {
			if used[i] = used[i] || n > 0; n == 0 {
				lacks[i] = append(lacks[i], cmpOr(c.Number, c.Title))
			}
		}
	}
	t := drawing.Tree{Name: drawing.Name{ID: "goal-tree", Title: m.word("drawing.goals")}}
	desc := []string{m.word("drawing.goals-count", itoa(len(goals)))}
	for i, key := range coverKeys {
		switch {
		case !used[i]:
			desc = append(desc, m.word(key+"-none"))
		case lacks[i] != nil:
			desc = append(desc, m.word(key+"-lack", strings.Join(lacks[i], ", ")))
		default:
			desc = append(desc, m.word(key+"-all"))
		}
		if used[i] {
			t.Heads = append(t.Heads, m.word(key))
		}
	}
	t.Desc = strings.Join(desc, " ")
	t.Roots = m.drawnGoals(nil, used)
	return template.HTML(t.SVG()) // escaped by the drawing
}

func (m *maker) drawnGoals(parent *strategy.Entry, used [3]bool) []drawing.Goal {
	id := ""
	if parent != nil {
		id = parent.ID
	}
	m.note(FactChildren, id)
	var out []drawing.Goal
	for _, e := range m.s.s.Children(parent) {
		c, _ := m.card(e.Ref())
		g := drawing.Goal{Number: c.Number, Title: cmpOr(c.Short, c.Title), Children: m.drawnGoals(e, used)}
		for i, n := range m.s.cover(e) {
			if used[i] {
				g.Cover = append(g.Cover, n)
			}
		}
		out = append(out, g)
	}
	return out
}

// drawMatrix draws what a matrix says: its columns at the left, its rows at the
// right, a line for each relation.
func (m *maker) drawMatrix(x *Matrix) template.HTML {
	if len(x.Columns) > mostDrawn || len(x.Rows) > mostDrawn {
		return ""
	}
	r := drawing.Relations{
		Name:     drawing.Name{ID: x.ID + "-drawing", Title: m.word("drawing.relations", x.Document.Title)},
		LeftHead: cmpOr(x.Document.Short, x.Document.Title), RightHead: m.s.doc.cite, None: m.word("no-counterpart"),
	}
	kinds := map[string]int{}
	var open, unsure []string
	for i, c := range x.Columns {
		item := drawing.Item{Number: c.Number, Title: c.Title}
		related := false
		for j, row := range x.Rows {
			if row.Cells[i].Empty {
				continue
			}
			related = true
			kind, known := kinds[row.Cells[i].Text]
			if !known {
				kind = len(kinds)
				kinds[row.Cells[i].Text] = kind
				r.Legend = append(r.Legend, row.Cells[i].Text)
			}
			r.Links = append(r.Links, drawing.Link{Left: i, Right: j, Kind: kind})
		}
		switch name := cmpOr(c.Number, c.Title); {
		case related:
		case slices.ContainsFunc(x.Rows, func(row MatrixRow) bool { return row.Cells[i].Unsure }):
			item.Open = m.word("counterpart-unknown")
			unsure = append(unsure, name)
		default:
			open = append(open, name)
		}
		r.Left = append(r.Left, item)
	}
	var uncovered []string
	for _, row := range x.Rows {
		r.Right = append(r.Right, drawing.Item{Number: row.Goal.Number, Title: cmpOr(row.Goal.Short, row.Goal.Title)})
		if !row.Related {
			uncovered = append(uncovered, cmpOr(row.Goal.Number, row.Goal.Title))
		}
	}
	list := func(key string, of, besides []string) string {
		if of == nil && besides == nil {
			return m.word(key + "-all")
		}
		var parts []string
		if of != nil {
			parts = append(parts, m.word(key+"-lack", strings.Join(of, ", ")))
		}
		if besides != nil {
			parts = append(parts, m.word(key+"-unsure", strings.Join(besides, ", ")))
		}
		return strings.Join(parts, " ")
	}
	r.Desc = m.word("drawing.relations-count", itoa(len(r.Links))) + " " + list("drawing.outer", open, unsure) + " " + list("drawing.own", uncovered, nil)
	return template.HTML(r.SVG()) // escaped by the drawing
}
