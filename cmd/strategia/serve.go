package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"strategia/internal/diag"
	"strategia/internal/preview"
	"strategia/internal/source"
)

func serveCommand(ctx context.Context, p *program) int {
	var addr, base string
	p.flags.StringVar(&addr, "addr", preview.DefaultAddr, "")
	p.flags.StringVar(&base, "base-url", "", "")
	if code, ok := p.parse(1); !ok {
		return code
	}
	base, ok := baseURL(base)
	if !ok {
		return p.usage(p.say("bad-base", base))
	}
	err := preview.Serve(ctx, preview.Options{
		Dir: p.dir(), Addr: addr, BaseURL: base, Lang: p.lang, Log: p.event,
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		return p.fail(err)
	}
	return exitClean
}

// event says what the preview did.
func (p *program) event(e preview.Event) {
	switch e := e.(type) {
	case preview.Started:
		if e.Taken != "" {
			fmt.Fprintln(p.out, p.say("port-taken", e.Taken))
		}
		fmt.Fprintln(p.out, p.say("serving", e.URL))
	case preview.Rebuilt:
		fmt.Fprintf(p.out, "%s  %s\n", time.Now().Format(time.TimeOnly), p.rebuilt(e))
		p.printDiagnostics(e.Build.Diagnostics, e.File)
	case preview.Broken:
		p.printDiagnostics([]diag.Diagnostic{e.Diagnostic}, e.File)
	case preview.Failed:
		p.fail(e.Err)
	}
}

// rebuilt is the line about one build of the preview.
func (p *program) rebuilt(e preview.Rebuilt) string {
	s := p.say("rebuilt", p.duration(e.Took))
	if len(e.Changed) == 1 {
		s += ": " + e.Changed[0]
	} else if len(e.Changed) > 1 {
		s += ": " + p.count(len(e.Changed), "plik", "pliki", "plików", "file", "files")
	}
	if e.Stale {
		s += "; " + p.say("stale")
	}
	return s
}

// printDiagnostics prints what an editor has to act on; notes are for check.
func (p *program) printDiagnostics(ds []diag.Diagnostic, file func(string) *source.File) {
	var urgent []diag.Diagnostic
	for _, d := range ds {
		if d.Severity != diag.Note {
			urgent = append(urgent, d)
		}
	}
	printer := p.printer(file)
	if err := printer.Print(p.err, "text", urgent); err != nil {
		p.fail(err)
	}
}
