package check

import (
	"strings"
	"unicode/utf8"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// mostTags is the number of tags of a kind up to which each is compared with all
// others. Nobody finds a way through more of them anyhow.
const mostTags = 500

// tags looks for tags that are spelt in two ways: alike but for case, marks or
// dashes, which are one tag, or one slip apart, which are two. The rarer spelling
// is the one reported.
func (c *checker) tags() {
	byKind := map[strategy.TagKind][]*strategy.Tagged{}
	for _, t := range c.s.Tagged() {
		c.spellings(t)
		byKind[t.Kind] = append(byKind[t.Kind], t)
	}
	for _, kind := range strategy.TagKinds {
		all := byKind[kind]
		if len(all) > mostTags {
			continue
		}
		for i, t := range all {
			if near := nearTag(t, i, all); near != nil {
				for _, e := range t.Entries() {
					c.tag(e, t, near.Title)
				}
			}
		}
	}
}

// spellings reports where a tag is not written as its title.
func (c *checker) spellings(t *strategy.Tagged) {
	for _, e := range t.Entries() {
		for _, own := range e.Tags {
			if own.String() == t.String() && own.Title != t.Title {
				c.report(diag.New(diag.TagNear, e.At(own.Key), own.Title, t.Title).
					With(diag.HintNearest, t.Title).Concerning(t.String()))
			}
		}
	}
}

// nearTag returns the tag that the i-th of all was most likely meant to be: a
// slip away, and carried by more. Of two that are as frequent the later yields.
func nearTag(t *strategy.Tagged, i int, all []*strategy.Tagged) *strategy.Tagged {
	n := utf8.RuneCountInString(t.Title)
	if n < 5 {
		return nil // a slip in a short word makes another word
	}
	for j, o := range all {
		more := len(o.Entries()) - len(t.Entries())
		if i == j || more < 0 || more == 0 && j > i {
			continue
		}
		a, b := strings.ToLower(t.Title), strings.ToLower(o.Title)
		if oneSlip(a, b) || n >= 8 && len(commonPrefix(a, b))+2 >= max(len(a), len(b)) {
			return o
		}
	}
	return nil
}

// oneSlip reports whether one insertion, deletion, wrong letter or swap turns a
// into b.
func oneSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(y) == len(x)+1 {
		return string(x[i:]) == string(y[i+1:])
	}
	if len(x) != len(y) || i == len(x) {
		return false
	}
	if string(x[i+1:]) == string(y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
}

func commonPrefix(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return a[:i]
}

// tag reports the tag t of e.
func (c *checker) tag(e *strategy.Entry, t *strategy.Tagged, near string) {
	for _, own := range e.Tags {
		if own.String() == t.String() {
			c.report(diag.New(diag.TagNear, e.At(own.Key), own.Title, near).
				With(diag.HintNearest, near).Concerning(t.String()))
		}
	}
}
