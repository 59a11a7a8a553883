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
	// lost are the ids that lead nowhere, with the nearest that there is.
	lost map[string]string
}

func (s *Session) readLedger() *ledger {
	l := &ledger{}
	f, err := s.tree.Read(LedgerPath)
	if err != nil {
		return l
	}
	l.file = f
	for line := range strings.Lines(string(f.Bytes)) {
		if id := strings.TrimSpace(line); id != "" && id[0] != '#' {
			l.ids = append(l.ids, id)
		}
	}
	return l
}

// same reports whether the ledger's file is as it was in another.
func (l *ledger) same(o *ledger) bool {
	return (l.file == nil) == (o.file == nil) && (l.file == nil || l.file.Sum == o.file.Sum)
}

// offset is the place of an id in the ledger's file.
func (l *ledger) offset(id string) (int, bool) {
	if l.at == nil {
		l.at = map[string]int{}
		if l.file != nil {
			off := 0
			for line := range strings.Lines(string(l.file.Bytes)) {
				l.at[strings.TrimSpace(line)] = off
				off += len(line)
			}
		}
	}
	off, ok := l.at[id]
	return off, ok
}

// check finds the ids that were published and lead nowhere in the site. Of a
// site that was made again it looks only at the ids that the changed entries no
// longer give, and at those that were lost before.
func (l *ledger) check(now, before *site.Site, s *strategy.Strategy, changes []strategy.Change) {
	ids, near := l.ids, map[string]string{}
	if before != nil {
		var moved bool
		if ids, moved = l.candidates(now, before, changes); !moved {
			near = l.lost
		}
	}
	l.lost = map[string]string{}
	ids = slices.Sorted(slices.Values(ids))
	var fresh *newcomers // found for the first that is lost
	for _, id := range ids {
		if now.Publishes(id) || now.Answers(id) {
			continue
		}
		name, known := near[id]
		if !known && wellFormed(id) {
			if fresh == nil {
				fresh = l.newcomers(now, s)
			}
			name = fresh.successor(id)
		}
		l.lost[id] = name
	}
}

// newcomers are the ids that were never published before: what is lost can only
// live on under one of them. To suggest another would lead its readers astray.
type newcomers struct {
	ids []string // ordered
	// named are those of entities by the id that their file's name would give
	// them; at those of places by their fragment, "" where several have it.
	named, at map[string]string
	asked     int
}

// mostSuggested bounds how many lost ids get a suggestion.
const mostSuggested = 200

func (l *ledger) newcomers(now *site.Site, s *strategy.Strategy) *newcomers {
	n := &newcomers{named: map[string]string{}, at: map[string]string{}}
	for _, id := range now.Published() {
		if _, noted := l.offset(id); !noted {
			n.ids = append(n.ids, id)
		}
	}
	slices.Sort(n.ids)
	n.ids = slices.Compact(n.ids)
	for _, id := range n.ids {
		if _, fragment, ok := strings.Cut(id, "#"); ok {
			if _, twice := n.at[fragment]; twice {
				id = ""
			}
			n.at[fragment] = id
		}
	}
	for _, e := range s.Entries() {
		named := strategy.Ref{Kind: e.Kind, ID: source.Stem(e.Path)}
		if id := e.Ref().String(); n.has(id) && named.ID != e.ID {
			n.named[named.String()] = id
		}
	}
	return n
}

func (n *newcomers) has(id string) bool {
	_, ok := slices.BinarySearch(n.ids, id)
	return ok
}

// successor is the newcomer that most likely took the place of a lost id, or "": the
// one in a file of that name, the one whose name goes on from it, the nearest of its
// kind; of a place within an entity the same place elsewhere.
func (n *newcomers) successor(id string) string {
	if n.asked++; n.asked > mostSuggested {
		return ""
	}
	entity, fragment, within := strings.Cut(id, "#")
	if !within {
		if name := n.named[id]; name != "" {
			return name
		}
		scheme, name, _ := strings.Cut(id, ":")
		of := n.from(scheme+":", false)
		if i := slices.IndexFunc(of, func(s string) bool { return strings.HasPrefix(s, name+"-") }); i >= 0 {
			return scheme + ":" + of[i]
		}
		if near, ok := diag.Nearest(name, of); ok {
			return scheme + ":" + near
		}
		return ""
	}
	for _, up := range []string{entity, n.successor(entity)} {
		if n.has(up + "#" + fragment) {
			return up + "#" + fragment
		}
		if near, ok := diag.Nearest(fragment, n.from(up+"#", true)); ok {
			return up + "#" + near
		}
	}
	return n.at[fragment]
}

