// Command convert makes the lexicon tables of package lexicon: every word of a
// language as a stem and a paradigm, which is the list of endings that the stem
// takes. It reads Morfologik's dictionary and Hunspell's, and is run by hand
// when one of them is newer:
//
//	go generate ./internal/search/lexicon
//
// Other languages come through the same door: a Hunspell dictionary alone makes
// a table too.
package main

import (
	"archive/zip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
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
	w := newWords()
	if drop != "" {
		w.prefixes = strings.Split(drop, ",")
	}
	if morfologik != "" {
		dict, err := readJar(morfologik)
		if err == nil {
			err = w.morfologik(dict)
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", morfologik, err)
		}
	}
	if hunspell != "" {
		if err := w.hunspell(hunspell); err != nil {
			return fmt.Errorf("read %s: %w", hunspell, err)
		}
	}
	t := w.table()
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
