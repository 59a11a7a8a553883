package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/fictional"
	"strategia/internal/site"
)

// diagnosticsTo is where diagnostics go: for people beside the output, for
// programs as the output.
func (p *program) diagnosticsTo(format string) io.Writer {
	if format == "text" {
		return p.err
	}
	return p.out
}

func explainCommand(_ context.Context, p *program) int {
	if code, ok := p.parse(1); !ok {
		return code
	}
	if len(p.args) == 0 {
		diag.ExplainAll(p.out, p.lang)
		return exitClean
	}
	switch p.args[0] {
	case "layouts":
		site.WriteLayoutReference(p.out)
		return exitClean
	case "reference":
		writeReference(p.out, p.lang)
		return exitClean
	}
	code := strings.Trim(p.args[0], "[]:.,") // as it stands in a message
	if code != "" && strings.Trim(code, "0123456789") == "" {
		code = "S" + code
	}
	if diag.Find(code) == nil {
		return p.usage(p.say("unknown-code", p.args[0]))
	}
	diag.Explain(p.out, code, p.lang)
	return exitClean
}

func newCommand(_ context.Context, p *program) int {
	if code, ok := p.parse(1); !ok {
		return code
	}
	if len(p.args) == 0 {
		return p.usage(p.say("need-dir"))
	}
	if err := fictional.Write(p.args[0]); err != nil {
		return p.fail(err)
	}
	fmt.Fprintln(p.out, p.say("made-site", p.args[0]))
	return exitClean
}
