package colour

import (
	"math"
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for in, want := range map[string]string{"#003a75": "#003a75", "#FD0": "#ffdd00", "#ABCDEF": "#abcdef",
		"": "", "003a75": "", "#12": "", "#12345": "", "#1234567": "", "#ggg": "", "red": "", "#+12345": "", "#-12": ""} {
		c, ok := Parse(in)
		if ok != (want != "") || ok && c.String() != want {
			t.Errorf("%q: %v, %v", in, c, ok)
		}
	}
}

// The values are those that WCAG's own formula gives for well-known pairs.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000", "#fff", 21}, {"#fff", "#fff", 1}, {"#767676", "#fff", 4.54}, {"#0b0c0c", "#ffffff", 19.55}, {"#003a75", "#ffffff", 11.32}, {"#9ecbff", "#15181b", 10.6}} {
		if got := Contrast(Must(c.a), Must(c.b)); math.Abs(got-c.want) > .06 {
			t.Errorf("%s on %s: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

// A colour that can be read stays; another becomes one of its hue that can, as
// near as there is: a little nearer to the first would be too weak.
func TestReadable(t *testing.T) {
	for _, s := range []string{"#003a75", "#ff0000", "#fd0", "#7a1f2b", "#00ff00", "#808080", "#fff", "#000", "#6a5acd"} {
		for name, grounds := range map[string][]Colour{"light": Light, "dark": Dark} {
			c := Must(s)
			n, ok := Readable(c, Text, grounds...)
			if !ok {
				t.Fatalf("nothing can be read on the %s grounds", name)
			}
			fine := true
			for _, g := range grounds {
				if Contrast(n, g) < Text {
					t.Errorf("%s on %s: %s has %.2f", s, g, n, Contrast(n, g))
				}
				fine = fine && Contrast(c, g) >= Text
			}
			if fine != (n == c) {
				t.Errorf("%s on %s grounds became %s", s, name, n)
			}
			l, _, _ := c.oklab()
			to, a, b := n.oklab()
			if !fine {
				half := fit(to+(l-to)*.1, a, b)
				least := math.Inf(1)
				for _, g := range grounds {
					least = min(least, Contrast(half, g))
				}
				if least >= Text+.2 {
					t.Errorf("%s: %s, nearer than %s, would do (%.2f)", s, half, n, least)
				}
			}
		}
	}
	if _, ok := Readable(Must("#777"), Text, Must("#000"), Must("#fff")); ok {
		t.Error("no colour can be read on black and on white")
	}
}

// The grounds are those of the style sheet.
func TestGrounds(t *testing.T) {
	b, err := os.ReadFile("../../static/assets/strategia.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"paper", "tint", "mark"} {
		found := regexp.MustCompile(`--`+name+`: (#[0-9a-f]+);`).FindAllStringSubmatch(string(b), -1)
		if len(found) < 2 {
			t.Fatalf("--%s is not set for day and night", name)
		}
		for i, grounds := range [][]Colour{Light, Dark} {
			c := Must(found[i][1])
			known := false
			for _, g := range grounds {
				known = known || g == c
			}
			if !known {
				t.Errorf("--%s %s is none of %v", name, c, grounds)
			}
		}
	}
	if !strings.Contains(string(b), "prefers-color-scheme: dark") {
		t.Error("there is no palette for the night")
	}
}
