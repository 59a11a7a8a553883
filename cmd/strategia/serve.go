package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"time"

	"strategia/internal/diag"
	"strategia/internal/preview"
	"strategia/internal/source"
)

func serveCommand(ctx context.Context, p *program) int {
	var addr, host, base, editor string
	var open bool
	o := preview.Options{Lang: p.lang}
	p.flags.StringVar(&addr, "addr", preview.DefaultAddr, "")
	p.flags.StringVar(&host, "host", "", "")
	p.flags.StringVar(&base, "base-url", "", "")
	p.flags.StringVar(&editor, "editor", "", "")
	p.flags.BoolVar(&open, "open", false, "")
	p.flags.BoolVar(&o.Follow, "follow", false, "")
	p.flags.BoolVar(&o.Poll, "poll", false, "")
	if code, ok := p.parse(1); !ok {
		return code
	}
	base, ok := baseURL(base)
	if !ok {
		return p.usage(p.say("bad-base", base))
	}
	o.Dir, o.BaseURL, o.Addr = p.dir(), base, addr
	if host != "" {
		_, port, err := net.SplitHostPort(addr)
		if err != nil {
			return p.usage(p.say("bad-addr", addr))
		}
		o.Addr, o.Public = net.JoinHostPort(strings.Trim(host, "[]"), port), true
	}
	var err error
	if o.Editor, err = preview.NewEditor(editor, os.Getenv); err != nil {
		return p.usage(p.say("bad-editor", editor))
	}
	o.Log = func(e preview.Event) { p.event(e, open) }
	if err := preview.Serve(ctx, o); err != nil && !errors.Is(err, context.Canceled) {
		return p.fail(err)
	}
	return exitClean
}

// event says what the preview did, and opens the browser once there is something
// to see.
func (p *program) event(e preview.Event, open bool) {
	switch e := e.(type) {
	case preview.Started:
		leaveRoom()
		if e.Taken != "" {
			fmt.Fprintln(p.out, p.say("port-taken", e.Taken))
		}
		if e.Public {
			fmt.Fprintln(p.err, p.say("public-preview"))
		}
		fmt.Fprintln(p.out, p.say("serving", e.URL))
		fmt.Fprintln(p.out, p.say("status-page", e.Status))
		if !open {
			return
		}
		if err := preview.OpenBrowser(e.URL); err != nil {
			fmt.Fprintln(p.err, p.say("no-browser", e.URL))
		}
	case preview.Rebuilt:
		fmt.Fprintf(p.out, "%s  %s\n", time.Now().Format(time.TimeOnly), p.rebuilt(e))
		p.printDiagnostics(e.Build.Diagnostics, e.File)
	case preview.Broken:
		p.printDiagnostics([]diag.Diagnostic{e.Diagnostic}, e.File)
	case preview.Polling:
		fmt.Fprintln(p.err, p.say("polling"))
	case preview.Failed:
		p.fail(e.Err)
	}
}

// leaveRoom lets a small site's garbage wait: a collection while an edit is on its
// way to the screen costs more time than all of the edit. There is room for that
// of some dozen edits, whatever the site's size.
func leaveRoom() {
	const room = 64 << 20
	runtime.GC()
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(int(min(max(room*100/max(live[0].Value.Uint64(), 1), 100), 1000)))
}

// rebuilt is the line about one build of the preview: what changed, and how the
// preview is.
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
	h := e.Health
	return s + fmt.Sprintf(" (%s, %s, %d MB)", p.count(h.Files, "plik", "pliki", "plików", "file", "files"),
		p.say("in-memory", p.count(h.Artefacts, "strona", "strony", "stron", "page", "pages")), h.Memory/1e6)
}

// printDiagnostics prints what an editor has to act on, with the meaning of each
// rule, as the pages show it; notes are for check.
func (p *program) printDiagnostics(ds []diag.Diagnostic, file func(string) *source.File) {
	var urgent []diag.Diagnostic
	for _, d := range ds {
		if d.Severity != diag.Note {
			urgent = append(urgent, d)
		}
	}
	printer := p.printer(file)
	printer.Explain = true
	if err := printer.Print(p.err, "text", urgent); err != nil {
		p.fail(err)
	}
}
