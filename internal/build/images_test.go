package build

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"strategia/internal/source"
)

func TestImageSize(t *testing.T) {
	im := image.NewPaletted(image.Rect(0, 0, 40, 30), nil)
	rgb := image.NewRGBA(im.Rect)
	var p, j, g bytes.Buffer
	if err := png.Encode(&p, rgb); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&j, rgb, nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&g, rgb, nil); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		bytes         string
		width, height int
	}{
		"a.png":   {p.String(), 40, 30},
		"a.JPG":   {j.String(), 40, 30},
		"a.gif":   {g.String(), 40, 30},
		"cut.png": {p.String()[:10], 0, 0},
		"a.svg":   {`<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg" width="120.4px" height="60"/>`, 120, 60},
		"box.svg": {`<svg viewBox="0 0 300,150" width="100%">`, 300, 150},
		"mm.svg":  {`<svg width="10mm" height="10mm">`, 0, 0},
		"big.svg": {`<svg width="1e300" height="-4">`, 0, 0},
		"bad.svg": {`<svg `, 0, 0},
		"a.pdf":   {p.String(), 0, 0},
	} {
		if w, h := imageSize(source.NewFile(name, []byte(c.bytes))); w != c.width || h != c.height {
			t.Errorf("%s: %d×%d, want %d×%d", name, w, h, c.width, c.height)
		}
	}
}

// The page is made again when the image has another size.
func TestImageSizeInPage(t *testing.T) {
	files := fstest.MapFS{}
	set(files, "content/index.md", "---\ntitle: T\n---\n![opis](m.svg)\n")
	set(files, "content/m.svg", `<svg viewBox="0 0 30 20"/>`)
	s := sessionOf(files)
	if got := snapshot(t, s)["index.html"]; !strings.Contains(string(got), `src="m.svg" width="30" height="20" alt="opis"`) {
		t.Errorf("no size in %s", got)
	}
	set(files, "content/m.svg", `<svg viewBox="0 0 30 40"/>`)
	if got := snapshot(t, s)["index.html"]; !strings.Contains(string(got), `height="40"`) {
		t.Errorf("the old size in %s", got)
	}
}
