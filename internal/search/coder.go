package search

import "math/bits"

// coder writes values as a stream, or reads them back: a function that walks over
// a structure writes it with a coder for writing, and reads it with one for
// reading. What is likelier takes less room (a range coder, in whole numbers of 32
// bits). A value is coded in one step, not bit by bit: a phone reads a document's
// index in the blink of an eye.
type coder struct {
	in      []byte
	out     []byte
	writing bool

	low        uint64 // the low end of the span, with a carry
	span, code uint32
	cache      byte // the byte of out that a carry may still change
	waiting    int  // 0xFF behind it
	begun      bool

	seen [codeKinds << contextBits]*seen
}

// contextBits is how many contexts there are of each kind; others share them.
const contextBits = 10

// seen is what was met in a context, the frequent rather at the front, as what is
// met goes one place forward.
type seen struct {
	total  uint32
	values []counted
}

type counted struct{ value, n uint32 }

// once is what a value counts for each time that it was met.
const once = 2

// newCoder reads what is in, or writes if it is nil.
func newCoder(in []byte) *coder {
	c := &coder{in: in, writing: in == nil, span: 1<<32 - 1}
	if !c.writing {
		for range 4 {
			c.shift()
		}
	}
	return c
}

// shift moves one byte out of the span, or into it.
func (c *coder) shift() {
	if !c.writing {
		c.code <<= 8
		if len(c.in) > 0 {
			c.code |= uint32(c.in[0])
			c.in = c.in[1:]
		}
		return
	}
	if top := c.low >> 24; top != 0xFF {
		// What waited for a carry goes out: the last byte and the 0xFF behind it.
		if c.begun {
			c.out = append(c.out, c.cache+byte(top>>8))
		}
		for ; c.waiting > 0; c.waiting-- {
			c.out = append(c.out, 0xFF+byte(top>>8))
		}
		c.begun, c.cache = true, byte(top)
	} else {
		c.waiting++
	}
	c.low = c.low << 8 & 0xFFFFFFFF
}

// finish ends the stream and returns it.
func (c *coder) finish() []byte {
	for range 5 {
		c.shift()
	}
	out := c.out
	for len(out) > 0 && out[len(out)-1] == 0 {
		out = out[:len(out)-1]
	}
	return out
}

// share returns, when reading, which of all shares comes next; took then says
// whose it was: that of something which has n shares, the first of them from.
func (c *coder) share(all uint32) uint32 { return min(c.code/(c.span/all), all-1) }

func (c *coder) took(from, n, all uint32) {
	r := c.span / all
	c.span = r * n
	if c.writing {
		c.low += uint64(r * from)
	} else {
		c.code -= r * from
	}
	for c.span < 1<<24 {
		c.span <<= 8
		c.shift()
	}
}

// chance is how likely a bit is set, of 4096.
type chance uint16

// bit codes a bit; the chance follows what came.
func (c *coder) bit(bit bool, p *chance) bool {
	set, towards := uint32(*p), int32(32)
	if !c.writing {
		bit = c.share(4096) < set
	}
	if bit {
		towards = 4096 - 32
		c.took(0, set, 4096)
	} else {
		c.took(set, 4096-set, 4096)
	}
	*p += chance((towards - int32(set)) >> 4)
	return bit
}

// plain codes a value below all, any as likely as any other.
func (c *coder) plain(v, all int) int {
	if !c.writing {
		v = int(c.share(uint32(all)))
	}
	c.took(uint32(v), 1, uint32(all))
	return v
}

// context names what was met of a kind behind x.
type context uint32

func (k codeKind) after(x uint32) context {
	return context(k)<<contextBits | context(x&(1<<contextBits-1))
}

// symbol codes a value below all by what was met in the context a, or else in the
// wider context b, which is another.
func (c *coder) symbol(v, all int, a, b context) int {
	first, second := c.met(a), c.met(b)
	v, ok := c.among(first, v)
	if !ok {
		if v, ok = c.among(second, v); !ok {
			v = c.plain(v, all)
			second.add(v)
		}
		first.add(v)
	}
	return v
}

func (c *coder) met(x context) *seen {
	s := &c.seen[x]
	if *s == nil {
		*s = &seen{}
	}
	return *s
}

// mostSeen is how many values a context remembers: a search through them takes
// its time, and a text that is made for it may have any number.
const mostSeen = 256

func (s *seen) add(v int) {
	if len(s.values) == mostSeen {
		return
	}
	s.values = append(s.values, counted{uint32(v), once})
	s.total += once
}

// among codes a value that was met in a context, or that it is none.
func (c *coder) among(s *seen, v int) (int, bool) {
	if s.total == 0 {
		return v, false
	}
	all := s.total + uint32(len(s.values)) + 1
	from, share := uint32(0), uint32(0)
	if !c.writing {
		share = c.share(all)
	}
	for i := range s.values {
		w := &s.values[i]
		if c.writing && int(w.value) == v || !c.writing && share < from+w.n {
			v = int(w.value)
			c.took(from, w.n, all)
			w.n += once
			s.total += once
			if i > 0 {
				s.values[i-1], s.values[i] = s.values[i], s.values[i-1]
			}
			return v, true
		}
		from += w.n
	}
	c.took(s.total, all-s.total, all)
	return v, false
}

// Small numbers are symbols; of others the size is one, and the bits below the
// highest are written plainly.
const (
	smallNumbers = 16
	numberSizes  = 48
)

// number codes a number of any size below 1<<24.
func (c *coder) number(v int, x context) int {
	s, size := v, 0
	if v >= smallNumbers {
		size = bits.Len(uint(v)) - 1
		s = smallNumbers + size - 4
	}
	if s = c.symbol(s, numberSizes, x, codeCount.after(anyNumber)); s < smallNumbers {
		return s
	}
	size = s - smallNumbers + 4
	return 1<<size | c.plain(v&(1<<size-1), 1<<size)
}
