package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"go.yaml.in/yaml/v4"
)

// decoder turns front matter into an entry. The tables of keys are in schema.go.
type decoder struct {
	t     *manuscript
	m     matter
	key   []byte // path of the value being read
	diags []diag.Diagnostic
	root  *yaml.Node // the positioned tree, once somebody asked for it
	asked bool
	whole bool // the front matter could be read

	nulls     int  // keys without a value so far
	commented bool // whether a comment may stand for one, once there are any

	looked, hashes bool // whether a hash may cut a text, once anybody looked
}

// field is one key of a mapping T: its name, what the manual says of it, and
// how it is read.
type field[T any] struct {
	name     string
	typ      string
	pl, en   string
	required bool
	read     func(d *decoder, v *value, dst *T)
	sub      func(prefix string) []KeyDoc
}

// need returns the field as one that must be there.
func need[T any](f field[T]) field[T] {
	f.required = true
	return f
}

func (d *decoder) span() source.Span { return source.Span{Path: d.t.path, Key: string(d.key)} }

func (d *decoder) report(code diag.Code, args ...string) {
	d.diags = append(d.diags, diag.New(code, d.span(), args...))
}

// push and pop lengthen and shorten the path.
func (d *decoder) push(name string) int {
	n := len(d.key)
	if n > 0 {
		d.key = append(d.key, '.')
	}
	d.key = append(d.key, name...)
	return n
}

func (d *decoder) index(i int) int {
	n := len(d.key)
	d.key = append(d.key, '[')
	d.key = strconv.AppendInt(d.key, int64(i), 10)
	d.key = append(d.key, ']')
	return n
}

func (d *decoder) pop(n int) { d.key = d.key[:n] }

// last is the name of the key being read, without the path to it; of an entry of
// a list it is that of the list.
func (d *decoder) last() string {
	k := d.key
	if i := bytes.LastIndexByte(k, '.'); i >= 0 {
		k = k[i+1:]
	}
	if i := bytes.IndexByte(k, '['); i > 0 {
		k = k[:i]
	}
	return string(k)
}

// lacks reports that the mapping being read has no such key, which it needs.
func (d *decoder) lacks(name string) {
	x := diag.New(diag.KeyRequired, d.span(), name, d.last())
	if i := bytes.LastIndexByte(d.key, '['); i > 0 && bytes.HasSuffix(d.key, []byte("]")) {
		if n, err := strconv.Atoi(string(d.key[i+1 : len(d.key)-1])); err == nil {
			x = x.With(diag.HintEntry, strconv.Itoa(n+1), d.last())
		}
	}
	d.diags = append(d.diags, x)
}

// object reads a mapping by its table of fields. skip names a key that somebody
// else has read.
func object[T any](d *decoder, v *value, dst *T, fields []field[T]) {
	if v.kind != isMap {
		d.report(diag.MappingExpected, d.last())
		return
	}
	d.duplicates(v)
	var glued []string // keys with a value at their colon
	for i := range v.keys {
		k := &v.keys[i]
		f := find(fields, k.key)
		if f == nil {
			if i > 0 && d.decimals(&v.keys[i-1], k) {
				continue
			}
			if len(d.diags) > 10*mostMatter {
				continue // no more of them are told
			}
			near := meant(k.key, names(fields))
			n := d.push("~" + k.key)
			x := diag.New(diag.KeyUnknown, d.span(), k.key)
			if name, rest, ok := strings.Cut(k.key, ":"); ok && k.val.kind == isNull && find(fields, name) != nil {
				x = x.With(diag.HintColonSpace).With(diag.HintWrite, name+": "+rest)
				x.Severity = diag.Error
				glued = append(glued, name)
			} else if near != "" {
				x = x.With(diag.HintNearest, near)
			}
			d.diags = append(d.diags, x)
			d.pop(n)
			if near == "" || !strings.EqualFold(near, k.key) || has(v, near) {
				continue
			}
			f = find(fields, near) // read as what it was meant to be: fewer errors that follow from one
		}
		if f.read == nil {
			continue
		}
		n := d.push(k.key)
		if k.val.kind == isNull {
			d.empty(f.name)
		} else {
			f.read(d, &k.val, dst)
		}
		d.pop(n)
	}
	for i := range fields {
		// What is declared missing needs to say nothing else.
		if f := &fields[i]; f.required && !has(v, f.name) && !has(v, "missing") && !contains(glued, f.name) {
			d.lacks(f.name)
		}
	}
}

