package drawing

import (
	"cmp"
	"strconv"
)

// Relations are the goals of two documents side by side with what relates them.
// An item that nothing relates to is drawn open and says so in words.
type Relations struct {
	Name
	LeftHead, RightHead string
	Left, Right         []Item
	Links               []Link
	None                string // what an item without a link says that has no word of its own
	Legend              []string
}

// Item is a goal of one of the documents. Open is what it says where it has no
// link, "" for what all say.
type Item struct{ Number, Title, Open string }

// Link relates an item of the left to one of the right. Kind is an index into
// Legend, which names what the line means; each is drawn in another style.
type Link struct{ Left, Right, Kind int }

const (
	side   = 390 // width of a box
	styles = 6   // of lines
)

// SVG returns the drawing, "" if a side is empty.
func (r Relations) SVG() string {
	if len(r.Left) == 0 || len(r.Right) == 0 {
		return ""
	}
	c := &canvas{}
	left, right := make([]bool, len(r.Left)), make([]bool, len(r.Right))
	for _, l := range r.Links {
		left[l.Left], right[l.Right] = true, true
	}
	top := c.legend(r.Legend)
	c.text("head", 0, top+textSize, r.LeftHead)
	c.text("head", width-side, top+textSize, r.RightHead)
	top += line + pad
	leftY, leftEnd := c.list(0, top, r.Left, left, r.None, false)
	rightY, rightEnd := c.list(width-side, top, r.Right, right, r.None, true)
	for _, l := range r.Links {
		a, b := strconv.Itoa(leftY[l.Left]), strconv.Itoa(rightY[l.Right])
		c.element("path", "link kind-"+strconv.Itoa(l.Kind%styles), "data-n", r.Right[l.Right].Number,
			"d", "M"+strconv.Itoa(side)+" "+a+"C"+strconv.Itoa(side+80)+" "+a+" "+strconv.Itoa(width-side-80)+" "+b+" "+strconv.Itoa(width-side)+" "+b)
	}
	body := c.b.String()
	c.b.Reset()
	c.open(r.Name, "relations-drawing", max(leftEnd, rightEnd))
	c.b.WriteString(body)
	return c.close()
}

// legend draws what the styles of the lines mean and returns where it ends.
func (c *canvas) legend(words []string) int {
	x, y := 0, textSize
	for i, w := range words {
		room := 60 + int(float64(len([]rune(w)))*letter) + 24
		if x > 0 && x+room > width {
			x, y = 0, y+line
		}
		c.element("path", "link kind-"+strconv.Itoa(i%styles), "d", "M"+strconv.Itoa(x)+" "+strconv.Itoa(y-6)+"H"+strconv.Itoa(x+48))
		c.text("", x+58, y, w)
		x += room
	}
	if len(words) == 0 {
		return 0
	}
	return y + line
}

// list draws the items of one side from y down, and returns the middle of each
// and where the list ends.
func (c *canvas) list(x, y int, items []Item, related []bool, none string, colours bool) (middles []int, end int) {
	for i, it := range items {
		lines := label(it.Number, it.Title, side-2*pad-6)
		if !related[i] {
			lines = append(lines, wrap("– "+cmp.Or(it.Open, none), side-2*pad-6)...)
		}
		number := ""
		if colours {
			number = it.Number
		}
		c.box(x, y, side, number, lines, !related[i])
		h := tall(len(lines))
		middles = append(middles, y+h/2)
		y += h + 10
	}
	return middles, y
}
