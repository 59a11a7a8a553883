package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash/maphash"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Source collects texts as they are found. It may be used for one entry of a
// document after another.
type Source struct {
	text                []byte
	marks               []mark
	summed, summedMarks int // up to where Sum got
	cut                 cutter
}

// mark says what ends at a place of a source.
type mark struct {
	what markKind
	end  int
}

type markKind uint8

const (
	markHeading markKind = iota
	markPage
	markAnchor
	markParagraph
	markText // and the kinds of texts
)

// Reset forgets all texts.
func (s *Source) Reset() { s.text, s.marks, s.summed, s.summedMarks = s.text[:0], s.marks[:0], 0, 0 }

// Begin begins a text: its kind, its number and title as a result shows them, the
// address of its page from the root of the site, the id there.
func (s *Source) Begin(kind Kind, heading, page, anchor string) {
	s.end(markText + markKind(kind))
	s.text = appendSeen(s.text, heading)
	s.end(markHeading)
	s.text = append(s.text, page...)
	s.end(markPage)
	s.text = append(s.text, anchor...)
	s.end(markAnchor)
}

// Paragraph adds a paragraph to the text that was begun last.
func (s *Source) Paragraph(parts ...string) {
	for i, p := range parts {
		if i > 0 {
			s.text = append(s.text, ' ')
		}
		s.text = appendSeen(s.text, p)
	}
	s.end(markParagraph)
}

// ParagraphBytes adds a paragraph too, unless it is empty.
func (s *Source) ParagraphBytes(p []byte) {
	if p = bytes.TrimSpace(p); len(p) > 0 {
		s.text = appendSeen(s.text, p)
		s.end(markParagraph)
	}
}

// unseen are characters within words that readers neither see nor type: the soft
// hyphens that word processors put, and spaces without width.
var unseen = [][]byte{[]byte("\u00ad"), []byte("\u200b"), []byte("\u2060"), []byte("\ufeff")}

// appendSeen appends a text without what nobody sees of it.
func appendSeen[T string | []byte](to []byte, text T) []byte {
	start := len(to)
	to = append(to, text...)
	for _, c := range unseen {
		if bytes.Contains(to[start:], c) {
			to = append(to[:start], bytes.ReplaceAll(to[start:], c, nil)...)
		}
	}
	return to
}

func (s *Source) end(what markKind) { s.marks = append(s.marks, mark{what, len(s.text)}) }

// Sum is the hash of all texts that were added since it was asked for last.
func (s *Source) Sum() [sha256.Size]byte {
	n := len(s.text)
	for _, m := range s.marks[s.summedMarks:] {
		s.text = append(s.text, byte(m.what))
		s.text = binary.AppendUvarint(s.text, uint64(m.end-s.summed))
	}
	sum := sha256.Sum256(s.text[s.summed:])
	s.text, s.summed, s.summedMarks = s.text[:n], n, len(s.marks)
	return sum
}

// Memory keeps what came of cutting texts, so that a document that changes a little
// is cut a little. It may be used by several at a time.
type Memory struct {
	mu   sync.Mutex
	cuts map[string]remembered
}

type remembered struct {
	sum [sha256.Size]byte
	cut *Cut
}

// Cut cuts the texts of a source, whose sum is given, unless it did the last time
// that it was asked for the name.
func (m *Memory) Cut(name string, s *Source, sum [sha256.Size]byte) *Cut {
	m.mu.Lock()
	r, ok := m.cuts[name]
	m.mu.Unlock()
	if ok && r.sum == sum {
		return r.cut
	}
	r = remembered{sum, s.Cut()}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.cuts == nil {
		m.cuts = map[string]remembered{}
	}
	m.cuts[name] = r
	return r.cut
}

// Cut is what an index is made of: texts, cut into words. It is small, and does
// not change.
type Cut struct {
	texts      []Place
	words      string // each once, each ended by a NUL, in the order of the texts
	places     []int32
	between    []string // what stands between words; first a space
	separators []uint8  // behind each place
}

// Place is a text that was cut: where it is found, and how many words it has.
type Place struct {
	Kind    Kind
	Heading string
	// Address is its page from the root of the site, with the id there.
	Address       string
	heading, body int
}

// Places are the texts of a cut.
func (c *Cut) Places() []Place { return c.texts }

