package site

import (
	"html/template"
	"iter"
)

// The views below are all that a layout may see: closed structs of ready text
// and ready relative addresses, without methods or a way back to the model. A
// field of type template.HTML is finished, escaped HTML.

// Page is common to the views of all pages; every view embeds it.
type Page struct {
	Lang string // of the document: "pl"
	// TextLang is the language of the page's text where it isn't the document's, else "".
	TextLang string
	Kind     string // the layout's name: "chapter"
	Title    string // of the page; the text of its h1
	// Window is the title for the browser: the page, then the site.
	Window      string
	Description string
	Root        string // relative way to the site's front page folder: "" or "../"
	Canonical   string // absolute address, or "" when the site's address is not known
	Header      template.HTML
	Footer      template.HTML
	Crumbs      []Link // from the front page to the page above this one
	// Cite is how to cite the page, with edition and address where they are
	// known: "Strategia…, rozdz. 8 (edycja: 2018)"; "" if it isn't to be cited.
	Cite string
	// Place is the page's part of that: "rozdz. 8", or "".
	Place     string
	Fictional bool
	NoIndex   bool // search engines should pass over it
	// Site is the document's name in short, Theme its colour: "#003a75".
	Site, Theme string
	// Icon and Manifest are addresses, Picture a full one; the latter two are ""
	// while the site's address is not known.
	Icon, Manifest, Picture string
	// Look is the style sheet of the site's own colours, or "".
	Look string
	// Versions are the languages of the page's text where there are several.
	Versions []Version
	// Linked is the page's data block for search engines.
	Linked template.HTML
	// Declaration is the address of the declaration of accessibility.
	Declaration string
}

// Link is an address with its text.
type Link struct {
	Href, Text string
	Lang       string // of the text where it isn't the document's, else ""
	Current    bool
}

// Card is how an entity is shown where it is referred to.
type Card struct {
	Kind    string // "goal"
	Label   string // "Cel strategiczny"
	Number  string
	Title   string
	Short   string
	Href    string
	Missing bool   // its text is not at hand
	Note    string // such as the reason why it is missing
	Depth   int    // in a tree, from 0
	Level   string // id of a goal's level: "strategic"
	Anchor  string // id to be given to it on this page, or ""
	Lang    string // of the title where it isn't the document's, else ""
}

// HeaderView is what header.html receives. It is run once for the pages of the
// root and once for those a folder below.
type HeaderView struct {
	Root, Home string
	Title      string // of the document, the short one where it has one
	Body       string // publishing body, or ""
	Fictional  bool
	Main       []Link // the main pages
	Chapters   []Link // chapters, unless there are too many for a menu
	Contents   Link   // the list of all chapters
	Emblem     *Emblem
	// Search is the page of results, Index where the box leads without a script.
	Search, Index string
	// SearchFiles is what the files of the index begin with, SearchParts how many
	// there are.
	SearchFiles string
	SearchParts int
}

// Emblem is the coat of arms of who publishes.
type Emblem struct{ Src, Alt string }

// FooterView is what footer.html receives.
type FooterView struct {
	Root      string
	Title     string
	Edition   string
	Act       string
	ActURL    string
	Licence   string
	Body      string
	Report    string // where to report an error, or ""
	Fictional bool
	Links     []Link
	Data      []Link
}

// HomeView is the front page.
type HomeView struct {
	Page
	Heading  template.HTML // the page's h1 if the body brings it, else ""
	Lead     template.HTML // the paragraphs with which the text starts
	Body     template.HTML // the rest of it
	Status   string
	InForce  string // date in words, or "" if not known
	Horizon  string
	Facts    []Detail
	Vision   Statement
	Mission  Statement
	Goals    []GoalBranch
	Chapters []Link
	News     []Edition
	Gaps     []Gap
	Entries  []Link // the ways in
	Tags     []TagGroup
}

// Detail is a name with a value: "Uchwała" – "17 maja 2018 r.".
type Detail struct {
	Name, Value string
	Href        string
	Missing     bool // the value says that it is not known
}

// Statement is a vision or mission with its source.
type Statement struct{ Text, Source string }

// Edition is a line of "what is new".
type Edition struct {
	ID, Title, Text string
	Date            string // machine-readable
	DateText        string // in words
}

// Gap is something known to be missing.
type Gap struct{ Title, Reason string }

// GoalBranch is a goal with its sub-goals.
type GoalBranch struct {
	Card
	Children []GoalBranch
}

