package markdown

import (
	"math"
	"testing"
)

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{"": 0, "r": 0, "miasto": 2, "nie": 1, "historia": 3, "dziecięcy": 3, "i": 1, "oświetleniowych": 5, "Łódź": 1, "infrastruktura": 5} {
		if got := syllables(word); got != want {
			t.Errorf("%s: %d syllables, want %d", word, got, want)
		}
	}
}

// The sentences of a text are counted as a person would, dots of abbreviations
// and of numbers notwithstanding.
func TestFog(t *testing.T) {
	for text, want := range map[string]struct{ words, sentences, hard int }{
		"Gmina rośnie. Ma las!":                            {4, 2, 0},
		"Zob. art. 10 ust. 3 i np. Toruń.":                 {8, 1, 0},
		"W 2020 r. rada przyjęła plan. Potem go zmieniła.": {9, 2, 0},
		"Uchwała z 5. sesji. „Plan” jest.":                 {6, 2, 0},
		"Przyjęto ją w 2020 r. Rada ją zmieniła.":          {8, 2, 0},
		"Tak? Nie… może. koniec":                           {4, 2, 0},
		"Infrastruktura komunikacyjna, czyli drogi.":       {4, 1, 2},
	} {
		f := &fog{}
		f.read([]byte(text), 0)
		f.end()
		if f.words != want.words || f.sentences != want.sentences || f.hard != want.hard {
			t.Errorf("%s: %d words, %d sentences, %d hard; want %v", text, f.words, f.sentences, f.hard, want)
		}
	}
	f := &fog{words: 120, sentences: 6, hard: 30}
	if got := f.index(); math.Abs(got-18) > 1e-9 { // 0.4 × (20 + 25)
		t.Errorf("FOG-PL %v, want 18", got)
	}
}
