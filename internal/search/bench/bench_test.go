package bench

import (
	"slices"
	"strings"
	"testing"

	"strategia/internal/search"
	"strategia/internal/search/lexicon"
)

// TestQuality holds the search to what its readers were promised, on both halves
// of the set.
func TestQuality(t *testing.T) {
	queries, err := Queries()
	if err != nil {
		t.Fatal(err)
	}
	if len(queries) < 300 {
		t.Fatalf("%d queries", len(queries))
	}
	x := search.Open(search.New(lexicon.For("pl"), search.CutTexts(Document())).Stream())
	for _, test := range []bool{false, true} {
		half := slices.DeleteFunc(slices.Clone(queries), func(q Query) bool { return q.Test != test })
		scores := Measure(x, half, func(Query, search.Found) {})
		for _, want := range []struct {
			kind         string
			recall, rank float64
		}{{"all", .97, .96}, {"changed", .96, 0}, {"name", .95, 0}, {"phrase", 0, .95}} {
			if s := scores[want.kind]; s.Recall < want.recall || s.Rank < want.rank {
				t.Errorf("%s (test half: %v): recall@5 %.3f, MRR %.3f; want %.2f, %.2f", want.kind, test, s.Recall, s.Rank, want.recall, want.rank)
			}
		}
		if n := scores["absent"].Found; n > 0 {
			t.Errorf("%d absent words were found", n)
		}
	}
}

// TestNamesAreUnknown holds that the set's names are what they are for: words that
// no dictionary has, nearly all of them.
func TestNamesAreUnknown(t *testing.T) {
	var forms []string
	for _, n := range Names() {
		for _, f := range n.Forms {
			forms = append(forms, strings.ToLower(f))
		}
	}
	slices.Sort(forms)
	known := 0
	for _, lemmas := range lexicon.For("pl").Find(slices.Compact(forms)) {
		if lemmas != nil {
			known++
		}
	}
	if known*4 > len(forms) {
		t.Errorf("%d of %d names are in a dictionary", known, len(forms))
	}
}
