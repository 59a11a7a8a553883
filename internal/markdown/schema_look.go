package markdown

import (
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

var lookFields = []field[strategy.Look]{
	colour("colour", "kolor odnośników i paska u góry, np. \"#003a75\"", "colour of links and of the band at the top, such as \"#003a75\"", func(l *strategy.Look) *string { return &l.Colour }),
	colour("dark", "ten sam kolor w wersji ciemnej; domyślnie dobrany", "the same in the dark palette; found by default", func(l *strategy.Look) *string { return &l.Dark }),
	text_("emblem", "plik herbu, np. obrazy/herb.svg", "file of the coat of arms, such as images/arms.svg", func(l *strategy.Look) *string { return &l.Emblem }),
	text_("emblem_text", "słowa zamiast herbu, gdy go nie widać", "words in place of the coat of arms", func(l *strategy.Look) *string { return &l.Words }),
}

// colour reads a colour of six or three hexadecimal digits.
func colour[T any](name, pl, en string, to func(*T) *string) field[T] {
	return field[T]{name: name, typ: "colour", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		s, ok := d.text(v)
		if !ok {
			return
		}
		hex, sign := strings.CutPrefix(strings.ToLower(s), "#")
		if !sign || len(hex) != 3 && len(hex) != 6 || strings.Trim(hex, "0123456789abcdef") != "" {
			d.report(diag.ColourInvalid, s)
			return
		}
		*to(dst) = s
	}}
}
