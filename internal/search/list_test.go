package search

import (
	"slices"
	"testing"

	"strategia/internal/search/lexicon"
)

// The list of words names what texts speak of, by the word that is meant: no word
// that only shares a form, and none that is never inflected.
func TestListedWords(t *testing.T) {
	x := New(lexicon.For("pl"), CutTexts([]Text{
		{Kind: Section, Heading: "Polityka klimatyczna", Page: "a.html", Paragraphs: []string{"Tam rośnie las. Gdzie jest, niech rośnie przez lata. Nikt nie wie, jaka będzie woda."}},
		{Kind: Section, Heading: "Ewaluacja", Page: "b.html", Paragraphs: []string{"Za las odpowiada Zubrzykowo, w lesie żyją sarny."}},
	}))
	var bases []string
	for _, w := range x.Words() {
		bases = append(bases, w.Base)
	}
	for _, want := range []string{"polityka", "ewaluacja", "sarna"} {
		if !slices.Contains(bases, want) {
			t.Errorf("%q is missing: %q", want, bases)
		}
	}
	for _, not := range []string{"polityk", "tama", "tam", "gdzie", "niech", "przez", "nikt", "jaka"} {
		if slices.Contains(bases, not) {
			t.Errorf("%q is listed: %q", not, bases)
		}
	}
}
