package maker

import (
	"bytes"
	"errors"
)

// automaton is a CFSA2 finite-state automaton as Morfologik's dictionaries have
// it: the words of a sorted list, their common beginnings and endings shared.
type automaton struct {
	arcs   []byte
	labels []byte
}

// The bits of an arc's first byte; the rest of it is an index into labels, or 0
// where the label follows.
const (
	arcNext  = 1 << 7
	arcLast  = 1 << 6
	arcFinal = 1 << 5
	arcLabel = 1<<5 - 1
)

func openAutomaton(b []byte) (*automaton, error) {
	const version = 0xc6
	if len(b) < 8 || !bytes.HasPrefix(b, []byte(`\fsa`)) || b[4] != version {
		return nil, errors.New("not a CFSA2 automaton")
	}
	if b[5]&1 != 0 {
		return nil, errors.New("an automaton with numbers, which this command doesn't read")
	}
	n := int(b[7])
	return &automaton{labels: b[8 : 8+n], arcs: b[8+n:]}, nil
}

// each calls f with every word of the automaton; f must not keep it.
func (a *automaton) each(f func(word []byte)) {
	// The first arc leads past a dummy node to the root.
	a.walk(a.target(0), make([]byte, 0, 256), f)
}

func (a *automaton) walk(arc int, word []byte, f func([]byte)) {
	for {
		flags := a.arcs[arc]
		here := append(word, a.label(arc))
		if flags&arcFinal != 0 {
			f(here)
		}
		if to := a.target(arc); to != 0 {
			a.walk(to, here, f)
		}
		if flags&arcLast != 0 {
			return
		}
		arc = a.skip(arc)
	}
}

func (a *automaton) label(arc int) byte {
	if i := a.arcs[arc] & arcLabel; i > 0 {
		return a.labels[i]
	}
	return a.arcs[arc+1]
}

// skip returns the place behind an arc.
func (a *automaton) skip(arc int) int {
	flags := a.arcs[arc]
	arc++
	if flags&arcLabel == 0 {
		arc++
	}
	if flags&arcNext == 0 {
		for a.arcs[arc]&0x80 != 0 {
			arc++
		}
		arc++
	}
	return arc
}

// target returns the first arc of the node to which an arc leads, 0 for none.
func (a *automaton) target(arc int) int {
	flags := a.arcs[arc]
	if flags&arcNext != 0 {
		for a.arcs[arc]&arcLast == 0 {
			arc = a.skip(arc)
		}
		return a.skip(arc)
	}
	arc++
	if flags&arcLabel == 0 {
		arc++
	}
	n := 0
	for shift := 0; ; shift += 7 {
		b := a.arcs[arc]
		n |= int(b&0x7f) << shift
		if b&0x80 == 0 {
			return n
		}
		arc++
	}
}
