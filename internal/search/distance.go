package search

// distance counts the typing errors between a word and others that begin alike:
// letters too many, missing, wrong, or two that changed places.
type distance struct {
	word []rune
	most int
	rows [][]int // a row of the usual table for each letter of the other word
	with []rune
}

func newDistance(word []rune, most int) *distance {
	d := &distance{word: word, most: most}
	row := make([]int, len(word)+1)
	for i := range row {
		row[i] = i
	}
	d.rows = [][]int{row}
	return d
}

// push adds letters; it returns false when there are too many errors whatever
// follows.
func (d *distance) push(letters []rune) bool {
	for _, c := range letters {
		n := len(d.rows)
		above := d.rows[n-1]
		row := make([]int, len(above))
		row[0] = n
		least := n
		for i := 1; i < len(row); i++ {
			cost := 1
			if d.word[i-1] == c {
				cost = 0
			}
			v := min(above[i]+1, row[i-1]+1, above[i-1]+cost)
			if n > 1 && i > 1 && d.word[i-1] == d.with[n-2] && d.word[i-2] == c {
				v = min(v, d.rows[n-2][i-2]+1)
			}
			row[i] = v
			least = min(least, v)
		}
		d.rows = append(d.rows, row)
		d.with = append(d.with, c)
		if least > d.most {
			return false
		}
	}
	return true
}

// end returns the errors of the word that ends with the letters, and whether they
// are few enough.
func (d *distance) end(letters []rune) (int, bool) {
	n := len(d.with)
	ok := d.push(letters)
	last := d.rows[len(d.rows)-1]
	errors := last[len(d.word)]
	d.rows, d.with = d.rows[:n+1], d.with[:n]
	return errors, ok && errors <= d.most
}
