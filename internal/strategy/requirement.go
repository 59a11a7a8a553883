package strategy

import (
	"slices"
	"strings"
)

// Requirements say what a law wants the document to hold.
type Requirements struct {
	Law Law // a list that is built in, or ""
	// Title and Address are those of the law where it is not built in.
	Title, Address string
	// Elements are the site's own list; beside a built-in one, what is wanted more.
	Elements []Requirement
	// Dimensions are the areas in which there must be top goals; nil are the law's.
	Dimensions []string
	// Waived are the elements that this document need not have.
	Waived []Waiver
	// Missing is the reason why no law binds the document, or "".
	Missing string
}

// Stated reports whether there is anything to hold the document against.
func (r *Requirements) Stated() bool {
	return r.Missing == "" && (r.Law != "" || len(r.Elements) > 0)
}

// Law names a list of required elements that is built in.
type Law string

// LawCommune is art. 10e ust. 3 of the Polish act on commune self-government, in
// force since 13 November 2020.
const LawCommune Law = "pl-gmina"

// Laws lists the built-in lists.
var Laws = []Law{LawCommune}

// LawCommuneSince is the day from which the law binds strategies of communes; those
// adopted earlier it does not.
const LawCommuneSince Date = "2020-11-13"

// Requirement is an element that a law wants the document to hold.
type Requirement struct {
	ID, Title string
	Reference string // to the provision: "art. 10e ust. 3 pkt 4"
	// Words are beginnings of words in a heading under which it may stand.
	Words []string
	// Backing is what of the model must be there for the words not to be empty.
	Backing Backing
	Key     string // of the front matter, "" where it is built in
}

// Backing is a part of the model without which an element is a promise only.
type Backing string

// The backings.
const (
	BackedByGoals      Backing = "goals"      // top goals in each dimension
	BackedByDirections Backing = "directions" // sub-goals or actions
	BackedByIndicators Backing = "indicators" // an indicator with a target
	BackedBySystem     Backing = "system"     // a description of implementation
)

// Backings lists them.
var Backings = []Backing{BackedByGoals, BackedByDirections, BackedByIndicators, BackedBySystem}

// Waiver says why an element need not be there.
type Waiver struct{ Element, Reason, Key string }

// ElementPlace is where a chapter says that an element stands.
type ElementPlace struct {
	Element string
	Section string // anchor in the same chapter; "" is the whole of it
	Key     string
}

// builtIn are the lists by law: the titles are the statute's words, shortened.
var builtIn = map[Law]struct {
	title, address string
	dimensions     []string
	elements       []Requirement
}{
	LawCommune: {
		"art. 10e ust. 3 ustawy z dnia 8 marca 1990 r. o samorządzie gminnym", "https://lexlege.pl/ustawa-o-samorzadzie-gminnym/art-10e/",
		[]string{"społeczny", "gospodarczy", "przestrzenny"},
		[]Requirement{
			{ID: "diagnosis", Reference: "art. 10e ust. 3 (wprowadzenie)", Title: "wnioski z diagnozy", Words: []string{"diagno"}},
			{ID: "goals", Reference: "art. 10e ust. 3 pkt\u00a01", Title: "cele strategiczne rozwoju w wymiarze społecznym, gospodarczym i przestrzennym", Words: []string{"cele strateg", "cele rozwoju"}, Backing: BackedByGoals},
			{ID: "directions", Reference: "art. 10e ust. 3 pkt\u00a02", Title: "kierunki działań podejmowanych dla osiągnięcia celów strategicznych", Words: []string{"kierunki dział", "kierunki inter"}, Backing: BackedByDirections},
			{ID: "results", Reference: "art. 10e ust. 3 pkt\u00a03", Title: "oczekiwane rezultaty planowanych działań, w tym w wymiarze przestrzennym, oraz wskaźniki ich osiągnięcia", Words: []string{"rezultat", "wskaźnik"}, Backing: BackedByIndicators},
			{ID: "spatial-model", Reference: "art. 10e ust. 3 pkt\u00a04", Title: "model struktury funkcjonalno-przestrzennej gminy", Words: []string{"model strukt", "model funkc"}},
			{ID: "spatial-policy", Reference: "art. 10e ust. 3 pkt\u00a05", Title: "ustalenia i rekomendacje w zakresie kształtowania i prowadzenia polityki przestrzennej w gminie", Words: []string{"polityki przestrz", "polityka przestrz", "rekomendacje"}},
			{ID: "voivodeship-areas", Reference: "art. 10e ust. 3 pkt\u00a06", Title: "obszary strategicznej interwencji określone w strategii rozwoju województwa wraz z zakresem planowanych działań", Words: []string{"obszary strategicznej interw"}},
			{ID: "commune-areas", Reference: "art. 10e ust. 3 pkt\u00a07", Title: "obszary strategicznej interwencji kluczowe dla gminy wraz z zakresem planowanych działań", Words: []string{"obszary strategicznej interw", "obszary kluczowe"}},
			{ID: "implementation", Reference: "art. 10e ust. 3 pkt\u00a08", Title: "system realizacji strategii, w tym wytyczne do sporządzania dokumentów wykonawczych", Words: []string{"system realiz", "wdroż", "system wdr"}, Backing: BackedBySystem},
			{ID: "funding", Reference: "art. 10e ust. 3 pkt\u00a09", Title: "ramy finansowe i źródła finansowania", Words: []string{"finansow"}},
		},
	},
}

