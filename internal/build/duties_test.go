package build

import (
	"slices"
	"strings"
	"testing"
)

// TestCarryingOut holds what the pages and tables of the fictional commune say of
// programmes, of what is due from whom, of risks and money.
func TestCarryingOut(t *testing.T) {
	files := sites(t)["gmina"]
	for p, want := range map[string][]string{
		"dokument/program-opieki.html": {"Program", "uchwała nr XXI/130/2026", "Odpowiada Gminny Ośrodek Wsparcia w Przykładowej", "Cele, które realizuje 1.1 Dostępna opieka",
			"Koszt działań 3 100 000 zł (koszt podano przy działaniach: 1 z 1)", "Żłobek we Wzorcowie", "program rządowy WPF: 1.1.4 2 000 000 1 500 000 3 500 000", "Razem 3 100 000 1 900 000 5 000 000"},
		"dokument/polityka-klimatyczna.html": {"Dokumenty podrzędne Program „Ciepły dom” na lata 2026–2029"},
		"cel/zlobki.html":                    {"Programy, które go realizują Program „Blisko domu” na lata 2026–2028", "Co może przeszkodzić", "R3. Wzrost cen robót budowlanych bardzo wysokie duży"},
		"cel/mieszkancy.html":                {"Pieniądze na ten cel", "7 000 000"},
		"jednostka/wydzial-rozwoju.html": {"Za co odpowiada", "Działania, które prowadzi 2", "Terminy w kalendarzu 2", "Co i kiedy ma zrobić", "co roku do 31 maja raport z monitoringu",
			"w ciągu miesiąca po końcu kwartału, co kwartał", "Programy i dokumenty, za które odpowiada Program „Ciepły dom”", "Ryzyka, których pilnuje", "Zbieranie danych", "Raport o stanie gminy za 2025 r."},
		"jednostka/osrodek-wsparcia.html": {"Działania, które prowadzi 1 (opóźnione: 1)", "Wskaźniki 1"},
		"wdrozenie.html": {"Kalendarz monitorowania i ewaluacji", "grudzień 2035 r.", "Wczesne ostrzeganie", "Ryzyka poważne, czyli prawdopodobne i o dużym wpływie: 1 z 4.",
			"fundusze europejskie kwoty szacunkowe cała strategia brak brak 3 000 000 3 500 000 2 500 000,50 9 000 000,50"},
		"rozdzial/wdrozenie.html": {"zestawienie wydatków według celów rozdz. 8.3 co roku do 28 lutego", "Razem 2 300 000 2 900 000 2 800 000 2 100 000 10 100 000"},
	} {
		text := textOf(t, files[p])
		for _, w := range want {
			if w = strings.Join(strings.Fields(w), " "); !strings.Contains(text, w) {
				t.Errorf("%s does not say %q", p, w)
			}
		}
	}
	for p, want := range map[string]string{
		"wdrozenie.html":                            `href="raporty/ewaluacja-2015.txt"`,
		"jednostka/instytut-ocen.html":              `href="../raporty/ewaluacja-2015.txt"`,
		"rozdzial/wdrozenie.html":                   `href="../dane/rozdzial-wdrozenie-funding-14.csv"`,
		"dane/rozdzial-wdrozenie-funding-14.csv":    "budżet gminy,2026,700000,,program-energii,1.3.2,\r\n",
		"dane/rozdzial-wdrozenie-indicators-10.csv": "zlobki-miejsca,1.a,",
		"dane/status.csv":                           "jednostka,osrodek-wsparcia,Gminny Ośrodek Wsparcia w Przykładowej,w realizacji,1\r\n",
	} {
		if !strings.Contains(string(files[p]), want) {
			t.Errorf("%s does not hold %s", p, want)
		}
	}
	// The gravest risk stands first, whatever the order of the source.
	var order []int
	for _, r := range []string{"R3,", "R1,", "R2,", "R4,"} {
		order = append(order, strings.Index(string(files["dane/risks.csv"]), r))
	}
	if !slices.IsSorted(order) || order[0] < 0 {
		t.Errorf("risks.csv: %v", order)
	}
}
