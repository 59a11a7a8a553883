package strategy

import (
	"cmp"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Indicator is what only indicators have: what is measured, how, and what is to
// be reached.
type Indicator struct {
	Goals      []Ref
	Level      IndicatorLevel
	Definition string
	Formula    string
	Unit       string // of measure: "%", "osób"; "" if the number has none
	// UnitForms are the unit's forms by the number before it, as CountForms has
	// them: "osoba", "osoby", "osób"; the last of four may be left out. nil where
	// Unit does for all.
	UnitForms []string
	// Precision is the number of decimals that are shown; -1 shows those that
	// the data have.
	Precision int
	Polarity  Polarity
	Frequency Frequency
	Source    IndicatorSource
	Owner     Ref // unit, or zero
	Base      Aim // zero where none is stated
	Targets   []Aim
	// Data is the path of the file of observations as the front matter has
	// it, relative to its own; "" is the file of the same name that ends in .csv.
	// Sheet is the sheet where it is a workbook; "" is the first that people see.
	Data, Sheet string
	// Series are the observations, by period, then as the file has them.
	Series []Observation
	// Dimensions are the columns of the file by which observations are told
	// apart besides their period: "płeć".
	Dimensions []string
	// decimals is what Settle found.
	decimals int
}

// IndicatorLevel says what an indicator measures.
type IndicatorLevel string

// The levels, from what is made to what surrounds it.
const (
	IndicatorProduct IndicatorLevel = "product" // produktu
	IndicatorResult  IndicatorLevel = "result"  // rezultatu
	IndicatorImpact  IndicatorLevel = "impact"  // oddziaływania
	IndicatorContext IndicatorLevel = "context" // kontekstowy
)

// IndicatorLevels lists the levels from what is made to what surrounds it.
var IndicatorLevels = []IndicatorLevel{IndicatorProduct, IndicatorResult, IndicatorImpact, IndicatorContext}

// Polarity says which way is the good one. It is "" where nobody says.
type Polarity string

// The three polarities.
const (
	Stimulant    Polarity = "stimulant"   // the more the better
	Destimulant  Polarity = "destimulant" // the less the better
	Nominant     Polarity = "nominant"    // the nearer to the target the better
	PolarityNone Polarity = ""            // not stated
)

// Polarities lists the three.
var Polarities = []Polarity{Stimulant, Destimulant, Nominant}

// Frequency says how often an indicator is measured.
type Frequency string

// The frequencies.
const (
	Monthly   Frequency = "monthly"
	Quarterly Frequency = "quarterly"
	HalfYear  Frequency = "half-yearly"
	Yearly    Frequency = "yearly"
	TwoYears  Frequency = "two-years"
	FiveYears Frequency = "five-years"
	TenYears  Frequency = "ten-years" // with the census
	Irregular Frequency = "irregular"
)

// Frequencies lists them from the most frequent.
var Frequencies = []Frequency{Monthly, Quarterly, HalfYear, Yearly, TwoYears, FiveYears, TenYears, Irregular}

// Years returns how many years may lie between two observations; 0 if that is
// not known.
func (f Frequency) Years() int {
	switch f {
	case Irregular:
		return 0
	case TwoYears:
		return 2
	case FiveYears:
		return 5
	case TenYears:
		return 10
	}
	return 1
}

// Months returns after how many months something is due again; 0 if that is not
// known.
func (f Frequency) Months() int {
	switch f {
	case Monthly:
		return 1
	case Quarterly:
		return 3
	case HalfYear:
		return 6
	}
	return 12 * f.Years()
}

// IndicatorSource is where the values come from.
type IndicatorSource struct {
	Name, Address string
	// Variable is the number of the variable in the Local Data Bank (BDL) of
	// Statistics Poland, Place the number that the bank gives the area: it
	// has twelve digits and is no TERYT code.
	Variable, Place string
}

// Aim is a value with its year: where an indicator started, or is to arrive.
type Aim struct {
	Year  int
	Value float64
	Kind  AimKind
	Key   string // of the front matter
}

// Stated reports whether there is such an aim.
func (a Aim) Stated() bool { return a.Year != 0 }

// AimKind tells targets apart.
type AimKind string

// The kinds of targets; a base has none.
const (
	AimIntermediate AimKind = "intermediate" // pośrednia
	AimFinal        AimKind = "final"        // końcowa
)

// AimKinds lists the kinds of targets.
var AimKinds = []AimKind{AimIntermediate, AimFinal}

// Observation is one value of an indicator, or the word that there is none.
type Observation struct {
	Period Period
	Value  float64
	// Known is false where the source has no value: a gap, never a zero.
	Known  bool
	Status ObservationStatus
	Note   string
	// Of are the values of the indicator's dimensions, "" for all.
	Of []string
}

// Whole reports whether the observation is of the whole, not of a part that a
// dimension names.
func (o *Observation) Whole() bool {
	return !slices.ContainsFunc(o.Of, func(s string) bool { return s != "" })
}

// ObservationStatus says how firm a value is.
type ObservationStatus string

// The statuses; what says nothing is final.
const (
	Final       ObservationStatus = ""
	Preliminary ObservationStatus = "preliminary"
	Estimate    ObservationStatus = "estimate"
)

// Period is a year, or a part of one: the Part-th of Parts (2, 4 or 12); Part is
// 0 for the whole year.
type Period struct{ Year, Part, Parts int }

// String writes the period as data do: "2023", "2023-H1", "2023-Q4", "2023-07".
func (p Period) String() string {
	y := strconv.Itoa(p.Year)
	switch p.Parts {
	case 2:
		return y + "-H" + strconv.Itoa(p.Part)
	case 4:
		return y + "-Q" + strconv.Itoa(p.Part)
	case 12:
		return y + "-" + strconv.Itoa(100 + p.Part)[1:]
	}
	return y
}

// Time is the middle of the period on an axis of years.
func (p Period) Time() float64 {
	if p.Parts == 0 {
		return float64(p.Year)
	}
	return float64(p.Year) + (float64(p.Part)-.5)/float64(p.Parts) - .5
}

// Compare orders periods by time; a year stands after its parts, as it closes them.
func (p Period) Compare(q Period) int {
	end := func(p Period) int {
		if p.Parts == 0 {
			return 12
		}
		return p.Part * 12 / p.Parts
	}
	return cmp.Or(cmp.Compare(p.Year, q.Year), cmp.Compare(end(p), end(q)), cmp.Compare(q.Parts, p.Parts))
}

var halves = map[byte]int{'H': 2, 'P': 2, 'Q': 4, 'K': 4}

// ParsePeriod reads "2023", "2023-H1" (or P1), "2023-Q4" (or K4), "2023-07".
func ParsePeriod(s string) (Period, bool) {
	year, part, divided := strings.Cut(strings.ToUpper(s), "-")
	y, ok := digits(year)
	if !ok || len(year) != 4 || y < 1800 || y > 2200 {
		return Period{}, false
	}
	if !divided {
		return Period{Year: y}, true
	}
	p := Period{Year: y, Parts: 12}
	if len(part) == 2 && halves[part[0]] > 0 {
		p.Parts, part = halves[part[0]], part[1:]
	} else if len(part) != 2 {
		return Period{}, false
	}
	p.Part, ok = digits(part)
	return p, ok && p.Part >= 1 && p.Part <= p.Parts
}

// spelled are the words for parts of a year, by their beginnings.
var spelled = []struct{ word, part string }{
	{"sty", "01"}, {"lut", "02"}, {"mar", "03"}, {"kwi", "04"}, {"maj", "05"}, {"cze", "06"},
	{"lip", "07"}, {"sie", "08"}, {"wrz", "09"}, {"paź", "10"}, {"paz", "10"}, {"lis", "11"}, {"gru", "12"},
}

var roman = map[string]string{"i": "1", "ii": "2", "iii": "3", "iv": "4", "1": "1", "2": "2", "3": "3", "4": "4"}

// SpelledPeriod returns a period as ParsePeriod reads it for one as people write
// it: "I kwartał 2023", "marzec 2023 r.", "03.2023", "2023 rok"; "" if it is none.
func SpelledPeriod(s string) string {
	if len(s) > 40 {
		return ""
	}
	words := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return strings.ContainsRune(" .,-–/\u00a0", c) })
	if n := len(words); n > 1 && (words[n-1] == "r" || words[n-1] == "rok" || words[n-1] == "roku") {
		words = words[:n-1]
	}
	if n := len(words); n > 0 && len(words[0]) == 4 && words[0] > "1799" && words[0] < "2201" {
		words = append(words[1:n:n], words[0]) // the year last
	}
	period := ""
	switch n := len(words); {
	case n == 1:
		period = words[0]
	case n == 2 && len(words[0]) == 2 && halves[words[0][0]&^0x20] > 0:
		period = words[1] + "-" + words[0]
	case n == 2 && len(words[0]) <= 2:
		period = words[1] + "-" + ("0" + words[0])[len(words[0])-1:]
	case n == 2:
		for _, m := range spelled {
			if strings.HasPrefix(words[0], m.word) {
				period = words[1] + "-" + m.part
			}
		}
	case n == 3 && roman[words[0]] != "" && strings.HasPrefix(words[1], "kw"):
		period = words[2] + "-Q" + roman[words[0]]
	case n == 3 && roman[words[0]] != "" && strings.HasPrefix(words[1], "pó"):
		period = words[2] + "-H" + roman[words[0]]
	}
	if p, ok := ParsePeriod(period); ok {
		return p.String()
	}
	return ""
}

