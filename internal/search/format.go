package search

import (
	"math/bits"
	"slices"
)

// The kinds of what is coded; each has its own weights of contexts.
const (
	codeCount = iota
	codeByte
	codeParadigm
	codeGroup
	codeUnit
	codeSurface
	codeCapital
	codeSeparator
	codeText
	codeKnot
	codeLetter
)

// The walk below writes an index when the model writes and reads it when the
// model reads; the script has the same walk, reading. An index is two streams:
// the first holds what an answer needs, the second the spelling of the words, of
// which excerpts are made.

func (x *Index) walk(m *model) {
	x.walkParadigms(m)
	n := m.count(len(x.entries), 0)
	grow(&x.entries, n)
	before := ""
	x.groups = 0
	for i := range x.entries {
		x.walkEntry(m, &x.entries[i], before)
		before = x.entries[i].stem
	}
	n = m.count(len(x.units), 0)
	grow(&x.units, n)
	for i := range x.units {
		n := m.count(len(x.units[i]), 1)
		grow(&x.units[i], n)
		for j := range x.units[i] {
			x.units[i][j] = m.symbol(x.units[i][j], width(x.groups), codeGroup, [contexts]uint32{1, 2, 3, 4})
		}
	}
	x.prepare()
	x.met = met{surfaces: make([][]int32, x.groups+len(x.units))}
	x.walkTexts(m)
}

// width is how many bits a number below n has.
func width(n int) int { return bits.Len(uint(max(n-1, 1))) }

func grow[T any](s *[]T, n int) {
	if *s == nil && n > 0 {
		*s = make([]T, n)
	}
}

func (m *model) count(n, kind int) int {
	k := uint32(kind)
	return m.number(n, codeCount, [contexts]uint32{k, k + 100, k + 200, k + 300})
}

// text codes a string, ended by a NUL, from the three bytes before each; before is
// what stands before the string.
func (m *model) text(s *string, before string, kind uint32) {
	c := last3(before)
	var b []byte
	for i := 0; ; i++ {
		next := 0
		if m.writing && i < len(*s) {
			next = int((*s)[i])
		}
		next = m.symbol(next, 8, codeByte, [contexts]uint32{kind, kind + c&0xFF<<8, kind + c&0xFFFF<<8, (kind + c<<8) * 0x9E3779B1})
		if next == 0 {
			break
		}
		b = append(b, byte(next))
		c = c<<8&0xFFFFFF | uint32(next)
	}
	if !m.writing {
		*s = string(b)
	}
}

// walkEntry codes a stem by what it shares with the one before, the paradigm by
// the stem's last letters, and its group, which is a new one but for words that
// have two stems.
func (x *Index) walkEntry(m *model, e *entry, before string) {
	same := 0
	if m.writing {
		for same < min(len(before), len(e.stem), 254) && before[same] == e.stem[same] {
			same++
		}
	}
	l := uint32(len(before))
	same = m.symbol(same, 8, codeCount, [contexts]uint32{7, 8 + l<<8, 9, 10})
	rest := ""
	if m.writing {
		rest = e.stem[same:]
	}
	m.text(&rest, before[:same], 3)
	e.stem = before[:same] + rest
	c := last3(e.stem)
	e.paradigm = m.symbol(e.paradigm, width(len(x.paradigms)), codeParadigm, [contexts]uint32{0, c & 0xFF, c & 0xFFFF, c})
	e.group = x.groups - m.number(x.groups-e.group, codeGroup, [contexts]uint32{0, 1, 2, 3})
	if e.group == x.groups {
		x.groups++
	}
}

// last3 are the last three bytes of s.
func last3(s string) uint32 {
	var c uint32
	for i := max(0, len(s)-3); i < len(s); i++ {
		c = c<<8 | uint32(s[i])
	}
	return c
}

func (x *Index) walkTexts(m *model) {
	n := m.count(len(x.texts), 0)
	grow(&x.texts, n)
	page, at := -1, 0
	for i := range x.texts {
		t := &x.texts[i]
		t.kind = Kind(m.symbol(int(t.kind), 3, codeText, [contexts]uint32{0, 1, 2, 3}))
		page = x.walkPage(m, t, page)
		m.text(&t.anchor, "", 5)
		t.start = at
		t.heading = at + m.count(t.heading-at, 2)
		t.end = t.heading + m.count(t.end-t.heading, 3)
		if !m.writing {
			x.room(t.end - at)
		}
		for ; at < t.end; at++ {
			x.walkUnit(m, at, t)
			if at < t.heading {
				x.walkSpelling(m, at, at > t.start, 0)
			}
		}
	}
}

// walkPage codes the page of a text: that of the one before, a new one, or one
// that was met.
func (x *Index) walkPage(m *model, t *text, before int) int {
	const same, next, other = 0, 1, 2
	how := other
	switch {
	case t.page == before:
		how = same
	case t.page == x.met.pages:
		how = next
	}
	switch m.symbol(how, 2, codeText, [contexts]uint32{4, 5, 6, 7}) {
	case same:
		t.page = before
	case next:
		t.page = x.met.pages
		x.met.pages++
		if !m.writing {
			x.pages = append(x.pages, "")
		}
		m.text(&x.pages[t.page], "", 4)
	default:
		t.page = m.count(t.page, 4)
	}
	return t.page
}

