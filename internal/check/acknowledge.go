package check

import (
	"cmp"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// Acknowledge applies the acknowledgements of the sources to the diagnostics:
// what an author acknowledged, in the same file and with a reason, becomes a
// note that carries the reason. It reports acknowledgements that are of no use.
// The diagnostics given should be all there are, those of parsing and linking
// too; they are not changed, the list returned is a new one.
func Acknowledge(s *strategy.Strategy, ds []diag.Diagnostic) []diag.Diagnostic {
	out := slices.Clone(ds)
	byPath := map[string][]*diag.Diagnostic{}
	for i := range out {
		byPath[out[i].Span.Path] = append(byPath[out[i].Span.Path], &out[i])
	}
	var own []diag.Diagnostic
	for _, e := range s.Entries() {
		for _, a := range e.Acks {
			if d, bad := acknowledge(e, a, byPath[e.Path]); bad {
				own = append(own, d)
			}
		}
	}
	return diag.Sort(settle(s, append(out, own...)))
}

// acknowledge applies one acknowledgement to the diagnostics of its file.
func acknowledge(e *strategy.Entry, a strategy.Ack, ds []*diag.Diagnostic) (d diag.Diagnostic, bad bool) {
	rule := diag.Find(a.Rule)
	at := e.At(join(a.Key, "rule"))
	switch {
	case a.Rule == "": // which was said when it was read
		return d, false
	case rule == nil:
		return diag.New(diag.AckUnknown, at, a.Rule), true
	case !diag.Acknowledgeable(rule.Code):
		return diag.New(diag.AckForbidden, at, string(rule.Code)), true
	case slices.ContainsFunc(ds, func(d *diag.Diagnostic) bool { return d.Code == diag.KeyRequired && d.Span.Key == a.Key }):
		return d, false
	case strings.TrimSpace(a.Reason) == "":
		return diag.New(diag.AckWithoutReason, at, string(rule.Code)), true
	}
	found := false
	for _, d := range ds {
		if d.Code == rule.Code && (a.About == "" || a.About == d.About) {
			found = true
			if d.Reason == "" {
				d.Severity, d.Reason = diag.Note, a.Reason
			}
		}
	}
	if found || !decidedHere(rule.Code) {
		return d, false
	}
	return diag.New(diag.AckUnused, at, string(rule.Code), cmp.Or(a.About, "–")), true
}

// decidedHere reports whether a rule has spoken by the time acknowledgements are
// applied; those about the built site (S5 to S7) speak later.
func decidedHere(code diag.Code) bool { return code[1] >= '1' && code[1] <= '4' }