// LawTitle is what readers call the law, with the address of its text or "".
func (r *Requirements) LawTitle() (title, address string) {
	if law, ok := builtIn[r.Law]; ok && r.Title == "" {
		return law.title, law.address
	}
	return r.Title, r.Address
}

// All returns the elements that are wanted, the built-in ones first. An own
// element with the id of a built-in one stands in its place.
func (r *Requirements) All() []Requirement {
	out := slices.Clone(builtIn[r.Law].elements)
	for _, own := range r.Elements {
		if i := slices.IndexFunc(out, func(q Requirement) bool { return q.ID == own.ID }); i >= 0 {
			out[i] = own
		} else {
			out = append(out, own)
		}
	}
	return out
}

// dimensions are the areas in which there must be top goals.
func (r *Requirements) dimensions() []string {
	if r.Dimensions != nil {
		return r.Dimensions
	}
	return builtIn[r.Law].dimensions
}

// ElementState says how an element was found.
type ElementState string

// The states.
const (
	ElementFound    ElementState = "found"
	ElementDoubtful ElementState = "doubtful"
	ElementMissing  ElementState = "missing"
	ElementWaived   ElementState = "waived"
)

// ElementStates lists the states from the best.
var ElementStates = []ElementState{ElementFound, ElementDoubtful, ElementMissing, ElementWaived}

// Doubt is why an element is not simply found.
type Doubt string

// The doubts.
const (
	DoubtEmpty      Doubt = "empty"      // the place holds no text
	DoubtUnbacked   Doubt = "unbacked"   // the model lacks what its Backing asks for
	DoubtDimension  Doubt = "dimension"  // no top goal in some dimension
	DoubtUndeclared Doubt = "undeclared" // nobody declares it, a heading looks like it
)

// Element is a required element with what was found of it.
type Element struct {
	Requirement
	State  ElementState
	Doubt  Doubt
	Lacks  string // the dimensions without a goal
	Reason string // why it is waived
	// Places are where chapters declare it; where nobody does, the heading that
	// looks like it.
	Places []ElementSite
}

// ElementSite is a chapter, or a section of it by its index in Sections, where an
// element stands; -1 is the whole chapter.
type ElementSite struct {
	Chapter *Entry
	Section int
	Place   ElementPlace
}

// Elements returns what the law wants and what there is of it, in the law's order;
// nil where the document names no law.
func (s *Strategy) Elements() []Element {
	r := &s.Index.Strategy.Requirements
	if !r.Stated() {
		return nil
	}
	declared := map[string][]ElementSite{}
	for _, c := range s.Chapters {
		for _, p := range c.Chapter.Elements {
			if at, ok := c.place(p); ok {
				declared[p.Element] = append(declared[p.Element], at)
			}
		}
	}
	var out []Element
	for _, q := range r.All() {
		e := Element{Requirement: q, Places: declared[q.ID]}
		s.judge(&e, r)
		out = append(out, e)
	}
	return out
}

// place finds where a declaration points; ok is false if the section isn't there.
func (e *Entry) place(p ElementPlace) (at ElementSite, ok bool) {
	at = ElementSite{e, -1, p}
	if p.Section == "" {
		return at, true
	}
	at.Section, ok = e.anchored(p.Section)
	return at, ok
}

