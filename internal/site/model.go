package site

import (
	_ "embed"
	"encoding/json"
	"io"

	"strategia/internal/strategy"
)

// modelSchema is the published JSON Schema of strategia.json. A test holds the
// two together.
//
//go:embed model.schema.json
var modelSchema string

// The exported model: what dane/strategia.json holds. Addresses are relative to
// the site's root.
type (
	modelDocument struct {
		Title     string          `json:"title"`
		Short     string          `json:"short,omitempty"`
		Lang      string          `json:"lang"`
		Edition   string          `json:"edition,omitempty"`
		Status    string          `json:"status,omitempty"`
		Horizon   *modelHorizon   `json:"horizon,omitempty"`
		InForce   string          `json:"inForce,omitempty"`
		Body      string          `json:"body,omitempty"`
		Act       *modelAct       `json:"act,omitempty"`
		Licence   string          `json:"licence,omitempty"`
		Address   string          `json:"address,omitempty"`
		Fictional bool            `json:"fictional,omitempty"`
		Vision    *modelStatement `json:"vision,omitempty"`
		Mission   *modelStatement `json:"mission,omitempty"`
		Levels    []modelLabel    `json:"levels,omitempty"`
		Editions  []modelEdition  `json:"editions,omitempty"`
		Gaps      []modelGap      `json:"gaps,omitempty"`
	}
	modelStatement struct {
		Text   string `json:"text"`
		Source string `json:"source,omitempty"`
	}
	modelLabel struct {
		ID     string `json:"id"`
		Title  string `json:"title"`
		Plural string `json:"plural,omitempty"`
	}
	modelEdition struct {
		ID    string        `json:"id,omitempty"`
		Title string        `json:"title"`
		Text  string        `json:"text,omitempty"`
		Date  strategy.Date `json:"date,omitempty"`
	}
	modelGap struct {
		Title  string `json:"title"`
		Reason string `json:"reason,omitempty"`
	}
	modelHorizon struct {
		From int `json:"from,omitempty"`
		To   int `json:"to,omitempty"`
	}
	modelAct struct {
		Number  string `json:"number,omitempty"`
		Date    string `json:"date,omitempty"`
		Session string `json:"session,omitempty"`
		Body    string `json:"body,omitempty"`
		Address string `json:"address,omitempty"`
		Missing string `json:"missing,omitempty"`
	}
	modelEntry struct {
		ID      string   `json:"id"`
		Href    string   `json:"href"`
		Number  string   `json:"number,omitempty"`
		Title   string   `json:"title"`
		Short   string   `json:"short,omitempty"`
		Summary string   `json:"summary,omitempty"`
		Missing string   `json:"missing,omitempty"`
		Aliases []string `json:"aliases,omitempty"`
	}
	modelTags struct {
		Topics    []string `json:"topics,omitempty"`
		Audiences []string `json:"audiences,omitempty"`
		Places    []string `json:"places,omitempty"`
	}
	modelGoal struct {
		modelEntry
		modelTags
		Level  string      `json:"level"`
		Parent string      `json:"parent,omitempty"`
		Area   string      `json:"area,omitempty"`
		Owner  string      `json:"owner,omitempty"`
		Units  []modelRole `json:"units,omitempty"`
	}
	modelRole struct {
		Unit string `json:"unit"`
		Role string `json:"role,omitempty"`
	}
	modelChapter struct {
		modelEntry
		modelTags
		Goals    []string       `json:"goals,omitempty"`
		Owner    string         `json:"owner,omitempty"`
		Sections []modelSection `json:"sections,omitempty"`
	}
	modelSection struct {
		Anchor string `json:"anchor"`
		Number string `json:"number,omitempty"`
		Title  string `json:"title"`
		Level  int    `json:"level"`
		Cite   string `json:"cite,omitempty"`
	}
	modelOuter struct {
		modelEntry
		Level    string           `json:"level,omitempty"`
		Presumed string           `json:"presumed,omitempty"`
		Address  string           `json:"address,omitempty"`
		Horizon  *modelHorizon    `json:"horizon,omitempty"`
		Act      *modelAct        `json:"act,omitempty"`
		Owner    string           `json:"owner,omitempty"`
		Parent   string           `json:"parent,omitempty"`
		Serves   []string         `json:"serves,omitempty"`
		Goals    []modelOuterGoal `json:"goals,omitempty"`
	}
	modelOuterGoal struct {
		ID              string                `json:"id"`
		Number          string                `json:"number,omitempty"`
		Title           string                `json:"title"`
		Text            string                `json:"text,omitempty"`
		Parent          string                `json:"parent,omitempty"`
		NoCounterpart   string                `json:"noCounterpart,omitempty"`
		Unknown         string                `json:"counterpartUnknown,omitempty"`
		Correspondences []modelCorrespondence `json:"correspondences,omitempty"`
	}
	modelCorrespondence struct {
		Goal      string `json:"goal"`
		Relation  string `json:"relation,omitempty"`
		Rationale string `json:"rationale,omitempty"`
		Text      string `json:"text,omitempty"`
	}
	modelUnit struct {
		modelEntry
		Kind   string `json:"kind,omitempty"`
		Parent string `json:"parent,omitempty"`
		Site   string `json:"site,omitempty"`
	}
	modelTranslation struct {
		modelEntry
		Kind       string `json:"kind"`
		Lang       string `json:"lang"`
		Translates string `json:"translates"`
	}
	modelTerm struct {
		ID         string `json:"id"`
		Term       string `json:"term"`
		Expansion  string `json:"expansion,omitempty"`
		Definition string `json:"definition,omitempty"`
	}
	modelSystem struct {
		Chapter   string       `json:"chapter"`
		Levels    []modelLevel `json:"levels,omitempty"`
		Roles     []modelPost  `json:"roles,omitempty"`
		Actors    []modelActor `json:"actors,omitempty"`
		Hierarchy []modelTier  `json:"hierarchy,omitempty"`

		Calendar   []modelDuty      `json:"calendar,omitempty"`
		Procedures []modelProcedure `json:"procedures,omitempty"`
		Reports    []modelReport    `json:"reports,omitempty"`
		Risks      []modelRisk      `json:"risks,omitempty"`
		Funding    []modelFrame     `json:"funding,omitempty"`
	}
	modelLevel struct {
		Number  string `json:"number,omitempty"`
		Title   string `json:"title,omitempty"`
		Section string `json:"section,omitempty"`
		Missing string `json:"missing,omitempty"`
	}
	modelPost struct {
		Role    string   `json:"role"`
		Units   []string `json:"units,omitempty"`
		Text    string   `json:"text,omitempty"`
		Section string   `json:"section,omitempty"`
	}
	modelActor struct {
		Kind    string `json:"kind"`
		Text    string `json:"text,omitempty"`
		Section string `json:"section,omitempty"`
	}
	modelTier struct {
		Title     string   `json:"title"`
		Text      string   `json:"text,omitempty"`
		Documents []string `json:"documents,omitempty"`
	}
)

