package site

import (
	"slices"

	"strategia/internal/strategy"
)

// outerCard is the card of a goal of an outer document.
func (m *maker) outerCard(doc *strategy.Entry, i int) Card {
	g := doc.Document.Goals[i]
	t := strategy.Target{Ref: strategy.Ref{Kind: strategy.KindDocumentGoal, ID: g.ID}, Entry: doc, Section: -1, Goal: i, Term: -1}
	c := m.show(t)
	c.Missing, c.Note = false, m.typeset(doc, cmpOr(g.None, g.Unknown))
	return c
}

// corresponds reports whether a document has a correspondence table. An earlier
// edition needs none; it has one if its goals are related to ours all the same.
func (s *Site) corresponds(doc *strategy.Entry) bool {
	if doc.Document.Level != strategy.LevelPrevious {
		return len(doc.Document.Goals) > 0
	}
	for _, g := range doc.Document.Goals {
		if len(g.Maps) > 0 {
			return true
		}
	}
	return false
}

// documentTableOf is the full correspondence table of one document, or nil.
func (m *maker) documentTableOf(doc *strategy.Entry) *CorrespondenceTable {
	if !m.s.corresponds(doc) {
		return nil
	}
	rows := m.s.s.Rows(doc)
	title, _ := m.card(doc.Ref())
	t := &CorrespondenceTable{
		ID: m.prefix + "correspondence", Caption: m.word("caption.document", title.Title),
		CSV: m.csvHref("document-" + doc.ID + ".csv"), ShowOwn: true,
	}
	m.fillTable(t, rows, true)
	return t
}

// goalTable is the outer goals that one own goal answers to, or nil.
func (m *maker) goalTable(goal *strategy.Entry) *CorrespondenceTable {
	m.note(FactRowsOf, goal.ID)
	rows := m.s.s.RowsOf(goal)
	if len(rows) == 0 {
		return nil
	}
	t := &CorrespondenceTable{
		ID: "correspondence", Caption: m.word("caption.goal", m.title(goal)),
		CSV: m.csvHref("goal-" + goal.ID + ".csv"), ShowDocument: true,
	}
	m.fillTable(t, rows, false)
	return t
}

// csvHref is the address of a data file, or "" where the page offers none.
func (m *maker) csvHref(name string) string {
	if m.whole {
		return ""
	}
	return m.root + m.s.data(name)
}

// fillTable fills a table's rows; anchored rows can be linked to, which makes
// sense on the document's own page only.
func (m *maker) fillTable(t *CorrespondenceTable, rows []strategy.Row, anchored bool) {
	last := ""
	for _, row := range rows {
		g := row.Document.Document.Goals[row.Goal]
		out := CorrespondenceRow{
			Document: Card{Title: row.Document.Title}, Outer: m.outerCard(row.Document, row.Goal),
			OuterRaw: m.typeset(row.Document, g.Text), None: m.typeset(row.Document, cmpOr(g.None, g.Unknown)), Unknown: g.Unknown != "",
		}
		if t.ShowDocument {
			out.Document, _ = m.card(row.Document.Ref())
		}
		if anchored && g.ID != last {
			out.Anchor, last = m.prefix+m.s.outerAnchor(g.ID), g.ID
		}
		if row.Map >= 0 {
			m.fillCounterpart(&out, row.Document, g.Maps[row.Map])
		} else if g.Open() {
			out.None = m.word("no-counterpart-stated")
		}
		t.ShowOwn = t.ShowOwn || out.OwnRaw != ""
		t.ShowKind = t.ShowKind || out.Kind != ""
		t.ShowWhy = t.ShowWhy || out.Why != ""
		t.Rows = append(t.Rows, out)
	}
}

// relation says in words how a goal of an outer document relates to ours.
func (m *maker) relation(doc *strategy.Entry, kind strategy.CorrespondenceKind) string {
	key := cmpOr(string(kind), "unstated")
	if kind == strategy.CorrespondsImplements && doc.Document.Level.Above() {
		key = "implemented"
	}
	return m.word("relation." + key)
}

