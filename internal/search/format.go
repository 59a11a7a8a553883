package search

import (
	"math/bits"
	"slices"
)

// The kinds of what is coded.
const (
	codeCount = iota
	codeByte
	codeParadigm
	codeGroup
	codeUnit
	codeSurface
	codeShape
	codeSeparator
	codeKnot
	codeLetter
)

// The walk below writes an index when the model writes and reads it when the
// model reads; the script has the same walk, reading. What is numbered in the
// order in which the walk comes by it is written where it is new.

// Stream writes the index.
func (x *Index) Stream() []byte {
	m := newModel(nil)
	x.copy().walk(m)
	return m.finish()
}

// copy is an index that a walk may touch while others read this one.
func (x *Index) copy() *Index {
	y := &Index{
		texts: slices.Clone(x.texts), paradigms: slices.Clone(x.paradigms), entries: slices.Clone(x.entries),
		stream: slices.Clone(x.stream), surfaces: slices.Clone(x.surfaces), surface: slices.Clone(x.surface),
		separators: slices.Clone(x.separators), separator: slices.Clone(x.separator),
	}
	for _, set := range x.units {
		y.units = append(y.units, slices.Clone(set))
	}
	return y
}

// Open reads an index. What is no index gives one of which nothing can be said;
// Open is for what Stream wrote.
func Open(stream []byte) *Index {
	x := &Index{}
	x.walk(newModel(append([]byte{}, stream...)))
	return x
}

func (x *Index) walk(m *model) {
	x.walkParadigms(m)
	n := m.count(len(x.entries))
	grow(&x.entries, n)
	before := ""
	x.groups = 0
	for i := range x.entries {
		x.walkEntry(m, &x.entries[i], before)
		before = x.entries[i].stem
	}
	n = m.count(len(x.units))
	grow(&x.units, n)
	for i := range x.units {
		n := m.count(len(x.units[i]))
		grow(&x.units[i], n)
		for j := range x.units[i] {
			x.units[i][j] = m.symbol(x.units[i][j], width(x.groups), codeGroup, 1, 1)
		}
	}
	x.byGroup = make([][]int32, x.groups)
	for i, e := range x.entries {
		x.byGroup[e.group] = append(x.byGroup[e.group], int32(i))
	}
	x.met = met{surfaces: make([][]int32, x.groups+len(x.units)), behind: make([]int32, 1<<followersBits)}
	x.walkTexts(m)
}

// width is how many bits a number below n has.
func width(n int) int { return bits.Len(uint(max(n-1, 1))) }

// grow makes room for what is about to be read.
func grow[T any](s *[]T, n int) {
	if *s == nil && n > 0 {
		*s = make([]T, n)
	}
}

func (m *model) count(n int) int { return m.number(n, codeCount, 0, 0) }

