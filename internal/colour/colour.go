// Package colour reads colours, tells how well one can be read on another, and
// finds the nearest colour that can. It imports nothing of ours.
package colour

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Colour is an sRGB colour.
type Colour struct{ R, G, B uint8 }

// Parse reads "#003a75" or "#fd0", in either case.
func Parse(s string) (Colour, bool) {
	hex, ok := strings.CutPrefix(s, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	n, err := strconv.ParseUint(hex, 16, 32)
	if !ok || len(hex) != 6 || err != nil {
		return Colour{}, false
	}
	return Colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// Must is Parse for colours that stand in the program.
func Must(s string) Colour {
	c, ok := Parse(s)
	if !ok {
		panic("colour: " + s)
	}
	return c
}

// String writes the colour as Parse reads it, "#003a75".
func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// linear is a channel of sRGB without its gamma.
func linear(v uint8) float64 {
	f := float64(v) / 255
	if f <= .04045 {
		return f / 12.92
	}
	return math.Pow((f+.055)/1.055, 2.4)
}

// Luminance is the relative luminance of WCAG 2.2, from 0 to 1.
func (c Colour) Luminance() float64 {
	return .2126*linear(c.R) + .7152*linear(c.G) + .0722*linear(c.B)
}

// Contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func Contrast(a, b Colour) float64 {
	x, y := a.Luminance()+.05, b.Luminance()+.05
	return max(x, y) / min(x, y)
}

// Readable returns the colour nearest to c that reaches the ratio on all grounds:
// c itself if it does, else one of its hue, as little lighter or darker as will
// do. ok is false if not even black or white reaches it.
func Readable(c Colour, ratio float64, grounds ...Colour) (nearest Colour, ok bool) {
	reaches := func(c Colour) bool {
		for _, g := range grounds {
			if Contrast(c, g) < ratio {
				return false
			}
		}
		return true
	}
	if reaches(c) {
		return c, true
	}
	l, a, b := c.oklab()
	const steps = 500
	for i := 1; i <= steps; i++ {
		for _, to := range []float64{l - float64(i)/steps, l + float64(i)/steps} {
			if to < 0 || to > 1 {
				continue
			}
			if n := fit(to, a, b); reaches(n) {
				return n, true
			}
		}
	}
	return c, false
}

// fit returns the colour of a lightness and a hue with as much of its chroma as
// a screen can show.
func fit(l, a, b float64) Colour {
	for part := 1.0; part > 0; part -= .05 {
		if c, ok := fromOKLab(l, a*part, b*part); ok {
			return c
		}
	}
	c, _ := fromOKLab(l, 0, 0)
	return c
}

// oklab is the colour in OKLab, whose lightness is even to the eye: B. Ottosson,
// "A perceptual color space for image processing" (2020), with its matrices.
func (c Colour) oklab() (l, a, b float64) {
	r, g, bl := linear(c.R), linear(c.G), linear(c.B)
	x := math.Cbrt(dot(.4122214708, .5363325363, .0514459929, r, g, bl))
	y := math.Cbrt(dot(.2119034982, .6806995451, .1073969566, r, g, bl))
	z := math.Cbrt(dot(.0883024619, .2817188376, .6299787005, r, g, bl))
	return dot(.2104542553, .7936177850, -.0040720468, x, y, z),
		dot(1.9779984951, -2.4285922050, .4505937099, x, y, z),
		dot(.0259040371, .7827717662, -.8086757660, x, y, z)
}

// dot is the scalar product of two vectors. The conversions keep processors that
// can from multiplying and adding in one step, which rounds otherwise: the same
// colour must come out everywhere.
func dot(a, b, c, x, y, z float64) float64 {
	return float64(float64(a*x)+float64(b*y)) + float64(c*z)
}

func fromOKLab(l, a, b float64) (c Colour, ok bool) {
	cube := func(f float64) float64 { return f * f * f }
	x := cube(dot(1, .3963377774, .2158037573, l, a, b))
	y := cube(dot(1, -.1055613458, -.0638541728, l, a, b))
	z := cube(dot(1, -.0894841775, -1.2914855480, l, a, b))
	ok = true
	channel := func(f float64) uint8 {
		if f < -1e-4 || f > 1+1e-4 {
			ok = false
		}
		f = min(max(f, 0), 1)
		if f <= .0031308 {
			return uint8(math.Round(f * 12.92 * 255))
		}
		return uint8(math.Round((float64(1.055*math.Pow(f, 1/2.4)) - .055) * 255))
	}
	c.R = channel(dot(4.0767416621, -3.3077115913, .2309699292, x, y, z))
	c.G = channel(dot(-1.2684380046, 2.6097574011, -.3413193965, x, y, z))
	c.B = channel(dot(-.0041960863, -.7034186147, 1.7076147010, x, y, z))
	return c, ok
}
