package drawing

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// Chart is a series of values over years, with what it started from, what it is
// to reach, and the path that would lead there. A value that is not known leaves
// a gap: no line is drawn over it.
type Chart struct {
	Name
	Unit    string // of the values, over the axis
	Points  []Point
	Base    *Mark
	Targets []Mark // by time
	// Number writes a value of the axis.
	Number func(float64) string
	Legend ChartLegend
	// Narrow is for a chart in a column of text.
	Narrow bool
}

// Point is a value at a time, in years.
type Point struct {
	Time, Value float64
	Known       bool
	Soft        bool   // preliminary or an estimate
	Text        string // of the value
}

// Mark is a point that the series starts from or is to reach.
type Mark struct {
	Time, Value float64
	Text        string
}

// ChartLegend is what the signs of a chart mean, in words.
type ChartLegend struct{ Series, Soft, Base, Target, Path string }

const (
	plotHeight = 320
	plotTop    = 2 * line
	ticksWish  = 5   // about so many on the upright axis
	yearRoom   = 70  // for the number of a year on the other
	dotSize    = 6   // radius of a value's dot
	valueRoom  = 100 // at the right, for the text of the last values
)

// SVG returns the chart, "" if there is no value and no target.
func (c Chart) SVG() string {
	d := &chartDrawing{Chart: c}
	if c.Narrow {
		d.room = narrow
	}
	if !d.scale() {
		return ""
	}
	d.legend()
	d.axes()
	d.path()
	d.series()
	d.marks()
	d.labels()
	body := d.b.String()
	d.b.Reset()
	d.open(c.Name, "chart", d.bottom+2*line)
	d.b.WriteString(body)
	return d.close()
}

type chartDrawing struct {
	canvas
	Chart
	from, to, low, high float64 // of time and value
	step                float64 // between two ticks of the upright axis
	left, top, bottom   int
	texts               []placed
}

// placed is a text beside its point.
type placed struct {
	x, y int
	text string
}

// scale finds what the axes reach over; it reports false if there is nothing to draw.
func (d *chartDrawing) scale() bool {
	d.from, d.low = math.Inf(1), math.Inf(1)
	d.to, d.high = math.Inf(-1), math.Inf(-1)
	any := false
	reach := func(t, v float64, known bool) {
		d.from, d.to = min(d.from, t), max(d.to, t)
		if known {
			d.low, d.high, any = min(d.low, v), max(d.high, v), true
		}
	}
	for _, p := range d.Points {
		reach(p.Time, p.Value, p.Known)
	}
	for _, m := range d.allMarks() {
		reach(m.Time, m.Value, true)
	}
	if !any {
		return false
	}
	if d.low > 0 && d.low < d.high/2 {
		d.low = 0 // so near that the axis may start where numbers do
	}
	if d.low == d.high {
		room := max(math.Abs(d.low)/10, 1)
		d.low, d.high = d.low-room, d.high+room
	}
	if d.from == d.to {
		d.from, d.to = d.from-1, d.to+1
	}
	d.step = Nice((d.high - d.low) / ticksWish)
	d.low, d.high = math.Floor(d.low/d.step)*d.step, math.Ceil(d.high/d.step)*d.step
	longest := 0
	for v := d.low; v <= d.high+d.step/2; v += d.step {
		longest = max(longest, utf8.RuneCountInString(d.tick(v)))
	}
	d.left = int(float64(longest)*letter) + 2*pad + yearRoom/2
	d.top = plotTop
	return true
}

func (d *chartDrawing) allMarks() []Mark {
	out := d.Targets
	if d.Base != nil {
		out = append([]Mark{*d.Base}, out...)
	}
	return out
}

// Nice returns the least of 1, 2, 2.5 and 5 times a power of ten that is not
// less than v.
func Nice(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, n := range []float64{1, 2, 2.5, 5} {
		if n*unit >= v*(1-1e-9) {
			return n * unit
		}
	}
	return 10 * unit
}

// tick is the text of a value of the axis, without the dust of reckoning.
func (d *chartDrawing) tick(v float64) string {
	if math.Abs(v) < d.step/1e6 {
		v = 0
	}
	digits := math.Pow10(max(0, 1-int(math.Floor(math.Log10(d.step)))))
	return d.Number(math.Round(v*digits) / digits)
}

func (d *chartDrawing) x(t float64) int {
	return d.left + int(math.Round((t-d.from)/(d.to-d.from)*float64(d.width()-d.left-valueRoom)))
}

func (d *chartDrawing) y(v float64) int {
	return d.bottom - int(math.Round((v-d.low)/(d.high-d.low)*plotHeight))
}

// legend draws what the signs mean, those that are used.
func (d *chartDrawing) legend() {
	soft, firm := false, false
	for _, p := range d.Points {
		soft, firm = soft || p.Known && p.Soft, firm || p.Known && !p.Soft
	}
	x, y := 0, textSize
	item := func(used bool, text string, sign func(x, y int)) {
		if !used || text == "" {
			return
		}
		room := 34 + int(float64(utf8.RuneCountInString(text))*letter) + 24
		if x > 0 && x+room > d.width() {
			x, y = 0, y+line
		}
		sign(x+12, y-6)
		d.text("", x+34, y, text)
		x += room
	}
	item(firm, d.Legend.Series, func(x, y int) { d.dot(x, y, false) })
	item(soft, d.Legend.Soft, func(x, y int) { d.dot(x, y, true) })
	item(d.Base != nil, d.Legend.Base, d.square)
	item(len(d.Targets) > 0, d.Legend.Target, d.diamond)
	item(d.Base != nil && len(d.Targets) > 0, d.Legend.Path, func(x, y int) {
		d.element("line", "path", "x1", x-12, "y1", y, "x2", x+14, "y2", y)
	})
	d.top = y + plotTop
	d.bottom = d.top + line + plotHeight
}

