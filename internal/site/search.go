package site

import (
	"bytes"
	"cmp"
	"html"
	"io"
	"slices"
	"strings"
	"sync"

	"strategia/internal/markdown"
	"strategia/internal/search"
	"strategia/internal/search/lexicon"
	"strategia/internal/strategy"
)

// Search is in parts of whole entries, each of a size that a phone loads at once;
// most documents are one part.
const wordsInPart = 60_000

// searchPart is a part of the document that is searched on its own. Its texts and
// its index are made when they are first asked for.
type searchPart struct {
	entries []*strategy.Entry
	texts   func() []search.Text
	made    func() searchMade
}

// searchMade is what is kept of the index of a part: ten times less than the
// index and its texts, which matters in a document of many parts.
type searchMade struct {
	stream         []byte
	words, unknown []search.Word
	places         []Link // of the texts, from the root
}

// searchParts divides the document into the parts that are searched.
func (s *Site) searchParts() []*searchPart {
	var parts []*searchPart
	words := wordsInPart
	for _, e := range s.s.Entries() {
		if words += e.Words; words > wordsInPart || parts == nil {
			parts = append(parts, &searchPart{})
			words = e.Words
		}
		last := parts[len(parts)-1]
		last.entries = append(last.entries, e)
	}
	for _, p := range parts {
		p.texts = func() []search.Text { return s.searchTexts(p.entries) }
		p.made = sync.OnceValue(func() searchMade {
			texts := p.texts()
			index := search.New(s.lexicon(), texts)
			m := searchMade{stream: index.Stream(), words: index.Words(), unknown: index.Unknown()}
			foreign := s.foreignPages(p.entries)
			for _, t := range texts {
				m.places = append(m.places, Link{Href: address(t), Text: markdown.Typeset(cmp.Or(foreign[t.Page], s.doc.lang), t.Heading), Lang: foreign[t.Page]})
			}
			return m
		})
	}
	return parts
}

// foreignPages are the languages of the pages whose text isn't in the document's.
func (s *Site) foreignPages(entries []*strategy.Entry) map[string]string {
	out := map[string]string{}
	for _, e := range entries {
		if e.Lang != "" && e.Lang != s.doc.lang {
			out[s.pagePath(e.Kind, e.ID)] = e.Lang
		}
	}
	return out
}

// search plans the files of the index.
func (p *planner) search() {
	for i := range p.parts {
		p.add(searchFiles+itoa(i)+".js", "", func(s *Site, r *Recorder, w io.Writer) error {
			r.note(FactSearch, itoa(i))
			_, err := w.Write(search.File(s.parts[i].made().stream))
			return err
		})
	}
}

// searchView is the page of results, which the script fills.
func (s *Site) searchView(r *Recorder) any {
	m := r.at(s.single("search"))
	p := m.singlePage("search")
	p.NoIndex = true
	return SearchView{Page: p, Index: m.named("index")}
}

// searchFiles is what the addresses of the parts' indexes begin with.
const searchFiles = "assets/search-"

// lexicon is that of the document's language with the site's own words, or nil.
func (s *Site) lexicon() lexicon.Words {
	if s.in.Lexicon == nil {
		return nil
	}
	l := s.in.Lexicon(s.doc.lang)
	if l == nil {
		return nil
	}
	own := map[string][]string{}
	for _, t := range s.s.Terms {
		if forms := append([]string{t.Title}, t.Variants...); len(t.Variants) > 0 && !slices.ContainsFunc(forms, func(f string) bool { return strings.ContainsAny(f, " -") }) {
			own[t.ID] = forms
		}
	}
	return lexicon.With(l, own)
}

