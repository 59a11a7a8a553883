package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

const (
	stagePrefix = ".strategia-stage-"
	lockName    = ".lock"
)

// BusyError says that another build is writing to the output folder.
type BusyError struct{ Dir string }

func (e *BusyError) Error() string {
	return fmt.Sprintf("another build is writing to %s", e.Dir)
}

// openStage makes the folder for new files, within the output so that moving
// them is a rename, and clears away what a killed build left. A build that is
// alive holds the lock of its stage; the system lets go of a dead one's.
func (w *writer) openStage() error {
	_, err := os.Lstat(w.out.Dir)
	w.fresh = errors.Is(err, fs.ErrNotExist)
	if err := os.MkdirAll(w.out.Dir, 0o755); err != nil {
		return fmt.Errorf("make the output folder: %w", err)
	}
	names, err := os.ReadDir(w.out.Dir)
	if err != nil {
		return fmt.Errorf("read the output folder: %w", err)
	}
	for _, d := range names {
		if !strings.HasPrefix(d.Name(), stagePrefix) {
			continue
		}
		left := filepath.Join(w.out.Dir, d.Name())
		if !dead(left) {
			return &BusyError{w.out.Dir}
		}
		os.RemoveAll(left)
	}
	if w.stage, err = os.MkdirTemp(w.out.Dir, stagePrefix); err != nil {
		return fmt.Errorf("write to the output folder: %w", err)
	}
	if w.lock, err = os.Create(filepath.Join(w.stage, lockName)); err != nil {
		return fmt.Errorf("write to the output folder: %w", err)
	}
	lock(w.lock)
	made := map[string]bool{".": true}
	for _, a := range w.b.Site.Artefacts {
		if dir := path.Dir(a.Path); !made[dir] {
			made[dir] = true
			if err := os.MkdirAll(filepath.Join(w.stage, filepath.FromSlash(dir)), 0o755); err != nil {
				return fmt.Errorf("write to the output folder: %w", err)
			}
		}
	}
	return nil
}

// dead reports whether nobody holds the lock of a stage.
func dead(stage string) bool {
	f, err := os.OpenFile(filepath.Join(stage, lockName), os.O_RDWR, 0) // some file systems lock only what may be written
	if err != nil {
		return true
	}
	defer f.Close()
	return lock(f)
}

// closeStage removes what is left of the stage, and an output folder into which
// nothing came.
func (w *writer) closeStage() {
	if w.lock != nil {
		w.lock.Close()
	}
	os.RemoveAll(w.stage)
	if w.fresh {
		os.Remove(w.out.Dir) // which fails where there is something
	}
}
