package site

import (
	"encoding/csv"
	"io"
	"strings"

	"strategia/internal/markdown"
	"strategia/internal/strategy"
)

// data plans the open data of the site as a whole: tables, the model as JSON with
// its schema, and what search engines and feed readers ask for.
func (p *planner) data() {
	for name, rows := range map[string]func(*maker) [][]string{
		"goals": (*maker).goalsCSV, "documents": (*maker).documentsCSV, "units": (*maker).unitsCSV,
		"glossary": (*maker).glossaryCSV, "index": (*maker).indexCSV,
	} {
		if p.has(name) {
			p.addCSV(name, name, rows)
		}
	}
	if p.has("indicators") {
		p.addCSV("indicators", "indicators", func(m *maker) [][]string { return m.indicatorsCSV(m.all(strategy.KindIndicator)) })
		p.addCSV("observations", "observations", (*maker).observationsCSV)
	}
	if p.has("actions") {
		p.addCSV("actions", "actions", func(m *maker) [][]string { return m.actionsCSV(m.all(strategy.KindAction)) })
		p.addCSV("status", "status", (*maker).statusCSV)
	}
	if p.s.Index.Strategy.Requirements.Stated() {
		p.addCSV("elements", "elements", (*maker).elementsCSV)
	}
	if p.hasMilestones() {
		p.addCSV("milestones", "milestones", (*maker).milestonesCSV)
	}
	p.addCSV("chapters", "chapters", (*maker).chaptersCSV)
	if _, system := p.s.Implementation(); system != nil {
		for _, part := range []string{"levels", "roles", "actors", "hierarchy"} {
			p.addCSV("implementation-"+part, "implementation-"+part, func(m *maker) [][]string { return m.implementationCSV(part) })
		}
		for _, part := range system.Parts() {
			p.addCSV(part, part, func(m *maker) [][]string { return m.monitoringCSV(part) })
		}
	}
	p.add(p.Site.data("strategia.json"), "", (*Site).writeJSON)
	p.add(p.Site.data("strategia.schema.json"), "", func(_ *Site, _ *Recorder, w io.Writer) error {
		_, err := io.WriteString(w, modelSchema)
		return err
	})
	p.add(p.Site.data("datapackage.json"), "", (*Site).writeDataPackage)
	p.feeds()
}

// entryData plans the open data of one entity: its author's own tables, and
// those that it corresponds by.
func (p *planner) entryData(e *strategy.Entry) {
	ref := e.Ref()
	for i := range e.Tables {
		p.add(p.tablePath(e, i), "", func(s *Site, r *Recorder, w io.Writer) error { return s.writeTable(r, w, s.own(ref), i) })
		p.out[len(p.out)-1].table = &openTable{about: ref, number: i}
	}
	p.blockTables(e)
	about := func(name, table string, rows func(m *maker, e *strategy.Entry) [][]string) {
		p.addCSV(name+"-"+e.ID, table, func(m *maker) [][]string { return rows(m, m.source(m.s.own(ref))) })
		p.out[len(p.out)-1].table.about = ref
	}
	switch {
	case e.Kind == strategy.KindIndicator && e.Indicator.Tells():
		about("indicator", "indicator", (*maker).indicatorCSV)
	case e.Kind == strategy.KindGoal && len(p.s.RowsOf(e)) > 0:
		about("goal", "correspondence", func(m *maker, e *strategy.Entry) [][]string { return m.correspondenceCSV(m.goalTable(e)) })
	case e.Kind == strategy.KindDocument && p.corresponds(e):
		about("document", "correspondence", func(m *maker, e *strategy.Entry) [][]string { return m.correspondenceCSV(m.documentTableOf(e)) })
		about("matrix", "matrix", (*maker).matrixCSV)
	}
}

// writeTable writes the i-th table of an author.
func (s *Site) writeTable(r *Recorder, w io.Writer, e *strategy.Entry, i int) error {
	r.source(e)
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	f := filler{m: r.at(s.tablePath(e, i)), e: e}
	r.scratch.filled = markdown.SpliceCSV(r.scratch.filled[:0], s.in.CSV(e, i), func(link string) string {
		text, _ := f.words(link)
		return text
	})
	_, err := w.Write(r.scratch.filled)
	return err
}

// byteOrderMark goes before every table, as spreadsheets need it to tell the
// encoding.
const byteOrderMark = "\ufeff"

// addCSV plans a table as CSV: UTF-8 with a byte order mark, comma separated, one
// header row. table names its columns.
func (p *planner) addCSV(name, table string, rows func(*maker) [][]string) {
	path := p.Site.data(name + ".csv")
	p.add(path, "", func(_ *Site, r *Recorder, w io.Writer) error {
		r.note(FactLayout, "base") // for the words
		return writeCSV(w, rows(r.at(path)))
	})
	p.out[len(p.out)-1].table = &openTable{name: table}
}

