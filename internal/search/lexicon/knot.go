package lexicon

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"unicode/utf16"
)

// Knot is a place in the graph of all endings: whether an ending ends here, and
// what may follow, letter by letter. What is alike is one knot, in one paradigm or
// in many.
type Knot struct {
	Ends  bool
	Edges []Edge
}

// Edge leads on from a knot, on a letter of UTF-16.
type Edge struct {
	Letter uint16
	To     *Knot
}

// knots are all knots, each with its number.
var knots = struct {
	sync.Mutex
	known  map[string]*Knot
	number map[*Knot]uint32
}{known: map[string]*Knot{}, number: map[*Knot]uint32{}}

// Sorted returns the endings in the order of their bytes, and the knot at which
// they begin, from which they go out in that order.
func (p *Paradigm) Sorted() ([]string, *Knot) {
	knots.Lock()
	defer knots.Unlock()
	if p.knot == nil {
		p.sorted = slices.Clone(p.Endings)
		slices.Sort(p.sorted)
		p.sorted = slices.Compact(p.sorted)
		var letters [][]uint16
		for _, e := range p.sorted {
			letters = append(letters, utf16.Encode([]rune(e)))
		}
		p.knot = knotOf(letters)
	}
	return p.sorted, p.knot
}

// knotOf returns the knot from which sorted endings go out.
func knotOf(endings [][]uint16) *Knot {
	k := &Knot{}
	var key strings.Builder
	if len(endings) > 0 && len(endings[0]) == 0 {
		k.Ends = true
		key.WriteByte(1)
		endings = endings[1:]
	}
	for len(endings) > 0 {
		c := endings[0][0]
		n := 0
		var rest [][]uint16
		for n < len(endings) && endings[n][0] == c {
			rest = append(rest, endings[n][1:])
			n++
		}
		to := knotOf(rest)
		k.Edges = append(k.Edges, Edge{c, to})
		key.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint16(nil, c), knots.number[to]))
		endings = endings[n:]
	}
	if known := knots.known[key.String()]; known != nil {
		return known
	}
	knots.number[k] = uint32(len(knots.known))
	knots.known[key.String()] = k
	return k
}

// AppendEndings appends the endings that go out from a knot, behind what leads to
// it.
func (k *Knot) AppendEndings(dst []string, before []uint16) []string {
	if k.Ends {
		dst = append(dst, string(utf16.Decode(before)))
	}
	for _, e := range k.Edges {
		dst = e.To.AppendEndings(dst, append(before, e.Letter))
	}
	return dst
}
