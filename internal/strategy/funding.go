package strategy

// FundingLine is a line of the funding frame: what a source gives in which years.
type FundingLine struct {
	Source string
	// Goal or Document is what the money is for; both are zero where it is for
	// the strategy as a whole.
	Goal, Document Ref
	Years          []YearAmount // by year
	WPF            string       // number in the long-term financial forecast, or ""
	Note           string
	Key            string
}

// YearAmount is a sum in a year, in złotys.
type YearAmount struct {
	Year   int
	Amount float64
}

// Total is the sum of all years.
func (f *FundingLine) Total() float64 {
	sum := 0.0
	for _, y := range f.Years {
		sum += y.Amount
	}
	return sum
}

// In is the sum of a year, 0 if there is none.
func (f *FundingLine) In(year int) float64 {
	for _, y := range f.Years {
		if y.Year == year {
			return y.Amount
		}
	}
	return 0
}

// FundingOf returns the lines of the funding frame for a goal or document.
func (s *Strategy) FundingOf(e *Entry) []*FundingLine {
	_, im := s.Implementation()
	if im == nil {
		return nil
	}
	var out []*FundingLine
	for n := range im.Funding {
		if f := &im.Funding[n]; s.leads(f.Goal, e) || s.leads(f.Document, e) {
			out = append(out, f)
		}
	}
	return out
}
