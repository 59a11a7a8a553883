package markdown

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold makes an id of a name: lower case, letters without their marks (ł
// becomes l), every other run of characters one "-", none at the ends.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	put := func(r rune) {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		if ('a' <= r && r <= 'z') || ('0' <= r && r <= '9') {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			return
		}
		gap = true
	}
	for _, r := range s {
		if r < 0x80 {
			put(r)
			continue
		}
		foldRune(r, put)
	}
	return b.String()
}

// foldRune gives put the ASCII letters that r stands for, or r if it is none.
func foldRune(r rune, put func(rune)) {
	switch unicode.ToLower(r) {
	case 'ł':
		put('l')
		return
	case 'ø':
		put('o')
		return
	case 'đ':
		put('d')
		return
	case 'ß':
		put('s')
		put('s')
		return
	case 'æ':
		put('a')
		put('e')
		return
	case 'œ':
		put('o')
		put('e')
		return
	}
	if unicode.Is(unicode.Mn, r) {
		return // a mark typed as a character of its own
	}
	base := norm.NFD.PropertiesString(string(r)).Decomposition()
	if len(base) > 0 && base[0] < 0x80 {
		put(rune(base[0]))
		return
	}
	put(r)
}

// foldAnchor is Fold, cut to at most limit bytes at the end of a word.
func foldAnchor(s string, limit int) string {
	id := Fold(s)
	if len(id) <= limit {
		return id
	}
	if i := strings.LastIndexByte(id[:limit+1], '-'); i > 0 {
		return id[:i]
	}
	return id[:limit]
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
