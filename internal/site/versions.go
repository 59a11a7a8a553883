package site

import "strategia/internal/strategy"

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
