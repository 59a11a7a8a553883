// Command cmd measures strategia; package bench says what and how. `make bench`
// runs it:
//
//	go run ./internal/bench/cmd [-bin strategia] [-sizes 100,1000,10000] [-rounds 5] [-only floor,hugo]
//
// It prints one table and fails only where something cannot be run, never on a
// figure.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"strategia/internal/bench"
)

func main() {
	if len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-") {
		if err := subcommand(os.Args[1], os.Args[2:]); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	switch {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// subcommand is what the measured processes of our own run.
func subcommand(name string, args []string) error {
	usage := map[string]int{bench.FloorCommand: 2, bench.HashCommand: 1, bench.GenerateCommand: 2, bench.CityCommand: 2, bench.HugoProjectCommand: 4}
	if n, ok := usage[name]; !ok || n != len(args) {
		return fmt.Errorf("%s: unknown command or wrong number of arguments", name)
	}
	switch name {
	case bench.FloorCommand:
		debug.SetGCPercent(bench.FloorGOGC)
		return bench.Floor(args[0], args[1])
	case bench.HashCommand:
		debug.SetGCPercent(bench.FloorGOGC)
		_, err := bench.Hash(args[0])
		return err
	case bench.GenerateCommand:
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return bench.Generate(args[0], n)
	case bench.CityCommand:
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return err
		}
		return bench.GenerateCity(args[0], n)
	default:
		n, err := strconv.Atoi(args[2])
		if err != nil {
			return err
		}
		return bench.HugoProject(args[0], args[1], n, bench.HugoLinks(args[3]))
	}
}

// options are the flags.
type options struct {
	bin, hugo, links, sizes, ram, disk, only string
	rounds                                   int
}

func parse(args []string) (o options, err error) {
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&o.bin, "bin", "", "the strategia `program`; built from ./cmd/strategia if not given")
	f.StringVar(&o.hugo, "hugo", "hugo", "the Hugo `program`; left out if there is none")
	f.StringVar(&o.links, "hugo-links", string(bench.HugoHook), "how links are written for Hugo: hook, relref or plain")
	f.StringVar(&o.sizes, "sizes", "100,1000,10000", "numbers of `chapters`")
	f.StringVar(&o.ram, "ram", "/dev/shm", "`folder` in memory; left out if there is none")
	f.StringVar(&o.disk, "disk", os.TempDir(), "`folder` on a disk with 5 GB free; left out if empty")
	f.StringVar(&o.only, "only", "floor,strategia,hugo", "`programs` to measure; the floor always is")
	f.IntVar(&o.rounds, "rounds", 0, "how often each is run; 0 is 15, 7 and 5 for small, middling and large sites")
	if err = f.Parse(args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q", f.Arg(0))
	}
	if l := bench.HugoLinks(o.links); l != bench.HugoHook && l != bench.HugoRelref && l != bench.HugoPlain {
		return o, fmt.Errorf("-hugo-links: there is no way %q", o.links)
	}
	for p := range strings.SplitSeq(o.only, ",") {
		if !slices.Contains([]string{"floor", "strategia", "hugo"}, p) {
			return o, fmt.Errorf("-only: there is no program %q", p)
		}
	}
	return o, nil
}

