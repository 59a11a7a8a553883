package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"strategia/internal/build"
	"strategia/internal/search"
)

// The sizes of an answer: as many results as fit on a screen, excerpts of a line
// or two.
const (
	resultsShown = 20
	wordsShown   = 30
	wordsAsked   = 50 // with the folder
)

// searchCommand answers a query from the same files as the site's search box.
func searchCommand(ctx context.Context, p *program) int {
	var asJSON bool
	p.flags.BoolVar(&asJSON, "json", false, "")
	if code, ok := p.parse(wordsAsked); !ok {
		return code
	}
	if len(p.args) < 2 {
		return p.usage(p.say("need-query"))
	}
	if len(p.args) > 2 {
		return p.usage(p.say("quote-query", strings.Join(p.args[1:], " ")))
	}
	var parts []*search.Index
	err := p.built(ctx, func(b *build.Build) error {
		for _, name := range b.Site.SearchFiles() {
			file, err := b.Make(name)
			if err != nil {
				return err
			}
			parts = append(parts, search.Open(search.Stream(file)))
		}
		return nil
	})
	if err != nil {
		return p.fail(err)
	}
	out := search.Answer(parts, p.args[1], resultsShown, wordsShown)
	if asJSON {
		return p.printJSON(out)
	}
	p.printOutcome(out)
	return exitClean
}

// built calls f with the folder as it is now, whatever mistakes it has.
func (p *program) built(ctx context.Context, f func(b *build.Build) error) error {
	s, err := build.NewSession(build.Options{Dir: p.dir()})
	if err != nil {
		return err
	}
	defer s.Close()
	b, err := s.Update(ctx)
	if err != nil {
		return err
	}
	return f(b)
}

// kindNames are the kinds of results as programs read them.
var kindNames = map[search.Kind]string{
	search.Goal: "goal", search.Section: "section", search.Document: "document", search.Unit: "unit", search.Term: "term",
	search.Indicator: "indicator", search.Action: "action", search.Other: "other",
}

func (p *program) printJSON(o search.Outcome) int {
	type result struct {
		Kind    string  `json:"kind"`
		Heading string  `json:"heading"`
		Address string  `json:"address"`
		Excerpt string  `json:"excerpt"`
		Score   float64 `json:"score"`
	}
	out := struct {
		Instead string   `json:"instead,omitempty"`
		Absent  []string `json:"absent,omitempty"`
		Results []result `json:"results"`
	}{o.Instead, o.Absent, []result{}}
	for _, r := range o.Results {
		out.Results = append(out.Results, result{kindNames[r.Kind], r.Heading, r.Address, excerpt(r, "", ""), r.Score})
	}
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(out); err != nil {
		return p.fail(err)
	}
	return exitClean
}

func (p *program) printOutcome(o search.Outcome) {
	if o.Instead != "" {
		fmt.Fprintln(p.out, p.say("instead", o.Instead))
	}
	if len(o.Absent) > 0 {
		fmt.Fprintln(p.out, p.say("absent", strings.Join(o.Absent, ", ")))
	}
	if len(o.Results) == 0 {
		fmt.Fprintln(p.out, p.say("nothing-found"))
	}
	for i, r := range o.Results {
		fmt.Fprintf(p.out, "%d. %s\n   %s\n", i+1, r.Heading, r.Address)
		if text := excerpt(r, "*", "*"); text != "" {
			fmt.Fprintf(p.out, "   %s\n", text)
		}
	}
}

// excerpt is a result's excerpt in a line, hits between two marks.
func excerpt(r search.Result, open, end string) string {
	var b strings.Builder
	for _, piece := range r.Excerpt {
		if piece.Hit {
			b.WriteString(open + piece.Text + end)
		} else {
			b.WriteString(piece.Text)
		}
	}
	return strings.TrimSpace(b.String())
}

// listWords prints the words that no source of the search knows, so that an editor
// sees typing errors and the names to put into the glossary.
func (p *program) listWords(ctx context.Context) int {
	err := p.built(ctx, func(b *build.Build) error {
		const places = 3
		for _, w := range b.Site.UnknownWords() {
			fmt.Fprintf(p.out, "%s\t%s\n", w.Word, strings.Join(w.Places[:min(len(w.Places), places)], " "))
		}
		return nil
	})
	if err != nil {
		return p.fail(err)
	}
	return exitClean
}
