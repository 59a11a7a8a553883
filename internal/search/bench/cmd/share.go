package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	site "strategia/internal/bench"
	"strategia/internal/build"
)

// The parts of a build that are measured, each in a process of its own.
const (
	partReading  = "reading"  // texts are read and linked
	partIndexing = "indexing" // and the index made of them, with what the alphabetical page takes from it
	partMaking   = "making"   // and all the rest, of which nothing is written
	partBuilding = "building" // and written
)

const shareRounds = 5

// share prints how much of a full build's processor time the index takes. Files are
// written where the system keeps temporary ones; writing them to a disk takes longer
// than all the rest.
func share(chapters int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "share")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := site.Generate(dir, chapters); err != nil {
		return err
	}
	took := map[string]site.Series{}
	for range shareRounds {
		for _, part := range []string{partReading, partIndexing, partMaking, partBuilding} {
			if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil {
				return err
			}
			u, err := site.Run(context.Background(), self, "-part", part, dir)
			if err != nil {
				return err
			}
			took[part] = append(took[part], u)
		}
	}
	of := func(whole string) float64 {
		return 100 * (took[partIndexing].CPURatio(took[whole]) - took[partReading].CPURatio(took[whole]))
	}
	fmt.Printf("%6d chapters: making the index is %.1f %% of a full build, %.1f %% without the writing of files\n", chapters, of(partBuilding), of(partMaking))
	return nil
}

// runPart does a part of the build of the site in a folder, as the program does.
func runPart(part, dir string) error {
	debug.SetGCPercent(200)
	s, err := build.NewSession(build.Options{Dir: dir, Once: true, Stamp: true})
	if err != nil {
		return err
	}
	defer s.Close()
	switch out := filepath.Join(dir, "out"); part {
	case partMaking:
		_, err := s.Run(context.Background(), build.Output{})
		return err
	case partBuilding:
		_, err := s.Run(context.Background(), build.Output{Dir: out})
		return err
	}
	b, err := s.Update(context.Background())
	if err != nil || part == partReading {
		return err
	}
	for _, a := range b.Site.Artefacts {
		if strings.HasPrefix(a.Path, "assets/search-") {
			if _, err := b.Make(a.Path); err != nil {
				return err
			}
		}
	}
	return nil
}
