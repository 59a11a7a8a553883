package build

import (
	"errors"
	"io"

	"strategia/internal/site"
)

// render makes an artefact. An error of the system that happened inside a pure
// function comes back as an error.
func (b *Build) render(a *site.Artefact, w io.Writer) (facts []*site.Fact, err error) {
	defer func() {
		if p := recover(); p != nil {
			e, ok := p.(*environment)
			if !ok {
				panic(p)
			}
			err = e.err
		}
	}()
	return b.Site.Render(a, w)
}

// authorError returns the diagnostic of an error that the author of a layout
// made, and whether it is one.
func authorError(err error) (*site.LayoutError, bool) {
	var le *site.LayoutError
	ok := errors.As(err, &le)
	return le, ok
}
