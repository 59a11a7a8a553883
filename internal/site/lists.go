package site

import (
	"html/template"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"strategia/internal/strategy"
)

// single fills in the page of something that exists once.
func (m *maker) singlePage(name string) Page {
	p := m.page(name, m.named(name).Text, m.path)
	p.Place = m.s.Words().PageName(p.Title)
	p.Cite = m.citation(p.Place, p.Canonical)
	if m.s.Words().Has("description." + name) {
		p.Description = m.word("description." + name)
	}
	return p
}

func (s *Site) contentsView(r *Recorder) any {
	m := r.at(s.single("contents"))
	g := CardGroup{}
	for _, e := range m.all(strategy.KindChapter) {
		c, _ := m.card(e.Ref())
		g.Cards = append(g.Cards, c)
	}
	return ListView{Page: m.singlePage("contents"), Groups: []CardGroup{g}}
}

func (s *Site) goalsView(r *Recorder) any {
	m := r.at(s.single("goals"))
	return ListView{Page: m.singlePage("goals"), Drawing: m.drawGoals(), Goals: m.branches(nil, ""), CSV: s.data("goals.csv")}
}

func (s *Site) documentsView(r *Recorder) any {
	m := r.at(s.single("documents"))
	return ListView{Page: m.singlePage("documents"), Groups: m.documentGroups(""), CSV: s.data("documents.csv")}
}

// documentGroups are the documents by level, or of one level only.
func (m *maker) documentGroups(only strategy.DocumentLevel) []CardGroup {
	var out []CardGroup
	all := m.all(strategy.KindDocument)
	for _, level := range append(slices.Clone(strategy.DocumentLevels), "") {
		if only != "" && level != only {
			continue
		}
		g := CardGroup{ID: "level-" + string(level), Title: m.word("level-group." + string(level))}
		if level == "" {
			g = CardGroup{ID: "level-other", Title: m.word("level-group.other")}
		}
		for _, e := range all {
			m.source(e)
			if e.Document.Level == level {
				c, _ := m.card(e.Ref())
				g.Cards = append(g.Cards, c)
			}
		}
		if g.Cards != nil {
			out = append(out, g)
		}
	}
	return out
}

func (s *Site) unitsView(r *Recorder) any {
	m := r.at(s.single("units"))
	v := ListView{Page: m.singlePage("units"), CSV: s.data("units.csv")}
	for _, g := range m.unitGroups("") {
		v.Groups = append(v.Groups, CardGroup{Title: g.Kind, ID: "kind-" + itoa(len(v.Groups)+1), Cards: g.Units})
	}
	return v
}

// unitGroups are the units by kind, or of one kind only.
func (m *maker) unitGroups(only strategy.UnitKind) []UnitGroup {
	var out []UnitGroup
	all := m.all(strategy.KindUnit)
	for _, kind := range append(slices.Clone(strategy.UnitKinds), "") {
		if only != "" && kind != only {
			continue
		}
		g := UnitGroup{Kind: m.word("unit." + string(kind))}
		if kind == "" {
			g.Kind = m.word("unit.other")
		}
		for _, e := range all {
			m.source(e)
			if e.Unit.Kind == kind {
				c, _ := m.card(e.Ref())
				g.Units = append(g.Units, c)
			}
		}
		if g.Units != nil {
			out = append(out, g)
		}
	}
	return out
}

func (s *Site) glossaryView(r *Recorder) any {
	m := r.at(s.single("glossary"))
	v := GlossaryView{Page: m.singlePage("glossary"), Terms: m.termItems(), CSV: s.data("glossary.csv")}
	if e := s.s.Glossary; e != nil {
		v.Body = safe(m.body(e))
	}
	return v
}

func (m *maker) termItems() []TermItem {
	m.all(strategy.KindGlossary)
	if m.s.s.Glossary == nil {
		return nil
	}
	m.source(m.s.s.Glossary)
	var out []TermItem
	for _, t := range m.s.s.Terms {
		out = append(out, TermItem{
			ID: m.prefix + t.ID, Title: t.Title, Expansion: t.Expansion, Definition: m.typeset(m.s.s.Glossary, t.Definition),
			Mentions: m.mentions(strategy.Ref{Kind: strategy.KindTerm, ID: t.ID}),
		})
	}
	return out
}

