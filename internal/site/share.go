package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"image/color"
	"io"
	"slices"
	"strings"

	"strategia/internal/colour"
	"strategia/internal/picture"
	"strategia/internal/strategy"
)

// What other programs read of the pages: pictures for those who show links, the
// icons and the manifest of the site.

// mostPictures is the number of chapters and goals up to which each has a picture
// of its own; with more of them all share that of the document, as drawing costs
// a few milliseconds each.
const mostPictures = 300

// pictures plans the pictures by which links are shown. They are named by
// what they show, so one that is there need never be drawn again. Without the
// site's address there are none: og:image takes only a full one.
func (p *planner) pictures() {
	if p.doc.base == "" {
		return
	}
	p.addPicture(p.documentPicture())
	if !p.ownPictures() {
		return
	}
	for _, list := range [][]*strategy.Entry{p.s.Chapters, p.s.Goals, p.s.Translations} {
		for _, e := range list {
			if !p.pictured(e) {
				continue
			}
			p.addPicture(p.unrecorded().entryPicture(e))
		}
	}
}

// unrecorded makes what belongs to the plan and not to an artefact.
func (p *planner) unrecorded() *maker { return &maker{Recorder: &Recorder{s: p.Site}, shown: true} }

// picturesAgain plans the pictures that differ after changes: gone are those of
// the site before, come of the one now. It reports false where all are to be
// planned from nothing.
func (gone *planner) picturesAgain(come *planner, changes []strategy.Change) bool {
	was, is := gone.documentPicture(), come.documentPicture()
	switch {
	case come.doc.base == "":
		return true
	case was != is && come.ownPictures():
		return false
	case was != is:
		gone.addPicture(was)
		come.addPicture(is)
	}
	for _, c := range changes {
		if c.Moves() {
			if gone.ownPictures() || come.ownPictures() {
				return false
			}
		} else if come.pictured(c.New) && gone.unrecorded().entryPicture(c.Old) != come.unrecorded().entryPicture(c.New) {
			return false
		}
	}
	return true
}

// pictured reports whether the page of e has a picture of its own.
func (s *Site) pictured(e *strategy.Entry) bool {
	return (e.Kind == strategy.KindChapter || e.Kind == strategy.KindGoal) && s.ownPictures()
}

func (s *Site) ownPictures() bool { return len(s.s.Chapters)+len(s.s.Goals) <= mostPictures }

func (p *planner) addPicture(c picture.Card) {
	path := p.picturePath(c)
	if p.sealed[path] {
		return // two pages of one title share it
	}
	if p.sealed == nil {
		p.sealed = map[string]bool{}
	}
	p.sealed[path] = true
	p.add(path, "", func(_ *Site, _ *Recorder, w io.Writer) error { return picture.Draw(w, c) })
	p.out[len(p.out)-1].Sealed = true
}

// pictureVersion is part of the name of every picture: it changes when the way
// they are drawn does.
const pictureVersion = "2"

func (s *Site) picturePath(c picture.Card) string {
	h := sha256.New()
	for _, part := range []string{pictureVersion, c.Above, c.Title, c.Below, string([]byte{c.Ground.R, c.Ground.G, c.Ground.B})} {
		io.WriteString(h, part)
		h.Write([]byte{0})
	}
	return s.Words().Get("path.picture") + "/" + hex.EncodeToString(h.Sum(nil)[:8]) + ".png"
}

func (s *Site) documentPicture() picture.Card {
	return picture.Card{Above: s.doc.body, Title: s.doc.title, Below: strings.TrimSuffix(basePath(s.doc.base), "/"), Ground: rgb(s.doc.theme)}
}

// entryPicture is the picture of an entity's page.
func (m *maker) entryPicture(e *strategy.Entry) picture.Card {
	c, _ := m.card(e.Ref())
	above := c.Label
	if c.Number != "" {
		above += " " + c.Number
	}
	return picture.Card{Above: capital(above), Title: cmpOr(c.Short, c.Title), Below: m.s.doc.title, Ground: rgb(m.s.doc.theme)}
}

// picture is the full address of the picture of the page of e, or of the
// document's for nil; "" without an address of the site.
func (m *maker) picture(e *strategy.Entry) string {
	if m.s.doc.base == "" {
		return ""
	}
	if e == nil || !m.s.pictured(e) {
		return m.s.doc.base + m.s.picturePath(m.s.documentPicture())
	}
	return m.s.doc.base + m.s.picturePath(m.entryPicture(e))
}

// rgb reads a colour "#003a75", which is known to be one.
func rgb(s string) color.RGBA {
	c, _ := colour.Parse(s)
	return color.RGBA{c.R, c.G, c.B, 255}
}

// iconSizes are those that phones ask for: Apple's, and the manifest's two.
var iconSizes = []int{180, 192, 512}

// icons plans the icons that the site doesn't bring itself, and the manifest.
// A browser asks for a manifest only over http, so a site that has no address,
// and may be read from a folder, does without.
func (p *planner) icons() {
	for _, size := range iconSizes {
		if p.ownIcon(size) {
			continue
		}
		p.add(iconPath(size), "", func(s *Site, r *Recorder, w io.Writer) error {
			r.note(FactDocument, "")
			return picture.Icon(w, size, rgb(s.doc.theme))
		})
	}
	if p.doc.base != "" {
		p.add(manifestPath, "", (*Site).writeManifest)
	}
}

// ownIcon reports whether the site brings the icon of a size itself.
func (s *Site) ownIcon(size int) bool {
	_, own := s.in.Files[iconPath(size)]
	return own
}

// iconsAgain reports whether the icons planned before are those of the site now.
func (gone *planner) iconsAgain(come *planner) bool {
	return !slices.ContainsFunc(iconSizes, func(size int) bool { return gone.ownIcon(size) != come.ownIcon(size) })
}

const manifestPath = "manifest.webmanifest"

func iconPath(size int) string { return "assets/icon-" + itoa(size) + ".png" }

// manifest is the application manifest of W3C, as far as a document has use for it.
type manifest struct {
	Name       string         `json:"name"`
	ShortName  string         `json:"short_name"`
	Lang       string         `json:"lang"`
	Start      string         `json:"start_url"`
	Scope      string         `json:"scope"`
	Display    string         `json:"display"`
	Theme      string         `json:"theme_color"`
	Background string         `json:"background_color"`
	Icons      []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Src   string `json:"src"`
	Sizes string `json:"sizes"`
	Type  string `json:"type"`
}

func (s *Site) writeManifest(r *Recorder, w io.Writer) error {
	r.note(FactDocument, "")
	m := manifest{
		Name: s.doc.title, ShortName: s.doc.cite, Lang: s.doc.lang, Start: "index.html", Scope: "./", Display: "minimal-ui",
		Theme: s.doc.theme, Background: "#ffffff", Icons: []manifestIcon{{"assets/icon.svg", "any", "image/svg+xml"}},
	}
	for _, size := range iconSizes[1:] {
		m.Icons = append(m.Icons, manifestIcon{iconPath(size), itoa(size) + "x" + itoa(size), "image/png"})
	}
	return writeIndented(w, m)
}

func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}