// Cut cuts the texts into words.
func (s *Source) Cut() *Cut {
	c := &s.cut
	c.reset()
	var page, anchor string
	at := 0
	for _, m := range s.marks {
		part := s.text[at:m.end]
		at = m.end
		switch m.what {
		case markHeading:
			t := &c.texts[len(c.texts)-1]
			t.Heading = string(part)
			t.heading = c.add(part, " ")
		case markPage:
			page = string(part)
		case markAnchor:
			if anchor = string(part); anchor != "" {
				page += "#" + anchor
			}
			c.texts[len(c.texts)-1].Address = page
		case markParagraph:
			// A paragraph that ends without a full stop, as names do, is set apart in excerpts.
			c.texts[len(c.texts)-1].body += c.add(part, " · ")
		default:
			c.texts = append(c.texts, Place{Kind: Kind(m.what - markText)})
		}
	}
	out := c.Cut
	out.words = string(c.table.text)
	out.texts, out.places, out.between, out.separators = bytesOf(out.texts), bytesOf(out.places), bytesOf(out.between), bytesOf(out.separators)
	return &out
}

// bytesOf is a copy without room to grow.
func bytesOf[T any](s []T) []T { return append(make([]T, 0, len(s)), s...) }

// cutter cuts texts; its room serves one source after another.
type cutter struct {
	Cut
	table    table
	betweens map[string]uint8
	spaced   [256]uint8 // of those that are a byte and a space
}

func (c *cutter) reset() {
	c.table.reset()
	c.texts, c.places, c.separators = c.texts[:0], c.places[:0], c.separators[:0]
	c.between = append(c.between[:0], " ")
	c.betweens = map[string]uint8{" ": 0}
	c.spaced = [256]uint8{}
}

// add cuts a heading or a paragraph, and returns how many words it has.
func (c *cutter) add(text []byte, end string) int {
	n, last := 0, 0
	for at := 0; at < len(text); {
		start := at
		var plain bool
		if at, plain = word(text, at); at == start {
			_, size := utf8.DecodeRune(text[at:])
			at += size
			continue
		}
		if n > 0 {
			c.separate(text[last:start])
		}
		w := text[start:at]
		if !plain {
			w = []byte(short(string(w)))
		}
		c.places = append(c.places, c.table.number(w))
		n++
		last = at
	}
	if n > 0 {
		if rest := bytes.TrimSpace(text[last:]); len(rest) > 0 {
			end = string(rest) + " "
		}
		c.separate([]byte(end))
	}
	return n
}

func (c *cutter) separate(raw []byte) {
	if len(raw) == 1 && raw[0] == ' ' {
		c.separators = append(c.separators, 0)
		return
	}
	if len(raw) == 2 && raw[1] == ' ' {
		if n := c.spaced[raw[0]]; n > 0 {
			c.separators = append(c.separators, n)
			return
		}
	}
	n, ok := c.betweens[string(raw)]
	if !ok {
		n = separatorOf(&c.between, between(string(raw)))
		if len(c.betweens) < mostSeparators {
			c.betweens[string(raw)] = n
		}
	}
	if len(raw) == 2 && raw[1] == ' ' {
		c.spaced[raw[0]] = n
	}
	c.separators = append(c.separators, n)
}

// separatorOf returns the number of what stands between words. When there are too
// many, which takes a text that is made for it, it is a space.
func separatorOf(known *[]string, s string) uint8 {
	for n, k := range *known {
		if k == s {
			return uint8(n)
		}
	}
	if len(*known) == mostSeparators {
		return 0
	}
	*known = append(*known, s)
	return uint8(len(*known) - 1)
}

// between is what stands between two words, shortened: white space is one space.
func between(s string) string {
	const longest = 12
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
		if b.Len() > longest {
			return b.String() + "… "
		}
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// table numbers words as they are met.
type table struct {
	slots []int32 // by hash: the number of a word, plus 1
	ends  []int32 // of the words in text, before the NUL that ends each
	text  []byte
}

var seed = maphash.MakeSeed()

func (t *table) reset() {
	if t.slots == nil {
		t.slots = make([]int32, 1<<11)
	}
	clear(t.slots)
	t.ends, t.text = t.ends[:0], t.text[:0]
}

// word is the n-th word.
func (t *table) word(n int32) []byte {
	start := int32(0)
	if n > 0 {
		start = t.ends[n-1] + 1
	}
	return t.text[start:t.ends[n]]
}

func (t *table) number(w []byte) int32 {
	mask := uint64(len(t.slots) - 1)
	at := maphash.Bytes(seed, w) & mask
	for ; t.slots[at] > 0; at = (at + 1) & mask {
		if n := t.slots[at] - 1; string(t.word(n)) == string(w) {
			return n
		}
	}
	n := int32(len(t.ends))
	t.slots[at] = n + 1
	t.text = append(t.text, w...)
	t.ends = append(t.ends, int32(len(t.text)))
	t.text = append(t.text, 0)
	if len(t.ends)*2 > len(t.slots) {
		t.grow()
	}
	return n
}

func (t *table) grow() {
	t.slots = make([]int32, 2*len(t.slots))
	mask := uint64(len(t.slots) - 1)
	for n := range t.ends {
		at := maphash.Bytes(seed, t.word(int32(n))) & mask
		for t.slots[at] > 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = int32(n) + 1
	}
}
