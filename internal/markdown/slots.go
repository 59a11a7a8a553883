package markdown

import (
	"bytes"
	"strconv"
)

// The kinds of slots. The HTML around a slot is written here, what stands in
// its place is written by whoever calls Splice.
const (
	// SlotHref is the address of a link. The argument is a Link as written:
	// "goal:ID", "sec:…", "doc:ID#frag", "file:content/a/b.md#frag" or "#anchor".
	SlotHref = 'h'
	// SlotText is the text of a link to which the author gave none; the same argument.
	SlotText = 't'
	// SlotID is an id, or several set apart by spaces, of elements on the page.
	SlotID = 'i'
	// SlotImage is the address of an image: "file:content/…".
	SlotImage = 's'
	// SlotSize is the width and height of an image as attributes, each after a
	// space; nothing if they are not known. The same argument.
	SlotSize = 'z'
	// SlotBlock is a generated block: the index in Entry.Blocks; with
	// Options.Lines "|" and its line follow.
	SlotBlock = 'b'
	// SlotWord is a word of the interface: its key, and after "|" a parameter.
	// The keys are the constants Word….
	SlotWord = 'w'
	// SlotPermalink is the link to a heading, after it: the index in Entry.Sections.
	SlotPermalink = 'p'
	// SlotPassage is the link to a passage, at the end of its first text: "p"
	// for a paragraph or an item of a list, "r" for a row of a table, then the
	// passage's number, a space, and its id.
	SlotPassage = 'n'
	// SlotCSV is the link to a table's data: the index in Entry.Tables.
	SlotCSV = 'c'
	// SlotLang is the attribute lang of an element whose words are those of the
	// interface, in a text that states its own language; nothing if the two are
	// one. It has no argument.
	SlotLang = 'g'
	// SlotLine is the line where the block begins within whose open tag it
	// stands. Only Options.Lines brings it.
	SlotLine = 'l'
)

// The keys of SlotWord; N is the number of a footnote or table.
const (
	WordFootnotes    = "footnotes"     // heading of the notes
	WordFootnote     = "footnote"      // footnote|N: accessible name of a reference
	WordFootnoteBack = "footnote-back" // footnote-back|N: text of the way back
	WordTable        = "table"         // table|N: caption of a table without one
)

const (
	slotStart = 0xFF
	slotEnd   = 0xFE
)

// Splice appends prose to dst and calls fill for every slot to append what
// belongs there. The argument is only valid during the call.
func Splice(dst, prose []byte, fill func(dst []byte, kind byte, arg []byte) []byte) []byte {
	for {
		i := bytes.IndexByte(prose, slotStart)
		if i < 0 {
			return append(dst, prose...)
		}
		dst = append(dst, prose[:i]...)
		prose = prose[i+1:]
		end := bytes.IndexByte(prose, slotEnd)
		if end < 1 {
			panic("markdown: broken slot")
		}
		dst = fill(dst, prose[0], prose[1:end])
		prose = prose[end+1:]
	}
}

func appendSlot(dst []byte, kind byte, arg string) []byte {
	dst = append(dst, slotStart, kind)
	dst = append(dst, arg...)
	return append(dst, slotEnd)
}

func appendSlotInt(dst []byte, kind byte, n int) []byte {
	dst = append(dst, slotStart, kind)
	dst = strconv.AppendInt(dst, int64(n), 10)
	return append(dst, slotEnd)
}

// lang opens the way for the language of the interface's words, within the tag
// of the element that holds them.
func (r *renderer) lang() {
	if r.e.Lang != "" {
		r.slot(SlotLang, "")
	}
}

// appendWord writes the slot of a word with a number.
func appendWord(dst []byte, key string, n int) []byte {
	dst = append(dst, slotStart, SlotWord)
	dst = append(dst, key...)
	dst = append(dst, '|')
	dst = strconv.AppendInt(dst, int64(n), 10)
	return append(dst, slotEnd)
}
