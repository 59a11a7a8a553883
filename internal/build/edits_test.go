package build

import (
	"fmt"
	"slices"
	"strings"
	"testing/fstest"

	"strategia/internal/diag"
	"strategia/internal/spreadsheet/sheettest"
	"strategia/layouts"
)

// edit is a change that an editor may make to a site.
type edit struct {
	name string
	do   func(files fstest.MapFS, pick func(n int) int)
}

func texts(files fstest.MapFS, within string) []string {
	var out []string
	for p := range files {
		if strings.HasPrefix(p, "content/"+within) && strings.HasSuffix(p, ".md") {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

func set(files fstest.MapFS, p, text string) {
	files[p] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
}

// change rewrites one of the files.
func change(within string, rewrite func(text string, pick func(n int) int) string) func(fstest.MapFS, func(int) int) {
	return func(files fstest.MapFS, pick func(int) int) {
		if names := texts(files, within); len(names) > 0 {
			p := names[pick(len(names))]
			set(files, p, rewrite(string(files[p].Data), pick))
		}
	}
}

// front puts a line into the front matter, in place of the key's own.
func front(key, value string) func(string, func(int) int) string {
	return func(text string, pick func(int) int) string {
		lines := strings.Split(text, "\n")
		lines = slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, key+":") })
		if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
			return text
		}
		return strings.Join(slices.Insert(lines, 1, key+": "+strings.ReplaceAll(value, "#", fmt.Sprint(pick(90)+10))), "\n")
	}
}

func body(text string) func(string, func(int) int) string {
	return func(old string, pick func(int) int) string {
		return old + "\n" + strings.ReplaceAll(text, "#", fmt.Sprint(pick(90)+10)) + "\n"
	}
}

