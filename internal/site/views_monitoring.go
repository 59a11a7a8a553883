package site

import "html/template"

// The views of what is measured.

// IndicatorView is the page of an indicator.
type IndicatorView struct {
	Page
	Card       Card
	Heading    template.HTML // as in ChapterView
	Body       template.HTML
	Summary    string
	Missing    string
	LevelText  string // "wskaźnik rezultatu", or ""
	Definition string
	Formula    string
	Facts      []Detail
	Goals      []Card
	Values     *IndicatorPart
	Notes      []Note
	Mentions   []Mention
}

// IndicatorPart is what the data of an indicator say: in a sentence, as a table with
// its chart, and how far it has come.
type IndicatorPart struct {
	Card     Card
	Now      string        // the newest value in words, or that there is none
	Stale    string        // that newer values should be there, or ""
	Table    *ValueTable   // nil if there is neither a value nor a target
	Progress *ProgressPart // nil without data
}

// ValueTable is the values of an indicator with its base and targets. Its chart is a
// part of it: there is none without the table.
type ValueTable struct {
	Chart            template.HTML // "" where there is nothing to draw
	ID, Caption, CSV string
	Dimensions       []string // further columns, by which values differ
	Rows             []ValueRow
}

// ValueRow is a value of a table.
type ValueRow struct {
	Anchor  string // id of the row, or ""
	Period  string
	Value   string // with its unit, or that there is none
	Missing bool
	Kind    string   // "wartość wstępna", "wartość docelowa"
	Of      []string // by column of Dimensions
	Note    string
}

// ProgressPart is how far an indicator has come, with the working.
type ProgressPart struct {
	Status string // code of the judgement: "substantial"; "" where there is none
	Text   string // the judgement in words, or why there is none
	Share  string // how much of the planned change was made, or ""
	Steps  []string
	Method Link // where the method is published
}

// IndicatorTable lists indicators with their values.
type IndicatorTable struct {
	ID, Caption, CSV string
	ShowGoals        bool
	Rows             []IndicatorRow
}

// IndicatorRow is an indicator of a table. What is not known is "".
type IndicatorRow struct {
	Card               Card
	Goals              []Card
	Base, Now, Target  string
	Stale              string
	Status, StatusText string // as in ProgressPart
}

// IndicatorsView is the list of all indicators.
type IndicatorsView struct {
	Page
	Groups       []IndicatorGroup
	Legend       []Detail // what the judgements mean
	Counts       []Detail // how many indicators have each
	Method       Link
	CSV          string // of the indicators
	Observations string // CSV of all their values
}

// IndicatorGroup is the indicators of one level.
type IndicatorGroup struct {
	Title, ID string
	Table     IndicatorTable
}

// ActionView is the page of an action.
type ActionView struct {
	Page
	Card       Card
	Heading    template.HTML // as in ChapterView
	Body       template.HTML
	Summary    string
	Missing    string
	State      string     // in words, or that it is not known
	StateMeans string     // what the state means
	Late       string     // in what it is late, or ""
	Outdated   string     // that nobody has looked for long, or ""
	Reason     string     // as the office gives it
	Tags       []TagGroup // places
	Facts      []Detail
	Goals      []Card
	Lead       *Card
	Partners   []Card
	Milestones []MilestoneRow
	Funding    []FundingRow
	Notes      []Note
	Mentions   []Mention
}

// MilestoneRow is a milestone; what is not known is "".
type MilestoneRow struct {
	Text, Due, Done string
	Late            bool
}

// FundingRow is a source of money; what is not known is "".
type FundingRow struct{ Source, Amount, Year string }

// ActionTable lists actions with their states.
type ActionTable struct {
	ID, Caption, CSV string
	ShowGoals        bool
	ShowRole         bool // of the page's unit, in the place of who leads
	Rows             []ActionRow
}

// ActionRow is an action of a table. What is not known is "" or nil.
type ActionRow struct {
	Card     Card
	Goals    []Card
	Lead     *Card
	Role     string
	When     string
	State    string
	Done     string // how much, "40 %"
	Late     string
	Outdated string
	Reason   string
}

// StateTable is how many actions are in each state, by goal or unit.
type StateTable struct {
	ID, Caption, Head, CSV string
	States                 []string
	Rows                   []StateRow
}

// StateRow is the numbers of a goal or unit, by column of States.
type StateRow struct {
	Card   Card
	Counts []string
	Total  string
	Late   string
}

// StatusPart is how many actions are in which state.
type StatusPart struct {
	AsOf   string // the day of the last review in words, or ""
	CSV    string // of the numbers by goal and unit too
	Counts []Detail
}

// ActionsView is the list of all actions with their states.
type ActionsView struct {
	Page
	Status         StatusPart
	Late           []ActionRow
	Outdated       []ActionRow
	Stale          []IndicatorRow // indicators; only Card and Stale are set
	ByGoal, ByUnit *StateTable    // nil if no action names one
	Yearly         *Link          // the yearly reports; nil if there are none
	Table          ActionTable
	Legend         []Detail // what the states mean
	CSV            string
	Milestones     string // CSV of the milestones, or ""
}
