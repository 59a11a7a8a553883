package bench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// Suite says what to measure. Every program is run in every round, on every
// size, in every place.
type Suite struct {
	// Self is the program that runs FloorCommand and its like as a process.
	Self string
	// Strategia and Hugo are programs; "" leaves one out.
	Strategia, Hugo string
	HugoLinks       HugoLinks
	Sizes           []int
	Places          []Place
	// Rounds returns how often each program is run on a site of n chapters.
	Rounds func(n int) int
	// Progress gets a line before each site.
	Progress io.Writer
}

// Place is a folder to measure in.
type Place struct {
	Name string // for the table: "RAM", "disk"
	Dir  string
	// Keep removes nothing before everything is measured. On ext4 a program that
	// makes files soon after thousands were removed was seen to take up to four
	// times the processor time (1.2 s instead of 0.3 s for the floor at 1 000
	// chapters), probably because the file system steps over the inodes just
	// freed. In memory it makes no difference, and there is less room.
	Keep bool
}

// Subcommands of the program that Suite.Self names.
const (
	FloorCommand       = "floor"        // DIR OUT
	HashCommand        = "hash"         // DIR
	GenerateCommand    = "generate"     // DIR CHAPTERS
	CityCommand        = "city"         // DIR TIMES
	HugoProjectCommand = "hugo-project" // DIR OUT CHAPTERS LINKS
)

// Program names what is run, in the order of the table.
type Program string

// The programs. Unchanged is Strategia once more, on the output of the run
// before.
const (
	ProgramHash      Program = "read+hash"
	ProgramFloor     Program = "floor"
	ProgramStrategia Program = "strategia"
	ProgramUnchanged Program = "unchanged"
	ProgramHugo      Program = "hugo"
)

// Result is the runs of one program on one site.
type Result struct {
	Chapters int
	Place    string
	Program  Program
	Series   Series
}

// Run measures and returns one result for each size, place and program. It
// removes what it wrote, whether it succeeds or not.
func (s *Suite) Run(ctx context.Context) (all []Result, err error) {
	var dirs []string
	defer func() {
		for _, d := range dirs {
			err = errors.Join(err, os.RemoveAll(d))
		}
	}()
	for _, n := range s.Sizes {
		for _, place := range s.Places {
			dir, err := os.MkdirTemp(place.Dir, "strategia-bench-")
			if err != nil {
				return all, err
			}
			dirs = append(dirs, dir)
			rs, err := s.site(ctx, n, place, dir)
			if err != nil {
				return all, fmt.Errorf("%d chapters in %s: %w", n, place.Dir, err)
			}
			all = append(all, rs...)
			if place.Keep {
				continue
			}
			if err := os.RemoveAll(dir); err != nil {
				return all, err
			}
		}
	}
	return all, nil
}

// site measures all programs on one size in one place, below dir. Each round
// writes to a folder of its own.
func (s *Suite) site(ctx context.Context, n int, place Place, dir string) ([]Result, error) {
	rounds := s.Rounds(n)
	fmt.Fprintf(s.Progress, "%d chapters, %s, %d rounds\n", n, place.Name, rounds)
	jobs, err := s.prepare(ctx, dir, n)
	if err != nil {
		return nil, err
	}
	var rs []Result
	for _, j := range jobs {
		rs = append(rs, Result{Chapters: n, Place: place.Name, Program: j.program})
	}
	for k := range rounds {
		out := filepath.Join(dir, "round-"+strconv.Itoa(k))
		if err := os.Mkdir(out, 0o777); err != nil {
			return nil, err
		}
		for i, j := range jobs {
			settle()
			u, err := Run(ctx, j.name, j.args(out)...)
			if err != nil {
				return nil, err
			}
			rs[i].Series = append(rs[i].Series, u)
		}
		if place.Keep {
			continue
		}
		if err := os.RemoveAll(out); err != nil {
			return nil, err
		}
	}
	return rs, nil
}

// job is a program with its arguments for a round that writes below out.
type job struct {
	program Program
	name    string
	args    func(out string) []string
}

// prepare makes the site below dir and lists what is to be run on it.
func (s *Suite) prepare(ctx context.Context, dir string, n int) ([]job, error) {
	site := filepath.Join(dir, "site")
	if _, err := Run(ctx, s.Self, GenerateCommand, site, strconv.Itoa(n)); err != nil {
		return nil, err
	}
	jobs := []job{
		{ProgramHash, s.Self, func(string) []string { return []string{HashCommand, site} }},
		{ProgramFloor, s.Self, func(out string) []string { return []string{FloorCommand, site, filepath.Join(out, "floor")} }},
	}
	if s.Strategia != "" {
		build := func(out string) []string { return []string{"build", site, "-o", filepath.Join(out, "public")} }
		jobs = append(jobs, job{ProgramStrategia, s.Strategia, build}, job{ProgramUnchanged, s.Strategia, build})
	}
	if s.Hugo != "" {
		project := filepath.Join(dir, "hugo")
		if _, err := Run(ctx, s.Self, HugoProjectCommand, site, project, strconv.Itoa(n), string(s.HugoLinks)); err != nil {
			return nil, err
		}
		jobs = append(jobs, job{ProgramHugo, s.Hugo, func(out string) []string {
			return []string{"--quiet", "--noBuildLock", "--source", project,
				"--destination", filepath.Join(out, "hugo"), "--cacheDir", filepath.Join(out, "hugo-cache")}
		}})
	}
	return jobs, nil
}

// StartUp returns the runs of `program version` and those of base without
// arguments, by turns, times each.
func StartUp(ctx context.Context, program, base string, times int) (ours, theirs Series, err error) {
	for range times {
		u, err := Run(ctx, program, "version")
		if err != nil {
			return nil, nil, err
		}
		ours = append(ours, u)
		if u, err = Run(ctx, base); err != nil {
			return nil, nil, err
		}
		theirs = append(theirs, u)
	}
	return ours, theirs, nil
}
