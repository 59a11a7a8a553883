package check

import (
	"fmt"
	"strings"

	"strategia/internal/colour"
	"strategia/internal/diag"
)

// look holds the site's own colours to the contrast that text needs.
func (c *checker) look() {
	e := c.s.Index
	l := e.Strategy.Look
	hold := func(key, value string, grounds []colour.Colour) {
		own, ok := colour.Parse(value)
		if !ok {
			return
		}
		nearest, _ := colour.Readable(own, colour.Text, grounds...)
		if nearest == own {
			return
		}
		worst := grounds[0]
		for _, g := range grounds {
			if colour.Contrast(own, g) < colour.Contrast(own, worst) {
				worst = g
			}
		}
		ratio := strings.Replace(fmt.Sprintf("%.1f", colour.Contrast(own, worst)), ".", ",", 1)
		c.report(diag.New(diag.ColourWeak, e.At("look."+key), value, ratio, worst.String(), nearest.String()).
			With(diag.HintNearest, nearest.String()).Concerning(e.Ref().String()))
	}
	hold("colour", l.Colour, colour.Light)
	hold("dark", l.Dark, colour.Dark)
}
