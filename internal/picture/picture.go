// Package picture draws the picture by which other sites and messengers show a
// link to a page (og:image): the page's title large, what it belongs to above,
// the site below, on a ground of the site's colour. It is told words and a
// colour and knows nothing of pages.
//
// The letters are those of the Go fonts, which come with golang.org/x/image under
// a free licence and know Polish, German and Ukrainian. Glyphs are drawn once and
// kept; of a picture only their placing and the compression are paid.
package picture

import (
	"bufio"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// Width and Height of a picture in pixels: the 1.91 to 1 that those who show
// links expect, no larger than they need.
const (
	Width  = 1000
	Height = 524
)

// Card is what a picture shows.
type Card struct {
	Above, Title, Below string
	Ground              color.RGBA // of the band at the left
}

const (
	band   = 36
	margin = 84
	right  = Width - 56
)

// shades is the number of steps between paper and ink. The letters' edges need no
// more, and with the ground these are more colours than fit in half a byte: the
// encoder takes whole rows of bytes twice as fast as it packs pixels, for a
// fourteenth more of size.
const shades = 16

// Draw writes the picture as PNG.
func Draw(w io.Writer, c Card) error {
	p := painters.Get().(*painter)
	defer painters.Put(p)
	p.paint(c)
	b := bufio.NewWriter(w)
	if err := p.encoder.Encode(b, p.img); err != nil {
		return err
	}
	return b.Flush()
}

// Icon writes a square icon of the size in pixels: the sign of the site, lines of
// text on its colour.
func Icon(w io.Writer, size int, ground color.RGBA) error {
	img := image.NewPaletted(image.Rect(0, 0, size, size), color.Palette{ground, color.White, color.RGBA{0xff, 0xdd, 0, 0xff}})
	bar := func(x0, y0, x1, y1 float64, shade uint8) {
		at := func(f float64) int { return int(f*float64(size) + .5) }
		for y := at(y0); y < at(y1); y++ {
			for x := at(x0); x < at(x1); x++ {
				img.SetColorIndex(x, y, shade)
			}
		}
	}
	bar(.25, .25, .75, .34, 1)
	bar(.25, .455, .6, .545, 1)
	bar(.25, .66, .45, .75, 1)
	bar(.6, .62, .75, .77, 2)
	return png.Encode(w, img)
}

var painters = sync.Pool{New: func() any { return newPainter() }}

// painter holds a picture that is drawn over and over, and the glyphs drawn so far.
type painter struct {
	img     *image.Paletted
	encoder png.Encoder
	buffer  buffer
	large   *letters
	medium  *letters
	small   *letters
}

func newPainter() *painter {
	p := &painter{
		img:     image.NewPaletted(image.Rect(0, 0, Width, Height), nil),
		encoder: png.Encoder{CompressionLevel: png.BestSpeed},
		large:   newLetters(gobold.TTF, 58), medium: newLetters(gobold.TTF, 42), small: newLetters(goregular.TTF, 30),
	}
	p.encoder.BufferPool = &p.buffer
	return p
}

// buffer keeps what compresses a picture for the next.
type buffer struct{ kept *png.EncoderBuffer }

// Get implements png.EncoderBufferPool.
func (b *buffer) Get() *png.EncoderBuffer { return b.kept }

// Put implements png.EncoderBufferPool.
func (b *buffer) Put(kept *png.EncoderBuffer) { b.kept = kept }

func (p *painter) paint(c Card) {
	palette := make(color.Palette, 0, shades+1)
	for i := range shades {
		v := 255 - uint8(i*(255-11)/(shades-1))
		palette = append(palette, color.RGBA{v, v, v, 255})
	}
	p.img.Palette = append(palette, c.Ground)
	clear(p.img.Pix)
	for y := range Height {
		row := p.img.Pix[y*p.img.Stride:]
		for x := range band {
			row[x] = shades
		}
	}

	title := p.large
	lines := title.wrap(c.Title, right-margin, 4)
	if len(lines) > 3 {
		title = p.medium
		lines = title.wrap(c.Title, right-margin, 6)
	}
	y := 96
	for _, l := range p.small.wrap(c.Above, right-margin, 1) {
		p.small.write(p.img, margin, y, l)
	}
	y += 40
	for _, l := range lines {
		y += title.height
		title.write(p.img, margin, y, l)
	}
	below := p.small.wrap(c.Below, right-margin, 2)
	for i, l := range below {
		p.small.write(p.img, margin, Height-40-(len(below)-1-i)*p.small.height, l)
	}
}

// letters are a font at one size with the glyphs that were drawn.
type letters struct {
	face   font.Face
	height int
	drawn  map[rune]*glyph
}

// glyph is a letter in shades of ink, at its place from the pen.
type glyph struct {
	at      image.Point
	width   int
	shade   []uint8
	advance fixed.Int26_6
}

func newLetters(ttf []byte, size float64) *letters {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic(err) // the font is part of the program
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		panic(err)
	}
	return &letters{face: face, height: int(size * 1.22), drawn: map[rune]*glyph{}}
}

