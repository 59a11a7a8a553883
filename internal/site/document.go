package site

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// documentFacts is what every page says of the document as a whole, in words.
type documentFacts struct {
	title, cite, lang, edition, status, act, actURL, body, licence, report, base, theme, look string
	fictional                                                                                 bool
}

func (s *Site) documentFacts() documentFacts {
	e, doc := s.s.Index, s.s.Index.Strategy
	f := documentFacts{
		title: e.Title, cite: e.Title, lang: s.Words().Lang, edition: doc.Edition,
		act: s.actText(doc.Act), actURL: doc.Act.URL, body: doc.Body, licence: doc.Licence,
		report: doc.Report, base: s.in.BaseURL, fictional: doc.Fictional,
		theme: cmpOr(doc.Look.Colour, usualTheme), look: s.lookPath(),
	}
	if f.title == "" {
		f.title = s.Words().Get("title.home")
	}
	if e.Short != "" {
		f.cite = e.Short
	}
	if f.cite == "" {
		f.cite = f.title
	}
	status := string(doc.Status)
	if status == "" {
		status = "unknown"
	}
	f.status = s.Words().Get("status." + status)
	return f
}

// usualTheme is the colour of the built-in style sheet.
const usualTheme = "#003a75"

func (f documentFacts) digest(d *digest) {
	d.add(f.title, f.cite, f.lang, f.edition, f.status, f.act, f.actURL, f.body, f.licence, f.report, f.base, f.theme, f.look)
	d.flag(f.fictional)
}

// actText writes an adopting act out, and what is known to be missing of it.
func (s *Site) actText(a strategy.Act) string {
	w := s.Words()
	var parts []string
	if a.Number != "" {
		parts = append(parts, w.Get("act.number", a.Number))
	}
	if a.Body != "" {
		parts = append(parts, w.Get("act.body", a.Body))
	}
	switch {
	case strings.Contains(a.Session, " "): // "51. sesja": written out already
		parts = append(parts, a.Session)
	case a.Session != "":
		parts = append(parts, w.Get("act.session", a.Session))
	}
	if a.Date != "" {
		parts = append(parts, w.Get("act.date", w.Date(a.Date)))
	}
	text := strings.Join(parts, ", ")
	switch {
	case text == "":
		return a.Missing
	case a.Missing != "":
		return text + " (" + a.Missing + ")"
	}
	return text
}

// horizonText writes a span of years: "2021–2030", or "".
func horizonText(h strategy.Horizon) string {
	switch {
	case h.From != 0 && h.To != 0:
		return fmt.Sprintf("%d–%d", h.From, h.To)
	case h.To != 0:
		return fmt.Sprintf("–%d", h.To)
	case h.From != 0:
		return fmt.Sprintf("%d–", h.From)
	}
	return ""
}

// chrome is what the pages at one depth share, made once a build: the header,
// the footer and the lists of chapters and goals beside the text; and what header
// and footer were made from.
type chrome struct {
	header, footer, chapters, goals string
	headerView, footerView          any
	headerSet, footerSet            *layout
}

// menuLimit is the number of chapters up to which the menu lists them all: a
// longer list is no help to anybody and would weigh on every page.
const menuLimit = 40

// makeChrome makes the headers and footers that are not as they were in the site
// before, which may be nil.
func (s *Site) makeChrome(before *Site) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for depth, root := range []string{"", "../"} {
		m := &maker{Recorder: &Recorder{s: s}, root: root, shown: true}
		c := &s.chrome[depth]
		c.chapters, c.goals = m.siblings(s.s.Chapters), m.siblings(s.s.Goals)
		c.headerView, c.headerSet = s.headerView(m), s.in.Layouts.sets["header"]
		c.footerView, c.footerSet = s.footerView(m), s.in.Layouts.sets["footer"]
		var old chrome
		if before != nil {
			old = before.chrome[depth]
		}
		if c.header = old.header; c.headerSet != old.headerSet || c.header == "" || !reflect.DeepEqual(c.headerView, old.headerView) {
			c.header = s.runChrome("header", c.headerView, &ds)
		}
		if c.footer = old.footer; c.footerSet != old.footerSet || c.footer == "" || !reflect.DeepEqual(c.footerView, old.footerView) {
			c.footer = s.runChrome("footer", c.footerView, &ds)
		}
	}
	return diag.Sort(ds)
}

