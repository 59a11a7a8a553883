package search

import (
	"encoding/binary"
	"unicode/utf16"
)

// Paradigms are written as a graph: the endings of one, letter by letter, are a
// tree, and branches that are alike, of one paradigm or of many, are written
// once. That is a third of what the lists take.

// knot is a place in the graph: whether an ending ends here, and what may follow.
type knot struct {
	final bool
	edges []edge
}

type edge struct {
	letter uint16 // of UTF-16
	knot   int
}

// graph holds the knots, each behind those to which it leads.
type graph struct {
	knots []knot
	known map[string]int
}

// add returns the knot from which the endings, which are sorted, go out.
func (g *graph) add(endings [][]uint16) int {
	var k knot
	if len(endings) > 0 && len(endings[0]) == 0 {
		k.final = true
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
		k.edges = append(k.edges, edge{c, g.add(rest)})
		endings = endings[n:]
	}
	b := make([]byte, 0, 64)
	if k.final {
		b = append(b, 1)
	}
	for _, e := range k.edges {
		b = binary.LittleEndian.AppendUint16(b, e.letter)
		b = binary.LittleEndian.AppendUint32(b, uint32(e.knot))
	}
	if n, ok := g.known[string(b)]; ok {
		return n
	}
	g.known[string(b)] = len(g.knots)
	g.knots = append(g.knots, k)
	return len(g.knots) - 1
}

// endings appends all endings that go out from a knot.
func (g *graph) endings(dst []string, n int, before []uint16) []string {
	k := g.knots[n]
	if k.final {
		dst = append(dst, string(utf16.Decode(before)))
	}
	for _, e := range k.edges {
		dst = g.endings(dst, e.knot, append(before, e.letter))
	}
	return dst
}

// walkParadigms codes the paradigms.
func (x *Index) walkParadigms(c *coder) {
	grow(&x.paradigms, c.count(len(x.paradigms)))
	w := graphWalk{coder: c, graph: &graph{known: map[string]int{}}, numbers: map[int]int{}}
	for i := range x.paradigms {
		root := 0
		if c.writing {
			var endings [][]uint16
			for _, e := range x.paradigms[i] {
				endings = append(endings, letters(e))
			}
			root = w.add(endings)
		}
		root = w.knot(root, 0)
		if !c.writing {
			x.paradigms[i] = w.endings(nil, root, nil)
		}
	}
}

// endsHere stands before the letters of a knot where an ending ends.
const endsHere = 1

// graphWalk codes knots; one that was met is told by its number.
type graphWalk struct {
	*coder
	*graph
	numbers map[int]int // of the knots that were met, when writing
}

// knot codes a knot to which the letter above leads, from a knot where it stands
// behind the letter beside.
func (w *graphWalk) knot(n int, above uint32) int {
	ref, known := 0, len(w.knots)
	if w.writing {
		known = len(w.numbers)
		if k, ok := w.numbers[n]; ok {
			ref = k + 1
		}
	}
	ref = w.symbol(ref, known+1, codeKnot.after(above&0xFF), codeCount.after(anyKnot))
	if ref > 0 {
		if w.writing {
			return n
		}
		return ref - 1
	}
	var k knot
	if w.writing {
		k = w.knots[n]
	}
	before := uint32(0)
	for i, first := 0, k.final; ; i++ {
		letter := 0
		switch {
		case first:
			letter = endsHere
		case w.writing && i < len(k.edges):
			letter = int(k.edges[i].letter)
		}
		letter = w.symbol(letter, 1<<16, codeEdge.after(before*37+above), codeEdgeAny.after(before))
		if letter == 0 {
			break
		}
		if letter == endsHere {
			k.final, first = true, false
			i--
			before = endsHere
			continue
		}
		if !w.writing {
			k.edges = append(k.edges, edge{letter: uint16(letter)})
		}
		k.edges[i].knot = w.knot(k.edges[i].knot, uint32(letter))
		before = uint32(letter)
	}
	if w.writing {
		w.numbers[n] = len(w.numbers)
		return n
	}
	w.knots = append(w.knots, k)
	return len(w.knots) - 1
}