func (s *Site) indexView(r *Recorder) any {
	m := r.at(s.single("index"))
	return IndexView{Page: m.singlePage("index"), Letters: letters(m.allItems(), m.s.Words().Lang), CSV: s.data("index.csv")}
}

// allItems are the names of the site and the words of its texts. A word that is a
// name too is one item.
func (m *maker) allItems() []IndexItem {
	items := m.indexItems()
	at := make(map[string]int, len(items))
	for i, it := range items {
		at[strings.ToLower(it.Text)] = i + 1
	}
	for _, w := range m.searchWords() {
		if i := at[strings.ToLower(w.Text)]; i > 0 {
			items[i-1].Places = w.Places
		} else {
			items = append(items, w)
		}
	}
	return items
}

// letters puts items in the alphabetical order of a language.
func letters(items []IndexItem, lang string) []IndexLetter {
	c := collate.New(language.Make(lang))
	var buf collate.Buffer
	keys := make(map[string][]byte, len(items))
	for _, it := range items {
		if keys[it.Text] == nil {
			keys[it.Text] = c.KeyFromString(&buf, it.Text)
		}
	}
	slices.SortStableFunc(items, func(a, b IndexItem) int { return slices.Compare(keys[a.Text], keys[b.Text]) })
	var out []IndexLetter
	for _, it := range items {
		first, _ := firstWord(it.Text)
		letter := "#"
		if first != "" {
			letter = string([]rune(toUpper(first))[:1])
		}
		if len(out) == 0 || out[len(out)-1].Letter != letter {
			out = append(out, IndexLetter{Letter: letter, ID: "letter-" + itoa(len(out)+1)})
		}
		last := &out[len(out)-1]
		last.Items = append(last.Items, it)
	}
	return out
}

func (m *maker) indexItems() []IndexItem {
	var items []IndexItem
	add := func(c Card) {
		items = append(items, IndexItem{Text: c.Title, Href: c.Href, Kind: c.Label, Number: c.Number, Lang: c.Lang})
	}
	for _, kind := range []strategy.Kind{strategy.KindGoal, strategy.KindUnit, strategy.KindDocument, strategy.KindIndicator, strategy.KindAction} {
		for _, e := range m.all(kind) {
			c, _ := m.card(e.Ref())
			if c.Missing && e.Title == "" {
				continue
			}
			add(c)
			if c.Short != "" && c.Short != c.Title {
				c.Title = c.Short
				add(c)
			}
		}
	}
	m.all(strategy.KindGlossary)
	for _, t := range m.s.s.Terms {
		if c, ok := m.card(strategy.Ref{Kind: strategy.KindTerm, ID: t.ID}); ok {
			add(c)
			if t.Expansion != "" {
				m.source(m.s.s.Glossary)
				c.Title = t.Expansion
				add(c)
			}
		}
	}
	return items
}

func (s *Site) notFoundView(r *Recorder) any {
	m := r.at("404.html")
	p := m.page("notfound", m.word("title.notfound"), m.path)
	p.NoIndex, p.Cite, p.Canonical = true, "", ""
	// A server shows the page at whatever address was asked for, so its links
	// start at the root of the host, where the site's place there is known.
	if root := basePath(s.doc.base); root != "" {
		m.root, p.Root = root, root
		for _, address := range []*string{&p.Declaration, &p.Look, &p.Icon, &p.Manifest} {
			if *address != "" {
				*address = root + *address
			}
		}
		p.Header = template.HTML(rooted(s.chrome[0].header, root))
		p.Footer = template.HTML(rooted(s.chrome[0].footer, root))
		for i := range p.Crumbs {
			p.Crumbs[i].Href = root + p.Crumbs[i].Href
		}
	}
	return NotFoundView{Page: p, Entries: s.entrances(m)}
}
