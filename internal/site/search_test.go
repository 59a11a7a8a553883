package site

import (
	"strings"
	"testing"

	"strategia/internal/search"
	"strategia/internal/source"
	"strategia/internal/strategy"
	"strategia/layouts"
)

// TestSearchKinds holds that every kind of result has a name in every language,
// and that entities of a kind which has none of its own are found all the same.
func TestSearchKinds(t *testing.T) {
	for _, lang := range []string{"pl", "en", "de", "uk"} {
		b, err := layouts.FS.ReadFile(lang + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]string{}
		parseWords(source.NewFile("layouts/"+lang+".txt", b), words)
		if names := strings.Split(words["search.kinds"], "|"); len(names) != search.Kinds {
			t.Errorf("%s: %d names of kinds, want %d: %q", lang, len(names), search.Kinds, names)
		}
	}
	if k := searchKind(strategy.KindNone); k != search.Other {
		t.Errorf("an entity of an unlisted kind is shown as one of kind %d", k)
	}
}
