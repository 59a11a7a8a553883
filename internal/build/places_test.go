package build

import (
	"bytes"
	"testing"
	"testing/fstest"
)

// Who asks what is done where they live finds the actions there, and from an
// action all that concerns its place.
func TestPlacesListActions(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/index.md": "---\ntitle: Strategia\nlang: pl\n---\nWstęp.\n",
		"content/cel.md":   "---\nkind: goal\nid: praca\nnumber: \"1\"\ntitle: Praca\nplaces: [Podgórz]\n---\nTekst.\n",
		"content/a.md":     "---\nkind: action\nid: most\ntitle: Most dla pieszych\ngoals: [praca]\nstate: planned\nplaces: [podgórz, Rudak]\n---\nTekst.\n",
	} {
		set(files, name, text)
	}
	site := snapshot(t, sessionOf(files))
	for p, wants := range map[string][]string{
		"miejsce/podgorz.html": {`href="../cel/praca.html"`, `href="../dzialanie/most.html"`},
		"miejsce/rudak.html":   {`href="../dzialanie/most.html"`},
		"co-mnie-dotyczy.html": {"cele: 1, działania: 1", "działania: 1"},
		"dzialanie/most.html":  {`href="../miejsce/podgorz.html"`, `href="../miejsce/rudak.html"`},
		"dane/actions.csv":     {"podgórz; Rudak"},
		"dane/strategia.json":  {`"Rudak"`},
	} {
		for _, want := range wants {
			if !bytes.Contains(site[p], []byte(want)) {
				t.Errorf("%s lacks %q", p, want)
			}
		}
	}
}
