package maker

import (
	"strings"

	"strategia/internal/search/lexicon"
	"strategia/internal/search/lexicon/hunspell"
)

// Hunspell adds the words of a Hunspell dictionary, the name of whose files is given
// without .aff and .dic, that no source before it has. To
// nouns and adjectives that one has it adds forms that none has, and to adjectives
// their adverbs.
func (w *Words) Hunspell(name string) error {
	known := map[string]bool{}
	for _, l := range w.lemmas {
		for _, f := range l.forms {
			known[f] = true
		}
	}
	return hunspell.Each(name, func(base string, forms []string) {
		if strings.ContainsAny(base, "0123456789'.-") {
			return
		}
		if known[strings.ToLower(base)] {
			for _, class := range []lexicon.Class{lexicon.Noun, lexicon.Adjective} {
				if l := w.lemmas[lemmaKey{base, class}]; l != nil {
					for _, f := range forms {
						if !known[f] && f == strings.ToLower(f) || class == lexicon.Adjective && w.adverbs[f] {
							l.forms = append(l.forms, f)
						}
					}
				}
			}
			return
		}
		class := lexicon.Other
		if capital(base) {
			class = lexicon.Name
		}
		w.add(base, class, base)
		for _, f := range forms {
			w.add(base, class, f)
		}
	})
}
