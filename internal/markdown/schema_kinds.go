package markdown

import (
	"strategia/internal/strategy"
)

var web = []string{"https://", "http://"}

var strategyFields = []field[entry]{
	text_("edition", "wydanie", "edition", func(e *entry) *string { return &e.Strategy.Edition }),
	enum("status", "status dokumentu", "status of the document",
		[]strategy.Status{strategy.StatusDraft, strategy.StatusConsultation, strategy.StatusInForce, strategy.StatusRepealed},
		func(e *entry) *strategy.Status { return &e.Strategy.Status }),
	nested("horizon", "lata obowiązywania", "years that it covers", horizonFields, func(e *entry) *strategy.Horizon { return &e.Strategy.Horizon }),
	date("in_force", "od kiedy obowiązuje", "in force since", func(e *entry) *strategy.Date { return &e.Strategy.InForce }),
	text_("body", "organ, który publikuje", "publishing body", func(e *entry) *string { return &e.Strategy.Body }),
	nested("act", "uchwała", "adopting act", actFields, func(e *entry) *strategy.Act { return &e.Strategy.Act }),
	text_("licence", "licencja", "licence", func(e *entry) *string { return &e.Strategy.Licence }),
	address("base_url", "adres strony", "address of the site", func(e *entry) *string { return &e.Strategy.BaseURL }, web...),
	address("report", "dokąd zgłaszać błędy", "where to report errors", func(e *entry) *string { return &e.Strategy.Report }, "https://", "http://", "mailto:"),
	boolean("fictional", "dane zmyślone", "made-up data", func(e *entry) *bool { return &e.Strategy.Fictional }),
	nested("look", "barwy i herb", "colours and coat of arms", lookFields, func(e *entry) *strategy.Look { return &e.Strategy.Look }),
	accessibility,
	statement("vision", "wizja", "vision", func(e *entry) *strategy.Statement { return &e.Strategy.Vision }),
	statement("mission", "misja", "mission", func(e *entry) *strategy.Statement { return &e.Strategy.Mission }),
	nestedList("levels", "poziomy celów, od góry", "levels of goals, from the top", []field[strategy.Level]{
		need(idField("id", "identyfikator poziomu", "id of the level", func(l *strategy.Level) *string { return &l.ID })),
		need(text_("title", "nazwa, np. Cel strategiczny", "label, such as Strategic goal", func(l *strategy.Level) *string { return &l.Title })),
		text_("plural", "nazwa w liczbie mnogiej", "label in the plural", func(l *strategy.Level) *string { return &l.Plural }),
	}, func(e *entry) *[]strategy.Level { return &e.Strategy.Levels }, nil, nil),
	nestedList("editions", "historia wydań, od najnowszego", "history of editions, newest first", []field[strategy.Edition]{
		idField("id", "identyfikator wydania", "id of the edition", func(x *strategy.Edition) *string { return &x.ID }),
		need(text_("title", "nazwa wydania", "name of the edition", func(x *strategy.Edition) *string { return &x.Title })),
		date("date", "data", "date", func(x *strategy.Edition) *strategy.Date { return &x.Date }),
		text_("text", "co się zmieniło", "what has changed", func(x *strategy.Edition) *string { return &x.Text }),
	}, func(e *entry) *[]strategy.Edition { return &e.Strategy.Editions }, nil, nil),
	nestedList("gaps", "znane braki dokumentu", "what the document is known to lack", []field[strategy.Gap]{
		need(text_("title", "czego brakuje", "what is missing", func(g *strategy.Gap) *string { return &g.Title })),
		text_("reason", "dlaczego", "why", func(g *strategy.Gap) *string { return &g.Reason }),
	}, func(e *entry) *[]strategy.Gap { return &e.Strategy.Gaps }, nil, nil),
	nestedList("retired", "wycofane identyfikatory", "ids given up on purpose", []field[strategy.Retired]{
		need(text_("id", "np. goal:stary", "such as goal:old", func(x *strategy.Retired) *string { return &x.ID })),
		need(text_("reason", "dlaczego", "why", func(x *strategy.Retired) *string { return &x.Reason })),
		text_("to", "co je zastąpiło, np. goal:nowy albo topic:energia", "what took its place, such as goal:new or topic:energy", func(x *strategy.Retired) *string { return &x.To }),
	}, func(e *entry) *[]strategy.Retired { return &e.Strategy.Retired },
		func(d *decoder, x *strategy.Retired, _ *entry) { x.Key = string(d.key) }, nil),
	requirements,
}

