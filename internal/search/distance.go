package search

// distance counts the typing errors between a word and others, letter by letter,
// so that what begins alike is compared once: letters too many, missing, wrong,
// or two that changed places.
type distance struct {
	word  []rune
	rows  [][]int // of the usual table, one for each letter that was added
	added []rune
}

func newDistance(word []rune) *distance {
	row := make([]int, len(word)+1)
	for i := range row {
		row[i] = i
	}
	return &distance{word: word, rows: [][]int{row}}
}

// letters is how many letters were added; cut takes off what came after so many.
func (d *distance) letters() int { return len(d.added) }

func (d *distance) cut(letters int) {
	d.rows, d.added = d.rows[:letters+1], d.added[:letters]
}

// errors is how far what was added is from the word.
func (d *distance) errors() int { return d.rows[len(d.rows)-1][len(d.word)] }

// add adds letters; it returns false when there are too many errors whatever
// follows.
func (d *distance) add(letters string, most int) bool {
	for _, c := range letters {
		n := len(d.rows)
		above, row := d.rows[n-1], make([]int, len(d.word)+1)
		row[0] = n
		least := n
		for i := 1; i < len(row); i++ {
			wrong := 1
			if d.word[i-1] == c {
				wrong = 0
			}
			row[i] = min(above[i]+1, row[i-1]+1, above[i-1]+wrong)
			if n > 1 && i > 1 && d.word[i-1] == d.added[n-2] && d.word[i-2] == c {
				row[i] = min(row[i], d.rows[n-2][i-2]+1)
			}
			least = min(least, row[i])
		}
		d.rows, d.added = append(d.rows, row), append(d.added, c)
		if least > most {
			return false
		}
	}
	return true
}
