package build

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"strategia/internal/site"
	"strategia/internal/source"
)

// traced is a session as the preview opens one.
func traced(files fs.FS) *Session {
	return newSession(source.New(files), Options{Dir: ".", Workers: 2, Lines: true})
}

func updated(t *testing.T, s *Session) *Build {
	t.Helper()
	b, err := s.Update(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What an editor changed is named by the section in which it stands.
func TestEdited(t *testing.T) {
	files := fixture(t)
	s := traced(files)
	for _, c := range []struct {
		why, path, old, now string
		want                Place
	}{
		{"a word", intro, "Zob. ", "Zobacz ", Place{intro, 13, "rozdzial/1-wstep.html", "roz-1.1", "1.1"}},
		{"a heading", intro, "## 1.1. Dalej", "## 1.1. Daleko", Place{intro, 11, "rozdzial/1-wstep.html", "roz-1.1", "1.1"}},
		{"the title", intro, "title: Wstęp", "title: Początek", Place{intro, 1, "rozdzial/1-wstep.html", "", "1"}},
		{"the front matter is longer", intro, "goals:", "summary: Prosto.\ngoals:", Place{intro, 1, "rozdzial/1-wstep.html", "", "1"}},
		{"a paragraph more", carrying, "Tekst.\n", "Tekst.\n\nNowy.\n", Place{carrying, 14, "rozdzial/wdrozenie.html", "roz-2", "2"}},
		{"a cell", carrying, "| c | d |", "| c | e |", Place{carrying, 18, "rozdzial/wdrozenie.html", "roz-2", "2"}},
		{"the end goes", carrying, "| c | e |\n", "", Place{carrying, 16, "rozdzial/wdrozenie.html", "roz-2", "2"}},
		{"no heading", "content/cele/praca.md", "Tekst celu.", "Inny tekst celu.", Place{"content/cele/praca.md", 8, "cel/praca.html", "", "1"}},
	} {
		before := updated(t, s)
		put(c.path, c.old, c.now)(files)
		got, ok := updated(t, s).Edited(before, c.path)
		if !ok || got != c.want {
			t.Errorf("%s: %v %+v, want %+v", c.why, ok, got, c.want)
		}
	}
	b := updated(t, s)
	if _, ok := b.Edited(b, "content/nie-ma.md"); ok {
		t.Error("a text that is not there was edited")
	}
}

// Every address of the site leads to what readers owe it to.
func TestOrigin(t *testing.T) {
	files := fixture(t)
	set(files, "content/plik.csv", "a,b\n")
	b := updated(t, traced(files))
	for address, want := range map[string]string{
		"rozdzial/1-wstep.html":                "content/rozdzialy/1-wstep.md:3",
		"rozdzial/1-wstep.html#roz-1.1":        "content/rozdzialy/1-wstep.md:11",
		"rozdzial/wdrozenie.html#tab-1":        "content/rozdzialy/8-wdrozenie.md:14",
		"cel/firmy.html":                       "content/cele/firmy.md:4",
		"dokument/kraj.html#cel-2":             "content/dokumenty/kraj.md:7",
		"slownik.html#osi":                     "content/slownik.md:4",
		"calosc.html#rozdzial-1-wstep":         "content/rozdzialy/1-wstep.md:3",
		"calosc.html#rozdzial-1-wstep.roz-1.1": "content/rozdzialy/1-wstep.md:11",
		"macierz-celow.html":                   "content/index.md:2",
		"nie/ma.html":                          "content/index.md:2",
		"plik.csv":                             "content/plik.csv:1",
	} {
		page, fragment, _ := strings.Cut(address, "#")
		path, line := b.Origin(page, fragment)
		if got := fmt.Sprintf("%s:%d", path, line); got != want {
			t.Errorf("%s leads to %s, want %s", address, got, want)
		}
	}
}

// A page with places is the built page and nothing else, once they are taken out.
func TestPlacesAreAllThatIsAdded(t *testing.T) {
	for name, files := range map[string]fs.FS{"village": fixture(t), "commune": commune(t)} {
		placed, plain := updated(t, traced(files)), updated(t, newSession(source.New(files), Options{Dir: ".", Workers: 2}))
		found := 0
		for _, a := range plain.Site.Artefacts {
			want, err := plain.Make(a.Path)
			if err != nil {
				t.Fatal(err)
			}
			got, err := placed.Make(a.Path)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(string(got), " "+site.SourceAttribute+`="`)
			for i, p := range parts[1:] {
				place, rest, _ := strings.Cut(p, `"`)
				if !strings.HasPrefix(place, "content/") {
					t.Errorf("%s: a place %q", a.Path, place)
				}
				parts[i+1] = rest
			}
			found += len(parts) - 1
			if strings.Join(parts, "") != string(want) {
				t.Errorf("%s: %s differs in more than places", name, a.Path)
			}
		}
		if found < 20 {
			t.Errorf("%s: only %d places", name, found)
		}
	}
}

func TestOutdatedTellsWhy(t *testing.T) {
	files := fixture(t)
	s := traced(files)
	const page = "cel/firmy.html"
	b := updated(t, s)
	if why := b.Outdated(page); why != nil {
		t.Errorf("what was never made is outdated: %v", why)
	}
	if _, err := b.Make(page); err != nil {
		t.Fatal(err)
	}
	put("content/cele/praca.md", "title: Praca", "title: Dobra praca")(files)
	why := updated(t, s).Outdated(page)
	if !slices.Contains(why, site.FactName{Kind: site.FactCard, Arg: "goal:praca"}) {
		t.Errorf("why: %v", why)
	}
}

// What a session keeps is bounded, whatever is asked for.
func TestKeptArtefactsAreBounded(t *testing.T) {
	s := traced(fixture(t))
	for i := range 200 {
		s.keep(fmt.Sprint(i%150), &made{bytes: make([]byte, 1<<20)})
	}
	n, bytes := s.Kept()
	if bytes > keepMade || n != bytes>>20 || n < 60 {
		t.Errorf("%d artefacts of %d bytes are kept", n, bytes)
	}
	if s.made["49"] == nil {
		t.Error("the newest is not kept")
	}
	s.keep("big", &made{bytes: make([]byte, keepMade+1)})
	if n, _ := s.Kept(); n != 1 {
		t.Errorf("%d are kept beside one that is too big", n-1)
	}
}