// judge says how an element was found.
func (s *Strategy) judge(e *Element, r *Requirements) {
	i := slices.IndexFunc(r.Waived, func(w Waiver) bool { return w.Element == e.ID })
	switch {
	case i >= 0:
		e.State, e.Reason = ElementWaived, r.Waived[i].Reason
		return
	case len(e.Places) == 0:
		if at, ok := s.headed(e.Words); ok {
			e.State, e.Doubt, e.Places = ElementDoubtful, DoubtUndeclared, []ElementSite{at}
		} else {
			e.State = ElementMissing
		}
		return
	case !slices.ContainsFunc(e.Places, ElementSite.holds):
		e.State, e.Doubt = ElementDoubtful, DoubtEmpty
		return
	}
	e.State = ElementFound
	if lacks := s.dimensionsWithout(r.dimensions()); e.Backing == BackedByGoals && len(s.Goals) > 0 && lacks != nil {
		e.State, e.Doubt, e.Lacks = ElementDoubtful, DoubtDimension, strings.Join(lacks, ", ")
	} else if !s.backs(e.Backing) {
		e.State, e.Doubt = ElementDoubtful, DoubtUnbacked
	}
}

// holds reports whether there is any text at the place.
func (at ElementSite) holds() bool {
	c := at.Chapter
	if c.Missing != "" || !c.HasBody {
		return false
	}
	if at.Section < 0 {
		return c.Words > 0 || len(c.Blocks) > 0
	}
	return c.tells(at.Section)
}

// tells reports whether anything but headings stands in a section or the ones
// below it.
func (e *Entry) tells(section int) bool {
	for i := section; i < len(e.Sections) && (i == section || e.Sections[i].Level > e.Sections[section].Level); i++ {
		if e.Sections[i].Words > 0 || slices.ContainsFunc(e.Blocks, func(b Block) bool { return b.Section == i }) {
			return true
		}
	}
	return false
}

// backs reports whether the model holds what an element promises.
func (s *Strategy) backs(b Backing) bool {
	switch b {
	case BackedByGoals:
		return len(s.Goals) > 0
	case BackedByDirections:
		return len(s.Actions) > 0 || len(s.Goals) > len(s.Children(nil))
	case BackedByIndicators:
		return slices.ContainsFunc(s.Indicators, func(e *Entry) bool {
			return e.Indicator.Level != IndicatorContext && len(e.Indicator.Targets) > 0
		})
	case BackedBySystem:
		return s.system >= 0
	}
	return true
}

// dimensionsWithout are the dimensions in whose area no top goal lies.
func (s *Strategy) dimensionsWithout(dimensions []string) []string {
	var areas, out []string
	for _, g := range s.Children(nil) {
		areas = append(areas, strings.ToLower(g.Goal.Area))
	}
	for _, d := range dimensions {
		if !slices.ContainsFunc(areas, func(area string) bool { return strings.Contains(area, stem(d)) }) {
			out = append(out, d)
		}
	}
	return out
}

// stem is a Polish adjective without the end that its case gives it: "społeczn" of
// "społeczny", which "społeczna" and "wymiar społeczno-gospodarczy" hold too.
func stem(word string) string {
	r := []rune(strings.ToLower(word))
	if len(r) > 5 {
		r = r[:len(r)-1]
	}
	return string(r)
}

// headed finds the first heading in which one of the words starts.
func (s *Strategy) headed(words []string) (ElementSite, bool) {
	for _, c := range s.Chapters {
		if hasWord(c.Title, words) {
			return ElementSite{Chapter: c, Section: -1}, true
		}
		for i := range c.Sections {
			if hasWord(c.Sections[i].Title, words) {
				return ElementSite{Chapter: c, Section: i}, true
			}
		}
	}
	return ElementSite{}, false
}

func hasWord(title string, starts []string) bool {
	title = " " + strings.ToLower(title)
	return slices.ContainsFunc(starts, func(w string) bool { return strings.Contains(title, " "+strings.ToLower(w)) })
}

// sameElements reports whether two versions of a chapter tell the same of what a
// law requires.
func sameElements(a, b *Entry) bool {
	blocks := func(x, y Block) bool { return x.Section == y.Section }
	sections := func(x, y Section) bool {
		return x.Title == y.Title && x.Anchor == y.Anchor && x.Level == y.Level && (x.Words > 0) == (y.Words > 0) && slices.Equal(x.Aliases, y.Aliases)
	}
	return slices.Equal(a.Chapter.Elements, b.Chapter.Elements) && a.Missing == b.Missing && a.Title == b.Title && a.HasBody == b.HasBody &&
		(a.Words > 0) == (b.Words > 0) && slices.EqualFunc(a.Blocks, b.Blocks, blocks) && slices.EqualFunc(a.Sections, b.Sections, sections)
}
