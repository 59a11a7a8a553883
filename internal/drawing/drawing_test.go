package drawing

import (
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// parsed is what an SVG holds, well-formed as XML.
type parsed struct {
	texts    []string
	names    map[string]string // title and desc by id
	elements map[string]int    // "rect.box open"
	height   int
	lowest   int // of all boxes and dots
}

func parse(t *testing.T, svg string) parsed {
	t.Helper()
	p := parsed{names: map[string]string{}, elements: map[string]int{}}
	d := xml.NewDecoder(strings.NewReader(svg))
	depth, in, id := 0, "", ""
	for {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			depth++
			a := map[string]string{}
			for _, x := range tok.Attr {
				a[x.Name.Local] = x.Value
				if x.Name.Local == "style" || strings.HasPrefix(x.Name.Local, "on") {
					t.Errorf("%s has %s", tok.Name.Local, x.Name.Local)
				}
			}
			switch n := tok.Name.Local; n {
			case "svg":
				view := strings.Fields(a["viewBox"])
				p.height, _ = strconv.Atoi(view[3])
				if a["role"] != "img" || a["aria-labelledby"] == "" {
					t.Error("the drawing has no name")
				}
			case "title", "desc", "text":
				in, id = n, a["id"]
				if n == "text" {
					p.texts = append(p.texts, "")
				}
			case "rect":
				y, _ := strconv.Atoi(a["y"])
				h, _ := strconv.Atoi(a["height"])
				p.lowest = max(p.lowest, y+h)
			}
			p.elements[tok.Name.Local+"."+a["class"]]++
		case xml.EndElement:
			if tok.Name.Local != "tspan" {
				in = ""
			}
			depth--
		case xml.CharData:
			switch in {
			case "title", "desc":
				p.names[id] += string(tok)
			case "text":
				p.texts[len(p.texts)-1] += string(tok)
			}
		}
	}
	if depth != 0 {
		t.Error("an element is not closed")
	}
	return p
}

func TestTree(t *testing.T) {
	tree := Tree{Name: Name{"drzewo", "Drzewo <celów>", "3 & więcej"}, Heads: []string{"W innych dokumentach", "W rozdziałach"}, Roots: []Goal{
		{Number: "1", Title: "Dobre życie", Cover: []int{2, 1}, Children: []Goal{
			{Number: "1.1", Title: strings.Repeat("bardzo długi tytuł celu ", 9), Cover: []int{0, 3}},
			{Title: "bez numeru", Cover: []int{1, 1}},
		}},
		{Number: "2", Title: "Konstantynopolitańczykowianeczkówna", Cover: []int{0, 0}},
	}}
	p := parse(t, tree.SVG())
	if p.names["drzewo-title"] != "Drzewo <celów>" || p.names["drzewo-desc"] != "3 & więcej" {
		t.Errorf("names: %q", p.names)
	}
	if p.elements["rect.box"] != 3 || p.elements["rect.box open"] != 1 {
		t.Errorf("boxes: %v", p.elements)
	}
	if p.elements["circle.dot"] != 5 || p.elements["circle.dot none"] != 3 {
		t.Errorf("dots: %v", p.elements)
	}
	long := strings.TrimSpace(strings.Repeat("bardzo długi tytuł celu ", 9))
	if !slices.ContainsFunc(p.texts, func(s string) bool { return strings.Join(strings.Fields(s), " ") == "1.1. "+long }) {
		t.Errorf("the words of a goal are not all there: %q", p.texts)
	}
	if p.lowest > p.height {
		t.Errorf("a box ends at %d, the drawing at %d", p.lowest, p.height)
	}
	if (Tree{}).SVG() != "" {
		t.Error("a drawing of nothing")
	}
}

func TestRelations(t *testing.T) {
	r := Relations{Name: Name{"zgodnosc", "Zgodność", "Opis"}, LeftHead: "Województwo", RightHead: "Gmina", None: "brak odpowiednika",
		Left: []Item{{"1", "A", ""}, {"2", "B", "nie wiadomo"}}, Right: []Item{{"1", "X", "nie wiadomo"}, {"2", "Y", ""}, {"3", "Z", ""}},
		Links: []Link{{0, 0, 0}, {0, 2, 1}}, Legend: []string{"tożsamy", "pokrewny"}}
	p := parse(t, r.SVG())
	if p.elements["rect.box open"] != 2 || p.elements["rect.box"] != 3 {
		t.Errorf("boxes: %v", p.elements)
	}
	if p.elements["path.link kind-0"] != 2 || p.elements["path.link kind-1"] != 2 { // one each is the legend's
		t.Errorf("lines: %v", p.elements)
	}
	if n := strings.Count(strings.Join(p.texts, "|"), "brak odpowiednika"); n != 1 {
		t.Errorf("%d items say that nothing relates to them", n)
	}
	if n := strings.Count(strings.Join(p.texts, "|"), "nie wiadomo"); n != 1 {
		t.Errorf("%d items say that nothing is known", n)
	}
	if p.lowest > p.height {
		t.Errorf("a box ends at %d, the drawing at %d", p.lowest, p.height)
	}
	r.Right = nil
	if r.SVG() != "" {
		t.Error("a drawing of one side")
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Zażółć gęślą jaźń", 100)
	f.Add("", 0)
	f.Add(strings.Repeat("x", 500)+" \u00a0 y", -5)
	f.Fuzz(func(t *testing.T, text string, room int) {
		if !utf8.ValidString(text) || room > 1<<20 {
			return
		}
		lines := wrap(text, room)
		most := max(4, int(float64(room)/letter))
		for _, l := range lines {
			if utf8.RuneCountInString(l) > most {
				t.Errorf("%q does not fit into %d", l, most)
			}
		}
		bare := func(s string) string { return regexp.MustCompile(`[\s-]+`).ReplaceAllString(s, "") }
		if got := strings.Join(strings.Fields(strings.Join(lines, "")), ""); bare(strings.Join(strings.Fields(text), "")) != bare(got) {
			t.Errorf("%q became %q", text, lines)
		}
	})
}
