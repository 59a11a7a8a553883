// Package spreadsheet reads the values of a workbook in the format of Excel and of
// every other office suite: XLSX, which is Office Open XML (ISO/IEC 29500), sheets
// as XML in a ZIP archive. It reads values only: what a formula came to when the
// file was saved, never what it says; no macro, link, picture or style, but for the
// formats that tell percentages and dates from other numbers.
//
// It stands on the standard library alone, as the libraries there are unpack and
// keep all of a workbook, and one that is well kept costs a third of the time in
// which the program starts, in every command.
//
// A workbook is hostile input: what it unpacks to is bounded whatever its directory
// says, elements may not nest without end, and rows and columns are counted.
package spreadsheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// The bounds of a workbook: far beyond any table that people keep by hand.
const (
	maxPart    = 16 << 20 // bytes of one part, unpacked
	maxParts   = 4096     // of the archive
	maxDepth   = 40       // of elements
	maxSheets  = 256
	maxColumns = 1024
	maxMerged  = 10000
)

// The reasons why a workbook is not read. Others are of its form, and tell it.
var (
	// ErrOld is returned for the formats before XLSX, and for workbooks locked by
	// a password, which look the same from outside.
	ErrOld = errors.New("an old format, or locked by a password")
	// ErrTooBig is returned, wrapped with the part's name, for a part that
	// unpacks to more than is read.
	ErrTooBig = errors.New("too big")
	// ErrOther is returned for an archive that is no workbook.
	ErrOther = errors.New("no workbook in the archive")
	// ErrNoSheet is returned for a workbook whose sheets, or one of them, are missing.
	ErrNoSheet = errors.New("no sheet in the workbook")
)

// Book is a workbook.
type Book struct {
	parts  map[string]*zip.File
	sheets []sheet
	texts  []string     // that cells share
	shown  []cellFormat // by style
	days   int          // between the epoch of its dates and that of Excel for Windows
}

type sheet struct {
	name, part string
	hidden     bool
}

// Sheet is the cells of one sheet.
type Sheet struct {
	Name string
	Rows []Row // those that hold anything, from the top
	// Merged are the cells that were merged into one, by their upper left one.
	Merged []Range
	// More says that there are more rows than were asked for.
	More bool
}

// Row is a row of a sheet. Number counts from 1.
type Row struct {
	Number int
	Cells  []Cell // from the left
}

// Cell is a cell that holds something. Column counts from 0.
type Cell struct {
	Column int
	Text   string
	// Unworked says that it holds a formula whose value was not saved.
	Unworked bool
}

// Range is a rectangle of cells, both corners included.
type Range struct{ FromRow, FromColumn, ToRow, ToColumn int }

// String writes the range as spreadsheets do, "A2:A5".
func (r Range) String() string {
	return Name(r.FromRow, r.FromColumn) + ":" + Name(r.ToRow, r.ToColumn)
}

// Name is what spreadsheets call a cell: "B5" is row 5, column 1.
func Name(row, column int) string {
	var letters []byte
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		letters = append(letters, byte('A'+(n-1)%26))
	}
	slices.Reverse(letters)
	return string(letters) + strconv.Itoa(row)
}

// parseName reads the name of a cell.
func parseName(s string) (row, column int, ok bool) {
	i := 0
	for ; i < len(s) && i < 4 && 'A' <= s[i] && s[i] <= 'Z'; i++ {
		column = column*26 + int(s[i]-'A') + 1
	}
	row, err := strconv.Atoi(s[i:])
	return row, column - 1, err == nil && i > 0 && row > 0
}

// Open reads the directory of a workbook.
func Open(b []byte) (*Book, error) {
	if bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0")) {
		return nil, ErrOld
	}
	archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, err
	}
	if len(archive.File) > maxParts {
		return nil, fmt.Errorf("%d parts: %w", len(archive.File), ErrTooBig)
	}
	book := &Book{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		book.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	if err := book.readWorkbook(); err != nil {
		return nil, err
	}
	return book, errors.Join(book.readTexts(), book.readStyles())
}

