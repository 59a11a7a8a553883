package check

import (
	"fmt"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// mostNamed is how many numbers in a row are looked for one by one; a longer gap
// is taken to be a gap.
const mostNamed = 100

// chapterGaps looks for numbers that are missing between the chapters, or before
// the first. A number that a heading within a chapter has is not missing.
func (c *checker) chapterGaps() {
	if c.declared("rozdz", "chapter") {
		return
	}
	after := map[string]int{} // by parent's number: the last number seen
	var missing []string
	var at *strategy.Entry
	for _, e := range c.s.Chapters {
		parent, n, ok := lastPart(e.Number)
		if !ok {
			continue
		}
		gaps := c.gaps(parent, after[parent]+1, n)
		if len(gaps) > 0 && at == nil {
			at = e
		}
		missing = append(missing, gaps...)
		after[parent] = max(n, after[parent])
	}
	if len(missing) > mostNamed {
		missing = append(missing[:mostNamed], "…")
	}
	if at != nil {
		c.report(diag.New(diag.ChapterGap, at.At("number"), strings.Join(missing, ", ")).Concerning(at.Ref().String()))
	}
}

// lastPart splits a number into its parent's and its own part.
func lastPart(number string) (parent string, n int, ok bool) {
	part := number
	if dot := strings.LastIndexByte(number, '.'); dot >= 0 {
		parent, part = number[:dot], number[dot+1:]
	}
	if n = strategy.Roman(part); n > 0 {
		return parent, n, true
	}
	n, err := strconv.Atoi(part)
	return parent, n, err == nil && n >= 0
}

// gaps returns the numbers from first up to the one before end that nothing has.
func (c *checker) gaps(parent string, first, end int) []string {
	if parent != "" {
		parent += "."
	}
	if end-first > mostNamed {
		return []string{fmt.Sprintf("%s%d–%s%d", parent, first, parent, end-1)}
	}
	var out []string
	for n := first; n < end; n++ {
		start := n
		for n < end && !c.s.HasNumber(parent+strconv.Itoa(n)) {
			n++
		}
		switch n - start {
		case 0:
		case 1:
			out = append(out, parent+strconv.Itoa(start))
		default:
			out = append(out, fmt.Sprintf("%s%d–%s%d", parent, start, parent, n-1))
		}
	}
	return out
}

// emptyChapters looks for chapters without text.
func (c *checker) emptyChapters(e *strategy.Entry) {
	if e.Kind == strategy.KindChapter && !e.HasBody && e.Missing == "" {
		c.about(e, diag.ChapterEmpty, e.At("title"), name(e))
	}
}
