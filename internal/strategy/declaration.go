package strategy

// Declaration is the declaration of digital accessibility that the Polish act of
// 4 April 2019 (Dz.U. 2023 poz. 1440) asks of every public body's site, with the
// parts that version 2.0 of the technical conditions (31 July 2024) names. The
// body and the address that it speaks of are the document's own.
type Declaration struct {
	Published Date // of the site
	Updated   Date // the last significant change of the site
	Prepared  Date // of the declaration
	Reviewed  Date // the last review of the declaration, or ""
	Status    Compliance
	Method    string // how it was assessed: "samooceny", or whose audit
	// What is not accessible: against the act's annex, outside the act, or at
	// an excessive cost, with the address of the analysis of that cost.
	Nonconformities, Exemptions, Costs []string
	CostsURL                           string
	Aids                               string // what makes the site easier to use, or limits it
	Shortcuts                          string // keyboard shortcuts that are not the browser's
	Contact, Email, Phone              string
	Architecture, ArchitectureURL      string // of the body's buildings
	Communication                      string // sign language and the like
	Apps                               []App
	// Missing is the reason why there is no declaration; readers are shown it.
	Missing string
}

// App is a mobile application of the body.
type App struct{ Title, URL string }

// Compliance says how far a site meets the annex of the act.
type Compliance string

// The three sentences that the technical conditions know.
const (
	CompliesFully  Compliance = "full"    // zgodna
	CompliesPartly Compliance = "partial" // częściowo zgodna
	CompliesNot    Compliance = "none"    // niezgodna
)

// Lacks returns the front-matter keys of the parts that the technical conditions
// require of every declaration and that nothing is said of, in their order.
func (d *Document) Lacks() []string {
	a := d.Accessibility
	if a == nil {
		a = &Declaration{}
	}
	var out []string
	for _, part := range []struct{ key, value string }{
		{"body", d.Body}, {"base_url", d.BaseURL},
		{"accessibility.published", string(a.Published)}, {"accessibility.updated", string(a.Updated)},
		{"accessibility.status", string(a.Status)}, {"accessibility.prepared", string(a.Prepared)},
		{"accessibility.contact", a.Contact}, {"accessibility.email", a.Email}, {"accessibility.phone", a.Phone},
		{"accessibility.architecture", a.Architecture}, {"accessibility.communication", a.Communication},
	} {
		if part.value == "" {
			out = append(out, part.key)
		}
	}
	return out
}