// decimals reports a key that is the decimals of the number before it: in
// brackets a comma ends a value, and {value: 100,5} is a hundred and a key 5.
func (d *decoder) decimals(number, k *keyed) bool {
	if k.val.kind != isNull || k.key == "" || strings.Trim(k.key, "0123456789") != "" {
		return false
	}
	whole := number.val.text
	plain := strings.Trim(whole, "0123456789 \u00a0") == ""
	if number.val.kind != isInt && number.val.kind != isOther && (number.val.kind != isText || !plain) {
		return false
	}
	n := d.push("~" + k.key)
	x := diag.New(diag.NumberExpected, d.span(), number.key, whole+","+k.key)
	if plain {
		x = x.With(diag.HintWrite, number.key+": "+whole+"."+k.key)
	}
	d.diags = append(d.diags, x)
	d.pop(n)
	return true
}

// meant returns the key that an unknown one was most likely meant to be, or "".
func meant(key string, known []string) string {
	for _, k := range known {
		if strings.EqualFold(k, key) {
			return k
		}
	}
	for _, k := range polishKeys[strings.ToLower(key)] {
		if contains(known, k) {
			return k
		}
	}
	return nearest(key, known)
}

// polishKeys are the keys that authors are likely to name in Polish.
var polishKeys = map[string][]string{
	"rodzaj": {"kind"}, "tytuł": {"title"}, "tytul": {"title"}, "nazwa": {"title"}, "numer": {"number"}, "nr": {"number"},
	"streszczenie": {"summary"}, "opis": {"summary", "text"}, "skrót": {"short", "abbr"}, "język": {"lang"}, "poziom": {"level"},
	"nadrzędny": {"parent"}, "cel": {"goal", "goals"}, "cele": {"goals"}, "jednostka": {"unit", "owner"}, "jednostki": {"units"},
	"odpowiedzialny": {"owner", "lead"}, "właściciel": {"owner"}, "źródło": {"source"}, "od": {"from", "start"}, "do": {"to", "end"},
	"rok": {"year"}, "wartość": {"value"}, "stan": {"state"}, "status": {"state"}, "koszt": {"cost"}, "kwota": {"amount"},
	"początek": {"start", "from"}, "koniec": {"end", "to"}, "data": {"date"}, "wizja": {"vision"}, "misja": {"mission"},
	"pojęcie": {"term"}, "definicja": {"definition"}, "adres": {"address", "url"}, "powód": {"reason"}, "tekst": {"text"},
	"wydanie": {"edition"}, "uchwała": {"act"}, "tematy": {"topics"}, "miejsca": {"places"}, "partnerzy": {"partners"},
}

// empty reports a key without a value, or with one that YAML takes for a comment.
func (d *decoder) empty(name string) {
	if d.nulls++; d.nulls == 1 {
		d.commented = bytes.Contains(d.t.yaml(d.m), []byte(": #"))
	}
	if d.commented {
		start, end := d.t.keyPlace(d.m, d.tree(), string(d.key), false)
		line, _ := cutLine(d.t.b, end)
		if v := bytes.TrimSpace(bytes.TrimPrefix(line, []byte(":"))); start < end && len(v) > 1 && v[0] == '#' && v[1] > ' ' && v[1] != '#' {
			d.report(diag.ValueComment, name, string(v))
			return
		}
	}
	d.report(diag.ValueEmpty, name)
}

func find[T any](fields []field[T], name string) *field[T] {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	return nil
}

func names[T any](fields []field[T]) []string {
	out := make([]string, len(fields))
	for i := range fields {
		out[i] = fields[i].name
	}
	return out
}

