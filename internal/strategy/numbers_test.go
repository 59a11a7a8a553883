package strategy

import (
	"strings"
	"testing"
)

func TestCompareNumbers(t *testing.T) {
	ordered := []string{"I", "2", "2.9", "2.10", "2.10.1", "III", "8", "8.1", "8a", "IX", "12", "A", "B", "C"}
	for i, a := range ordered {
		for j, b := range ordered {
			got := CompareNumbers(a, b)
			if (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%s, %s: %d", a, b, got)
			}
		}
	}
}

func TestRoman(t *testing.T) {
	for s, want := range map[string]int{"I": 1, "IV": 4, "IX": 9, "XIV": 14, "XL": 40, "CM": 900, "": 0, "C": 0, "D": 0,
		"IIII": 0, "IC": 0, "Cel": 0, "VX": 0} {
		if got := Roman(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}

// A number names a thing only where the text uses it as a name.
func TestNumberIn(t *testing.T) {
	for text, want := range map[string]string{
		"Cel strategiczny 4: Toruń miastem wysokiej synergii": "4",
		"Cel operacyjny 2.4. Nazwa":                           "2.4",
		"4. Nazwa celu":                                       "4",
		"cel 4":                                               "4",
		"celu strategicznego 4 strategii":                     "4",
		"Rozdział IV":                                         "IV",
		"IV. Wdrożenie":                                       "IV",
		"8.1":                                                 "8.1",
		"8.1. Założenia":                                      "8.1",
		"Filar 2":                                             "2",
		"zob. cel 3a":                                         "3a",
		"Goal\u00a05: Growth":                                 "5",
		"Toruń 2028":                                          "",
		"Strategia rozwoju do roku 2020":                      "",
		"3 dzielnice":                                         "",
		"w 3 dzielnicach":                                     "",
		"cele 1 i 4":                                          "",
		"cele 1–4":                                            "",
		"synergia":                                            "",
		"I tak dalej":                                         "",
		"":                                                    "",
		"Covid-19":                                            "",
		"cel 4,\t":                                            "4",
	} {
		got, ok := NumberIn(text)
		if ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v; want %q", text, got, ok, want)
		}
	}
}

func TestNumberAndTitleIn(t *testing.T) {
	for text, want := range map[string]string{
		"Cel strategiczny 4: Toruń miastem": "Toruń miastem",
		"4. Nazwa celu":                     "Nazwa celu",
		"cel 4. strategii":                  "",
		"Cel 4 Toruń":                       "",
		"Cel 4":                             "",
		"Toruń miastem":                     "",
	} {
		number, got := NumberAndTitleIn(text)
		if n, _ := NumberIn(text); got != want || number != n && want != "" {
			t.Errorf("%q: %q, %q; want %q, %q", text, number, got, n, want)
		}
	}
}

func FuzzNumberIn(f *testing.F) {
	f.Add("Cel strategiczny 4: Toruń")
	f.Add("..1,2 \xff\u00a0 §")
	f.Add("cel 1,\t")
	f.Fuzz(func(t *testing.T, text string) {
		if n, ok := NumberIn(text); ok && n == "" {
			t.Errorf("%q: an empty number", text)
		}
		if _, title := NumberAndTitleIn(text); !strings.Contains(text, title) {
			t.Fatalf("%q: title %q", text, title)
		}
		CompareNumbers(text, text+".1")
	})
}