// writeJSON writes the whole model. It is written entity by entity, so that a
// large strategy is never held twice.
func (s *Site) writeJSON(r *Recorder, w io.Writer) error {
	m := r.at(s.data("strategia.json"))
	m.root = ""
	r.note(FactDocument, "")
	m.source(s.s.Index)
	j := &modelWriter{w: w}
	j.text(`{"$schema":"strategia.schema.json","document":`)
	j.value(s.modelDocument())
	if requirements := m.modelRequirements(); requirements != nil {
		j.text(`,"requirements":`)
		j.value(requirements)
	}
	list(j, "goals", m.all(strategy.KindGoal), m.modelGoal)
	list(j, "chapters", m.all(strategy.KindChapter), m.modelChapter)
	list(j, "documents", m.all(strategy.KindDocument), m.modelOuter)
	list(j, "units", m.all(strategy.KindUnit), m.modelUnit)
	list(j, "indicators", m.all(strategy.KindIndicator), m.modelIndicator)
	list(j, "actions", m.all(strategy.KindAction), m.modelAction)
	m.note(FactPlan, "")
	list(j, "translations", s.s.Translations, m.modelTranslation)
	m.all(strategy.KindGlossary)
	if s.s.Glossary != nil {
		m.source(s.s.Glossary)
	}
	list(j, "terms", s.s.Terms, func(t *strategy.Term) modelTerm {
		return modelTerm{t.ID, t.Title, t.Expansion, t.Definition}
	})
	m.note(FactImplementation, "")
	if e, system := s.s.Implementation(); system != nil {
		m.source(e)
		j.text(`,"implementation":`)
		out := modelImplementation(e, system)
		m.modelMonitoring(&out, e, system)
		j.value(out)
	}
	j.text("}\n")
	return j.err
}

// modelWriter writes JSON in parts and remembers the first error.
type modelWriter struct {
	w   io.Writer
	err error
}

func (j *modelWriter) text(s string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, s)
	}
}

func (j *modelWriter) value(v any) {
	b, err := json.Marshal(v)
	if err != nil && j.err == nil {
		j.err = err
	}
	j.text(string(b))
}

func list[T, M any](j *modelWriter, name string, items []T, model func(T) M) {
	j.text(",\n\"" + name + `":[`)
	for i, it := range items {
		if i > 0 {
			j.text(",\n")
		}
		j.value(model(it))
	}
	j.text("]")
}

