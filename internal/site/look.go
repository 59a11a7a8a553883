package site

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"strategia/internal/colour"
)

// look plans the style sheet of the site's own colours, where it has any. It
// is named by what it says, as the built-in sheet is.
func (p *planner) look() {
	if p.doc.look == "" {
		return
	}
	p.add(p.doc.look, "", func(s *Site, r *Recorder, w io.Writer) error {
		r.note(FactDocument, "")
		_, err := io.WriteString(w, s.lookSheet())
		return err
	})
}

// lookSheet sets the colours of the screen; paper keeps its own. The colour by
// night is stated or the nearest of the same hue that can be read there.
func (s *Site) lookSheet() string {
	l := s.s.Index.Strategy.Look
	day, ok := colour.Parse(l.Colour)
	if !ok {
		return ""
	}
	night, stated := colour.Parse(l.Dark)
	if !stated {
		night, _ = colour.Readable(day, colour.Text, colour.Dark...)
	}
	set := func(c colour.Colour) string { return ":root{--brand:" + c.String() + ";--link:" + c.String() + "}" }
	return "@media screen{" + set(day) + "}\n@media screen and (prefers-color-scheme:dark){" + set(night) + "}\n"
}

// lookPath is the path of that sheet, or "".
func (s *Site) lookPath() string {
	sheet := s.lookSheet()
	if sheet == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(sheet))
	return "assets/look." + hex.EncodeToString(sum[:4]) + ".css"
}

// emblem is the coat of arms for the header, or nil: only a file of the site's
// own is shown.
func (s *Site) emblem(m *maker) *Emblem {
	l := s.s.Index.Strategy.Look
	if _, ok := s.in.Files[l.Emblem]; !ok {
		return nil
	}
	return &Emblem{Src: m.root + escapePath(l.Emblem), Alt: l.Words}
}
