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

// IndicatorPart is what the data of an indicator say: in a sentence, as a chart
// and as the table of which the chart is the picture, and how far it has come.
type IndicatorPart struct {
	Card     Card
	Now      string        // the newest value in words, or that there is none
	Stale    string        // that newer values should be there, or ""
	Chart    template.HTML // "" where there is nothing to draw
	Table    *ValueTable   // nil if there is neither a value nor a target
	Progress *ProgressPart // nil without data
}

// ValueTable is the values of an indicator with its base and targets.
type ValueTable struct {
	ID, Caption, CSV string
	Dimensions       []string // further columns, by which values differ
	ShowNotes        bool
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
