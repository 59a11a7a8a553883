package strategy

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// mostYears is the number of years of which there are reports, the newest.
const mostYears = 30

// Years are the years of the strategy in which anything happened that the site
// knows of, from the first: from the first year of its horizon, but the newest year
// of which there are values is one of them in any case. A site without indicators
// and actions has none.
func (s *Strategy) Years() []int {
	if len(s.Indicators)+len(s.Actions) == 0 {
		return nil
	}
	there, newest, now := map[int]bool{}, 0, s.Present()
	for _, e := range s.Indicators {
		for i := range e.Indicator.Series {
			if o := &e.Indicator.Series[i]; o.Known && o.Whole() && o.Period.Year <= now {
				there[o.Period.Year], newest = true, max(newest, o.Period.Year)
			}
		}
	}
	for _, e := range s.Events(0) {
		there[e.Date.Year()] = true
	}
	var out []int
	for y := range there {
		out = append(out, y)
	}
	slices.Sort(out)
	first := s.Index.Strategy.Horizon.From
	if first == 0 && len(out) > 0 {
		first = out[len(out)-1]
	}
	if newest > 0 {
		first = min(first, newest)
	}
	out = slices.DeleteFunc(out, func(y int) bool { return y < first })
	return out[max(0, len(out)-mostYears):]
}

// Event is something that happened on a day.
type Event struct {
	Kind EventKind
	Date Date // a whole day: of a month or a year the last
	// Entry is the action or indicator concerned; nil for an edition.
	Entry *Entry
	// Milestone, Observation and Edition are set according to Kind.
	Milestone   *Milestone
	Observation *Observation
	Edition     *Edition
	id          string
}

// EventKind says what happened.
type EventKind string

// The kinds of events.
const (
	EventEdition     EventKind = "edition"
	EventMilestone   EventKind = "milestone"   // reached
	EventReview      EventKind = "review"      // the state of an action was looked at
	EventObservation EventKind = "observation" // the period of a value ended
)

// ID names the event for ever: "milestone-piece-2f1a0b3c".
func (e *Event) ID() string { return e.id }

func (e *Event) name() string {
	switch e.Kind {
	case EventEdition:
		return "edition-" + cmp.Or(e.Edition.ID, string(e.Date))
	case EventMilestone:
		return "milestone-" + e.Entry.ID + "-" + strconv.FormatUint(uint64(PassageSum(e.Milestone.Text)), 16)
	case EventReview:
		return "review-" + e.Entry.ID + "-" + string(e.Date)
	}
	return "observation-" + e.Entry.ID + "-" + e.Observation.Period.String()
}

// Events returns what happened from a year on to the present, the newest first; for
// year 0 all but observations, of which most are older than the strategy.
func (s *Strategy) Events(from int) []Event {
	var out []Event
	now := s.Present()
	add := func(e Event) {
		if e.Date = e.Date.LastDay(); e.Date.Year() >= max(from, 1) && e.Date.Year() <= now {
			e.id = e.name()
			out = append(out, e)
		}
	}
	editions := s.Index.Strategy.Editions
	for i := range editions {
		add(Event{Kind: EventEdition, Date: editions[i].Date, Edition: &editions[i]})
	}
	for _, e := range s.Actions {
		add(Event{Kind: EventReview, Date: e.Action.Reviewed, Entry: e})
		for i := range e.Action.Milestones {
			add(Event{Kind: EventMilestone, Date: e.Action.Milestones[i].Done, Entry: e, Milestone: &e.Action.Milestones[i]})
		}
	}
	for _, e := range s.Indicators {
		for i := range e.Indicator.Series {
			if o := &e.Indicator.Series[i]; from > 0 && o.Known && o.Whole() {
				add(Event{Kind: EventObservation, Date: o.Period.End(), Entry: e, Observation: o})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Event) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.id, b.id))
	})
	return slices.CompactFunc(out, func(a, b Event) bool { return a.id == b.id })
}

// End is the last day of the period.
func (p Period) End() Date {
	month := 12
	if p.Parts != 0 {
		month = p.Part * 12 / p.Parts
	}
	return Date(strconv.Itoa(p.Year) + "-" + strconv.Itoa(100 + month)[1:]).LastDay()
}

// LastDay is the last day of a year, a month or a day, as the calendar has it.
func (d Date) LastDay() Date {
	switch len(d) {
	case 4:
		return d + "-12-31"
	case 7:
		month, _ := strconv.Atoi(string(d[5:]))
		days := 31
		switch year := d.Year(); {
		case month == 4 || month == 6 || month == 9 || month == 11:
			days = 30
		case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
			days = 29
		case month == 2:
			days = 28
		}
		return d + Date("-"+strconv.Itoa(days))
	}
	return d
}

// YearOfIndicator is what was known of an indicator at the end of a year.
type YearOfIndicator struct {
	// Now is the newest value then, Before the newest one a year earlier; nil where
	// there was none.
	Now, Before *Observation
	// Progress is as it was then, Was the judgement a year earlier.
	Progress Progress
	Was      ProgressStatus
	Turn     Turn
}

// Turn says what became of an indicator within a year.
type Turn string

// The turns.
const (
	TurnBetter Turn = "better"
	TurnWorse  Turn = "worse"
	TurnRose   Turn = "rose" // where nobody says which way is better
	TurnFell   Turn = "fell"
	TurnSame   Turn = "same"
	TurnFirst  Turn = "first" // the first value there is
	TurnNone   Turn = "none"  // no value of the year
)

// Turns lists the turns from the best.
var Turns = []Turn{TurnBetter, TurnSame, TurnRose, TurnFell, TurnWorse, TurnFirst, TurnNone}

// Year returns what was known of the indicator at the end of a year.
func (x *Indicator) Year(year int) YearOfIndicator {
	then, earlier := x.until(year), x.until(year-1)
	y := YearOfIndicator{Now: then.Latest(), Before: earlier.Latest(), Progress: then.Progress(), Was: earlier.Progress().Status}
	y.Turn = x.turn(y.Now, y.Before, year)
	return y
}

// until is the indicator as it was at the end of a year.
func (x *Indicator) until(year int) *Indicator {
	y := *x
	i := len(x.Series)
	for i > 0 && x.Series[i-1].Period.Year > year { // they stand by period
		i--
	}
	y.Series = x.Series[:i]
	return &y
}

func (x *Indicator) turn(now, before *Observation, year int) Turn {
	switch {
	case now == nil || now.Period.Year != year:
		return TurnNone
	case before == nil:
		return TurnFirst
	case x.Round(now.Value) == x.Round(before.Value):
		return TurnSame
	}
	rose := now.Value > before.Value
	better := rose
	switch target := x.Target(); {
	case x.Polarity == Destimulant:
		better = !rose
	case x.Polarity == Nominant && target.Stated():
		better = math.Abs(now.Value-target.Value) < math.Abs(before.Value-target.Value)
	case x.Polarity == Stimulant:
	case rose:
		return TurnRose
	default:
		return TurnFell
	}
	if better {
		return TurnBetter
	}
	return TurnWorse
}

// DoneIn is the year in which an action that is done ended: that of its end, or of
// the last look at it where it was to end later or nobody says; 0 if it is not done.
func (a *Action) DoneIn() int {
	if a.State != ActionDone {
		return 0
	}
	end, reviewed := a.End.Year(), a.Reviewed.Year()
	if end == 0 || reviewed != 0 && reviewed < end {
		return reviewed
	}
	return end
}
