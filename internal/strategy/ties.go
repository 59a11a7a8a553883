package strategy

import "slices"

// tiesOf returns the numbers of the goals, units and documents that an indicator,
// action or document names, each once.
func (s *Strategy) tiesOf(e *Entry) []int32 {
	var out []int32
	if e == nil {
		return nil
	}
	for _, r := range e.ties() {
		if n := s.numberOf(r); n >= 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// ties are the references by which an indicator, action or document stands on the
// pages of others.
func (e *Entry) ties() []Ref {
	switch e.Kind {
	case KindIndicator:
		return append(slices.Clip(e.Indicator.Goals), e.Indicator.Owner)
	case KindAction:
		return append(slices.Concat(e.Action.Goals, e.Action.Partners), e.Action.Lead, e.Action.Programme)
	case KindDocument:
		return append(slices.Clip(e.Document.Serves), e.Document.Owner)
	}
	return nil
}

// tied returns the entities of a kind that name e.
func (s *Strategy) tied(e *Entry, kind Kind) []*Entry {
	var out []*Entry
	for _, n := range s.ties[s.at(e)] {
		if s.entries[n].Kind == kind {
			out = append(out, s.entries[n])
		}
	}
	return out
}

// Tied reports whether an indicator, action or document names e.
func (s *Strategy) Tied(e *Entry) bool { return len(s.ties[s.at(e)]) > 0 }

// IndicatorsOf returns the indicators that name a goal, or a unit as their owner.
func (s *Strategy) IndicatorsOf(e *Entry) []*Entry { return s.tied(e, KindIndicator) }

// ProgrammesOf returns the programmes that serve a goal, or the documents that a
// unit is in charge of.
func (s *Strategy) ProgrammesOf(e *Entry) []*Entry { return s.tied(e, KindDocument) }