func has(v *value, name string) bool {
	for i := range v.keys {
		if v.keys[i].key == name && v.keys[i].val.kind != isNull {
			return true
		}
	}
	return false
}

// duplicates reports keys that are written twice: the last one counts to YAML,
// and the author does not see that the first is lost.
func (d *decoder) duplicates(v *value) {
	var seen map[string]int
	for i := range v.keys {
		name := v.keys[i].key
		first := -1
		if len(v.keys) <= 16 {
			for j := range i {
				if v.keys[j].key == name {
					first = j
					break
				}
			}
		} else {
			if seen == nil {
				seen = make(map[string]int, len(v.keys))
			}
			if j, ok := seen[name]; ok {
				first = j
			} else {
				seen[name] = i
			}
		}
		if first < 0 {
			continue
		}
		if d.duplicate(name); len(d.diags) > 10*mostMatter {
			return
		}
	}
}

func (d *decoder) duplicate(name string) {
	n := d.push("~" + name)
	first := d.span()
	d.pop(n)
	start, end := d.t.keyPlace(d.m, d.tree(), first.Key, true)
	place := first
	if end > start {
		place = d.t.span(start, end)
	}
	d.diags = append(d.diags, diag.New(diag.KeyDuplicate, place, name).At(diag.HintFirst, first))
}

// tree is the positioned tree of the front matter, parsed when first needed.
func (d *decoder) tree() *yaml.Node {
	if !d.asked {
		d.root, d.asked = d.t.tree(d.m), true
	}
	return d.root
}

// source returns the text that the author typed for the value being read.
func (d *decoder) source() string {
	start, end := d.t.keyPlace(d.m, d.tree(), string(d.key), false)
	return string(d.t.b[start:max(start, end)])
}

// text reads a text. Scalars that YAML takes for something else are refused:
// by then 8.10 has become 8.1 and 010 eight.
func (d *decoder) text(v *value) (string, bool) {
	switch v.kind {
	case isText:
		s := strings.TrimSpace(v.text)
		if strings.ContainsFunc(s, control) { // written as \a or \x07, so that the file itself has none
			n := 0
			s = strings.Map(func(c rune) rune {
				if control(c) {
					n++
					return utf8.RuneError
				}
				return c
			}, s)
			d.report(diag.ControlCharacter, strconv.Itoa(n))
		}
		if s == "" {
			d.report(diag.ValueEmpty, d.last())
		}
		return s, s != ""
	case isInt:
		if d.last() == "number" {
			if s := d.source(); s == strconv.Itoa(v.n) {
				return s, true
			}
		}
	case isBool, isOther:
	default:
		d.report(diag.TextExpected, d.last())
		return "", false
	}
	typed := d.source()
	if typed == "" {
		typed = v.text
	}
	x := diag.New(diag.ValueNotQuoted, d.span(), d.last(), typed)
	d.diags = append(d.diags, x.With(diag.HintQuote, `"`+typed+`"`))
	return typed, true
}

// words reads a text for people, of which a hash may have cut off the end.
func (d *decoder) words(v *value) (string, bool) {
	s, ok := d.text(v)
	if v.kind != isText {
		return s, ok
	}
	if !d.looked {
		d.hashes, d.looked = cutting.Match(d.t.yaml(d.m)), true
	}
	if d.hashes {
		start, end := d.t.keyPlace(d.m, d.tree(), string(d.key), false)
		line, _ := cutLine(d.t.b[:d.m.end], min(end, d.m.end))
		if start < end && d.t.b[start] != '"' && d.t.b[start] != '\'' && cut.Match(line) {
			rest := strings.TrimSpace(string(line))
			x := diag.New(diag.ValueCut, d.span(), d.last(), rest)
			d.diags = append(d.diags, x.With(diag.HintQuote, quoteYAML([]byte(s+" "+rest))))
		}
	}
	return s, ok
}

// A hash with a word of its own, "#1", was meant as text; "# and words" as a comment.
var (
	cutting = regexp.MustCompile(`[ \t]#[^\s#]`)
	cut     = regexp.MustCompile(`^[ \t]+#[^\s#]`)
)

