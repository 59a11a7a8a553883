package check_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"strategia/internal/check"
	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// random makes entries of few ids, numbers and anchors, so that they often
// refer to each other, by mistake too, and often clash.
type random struct {
	*rand.Rand
	tidy bool // links lead to one goal only, and nothing is wrong with them
}

func (r random) one(of ...string) string { return of[r.IntN(len(of))] }

func (r random) goal() string { return r.one("g0", "g1", "g1", "g1", "g2", "g3", "gx", "old") }

func (r random) ref(kind strategy.Kind, id string) strategy.Ref {
	return strategy.Ref{Kind: kind, ID: id, Key: "key"}
}

// entry makes what the file of a name may say.
func (r random) entry(name string) *strategy.Entry {
	e := &strategy.Entry{Path: "content/" + name + ".md", ID: name, Title: r.one("Cel gminy", "Cel wsi", "Inny cel", ""), Short: r.one("", "", "Skrót"), HasBody: r.IntN(9) > 0}
	if r.IntN(40) == 0 {
		e.Aliases = []string{r.one("old", "c5", "c6")}
	}
	if r.IntN(60) == 0 {
		e.ID = "c1" // which another has
	}
	switch name[0] {
	case 'i':
		e.Kind, e.ID, e.Path = strategy.KindStrategy, "", strategy.IndexPath
		e.Strategy = &strategy.Document{Status: strategy.Status(r.one("", "draft", "in-force")), Body: r.one("u0", "u1", ""), Horizon: strategy.Horizon{To: 2024 + r.IntN(4)}}
		if r.IntN(3) == 0 {
			e.Strategy.Gaps = []strategy.Gap{{Title: "rozdziały"}}
		}
		e.Strategy.Requirements = strategy.Requirements{Elements: []strategy.Requirement{
			{ID: "e0", Title: "Cel", Words: []string{r.one("cel", "wstęp")}}, {ID: "e1", Title: "Cele", Backing: strategy.Backing(r.one("goals", "directions", "indicators", "system"))}},
			Dimensions: []string{r.one("społeczny", "gospodarczy")}, Missing: r.one("", "", "Nie dotyczy.")}
	case 'c':
		e.Kind, e.Number = strategy.KindChapter, name[1:]
		if name == "c1" { // an anchor that is the id of a chapter which comes and goes
			e.Sections = []strategy.Section{{Anchor: "c6", Title: "Wstęp"}}
		}
		e.Chapter = &strategy.Chapter{Owner: r.ref(strategy.KindUnit, r.one("u0", "u1", "ux", ""))}
		for range r.IntN(2) {
			e.Chapter.Elements = append(e.Chapter.Elements, strategy.ElementPlace{Element: r.one("e0", "e1", "e1", "ex"), Section: r.one("", "a1", "a2", "a9"), Key: "elements"})
		}
		for range r.IntN(3) {
			e.Chapter.Goals = append(e.Chapter.Goals, r.ref(strategy.KindGoal, r.goal()))
		}
		if name == "c1" {
			e.Chapter.Implementation = &strategy.Implementation{Roles: []strategy.Role{{Role: "coordinator", Section: r.one("", "a1", "a9"), Units: []strategy.Ref{r.ref(strategy.KindUnit, "u0")}}}}
			r.monitoring(e.Chapter.Implementation)
		}
	case 'g':
		e.Kind, e.Number = strategy.KindGoal, name[1:]
		e.Goal = &strategy.Goal{Area: r.one("społeczny", "gospodarczy", ""), Owner: r.ref(strategy.KindUnit, r.one("u0", "u1", ""))}
		if name > "g1" {
			e.Goal.Parent = r.ref(strategy.KindGoal, "g1")
		}
	case 'd':
		e.Kind, e.Title = strategy.KindDocument, "Dokument"
		e.Document = &strategy.OuterDocument{Level: "national", Horizon: strategy.Horizon{From: 2020 + r.IntN(8)}, Programme: r.IntN(3) == 0, Owner: r.ref(strategy.KindUnit, r.one("u0", "u1", "ux", ""))}
		if e.Document.Programme {
			e.Document.Serves = []strategy.Ref{r.ref(strategy.KindGoal, r.goal())}
		}
		for i := range 2 {
			g := strategy.DocumentGoal{ID: fmt.Sprint(i), Number: r.one("1", "2", ""), Title: r.one("Cel gminy", "Cel wsi", ""), Text: r.one("", "1. Cel gminy"), Key: fmt.Sprint("goals", i)}
			for range max(0, r.IntN(6)-3) * int('1'-name[1]) {
				g.Maps = append(g.Maps, strategy.Correspondence{Goal: r.ref(strategy.KindGoal, r.one("g1", r.goal())), Text: r.one("", "Cel 1: Cel gminy", "Cel wsi"), Key: "map"})
			}
			e.Document.Goals = append(e.Document.Goals, g)
		}
	case 'u':
		e.Kind, e.Title = strategy.KindUnit, name
		e.Unit = &strategy.Unit{Kind: "city"}
	case 'w':
		e.Kind, e.Title = strategy.KindIndicator, r.one("Pył", "Pył", "Hałas")
		e.Indicator = &strategy.Indicator{Level: strategy.IndicatorResult, Unit: r.one("%", "", "procent"), Frequency: "yearly", Precision: -1, Owner: r.ref(strategy.KindUnit, r.one("u0", "ux", ""))}
		for range r.IntN(3) {
			e.Indicator.Goals = append(e.Indicator.Goals, r.ref(strategy.KindGoal, r.goal()))
		}
		if r.IntN(2) == 0 {
			e.Indicator.Base = strategy.Aim{Year: 2020, Value: float64(r.IntN(3)), Key: "base"}
			e.Indicator.Targets = []strategy.Aim{{Year: 2019 + r.IntN(9), Value: float64(r.IntN(3)), Key: "targets[0]"}}
		}
		for y := range r.IntN(9) {
			e.Indicator.Series = append(e.Indicator.Series, strategy.Observation{Period: strategy.Period{Year: 2018 + y}, Value: float64(r.IntN(3)), Known: r.IntN(4) > 0})
		}
	case 'a':
		e.Kind, e.Title = strategy.KindAction, r.one("Budowa", "Remont")
		e.Action = &strategy.Action{Lead: r.ref(strategy.KindUnit, r.one("u0", "u1", "ux", "")), Programme: r.ref(strategy.KindDocument, r.one("d0", "dx", "")),
			Start: strategy.Date(r.one("2026", "2020", "")), End: strategy.Date(r.one("2027", "2025-05", "")), State: strategy.ActionState(r.one("planned", "suspended")), Reviewed: strategy.Date(r.one("", "2022-05-04", "2027-05-04", "2126-05-04"))}
		for range r.IntN(3) {
			e.Action.Goals = append(e.Action.Goals, r.ref(strategy.KindGoal, r.goal()))
			e.Action.Partners = append(e.Action.Partners, r.ref(strategy.KindUnit, r.one("u0", "u2", "ux")))
		}
	case 's':
		e.Kind, e.ID = strategy.KindGlossary, ""
		e.Glossary = &strategy.Glossary{Terms: []strategy.Term{{ID: "t0", Title: "T", Definition: r.one("", "Słowa.")}, {ID: "t1", Title: "Ż", Abbr: true, Expansion: r.one("", "Słowa.")}}}
	}
	r.body(e)
	return e
}

