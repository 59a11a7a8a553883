package search

import (
	"strings"
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
	letter byte
	knot   int
}

// graph holds the knots, each behind those to which it leads.
type graph struct {
	knots []knot
	known map[string]int
}

// add returns the knot from which the endings, which are sorted, go out.
func (g *graph) add(endings []string) int {
	var k knot
	if len(endings) > 0 && endings[0] == "" {
		k.final = true
		endings = endings[1:]
	}
	for len(endings) > 0 {
		c := endings[0][0]
		n := 0
		var rest []string
		for n < len(endings) && endings[n][0] == c {
			rest = append(rest, endings[n][1:])
			n++
		}
		k.edges = append(k.edges, edge{c, g.add(rest)})
		endings = endings[n:]
	}
	var b strings.Builder
	if k.final {
		b.WriteByte(1)
	}
	for _, e := range k.edges {
		b.WriteByte(e.letter)
		b.WriteString(key([]int{e.knot}))
	}
	if n, ok := g.known[b.String()]; ok {
		return n
	}
	g.known[b.String()] = len(g.knots)
	g.knots = append(g.knots, k)
	return len(g.knots) - 1
}

// endings appends all endings that go out from a knot.
func (g *graph) endings(dst []string, n int, before []byte) []string {
	k := g.knots[n]
	if k.final {
		dst = append(dst, string(before))
	}
	for _, e := range k.edges {
		dst = g.endings(dst, e.knot, append(before, e.letter))
	}
	return dst
}

// walkParadigms codes the paradigms.
func (x *Index) walkParadigms(m *model) {
	n := m.count(len(x.paradigms))
	grow(&x.paradigms, n)
	g := &graph{known: map[string]int{}}
	w := graphWalk{m: m, g: g, numbers: map[int]int{}}
	for i := range x.paradigms {
		root := 0
		if m.writing {
			root = g.add(x.paradigms[i])
		}
		root = w.knot(root, 1, 0)
		if !m.writing {
			x.paradigms[i] = g.endings(nil, root, nil)
		}
	}
}

// graphWalk codes knots; one that was met is told by its number.
type graphWalk struct {
	m       *model
	g       *graph
	numbers map[int]int // of the knots that were met, when writing
}

// knot codes a knot to which the letters c lead.
func (w *graphWalk) knot(n int, c, above uint32) int {
	m := w.m
	ref := 0
	if m.writing {
		if k, ok := w.numbers[n]; ok {
			ref = k + 1
		}
	}
	ref = m.number(ref, codeKnot, c&0xFFFF, c, above<<8+c&0xFF)
	if ref > 0 {
		if m.writing {
			return n
		}
		return ref - 1
	}
	var k knot
	if m.writing {
		k = w.g.knots[n]
	}
	final := 0
	if k.final {
		final = 1
	}
	k.final = m.symbol(final, 1, codeLetter, c&0xFF, c&0xFFFF, c) == 1
	before := uint32(0)
	for i := 0; ; i++ {
		letter := 0
		if m.writing && i < len(k.edges) {
			letter = int(k.edges[i].letter)
		}
		letter = m.symbol(letter, 8, codeLetter, before<<8+1, before<<16+c<<8&0xFFFF, before<<24+c<<8)
		if letter == 0 {
			break
		}
		if !m.writing {
			k.edges = append(k.edges, edge{letter: byte(letter)})
		}
		k.edges[i].knot = w.knot(k.edges[i].knot, c<<8&0xFFFFFF|uint32(letter), before)
		before = uint32(letter)
	}
	if m.writing {
		w.numbers[n] = len(w.numbers)
		return n
	}
	w.g.knots = append(w.g.knots, k)
	return len(w.g.knots) - 1
}
