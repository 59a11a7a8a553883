package build

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"strategia/internal/fictional"
	"strategia/internal/site"
	"strategia/internal/source"
)

// village is a small site in which everything refers to everything: the stories
// of edits are told on it, because each of their steps builds the site twice.
const village = `
-- content/index.md --
---
title: Strategia Wsi
base_url: "https://wies.example/"
levels: [{id: strategic, title: Cel strategiczny, plural: Cele strategiczne}, {id: operational, title: Cel operacyjny, plural: Cele operacyjne}]
editions: [{id: a, title: Pierwsza, date: 2026-01-02, text: Tekst.}]
requirements: {elements: [{id: praca, title: Praca, words: [dalej]}, {id: cele, title: Cele, backing: goals}]}
---
Wstęp o [](goal:praca).
-- content/rozdzialy/1-wstep.md --
---
number: "1"
title: Wstęp
goals: [praca]
owner: urzad
---
# 1. Wstęp

Tekst o [](goal:praca), [](unit:urzad) i [](doc:kraj#1). Skrót OSI.

## 1.1. Dalej

Zob. [](sec:wdrozenie).
-- content/rozdzialy/8-wdrozenie.md --
---
id: wdrozenie
number: "2"
title: Wdrożenie
implementation:
  levels: [{number: "1", title: Poziom}]
  roles: [{role: coordinator, units: [urzad], text: Słowa.}]
  actors: [{kind: city, text: Słowa.}]
---
# 2. Wdrożenie

Tekst.

| a | b |
|---|---|
| c | d |
-- content/cele/praca.md --
---
kind: goal
number: "1"
title: Praca
level: strategic
owner: urzad
---
Tekst celu.
-- content/cele/firmy.md --
---
kind: goal
number: "1.1"
title: Firmy
parent: praca
units: [urzad]
---
Tekst celu.
-- content/dokumenty/kraj.md --
---
kind: document
title: Strategia kraju
level: national
goals:
  - {id: "1", number: "1", title: Gospodarka, maps: [praca]}
  - {id: "2", number: "2", title: Obronność, none: Nie dotyczy.}
---
-- content/jednostki/urzad.md --
---
kind: unit
title: Urząd
unit_kind: city
---
-- content/jednostki/referat.md --
---
kind: unit
title: Referat
unit_kind: city
parent: urzad
---
-- content/wskazniki/pyl.md --
---
kind: indicator
title: Pył
goals: [praca]
level: result
unit: "%"
frequency: yearly
owner: referat
base: {year: 2020, value: 40}
targets: [{year: 2030, value: 20}]
---
Tekst wskaźnika.
-- content/wskazniki/pyl.csv --
rok;wartość
2020;40
2024;38
-- content/dzialania/budowa.md --
---
kind: action
title: Budowa
goals: [praca]
lead: urzad
programme: kraj
start: 2026
end: 2026-03
state: ongoing
reviewed: 2026-02-01
milestones: [{text: Odbiór, due: 2026-03}]
---
Tekst działania.
-- content/slownik.md --
---
kind: glossary
terms:
  - {id: osi, term: OSI, abbr: Obszar strategicznej interwencji, definition: Obszar.}
---
`

// fixture is a site in memory, where edits cost nothing: the village.
func fixture(t testing.TB) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(village)).Files {
		set(out, f.Name, string(f.Data))
	}
	return out
}

