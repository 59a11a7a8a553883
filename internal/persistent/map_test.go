package persistent_test

import (
	"maps"
	"math/rand/v2"
	"testing"

	"strategia/internal/persistent"
)

// Every version goes on to say what a plain map said when it was made, however
// many changes came after it.
func TestVersions(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	now := map[int]int{}
	version := persistent.Of(maps.Clone(now))
	type kept struct {
		version persistent.Map[int, int]
		plain   map[int]int
	}
	var all []kept
	for range 400 {
		changes := map[int]int{}
		for range r.IntN(40) {
			changes[r.IntN(3000)] = r.IntN(4) // 0 removes
		}
		for k, v := range changes {
			now[k] = v
		}
		version = version.With(changes)
		all = append(all, kept{version, maps.Clone(now)})
	}
	for i, k := range all {
		for key := range 3000 {
			if got, want := k.version.Get(key), k.plain[key]; got != want {
				t.Fatalf("version %d: %d is %d, want %d", i, key, got, want)
			}
		}
	}
}
