package strategy

import (
	"maps"
	"slices"

	"strategia/internal/diag"
)

// Linker links a strategy, and links it again when some of its files changed.
// It is for one goroutine; the strategies that it gives are for all.
type Linker struct {
	s *Strategy
	// structure is what is wrong with ids, parents and the like; found what
	// is wrong with the references of an entry, by its number; outside with
	// those of entries that were left out.
	structure []diag.Diagnostic
	found     map[int32][]diag.Diagnostic
	outside   []diag.Diagnostic
	near      namer
}

// Diagnostics returns what is wrong with the strategy linked last.
func (l *Linker) Diagnostics() []diag.Diagnostic {
	ds := slices.Clone(l.structure)
	for _, i := range slices.Sorted(maps.Keys(l.found)) {
		ds = append(ds, l.found[i]...)
	}
	return diag.Sort(append(ds, l.outside...))
}
