package observation

import (
	"archive/zip"
	"errors"
	"io"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/spreadsheet"
)

// A workbook is no text: a place in it is counted in cells, so many to a row.
const cellsInRow = 1 << 14

func (r *reader) place(row, column int) source.Span {
	at := row*cellsInRow + min(column, cellsInRow-1)
	return source.Span{Path: r.f.Path, Start: at, End: at}
}

// inCell tells the sheet and the cell of a place in a workbook.
func inCell(d diag.Diagnostic, sheet string) diag.Diagnostic {
	for i, h := range d.Hints {
		if h.Key == diag.HintFirst {
			d.Hints[i] = diag.Hint{Key: diag.HintFirstCell, Args: []string{sheet, cellName(h.Span)}}
		}
	}
	if d.Span.Start == 0 {
		return d // of the file as a whole
	}
	return d.With(diag.HintCell, sheet, cellName(d.Span))
}

func cellName(s source.Span) string { return spreadsheet.Name(s.Start/cellsInRow, s.Start%cellsInRow) }

// readBook reads the table on a sheet of a workbook: the one that the indicator
// names, or the first that people see.
func (r *reader) readBook() {
	at := source.Span{Path: r.f.Path}
	book, err := spreadsheet.Open(r.f.Bytes)
	if err != nil {
		r.unreadable(err)
		return
	}
	name := r.e.Indicator.Sheet
	sheet, err := book.Read(name, maxRows+2) // with the header, and one to tell that there are more
	switch {
	case err != nil:
		r.unreadable(err)
		return
	case sheet == nil:
		d := diag.New(diag.DataSheetUnknown, r.e.At("sheet"), name)
		if near, ok := diag.Nearest(name, book.Sheets()); ok {
			d = d.With(diag.HintNearest, near)
		}
		r.report(d.With(diag.HintKnown, strings.Join(book.Sheets(), ", ")))
		return
	}
	if r.sheet = sheet.Name; r.sheet == "" {
		r.sheet = "1"
	}
	rows := map[int]bool{}
	for _, row := range sheet.Rows {
		rows[row.Number] = true
	}
	for _, m := range sheet.Merged {
		if rows[m.FromRow] && m.FromRow+m.FromColumn < m.ToRow+m.ToColumn {
			r.report(diag.New(diag.DataMerged, r.place(m.FromRow, m.FromColumn), m.String()))
		}
	}
	if len(sheet.Rows) == 0 {
		r.report(diag.New(diag.DataEmpty, at))
		return
	}
	r.read(&bookTable{r: r, rows: sheet.Rows})
}

// unreadable reports a workbook that can't be read.
func (r *reader) unreadable(err error) {
	at := source.Span{Path: r.f.Path}
	switch {
	case errors.Is(err, spreadsheet.ErrOld):
		r.report(diag.New(diag.DataBookOld, at))
	case errors.Is(err, spreadsheet.ErrTooBig):
		r.report(diag.New(diag.DataBookBig, at))
	case errors.Is(err, zip.ErrFormat):
		r.report(diag.New(diag.DataBook, at).With(diag.HintNotZIP))
	case errors.Is(err, spreadsheet.ErrOther):
		r.report(diag.New(diag.DataBook, at).With(diag.HintNotXLSX))
	case errors.Is(err, spreadsheet.ErrNoSheet):
		r.report(diag.New(diag.DataBook, at).With(diag.HintNoSheets))
	default:
		r.report(diag.New(diag.DataBook, at).With(diag.HintLibrary, err.Error()))
	}
}

// bookTable is a table on a sheet.
type bookTable struct {
	r    *reader
	rows []spreadsheet.Row
	row  spreadsheet.Row // read last
	text []string
}

func (t *bookTable) next() ([]string, error) {
	if len(t.rows) == 0 {
		return nil, io.EOF
	}
	t.row, t.rows, t.text = t.rows[0], t.rows[1:], t.text[:0]
	for _, c := range t.row.Cells {
		for len(t.text) <= c.Column {
			t.text = append(t.text, "")
		}
		t.text[c.Column] = c.Text
		if c.Unworked {
			t.r.report(diag.New(diag.DataUnworked, t.at(c.Column)))
		}
	}
	return t.text, nil
}

func (t *bookTable) at(column int) source.Span { return t.r.place(t.row.Number, column) }
