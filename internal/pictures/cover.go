package main

import (
	"bytes"
	"cmp"
	"context"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"slices"
)

// cover puts the picture of README.md together: the front page on a desk, and a
// goal's page on a telephone beside it.
func cover(ctx context.Context, base string) error {
	if err := scheme(ctx, "light"); err != nil {
		return err
	}
	const wide, narrow, high, gap = 900, 360, 760, 30
	canvas := image.NewRGBA(image.Rect(0, 0, wide+narrow+3*gap, high+2*gap))
	draw.Draw(canvas, canvas.Bounds(), image.NewUniform(color.RGBA{0xe3, 0xe7, 0xec, 0xff}), image.Point{}, draw.Src)
	for page, width := range map[string]int{"index.html": wide, "cel/synergia.html": narrow} {
		shot, err := shoot(ctx, base+page, int64(width), high, 1)
		if err != nil {
			return err
		}
		img, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			return err
		}
		at := image.Pt(gap, gap)
		if width == narrow {
			at.X = wide + 2*gap
		}
		draw.Draw(canvas, image.Rectangle{at, at.Add(image.Pt(width, high))}, img, image.Point{}, draw.Src)
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, reduce(canvas)); err != nil {
		return err
	}
	return os.WriteFile(readme, b.Bytes(), 0o644)
}

// reduce gives a picture the 256 colours that it uses most: enough for text on
// paper, and a third of the size.
func reduce(img *image.RGBA) *image.Paletted {
	uses := map[color.RGBA]int{}
	for i := 0; i < len(img.Pix); i += 4 {
		uses[color.RGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], 0xff}]++
	}
	order := slices.SortedFunc(maps.Keys(uses), func(a, b color.RGBA) int {
		return cmp.Or(uses[b]-uses[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var palette color.Palette
	for _, c := range order[:min(256, len(order))] {
		palette = append(palette, c)
	}
	nearest := map[color.RGBA]uint8{}
	for c := range uses {
		nearest[c] = uint8(palette.Index(c))
	}
	out := image.NewPaletted(img.Bounds(), palette)
	for i := range out.Pix {
		out.Pix[i] = nearest[color.RGBA{img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2], 0xff}]
	}
	return out
}
