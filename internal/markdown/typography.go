package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// typography is the set of habits of a language's printers that the output
// follows. Words are never touched; what may change are straight quotes, rows of
// dots and hyphens, and spaces at which a line must not break.
type typography struct {
	open, close   string // quotes, "" to leave straight ones
	open1, close1 string // single quotes and the apostrophe
	polish        bool   // dashes, dots, spaces that do not break
}

func typographyOf(lang string) typography {
	if i := bytes.IndexByte([]byte(lang), '-'); i > 0 {
		lang = lang[:i]
	}
	switch lang {
	case "pl", "":
		return typography{"„", "”", "‚", "’", true}
	case "en":
		return typography{"“", "”", "‘", "’", false}
	}
	return typography{}
}

// noBreak is a space at which a line does not end.
const noBreak = "\u00a0"

// Typeset returns a text without marks, such as a title, with the spaces at which
// no line ends in print of its language. Nothing else of it is changed.
func Typeset(lang, s string) string {
	if !typographyOf(lang).polish {
		return s
	}
	var out, b []byte
	from := 0
	for i := 1; i < len(s); i++ {
		if s[i] != ' ' || !mayStick[s[i-1]] {
			continue
		}
		if b == nil {
			b = []byte(s)
		}
		if sticks(b[:i], b[i+1:]) {
			out = append(append(out, b[from:i]...), noBreak...)
			from = i + 1
		}
	}
	if out == nil {
		return s
	}
	return string(append(out, b[from:]...))
}

// stops marks the bytes of a text that need a look.
var stops = func() (t [256]bool) {
	for _, c := range []byte("&<>\\\"'. -\n") {
		t[c] = true
	}
	return t
}()

// textNode writes a text and the line break after it.
func (r *renderer) textNode(n *ast.Text) {
	v := n.Segment.Value(r.src)
	if r.skip > 0 { // attributes of the image before, already read
		k := min(r.skip, len(v))
		v, r.skip = v[k:], r.skip-k
	}
	if n.IsRaw() {
		r.escape(v)
	} else {
		if r.notes.bold {
			r.starred(n, v)
		}
		r.text(v)
	}
	switch {
	case n.HardLineBreak():
		r.str("<br>\n")
		r.last = '\n'
	case n.SoftLineBreak():
		r.words++
		if r.type_.polish && sticks(v, r.after(n.Segment.Stop)) {
			r.str(noBreak)
		} else {
			r.out = append(r.out, '\n')
		}
		r.last = ' '
	}
}

// after returns the text that follows a line's end at i, without its indentation.
func (r *renderer) after(i int) []byte {
	rest := r.src[min(i, len(r.src)):]
	return bytes.TrimLeft(rest[:min(len(rest), 64)], " \t\r\n>\\")
}

// text writes the author's text b: escapes and entities are resolved, HTML is
// escaped, typography applied.
func (r *renderer) text(b []byte) {
	n := 0
	for i := 0; ; {
		for i < len(b) && !stops[b[i]] {
			i++
		}
		if i == len(b) {
			break
		}
		repl, width := "", 1
		switch b[i] {
		case ' ', '\n':
			r.words++
			if i == 0 || !mayStick[b[i-1]] || !r.type_.polish || !sticks(b[:i], b[i+1:]) {
				i++
				continue
			}
			repl = noBreak
		case '<':
			repl = "&lt;"
		case '>':
			repl = "&gt;"
		case '&':
			repl, width = entity(b[i:])
		case '\\':
			if i+1 >= len(b) || !util.IsPunct(b[i+1]) {
				i++
				continue
			}
			repl, width = escaped(b[i+1]), 2
		case '"', '\'':
			repl = r.quote(b, i)
		case '.':
			repl, width = r.dots(b, i)
		case '-':
			repl = r.dash(b, i)
			width = 2
		}
		if repl == "" {
			i++
			continue
		}
		r.out = append(r.out, b[n:i]...)
		r.out = append(r.out, repl...)
		i += width
		n = i
	}
	r.out = append(r.out, b[n:]...)
	if len(b) > 0 {
		r.last, _ = utf8.DecodeLastRune(b)
	}
}

// escaped returns how a character behind a backslash is written.
func escaped(c byte) string {
	switch c {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	}
	return ascii[c : c+1]
}

// ascii holds every ASCII character at its own place, so that one of them can
// be had as a string without a new one being made.
var ascii = func() string {
	b := make([]byte, 128)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}()

// dots makes an ellipsis of exactly three dots.
func (r *renderer) dots(b []byte, i int) (string, int) {
	rest := b[i:]
	if r.type_.polish && len(rest) >= 3 && rest[1] == '.' && rest[2] == '.' &&
		(len(rest) == 3 || rest[3] != '.') && (i == 0 || b[i-1] != '.') {
		return "…", 3
	}
	return "", 1
}

// dash makes a dash of two hyphens between spaces.
func (r *renderer) dash(b []byte, i int) string {
	if !r.type_.polish || i+1 >= len(b) || b[i+1] != '-' || i+2 < len(b) && b[i+2] != ' ' {
		return ""
	}
	if i > 0 && b[i-1] != ' ' || i == 0 && r.last != ' ' && r.last != '\n' {
		return ""
	}
	return "–"
}

