package spreadsheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"strategia/internal/spreadsheet"
	"strategia/internal/spreadsheet/sheettest"
)

// show writes a sheet as lines of "NAME=text", a row each.
func show(s *spreadsheet.Sheet) string {
	var out []string
	for _, r := range s.Rows {
		var cells []string
		for _, c := range r.Cells {
			text := spreadsheet.Name(r.Number, c.Column) + "=" + c.Text
			if c.Unworked {
				text += "?"
			}
			cells = append(cells, text)
		}
		out = append(out, strings.Join(cells, " | "))
	}
	for _, m := range s.Merged {
		out = append(out, "merged "+m.String())
	}
	return strings.Join(out, "\n")
}

func read(t *testing.T, b []byte, name string) string {
	t.Helper()
	book, err := spreadsheet.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Read(name, 100)
	if err != nil || s == nil {
		t.Fatalf("%v, %v", s, err)
	}
	return show(s)
}

// TestWriters holds that what two programs of others wrote is read: shared and
// rich texts, percentages, dates, formulas, errors, merged cells, hidden sheets.
func TestWriters(t *testing.T) {
	for file, want := range map[string]string{
		"excelize.xlsx": `A1=Rok | B1=Wartość | C1=Status | D1=Uwaga
A2=2021 | B2=39.8 | C2=ostateczna | D2=wg pomiarów
A3=2022 | B3=97400
A4=2023 | B4=38.5 | C4=wstępna
A5=2024 | B5=? | D5=bez grudnia
A6=2025 | C6=scalone
merged C6:D7`,
		"exceljs.xlsx": `A1=okres | B1=wartość | C1=płeć
A2=2023-Q1 | B2=12.5 | C2=kobiety
A3=2024 | B3=25 | C3=ogółem
A4=2024-01-01 | B4=25
A5=2025 | B5=?
A6=2026 | B6=#DIV/0!
A7=2027 | B7=TRUE`,
	} {
		b, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		if got := read(t, b, ""); got != want {
			t.Errorf("%s:\n%s", file, got)
		}
	}
}

func TestRead(t *testing.T) {
	b := sheettest.Book("hidden Opis\nnic\nsheet Dane & „reszta”\n\nrok\twartość\n2023\t39.799999999999997\n2024\t\t12.3%\n@45292\t'007\nsheet Inny\n1e308\t-0.000001\t1e21\n")
	want := "A2=rok | B2=wartość\nA3=2023 | B3=39.8\nA4=2024 | C4=12.3\nA5=2024-01-01 | B5=007"
	if got := read(t, b, ""); got != want {
		t.Errorf("the first sheet that people see:\n%s", got)
	}
	if got := read(t, b, "Inny"); got != "A1=1e308 | B1=-0.000001 | C1=1e21" {
		t.Errorf("a sheet by name:\n%s", got)
	}
	book, err := spreadsheet.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(book.Sheets(), "/"); got != "Dane & „reszta”/Inny" {
		t.Errorf("sheets %s", got)
	}
	if s, err := book.Read("nie ma", 9); s != nil || err != nil {
		t.Errorf("a sheet that is not there: %v, %v", s, err)
	}
	if s, _ := book.Read("", 2); !s.More || len(s.Rows) != 2 {
		t.Errorf("two rows: %+v", s)
	}
}

func TestName(t *testing.T) {
	for name, at := range map[string][2]int{"A1": {1, 0}, "Z2": {2, 25}, "AA3": {3, 26}, "ZZ9": {9, 701}, "AAA1": {1, 702}, "XFD1048576": {1048576, 16383}} {
		if got := spreadsheet.Name(at[0], at[1]); got != name {
			t.Errorf("%v is called %s, not %s", at, got, name)
		}
	}
}

