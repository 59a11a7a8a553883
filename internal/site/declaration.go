package site

import (
	"html/template"
	"slices"
	"strings"

	"strategia/internal/strategy"
)

// declarationIDs are the ids by which the validator of the Polish technical
// conditions (version 2.0 of 31 July 2024) knows the parts of a declaration, by
// the front-matter key that a part is written from. The ids without a key stand
// in every declaration that has the others.
var declarationIDs = []struct{ id, key string }{
	{"a11y-wstep", ""}, {"a11y-podmiot", "body"}, {"a11y-zakres", ""}, {"a11y-url", "base_url"},
	{"a11y-data-publikacja", "accessibility.published"}, {"a11y-data-aktualizacja", "accessibility.updated"},
	{"a11y-status", "accessibility.status"}, {"a11y-data-sporzadzenie", "accessibility.prepared"},
	{"a11y-kontakt", "accessibility.contact"}, {"a11y-email", "accessibility.email"}, {"a11y-telefon", "accessibility.phone"},
	{"a11y-procedura", ""},
	{"a11y-architektura", "accessibility.architecture"}, {"a11y-komunikacja", "accessibility.communication"},
}

// Declaration returns the path of the page with the declaration of accessibility
// and the ids that it must hold exactly once: none where no declaration is made,
// and not those of parts that nothing is said of.
func (s *Site) Declaration() (path string, ids []string) {
	path = s.single("declaration")
	a := s.s.Index.Strategy.Accessibility
	if a == nil || a.Missing != "" {
		return path, nil
	}
	lacks := s.lacks()
	for _, part := range declarationIDs {
		if part.key == "" || !slices.Contains(lacks, part.key) {
			ids = append(ids, part.id)
		}
	}
	for id, said := range map[string]bool{
		"a11y-data-przeglad": a.Reviewed != "", "a11y-ocena": a.CostsURL != "",
		"a11y-architektura-url": a.ArchitectureURL != "", "a11y-aplikacje": len(a.Apps) > 0,
	} {
		if said {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return path, ids
}

// lacks are the required parts that nothing is said of. The site's address may
// be given when it is built.
func (s *Site) lacks() []string {
	return slices.DeleteFunc(s.s.Index.Strategy.Lacks(), func(key string) bool { return key == "base_url" && s.doc.base != "" })
}

func (s *Site) declarationView(r *Recorder) any {
	m := r.at(s.single("declaration"))
	m.source(s.s.Index)
	v := DeclarationView{Page: m.singlePage("declaration"), Body: s.doc.body, Address: s.doc.base}
	for _, key := range s.lacks() {
		v.Lacks = append(v.Lacks, m.word("part."+strings.TrimPrefix(key, "accessibility.")))
	}
	a := s.s.Index.Strategy.Accessibility
	if a == nil || a.Missing != "" {
		if a != nil {
			v.Missing = a.Missing
		}
		return v
	}
	v.Made = true
	v.Published, v.Updated = m.day(a.Published), m.day(a.Updated)
	v.Prepared, v.Reviewed = m.day(a.Prepared), m.day(a.Reviewed)
	if a.Status != "" {
		v.Status = m.word("compliance." + string(a.Status))
	}
	v.Method, v.Aids, v.Shortcuts = m.stated(a.Method), m.stated(a.Aids), m.stated(a.Shortcuts)
	v.Nonconformities, v.Exemptions, v.Costs, v.CostsURL = m.statedAll(a.Nonconformities), m.statedAll(a.Exemptions), m.statedAll(a.Costs), a.CostsURL
	v.Contact, v.Email, v.Phone, v.Call = a.Contact, a.Email, strings.ReplaceAll(a.Phone, " ", "\u00a0"), dialled(a.Phone)
	v.Architecture, v.ArchitectureURL, v.Communication = m.stated(a.Architecture), a.ArchitectureURL, m.stated(a.Communication)
	v.Ombudsman = m.word("declaration.ombudsman-url")
	for _, app := range a.Apps {
		v.Apps = append(v.Apps, Link{Href: app.URL, Text: app.Title})
	}
	return v
}

// statedAll is stated of each text of a list.
func (m *maker) statedAll(texts []string) []string {
	var out []string
	for _, t := range texts {
		out = append(out, m.stated(t))
	}
	return out
}

// day is a date for machines and for people, or the zero Day.
func (m *maker) day(d strategy.Date) Day {
	return Day{string(d), m.s.Words().Date(d)}
}

// dialled is a link to a telephone number: RFC 3966 knows no spaces. Of what the
// author wrote only digits and "+" are left, so it is safe as it is.
func dialled(phone string) template.URL {
	return "tel:" + template.URL(strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone))
}
