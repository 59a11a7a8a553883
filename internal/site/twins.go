package site

import (
	"fmt"
	"io"
	"path"
	"slices"

	"strategia/internal/diag"
)

// Twin is a way of compressing: files get a twin with its extension, which a
// server sends to browsers that can read it.
type Twin struct {
	Ext string
	New func(w io.Writer) io.WriteCloser
}

// twinned are the kinds of file that compress well.
var twinned = []string{".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".webmanifest"}

// AddTwins plans a twin of every file that compresses well. A twin is made from
// the facts of its original; read gives the bytes of a file that is copied.
func (s *Site) AddTwins(twins []Twin, read func(source string) ([]byte, error)) []diag.Diagnostic {
	for _, a := range slices.Clone(s.Artefacts) {
		if !slices.Contains(twinned, path.Ext(a.Path)) || path.Dir(a.Path) == "hosting" {
			continue
		}
		for _, t := range twins {
			if s.byPath[a.Path+t.Ext] != nil {
				continue // the site brings its own
			}
			s.add(a.Path+t.Ext, "", func(r *Recorder, w io.Writer) error {
				z := t.New(w)
				if err := s.writePlain(r, a, z, read); err != nil {
					return err
				}
				return z.Close()
			})
		}
	}
	return s.index()
}

// writePlain writes what an artefact holds, a copy too.
func (s *Site) writePlain(r *Recorder, a *Artefact, w io.Writer, read func(source string) ([]byte, error)) error {
	if a.Source == "" {
		return a.write(r, w)
	}
	r.note(FactFile, a.file)
	b, err := read(a.Source)
	if err != nil {
		return fmt.Errorf("compress %s: %w", a.Path, err)
	}
	_, err = w.Write(b)
	return err
}