func (s *Site) modelDocument() modelDocument {
	e, d := s.s.Index, s.s.Index.Strategy
	out := modelDocument{
		Title: s.doc.title, Short: e.Short, Lang: s.doc.lang, Edition: d.Edition, Status: string(d.Status),
		InForce: string(d.InForce), Body: d.Body, Licence: d.Licence, Address: s.doc.base, Fictional: d.Fictional,
	}
	for _, l := range s.s.Levels() {
		out.Levels = append(out.Levels, modelLabel(l))
	}
	for _, ed := range d.Editions {
		out.Editions = append(out.Editions, modelEdition(ed))
	}
	for _, g := range d.Gaps {
		out.Gaps = append(out.Gaps, modelGap(g))
	}
	out.Horizon, out.Act = horizonModel(d.Horizon), actModel(d.Act)
	if d.Vision.Text != "" {
		v := modelStatement(d.Vision)
		out.Vision = &v
	}
	if d.Mission.Text != "" {
		v := modelStatement(d.Mission)
		out.Mission = &v
	}
	return out
}

func horizonModel(h strategy.Horizon) *modelHorizon {
	if h == (strategy.Horizon{}) {
		return nil
	}
	return &modelHorizon{h.From, h.To}
}

func actModel(a strategy.Act) *modelAct {
	if a == (strategy.Act{}) {
		return nil
	}
	return &modelAct{a.Number, string(a.Date), a.Session, a.Body, a.URL, a.Missing}
}

func (m *maker) modelEntry(e *strategy.Entry) modelEntry {
	m.source(e)
	return modelEntry{e.ID, m.s.pagePath(e.Kind, e.ID), e.Number, e.Title, e.Short, e.Summary, e.Missing, e.Aliases}
}

func tagsOf(e *strategy.Entry) (out modelTags) {
	lists := map[strategy.TagKind]*[]string{
		strategy.TagTopic: &out.Topics, strategy.TagAudience: &out.Audiences, strategy.TagPlace: &out.Places,
	}
	for _, t := range e.Tags {
		*lists[t.Kind] = append(*lists[t.Kind], t.Title)
	}
	return out
}

func (m *maker) modelGoal(e *strategy.Entry) modelGoal {
	c, _ := m.card(e.Ref())
	out := modelGoal{modelEntry: m.modelEntry(e), modelTags: tagsOf(e), Level: c.Level, Parent: e.Goal.Parent.ID, Area: e.Goal.Area, Owner: e.Goal.Owner.ID}
	for _, u := range e.Goal.Units {
		out.Units = append(out.Units, modelRole{u.Unit.ID, u.Role})
	}
	return out
}

func (m *maker) modelChapter(e *strategy.Entry) modelChapter {
	out := modelChapter{modelEntry: m.modelEntry(e), modelTags: tagsOf(e), Goals: ids(e.Chapter.Goals), Owner: e.Chapter.Owner.ID}
	for _, sec := range e.Sections {
		out.Sections = append(out.Sections, modelSection{sec.Anchor, sec.Number, sec.Title, sec.Level, sec.Cite})
	}
	return out
}

func (m *maker) modelOuter(e *strategy.Entry) modelOuter {
	d := e.Document
	out := modelOuter{modelEntry: m.modelEntry(e), Level: string(d.Level), Presumed: d.Presumed, Address: d.Address,
		Horizon: horizonModel(d.Horizon), Act: actModel(d.Act), Owner: d.Owner.ID, Parent: d.Parent.ID, Serves: ids(d.Serves)}
	for _, g := range d.Goals {
		og := modelOuterGoal{ID: g.ID, Number: g.Number, Title: g.Title, Text: g.Text, Parent: g.Parent, NoCounterpart: g.None, Unknown: g.Unknown}
		for _, c := range g.Maps {
			og.Correspondences = append(og.Correspondences, modelCorrespondence{c.Goal.ID, string(c.Kind), c.Rationale, c.Text})
		}
		out.Goals = append(out.Goals, og)
	}
	return out
}

func (m *maker) modelUnit(e *strategy.Entry) modelUnit {
	return modelUnit{m.modelEntry(e), string(e.Unit.Kind), e.Unit.Parent.ID, e.Unit.URL}
}

func (m *maker) modelTranslation(e *strategy.Entry) modelTranslation {
	return modelTranslation{m.modelEntry(e), e.Kind.Scheme(), m.s.s.LangOf(e), e.Translates.ID}
}

func ids(refs []strategy.Ref) []string {
	var out []string
	for _, r := range refs {
		out = append(out, r.ID)
	}
	return out
}

func modelImplementation(e *strategy.Entry, sys *strategy.Implementation) modelSystem {
	out := modelSystem{Chapter: e.ID}
	for _, l := range sys.Levels {
		out.Levels = append(out.Levels, modelLevel{l.Number, l.Title, l.Section, l.Missing})
	}
	for _, r := range sys.Roles {
		out.Roles = append(out.Roles, modelPost{string(r.Role), ids(r.Units), r.Text, r.Section})
	}
	for _, a := range sys.Actors {
		out.Actors = append(out.Actors, modelActor{string(a.Kind), a.Text, a.Section})
	}
	for _, t := range sys.Hierarchy {
		out.Hierarchy = append(out.Hierarchy, modelTier{t.Title, t.Text, ids(t.Documents)})
	}
	return out
}