// quote chooses the printed form of the straight quote at b[i].
func (r *renderer) quote(b []byte, i int) string {
	before := r.last
	if i > 0 {
		before, _ = utf8.DecodeLastRune(b[:i])
	}
	after, size := utf8.DecodeRune(b[i+1:])
	opens := unicode.IsSpace(before) || before == '(' || before == '[' || before == '„' || before == '“' ||
		before == '–' || before == '—' || before == '/' || before == '"' && (i == 1 || i > 1 && unicode.IsSpace(rune(b[i-2])))
	if opens && size > 0 && unicode.IsSpace(after) {
		return "" // stands alone: inches, a slip; not ours to judge
	}
	if b[i] == '"' {
		if opens {
			return r.type_.open
		}
		return r.type_.close
	}
	if opens && !unicode.IsDigit(after) && bytes.IndexByte(b[i+1:], '\'') > 0 {
		return r.type_.open1
	}
	return r.type_.close1
}

// sticks says whether the space between before and after must not be a line's
// end: after a word of one letter, between a number and its unit, between an
// abbreviation and its number.
func sticks(before, after []byte) bool {
	k := len(before)
	if k == 0 || len(after) == 0 {
		return false
	}
	switch c := before[k-1]; {
	case oneLetter[c]:
		if k == 1 || wordEdge(before[:k-1]) {
			return true
		}
		return number(after[0]) && abbreviation(before)
	case number(c):
		return unitAfter(before, after)
	case c == '.' || c == 't' || c == 'r' || c == 0xA7: // ust. pkt nr §
		return (number(after[0]) || c == '.' && isLit(before, after)) && abbreviation(before)
	}
	return false
}

// mayStick holds the bytes at the end of all words that sticks knows.
var mayStick = func() (t [256]bool) {
	for _, c := range []byte("aiouwzAIOUWZ0123456789.tr\xA7") {
		t[c] = true
	}
	return t
}()

var oneLetter = func() (t [256]bool) {
	for _, c := range []byte("aiouwzAIOUWZ") {
		t[c] = true
	}
	return t
}()

func number(c byte) bool { return '0' <= c && c <= '9' }

// wordEdge says whether no word is going on at the end of b.
func wordEdge(b []byte) bool {
	c, _ := utf8.DecodeLastRune(b)
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '\'' && c != '’' && c != '-'
}

// isLit is for "lit. a".
func isLit(before, after []byte) bool {
	return bytes.HasSuffix(before, []byte("lit.")) && 'a' <= after[0] && after[0] <= 'z' &&
		(len(after) == 1 || !unicode.IsLetter(rune(after[1])) && after[1] < 0x80)
}

// abbreviations stand before a number and keep it on their line.
var abbreviations = map[string]bool{
	"ust.": true, "Ust.": true, "art.": true, "Art.": true, "§": true, "§§": true, "nr": true, "Nr": true,
	"rozdz.": true, "Rozdz.": true, "pkt": true, "poz.": true, "lit.": true, "str.": true, "s.": true,
	"tab.": true, "Tab.": true, "rys.": true, "Rys.": true, "zał.": true, "Zał.": true, "tiret": true, "t.": true,
}

func abbreviation(before []byte) bool {
	i := bytes.LastIndexAny(before, " \n(„\u00a0")
	word := before[i+1:]
	if len(word) > 0 && word[0] >= 0x80 && i >= 0 {
		// LastIndexAny gives the first byte of what it found.
		if _, n := utf8.DecodeRune(before[i:]); n > 1 {
			word = before[i+n:]
		}
	}
	return len(word) <= 9 && abbreviations[string(word)]
}

// units stand behind a number and stay on its line.
var units = map[string]bool{
	"r.": true, "r": true, "w.": true, "zł": true, "tys.": true, "mln": true, "mld": true, "bln": true, "%": true, "‰": true,
	"proc.": true, "pkt": true, "km": true, "km²": true, "m": true, "m²": true, "m³": true, "cm": true, "mm": true,
	"ha": true, "kg": true, "t": true, "Mg": true, "g": true, "l": true, "kW": true, "kWh": true, "MW": true,
	"MWh": true, "GW": true, "GWh": true, "GJ": true, "szt.": true, "os.": true, "euro": true, "EUR": true, "PLN": true,
	"°C": true, "dB": true, "µg": true, "godz.": true, "min": true, "min.": true, "ust.": true, "lit.": true,
}

func unitAfter(before, after []byte) bool {
	if number(after[0]) { // 97 400
		three := len(after) >= 3 && number(after[1]) && number(after[2]) && (len(after) == 3 || !number(after[3]))
		return three && group(before)
	}
	end := bytes.IndexAny(after[:min(len(after), 12)], " \n,;:)”\"")
	word := after
	if end >= 0 {
		word = after[:end]
	}
	if len(word) > 10 {
		return false
	}
	if units[string(word)] {
		return true
	}
	return len(word) > 1 && word[len(word)-1] == '.' && units[string(word[:len(word)-1])]
}

// group says whether b ends in the head of a number set in groups of three.
func group(b []byte) bool {
	i := len(b)
	for i > 0 && number(b[i-1]) {
		i--
	}
	return len(b)-i <= 3 && (i == 0 || b[i-1] != '.' && b[i-1] != ',' && b[i-1] != '-' && b[i-1] != '/')
}
