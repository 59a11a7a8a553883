package site

import (
	"bytes"
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"strategia/internal/strategy"
)

// headedBody returns an entry's text in two parts: the page's own heading, where
// the text brings it, and the rest.
func (m *maker) headedBody(e *strategy.Entry) (heading, rest template.HTML) {
	h, body := splitHeading(m.body(e))
	return safe(h), safe(body)
}

// splitHeading cuts the page's own heading off the start of a text.
func splitHeading(body []byte) (heading, rest []byte) {
	const open, end = `<div class="heading">`, "</div>\n"
	i := bytes.Index(body, []byte(end))
	if i < 0 || !bytes.HasPrefix(body, []byte(open)) || !bytes.Contains(body[:i], []byte("</h1>")) {
		return nil, body
	}
	i += len(end)
	return body[:i:i], body[i:]
}

// splitLead cuts the paragraphs with which a text starts off it.
func splitLead(body []byte) (lead, rest []byte) {
	const end = "</p>\n"
	rest = body
	for bytes.HasPrefix(rest, []byte("<p>")) || bytes.HasPrefix(rest, []byte("<p ")) {
		i := bytes.Index(rest, []byte(end))
		if i < 0 {
			break
		}
		rest = rest[i+len(end):]
	}
	return body[:len(body)-len(rest)], rest
}

// title of an entry as its page's heading, with the number where it has one.
func (m *maker) title(e *strategy.Entry) string {
	t := strategy.Target{Ref: e.Ref(), Entry: e, Section: -1, Goal: -1, Term: -1}
	return m.name(t).text()
}

// entryPage fills in the common part of an entity's page.
func (m *maker) entryPage(e *strategy.Entry, layout string, crumbs ...Link) Page {
	p := m.page(layout, m.title(e), m.path, crumbs...)
	t := strategy.Target{Ref: e.Ref(), Entry: e, Section: -1, Goal: -1, Term: -1}
	p.Place = cmp.Or(m.s.cite(t), m.s.Words().PageName(p.Title))
	p.Cite = m.citation(p.Place, p.Canonical)
	p.Description = description(e.Summary)
	p.TextLang = m.foreign(e)
	p.Picture = m.picture(e)
	p.Versions = m.versions(e)
	return p
}

// foreign is the language of an entry's text where it isn't the document's, else "".
func (m *maker) foreign(e *strategy.Entry) string {
	if e.Lang == m.s.doc.lang {
		return ""
	}
	return e.Lang
}

func (s *Site) homeView(r *Recorder) any {
	m := r.at("index.html")
	e := m.source(s.s.Index)
	doc := e.Strategy
	m.about = []ld{m.report(), m.dataset()}
	v := HomeView{
		Page: m.page("home", s.doc.title, m.path), Status: s.doc.status,
		Horizon: horizonText(doc.Horizon), Facts: m.documentTable(),
		Vision: m.statement(doc.Vision), Mission: m.statement(doc.Mission),
		Goals: m.branches(nil, ""), News: m.news(), Entries: s.entrances(m), Tags: m.allTags(),
	}
	heading, body := splitHeading(m.body(e))
	lead, rest := splitLead(body)
	v.Heading, v.Lead, v.Body = safe(heading), safe(lead), safe(rest)
	v.Title = m.typeset(e, v.Title)
	v.Description = description(cmp.Or(e.Summary, doc.Vision.Text))
	if doc.InForce != "" {
		v.InForce = s.Words().Date(doc.InForce)
	}
	for _, g := range doc.Gaps {
		v.Gaps = append(v.Gaps, Gap{m.typeset(e, g.Title), m.typeset(e, g.Reason)})
	}
	if chapters := m.all(strategy.KindChapter); len(chapters) <= menuLimit {
		v.Chapters = m.links(chapters)
	}
	return v
}

// statement is a vision or mission as pages show it.
func (m *maker) statement(s strategy.Statement) Statement {
	return Statement{m.stated(s.Text), m.stated(s.Source)}
}

// news are the editions, newest first.
func (m *maker) news() []Edition {
	var out []Edition
	e := m.s.s.Index
	for _, ed := range e.Strategy.Editions {
		out = append(out, Edition{ID: ed.ID, Title: m.typeset(e, ed.Title), Text: m.typeset(e, ed.Text), Date: string(ed.Date), DateText: m.s.Words().Date(ed.Date)})
	}
	slices.SortStableFunc(out, func(a, b Edition) int { return strings.Compare(b.Date, a.Date) })
	return out
}

// branches returns the goal tree below parent; level keeps only that level's goals.
func (m *maker) branches(parent *strategy.Entry, level string) []GoalBranch {
	id := ""
	if parent != nil {
		id = parent.ID
	}
	m.note(FactChildren, id)
	var out []GoalBranch
	for _, e := range m.s.s.Children(parent) {
		c, _ := m.card(e.Ref())
		b := GoalBranch{Card: c, Children: m.branches(e, level)}
		if level != "" && c.Level != level {
			out = append(out, b.Children...)
			continue
		}
		out = append(out, b)
	}
	return out
}