func (m *maker) fillCounterpart(out *CorrespondenceRow, doc *strategy.Entry, c strategy.Correspondence) {
	out.Own = m.cardPtr(c.Goal)
	out.OwnRaw, out.Why = m.typeset(doc, c.Text), m.typeset(doc, c.Rationale)
	if c.Kind != "" {
		out.Kind = m.relation(doc, c.Kind)
	}
	if out.Own == nil {
		return
	}
	if number, ok := strategy.NumberIn(c.Text); ok && number != out.Own.Number {
		out.Conflict = m.word("conflict", number)
	}
}

func (s *Site) matrixView(r *Recorder) any {
	m := r.at(s.single("matrix"))
	v := MatrixView{Page: m.singlePage("matrix"), Matrices: m.matrices(nil, "")}
	for i := range v.Matrices {
		v.Matrices[i].Drawing = m.drawMatrix(&v.Matrices[i])
	}
	if v.Others = m.otherMatrices("matrix"); v.Matrices == nil {
		return v
	}
	for _, e := range m.all(strategy.KindGoal) {
		m.note(FactRowsOf, e.ID)
		if len(s.s.RowsOf(e)) == 0 {
			c, _ := m.card(e.Ref())
			v.Uncovered = append(v.Uncovered, c)
		}
	}
	return v
}

// mostOpen is the number of own top goals up to which a matrix shows those, too, that
// correspond to nothing: with many goals and many documents most do.
const mostOpen = 20

// matrices are the goal matrices of the named documents (all if none is named),
// of the own goals of one level or of all that correspond to something.
func (m *maker) matrices(documents []string, level string) []Matrix {
	m.all(strategy.KindDocument)
	var out []Matrix
	for _, doc := range m.s.s.Documents {
		m.source(doc)
		if len(documents) > 0 && !slices.Contains(documents, doc.ID) || !slices.Contains(m.s.mapped(), doc) {
			continue
		}
		out = append(out, m.matrix(doc, level))
	}
	return out
}

func (m *maker) matrix(doc *strategy.Entry, level string) Matrix {
	title, _ := m.card(doc.Ref())
	x := Matrix{
		ID: m.prefix + "matrix-" + doc.ID, Document: title,
		Head: m.word("col.own"), Legend: m.word("matrix.legend"), Caption: m.word("caption.matrix", title.Title), CSV: m.csvHref("matrix-" + doc.ID + ".csv"),
	}
	cells := map[[2]string]string{}
	for i, g := range doc.Document.Goals {
		c := m.outerCard(doc, i)
		x.Columns = append(x.Columns, c)
		switch {
		case len(g.Maps) > 0:
		case g.Unknown != "":
			x.Unsure = append(x.Unsure, c)
		default:
			x.Empty = append(x.Empty, c)
		}
		for _, corr := range g.Maps {
			t, ok := m.find(corr.Goal, "")
			if !ok {
				continue
			}
			cells[[2]string{t.Entry.ID, g.ID}] = m.relation(doc, corr.Kind)
		}
	}
	m.note(FactChildren, "")
	crowded := len(m.s.s.Children(nil)) > mostOpen
	for _, goal := range m.all(strategy.KindGoal) {
		c, _ := m.card(goal.Ref())
		row := MatrixRow{Goal: c}
		any := false
		for _, g := range doc.Document.Goals {
			text, ok := cells[[2]string{goal.ID, g.ID}]
			any = any || ok
			unsure := g.Unknown != "" && !ok
			switch {
			case unsure:
				text = m.word("unsure-cell")
			case !ok:
				text = m.word("empty-cell")
			}
			row.Cells = append(row.Cells, MatrixCell{text, !ok, unsure})
		}
		if level != "" && c.Level != level || level == "" && !any && (c.Depth > 0 || crowded) {
			continue
		}
		row.Related = any
		x.Rows = append(x.Rows, row)
	}
	if x.Unsure != nil {
		x.Legend += " " + m.word("matrix.legend-unsure")
	}
	return x
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
