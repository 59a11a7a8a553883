package build

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	chartOf = regexp.MustCompile(`(?s)<svg class="drawing chart".*?</svg>`)
	valueOf = regexp.MustCompile(`<text class="value"[^>]*>([^<]*)</text>`)
	// drawn are the rows of values, not of targets; parts those of a part of the whole.
	drawn = regexp.MustCompile(`>(wartość ostateczna|wartość wstępna|szacunek|wartość bazowa)`)
	parts = regexp.MustCompile(`<td data-label="płeć">(kobiety|mężczyźni)`)
	rowOf = regexp.MustCompile(`(?s)<tr[^>]*><th scope="row">.*?</tr>`)
)

// TestChartsHaveTables holds that no chart stands without the table of what it
// shows, in which each of its values is read.
func TestChartsHaveTables(t *testing.T) {
	charts := 0
	for p, page := range sites(t)["gmina"] {
		if path.Ext(p) != ".html" {
			continue
		}
		for _, at := range chartOf.FindAllIndex(page, -1) {
			charts++
			svg, rest := string(page[at[0]:at[1]]), string(page[at[1]:])
			table, _, closed := strings.Cut(rest, "</table>")
			if before, _, found := strings.Cut(table, "<table"); !found || !closed || strings.Contains(before, "<h2") {
				t.Errorf("%s: a chart without its table", p)
				continue
			}
			rows := rowOf.FindAllString(table, -1)
			for _, m := range valueOf.FindAllStringSubmatch(svg, -1) {
				if !slices.ContainsFunc(rows, func(row string) bool { return strings.Contains(row, ">"+m[1]) }) {
					t.Errorf("%s: the table does not say %q", p, m[1])
				}
			}
			// A point for each value in the table, no more and no less. The legend has
			// one for values, and one for those that are not final where there are any.
			points, legend, values := strings.Count(svg, `<circle class="point`), 1, 0
			if strings.Count(svg, `<circle class="point soft"`) > 0 {
				legend = 2
			}
			for _, row := range rows {
				if drawn.MatchString(row) && !strings.Contains(row, `class="gap"`) && !parts.MatchString(row) {
					values++
				}
			}
			// The base has a sign of its own, and a row where no value is the same.
			if based := strings.Contains(strings.Join(rows, ""), "wartość bazowa"); points-legend != values && !(based && points-legend == values-1) {
				t.Errorf("%s: %d points and %d values in the table", p, points-legend, values)
			}
			if !strings.Contains(svg, "<desc") || strings.Contains(svg, "style=") {
				t.Errorf("%s: a chart that does not tell what it shows, or styles itself", p)
			}
		}
	}
	if charts < 6 {
		t.Errorf("only %d charts", charts)
	}
}

// TestMonitoringPages holds what the pages of the fictional commune say of its
// indicators and actions.
func TestMonitoringPages(t *testing.T) {
	files := sites(t)["gmina"]
	for p, want := range map[string][]string{
		"wskaznik/pm10.html": {"Najnowsza wartość (2025): 38,1 µg/m³ (wartość wstępna)", "(38,1 : 47,0)^(1 : 7) − 1 = −2,95%", "Znaczny postęp.",
			"stacja w naprawie", "destymulanta"},
		"wskaznik/drzewa.html":     {"Od 2020 r. brak nowszych danych.", "Uwagi redakcji"},
		"wskaznik/turysci.html":    {"Nie ma jeszcze żadnej wartości.", "badanie ruchu turystycznego"},
		"wskaznik/bezrobocie.html": {"Najnowsza wartość (I kwartał 2025 r.)", "Pogorszenie."},
		"wskaznik/ludnosc.html":    {"12 240 osób", "mężczyźni", "72305"},
		"wskazniki.html":           {"Co znaczą oceny postępu", "Wskaźniki kontekstowe"},
		"dzialania.html": {"Stan według ostatniego przeglądu: 15 października 2026 r.", "miało się skończyć: 30 września 2026 r.", "przerwane na pewien czas", "marzec 2026 r. – 2029", " 2026–2028 wstrzymane (5%)",
			"Wskaźniki, których dawno nie aktualizowano 3.c. Drzewa posadzone"},
		"cel/srodowisko.html":            {"Stan celu Działania: planowane 1 Działania: w realizacji 2", "Wskaźniki: Znaczny postęp 1"},
		"cel/mieszkancy.html":            {"Działania opóźnione 1"},
		"dzialanie/stawy.html":           {"Planowane.", "Partnerstwo na rzecz Wody"},
		"dokument/program-energii.html":  {"Działania tego dokumentu", "Wymiana 500 pieców"},
		"jednostka/wydzial-rozwoju.html": {"Wskaźniki, za które odpowiada", "Działania, w których uczestniczy"},
		"cel/energia.html":               {"Jak mierzymy ten cel", "Co robimy, żeby go osiągnąć"},
		"indeks.html":                    {"Pył PM10", "Odnowa dwóch stawów"},
		"rozdzial/wdrozenie.html":        {"było w nim 47,0 µg/m³ pyłu, a w 2024 r. już 39,8 µg/m³"},
	} {
		text := textOf(t, files[p])
		for _, w := range want {
			if w = strings.Join(strings.Fields(w), " "); !strings.Contains(text, w) {
				t.Errorf("%s does not say %q", p, w)
			}
		}
	}
	if !strings.Contains(string(files["rozdzial/wdrozenie.html"]), `href="../wskaznik/pm10.html#okres-2018"`) {
		t.Error("a quoted figure does not lead to its row")
	}
}