// axes draws the grid with its numbers.
func (d *chartDrawing) axes() {
	d.text("head", 0, d.top, d.Unit)
	for v := d.low; v <= d.high+d.step/2; v += d.step {
		y := d.y(v)
		class := "grid"
		if math.Abs(v) < d.step/1e6 {
			class = "grid zero"
		}
		d.element("line", class, "x1", d.left-yearRoom/2, "y1", y, "x2", d.width(), "y2", y)
		d.text("upright", d.left-yearRoom/2-pad, y+6, d.tick(v))
	}
	first, last := int(math.Ceil(d.from-.5)), int(math.Floor(d.to+.5))
	every := 1
	for _, n := range []int{1, 2, 5, 10, 20, 50, 100, 200} {
		if every = n; (last-first)/n*yearRoom <= d.width()-d.left-valueRoom {
			break
		}
	}
	for year := first; year <= last; year += every {
		x := d.x(min(max(float64(year), d.from), d.to))
		d.element("line", "axis", "x1", x, "y1", d.bottom, "x2", x, "y2", d.bottom+6)
		d.text("year", x, d.bottom+line+4, strconv.Itoa(year))
	}
}

// path draws the way from the base to the targets.
func (d *chartDrawing) path() {
	marks := d.allMarks()
	if d.Base == nil {
		return
	}
	for i := 1; i < len(marks); i++ {
		d.element("line", "path", "x1", d.x(marks[i-1].Time), "y1", d.y(marks[i-1].Value), "x2", d.x(marks[i].Time), "y2", d.y(marks[i].Value))
	}
}

// series draws the values. The line breaks where one is not known, and where
// there is none for longer than between its neighbours.
func (d *chartDrawing) series() {
	usual := math.Inf(1)
	for i := 1; i < len(d.Points); i++ {
		if gap := d.Points[i].Time - d.Points[i-1].Time; gap > 0 {
			usual = min(usual, gap)
		}
	}
	for i, p := range d.Points {
		if i == 0 || !p.Known || !d.Points[i-1].Known || p.Time-d.Points[i-1].Time > usual*1.5 {
			continue
		}
		q := d.Points[i-1]
		class := "series"
		if p.Soft {
			class = "series soft"
		}
		d.element("line", class, "x1", d.x(q.Time), "y1", d.y(q.Value), "x2", d.x(p.Time), "y2", d.y(p.Value))
	}
	last := -1
	for i, p := range d.Points {
		if p.Known {
			d.dot(d.x(p.Time), d.y(p.Value), p.Soft)
			last = i
		}
	}
	if last >= 0 {
		p := d.Points[last]
		d.texts = append(d.texts, placed{d.x(p.Time), d.y(p.Value), p.Text})
	}
}

func (d *chartDrawing) marks() {
	if d.Base != nil {
		x, y := d.x(d.Base.Time), d.y(d.Base.Value)
		d.square(x, y)
		d.texts = append(d.texts, placed{x, y, d.Base.Text})
	}
	for _, m := range d.Targets {
		x, y := d.x(m.Time), d.y(m.Value)
		d.diamond(x, y)
		d.texts = append(d.texts, placed{x, y, m.Text})
	}
}

// labels writes the texts beside their points, above them or, where another
// stands there already, below.
func (d *chartDrawing) labels() {
	var done []placed
	for _, t := range d.texts {
		wide := int(float64(utf8.RuneCountInString(t.text)) * letter)
		free := func(y int) bool {
			for _, o := range done {
				if other := int(float64(utf8.RuneCountInString(o.text)) * letter); abs(o.x-t.x) < (wide+other)/2+pad && abs(o.y-y) < line {
					return false
				}
			}
			return true
		}
		y := t.y - 14
		for _, try := range []int{t.y - 14, t.y + 28, t.y - 14 - line, t.y + 28 + line} {
			if free(try) && try < d.bottom {
				y = try
				break
			}
		}
		t.x = min(max(t.x, wide/2), d.width()-wide/2)
		d.text("value", t.x, y, t.text)
		done = append(done, placed{t.x, y, t.text})
	}
}

func abs(n int) int { return max(n, -n) }

func (d *chartDrawing) dot(x, y int, soft bool) {
	class := "point"
	if soft {
		class = "point soft"
	}
	d.element("circle", class, "cx", x, "cy", y, "r", dotSize)
}

func (d *chartDrawing) square(x, y int) {
	d.element("rect", "base", "x", x-8, "y", y-8, "width", 16, "height", 16)
}

func (d *chartDrawing) diamond(x, y int) {
	d.element("path", "target", "d", "M"+strconv.Itoa(x)+" "+strconv.Itoa(y-11)+"l11 11l-11 11l-11-11z")
}
