package build

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"testing/fstest"
)

// A document may have all of its texts in another language beside them: what is
// translated counts once, each pair leads from one to the other, and there is a
// page of all that was translated.
func TestTranslations(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/index.md":  "---\ntitle: Strategia\nlang: pl\n---\nWstęp.\n",
		"content/a.md":      "---\nkind: chapter\nid: a\nnumber: \"1\"\ntitle: Wstęp\n---\n## 1.1. Po co\n\nZob. [](sec:1.1).\n",
		"content/a-en.md":   "---\nkind: chapter\nid: a-en\nnumber: \"1\"\ntitle: Introduction\nlang: en\ntranslates: a\n---\n## 1.1. Why\n\nSee [](goal:work) and [](goal:praca).\n",
		"content/praca.md":  "---\nkind: goal\nid: praca\nnumber: \"1\"\ntitle: Praca\nlevel: strategic\n---\nTekst.\n",
		"content/firmy.md":  "---\nkind: goal\nid: firmy\nnumber: \"1.1\"\ntitle: Firmy\nparent: praca\n---\nTekst.\n",
		"content/work.md":   "---\nkind: goal\nid: work\nnumber: \"1\"\ntitle: Work\nlang: en\ntranslates: praca\n---\nText.\n",
		"content/arbeit.md": "---\nkind: goal\nid: arbeit\nnumber: \"1\"\ntitle: Arbeit\nlang: de\ntranslates: praca\n---\nText.\n",
	} {
		set(files, name, text)
	}
	s := sessionOf(files)
	site := snapshot(t, s)
	for _, code := range []string{"S402", "S201", "S204"} { // numbers twice, links nowhere or to two places
		if bytes.Contains(site["diagnostics"], []byte(code)) {
			t.Errorf("%s:\n%s", code, site["diagnostics"])
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(site["dane/goals.csv"])).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Errorf("%d rows of goals: %v", len(rows), err)
	}
	for p, want := range map[string][]string{
		"calosc.html":         {`hreflang="de" href="https://przykladowa.example/calosc-de.html"`, `hreflang="en" href="https://przykladowa.example/calosc-en.html"`, `hreflang="pl" href="https://przykladowa.example/calosc.html"`},
		"calosc-en.html":      {`hreflang="pl" href="https://przykladowa.example/calosc.html"`, `id="rozdzial-a-en"`, `href="#cel-work"`, `href="cel/praca.html"`, `>Introduction<`},
		"cel/work.html":       {`hreflang="de" href="https://przykladowa.example/cel/arbeit.html"`, `hreflang="pl" href="https://przykladowa.example/cel/praca.html"`, `Cel strategiczny 1`},
		"index.html":          {`<a href="calosc-en.html" lang="en" hreflang="en">English</a>`},
		"dane/strategia.json": {`"id":"work","href":"cel/work.html","number":"1","title":"Work","kind":"goal","lang":"en","translates":"praca"`},
	} {
		for _, w := range want {
			if !bytes.Contains(site[p], []byte(w)) {
				t.Errorf("%s lacks %s", p, w)
			}
		}
	}
	for p, not := range map[string][]string{
		"calosc.html": {">Work<", ">Introduction<"}, "calosc-en.html": {"Arbeit", "Firmy", "Wstęp."}, "cele.html": {"work.html"},
	} {
		_, main, _ := strings.Cut(string(site[p]), "<main")
		for _, w := range not {
			if strings.Contains(main, w) {
				t.Errorf("%s holds %s", p, w)
			}
		}
	}
}
