package strategy

import "strconv"

// Action is what only actions have: tasks, projects and undertakings by which
// goals are reached.
type Action struct {
	Goals    []Ref
	Lead     Ref   // unit, or zero
	Partners []Ref // units
	// Programme is the document below the strategy that the action is part of, or zero.
	Programme  Ref
	Start, End Date // a year, a month or a day: "2026", "2026-05", "2026-05-17"
	State      ActionState
	Phase      string // in the site's words: "przetarg"
	Completion int    // in per cent; -1 is not stated
	Reason     string // why it is late, suspended or given up
	// Reviewed is when the state was looked at last, Frequency how often that is
	// to be done; yearly where nobody says.
	Reviewed   Date
	Frequency  Frequency
	Milestones []Milestone
	Cost       float64 // in złotys; 0 is not stated
	Funding    []Funding
}

// ActionState says how far an action has come.
type ActionState string

// The states.
const (
	ActionPlanned   ActionState = "planned"   // planowane
	ActionPreparing ActionState = "preparing" // w przygotowaniu
	ActionOngoing   ActionState = "ongoing"   // w realizacji
	ActionDone      ActionState = "done"      // zakończone
	ActionSuspended ActionState = "suspended" // wstrzymane
	ActionAbandoned ActionState = "abandoned" // zaniechane
)

// ActionStates lists the states in the order in which an action goes through them.
var ActionStates = []ActionState{ActionPlanned, ActionPreparing, ActionOngoing, ActionDone, ActionSuspended, ActionAbandoned}

// Over reports whether nothing more is to be done.
func (s ActionState) Over() bool { return s == ActionDone || s == ActionAbandoned }

// Milestone is something to be reached on the way.
type Milestone struct {
	Due, Done Date
	Text      string
	Key       string
}

// Funding is a source of money.
type Funding struct {
	Source string
	Amount float64 // 0 is not stated
	Year   int     // 0 is not stated
}

// First is the first day of a year, a month or a day.
func (d Date) First() Date {
	switch len(d) {
	case 4:
		return d + "-01-01"
	case 7:
		return d + "-01"
	}
	return d
}

// Last is the last day of a year, a month or a day; for comparing, as not every
// month has a 31st.
func (d Date) Last() Date {
	switch len(d) {
	case 4:
		return d + "-12-31"
	case 7:
		return d + "-31"
	}
	return d
}

// Year is the year of a date, 0 if there is none.
func (d Date) Year() int {
	y, _ := digits(string(d[:min(4, len(d))]))
	return y
}

// Delay says in what an action is late.
type Delay struct {
	Kind  DelayKind
	Since Date   // when it should have been
	Text  string // of the milestone
}

// DelayKind is what should have happened.
type DelayKind string

// The kinds of delays.
const (
	LateEnd       DelayKind = "end"
	LateMilestone DelayKind = "milestone"
	LateStart     DelayKind = "start"
)

// Late returns in what the action is late as of a day; ok is false if in nothing.
// The end weighs more than a milestone, and that more than the start.
func (a *Action) Late(asOf Date) (d Delay, ok bool) {
	if a.State.Over() || a.State == "" || asOf == "" {
		return d, false
	}
	if a.End != "" && a.End.Last() < asOf {
		return Delay{Kind: LateEnd, Since: a.End}, true
	}
	for _, m := range a.Milestones {
		if m.Done == "" && m.Due != "" && m.Due.Last() < asOf {
			return Delay{LateMilestone, m.Due, m.Text}, true
		}
	}
	waits := a.State == ActionPlanned || a.State == ActionPreparing
	if waits && a.Start != "" && a.Start.Last() < asOf {
		return Delay{Kind: LateStart, Since: a.Start}, true
	}
	return d, false
}

// Often is how often the state of an action is to be looked at.
func (a *Action) Often() Frequency {
	if a.Frequency == "" {
		return Yearly
	}
	return a.Frequency
}

// Outdated reports whether nobody has looked at the state of an action that is
// not over for longer than is to be, before a day.
func (a *Action) Outdated(asOf Date) bool {
	months := a.Often().Months()
	if a.State.Over() || len(asOf) != 10 || months == 0 {
		return false
	}
	return a.Reviewed == "" || a.Reviewed.after(months) < asOf
}

// after is the day of the calendar that comes so many months later; for comparing,
// as not every month has a 31st.
func (d Date) after(months int) Date {
	month := d.Year()*12 + months - 1
	if m, err := strconv.Atoi(string(d[5:7])); err == nil {
		month += m
	}
	return Date(strconv.Itoa(month/12) + "-" + strconv.Itoa(101 + month%12)[1:] + string(d[7:]))
}

// LastReview is the latest day, not after the present, on which the state of any
// action was looked at: the day as of which the site tells what is late, as no page
// may depend on a clock.
func (s *Strategy) LastReview() Date {
	var last Date
	now := s.Present()
	for _, e := range s.Actions {
		if e.Action.Reviewed.Year() <= now {
			last = max(last, e.Action.Reviewed)
		}
	}
	return last
}

// ActionsOf returns the actions that name a goal, a programme or a unit, as their
// leader or partner.
func (s *Strategy) ActionsOf(e *Entry) []*Entry { return s.tied(e, KindAction) }