// commune is the fictional site in memory.
func commune(t testing.TB) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(fictional.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fictional.FS, p)
		set(out, p, string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func sessionOf(files fs.FS) *Session {
	return newSession(source.New(files), Options{Dir: ".", BaseURL: "https://przykladowa.example/", Workers: 2})
}

// snapshot makes every artefact of the site as it is now, told which files
// changed or, without any, finding it out.
func snapshot(t testing.TB, s *Session, changed ...string) map[string][]byte {
	t.Helper()
	b, err := s.Update(context.Background(), changed...)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, a := range b.Site.Artefacts {
		if b.Site.Find(a.Path) != a {
			continue // a path that two would take, which is an error of its own
		}
		bytes, err := b.Make(a.Path)
		if err != nil {
			bytes = []byte("error: " + err.Error())
		}
		out[a.Path] = bytes
	}
	for _, d := range b.Diagnostics {
		out["diagnostics"] = append(out["diagnostics"], fmt.Sprintln(d)...)
	}
	return out
}

// differ names the first path at which two snapshots differ, "" if none.
func differ(a, b map[string][]byte) string {
	paths := slices.Collect(maps.Keys(a))
	paths = append(paths, slices.Collect(maps.Keys(b))...)
	slices.Sort(paths)
	for _, p := range paths {
		if !bytes.Equal(a[p], b[p]) {
			return p
		}
	}
	return ""
}

// FuzzIncremental makes random edits and demands after each that what an
// incremental build makes is, byte for byte, what a build from nothing makes.
func FuzzIncremental(f *testing.F) {
	seeds := uint64(4)
	if testing.Short() { // as under the race detector, which is slow
		seeds = 2
	}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 3))
		steps := make([]byte, 15)
		for i := range steps {
			steps[i] = byte(r.IntN(256))
		}
		f.Add(seed, steps)
	}
	f.Fuzz(func(t *testing.T, seed uint64, steps []byte) {
		if len(steps) > 40 {
			t.Skip("a longer story proves no more")
		}
		files := fixture(t)
		incremental, told := sessionOf(files), sessionOf(files)
		snapshot(t, incremental)
		snapshot(t, told)
		r := rand.New(rand.NewPCG(seed, 1))
		for i, step := range steps {
			e := edits[int(step)%len(edits)]
			before := maps.Clone(files)
			e.do(files, r.IntN)
			clean := snapshot(t, sessionOf(files))
			if p := differ(snapshot(t, incremental), clean); p != "" {
				t.Fatalf("after edit %d (%s) the incremental build differs from a clean one at %s", i+1, e.name, p)
			}
			if p := differ(snapshot(t, told, changed(before, files)...), clean); p != "" {
				t.Fatalf("after edit %d (%s) the build that was told of it differs from a clean one at %s", i+1, e.name, p)
			}
		}
	})
}

// changed lists the files in which two states of a site differ; a file outside
// the sources stands for none, as no path at all would mean any.
func changed(before, after fstest.MapFS) []string {
	out := []string{"README.md"}
	for p := range after {
		if before[p] != after[p] {
			out = append(out, p)
		}
	}
	for p := range before {
		if after[p] == nil {
			out = append(out, p)
		}
	}
	return out
}

// TestIncrementalCommune is one story of the same kind on the full site.
func TestIncrementalCommune(t *testing.T) {
	unlessShort(t)
	files := commune(t)
	incremental := sessionOf(files)
	r := rand.New(rand.NewPCG(7, 7))
	for range 3 {
		snapshot(t, incremental)
		for range 8 {
			edits[r.IntN(len(edits))].do(files, r.IntN)
		}
	}
	if p := differ(snapshot(t, incremental), snapshot(t, sessionOf(files))); p != "" {
		t.Fatalf("the incremental build differs from a clean one at %s", p)
	}
}

// add appends a text to a file; put replaces old by new in it.
func add(p, text string) func(fstest.MapFS) {
	return func(files fstest.MapFS) { set(files, p, string(files[p].Data)+text) }
}

func put(p, old, new string) func(fstest.MapFS) {
	return func(files fstest.MapFS) { set(files, p, strings.Replace(string(files[p].Data), old, new, 1)) }
}

func create(p, text string) func(fstest.MapFS) {
	return func(files fstest.MapFS) { set(files, p, text) }
}

// many creates more files than menus and lists beside the text show, so that a
// page is not made again on their account. The name and the text hold a number.
func many(name, text string) func(fstest.MapFS) {
	return func(files fstest.MapFS) {
		for i := range 50 {
			set(files, fmt.Sprintf(name, i), fmt.Sprintf(text, i))
		}
	}
}

const (
	intro    = "content/rozdzialy/1-wstep.md"
	carrying = "content/rozdzialy/8-wdrozenie.md"
)

