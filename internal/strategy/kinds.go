package strategy

// Date is a calendar date as written, "2018-05-17", or "".
type Date string

// Status of a strategy document.
type Status string

const (
	StatusUnknown      Status = ""
	StatusDraft        Status = "draft"        // projekt
	StatusConsultation Status = "consultation" // w konsultacji
	StatusInForce      Status = "in-force"     // obowiązujący
	StatusRepealed     Status = "repealed"     // uchylony
)

// Document is the strategy itself (content/index.md).
type Document struct {
	Edition string
	Status  Status
	Horizon Horizon
	// InForce is the day from which the document binds.
	InForce Date
	// Body is the public body that publishes it.
	Body    string
	Act     Act
	Licence string
	// BaseURL is the site's address, ending in "/", or "": output is relative
	// in either case, the address serves the sitemap, the feed and citations.
	BaseURL string
	// Report is where readers report an error: https or mailto address, or "".
	Report string
	// Fictional marks every page as made-up data.
	Fictional bool
	// Look is how the city wants its site to be known.
	Look Look
	// Accessibility is the declaration of accessibility; nil if none is stated.
	Accessibility *Declaration
	Vision        Statement
	Mission       Statement
	// Levels of goals from the top, with the site's own labels.
	Levels []Level
	// Editions, newest first: what is new.
	Editions []Edition
	// Gaps are the things known to be missing from the document.
	Gaps    []Gap
	Retired []Retired
	// Requirements are what a law wants the document to hold.
	Requirements Requirements
}

// Look is the colours and the coat of arms of who publishes. Colours are written
// "#003a75"; "" is the program's own.
type Look struct {
	Colour string // of links and of the band at the top, by day
	Dark   string // the same by night; "" is one of the same hue
	Emblem string // path of the coat of arms beside the text, or ""
	// Words stand for the coat of arms where it can't be seen; "" where the
	// name beside it says all.
	Words string
}

// Horizon is a span of years, inclusive; 0 is unknown.
type Horizon struct{ From, To int }

// Act is the resolution by which a document was adopted.
type Act struct {
	Number, Session, Body string
	Date                  Date
	URL                   string // in the public bulletin (BIP), or ""
	Missing               string // what of it is not known, and why
}

// Statement is a vision or mission, with the source where it isn't the document itself.
type Statement struct{ Text, Source string }

// Level is a tier of the goal tree: "strategic" with its labels.
type Level struct {
	ID, Title, Plural string
}

// Edition is an entry of the history of editions.
type Edition struct {
	ID, Title, Text string
	Date            Date
}

// Gap names something that the document is known to lack, and why.
type Gap struct{ Title, Reason string }

// Retired is a published id that was given up on purpose: "goal:stary",
// "topic:energia"; To is the id of what took its place, or "".
type Retired struct{ ID, Reason, To, Key string }

// Chapter is what only chapters have.
type Chapter struct {
	Goals    []Ref // goals of this chapter, from the front matter
	Owner    Ref   // unit, or zero
	Reviewed Date
	// Elements are what a law requires and this chapter holds.
	Elements []ElementPlace
	// Implementation is set on the one chapter that describes how the strategy is carried out.
	Implementation *Implementation
}

// Implementation is the system of carrying the strategy out: levels, roles, kinds
// of actor and the hierarchy of documents; its monitoring, its risks and its money.
type Implementation struct {
	Levels     []ImplementationLevel
	Roles      []Role
	Actors     []Actor
	Hierarchy  []Tier
	Calendar   []Duty
	Procedures []Procedure
	Risks      []Risk
	Funding    []FundingLine
	Reports    []Report
}

// ImplementationLevel is one of the levels on which the strategy is managed.
type ImplementationLevel struct {
	Number, Title string
	Section       string // anchor of the section in the same chapter, or ""
	Missing       string
	Key           string
}

// Role says who does what in carrying the strategy out.
type Role struct {
	Role    RoleKind
	Units   []Ref
	Text    string // in the document's words
	Section string // anchor in the same chapter, or ""
	Key     string
}

// RoleKind is a role in implementation.
type RoleKind string

const (
	RoleCoordinator RoleKind = "coordinator"
	RoleDecider     RoleKind = "decider"
	RoleImplementer RoleKind = "implementer"
	RoleMonitor     RoleKind = "monitor"
	RoleEvaluator   RoleKind = "evaluator"
	RoleConsulted   RoleKind = "consulted"
)

// UnitKind is who acts; the six kinds of chapter 8.
type UnitKind string

const (
	UnitCity        UnitKind = "city"
	UnitPublic      UnitKind = "public"
	UnitPrivate     UnitKind = "private"
	UnitNGO         UnitKind = "ngo"
	UnitResidents   UnitKind = "residents"
	UnitPartnership UnitKind = "partnership"
)

// UnitKinds lists the six kinds in the order of chapter 8.
var UnitKinds = []UnitKind{UnitCity, UnitPublic, UnitPrivate, UnitNGO, UnitResidents, UnitPartnership}