// ChapterView is the page of a chapter.
type ChapterView struct {
	Page
	Number   string
	Heading  template.HTML // the page's h1 if the body brings it, else ""
	Body     template.HTML // without that heading
	Summary  string
	Missing  string
	Contents template.HTML // a ready list of links, <ol class="contents">
	// Siblings lists all chapters, the page's own marked; "" if they are too many.
	Siblings template.HTML
	Goals    []Card
	Children []Link // chapters numbered below this one
	Prev     *Link
	Next     *Link
	Owner    *Card
	Reviewed *Edition // only the dates are set
	Mentions []Mention
	Tags     []TagGroup
	// ReadingTime is in words; "" for a short text.
	ReadingTime string
}

// Mention is a place that refers to the page's subject.
type Mention struct {
	Href, Text string
	Cite       string // "rozdz. 8.1"
	Lang       string // of the text where it isn't the document's, else ""
}

// GoalView is the page of a goal.
type GoalView struct {
	Page
	Card Card
	// Siblings lists all goals, the page's own marked; "" if they are too many.
	Siblings   template.HTML
	Heading    template.HTML // as in ChapterView
	Body       template.HTML
	Summary    string
	Missing    string
	Area       string
	Source     string
	Parent     *Card
	Children   []Card
	Owner      *Card
	Units      []RoleCard
	Table      *CorrespondenceTable // outer goals it answers to; nil if none
	Chapters   []Link               // that name it in their front matter
	State      []Detail             // how many actions are in which state, and the like
	Indicators *IndicatorTable      // that measure it; nil if none
	Actions    *ActionTable         // that serve it; nil if none
	Programmes []Card               // that carry it out
	Risks      *RiskTable           // that threaten it; nil if none
	Funding    *FrameTable          // money for it; nil if none is stated
	Mentions   []Mention
	Notes      []Note
	Tags       []TagGroup
	// ReadingTime as in ChapterView.
	ReadingTime string
}

// RoleCard is a unit or goal with the role that links it to the page's subject.
type RoleCard struct {
	Card
	Role string
	Cite *Link // the section whose words the title is, or nil
}

// Note is a conflict that the editors acknowledged, with their reason.
type Note struct{ Text, Reason string }

// CorrespondenceTable is the goals of outer documents beside our own.
type CorrespondenceTable struct {
	ID           string // of the table on the page
	Caption      string
	CSV          string // address of the same table as CSV
	ShowDocument bool   // the rows are of several documents
	ShowOwn      bool   // the rows are of several own goals, or say how the source words them
	ShowKind     bool   // at least one row says how the goals relate
	ShowWhy      bool   // at least one row has a rationale
	Rows         []CorrespondenceRow
}

// CorrespondenceRow is one outer goal beside one own goal, or beside the reason
// why it has none.
type CorrespondenceRow struct {
	Anchor   string // id of the row, "" if the row continues the one above
	Document Card
	Outer    Card   // Text in Title; Href leads to the row on the document's page
	OuterRaw string // exactly as the source's table has it, or ""
	Own      *Card
	OwnRaw   string // exactly as the source's table has it, or ""
	Conflict string // "w tekście: 4" where the source's number disagrees
	Kind     string // in words, or ""
	Why      string
	None     string // the reason why there is no counterpart
	Unknown  bool   // it is not known whether there is one, for the reason in None
}

// DocumentView is the page of an outer document.
type DocumentView struct {
	Page
	Card     Card
	Heading  template.HTML // as in ChapterView
	Body     template.HTML
	Summary  string
	Missing  string
	Presumed string
	Source   string
	Facts    []Detail
	Table    *CorrespondenceTable
	Drawing  template.HTML // of what the table says, or ""
	Goals    []Card        // the document's own goals where there is no table
	Serves   []Card        // goals of ours that a programme carries out
	Children []Card        // documents right below
	Actions  *ActionTable  // that are part of it; nil if none
	Funding  *FrameTable   // money for it; nil if none is stated
	Notes    []Note
	Mentions []Mention
}

// UnitView is the page of a unit.
type UnitView struct {
	Page
	Card       Card
	Heading    template.HTML // as in ChapterView
	Body       template.HTML
	Summary    string
	Missing    string
	KindText   string
	Website    string
	Source     string
	Parent     *Card
	Children   []Card
	Counts     []Detail // how much it answers for
	Goals      []RoleCard
	Roles      []RoleCard      // roles in carrying the strategy out
	Programmes []Card          // that it is in charge of
	Calendar   *DutyTable      // what is due from it; nil if nothing
	Procedures *ProcedureList  // that it carries out; nil if none
	Reports    *ReportTable    // that it prepared; nil if none
	Risks      *RiskTable      // that it watches; nil if none
	Indicators *IndicatorTable // that it answers for; nil if none
	Actions    *ActionTable    // that it takes part in; nil if none
	Chapters   []Link
	Mentions   []Mention
}

