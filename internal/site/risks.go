package site

import "strategia/internal/strategy"

// riskTable lists risks, the gravest first; nil if there are none.
func (m *maker) riskTable(of []*strategy.Risk, id, caption string) *RiskTable {
	if len(of) == 0 {
		return nil
	}
	t := &RiskTable{ID: id + "-risks", Caption: caption}
	e, _ := m.s.s.Implementation()
	grave := 0
	for _, r := range strategy.GravestFirst(of) {
		if r.Weight() >= strategy.Grave {
			grave++
		}
		t.Rows = append(t.Rows, RiskRow{r.Number, m.typeset(e, r.Text), m.cards(r.Goals), m.degree("probability", r.Probability), m.degree("impact", r.Impact), m.typeset(e, r.Answer), m.cardPtr(r.Owner)})
	}
	if grave > 0 {
		t.Grave = m.word("risks.grave", itoa(grave), itoa(len(of)))
	}
	return t
}

func (m *maker) degree(of string, d strategy.Degree) string {
	if d == "" {
		return ""
	}
	return m.word(of + "." + string(d))
}

func (d *digest) sumRisk(r *strategy.Risk) {
	d.add("risk", r.Number, r.Text, string(r.Probability), string(r.Impact), r.Answer, r.Owner.ID, itoa(len(r.Goals)))
	for _, g := range r.Goals {
		d.add(g.ID)
	}
}

// sumStakes covers what the system of implementation says of a goal or document:
// its risks and its money.
func (s *Site) sumStakes(d *digest, arg string) {
	ref, _, _ := reference(arg)
	e := s.entry(ref.Kind, ref.ID)
	if e == nil {
		return
	}
	for _, r := range s.s.RisksOf(e) {
		d.sumRisk(r)
	}
	for _, f := range s.s.FundingOf(e) {
		d.add("funding", f.Source, f.WPF, f.Note, itoa(len(f.Years)))
		for _, y := range f.Years {
			d.add(itoa(y.Year), plain(y.Amount))
		}
	}
}

// risksOf are the risks that threaten a goal, for its page.
func (m *maker) risksOf(e *strategy.Entry) *RiskTable {
	m.note(FactStakes, e.Ref().String())
	t := m.riskTable(m.s.s.RisksOf(e), "own", m.word("caption.risks-of", e.Title))
	if t != nil {
		t.ShowOwner = true
	}
	return t
}

// fundingOf is the funding frame of a goal or document, for its page.
func (m *maker) fundingOf(e *strategy.Entry) *FrameTable {
	m.note(FactStakes, e.Ref().String())
	return m.frameTable(m.s.s.FundingOf(e), "own", m.word("caption.funding-of", e.Title))
}
