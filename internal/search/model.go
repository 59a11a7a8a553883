package search

import (
	"math"
	"math/bits"
)

// model predicts one bit after another from what came before, and codes each
// with as few bits as the prediction allows (a binary arithmetic coder over
// mixed adaptive contexts). Everything is whole numbers of 32 bits, so that the
// script of the readers gets the same predictions to the bit.
//
// One model serves both ways: a function that walks over a structure writes it
// with a model for writing, and reads it back with one for reading.
type model struct {
	in      []byte
	out     []byte
	writing bool

	low        uint64 // the low end of the span, with a carry
	span, code uint32
	cache      byte // the byte of out that a carry may still change
	waiting    int  // 0xFF behind it
	begun      bool

	slots   []uint16 // by context: the chance of a 1, less a half, in 12 bits; how often it was met in 4
	weights [kinds << 4][contexts]int32
	kind    int
}

const (
	contexts   = 4
	tableBits  = 20
	kinds      = 16 // of what is coded, each with weights of its own
	seenAtMost = 14
	// golden spreads the contexts over the table.
	golden = 0x9E3779B1
)

// logistic is 4096/(1+exp(-x/256)) for x from -2047 to 2047, and stretched its
// inverse. No value comes so near to a half that another machine's exp would
// round it to the other side.
var logistic, stretched = func() (l [4095]int32, s [4096]int32) {
	at := int32(0)
	for i := range l {
		x := int32(i) - 2047
		l[i] = int32(math.Round(4096 / (1 + math.Exp(-float64(x)/256))))
		for ; at <= l[i]; at++ {
			s[at] = x
		}
	}
	return l, s
}()

// rates is how far a chance moves, of 65536, by how often its context was met.
var rates = func() (t [16]int32) {
	for n := range t {
		t[n] = int32(65536 * 2 / (2*n + 3))
	}
	return t
}()

// newModel reads what is in, or writes if it is nil.
func newModel(in []byte) *model {
	m := &model{in: in, writing: in == nil, span: 1<<32 - 1, slots: make([]uint16, 1<<tableBits)}
	for i := range m.weights {
		for j := range m.weights[i] {
			m.weights[i][j] = 22000
		}
	}
	if !m.writing {
		for range 4 {
			m.shift()
		}
	}
	return m
}

// bit codes one bit in the contexts h and returns it; node tells the bits of the
// same symbol apart.
func (m *model) bit(bit int, h *[contexts]uint32, node uint32) int {
	var at [contexts]uint32
	var s [contexts]int32
	node *= 0x85EBCA6B
	for i := range h {
		at[i] = (h[i] + node) * golden >> (32 - tableBits)
	}
	// How much each context is worth depends on how often it was met.
	set := m.kind<<4 | int(min(m.slots[at[1]]&15, 3))<<2 | int(min(m.slots[at[2]]&15, 3))
	w := &m.weights[set]
	var sum int32
	for i := range at {
		s[i] = stretched[m.slots[at[i]]>>4^0x800]
		sum += s[i] * (w[i] >> 2) >> 6
	}
	p := min(max(logistic[min(max(sum>>8, -2047), 2047)+2047], 1), 4095)
	bound := m.span >> 12 * uint32(p)
	switch {
	case m.writing && bit == 1:
		m.span = bound
	case m.writing:
		m.low += uint64(bound)
		m.span -= bound
	case m.code < bound:
		m.span = bound
		bit = 1
	default:
		m.code -= bound
		m.span -= bound
		bit = 0
	}
	for m.span < 1<<24 {
		m.span <<= 8
		m.shift()
	}
	miss := (int32(bit)<<12 - p) * 8
	for i := range at {
		w[i] += (s[i]*miss + 0x2000) >> 14
		slot := &m.slots[at[i]]
		c, n := int32(*slot>>4^0x800), *slot&15
		c += ((int32(bit)*4095 - c) * rates[n]) >> 16
		if n < seenAtMost {
			n++
		}
		*slot = uint16(c)<<4 ^ 0x8000 | n
	}
	return bit
}

// shift moves one byte out of the span, or into it.
func (m *model) shift() {
	if !m.writing {
		m.code <<= 8
		if len(m.in) > 0 {
			m.code |= uint32(m.in[0])
			m.in = m.in[1:]
		}
		return
	}
	if top := m.low >> 24; top != 0xFF {
		// What waited for a carry goes out: the last byte and the 0xFF behind it.
		if m.begun {
			m.out = append(m.out, m.cache+byte(top>>8))
		}
		for ; m.waiting > 0; m.waiting-- {
			m.out = append(m.out, 0xFF+byte(top>>8))
		}
		m.begun, m.cache = true, byte(top)
	} else {
		m.waiting++
	}
	m.low = m.low << 8 & 0xFFFFFFFF
}

// finish ends the stream and returns it.
func (m *model) finish() []byte {
	for range 5 {
		m.shift()
	}
	out := m.out
	for len(out) > 0 && out[len(out)-1] == 0 {
		out = out[:len(out)-1]
	}
	return out
}

// set chooses what is coded next, and in which contexts; the first is the kind
// alone.
func (m *model) set(kind int, a, b, c uint32) *[contexts]uint32 {
	m.kind = kind
	h := &[contexts]uint32{0, a, b, c}
	for i := range h {
		h[i] = (h[i]*contexts+uint32(i))*golden + uint32(kind)*7777777
	}
	return h
}

// symbol codes a value of a fixed number of bits.
func (m *model) symbol(v, size, kind int, a, b, c uint32) int {
	return m.low2(v, size, m.set(kind, a, b, c)) - 1<<size
}

// number codes a value of any size: how many bits it has, one by one, then the
// bits. Most are small.
func (m *model) number(v, kind int, a, b, c uint32) int {
	h := m.set(kind, a, b, c)
	size := 0
	for want := bits.Len(uint(v+1)) - 1; size < 31; size++ {
		more := 0
		if size < want {
			more = 1
		}
		if m.bit(more, h, uint32(-size)) == 0 {
			break
		}
	}
	return m.low2(v+1, size, h) - 1
}

// low2 codes the lower bits of a value and returns them with a 1 before.
func (m *model) low2(v, size int, h *[contexts]uint32) int {
	n := 1
	for i := size - 1; i >= 0; i-- {
		n = n<<1 | m.bit(v>>i&1, h, uint32(n<<5+size))
	}
	return n
}
