package build

import (
	"bytes"
	"encoding/xml"
	"image"
	_ "image/gif" // for imageSize
	_ "image/jpeg"
	_ "image/png"
	"path"
	"strconv"
	"strings"

	_ "golang.org/x/image/webp"

	"strategia/internal/source"
)

// imageSize returns the width and height of an image in CSS pixels, read from
// its head, or 0, 0 for what is no image or doesn't say.
func imageSize(f *source.File) (width, height int) {
	switch strings.ToLower(path.Ext(f.Path)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp":
		c, _, err := image.DecodeConfig(bytes.NewReader(f.Bytes))
		if err != nil {
			return 0, 0
		}
		return c.Width, c.Height
	case ".svg":
		return drawingSize(f.Bytes)
	}
	return 0, 0
}

// drawingSize returns the size that the root element of an SVG states, or that
// of its view box.
func drawingSize(svg []byte) (width, height int) {
	d := xml.NewDecoder(bytes.NewReader(svg[:min(len(svg), 64<<10)]))
	for {
		t, err := d.RawToken()
		if err != nil {
			return 0, 0
		}
		root, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		var box []string
		for _, a := range root.Attr {
			switch a.Name.Local {
			case "width":
				width = pixels(a.Value)
			case "height":
				height = pixels(a.Value)
			case "viewBox":
				box = strings.FieldsFunc(a.Value, func(c rune) bool { return c == ' ' || c == ',' })
			}
		}
		if (width == 0 || height == 0) && len(box) == 4 {
			return pixels(box[2]), pixels(box[3])
		}
		return width, height
	}
}

// pixels reads a length in pixels, "120" or "120.5px"; 0 if it is in another unit.
func pixels(s string) int {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || v < 1 || v > 1<<16 {
		return 0
	}
	return int(v + .5)
}
