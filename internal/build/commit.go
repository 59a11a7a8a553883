package build

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"strategia/internal/site"
	"strategia/internal/source"
)

// commit moves the staged files into place, removes what is no longer planned,
// and writes ledger and marker. All bytes are on the disk before the first file
// of the old site is touched; the marker is written last, so that a build that
// was cut short is not taken for a whole one.
func (w *writer) commit(r *Report) error {
	next, err := w.nextMarker(r)
	if err != nil {
		return err
	}
	if err := w.refuseForeign(); err != nil {
		return err
	}
	removed := w.obsolete(next)
	if w.out.Why {
		r.Why = w.explain(readFacts(w.out.Dir))
	}
	r.Written, r.Removed = len(w.renames), len(removed)
	r.Unchanged = len(w.b.Site.Artefacts) - r.Written
	ledger := w.b.nextLedger()
	if r.Written == 0 && r.Removed == 0 && ledger == nil && w.old != nil && w.old.inputs == next.inputs {
		now := time.Now()
		return os.Chtimes(filepath.Join(w.out.Dir, markerName), now, now)
	}
	under := &marker{outputs: map[string]int64{}}
	for _, m := range []*marker{w.old, next} {
		if m != nil {
			for p, size := range m.outputs {
				under.outputs[p] = size
			}
		}
	}
	if ledger != nil {
		if err := replace(filepath.Join(w.b.session.opts.Dir, filepath.FromSlash(LedgerPath)), ledger); err != nil {
			return fmt.Errorf("write the ledger of published ids: %w", err)
		}
		if next.inputs, err = w.inputs(ledger); err != nil {
			return err
		}
	}
	if err := w.put(markerName, under.encode()); err != nil {
		return err
	}
	if err := w.move(removed); err != nil {
		return err
	}
	if err := w.putFacts(); err != nil {
		return err
	}
	return w.put(markerName, next.encode())
}

// nextMarker is the marker of the output as it will be.
func (w *writer) nextMarker(r *Report) (*marker, error) {
	next := &marker{outputs: map[string]int64{}}
	next.countsOf(w.b, r.Pages)
	for i, a := range w.b.Site.Artefacts {
		next.outputs[a.Path] = w.sizes[i]
	}
	var err error
	next.inputs, err = w.inputs(nil)
	return next, err
}

// inputs is the hash of what this build read; ledger is the ledger's new text
// if it changes.
func (w *writer) inputs(ledger []byte) (string, error) {
	s := w.b.session
	sums := map[string]source.Sum{}
	for _, it := range w.b.texts {
		sums[it.Path] = w.b.sum(it.Path)
	}
	for _, it := range w.b.others {
		sums[it.path] = it.sum
	}
	if ledger != nil {
		sums[LedgerPath] = sha256.Sum256(ledger)
	} else if f, err := s.tree.Read(LedgerPath); err == nil {
		sums[LedgerPath] = f.Sum
	}
	return s.inputsHash(sums), nil
}

// refuseForeign refuses to write over a file that this program didn't write.
func (w *writer) refuseForeign() error {
	for _, i := range w.renames {
		a := w.b.Site.Artefacts[i]
		if w.old != nil {
			if _, ours := w.old.outputs[a.Path]; ours {
				continue
			}
		}
		if _, err := os.Lstat(w.target(a)); err == nil {
			return &ForeignFileError{w.target(a)}
		} else if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errNotDir) {
			return fmt.Errorf("look at the output: %w", err)
		}
	}
	return nil
}

// ForeignFileError says that a file of the output would be written over that
// this program didn't write.
type ForeignFileError struct{ Path string }

func (e *ForeignFileError) Error() string {
	return fmt.Sprintf("%s exists and strategia did not write it", e.Path)
}