func run(ctx context.Context, args []string) (err error) {
	o, err := parse(args)
	if err != nil {
		return err
	}
	s := &bench.Suite{HugoLinks: bench.HugoLinks(o.links), Rounds: o.roundsFor, Progress: os.Stderr}
	if s.Self, err = os.Executable(); err != nil {
		return err
	}
	for f := range strings.SplitSeq(o.sizes, ",") {
		n, err := strconv.Atoi(f)
		if err != nil || n < 1 {
			return fmt.Errorf("-sizes: %q is no number of chapters", f)
		}
		s.Sizes = append(s.Sizes, n)
	}
	slices.Sort(s.Sizes)
	s.Places = o.places()

	temp, err := os.MkdirTemp("", "strategia-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	only := strings.Split(o.only, ",")
	if slices.Contains(only, "strategia") {
		if s.Strategia, err = strategia(ctx, o.bin, temp); err != nil {
			return err
		}
	}
	if slices.Contains(only, "hugo") {
		s.Hugo = hugo(o.hugo)
	}
	results, err := s.Run(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("%s/%s, %d processors, %s", runtime.GOOS, runtime.GOARCH, runtime.GOMAXPROCS(0), runtime.Version())
	for _, p := range s.Places {
		fmt.Printf("; %s is %s (%s)", p.Name, p.Dir, bench.FileSystem(p.Dir))
	}
	fmt.Print("\n\n")
	if err := bench.WriteTable(os.Stdout, results); err != nil {
		return err
	}
	if s.Strategia == "" {
		return nil
	}
	cities, err := s.Cities(ctx, []int{1, 10})
	if err != nil {
		return err
	}
	if err := bench.WriteCities(os.Stdout, cities); err != nil {
		return err
	}
	return startUp(ctx, s.Strategia, temp)
}

// roundsFor returns the number of rounds for a site of n chapters: short runs
// are noisy and cheap to repeat.
func (o options) roundsFor(n int) int {
	switch {
	case o.rounds > 0:
		return o.rounds
	case n <= 300:
		return 15
	case n <= 3000:
		return 7
	default:
		return 5
	}
}

// places returns the folders to measure in.
func (o options) places() []bench.Place {
	var ps []bench.Place
	if i, err := os.Stat(o.ram); err == nil && i.IsDir() {
		ps = append(ps, bench.Place{Name: "RAM", Dir: o.ram})
	}
	if o.disk != "" {
		p := bench.Place{Name: "disk", Dir: filepath.Clean(o.disk), Keep: true}
		if bench.FileSystem(p.Dir) == "tmpfs" {
			fmt.Fprintf(os.Stderr, "%s lies in memory; name a folder on a disk with -disk\n", p.Dir)
			p.Name, p.Keep = "tmp", false
		}
		ps = append(ps, p)
	}
	return ps
}

// strategia returns the program to measure, built if none is given.
func strategia(ctx context.Context, bin, temp string) (string, error) {
	if bin != "" {
		return filepath.Abs(bin)
	}
	bin = filepath.Join(temp, "strategia")
	return bin, build(ctx, bin, "./cmd/strategia")
}

// hugo returns the path of Hugo, or "" if there is none.
func hugo(name string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		fmt.Fprintln(os.Stderr, "Hugo is not on the PATH and is left out")
		return ""
	}
	out, err := exec.Command(path, "version").Output()
	if err == nil {
		fmt.Fprint(os.Stderr, string(out))
	}
	return path
}

func build(ctx context.Context, bin, from string) error {
	out, err := exec.CommandContext(ctx, "go", "build", "-trimpath", "-o", bin, from).CombinedOutput()
	if err != nil {
		return fmt.Errorf("build %s: %w\n%s", from, err, out)
	}
	return nil
}

// startUp prints how long the program takes to say its version, beside a Go
// program that does nothing: the part that no program can save.
func startUp(ctx context.Context, strategia, temp string) error {
	src, empty := filepath.Join(temp, "empty.go"), filepath.Join(temp, "empty")
	if err := os.WriteFile(src, []byte("package main\n\nfunc main() {}\n"), 0o666); err != nil {
		return err
	}
	if err := build(ctx, empty, src); err != nil {
		return err
	}
	const times = 20
	ours, theirs, err := bench.StartUp(ctx, strategia, empty, times)
	if err != nil {
		return err
	}
	ms := func(s bench.Series) float64 { return float64(s.Wall()) / 1e6 }
	fmt.Printf("\nstrategia version: %.1f ms (an empty Go program: %.1f ms), medians of %d\n", ms(ours), ms(theirs), times)
	return nil
}
