package observation

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// csvTable is a table as CSV.
type csvTable struct {
	f     *source.File
	csv   *csv.Reader
	base  int // where the table starts in the file
	above int // lines before it
}

func openCSV(f *source.File) *csvTable {
	if bytes.IndexByte(f.Bytes, '\n') < 0 && bytes.IndexByte(f.Bytes, '\r') >= 0 { // as Excel for the Mac ends lines
		f = source.NewFile(f.Path, bytes.ReplaceAll(f.Bytes, []byte("\r"), []byte("\n")))
	}
	t := &csvTable{f: f}
	b := f.Bytes
	if rest, ok := bytes.CutPrefix(b, []byte("\ufeff")); ok {
		b = rest
	}
	comma := rune(0)
	if line, rest, _ := bytes.Cut(b, []byte("\n")); len(line) >= 5 && bytes.EqualFold(line[:4], []byte("sep=")) {
		comma, b, t.above = rune(line[4]), rest, 1 // Excel's own hint
	}
	t.base = len(f.Bytes) - len(b)
	if !strings.ContainsRune(";,\t", comma) || comma == 0 {
		comma = separator(b)
	}
	t.csv = csv.NewReader(bytes.NewReader(b))
	t.csv.Comma, t.csv.Comment, t.csv.FieldsPerRecord, t.csv.ReuseRecord = comma, '#', -1, true
	return t
}

// separator is the character that separates the header's names: the most
// frequent of the three.
func separator(b []byte) rune {
	for len(b) > 0 {
		line, rest, _ := bytes.Cut(b, []byte("\n"))
		if b = rest; len(bytes.TrimSpace(line)) == 0 || line[0] == '#' {
			continue
		}
		best, most := ';', 0
		for _, c := range ";\t," {
			if n := bytes.Count(line, []byte(string(c))); n > most {
				best, most = c, n
			}
		}
		return best
	}
	return ';'
}

func (t *csvTable) next() ([]string, error) {
	row, err := t.csv.Read()
	if err != nil {
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		at, hint := t.end(), diag.HintLibrary
		if pe := (*csv.ParseError)(nil); errors.As(err, &pe) {
			line, column := pe.Line, pe.Column
			if pe.StartLine < pe.Line && errors.Is(pe.Err, csv.ErrQuote) {
				line, column = pe.StartLine, 1 // the row with the quote, not where the file ends
			}
			_, start := t.f.Line(line + t.above)
			at.Start = min(start+max(0, column-1), len(t.f.Bytes))
			at.End, err = at.Start, pe.Err
			switch {
			case errors.Is(err, csv.ErrBareQuote):
				hint = diag.HintCellQuote
			case errors.Is(err, csv.ErrQuote):
				hint = diag.HintCellOpen
			}
		}
		return nil, &broken{diag.New(diag.DataSyntax, at).With(hint, err.Error())}
	}
	for i, s := range row {
		if !utf8.ValidString(s) {
			// Offices that don't write UTF-8 write the encoding of their Windows.
			if plain, err := charmap.Windows1250.NewDecoder().String(s); err == nil {
				row[i] = plain
			}
		}
	}
	return row, nil
}

// at is the place of a cell of the row read last.
func (t *csvTable) at(column int) source.Span {
	line, byteAt := t.csv.FieldPos(column)
	_, start := t.f.Line(line + t.above)
	if line == 1 && t.above == 0 {
		start = t.base // after the byte order mark
	}
	from := min(start+byteAt-1, len(t.f.Bytes))
	to := from
	if row, _ := t.f.Line(line + t.above); true {
		rest := row[min(max(0, byteAt-1), len(row)):]
		to = from + len(rest)
		if i := bytes.IndexRune(rest, t.csv.Comma); i >= 0 {
			to = from + i
		}
	}
	return source.Span{Path: t.f.Path, Start: from, End: min(to, len(t.f.Bytes))}
}

// end is the place that the reading has come to.
func (t *csvTable) end() source.Span {
	off := min(t.base+int(t.csv.InputOffset()), len(t.f.Bytes))
	return source.Span{Path: t.f.Path, Start: off, End: off}
}
