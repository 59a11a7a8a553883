package site

// The views of carrying the strategy out: who does it, monitoring, risks and money.

// ImplementationView is the page about how the strategy is carried out.
type ImplementationView struct {
	Page
	Chapter    *Card
	System     *ImplementationPart
	Monitoring *MonitoringPart // nil if nothing is said of it
	Units      []UnitGroup
}

// ImplementationPart is the system of implementation, whole or in parts: empty
// lists are not shown.
type ImplementationPart struct {
	Levels    []LevelItem
	Roles     []RoleItem
	Actors    []ActorItem
	Hierarchy []TierItem
	CSV       map[string]string // address of the CSV by table: "levels", "roles", "actors", "hierarchy"
	Heading   int               // level of the headings: 2 on a page of its own
}

// LevelItem is a level on which the strategy is managed.
type LevelItem struct {
	Number, Title, Href string
	Missing             string
}

// RoleItem is a role, who has it and the document's words for it.
type RoleItem struct {
	Role  string
	Units []Card
	Text  string
	Cite  *Link
}

// ActorItem is one of the six kinds of who acts.
type ActorItem struct {
	Kind  string
	Text  string
	Units []Card
	Cite  *Link
	Named bool // the document names this kind
}

// TierItem is a step of the hierarchy of documents.
type TierItem struct {
	Title, Text string
	Documents   []Card
}

// MonitoringPart is what the system of implementation says of monitoring and
// evaluation, of risks and money, whole or in parts; what there is none of is nil.
type MonitoringPart struct {
	Calendar   *DutyTable
	Procedures *ProcedureList
	Reports    *ReportTable
	Risks      *RiskTable
	Funding    *FrameTable
}

// DutyTable is the calendar: what is due when.
type DutyTable struct {
	ID, Caption, CSV string
	ShowUnits        bool
	Rows             []DutyRow
}

// DutyRow is a line of the calendar.
type DutyRow struct {
	Task, When string
	Report     string // what report comes of it, or ""
	Units      []Card
	Cite       *Link
}

// ProcedureList is how things are done.
type ProcedureList struct {
	CSV   string
	Items []ProcedureItem
}

// ProcedureItem is how something is done.
type ProcedureItem struct {
	Title, Text string
	Units       []Card
	Cite        *Link
}

// ReportTable lists reports.
type ReportTable struct {
	ID, Caption, CSV string
	ShowUnits        bool
	Rows             []ReportRow
}

// ReportRow is a report; what is not known is "".
type ReportRow struct {
	Title, Href string
	Kind        string
	From, To    string // as data have them
	Period      string // the same in words
	Day, Date   string // of the report, as data have it and in words
	Units       []Card
	Text        string
}

// RiskTable lists risks, the gravest first.
type RiskTable struct {
	ID, Caption, CSV string
	Grave            string // how many are grave, in words, or ""
	ShowGoals        bool
	ShowOwner        bool
	Rows             []RiskRow
}

// RiskRow is a risk; what is not known is "" or nil.
type RiskRow struct {
	Number, Text        string
	Goals               []Card
	Probability, Impact string
	Answer              string
	Owner               *Card
}

// FrameTable is the funding frame: sources by years.
type FrameTable struct {
	ID, Caption, CSV string
	ShowFor          bool // the lines are for several things
	Years            []string
	Rows             []FrameRow
	Totals           []string // by year
	Total            string
}

// FrameRow is what a source gives; a year without money is "".
type FrameRow struct {
	Source  string
	For     *Card // goal or document; nil for the strategy as a whole
	Amounts []string
	Total   string
	Note    string
}
