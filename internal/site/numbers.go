package site

import (
	"strconv"
	"strings"
)

// Number writes a number as people of the language do, "97 400", "12,5", "−3",
// with so many decimals; with as many as it has where decimals is -1.
func (w *Words) Number(v float64, decimals int) string {
	point, space, least := ",", "\u00a0", 5 // Polish writes four digits together
	if strings.HasPrefix(w.Lang, "en") {
		point, space, least = ".", ",", 4
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	sign := ""
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		if s = rest; strings.Trim(s, "0.") != "" {
			sign = "−"
		}
	}
	whole, fraction, divided := strings.Cut(s, ".")
	if len(whole) >= least {
		for i := len(whole) - 3; i > 0; i -= 3 {
			whole = whole[:i] + space + whole[i:]
		}
	}
	if divided {
		whole += point + fraction
	}
	return sign + whole
}

// Percent writes a share as the language does: "35%" in Polish and English, but
// "35 %" in German and Ukrainian.
func (w *Words) Percent(number string) string {
	return w.Get("percent", number)
}
