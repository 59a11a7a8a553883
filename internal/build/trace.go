package build

import (
	"bytes"
	"cmp"
	"strconv"

	"strategia/internal/markdown"
	"strategia/internal/site"
)

// Place is a place in the sources and where on the site it is read.
type Place struct {
	Path string // of the source file
	Line int    // from 1
	Page string // the artefact that holds the text
	// Anchor is the section's id on the page, "" outside any.
	Anchor string
	// Label is the section's number, or what else names it best.
	Label string
}

// Edited returns the first place at which the text at path is another than it
// was in old. A text without a difference in its body differs in its front
// matter, on the first line. It returns false for what is no text of the site.
func (b *Build) Edited(old *Build, path string) (Place, bool) {
	t, ok := b.Strategy.FindFile(path, "")
	if !ok {
		return Place{}, false
	}
	e := t.Entry
	p := Place{Path: path, Line: 1, Page: b.Site.PageOf(e), Label: cmp.Or(e.Number, e.Short, e.Title)}
	now := b.prose(e, new([]byte))
	var was []byte
	if t, ok := old.Strategy.FindFile(path, ""); ok {
		was = old.prose(t.Entry, new([]byte))
	}
	same := commonPrefix(withoutLines(was), withoutLines(now))
	if same < 0 {
		return p, true
	}
	section := 0
	markdown.Splice(nil, now, func(dst []byte, kind byte, arg []byte) []byte {
		if kind == markdown.SlotLine {
			// The slot stands within its tag: what counts is where that begins.
			if bytes.LastIndexByte(dst, '<') <= same {
				p.Line, _ = strconv.Atoi(string(arg))
			}
			return dst
		}
		if len(dst) > same {
			return append(dst, arg...)
		}
		switch kind {
		case markdown.SlotBlock:
			arg, line, _ := bytes.Cut(arg, []byte("|"))
			p.Line, _ = strconv.Atoi(string(line))
			return append(dst, arg...)
		case markdown.SlotID:
			if section < len(e.Sections) && string(arg) == e.Sections[section].Anchor {
				s := e.Sections[section]
				p.Anchor, p.Label = s.Anchor, cmp.Or(s.Cite, s.Title)
				section++
			}
		}
		return append(dst, arg...)
	})
	return p, true
}

// withoutLines returns a body in which only what readers see is left of slots.
func withoutLines(prose []byte) []byte {
	return markdown.Splice(nil, prose, func(dst []byte, kind byte, arg []byte) []byte {
		switch kind {
		case markdown.SlotLine:
			return dst
		case markdown.SlotBlock:
			arg, _, _ = bytes.Cut(arg, []byte("|"))
		}
		return append(dst, arg...)
	})
}

// commonPrefix returns how many bytes two texts have in common at their start,
// -1 if they are the same.
func commonPrefix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n == len(a) && n == len(b) {
		return -1
	}
	return n
}

// Origin returns the place in the sources, file and line, to which readers owe
// what stands at an address of the site.
func (b *Build) Origin(page, fragment string) (path string, line int) {
	at := b.Site.Origin(page, fragment)
	f := b.session.File(at.Path)
	if f == nil {
		return at.Path, 1
	}
	if at.Key != "" {
		at.Start, _ = markdown.Locate(f, at.Key)
	}
	return at.Path, f.Position(at.Start).Line
}

// Outdated returns the facts on account of which the artefact at name, as it is
// kept, must be made again; none if it is not kept.
func (b *Build) Outdated(name string) []site.FactName {
	b.session.making.Lock()
	old := b.session.made[name]
	b.session.making.Unlock()
	if old == nil {
		return nil
	}
	var out []site.FactName
	for i, f := range old.facts {
		if b.Site.Sum(b.Site.Fact(f)) != old.sums[i] {
			out = append(out, f)
		}
	}
	return out
}

// keepMade is how many bytes of artefacts a session keeps: enough for all that
// anybody has open, and bounded however long it lives and whatever is asked for.
const keepMade = 64 << 20

func (m *made) size() int { return len(m.bytes) + 64*len(m.facts) }

// keep keeps an artefact that was made, and drops others where they get too many.
func (s *Session) keep(name string, m *made) {
	s.making.Lock()
	defer s.making.Unlock()
	if old := s.made[name]; old != nil {
		s.madeSize -= old.size()
	}
	s.made[name] = m
	s.madeSize += m.size()
	for other, o := range s.made {
		if s.madeSize <= keepMade {
			return
		}
		if other != name {
			s.madeSize -= o.size()
			delete(s.made, other)
		}
	}
}

// Kept returns how many artefacts the session keeps in memory, and their bytes.
func (s *Session) Kept() (artefacts, bytes int) {
	s.making.Lock()
	defer s.making.Unlock()
	return len(s.made), s.madeSize
}

// Trim drops what the session keeps of artefacts that this build has no more.
func (b *Build) Trim() {
	s := b.session
	s.making.Lock()
	defer s.making.Unlock()
	for name, m := range s.made {
		if b.Site.Find(name) == nil {
			s.madeSize -= m.size()
			delete(s.made, name)
		}
	}
}
