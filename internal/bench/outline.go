package bench

import (
	"fmt"
	"strconv"
)

// Streams of choices. An outline has a stream of its own, so that a chapter that
// links to another can work out that one's headings without its text, and a
// site of any size is generated in constant memory.
const (
	streamOutline = 0x57a7e91a + iota
	streamText
	streamGoal
	streamDocument
	streamUnit
	streamIndicator
	streamAction
)

// folderSize is the number of chapters in a folder.
const folderSize = 500

// lastNumbered is the last chapter with typed numbers: the dialect takes a
// number of more than four digits for a word. The few beyond it have none, and
// no other chapter links to them.
const lastNumbered = 9999

// outline is what other chapters may know of a chapter: its place and headings.
type outline struct {
	n        int // number, from 1
	title    string
	id       string
	size     int // bytes that the file aims at
	sections []heading
}

// heading is a heading of a chapter below the chapter's own.
type heading struct {
	level  int
	number string // "" for a heading without one
	title  string
	anchor string
	stated bool // the anchor is written out
}

// outlineOf returns the outline of chapter n.
func outlineOf(n int) *outline {
	d := newDice(streamOutline, uint64(n))
	i := n - 1
	o := &outline{n: n, title: chapterTitle(i)}
	o.id = fmt.Sprintf("%04d-%s", n, slug(o.title))
	// The greater of two even choices: few short chapters, 4.6 kB on average.
	o.size = max(d.between(2150, 5770), d.between(2150, 5770))
	count := max(2, min(5, o.size/1100))
	first := d.n(len(sectionTitles))
	for k := range count {
		h := heading{level: 2, title: sectionTitles[(first+k*4)%len(sectionTitles)]}
		switch {
		case k == count-1 && k > 1 && d.one(3):
			h.title, h.anchor = "Podsumowanie", "podsumowanie"
		case n > lastNumbered:
			h.anchor = slug(h.title)
		default:
			h.number = strconv.Itoa(n) + "." + strconv.Itoa(k+1)
			h.anchor = "roz-" + h.number
			if n > 1 && d.one(10) {
				h.anchor, h.stated = slug(h.title), true
			}
		}
		o.sections = append(o.sections, h)
		o.below(h, k, d)
	}
	return o
}

// below adds the headings under h, the chapter's section k.
func (o *outline) below(h heading, k int, d *dice) {
	switch {
	case h.number == "":
	case o.n == 1 && k == 0 || k == 0 && o.size > 3000 && !h.stated && d.one(12):
		for j, t := range localTitles {
			num := strconv.Itoa(j + 1)
			o.sections = append(o.sections, heading{level: 3, number: num, title: t, anchor: "roz-" + h.number + "-" + num})
		}
	case o.size > 3500 && d.one(4):
		first := d.n(len(subTitles))
		for j := range 2 {
			num := h.number + "." + strconv.Itoa(j+1)
			o.sections = append(o.sections, heading{level: 3, number: num, title: subTitles[(first+j*3)%len(subTitles)], anchor: "roz-" + num})
		}
	}
}

// chapterTitle returns a title that no other of the first ten thousand has.
func chapterTitle(i int) string {
	t := topics[i%len(topics)]
	i /= len(topics)
	a := aspects[i%len(aspects)]
	i /= len(aspects)
	return t + " – " + districts[i%len(districts)] + ": " + a
}

// folder returns the name of the folder that holds chapter n: "0001-0500".
func folder(n int) string {
	first := (n-1)/folderSize*folderSize + 1
	return fmt.Sprintf("%04d-%04d", first, first+folderSize-1)
}

// path returns the chapter's file in the folder of chapters.
func (o *outline) path() string { return folder(o.n) + "/" + o.id + ".md" }

// numbered returns a numbered heading of the second level; the first section of
// every chapter up to lastNumbered is one.
func (o *outline) numbered(d *dice) heading {
	var hs []heading
	for _, h := range o.sections {
		if h.level == 2 && h.number != "" {
			hs = append(hs, h)
		}
	}
	return hs[d.n(len(hs))]
}