// archive packs parts beside a plain workbook of one sheet.
func archive(t testing.TB, parts map[string]func(w io.Writer)) []byte {
	t.Helper()
	plain, err := zip.NewReader(bytes.NewReader(sheettest.Book("sheet A\n1\n")), int64(len(sheettest.Book("sheet A\n1\n"))))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range plain.File {
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if write := parts[f.Name]; write != nil {
			write(w)
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func text(s string, n int) func(io.Writer) {
	return func(w io.Writer) {
		for range n {
			if _, err := io.WriteString(w, s); err != nil {
				panic(err)
			}
		}
	}
}

const firstSheet = "xl/worksheets/sheet1.xml"

// TestHostile holds that bombs and broken workbooks end in an error, soon.
func TestHostile(t *testing.T) {
	start := time.Now()
	open := func(b []byte) error {
		book, err := spreadsheet.Open(b)
		if err != nil {
			return err
		}
		_, err = book.Read("", 1000)
		return err
	}
	for name, c := range map[string]struct {
		bytes []byte
		big   bool
	}{
		"a bomb of spaces":       {bytes: archive(t, map[string]func(io.Writer){firstSheet: text(strings.Repeat(" ", 1<<20), 17)}), big: true},
		"a bomb of texts":        {bytes: archive(t, map[string]func(io.Writer){"xl/sharedStrings.xml": text("<sst>"+strings.Repeat("<si/>", 1<<17), 27)}), big: true},
		"a bomb of elements":     {bytes: archive(t, map[string]func(io.Writer){firstSheet: text(strings.Repeat("<a>", 1<<16), 1)})},
		"a million columns":      {bytes: archive(t, map[string]func(io.Writer){firstSheet: text("<worksheet><sheetData><row>"+strings.Repeat("<c><v>1</v></c>", 1<<19), 1)})},
		"a cell far away":        {bytes: archive(t, map[string]func(io.Writer){firstSheet: text(`<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`, 1)})},
		"a text that isn't":      {bytes: archive(t, map[string]func(io.Writer){firstSheet: text(`<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>`, 1)})},
		"an entity":              {bytes: archive(t, map[string]func(io.Writer){firstSheet: text(`<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>`, 1)})},
		"half a sheet":           {bytes: archive(t, map[string]func(io.Writer){firstSheet: text(`<worksheet><sheetData><row>`, 1)})},
		"no sheets":              {bytes: archive(t, map[string]func(io.Writer){"xl/workbook.xml": text(`<workbook/>`, 1)})},
		"a sheet that isn't":     {bytes: archive(t, map[string]func(io.Writer){"xl/_rels/workbook.xml.rels": text(`<Relationships/>`, 1)})},
		"an archive of no parts": {bytes: []byte("PK\x05\x06" + strings.Repeat("\x00", 18))},
		"no archive":             {bytes: []byte("rok;wartość\n2023;1\n")},
	} {
		err := open(c.bytes)
		if err == nil || errors.Is(err, spreadsheet.ErrTooBig) != c.big {
			t.Errorf("%s (%d bytes): %v", name, len(c.bytes), err)
		}
	}
	if err := open([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")); !errors.Is(err, spreadsheet.ErrOld) {
		t.Errorf("an old workbook: %v", err)
	}
	if d := time.Since(start); d > 30*time.Second {
		t.Errorf("it took %v", d)
	}
}

// TestManyRows holds that rows beyond those asked for are counted, not kept.
func TestManyRows(t *testing.T) {
	b := archive(t, map[string]func(io.Writer){firstSheet: func(w io.Writer) {
		text("<worksheet><sheetData>", 1)(w)
		text("<row><c><v>1</v></c></row>", 300_000)(w)
		text("</sheetData></worksheet>", 1)(w)
	}})
	book, err := spreadsheet.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	s, err := book.Read("", 50)
	if err != nil || len(s.Rows) != 50 || !s.More {
		t.Errorf("%d rows, more: %v, %v", len(s.Rows), s.More, err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(sheettest.Book("sheet A\nrok\twartość\n2023\t=B3\n2024\t5%\nmerge A1:B2\n"))
	for _, name := range []string{"excelize.xlsx", "exceljs.xlsx"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := spreadsheet.Open(b)
		if err != nil {
			return
		}
		for _, name := range append(book.Sheets(), "") {
			s, err := book.Read(name, 20)
			if err == nil && s != nil && len(s.Rows) > 20 {
				t.Error(fmt.Sprint(len(s.Rows), " rows"))
			}
		}
	})
}
