package diag

// The look of a site.
const (
	// ColourInvalid: a colour that is none. Args: the value.
	ColourInvalid Code = "S130"
	// ColourWeak: a colour in which text can't be read. Args: the colour, its
	// contrast, the ground, the nearest colour that will do.
	ColourWeak Code = "S476"
)

func init() { register(lookRules...) }

var lookRules = []Rule{
	{Code: ColourInvalid, Severity: Error, Example: "---\nhorizon: {to: 2030}\nlook: {colour: \"granatowy\"}\n---",
		PL: Text{"„{0}” nie jest zapisem koloru",
			"Kolor zapisuje się znakiem # i sześcioma albo trzema cyframi szesnastkowymi; tak podają go księgi znaku.",
			"Wpisz kolor w cudzysłowie, na przykład \"#003a75\"."},
		EN: Text{"“{0}” is no colour",
			"A colour is written as # with six or three hexadecimal digits, as books of corporate design do.",
			"Write the colour in quotes, for example \"#003a75\"."}},
	{Code: ColourWeak, Severity: Error, Example: "look: {colour: \"#e2001a\"}",
		PL: Text{"kolor {0} ma na tle {2} kontrast {1}:1, a tekst potrzebuje 7:1",
			"W tym kolorze stoją odnośniki. Przy kontraście mniejszym niż 7:1 (WCAG 2.2, kryterium 1.4.6) nie przeczyta ich osoba słabowidząca ani nikt na telefonie w słońcu. Kolor ma wystarczyć na każdym tle strony: na papierze, w ramkach i na wyróżnieniach.",
			"Wpisz najbliższy kolor, który wystarcza: \"{3}\"."},
		EN: Text{"the colour {0} has a contrast of {1}:1 on {2}, and text needs 7:1",
			"Links are set in this colour. With a contrast of less than 7:1 (WCAG 2.2, criterion 1.4.6) they can't be read by people with low vision, nor by anybody on a phone in the sun. The colour must do on every ground of the page: on paper, in boxes and on what is marked.",
			"Write the nearest colour that will do: \"{3}\"."}},
}
