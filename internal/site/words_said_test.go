package site

import "testing"

// A value that ends in a full stop does not get another, and quotation marks
// within others are told from these.
func TestWordsAroundValues(t *testing.T) {
	w := &Words{Lang: "pl", text: map[string]string{"share": "Było {0}, ma być {1}.", "cite.page": "„{0}”"}}
	if got := w.Get("share", "5 szt.", "9 szt."); got != "Było 5 szt., ma być 9 szt." {
		t.Errorf("%q", got)
	}
	if got := w.Get("share", "5", "9"); got != "Było 5, ma być 9." {
		t.Errorf("%q", got)
	}
	if got := w.PageName("Program „Ciepły dom” na lata"); got != "„Program «Ciepły dom» na lata”" {
		t.Errorf("%q", got)
	}
}
