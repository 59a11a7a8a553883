package bench

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Usage is what one run of a program took.
type Usage struct {
	Wall time.Duration
	CPU  time.Duration // user and system
	Peak int64         // bytes resident at most, 0 where the system doesn't tell
}

// Run runs a program to its end and returns what it took, from before its start
// to after its end. Its output is shown only if it fails.
//
// The calling process must be small: on Linux a child starts with its parent's
// memory, and the greatest size of that counts as the child's own peak. That is
// why even the generating of sites is a process apart.
func Run(ctx context.Context, name string, args ...string) (Usage, error) {
	u, _, err := output(ctx, name, args...)
	return u, err
}

// output is Run that tells what the program printed.
func output(ctx context.Context, name string, args ...string) (Usage, []byte, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	if err != nil {
		text := strings.TrimSpace(out.String())
		if len(text) > 4000 {
			text = text[:4000] + "…"
		}
		return Usage{}, nil, fmt.Errorf("run %s %s: %w\n%s", name, strings.Join(args, " "), err, text)
	}
	s := cmd.ProcessState
	return Usage{Wall: wall, CPU: s.UserTime() + s.SystemTime(), Peak: peak(s)}, out.Bytes(), nil
}

// Series is the runs of one program on one site, one for each round.
type Series []Usage

// Wall returns the median time by the clock.
func (s Series) Wall() time.Duration { return median(s, func(u Usage) time.Duration { return u.Wall }) }

// CPU returns the median processor time.
func (s Series) CPU() time.Duration { return median(s, func(u Usage) time.Duration { return u.CPU }) }

// Peak returns the greatest memory of any round, because a limit on memory is
// broken by one run.
func (s Series) Peak() int64 {
	var p int64
	for _, u := range s {
		p = max(p, u.Peak)
	}
	return p
}

// Spread returns how far the rounds lie apart by the clock, as a share of their
// median: 0.1 says that a difference of 10 % means nothing.
func (s Series) Spread() float64 {
	if len(s) == 0 || s.Wall() == 0 {
		return 0
	}
	lo, hi := s[0].Wall, s[0].Wall
	for _, u := range s {
		lo, hi = min(lo, u.Wall), max(hi, u.Wall)
	}
	return float64(hi-lo) / float64(s.Wall())
}

// CPURatio returns the median over the rounds of s's processor time to base's,
// or 0 if either was not run. WallRatio likewise. Rounds are compared with each
// other, not medians, because a slow minute slows all programs of a round.
func (s Series) CPURatio(base Series) float64 {
	return ratio(s, base, func(u Usage) time.Duration { return u.CPU })
}

// WallRatio is CPURatio of the time by the clock.
func (s Series) WallRatio(base Series) float64 {
	return ratio(s, base, func(u Usage) time.Duration { return u.Wall })
}

func ratio(s, base Series, of func(Usage) time.Duration) float64 {
	var rs []float64
	for i := range min(len(s), len(base)) {
		if d := of(base[i]); d > 0 {
			rs = append(rs, float64(of(s[i]))/float64(d))
		}
	}
	return median(rs, func(r float64) float64 { return r })
}

func median[T any, N int64 | float64 | time.Duration](list []T, of func(T) N) N {
	if len(list) == 0 {
		return 0
	}
	ns := make([]N, len(list))
	for i, x := range list {
		ns[i] = of(x)
	}
	slices.Sort(ns)
	if m := len(ns) / 2; len(ns)%2 == 1 {
		return ns[m]
	} else {
		return (ns[m-1] + ns[m]) / 2
	}
}

// FileSystem returns the type of the file system that holds path ("tmpfs",
// "ext4"), or "" where the system doesn't tell: a temporary folder that lies in
// memory is no disk.
func FileSystem(path string) string {
	mounts, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		return ""
	}
	best, kind := "", ""
	for line := range strings.Lines(string(mounts)) {
		f := strings.Fields(line)
		if len(f) < 3 {
			continue
		}
		at := strings.TrimSuffix(f[1], "/")
		if (path == at || strings.HasPrefix(path, at+"/")) && len(at) >= len(best) {
			best, kind = at, f[2]
		}
	}
	return kind
}
