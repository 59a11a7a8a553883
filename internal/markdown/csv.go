package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// tableCSV returns a table as CSV (RFC 4180, UTF-8, lines ended by CR LF). The
// content of merged cells is repeated in each place: data has no merged cells. The
// text of a link to which the author gave none is left open as a slot, in a field
// with quotes: SpliceCSV fills it.
func (r *renderer) tableCSV(t *table) []byte {
	out := r.room.csv[:0]
	for row := range t.rows {
		for col := range t.cols {
			if col > 0 {
				out = append(out, ',')
			}
			c := &t.cells[t.at(row, col).owner]
			if c.node != nil && c.merge == 0 {
				out = appendField(out, r.cellText(c.node))
			}
		}
		out = append(out, '\r', '\n')
	}
	r.room.csv = out
	return bytes.Clone(out)
}

// cellText returns the words of a cell, in a buffer that the next call overwrites.
func (r *renderer) cellText(n ast.Node) []byte {
	r.room.scratch = r.appendPlain(r.room.scratch[:0], n, func(dst, link []byte) []byte {
		return appendSlot(dst, SlotText, strings.TrimSpace(unescape(link)))
	})
	return squeeze(r.room.scratch)
}

// SpliceCSV appends a table to dst and calls fill for the text of every link that
// it leaves open. The argument is that of SlotText.
func SpliceCSV(dst, table []byte, fill func(link string) string) []byte {
	return Splice(dst, table, func(dst []byte, _ byte, link []byte) []byte {
		text := fill(string(link))
		if Formula([]byte(text)) {
			dst = append(dst, '\'')
		}
		return append(dst, strings.ReplaceAll(text, `"`, `""`)...)
	})
}

func appendField(out, v []byte) []byte {
	risky := Formula(v)
	if !risky && bytes.IndexAny(v, ",;\"\r\n\t") < 0 && bytes.IndexByte(v, slotStart) < 0 {
		return append(out, v...)
	}
	out = append(out, '"')
	if risky {
		out = append(out, '\'')
	}
	for _, c := range v {
		if c == '"' {
			out = append(out, '"')
		}
		out = append(out, c)
	}
	return append(out, '"')
}

// Formula says whether a spreadsheet would run v, as CSV has no way to say that
// a text is a text (OWASP, "CSV Injection"). A number with a sign is none, in
// Polish writing neither: "-1 250,5 %".
func Formula(v []byte) bool {
	if len(v) == 0 || strings.IndexByte("=+-@\t\r", v[0]) < 0 {
		return false
	}
	if v[0] != '-' && v[0] != '+' || len(v) == 1 {
		return len(v) > 1 || v[0] != '-'
	}
	marks := 0
	for i, c := range string(v[1:]) {
		switch {
		case '0' <= c && c <= '9':
		case i > 0 && (c == ' ' || c == '\u00a0' || c == '%'):
		case i > 0 && (c == ',' || c == '.'):
			marks++
		default:
			return true
		}
	}
	return marks > 1
}