// TestMonitoringIDsArePublished holds that the ids of indicators and actions are
// kept for ever, as those of goals are.
func TestMonitoringIDsArePublished(t *testing.T) {
	b, err := sessionOf(fixture(t)).Update(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"indicator:pyl", "action:budowa"} {
		if !slices.Contains(b.Site.Published(), id) || !b.Site.Publishes(id) {
			t.Errorf("%s is not published", id)
		}
	}
}

// TestElementsPage holds what readers are told of the elements that a law requires.
func TestElementsPage(t *testing.T) {
	text := textOf(t, sites(t)["gmina"]["wymagane-elementy.html"])
	for _, w := range []string{"art. 10e ust. 3 ustawy", "Wnioski z diagnozy", "2.4. Wnioski", "strategia województwa nie wskazuje", "nie dotyczy"} {
		if !strings.Contains(text, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
	if rows := strings.Count(string(sites(t)["gmina"]["dane/elements.csv"]), "\n"); rows != 11 {
		t.Errorf("the table has %d lines, want a head and ten elements", rows)
	}
	files := fixture(t)
	set(files, "content/index.md", "---\ntitle: Wieś\nrequirements: {missing: Dokument jest starszy niż przepis.}\n---\nTekst.\n")
	all := snapshot(t, sessionOf(files))
	if !strings.Contains(string(all["wymagane-elementy.html"]), "Dokument jest starszy niż przepis.") || all["dane/elements.csv"] != nil {
		t.Error("a document that no law binds does not say why")
	}
}

// TestDataOfLeftOutIndicator holds that the data of an indicator which the strategy
// does not hold, as its id is taken, are read again when only they are told of.
func TestDataOfLeftOutIndicator(t *testing.T) {
	files := fixture(t)
	const second = "content/wskazniki/zapas"
	set(files, second+".md", "---\nkind: indicator\nid: pyl\ntitle: Zapas\n---\n")
	set(files, second+".csv", "rok;wartość\n2020;1\n")
	told := sessionOf(files)
	snapshot(t, told)
	set(files, second+".csv", "rok;wartość\n2o20;1\n")
	if p := differ(snapshot(t, told, second+".csv"), snapshot(t, sessionOf(files))); p != "" {
		t.Errorf("the build that was told of the table differs from a clean one at %s", p)
	}
}

// TestMatrices holds what the matrices of goals by other things say, and what they
// say is lacking.
func TestMatrices(t *testing.T) {
	files := sites(t)["gmina"]
	for p, want := range map[string][]string{
		"cele-i-dzialania.html":   {"Cele, którym nie służy żadne działanie", "Zdrowie blisko domu", "Żłobek we Wzorcowie", "w realizacji"},
		"cele-i-wskazniki.html":   {"Cele, których nie mierzy żaden wskaźnik", "Pył PM10", "Znaczny postęp", "Bez oceny"},
		"cele-i-jednostki.html":   {"odpowiada za cel, lider, odpowiada za wskaźniki: 1", "prowadzi działania: 1"},
		"cele-i-rozdzialy.html":   {"Cele, których nie wymienia żaden rozdział", "mówi o celu"},
		"macierz-celow.html":      {"Inne zestawienia celów", "Cele i działania"},
		"dane/goals-actions.csv":  {"zlobki,1.1.1,", "zlobek-wzorcowo", "zdrowie,1.2,Zdrowie blisko domu,,,,,brak powiązania"},
		"dane/goals-units.csv":    {"pracuje na rzecz celu"},
		"dane/goals-chapters.csv": {"woda,"},
	} {
		text := string(files[p])
		if path.Ext(p) == ".html" {
			text = textOf(t, files[p])
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not say %q", p, w)
			}
		}
	}
}
