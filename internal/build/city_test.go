package build

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"strategia/internal/bench"
)

// TestCityCutoff holds that at the size of a big city, and of a larger one, another
// value of one indicator makes as few files again: those that show it, and no other.
func TestCityCutoff(t *testing.T) {
	unlessShort(t)
	for _, times := range []int{1, 2} {
		dir := t.TempDir()
		if err := bench.GenerateCity(dir, times); err != nil {
			t.Fatal(err)
		}
		s, err := NewSession(Options{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		first := snapshot(t, s)
		if ds := first["diagnostics"]; strings.Contains(string(ds), "{S4") {
			t.Errorf("a city is not sound: %s", ds)
		}
		name := filepath.Join(dir, filepath.FromSlash(bench.CityData(1)))
		values, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(values), ";wst", "9;wst", 1)), 0o666); err != nil {
			t.Fatal(err)
		}
		before := maps.Clone(s.made)
		now := snapshot(t, s, bench.CityData(1))
		var again []string
		for p, m := range s.made {
			if before[p] == m {
				continue
			}
			again = append(again, p)
			if string(first[p]) == string(now[p]) {
				t.Errorf("a city, %d times: %s is made again and says the same", times, p)
			}
		}
		slices.Sort(again)
		t.Logf("a city, %d times: another value made %d of %d files again: %v", times, len(again), len(first), again)
		if len(again) < 8 || len(again) > 18 {
			t.Errorf("a city, %d times: another value made %d files again", times, len(again))
		}
	}
}