// statement reads a text, or a text with its source.
func statement(name, pl, en string, to func(*entry) *strategy.Statement) field[entry] {
	fields := []field[strategy.Statement]{
		need(text_("text", "treść", "text", func(s *strategy.Statement) *string { return &s.Text })),
		text_("source", "skąd pochodzi", "where it is taken from", func(s *strategy.Statement) *string { return &s.Source }),
	}
	return field[entry]{name: name, typ: "text or mapping", pl: pl, en: en,
		read: func(d *decoder, v *value, e *entry) {
			if v.kind == isMap {
				object(d, v, to(e), fields)
				return
			}
			if s, ok := d.text(v); ok {
				to(e).Text = s
			}
		},
		sub: func(prefix string) []KeyDoc { return keysOf(prefix, fields) },
	}
}

var roleKinds = []strategy.RoleKind{strategy.RoleCoordinator, strategy.RoleDecider, strategy.RoleImplementer,
	strategy.RoleMonitor, strategy.RoleEvaluator, strategy.RoleConsulted}

var implementationFields = append([]field[strategy.Implementation]{
	nestedList("levels", "poziomy zarządzania", "levels of management", []field[strategy.ImplementationLevel]{
		numbering("numer", "number", func(l *strategy.ImplementationLevel) *string { return &l.Number }),
		need(text_("title", "nazwa", "name", func(l *strategy.ImplementationLevel) *string { return &l.Title })),
		text_("section", "kotwica w tym rozdziale", "anchor in this chapter", func(l *strategy.ImplementationLevel) *string { return &l.Section }),
		text_("missing", "dlaczego brakuje treści", "why the text is missing", func(l *strategy.ImplementationLevel) *string { return &l.Missing }),
	}, func(i *strategy.Implementation) *[]strategy.ImplementationLevel { return &i.Levels },
		func(d *decoder, l *strategy.ImplementationLevel, _ *strategy.Implementation) { l.Key = string(d.key) }, nil),
	nestedList("roles", "kto co robi", "who does what", []field[strategy.Role]{
		need(enum("role", "rola", "role", roleKinds, func(r *strategy.Role) *strategy.RoleKind { return &r.Role })),
		refs("units", "jednostki", "units", strategy.KindUnit, func(r *strategy.Role) *[]strategy.Ref { return &r.Units }),
		text_("text", "słowami dokumentu", "in the document's words", func(r *strategy.Role) *string { return &r.Text }),
		text_("section", "kotwica w tym rozdziale", "anchor in this chapter", func(r *strategy.Role) *string { return &r.Section }),
	}, func(i *strategy.Implementation) *[]strategy.Role { return &i.Roles },
		func(d *decoder, r *strategy.Role, _ *strategy.Implementation) { r.Key = string(d.key) }, nil),
	nestedList("actors", "rodzaje podmiotów", "kinds of actors", []field[strategy.Actor]{
		need(enum("kind", "rodzaj podmiotu", "kind of actor", strategy.UnitKinds, func(a *strategy.Actor) *strategy.UnitKind { return &a.Kind })),
		text_("text", "za co odpowiada", "what it answers for", func(a *strategy.Actor) *string { return &a.Text }),
		text_("section", "kotwica w tym rozdziale", "anchor in this chapter", func(a *strategy.Actor) *string { return &a.Section }),
	}, func(i *strategy.Implementation) *[]strategy.Actor { return &i.Actors },
		func(d *decoder, a *strategy.Actor, _ *strategy.Implementation) { a.Key = string(d.key) }, nil),
	nestedList("hierarchy", "hierarchia dokumentów, od góry", "hierarchy of documents, from the top", []field[strategy.Tier]{
		need(text_("title", "nazwa szczebla", "name of the tier", func(t *strategy.Tier) *string { return &t.Title })),
		text_("text", "opis", "description", func(t *strategy.Tier) *string { return &t.Text }),
		refs("documents", "dokumenty", "documents", strategy.KindDocument, func(t *strategy.Tier) *[]strategy.Ref { return &t.Documents }),
	}, func(i *strategy.Implementation) *[]strategy.Tier { return &i.Hierarchy },
		func(d *decoder, t *strategy.Tier, _ *strategy.Implementation) { t.Key = string(d.key) }, nil),
}, monitoringFields...)

