package site

import (
	"bytes"
	"cmp"
	"html"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"strategia/internal/markdown"
	"strategia/internal/search"
	"strategia/internal/search/lexicon"
	"strategia/internal/strategy"
)

// Search is in parts of whole entries, each of a size that a phone loads at once;
// most documents are one part.
const wordsInPart = 60_000

// searchPart is a part of the document that is searched on its own. Its index is
// made when it is first asked for.
type searchPart struct {
	entries []*strategy.Entry
	made    func() searchMade
	// stream is the index until it is written, where nothing is written twice.
	stream atomic.Pointer[[]byte]
	// sum is that of the texts, once the index was made.
	sum atomic.Pointer[Sum]
}

// searchMade is what is kept of the index of a part: ten times less than the
// index and its texts, which matters in a document of many parts.
type searchMade struct {
	words, unknown []search.Word
	places         []Link // of the texts, from the root
}

// keep keeps those of the places that the words stand in.
func (m *searchMade) keep(places []Link) {
	at := make([]int, len(places)) // in what is kept, from 1
	for _, list := range [][]search.Word{m.words, m.unknown} {
		for _, w := range list {
			for i, t := range w.Texts {
				if at[t] == 0 {
					m.places = append(m.places, places[t])
					at[t] = len(m.places)
				}
				w.Texts[i] = at[t] - 1
			}
		}
	}
	m.places = slices.Clip(m.places)
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
		p.made = sync.OnceValue(func() searchMade {
			index, places := s.searchIndex(p)
			stream := index.Stream()
			p.stream.Store(&stream)
			made := searchMade{words: index.Words(), unknown: index.Unknown()}
			made.keep(places)
			return made
		})
	}
	return parts
}

// searchIndex makes the index of a part, and tells where its texts are.
func (s *Site) searchIndex(p *searchPart) (*search.Index, []Link) {
	cuts, sum := s.searchCuts(p.entries, true)
	p.sum.Store(&sum)
	foreign := s.foreignPages(p.entries)
	var places []Link
	for _, c := range cuts {
		for _, t := range c.Places() {
			page, _, _ := strings.Cut(t.Address, "#")
			places = append(places, Link{Href: t.Address, Text: markdown.Typeset(cmp.Or(foreign[page], s.doc.lang), t.Heading), Lang: foreign[page]})
		}
	}
	return search.New(s.lexicon(), cuts...), places
}

// searchStream returns the index of a part as it is written. A large build that
// nothing is asked of afterwards lets it go.
func (s *Site) searchStream(p *searchPart) []byte {
	p.made()
	stream := p.stream.Load()
	if s.in.Deaf {
		stream = p.stream.Swap(nil)
	}
	if stream == nil {
		index, _ := s.searchIndex(p)
		return index.Stream()
	}
	return *stream
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
			_, err := w.Write(search.File(s.searchStream(s.parts[i])))
			return err
		})
		p.out[len(p.out)-1].Alone = true
	}
	for _, a := range p.out {
		a.Alone = a.Alone || a.Layout == "index" // which asks for all parts
	}
}

// searchView is the page of results, which the script fills.
func (s *Site) searchView(r *Recorder) any {
	m := r.at(s.single("search"))
	p := m.singlePage("search")
	p.NoIndex, p.Cite = true, ""
	return SearchView{Page: p, Index: m.named("index")}
}

// searchFiles is what the addresses of the parts' indexes begin with.
const searchFiles = "assets/search-"