// Sheets are the names of the sheets that people see, in their order.
func (b *Book) Sheets() []string {
	var out []string
	for _, s := range b.sheets {
		if !s.hidden {
			out = append(out, s.name)
		}
	}
	return out
}

// visitor is told what a part holds, in its order, with the names of the elements
// around. What is nil is not told.
type visitor struct {
	start func(e xml.StartElement, in string) error
	text  func(b []byte, in, around string)
	end   func(name, in string) error
}

// walk reads a part. One that is not there holds nothing. It is read token by
// token, as whoever reads whole elements keeps however much nests in them.
func (b *Book) walk(part string, v visitor) error {
	f := b.parts[part]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", part, err)
	}
	defer r.Close()
	bounded := &io.LimitedReader{R: r, N: maxPart + 1}
	d := xml.NewDecoder(bounded)
	around := []string{"", ""}
	for {
		token, err := d.Token()
		switch {
		case bounded.N <= 0:
			err = ErrTooBig
		case errors.Is(err, io.EOF):
			return nil
		case len(around) > maxDepth:
			err = errors.New("elements nest too deep")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
		last := len(around) - 1
		switch t := token.(type) {
		case xml.StartElement:
			around = append(around, t.Name.Local)
			err = v.start(t, around[last])
		case xml.CharData:
			if v.text != nil {
				v.text(t, around[last], around[last-1])
			}
		case xml.EndElement:
			around = around[:last]
			if v.end != nil {
				err = v.end(t.Name.Local, around[last-1])
			}
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
	}
}

// attribute is the value of an attribute, "" if there is none.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readWorkbook finds the sheets.
func (b *Book) readWorkbook() error {
	const main = "xl/workbook.xml"
	if b.parts[main] == nil {
		return ErrOther
	}
	targets := map[string]string{}
	err := b.walk("xl/_rels/workbook.xml.rels", visitor{start: func(e xml.StartElement, _ string) error {
		if e.Name.Local == "Relationship" && len(targets) < maxParts {
			target := attribute(e, "Target")
			if rest, whole := strings.CutPrefix(target, "/"); whole {
				target = rest
			} else {
				target = path.Join("xl", target)
			}
			targets[attribute(e, "Id")] = target
		}
		return nil
	}})
	if err != nil {
		return err
	}
	err = b.walk(main, visitor{start: func(e xml.StartElement, in string) error {
		switch {
		case e.Name.Local == "sheet" && in == "sheets" && len(b.sheets) < maxSheets:
			s := sheet{name: attribute(e, "name"), hidden: attribute(e, "state") != "" && attribute(e, "state") != "visible"}
			for _, a := range e.Attr { // "id" alone is another attribute's local name too
				if a.Name.Local == "id" && a.Name.Space != "" {
					s.part = targets[a.Value]
				}
			}
			b.sheets = append(b.sheets, s)
		case e.Name.Local == "workbookPr" && isTrue(attribute(e, "date1904")):
			b.days = 1462
		}
		return nil
	}})
	if err == nil && len(b.sheets) == 0 {
		return ErrNoSheet
	}
	return err
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// Read reads the sheet of a name, or the first that people see for "": at most so
// many rows. It returns nil if there is no such sheet.
func (b *Book) Read(name string, rows int) (*Sheet, error) {
	i := slices.IndexFunc(b.sheets, func(s sheet) bool { return s.name == name || name == "" && !s.hidden })
	if i < 0 {
		return nil, nil
	}
	r := &sheetReader{Book: b, out: &Sheet{Name: b.sheets[i].name}, most: rows}
	if b.parts[b.sheets[i].part] == nil {
		return nil, fmt.Errorf("%w: %q", ErrNoSheet, b.sheets[i].name)
	}
	err := b.walk(b.sheets[i].part, visitor{r.start, r.chars, r.end})
	for _, row := range r.out.Rows {
		slices.SortStableFunc(row.Cells, func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) })
	}
	return r.out, err
}