// most is the number of different letters that are kept; no alphabet has more.
const most = 600

func (l *letters) glyph(r rune) *glyph {
	if g := l.drawn[r]; g != nil {
		return g
	}
	g := &glyph{}
	box, mask, from, advance, ok := l.face.Glyph(fixed.Point26_6{}, r)
	if !ok && r != '?' {
		return l.glyph('?')
	}
	g.at, g.width, g.advance = box.Min, box.Dx(), advance
	g.shade = make([]uint8, box.Dx()*box.Dy())
	for y := range box.Dy() {
		for x := range box.Dx() {
			_, _, _, a := mask.At(from.X+x, from.Y+y).RGBA()
			g.shade[y*g.width+x] = uint8((a*(shades-1) + 0x7fff) / 0xffff)
		}
	}
	if len(l.drawn) < most {
		l.drawn[r] = g
	}
	return g
}

// write writes a line with its base at y.
func (l *letters) write(img *image.Paletted, x, y int, text string) {
	pen := fixed.I(x)
	for _, r := range text {
		g := l.glyph(r)
		for i, s := range g.shade {
			if s > 0 {
				px, py := pen.Round()+g.at.X+i%g.width, y+g.at.Y+i/g.width
				if (image.Point{px, py}).In(img.Rect) {
					at := img.PixOffset(px, py)
					img.Pix[at] = max(img.Pix[at], s)
				}
			}
		}
		pen += g.advance
	}
}

func (l *letters) long(text string) (n fixed.Int26_6) {
	for _, r := range text {
		n += l.glyph(r).advance
	}
	return n
}

// noBreak is a space at which a line does not end.
const noBreak = '\u00a0'

// wrap breaks a text into at most lines lines of room pixels. What does not fit
// is cut after a word, with an ellipsis: it stands whole on the page.
func (l *letters) wrap(text string, room, lines int) []string {
	var out []string
	now := ""
	limit := fixed.I(room)
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != noBreak }) {
		word = strings.ReplaceAll(word, string(noBreak), " ") // for which the font has no glyph
		next := word
		if now != "" {
			next = now + " " + word
		}
		if l.long(next) <= limit {
			now = next
			continue
		}
		if now != "" {
			out = append(out, now)
		}
		now = l.cut(word, limit)
		if len(out) == lines {
			out[lines-1] = l.cut(out[lines-1]+" …", limit)
			return out
		}
	}
	if now != "" {
		out = append(out, now)
	}
	return out
}

// cut shortens a text that is longer than a line.
func (l *letters) cut(text string, limit fixed.Int26_6) string {
	if l.long(text) <= limit {
		return text
	}
	rs := []rune(strings.TrimSuffix(text, " …"))
	for len(rs) > 0 && l.long(string(rs)+"…") > limit {
		rs = rs[:len(rs)-1]
	}
	return string(rs) + "…"
}
