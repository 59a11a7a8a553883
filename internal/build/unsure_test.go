package build

import (
	"bytes"
	"testing"
	"testing/fstest"
)

// That nobody knows whether a goal has a counterpart is never told as if it had
// none: not in the table, the drawing, the matrix or its data.
func TestUnknownIsNotNone(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/index.md": "---\ntitle: Strategia\nlang: pl\n---\nWstęp.\n",
		"content/praca.md": "---\nkind: goal\nid: praca\nnumber: \"1\"\ntitle: Praca\n---\nTekst.\n",
		"content/kraj.md": "---\nkind: document\nid: kraj\ntitle: Kraj\nlevel: national\ngoals:\n" +
			"  - {id: a, number: \"1\", title: Gospodarka, maps: [{goal: praca, kind: identical, rationale: x}]}\n" +
			"  - {id: b, number: \"2\", title: Obrona, none: to zadanie państwa}\n" +
			"  - {id: c, number: \"3\", title: Kosmos, unknown: planu jeszcze nie ma}\n---\nTekst.\n",
	} {
		set(files, name, text)
	}
	site := snapshot(t, sessionOf(files))
	for p, wants := range map[string][]string{
		"dokument/kraj.html": {"Cele dokumentu bez odpowiednika w\u00a0strategii: 2. Cele dokumentu, o\u00a0których tego nie wiadomo: 3.", "– nie wiadomo, czy jest odpowiednik"},
		"macierz-celow.html": {`<td class="off"><span>brak powiązania</span>`, `<td class="off unsure"><span>nie wiadomo, czy jest powiązanie</span>`,
			"Znak zapytania: nie wiadomo", "Cele bez odpowiednika w\u00a0strategii</p>", "Cele, o\u00a0których nie wiadomo, czy mają odpowiednik"},
		"dane/matrix-kraj.csv": {"brak powiązania,\"nie wiadomo, czy jest powiązanie\""},
	} {
		for _, want := range wants {
			if !bytes.Contains(site[p], []byte(want)) {
				t.Errorf("%s lacks %q", p, want)
			}
		}
	}
	if n := bytes.Count(site["dokument/kraj.html"], []byte("brak odpowiednika")); n != 2 { // in the table and the drawing
		t.Errorf("%d goals have no counterpart", n)
	}
}
