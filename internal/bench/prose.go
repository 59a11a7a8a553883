package bench

import (
	"bytes"
	"math/rand/v2"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// dice is a seeded source of choices. It takes remainders of PCG's output
// instead of calling IntN, whose way from bits to numbers Go doesn't promise to
// keep: sites are to stay the same over the years.
type dice struct{ pcg *rand.PCG }

// newDice returns the choices of stream for the thing numbered i. Each thing has
// its own, so that a chapter can be told apart from all others.
func newDice(stream, i uint64) *dice { return &dice{rand.NewPCG(stream, i)} }

// n returns a number from 0 to k-1.
func (d *dice) n(k int) int { return int(d.pcg.Uint64() % uint64(k)) }

// between returns a number from lo to hi.
func (d *dice) between(lo, hi int) int { return lo + d.n(hi-lo+1) }

// one tells whether a chance of one in k came true.
func (d *dice) one(k int) bool { return d.n(k) == 0 }

func (d *dice) pick(list []string) string { return list[d.n(len(list))] }

// writer puts together the text of one file.
type writer struct {
	bytes.Buffer
	d *dice
}

func (w *writer) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

func (w *writer) line(parts ...string) {
	w.put(parts...)
	w.WriteByte('\n')
}

// sentence writes one sentence without links.
func (w *writer) sentence() {
	d := w.d
	switch d.n(8) {
	case 0:
		w.put("Z badania „", d.pick(topics), "” wynika, że ", strconv.Itoa(d.between(21, 84)), "% mieszkańców ", d.pick(claims), ".")
	case 1:
		i := d.n(len(needs))
		w.put("Największe potrzeby dotyczą ", needs[i], " oraz ", needs[(i+1+d.n(len(needs)-1))%len(needs)], ".")
	case 2:
		year := d.between(2019, 2023)
		w.put("Nakłady na ", d.pick(expenses), " wyniosły ", strconv.Itoa(d.between(1, 48)), ",", strconv.Itoa(d.n(10)),
			" mln zł, czyli o ", strconv.Itoa(d.between(2, 30)), "% więcej niż w roku ", strconv.Itoa(year), ".")
	case 3:
		w.put("**Priorytetem jest ", d.pick(priorities), "**, ponieważ ", d.pick(subjects), " ", d.pick(actions), ".")
	case 4:
		w.put(capital(d.pick(subjects)), " ", d.pick(actions), ", a ", d.pick(subjects), " ", d.pick(actions), " ", d.pick(manners), ".")
	default:
		w.put(d.pick(openings), " ", d.pick(subjects), " ", d.pick(actions), " ", d.pick(manners), ", ", d.pick(effects), ".")
	}
}

// sentences writes k sentences as one paragraph.
func (w *writer) sentences(k int) {
	for i := range k {
		if i > 0 {
			w.WriteByte(' ')
		}
		w.sentence()
	}
	w.put("\n\n")
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// slug folds a title to what file names and ids are made of: lower case, Polish
// letters to ASCII, anything else to one hyphen.
func slug(s string) string {
	var b []byte
	for _, r := range s {
		r = unicode.ToLower(r)
		if a, ok := polish[r]; ok {
			r = a
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b = append(b, byte(r))
		case len(b) > 0 && b[len(b)-1] != '-':
			b = append(b, '-')
		}
	}
	return string(bytes.TrimRight(b, "-"))
}

var polish = map[rune]rune{'ą': 'a', 'ć': 'c', 'ę': 'e', 'ł': 'l', 'ń': 'n', 'ó': 'o', 'ś': 's', 'ź': 'z', 'ż': 'z'}
