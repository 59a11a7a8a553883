package strategy_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// The entries of these tests are written by hand, as this package knows no
// Markdown: what authors write is tested in package check.

func index() *strategy.Entry {
	return &strategy.Entry{Kind: strategy.KindStrategy, Path: strategy.IndexPath, Title: "Strategia", Strategy: &strategy.Document{}}
}

func chapter(id, number string, links ...strategy.Link) *strategy.Entry {
	return &strategy.Entry{Kind: strategy.KindChapter, ID: id, Number: number, Title: "Rozdział " + id, Path: "content/" + id + ".md",
		Links: links, Chapter: &strategy.Chapter{}}
}

func goal(id, number, parent string) *strategy.Entry {
	return &strategy.Entry{Kind: strategy.KindGoal, ID: id, Number: number, Title: "Cel " + id, Path: "content/cele/" + id + ".md",
		Goal: &strategy.Goal{Parent: ref(strategy.KindGoal, parent, "parent")}}
}

func document(id string, level strategy.DocumentLevel, goals ...strategy.DocumentGoal) *strategy.Entry {
	return &strategy.Entry{Kind: strategy.KindDocument, ID: id, Title: id, Path: "content/dokumenty/" + id + ".md",
		Document: &strategy.OuterDocument{Level: level, Goals: goals}}
}

func unit(id string, kind strategy.UnitKind, parent string) *strategy.Entry {
	return &strategy.Entry{Kind: strategy.KindUnit, ID: id, Title: id, Path: "content/jednostki/" + id + ".md",
		Unit: &strategy.Unit{Kind: kind, Parent: ref(strategy.KindUnit, parent, "parent")}}
}

func ref(kind strategy.Kind, id, key string) strategy.Ref {
	if id == "" {
		return strategy.Ref{}
	}
	return strategy.Ref{Kind: kind, ID: id, Key: key}
}

func link(to string) strategy.Link {
	scheme, rest, _ := strings.Cut(to, ":")
	id, fragment, _ := strings.Cut(rest, "#")
	return strategy.Link{Kind: strategy.KindOf(scheme), Target: id, Fragment: fragment, Section: -1, Start: 10, End: 20}
}

func file(to string) strategy.Link {
	path, fragment, _ := strings.Cut(to, "#")
	return strategy.Link{Target: path, Fragment: fragment, Section: -1}
}

func codes(ds []diag.Diagnostic) string {
	var out []string
	for _, d := range ds {
		out = append(out, string(d.Code))
	}
	return strings.Join(out, " ")
}