// obsolete lists the outputs of the last build that are not planned any more.
func (w *writer) obsolete(next *marker) []string {
	var out []string
	if w.old == nil {
		return nil
	}
	for p := range w.old.outputs {
		if _, planned := next.outputs[p]; !planned {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// move removes what is obsolete and renames the staged files into place.
func (w *writer) move(removed []string) error {
	for _, p := range removed {
		err := os.Remove(filepath.Join(w.out.Dir, filepath.FromSlash(p)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove from the output: %w", err)
		}
		for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
			if os.Remove(filepath.Join(w.out.Dir, filepath.FromSlash(dir))) != nil {
				break // not empty
			}
		}
	}
	moved := map[string]bool{}
	for _, i := range w.renames {
		if err := w.bring(w.b.Site.Artefacts[i].Path, moved); err != nil {
			return fmt.Errorf("move a file into the output: %w", err)
		}
	}
	return nil
}

// bring moves a staged file into place. A folder that the output doesn't have
// is moved whole, with all that is staged in it; moved tells which were.
func (w *writer) bring(name string, moved map[string]bool) error {
	for i, c := range name {
		if c != '/' {
			continue
		}
		dir := name[:i]
		whole, seen := moved[dir]
		if !seen {
			to := filepath.Join(w.out.Dir, filepath.FromSlash(dir))
			_, err := os.Lstat(to)
			if whole = errors.Is(err, fs.ErrNotExist); whole {
				if err := os.Rename(filepath.Join(w.stage, filepath.FromSlash(dir)), to); err != nil {
					return err
				}
			}
			moved[dir] = whole
		}
		if whole {
			return nil
		}
	}
	local := filepath.FromSlash(name)
	return os.Rename(filepath.Join(w.stage, local), filepath.Join(w.out.Dir, local))
}

// put replaces a file of our own in the output folder.
func (w *writer) put(name string, b []byte) error {
	if err := replace(filepath.Join(w.out.Dir, name), b); err != nil {
		return fmt.Errorf("write the output's marker: %w", err)
	}
	return nil
}

// replace writes b to the file name by way of a temporary file beside it.
func replace(name string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+"-*~")
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = cmp.Or(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// Reason says why an artefact was written: the facts that had changed. New says
// that there was none before, or that its facts were not known.
type Reason struct {
	Path  string
	New   bool
	Facts []site.FactName
}

// record is the facts that the artefacts of an output were made from.
type record struct {
	artefacts map[string][]int
	facts     []site.FactName
	sums      []string
}

// explain compares the facts of the written artefacts with those of the last build.
func (w *writer) explain(old *record) []Reason {
	known := map[site.FactName]string{}
	for i, f := range old.facts {
		known[f] = old.sums[i]
	}
	var out []Reason
	slices.Sort(w.renames)
	for _, i := range w.renames {
		a := w.b.Site.Artefacts[i]
		_, before := old.artefacts[a.Path]
		reason := Reason{Path: a.Path, New: !before}
		for _, f := range w.facts[i] {
			if before && known[f.FactName] != fmt.Sprintf("%x", w.b.Site.Sum(f)) {
				reason.Facts = append(reason.Facts, f.FactName)
			}
		}
		out = append(out, reason)
	}
	return out
}

// putFacts writes the record, or takes away one that is out of date.
func (w *writer) putFacts() error {
	if !w.b.session.deaf(w.b.Texts) {
		return w.put(factsName, w.encodeFacts())
	}
	if err := os.Remove(filepath.Join(w.out.Dir, factsName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove the record of facts: %w", err)
	}
	return nil
}

// encodeFacts writes the record: a line "sum kind argument" for every fact, an
// empty line, and a line "path<TAB>numbers" for every artefact.
func (w *writer) encodeFacts() []byte {
	var b strings.Builder
	numbers := map[*site.Fact]int{}
	var lines strings.Builder
	for i, a := range w.b.Site.Artefacts {
		lines.WriteString(a.Path)
		for _, f := range w.facts[i] {
			n, known := numbers[f]
			if !known {
				n = len(numbers)
				numbers[f] = n
				fmt.Fprintf(&b, "%x %s\n", w.b.Site.Sum(f), f.FactName)
			}
			fmt.Fprintf(&lines, "\t%d", n)
		}
		lines.WriteByte('\n')
	}
	b.WriteByte('\n')
	b.WriteString(lines.String())
	return []byte(b.String())
}

// readFacts reads the record of the output folder; it is empty if there is none.
func readFacts(out string) *record {
	r := &record{artefacts: map[string][]int{}}
	f, err := os.Open(filepath.Join(out, factsName))
	if err != nil {
		return r
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() && sc.Text() != "" {
		sum, rest, _ := strings.Cut(sc.Text(), " ")
		name, _ := site.ParseFact(rest)
		r.facts, r.sums = append(r.facts, name), append(r.sums, sum)
	}
	for sc.Scan() {
		p, _, _ := strings.Cut(sc.Text(), "\t")
		r.artefacts[p] = nil
	}
	return r
}
