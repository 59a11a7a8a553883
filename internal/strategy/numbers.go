package strategy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// join appends a key to the path of front-matter keys before it.
func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// CompareNumbers orders the numbers of headings and goals as people do: part by
// part, 8.2 before 8.10, 8 before 8.1, 8 before 8a; Roman numerals by their
// value; letters after all numbers. Where nothing else decides the text does.
func CompareNumbers(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		var p, q string
		p, x, _ = strings.Cut(x, ".")
		q, y, _ = strings.Cut(y, ".")
		if c := compareParts(p, q); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

func compareParts(p, q string) int {
	m, ptail := value(p)
	n, qtail := value(q)
	if (m < 0) != (n < 0) { // letters after numbers
		return cmp.Compare(n, m)
	}
	return cmp.Or(cmp.Compare(m, n), strings.Compare(ptail, qtail))
}

// value returns the number at the start of a part and what follows it, or -1.
func value(part string) (int, string) {
	i, n := 0, 0
	for i < len(part) && part[i] >= '0' && part[i] <= '9' && n < 1<<40 {
		n = n*10 + int(part[i]-'0')
		i++
	}
	if i > 0 {
		return n, part[i:]
	}
	if part != "" && part[0] <= 'X' {
		if n := Roman(part); n > 0 {
			return n, ""
		}
	}
	return -1, part
}

// Roman returns the value of a Roman numeral in capital letters up to XLIX or
// its like, or 0 if s is none. A single L, C, D or M is a letter: annexes
// are lettered more often than they are numbered by hundreds.
func Roman(s string) int {
	if len(s) == 1 && s != "I" && s != "V" && s != "X" {
		return 0
	}
	total, rest := 0, s
	for _, step := range romanSteps {
		for n := 0; strings.HasPrefix(rest, step.text); n++ {
			if n == step.most {
				return 0
			}
			total += step.value
			rest = rest[len(step.text):]
		}
	}
	if rest != "" {
		return 0
	}
	return total
}

var romanSteps = []struct {
	text        string
	value, most int
}{
	{"M", 1000, 3}, {"CM", 900, 1}, {"D", 500, 1}, {"CD", 400, 1}, {"C", 100, 3}, {"XC", 90, 1}, {"L", 50, 1},
	{"XL", 40, 1}, {"X", 10, 3}, {"IX", 9, 1}, {"V", 5, 1}, {"IV", 4, 1}, {"I", 1, 3},
}

// Under reports whether the number stands below the number above: 8.1 and 8.1.2
// below 8.
func Under(number, above string) bool {
	return above != "" && len(number) > len(above) && number[len(above)] == '.' && number[:len(above)] == above
}

// NumberIn finds the number by which a text names a thing: "4" in
// "Cel strategiczny 4: Toruń…", "8.1" in "8.1. Założenia". A number that counts
// ("3 dzielnice") or a year is none, and where a text names several
// ("cele 1 i 4") there is no one number.
func NumberIn(text string) (number string, ok bool) {
	number, _, ok = cutNumber(text)
	return number, ok
}

// NumberAndTitleIn finds what NumberIn does, "" if there is none, and the title
// that follows it: "4" and "Toruń miastem" in "Cel 4: Toruń miastem". There is a
// title only where the number is set off by a colon, full stop or dash and the
// title starts with a capital letter.
func NumberAndTitleIn(text string) (number, title string) {
	number, rest, ok := cutNumber(text)
	if !ok {
		return "", ""
	}
	title = strings.TrimLeft(rest, ".:)–— \u00a0")
	if len(rest) == len(title) || trimSpaces(rest) == title {
		return number, ""
	}
	if r, _ := utf8.DecodeRuneInString(title); !unicode.IsUpper(r) {
		return number, ""
	}
	return number, strings.TrimSpace(title)
}

// cutNumber returns the number in text and what follows it.
func cutNumber(text string) (number, rest string, ok bool) {
	before := 0 // words passed
	label := false
	for rest = trimSpaces(text); rest != ""; rest = trimSpaces(rest) {
		word := firstWord(rest)
		n := numberPrefix(word)
		if n == "" {
			if before == 4 || strings.ContainsAny(word, "0123456789") {
				return "", "", false
			}
			before++
			label = label || isLabel(word)
			rest = rest[len(word):]
			continue
		}
		rest = rest[len(n):]
		return n, rest, names(n, rest, before, label)
	}
	return "", "", false
}

// trimSpaces returns s without the spaces that it starts with.
func trimSpaces(s string) string {
	for {
		switch {
		case strings.HasPrefix(s, " "):
			s = s[1:]
		case strings.HasPrefix(s, "\u00a0"):
			s = s[len("\u00a0"):]
		default:
			return s
		}
	}
}

// firstWord returns s up to its first space.
func firstWord(s string) string {
	for i, r := range s {
		if r == ' ' || r == '\u00a0' {
			return s[:i]
		}
	}
	return s
}

// numberPrefix returns the number at the start of a word, without a trailing
// full stop, or "".
func numberPrefix(word string) string {
	if c := word[0]; c < '0' || c > '9' {
		if strings.IndexByte("IVXLCDM", c) < 0 || len(word) > 1 && 'a' <= word[1] && word[1] <= 'z' {
			return "" // nearly every word
		}
	}
	end := strings.IndexFunc(word, func(r rune) bool {
		return r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if end < 0 {
		end = len(word)
	}
	n := strings.TrimRight(word[:end], ".")
	first, _, _ := strings.Cut(n, ".")
	v, tail := value(first)
	if v < 0 || len(tail) > 1 || strings.ContainsFunc(n, func(r rune) bool { return r > unicode.MaxASCII }) {
		return ""
	}
	return n
}

// names reports whether the number n, with so many words before and the rest
// behind it, names a thing.
func names(n, rest string, before int, label bool) bool {
	digits := n[0] >= '0' && n[0] <= '9'
	if len(n) == 4 && digits && !strings.Contains(n, ".") && (n[:2] == "19" || n[:2] == "20") {
		return false
	}
	if another(rest) {
		return false
	}
	setOff := rest == "" || strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ")")
	switch {
	case label:
		return true
	case before == 0:
		return setOff && (digits || rest != "")
	default:
		return setOff && digits && before <= 3
	}
}

// another reports whether the text after a number goes on to a second one.
func another(rest string) bool {
	rest = trimSpaces(rest)
	for _, and := range []string{",", "–", "-", "/", "i ", "oraz ", "lub ", "and ", "or ", "& "} {
		if after, ok := strings.CutPrefix(rest, and); ok {
			words := strings.Fields(after)
			return len(words) > 0 && numberPrefix(words[0]) != ""
		}
	}
	return false
}

// labels are the beginnings of words that a number follows.
var labels = []string{"cel", "rozdzia", "podrozdzia", "sekcj", "częś", "punk", "pkt", "ust", "§", "priorytet", "kierun",
	"działani", "zadani", "goal", "objective", "chapter", "section", "part", "priority", "aim", "target"}

func isLabel(word string) bool {
	word = strings.TrimLeft(word, "„”“\"'«(")
	return slices.ContainsFunc(labels, func(l string) bool {
		return len(word) >= len(l) && word[0]|0x20 == l[0]|0x20 && strings.EqualFold(word[:len(l)], l)
	})
}
