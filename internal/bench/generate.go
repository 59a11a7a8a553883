package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// site is the plan of a generated strategy: all that its files name each other by.
type site struct {
	chapters  int
	goals     []goal
	units     []unit
	documents []document
	// actions and indicators are how many there are.
	actions, indicators int
}

// newSite plans a strategy of the given number of chapters, with a goal for
// every hundred of them but never fewer than eight.
func newSite(chapters int) *site {
	s := &site{chapters: chapters, units: units, documents: documents}
	s.planGoals(max(8, chapters/100))
	return s
}

// Generate writes a fictional strategy of n chapters to dir, which must not hold
// one already: dir/content with the document itself, goals, outer documents,
// units, a glossary and the chapters, 500 to a folder. It is valid input and
// depends on n alone; chapter 17 of 100 and chapter 17 of 1 000 differ only in
// what they link to.
func Generate(dir string, chapters int) error {
	if chapters < 1 {
		return fmt.Errorf("generate a strategy of %d chapters: there must be at least one", chapters)
	}
	return newSite(chapters).generate(dir)
}

// generate writes all files.
func (s *site) generate(dir string) error {
	out := &folderWriter{root: filepath.Join(dir, "content")}
	out.write("index.md", s.index())
	out.write("slownik.md", s.glossary())
	for i := range s.goals {
		out.write("cele/"+s.goals[i].id+".md", s.goal(i))
	}
	for i := range s.documents {
		out.write("dokumenty/"+s.documents[i].id+".md", s.document(i))
	}
	for i := range s.units {
		out.write("jednostki/"+s.units[i].id+".md", s.unit(i))
	}
	for i := range s.indicators {
		text, data := s.indicator(i)
		name := fmt.Sprintf("wskazniki/wskaznik-%04d", i+1)
		out.write(name+".md", text)
		out.write(name+".csv", data)
	}
	for i := range s.actions {
		out.write(fmt.Sprintf("dzialania/dzialanie-%04d.md", i+1), s.action(i))
	}
	for n := 1; n <= s.chapters; n++ {
		out.write("rozdzialy/"+outlineOf(n).path(), s.chapter(n))
	}
	return out.err
}

// folderWriter writes files below a folder, and makes each folder once. After
// the first failure it does nothing.
type folderWriter struct {
	root string
	made map[string]bool
	err  error
}

func (w *folderWriter) write(path string, b []byte) {
	if w.err != nil {
		return
	}
	full := filepath.Join(w.root, filepath.FromSlash(path))
	folder := filepath.Dir(full)
	if !w.made[folder] {
		if w.err = os.MkdirAll(folder, 0o777); w.err != nil {
			return
		}
		if w.made == nil {
			w.made = map[string]bool{}
		}
		w.made[folder] = true
	}
	w.err = os.WriteFile(full, b, 0o666)
}

// index returns content/index.md.
func (s *site) index() []byte {
	var w writer
	w.line(`---
title: Strategia Rozwoju Gminy Pomiarowej do roku 2035
short: Strategia Gminy Pomiarowej
lang: pl
edition: "1.0"
status: in-force
horizon: {from: 2025, to: 2035}
in_force: "2025-01-15"
body: Rada Gminy Pomiarowej
act:
  number: XII/104/24
  session: XII sesja
  body: Rada Gminy Pomiarowej
  date: "2024-12-19"
  url: https://bip.example/uchwaly/xii-104-24
licence: CC BY 4.0
base_url: https://strategia.example/
accessibility: {missing: generated}
requirements: {missing: generated}
report: mailto:strategia@gmina.example
fictional: true
vision: Gmina Pomiarowa jest miejscem, w którym dobrze się mieszka, uczy i pracuje.
mission: Wspólnie tworzymy warunki do trwałego rozwoju.
summary: Dokument wymyślony, służy do mierzenia szybkości programu.
editions:
  - id: "1.0"
    title: Wydanie pierwsze
    date: "2025-01-15"
    text: Pierwszy tekst jednolity.
---
`)
	w.line("Strategia liczy ", strconv.Itoa(s.chapters), " rozdziałów. Wszystkie dane są fikcyjne.")
	return w.Bytes()
}
