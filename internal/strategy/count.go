package strategy

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// countSamples are the numbers by whose plurals the forms of a counted thing are
// listed: 1 osoba, 2 osoby, 5 osób, 1,5 osoby. Where a language has one form for two
// of them, it stands once: 1 person, 2 persons.
var countSamples = []string{"1", "2", "5", "1.5"}

// CountForms is how many forms of a counted thing are to be given in a language, by
// the plural rules of Unicode (CLDR): four in Polish and Ukrainian, of which the last
// may be left out, as that of most words is the second; two in English and German.
func CountForms(lang string) (least, most int) {
	most = len(countForms(lang))
	return min(most, 3), most
}

func countForms(lang string) []plural.Form {
	var out []plural.Form
	for _, s := range countSamples {
		if f := countForm(lang, s); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

// countForm is the form of a number that is written so, with a point.
func countForm(lang, number string) plural.Form {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(number, "-"), ".")
	digits := func(s string) int {
		n, _ := strconv.Atoi("0" + s[max(len(s)-7, 0):]) // no rule looks at more
		return n
	}
	least := strings.TrimRight(fraction, "0")
	return plural.Cardinal.MatchPlural(language.Make(lang), digits(whole), len(fraction), len(least), digits(fraction), digits(least))
}

// Counted is the unit of measure as it stands behind a value of the indicator that
// is shown with so many decimals: "osoby" behind 2, "osób" behind 5.
func (x *Indicator) Counted(lang string, v float64, decimals int) string {
	if len(x.UnitForms) == 0 {
		return x.Unit
	}
	switch i := slices.Index(countForms(lang), countForm(lang, strconv.FormatFloat(v, 'f', decimals, 64))); {
	case i >= 0 && i < len(x.UnitForms):
		return x.UnitForms[i]
	case i == 3 && len(x.UnitForms) == 3:
		return x.UnitForms[1] // 1,5 osoby, as 2 osoby
	}
	return x.Unit
}
