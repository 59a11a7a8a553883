// Package drawing draws what the tables of a strategy say, as SVG that stands in
// a page: the tree of goals with what covers each of them, the goals of two
// documents with what relates them, and the values of an indicator over the years.
// It knows no strategy; it is handed words, numbers and what belongs together.
//
// A drawing never stands alone: the table or list beside it says the same in
// words, so a reader who can't see it loses nothing. It is one image to a screen
// reader, named by its <title> and told by its <desc>. The text is text, in the
// font of the page; nothing is coloured here: every part has a class, and the
// style sheet gives the palettes. Lengths are user units of which the text is
// textSize high; the drawing scales as a whole.
package drawing

import (
	"cmp"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	width    = 960
	narrow   = 700 // beside which there is room for a column
	textSize = 17
	line     = 22 // from one line of text to the next
	pad      = 9
	// letter is the mean width of a letter of a wide sans serif at textSize.
	letter = 8.7
)

// Name is how a drawing is known to readers: its id on the page, a short title
// and a description that says what there is to see.
type Name struct{ ID, Title, Desc string }

// canvas collects the parts of a drawing.
type canvas struct {
	b strings.Builder
	// room is its width where that is not the usual one.
	room int
}

func (c *canvas) width() int { return cmp.Or(c.room, width) }

func (c *canvas) open(n Name, class string, height int) {
	c.b.WriteString(`<svg class="drawing ` + class + `" role="img" aria-labelledby="` + n.ID + `-title ` + n.ID + `-desc" viewBox="0 0 ` +
		strconv.Itoa(c.width()) + " " + strconv.Itoa(height) + `" xmlns="http://www.w3.org/2000/svg">` + "\n")
	c.b.WriteString(`<title id="` + n.ID + `-title">` + html.EscapeString(n.Title) + "</title>\n")
	c.b.WriteString(`<desc id="` + n.ID + `-desc">` + html.EscapeString(n.Desc) + "</desc>\n")
}

func (c *canvas) close() string {
	c.b.WriteString("</svg>")
	return c.b.String()
}

// element writes an empty element: pairs of attributes and values, which are
// numbers or strings of our own.
func (c *canvas) element(name, class string, attributes ...any) {
	c.b.WriteString("<" + name)
	if class != "" {
		c.b.WriteString(` class="` + class + `"`)
	}
	for i := 0; i+1 < len(attributes); i += 2 {
		c.b.WriteString(" " + attributes[i].(string) + `="`)
		switch v := attributes[i+1].(type) {
		case int:
			c.b.WriteString(strconv.Itoa(v))
		case string:
			c.b.WriteString(html.EscapeString(v))
		}
		c.b.WriteString(`"`)
	}
	c.b.WriteString("/>\n")
}

// text writes lines of text, the first on the base line y.
func (c *canvas) text(class string, x, y int, lines ...string) {
	c.b.WriteString("<text")
	if class != "" {
		c.b.WriteString(` class="` + class + `"`)
	}
	c.b.WriteString(` x="` + strconv.Itoa(x) + `" y="` + strconv.Itoa(y) + `">`)
	for i, l := range lines {
		if i == 0 {
			c.b.WriteString(html.EscapeString(l))
			continue
		}
		// A space keeps the words of two lines apart where the text is copied.
		c.b.WriteString(` <tspan x="` + strconv.Itoa(x) + `" dy="` + strconv.Itoa(line) + `">` + html.EscapeString(l) + "</tspan>")
	}
	c.b.WriteString("</text>\n")
}

// wrap breaks a text into lines that fit into room units. A word that is longer
// than a line is broken too: nothing is left out.
func wrap(text string, room int) []string {
	most := max(4, int(float64(room)/letter))
	var out []string
	now := ""
	for _, word := range strings.Fields(text) {
		if now != "" && utf8.RuneCountInString(now)+1+utf8.RuneCountInString(word) <= most {
			now += " " + word
			continue
		}
		if now != "" {
			out = append(out, now)
		}
		for utf8.RuneCountInString(word) > most {
			cut := []rune(word)
			out = append(out, string(cut[:most-1])+"-")
			word = string(cut[most-1:])
		}
		now = word
	}
	return append(out, now)
}

// label is a numbered thing as its lines.
func label(number, title string, room int) []string {
	if number != "" {
		title = number + ". " + title
	}
	return wrap(title, room)
}

// tall is the height of a box with n lines.
func tall(n int) int { return n*line + 2*pad }

// box draws a thing: a filled edge at the left that has the colour of its number,
// and its words. open says that it lacks something, which shows in the outline.
func (c *canvas) box(x, y, w int, number string, lines []string, open bool) {
	class := "box"
	if open {
		class = "box open"
	}
	h := tall(len(lines))
	c.element("rect", class, "x", x, "y", y, "width", w, "height", h, "rx", 4)
	if number != "" {
		c.element("rect", "edge", "data-n", number, "x", x, "y", y, "width", 6, "height", h)
	}
	c.text("", x+pad+6, y+pad+textSize-2, lines...)
}
