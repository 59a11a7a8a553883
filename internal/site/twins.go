package site

import (
	"fmt"
	"io"
	"path"
	"slices"
)

// Twin is a way of compressing: files get a twin with its extension, which a
// server sends to browsers that can read it.
type Twin struct {
	Ext string
	New func(w io.Writer) io.WriteCloser
}

// twinned are the kinds of file that compress well.
var twinned = []string{".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".webmanifest"}

// twins plans a twin of every file that compresses well. A twin is made from the
// facts of its original.
func (p *planner) twins() {
	for _, a := range slices.Clone(p.out) {
		if !slices.Contains(twinned, path.Ext(a.Path)) || path.Dir(a.Path) == "hosting" {
			continue
		}
		for _, t := range p.in.Twins {
			if _, own := p.in.Files[a.Path+t.Ext]; own {
				continue
			}
			p.add(a.Path+t.Ext, "", func(s *Site, r *Recorder, w io.Writer) error {
				z := t.New(w)
				if err := s.writePlain(r, a, z); err != nil {
					return err
				}
				return z.Close()
			})
		}
	}
}

// writePlain writes what an artefact holds, a copy too.
func (s *Site) writePlain(r *Recorder, a *Artefact, w io.Writer) error {
	if a.Source == "" {
		return a.write(s, r, w)
	}
	r.note(FactFile, a.file)
	b, err := s.in.Copied(a.Source)
	if err != nil {
		return fmt.Errorf("compress %s: %w", a.Path, err)
	}
	_, err = w.Write(b)
	return err
}
