package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table is a pipe table being written.
type table struct {
	node       *east.Table
	rows, cols int
	head       int // rows of the header
	cells      []cell
	rowHeaders bool
	anchor     string
	caption    *tableCaption
	place      source.Span
}

// cell is one place of the grid. Cells merged into another have it as owner.
type cell struct {
	node       *east.TableCell
	owner      int // index of the cell that holds the content
	rows, cols int // of the owner: how far it reaches
	merge      byte
	undone     bool // what was merged into it is no rectangle
}

func (t *table) at(row, col int) *cell { return &t.cells[row*t.cols+col] }

func (r *renderer) table(n *east.Table) {
	t := r.readTable(n)
	if t.rows == 0 || t.cols == 0 {
		return
	}
	index := len(r.e.Tables)
	entry := strategy.Table{Anchor: t.anchor, Rows: t.rows, Columns: t.cols, Start: t.place.Start, End: t.place.End}
	if t.caption != nil {
		entry.Caption = r.plainText(t.caption)
	}
	if entry.Caption == "" {
		r.report(diag.New(diag.TableNoCaption, r.line(max(0, n.Pos()))))
	}
	r.e.Tables = append(r.e.Tables, entry)
	r.csv = append(r.csv, r.tableCSV(t))
	id := t.anchor + "-caption"
	r.room.anchors = append(r.room.anchors, id)
	r.str(`<div class="scroller" role="group" aria-labelledby="`)
	r.slot(SlotID, id)
	r.str(`" tabindex="0"><table id="`)
	r.slot(SlotID, t.anchor)
	r.str("\">\n<caption id=\"")
	r.slot(SlotID, id)
	if t.caption != nil {
		r.open(`"`, t.caption)
	} else {
		r.open(`"`, n)
	}
	r.str(`<span`)
	if entry.Caption == "" {
		r.lang()
	}
	r.str(`>`)
	r.start()
	if entry.Caption == "" {
		r.out = appendWord(r.out, WordTable, index+1)
	} else {
		r.inline(t.caption)
	}
	r.str("</span></caption>\n")
	groups := r.colgroups(t)
	r.str("<thead>\n")
	for row := range t.rows {
		if row == t.head {
			r.str("</thead>\n<tbody>\n")
		}
		r.tableRow(t, row, groups)
	}
	if t.head == t.rows {
		r.str("</thead>\n</table></div>")
	} else {
		r.str("</tbody>\n</table></div>")
	}
	r.out = appendSlotInt(r.out, SlotCSV, index)
	r.out = append(r.out, '\n')
}

// readTable lays the table out on a grid and works out its merged cells.
func (r *renderer) readTable(n *east.Table) *table {
	t := &table{node: n, rows: n.ChildCount(), cols: len(n.Alignments), head: 1, rowHeaders: true}
	start := max(0, n.Pos())
	if last := n.LastChild(); last != nil && last.Pos() > start {
		t.place = source.Span{Path: r.t.path, Start: r.span(start, start).Start, End: r.line(last.Pos()).End}
	} else {
		t.place = r.line(start)
	}
	if c, ok := n.PreviousSibling().(*tableCaption); ok {
		t.caption = c
	}
	r.tableAttributes(t)
	clear(r.room.cells)
	t.cells = slices.Grow(r.room.cells[:0], t.rows*t.cols)[:t.rows*t.cols]
	r.room.cells = t.cells
	merged := false
	row := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.checkRow(c, t.cols)
		col := 0
		for cc := c.FirstChild(); cc != nil && col < t.cols; cc = cc.NextSibling() {
			k := row*t.cols + col
			t.cells[k] = cell{owner: k, rows: 1, cols: 1}
			if tc, ok := cc.(*east.TableCell); ok {
				t.cells[k].node = tc
				t.cells[k].merge = r.mergeMark(tc)
				merged = merged || t.cells[k].merge != 0
			}
			col++
		}
		row++
	}
	if merged {
		r.merge(t)
	}
	return t
}