// body gives an entry sections, links and blocks.
func (r random) body(e *strategy.Entry) {
	at := r.IntN(5)
	next := func() (int, int) { at += 10; return at, at + 5 }
	for range r.IntN(4) {
		s := strategy.Section{Anchor: r.one("a1", "a2", "a3", "a4", "4"), Number: r.one("", "", "4", "4.1", "5", "6"), Title: r.one("Cel gminy", "Wstęp"), Words: int32(r.IntN(2))}
		if r.IntN(5) == 0 {
			s.Aliases = []string{r.one("a1", "a5")}
		}
		s.Start, s.End = next()
		e.Sections = append(e.Sections, s)
	}
	var anchors []string
	for _, s := range e.Sections {
		anchors = append(anchors, s.Anchor)
	}
	slices.Sort(anchors)
	e.Anchors = strategy.NewIDs(slices.Compact(anchors)...)
	for range r.IntN(4) {
		l := strategy.Link{Section: r.IntN(len(e.Sections)+1) - 1, Text: r.one("", "Cel 1: Cel gminy", "Cel 1: Cel gminy", "rozdział 4", "Cel strategiczny 2. Cel wsi")}
		l.Start, l.End = next()
		switch kind := r.IntN(10); {
		case r.tidy:
			l.Kind, l.Target = strategy.KindGoal, "g1"
		case kind == 9:
			l.Kind, l.Target, l.Period, l.Text = strategy.KindIndicator, r.one("w0", "w1", "wx"), r.one("", "2020", "2023"), r.one("", "1", "2 tys.")
		case kind <= 1:
			l.Kind, l.Target = strategy.KindSection, r.one("4", "4.1", "5", "a1", "a2", "a5", "c2", "c6", "c6", "nic")
		case kind == 2:
			l.Kind, l.Target, l.Fragment = strategy.KindChapter, r.one("c1", "c2", "c5", "c9"), r.one("", "a1", "a9")
		case kind == 3:
			l.Target, l.Fragment = r.one("c1.md", "c2.md", "c5.md", "c77.md", ""), r.one("a1", "a2", "")
		case kind == 4:
			l.Kind, l.Target, l.Fragment = strategy.KindDocument, r.one("d0", "dx"), r.one("", "0", "7")
		case kind == 5:
			l.Kind, l.Target = strategy.KindUnit, r.one("u0", "u1", "ux", "ux", "ux", "u2")
		case kind == 6:
			l.Kind, l.Target = strategy.KindTerm, r.one("t0", "t9")
		default:
			l.Kind, l.Target = strategy.KindGoal, r.goal()
		}
		e.Links = append(e.Links, l)
	}
	if r.IntN(6) == 0 {
		b := strategy.Block{Name: "goal-map", Params: map[string]string{"document": r.one("d0", "d1", "dx")}}
		b.Start, b.End = next()
		e.Blocks = append(e.Blocks, b)
	}
}

