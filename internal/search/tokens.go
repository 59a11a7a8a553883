package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestWord is how many letters of a word are looked at: nobody searches for
// more, and a word of a megabyte must not make the index one longer.
const longestWord = 48

// token is a word of a text and where it stands there.
type token struct{ start, end int }

// tokens appends the words of a text: runs of letters, digits and marks. Numbers
// with dots inside, as chapters have, are one word. The script that readers get
// cuts text in the same way.
func tokens(dst []token, text string) []token {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		start := at
		if at = number(text, start); at == 0 {
			for at = start + size; at < len(text); at += size {
				if r, size = utf8.DecodeRuneInString(text[at:]); !inWord(r) {
					break
				}
			}
		}
		dst = append(dst, token{start, at})
	}
	return dst
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// number returns the end of a number with dots inside at start, or 0.
func number(text string, start int) int {
	at, dots := start, 0
	for {
		n := at
		for n < len(text) && '0' <= text[n] && text[n] <= '9' {
			n++
		}
		if n == at {
			break
		}
		at = n
		if at+1 >= len(text) || text[at] != '.' || text[at+1] < '0' || text[at+1] > '9' {
			break
		}
		at++
		dots++
	}
	if dots == 0 {
		return 0
	}
	return at
}

// short is a word as it is written, composed and not too long.
func short(word string) string {
	if !norm.NFC.IsNormalString(word) {
		word = norm.NFC.String(word)
	}
	n := 0
	for i := range word {
		if n++; n > longestWord {
			return word[:i]
		}
	}
	return word
}

// lower is a word as the lexicon has it: short, in lower case.
func lower(word string) string { return strings.ToLower(short(word)) }

// fold takes the marks off the letters of a word in lower case, so that it is
// found however it is typed.
func fold(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return word
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.IsMark(r):
		case r == 'ł':
			b.WriteByte('l')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