func (s *Site) chapterView(r *Recorder, e *strategy.Entry) any {
	m := r.at(s.pagePath(e.Kind, e.ID))
	m.source(e)
	m.note(FactAround, e.ID)
	crumbs := []Link{m.named("contents")}
	for p := s.s.ChapterParent(e); p != nil; p = s.s.ChapterParent(p) {
		m.note(FactAround, p.ID)
		crumbs = slices.Insert(crumbs, 1, m.link(p))
	}
	m.about = []ld{m.chapterData(e)}
	v := ChapterView{
		Page: m.entryPage(e, "chapter", crumbs...), Number: e.Number,
		Summary: m.typeset(e, e.Summary), Missing: m.typeset(e, e.Missing), Contents: m.contents(e, "#"),
		Goals: m.cards(e.Chapter.Goals), Children: m.links(s.s.ChapterUnder(e)),
		Owner: m.cardPtr(e.Chapter.Owner), Mentions: m.mentions(e.Ref()),
		Tags: m.ownTags(e), ReadingTime: m.readingTime(e),
	}
	v.Siblings = m.current(s.chrome[1].chapters)
	v.Heading, v.Body = m.headedBody(e)
	prev, next := s.s.Around(e)
	v.Prev, v.Next = m.linkPtr(prev), m.linkPtr(next)
	if d := e.Chapter.Reviewed; d != "" {
		v.Reviewed = &Edition{Date: string(d), DateText: s.Words().Date(d)}
	}
	return v
}

// contents lists an entry's sections below its own heading; before goes before
// an anchor to make its address.
func (m *maker) contents(e *strategy.Entry, before string) template.HTML {
	var list contentsList
	lang := m.foreign(e)
	for i := range e.Sections {
		if sec := &e.Sections[i]; sec.Level > 1 {
			list.add(before+sec.Anchor, sec.Number, m.typeset(e, sec.Title), lang, sec.Level-2)
		}
	}
	return list.html()
}

// contentsList is a list of contents as HTML. It is not left to a layout: it has
// more lines than all else on most pages together, each of the same form.
type contentsList struct{ out []byte }

// add appends a line; lang is the title's language where it isn't the document's,
// depth counts from 0.
func (c *contentsList) add(href, number, title, lang string, depth int) {
	c.out = append(c.out, "<li class=\"depth-"...)
	c.out = strconv.AppendInt(c.out, int64(depth), 10)
	c.out = append(c.out, `"><a href="`...)
	c.out = append(appendEscaped(c.out, href), `">`...)
	if number != "" {
		c.out = append(c.out, `<span class="number">`...)
		c.out = append(appendEscaped(c.out, number), `.</span> `...)
	}
	if lang == "" {
		c.out = append(c.out, `<span>`...)
	} else {
		c.out = append(appendEscaped(append(c.out, `<span lang="`...), lang), `">`...)
	}
	c.out = append(appendEscaped(c.out, title), "</span></a></li>\n"...)
}

// html returns the list, "" if it is empty.
func (c *contentsList) html() template.HTML {
	if len(c.out) == 0 {
		return ""
	}
	return template.HTML(`<ol class="contents">` + "\n" + string(c.out) + "</ol>")
}

func (s *Site) goalView(r *Recorder, e *strategy.Entry) any {
	m := r.at(s.pagePath(e.Kind, e.ID))
	m.source(e)
	crumbs := []Link{m.named("goals")}
	for p := s.s.Parent(e); p != nil; p = s.s.Parent(p) {
		crumbs = slices.Insert(crumbs, 1, m.link(p))
	}
	card, _ := m.card(e.Ref())
	m.about = []ld{m.definedTerm(e, card)}
	v := GoalView{
		Page: m.entryPage(e, "goal", crumbs...), Card: card,
		Summary: m.typeset(e, e.Summary), Missing: m.typeset(e, e.Missing), Area: e.Goal.Area, Source: m.typeset(e, e.Goal.Source),
		Owner: m.cardPtr(e.Goal.Owner), Table: m.goalTable(e), Mentions: m.mentions(e.Ref()),
		Notes: m.notes(e), Tags: m.ownTags(e), ReadingTime: m.readingTime(e),
	}
	v.Siblings = m.current(s.chrome[1].goals)
	v.Heading, v.Body = m.headedBody(e)
	if p := s.s.Parent(e); p != nil {
		v.Parent = m.cardPtr(p.Ref())
	}
	m.note(FactChildren, e.ID)
	v.Children = m.entryCards(s.s.Children(e))
	for _, u := range e.Goal.Units {
		if c, ok := m.card(u.Unit); ok {
			v.Units = append(v.Units, RoleCard{Card: c, Role: u.Role})
		}
	}
	m.note(FactChaptersOf, e.ID)
	v.Chapters = m.links(s.s.ChaptersOf(e))
	v.State, v.Indicators, v.Actions = m.goalState(e), m.indicatorsOf(e), m.actionsOf(e)
	v.Programmes = m.entryCards(s.s.ProgrammesOf(e))
	v.Risks, v.Funding = m.risksOf(e), m.fundingOf(e)
	return v
}

