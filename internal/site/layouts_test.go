package site

import (
	"maps"
	"testing"

	"strategia/internal/program"
	"strategia/layouts"
)

// views are the types that the layouts name.
var views = map[string]any{
	"HomeView": HomeView{}, "ChapterView": ChapterView{}, "GoalView": GoalView{}, "DocumentView": DocumentView{}, "UnitView": UnitView{},
	"IndicatorView": IndicatorView{}, "IndicatorsView": IndicatorsView{}, "ActionView": ActionView{}, "ActionsView": ActionsView{},
	"MatrixView": MatrixView{}, "ImplementationView": ImplementationView{}, "ListView": ListView{}, "GlossaryView": GlossaryView{},
	"IndexView": IndexView{}, "SearchView": SearchView{}, "WholeView": WholeView{}, "ConcernsView": ConcernsView{}, "TopicView": TopicView{},
	"DeclarationView": DeclarationView{}, "NotFoundView": NotFoundView{}, "MovedView": MovedView{},
	"ElementsView": ElementsView{}, "CoverageView": CoverageView{}, "YearsView": YearsView{}, "YearlyView": YearlyView{},
	"HeaderView": HeaderView{}, "FooterView": FooterView{}, "BlockView": BlockView{},
}

// No built-in layout asks for what keeps it from becoming a program, which would
// cost every page of a large site several times as much.
func TestLayoutsBecomePrograms(t *testing.T) {
	l, ds := LoadLayouts(Overlay(nil, layouts.FS), layouts.FS, "pl", nil)
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	named := maps.Clone(pageLayouts)
	maps.Copy(named, partLayouts)
	for name, view := range named {
		set := l.sets[name]
		set.load()
		if views[view] == nil {
			t.Errorf("layout %s: this test doesn't know %s", name, view)
		} else if made := program.Compile(set.tmpl, set.entry, views[view]) != nil; made == (name == "declaration") {
			// The declaration, one page a site, has an address of another scheme.
			t.Errorf("layout %s becomes a program: %v", name, made)
		}
	}
}
