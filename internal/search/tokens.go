package search

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestWord is how many letters of a word are looked at: nobody searches for
// more, and a word of a megabyte must not make the index one longer.
const longestWord = 48

// token is a word of a query and where it stands there.
type token struct{ start, end int }

// tokens returns the words of a query.
func tokens(query string) []token {
	var out []token
	text := []byte(query)
	for at := 0; at < len(text); {
		start := at
		if at, _ = word(text, at); at == start {
			_, size := utf8.DecodeRune(text[at:])
			at += size
			continue
		}
		out = append(out, token{start, at})
	}
	return out
}

// The classes of the letters of ASCII.
const (
	classNone = iota
	classLetter
	classDigit
)

var classes = func() (c [utf8.RuneSelf]byte) {
	for b := range c {
		switch r := rune(b); {
		case unicode.IsLetter(r):
			c[b] = classLetter
		case unicode.IsDigit(r):
			c[b] = classDigit
		}
	}
	return c
}()

// word returns the end of the word that begins at a place: a run of letters,
// digits and marks; numbers with dots inside, as chapters have, are one word. The
// script that readers get cuts text in the same way. plain says that the word is
// short and written as it should be.
func word(text []byte, at int) (end int, plain bool) {
	start := at
	plain = true
	if text[at] < utf8.RuneSelf && classes[text[at]] == classDigit {
		if end := number(text, at); end > 0 {
			return end, end-at <= longestWord
		}
	}
	for at < len(text) {
		if b := text[at]; b < utf8.RuneSelf {
			if classes[b] == classNone {
				break
			}
			at++
			continue
		} else if extendedLead <= b && b < extendedLeadEnd && at+1 < len(text) && text[at+1]&0xC0 == 0x80 {
			at += 2
			continue
		}
		r, size := utf8.DecodeRune(text[at:])
		if !inWord(r) {
			break
		}
		plain = plain && r < marksBegin
		at += size
	}
	return at, plain && at-start <= longestWord
}

// extendedLead up to extendedLeadEnd are the bytes that letters from extendedBegin
// to U+023F begin with.
const (
	extendedLead    = 0xC4
	extendedLeadEnd = 0xC9
)

// Below marksBegin no letters come together to another one; from extendedBegin up
// to extendedEnd all are letters.
const (
	extendedBegin = 0x100
	extendedEnd   = 0x250
	marksBegin    = 0x300
)

func inWord(r rune) bool {
	return extendedBegin <= r && r < extendedEnd || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// number returns the end of a number with dots inside at start, or 0.
func number(text []byte, start int) int {
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
	b, folded := make([]byte, 0, len(word)), foldedLetters()
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf:
			b = append(b, byte(r))
		case r < foldedBelow:
			b = append(b, folded[r]...)
		default:
			b = append(b, foldLetter(r)...)
		}
	}
	return string(b)
}

// foldedLetters are the letters of Latin scripts without their marks.
const foldedBelow = 0x250

var foldedLetters = sync.OnceValue(func() *[foldedBelow]string {
	var out [foldedBelow]string
	for r := range out {
		out[r] = foldLetter(rune(r))
	}
	return &out
})

func foldLetter(r rune) string {
	if r == 'ł' {
		return "l"
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, norm.NFD.String(string(r)))
}