// siblings lists the chapters or goals, for the page of one of them to show which
// it is; "" if they are too many to help.
func (m *maker) siblings(entries []*strategy.Entry) string {
	if len(entries) < 2 || len(entries) > menuLimit {
		return ""
	}
	var list contentsList
	for _, e := range entries {
		c, _ := m.card(e.Ref())
		list.add(c.Href, c.Number, c.Title, c.Lang, c.Depth)
	}
	return string(list.html())
}

// current is a list of chrome on the page itself.
func (m *maker) current(list string) template.HTML {
	return template.HTML(markCurrent(list, m.root+m.path))
}

// runChrome returns "" where the layout fails.
func (s *Site) runChrome(name string, view any, ds *[]diag.Diagnostic) string {
	var b strings.Builder
	err := s.in.Layouts.run(name, &b, view)
	if le, ok := err.(*LayoutError); ok {
		*ds = append(*ds, le.Diagnostic)
		return ""
	}
	return b.String()
}

func (s *Site) headerView(m *maker) HeaderView {
	v := HeaderView{
		Root: m.root, Home: m.root + "index.html", Title: m.typeset(s.s.Index, s.doc.cite), Body: s.doc.body, Fictional: s.doc.fictional,
		Contents: Link{Href: m.root + s.single("contents"), Text: m.word("title.contents")},
		Main:     s.entrances(m), Emblem: s.emblem(m),
		Search: m.root + s.single("search"), Index: m.root + s.single("index"),
		SearchFiles: m.root + searchFiles, SearchParts: len(s.parts),
	}
	if len(s.s.Chapters) <= menuLimit {
		v.Chapters = m.links(s.s.Chapters)
	}
	return v
}

func (s *Site) footerView(m *maker) FooterView {
	v := FooterView{
		Root: m.root, Title: m.typeset(s.s.Index, s.doc.title), Edition: s.doc.edition, Act: m.typeset(s.s.Index, s.doc.act), ActURL: s.doc.actURL,
		Licence: s.doc.licence, Body: s.doc.body, Report: s.doc.report, Fictional: s.doc.fictional,
	}
	for _, name := range []string{"contents", "index", "whole", "elements", "declaration"} {
		if s.has(name) {
			v.Links = append(v.Links, m.named(name))
		}
	}
	v.Data = []Link{
		{Href: m.root + s.data("strategia.json"), Text: m.word("data.json")},
		{Href: m.root + s.data("strategia.schema.json"), Text: m.word("data.schema")},
		{Href: m.root + s.data("datapackage.json"), Text: m.word("data.package")},
		{Href: m.root + s.feedPath(), Text: m.word("data.feed")},
	}
	if s.has("yearly") {
		v.Data = append(v.Data, Link{Href: m.root + s.changesPath(), Text: m.word("data.changes")})
	}
	return v
}

func (s *Site) feedPath() string { return s.Words().Get("path.feed") + ".xml" }

// named links to one of the pages that exist once.
func (m *maker) named(name string) Link {
	return Link{Href: m.root + m.s.single(name), Text: m.word("title." + name)}
}

// entrances are the main pages that the site has.
func (s *Site) entrances(m *maker) []Link {
	var out []Link
	m.note(FactPlan, "")
	for _, name := range []string{"concerns", "contents", "goals", "matrix", "documents", "implementation", "actions", "indicators", "yearly", "units", "glossary", "index", "whole"} {
		if s.has(name) {
			out = append(out, m.named(name))
		}
	}
	for _, lang := range s.languages {
		out = append(out, Link{Href: m.root + s.wholePath(lang), Text: cmpOr(endonyms[lang], lang), Lang: lang})
	}
	return out
}

