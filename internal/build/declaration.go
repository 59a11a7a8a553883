package build

import (
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/site"
	"strategia/internal/source"
)

// verifyDeclaration looks at the finished declaration of accessibility as the
// official validator does: each of the required ids must stand there once. The
// layout may be the site's own.
func (b *Build) verifyDeclaration() ([]diag.Diagnostic, error) {
	page, ids := b.Site.Declaration()
	a := b.Site.Find(page)
	if a == nil || len(ids) == 0 {
		return nil, nil
	}
	times := map[string]int{}
	s := sink{}
	s.reset("", func(html []byte) {
		site.Scan(html, func(id string) {
			if slices.Contains(ids, id) {
				times[strings.Clone(id)]++
			}
		}, func(string) {})
	})
	if _, err := b.render(a, &s); err != nil {
		return nil, err
	}
	if _, err := s.end(""); err != nil {
		return nil, err
	}
	wrong := slices.DeleteFunc(ids, func(id string) bool { return times[id] == 1 })
	if len(wrong) == 0 {
		return nil, nil
	}
	return []diag.Diagnostic{diag.New(diag.DeclarationLost, source.Span{Path: layoutsDir + "/" + a.Layout + ".html"}, page, strings.Join(wrong, ", "))}, nil
}