// lexicon is that of the document's language with the site's own words, or nil.
func (s *Site) lexicon() lexicon.Words {
	var l lexicon.Words
	switch own := s.in.Layouts.Lexicon; {
	case own != nil:
		l = own
	case s.in.Lexicon != nil:
		l = s.in.Lexicon(s.doc.lang)
	}
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
			if !slices.ContainsFunc(w.Texts, func(t int) bool { return made.places[t].Lang == "" }) {
				continue // a word of another language
			}
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
	sum := s.parts[i].sum.Load()
	if sum == nil {
		_, texts := s.searchCuts(s.parts[i].entries, false)
		sum = &texts
	}
	d.add(s.doc.lang, string(sum[:]), string(s.in.Layouts.lexiconSum[:]))
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

// searchCuts returns what can be found in entries, cut into words, if cut is set,
// and the sum of it all: the entries themselves, their sections, the terms of the
// glossary. A session that goes on cuts each entry by itself, and remembers.
func (s *Site) searchCuts(entries []*strategy.Entry, cut bool) ([]*search.Cut, Sum) {
	m := &maker{Recorder: &Recorder{s: &Site{in: s.in, s: s.s, folders: s.folders, doc: s.doc, tagged: s.tagged, years: s.years}, scratch: scratches.Get().(*scratch)}}
	defer scratches.Put(m.scratch)
	m.s.in.Deaf = true
	var d digest
	texts := searchSources.Get().(*search.Source)
	defer searchSources.Put(texts)
	texts.Reset()
	var cuts []*search.Cut
	for _, e := range entries {
		m.searchEntry(texts, e)
		if s.in.Deaf {
			continue // nobody asks for sums
		}
		sum := texts.Sum()
		d.add(string(sum[:]))
		if s.in.Cuts != nil {
			if cut {
				cuts = append(cuts, s.in.Cuts.Cut(e.Path, texts, sum))
			}
			texts.Reset()
		}
	}
	if cut && s.in.Cuts == nil {
		cuts = append(cuts, texts.Cut())
	}
	return cuts, d.sum()
}

// searchSources is room for the texts of a part.
var searchSources = sync.Pool{New: func() any { return new(search.Source) }}

var searchKinds = map[strategy.Kind]search.Kind{
	strategy.KindGoal: search.Goal, strategy.KindDocument: search.Document, strategy.KindUnit: search.Unit,
	strategy.KindGlossary: search.Term, strategy.KindChapter: search.Section, strategy.KindStrategy: search.Section,
	strategy.KindIndicator: search.Indicator, strategy.KindAction: search.Action,
}

// searchKind is the kind under which results of an entity are shown.
func searchKind(k strategy.Kind) search.Kind {
	if kind, ok := searchKinds[k]; ok {
		return kind
	}
	return search.Other
}

func (m *maker) searchEntry(s *search.Source, e *strategy.Entry) {
	page := m.s.pagePath(e.Kind, e.ID)
	heading := m.title(e)
	if e.Kind == strategy.KindStrategy {
		heading = m.s.doc.title
	}
	if e.Short != "" && !strings.Contains(heading, e.Short) {
		heading += " (" + e.Short + ")"
	}
	s.Begin(searchKind(e.Kind), heading, page, "")
	m.searchFacts(s, e)
	m.searchProse(s, e, page)
	if e == m.s.s.Index {
		m.searchPages(s)
	}
	if _, system := m.s.s.Implementation(); e.Chapter != nil && e.Chapter.Implementation == system && system != nil {
		m.searchSystem(s, system)
	}
	if e.Kind == strategy.KindGlossary {
		for _, t := range m.s.s.Terms {
			heading := t.Title
			if t.Expansion != "" {
				heading += " – " + t.Expansion
			}
			s.Begin(search.Term, heading, page, t.ID)
			s.Paragraph(t.Definition)
		}
	}
}

// searchSection begins a section of an entry.
func (m *maker) searchSection(s *search.Source, e *strategy.Entry, i int, page string) {
	sec := e.Sections[i]
	heading := sec.Title
	if number := cmp.Or(sec.Cite, sec.Number); number != "" {
		heading = number + ". " + sec.Title
	} else if e.Title != "" {
		heading = e.Title + ": " + sec.Title
	}
	s.Begin(search.Section, heading, page, sec.Anchor)
}

// apartTag reports whether an element sets its text apart from what is around.
func apartTag(element []byte) bool {
	switch string(element) {
	case "p", "li", "td", "th", "dt", "dd", "caption", "figcaption", "blockquote", "pre", "div", "tr", "br", "section",
		"h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

// searchProse adds an entry's text without tags, section by section. The HTML is
// our own: a tag is whatever stands in "<…>".
func (m *maker) searchProse(s *search.Source, e *strategy.Entry, page string) {
	prose := m.s.in.Prose(e, &m.scratch.prose)
	f := filler{m: m, e: e}
	text := markdown.Splice(m.scratch.filled[:0], prose, func(dst []byte, kind byte, arg []byte) []byte {
		if kind == markdown.SlotText {
			return f.fill(dst, kind, arg)
		}
		return dst
	})
	m.scratch.filled = text
	run := m.scratch.linked[:0]
	section, heading := -1, false
	for len(text) > 0 {
		i := bytes.IndexByte(text, '<')
		if i < 0 {
			i = len(text)
		}
		if !heading {
			run = append(run, text[:i]...)
		}
		text = text[i:]
		n := tagEnd(text)
		name, closing := tagName(text[:n]), bytes.HasPrefix(text, []byte("</"))
		if !apartTag(name) {
			text = text[n:]
			continue
		}
		s.ParagraphBytes(unescaped(run))
		run = run[:0]
		if len(name) == 2 && name[0] == 'h' {
			if heading = !closing; heading {
				if section++; section < len(e.Sections) && e.Sections[section].Level > 1 {
					m.searchSection(s, e, section, page)
				}
			}
		}
		text = text[n:]
	}
	s.ParagraphBytes(unescaped(run))
	m.scratch.linked = run
}

// unescaped is HTML text without its entities.
func unescaped(text []byte) []byte {
	if bytes.IndexByte(text, '&') < 0 {
		return text
	}
	return []byte(html.UnescapeString(string(text)))
}
