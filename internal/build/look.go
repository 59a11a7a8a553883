package build

import (
	"slices"

	"strategia/internal/diag"
	"strategia/internal/site"
	"strategia/internal/strategy"
)

// missingEmblem reports a coat of arms that is not among the site's files.
func missingEmblem(s *strategy.Strategy, files map[string]site.File) []diag.Diagnostic {
	name := s.Index.Strategy.Look.Emblem
	if _, ok := files[name]; ok || name == "" {
		return nil
	}
	var names []string
	for n := range files {
		names = append(names, n)
	}
	slices.Sort(names)
	d := diag.New(diag.FileMissing, s.Index.At("look.emblem"), name)
	if near, ok := diag.Nearest(name, names); ok {
		d = d.With(diag.HintNearest, near)
	}
	return []diag.Diagnostic{d}
}
