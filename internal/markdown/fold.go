package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes an id of a name: lower case, letters without their marks (ł
// becomes l), every other run of characters one "-", none at the ends.
func Fold(s string) string { return string(appendFold(nil, []byte(s), 2*len(s))) }

// foldAnchor is Fold, cut to at most limit bytes at the end of a word.
func foldAnchor(s string, limit int) string {
	return string(appendAnchor(nil, []byte(s), limit))
}

// appendAnchor appends what foldAnchor makes of s.
func appendAnchor(dst, s []byte, limit int) []byte {
	start := len(dst)
	dst = appendFold(dst, s, limit)
	if len(dst)-start <= limit {
		return dst
	}
	if i := bytes.LastIndexByte(dst[start:start+limit+1], '-'); i > 0 {
		return dst[:start+i]
	}
	return dst[:start+limit]
}

// appendFold appends what Fold makes of s, or as much of it as is longer than limit.
func appendFold(dst, s []byte, limit int) []byte {
	start, gap := len(dst), false
	for i := 0; i < len(s) && len(dst)-start <= limit; i++ {
		c, more := folded[s[i]], ""
		if s[i] >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(s[i:])
			i += size - 1
			letters := foldRune(r)
			if letters == "" {
				continue
			}
			c, more = folded[letters[0]], letters[1:]
		}
		if c == 0 {
			gap = true
			continue
		}
		if gap && len(dst) > start {
			dst = append(dst, '-')
		}
		gap = false
		dst = append(append(dst, c), more...)
	}
	return dst
}

// folded holds the small letter or digit that an ASCII character is in an id, or 0.
var folded = func() (t [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[c] = c
		case 'A' <= c && c <= 'Z':
			t[c] = c + 'a' - 'A'
		}
	}
	return t
}()

// foldRune returns the ASCII characters that r stands for, small letters where
// they are several; "-" if there are none, and nothing for a mark.
// The letters of Polish come first, as nearly all are.
func foldRune(r rune) string {
	switch r {
	case 'ą', 'Ą':
		return "a"
	case 'ć', 'Ć':
		return "c"
	case 'ę', 'Ę':
		return "e"
	case 'ł', 'Ł':
		return "l"
	case 'ń', 'Ń':
		return "n"
	case 'ó', 'Ó':
		return "o"
	case 'ś', 'Ś':
		return "s"
	case 'ź', 'Ź', 'ż', 'Ż':
		return "z"
	case '–', '—', '„', '”', '\u00a0':
		return "-"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ':
		return "d"
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	}
	if unicode.Is(unicode.Mn, r) {
		return "" // a mark typed as a character of its own
	}
	if base := norm.NFD.PropertiesString(string(r)).Decomposition(); len(base) > 0 && base[0] < utf8.RuneSelf {
		return ascii[base[0]:][:1]
	}
	return "-"
}

// validID says whether s may be an id of an entity.
func validID(s string) bool {
	if s == "" || len(s) > 80 {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case i > 0 && (c == '.' || c == '_' || c == '-'):
		default:
			return false
		}
	}
	return true
}

// roman says whether s is a Roman number of small value, in capitals.
func roman(s string) bool {
	return s != "" && len(s) <= 8 && strings.Trim(s, "IVXLC") == ""
}
