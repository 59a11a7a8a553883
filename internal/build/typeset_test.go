package build

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"
)

// Titles and summaries of front matter are set as the text is, wherever a page
// shows them; data and feeds have them as they are typed.
func TestTitlesAreSet(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/index.md": "---\ntitle: Strategia do roku 2030 i dalej\nlang: pl\nvision: Miasto z wizją\neditions: [{id: a, title: Wydanie z maja, date: 2024-05-01}]\n---\nWstęp.\n",
		"content/a.md":     "---\nkind: chapter\nid: a\nnumber: \"1\"\ntitle: Życie w mieście\nsummary: O życiu i pracy.\ngoals: [praca]\n---\n## Co u nas\n\nZob. [](goal:praca).\n",
		"content/b.md":     "---\nkind: chapter\nid: b\nlang: en\ntitle: A city i like\n---\nText.\n",
		"content/i.md":     "---\nkind: indicator\nid: i\ntitle: Pył w mieście\ndefinition: Ile w powietrzu\nunit: dni w roku\ngoals: [praca]\nvalues: [{period: 2024, value: 3}]\n---\nTekst.\n",
		"content/praca.md": "---\nkind: goal\nid: praca\nnumber: \"1\"\ntitle: Praca w domu\n---\nTekst.\n",
	} {
		set(files, name, text)
	}
	site := snapshot(t, sessionOf(files))
	for p, b := range site {
		apart := []string{"Życie w mieście", "Praca w domu", "O życiu i pracy", "Co u nas", "Miasto z wizją", "2030 i dalej", "Wydanie z maja", "Ile w powietrzu", "Pył w mieście", "Model w formacie"}
		switch {
		case strings.HasSuffix(p, ".html"):
			if _, data, _ := bytes.Cut(b, []byte(`"application/ld+json">`)); bytes.Contains(data[:max(bytes.IndexByte(data, '\n'), 0)], []byte("\u00a0")) {
				t.Errorf("%s tells machines of lines: %s", p, data[:bytes.IndexByte(data, '\n')])
			}
			_, body, _ := bytes.Cut(b, []byte("<body"))
			body, _, _ = bytes.Cut(body, []byte(`<div class="colophon">`)) // which is to be copied
			for _, s := range apart {
				if bytes.Contains(body, []byte(s)) {
					t.Errorf("%s: a line may end within %q", p, s)
				}
			}
		case !strings.HasSuffix(p, ".png") && !strings.HasPrefix(p, "assets/") && bytes.Contains(b, []byte("\u00a0")):
			t.Errorf("%s has spaces that nobody typed:\n%s", p, b)
		}
	}
	for p, want := range map[string]string{
		"index.html": "Praca w\u00a0domu", "rozdzial/a.html": "Co u\u00a0nas", "rozdzial/b.html": "A city i like", "dane/goals.csv": "Praca w domu",
		"calosc.html": "Życie w\u00a0mieście",
	} {
		if !bytes.Contains(site[p], []byte(want)) {
			t.Errorf("%s lacks %q", p, want)
		}
	}
}