// each calls read for every entry of a list.
func (d *decoder) each(v *value, read func(v *value)) {
	if v.kind != isList {
		d.report(diag.ListExpected, d.last())
		return
	}
	for i := range v.list {
		n := d.index(i)
		if e := &v.list[i]; e.kind == isNull || e.kind == isText && strings.TrimSpace(e.text) == "" {
			d.report(diag.ListEntryEmpty)
		} else {
			read(e)
		}
		d.pop(n)
	}
}

// id reads an id of an entity.
func (d *decoder) id(v *value) (string, bool) {
	s, ok := d.text(v)
	if !ok {
		return "", false
	}
	if !validID(s) {
		x := diag.New(diag.IDInvalid, d.span(), s)
		if f := Fold(s); f != "" && len(f) <= 80 {
			x = x.With(diag.HintNearest, f)
		}
		d.diags = append(d.diags, x)
		return "", false
	}
	return s, true
}

// ref reads the id of an entity of the kind; its scheme may stand before it. One
// that could be none is no id of anything, which those say who know them all.
func (d *decoder) ref(v *value, kind strategy.Kind) (strategy.Ref, bool) {
	if v.kind == isText {
		if rest, ok := strings.CutPrefix(v.text, kind.Scheme()+":"); ok {
			v = &value{kind: isText, text: rest}
		}
	}
	id, ok := d.text(v)
	return strategy.Ref{Kind: kind, ID: id, Key: string(d.key)}, ok
}

// date reads a day of the calendar.
func (d *decoder) date(v *value) (strategy.Date, bool) {
	s, ok := d.text(v)
	if !ok {
		return "", false
	}
	if !validDate(s) {
		d.mistaken(diag.DateInvalid, s)
		return "", false
	}
	return strategy.Date(s), true
}

// mistaken reports what is no date, with what it would be if it can be told.
func (d *decoder) mistaken(code diag.Code, s string) {
	x := diag.New(code, d.span(), s)
	if date := polishDate(s); date != "" {
		x = x.With(diag.HintWrite, date)
	} else if p := strategy.SpelledPeriod(s); p != "" && code == diag.MomentInvalid && !strings.ContainsAny(p, "QH") {
		x = x.With(diag.HintWrite, p)
	}
	d.diags = append(d.diags, x)
}

// months as dates name them.
var months = []string{"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"}

// polishDate reads a day in the order of Polish, "15.01.2026" or "15 stycznia
// 2026 r.", or with other signs between, "2026.01.15"; "" if it is none.
func polishDate(s string) string {
	parts := strings.FieldsFunc(strings.TrimSuffix(strings.TrimSuffix(s, "."), " r"), func(c rune) bool { return strings.ContainsRune(" .-/", c) })
	if len(s) > 40 || len(parts) != 3 {
		return ""
	}
	if len(parts[0]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	if i := slices.Index(months, strings.ToLower(parts[1])); i >= 0 {
		parts[1] = strconv.Itoa(i + 1)
	}
	for i := range 2 {
		if len(parts[i]) == 1 {
			parts[i] = "0" + parts[i]
		}
	}
	if date := parts[2] + "-" + parts[1] + "-" + parts[0]; validDate(date) {
		return date
	}
	return ""
}

// validDate: "2018-05-17", of the Gregorian calendar. No time package: it would
// read what is no date of ours, such as a year of five digits.
func validDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	y, err1 := strconv.ParseUint(s[:4], 10, 16)
	m, err2 := strconv.ParseUint(s[5:7], 10, 8)
	day, err3 := strconv.ParseUint(s[8:], 10, 8)
	if err1 != nil || err2 != nil || err3 != nil || y < 1 || m < 1 || m > 12 || day < 1 {
		return false
	}
	days := [...]uint64{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[m-1]
	if m == 2 && (y%4 == 0 && y%100 != 0 || y%400 == 0) {
		days = 29
	}
	return day <= days
}
