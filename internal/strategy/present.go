package strategy

import (
	"maps"
	"slices"
)

// What happened is dated, and one date that was mistyped would make the whole site
// believe in another present: what is late, which values are old, of which years
// there are reports. So a date far later than all others counts only where another
// file bears it out.

// farYears is how many years may lie between what is known and the next thing that
// is known, before that needs to be borne out.
const farYears = 3

// afterEnd is how many years after its end anybody still adds to a strategy: values
// that appear late, an evaluation of the whole.
const afterEnd = 10

// Fact is something of which a file says that it has happened.
type Fact struct {
	Entry *Entry
	Date  Date
	Key   string // of the front matter
	// Period is of an observation, whose Date and Key are "".
	Period Period
}

// Year is the year of the fact.
func (f *Fact) Year() int {
	if f.Date == "" {
		return f.Period.Year
	}
	return f.Date.Year()
}

// facts tells all that has happened, but for what the strategy itself is: adopted,
// in force, of a time.
func (s *Strategy) facts(tell func(Fact)) {
	say := func(e *Entry, key string, date Date) {
		if date.Year() > 0 {
			tell(Fact{Entry: e, Date: date, Key: key})
		}
	}
	index := s.Index
	for i := range index.Strategy.Editions {
		say(index, "editions["+itoa(i)+"].date", index.Strategy.Editions[i].Date)
	}
	if a := index.Strategy.Accessibility; a != nil {
		say(index, "accessibility.published", a.Published)
		say(index, "accessibility.updated", a.Updated)
		say(index, "accessibility.prepared", a.Prepared)
		say(index, "accessibility.reviewed", a.Reviewed)
	}
	if e, im := s.Implementation(); im != nil {
		for i := range im.Reports {
			r := &im.Reports[i]
			say(e, join(r.Key, "to"), r.To)
			say(e, join(r.Key, "date"), r.Date)
		}
	}
	for _, e := range s.Actions {
		say(e, "reviewed", e.Action.Reviewed)
		for i := range e.Action.Milestones {
			m := &e.Action.Milestones[i]
			say(e, join(m.Key, "done"), m.Done)
		}
	}
	for _, e := range s.Indicators {
		for i := range e.Indicator.Series {
			if o := &e.Indicator.Series[i]; o.Known {
				tell(Fact{Entry: e, Period: o.Period})
			}
		}
	}
}

// Present is the latest year in which the site can be believed to know anything, 0
// if it knows nothing.
func (s *Strategy) Present() int { return s.present }

// findPresent works it out. From the year in which the strategy begins one goes from
// fact to fact. Where more than three years lie before the next one, more where
// things are measured less often, it counts if all that is later comes from more
// than one file; nothing counts that is more than ten years after the end of the
// strategy.
func (s *Strategy) findPresent() int {
	d := s.Index.Strategy
	last := d.Horizon.To + afterEnd
	if d.Horizon.To == 0 {
		last = 1 << 30
	}
	now := 0
	for _, y := range []int{d.Horizon.From, d.InForce.Year(), d.Act.Date.Year()} {
		if y <= last {
			now = max(now, y)
		}
	}
	type witness struct {
		entry *Entry
		more  bool // than one file
		far   int
	}
	years := map[int]witness{}
	s.facts(func(f Fact) {
		w, known := years[f.Year()]
		w.more = w.more || known && w.entry != f.Entry
		w.entry, w.far = f.Entry, max(w.far, f.far())
		years[f.Year()] = w
	})
	order := slices.DeleteFunc(slices.Sorted(maps.Keys(years)), func(y int) bool { return y > last })
	// later is the file from which all the rest comes, nil if there are several.
	later := make([]*Entry, len(order)+1)
	for i := len(order) - 1; i >= 0; i-- {
		w := years[order[i]]
		if !w.more && (i == len(order)-1 || later[i+1] == w.entry) {
			later[i] = w.entry
		}
	}
	for i, y := range order {
		if y > now+years[y].far && now > 0 && later[i] != nil && (i == 0 || later[0] != later[i]) {
			break
		}
		now = max(now, y)
	}
	return now
}

// far is how many years after all others the fact may be alone.
func (f *Fact) far() int {
	if f.Date != "" {
		return farYears
	}
	often := f.Entry.Indicator.Frequency
	if often == Irregular {
		often = TenYears
	}
	return farYears + often.Years() - 1
}

// Strays are the facts that are later than the present, of each indicator only the
// newest.
func (s *Strategy) Strays() []Fact {
	now := s.Present()
	var out []Fact
	s.facts(func(f Fact) {
		if f.Year() <= now {
			return
		}
		if n := len(out) - 1; f.Date == "" && n >= 0 && out[n].Entry == f.Entry {
			out[n] = f
			return
		}
		out = append(out, f)
	})
	return out
}
