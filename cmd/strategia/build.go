package main

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"strategia/internal/build"
	"strategia/internal/diag"
	"strategia/internal/markdown"
	"strategia/internal/source"
)

func buildCommand(ctx context.Context, p *program) int {
	var out, base string
	var why, asJSON, strict, compress bool
	p.flags.StringVar(&out, "o", "", "")
	p.flags.StringVar(&base, "base-url", "", "")
	p.flags.BoolVar(&why, "why", false, "")
	p.flags.BoolVar(&asJSON, "json", false, "")
	p.flags.BoolVar(&strict, "strict", false, "")
	p.flags.BoolVar(&compress, "compress", false, "")
	if code, ok := p.parse(1); !ok {
		return code
	}
	if base, ok := baseURL(base); !ok {
		return p.usage(p.say("bad-base", base))
	}
	if out == "" {
		out = filepath.Join(p.dir(), "public")
	}
	format := "text"
	if asJSON {
		format = "json"
	}
	base, _ = baseURL(base)
	return p.run(ctx, format, build.Options{BaseURL: base, Stamp: true, Compress: compress}, build.Output{Dir: out, Strict: strict, Why: why})
}

func checkCommand(ctx context.Context, p *program) int {
	var format string
	var strict, words bool
	p.flags.BoolVar(&words, "words", false, "")
	p.flags.StringVar(&format, "format", "text", "")
	p.flags.BoolVar(&strict, "strict", false, "")
	if code, ok := p.parse(1); !ok {
		return code
	}
	if format != "text" && format != "json" && format != "github" {
		return p.usage(p.say("bad-format", format))
	}
	if words {
		return p.listWords(ctx)
	}
	return p.run(ctx, format, build.Options{Stamp: true, Reading: true}, build.Output{Strict: strict})
}

// baseURL completes an address with its last slash; only http and https will do.
func baseURL(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return s, false
	}
	return strings.TrimSuffix(s, "/") + "/", true
}

// run builds the site once and says what came of it.
func (p *program) run(ctx context.Context, format string, opts build.Options, out build.Output) int {
	spendMemory()
	start := time.Now()
	progress := p.progress()
	opts.Dir, opts.Once, opts.Progress = p.dir(), true, progress.show
	s, err := build.NewSession(opts)
	if err != nil {
		return p.fail(err)
	}
	defer s.Close()
	report, err := s.Run(ctx, out)
	if err == nil && format != "text" && report.Recognised && report.Warnings+report.Notes > 0 {
		// A program is told all there is to say, whether or not it was said before.
		report, err = s.Run(ctx, build.Output{Strict: out.Strict})
	}
	progress.clear()
	if err != nil {
		return p.fail(err)
	}
	if err := p.printer(s.File).Print(p.diagnosticsTo(format), format, report.Diagnostics); err != nil {
		return p.fail(err)
	}
	for _, r := range report.Why {
		p.printReason(r)
	}
	if format == "text" {
		p.printSummary(report, out.Dir, time.Since(start))
	}
	if report.Failed {
		return exitAuthor
	}
	return exitClean
}

// printer prints diagnostics with excerpts from the files that file gives.
func (p *program) printer(file func(string) *source.File) *diag.Printer {
	return &diag.Printer{
		Lang: p.lang, Colour: isTerminal(p.err) && os.Getenv("NO_COLOR") == "",
		File:   file,
		Locate: func(f *source.File, key string) (int, int) { return markdown.Locate(f, key) },
	}
}

func (p *program) printReason(r build.Reason) {
	if r.New {
		fmt.Fprintf(p.out, "%s\n  %s\n", r.Path, p.say("why-new"))
		return
	}
	fmt.Fprintln(p.out, r.Path)
	for _, f := range r.Facts {
		fmt.Fprintf(p.out, "  %s\n", f)
	}
}
