package strategy

import (
	"slices"
	"testing"
)

func TestIDs(t *testing.T) {
	for _, ids := range [][]string{nil, {"roz-8"}, {"footnotes", "roz-8", "roz-8.1"}} {
		s := NewIDs(ids...)
		if got := slices.Collect(s.All()); !slices.Equal(got, ids) {
			t.Errorf("%q: All gives %q", ids, got)
		}
		for _, id := range ids {
			if !s.Has(id) {
				t.Errorf("%q has no %q", ids, id)
			}
		}
		for _, id := range []string{"", "roz", "8.1", "roz-8 roz-8.1", "roz-8.1 "} {
			if s.Has(id) {
				t.Errorf("%q has %q", ids, id)
			}
		}
	}
}
