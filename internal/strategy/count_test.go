package strategy

import "testing"

func TestCounted(t *testing.T) {
	pl := &Indicator{Unit: "osób", UnitForms: []string{"osoba", "osoby", "osób"}}
	full := &Indicator{Unit: "domów", UnitForms: []string{"dom", "domy", "domów", "domu"}}
	en := &Indicator{Unit: "homes", UnitForms: []string{"home", "homes"}}
	for _, c := range []struct {
		x        *Indicator
		lang     string
		v        float64
		decimals int
		want     string
	}{
		{pl, "pl", 1, 0, "osoba"}, {pl, "pl", 2, 0, "osoby"}, {pl, "pl", 5, 0, "osób"}, {pl, "pl", 12, 0, "osób"}, {pl, "pl", 22, 0, "osoby"},
		{pl, "pl", 97402, 0, "osoby"}, {pl, "pl", 97400, 0, "osób"}, {pl, "pl", 0, 0, "osób"}, {pl, "pl", -1, 0, "osoba"}, {pl, "pl", 2.5, 1, "osoby"},
		{pl, "pl", 1.6, 0, "osoby"}, {pl, "pl", 1000000000002, 0, "osoby"}, {pl, "pl", 112, 0, "osób"},
		{full, "pl", 2, 0, "domy"}, {full, "pl", 2.5, 1, "domu"}, {full, "uk", 21, 0, "dom"},
		{en, "en", 1, 0, "home"}, {en, "en", 2, 0, "homes"}, {en, "en", 1.5, 1, "homes"}, {en, "de", 1, 0, "home"},
		{&Indicator{Unit: "%"}, "pl", 2, 0, "%"}, {en, "pl", 5, 0, "homes"},
	} {
		if got := c.x.Counted(c.lang, c.v, c.decimals); got != c.want {
			t.Errorf("%v in %s: %q, want %q", c.v, c.lang, got, c.want)
		}
	}
	for lang, want := range map[string][2]int{"pl": {3, 4}, "uk": {3, 4}, "en": {2, 2}, "de": {2, 2}, "cs": {3, 4}} {
		if least, most := CountForms(lang); least != want[0] || most != want[1] {
			t.Errorf("%s has %d to %d forms, want %v", lang, least, most, want)
		}
	}
}