// has reports whether there is anything to show on a page that exists once.
func (s *Site) has(name string) bool {
	switch name {
	case "concerns":
		return len(s.tagged) > 0
	case "elements":
		r := &s.s.Index.Strategy.Requirements
		return r.Stated() || r.Missing != ""
	case "goals":
		return len(s.s.Goals) > 0
	case "matrix":
		return len(s.s.Goals) > 0 && len(s.mapped()) > 0 || slices.ContainsFunc(coverages, func(c coverage) bool { return s.covered(c.name) })
	case "matrix-actions", "matrix-indicators", "matrix-units", "matrix-chapters":
		return s.covered(name)
	case "documents":
		return len(s.s.Documents) > 0
	case "units":
		return len(s.s.Units) > 0
	case "yearly":
		return len(s.years()) > 0
	case "actions":
		return len(s.s.Actions) > 0
	case "indicators":
		return len(s.s.Indicators) > 0
	case "implementation":
		_, system := s.s.Implementation()
		return system != nil
	case "glossary":
		return len(s.s.Terms) > 0
	}
	return true
}

// singles are the pages of those that exist once which depend on more than on
// which entities there are.
func (s *Site) singles() []string {
	return slices.DeleteFunc([]string{"elements", "matrix", "matrix-units", "matrix-chapters"}, func(name string) bool { return !s.has(name) })
}

// mapped are the outer documents whose goals correspond to ours.
func (s *Site) mapped() []*strategy.Entry {
	var out []*strategy.Entry
	for _, d := range s.s.Documents {
		if s.corresponds(d) {
			out = append(out, d)
		}
	}
	return out
}

// page fills in what all views share.
func (m *maker) page(kind, title, path string, crumbs ...Link) Page {
	m.note(FactDocument, "")
	m.note(FactChrome, m.root)
	doc := &m.s.doc
	p := Page{
		Lang: doc.lang, Kind: kind, Title: title, Window: doc.title, Root: m.root,
		Fictional: doc.fictional, Declaration: m.root + m.s.single("declaration"),
		Site: doc.cite, Theme: doc.theme, Icon: m.root + iconPath(iconSizes[0]), Picture: m.picture(nil),
	}
	if doc.look != "" {
		p.Look = m.root + doc.look
	}
	if title != doc.title {
		p.Window = title + " – " + doc.cite
	}
	if doc.base != "" {
		p.Canonical = doc.base + escapePath(path)
		p.Manifest = m.root + manifestPath
	}
	p.Cite = m.citation("", p.Canonical)
	c := m.s.chrome[min(len(m.root), 1)]
	p.Header, p.Footer = m.current(c.header), m.current(c.footer)
	if path != "index.html" {
		p.Crumbs = append([]Link{{Href: m.root + "index.html", Text: m.word("title.home")}}, crumbs...)
	}
	p.Linked = m.linkedData(&p)
	return p
}

// citation is how to cite a place of the document: the document, the place, the
// edition and the address, as far as they are known.
func (m *maker) citation(place, canonical string) string {
	var b strings.Builder
	b.WriteString(m.s.doc.cite)
	if place != "" {
		b.WriteString(", " + place)
	}
	if e := m.s.doc.edition; e != "" {
		b.WriteString(" (" + m.s.Words().Get("cite.edition") + ": " + e + ")")
	}
	if canonical != "" {
		b.WriteString(", " + canonical)
	}
	return b.String()
}

// markCurrent tells the links of a menu that lead to the page itself.
func markCurrent(menu, href string) string {
	link := `<a href="` + href + `"`
	if !strings.Contains(menu, link) {
		return menu
	}
	return strings.ReplaceAll(menu, link, link+` aria-current="page"`)
}

// facts of the document for the front page; what is not known is said.
func (m *maker) documentTable() []Detail {
	doc := m.s.s.Index.Strategy
	known := func(name, value, href string) Detail {
		f := Detail{Name: m.word("fact." + name), Value: m.stated(value), Href: href}
		if value == "" {
			f.Value, f.Missing = m.word("missing"), true
		}
		return f
	}
	in := ""
	if doc.InForce != "" {
		in = m.word("in-force-since", m.s.Words().Date(doc.InForce))
	}
	status := m.s.doc.status
	if doc.Status == strategy.StatusUnknown {
		status = ""
	}
	return []Detail{
		known("edition", doc.Edition, ""),
		known("status", status, ""),
		known("in-force", in, ""),
		known("horizon", horizonText(doc.Horizon), ""),
		known("act", m.s.doc.act, doc.Act.URL),
		known("body", doc.Body, ""),
		known("licence", doc.Licence, ""),
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
