package search

import "slices"

// distance counts the typing errors between a word and others, letter by letter,
// so that what begins alike is compared once: letters too many, missing, wrong,
// or two that changed places.
type distance struct {
	word  []rune
	rows  [][]int // of the usual table, one for each letter that was reached
	least []int   // of each row
	added []rune
}

func newDistance(word []rune) *distance {
	row := make([]int, len(word)+1)
	for i := range row {
		row[i] = i
	}
	return &distance{word: word, rows: [][]int{row}, least: []int{0}}
}

// errors is how far what was reached is from the word.
func (d *distance) errors() int { return d.rows[len(d.rows)-1][len(d.word)] }

// reach goes on to another word from what it has in common with the last one. It
// returns false when there are too many errors whatever follows.
func (d *distance) reach(word string, most int) bool {
	letters := []rune(word)
	same := 0
	for same < min(len(d.added), len(letters)) && d.added[same] == letters[same] {
		same++
	}
	d.rows, d.least, d.added = d.rows[:same+1], d.least[:same+1], d.added[:same]
	for _, c := range letters[same:] {
		if d.least[len(d.least)-1] > most {
			return false
		}
		d.add(c)
	}
	return d.least[len(d.least)-1] <= most
}

func (d *distance) add(c rune) {
	n := len(d.rows)
	above, row := d.rows[n-1], make([]int, len(d.word)+1)
	row[0] = n
	for i := 1; i < len(row); i++ {
		wrong := 1
		if d.word[i-1] == c {
			wrong = 0
		}
		row[i] = min(above[i]+1, row[i-1]+1, above[i-1]+wrong)
		if n > 1 && i > 1 && d.word[i-1] == d.added[n-2] && d.word[i-2] == c {
			row[i] = min(row[i], d.rows[n-2][i-2]+1)
		}
	}
	d.rows, d.least, d.added = append(d.rows, row), append(d.least, slices.Min(row)), append(d.added, c)
}
