package build

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"strategia/internal/fictional"
	"strategia/internal/site"
)

// Two builds into one folder would clear away each other's files.
func TestBusyOutput(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "public")
	mustRun(t, dir, Output{Dir: out})
	stage := filepath.Join(out, stagePrefix+"1")
	if err := os.Mkdir(stage, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(stage, lockName))
	if err != nil {
		t.Fatal(err)
	}
	if !lock(f) {
		t.Fatal("a new file is locked")
	}
	index := filepath.Join(dir, "content", "index.md")
	text, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(index, append(text, "\nNowe zdanie.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	before := tree(t, out)
	var busy *BusyError
	if _, err := run(t, dir, Output{Dir: out}); !errors.As(err, &busy) {
		t.Fatalf("while another build writes: %v", err)
	}
	if p := differ(tree(t, out), before); p != "" {
		t.Errorf("%s was changed", p)
	}
	f.Close() // as the system does when a process ends
	mustRun(t, dir, Output{Dir: out})
	if _, err := os.Lstat(stage); err == nil {
		t.Error("the stage of a dead build is left")
	}
}

// What is made alone is spread over the others, so are folders, and nothing is left
// out.
func TestSpread(t *testing.T) {
	for _, counts := range [][2]int{{0, 0}, {0, 3}, {3, 0}, {1, 1}, {2, 9}, {9, 2}, {5, 100}} {
		var all []*site.Artefact
		for i := range counts[0] + counts[1] {
			all = append(all, &site.Artefact{Alone: i < counts[0]})
		}
		order := spread(all)
		seen, apart := map[int]bool{}, counts[1]
		for _, i := range order {
			if seen[i] = true; !all[i].Alone {
				apart++
				continue
			}
			if apart < counts[1]/(counts[0]+1) {
				t.Errorf("%v: two are %d apart", counts, apart)
			}
			apart = 0
		}
		if len(order) != len(all) || len(seen) != len(all) {
			t.Errorf("%v: %v", counts, order)
		}
	}
	var all []*site.Artefact
	for i := range 20 {
		all = append(all, &site.Artefact{Path: []string{"rozdzial/", "dane/"}[i/10] + strconv.Itoa(i)})
	}
	order := spread(all)
	for n := range len(order) / 2 {
		if a, b := order[2*n], order[2*n+1]; a/10 == b/10 {
			t.Errorf("%d and %d, of one folder, are made together", a, b)
		}
	}
}