// Actor is one of the six kinds of who acts, and what it answers for.
type Actor struct {
	Kind    UnitKind
	Text    string
	Section string
	Key     string
}

// Tier is a step of the hierarchy of documents, from the top.
type Tier struct {
	Title, Text string
	Documents   []Ref
	Key         string
}

// Goal is what only goals have.
type Goal struct {
	Level  string // id of a Level; "" means the level below the parent's, or the first
	Parent Ref    // goal, or zero
	Area   string
	Owner  Ref // unit, or zero
	Units  []GoalUnit
	Source string // where the wording is taken from, shown to readers, or ""
}

// GoalUnit is a unit that works for a goal, in the words of the site ("lider", "partner").
type GoalUnit struct {
	Unit Ref
	Role string
}

// DocumentLevel places a document in relation to the strategy.
type DocumentLevel string

const (
	LevelEU          DocumentLevel = "eu"
	LevelNational    DocumentLevel = "national"
	LevelVoivodeship DocumentLevel = "voivodeship"
	LevelSupralocal  DocumentLevel = "supralocal"
	LevelLocal       DocumentLevel = "local"
	LevelSDG         DocumentLevel = "sdg"
	LevelSuperior    DocumentLevel = "superior"
	LevelSubordinate DocumentLevel = "subordinate"
	LevelPrevious    DocumentLevel = "previous"
)

// Above reports whether documents of the level stand above the strategy.
func (l DocumentLevel) Above() bool {
	switch l {
	case LevelSDG, LevelEU, LevelNational, LevelVoivodeship, LevelSupralocal, LevelSuperior:
		return true
	}
	return false
}

// DocumentLevels lists the levels from the widest to the narrowest.
var DocumentLevels = []DocumentLevel{LevelSDG, LevelEU, LevelNational, LevelVoivodeship, LevelSupralocal,
	LevelSuperior, LevelLocal, LevelSubordinate, LevelPrevious}

// OuterDocument is a document outside the strategy: above, beside, below or before it.
type OuterDocument struct {
	Level   DocumentLevel
	Parent  Ref // superior document among the site's own, or zero
	Address string
	Edition string
	Horizon Horizon
	Act     Act
	// Presumed says why the document's identity is only presumed, or "".
	Presumed string
	Source   string
	Goals    []DocumentGoal
	// Owner is the unit in charge, or zero.
	Owner Ref
	// Programme says that it is a programme or plan by which the strategy is
	// carried out; it has no goals of its own but serves ours.
	Programme bool
	Serves    []Ref
}

// DocumentGoal is a goal of an outer document.
type DocumentGoal struct {
	ID, Number, Title string
	// Text is the goal exactly as the document's table has it, or "".
	Text   string
	Parent string // id of a goal of the same document, or ""
	Maps   []Correspondence
	// None is the reason why the goal has no counterpart; "" if it has one.
	None string
	// Unknown is the reason why it is not known whether the goal has a
	// counterpart; "" otherwise.
	Unknown string
	Key     string
}

// Open reports whether nothing is said of the goal's counterpart, not even why.
func (g *DocumentGoal) Open() bool { return len(g.Maps) == 0 && g.None == "" && g.Unknown == "" }

// CorrespondenceKind says how an outer goal and an own goal relate. The outer goal
// is the subject: "narrower" is an outer goal that is narrower than ours. Only
// "implements" looks the way that the document's level gives it: a goal of a
// document above ours is implemented by our goal, one of a document beside or
// below ours implements it.
type CorrespondenceKind string

const (
	CorrespondsUnstated   CorrespondenceKind = ""           // the source doesn't say
	CorrespondsIdentical  CorrespondenceKind = "identical"  // tożsamy
	CorrespondsNarrower   CorrespondenceKind = "narrower"   // węższy
	CorrespondsBroader    CorrespondenceKind = "broader"    // szerszy
	CorrespondsRelated    CorrespondenceKind = "related"    // pokrewny
	CorrespondsImplements CorrespondenceKind = "implements" // realizuje
)

// Correspondence relates a goal of an outer document to one of our own.
type Correspondence struct {
	Goal      Ref
	Kind      CorrespondenceKind
	Rationale string
	// Text is our goal exactly as the table of the source has it, or "".
	Text   string
	Author string
	Date   Date
	Key    string
}

// Unit is who acts: a department, a company, an organisation, a group of residents.
type Unit struct {
	Kind   UnitKind
	Parent Ref
	URL    string
	Source string
}

// Glossary is the list of terms and abbreviations.
type Glossary struct{ Terms []Term }

// Term is a term or abbreviation. Variants are further forms by which the text
// mentions it, inflected ones too.
type Term struct {
	ID, Title  string
	Abbr       bool
	Expansion  string // of an abbreviation
	Definition string
	Variants   []string
	Key        string
}