var chapterFields = []field[entry]{
	refs("goals", "cele, których dotyczy rozdział", "goals of the chapter", strategy.KindGoal, func(e *entry) *[]strategy.Ref { return &e.Chapter.Goals }),
	ref("owner", "jednostka odpowiedzialna", "unit in charge", strategy.KindUnit, func(e *entry) *strategy.Ref { return &e.Chapter.Owner }),
	date("reviewed", "data ostatniego przeglądu", "day of the last review", func(e *entry) *strategy.Date { return &e.Chapter.Reviewed }),
	legalElements,
	nested("implementation", "system wdrażania strategii", "how the strategy is carried out", implementationFields,
		func(e *entry) *strategy.Implementation {
			if e.Chapter.Implementation == nil {
				e.Chapter.Implementation = &strategy.Implementation{}
			}
			return e.Chapter.Implementation
		}),
}

var goalFields = []field[entry]{
	text_("level", "poziom, np. strategic", "level, such as strategic", func(e *entry) *string { return &e.Goal.Level }),
	ref("parent", "cel nadrzędny", "goal above", strategy.KindGoal, func(e *entry) *strategy.Ref { return &e.Goal.Parent }),
	text_("area", "obszar", "area", func(e *entry) *string { return &e.Goal.Area }),
	ref("owner", "jednostka odpowiedzialna", "unit in charge", strategy.KindUnit, func(e *entry) *strategy.Ref { return &e.Goal.Owner }),
	nestedList("units", "kto pracuje na rzecz celu", "who works for the goal", []field[strategy.GoalUnit]{
		need(ref("unit", "jednostka", "unit", strategy.KindUnit, func(g *strategy.GoalUnit) *strategy.Ref { return &g.Unit })),
		text_("role", "rola, np. lider", "role, such as leader", func(g *strategy.GoalUnit) *string { return &g.Role }),
	}, func(e *entry) *[]strategy.GoalUnit { return &e.Goal.Units }, nil, func(d *decoder, v *value, g *strategy.GoalUnit) bool {
		g.Unit, _ = d.ref(v, strategy.KindUnit)
		return true
	}),
	text_("source", "skąd pochodzi brzmienie", "where the wording is taken from", func(e *entry) *string { return &e.Goal.Source }),
}

var relations = []strategy.CorrespondenceKind{strategy.CorrespondsIdentical, strategy.CorrespondsNarrower,
	strategy.CorrespondsBroader, strategy.CorrespondsRelated, strategy.CorrespondsImplements}

var mapFields = []field[mapping]{
	need(ref("goal", "nasz cel", "our goal", strategy.KindGoal, func(m *mapping) *strategy.Ref { return &m.Goal })),
	enum("relation", "rodzaj zgodności", "kind of correspondence", relations, func(m *mapping) *strategy.CorrespondenceKind { return &m.Kind }),
	text_("rationale", "uzasadnienie", "rationale", func(m *mapping) *string { return &m.Rationale }),
	text_("text", "nasz cel słowami tabeli źródłowej", "our goal in the words of the source's table", func(m *mapping) *string { return &m.Text }),
	text_("author", "kto powiązał", "who related them", func(m *mapping) *string { return &m.Author }),
	date("date", "kiedy powiązano", "when", func(m *mapping) *strategy.Date { return &m.Date }),
}

// outerGoal is a goal of a document while it is read: what its key relation and
// rationale say goes for those of its maps that do not say it themselves.
type outerGoal struct {
	outGoal
	relation  strategy.CorrespondenceKind
	rationale string
}

var outerGoalFields = []field[outerGoal]{
	idField("id", "identyfikator; domyślnie numer", "id; the number by default", func(g *outerGoal) *string { return &g.ID }),
	numbering("numer w dokumencie", "number in the document", func(g *outerGoal) *string { return &g.Number }),
	text_("title", "nazwa celu", "title", func(g *outerGoal) *string { return &g.Title }),
	text_("text", "cel słowami tabeli źródłowej", "the goal in the words of the source's table", func(g *outerGoal) *string { return &g.Text }),
	idField("parent", "cel nadrzędny w tym dokumencie", "goal above in the same document", func(g *outerGoal) *string { return &g.Parent }),
	nestedList("maps", "odpowiadające mu cele strategii", "goals of ours that answer to it", mapFields,
		func(g *outerGoal) *[]mapping { return &g.Maps },
		func(d *decoder, m *mapping, _ *outerGoal) { m.Key = string(d.key) },
		func(d *decoder, v *value, m *mapping) bool {
			m.Goal, _ = d.ref(v, strategy.KindGoal)
			return true
		}),
	enum("relation", "rodzaj zgodności wszystkich powiązań", "kind of correspondence of all maps", relations, func(g *outerGoal) *strategy.CorrespondenceKind { return &g.relation }),
	text_("rationale", "uzasadnienie wszystkich powiązań", "rationale of all maps", func(g *outerGoal) *string { return &g.rationale }),
	text_("none", "dlaczego nie ma odpowiednika", "why it has no counterpart", func(g *outerGoal) *string { return &g.None }),
	text_("unknown", "dlaczego nie wiadomo, czy ma odpowiednik", "why it is not known whether it has a counterpart", func(g *outerGoal) *string { return &g.Unknown }),
}

