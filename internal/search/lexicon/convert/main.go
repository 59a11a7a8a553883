// Command convert makes the tables that are embedded in package lexicon. It reads
// Morfologik's dictionary and Hunspell's, and is run by hand when one of them is
// newer:
//
//	go generate ./internal/search/lexicon
//
// Other languages come through the same door: a Hunspell dictionary alone makes a
// table too. One whose licence keeps it from being embedded, as those of German and
// Czech, makes a table for a site's own folder: strategia lexicon.
package main

import (
	"archive/zip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"strategia/internal/search/lexicon/maker"
)

func main() {
	morfologik := flag.String("morfologik", "", "morfologik-polish.jar")
	hunspell := flag.String("hunspell", "", "a Hunspell dictionary, without its .aff and .dic")
	drop := flag.String("drop", "", "beginnings, set apart by commas, that readers take off a word themselves")
	out := flag.String("o", "", "the table to write")
	flag.Parse()
	if err := convert(*morfologik, *hunspell, *drop, *out); err != nil {
		fmt.Fprintln(os.Stderr, "convert:", err)
		os.Exit(1)
	}
}

func convert(morfologik, hunspell, drop, out string) error {
	if out == "" || morfologik == "" && hunspell == "" {
		return errors.New("say what to read (-morfologik, -hunspell) and what to write (-o)")
	}
	w := maker.New(strings.FieldsFunc(drop, func(r rune) bool { return r == ',' })...)
	if morfologik != "" {
		dict, err := readJar(morfologik)
		if err == nil {
			err = w.Morfologik(dict)
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", morfologik, err)
		}
	}
	if hunspell != "" {
		if err := w.Hunspell(hunspell); err != nil {
			return fmt.Errorf("read %s: %w", hunspell, err)
		}
	}
	t := w.Table()
	b := t.Marshal()
	fmt.Printf("%s: %d lemmas, %d paradigms, %d endings to guess by, %d bytes\n", out, len(t.Stems), len(t.Paradigms), len(t.Guesses), len(b))
	return os.WriteFile(out, b, 0o644)
}

// readJar returns the dictionary inside Morfologik's Java archive.
func readJar(name string) ([]byte, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	f, err := z.Open("morfologik/stemming/polish/polish.dict")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}
