package markdown

import (
	"strconv"
	"unicode/utf8"

	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
)

// A passage is what can be cited below a heading: a paragraph, an item of a
// list, a row of a table. Its id is made of its first words, so that it survives
// edits elsewhere, and beside it stands its number for people: paragraphs and
// items are counted from the section's heading, rows from the table's.
type passage struct {
	id     string
	row    bool
	number int
}

const (
	// shortPassage and longPassage are the lengths of a passage's id in bytes,
	// where the short one is free and where it is taken.
	shortPassage, longPassage = 32, 64
	// passageText is how much of a passage's text is looked at for its id.
	passageText = 96
)

// passageOf gives a passage that starts with the text of n its id. It has none
// if there is no text, and is no passage.
func (r *renderer) passageOf(n ast.Node) passage {
	if n == nil {
		return passage{}
	}
	r.room.scratch = r.appendStart(r.room.scratch[:0], n)
	words := r.room.scratch
	var room [len(strategy.PassagePrefix) + longPassage + 2]byte
	name := appendAnchor(append(room[:0], strategy.PassagePrefix...), words, shortPassage)
	if len(name) == len(strategy.PassagePrefix) { // letters that have no ASCII of their own
		if words = squeeze(words); len(words) == 0 {
			return passage{}
		}
		name = strconv.AppendUint(name, uint64(strategy.PassageSum(string(words))), 36)
	} else if _, taken := r.room.owners[string(name)]; taken {
		name = appendAnchor(name[:len(strategy.PassagePrefix)], words, longPassage)
	}
	id := r.unique(string(name))
	r.room.owners[id] = source.Span{}
	r.e.Passages = append(r.e.Passages, strategy.PassageSum(id))
	return passage{id: id}
}

// appendStart appends the first words of an inline container.
func (r *renderer) appendStart(dst []byte, n ast.Node) []byte {
	for c := n.FirstChild(); c != nil && len(dst) < passageText; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			v := c.Segment.Value(r.src)
			if cut := passageText; len(v) > cut {
				for cut > 0 && !utf8.RuneStart(v[cut]) {
					cut--
				}
				v = v[:cut]
			}
			dst = append(appendUnescaped(dst, v), ' ')
		case *ast.Link:
			dst = r.appendStart(dst, c)
			if c.FirstChild() == nil {
				dst = append(append(dst, c.Destination...), ' ')
			}
		default:
			dst = r.appendStart(dst, c)
		}
	}
	return dst
}

// passageTag writes the id into the tag of a passage's element, which is not closed yet.
func (r *renderer) passageTag(p passage) {
	if p.id == "" {
		return
	}
	r.str(` id="`)
	r.slot(SlotID, p.id)
	r.str(`"`)
}

// within writes what f writes as the inside of a passage: what stands in it is no
// passage of its own, and the first text in it ends with the passage's pin.
func (r *renderer) within(p passage, f func()) {
	outer := r.pending
	r.inside++
	r.pending = p
	f()
	r.inside--
	r.pending = outer
}

// pin ends the first text of a passage with the link to it.
func (r *renderer) pin() {
	p := r.pending
	if p.id == "" {
		return
	}
	r.pending = passage{}
	kind := byte('p')
	if p.row {
		kind = 'r'
	} else {
		r.passages++
		p.number = r.passages
	}
	r.out = append(r.out, slotStart, SlotPassage, kind)
	r.out = strconv.AppendInt(r.out, int64(p.number), 10)
	r.out = append(r.out, ' ')
	r.out = append(r.out, p.id...)
	r.out = append(r.out, slotEnd)
}
