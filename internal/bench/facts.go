package bench

import (
	"fmt"
	"strconv"
	"strings"
)

// goal is what others may know of a goal.
type goal struct {
	id, number, title string
	parent            int // index of the strategic goal it serves, -1 for a strategic goal
}

// label returns the goal's name and number in words, as an author types it.
func (g goal) label() string {
	if g.parent < 0 {
		return "Cel strategiczny " + g.number
	}
	return "Cel operacyjny " + g.number
}

// planGoals plans n goals, one in eight of them strategic; the others share
// those out evenly.
func (s *site) planGoals(n int) {
	tops := max(2, n/8)
	for i := range tops {
		g := goal{id: fmt.Sprintf("cel-%02d", i+1), number: strconv.Itoa(i + 1), parent: -1,
			title: again(strategicTitles[i%len(strategicTitles)], i/len(strategicTitles))}
		s.goals = append(s.goals, g)
	}
	for i := range n - tops {
		top, k := i%tops, i/tops+1
		kinds := len(operationalVerbs) * len(operationalObjects)
		title := operationalVerbs[i%len(operationalVerbs)] + " " + operationalObjects[i%len(operationalObjects)]
		s.goals = append(s.goals, goal{
			id:     fmt.Sprintf("%s-%02d", s.goals[top].id, k),
			number: s.goals[top].number + "." + strconv.Itoa(k),
			title:  again(title, i/kinds), parent: top,
		})
	}
}

// again returns a title used for the (k+1)th time.
func again(title string, k int) string {
	if k == 0 {
		return title
	}
	return title + " – część " + strconv.Itoa(k+1)
}

// goal returns the file of goal i.
func (s *site) goal(i int) []byte {
	g := s.goals[i]
	w := writer{d: newDice(streamGoal, uint64(i))}
	w.line("---\nkind: goal")
	w.line(`number: "`, g.number, `"`)
	w.line("title: ", g.title)
	if g.parent < 0 {
		w.line("level: strategic")
	} else {
		w.line("level: operational\nparent: ", s.goals[g.parent].id)
	}
	w.line("area: ", w.d.pick(areas))
	lead := w.d.n(len(s.units))
	w.line("owner: ", s.units[lead].id)
	w.line("units:\n  - unit: ", s.units[lead].id, "\n    role: lider\n  - unit: ", s.units[(lead+1)%len(s.units)].id, "\n    role: partner")
	w.line("summary: ", capital(w.d.pick(subjects)), " ", w.d.pick(actions), ".")
	w.line("---\n")
	w.sentences(4)
	w.sentences(3)
	return w.Bytes()
}

// document is what others may know of an outer document.
type document struct {
	id, level, title string
	goals            int // numbered from 1
	// narrow says that its goals answer to a few of ours only: where there are many
	// of both, as many again for each document would be their square.
	narrow bool
}

var documents = []document{
	{id: "agenda-trwalego-rozwoju", level: "sdg", title: "Agenda Trwałego Rozwoju", goals: 12},
	{id: "unijna-polityka-spojnosci", level: "eu", title: "Unijna Polityka Spójności", goals: 6},
	{id: "krajowa-strategia-rozwoju", level: "national", title: "Krajowa Strategia Rozwoju", goals: 9},
	{id: "strategia-wojewodztwa", level: "voivodeship", title: "Strategia Rozwoju Województwa", goals: 8},
	{id: "strategia-ponadlokalna", level: "supralocal", title: "Strategia Ponadlokalna", goals: 7},
	{id: "program-ochrony-srodowiska", level: "subordinate", title: "Program Ochrony Środowiska", goals: 6},
}

// document returns the file of document i. Its goals answer to one or more of
// ours each, but for the last, which has no counterpart.
func (s *site) document(i int) []byte {
	doc := s.documents[i]
	w := writer{d: newDice(streamDocument, uint64(i))}
	w.line("---\nkind: document\ntitle: ", doc.title, "\nlevel: ", doc.level)
	w.line("address: https://dokumenty.example/", doc.id)
	from := "2021"
	if doc.level == "subordinate" {
		from = "2025" // when the strategy starts
	}
	w.line("edition: \"2023\"\nhorizon: {from: ", from, ", to: 2030}\nsource: Dokument wymyślony na potrzeby pomiaru")
	w.line("goals:")
	tops := 0
	for tops < len(s.goals) && s.goals[tops].parent < 0 {
		tops++
	}
	for k := range doc.goals {
		w.line(`  - number: "`, strconv.Itoa(k+1), `"`)
		w.line("    title: ", operationalVerbs[(i+k)%len(operationalVerbs)], " ", operationalObjects[(i*3+k)%len(operationalObjects)])
		if k == doc.goals-1 {
			w.line("    none: Cel dotyczy zadań, których gmina nie prowadzi.")
			continue
		}
		w.line("    relation: related\n    rationale: Oba cele dotyczą tych samych mieszkańców i tego samego obszaru.\n    maps:")
		// Between them a document's goals answer to all strategic ones.
		for j := k; j < tops && !doc.narrow; j += doc.goals - 1 {
			w.line("      - ", s.goals[j].id)
		}
		w.line("      - goal: ", s.goals[tops+w.d.n(len(s.goals)-tops)].id, "\n        relation: narrower\n        rationale: Cel gminy obejmuje część zakresu.")
	}
	w.line("---\n")
	w.sentences(3)
	return w.Bytes()
}

// unit is what others may know of a unit.
type unit struct{ id, kind, title, short, parent string }

