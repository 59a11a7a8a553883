package main

import (
	"strings"

	"strategia/internal/search/lexicon"
	"strategia/internal/search/lexicon/hunspell"
)

// hunspell adds the words of a Hunspell dictionary that no source before it has.
func (w *words) hunspell(name string) error {
	known := map[string]bool{}
	for _, l := range w.lemmas {
		for _, f := range l.forms {
			known[f] = true
		}
	}
	return hunspell.Each(name, func(base string, forms []string) {
		if known[strings.ToLower(base)] || strings.ContainsAny(base, "0123456789'.-") {
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
