package picture

import (
	"bytes"
	"image/color"
	"image/png"
	"strings"
	"testing"
)

var card = Card{Above: "Cel strategiczny 1", Title: "Zażółć gęślą jaźń: Ґанок і їжак, Straße", Below: "Strategia Gminy Przykładowa", Ground: color.RGBA{0, 0x3a, 0x75, 255}}

func drawn(t testing.TB, c Card) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Draw(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The same card gives the same bytes, whatever was drawn before; every part of
// it shows; the picture is small.
func TestDraw(t *testing.T) {
	first := drawn(t, card)
	other := card
	other.Title = strings.Repeat("bardzo długi tytuł dokumentu ", 30)
	long := drawn(t, other)
	if !bytes.Equal(first, drawn(t, card)) {
		t.Error("the same card was drawn in two ways")
	}
	if len(first) > 25<<10 || len(long) > 40<<10 {
		t.Errorf("%d and %d bytes", len(first), len(long))
	}
	for what, change := range map[string]func(*Card){
		"Above": func(c *Card) { c.Above = "" }, "Title": func(c *Card) { c.Title = "x" }, "Below": func(c *Card) { c.Below = "" },
		"Ground": func(c *Card) { c.Ground = color.RGBA{90, 0, 0, 255} },
	} {
		c := card
		if change(&c); bytes.Equal(first, drawn(t, c)) {
			t.Errorf("%s does not show", what)
		}
	}
	img, err := png.Decode(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != Width || b.Dy() != Height {
		t.Errorf("the picture is %v", b)
	}
	if r, g, b, _ := img.At(2, 2).RGBA(); r>>8 != 0 || g>>8 != 0x3a || b>>8 != 0x75 {
		t.Errorf("the band is %x %x %x", r>>8, g>>8, b>>8)
	}
}

// The letters of the languages of the interface are in the font.
func TestLetters(t *testing.T) {
	l := newPainter().large
	unknown := l.glyph('?')
	for _, r := range "ąćęłńóśźżĄĆĘŁŃÓŚŹŻäöüßÄÖÜіїєґІЇЄҐщю„”–…№" {
		if l.glyph(r) == unknown {
			t.Errorf("%c is not in the font", r)
		}
	}
}

func TestIcon(t *testing.T) {
	for _, size := range []int{180, 192, 512} {
		var b bytes.Buffer
		if err := Icon(&b, size, color.RGBA{1, 2, 3, 255}); err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(&b)
		if err != nil || img.Bounds().Dx() != size || img.Bounds().Dy() != size {
			t.Errorf("%d: %v %v", size, err, img.Bounds())
		}
	}
}

func FuzzDraw(f *testing.F) {
	f.Add("Tytuł", "", "\x00\xff")
	f.Add(strings.Repeat("ż", 3000), "a b", "\u202eabc")
	f.Fuzz(func(t *testing.T, title, above, below string) {
		drawn(t, Card{Title: title, Above: above, Below: below})
	})
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		drawn(b, card)
	}
}
