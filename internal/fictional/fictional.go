// Package fictional holds a complete site of a commune that does not exist,
// "Gmina Przykładowa": the start that `strategia new` gives a clerk, and the
// richest fixture of the tests. Every kind of entity, every front-matter key,
// every link scheme and every block is in use there, so whatever the program
// learns to read is shown here too. Every page is marked as made-up data by
// `fictional: true` in content/index.md; no place, person, body or address in
// it is real (addresses end in .example).
//
// It imports nothing of ours. Write is the only thing here that touches a disk.
package fictional

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed site
var embedded embed.FS

// FS is the site's folder: content/index.md and the rest, and README.md for
// the clerk.
var FS = sub()

func sub() fs.FS {
	s, err := fs.Sub(embedded, "site")
	if err != nil {
		panic(err) // the name is a constant
	}
	return s
}

// ErrNotEmpty is returned, wrapped with the folder's name, by Write for a
// folder that holds something already.
var ErrNotEmpty = errors.New("the folder is not empty")

// Write copies the site into the folder dir, which must be empty or not exist
// yet. It never overwrites: a folder that holds anything, hidden files
// included, is refused with ErrNotEmpty, and a file that appears in the
// meantime is left as it is and reported.
func Write(dir string) error {
	switch names, err := os.ReadDir(dir); {
	case err == nil && len(names) > 0:
		return fmt.Errorf("make a new site in %s: %w", dir, ErrNotEmpty)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("make a new site: %w", err)
	}
	return fs.WalkDir(FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if entry.IsDir() {
			err = os.MkdirAll(target, 0o777)
		} else {
			err = writeNew(target, name)
		}
		if err != nil {
			return fmt.Errorf("make a new site: %w", err)
		}
		return nil
	})
}

// writeNew writes the embedded file name to target, which must not exist.
func writeNew(target, name string) error {
	b, err := fs.ReadFile(FS, name)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, f.Close())
}
