package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// escape writes b as text, nothing resolved.
func (r *renderer) escape(b []byte) { r.out = appendEscaped(r.out, b) }

// appendEscaped appends b so that it is text in HTML, or the value of an attribute.
func appendEscaped[T string | []byte](dst []byte, b T) []byte {
	n := 0
	for i := range len(b) {
		repl := ""
		switch b[i] {
		case '&':
			repl = "&amp;"
		case '<':
			repl = "&lt;"
		case '>':
			repl = "&gt;"
		case '"':
			repl = "&quot;"
		default:
			continue
		}
		dst = append(dst, b[n:i]...)
		dst = append(dst, repl...)
		n = i + 1
	}
	return append(dst, b[n:]...)
}

// entity returns what the entity at the start of b stands for, as HTML, and its
// length; "&amp;" and 1 where it is none.
func entity(b []byte) (string, int) {
	s, n := resolve(b)
	if n == 0 {
		return "&amp;", 1
	}
	return string(appendEscaped(nil, s)), n
}

// resolve returns the characters that the entity at the start of b stands for,
// and its length, or 0.
func resolve(b []byte) (string, int) {
	end := 1
	for end < len(b) && end < 34 && b[end] != ';' {
		end++
	}
	if end >= len(b) || b[end] != ';' || end < 2 {
		return "", 0
	}
	name := string(b[1:end])
	if name[0] != '#' {
		e, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(e.Characters), end + 1
	}
	digits, base := name[1:], 10
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 {
		return "", 0
	}
	c := rune(v)
	if !utf8.ValidRune(c) || c < 0x20 && c != '\n' && c != '\t' || c == 0x7F {
		c = utf8.RuneError
	}
	return string(c), end + 1
}

// unescape returns b with backslashes and entities resolved.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	return string(appendUnescaped(nil, b))
}

func appendUnescaped(out, b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return append(out, b...)
	}
	n := 0
	for i := 0; i < len(b); {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			out = append(out, b[n:i]...)
			n = i + 1
			i += 2
		case b[i] == '&':
			if s, k := resolve(b[i:]); k > 0 {
				out = append(append(out, b[n:i]...), s...)
				i += k
				n = i
				continue
			}
			fallthrough
		default:
			i++
		}
	}
	return append(out, b[n:]...)
}