func ids(es []*strategy.Entry) string {
	var out []string
	for _, e := range es {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func linked(t *testing.T, want string, es ...*strategy.Entry) *strategy.Strategy {
	t.Helper()
	s, ds := strategy.LinkAll(append(es, index()))
	if got := codes(ds); got != want {
		t.Fatalf("diagnostics: got %q, want %q\n%v", got, want, ds)
	}
	return s
}

// People read 8.2 before 8.10, Roman chapters by value, the unnumbered last.
func TestOrderOfChapters(t *testing.T) {
	s := linked(t, "", chapter("z", "8.10"), chapter("y", "8.2"), chapter("a", ""), chapter("b", "IX"), chapter("c", "IV"), chapter("d", "8"), chapter("e", "A"))
	if got, want := ids(s.Chapters), "c d y z b e a"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d := s.Chapters[1]
	if got := ids(s.ChapterUnder(d)); got != "y z" {
		t.Errorf("under 8: %s", got)
	}
	if got := s.ChapterParent(s.Chapters[3]); got != d {
		t.Errorf("above 8.10: %v", got)
	}
	prev, next := s.Around(s.Chapters[0])
	if prev != nil || next != d {
		t.Errorf("around the first: %v, %v", prev, next)
	}
	if prev, next := s.Around(s.Chapters[6]); prev != s.Chapters[5] || next != nil {
		t.Errorf("around the last: %v, %v", prev, next)
	}
}

// Goals stand as a tree, whatever their files are called.
func TestTreeOfGoals(t *testing.T) {
	s := linked(t, "", goal("a", "2.10", "z"), goal("b", "2.9", "z"), goal("z", "2", ""), goal("y", "10", ""), goal("x", "1", ""), goal("w", "2.9.1", "b"))
	if got, want := ids(s.Goals), "x z b w a y"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := ids(s.Children(nil)); got != "x z y" {
		t.Errorf("roots: %s", got)
	}
	for _, g := range s.Goals {
		level, depth := s.LevelOf(g)
		if want := min(strings.Count(g.Number, "."), 1); depth != want || level.ID != []string{"strategic", "operational"}[want] {
			t.Errorf("%s: level %v, depth %d", g.Number, level, depth)
		}
	}
}

// A circle of parents is cut, so that nobody who walks up walks for ever.
func TestCircles(t *testing.T) {
	s := linked(t, "S216", goal("a", "1", "b"), goal("b", "2", "c"), goal("c", "3", "a"), goal("d", "4", "c"))
	if got := ids(s.Goals); got != "a c b d" {
		t.Errorf("goals: %s", got)
	}
	linked(t, "S216", goal("a", "1", "a"))
	linked(t, "S216 S216", unit("u", "city", "u"), document("d", "eu", strategy.DocumentGoal{ID: "1", Parent: "2", Key: "goals[0]"},
		strategy.DocumentGoal{ID: "2", Parent: "1", Key: "goals[1]"})).Parent(nil)
}

// Terms and titles stand by the Polish alphabet: ć after c, ł after l, ż last.
func TestAlphabet(t *testing.T) {
	g := &strategy.Entry{Kind: strategy.KindGlossary, Path: "content/slownik.md", Glossary: &strategy.Glossary{Terms: []strategy.Term{
		{ID: "zz", Title: "żuraw"}, {ID: "l", Title: "łuk"}, {ID: "m", Title: "mapa"}, {ID: "c", Title: "ćma"}, {ID: "d", Title: "cyna"}, {ID: "z", Title: "zamek"}}}}
	s := linked(t, "", g, unit("ż", "city", ""), unit("b", "city", "ż"), unit("a", "ngo", ""), unit("ł", "city", ""), unit("m", "city", ""))
	var got []string
	for _, term := range s.Terms {
		got = append(got, term.Title)
	}
	if want := "cyna ćma łuk mapa zamek żuraw"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := ids(s.Units), "ł m ż b a"; got != want {
		t.Errorf("units: got %s, want %s", got, want)
	}
}

// Every scheme leads to its thing, by id, former id, number and anchor.
func TestFind(t *testing.T) {
	c := chapter("wdrozenie", "8")
	c.Aliases = []string{"stary"}
	c.Anchors = strategy.NewIDs("przypis-1", "roz-8", "roz-8.1", "roz-8.1-1")
	c.Sections = []strategy.Section{{Anchor: "roz-8", Number: "8", Cite: "8", Level: 1},
		{Anchor: "roz-8.1", Number: "8.1", Cite: "8.1", Level: 2, Aliases: []string{"zasady"}},
		{Anchor: "roz-8.1-1", Number: "1", Cite: "8.1 pkt 1", Level: 3}}
	d := document("zit", "supralocal", strategy.DocumentGoal{ID: "3", Number: "3", Title: "Rozwój", Key: "goals[0]"})
	g := &strategy.Entry{Kind: strategy.KindGlossary, Path: "content/slownik.md", Glossary: &strategy.Glossary{Terms: []strategy.Term{{ID: "zit", Title: "ZIT"}}}}
	s := linked(t, "", c, d, g, goal("synergia", "2", ""), unit("rada", "city", ""))
	for _, test := range []struct {
		link string
		want strategy.Card
	}{
		{"goal:synergia", strategy.Card{Kind: strategy.KindGoal, ID: "synergia", Number: "2", Title: "Cel synergia", Level: "Cel strategiczny"}},
		{"chapter:stary", strategy.Card{Kind: strategy.KindChapter, ID: "wdrozenie", Number: "8", Title: "Rozdział wdrozenie"}},
		{"sec:wdrozenie", strategy.Card{Kind: strategy.KindChapter, ID: "wdrozenie", Number: "8", Title: "Rozdział wdrozenie"}},
		{"sec:8", strategy.Card{Kind: strategy.KindChapter, ID: "wdrozenie", Number: "8", Title: "Rozdział wdrozenie"}},
		{"sec:8.1", strategy.Card{Kind: strategy.KindSection, ID: "wdrozenie", Number: "8.1", Section: "roz-8.1", Doc: "wdrozenie"}},
		{"sec:zasady", strategy.Card{Kind: strategy.KindSection, ID: "wdrozenie", Number: "8.1", Section: "roz-8.1", Doc: "wdrozenie"}},
		{"sec:stary#roz-8.1-1", strategy.Card{Kind: strategy.KindSection, ID: "wdrozenie", Number: "8.1 pkt 1", Section: "roz-8.1-1", Doc: "wdrozenie"}},
		{"chapter:wdrozenie#przypis-1", strategy.Card{Kind: strategy.KindChapter, ID: "wdrozenie", Number: "8", Title: "Rozdział wdrozenie", Section: "przypis-1"}},
		{"doc:zit#3", strategy.Card{Kind: strategy.KindDocumentGoal, ID: "3", Number: "3", Title: "Rozwój", Doc: "zit"}},
		{"term:zit", strategy.Card{Kind: strategy.KindTerm, ID: "zit", Title: "ZIT"}},
		{"unit:rada", strategy.Card{Kind: strategy.KindUnit, ID: "rada", Title: "rada"}},
	} {
		l := link(test.link)
		target, ok := s.Find(l.Ref(), l.Fragment)
		if !ok {
			t.Errorf("%s: not found", test.link)
			continue
		}
		if d := cmp.Diff(test.want, s.Card(target)); d != "" {
			t.Errorf("%s: %s", test.link, d)
		}
	}
	for _, bad := range []string{"goal:x", "sec:1", "sec:8.2", "chapter:wdrozenie#x", "doc:zit#4", "term:x", "unit:zit", "sec:8.1#x"} {
		l := link(bad)
		if target, ok := s.Find(l.Ref(), l.Fragment); ok {
			t.Errorf("%s: found %v", bad, target)
		}
	}
	if _, ok := s.FindFile("content/wdrozenie.md", "roz-8.1"); !ok {
		t.Error("the file is not found")
	}
}

// What leads nowhere is reported with the nearest name that exists.
func TestUnknown(t *testing.T) {
	c := chapter("wdrozenie", "8", link("goal:synergja"), link("sec:9"), link("doc:zti"), link("doc:zit#4"), link("unit:x"), link("term:y"),
		link("chapter:wdrozenei"), link("chapter:wdrozenie#z"))
	for i := range c.Links {
		c.Links[i].Start = i
	}
	entries := []*strategy.Entry{index(), c, goal("synergia", "2", ""), document("zit", "eu", strategy.DocumentGoal{ID: "3"})}
	_, ds := strategy.LinkAll(entries)
	if got, want := codes(ds), "S201 S202 S205 S206 S207 S208 S209 S211"; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	for i, want := range map[int]string{0: "synergia", 2: "zit", 6: "wdrozenie"} {
		if h := ds[i].Hints; len(h) != 1 || h[0].Key != diag.HintNearest || h[0].Args[0] != want {
			t.Errorf("%s: hints %v, want %s", ds[i].Code, h, want)
		}
	}
}

// A number or heading that two chapters share is no address.
func TestAmbiguous(t *testing.T) {
	a, b := chapter("a", "1", link("sec:wstep")), chapter("b", "2")
	a.Sections = []strategy.Section{{Anchor: "wstep"}}
	b.Sections = []strategy.Section{{Anchor: "wstep"}}
	s := linked(t, "S210", a, b)
	if got := len(s.Sections("wstep")); got != 2 {
		t.Errorf("%d places", got)
	}
}

// Of things with one id the first by path stays; the references of the other
// are checked all the same.
func TestTwice(t *testing.T) {
	one, two := goal("a", "1", ""), goal("a", "2", "nikt")
	two.Path = "content/cele/b.md"
	s := linked(t, "S213 S201", two, one)
	if len(s.Goals) != 1 || s.Goals[0] != one {
		t.Errorf("kept %v", s.Goals)
	}
	second := index()
	second.Path = "content/druga.md"
	linked(t, "S218", second)
	if _, ds := strategy.LinkAll(nil); codes(ds) != "S217" {
		t.Errorf("without an index: %s", codes(ds))
	}
}

// A former id leads on, unless something else has it now.
func TestAliases(t *testing.T) {
	a, b := goal("a", "1", ""), goal("b", "2", "")
	a.Aliases, b.Aliases = []string{"dawny", "a"}, []string{"a", "dawny"}
	s := linked(t, "S214 S502 S502 S215", a, b, chapter("r", "1", link("goal:dawny")))
	if target, ok := s.Find(strategy.Ref{Kind: strategy.KindGoal, ID: "dawny"}, ""); !ok || target.Entry != a {
		t.Errorf("dawny leads to %v", target.Entry)
	}
}

// Mentions come once for each section, in document order, from every kind of link.
func TestMentions(t *testing.T) {
	a := chapter("a", "2", link("goal:g"), link("goal:g"), link("doc:d#1"), file("b.md"), link("chapter:a"))
	in := link("goal:g")
	in.Section = 0
	a.Links = append(a.Links, in)
	a.Sections = []strategy.Section{{Anchor: "x"}}
	b := chapter("b", "1", link("goal:g"), file("cele/g.md"))
	d := document("d", "eu", strategy.DocumentGoal{ID: "1"})
	d.Links = []strategy.Link{link("goal:g")}
	s := linked(t, "", a, b, d, goal("g", "1", ""))
	got := func(r string) (out []string) {
		for _, m := range s.Mentions(link(r).Ref()) {
			out = append(out, m.Entry.ID+string(rune('1'+m.Section)))
		}
		return out
	}
	for r, want := range map[string]string{"goal:g": "b0 a0 a1 d0", "doc:d": "a0", "chapter:b": "a0", "chapter:a": "", "unit:x": ""} {
		if have := strings.Join(got(r), " "); have != want {
			t.Errorf("%s: got %s, want %s", r, have, want)
		}
	}
}

// The table of a document has a row for each counterpart and for each goal
// without one, but none for a goal that only groups others.
func TestRows(t *testing.T) {
	d := document("d", "eu", strategy.DocumentGoal{ID: "1"}, strategy.DocumentGoal{ID: "1.1", Parent: "1", Maps: []strategy.Correspondence{
		{Goal: ref(strategy.KindGoal, "g", "")}, {Goal: ref(strategy.KindGoal, "h", "")}}}, strategy.DocumentGoal{ID: "2", None: "nie dotyczy"})
	g := goal("g", "1", "")
	s := linked(t, "", d, g, goal("h", "2", ""))
	want := []strategy.Row{{d, 1, 0}, {d, 1, 1}, {d, 2, -1}}
	if got := s.Rows(d); !slices.Equal(got, want) {
		t.Errorf("rows: %v", got)
	}
	if got := s.RowsOf(g); !slices.Equal(got, want[:1]) {
		t.Errorf("rows of g: %v", got)
	}
}

func TestRoles(t *testing.T) {
	u := unit("u", "city", "")
	g := goal("g", "1", "")
	g.Goal.Owner = ref(strategy.KindUnit, "u", "owner")
	c := chapter("c", "8")
	c.Chapter.Goals = []strategy.Ref{ref(strategy.KindGoal, "g", "goals[0]")}
	c.Chapter.Implementation = &strategy.Implementation{Roles: []strategy.Role{{Role: strategy.RoleMonitor, Text: "bada",
		Units: []strategy.Ref{ref(strategy.KindUnit, "u", "")}}}}
	s := linked(t, "", u, g, c)
	want := []strategy.UnitRole{{Goal: g, Owner: true}, {Role: "bada", Kind: strategy.RoleMonitor, Chapter: c}}
	if got := s.RolesOf(u); !slices.Equal(got, want) {
		t.Errorf("roles: %v", got)
	}
	if got := ids(s.ChaptersOf(g)); got != "c" {
		t.Errorf("chapters: %s", got)
	}
	if e, im := s.Implementation(); e != c || im == nil {
		t.Errorf("implementation: %v", e)
	}
}

// The model is a function of the entries, not of the order in which workers
// finished them.
func TestOrderOfEntriesDoesNotMatter(t *testing.T) {
	entries := big(40)
	twice := goal("g1", "9", "")
	twice.Path = "content/cele/inny.md"
	entries = append(entries, twice, goal("", "1", ""))
	want, wantDiags := strategy.LinkAll(entries)
	for range 20 {
		rand.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
		got, ds := strategy.LinkAll(entries)
		if !slices.Equal(got.Entries(), want.Entries()) || codes(ds) != codes(wantDiags) {
			t.Fatal("the order of the entries shows in the result")
		}
	}
}
