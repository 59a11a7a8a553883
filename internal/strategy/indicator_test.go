package strategy_test

import (
	"math"
	"slices"
	"testing"

	"strategia/internal/strategy"
)

func TestParseNumber(t *testing.T) {
	for in, want := range map[string]float64{
		"97400": 97400, "97 400": 97400, "97\u00a0400,5": 97400.5, "1\u202f234\u202f567": 1234567, "12,5": 12.5, "12.50": 12.5,
		"-3": -3, "−3,25": -3.25, "– 4": -4, "0": 0, "007": 7, " 5 ": 5, "123456789012345": 123456789012345,
	} {
		if got, ok := strategy.ParseNumber(in); !ok || got != want {
			t.Errorf("%q is %v, %v; want %v", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "-", "1e3", "NaN", "Inf", "1,2,3", "1.234,5", "12,", ",5", "9 7400", "97 40", "0x1f", "1_000", "1234567890123456", "--1", "=1", "１２"} {
		if got, ok := strategy.ParseNumber(in); ok {
			t.Errorf("%q is taken for %v", in, got)
		}
	}
}

func TestPeriods(t *testing.T) {
	ordered := []string{"2022-12", "2022", "2023-01", "2023-Q1", "2023-06", "2023-Q2", "2023-H1", "2023-Q4", "2023-H2", "2023"}
	var got []string
	for _, s := range ordered {
		p, ok := strategy.ParsePeriod(s)
		if !ok || p.String() != s {
			t.Errorf("%s is %v, %v", s, p, ok)
		}
		got = append(got, s)
	}
	slices.Reverse(got)
	slices.SortStableFunc(got, func(a, b string) int {
		p, _ := strategy.ParsePeriod(a)
		q, _ := strategy.ParsePeriod(b)
		return p.Compare(q)
	})
	if !slices.Equal(got, ordered) {
		t.Errorf("in order: %v", got)
	}
	for _, s := range []string{"", "23", "2023-", "2023-13", "2023-00", "2023-Q5", "2023-Q0", "2023-H3", "2023-1", "20233", "2o23", "1023", "2023-X1"} {
		if p, ok := strategy.ParsePeriod(s); ok {
			t.Errorf("%q is taken for %v", s, p)
		}
	}
}

// way returns an indicator that starts at 100 in 2020 and is to be at target in
// 2030, with the value now in 2025.
func way(polarity strategy.Polarity, base, now, target float64) strategy.Indicator {
	x := strategy.Indicator{
		Precision: -1, Polarity: polarity, Base: strategy.Aim{Year: 2020, Value: base}, Targets: []strategy.Aim{{Year: 2030, Value: target}},
		Series: []strategy.Observation{{Period: strategy.Period{Year: 2025}, Value: now, Known: true}},
	}
	x.Settle()
	return x
}

// The expectations are worked out by hand from the published formula.
func TestProgress(t *testing.T) {
	for _, c := range []struct {
		name     string
		x        strategy.Indicator
		status   strategy.ProgressStatus
		compound bool
		ratio    float64
	}{
		{"just on the path", way(strategy.Stimulant, 100, 100*math.Sqrt2, 200), strategy.ProgressSubstantial, true, 1},
		{"half as fast", way(strategy.Stimulant, 100, 120, 200), strategy.ProgressLimited, true, .51742},
		{"down, as it should", way(strategy.Destimulant, 200, 100*math.Sqrt2, 100), strategy.ProgressSubstantial, true, 1},
		{"up, as it shouldn't", way(strategy.Destimulant, 200, 210, 100), strategy.Deterioration, true, -.14643},
		{"arrived", way(strategy.Destimulant, 200, 90, 100), strategy.TargetAchieved, true, 2.2041},
		{"from nothing", way(strategy.Stimulant, 0, 30, 100), strategy.ProgressModerate, false, .6},
		{"below zero", way(strategy.Stimulant, -50, 0, 50), strategy.ProgressSubstantial, false, 1},
		{"nearer from above", way(strategy.Nominant, 30, 25, 20), strategy.ProgressSubstantial, false, 1},
		{"beyond a nominant", way(strategy.Nominant, 30, 16, 20), strategy.ProgressSubstantial, false, 1.2},
		{"farther from a nominant", way(strategy.Nominant, 30, 35, 20), strategy.Deterioration, false, -1},
		{"a nominant that is there", way(strategy.Nominant, 30, 20, 20), strategy.TargetAchieved, false, 2},
		{"kept where it was to stay", way(strategy.Stimulant, 100, 100, 100), strategy.TargetAchieved, false, 0},
		{"lost where it was to stay", way(strategy.Stimulant, 100, 90, 100), strategy.Deterioration, false, 0},
		{"the wrong way round", way(strategy.Stimulant, 100, 90, 80), strategy.NoPolarity, false, 0},
		{"no word of the direction", way("", 100, 90, 80), strategy.ProgressModerate, true, .94491},
	} {
		p := c.x.Progress()
		if p.Status != c.status || p.Compound != c.compound || math.Abs(p.Ratio-c.ratio) > 1e-4 {
			t.Errorf("%s: %s, %v, %v; want %s, %v, %v", c.name, p.Status, p.Compound, p.Ratio, c.status, c.compound, c.ratio)
		}
	}
	x := way(strategy.Stimulant, 100, 120, 200)
	x.Series[0].Period.Year = 2020
	if p := x.Progress(); p.Status != strategy.NoData {
		t.Errorf("with nothing newer than the base: %s", p.Status)
	}
	if p := (&strategy.Indicator{}).Progress(); p.Status != strategy.NoTarget {
		t.Errorf("of nothing: %s", p.Status)
	}
}

func TestStale(t *testing.T) {
	x := way("", 1, 1, 1)
	for _, c := range []struct {
		frequency    strategy.Frequency
		newest, want int
	}{{strategy.Yearly, 2027, 0}, {strategy.Yearly, 2028, 2025}, {strategy.FiveYears, 2031, 0}, {strategy.FiveYears, 2032, 2025}, {strategy.Irregular, 2099, 0}, {strategy.Monthly, 2028, 2025}} {
		if x.Frequency = c.frequency; x.StaleSince(c.newest) != c.want {
			t.Errorf("%s in %d: %d", c.frequency, c.newest, x.StaleSince(c.newest))
		}
	}
}