// MatrixView is the goal matrix: own goals by outer documents' goals.
type MatrixView struct {
	Page
	Matrices  []Matrix
	Uncovered []Card // own goals that answer to no outer goal
	Others    []Link // the other matrices
}

// Matrix is own goals (rows) by the goals of one outer document (columns), or the
// things of another kind (rows) by own goals.
type Matrix struct {
	ID, Caption, CSV string
	Head, Legend     string // of the rows, and how to read the table
	Document         Card
	Columns          []Card
	Rows             []MatrixRow
	Empty, Unsure    []Card        // columns without a counterpart, or of which none is known, with their Note
	Drawing          template.HTML // of the same relations, or ""
}

// MatrixRow is one own goal or other thing. Cells has one entry a column.
type MatrixRow struct {
	Goal    Card
	Cells   []MatrixCell
	Related bool // at least one cell is not empty
}

// MatrixCell says in words how the row's goal and the column's goal relate.
type MatrixCell struct {
	Text  string
	Empty bool
	// Unsure says that it is not known whether they do; Empty is set too.
	Unsure bool
}

// UnitGroup is the units of one kind.
type UnitGroup struct {
	Kind  string
	Units []Card
}

// ListView is a page that lists all goals, documents, units or chapters.
type ListView struct {
	Page
	Intro string
	// Drawing shows the tree of goals with what covers each, or is "".
	Drawing template.HTML
	Goals   []GoalBranch
	Groups  []CardGroup
	CSV     string
}

// CardGroup is cards under a heading.
type CardGroup struct {
	Title string
	ID    string
	Cards []Card
}

// GlossaryView is the glossary.
type GlossaryView struct {
	Page
	Body  template.HTML
	Terms []TermItem
	CSV   string
}

// TermItem is a term or abbreviation.
type TermItem struct {
	ID, Title  string
	Expansion  string // of an abbreviation
	Definition string
	Mentions   []Mention
}

// IndexView is the alphabetical index of goals, units, documents and terms.
type IndexView struct {
	Page
	Letters []IndexLetter
	CSV     string
}

// IndexLetter is the entries under one letter.
type IndexLetter struct {
	Letter, ID string
	Items      []IndexItem
}

// IndexItem is one entry of the index.
type IndexItem struct {
	Text, Href string
	Kind       string // in words
	Number     string
	Lang       string // of the text where it isn't the document's, else ""
	// Places are the places that speak of it, where it is a word of the text.
	Places []Link
}

// SearchView is the page of results, which a script fills.
type SearchView struct {
	Page
	Index Link // what serves without a script
}

// WholeView is the whole document on one page. Its parts are made while the
// page is written, so that a large document is never held at once.
type WholeView struct {
	Page
	Heading  template.HTML // the page's h1 if the front page's text brings it, else ""
	Body     template.HTML // of the front page
	Status   string
	Facts    []Detail
	Vision   Statement
	Mission  Statement
	Contents template.HTML // a ready list of links, <ol class="contents">
	Goals    []GoalBranch
	Parts    iter.Seq[WholePart]
	Heads    string // address of the style sheet of the running heads, for print
}

// WholePart is one chapter, goal or other part of the whole document.
type WholePart struct {
	ID      string
	Lang    string // of its text where it isn't the document's, else ""
	Title   string
	Number  string
	Heading template.HTML // its h2 if the text brings it, else ""
	Missing string
	Body    template.HTML // its headings are h3 and below
	Table   *CorrespondenceTable
	Terms   []TermItem // of the glossary
	Break   bool       // starts on a new sheet: a chapter, or the first of another kind
}

// NotFoundView is the page for an address that does not exist.
type NotFoundView struct {
	Page
	Entries []Link
}

// MovedView is the page at a former address: it leads to the new one, or says
// that the thing was given up and why.
type MovedView struct {
	Page
	To     *Link
	Reason string
}

// BlockView is what a generated block in the text receives; only the fields of
// its kind are set.
type BlockView struct {
	Name           string
	ID             string // id of the block on its page
	Lang           string // of its words where they stand in a text of another, else ""
	Root           string
	Table          *CorrespondenceTable
	Matrices       []Matrix
	Goals          []GoalBranch
	Groups         []CardGroup
	Implementation *ImplementationPart
	Monitoring     *MonitoringPart
	Indicator      *IndicatorPart
	Indicators     *IndicatorTable
	Actions        *ActionTable
	Status         *StatusPart
	Units          []UnitGroup
	Terms          []TermItem
	Gaps           []Gap
	Contents       template.HTML // a ready list of links, <ol class="contents">
}
