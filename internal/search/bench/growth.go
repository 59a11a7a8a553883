package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"strategia/internal/search"
)

// Grown returns a document of n sections, in parts as large documents are: each
// section has paragraphs of the test document, drawn at random, and two words that
// no other section has, as names and numbers are.
func Grown(n int) [][]search.Text {
	const wordsInPart = 60_000
	document := Document()
	r := rand.New(rand.NewPCG(3, 4))
	var parts [][]search.Text
	words := wordsInPart
	for i := range n {
		if words >= wordsInPart {
			parts, words = append(parts, nil), 0
		}
		number := fmt.Sprintf("%d.%d", i/20+1, i%20+1)
		like := document[r.IntN(len(document))]
		_, title, _ := strings.Cut(like.Heading, ". ")
		t := search.Text{
			Kind: search.Section, Page: fmt.Sprintf("rozdzial/r%d.html", i/20+1), Anchor: "roz-" + number,
			Heading: number + ". " + title, Paragraphs: []string{coined(r) + " " + coined(r) + "."},
		}
		for range len(like.Paragraphs) {
			from := document[r.IntN(len(document))].Paragraphs
			t.Paragraphs = append(t.Paragraphs, from[r.IntN(len(from))])
		}
		for _, p := range t.Paragraphs {
			words += len(strings.Fields(p))
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], t)
	}
	return parts
}

// coined makes a word up.
func coined(r *rand.Rand) string {
	const heads, vowels, tails = "bcdgklmnprstwz", "aeiouy", "nrlsk"
	var b strings.Builder
	for range 3 {
		b.WriteByte(heads[r.IntN(len(heads))])
		b.WriteByte(vowels[r.IntN(len(vowels))])
	}
	b.WriteByte(tails[r.IntN(len(tails))])
	return b.String() + "owo"
}