// edits are drawn at random by the fuzz test.
var edits = []edit{
	{"body of any text", change("", body("Nowy akapit #."))},
	{"title of any text", change("", front("title", "\"Nowy tytuł #\""))},
	{"short title", change("", front("short", "\"Skrót #\""))},
	{"number", change("", front("number", "\"#\""))},
	{"heading", change("", body("## Nagłówek #"))},
	{"table", change("", body("| a # | b |\n|---|---|\n| c | d |"))},
	{"link to a heading", change("", body("Zob. [](sec:naglowek-#) i [Cel 4](goal:praca)."))},
	{"taken back", change("", func(s string, _ func(int) int) string {
		if i := strings.LastIndex(strings.TrimSpace(s), "\n\n"); i > strings.LastIndex(s, "---\n") {
			return s[:i+1]
		}
		return s
	})},
	{"ledger", func(files fstest.MapFS, pick func(int) int) {
		set(files, LedgerPath, fmt.Sprintf("chapter:1-wstep\nchapter:wdrozenie#naglowek-%d\ngoal:firmy\nterm:osi\ntopic:wspolny\ntopic:powietrze\n", pick(90)+10))
	}},
	{"retired", change("index", front("retired", "[{id: \"chapter:wdrozenie#naglowek-#\", reason: Tak.}]"))},
	{"tag renamed", change("index", front("retired", "[{id: \"topic:stary\", to: \"topic:wspolny\", reason: Tak #.}, {id: \"goal:stary\", to: \"goal:nowy-1\", reason: Tak.}]"))},
	{"acknowledgement", change("", front("acknowledge", "[{rule: "+string(diag.UnitUnused)+", reason: Tak.}]"))},
	{"summary", change("", front("summary", "\"Prosto #.\""))},
	{"topic", change("", front("topics", "[temat #, wspólny]"))},
	{"unknown key", change("", front("nieznane", "#"))},
	{"requirements", change("index", front("requirements", "{missing: Nie dotyczy #.}"))},
	{"other requirements", change("index", front("requirements", "{law: pl-gmina, waived: [{element: goals, reason: Tak #.}]}"))},
	{"elements", change("rozdzialy/", front("elements", "[goals, {element: cele, section: naglowek-#}]"))},
	{"broken front matter", change("", func(s string, _ func(int) int) string { return strings.Replace(s, "---\n", "---\n\tx: [\n", 1) })},
	{"mended front matter", change("", func(s string, _ func(int) int) string { return strings.Replace(s, "\tx: [\n", "", 1) })},
	{"goal reported", change("index", front("report", "\"mailto:blad#@przykladowa.example\""))},
	{"link to goals", change("", func(s string, pick func(int) int) string {
		return s + fmt.Sprintf("\n\n[](goal:nowy-%d) i [](unit:wydzial-%d)\n", pick(3), pick(3))
	})},
	{"new goal", func(files fstest.MapFS, pick func(int) int) {
		n := pick(3)
		set(files, fmt.Sprintf("content/cele/nowy-%d.md", n), fmt.Sprintf("---\nkind: goal\nnumber: \"9%d\"\ntitle: Cel nowy\nlevel: strategic\n---\nTekst.\n", n))
	}},
	{"translation", func(files fstest.MapFS, pick func(int) int) {
		n, of := pick(2), []string{"praca", "firmy", "nowy-1"}[pick(3)]
		set(files, fmt.Sprintf("content/cele/work-%d.md", n), fmt.Sprintf("---\nkind: goal\nnumber: \"%d\"\ntitle: Work\nlang: %s\ntranslates: %s\ntopics: [wspólny]\n---\n[](goal:praca)\n", pick(3)+1, []string{"en", "de"}[pick(2)], of))
		set(files, "content/rozdzialy/system-en.md", "---\nid: system-en\nnumber: \"8\"\ntitle: System\nlang: en\ntranslates: wdrozenie\n---\n## 8.1. Part\n\n[](goal:work-1)\n")
	}},
	{"new unit", func(files fstest.MapFS, pick func(int) int) {
		n := pick(3)
		set(files, fmt.Sprintf("content/jednostki/wydzial-%d.md", n), "---\nkind: unit\ntitle: Wydział\nunit_kind: city\n---\nTekst.\n")
	}},
	{"new chapter", func(files fstest.MapFS, pick func(int) int) {
		n := pick(9) + 1
		set(files, fmt.Sprintf("content/rozdzialy/dodany-%d.md", n), fmt.Sprintf("---\nnumber: \"%d\"\ntitle: Dodany\ngoals: [nowy-%d]\n---\n# %d. Dodany\n\nTekst z [](sec:1).\n", n, n%3, n))
	}},
	{"implementation block", change("rozdzialy/", body("```implementation\n```"))},
	{"monitoring", change("rozdzialy/", func(s string, pick func(int) int) string {
		lines := []string{"calendar: [{task: Raport #, units: [referat], due: 05-31}]", "risks: [{text: Ryzyko #, goals: [firmy], owner: wydzial-0, probability: high, impact: high}]",
			"funding: [{source: Budżet, goal: praca, years: {20#: 5}}, {source: B, document: kraj, years: {20#: 1}}]",
			"reports: [{title: Raport, kind: monitoring, from: 20#, file: plik-x.txt, units: [urzad]}]", "procedures: [{title: Tryb #, units: [urzad]}]"}
		line := "  " + strings.ReplaceAll(lines[pick(len(lines))], "#", fmt.Sprint(pick(90)+10))
		key, _, _ := strings.Cut(line, ":")
		out := slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool { return strings.HasPrefix(l, key+":") })
		return strings.Replace(strings.Join(out, "\n"), "\nimplementation:\n", "\nimplementation:\n"+line+"\n", 1)
	})},
	{"monitoring blocks", change("", body("```calendar\n```\n\n```risks\n```\n\n```funding\ngoal: praca\n```\n\n```reports\n```"))},
	{"programme", func(files fstest.MapFS, pick func(int) int) {
		n := pick(2)
		set(files, fmt.Sprintf("content/dokumenty/program-%d.md", n), fmt.Sprintf("---\nkind: programme\ntitle: Program\ngoals: [nowy-%d, praca]\nowner: wydzial-%d\nparent: kraj\n---\n", pick(3), pick(3)))
	}},
	{"programme's keys", change("dokumenty/program", front("goals", "[firmy]"))},
	{"no implementation", change("", func(s string, _ func(int) int) string {
		return strings.Replace(s, "\nimplementation:", "\nimplementation-off:", 1)
	})},
	{"file link", change("rozdzialy/", body("[plik](plik-x.txt)"))},
	{"file", func(files fstest.MapFS, pick func(int) int) {
		set(files, "content/rozdzialy/plik-x.txt", fmt.Sprint(pick(9)))
		set(files, "content/plik-x.txt", fmt.Sprint(pick(9)))
	}},
	{"no file", func(files fstest.MapFS, _ func(int) int) {
		delete(files, "content/rozdzialy/plik-x.txt")
		delete(files, "content/plik-x.txt")
	}},
	{"layout", func(files fstest.MapFS, pick func(int) int) {
		set(files, "layouts/notfound.html", fmt.Sprintf(`{{define "main"}}<h1>{{.Title}}</h1><p>%d</p>{{end}}`, pick(9)))
	}},
	{"broken layout", func(files fstest.MapFS, _ func(int) int) {
		set(files, "layouts/notfound.html", `{{define "main"}}{{.Nie}}{{end}}`)
	}},
	{"base layout", func(files fstest.MapFS, pick func(int) int) {
		base, _ := layouts.FS.ReadFile("base.html")
		more := []string{"{{/* %d */}}", `{{define "main"}}%d{{end}}`, `{{define "base"}}{{template "main" .}}%d{{end}}`, "{{if}}%d"}
		set(files, "layouts/base.html", string(base)+fmt.Sprintf(more[pick(len(more))], pick(9)))
	}},
	{"no base layout", func(files fstest.MapFS, _ func(int) int) { delete(files, "layouts/base.html") }},
	{"no main", func(files fstest.MapFS, _ func(int) int) { set(files, "layouts/notfound.html", "{{/* nic */}}") }},
	{"no layout", func(files fstest.MapFS, _ func(int) int) { delete(files, "layouts/notfound.html") }},
	{"words", func(files fstest.MapFS, pick func(int) int) {
		set(files, "layouts/pl.txt", fmt.Sprintf("csv = Tabela %d\n", pick(9)))
	}},
	{"style", func(files fstest.MapFS, pick func(int) int) {
		set(files, "static/assets/strategia.css", fmt.Sprintf("p{margin:%dpx}", pick(9)))
	}},
	{"term", func(files fstest.MapFS, pick func(int) int) {
		for _, p := range texts(files, "") {
			if text := string(files[p].Data); strings.Contains(text, "kind: glossary") {
				set(files, p, strings.Replace(text, "terms:\n", fmt.Sprintf("terms:\n  - {id: dodany-%d, term: tekst, definition: Słowa.}\n", pick(99)), 1))
			}
		}
	}},
	{"removed text", func(files fstest.MapFS, pick func(int) int) {
		if names := texts(files, ""); len(names) > 3 {
			delete(files, names[pick(len(names))])
		}
	}},
	{"renamed text", func(files fstest.MapFS, pick func(int) int) {
		if names := texts(files, ""); len(names) > 0 {
			p := names[pick(len(names))]
			files[strings.TrimSuffix(p, ".md")+"-n.md"] = files[p]
			delete(files, p)
		}
	}},
	{"indicator", func(files fstest.MapFS, pick func(int) int) {
		n := pick(3)
		set(files, fmt.Sprintf("content/wskazniki/nowy-%d.md", n), fmt.Sprintf("---\nkind: indicator\ntitle: Nowy %d\ngoals: [nowy-%d, praca]\nbase: {year: 2021, value: %d}\ntargets: [{year: 2030, value: 9}]\nfrequency: yearly\n---\n", pick(9), pick(3), pick(9)))
	}},
	{"indicator's keys", change("wskazniki/", front("data", "nowy-1.csv"))},
	{"indicator's goals", change("wskazniki/", front("goals", "[firmy]"))},
	{"data", func(files fstest.MapFS, pick func(int) int) {
		name := []string{"pyl", "nowy-0", "nowy-1", "nowy-2"}[pick(4)]
		set(files, "content/wskazniki/"+name+".csv", fmt.Sprintf("rok;wartość;status\n2020;%d;\n2021;%d;wstępna\n%d;-;\n", pick(50), pick(50), 2022+pick(9)))
	}},
	{"workbook", func(files fstest.MapFS, pick func(int) int) {
		set(files, "content/wskazniki/nowy.xlsx", string(sheettest.Book(fmt.Sprintf("sheet A\nrok\twartość\n2021\t%d\nsheet B\nrok\twartość\n2021\t=B3\n", pick(9)))))
	}},
	{"data in a workbook", change("wskazniki/", front("data", "nowy.xlsx"))},
	{"sheet", change("wskazniki/", front("sheet", "B"))},
	{"newer data", func(files fstest.MapFS, pick func(int) int) {
		set(files, "content/wskazniki/nowy-1.csv", fmt.Sprintf("rok,wartość\n%d,\"1,5\"\n", 2021+pick(9)))
	}},
	{"no data", func(files fstest.MapFS, pick func(int) int) {
		delete(files, "content/wskazniki/"+[]string{"pyl", "nowy-1"}[pick(2)]+".csv")
	}},
	{"action", func(files fstest.MapFS, pick func(int) int) {
		n := pick(3)
		set(files, fmt.Sprintf("content/dzialania/nowe-%d.md", n), fmt.Sprintf("---\nkind: action\ntitle: Nowe\ngoals: [nowy-%d]\nlead: wydzial-%d\nstate: planned\nreviewed: 202%d-01-01\n---\n", pick(3), pick(3), pick(9)))
	}},
	{"action's keys", change("dzialania/", front("goals", "[firmy]"))},
	{"action's review", change("dzialania/", front("reviewed", "20#-05-05"))},
	{"action's milestones", change("dzialania/", front("milestones", "[]"))},
	{"action's frequency", change("dzialania/", front("frequency", "monthly"))},
	{"action's lead", change("dzialania/", front("lead", "referat"))},
	{"milestone reached", change("dzialania/", front("milestones", "[{text: Odbiór, due: 2026-03, done: 2026-#-01}, {text: Otwarcie, done: 2025-#}]"))},
	{"action done", change("dzialania/", front("state", "done"))},
	{"horizon", change("index", front("horizon", "{from: 20#}"))},
	{"edition", change("index", front("editions", "[{id: b, title: Druga, date: 2026-05-#}, {id: a, title: Pierwsza #, date: 2024-01-02}]"))},
	{"polarity", change("wskazniki/", front("polarity", "destimulant"))},
	{"action block", change("", body("```actions\nunit: urzad\n```\n\n```status\n```\n\n[](action:budowa)"))},
	{"figure", change("rozdzialy/", body("[#](indicator:pyl?year=2021), [](indicator:pyl?year=2020), [](indicator:nowy-1)"))},
	{"indicator block", change("", body("```indicator\nid: pyl\n```\n\n```indicators\ngoal: praca\n```"))},
	{"document's map", change("dokumenty/", func(s string, pick func(int) int) string {
		return strings.Replace(s, "maps: [", fmt.Sprintf("maps: [nowy-%d, ", pick(3)), 1)
	})},
}
