package site

import (
	"slices"
	"strings"
	"unicode/utf8"

	"strategia/internal/strategy"
)

// What concerns a reader: the tags of goals and chapters, a page that offers
// them all and a page for each.

// tagPath is the path of a tag's page: "temat/energia.html".
func (s *Site) tagPath(t strategy.Tag) string {
	return s.Words().Get("path."+string(t.Kind)) + "/" + t.ID + ".html"
}

// tags plans the page of each tag.
func (p *planner) tags() {
	for _, t := range p.tagged {
		tag := t.Tag
		p.addPage(p.tagPath(tag), "topic", func(s *Site, r *Recorder) any { return s.topicView(r, s.tag(tag)) })
	}
}

// tag returns what carries a tag, nil if nothing does.
func (s *Site) tag(tag strategy.Tag) *strategy.Tagged {
	i := slices.IndexFunc(s.tagged, func(t *strategy.Tagged) bool { return t.ID == tag.ID && t.Kind == tag.Kind })
	if i < 0 {
		return nil
	}
	return s.tagged[i]
}

// ownTags are the tags of a goal, action or chapter as links. They are told by the
// entity's own source: a tag that something carries has a page.
func (m *maker) ownTags(e *strategy.Entry) []TagGroup {
	var out []TagGroup
	for _, kind := range strategy.TagKinds {
		g := TagGroup{Kind: string(kind), Title: m.word("tag." + string(kind))}
		for _, t := range e.Tags {
			if t.Kind == kind {
				g.Tags = append(g.Tags, TagLink{Link: Link{Href: m.root + m.s.tagPath(t), Text: m.stated(t.Title)}})
			}
		}
		if g.Tags != nil {
			out = append(out, g)
		}
	}
	return out
}

// allTags are the tags of the whole site by kind.
func (m *maker) allTags() []TagGroup {
	m.note(FactTagged, "")
	var out []TagGroup
	for _, t := range m.s.tagged {
		if n := len(out); n == 0 || out[n-1].Kind != string(t.Kind) {
			out = append(out, TagGroup{Kind: string(t.Kind), Title: m.word("tag-question." + string(t.Kind))})
		}
		g := &out[len(out)-1]
		g.Tags = append(g.Tags, TagLink{
			Link:  Link{Href: m.root + m.s.tagPath(t.Tag), Text: m.stated(capital(t.Title))},
			Count: m.count(t),
		})
	}
	return out
}

// capital is a tag as a heading has it.
func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// count says in words how much a tag gathers.
func (m *maker) count(t *strategy.Tagged) string {
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{{"tag.goals", len(t.Goals)}, {"tag.actions", len(t.Actions)}, {"tag.chapters", len(t.Chapters)}} {
		if p.n > 0 {
			parts = append(parts, m.word(p.key, itoa(p.n)))
		}
	}
	return strings.Join(parts, ", ")
}

func (s *Site) concernsView(r *Recorder) any {
	m := r.at(s.single("concerns"))
	return ConcernsView{Page: m.singlePage("concerns"), Groups: m.allTags()}
}

func (s *Site) topicView(r *Recorder, t *strategy.Tagged) any {
	m := r.at(s.tagPath(t.Tag))
	m.note(FactTagged, t.String())
	kind := m.word("tag." + string(t.Kind))
	p := m.page("topic", m.stated(capital(t.Title)), m.path, m.named("concerns"))
	p.Window = kind + ": " + t.Title + " – " + s.doc.cite
	p.Description = m.word("description.topic", t.Title)
	p.Place = s.Words().PageName(capital(t.Title))
	p.Cite = m.citation(p.Place, p.Canonical)
	return TopicView{Page: p, Kind: kind, Goals: m.gists(t.Goals), Actions: m.gists(t.Actions), Chapters: m.gists(t.Chapters)}
}

// gists are cards with what is said of each in plain language, which the fact of
// the tag covers.
func (m *maker) gists(entries []*strategy.Entry) []Gist {
	var out []Gist
	for _, e := range entries {
		c, _ := m.card(e.Ref())
		out = append(out, Gist{Card: c, Summary: m.typeset(e, e.Summary), Lang: m.foreign(e)})
	}
	return out
}

// sumTagged covers what is shown of a tag, or for "" of all.
func (s *Site) sumTagged(d *digest, arg string) {
	for _, t := range s.tagged {
		switch arg {
		case "":
			d.add(t.String(), t.Title, itoa(len(t.Goals)), itoa(len(t.Actions)), itoa(len(t.Chapters)))
		case t.String():
			d.add(t.Title)
			for _, e := range t.Entries() {
				d.add(e.Ref().String(), e.Summary, e.Lang)
			}
		}
	}
}

// pace is how many words a minute people read aloud and attentively, by language:
// S. Trauzettel-Klosinski, K. Dietz, "Standardized Assessment of Reading
// Performance: The New International Reading Speed Texts IReST", Investigative
// Ophthalmology & Visual Science 53 (2012).
var pace = map[string]int{"pl": 166, "en": 228, "de": 179}

// readingTime says how long a text takes to read; "" for a text of a minute.
func (m *maker) readingTime(e *strategy.Entry) string {
	lang := m.s.doc.lang
	if e.Lang != "" {
		lang = e.Lang
	}
	perMinute, known := pace[lang]
	if !known {
		perMinute = 180
	}
	if minutes := (e.Words + perMinute/2) / perMinute; minutes > 1 {
		return m.word("reading-time", itoa(minutes))
	}
	return ""
}
