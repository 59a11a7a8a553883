package strategy

import "testing"

func TestSpelledPeriod(t *testing.T) {
	for s, want := range map[string]string{
		"I kwartał 2023": "2023-Q1", "IV kw. 2023 r.": "2023-Q4", "3 kwartał 2023": "2023-Q3", "II półrocze 2023": "2023-H2",
		"styczeń 2023": "2023-01", "marca 2023 r.": "2023-03", "paź. 2023": "2023-10", "03.2023": "2023-03", "3/2023": "2023-03",
		"2023 K2": "2023-Q2", "2023 Q2": "2023-Q2", "2023.07": "2023-07", "2023 r.": "2023", "2023 rok": "2023",
		"V kwartał 2023": "", "13.2023": "", "31.12.2023": "", "Razem": "", "sty 23": "", "": "", "r.": "", "2023-2024": "",
	} {
		if got := SpelledPeriod(s); got != want {
			t.Errorf("SpelledPeriod(%q) = %q, want %q", s, got, want)
		}
	}
}