// monitoring gives an implementation what it may say of monitoring.
func (r random) monitoring(im *strategy.Implementation) {
	im.Calendar = []strategy.Duty{{Task: "Raport", Kind: strategy.ReportMonitoring, Frequency: "yearly", Section: r.one("", "a1"), Key: "calendar",
		Units: []strategy.Ref{r.ref(strategy.KindUnit, r.one("u0", "u2", "ux"))}}}
	im.Reports = []strategy.Report{{Title: "Raport", Kind: strategy.ReportMonitoring, From: "2018", To: strategy.Date(r.one("2017", "2018", "2019", "2022")), Key: "reports"}}
	im.Risks = []strategy.Risk{{Text: "Ryzyko", Goals: []strategy.Ref{r.ref(strategy.KindGoal, r.goal())}, Owner: r.ref(strategy.KindUnit, r.one("u1", "u2", "")), Key: "risks"}}
	im.Funding = []strategy.FundingLine{{Source: "Budżet", Document: r.ref(strategy.KindDocument, r.one("d0", "d1", "")), Key: "funding",
		Years: []strategy.YearAmount{{Year: 2019 + r.IntN(9), Amount: float64(r.IntN(3))}}}}
}

// edit changes an entry in one respect, or makes it anew.
func (r random) edit(old *strategy.Entry, name string) *strategy.Entry {
	e, fresh := *old, r.entry(name)
	switch r.IntN(7) {
	case 6:
		if e.Number = fresh.Number; e.Kind == strategy.KindChapter {
			e.Number = r.one("1", "2", "3", "6", "")
		}
	case 0:
		e.Title, e.Short = r.one("Cel gminy", "Cel wsi"), ""
	case 1:
		e.Links = fresh.Links
		for i := range e.Links {
			e.Links[i].Section = -1
		}
	case 2: // a word more, above all headings
		e.Sections = slices.Clone(e.Sections)
		for i := range e.Sections {
			e.Sections[i].Start, e.Sections[i].End = e.Sections[i].Start+3, e.Sections[i].End+3
		}
	case 3:
		e.Strategy, e.Chapter, e.Goal, e.Document, e.Unit, e.Glossary, e.Indicator, e.Action = fresh.Strategy, fresh.Chapter, fresh.Goal, fresh.Document, fresh.Unit, fresh.Glossary, fresh.Indicator, fresh.Action
	case 4:
		e.Sections = slices.Clone(e.Sections)
		for i := range e.Sections {
			e.Sections[i].Title = r.one("Cel gminy", "Cel wsi", "Wstęp")
		}
	default:
		return fresh
	}
	return &e
}

