package bench

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// tableLegend explains the columns; the table is read by people who didn't
// write it.
const tableLegend = `wall, CPU   medians of the rounds; ± is the distance of the slowest from the fastest round
peak        most memory resident in any round
CPU×, wall× median over the rounds of the ratio to the program under "of"
hugo/CPU    how many times the processor time is that Hugo takes
per ch.     processor time per chapter; growth is that to the same at the size before (1.00 is linear)
`

// WriteTable prints the results as one table with its legend.
func WriteTable(w io.Writer, results []Result) error {
	t := &table{results: results}
	t.row("chapters", "on", "program", "wall", "±", "CPU", "peak MiB", "CPU×", "wall×", "of", "hugo/CPU", "per ch.", "growth")
	for i, r := range results {
		if i > 0 && (results[i-1].Chapters != r.Chapters || results[i-1].Place != r.Place) {
			t.text.WriteByte('\n')
		}
		t.result(r)
	}
	_, err := io.WriteString(w, t.text.String()+"\n"+tableLegend)
	return err
}

type table struct {
	results []Result
	text    strings.Builder
}

func (t *table) row(cells ...any) {
	fmt.Fprintf(&t.text, "%8v  %-5v %-10v %10v %5v %10v %9v  %6v %6v %-10v %8v %9v %7v\n", cells...)
}

func (t *table) result(r Result) {
	s := r.Series
	base, of := t.find(r.Chapters, r.Place, ProgramFloor), ProgramFloor
	if r.Program == ProgramUnchanged {
		base, of = t.find(r.Chapters, r.Place, ProgramHash), ProgramHash
	}
	cpu, wall := times(s.CPURatio(base)), times(s.WallRatio(base))
	if r.Program == of {
		cpu, wall, of = "", "", ""
	}
	hugo := ""
	if r.Program == ProgramFloor || r.Program == ProgramStrategia {
		hugo = times(t.find(r.Chapters, r.Place, ProgramHugo).CPURatio(s))
	}
	peak := ""
	if s.Peak() > 0 {
		peak = fmt.Sprintf("%.1f", float64(s.Peak())/(1<<20))
	}
	per := perChapter(s, r.Chapters)
	growth := ""
	if n := t.sizeBefore(r); n > 0 {
		if before := perChapter(t.find(n, r.Place, r.Program), n); before > 0 {
			growth = times(float64(per) / float64(before))
		}
	}
	t.row(r.Chapters, r.Place, r.Program, short(s.Wall()), fmt.Sprintf("%.0f%%", 100*s.Spread()), short(s.CPU()), peak,
		cpu, wall, of, hugo, short(per), growth)
}

// find returns the runs of a program, nil if it was not run.
func (t *table) find(chapters int, place string, p Program) Series {
	for _, r := range t.results {
		if r.Chapters == chapters && r.Place == place && r.Program == p {
			return r.Series
		}
	}
	return nil
}

// sizeBefore returns the greatest size below r's that was measured, or 0.
func (t *table) sizeBefore(r Result) int {
	n := 0
	for _, o := range t.results {
		if o.Chapters < r.Chapters && o.Place == r.Place {
			n = max(n, o.Chapters)
		}
	}
	return n
}

func perChapter(s Series, n int) time.Duration { return s.CPU() / time.Duration(n) }

// times prints a ratio; "" stands for one that is not known.
func times(r float64) string {
	if r == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", r)
}

// short prints a duration in the unit that suits it, with three figures or so.
func short(d time.Duration) string {
	switch {
	case d >= time.Second:
		return fmt.Sprintf("%.2f s", d.Seconds())
	case d >= time.Millisecond:
		return fmt.Sprintf("%.1f ms", float64(d)/1e6)
	default:
		return fmt.Sprintf("%.0f µs", float64(d)/1e3)
	}
}
