package markdown

import (
	"sort"

	"github.com/yuin/goldmark/ast"
)

// open ends the open tag of a block, of which tag is what has not been written
// yet, with the line of n where lines are asked for.
func (r *renderer) open(tag string, n ast.Node) {
	r.str(tag)
	if r.places {
		r.mark(n)
	}
	r.out = append(r.out, '>')
}

// mark writes the line on which n begins.
func (r *renderer) mark(n ast.Node) {
	if !r.places || n == nil {
		return
	}
	if line := r.lineOf(n); line > 0 {
		r.out = appendSlotInt(r.out, SlotLine, line)
	}
}

// lineOf returns the line on which n begins, 0 if that is not known.
func (r *renderer) lineOf(n ast.Node) int {
	at := n.Pos()
	if at < 0 && n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		at = n.Lines().At(0).Start
	}
	if at < 0 {
		return 0
	}
	return r.lineAt(at)
}

// lineAt returns the line of an offset in goldmark's source.
func (r *renderer) lineAt(at int) int {
	if r.newlines == nil {
		r.newlines = []int{}
		for i, c := range r.t.b {
			if c == '\n' {
				r.newlines = append(r.newlines, i)
			}
		}
	}
	return 1 + sort.SearchInts(r.newlines, at+r.base)
}

// rowNode returns the node of a row, nil if it has none.
func (t *table) rowNode(row int) ast.Node {
	if c := t.at(row, 0).node; c != nil {
		return c.Parent()
	}
	return nil
}
