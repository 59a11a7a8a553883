package markdown

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// maxFile is the size beyond which a file is not read: a chapter of eight
// megabytes is a mistake, and no page of that size opens on a phone.
const maxFile = 8 << 20

// manuscript is a file made fit to be read: UTF-8, lines ended by "\n", no byte order
// mark, no control characters. shifts lead back to the file's own bytes.
type manuscript struct {
	path   string
	b      []byte
	shifts []shift
	lines  []int // where the front matter's lines start, once somebody asked
}

// shift says that from offset at of the text on, the file is delta bytes ahead.
type shift struct{ at, delta int }

// off returns the offset in the file of offset i in the text.
func (t *manuscript) off(i int) int {
	if len(t.shifts) == 0 {
		return i
	}
	n := sort.Search(len(t.shifts), func(k int) bool { return t.shifts[k].at > i })
	out := i
	if n > 0 {
		out += t.shifts[n-1].delta
	}
	if n < len(t.shifts) { // within a U+FFFD, which is longer than what it replaces
		out = min(out, t.shifts[n].at+t.shifts[n].delta)
	}
	return out
}

// span returns the place in the file of a stretch of the text, cut at its end.
func (t *manuscript) span(start, end int) source.Span {
	start = max(0, min(start, len(t.b)))
	end = max(start, min(end, len(t.b)))
	s := source.Span{Path: t.path, Start: t.off(start), End: t.off(end)}
	if end > start { // not with the "\r" that may stand behind it
		s.End = min(s.End, t.off(end-1)+1)
	}
	return s
}

// odd marks the bytes that do not go into a text as they are.
var odd = func() (t [256]bool) {
	for c := range 0x20 {
		t[c] = c != '\n' && c != '\t'
	}
	t[0x7F] = true
	return t
}()

// turns: the character turns the direction of what follows, so that people read
// something else than what is written.
func turns(r rune) bool { return 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 }

// control: the character does not go into a text, or turns its direction.
func control(r rune) bool { return r < utf8.RuneSelf && odd[r] || turns(r) }

// breaks: a line break of word processors, which browsers show as nothing at all.
func breaks(r rune) bool { return r == 0x2028 || r == 0x2029 || r == 0x85 }

// byteOrderMark is what some editors for Windows put before a text.
var byteOrderMark = []byte("\uFEFF")

// intake makes the text of f. Nearly every file is fit as it is, and shares its bytes.
func intake(f *source.File) (*manuscript, []diag.Diagnostic) {
	t := &manuscript{path: f.Path, b: f.Bytes}
	if clean(f.Bytes) {
		return t, nil
	}
	return t, t.mend(f.Bytes)
}

// clean reports whether b is fit as it is.
func clean(b []byte) bool {
	if bytes.HasPrefix(b, byteOrderMark) {
		return false
	}
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case odd[c]:
			return false
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && size == 1 || turns(r) || breaks(r) {
				return false
			}
			i += size - 1
		}
	}
	return true
}

// mend copies b into the text and replaces what is unfit.
func (t *manuscript) mend(b []byte) []diag.Diagnostic {
	out := make([]byte, 0, len(b)+64)
	delta := 0
	move := func(by int) { // by: bytes of the file taken less bytes written
		delta += by
		t.shifts = append(t.shifts, shift{len(out), delta})
	}
	var invalid, control []int
	i := 0
	if bytes.HasPrefix(b, byteOrderMark) {
		i = len(byteOrderMark)
		move(i)
	}
	for i < len(b) {
		c := b[i]
		switch {
		case c == '\r' && i+1 < len(b) && b[i+1] == '\n':
			move(1)
			i++
		case c == '\r':
			out = append(out, '\n')
			i++
		case odd[c]:
			control = append(control, i)
			out = utf8.AppendRune(out, utf8.RuneError)
			move(1 - 3)
			i++
		case c < utf8.RuneSelf:
			out = append(out, c)
			i++
		default:
			r, n := utf8.DecodeRune(b[i:])
			switch {
			case turns(r):
				control = append(control, i)
				out = utf8.AppendRune(out, utf8.RuneError)
			case breaks(r):
				out = append(out, ' ')
				move(n - 1)
			default:
				out = utf8.AppendRune(out, r)
				if r == utf8.RuneError && n == 1 {
					invalid = append(invalid, i)
					move(1 - 3)
				}
			}
			i += n
		}
	}
	t.b = out
	var ds []diag.Diagnostic
	if len(invalid) > 0 {
		ds = append(ds, diag.New(diag.FileNotUTF8, source.Span{Path: t.path, Start: invalid[0], End: invalid[0] + 1}, strconv.Itoa(len(invalid))))
	}
	if len(control) > 0 {
		ds = append(ds, diag.New(diag.ControlCharacter, source.Span{Path: t.path, Start: control[0], End: control[0] + 1}, strconv.Itoa(len(control))))
	}
	return ds
}

// foreign are the first bytes of files of other programs.
var foreign = []struct{ start, name string }{
	{"PK\x03\x04", "DOCX, ODT, ZIP"}, {"\xd0\xcf\x11\xe0", "DOC"}, {"%PDF-", "PDF"}, {`{\rtf`, "RTF"},
}

// noText reports a file that is no text in UTF-8 from its first bytes on, and of
// which nothing is read.
func noText(f *source.File) (diag.Diagnostic, bool) {
	place := source.Span{Path: f.Path, End: min(len(f.Bytes), 1)}
	for _, x := range foreign {
		if bytes.HasPrefix(f.Bytes, []byte(x.start)) {
			return diag.New(diag.FileNotText, place, x.name), true
		}
	}
	if f.UTF16() {
		return diag.New(diag.FileNotUTF8, place, strconv.Itoa(len(f.Bytes))).With(diag.HintUTF16), true
	}
	return diag.Diagnostic{}, false
}
