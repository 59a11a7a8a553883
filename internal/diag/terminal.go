package diag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// What authors type reaches terminals and logs in excerpts and messages. A
// source from a stranger must not move the cursor, recolour the screen, or turn
// the order of letters around, so whatever a terminal would obey or hide is
// replaced by a visible sign.

// show returns what is printed for a character at a column, and how many columns
// that takes.
func show(r rune, column int) (string, int) {
	switch {
	case r == '\t':
		n := 4 - column%4
		return strings.Repeat(" ", n), n
	case visible(r):
		return string(r), columns(r)
	default:
		return string(sign(r)), 1
	}
}

// visible reports whether a terminal prints the character and does nothing else.
func visible(r rune) bool {
	switch {
	case r == utf8.RuneError:
		return true
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return false
	}
	return !unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co, unicode.Cs)
}

// sign returns what stands for a character that is not printed: the picture of a
// control character, or the sign for one that can't be shown.
func sign(r rune) rune {
	switch {
	case r >= 0 && r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	}
	return utf8.RuneError
}

// columns returns how wide a terminal prints the character.
func columns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// plain makes a text safe to print within a line.
func plain(s string) string {
	hostile := func(r rune) bool { return !visible(r) }
	if strings.IndexFunc(s, hostile) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if visible(r) {
			return r
		}
		return sign(r)
	}, s)
}

// wrap breaks a text into lines of at most so many columns, between words.
func wrap(text string, most int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		n := 0
		for _, r := range word {
			n += columns(r)
		}
		if line != "" && used+1+n > most {
			lines = append(lines, line)
			line, used = "", 0
		}
		if line != "" {
			line += " "
			used++
		}
		line += word
		used += n
	}
	return append(lines, line)
}