// notes are the acknowledged conflicts of an entry, for readers.
func (m *maker) notes(e *strategy.Entry) []Note {
	var out []Note
	for _, a := range e.Acks {
		text := ""
		if ref, _, ok := reference(a.About); ok {
			if c, found := m.card(ref); found {
				text = c.text()
			}
		}
		out = append(out, Note{text, m.typeset(e, a.Reason)})
	}
	return out
}

func (s *Site) documentView(r *Recorder, e *strategy.Entry) any {
	m := r.at(s.pagePath(e.Kind, e.ID))
	m.source(e)
	card, _ := m.card(e.Ref())
	v := DocumentView{
		Page: m.entryPage(e, "document", m.named("documents")), Card: card,
		Summary: m.typeset(e, e.Summary), Missing: m.typeset(e, e.Missing), Presumed: m.typeset(e, e.Document.Presumed), Source: m.typeset(e, e.Document.Source),
		Facts: m.outerFacts(e), Table: m.documentTableOf(e), Notes: m.notes(e), Mentions: m.mentions(e.Ref()),
	}
	v.Heading, v.Body = m.headedBody(e)
	v.Actions, v.Funding = m.actionsOf(e), m.fundingOf(e)
	v.Serves = m.cards(e.Document.Serves)
	m.note(FactUnder, e.Ref().String())
	v.Children = m.entryCards(s.s.Under(e))
	if v.Table != nil && len(s.s.Goals) > 0 {
		x := m.matrix(e, "")
		v.Drawing = m.drawMatrix(&x)
	}
	if v.Table == nil {
		for i := range e.Document.Goals {
			c := m.outerCard(e, i)
			c.Anchor = m.s.outerAnchor(e.Document.Goals[i].ID)
			v.Goals = append(v.Goals, c)
		}
	}
	return v
}

// outerFacts are what is known of an outer document.
func (m *maker) outerFacts(e *strategy.Entry) []Detail {
	d := e.Document
	var out []Detail
	add := func(name, value, href string) {
		if value != "" {
			out = append(out, Detail{Name: m.word("fact." + name), Value: m.typeset(e, value), Href: href})
		}
	}
	if d.Level != "" {
		add("level", m.word("level."+string(d.Level)), "")
	}
	add("edition", d.Edition, "")
	add("horizon", horizonText(d.Horizon), "")
	add("act", m.s.actText(d.Act), d.Act.URL)
	add("address", d.Address, d.Address)
	if c := m.cardPtr(d.Parent); c != nil {
		add("parent", c.Title, c.Href)
	}
	if c := m.cardPtr(d.Owner); c != nil {
		add("owner", c.Title, c.Href)
	}
	add("actions-cost", m.costText(e), "")
	return out
}

func (s *Site) unitView(r *Recorder, e *strategy.Entry) any {
	m := r.at(s.pagePath(e.Kind, e.ID))
	m.source(e)
	m.note(FactRoles, e.ID)
	m.note(FactUnder, e.Ref().String())
	card, _ := m.card(e.Ref())
	v := UnitView{
		Page: m.entryPage(e, "unit", m.named("units")), Card: card,
		Summary: m.typeset(e, e.Summary), Missing: m.typeset(e, e.Missing), Website: e.Unit.URL, Source: m.typeset(e, e.Unit.Source),
		Parent: m.cardPtr(e.Unit.Parent), Children: m.entryCards(s.s.Under(e)), Mentions: m.mentions(e.Ref()),
	}
	v.Heading, v.Body = m.headedBody(e)
	if e.Unit.Kind != "" {
		v.KindText = m.word("unit." + string(e.Unit.Kind))
	}
	v.Indicators, v.Actions = m.indicatorsOf(e), m.actionsOf(e)
	m.duties(&v, e)
	for _, role := range s.s.RolesOf(e) {
		switch {
		case role.Duty != nil, role.Procedure != nil, role.Report != nil, role.Risk != nil: // told by duties
		case role.Goal != nil:
			c, _ := m.card(role.Goal.Ref())
			v.Goals = append(v.Goals, RoleCard{Card: c, Role: m.roleText(role)})
		case role.Kind != "":
			ref := strategy.Ref{Kind: strategy.KindSection, ID: role.Chapter.ID}
			t, ok := m.find(ref, role.Section)
			if !ok {
				t, _ = m.find(role.Chapter.Ref(), "")
			}
			c := m.show(t)
			c.Title = m.typeset(role.Chapter, role.Role)
			v.Roles = append(v.Roles, RoleCard{c, m.roleText(role), m.citeSection(role.Chapter, role.Section)})
		case role.Chapter != nil:
			v.Chapters = append(v.Chapters, m.link(role.Chapter))
		}
	}
	return v
}

func (m *maker) roleText(role strategy.UnitRole) string {
	switch {
	case role.Kind != "":
		return m.word("role." + string(role.Kind))
	case role.Owner:
		return m.word("role.owner")
	}
	return role.Role
}
