// Package bench judges the search: a Polish document of some 600 sections, a set
// of queries that was derived from it mechanically (see derive), and the measures
// of how well and how fast they are answered. `make bench-search` prints them.
//
// The document is GNOME's help in Polish, whose licence stands beside it, with
// sentences put in that hold names no dictionary has.
package bench

import (
	"embed"
	"fmt"
	"strconv"
	"strings"

	"strategia/internal/search"
)

//go:generate go run ./derive

//go:embed testdata
var testdata embed.FS

// Query is a query with the sections that answer it.
type Query struct {
	Kind string
	// Test is set in the half that is not looked at while the ranking is tuned.
	Test bool
	Text string
	// Gold are indexes into Document; none for a query that nothing answers.
	Gold []int
}

func read(name string) string {
	b, err := testdata.ReadFile("testdata/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(b)
}

// Name is a sentence to put into the document, and forms of its name that the
// sentence hasn't.
type Name struct {
	Sentence string
	Forms    []string
}

// Names are the sentences with names.
func Names() []Name {
	var out []Name
	for line := range strings.Lines(read("nazwy.txt")) {
		if parts := strings.Split(strings.TrimSpace(line), " | "); len(parts) > 1 && line[0] != '#' {
			out = append(out, Name{parts[0], parts[1:]})
		}
	}
	return out
}

// Every place of a name is so many sections behind the one before.
const nameEvery = 17

// NamePlace is the section into which the i-th sentence with a name is put.
func NamePlace(i int) int { return 11 + i*nameEvery }

// Document is the text that is searched, in sections of about a hundred words.
func Document() []search.Text {
	const enough = 70
	var out []search.Text
	for n, page := range strings.Split(strings.TrimSpace(read("pomoc.txt")), "\n\n") {
		lines := strings.Split(page, "\n")
		title := strings.TrimPrefix(lines[0], "# ")
		words, part := enough, 0
		for _, p := range lines[1:] {
			if words >= enough {
				words, part = 0, part+1
				number := fmt.Sprintf("%d.%d", n+1, part)
				out = append(out, search.Text{
					Kind: search.Section, Heading: number + ". " + title,
					Page: fmt.Sprintf("rozdzial/r%d.html", n/10+1), Anchor: "roz-" + number,
				})
			}
			t := &out[len(out)-1]
			t.Paragraphs = append(t.Paragraphs, p)
			words += len(strings.Fields(p))
		}
	}
	for i, name := range Names() {
		t := &out[NamePlace(i)]
		t.Paragraphs = append(t.Paragraphs, name.Sentence)
	}
	return out
}

// Queries are the queries, in the order in which they were derived.
func Queries() ([]Query, error) {
	var out []Query
	for line := range strings.Lines(read("zapytania.tsv")) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("queries: %q", line)
		}
		q := Query{Kind: f[0], Test: f[1] == "test", Text: f[2]}
		for _, g := range strings.Fields(f[3]) {
			n, err := strconv.Atoi(g)
			if err != nil {
				return nil, err
			}
			q.Gold = append(q.Gold, n)
		}
		out = append(out, q)
	}
	return out, nil
}