// walkUnit codes which word stands at a place, from the words before it and from
// those that its page holds.
func (x *Index) walkUnit(m *model, at int, t *text) {
	var u1, u2 uint32
	if at > 0 {
		u1 = uint32(x.stream[at-1]) + 1
	}
	if at > 1 {
		u2 = uint32(x.stream[at-2]) + 1
	}
	x.stream[at] = int32(m.symbol(int(x.stream[at]), width(x.groups+len(x.units)), codeUnit, [contexts]uint32{0, u1, u1*0x9E3779B1 + u2, uint32(t.page)}))
}

// walkSpelling codes how the word at a place is written and what stands behind
// it; within says that it isn't the first of its text, after is the unit that follows, where it is known, plus 1.
func (x *Index) walkSpelling(m *model, at int, within bool, after uint32) {
	u := int(x.stream[at])
	x.walkSurface(m, at, u)
	sep, unit := uint32(0), uint32(u)
	if within {
		sep = uint32(x.separator[at-1])
	}
	c := m.symbol(int(x.capitals[at]), 2, codeCapital, [contexts]uint32{sep, unit, sep + unit<<8, uint32(x.surface[at])})
	x.capitals[at] = uint8(c)
	if c == capitalsMixed {
		s := x.mixed[at]
		m.text(&s, "", 6)
		x.mixed[at] = s
	}
	x.walkSeparator(m, at, [contexts]uint32{sep, unit, after, sep + unit<<8})
}

// walkSurface codes which of a word's forms stands at a place. Those that were met
// are numbered; a new one is told by its stem and ending.
func (x *Index) walkSurface(m *model, at, u int) {
	met := x.met.surfaces[u]
	place := len(met)
	if m.writing {
		if i := slices.Index(met, x.surface[at]); i >= 0 {
			place = i
		}
	}
	var before uint32
	if at > 0 {
		before = uint32(x.stream[at-1]) + 1
	}
	if len(met) > 0 {
		ctx := uint32(u)
		place = m.number(place, codeSurface, [contexts]uint32{uint32(min(len(met), 7)), ctx<<3 + 7, ctx<<3 + before<<12, before<<3 + 5})
	}
	if place < len(met) {
		x.surface[at] = met[place]
		return
	}
	var s surface
	if m.writing {
		s = x.surfaces[x.surface[at]]
	} else {
		x.surface[at] = int32(len(x.surfaces))
	}
	of := x.entriesOf(u)
	if len(of) > 1 {
		s.entry = m.number(s.entry, codeText, [contexts]uint32{12, 13, 14, 15})
	}
	e := x.entries[of[s.entry]]
	p := x.paradigms[e.paradigm]
	if len(p) > 1 {
		ctx := uint32(e.paradigm) << 8
		s.ending = m.symbol(s.ending, width(len(p)), codeText, [contexts]uint32{16, ctx + 17, ctx + 18, before<<8 + 19})
	}
	x.met.surfaces[u] = append(met, x.surface[at])
	if !m.writing {
		s.word = e.stem + p[s.ending]
		x.surfaces = append(x.surfaces, s)
	}
}

// walkSeparator codes what stands behind a word.
func (x *Index) walkSeparator(m *model, at int, h [contexts]uint32) {
	n := m.number(int(x.separator[at]), codeSeparator, h)
	if n == x.met.separators {
		x.met.separators++
		if !m.writing {
			x.separators = append(x.separators, "")
		}
		m.text(&x.separators[n], "", 7)
	}
	x.separator[at] = int32(n)
}

// walkRest codes the second stream: how the words are written.
func (x *Index) walkRest(m *model) {
	for i := range x.texts {
		t := &x.texts[i]
		for at := t.heading; at < t.end; at++ {
			after := uint32(0)
			if at+1 < t.end {
				after = uint32(x.stream[at+1]) + 1
			}
			x.walkSpelling(m, at, at > t.start, after)
		}
	}
}

// met is what a walk has come by.
type met struct {
	pages      int
	surfaces   [][]int32 // by unit
	separators int
}

// prepare makes room for what the table promises.
func (x *Index) prepare() {
	x.byGroup = make([][]int32, x.groups)
	for i, e := range x.entries {
		x.byGroup[e.group] = append(x.byGroup[e.group], int32(i))
	}
}

// entriesOf returns the entries of a unit.
func (x *Index) entriesOf(unit int) []int32 {
	if unit < x.groups {
		return x.byGroup[unit]
	}
	var out []int32
	for _, g := range x.units[unit-x.groups] {
		out = append(out, x.byGroup[g]...)
	}
	return out
}

// room makes room for the words of a text that is being read.
func (x *Index) room(n int) {
	x.stream = append(x.stream, make([]int32, n)...)
	x.surface = append(x.surface, make([]int32, n)...)
	x.separator = append(x.separator, make([]int32, n)...)
	x.capitals = append(x.capitals, make([]uint8, n)...)
}

// Streams writes the index: what an answer needs, and what excerpts need.
func (x *Index) Streams() (answers, excerpts []byte) {
	m := newModel(nil)
	x.walk(m)
	answers = m.finish()
	x.walkRest(m)
	return answers, m.finish()
}

// Open reads an index.
func Open(answers, excerpts []byte) *Index {
	x := &Index{mixed: map[int]string{}}
	m := newModel(answers)
	x.walk(m)
	m.more(excerpts)
	x.walkRest(m)
	return x
}
