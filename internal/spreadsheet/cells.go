package spreadsheet

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// sheetReader reads the cells of a sheet.
type sheetReader struct {
	*Book
	out  *Sheet
	most int
	row  int // the last met
	cell xmlCell
}

// xmlCell is a cell as it is written.
type xmlCell struct {
	name, kind      string
	style           int
	value, inline   []byte
	formula, valued bool
}

func (r *sheetReader) start(e xml.StartElement, in string) error {
	switch name := e.Name.Local; {
	case name == "row" && in == "sheetData":
		n, err := strconv.Atoi(attribute(e, "r"))
		if err != nil || n <= r.row {
			n = r.row + 1 // the number may be left out
		}
		r.row = n
	case name == "c" && in == "row":
		style, _ := strconv.Atoi(attribute(e, "s"))
		r.cell = xmlCell{name: attribute(e, "r"), kind: attribute(e, "t"), style: style, value: r.cell.value[:0], inline: r.cell.inline[:0]}
	case name == "f" && in == "c":
		r.cell.formula = true
	case name == "v" && in == "c":
		r.cell.valued = true
	case name == "mergeCell" && len(r.out.Merged) < maxMerged:
		from, to, _ := strings.Cut(attribute(e, "ref"), ":")
		var m Range
		var ok, end bool
		m.FromRow, m.FromColumn, ok = parseName(from)
		m.ToRow, m.ToColumn, end = parseName(cmp.Or(to, from))
		if ok && end {
			r.out.Merged = append(r.out.Merged, m)
		}
	}
	return nil
}

func (r *sheetReader) chars(b []byte, in, around string) {
	switch {
	case in == "v" && around == "c":
		r.cell.value = append(r.cell.value, b...)
	case in == "t" && (around == "is" || around == "r"): // of runs; not of phonetic hints
		r.cell.inline = append(r.cell.inline, b...)
	}
}

func (r *sheetReader) end(name, in string) error {
	if name != "c" || in != "row" || r.out.More {
		return nil
	}
	x := &r.cell
	text, err := r.text(x)
	if err != nil {
		return err
	}
	rows := r.out.Rows
	fresh := len(rows) == 0 || rows[len(rows)-1].Number != r.row
	c := Cell{Text: text, Unworked: x.formula && !x.valued}
	if _, column, ok := parseName(x.name); ok {
		c.Column = column
	} else if !fresh { // the name may be left out
		cells := rows[len(rows)-1].Cells
		c.Column = cells[len(cells)-1].Column + 1
	}
	switch {
	case text == "" && !c.Unworked:
		return nil
	case c.Column >= maxColumns:
		return fmt.Errorf("cell %s: more than %d columns", Name(r.row, c.Column), maxColumns)
	case fresh && len(rows) == r.most:
		r.out.More = true
		return nil
	case fresh:
		r.out.Rows = append(rows, Row{Number: r.row})
	}
	row := &r.out.Rows[len(r.out.Rows)-1]
	row.Cells = append(row.Cells, c)
	return nil
}

// text is what a cell holds.
func (r *sheetReader) text(x *xmlCell) (string, error) {
	v := string(x.value)
	switch x.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || i < 0 || i >= len(r.texts) {
			return "", fmt.Errorf("cell %s: no text of number %q", x.name, v)
		}
		return r.texts[i], nil
	case "inlineStr":
		return string(x.inline), nil
	case "b":
		return strings.ToUpper(strconv.FormatBool(isTrue(v))), nil
	case "str", "e", "d":
		return v, nil
	}
	var as cellFormat
	if x.style >= 0 && x.style < len(r.shown) {
		as = r.shown[x.style]
	}
	return r.number(strings.TrimSpace(v), as), nil
}

// number writes a number as people would: a file has the digits of its binary
// form, 39.799999999999997, of which fifteen mean something.
func (b *Book) number(v string, as cellFormat) string {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) || math.Abs(n) >= 1e21 {
		return v
	}
	switch as {
	case isPercent:
		n *= 100
	case isDate:
		if day := int(n) + b.days; day > 60 && day < 2958466 { // from March 1900, as 29 February 1900 was none, to 9999
			return time.Date(1899, time.December, 30+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		}
	}
	n, _ = strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// readTexts reads the texts that cells share.
func (b *Book) readTexts() error {
	var text []byte
	return b.walk("xl/sharedStrings.xml", visitor{
		start: func(e xml.StartElement, in string) error {
			if e.Name.Local == "si" && in == "sst" {
				text = text[:0]
			}
			return nil
		},
		text: func(c []byte, in, around string) {
			if in == "t" && (around == "si" || around == "r") {
				text = append(text, c...)
			}
		},
		end: func(name, in string) error {
			if name == "si" && in == "sst" {
				b.texts = append(b.texts, string(text))
			}
			return nil
		},
	})
}

// cellFormat is what the format of a number makes of it.
type cellFormat uint8

const (
	isPlain cellFormat = iota
	isPercent
	isDate
)

// builtin are the formats that every workbook has without writing them down.
func builtin(id int) cellFormat {
	switch {
	case id == 9 || id == 10:
		return isPercent
	case 14 <= id && id <= 17, id == 22:
		return isDate
	}
	return isPlain
}

// readStyles finds the styles of percentages and dates.
func (b *Book) readStyles() error {
	own := map[int]cellFormat{}
	return b.walk("xl/styles.xml", visitor{start: func(e xml.StartElement, in string) error {
		switch {
		case e.Name.Local == "numFmt" && in == "numFmts" && len(own) < maxParts:
			if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
				own[id] = formatOf(attribute(e, "formatCode"))
			}
		case e.Name.Local == "xf" && in == "cellXfs" && len(b.shown) < 1<<16:
			id, _ := strconv.Atoi(attribute(e, "numFmtId"))
			as, known := own[id]
			if !known {
				as = builtin(id)
			}
			b.shown = append(b.shown, as)
		}
		return nil
	}})
}

// formatOf tells what a format of a workbook's own makes of a number: its first
// section, without what stands in quotes, brackets and behind a backslash.
func formatOf(code string) cellFormat {
	var bare strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case c == ';':
			i = len(code)
		default:
			bare.WriteByte(c)
		}
	}
	plain := strings.ToLower(bare.String())
	switch {
	case strings.Contains(plain, "%"):
		return isPercent
	case plain != "general" && strings.ContainsAny(plain, "yd"):
		return isDate
	}
	return isPlain
}
