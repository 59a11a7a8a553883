package strategy

import (
	"slices"
	"testing"
)

func seriesOf(x Indicator, values map[int]float64) *Indicator {
	for _, y := range []int{2019, 2020, 2021, 2022, 2023, 2024} {
		if v, ok := values[y]; ok {
			x.Series = append(x.Series, Observation{Period: Period{Year: y}, Value: v, Known: true})
		}
	}
	x.Precision = -1
	x.Settle()
	return &x
}

// TestYearOfIndicator holds what is said of an indicator at the end of a year, of
// which later values say nothing.
func TestYearOfIndicator(t *testing.T) {
	down := Indicator{Polarity: Destimulant, Base: Aim{Year: 2019, Value: 50}, Targets: []Aim{{Year: 2024, Value: 40}}}
	near := Indicator{Polarity: Nominant, Base: Aim{Year: 2019, Value: 30}, Targets: []Aim{{Year: 2024, Value: 20}}}
	for _, c := range []struct {
		name   string
		x      Indicator
		values map[int]float64
		turn   Turn
		status ProgressStatus
	}{
		{"less is better", down, map[int]float64{2020: 49, 2021: 45, 2022: 30}, TurnBetter, ProgressSubstantial},
		{"more is worse", down, map[int]float64{2020: 45, 2021: 49}, TurnWorse, ProgressLimited},
		{"reached", down, map[int]float64{2020: 45, 2021: 40}, TurnBetter, TargetAchieved},
		{"nothing of the year", down, map[int]float64{2020: 45, 2022: 30}, TurnNone, ProgressSubstantial},
		{"the first value", down, map[int]float64{2021: 45}, TurnFirst, ProgressSubstantial},
		{"as before", down, map[int]float64{2019: 45, 2021: 45}, TurnSame, ProgressSubstantial},
		{"past the target is not nearer", near, map[int]float64{2020: 22, 2021: 17}, TurnWorse, ProgressSubstantial},
		{"nobody says which way", Indicator{}, map[int]float64{2020: 1, 2021: 2}, TurnRose, NoTarget},
		{"nobody says which way, less", Indicator{}, map[int]float64{2020: 2, 2021: 1}, TurnFell, NoTarget},
	} {
		y := seriesOf(c.x, c.values).Year(2021)
		if y.Turn != c.turn || y.Progress.Status != c.status {
			t.Errorf("%s: %s, %s; want %s, %s", c.name, y.Turn, y.Progress.Status, c.turn, c.status)
		}
	}
}

// TestEvents holds the order and the days of what happened.
func TestEvents(t *testing.T) {
	x := seriesOf(Indicator{}, map[int]float64{2023: 1, 2024: 2})
	x.Series = append(x.Series, Observation{Period: Period{Year: 2024, Part: 1, Parts: 4}, Value: 3, Known: true})
	s, _ := LinkAll([]*Entry{
		{Kind: KindStrategy, Path: IndexPath, Strategy: &Document{Horizon: Horizon{From: 2024}, Editions: []Edition{{ID: "a", Date: "2024-05-06"}}}},
		{Kind: KindIndicator, ID: "x", Path: "content/x.md", Indicator: x},
		{Kind: KindAction, ID: "a", Path: "content/a.md", Action: &Action{Reviewed: "2026-01-02", Milestones: []Milestone{{Text: "Odbiór", Done: "2024-02"}, {Text: "Otwarcie"}}}},
	})
	var got []string
	for _, e := range s.Events(2024) {
		got = append(got, string(e.Date)+" "+e.ID())
	}
	want := []string{"2026-01-02 review-a-2026-01-02", "2024-12-31 observation-x-2024", "2024-05-06 edition-a",
		"2024-03-31 observation-x-2024-Q1", "2024-02-29 milestone-a-c453ab9d"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if years := s.Years(); !slices.Equal(years, []int{2024, 2026}) {
		t.Errorf("years %v", years)
	}
}

func TestDoneIn(t *testing.T) {
	for _, c := range []struct {
		a    Action
		want int
	}{
		{Action{State: ActionOngoing, End: "2024", Reviewed: "2024-05-06"}, 0},
		{Action{State: ActionDone, End: "2024", Reviewed: "2025-05-06"}, 2024},
		{Action{State: ActionDone, End: "2026", Reviewed: "2025-05-06"}, 2025},
		{Action{State: ActionDone, Reviewed: "2025-05-06"}, 2025},
		{Action{State: ActionDone, End: "2024"}, 2024},
	} {
		if got := c.a.DoneIn(); got != c.want {
			t.Errorf("%+v: %d, want %d", c.a, got, c.want)
		}
	}
}

// TestOutdated holds after how long a look at an action is too old.
func TestOutdated(t *testing.T) {
	for _, c := range []struct {
		a    Action
		asOf Date
		want bool
	}{
		{Action{State: ActionOngoing, Reviewed: "2025-03-31"}, "2026-03-31", false},
		{Action{State: ActionOngoing, Reviewed: "2025-03-31"}, "2026-04-01", true},
		{Action{State: ActionOngoing, Reviewed: "2025-10-31", Frequency: Quarterly}, "2026-01-31", false},
		{Action{State: ActionOngoing, Reviewed: "2025-10-31", Frequency: Quarterly}, "2026-02-01", true},
		{Action{State: ActionOngoing, Reviewed: "2025-12-01", Frequency: Monthly}, "2026-01-02", true},
		{Action{State: ActionOngoing, Reviewed: "2015-12-01", Frequency: Irregular}, "2026-01-02", false},
		{Action{State: ActionOngoing}, "2026-01-02", true},
		{Action{State: ActionDone, Reviewed: "2020-12-01"}, "2026-01-02", false},
	} {
		if got := c.a.Outdated(c.asOf); got != c.want {
			t.Errorf("%+v as of %s: %v", c.a, c.asOf, got)
		}
	}
}
