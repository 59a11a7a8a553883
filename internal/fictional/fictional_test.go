package fictional

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	fresh := filepath.Join(t.TempDir(), "a folder", "moja-gmina")
	for _, dir := range []string{fresh, t.TempDir()} {
		if err := Write(dir); err != nil {
			t.Fatal(err)
		}
		equal(t, FS, os.DirFS(dir))
		equal(t, os.DirFS(dir), FS)
	}
}

// equal fails unless every file of want is the same in got.
func equal(t *testing.T, want, got fs.FS) {
	t.Helper()
	files := 0
	err := fs.WalkDir(want, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		w, err := fs.ReadFile(want, name)
		if err != nil {
			return err
		}
		g, err := fs.ReadFile(got, name)
		if err == nil && !bytes.Equal(w, g) {
			t.Errorf("%s differs", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if files == 0 {
		t.Error("no files")
	}
}

// What is there is somebody's work: not even a hidden file makes way.
func TestWriteRefuses(t *testing.T) {
	dir := t.TempDir()
	keep := filepath.Join(dir, ".notes")
	if err := os.WriteFile(keep, []byte("mine"), 0o666); err != nil {
		t.Fatal(err)
	}
	err := Write(dir)
	if !errors.Is(err, ErrNotEmpty) || !strings.Contains(err.Error(), dir) {
		t.Errorf("a folder with a file: %v", err)
	}
	if names, _ := os.ReadDir(dir); len(names) != 1 {
		t.Errorf("the refused folder holds %d names, want 1", len(names))
	}
	if err := Write(keep); err == nil || errors.Is(err, ErrNotEmpty) {
		t.Errorf("a file in place of a folder: %v", err)
	}
	if b, _ := os.ReadFile(keep); string(b) != "mine" {
		t.Errorf("the file in the way was changed to %q", b)
	}
}

// The site must say that it is made up, and lead to no real host.
func TestFictional(t *testing.T) {
	index, err := fs.ReadFile(FS, "content/index.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(index, []byte("\nfictional: true\n")) {
		t.Error("content/index.md does not say fictional: true")
	}
	host := regexp.MustCompile(`(?:https?://|mailto:[^@\s]*@)([^/\s"'>)]+)`)
	err = fs.WalkDir(FS, "content", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := fs.ReadFile(FS, name)
		for _, m := range host.FindAllSubmatch(b, -1) {
			if h := string(m[1]); !strings.HasSuffix(h, ".example") && h != "www.w3.org" {
				t.Errorf("%s names the host %s", name, h)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