var units = []unit{
	{"urzad-gminy", "city", "Urząd Gminy Pomiarowej", "UG", ""},
	{"wydzial-rozwoju", "city", "Wydział Rozwoju i Strategii", "WRS", "urzad-gminy"},
	{"wydzial-edukacji", "city", "Wydział Edukacji", "WE", "urzad-gminy"},
	{"wydzial-srodowiska", "city", "Wydział Środowiska i Zieleni", "WŚZ", "urzad-gminy"},
	{"zarzad-drog", "city", "Zarząd Dróg Gminnych", "ZDG", ""},
	{"osrodek-pomocy", "city", "Ośrodek Pomocy Społecznej", "OPS", ""},
	{"powiatowy-urzad-pracy", "public", "Powiatowy Urząd Pracy", "PUP", ""},
	{"uczelnia", "public", "Akademia Pomiarowa", "AP", ""},
	{"izba-gospodarcza", "private", "Izba Gospodarcza", "IG", ""},
	{"fundacja-sasiedzka", "ngo", "Fundacja Sąsiedzka", "FS", ""},
	{"rady-dzielnic", "residents", "Rady dzielnic", "RD", ""},
	{"partnerstwo-lokalne", "partnership", "Partnerstwo Lokalne", "PL", ""},
}

// unit returns the file of unit i.
func (s *site) unit(i int) []byte {
	u := s.units[i]
	w := writer{d: newDice(streamUnit, uint64(i))}
	w.line("---\nkind: unit\ntitle: ", u.title, "\nshort: ", u.short, "\nunit_kind: ", u.kind)
	if u.parent != "" {
		w.line("parent: ", u.parent)
	}
	w.line("url: https://jednostki.example/", u.id)
	w.line("---\n")
	w.sentences(3)
	return w.Bytes()
}

// term is a term of the glossary; expansion is set for an abbreviation.
type term struct{ id, term, expansion, definition string }

var terms = []term{
	{"interesariusz", "interesariusz", "", "Osoba lub instytucja, na którą strategia wpływa albo która może na nią wpłynąć."},
	{"rewitalizacja", "rewitalizacja", "", "Proces wyprowadzania obszaru ze stanu kryzysowego."},
	{"partycypacja", "partycypacja", "", "Udział mieszkańców w podejmowaniu decyzji."},
	{"retencja", "retencja", "", "Zatrzymywanie wody opadowej tam, gdzie spadła."},
	{"termomodernizacja", "termomodernizacja", "", "Prace, po których budynek zużywa mniej ciepła."},
	{"interwencja", "obszar interwencji", "", "Teren, na który kieruje się wsparcie w pierwszej kolejności."},
	{"zit", "ZIT", "Zintegrowane Inwestycje Terytorialne", "Sposób wspólnego finansowania zadań kilku gmin."},
	{"mof", "MOF", "Miejski Obszar Funkcjonalny", "Miasto wraz z gminami, z którymi łączą je codzienne dojazdy."},
	{"wpf", "WPF", "Wieloletnia Prognoza Finansowa", "Plan dochodów i wydatków gminy na kilka lat."},
	{"bip", "BIP", "Biuletyn Informacji Publicznej", "Urzędowa strona, na której ogłasza się akty i dokumenty."},
}

// glossary returns the file of the glossary.
func (s *site) glossary() []byte {
	var w writer
	w.line("---\nkind: glossary\ntitle: Słownik pojęć i skrótów\nterms:")
	for _, t := range terms {
		w.line("  - id: ", t.id, "\n    term: ", t.term)
		if t.expansion != "" {
			w.line("    abbr: ", t.expansion)
		}
		w.line("    definition: ", t.definition)
		if t.id == "interesariusz" {
			w.line("    variants: [interesariusze, interesariuszy, interesariuszom]")
		}
	}
	w.line("---")
	return w.Bytes()
}

// implementation returns the front matter of the chapter that says how the
// strategy is carried out; its sections are those of outlineOf(1).
func (s *site) implementation() string {
	var b strings.Builder
	b.WriteString("implementation:\n  levels:\n")
	for i, t := range localTitles {
		fmt.Fprintf(&b, "    - {number: \"%d\", title: %s, section: roz-1.1-%d}\n", i+1, t, i+1)
	}
	b.WriteString("  roles:\n")
	for _, r := range [...][3]string{
		{"coordinator", "wydzial-rozwoju", "Koordynuje zarządzanie strategiczne."},
		{"decider", "urzad-gminy", "Podejmuje decyzje o realizacji zadań."},
		{"monitor", "wydzial-rozwoju", "Co roku przygotowuje raport."},
	} {
		fmt.Fprintf(&b, "    - {role: %s, units: [%s], text: %s, section: roz-1.1}\n", r[0], r[1], r[2])
	}
	b.WriteString("  actors:\n")
	for _, a := range [...][2]string{
		{"city", "Działania samodzielne gminy i jednostek podległych."},
		{"public", "Działania instytucji publicznych innych niż gmina."},
		{"private", "Działania sektora prywatnego."},
		{"ngo", "Działania organizacji pozarządowych."},
		{"residents", "Działania mieszkańców i grup nieformalnych."},
		{"partnership", "Działania wspólne partnerów z różnych sektorów."},
	} {
		fmt.Fprintf(&b, "    - {kind: %s, text: %s, section: roz-1.1}\n", a[0], a[1])
	}
	b.WriteString("  hierarchy:\n    - {title: Dokumenty nadrzędne, text: Wyznaczają ramy., documents: [krajowa-strategia-rozwoju, strategia-wojewodztwa]}\n")
	b.WriteString("    - {title: Dokumenty podrzędne, text: Rozwijają zadania., documents: [program-ochrony-srodowiska]}\n")
	return b.String()
}
