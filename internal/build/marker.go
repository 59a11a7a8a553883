package build

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// markerName is the file that says that this program made a folder. A folder
// that holds anything and no marker is somebody else's and is refused.
const markerName = ".strategia"

// factsName is the record of the facts that artefacts were made from. It serves
// --why alone and may be deleted.
const factsName = ".strategia-facts"

const markerHead = "strategia output 1"

// marker is what an output remembers of the build that wrote it.
type marker struct {
	// inputs is the hash of all that the output was made from; "" while a
	// build is under way, so that a killed build is not taken for a whole one.
	inputs string
	// The last build's counts, to be said again when nothing changed.
	files, texts, pages, warnings, notes int
	// outputs maps the paths of the files that this program wrote to their sizes.
	outputs map[string]int64
}

// readMarker reads the marker of the folder out. It returns nil if there is no
// such folder or nothing of anybody's is in it.
func readMarker(out string) (*marker, error) {
	b, err := os.ReadFile(filepath.Join(out, markerName))
	if errors.Is(err, fs.ErrNotExist) {
		names, err := os.ReadDir(out)
		switch {
		case errors.Is(err, fs.ErrNotExist), err == nil && !slices.ContainsFunc(names, somebodys):
			return nil, nil
		case err != nil:
			return nil, fmt.Errorf("read the output folder: %w", err)
		}
		return nil, &ForeignOutputError{out}
	}
	if err != nil {
		return nil, fmt.Errorf("read the output's marker: %w", err)
	}
	return parseMarker(b), nil
}

// somebodys: neither what the first build left when it was killed, nor what a
// system or Git puts into a folder that people see empty.
func somebodys(d fs.DirEntry) bool {
	switch d.Name() {
	case ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore":
		return !d.Type().IsRegular()
	}
	return !strings.HasPrefix(d.Name(), stagePrefix) || !d.IsDir()
}

// ForeignOutputError says that the output folder holds files and was not made
// by this program.
type ForeignOutputError struct{ Dir string }

func (e *ForeignOutputError) Error() string {
	return fmt.Sprintf("output folder %s holds files that strategia did not write (there is no %s in it)", e.Dir, markerName)
}

// parseMarker reads a marker. What it can't read it leaves out: the worst that
// follows is a build from nothing.
func parseMarker(b []byte) *marker {
	m := &marker{outputs: map[string]int64{}}
	sc := bufio.NewScanner(bytes.NewReader(b))
	sc.Buffer(nil, 1<<20)
	if !sc.Scan() || sc.Text() != markerHead {
		return m
	}
	for sc.Scan() {
		key, rest, _ := strings.Cut(sc.Text(), " ")
		switch key {
		case "inputs":
			m.inputs = rest
		case "counts":
			fmt.Sscan(rest, &m.files, &m.texts, &m.pages, &m.warnings, &m.notes)
		default:
			if size, err := strconv.ParseInt(key, 10, 64); err == nil && rest != "" && filepath.IsLocal(filepath.FromSlash(rest)) {
				m.outputs[rest] = size
			}
		}
	}
	return m
}

func (m *marker) encode() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\ninputs %s\ncounts %d %d %d %d %d\n", markerHead, m.inputs, m.files, m.texts, m.pages, m.warnings, m.notes)
	paths := make([]string, 0, len(m.outputs))
	for p := range m.outputs {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	for _, p := range paths {
		fmt.Fprintf(&b, "%d %s\n", m.outputs[p], p)
	}
	return b.Bytes()
}

// intact reports whether the files that the marker lists are there. Folders are
// read rather than files looked at, which at 30 000 files is what makes it cheap.
func (m *marker) intact(out string) bool {
	there, err := m.count(out, nil)
	return err == nil && there == len(m.outputs)
}

// count counts the files of the marker below the folder dir. Their paths in the
// output begin with prefix.
func (m *marker) count(dir string, prefix []byte) (there int, err error) {
	f, err := os.Open(dir)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	names, err := f.ReadDir(-1)
	for _, d := range names {
		name := append(prefix, d.Name()...)
		if d.IsDir() {
			n, err := m.count(filepath.Join(dir, d.Name()), append(name, '/'))
			if err != nil {
				return 0, err
			}
			there += n
		} else if _, ours := m.outputs[string(name)]; ours && d.Type().IsRegular() {
			there++
		}
	}
	return there, err
}

// inputsHash is the hash of all that a site is made from: the sources, what is
// built in, the options, the version.
func (s *Session) inputsHash(sums map[string]source.Sum) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%v %v\n", Version, s.opts.BaseURL, s.opts.Stamp, s.opts.Compress)
	paths := make([]string, 0, len(sums))
	for p := range sums {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	for _, p := range paths {
		sum := sums[p]
		io.WriteString(h, p)
		h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// newer reports whether the running program is newer than the marker: what it
// writes may then differ though its version does not.
func newer(out string) bool {
	exe, err := os.Executable()
	if err != nil {
		return true
	}
	program, err := os.Stat(exe)
	if err != nil {
		return true
	}
	made, err := os.Stat(filepath.Join(out, markerName))
	return err != nil || !made.ModTime().After(program.ModTime())
}

// countsOf fills the marker's counts from a build.
func (m *marker) countsOf(b *Build, pages int) {
	m.files, m.texts, m.pages = b.Files, b.Texts, pages
	m.warnings, m.notes = diag.Count(b.Diagnostics, diag.Warning), diag.Count(b.Diagnostics, diag.Note)
}
