package site

import (
	"strconv"
	"strings"
	"sync"

	"strategia/internal/strategy"
)

// factSum works out what a fact says in this build, by its name alone. It is the
// counterpart of the recorder's methods: what they hand out must be covered here.
func (s *Site) factSum(n FactName) Sum {
	var d digest
	d.add(n.Kind.String(), n.Arg)
	switch n.Kind {
	case FactSource:
		sum := s.in.Sum(n.Arg)
		d.add(string(sum[:]), s.Words().Lang)
	case FactCard:
		s.sumCard(&d, n.Arg)
	case FactMentions:
		s.sumMentions(&d, n.Arg)
	case FactRowsOf:
		s.sumRowsOf(&d, n.Arg)
	case FactChildren:
		d.entries(s.s.Children(s.entry(strategy.KindGoal, n.Arg)))
	case FactAround:
		s.sumAround(&d, n.Arg)
	case FactChaptersOf:
		d.entries(s.s.ChaptersOf(s.entry(strategy.KindGoal, n.Arg)))
	case FactRoles:
		s.sumRoles(&d, n.Arg)
	case FactUnder:
		ref, _, _ := reference(n.Arg)
		d.entries(s.s.Under(s.entry(ref.Kind, ref.ID)))
	case FactList:
		sum := s.lists[strategy.KindOf(n.Arg)]()
		d.add(string(sum[:]))
	case FactImplementation:
		if e, _ := s.s.Implementation(); e != nil {
			d.add(e.Path)
		}
	case FactDocument:
		s.doc.digest(&d)
	case FactChrome:
		c := s.chrome[min(len(n.Arg), 1)]
		d.add(c.header, c.footer, c.chapters, c.goals)
	case FactLayout:
		if set := s.in.Layouts.sets[n.Arg]; set != nil {
			d.add(string(set.sum[:]))
		}
	case FactTerms:
		sum := s.terms.sum()
		d.add(string(sum[:]))
	case FactFile:
		f, ok := s.in.Files[n.Arg]
		d.flag(ok)
		d.add(string(f.Sum[:]))
	case FactSearch:
		s.sumSearch(&d, n.Arg)
	case FactWords:
		s.sumWords(&d, n.Arg)
	case FactTagged, FactCover, FactVersions, FactTies, FactNewest, FactReviewed, FactState, FactJudgement, FactStale, FactYear, FactChanges, FactStakes:
		s.sumService(&d, n)
	case FactElements:
		s.sumElements(&d)
	case FactPlan:
		sum := s.plan.sum()
		d.add(string(sum[:]))
	}
	return d.sum()
}

// sumService covers the facts of what serves readers beyond the document's text.
func (s *Site) sumService(d *digest, n FactName) {
	switch n.Kind {
	case FactTagged:
		s.sumTagged(d, n.Arg)
	case FactCover:
		s.sumCover(d, n.Arg)
	case FactVersions:
		s.sumVersions(d, n.Arg)
	case FactTies, FactNewest, FactReviewed, FactState, FactJudgement, FactStale, FactYear, FactChanges, FactStakes:
		s.sumMonitoring(d, n)
	}
}

// sumCover covers how much covers a goal.
func (s *Site) sumCover(d *digest, goal string) {
	if e := s.entry(strategy.KindGoal, goal); e != nil {
		for _, k := range s.cover(e) {
			d.add(itoa(k))
		}
	}
}

// sumMonitoring covers what is handed out of indicators and actions.
func (s *Site) sumMonitoring(d *digest, n FactName) {
	switch n.Kind {
	case FactTies:
		s.sumTies(d, n.Arg)
	case FactNewest:
		d.add(itoa(s.newest()))
	case FactReviewed:
		d.add(string(s.reviewed()))
	case FactState:
		s.sumState(d, n.Arg)
	case FactYear:
		year, _ := strconv.Atoi(n.Arg)
		s.sumYear(d, year)
	case FactChanges:
		for _, e := range s.newestChanges() {
			s.sumEvent(d, &e)
		}
	case FactJudgement, FactStale:
		e := s.entry(strategy.KindIndicator, n.Arg)
		switch {
		case e == nil:
		case n.Kind == FactStale:
			d.add(itoa(e.Indicator.StaleSince(s.newest())))
		default:
			d.add(string(e.Indicator.Progress().Status))
		}
	case FactStakes:
		s.sumStakes(d, n.Arg)
	}
}