// observe tells all that a strategy answers.
func observe(s *strategy.Strategy) []string {
	out := []string{fmt.Sprint(s.HasIndex())}
	say := func(what string, v any) { out = append(out, fmt.Sprintf("%s %v", what, v)) }
	paths := func(es ...*strategy.Entry) (ps []string) {
		for _, e := range es {
			switch {
			case e == nil:
			case e == s.Index && !s.HasIndex():
				ps = append(ps, "made up")
			default:
				ps = append(ps, fmt.Sprintf("%s %p", e.Path, e))
			}
		}
		return ps
	}
	for k, list := range [][]*strategy.Entry{s.Entries(), s.Chapters, s.Goals, s.Documents, s.Units, s.Indicators, s.Actions, {s.Index, s.Glossary}, s.Children(nil)} {
		say(fmt.Sprint("list ", k), paths(list...))
	}
	say("present", fmt.Sprint(s.Present(), s.NewestYear(), s.LastReview(), s.Years()))
	for _, t := range s.Terms {
		say("term", *t)
		say("mentions", s.Mentions(strategy.Ref{Kind: strategy.KindTerm, ID: t.ID}))
	}
	for _, e := range s.Entries() {
		prev, next := s.Around(e)
		say(e.Path, paths(prev, next, s.Parent(e), s.ChapterParent(e)))
		say("under", [][]string{paths(s.Children(e)...), paths(s.ChaptersOf(e)...), paths(s.ChapterUnder(e)...), paths(s.IndicatorsOf(e)...), paths(s.ActionsOf(e)...), paths(s.ProgrammesOf(e)...)})
		say("stakes", fmt.Sprint(s.RisksOf(e), s.FundingOf(e)))
		say("mentions", s.Mentions(e.Ref()))
		say("rows", s.RowsOf(e))
		for _, role := range s.RolesOf(e) {
			say("role", role)
		}
		for _, l := range e.Links {
			t, ok := s.Resolve(e, l)
			say("link", fmt.Sprint(t, ok))
			if ok {
				say("card", s.Card(t))
			}
		}
	}
	for _, n := range []string{"1", "2", "4", "4.1", "5", "a1", "a2", "a3", "a4", "a5", "c1"} {
		t, ok := s.Find(strategy.Ref{Kind: strategy.KindSection, ID: n}, "")
		say(n, fmt.Sprint(s.HasNumber(n), s.Sections(n), t, ok))
	}
	return out
}

// TestAgain edits entries at random and demands that linking and checking again
// gives what doing both from nothing gives.
func TestAgain(t *testing.T) {
	names := []string{"index", "c1", "c2", "c3", "c4", "c7", "c5", "c6", "c8", "g0", "g1", "g2", "g3", "d0", "d1", "u0", "u1", "u2", "w0", "w1", "a0", "a1", "słownik"}
	again, all := 0, 0
	for seed := range uint64(100) {
		r := random{rand.New(rand.NewPCG(seed, 1)), seed%3 == 0}
		var entries []*strategy.Entry
		for _, n := range names {
			entries = append(entries, r.entry(n))
		}
		var linker strategy.Linker
		var keeper check.Keeper
		keeper.Run(linker.Link(entries))
		for step := range 12 {
			var changes []strategy.Change
			for range 1 + r.IntN(2)*r.IntN(3) {
				i := r.IntN(len(names))
				if r.tidy && r.IntN(3) == 0 {
					i = slices.Index(names, "g1")
				}
				if slices.ContainsFunc(changes, func(c strategy.Change) bool { return c.New == entries[i] }) {
					continue
				}
				c := strategy.Change{Old: entries[i]}
				switch {
				case c.Old == nil:
					c.New = r.entry(names[i])
				case r.IntN(40) > 0 && (names[i][0] != 'c' || r.IntN(4) > 0):
					c.New = r.edit(c.Old, names[i])
				}
				entries[i] = c.New
				changes = append(changes, c)
			}
			want, wantLinks := strategy.LinkAll(entries)
			var got []diag.Diagnostic
			s, delta, ok := linker.Relink(changes)
			if all++; ok {
				again++
				got = keeper.RunAgain(s, delta)
			} else {
				s = linker.Link(entries)
				got = keeper.Run(s)
			}
			for what, d := range map[string]string{
				"strategy": cmp.Diff(observe(want), observe(s)), "links": cmp.Diff(wantLinks, linker.Diagnostics()),
				"rules": cmp.Diff(check.Run(want), got),
			} {
				if d != "" {
					t.Fatalf("seed %d, step %d, linked again: %v; %s: %s", seed, step, ok, what, d)
				}
			}
		}
	}
	if again < all/2 {
		t.Errorf("only %d of %d changes were linked without the rest", again, all)
	}
}