var documentFields = []field[entry]{
	enum("level", "poziom dokumentu", "level of the document", strategy.DocumentLevels, func(e *entry) *strategy.DocumentLevel { return &e.Document.Level }),
	ref("parent", "dokument nadrzędny", "document above", strategy.KindDocument, func(e *entry) *strategy.Ref { return &e.Document.Parent }),
	address("address", "adres dokumentu", "address of the document", func(e *entry) *string { return &e.Document.Address }, web...),
	text_("edition", "wydanie", "edition", func(e *entry) *string { return &e.Document.Edition }),
	nested("horizon", "lata obowiązywania", "years that it covers", horizonFields, func(e *entry) *strategy.Horizon { return &e.Document.Horizon }),
	nested("act", "uchwała", "adopting act", actFields, func(e *entry) *strategy.Act { return &e.Document.Act }),
	text_("presumed", "dlaczego tożsamość dokumentu jest tylko przypuszczalna", "why its identity is only presumed", func(e *entry) *string { return &e.Document.Presumed }),
	text_("source", "źródło", "source", func(e *entry) *string { return &e.Document.Source }),
	ref("owner", "jednostka odpowiedzialna", "unit in charge", strategy.KindUnit, func(e *entry) *strategy.Ref { return &e.Document.Owner }),
	{
		name: "goals", typ: "list of mappings", pl: "cele dokumentu", en: "goals of the document",
		read: func(d *decoder, v *value, e *entry) {
			d.each(v, func(v *value) {
				var g outerGoal
				g.Key = string(d.key)
				object(d, v, &g, outerGoalFields)
				for i := range g.Maps {
					if m := &g.Maps[i]; m.Kind == "" {
						m.Kind = g.relation
					}
					if m := &g.Maps[i]; m.Rationale == "" {
						m.Rationale = g.rationale
					}
				}
				if g.ID == "" && g.Number == "" && v.kind == isMap {
					d.lacks("number")
				}
				e.Document.Goals = append(e.Document.Goals, g.outGoal)
			})
		},
		sub: func(prefix string) []KeyDoc { return keysOf(prefix, outerGoalFields) },
	},
}

var unitFields = []field[entry]{
	enum("unit_kind", "rodzaj podmiotu", "kind of actor", strategy.UnitKinds, func(e *entry) *strategy.UnitKind { return &e.Unit.Kind }),
	ref("parent", "jednostka nadrzędna", "unit above", strategy.KindUnit, func(e *entry) *strategy.Ref { return &e.Unit.Parent }),
	address("url", "strona jednostki", "the unit's site", func(e *entry) *string { return &e.Unit.URL }, web...),
	text_("source", "źródło", "source", func(e *entry) *string { return &e.Unit.Source }),
}

var glossaryFields = []field[entry]{
	nestedList("terms", "pojęcia i skróty", "terms and abbreviations", []field[strategy.Term]{
		idField("id", "identyfikator; domyślnie z pojęcia", "id; of the term by default", func(t *strategy.Term) *string { return &t.ID }),
		need(text_("term", "pojęcie albo skrót", "term or abbreviation", func(t *strategy.Term) *string { return &t.Title })),
		{name: "abbr", typ: "text", pl: "rozwinięcie skrótu", en: "what the abbreviation stands for", read: func(d *decoder, v *value, t *strategy.Term) {
			if s, ok := d.text(v); ok {
				t.Abbr, t.Expansion = true, s
			}
		}},
		text_("definition", "definicja", "definition", func(t *strategy.Term) *string { return &t.Definition }),
		texts("variants", "inne formy, także odmienione", "further forms, inflected ones too", func(t *strategy.Term) *[]string { return &t.Variants }),
	}, func(e *entry) *[]strategy.Term { return &e.Glossary.Terms },
		func(d *decoder, t *strategy.Term, _ *entry) { t.Key = string(d.key) }, nil),
}