// searchWords returns the words that the texts of the document speak of, with where,
// and notes what they follow from.
func (m *maker) searchWords() []IndexItem {
	var out []IndexItem
	at := map[string]int{}
	for i, p := range m.s.parts {
		m.note(FactWords, itoa(i))
		made := p.made()
		for _, w := range made.words {
			n, ok := at[w.Base]
			if !ok {
				n = len(out)
				at[w.Base] = n
				out = append(out, IndexItem{Text: w.Base})
			}
			for _, t := range w.Texts {
				out[n].Places = append(out[n].Places, Link{Href: m.root + made.places[t].Href, Text: made.places[t].Text, Lang: made.places[t].Lang})
			}
		}
	}
	return out
}

func address(t search.Text) string {
	if t.Anchor == "" {
		return t.Page
	}
	return t.Page + "#" + t.Anchor
}

// SearchFiles are the paths of the indexes, part by part.
func (s *Site) SearchFiles() []string {
	var out []string
	for i := range s.parts {
		out = append(out, searchFiles+itoa(i)+".js")
	}
	return out
}

// UnknownWord is a word of the document that no source knows, and the places that
// have it.
type UnknownWord struct {
	Word   string
	Places []string
}

// UnknownWords are the words that no source knows, sorted within each part.
func (s *Site) UnknownWords() []UnknownWord {
	var out []UnknownWord
	for _, p := range s.parts {
		made := p.made()
		for _, w := range made.unknown {
			u := UnknownWord{Word: w.Base}
			for _, t := range w.Texts {
				u.Places = append(u.Places, made.places[t].Href)
			}
			out = append(out, u)
		}
	}
	return out
}

// sumSearch covers what a part is made of.
func (s *Site) sumSearch(d *digest, arg string) {
	i, ok := index([]byte(arg), len(s.parts))
	d.flag(ok)
	if !ok {
		return
	}
	d.add(s.doc.lang)
	for _, t := range s.parts[i].texts() {
		d.add(string(rune('0'+t.Kind)), t.Heading, t.Page, t.Anchor)
		d.add(t.Paragraphs...)
	}
}

// sumWords covers what the index lists of a part.
func (s *Site) sumWords(d *digest, arg string) {
	i, ok := index([]byte(arg), len(s.parts))
	d.flag(ok)
	if !ok {
		return
	}
	made := s.parts[i].made()
	for _, w := range made.words {
		d.add(w.Base)
		for _, t := range w.Texts {
			d.add(made.places[t].Text, made.places[t].Href, made.places[t].Lang)
		}
	}
}

// searchTexts are what can be found in entries: the entries themselves, their
// sections, the terms of the glossary.
func (s *Site) searchTexts(entries []*strategy.Entry) []search.Text {
	m := &maker{Recorder: &Recorder{s: &Site{in: s.in, s: s.s, folders: s.folders, doc: s.doc}, scratch: &scratch{}}}
	m.s.in.Deaf = true
	var out []search.Text
	for _, e := range entries {
		out = append(out, m.searchEntry(e)...)
	}
	return out
}

var searchKinds = map[strategy.Kind]search.Kind{
	strategy.KindGoal: search.Goal, strategy.KindDocument: search.Document, strategy.KindUnit: search.Unit,
	strategy.KindGlossary: search.Term, strategy.KindChapter: search.Section, strategy.KindStrategy: search.Section,
}

func (m *maker) searchEntry(e *strategy.Entry) []search.Text {
	page := m.s.pagePath(e.Kind, e.ID)
	kind := searchKinds[e.Kind]
	own := search.Text{Kind: kind, Heading: m.title(e), Page: page}
	if e.Kind == strategy.KindStrategy {
		own.Heading = m.s.doc.title
	}
	if e.Short != "" && !strings.Contains(own.Heading, e.Short) {
		own.Heading += " (" + e.Short + ")"
	}
	own.Paragraphs = m.searchFacts(e)
	out := []search.Text{own}
	section := -1
	for _, p := range m.paragraphs(e) {
		if p.section != section && p.section < len(e.Sections) {
			if section = p.section; e.Sections[section].Level > 1 {
				out = append(out, m.searchSection(e, section, page))
			}
		}
		if p.text != "" {
			last := &out[len(out)-1]
			last.Paragraphs = append(last.Paragraphs, p.text)
		}
	}
	if e.Kind == strategy.KindGlossary {
		for _, t := range m.s.s.Terms {
			heading := t.Title
			if t.Expansion != "" {
				heading += " – " + t.Expansion
			}
			out = append(out, search.Text{Kind: search.Term, Heading: heading, Page: page, Anchor: t.ID, Paragraphs: []string{t.Definition}})
		}
	}
	return out
}

