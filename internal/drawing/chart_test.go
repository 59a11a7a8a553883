package drawing

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func chartOf(points ...Point) Chart {
	return Chart{Name: Name{"x", "Pył <PM10>", "Opis"}, Unit: "µg/m³", Points: points,
		Number: func(v float64) string { return strings.Replace(fmt.Sprint(v), ".", ",", 1) },
		Legend: ChartLegend{"wartość", "wstępna", "bazowa", "docelowa", "ścieżka"}}
}

func TestChart(t *testing.T) {
	c := chartOf(
		Point{Time: 2018, Value: 47, Known: true, Text: "47"}, Point{Time: 2019, Value: 44, Known: true, Text: "44"},
		Point{Time: 2020}, Point{Time: 2021, Value: 41, Known: true, Text: "41"},
		Point{Time: 2023, Value: 40, Known: true, Text: "40"}, Point{Time: 2024, Value: 38, Known: true, Soft: true, Text: "38,0"})
	c.Base, c.Targets = &Mark{2018, 47, "47"}, []Mark{{2027, 35, "35"}, {2030, 30, "30"}}
	p := parse(t, c.SVG())
	for what, want := range map[string]int{
		// One of each is the legend's. 2020 is a gap, and so is 2022, which no
		// row speaks of: of five steps two lines are left.
		"circle.point": 5, "circle.point soft": 2, "rect.base": 2, "path.target": 3, "line.path": 3,
		"line.series": 1, "line.series soft": 1,
	} {
		if p.elements[what] != want {
			t.Errorf("%d of %s, want %d", p.elements[what], what, want)
		}
	}
	for _, text := range []string{"µg/m³", "38,0", "47", "35", "30", "2018", "2030", "wstępna", "50"} {
		if !slices.Contains(p.texts, text) {
			t.Errorf("no text %q among %q", text, p.texts)
		}
	}
	if p.names["x-title"] != "Pył <PM10>" || p.lowest > p.height {
		t.Errorf("names %q, %d below %d", p.names, p.lowest, p.height)
	}
	if chartOf().SVG() != "" || chartOf(Point{Time: 2020}).SVG() != "" {
		t.Error("a chart of nothing")
	}
}

func TestNice(t *testing.T) {
	for v, want := range map[float64]float64{1: 1, 1.2: 2, 2.2: 2.5, 3: 5, 6: 10, .03: .05, 12345: 20000, .9999: 1} {
		if got := Nice(v); math.Abs(got-want) > 1e-9 {
			t.Errorf("Nice(%v) = %v, want %v", v, got, want)
		}
	}
}

// FuzzChart holds that no value draws outside the picture or writes what is no number.
func FuzzChart(f *testing.F) {
	f.Add(2020.0, 1.0, 2021.0, 2.0, 30.0)
	f.Add(1800.0, -1e15, 2200.0, 1e15, 0.0)
	f.Add(2020.0, 5.0, 2020.0, 5.0, 5.0)
	f.Add(2020.04, 1e-6, 2020.96, 2e-6, 1e15)
	f.Fuzz(func(t *testing.T, t1, v1, t2, v2, goal float64) {
		for _, v := range []float64{t1, t2} {
			if !(v >= 1800 && v <= 2200) {
				return
			}
		}
		for _, v := range []float64{v1, v2, goal} {
			if !(math.Abs(v) < 1e15) || v != 0 && math.Abs(v) < 1e-9 {
				return
			}
		}
		c := chartOf(Point{Time: min(t1, t2), Value: v1, Known: true}, Point{Time: max(t1, t2), Value: v2, Known: true})
		c.Base, c.Targets = &Mark{Time: t1, Value: v1}, []Mark{{Time: t2, Value: goal}}
		svg := c.SVG()
		p := parse(t, svg)
		if strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") || p.lowest > p.height || len(p.texts) > 60 || len(svg) > 40000 {
			t.Errorf("%d texts in %s", len(p.texts), svg)
		}
	})
}
