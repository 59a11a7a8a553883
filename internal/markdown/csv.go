package markdown

import (
	"bytes"
	"strings"
)

// tableCSV returns a table as CSV (RFC 4180, UTF-8, lines ended by CR LF). The
// content of merged cells is repeated in each place: data has no merged cells.
func (r *renderer) tableCSV(t *table) []byte {
	out := r.room.csv[:0]
	for row := range t.rows {
		for col := range t.cols {
			if col > 0 {
				out = append(out, ',')
			}
			c := &t.cells[t.at(row, col).owner]
			if c.node != nil && c.merge == 0 {
				out = appendField(out, r.plainBytes(c.node))
			}
		}
		out = append(out, '\r', '\n')
	}
	r.room.csv = out
	return bytes.Clone(out)
}

func appendField(out, v []byte) []byte {
	risky := Formula(v)
	if !risky && bytes.IndexAny(v, ",;\"\r\n\t") < 0 {
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
