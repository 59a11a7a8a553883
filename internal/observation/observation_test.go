package observation_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"strategia/internal/observation"
	"strategia/internal/source"
	"strategia/internal/spreadsheet/sheettest"
	"strategia/internal/strategy"
)

// What is reported, and where, is tested with the other rules in package check;
// here stands what is read.

func read(csv string) (*strategy.Indicator, int) {
	e := &strategy.Entry{Kind: strategy.KindIndicator, ID: "x", Path: "content/x.md", Indicator: &strategy.Indicator{Precision: -1}}
	ds := observation.Attach(e, source.NewFile("content/x.csv", []byte(csv)))
	return e.Indicator, len(ds)
}

func write(x *strategy.Indicator) string {
	var out []string
	for _, o := range x.Series {
		v := "–"
		if o.Known {
			v = fmt.Sprint(o.Value)
		}
		out = append(out, strings.TrimSpace(strings.Join([]string{o.Period.String(), v, string(o.Status), o.Note, strings.Join(o.Of, "/")}, " ")))
	}
	return strings.Join(out, "\n")
}

func TestRead(t *testing.T) {
	const want = "2021 –\n2022 97400\n2023 97012.5 preliminary wg GUS"
	for name, csv := range map[string]string{
		"semicolons":       "rok;wartość;status;uwaga\n2022;97 400;;\n2023;97 012,5;wstępna;wg GUS\n2021;bd.;;\n",
		"tabs and a mark":  "\ufeffRok\tWartość\tStatus\tUwaga\r\n2021\t-\t\t\r\n2022\t97\u00a0400\t\t\r\n2023\t97012.5\tWstępne\twg GUS\r\n",
		"commas":           "year,value,status,note\n2021,:,,\n2022,97400,final,\n2023,\"97 012,5\",preliminary,\"wg GUS\"\n\n",
		"windows-1250":     "rok;warto\x9c\xe6;status;uwaga\r\n2021;;;\r\n2022;97\xa0400;;\r\n2023;97012,5;wst\xeapna;wg GUS\r\n",
		"comments, orders": "# pobrano 2026-01-02\nstatus;uwaga;rok;wartość\n;;2021;brak danych\n;;2022;97400\nwstępna;wg GUS;2023;97012,5",
		"a Mac's lines":    "rok;wartość;status;uwaga\r2021;x;;\r2022;97400;;\r2023;97012,5;wstępna;wg GUS\r",
		"Excel's own":      "sep=;\r\nrok;wartość;status;uwaga\r\n2021;x;;\r\n2022;97400;;\r\n2023;97012,5;wstępna;wg GUS\r\n;;;\r\n",
	} {
		x, ds := read(csv)
		if got := write(x); got != want || ds != 0 {
			t.Errorf("%s: %d reports and\n%s", name, ds, got)
		}
	}
}

func TestDimensions(t *testing.T) {
	x, ds := read("rok;płeć;osiedle;wartość\n2022;;;10\n2022;kobiety;;6\n2023;;Rynek;4\n")
	if got := write(x); ds != 0 || got != "2022 10   /\n2022 6   kobiety/\n2023 4   /Rynek" {
		t.Errorf("%d reports and\n%q", ds, got)
	}
	if n := len(x.Wholes()); n != 1 || x.Latest().Value != 10 || strings.Join(x.Dimensions, " ") != "płeć osiedle" {
		t.Errorf("%d of the whole, latest %v, %v", n, x.Latest(), x.Dimensions)
	}
}

// TestHostile holds that a million rows cost neither time nor memory.
func TestHostile(t *testing.T) {
	start := time.Now()
	for name, csv := range map[string]string{
		"rows":     "rok;wartość\n" + strings.Repeat("2023;1\n", 500_000),
		"too big":  "rok;wartość\n" + strings.Repeat("2023;1\n", 1_000_000),
		"one cell": "rok;wartość\n2023;\"" + strings.Repeat("9", 4_000_000) + "\"",
		"columns":  strings.Repeat("a;", 1_000_000) + "\n",
		"quotes":   strings.Repeat("\"", 4_000_000),
		"zero":     strings.Repeat("\x00", 4_000_000),
	} {
		x, ds := read(csv)
		if ds == 0 || ds > 40 || len(x.Series) > 20_000 {
			t.Errorf("%s: %d reports, %d observations", name, ds, len(x.Series))
		}
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("it took %v", d)
	}
}

func FuzzAttach(f *testing.F) {
	f.Add("rok;wartość;płeć\n2022;1;a\n")
	f.Add("sep=,\nokres,value\n2022-Q1,\"1,5\"\n")
	f.Add("\ufeffrok\twarto\x9c\xe6\n2022\t\"\"\"")
	f.Fuzz(func(t *testing.T, csv string) {
		e := &strategy.Entry{Kind: strategy.KindIndicator, ID: "x", Path: "content/x.md", Indicator: &strategy.Indicator{}}
		file := source.NewFile("content/x.csv", []byte(csv))
		for _, d := range observation.Attach(e, file) {
			if d.Span.Path != file.Path || d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(file.Bytes) {
				t.Errorf("%s stands at %v of %d bytes", d.Code, d.Span, len(csv))
			}
		}
		for i, o := range e.Indicator.Series {
			if math.IsNaN(o.Value) || math.IsInf(o.Value, 0) || len(o.Of) != len(e.Indicator.Dimensions) {
				t.Errorf("an observation %+v", o)
			}
			if i > 0 && e.Indicator.Series[i-1].Period.Compare(o.Period) > 0 {
				t.Error("not in order")
			}
		}
	})
}

// TestReadBook holds that a sheet says what the same table as CSV says.
func TestReadBook(t *testing.T) {
	const rows = "rok\twartość\tpłeć\tstatus\tuwaga\n2023\t97 012,5\t\twstępna\twg GUS\n2022\t97400\t\t\t\n\n2021\t'bd.\t\t\t\n2022\t=A1=50000\tkobiety\t\t\n2024\t-3.25\t\t\t\n2025\t12%\t\t\t\n"
	e := &strategy.Entry{Kind: strategy.KindIndicator, ID: "x", Path: "content/x.md", Indicator: &strategy.Indicator{Precision: -1, Data: "x.xlsx", Sheet: "Dane"}}
	ds := observation.Attach(e, source.NewFile("content/x.xlsx", sheettest.Book("sheet Opis\nnic\nsheet Dane\n"+rows)))
	const want = "2021 –\n2022 97400\n2022 50000   kobiety\n2023 97012.5 preliminary wg GUS\n2024 -3.25\n2025 12"
	if got := write(e.Indicator); got != want || len(ds) != 0 {
		t.Errorf("%v and\n%s", ds, got)
	}
}

// TestNumbers holds that what is no number of a statistic is told, and that what
// is one is kept as it is: negative, tiny or long.
func TestNumbers(t *testing.T) {
	for cell, want := range map[string]string{
		"NaN": "", "inf": "", "-Inf": "", "1e308": "", "1e3": "", "0x10": "", "1_000": "", "=1+1": "", "@1": "", "99999999999999999": "", "1,2,3": "", "12.345.678": "",
		"-5": "2023 -5", "−0,000001": "2023 -1e-06", "999999999999999": "2023 9.99999999999999e+14", "-0": "2023 0", "5 %": "2023 5", "+5": "",
	} {
		x, ds := read("rok;wartość\n2023;" + cell + "\n")
		if got := write(x); got != want || (want == "") != (ds > 0) {
			t.Errorf("%q: %d reports and %q", cell, ds, got)
		}
	}
}
