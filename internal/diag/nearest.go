package diag

import (
	"strings"
	"unicode/utf8"
)

// Nearest returns the known name that a person who wrote name most likely
// meant: the one at the least distance, where an insertion, a deletion, a wrong
// letter and two letters in the wrong order each count one. A name too far from
// all others has no neighbour: up to a third of its letters may differ, and at
// least one. Of equally near names the first is taken.
func Nearest(name string, known []string) (string, bool) {
	word := []rune(strings.ToLower(name))
	if len(word) > 200 {
		return "", false
	}
	best, found := "", false
	most := max(1, (len(word)+1)/3)
	for _, k := range known {
		n := utf8.RuneCountInString(k)
		if k == name || n > len(word)+most || n < len(word)-most {
			continue
		}
		if d := distance(word, []rune(strings.ToLower(k)), most); d <= most && d < max(len(word), n) {
			best, found = k, true
			if most = d - 1; most < 0 {
				break
			}
		}
	}
	return best, found
}

// distance is the optimal string alignment distance of a and b, or a number
// over most if it is over most.
func distance(a, b []rune, most int) int {
	prev2, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, prev2[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > most {
			return least
		}
		prev2, prev, row = prev, row, prev2
	}
	return prev[len(b)]
}
