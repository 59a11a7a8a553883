// Command cmd prints how well and how fast the search answers.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/andybalholm/brotli"

	"strategia/internal/search"
	"strategia/internal/search/bench"
	"strategia/internal/search/client"
	"strategia/internal/search/lexicon"
)

func main() {
	verbose := flag.Bool("v", false, "print the queries that were not answered fully")
	grow := flag.Int("grow", 60_000, "sections of the largest document")
	modules := flag.String("peers", ".ci/npm/node_modules", "the folder of npm modules in which MiniSearch and Pagefind are looked for")
	part := flag.String("part", "", "do only this part of the build of the site in the folder that is named, to be measured from without")
	flag.Parse()
	if *part != "" {
		if err := runPart(*part, flag.Arg(0)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if err := run(*verbose, *grow, *modules); err != nil {
		fmt.Fprintln(os.Stderr, "bench-search:", err)
		os.Exit(1)
	}
}

func run(verbose bool, grow int, modules string) error {
	queries, err := bench.Queries()
	if err != nil {
		return err
	}
	start := time.Now()
	words := lexicon.For("pl")
	opened := time.Since(start)
	document := bench.Document()
	start = time.Now()
	x := search.New(words, search.CutTexts(document))
	made := time.Since(start)
	start = time.Now()
	stream := x.Stream()
	fmt.Printf("Index: lexicon %v, words %v, stream %v\n", opened.Round(time.Millisecond), made.Round(time.Millisecond), time.Since(start).Round(time.Millisecond))
	quality(search.Open(stream), queries, verbose)
	if err := sizes(len(document), stream); err != nil {
		return err
	}
	growth(words, grow)
	fmt.Println()
	for _, chapters := range []int{100, 1000} { // some 600 and 6 000 sections
		if err := share(chapters); err != nil {
			return err
		}
	}
	return compare(modules, stream, queries)
}

// quality prints recall and rank by kind of query, for both halves of the set.
func quality(x *search.Index, queries []bench.Query, verbose bool) {
	var halves [2]map[string]*bench.Score
	for i := range halves {
		half := slices.DeleteFunc(slices.Clone(queries), func(q bench.Query) bool { return q.Test != (i == 1) })
		halves[i] = bench.Measure(x, half, func(q bench.Query, a search.Found) {
			if verbose && i == 0 {
				fmt.Printf("  %s %q: want %v, got %v %q\n", q.Kind, q.Text, q.Gold, a.Hits[:min(5, len(a.Hits))], a.Instead)
			}
		})
	}
	fmt.Printf("\n%-10s %7s %9s %7s   %7s %9s %7s\n", "queries", "dev", "recall@5", "MRR", "test", "recall@5", "MRR")
	for _, k := range append(slices.Clone(bench.Kinds), "all") {
		fmt.Printf("%-10s", k)
		for _, h := range halves {
			s := h[k]
			if k == "absent" {
				fmt.Printf(" %7d  found: %-9d   ", s.Queries, s.Found)
				continue
			}
			fmt.Printf(" %7d %9.3f %7.3f   ", s.Queries, s.Recall, s.Rank)
		}
		fmt.Println()
	}
}

func sizes(sections int, stream []byte) error {
	script, err := client.Minified()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	w.Write(script)
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("\nSizes: %d sections, index %.1f KB (one file, no compression by the server needed), script %.2f KB (brotli)\n",
		sections, kb(len(search.File(stream))), kb(b.Len()))
	return nil
}

func kb(n int) float64 { return float64(n) / 1024 }

// growth prints how the index grows with the document.
func growth(words lexicon.Words, most int) {
	fmt.Printf("\n%9s %6s %10s %12s %12s %14s\n", "sections", "files", "KB", "bytes/section", "making", "query (all)")
	for n := 600; n <= most; n *= 10 {
		parts := bench.Grown(n)
		var indexes []*search.Index
		size := 0
		start := time.Now()
		for _, texts := range parts {
			x := search.New(words, search.CutTexts(texts))
			size += len(search.File(x.Stream()))
			indexes = append(indexes, x)
		}
		made := time.Since(start)
		search.Answer(indexes, "sterownik drukarki", 20, 30)
		start = time.Now()
		for _, q := range []string{"sterownikami", "drukarki sieciowe", "jak zmienić hasło"} {
			search.Answer(indexes, q, 20, 30)
		}
		fmt.Printf("%9d %6d %10.0f %12d %12v %14v\n", n, len(parts), kb(size), size/n, made.Round(10*time.Millisecond), (time.Since(start) / 3).Round(10*time.Microsecond))
	}
}