// from are the rests of the ids that start with a text, those of places within
// entities or those of entities.
func (n *newcomers) from(start string, within bool) []string {
	var out []string
	i, _ := slices.BinarySearch(n.ids, start)
	for ; i < len(n.ids) && strings.HasPrefix(n.ids[i], start); i++ {
		if strings.Contains(n.ids[i], "#") == within {
			out = append(out, n.ids[i][len(start):])
		}
	}
	return out
}

// candidates are the ids that may be lost after the changes: those lost before
// and those that an entry had which now has others. moved says whether there is
// such an entry.
func (l *ledger) candidates(now, before *site.Site, changes []strategy.Change) (ids []string, moved bool) {
	for id := range l.lost {
		ids = append(ids, id)
	}
	for _, c := range changes {
		var had, has []string
		if c.Old != nil {
			had = before.PublishedBy(had, c.Old)
		}
		if c.New != nil {
			has = now.PublishedBy(has, c.New)
		}
		if slices.Equal(had, has) {
			continue
		}
		moved = true
		for _, id := range had {
			if _, noted := l.offset(id); noted {
				ids = append(ids, id)
			}
		}
	}
	return ids, moved
}

// checkLedger reports ids that were published and lead nowhere now, and retired
// ids that are alive. It says so too where something refers to what has vanished.
func (b *Build) checkLedger(l *ledger) {
	for i, d := range b.Diagnostics {
		_, id, _ := strings.Cut(d.About, ":")
		if _, lost := l.lost[d.About]; lost && d.Code[1] == '2' && d.Severity == diag.Error && !strings.Contains(id, "#") {
			b.Diagnostics[i] = d.With(diag.HintPublished, d.About, id)
		}
	}
	for id, near := range l.lost {
		off, _ := l.offset(id)
		at := source.Span{Path: LedgerPath, Start: off, End: off + len(id)}
		if !wellFormed(id) {
			b.add(diag.New(diag.LedgerBroken, at, id))
			continue
		}
		d := diag.New(diag.IDVanished, at, id)
		if near != "" {
			d = d.With(diag.HintNearest, near)
		}
		b.add(d)
	}
	for _, gone := range b.Strategy.Index.Strategy.Retired {
		if b.Site.Publishes(gone.ID) {
			b.add(diag.New(diag.RetiredAlive, b.Strategy.Index.At(gone.Key), gone.ID))
		}
		if gone.To != "" && !b.Site.Publishes(gone.To) {
			b.add(b.noSuccessor(gone))
		}
	}
}

// noSuccessor reports that what is said to have taken something's place isn't there.
func (b *Build) noSuccessor(gone strategy.Retired) diag.Diagnostic {
	d := diag.New(diag.RetiredTo, b.Strategy.Index.At(gone.Key+".to"), gone.To, gone.ID)
	if near, ok := diag.Nearest(gone.To, b.Site.Published()); ok {
		d = d.With(diag.HintNearest, near)
	}
	return d
}

func wellFormed(id string) bool {
	scheme, rest, ok := strings.Cut(id, ":")
	known := strategy.KindOf(scheme) != strategy.KindNone || slices.Contains(strategy.TagKinds, strategy.TagKind(scheme))
	return ok && rest != "" && known && !strings.ContainsAny(rest, " \t")
}

// nextLedger is the ledger with all that this build publishes; nil if it is so
// already.
func (b *Build) nextLedger() []byte {
	l := b.session.readLedger()
	all := append(l.ids, b.Site.Published()...)
	slices.Sort(all)
	all = slices.Compact(all)
	var text bytes.Buffer // of one size, as the ledger of a large site has megabytes
	head := ledgerHead(b.Site.Words())
	size := len(head) + len(all) + 1
	for _, id := range all {
		size += len(id)
	}
	text.Grow(size)
	text.WriteString(head)
	for i, id := range all {
		if i > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(id)
	}
	text.WriteByte('\n')
	if l.file != nil && bytes.Equal(text.Bytes(), l.file.Bytes) {
		return nil
	}
	return text.Bytes()
}

func ledgerHead(w *site.Words) string { return "# " + w.Get("ledger") + "\n" }