func (r *renderer) mergeMark(c *east.TableCell) byte {
	if c.Lines().Len() == 0 {
		return 0
	}
	seg := c.Lines().At(0)
	switch v := seg.Value(r.src); {
	case len(v) != 2:
	case v[0] == '^' && v[1] == '^':
		return '^'
	case v[0] == '<' && v[1] == '<':
		return '<'
	}
	return 0
}

// checkRow reports a row with more cells than the header: goldmark drops them,
// and no word of the text may get lost unseen.
func (r *renderer) checkRow(row ast.Node, cols int) {
	if row.Kind() != east.KindTableRow || row.Pos() < 0 {
		return
	}
	line := r.src[row.Pos():]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	line = bytes.TrimSpace(line)
	n := 1
	for i, c := range line {
		if c == '|' && i > 0 && i < len(line)-1 && line[i-1] != '\\' {
			n++
		}
	}
	if n > cols {
		r.report(diag.New(diag.TableRagged, r.line(row.Pos()), strconv.Itoa(n), strconv.Itoa(cols)))
	}
}

// merge gives every ^^ and << its owner, and undoes what is no rectangle.
func (r *renderer) merge(t *table) {
	for k := range t.cells {
		row, col := k/t.cols, k%t.cols
		switch t.cells[k].merge {
		case '^':
			if row == 0 || row == t.head {
				r.badMerge(t, k, "^^")
				continue
			}
			t.cells[k].owner = t.at(row-1, col).owner
		case '<':
			if col == 0 {
				r.badMerge(t, k, "<<")
				continue
			}
			t.cells[k].owner = t.at(row, col-1).owner
		}
	}
	for k := range t.cells {
		o := t.cells[k].owner
		if o == k {
			continue
		}
		own := &t.cells[o]
		own.rows = max(own.rows, k/t.cols-o/t.cols+1)
		own.cols = max(own.cols, k%t.cols-o%t.cols+1)
	}
	for o := range t.cells {
		if own := &t.cells[o]; own.owner == o && own.rows*own.cols > 1 && !t.rectangle(o) {
			r.badMerge(t, o, "^^ <<")
			own.rows, own.cols, own.undone = 1, 1, true
		}
	}
	for k := range t.cells {
		if t.cells[t.cells[k].owner].undone {
			t.cells[k].owner = k
		}
	}
}

// rectangle says whether all that lies within the reach of o belongs to it, and
// nothing else does.
func (t *table) rectangle(o int) bool {
	own := t.cells[o]
	row, col := o/t.cols, o%t.cols
	for y := row; y < row+own.rows; y++ {
		for x := col; x < col+own.cols; x++ {
			if t.at(y, x).owner != o {
				return false
			}
		}
	}
	return true
}

func (r *renderer) badMerge(t *table, k int, mark string) {
	place := t.place
	if n := t.cells[k].node; n != nil && n.Lines().Len() > 0 {
		seg := n.Lines().At(0)
		place = r.span(seg.Start, seg.Stop)
	}
	r.report(diag.New(diag.TableMerge, place, mark))
}

// colgroups writes the groups of columns that the first header row names, and
// says whether there are any.
func (r *renderer) colgroups(t *table) bool {
	groups := false
	for col := range t.cols {
		groups = groups || t.at(0, col).cols > 1
	}
	if !groups {
		return false
	}
	for col := 0; col < t.cols; {
		span := max(1, t.at(0, col).cols)
		r.str(`<colgroup span="` + strconv.Itoa(span) + "\"></colgroup>\n")
		col += span
	}
	return true
}

