package site

// CoverageView is a matrix of goals by actions, indicators, units or chapters, in a
// table for each top goal.
type CoverageView struct {
	Page
	Intro     string
	Much      string // that there are too many things for tables, or ""
	Parts     []CoveragePart
	Gap       string // what the goals lack that nothing covers
	Uncovered []Card // these goals
	LooseGap  string // what the things are that cover no goal
	Loose     []Card // these things
	CSV       string
	Others    []Link // the other matrices
}

// CoveragePart is the table of a top goal and those below it.
type CoveragePart struct {
	Goal   Card
	Matrix Matrix
}
