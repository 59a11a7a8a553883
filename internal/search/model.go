package search

// model predicts one bit after another from what came before, and codes each
// with as few bits as the prediction allows (a binary arithmetic coder over
// mixed adaptive contexts). Everything is whole numbers of 32 bits, so that the
// script of the readers gets the same predictions to the bit.
//
// One model serves both ways: a function that walks over a structure writes it
// when it is given a model with out, and reads it back with in.
type model struct {
	in      []byte
	out     []byte
	writing bool

	low, span, code uint32
	cache           byte // the byte of out that a carry may still change
	pending         int
	carry           bool
	started         bool

	chances []uint16 // of a 1, minus a half
	seen    []uint8  // how often
	weights []int32  // of the contexts, by the kind of what is coded
	kind    int
	slots   [contexts]uint32
	stretch [contexts]int32
}

const (
	contexts   = 4
	tableBits  = 20
	kinds      = 16 // of what is coded, each with weights of its own
	seenAtMost = 60
)

var (
	squashTable  = [33]int32{1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094}
	stretchTable = func() (t [4096]int32) {
		at := int32(0)
		for x := int32(-2047); x <= 2047; x++ {
			for v := squash(x); at <= v; at++ {
				t[at] = x
			}
		}
		for ; at < 4096; at++ {
			t[at] = 2047
		}
		return t
	}()
)

// squash is the logistic function, 4096/(1+exp(-x/256)), by a table.
func squash(x int32) int32 {
	if x > 2047 {
		return 4095
	}
	if x < -2047 {
		return 0
	}
	w := x & 127
	i := x>>7 + 16
	return (squashTable[i]*(128-w) + squashTable[i+1]*w + 64) >> 7
}

func newModel(in []byte) *model {
	m := &model{
		in: in, writing: in == nil, span: 1<<32 - 1,
		chances: make([]uint16, 1<<tableBits), seen: make([]uint8, 1<<tableBits),
		weights: make([]int32, kinds*contexts),
	}
	for i := range m.weights {
		m.weights[i] = 22000
	}
	m.start()
	return m
}

// start begins to read a stream.
func (m *model) start() {
	m.low, m.span, m.code = 0, 1<<32-1, 0
	if !m.writing {
		for range 4 {
			m.code = m.code<<8 | uint32(m.byte())
		}
	}
}

// more goes on reading with another stream, with all that was learnt.
func (m *model) more(in []byte) {
	m.in = in
	m.start()
}

func (m *model) byte() byte {
	if len(m.in) == 0 {
		return 0
	}
	b := m.in[0]
	m.in = m.in[1:]
	return b
}

// bit codes one bit in the contexts that are set and returns it. h tells the bits
// of the same symbol apart.
func (m *model) bit(bit int, h *[contexts]uint32, node uint32) int {
	w := m.weights[m.kind*contexts : m.kind*contexts+contexts]
	var sum int32
	for i, ctx := range h {
		slot := (ctx + node*0x9E3779B1) * 0x85EBCA6B >> (32 - tableBits)
		m.slots[i] = slot
		s := stretchTable[(m.chances[slot]^0x8000)>>4]
		m.stretch[i] = s
		sum += s * (w[i] >> 4) >> 8
	}
	p := squash(sum >> 4)
	p = min(max(p, 1), 4095)
	bound := m.span >> 12 * uint32(p)
	if m.writing {
		if bit == 1 {
			m.span = bound
		} else {
			m.add(bound)
			m.span -= bound
		}
	} else {
		if m.code < bound {
			m.span = bound
			bit = 1
		} else {
			m.code -= bound
			m.span -= bound
			bit = 0
		}
	}
	for m.span < 1<<24 {
		m.span <<= 8
		m.shift()
	}
	m.learn(bit, p, w)
	return bit
}

// learn moves the chances and weights towards what came.
func (m *model) learn(bit int, p int32, w []int32) {
	miss := (int32(bit)<<12 - p) * 12
	for i, slot := range m.slots {
		w[i] += (m.stretch[i]*miss + 0x2000) >> 14
		c, n := uint32(m.chances[slot]^0x8000), uint32(m.seen[slot])
		if bit == 1 {
			c += (65535 - c) * 2 / (2*n + 3)
		} else {
			c -= c * 2 / (2*n + 3)
		}
		m.chances[slot] = uint16(c) ^ 0x8000
		if n < seenAtMost {
			m.seen[slot]++
		}
	}
}

// add adds to the low end of the span.
func (m *model) add(n uint32) {
	m.low += n
	if m.low < n {
		m.carry = true
	}
}

// shift moves one byte out of the span, or into it.
func (m *model) shift() {
	if !m.writing {
		m.code = m.code<<8 | uint32(m.byte())
		return
	}
	if m.low < 0xFF000000 || m.carry {
		add := byte(0)
		if m.carry {
			add = 1
		}
		if m.started {
			m.out = append(m.out, m.cache+add)
		}
		m.started = true
		for ; m.pending > 0; m.pending-- {
			m.out = append(m.out, 0xFF+add)
		}
		m.cache, m.carry = byte(m.low>>24), false
	} else {
		m.pending++
	}
	m.low <<= 8
}

// finish ends a stream and returns it; the next one goes on with what was learnt.
func (m *model) finish() []byte {
	for range 5 {
		m.shift()
	}
	out := m.out
	for len(out) > 0 && out[len(out)-1] == 0 {
		out = out[:len(out)-1]
	}
	m.out, m.low, m.span, m.cache, m.pending, m.carry, m.started = nil, 0, 1<<32-1, 0, 0, false, false
	return out
}

// symbol codes a value of a fixed number of bits.
func (m *model) symbol(v, bits int, kind int, h [contexts]uint32) int {
	m.kind = kind
	for i := range h {
		h[i] = (h[i]*contexts+uint32(i))*0x2C1B3C6D + uint32(kind)*0x297A2D39
	}
	node := 1
	for i := bits - 1; i >= 0; i-- {
		node = node<<1 | m.bit(v>>i&1, &h, uint32(node))
	}
	return node - 1<<bits
}

// number codes a value of any size: how many bits it has, then the bits.
func (m *model) number(v, kind int, h [contexts]uint32) int {
	size := 0
	for x := v + 1; x > 1; x >>= 1 {
		size++
	}
	size = m.symbol(size, 5, kind, h)
	h[0] = 0x51ED27 + uint32(size)
	h[1] = h[1]*37 + uint32(size)
	h[2] = h[2]*41 + uint32(size)
	h[3] = h[3]*43 + uint32(size)
	return 1<<size + m.symbol((v+1)&(1<<size-1), size, kind, h) - 1
}
