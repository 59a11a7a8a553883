package colour

// Text is the least contrast of text: WCAG 2.2, criterion 1.4.6 (AAA). Shape is
// that of what is no text, criterion 1.4.11.
const (
	Text  = 7
	Shape = 3
)

// Light and Dark are the grounds on which the built-in style sheet sets text by
// day and by night: the paper, the tint of boxes, the mark of what is pointed at.
// A test holds them against the style sheet.
var (
	Light = []Colour{Must("#ffffff"), Must("#f0f3f7"), Must("#fff3bf")}
	Dark  = []Colour{Must("#15181b"), Must("#20252a"), Must("#3d3510")}
)