func digits(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// mostDigits is how many significant digits a number may have: so many survive
// being kept as a float64.
const mostDigits = 15

// ParseNumber reads a number as Poles and spreadsheets write it: "97 400",
// "12,5", "−3.25". Spaces of any kind may stand between groups of three digits.
// A number of more than fifteen significant digits is refused, and so are "1e3",
// "NaN" and the like: no statistic of a commune needs them.
func ParseNumber(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	sign := ""
	for _, minus := range []string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			sign, s = "-", strings.TrimLeft(rest, " \u00a0\u202f")
			break
		}
	}
	whole, fraction, point := strings.Cut(strings.Replace(s, ",", ".", 1), ".")
	groups := strings.FieldsFunc(whole, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' })
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return 0, false
		}
	}
	whole = strings.Join(groups, "")
	if whole == "" || point && fraction == "" {
		return 0, false
	}
	all := whole + fraction
	for i := range len(all) {
		if all[i] < '0' || all[i] > '9' {
			return 0, false
		}
	}
	if len(strings.TrimLeft(all, "0")) > mostDigits || len(all) > 2*mostDigits {
		return 0, false
	}
	v, err := strconv.ParseFloat(sign+whole+"."+fraction+"0", 64)
	return v + 0, err == nil // -0 is 0
}

