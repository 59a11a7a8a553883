package preview

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"

	"strategia/internal/diag"
)

// nameOf returns a name of a list of diagnostics, "" for an empty one: another
// list has another.
func nameOf(ds []diag.Diagnostic) string {
	if len(ds) == 0 {
		return ""
	}
	h := sha256.New()
	for i := range ds {
		d := &ds[i]
		fmt.Fprintf(h, "%s %q %v %q %v\n", d.Code, d.Span.Path, d.Span, d.Args, d.Hints)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// serveProblems answers with the errors and warnings of the newest build, in the
// form that check prints for programs.
func (s *Server) serveProblems(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", mediaType(".json"))
	w.Header().Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	p := diag.Printer{Lang: s.opts.Lang, File: s.session.File}
	if err := p.Print(w, "json", s.current.Load().problems()); err != nil {
		s.log(Failed{fmt.Errorf("send the list of problems: %w", err)})
	}
}
