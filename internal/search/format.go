package search

import (
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// codeKind is a kind of what is coded; each has contexts of its own.
type codeKind uint32

const (
	codeCount codeKind = iota
	codeSame
	codeLetter
	codeParadigm
	codeEnding
	codeSeparator
	codeKnot
	codeEdge
	codeEdgeAny
	codeKinds
)

// The contexts of codeCount: of numbers, and of what was met in no context of its
// own.
const (
	countMany = iota
	countGroup
	countUnit
	countSurfaces
	countEntry
	countShape
	countPlaces
	countKind
	countHeading
	countBody
	anyLetter
	anyNumber
	anyEnding
	anyParadigm
	anyKnot
	anySeparator
)

// The walk below writes an index when the coder writes and reads it when the coder
// reads; the script has the same walk, reading.

// Stream writes the index.
func (x *Index) Stream() []byte {
	c := newCoder(nil)
	x.walk(c)
	return c.finish()
}

// Open reads an index. What is no index gives one of which nothing can be said;
// Open is for what Stream wrote.
func Open(stream []byte) *Index {
	x := &Index{}
	x.walk(newCoder(stream))
	return x
}

func (x *Index) walk(c *coder) {
	x.walkParadigms(c)
	x.common = c.count(x.common)
	grow(&x.entries, c.count(len(x.entries)))
	before, groups := "", 0
	for i := range x.entries {
		x.walkEntry(c, &x.entries[i], before, &groups)
		before = x.entries[i].stem
	}
	x.groups = groups
	grow(&x.units, c.count(len(x.units)))
	for i := range x.units {
		grow(&x.units[i], c.number(len(x.units[i]), codeCount.after(countUnit)))
		for j := range x.units[i] {
			x.units[i][j] = c.plain(x.units[i][j], groups)
		}
	}
	if !c.writing {
		x.gather()
	}
	x.walkSurfaces(c)
	x.walkTexts(c)
}

// grow makes room for what is about to be read.
func grow[T any](s *[]T, n int) {
	if *s == nil && n > 0 {
		*s = make([]T, n)
	}
}

func (c *coder) count(n int) int { return c.number(n, codeCount.after(countMany)) }

// text codes a string by how much of the one before it has to go, then the rest,
// ended by a NUL, each letter by the one before it. Letters are those of UTF-16,
// which is what the script's strings consist of.
func (c *coder) text(s, before string) string {
	same := 0
	for c.writing && same < min(len(before), len(s)) && before[same] == s[same] {
		same++
	}
	for same < len(s) && !utf8.RuneStart(s[same]) {
		same--
	}
	had := letters(before)
	had = had[:len(had)-c.number(len(had)-len(letters(before[:same])), codeSame.after(0))]
	rest := letters(s[same:])
	if !c.writing {
		rest = had
	}
	last := lastOf(had)
	for i := 0; ; i++ {
		next := 0
		if c.writing && i < len(rest) {
			next = int(rest[i])
		}
		if next = c.symbol(next, 1<<16, codeLetter.after(last), codeCount.after(anyLetter)); next == 0 {
			break
		}
		if !c.writing {
			rest = append(rest, uint16(next))
		}
		last = uint32(next) & 0xFF
	}
	if c.writing {
		return s
	}
	return string(utf16.Decode(rest))
}

// letters are the letters of a string in UTF-16.
func letters(s string) []uint16 {
	out := make([]uint16, 0, len(s))
	for _, r := range s {
		out = utf16.AppendRune(out, r)
	}
	return out
}

// lastOf is the last letter as a context.
func lastOf(s []uint16) uint32 {
	if len(s) == 0 {
		return 0
	}
	return uint32(s[len(s)-1]) & 0xFF
}

// walkEntry codes a stem, the paradigm by the stem's last letter, and its group,
// which is a new one but for words that have two stems.
func (x *Index) walkEntry(c *coder, e *entry, before string, groups *int) {
	e.stem = c.text(e.stem, before)
	e.paradigm = c.symbol(e.paradigm, len(x.paradigms), codeParadigm.after(lastOf(letters(e.stem))), codeCount.after(anyParadigm))
	e.group = *groups - c.number(*groups-e.group, codeCount.after(countGroup))
	if e.group == *groups {
		*groups++
	}
}

// walkSurfaces codes how the words of each unit are written in the texts, and how
// often: by the stem, the ending and the shape of the letters.
func (x *Index) walkSurfaces(c *coder) {
	at := 0
	for u := range x.groups + len(x.units) {
		n := 0
		for c.writing && at+n < len(x.surfaces) && int(x.surfaces[at+n].unit) == u {
			n++
		}
		n = c.number(n, codeCount.after(countSurfaces))
		for range n {
			if !c.writing {
				x.surfaces = append(x.surfaces, surface{unit: int32(u)})
			}
			x.walkSurface(c, &x.surfaces[at])
			s := &x.surfaces[at]
			s.count = int32(c.number(int(s.count)-1, codeCount.after(countPlaces))) + 1
			at++
		}
	}
}

func (x *Index) walkSurface(c *coder, s *surface) {
	s.entry = int32(c.number(int(s.entry), codeCount.after(countEntry)))
	e := x.entries[x.entriesOf(int(s.unit))[s.entry]]
	p, ending := x.paradigms[e.paradigm].endings, codeEnding.after(uint32(e.paradigm))
	s.ending = int32(c.symbol(int(s.ending), len(p), ending, codeCount.after(anyEnding)))
	s.shape = int32(c.number(int(s.shape), codeCount.after(countShape)))
	if s.shape == shapeOther {
		s.word = c.text(s.word, "")
	} else if !c.writing {
		s.word = shaped(e.stem+p[s.ending], int(s.shape))
	}
}

func (x *Index) walkTexts(c *coder) {
	w := x.newWalk(c)
	grow(&x.texts, c.count(len(x.texts)))
	at, before := 0, ""
	for i := range x.texts {
		t := &x.texts[i]
		t.kind = Kind(c.number(int(t.kind), codeCount.after(countKind)))
		t.address = c.text(t.address, before)
		before = t.address
		t.start = at
		t.heading = at + c.number(t.heading-at, codeCount.after(countHeading))
		t.end = t.heading + c.number(t.end-t.heading, codeCount.after(countBody))
		w.places(at, t.end)
		w.separators(at, t.end)
		at = t.end
	}
}

// walk is what a walk over the texts has come by.
type walk struct {
	*coder
	x         *Index
	from      []uint32 // by surface: how many places those before it have
	followers []int32  // by surface: what followed it last, see slot
	sure      [1 << slotBits]chance
	last      int32
	spaced    []chance // by surface: that nothing but a space stands before it; then of the end of a text
	known     int      // separators
}

// slotBits is how much of a slot says how often its word has followed in a row;
// the rest is the word, plus 1.
const slotBits = 4

func (x *Index) newWalk(c *coder) *walk {
	n := len(x.surfaces)
	w := &walk{coder: c, x: x, from: make([]uint32, n+1), followers: make([]int32, n), spaced: make([]chance, n+1), known: 1}
	for i := range w.sure {
		w.sure[i] = 2048
	}
	for i, s := range x.surfaces {
		w.from[i+1] = w.from[i] + uint32(s.count)
		w.spaced[i] = 3700
		if s.shape > shapeLower {
			w.spaced[i] = 1500
		}
	}
	w.spaced[n] = 1500
	if !c.writing {
		x.stream, x.separator = make([]int32, w.from[n]), make([]uint8, w.from[n])
		x.separators = []string{" "}
	}
	return w
}

// places codes which words stand at places: the one that stood behind the word
// before when that was met last, or any, by how often it stands in the texts.
func (w *walk) places(at, end int) {
	const most = 1<<slotBits - 1
	stream := w.x.stream
	for ; at < end; at++ {
		slot := &w.followers[w.last]
		guess := *slot
		s := guess>>slotBits - 1
		if guess == 0 || !w.bit(stream[at] == s, &w.sure[guess&most]) {
			s = w.any(stream[at])
		}
		switch {
		case s != guess>>slotBits-1:
			*slot = (s + 1) << slotBits
		case guess&most < most:
			*slot++
		}
		stream[at], w.last = s, s
	}
}

func (w *walk) any(s int32) int32 {
	all := w.from[len(w.from)-1]
	if !w.writing {
		n, found := slices.BinarySearch(w.from, w.share(all))
		if s = int32(n); !found {
			s--
		}
	}
	w.took(w.from[s], w.from[s+1]-w.from[s], all)
	return s
}

// separators codes what stands behind the words at places: a space, mostly, the
// likelier by which word follows, else what is known to stand before words of its
// shape.
func (w *walk) separators(at, end int) {
	x := w.x
	for ; at < end; at++ {
		next, shape := int32(len(x.surfaces)), uint32(shapeOther+1)
		if at+1 < end {
			next = x.stream[at+1]
			shape = uint32(x.surfaces[next].shape)
		}
		if w.bit(x.separator[at] == 0, &w.spaced[next]) {
			continue
		}
		n := w.symbol(int(x.separator[at]), mostSeparators, codeSeparator.after(shape), codeCount.after(anySeparator))
		if x.separator[at] = uint8(n); n == w.known {
			if w.known++; !w.writing {
				x.separators = append(x.separators, "")
			}
			x.separators[n] = w.text(x.separators[n], "")
		}
	}
}

// mostSeparators is how many different things may stand between two words.
const mostSeparators = 256

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

// gather finds the entries of each group.
func (x *Index) gather() {
	x.byGroup = make([][]int32, x.groups)
	for i, e := range x.entries {
		x.byGroup[e.group] = append(x.byGroup[e.group], int32(i))
	}
}