// stories holds, for each kind of fact, edits that change it and nothing else
// that the pages concerned depend on.
var stories = map[site.FactKind][]func(fstest.MapFS){
	site.FactSource:         {add(carrying, "\nNowy akapit.\n")},
	site.FactCard:           {put("content/cele/praca.md", "title: Praca", "title: Dobra praca")},
	site.FactMentions:       {add(carrying, "\nTekst o [](goal:firmy).\n")},
	site.FactRowsOf:         {put("content/dokumenty/kraj.md", "title: Gospodarka", "title: Przemysł")},
	site.FactChildren:       {many("content/cele/dalszy-%d.md", "---\nkind: goal\nnumber: \"9.%d\"\ntitle: Dalszy\n---\n"), create("content/cele/nauka.md", "---\nkind: goal\nnumber: \"1.2\"\ntitle: Nauka\nparent: praca\n---\n")},
	site.FactAround:         {many("content/rozdzialy/dalszy-%d.md", "---\nnumber: \"9.%d\"\ntitle: Dalszy\n---\n"), create("content/rozdzialy/3.md", "---\nnumber: \"3\"\ntitle: Ostatni\n---\nTekst.\n")},
	site.FactChaptersOf:     {put(carrying, "title:", "goals: [firmy]\ntitle:")},
	site.FactRoles:          {put("content/cele/praca.md", "owner:", "units: [referat]\nowner:")},
	site.FactUnder:          {create("content/jednostki/biuro.md", "---\nkind: unit\ntitle: Biuro\nunit_kind: city\nparent: urzad\n---\n")},
	site.FactList:           {create("content/dokumenty/b.md", "---\nkind: document\ntitle: Drugi\nlevel: local\n---\n")},
	site.FactImplementation: {add(intro, "\n```implementation\n```\n"), put(carrying, "implementation:", "x-implementation:"), put(carrying, "x-implementation:", "implementation:")},
	site.FactDocument:       {put("content/index.md", "title:", "short: Strategia\ntitle:")},
	site.FactChrome:         {create("layouts/header.html", `{{define "header"}}<p>Inny</p>{{end}}`)},
	site.FactLayout:         {create("layouts/notfound.html", `{{define "main"}}<h1>{{.Title}}</h1>{{end}}`)},
	site.FactTerms:          {put("content/slownik.md", "abbr:", "variants: [Tekst], abbr:")},
	site.FactFile:           {add(intro, "\n[plik](plik.txt)\n"), create("content/rozdzialy/plik.txt", "x")},
	site.FactTagged: {put("content/cele/firmy.md", "title:", "topics: [handel]\ntitle:"), put("content/cele/praca.md", "title:", "topics: [handel]\ntitle:"),
		put("content/cele/praca.md", "title:", "summary: Prosto.\ntitle:")},
	site.FactStakes: {put(carrying, "implementation:\n", "implementation:\n  risks: [{text: Ryzyko, goals: [firmy]}]\n  funding: [{source: Budżet, document: kraj, years: {2026: 1}}]\n"),
		put(carrying, "text: Ryzyko", "text: Susza"), put(carrying, "2026: 1", "2026: 2")},
	site.FactTies: {put("content/wskazniki/pyl.md", "goals: [praca]", "goals: [firmy]")},
	site.FactNewest: {
		create("content/wskazniki/nowy.md", "---\nkind: indicator\ntitle: Nowy\nlevel: context\n---\n"),
		create("content/wskazniki/nowy.csv", "rok;wartość\n2021;1\n"), put("content/wskazniki/nowy.csv", "2021", "2029")},
	site.FactReviewed: {create("content/dzialania/nowe.md", "---\nkind: action\ntitle: Nowe\nlead: referat\ngoals: [firmy]\nreviewed: 2026-01-01\n---\n"),
		put("content/dzialania/nowe.md", "2026-01-01", "2026-09-09")},
	site.FactCover: {put("content/cele/praca.md", "owner: urzad", "area: x")},
	site.FactVersions: {create("content/rozdzialy/intro.md", "---\ntitle: Introduction\nlang: en\ntranslates: 1-wstep\n---\nText.\n"),
		create("content/rozdzialy/system-en.md", "---\ntitle: System\nlang: en\ntranslates: wdrozenie\n---\nText.\n"),
		create("content/rozdzialy/system-de.md", "---\ntitle: System\nlang: de\ntranslates: wdrozenie\n---\nText.\n"),
		put("content/rozdzialy/intro.md", "lang: en", "lang: de")},
	site.FactJudgement: {put("content/wskazniki/pyl.csv", "2024;38", "2024;15")},
	site.FactStale: {
		create("content/wskazniki/nowy.md", "---\nkind: indicator\ntitle: Nowy\nlevel: context\nfrequency: yearly\n---\n"),
		create("content/wskazniki/nowy.csv", "rok;wartość\n2020;1\n"), put("content/wskazniki/nowy.csv", "2020", "2026")},
	site.FactState:    {put("content/dzialania/budowa.md", "state: ongoing", "state: suspended")},
	site.FactYear:     {put("content/wskazniki/pyl.csv", "2024;38", "2024;37")},
	site.FactChanges:  {put("content/dzialania/budowa.md", "state: ongoing", "state: suspended")},
	site.FactElements: {put(intro, "owner: urzad", "owner: urzad\nelements: [cele]")},
	site.FactSearch:   {add(intro, "\nDopisek.\n")},
	site.FactWords:    {add(intro, "\nDopisek.\n")},
	site.FactPlan:     {create("content/cele/nauka.md", "---\nkind: goal\nnumber: \"2\"\ntitle: Nauka\nlevel: strategic\n---\n")},
}