func writeCSV(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range rows {
		for i, cell := range row {
			row[i] = inert(cell)
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// inert keeps a spreadsheet from taking a cell for a formula.
func inert(cell string) string {
	if markdown.Formula([]byte(cell)) {
		return "'" + cell
	}
	return cell
}

func (m *maker) correspondenceCSV(t *CorrespondenceTable) [][]string {
	out := [][]string{m.head("correspondence")}
	if t == nil {
		return out
	}
	for _, r := range t.Rows {
		row := []string{r.Document.Title, r.Outer.Number, r.Outer.Title, r.OuterRaw, "", "", "", r.OwnRaw, r.Conflict, r.Kind, r.Why, r.None, ""}
		if r.Unknown {
			row[11], row[12] = "", r.None
		}
		if r.Own != nil {
			row[4], row[5], row[6] = idOf(r.Own.Href), r.Own.Number, r.Own.Title
		}
		out = append(out, row)
	}
	return out
}

// idOf takes the id out of a page's address.
func idOf(href string) string {
	href, _, _ = strings.Cut(href, "#")
	return strings.TrimSuffix(href[strings.LastIndexByte(href, '/')+1:], ".html")
}

func (m *maker) matrixCSV(doc *strategy.Entry) [][]string {
	x := m.matrix(doc, "")
	out := [][]string{headOf(m.matrixColumns(&x))}
	for _, r := range x.Rows {
		row := []string{r.Goal.Number, r.Goal.Title}
		for _, c := range r.Cells {
			row = append(row, c.Text)
		}
		out = append(out, row)
	}
	return out
}

func (m *maker) goalsCSV() [][]string {
	out := [][]string{m.head("goals")}
	for _, e := range m.all(strategy.KindGoal) {
		m.source(e)
		c, _ := m.card(e.Ref())
		parent := ""
		if p := m.s.s.Parent(e); p != nil {
			parent = p.ID
		}
		out = append(out, []string{e.ID, c.Label, e.Number, e.Title, parent, e.Goal.Area, e.Missing})
	}
	return out
}

func (m *maker) chaptersCSV() [][]string {
	out := [][]string{m.head("chapters")}
	for _, e := range m.all(strategy.KindChapter) {
		m.source(e)
		var goals []string
		for _, g := range e.Chapter.Goals {
			goals = append(goals, g.ID)
		}
		out = append(out, []string{e.ID, e.Number, e.Title, strings.Join(goals, " ")})
	}
	return out
}

func (m *maker) documentsCSV() [][]string {
	out := [][]string{m.head("documents")}
	for _, e := range m.all(strategy.KindDocument) {
		m.source(e)
		d := e.Document
		level := ""
		if d.Level != "" {
			level = m.word("level." + string(d.Level))
		}
		out = append(out, []string{e.ID, e.Title, level, d.Edition, horizonText(d.Horizon), d.Address, d.Presumed, d.Owner.ID, joinedIDs(d.Serves)})
	}
	return out
}

func (m *maker) unitsCSV() [][]string {
	out := [][]string{m.head("units")}
	for _, e := range m.all(strategy.KindUnit) {
		m.source(e)
		kind := ""
		if e.Unit.Kind != "" {
			kind = m.word("unit." + string(e.Unit.Kind))
		}
		out = append(out, []string{e.ID, e.Title, e.Short, kind, e.Unit.Parent.ID})
	}
	return out
}

func (m *maker) glossaryCSV() [][]string {
	out := [][]string{m.head("glossary")}
	for _, t := range m.termItems() {
		out = append(out, []string{t.ID, t.Title, t.Expansion, t.Definition})
	}
	return out
}

func (m *maker) indexCSV() [][]string {
	out := [][]string{m.head("index")}
	m.root = ""
	for _, l := range letters(m.indexItems(), m.s.Words().Lang) {
		for _, it := range l.Items {
			out = append(out, []string{it.Text, it.Kind, it.Number, it.Href})
		}
	}
	return out
}

func (m *maker) implementationCSV(part string) [][]string {
	out := [][]string{m.head("implementation-" + part)}
	m.root = ""
	p := m.implementation(part)
	if p == nil {
		return nil
	}
	switch part {
	case "levels":
		for _, l := range p.Levels {
			out = append(out, []string{l.Number, l.Title, l.Missing})
		}
	case "roles":
		for _, r := range p.Roles {
			out = append(out, []string{r.Role, titles(r.Units), r.Text, linkText(r.Cite)})
		}
	case "actors":
		for _, a := range p.Actors {
			out = append(out, []string{a.Kind, titles(a.Units), a.Text, linkText(a.Cite)})
		}
	case "hierarchy":
		for _, t := range p.Hierarchy {
			out = append(out, []string{t.Title, t.Text, titles(t.Documents)})
		}
	}
	return out
}

// joinedIDs writes references for machines: their ids, set apart by spaces.
func joinedIDs(refs []strategy.Ref) string { return strings.Join(ids(refs), " ") }

func titles(cards []Card) string {
	var out []string
	for _, c := range cards {
		out = append(out, c.Title)
	}
	return strings.Join(out, "; ")
}

func linkText(l *Link) string {
	if l == nil {
		return ""
	}
	return l.Text
}
