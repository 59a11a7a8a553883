package site

// YearsView lists the yearly reports and what changed last.
type YearsView struct {
	Page
	Years   []Link
	Changes []Change
	Feed    Link
}

// Change is something that happened on a day.
type Change struct {
	ID, Kind, Title, Text, Href string
	Date                        string // machine-readable
	DateText                    string
}

// YearlyView is the report for a year: what was achieved, what was done, what is late.
type YearlyView struct {
	Page
	Before, After *Link    // the reports beside it
	Turns         []Detail // how many indicators got better, worse…
	Judged        []Detail // how many have which judgement
	Reached       []YearRow
	Parts         []YearPart
	Milestones    []Change
	Done          []ActionRow
	Status        *StatusPart // as it is now; nil but for the newest year
	Late          []ActionRow // as it is now, for the newest year
	Elsewhere     bool        // there are actions, whose states only the newest year's report shows
	Editions      []Change
	Method        Link
	CSV           string
}

// YearPart is the indicators of a top goal; Goal is nil for those of no goal.
type YearPart struct {
	ID, Caption string
	Goal        *Card
	Rows        []YearRow
}

// YearRow is an indicator at the end of a year. What is not known is "".
type YearRow struct {
	Card                Card
	Now, Before, Target string
	Turn, TurnText      string // code and words
	Status              string
}