// text codes a string by what it shares with the one before it, then the rest,
// ended by a NUL, from the three bytes before each. The kind keeps apart strings
// of different sorts.
func (m *model) text(s *string, before string, kind uint32) {
	same := 0
	for m.writing && same < min(len(before), len(*s), 254) && before[same] == (*s)[same] {
		same++
	}
	same = m.symbol(same, 8, codeCount, kind, uint32(len(before))<<8+kind)
	b := append([]byte{}, before[:same]...)
	c := last3(b)
	for {
		next := 0
		if m.writing && len(b) < len(*s) {
			next = int((*s)[len(b)])
		}
		next = m.symbol(next, 8, codeByte, c&0xFF<<8+kind, c&0xFFFF<<8+kind)
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

// last3 are the last three bytes of s as a number.
func last3[S ~string | ~[]byte](s S) uint32 {
	var c uint32
	for i := max(0, len(s)-3); i < len(s); i++ {
		c = c<<8 | uint32(s[i])
	}
	return c
}

// walkEntry codes a stem, the paradigm by the stem's last letters, and its group,
// which is a new one but for words that have two stems.
func (x *Index) walkEntry(m *model, e *entry, before string) {
	m.text(&e.stem, before, 1)
	c := last3(e.stem)
	e.paradigm = m.symbol(e.paradigm, width(len(x.paradigms)), codeParadigm, c&0xFF, c&0xFFFF)
	e.group = x.groups - m.number(x.groups-e.group, codeGroup, 0, 0)
	if e.group == x.groups {
		x.groups++
	}
}

func (x *Index) walkTexts(m *model) {
	n := m.count(len(x.texts))
	grow(&x.texts, n)
	at, before := 0, ""
	from := x.walkCounts(m)
	for i := range x.texts {
		t := &x.texts[i]
		t.kind = Kind(m.symbol(int(t.kind), 3, codeCount, 5, 5))
		m.text(&t.address, before, 2)
		before = t.address
		t.start = at
		t.heading = at + m.count(t.heading-at)
		t.end = t.heading + m.count(t.end-t.heading)
		if !m.writing {
			x.room(t.end - at)
		}
		for ; at < t.end; at++ {
			x.walkUnit(m, at, from)
		}
		for i := t.start; i < at; i++ {
			after := uint32(0)
			if i+1 < at {
				after = uint32(x.stream[i+1])
			}
			x.walkSpelling(m, i, i > t.start, after)
		}
	}
}

// walkCounts codes how often each unit stands in the texts. It returns, for every
// unit, how many places those before it have.
func (x *Index) walkCounts(m *model) []uint32 {
	units := x.groups + len(x.units)
	counts := make([]int, units)
	for _, u := range x.stream {
		counts[u]++
	}
	from := make([]uint32, units+1)
	for u := range counts {
		from[u+1] = from[u] + uint32(m.number(counts[u], codeUnit, 0, 0))
	}
	return from
}

// walkUnit codes which word stands at a place: the one that stood behind the two
// words before it when they were met last, or any, by how often each does.
func (x *Index) walkUnit(m *model, at int, from []uint32) {
	var u1, u2 int32
	if at > 1 {
		u1, u2 = x.stream[at-1], x.stream[at-2]
	}
	pair, one := followers(u2, u1), followers(-1, u1)
	guess := x.met.behind[pair]
	if guess == 0 {
		guess = x.met.behind[one]
	}
	if guess > 0 {
		same := 0
		if x.stream[at] == guess-1 {
			same = 1
		}
		if m.symbol(same, 1, codeUnit, uint32(u1), uint32(guess)) == 1 {
			x.stream[at] = guess - 1
			x.met.behind[pair] = guess
			return
		}
	}
	x.walkAny(m, at, from)
	x.met.behind[pair], x.met.behind[one] = x.stream[at]+1, x.stream[at]+1
}

// followersBits is the size of the table of what followed two words. Two pairs may
// share a place there, which only makes a guess worse.
const followersBits = 17

func followers(u2, u1 int32) uint32 {
	return (uint32(u2)*7777777 + uint32(u1)) * golden >> (32 - followersBits)
}

func (x *Index) walkAny(m *model, at int, from []uint32) {
	all := from[len(from)-1]
	if !m.writing {
		u, found := slices.BinarySearch(from, m.share(all))
		for found && u+1 < len(from)-1 && from[u+1] == from[u] {
			u++ // past units of which there are none
		}
		if !found {
			u--
		}
		x.stream[at] = int32(u)
	}
	u := x.stream[at]
	m.took(from[u], from[u+1]-from[u], all)
}

// walkSpelling codes how the word at a place is written and what stands behind it.
// within says that it isn't the first of its text, after is the unit that follows.
func (x *Index) walkSpelling(m *model, at int, within bool, after uint32) {
	u, sep, before := uint32(x.stream[at]), uint32(0), uint32(0)
	if within {
		sep, before = uint32(x.separator[at-1]), uint32(x.stream[at-1])
	}
	x.walkSurface(m, at, sep, before)
	n := m.number(int(x.separator[at]), codeSeparator, sep+u<<8, after)
	if n == x.met.separators {
		x.met.separators++
		if !m.writing {
			x.separators = append(x.separators, "")
		}
		m.text(&x.separators[n], "", 3)
	}
	x.separator[at] = int32(n)
}

// walkSurface codes which of a word's spellings stands at a place. A new one is
// told by its stem, its ending and the shape of its letters.
func (x *Index) walkSurface(m *model, at int, sep, before uint32) {
	u := x.stream[at]
	met := x.met.surfaces[u]
	place := len(met)
	if m.writing {
		if i := slices.Index(met, x.surface[at]); i >= 0 {
			place = i
		}
	}
	if len(met) > 0 {
		place = m.number(place, codeSurface, uint32(u)<<8+uint32(len(met)), uint32(u)<<8+sep)
	}
	if place < len(met) {
		x.surface[at] = met[place]
		return
	}
	if !m.writing {
		x.surface[at] = int32(len(x.surfaces))
		x.surfaces = append(x.surfaces, surface{})
	}
	x.met.surfaces[u] = append(met, x.surface[at])
	s := &x.surfaces[x.surface[at]]
	s.entry = m.number(s.entry, codeShape, 1, 1)
	e := x.entries[x.entriesOf(int(u))[s.entry]]
	p := x.paradigms[e.paradigm]
	s.ending = m.symbol(s.ending, width(len(p)), codeShape, uint32(e.paradigm)<<8, 2)
	s.shape = m.symbol(s.shape, 2, codeShape, sep, 3)
	if s.shape == shapeOther {
		m.text(&s.word, "", 4)
	} else if !m.writing {
		s.word = shaped(e.stem+p[s.ending], s.shape)
	}
}

// met is what a walk has come by.
type met struct {
	surfaces   [][]int32 // by unit
	separators int
	behind     []int32 // what followed, plus 1
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
}