var grouped = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)$`)

// Ungrouped returns the digits of a number whose points or commas may set thousands
// apart, "1.234.500" or "1,098"; "" if they can't.
func Ungrouped(s string) string {
	if len(s) > 2*mostDigits || !grouped.MatchString(s) {
		return ""
	}
	return strings.NewReplacer(".", "", ",", "").Replace(s)
}

// decimals is how many decimals a number has.
func decimals(v float64) int {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if i := strings.IndexByte(s, '.'); i >= 0 {
		return len(s) - i - 1
	}
	return 0
}

// Decimals is how many decimals the indicator's values are shown with.
func (x *Indicator) Decimals() int { return x.decimals }

// Settle works out what depends on all values at once. Whoever makes an indicator
// calls it last.
func (x *Indicator) Settle() {
	if n := len(x.UnitForms); n > 0 && x.Unit == "" {
		x.Unit = x.UnitForms[min(2, n-1)] // as behind 5
	}
	if x.decimals = x.Precision; x.decimals >= 0 {
		return
	}
	most := 0
	for i := range x.Series {
		if x.Series[i].Known {
			most = max(most, decimals(x.Series[i].Value))
		}
	}
	for _, a := range append([]Aim{x.Base}, x.Targets...) {
		most = max(most, decimals(a.Value))
	}
	x.decimals = min(most, 6)
}

// Round rounds a value to the indicator's decimals.
func (x *Indicator) Round(v float64) float64 {
	scale := math.Pow10(x.Decimals())
	return math.Round(v*scale) / scale
}

// DataPath is the path of the file of an indicator's observations.
func (e *Entry) DataPath() string {
	if e.Indicator == nil {
		return ""
	}
	if e.Indicator.Data != "" {
		return path.Join(path.Dir(e.Path), e.Indicator.Data)
	}
	return strings.TrimSuffix(e.Path, path.Ext(e.Path)) + ".csv"
}

// DataBook reports whether that file is a workbook.
func (e *Entry) DataBook() bool { return strings.EqualFold(path.Ext(e.DataPath()), ".xlsx") }

// Tells reports whether there is any value to show, be it of the future.
func (x *Indicator) Tells() bool {
	return len(x.Series) > 0 || x.Base.Stated() || len(x.Targets) > 0
}

// Wholes are the observations of the whole, by period.
func (x *Indicator) Wholes() []Observation {
	var out []Observation
	for i := range x.Series {
		if x.Series[i].Whole() {
			out = append(out, x.Series[i])
		}
	}
	return out
}

// Latest is the newest value of the whole, or nil.
func (x *Indicator) Latest() *Observation {
	for i := len(x.Series) - 1; i >= 0; i-- {
		if o := &x.Series[i]; o.Known && o.Whole() {
			return o
		}
	}
	return nil
}

// At returns the observation of the whole in a period; for a year that has only
// parts the last of them. It is nil if there is none.
func (x *Indicator) At(p Period) *Observation {
	var last *Observation
	for i := range x.Series {
		o := &x.Series[i]
		if !o.Whole() || o.Period.Year != p.Year {
			continue
		}
		if o.Period == p {
			return o
		}
		if p.Parts == 0 && o.Known {
			last = o
		}
	}
	return last
}

// Target is the last of the targets, by year; zero if there is none.
func (x *Indicator) Target() Aim {
	var out Aim
	for _, a := range x.Targets {
		if a.Year >= out.Year {
			out = a
		}
	}
	return out
}

// NewestYear is the latest year, not after the present, in which any indicator of
// the site has a value and, if that is later, in which an edition of the document
// is dated: what the site knows, as no page may depend on a clock.
func (s *Strategy) NewestYear() int {
	newest, now := 0, s.Present()
	note := func(y int) {
		if y <= now {
			newest = max(newest, y)
		}
	}
	for _, e := range s.Indicators {
		for i := range e.Indicator.Series {
			if o := &e.Indicator.Series[i]; o.Known && o.Whole() {
				note(o.Period.Year)
			}
		}
	}
	for _, ed := range s.Index.Strategy.Editions {
		note(ed.Date.Year())
	}
	return newest
}

// StaleSince returns the year of the newest value of an indicator if a later one
// should be there by newest, else 0. A year is allowed for statistics to appear,
// beyond the time that its frequency leaves between two values.
func (x *Indicator) StaleSince(newest int) int {
	o, years := x.Latest(), x.Frequency.Years()
	if o == nil || years == 0 || newest-o.Period.Year <= years+1 {
		return 0
	}
	return o.Period.Year
}