// unlessShort passes over a test whose work is much and of one goroutine when the
// race detector, to which it would say nothing new, makes it ten times as slow:
// "make test" runs every test without the detector, and the others with it too.
func unlessShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("runs without -short")
	}
}

// TestForgettingIsNoticed proves the proof: with a recorder that forgets one
// kind of fact the comparison must show a difference, for every kind; with one
// that forgets nothing the same story must show none.
func TestForgettingIsNoticed(t *testing.T) {
	unlessShort(t)
	for _, kind := range site.FactKinds() {
		t.Run(kind.String(), func(t *testing.T) {
			if p := tell(t, stories[kind], nil); p != "" {
				t.Errorf("with nothing forgotten %s differs", p)
			}
			if p := tell(t, stories[kind], &kind); p == "" {
				t.Errorf("forgetting every %q changed nothing", kind)
			}
		})
	}
}

// tell tells a story with a header that stays the same, so that no page is made
// again on its account, and returns the path at which incremental and clean
// builds first differ.
func tell(t *testing.T, story []func(fstest.MapFS), forget *site.FactKind) string {
	files := fixture(t)
	set(files, "layouts/header.html", `{{define "header"}}{{end}}`)
	incremental := sessionOf(files)
	incremental.forget = forget
	snapshot(t, incremental)
	for _, step := range story {
		step(files)
		if p := differ(snapshot(t, incremental), snapshot(t, sessionOf(files))); p != "" {
			return p
		}
	}
	return ""
}

// TestDataCutoff holds that another value makes only the pages again that show
// it: the indicator's own, the list, and those of its goal and unit.
func TestDataCutoff(t *testing.T) {
	files := fixture(t)
	s := sessionOf(files)
	snapshot(t, s)
	before := maps.Clone(s.made)
	const data = "content/wskazniki/pyl.csv"
	set(files, data, strings.Replace(string(files[data].Data), "38", "37", 1))
	snapshot(t, s, data)
	var again []string
	for p, m := range s.made {
		if before[p] != m && strings.HasSuffix(p, ".html") {
			again = append(again, p)
		}
	}
	slices.Sort(again)
	if want := []string{"cel/praca.html", "jednostka/referat.html", "raport-roczny.html", "raport-roczny/2024.html", "raport-roczny/2026.html", "wskaznik/pyl.html", "wskazniki.html"}; !slices.Equal(again, want) {
		t.Errorf("another value made %v again, want %v", again, want)
	}
}

// TestEarlyCutoff holds that pages which only name a goal are not made again
// when its text changes (law 4 of the design).
func TestEarlyCutoff(t *testing.T) {
	files := fixture(t)
	s := sessionOf(files)
	snapshot(t, s)
	before := maps.Clone(s.made)
	goal := "content/cele/firmy.md"
	set(files, goal, string(files[goal].Data)+"\nDopisany akapit bez odnośników.\n")
	snapshot(t, s)
	again := 0
	for p, m := range s.made {
		if before[p] != m && strings.HasSuffix(p, ".html") {
			again++
		}
	}
	if again == 0 || again > 3 {
		t.Errorf("a paragraph more in one goal made %d pages again; want its own, the whole document and the index of words", again)
	}
}
