package site

import (
	"strategia/internal/strategy"
)

// elementsView is where each element stands that a law requires.
func (s *Site) elementsView(r *Recorder) any {
	m := r.at(s.single("elements"))
	m.note(FactElements, "")
	q := &s.s.Index.Strategy.Requirements
	v := ElementsView{Page: m.singlePage("elements"), Missing: m.typeset(s.s.Index, q.Missing)}
	if v.Law.Text, v.Law.Href = q.LawTitle(); v.Law.Text == "" {
		v.Law.Text = m.word("elements.own-list")
	}
	v.Law.Text = m.typeset(s.s.Index, v.Law.Text)
	if !q.Stated() {
		return v
	}
	if q.Law != "" && s.doc.lang != "pl" {
		v.LawLang = "pl" // the statute's own words
	}
	v.CSV = s.data("elements.csv")
	counts := map[strategy.ElementState]int{}
	for _, e := range s.s.Elements() {
		counts[e.State]++
		v.Rows = append(v.Rows, m.elementRow(&e))
	}
	for _, state := range strategy.ElementStates {
		if counts[state] > 0 {
			v.Counts = append(v.Counts, Detail{Name: capital(m.word("element-state." + string(state))), Value: itoa(counts[state])})
		}
	}
	return v
}

func (m *maker) elementRow(e *strategy.Element) ElementRow {
	row := ElementRow{Title: m.stated(capital(e.Title)), Reference: e.Reference, State: string(e.State), StateText: m.word("element-state." + string(e.State)), Why: m.stated(e.Reason)}
	switch e.Doubt {
	case strategy.DoubtUnbacked:
		row.Why = m.word("element-lacks." + string(e.Backing))
	case strategy.DoubtDimension:
		row.Why = m.word("element-doubt.dimension", e.Lacks)
	case "":
	default:
		row.Why = m.word("element-doubt." + string(e.Doubt))
	}
	for _, at := range e.Places {
		anchor := ""
		if at.Section >= 0 {
			anchor = at.Chapter.Sections[at.Section].Anchor
		}
		if link := m.citeSection(at.Chapter, anchor); link != nil {
			if sec := &at.Chapter.Sections[at.Section]; sec.Title != "" {
				link.Text = cmpOr(sec.Cite, sec.Number)
				if link.Text != "" {
					link.Text += ". "
				}
				link.Text = m.typeset(at.Chapter, link.Text+sec.Title)
			}
			row.Places = append(row.Places, *link)
		} else {
			row.Places = append(row.Places, m.link(at.Chapter))
		}
	}
	return row
}

// sumElements covers what is handed out of the required elements.
func (s *Site) sumElements(d *digest) {
	q := &s.s.Index.Strategy.Requirements
	title, address := q.LawTitle()
	d.add(title, address, string(q.Law), q.Missing)
	for _, e := range s.s.Elements() {
		d.add(e.ID, e.Title, e.Reference, string(e.State), string(e.Doubt), string(e.Backing), e.Lacks, e.Reason)
		for _, at := range e.Places {
			d.add("at", at.Chapter.ID)
			if at.Section >= 0 {
				sec := &at.Chapter.Sections[at.Section]
				d.add(sec.Anchor, sec.Cite, sec.Number, sec.Title)
			}
		}
	}
}

func (m *maker) elementsCSV() [][]string {
	m.note(FactElements, "")
	m.root = ""
	out := [][]string{m.head("elements")}
	for _, e := range m.s.s.Elements() {
		row := m.elementRow(&e)
		places, hrefs := "", ""
		for i, p := range row.Places {
			if i > 0 {
				places, hrefs = places+"; ", hrefs+" "
			}
			places, hrefs = places+p.Text, hrefs+p.Href
		}
		out = append(out, []string{e.ID, e.Title, e.Reference, row.StateText, row.Why, places, hrefs})
	}
	return out
}

// The exported model of the elements that a law requires.
type (
	modelRequirements struct {
		Law      string         `json:"law,omitempty"`
		Title    string         `json:"title,omitempty"`
		Address  string         `json:"address,omitempty"`
		Missing  string         `json:"missing,omitempty"`
		Elements []modelElement `json:"elements,omitempty"`
	}
	modelElement struct {
		ID        string       `json:"id"`
		Title     string       `json:"title"`
		Reference string       `json:"reference,omitempty"`
		State     string       `json:"state"`
		Doubt     string       `json:"doubt,omitempty"`
		Lacks     string       `json:"lacks,omitempty"`
		Reason    string       `json:"reason,omitempty"`
		Places    []modelPlace `json:"places,omitempty"`
	}
	modelPlace struct {
		Chapter string `json:"chapter"`
		Section string `json:"section,omitempty"`
	}
)

// modelRequirements is what a law requires of the document; nil where nothing is
// said of it.
func (m *maker) modelRequirements() *modelRequirements {
	m.note(FactElements, "")
	q := &m.s.s.Index.Strategy.Requirements
	if !m.s.has("elements") {
		return nil
	}
	out := &modelRequirements{Law: string(q.Law), Missing: q.Missing}
	out.Title, out.Address = q.LawTitle()
	for _, e := range m.s.s.Elements() {
		of := modelElement{ID: e.ID, Title: e.Title, Reference: e.Reference, State: string(e.State), Doubt: string(e.Doubt), Lacks: e.Lacks, Reason: e.Reason}
		for _, at := range e.Places {
			place := modelPlace{Chapter: at.Chapter.ID}
			if at.Section >= 0 {
				place.Section = at.Chapter.Sections[at.Section].Anchor
			}
			of.Places = append(of.Places, place)
		}
		out.Elements = append(out.Elements, of)
	}
	return out
}
