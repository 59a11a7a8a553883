package site

import (
	"io"
	"path"
	"regexp"
	"strings"

	"strategia/internal/markdown"
	"strategia/internal/strategy"
)

// openTable says of an artefact which table of open data it is.
type openTable struct {
	// name is that of its columns, see tables; "indicator" and "matrix" have
	// columns of their own, an author's table "".
	name string
	// about is the entity that it is about, or zero; number of an author's
	// table, its place in the text.
	about  strategy.Ref
	number int
}

// The description of all open data as a Data Package
// (https://datapackage.org/standard/data-package/, version 2), which validators
// and programs of others read.
type (
	dataPackage struct {
		Schema       string            `json:"$schema"`
		Name         string            `json:"name"`
		Title        string            `json:"title,omitempty"`
		Description  string            `json:"description,omitempty"`
		Homepage     string            `json:"homepage,omitempty"`
		Version      string            `json:"version,omitempty"`
		Licenses     []dataLicence     `json:"licenses,omitempty"`
		Contributors []dataContributor `json:"contributors,omitempty"`
		Resources    []dataResource    `json:"resources"`
	}
	dataLicence struct {
		Name  string `json:"name"`
		Title string `json:"title,omitempty"`
	}
	dataContributor struct {
		Title string   `json:"title"`
		Roles []string `json:"roles"`
	}
	dataResource struct {
		Name      string     `json:"name"`
		Path      string     `json:"path"`
		Title     string     `json:"title,omitempty"`
		Type      string     `json:"type,omitempty"`
		Format    string     `json:"format"`
		Mediatype string     `json:"mediatype"`
		Encoding  string     `json:"encoding"`
		Schema    *dataTable `json:"schema,omitempty"`
	}
	dataTable struct {
		Fields     []column `json:"fields"`
		PrimaryKey []string `json:"primaryKey,omitempty"`
	}
)

// licenceName is what the standard allows as the name of a licence.
var licenceName = regexp.MustCompile(`^[-a-zA-Z0-9._]+$`)

// writeDataPackage writes the description of the open data. Which there are is
// part of the plan.
func (s *Site) writeDataPackage(r *Recorder, w io.Writer) error {
	m := r.at(s.data("datapackage.json"))
	m.note(FactDocument, "")
	m.note(FactPlan, "")
	m.note(FactLayout, "base") // for the words
	doc := &s.doc
	p := dataPackage{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: cmpOr(markdown.Fold(doc.cite), "strategia"),
		Title: m.word("dataset.name", doc.title), Description: m.word("dataset.description", doc.title), Homepage: doc.base, Version: doc.edition,
	}
	// "CC BY 4.0" is called CC-BY-4.0 in lists of licences.
	if name := strings.ReplaceAll(doc.licence, " ", "-"); licenceName.MatchString(name) {
		p.Licenses = []dataLicence{{name, doc.licence}}
	}
	if doc.body != "" {
		p.Contributors = []dataContributor{{doc.body, []string{"publisher"}}}
	}
	p.Resources = append(p.Resources, dataResource{Name: "strategia", Path: "strategia.json", Title: m.word("data.json"), Format: "json", Mediatype: "application/json", Encoding: "utf-8"})
	p.Resources = append(p.Resources, dataResource{Name: "strategia.schema", Path: "strategia.schema.json", Title: m.word("data.schema"), Format: "json", Mediatype: "application/schema+json", Encoding: "utf-8"})
	for _, a := range s.Artefacts {
		if a.table != nil {
			p.Resources = append(p.Resources, m.resource(a))
		}
	}
	return writeIndented(w, p)
}

// resource describes one table. The columns of an author's table are the author's:
// it is described as a file.
func (m *maker) resource(a *Artefact) dataResource {
	file := path.Base(a.Path)
	out := dataResource{Name: strings.TrimSuffix(file, ".csv"), Path: file, Format: "csv", Mediatype: "text/csv", Encoding: "utf-8"}
	t, e := a.table, (*strategy.Entry)(nil)
	if t.about.Kind != strategy.KindNone {
		e = m.source(m.s.own(t.about))
		card, _ := m.card(t.about)
		out.Title = card.text()
	} else if m.s.Words().Has("title." + t.name) {
		out.Title = m.word("title." + t.name)
	}
	var columns []column
	switch t.name {
	case "":
		if caption := e.Tables[t.number].Caption; caption != "" {
			out.Title = caption
		}
		return out
	case "indicator":
		columns = m.indicatorColumns(e)
	case "matrix":
		x := m.matrix(e, "")
		columns = m.matrixColumns(&x)
	default:
		columns = m.columns(t.name)
	}
	seen := map[string]bool{}
	for _, c := range columns {
		if seen[c.Name] {
			return out // two columns of a name can't be described
		}
		seen[c.Name] = true
	}
	out.Type, out.Schema = "table", &dataTable{Fields: columns}
	if t.about.Kind == strategy.KindNone && columns[0].Name == m.word("column.id") {
		out.Schema.PrimaryKey = []string{columns[0].Name}
	}
	return out
}
