package site

import (
	"encoding/json"
	"html/template"
	"strings"

	"strategia/internal/strategy"
)

// Linked data for search engines and harvesters: schema.org in JSON-LD, a data
// block that no browser runs. Addresses are full where the site's is known, else
// relative to the page.

type ld map[string]any // marshalled by sorted keys

// linkedData writes the data block of a page: where it stands, and what it is.
func (m *maker) linkedData(p *Page) template.HTML {
	graph := m.about
	if len(p.Crumbs) > 0 {
		var items []ld
		for i, c := range append(p.Crumbs[:len(p.Crumbs):len(p.Crumbs)], Link{Text: p.Title}) {
			item := ld{"@type": "ListItem", "position": i + 1, "name": c.Text}
			if c.Href != "" {
				item["item"] = m.full(c.Href)
			}
			items = append(items, item)
		}
		graph = append(graph, ld{"@type": "BreadcrumbList", "itemListElement": items})
	}
	if len(graph) == 0 {
		return ""
	}
	// The encoder escapes "<", ">" and "&": no text ends the block.
	b, err := json.Marshal(ld{"@context": "https://schema.org", "@graph": graph})
	if err != nil {
		panic(err) // maps of strings, numbers and lists
	}
	plain := strings.ReplaceAll(string(b), "\u00a0", " ") // no line of it is printed
	return template.HTML(`<script type="application/ld+json">` + plain + "</script>\n")
}

// full returns the address of a link of this page as other sites would write it.
func (m *maker) full(href string) string {
	if m.s.doc.base == "" || strings.Contains(href, ":") {
		return href
	}
	return m.s.doc.base + strings.TrimPrefix(href, m.root)
}

// report describes the document itself.
func (m *maker) report() ld {
	e := m.s.s.Index
	d := e.Strategy
	r := ld{"@type": "Report", "@id": m.full(m.root+"index.html") + "#dokument", "name": m.s.doc.title, "inLanguage": m.s.doc.lang, "url": m.full(m.root + "index.html")}
	put := func(key, value string) {
		if value != "" {
			r[key] = value
		}
	}
	put("version", d.Edition)
	put("alternateName", e.Short)
	put("description", description(cmpOr(e.Summary, d.Vision.Text)))
	put("datePublished", string(d.Act.Date))
	put("license", d.Licence)
	if d.Body != "" {
		r["publisher"] = ld{"@type": "GovernmentOrganization", "name": d.Body}
	}
	if d.Horizon.From != 0 && d.Horizon.To != 0 {
		r["temporalCoverage"] = itoa(d.Horizon.From) + "/" + itoa(d.Horizon.To)
	}
	if d.Act.URL != "" {
		r["isBasedOn"] = d.Act.URL
	}
	return r
}

// dataset describes the open data.
func (m *maker) dataset() ld {
	file := func(name, format string) ld {
		return ld{"@type": "DataDownload", "contentUrl": m.full(m.root + m.s.data(name)), "encodingFormat": format}
	}
	files := []ld{file("strategia.json", "application/json")}
	for _, name := range []string{"goals", "documents", "units", "glossary", "index"} {
		if m.s.has(name) {
			files = append(files, file(name+".csv", "text/csv"))
		}
	}
	files = append(files, file("chapters.csv", "text/csv"))
	d := ld{
		"@type": "Dataset", "name": m.word("dataset.name", m.s.doc.title), "description": m.word("dataset.description", m.s.doc.title),
		"inLanguage": m.s.doc.lang, "distribution": files, "isAccessibleForFree": true,
	}
	if l := m.s.doc.licence; l != "" {
		d["license"] = l
	}
	if b := m.s.doc.body; b != "" {
		d["creator"] = ld{"@type": "GovernmentOrganization", "name": b}
	}
	return d
}

// definedTerm describes a goal: schema.org has no goals, and a term with a code,
// defined in a set, is what a goal is to other documents.
func (m *maker) definedTerm(e *strategy.Entry, c Card) ld {
	t := ld{"@type": "DefinedTerm", "name": c.Title, "inDefinedTermSet": m.full(m.root + m.s.single("goals")), "identifier": e.ID}
	if c.Number != "" {
		t["termCode"] = c.Number
	}
	if e.Summary != "" {
		t["description"] = e.Summary
	}
	return t
}

// chapterData describes a chapter as a part of the document.
func (m *maker) chapterData(e *strategy.Entry) ld {
	c := ld{"@type": "Chapter", "name": e.Title, "isPartOf": m.full(m.root+"index.html") + "#dokument"}
	if e.Number != "" {
		c["position"] = e.Number
	}
	if e.Summary != "" {
		c["abstract"] = e.Summary
	}
	return c
}
