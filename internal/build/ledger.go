package build

import (
	"bytes"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/site"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// The ledger remembers every id that was ever published, one a line, ordered.
// It stands beside the text and is kept under version control with it, so that
// an id that vanishes is noticed before its readers notice.

// ledger is the ids of the file, each with the offset of its line.
type ledger struct {
	file *source.File
	ids  []string
	at   map[string]int
}

func (s *Session) readLedger() ledger {
	f, err := s.tree.Read(LedgerPath)
	if err != nil {
		return ledger{}
	}
	l := ledger{file: f}
	for line := range strings.Lines(string(f.Bytes)) {
		if id := strings.TrimSpace(line); id != "" && id[0] != '#' {
			l.ids = append(l.ids, id)
		}
	}
	return l
}

// span is the place of an id in the ledger's file.
func (l *ledger) span(id string) source.Span {
	if l.at == nil {
		l.at = map[string]int{}
		off := 0
		for line := range strings.Lines(string(l.file.Bytes)) {
			l.at[strings.TrimSpace(line)] = off
			off += len(line)
		}
	}
	off := l.at[id]
	return source.Span{Path: LedgerPath, Start: off, End: off + len(id)}
}

// checkLedger reports ids that were published and lead nowhere now, and retired
// ids that are alive.
func (b *Build) checkLedger() {
	l := b.session.readLedger()
	current := b.Site.Published()
	slices.Sort(current)
	for _, id := range l.ids {
		if _, found := slices.BinarySearch(current, id); found || b.Site.Answers(id) {
			continue
		}
		if !wellFormed(id) {
			b.add(diag.New(diag.LedgerBroken, l.span(id), id))
			continue
		}
		d := diag.New(diag.IDVanished, l.span(id), id)
		if near, ok := diag.Nearest(id, current); ok {
			d = d.With(diag.HintNearest, near)
		}
		b.add(d)
	}
	for _, gone := range b.Strategy.Index.Strategy.Retired {
		if _, found := slices.BinarySearch(current, gone.ID); found {
			b.add(diag.New(diag.RetiredAlive, b.Strategy.Index.At(gone.Key), gone.ID))
		}
	}
}

func wellFormed(id string) bool {
	scheme, rest, ok := strings.Cut(id, ":")
	return ok && rest != "" && strategy.KindOf(scheme) != strategy.KindNone && !strings.ContainsAny(rest, " \t")
}

// nextLedger is the ledger with all that this build publishes; nil if it is so
// already.
func (b *Build) nextLedger() []byte {
	l := b.session.readLedger()
	all := append(slices.Clone(l.ids), b.Site.Published()...)
	slices.Sort(all)
	all = slices.Compact(all)
	text := []byte(ledgerHead(b.Site.Words()) + strings.Join(all, "\n") + "\n")
	if l.file != nil && bytes.Equal(text, l.file.Bytes) {
		return nil
	}
	return text
}

func ledgerHead(w *site.Words) string { return "# " + w.Get("ledger") + "\n" }