func (r *renderer) tableRow(t *table, row int, groups bool) {
	p := r.rowPassage(t, row)
	r.str("<tr")
	r.passageTag(p)
	r.open("", t.rowNode(row))
	r.out = append(r.out, '\n')
	for col := range t.cols {
		c := t.at(row, col)
		if c.owner != row*t.cols+col {
			continue
		}
		empty := c.node == nil || c.node.FirstChild() == nil || c.merge != 0
		tag, scope := "td", ""
		switch {
		case empty: // a header without words names nothing
		case row < t.head && c.cols > 1 && groups && row == 0:
			tag, scope = "th", "colgroup"
		case row < t.head:
			tag, scope = "th", "col"
		case col == 0 && t.rowHeaders:
			tag, scope = "th", "row"
		}
		r.str("<")
		r.str(tag)
		if c.cols > 1 {
			r.str(` colspan="` + strconv.Itoa(c.cols) + `"`)
		}
		if c.rows > 1 {
			r.str(` rowspan="` + strconv.Itoa(c.rows) + `"`)
		}
		if scope != "" {
			r.str(` scope="`)
			r.str(scope)
			r.str(`"`)
		}
		r.str(alignClass(t.node.Alignments[col]))
		r.str(">")
		if !empty {
			r.start()
			r.inline(c.node)
			r.pending, p = p, passage{}
			r.pin()
		}
		r.str("</")
		r.str(tag)
		r.str(">\n")
	}
	r.str("</tr>\n")
}

// rowPassage is the passage that a row of the body is: its first cell with words
// names it.
func (r *renderer) rowPassage(t *table, row int) passage {
	for col := 0; row >= t.head && col < t.cols; col++ {
		c := t.at(row, col)
		if c.owner != row*t.cols+col || c.merge != 0 || c.node == nil || c.node.FirstChild() == nil {
			continue
		}
		p := r.passageOf(c.node)
		p.row, p.number = true, row-t.head+1
		return p
	}
	return passage{}
}

// alignClass: alignment is a class, because a style attribute is refused by the
// site's Content-Security-Policy.
func alignClass(a east.Alignment) string {
	switch a {
	case east.AlignLeft:
		return ` class="left"`
	case east.AlignRight:
		return ` class="right"`
	case east.AlignCenter:
		return ` class="center"`
	}
	return ""
}

var captionAttributes = []string{"id", "header-rows", "class"}

// tableAttributes reads what the caption says of the table.
func (r *renderer) tableAttributes(t *table) {
	var place source.Span
	if t.caption != nil {
		place = r.span(t.caption.start, t.caption.end)
		for _, a := range t.caption.attrs {
			name, value := string(a.Name), attrText(a.Value)
			switch name {
			case "id":
				t.anchor = r.claim(value, place)
			case "header-rows":
				if value == "2" && t.rows > 2 {
					t.head = 2
				} else if value != "1" {
					r.report(diag.New(diag.AttributeUnknown, place, name+"="+value).With(diag.HintKnown, "header-rows=1, header-rows=2"))
				}
			case "class":
				for _, c := range strings.Fields(value) {
					if c != "no-row-header" {
						r.report(diag.New(diag.AttributeUnknown, place, "."+c).With(diag.HintKnown, ".no-row-header"))
						continue
					}
					t.rowHeaders = false
				}
			default:
				d := diag.New(diag.AttributeUnknown, place, name)
				if near := nearest(name, captionAttributes); near != "" {
					d = d.With(diag.HintNearest, near)
				}
				r.report(d)
			}
		}
	}
	if t.anchor == "" {
		t.anchor = r.give("tab-"+strconv.Itoa(len(r.e.Tables)+1), t.place)
	}
}

// caption writes a paragraph that looked like a caption, unless a table follows
// and writes it itself.
func (r *renderer) caption(n *tableCaption) {
	if _, ok := n.NextSibling().(*east.Table); ok {
		return
	}
	if !r.bars(n.Lines()) && n.labelled {
		r.report(diag.New(diag.CaptionWithoutTable, r.line(n.start)))
	}
	r.start()
	r.open("<p", n)
	if n.Lines().Len() > 0 && n.labelled {
		r.text(r.src[n.start:max(n.start, n.Lines().At(0).Start)])
	}
	r.inline(n)
	if n.Lines().Len() > 0 && n.attrs != nil {
		last := n.Lines().At(n.Lines().Len() - 1)
		r.escape(r.src[last.Stop:max(last.Stop, n.end)])
	}
	r.str("</p>\n")
}
