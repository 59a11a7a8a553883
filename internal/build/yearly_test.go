package build

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"
)

// TestYearlyReports holds what the reports say: what was achieved before what was
// done, and no state of today in a year that is past.
func TestYearlyReports(t *testing.T) {
	files := sites(t)["gmina"]
	past, present := textOf(t, files["raport-roczny/2025.html"]), textOf(t, files["raport-roczny/2026.html"])
	inOrder(t, past, "za 2025 r.", "Co osiągnięto", "Poprawiły się 3", "Pogorszyły się 1", "Bez nowych danych 3", "38,1 µg/m³ (2025), wartość wstępna", "39,8 µg/m³ (2024)",
		"poprawa", "Co zrobiono", "Dane nie mówią o żadnym kamieniu milowym", "Stan działań na koniec roku", "zapisany jest tylko stan obecny", "Tekst przyjęty przez Radę Gminy")
	inOrder(t, present, "brak danych nowszych niż za 2025 r.", "Co zrobiono", "pierwsze 100 pieców", "Konsultacje przez internet", "Stan działań dzisiaj",
		"15 października 2026 r.", "miało się skończyć: 30 września 2026 r. – Wykonawca odkrył")
	for _, w := range []string{"Stan działań dzisiaj", "Wykonawca odkrył"} {
		if strings.Contains(past, w) {
			t.Errorf("the report for 2025 tells the state of today: %q", w)
		}
	}
	if rows := strings.Count(string(files["dane/year-2025.csv"]), "\n"); rows != 8 {
		t.Errorf("the table of 2025 has %d lines, want a head and seven indicators", rows)
	}
	if toruń := sites(t)["toruń"]; toruń["raport-roczny.html"] != nil || toruń["zmiany.xml"] != nil {
		t.Error("there are reports of a strategy of which no data are known")
	}
}

func inOrder(t *testing.T, text string, parts ...string) {
	t.Helper()
	rest := text
	for _, p := range parts {
		_, after, ok := strings.Cut(rest, strings.Join(strings.Fields(p), " "))
		if !ok {
			t.Errorf("no %q where it should be", p)
			continue
		}
		rest = after
	}
}

// TestChangesFeed holds the feed to RFC 4287: every entry has an id of its own, a day
// and a page that exists, and the newest stands first.
func TestChangesFeed(t *testing.T) {
	files := sites(t)["gmina"]
	var feed struct {
		Updated string `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(files["zmiany.xml"], &feed); err != nil {
		t.Fatal(err)
	}
	if len(feed.Entries) < 10 || feed.Updated != feed.Entries[0].Updated {
		t.Fatalf("%d entries, updated %s", len(feed.Entries), feed.Updated)
	}
	var ids, days []string
	for _, e := range feed.Entries {
		ids, days = append(ids, e.ID), append(days, e.Updated)
		page, _, _ := strings.Cut(strings.TrimPrefix(e.Link.Href, "https://przykladowa.example/"), "#")
		if files[page] == nil {
			t.Errorf("%s leads to %s, which is no page", e.Title, e.Link.Href)
		}
	}
	if slices.Sort(ids); len(slices.Compact(ids)) != len(feed.Entries) {
		t.Error("two entries have one id")
	}
	if slices.Reverse(days); !slices.IsSorted(days) {
		t.Errorf("not the newest first: %v", days)
	}
}
