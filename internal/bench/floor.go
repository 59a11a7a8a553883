package bench

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/yuin/goldmark"
	meta "github.com/yuin/goldmark-meta"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// FloorGOGC is the garbage collector's setting for Floor, the one that a
// one-shot build uses too; with the default the floor would be a fifth higher
// and easier to reach.
const FloorGOGC = 400

// Floor parses and renders every chapter of the strategy in dir on all
// processors and writes each to a file of its own below out, and nothing else.
// What every build must do besides (goals, pages, links) is left out on purpose.
func Floor(dir, out string) error {
	root := filepath.Join(dir, "content", "rozdzialy")
	files, err := markdownFiles(root)
	if err != nil {
		return err
	}
	made := map[string]bool{}
	for _, f := range files {
		if folder := filepath.Dir(f); !made[folder] {
			made[folder] = true
			if err := os.MkdirAll(filepath.Join(out, folder), 0o777); err != nil {
				return fmt.Errorf("make the floor's folder: %w", err)
			}
		}
	}
	md := goldmark.New(
		goldmark.WithExtensions(meta.Meta, extension.Table, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute(), parser.WithAutoHeadingID()),
	)
	return inParallel(files, func() func(string) error {
		var src, html bytes.Buffer
		return func(f string) error {
			if err := readInto(&src, filepath.Join(root, f)); err != nil {
				return err
			}
			html.Reset()
			if err := md.Convert(src.Bytes(), &html); err != nil {
				return fmt.Errorf("render %s: %w", f, err)
			}
			return os.WriteFile(filepath.Join(out, strings.TrimSuffix(f, ".md")+".html"), html.Bytes(), 0o666)
		}
	})
}

// Hash reads every file of the strategy in dir on all processors and hashes it
// with SHA-256: what a build has to do before it can say that nothing changed.
// It returns the number of files.
func Hash(dir string) (int, error) {
	root := filepath.Join(dir, "content")
	files, err := markdownFiles(root)
	if err != nil {
		return 0, err
	}
	return len(files), inParallel(files, func() func(string) error {
		var src bytes.Buffer
		return func(f string) error {
			err := readInto(&src, filepath.Join(root, f))
			sha256.Sum256(src.Bytes())
			return err
		}
	})
}

// markdownFiles lists the Markdown files below root, relative to it, in order.
func markdownFiles(root string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".md") {
			files = append(files, path[len(root)+1:])
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the sources: %w", err)
	}
	return files, nil
}

// readInto replaces what b holds with the file's bytes, in the room that b has.
func readInto(b *bytes.Buffer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	b.Reset()
	_, err = io.Copy(b, onlyReader{f})
	return err
}

// onlyReader hides *os.File's WriteTo, which would copy through a buffer made
// anew for each file.
type onlyReader struct{ io.Reader }

// inParallel calls a worker for each file on all processors. Each processor has
// a worker of its own, from newWorker, so that it can keep its buffers.
func inParallel(files []string, newWorker func() func(string) error) error {
	var (
		next  atomic.Int64
		group sync.WaitGroup
		once  sync.Once
		first error
	)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			work := newWorker()
			for {
				i := int(next.Add(1)) - 1
				if i >= len(files) {
					return
				}
				if err := work(files[i]); err != nil {
					once.Do(func() { first = err })
					return
				}
			}
		})
	}
	group.Wait()
	return first
}