// sumLists sums up, when it is asked for, which entities of a kind there are.
func (s *Site) sumLists() *[strategy.KindTerm + 1]func() Sum {
	var sums [strategy.KindTerm + 1]func() Sum
	for i := range sums {
		// Not s is kept but the list, as these sums outlive the site.
		kind, list, terms := strategy.Kind(i), s.list(strategy.Kind(i)), s.s.Terms
		sums[i] = sync.OnceValue(func() Sum {
			var d digest
			d.entries(list)
			if kind == strategy.KindGlossary {
				for _, t := range terms {
					d.add(t.ID)
				}
			}
			return d.sum()
		})
	}
	return &sums
}

func (d *digest) entries(es []*strategy.Entry) {
	for _, e := range es {
		d.add(e.Kind.Scheme(), e.ID)
	}
}

// entry returns the entity of a kind with the id, or nil.
func (s *Site) entry(kind strategy.Kind, id string) *strategy.Entry {
	if t, ok := s.s.Find(strategy.Ref{Kind: kind, ID: id}, ""); ok && id != "" {
		return t.Entry
	}
	return nil
}

func (s *Site) sumCard(d *digest, arg string) {
	var t strategy.Target
	ok := false
	if file, isFile := strings.CutPrefix(arg, "file:"); isFile {
		t, ok = s.s.FindFile(file, "")
	} else if ref, fragment, isRef := reference(arg); isRef {
		t, ok = s.s.Find(ref, fragment)
	}
	d.flag(ok)
	if ok {
		s.digestTarget(d, t)
	}
}

// digestTarget covers all that a card may show.
func (s *Site) digestTarget(d *digest, t strategy.Target) {
	c := s.s.Card(t)
	d.add(c.Kind.Scheme(), c.ID, c.Number, c.Title, c.Short, c.Level, c.Section, c.Doc, t.Entry.Missing, t.Entry.Lang, s.address(t), s.cite(t))
	d.flag(c.Missing)
	d.flag(programme(t.Entry))
	if t.Entry.Kind == strategy.KindGoal {
		level, depth := s.s.LevelOf(t.Entry)
		d.add(level.ID, level.Title, string(rune('0'+depth)))
	}
}

func (s *Site) sumMentions(d *digest, arg string) {
	ref, _, _ := reference(arg)
	for _, at := range s.s.Mentions(ref) {
		t := strategy.Target{Ref: at.Entry.Ref(), Entry: at.Entry, Section: at.Section, Goal: -1, Term: -1}
		d.add(s.address(t), s.mentionText(t), s.cite(t), at.Entry.Lang)
	}
}

func (s *Site) sumRowsOf(d *digest, goal string) {
	e := s.entry(strategy.KindGoal, goal)
	if e == nil {
		return
	}
	for _, row := range s.s.RowsOf(e) {
		g := row.Document.Document.Goals[row.Goal]
		d.add(row.Document.ID, string(row.Document.Document.Level), g.ID, g.Number, g.Title, g.Text, g.None, g.Unknown)
		if row.Map >= 0 {
			c := g.Maps[row.Map]
			d.add(string(c.Kind), c.Rationale, c.Text, c.Author, string(c.Date))
		}
	}
}

func (s *Site) sumAround(d *digest, id string) {
	e := s.entry(strategy.KindChapter, id)
	if e == nil {
		return
	}
	prev, next := s.s.Around(e)
	for _, n := range []*strategy.Entry{prev, next, s.s.ChapterParent(e)} {
		d.flag(n != nil)
		if n != nil {
			d.add(n.ID)
		}
	}
	d.entries(s.s.ChapterUnder(e))
}

func (s *Site) sumRoles(d *digest, unit string) {
	e := s.entry(strategy.KindUnit, unit)
	if e == nil {
		return
	}
	for _, role := range s.s.RolesOf(e) {
		d.add(role.Role, string(role.Kind), role.Section)
		d.flag(role.Owner)
		d.sumDuties(&role)
		if role.Goal != nil {
			d.add("goal", role.Goal.ID)
		}
		if role.Chapter != nil {
			d.add("chapter", role.Chapter.ID)
		}
	}
}

// list returns the entities of a kind in the document's order.
func (s *Site) list(kind strategy.Kind) []*strategy.Entry {
	switch kind {
	case strategy.KindChapter:
		return s.s.Chapters
	case strategy.KindGoal:
		return s.s.Goals
	case strategy.KindDocument:
		return s.s.Documents
	case strategy.KindUnit:
		return s.s.Units
	case strategy.KindIndicator:
		return s.s.Indicators
	case strategy.KindAction:
		return s.s.Actions
	case strategy.KindGlossary:
		if s.s.Glossary != nil {
			return []*strategy.Entry{s.s.Glossary}
		}
	}
	return nil
}

// all returns the entities of a kind and notes which there are.
func (r *Recorder) all(kind strategy.Kind) []*strategy.Entry {
	r.note(FactList, kind.Scheme())
	return r.s.list(kind)
}
