package site

import (
	"slices"
	"strings"

	"strategia/internal/strategy"
)

// endonyms are languages in their own words, as their readers look for them.
var endonyms = map[string]string{
	"pl": "Polski", "en": "English", "de": "Deutsch", "uk": "Українська", "fr": "Français", "es": "Español", "it": "Italiano",
	"cs": "Čeština", "sk": "Slovenčina", "lt": "Lietuvių", "be": "Беларуская", "ru": "Русский", "csb": "Kaszëbsczi", "szl": "Ślōnski",
}

// versions are the translations of an entity and its original, or nil if there
// is but one.
func (m *maker) versions(e *strategy.Entry) []Version {
	m.note(FactVersions, e.Ref().String())
	var out []Version
	for _, v := range m.s.versions[e] {
		c, _ := m.card(v.Ref())
		lang := m.s.s.LangOf(v)
		out = append(out, Version{
			Lang: lang, Name: cmpOr(endonyms[lang], lang), Title: c.Title, Current: v == e, Href: c.Href, Address: m.full(c.Href),
		})
	}
	return out
}

// sumVersions covers the same.
func (s *Site) sumVersions(d *digest, arg string) {
	ref, _, ok := reference(arg)
	if !ok {
		return
	}
	for _, v := range s.versions[s.entry(ref.Kind, ref.ID)] {
		d.add(v.Ref().String(), s.s.LangOf(v))
	}
}

// translated lists the languages in which there are translations, ordered.
func (s *Site) translated() []string {
	var out []string
	for _, e := range s.s.Translations {
		if lang := s.s.LangOf(e); lang != s.doc.lang && len(s.versions[e]) > 1 && !slices.Contains(out, lang) {
			out = append(out, lang)
		}
	}
	slices.Sort(out)
	return out
}

// wholePath is the path of the page of the whole document, or of all that is
// there of it in another language.
func (s *Site) wholePath(lang string) string {
	path := s.single("whole")
	if lang == "" || lang == s.doc.lang {
		return path
	}
	return strings.TrimSuffix(path, ".html") + "-" + strings.ToLower(lang) + ".html"
}

// wholeVersions are the languages of the page of the whole document, nil if it is
// one.
func (m *maker) wholeVersions() []Version {
	if m.note(FactPlan, ""); len(m.s.languages) == 0 {
		return nil
	}
	var out []Version
	for _, lang := range append([]string{m.s.doc.lang}, m.s.languages...) {
		href := m.root + m.s.wholePath(lang)
		out = append(out, Version{Lang: lang, Name: cmpOr(endonyms[lang], lang), Title: m.s.doc.title,
			Current: m.s.wholePath(lang) == m.path, Href: href, Address: m.full(href)})
	}
	return out
}
