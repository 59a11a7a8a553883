// Package sheettest writes workbooks for tests, from a few words.
package sheettest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"strategia/internal/spreadsheet"
)

// Book writes a workbook. Each line of the text that starts with "sheet " begins a
// sheet of that name, with "hidden " one that people don't see; the others are
// rows, their cells set apart by tabs:
//
//	97400.5    a number       =B2=7     a formula with its value
//	25%        a percentage   =B2       one whose value was not saved
//	@45292     a date         #DIV/0!   an error
//	'12        a text         anything else is a text too
//
// A line "merge A2:A5" merges cells. Empty lines are empty rows.
func Book(text string) []byte {
	b := &book{}
	for line := range strings.Lines(text) {
		b.line(strings.TrimSuffix(line, "\n"))
	}
	return b.bytes()
}

type book struct {
	names  []string
	hidden []bool
	rows   []*strings.Builder
	merged [][]string
	row    int
	texts  []string
	known  map[string]int
}

func (b *book) line(s string) {
	for _, word := range []string{"sheet ", "hidden "} {
		if name, ok := strings.CutPrefix(s, word); ok {
			b.names, b.hidden = append(b.names, name), append(b.hidden, word == "hidden ")
			b.rows, b.merged, b.row = append(b.rows, &strings.Builder{}), append(b.merged, nil), 0
			return
		}
	}
	last := len(b.rows) - 1
	if ref, ok := strings.CutPrefix(s, "merge "); ok {
		b.merged[last] = append(b.merged[last], ref)
		return
	}
	b.row++
	if s == "" {
		return
	}
	w := b.rows[last]
	fmt.Fprintf(w, `<row r="%d">`, b.row)
	for i, cell := range strings.Split(s, "\t") {
		if cell != "" {
			b.cell(w, spreadsheet.Name(b.row, i), cell)
		}
	}
	w.WriteString("</row>")
}

func (b *book) cell(w *strings.Builder, name, cell string) {
	formula, isFormula := strings.CutPrefix(cell, "=")
	percent, isPercent := strings.CutSuffix(cell, "%")
	date, isDate := strings.CutPrefix(cell, "@")
	_, err := strconv.ParseFloat(cell, 64)
	switch {
	case isFormula:
		f, v, worked := strings.Cut(formula, "=")
		fmt.Fprintf(w, `<c r="%s"><f>%s</f>`, name, f)
		if worked {
			fmt.Fprintf(w, "<v>%s</v>", v)
		}
		w.WriteString("</c>")
	case isPercent:
		n, _ := strconv.ParseFloat(percent, 64)
		fmt.Fprintf(w, `<c r="%s" s="1"><v>%v</v></c>`, name, n/100)
	case isDate:
		fmt.Fprintf(w, `<c r="%s" s="2"><v>%s</v></c>`, name, date)
	case strings.HasPrefix(cell, "#"):
		fmt.Fprintf(w, `<c r="%s" t="e"><v>%s</v></c>`, name, cell)
	case err == nil:
		fmt.Fprintf(w, `<c r="%s"><v>%s</v></c>`, name, cell)
	default:
		fmt.Fprintf(w, `<c r="%s" t="s"><v>%d</v></c>`, name, b.text(strings.TrimPrefix(cell, "'")))
	}
}

func (b *book) text(s string) int {
	if n, ok := b.known[s]; ok {
		return n
	}
	if b.known == nil {
		b.known = map[string]int{}
	}
	b.known[s] = len(b.texts)
	b.texts = append(b.texts, s)
	return len(b.texts) - 1
}

func escape(s string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(s)) // a buffer takes all
	return out.String()
}

func (b *book) bytes() []byte {
	const main = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(xml.Header + text))
		}
		if err != nil {
			panic(err) // a buffer takes all
		}
	}
	var sheets, rels strings.Builder
	for i, name := range b.names {
		state := ""
		if b.hidden[i] {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escape(name), i+1, state, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		merged := ""
		for _, ref := range b.merged[i] {
			merged += `<mergeCell ref="` + ref + `"/>`
		}
		if merged != "" {
			merged = "<mergeCells>" + merged + "</mergeCells>"
		}
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), "<worksheet"+main+"><sheetData>"+b.rows[i].String()+"</sheetData>"+merged+"</worksheet>")
	}
	add("xl/workbook.xml", "<workbook"+main+"><sheets>"+sheets.String()+"</sheets></workbook>")
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+rels.String()+"</Relationships>")
	add("xl/styles.xml", "<styleSheet"+main+`><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>`)
	var texts strings.Builder
	for _, t := range b.texts {
		texts.WriteString("<si><t>" + escape(t) + "</t></si>")
	}
	add("xl/sharedStrings.xml", "<sst"+main+">"+texts.String()+"</sst>")
	if err := z.Close(); err != nil {
		panic(err) // a buffer takes all
	}
	return out.Bytes()
}
