package bench

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// CityResult is what building a big city's strategy took.
type CityResult struct {
	Times int // as large as a city
	// Whole is a build from nothing, Unchanged one that finds nothing changed,
	// Changed one that finds another value of one indicator.
	Whole, Unchanged, Changed Series
	// Made is how many files there are, Written how many of them were written
	// again on account of that value.
	Made, Written int
}

// Cities measures cities of the given sizes, in the first of the suite's places.
func (s *Suite) Cities(ctx context.Context, times []int) (all []CityResult, err error) {
	for _, n := range times {
		dir, err := os.MkdirTemp(s.Places[0].Dir, "strategia-bench-")
		if err != nil {
			return all, err
		}
		r, err := s.city(ctx, n, dir)
		if err := errors.Join(err, os.RemoveAll(dir)); err != nil {
			return all, fmt.Errorf("a city, %d times: %w", n, err)
		}
		all = append(all, r)
	}
	return all, nil
}

var written = regexp.MustCompile(`(\d+) written, (\d+) unchanged`)

func (s *Suite) city(ctx context.Context, times int, dir string) (CityResult, error) {
	r := CityResult{Times: times}
	rounds := s.Rounds(cityChapters * times * 100)
	fmt.Fprintf(s.Progress, "a city, %d times, %s, %d rounds\n", times, s.Places[0].Name, rounds)
	site := filepath.Join(dir, "site")
	if _, err := Run(ctx, s.Self, CityCommand, site, strconv.Itoa(times)); err != nil {
		return r, err
	}
	data := filepath.Join(site, filepath.FromSlash(CityData(1)))
	values, err := os.ReadFile(data)
	if err != nil {
		return r, err
	}
	for k := range rounds {
		out := filepath.Join(dir, "round-"+strconv.Itoa(k))
		build := func(into *Series) (int, int, error) {
			settle()
			u, text, err := output(ctx, s.Strategia, "build", site, "-o", out, "--lang", "en")
			if err != nil {
				return 0, 0, err
			}
			*into = append(*into, u)
			m := written.FindSubmatch(text)
			if m == nil {
				return 0, 0, nil // unchanged since the last build
			}
			now, _ := strconv.Atoi(string(m[1]))
			kept, _ := strconv.Atoi(string(m[2]))
			return now, kept, nil
		}
		if r.Made, _, err = build(&r.Whole); err != nil {
			return r, err
		}
		if _, _, err = build(&r.Unchanged); err != nil {
			return r, err
		}
		// Another newest value, of as many digits.
		i := bytes.LastIndex(values, []byte(";wst"))
		other := bytes.Clone(values)
		other[i-1] = '0' + (other[i-1]-'0'+1)%10
		if err = os.WriteFile(data, other, 0o666); err != nil {
			return r, err
		}
		if r.Written, _, err = build(&r.Changed); err != nil {
			return r, err
		}
		if err = errors.Join(os.WriteFile(data, values, 0o666), os.RemoveAll(out)); err != nil {
			return r, err
		}
	}
	return r, nil
}

// WriteCities prints the results as a table.
func WriteCities(w io.Writer, results []CityResult) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "\nA big city: %d goals, %d actions, %d indicators × %d years, %d units, %d outer documents with %d goals, and times as much\n\n",
		cityGoals, cityActions, cityIndicators, cityYears, cityUnits, cityDocuments, cityDocuments*cityOuterGoals)
	fmt.Fprintf(&b, "%5s %8s %10s %10s %9s %7s  %10s  %10s %8s\n", "times", "files", "wall", "CPU", "peak MiB", "growth", "unchanged", "one value", "written")
	for i, r := range results {
		growth := ""
		if i > 0 && results[i-1].Whole.CPU() > 0 {
			before := results[i-1]
			growth = times(float64(r.Whole.CPU()) / float64(before.Whole.CPU()) * float64(before.Times) / float64(r.Times))
		}
		fmt.Fprintf(&b, "%5d %8d %10s %10s %9.1f %7s  %10s  %10s %8d\n", r.Times, r.Made, short(r.Whole.Wall()), short(r.Whole.CPU()),
			float64(r.Whole.Peak())/(1<<20), growth, short(r.Unchanged.CPU()), short(r.Changed.CPU()), r.Written)
	}
	b.WriteString("\ngrowth is processor time to that at the size before, for as much (1.00 is linear); one value is a build that\nfinds another value of one indicator, and written how many files show it\n")
	_, err := w.Write(b.Bytes())
	return err
}
