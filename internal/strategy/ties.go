package strategy

import "slices"

// tiesOf returns the numbers of the goals and units that an indicator names, each
// once.
func (s *Strategy) tiesOf(e *Entry) []int32 {
	var out []int32
	for _, r := range e.ties() {
		if n := s.numberOf(r); n >= 0 && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// ties are the references by which an indicator stands on the pages of others.
func (e *Entry) ties() []Ref {
	if e.Kind != KindIndicator {
		return nil
	}
	return append(slices.Clip(e.Indicator.Goals), e.Indicator.Owner)
}

// IndicatorsOf returns the indicators that name a goal, or a unit as their owner.
func (s *Strategy) IndicatorsOf(e *Entry) []*Entry { return s.pick(s.ties[s.at(e)]) }
