package lexicon

import (
	"encoding/binary"
	"slices"
	"strings"
)

// nodes are automata, sets of words, each with a number, as bytes that are
// searched as they lie there: a table of a language costs nothing before a word is
// looked up. Words that end alike share what is alike. A node is named by how far
// from the end it begins.
//
// A node that only leads to the one behind it is one byte, chainBegin and the place
// of the letter among the letters. Any other begins with how many arcs it has, and
// whether a word ends there, whose number follows; then for each arc the letter,
// and how far behind the node the one begins to which it leads.
type nodes struct {
	letters, bytes string
}

const (
	chainBegin = 128
	endsBit    = 64
	mostArcs   = endsBit - 1 // with so many or more, their number follows
)

// node is a node as it was read.
type node struct {
	number int // of the word that ends here; -1 if none does
	chain  byte
	arcs   int
	rest   int // where the arcs begin, or for a chain the node behind
}

func (ns nodes) node(from int) node {
	at := len(ns.bytes) - from
	b := ns.bytes[at]
	at++
	if b >= chainBegin {
		return node{number: -1, chain: ns.letters[b-chainBegin], rest: at}
	}
	n := node{number: -1, arcs: int(b & mostArcs)}
	if n.arcs == mostArcs {
		n.arcs, at = ns.uvarint(at)
	}
	if b&endsBit != 0 {
		n.number, at = ns.uvarint(at)
	}
	n.rest = at
	return n
}

func (ns nodes) uvarint(at int) (int, int) {
	n := 0
	for shift := 0; ; shift += 7 {
		b := ns.bytes[at]
		at++
		n |= int(b&0x7F) << shift
		if b < 0x80 {
			return n, at
		}
	}
}

// next returns the node to which a letter leads, or 0.
func (ns nodes) next(n node, letter byte) int {
	if n.chain != 0 {
		if n.chain != letter {
			return 0
		}
		return len(ns.bytes) - n.rest
	}
	at, found, far := n.rest, false, 0
	for range n.arcs {
		c := ns.bytes[at]
		var f int
		if f, at = ns.uvarint(at + 1); c == letter {
			found, far = true, f
		}
	}
	if !found {
		return 0
	}
	return len(ns.bytes) - at - far
}

// each calls f for every word that begins at a node, in order.
func (ns nodes) each(from int, before []byte, f func(word []byte, number int)) {
	n := ns.node(from)
	if n.number >= 0 {
		f(before, n.number)
	}
	if n.chain != 0 {
		ns.each(len(ns.bytes)-n.rest, append(before, n.chain), f)
		return
	}
	letters, fars := make([]byte, n.arcs), make([]int, n.arcs)
	at := n.rest
	for i := range n.arcs {
		letters[i] = ns.bytes[at]
		fars[i], at = ns.uvarint(at + 1)
	}
	for i := range letters {
		ns.each(len(ns.bytes)-at-fars[i], append(before, letters[i]), f)
	}
}

// numbered is a word with its number.
type numbered struct {
	word   string
	number int
}

// writer writes nodes, from the end, each byte behind the one that it will stand
// before, as the nodes to which one leads must be known.
type writer struct {
	letters []byte
	out     []byte
	known   map[string]int
}

// newWriter returns a writer whose chains are of the words' most frequent bytes.
func newWriter(lists ...[]numbered) *writer {
	var counts [256]int
	for _, list := range lists {
		for _, w := range list {
			for i := range len(w.word) {
				counts[w.word[i]]++
			}
		}
	}
	w := &writer{known: map[string]int{}}
	for b := range counts {
		w.letters = append(w.letters, byte(b))
	}
	slices.SortStableFunc(w.letters, func(a, b byte) int { return counts[b] - counts[a] })
	w.letters = w.letters[:256-chainBegin]
	return w
}

// nodes are what was written.
func (w *writer) nodes() nodes {
	out := slices.Clone(w.out)
	slices.Reverse(out)
	return nodes{string(w.letters), string(out)}
}

type arc struct {
	letter byte
	to     int
}

// add writes words, which are sorted and share their first bytes up to depth. It
// returns the node at which what follows begins.
func (w *writer) add(words []numbered, depth int) int {
	number := -1
	if len(words) > 0 && len(words[0].word) == depth {
		number = words[0].number
		words = words[1:]
	}
	var arcs []arc
	for len(words) > 0 {
		c, n := words[0].word[depth], 1
		for n < len(words) && words[n].word[depth] == c {
			n++
		}
		arcs = append(arcs, arc{c, w.add(words[:n], depth+1)})
		words = words[n:]
	}
	key := binary.AppendVarint(nil, int64(number))
	for _, a := range arcs {
		key = binary.AppendUvarint(append(key, a.letter), uint64(a.to))
	}
	at, ok := w.known[string(key)]
	if !ok {
		w.write(number, arcs)
		at = len(w.out)
		w.known[string(key)] = at
	}
	return at
}

func (w *writer) write(number int, arcs []arc) {
	var b []byte
	here := len(w.out)
	if chain := strings.IndexByte(string(w.letters), firstLetter(arcs)); number < 0 && len(arcs) == 1 && arcs[0].to == here && chain >= 0 {
		b = append(b, byte(chainBegin+chain))
	} else {
		head := min(len(arcs), mostArcs)
		if number >= 0 {
			head |= endsBit
		}
		if b = append(b, byte(head)); len(arcs) >= mostArcs {
			b = binary.AppendUvarint(b, uint64(len(arcs)))
		}
		if number >= 0 {
			b = binary.AppendUvarint(b, uint64(number))
		}
		for _, a := range arcs {
			b = binary.AppendUvarint(append(b, a.letter), uint64(here-a.to))
		}
	}
	slices.Reverse(b)
	w.out = append(w.out, b...)
}

func firstLetter(arcs []arc) byte {
	if len(arcs) == 0 {
		return 0
	}
	return arcs[0].letter
}