// searchSection is a section of an entry, without its text.
func (m *maker) searchSection(e *strategy.Entry, i int, page string) search.Text {
	sec := e.Sections[i]
	t := search.Text{Kind: search.Section, Page: page, Anchor: sec.Anchor, Heading: sec.Title}
	if number := cmp.Or(sec.Cite, sec.Number); number != "" {
		t.Heading = number + ". " + sec.Title
	} else if e.Title != "" {
		t.Heading = e.Title + ": " + sec.Title
	}
	return t
}

// searchFacts are the words that an entry's page shows beside its text.
func (m *maker) searchFacts(e *strategy.Entry) []string {
	var out []string
	add := func(parts ...string) {
		if t := strings.TrimSpace(strings.Join(parts, " ")); t != "" {
			out = append(out, t)
		}
	}
	add(e.Summary)
	switch e.Kind {
	case strategy.KindStrategy:
		add(e.Strategy.Vision.Text)
		add(e.Strategy.Mission.Text)
		add(e.Strategy.Body)
	case strategy.KindGoal:
		add(e.Goal.Area)
		for _, u := range e.Goal.Units {
			if c, ok := m.card(u.Unit); ok {
				add(c.Title, u.Role)
			}
		}
	case strategy.KindDocument:
		for _, g := range e.Document.Goals {
			add(g.Number, g.Title)
			add(g.Text)
		}
	case strategy.KindUnit:
		for _, role := range m.s.s.RolesOf(e) {
			add(role.Role)
		}
	}
	return out
}

// paragraph is a paragraph of a text, without tags, and the section it stands in.
type paragraph struct {
	section int
	text    string
}

// apartTags are the elements that set their text apart from what is around.
var apartTags = map[string]bool{
	"p": true, "li": true, "td": true, "th": true, "dt": true, "dd": true, "caption": true, "figcaption": true,
	"blockquote": true, "pre": true, "div": true, "tr": true, "br": true, "section": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

// paragraphs reads an entry's text. A heading begins a section and is no
// paragraph. The HTML is our own: a tag is whatever stands in "<…>".
func (m *maker) paragraphs(e *strategy.Entry) []paragraph {
	prose := m.s.in.Prose(e, &m.scratch.prose)
	f := filler{m: m, e: e}
	text := markdown.Splice(m.scratch.filled[:0], prose, func(dst []byte, kind byte, arg []byte) []byte {
		if kind == markdown.SlotText {
			return f.fill(dst, kind, arg)
		}
		return dst
	})
	m.scratch.filled = text
	var out []paragraph
	var run []byte
	section, heading := -1, false
	end := func() {
		if t := strings.TrimSpace(html.UnescapeString(string(run))); t != "" && !heading {
			out = append(out, paragraph{section, t})
		}
		run = run[:0]
	}
	for len(text) > 0 {
		i := bytes.IndexByte(text, '<')
		if i < 0 {
			i = len(text)
		}
		run = append(run, text[:i]...)
		text = text[i:]
		n := tagEnd(text)
		if name := tagName(text[:n]); apartTags[string(name)] {
			closing := bytes.HasPrefix(text, []byte("</"))
			isHeading := len(name) == 2 && name[0] == 'h' && name[1] != 'r'
			end()
			if isHeading && !closing {
				section++
				out = append(out, paragraph{section, ""})
			}
			if isHeading {
				heading = !closing
			}
		}
		text = text[n:]
	}
	end()
	return out
}
