package strategy

import (
	"maps"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// resolve follows every reference of every file, reports those that lead
// nowhere, and notes the mentions. Files left out for a taken id are followed
// too, so that all their mistakes are told at once.
func (l *linker) resolve(of *Linker, all []*Entry) {
	links := 0
	for _, e := range l.entries {
		links += len(e.Links)
	}
	targets := make([]thing, 0, links)
	of.found, of.open = map[int32][]diag.Diagnostic{}, map[int32]bool{}
	for i, e := range l.entries {
		l.diags, l.open = nil, false
		l.frontMatter(e)
		for j := range e.Links {
			targets = append(targets, l.body(e, &e.Links[j]))
		}
		of.note(int32(i), l)
	}
	l.diags = nil
	for _, e := range all {
		if l.at(e) >= 0 {
			continue
		}
		l.frontMatter(e)
		for i := range e.Links {
			l.body(e, &e.Links[i])
		}
	}
	of.outside = l.diags
	l.gather(targets)
}

// note keeps what was found in entry i.
func (l *Linker) note(i int32, in *linker) {
	if in.diags != nil {
		l.found[i] = in.diags
	}
	if in.open {
		l.open[i] = true
	}
}

// body follows one link of a body and returns what it mentions.
func (l *linker) body(e *Entry, link *Link) thing {
	t, ok := l.Resolve(e, *link)
	if t.Entry == nil && link.Kind == KindNone {
		_, source := SourcePath(e, link.Target)
		l.open = l.open || source
	}
	if !ok && link.Kind != KindNone {
		l.lost(link.Ref(), link.Fragment, t, e, e.In(link.Start, link.End))
	}
	n := l.mentionIn(e, t)
	if n >= 0 && ok && link.Kind != KindNone && link.Kind != KindSection && t.Goal < 0 && t.Term < 0 && t.Entry.ID != link.Target {
		l.report(diag.New(diag.AliasUsed, e.In(link.Start, link.End), link.Ref().String(), t.Entry.Ref().String()))
	}
	return n
}

// mentioned returns what a link mentions.
func (s *Strategy) mentioned(e *Entry, link *Link) thing {
	t, _ := s.Resolve(e, *link)
	return s.mentionIn(e, t)
}

// mentionIn returns what a link of e to the target mentions: nothing mentions
// itself.
func (s *Strategy) mentionIn(e *Entry, t Target) thing {
	if t.Entry == nil || t.Entry == e && t.Term < 0 {
		return -1
	}
	return s.mentionable(t)
}

// frontMatter follows the references of a file's front matter.
func (l *linker) frontMatter(e *Entry) {
	switch e.Kind {
	case KindChapter:
		for _, r := range e.Chapter.Goals {
			l.follow(e, r)
		}
		l.follow(e, e.Chapter.Owner)
		if im := e.Chapter.Implementation; im != nil {
			for _, r := range im.refs() {
				l.follow(e, r)
			}
		}
	case KindGoal:
		l.follow(e, e.Goal.Parent)
		l.follow(e, e.Goal.Owner)
		for _, u := range e.Goal.Units {
			l.follow(e, u.Unit)
		}
	case KindDocument:
		l.follow(e, e.Document.Parent)
		for i := range e.Document.Goals {
			for _, m := range e.Document.Goals[i].Maps {
				l.follow(e, m.Goal)
			}
		}
	case KindUnit:
		l.follow(e, e.Unit.Parent)
	}
	for _, r := range e.ties() {
		l.follow(e, r)
	}
}

func (l *linker) follow(e *Entry, r Ref) {
	if r.ID == "" {
		return
	}
	r2 := Ref{Kind: r.Kind, ID: r.ID}
	t, ok := l.Find(r2, "")
	if !ok {
		l.lost(r2, "", t, e, e.At(r.Key))
	} else if t.Entry.ID != r.ID && t.Goal < 0 && t.Term < 0 {
		l.report(diag.New(diag.AliasUsed, e.At(r.Key), r2.String(), t.Entry.Ref().String()))
	}
}

var unknown = map[Kind]diag.Code{
	KindGoal: diag.GoalUnknown, KindSection: diag.SectionUnknown, KindDocument: diag.DocumentUnknown,
	KindUnit: diag.UnitUnknown, KindTerm: diag.TermUnknown, KindIndicator: diag.IndicatorUnknown, KindAction: diag.ActionUnknown, KindChapter: diag.ChapterUnknown,
}

// lost reports a reference that leads nowhere.
func (l *linker) lost(r Ref, fragment string, t Target, e *Entry, at source.Span) {
	about := r.String()
	if t.Entry != nil && fragment != "" {
		l.lostFragment(fragment, t.Entry, at)
		return
	}
	if r.Kind == KindSection {
		if places := l.Sections(r.ID); len(places) > 1 {
			l.ambiguous(r, places, at)
			return
		}
		if fragment != "" {
			about += "#" + fragment
		}
	}
	code, ok := unknown[r.Kind]
	if !ok {
		return
	}
	d := diag.New(code, at, strings.TrimPrefix(about, r.Kind.Scheme()+":")).Concerning(about)
	if near := l.near.nearest(l.Strategy, r); near != "" {
		d = d.With(diag.HintNearest, near)
	}
	l.report(d)
}

func (l *linker) lostFragment(fragment string, in *Entry, at source.Span) {
	about := in.Ref().String() + "#" + fragment
	if in.Kind == KindDocument {
		d := diag.New(diag.DocumentGoalUnknown, at, in.ID, fragment).Concerning(about)
		var ids []string
		for i := range in.Document.Goals {
			ids = append(ids, in.Document.Goals[i].ID)
		}
		if near, ok := diag.Nearest(fragment, ids); ok {
			d = d.With(diag.HintNearest, in.Ref().String()+"#"+near)
		}
		l.report(d)
		return
	}
	l.report(FragmentUnknown(fragment, in, at))
}

// FragmentUnknown returns the diagnostic of a fragment that the page of an
// entry does not have, with the nearest one that it has.
func FragmentUnknown(fragment string, in *Entry, at source.Span) diag.Diagnostic {
	d := diag.New(diag.FragmentUnknown, at, fragment, in.Path).Concerning(in.Ref().String() + "#" + fragment)
	if near, ok := diag.Nearest(fragment, in.Anchors); ok {
		return d.With(diag.HintNearest, "#"+near)
	}
	return d
}

func (l *linker) ambiguous(r Ref, places []Target, at source.Span) {
	d := diag.New(diag.SectionAmbiguous, at, r.ID).Concerning(r.String())
	for _, t := range places[:min(len(places), 3)] {
		full := "sec:" + t.Entry.ID
		span := t.Entry.At("number")
		if t.Section >= 0 {
			full += "#" + t.Anchor
			sec := t.Entry.Sections[t.Section]
			span = t.Entry.In(sec.Start, sec.End)
		}
		d = d.At(diag.HintWrite, span, full)
	}
	l.report(d)
}

// namer finds the nearest known name. It remembers its answers and gives up
// after enough questions, because a site in which thousands of references are
// broken has one cause that hints do not show.
type namer struct {
	asked map[Ref]string
	// before are answers that were given for the strategy before and hold.
	before map[Ref]string
	known  [KindTerm + 1][]string
}

const mostHints = 100

func (n *namer) nearest(s *Strategy, r Ref) string {
	if near, ok := n.asked[r]; ok || len(n.asked) >= mostHints {
		return near
	}
	if n.asked == nil {
		n.asked = map[Ref]string{}
	}
	near, ok := n.before[r]
	if !ok {
		if n.known[r.Kind] == nil {
			n.known[r.Kind] = s.names(r.Kind)
		}
		near, _ = diag.Nearest(r.ID, n.known[r.Kind])
	}
	n.asked[r] = near
	return near
}

// again returns a namer for the strategy after changes of the names of some kinds.
func (n *namer) again(changed ...Kind) namer {
	next := namer{before: n.asked, known: n.known}
	if len(changed) > 0 {
		next.before = maps.Clone(n.asked)
		maps.DeleteFunc(next.before, func(r Ref, _ string) bool { return slices.Contains(changed, r.Kind) })
	}
	for _, k := range changed {
		next.known[k] = nil
	}
	return next
}

// names returns what may stand behind a scheme.
func (s *Strategy) names(k Kind) []string {
	var out []string
	if k == KindTerm {
		for _, t := range s.Terms {
			out = append(out, t.ID)
		}
		return out
	}
	of := k
	if k == KindSection {
		of = KindChapter
	}
	for _, e := range s.all {
		if e.Kind == of {
			out = append(out, e.ID)
		}
		if k == KindSection && e.Kind == KindChapter {
			for i := range e.Sections {
				out = append(out, e.Sections[i].Anchor)
				if n := e.Sections[i].cite(); n != "" {
					out = append(out, n)
				}
			}
		}
	}
	return out
}
