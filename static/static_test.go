package static

import (
	"regexp"
	"strings"
	"testing"

	"strategia/internal/colour"
)

var (
	variable = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{3,6});`)
	rule     = regexp.MustCompile(`(?m)^(\.chart [^{]*|\.drawing [^{]*)\{([^}]*)\}`)
	painted  = regexp.MustCompile(`(fill|stroke): var\(--([a-z-]+)\)`)
)

// TestChartColours holds what is drawn in charts to 3:1 against the page, and text in
// them to 7:1, by day and by night (WCAG 1.4.11 and 1.4.6). Only the grid may be
// fainter: it says nothing that the numbers at its side do not.
func TestChartColours(t *testing.T) {
	b, err := FS.ReadFile("assets/strategia.css")
	if err != nil {
		t.Fatal(err)
	}
	css := string(b)
	day, night, ok := strings.Cut(css, "prefers-color-scheme: dark")
	if !ok {
		t.Fatal("no colours for the night")
	}
	palettes := map[string]map[string]string{"day": {}, "night": {}}
	for _, m := range variable.FindAllStringSubmatch(day, -1) {
		palettes["day"][m[1]], palettes["night"][m[1]] = m[2], m[2]
	}
	night, _, _ = strings.Cut(night, "\n}\n")
	for _, m := range variable.FindAllStringSubmatch(night, -1) {
		palettes["night"][m[1]] = m[2]
	}
	checked := 0
	for _, r := range rule.FindAllStringSubmatch(css, -1) {
		if strings.Contains(r[1], ".grid") {
			continue
		}
		for _, p := range painted.FindAllStringSubmatch(r[2], -1) {
			if _, known := palettes["day"][p[2]]; !known || p[2] == "paper" || p[2] == "rule" && !strings.Contains(r[1], ".chart") {
				continue // what it stands on, the colours of goals, rules between rows
			}
			least := 3.0
			if strings.Contains(r[1], "text") {
				least = colour.Text
			}
			for name, palette := range palettes {
				checked++
				if got := colour.Contrast(colour.Must(palette[p[2]]), colour.Must(palette["paper"])); got < least {
					t.Errorf("%s, %s: %s %s has %.2f to 1, want %.1f", strings.TrimSpace(r[1]), name, p[1], palette[p[2]], got, least)
				}
			}
		}
	}
	if checked < 12 {
		t.Errorf("only %d colours are checked: the rules of charts were not found", checked)
	}
}
