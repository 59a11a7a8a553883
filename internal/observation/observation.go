// Package observation reads the observations of an indicator from the table that
// stands beside its file: CSV as offices really have it, in UTF-8 or windows-1250,
// with semicolons, commas or tabs, decimal commas, spaces between thousands, and
// half a dozen ways to say that there is no value; or a sheet of a workbook (XLSX).
//
// The table has one header row and a row an observation. The columns are told by
// their names, in Polish or English: the year or the period, the value, and if
// need be the status and a note. Every other column is a dimension, by whose
// values observations of one period differ; a blank cell there means the whole.
//
// Like front matter, a table that is wrong never stops the reading: what can be
// understood is kept, the rest is reported at its line and column with what was
// expected there.
package observation

import (
	"bytes"
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// The bounds within which a table is read: far beyond what any office publishes
// of one indicator, and near enough that no file makes a build slow.
const (
	maxFile       = 4 << 20
	maxRows       = 20000
	maxCell       = 2000 // characters
	maxDimensions = 6
	maxSame       = 10 // mistakes of one kind that are told
)

// Attach reads the observations in f, which may be nil if there is no such file,
// into the indicator e, which nobody else holds yet.
func Attach(e *strategy.Entry, f *source.File) []diag.Diagnostic {
	if e.Indicator == nil {
		return nil
	}
	r := &reader{e: e, f: f, first: map[string]source.Span{}, said: map[diag.Code]int{}}
	switch {
	case f == nil && e.Indicator.Data != "":
		r.report(diag.New(diag.DataMissing, e.At("data"), e.DataPath()))
	case f == nil && e.Missing == "":
		r.report(diag.New(diag.DataNone, e.At("kind"), e.DataPath()))
	case f == nil:
	case len(f.Bytes) > maxFile:
		r.report(diag.New(diag.DataTooBig, source.Span{Path: f.Path}, strconv.Itoa(maxFile>>20)+" MB"))
	case e.DataBook():
		r.readBook()
	case bytes.HasPrefix(f.Bytes, []byte("PK\x03\x04")):
		r.report(diag.New(diag.DataSyntax, source.Span{Path: f.Path}).With(diag.HintBookCSV))
	case f.UTF16():
		r.report(diag.New(diag.DataSyntax, source.Span{Path: f.Path}).With(diag.HintUTF16))
	default:
		r.read(openCSV(f))
	}
	e.Indicator.Settle()
	return r.diags
}

type reader struct {
	e     *strategy.Entry
	f     *source.File
	table table
	sheet string // of a workbook, "" for CSV
	diags []diag.Diagnostic
	said  map[diag.Code]int
	roles []role // by column
	dims  []string
	// first is where each period with its dimensions was met first.
	first  map[string]source.Span
	groups groups
}

// groups tells whether the points or commas of all values may set thousands apart:
// "1,098" and "980", but neither "12,5" nor "1500".
type groups struct {
	like, unlike int
	first        diag.Diagnostic // of the first that is like it
}

// role is what a column says.
type role uint8

const (
	isDimension role = iota
	isYear
	isPeriod
	isValue
	isStatus
	isNote
	isNothing // has no name
)

var columns = map[string]role{
	"rok": isYear, "year": isYear, "okres": isPeriod, "period": isPeriod,
	"wartosc": isValue, "value": isValue, "status": isStatus, "stan": isStatus,
	"uwaga": isNote, "uwagi": isNote, "note": isNote, "notes": isNote,
}

// none are the ways to say that there is no value.
var none = []string{"", "-", "–", "—", ":", ".", "…", "...", "x", "bd", "bd.", "b.d.", "b/d", "brak", "brak danych", "n/a", "no data"}

var statuses = map[string]strategy.ObservationStatus{
	"": strategy.Final, "ostateczna": strategy.Final, "ostateczny": strategy.Final, "ostateczne": strategy.Final, "final": strategy.Final,
	"wstepna": strategy.Preliminary, "wstepny": strategy.Preliminary, "wstepne": strategy.Preliminary, "preliminary": strategy.Preliminary,
	"szacunek": strategy.Estimate, "szacunkowa": strategy.Estimate, "szacunkowe": strategy.Estimate, "estimate": strategy.Estimate,
}

func (r *reader) report(d diag.Diagnostic) {
	if r.said[d.Code]++; r.said[d.Code] > maxSame {
		return
	}
	if r.sheet != "" {
		d = inCell(d, r.sheet)
	}
	r.diags = append(r.diags, d.Concerning(r.e.Ref().String()))
}

// table is rows of cells, whichever file holds them.
type table interface {
	// next returns the next row as it is written; io.EOF ends the rows. Other
	// errors are of type *broken.
	next() ([]string, error)
	// at is the place of a cell of the row read last.
	at(column int) source.Span
}

// broken says that a table can't be read on.
type broken struct{ diag.Diagnostic }

func (b *broken) Error() string { return string(b.Code) }

// read reads the table.
func (r *reader) read(t table) {
	r.table = t
	if head, ok := r.next(); !ok {
		if len(r.diags) == 0 {
			r.report(diag.New(diag.DataEmpty, source.Span{Path: r.f.Path}))
		}
	} else if r.header(head) {
		r.rows()
	}
	x := r.e.Indicator
	if r.groups.like > 0 && r.groups.unlike == 0 && x.Precision < 0 && r.sheet == "" {
		r.report(r.groups.first)
	}
	x.Dimensions = r.dims
	slices.SortStableFunc(x.Series, func(a, b strategy.Observation) int { return a.Period.Compare(b.Period) })
}

// next returns the next row that says anything.
func (r *reader) next() ([]string, bool) {
	for {
		row, err := r.table.next()
		if err != nil {
			if b := (*broken)(nil); errors.As(err, &b) {
				r.report(b.Diagnostic)
			}
			return nil, false
		}
		for i := range row {
			row[i] = r.cell(row[i], i)
		}
		if slices.ContainsFunc(row, func(s string) bool { return s != "" }) {
			return row, true
		}
	}
}

// cell returns a cell as text.
func (r *reader) cell(s string, column int) string {
	s = strings.Trim(s, " \t\r\n\u00a0\u202f")
	if len(s) > maxCell && utf8.RuneCountInString(s) > maxCell {
		r.report(diag.New(diag.DataCellLong, r.at(column), strconv.Itoa(maxCell)))
		s = string([]rune(s)[:maxCell])
	}
	return strings.Map(func(c rune) rune {
		if c < ' ' || c == 0x7f || c == utf8.RuneError {
			return ' '
		}
		return c
	}, s)
}

func (r *reader) at(column int) source.Span { return r.table.at(column) }

// header understands the names of the columns; it reports false where rows make
// no sense.
func (r *reader) header(row []string) bool {
	seen := map[string]bool{}
	have := map[role]bool{}
	for i, name := range row {
		key := fold(name)
		kind, known := columns[key]
		if key == "" {
			kind = isNothing
		} else if !known {
			kind = isDimension
		}
		twice := seen[key] || known && have[kind] || kind == isYear && have[isPeriod] || kind == isPeriod && have[isYear]
		if twice && kind != isNothing {
			r.report(diag.New(diag.DataColumnTwice, r.at(i), name))
			kind = isNothing
		}
		seen[key], have[kind] = true, true
		if kind == isDimension {
			if len(r.dims) == maxDimensions {
				r.report(diag.New(diag.DataColumns, r.at(i), strconv.Itoa(maxDimensions)))
				kind = isNothing
			} else {
				r.dims = append(r.dims, name)
			}
		}
		r.roles = append(r.roles, kind)
	}
	ok := true
	for _, need := range []struct {
		name string
		have bool
	}{{"rok", have[isYear] || have[isPeriod]}, {"wartość", have[isValue]}} {
		if !need.have {
			r.report(diag.New(diag.DataColumnMissing, r.at(0), need.name).With(diag.HintKnown, "rok (year), okres (period), wartość (value), status, uwaga (note)"))
			ok = false
		}
	}
	return ok
}

// rows reads the observations.
func (r *reader) rows() {
	x := r.e.Indicator
	for n := 0; ; n++ {
		row, ok := r.next()
		if !ok {
			break
		}
		if n == maxRows {
			r.report(diag.New(diag.DataTooMany, r.at(0), strconv.Itoa(maxRows)))
			return
		}
		if o, ok := r.observation(row); ok {
			x.Series = append(x.Series, o)
		}
	}
	if len(x.Series) == 0 && len(r.diags) == 0 {
		r.report(diag.New(diag.DataEmpty, source.Span{Path: r.f.Path}))
	}
}

// observation understands a row.
func (r *reader) observation(row []string) (o strategy.Observation, ok bool) {
	ok = true
	var period string
	at := 0
	for i, cell := range row {
		kind := isNothing
		if i < len(r.roles) {
			kind = r.roles[i]
		}
		switch kind {
		case isYear, isPeriod:
			at = i
			period = cell
			o.Period, ok = strategy.ParsePeriod(cell)
			if !ok || kind == isYear && o.Period.Parts != 0 {
				r.notPeriod(kind, i, cell)
				return o, false
			}
		case isValue:
			if ok = r.value(cell, i, &o); !ok {
				return o, false
			}
		case isStatus:
			status, known := statuses[fold(cell)]
			if !known {
				r.report(diag.New(diag.DataStatus, r.at(i), cell).With(diag.HintKnown, "ostateczna (final), wstępna (preliminary), szacunek (estimate)"))
			}
			o.Status = status
		case isNote:
			o.Note = cell
		case isDimension:
			o.Of = append(o.Of, cell)
		case isNothing:
			if cell != "" {
				r.report(diag.New(diag.DataColumnUnnamed, r.at(i), cell))
			}
		}
	}
	if period == "" {
		r.notPeriod(isYear, 0, "")
		return o, false
	}
	for len(o.Of) < len(r.dims) {
		o.Of = append(o.Of, "")
	}
	return o, r.fresh(&o, at)
}

func (r *reader) value(cell string, column int, o *strategy.Observation) bool {
	if slices.Contains(none, strings.ToLower(cell)) {
		return true
	}
	o.Value, o.Known = strategy.ParseNumber(strings.TrimSpace(strings.TrimSuffix(cell, "%")))
	if !o.Known {
		r.report(diag.New(diag.DataNumber, r.at(column), shorten(cell)))
		return false
	}
	switch g, whole := &r.groups, strategy.Ungrouped(cell); {
	case whole != "":
		if g.like++; g.like == 1 {
			g.first = diag.New(diag.DataGroups, r.at(column), cell).With(diag.HintWrite, whole)
		}
	case strings.ContainsAny(cell, ".,") || math.Abs(o.Value) >= 1000:
		g.unlike++
	}
	return true
}

// fresh reports a period that stands twice.
func (r *reader) fresh(o *strategy.Observation, column int) bool {
	key := o.Period.String() + "\x00" + strings.Join(o.Of, "\x00")
	at := r.at(column)
	if first, twice := r.first[key]; twice {
		r.report(diag.New(diag.DataTwice, at, strings.TrimRight(o.Period.String()+" "+strings.Join(o.Of, " "), " ")).At(diag.HintFirst, first))
		return false
	}
	r.first[key] = at
	return true
}

// shorten cuts what a message quotes.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= 40 {
		return s
	}
	return string([]rune(s)[:40]) + "…"
}

// fold makes names comparable: lower case, without the Polish marks.
func fold(s string) string { return marks.Replace(strings.ToLower(s)) }

var marks = strings.NewReplacer("ą", "a", "ć", "c", "ę", "e", "ł", "l", "ń", "n", "ó", "o", "ś", "s", "ź", "z", "ż", "z")

// notPeriod reports a cell that should be a year or a period.
func (r *reader) notPeriod(kind role, column int, cell string) {
	code := diag.DataPeriod
	if kind == isYear {
		code = diag.DataYear
	}
	d := diag.New(code, r.at(column), cmp.Or(shorten(cell), "–"))
	if period := strategy.SpelledPeriod(cell); period != "" && (kind == isPeriod || len(period) == 4) {
		d = d.With(diag.HintWrite, period)
	}
	r.report(d)
}
