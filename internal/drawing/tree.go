package drawing

import "strconv"

// Tree is a tree of goals from the left to the right, and behind each how much
// there is of what should cover it: a full dot with a number, or an empty one.
type Tree struct {
	Name
	Heads []string // of the columns of dots
	Roots []Goal
}

// Goal is a node of the tree. Cover has one number a column of dots.
type Goal struct {
	Number, Title string
	Cover         []int
	Children      []Goal
}

const (
	column = 100 // of dots
	gap    = 26  // between the levels, for the lines
)

// SVG returns the drawing, "" if there is no goal.
func (t Tree) SVG() string {
	if len(t.Roots) == 0 {
		return ""
	}
	d := &treeDrawing{t: t, levels: depth(t.Roots)}
	d.room = (width - column*len(t.Heads) - gap*d.levels) / d.levels
	y := d.heads()
	for _, g := range t.Roots {
		y, _ = d.node(g, 0, y)
		y += 8
	}
	body := d.b.String()
	d.b.Reset()
	d.open(t.Name, "goal-tree", y)
	d.b.WriteString(body)
	return d.close()
}

type treeDrawing struct {
	canvas
	t      Tree
	levels int
	room   int // width of a box
}

func depth(goals []Goal) int {
	n := 0
	for _, g := range goals {
		n = max(n, 1+depth(g.Children))
	}
	return n
}

// heads writes the names of the columns and returns where the tree starts.
func (d *treeDrawing) heads() int {
	most := 0
	for i, h := range d.t.Heads {
		lines := wrap(h, column-6)
		most = max(most, len(lines))
		d.text("head", d.dot(i), textSize, lines...)
	}
	return most*line + pad
}

// dot is the middle of the i-th column of dots.
func (d *treeDrawing) dot(i int) int { return width - column*(len(d.t.Heads)-i) + column/2 }

// node draws a goal and what is below it from y down, and returns where it ends
// and the middle of the goal's own box. Every goal has a line of its own, so that
// its dots stand beside it.
func (d *treeDrawing) node(g Goal, level, y int) (end, middle int) {
	x := level * (d.room + gap)
	lines := label(g.Number, g.Title, d.room-2*pad-6)
	uncovered := true
	for _, n := range g.Cover {
		uncovered = uncovered && n == 0
	}
	d.box(x, y, d.room, g.Number, lines, uncovered)
	h := tall(len(lines))
	middle, end = y+h/2, y+h+6
	d.element("line", "row", "x1", x+d.room+4, "y1", middle, "x2", width-column*len(d.t.Heads), "y2", middle)
	for i, n := range g.Cover {
		class := "dot"
		if n == 0 {
			class = "dot none"
		}
		d.element("circle", class, "cx", d.dot(i), "cy", middle, "r", 14)
		d.text(class, d.dot(i), middle+6, strconv.Itoa(n))
	}
	for _, c := range g.Children {
		var at int
		from := end
		end, at = d.node(c, level+1, from)
		d.element("path", "branch", "d", "M"+strconv.Itoa(x+d.room/2)+" "+strconv.Itoa(y+h)+"V"+strconv.Itoa(at)+"H"+strconv.Itoa(x+d.room+gap))
	}
	return end, middle
}
