package strategy

import (
	"cmp"
	"slices"
)

// Risk is something that may keep goals from being reached.
type Risk struct {
	Number, Text        string
	Goals               []Ref
	Probability, Impact Degree
	Answer              string // what is done about it
	Owner               Ref    // unit, or zero
	Key                 string
}

// Degree is a step of a scale of five; "" is not stated.
type Degree string

// The five degrees.
const (
	DegreeVeryLow  Degree = "very-low"
	DegreeLow      Degree = "low"
	DegreeMedium   Degree = "medium"
	DegreeHigh     Degree = "high"
	DegreeVeryHigh Degree = "very-high"
)

// Degrees lists the degrees from the lowest.
var Degrees = []Degree{DegreeVeryLow, DegreeLow, DegreeMedium, DegreeHigh, DegreeVeryHigh}

// Weight is the probability times the impact, each from 1 to 5; 0 where one of
// them is not stated.
func (r *Risk) Weight() int {
	return (slices.Index(Degrees, r.Probability) + 1) * (slices.Index(Degrees, r.Impact) + 1)
}

// Grave is the weight from which on a risk is grave: both high.
const Grave = 16

// GravestFirst returns risks by their weight, the gravest first.
func GravestFirst(risks []*Risk) []*Risk {
	out := slices.Clone(risks)
	slices.SortStableFunc(out, func(a, b *Risk) int { return cmp.Compare(b.Weight(), a.Weight()) })
	return out
}

// RisksOf returns the risks that threaten a goal.
func (s *Strategy) RisksOf(goal *Entry) []*Risk {
	_, im := s.Implementation()
	if im == nil {
		return nil
	}
	var out []*Risk
	for n := range im.Risks {
		if slices.ContainsFunc(im.Risks[n].Goals, func(r Ref) bool { return s.leads(r, goal) }) {
			out = append(out, &im.Risks[n])
		}
	}
	return out
}

// leads reports whether a reference leads to an entity.
func (s *Strategy) leads(r Ref, e *Entry) bool {
	n := s.numberOf(r)
	return n >= 0 && n == s.at(e)
}
