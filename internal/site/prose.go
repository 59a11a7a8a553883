package site

import (
	"bytes"
	"html"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"strategia/internal/markdown"
	"strategia/internal/strategy"
)

// body returns an entry's text as HTML for this page: the prose that was
// rendered once, its slots filled with what only the whole site knows. It is
// valid until the next call: an artefact that holds many bodies makes one after
// the other.
func (m *maker) body(e *strategy.Entry) []byte {
	m.source(e)
	room := m.scratch
	prose := m.s.in.Prose(e, &room.prose)
	if len(prose) == 0 {
		return nil
	}
	f := filler{m: m, e: e, lang: m.langAttribute(e)}
	room.filled = markdown.Splice(room.filled[:0], prose, f.fill)
	if f.err != nil {
		panic(f.err)
	}
	m.note(FactTerms, "")
	if m.linker == nil {
		m.linker = m.s.terms.linker(m.glossaryHref())
	}
	if m.linker.left == 0 {
		return room.filled
	}
	linked := m.linker.link(room.linked[:0], room.filled)
	if m.linker.done > 0 { // else it is room.filled itself
		room.linked = linked
	}
	return linked
}

// glossaryHref is what an id of the glossary is put behind to link to it.
func (m *maker) glossaryHref() string {
	if m.whole {
		return "#" + m.s.Words().Get("path.glossary") + "."
	}
	return m.root + m.s.single("glossary") + "#"
}

// filler fills the slots of one entry's prose. The kinds of slots are described
// in package markdown.
type filler struct {
	m *maker
	e *strategy.Entry
	// lang marks an element as in the document's language where the entry's text
	// is in another, else "".
	lang string
	err  error
}

// langAttribute tells, within an entry's text, the words of the interface from
// those of the text: ` lang="pl"`, or "" where both are in one language.
func (m *maker) langAttribute(e *strategy.Entry) string {
	if m.foreign(e) == "" {
		return ""
	}
	return ` lang="` + html.EscapeString(m.s.doc.lang) + `"`
}

func (f *filler) fill(dst []byte, kind byte, arg []byte) []byte {
	switch kind {
	case markdown.SlotHref:
		if arg[0] == '#' {
			dst = append(append(dst, '#'), f.m.prefix...)
			return append(dst, arg[1:]...)
		}
		return f.href(dst, string(arg))
	case markdown.SlotText:
		text, lang := f.words(string(arg))
		return f.m.appendForeign(dst, text, lang, f.m.s.s.LangOf(f.e))
	case markdown.SlotLang:
		return append(dst, f.lang...)
	case markdown.SlotID:
		return f.ids(dst, arg)
	case markdown.SlotImage:
		return f.href(dst, string(arg))
	case markdown.SlotSize:
		return f.size(dst, string(arg))
	case markdown.SlotWord:
		key, param, _ := strings.Cut(string(arg), "|")
		return appendEscaped(dst, f.m.word(key, param))
	case markdown.SlotPermalink:
		return f.permalink(dst, arg)
	case markdown.SlotPassage:
		return f.passage(dst, arg)
	case markdown.SlotCSV:
		return f.csv(dst, arg)
	case markdown.SlotLine:
		return f.source(dst, arg)
	case markdown.SlotBlock:
		return f.block(dst, arg)
	}
	return dst
}

// ids writes ids, several set apart by spaces, as they are on this page.
func (f *filler) ids(dst, arg []byte) []byte {
	if f.m.prefix == "" {
		return append(dst, arg...)
	}
	for i, id := range bytes.Fields(arg) {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = append(append(dst, f.m.prefix...), id...)
	}
	return dst
}

func index(arg []byte, n int) (int, bool) {
	i, err := strconv.Atoi(string(arg))
	return i, err == nil && i >= 0 && i < n
}

// appendEscaped appends text as HTML text or attribute value.
func appendEscaped(dst []byte, s string) []byte {
	for i := range len(s) {
		if special[s[i]] {
			return append(dst, html.EscapeString(s)...)
		}
	}
	return append(dst, s...)
}

// escapeFrom escapes what was appended behind the first n bytes of dst.
func escapeFrom(dst []byte, n int) []byte {
	for _, c := range dst[n:] {
		if special[c] {
			return append(dst[:n], html.EscapeString(string(dst[n:]))...)
		}
	}
	return dst
}

// special are the bytes that HTML needs escaped.
var special = [256]bool{'&': true, '<': true, '>': true, '"': true, '\'': true}

// reference splits a link as written into the entity it names.
func reference(arg string) (ref strategy.Ref, fragment string, ok bool) {
	scheme, rest, found := strings.Cut(arg, ":")
	if !found {
		return ref, "", false
	}
	ref.Kind = strategy.KindOf(scheme)
	ref.ID, fragment, _ = strings.Cut(rest, "#")
	if ref.Kind == strategy.KindIndicator {
		ref.ID, _, _ = strings.Cut(ref.ID, "?")
	}
	return ref, fragment, ref.Kind != strategy.KindNone
}

// href appends the address for a link as it was written. A link that leads
// nowhere was reported; where the page is shown all the same it stays on it.
func (f *filler) href(dst []byte, arg string) []byte {
	if file, ok := strings.CutPrefix(arg, "file:"); ok {
		return appendEscaped(dst, f.file(file))
	}
	ref, fragment, ok := reference(arg)
	if !ok {
		return append(dst, '#')
	}
	t, found := f.m.find(ref, fragment)
	if !found {
		return append(dst, '#')
	}
	n := len(dst)
	dst = f.m.appendHref(dst, t)
	if o := f.m.quoted(t, arg); o != nil {
		dst = append(append(dst, '#'), f.m.s.periodAnchor(o.Period)...)
	}
	return escapeFrom(dst, n)
}

// file returns the address of a file of the sources: the page of an entity, or
// the copy of any other file.
func (f *filler) file(name string) string {
	name, fragment, _ := strings.Cut(name, "#")
	if path.Ext(name) == ".md" {
		return f.page(name, fragment)
	}
	published := strings.TrimPrefix(name, "content/")
	f.m.note(FactFile, published)
	if _, ok := f.m.s.in.Files[published]; !ok {
		return "#"
	}
	href := f.m.root + escapePath(published)
	if fragment != "" {
		href += "#" + fragment
	}
	return href
}

// size writes the size of an image, so that the text below it doesn't jump when
// the image arrives.
func (f *filler) size(dst []byte, arg string) []byte {
	published := strings.TrimPrefix(strings.TrimPrefix(arg, "file:"), "content/")
	f.m.note(FactFile, published)
	file := f.m.s.in.Files[published]
	if file.Width == 0 || file.Height == 0 {
		return dst
	}
	dst = strconv.AppendInt(append(dst, ` width="`...), int64(file.Width), 10)
	dst = strconv.AppendInt(append(dst, `" height="`...), int64(file.Height), 10)
	return append(dst, '"')
}

func (f *filler) page(name, fragment string) string {
	arg := "file:" + name
	f.m.note(FactCard, arg)
	t, ok := f.m.s.s.FindFile(name, "")
	if !ok {
		return "#"
	}
	href := f.m.href(t)
	switch {
	case fragment == "":
		return href
	case f.m.whole && strings.HasPrefix(href, "#"):
		return href + "." + fragment
	}
	return href + "#" + fragment
}

// text is the automatic text of a link as data have it.
func (f *filler) text(arg string) string {
	text, _ := f.words(arg)
	return text
}

// words are the automatic text of a link, and in which language it is.
func (f *filler) words(arg string) (text, lang string) {
	around := f.m.s.s.LangOf(f.e)
	ref, fragment, ok := reference(arg)
	if !ok {
		return arg, around
	}
	t, ok := f.m.find(ref, fragment)
	if !ok {
		return arg, around
	}
	if o := f.m.quoted(t, arg); o != nil && o.Known {
		return f.m.measured(t.Entry.Indicator, o.Value), around
	}
	return f.m.name(t).text(), f.m.s.s.LangOf(t.Entry)
}

// appendForeign appends a text, marked as in its language where that is not the
// language around it.
func (m *maker) appendForeign(dst []byte, text, lang, around string) []byte {
	if lang == around {
		return appendEscaped(dst, text)
	}
	dst = appendEscaped(append(dst, `<span lang="`...), lang)
	return append(appendEscaped(append(dst, `">`...), text), `</span>`...)
}

// permalink writes the quiet link that stands after a heading. Its name is the
// section's citation, by which a reader can quote the place.
func (f *filler) permalink(dst, arg []byte) []byte {
	i, ok := index(arg, len(f.e.Sections))
	if !ok || f.m.whole {
		return dst
	}
	t := strategy.Target{Ref: f.e.Ref(), Entry: f.e, Section: i, Goal: -1, Term: -1}
	name := f.m.s.cite(t)
	if name == "" {
		name = f.e.Sections[i].Title
	}
	dst = append(append(append(dst, `<a class="permalink"`...), f.lang...), ` href="#`...)
	dst = appendEscaped(dst, f.e.Sections[i].Anchor)
	dst = append(dst, `" data-place="`...)
	dst = appendEscaped(dst, name)
	dst = append(dst, `" aria-label="`...)
	dst = f.m.s.permalink.append(dst, []byte(html.EscapeString(name)))
	return append(dst, `"></a>`...)
}

// passage writes the number that stands beside a passage, which is the link to
// it. On the page of the whole document it is only a number.
func (f *filler) passage(dst, arg []byte) []byte {
	number, id, ok := bytes.Cut(arg[1:], []byte(" "))
	if !ok {
		return dst
	}
	if f.m.whole {
		dst = append(dst, ` <span class="pin" aria-hidden="true">`...)
		return append(append(dst, number...), `</span>`...)
	}
	name := f.m.s.paragraph
	if arg[0] == 'r' {
		name = f.m.s.row
	}
	dst = append(append(append(dst, ` <a class="pin"`...), f.lang...), ` href="#`...)
	dst = append(dst, id...)
	dst = name.append(append(dst, `" aria-label="`...), number)
	return append(append(append(dst, `">`...), number...), `</a>`...)
}

// tablePath is the path of an author's table as CSV.
func (s *Site) tablePath(e *strategy.Entry, i int) string {
	return s.data(s.wholeID(e) + "-" + strconv.Itoa(i+1) + ".csv")
}

func (f *filler) csv(dst, arg []byte) []byte {
	i, ok := index(arg, len(f.e.Tables))
	if !ok || f.m.whole || folderKinds[f.e.Kind] == "" {
		return dst
	}
	dst = append(append(append(dst, `<p class="csv"`...), f.lang...), `><a href="`...)
	dst = appendEscaped(dst, f.m.root+f.m.s.tablePath(f.e, i))
	dst = append(dst, `">`...)
	dst = appendEscaped(dst, f.m.word("csv"))
	if caption := f.e.Tables[i].Caption; caption != "" {
		dst = append(dst, `<span class="visually-hidden">: `...)
		dst = f.m.appendForeign(dst, caption, f.m.s.s.LangOf(f.e), f.m.s.doc.lang)
		dst = append(dst, `</span>`...)
	}
	return append(dst, `</a></p>`...)
}

func (f *filler) block(dst, arg []byte) []byte {
	arg, line, placed := bytes.Cut(arg, []byte("|"))
	i, ok := index(arg, len(f.e.Blocks))
	if !ok {
		return dst
	}
	var b bytes.Buffer
	f.m.note(FactLayout, "blocks")
	view := f.m.blockView(f.e, i, f.m.prefix+f.e.Blocks[i].Name+"-"+strconv.Itoa(i+1))
	if err := f.m.s.in.Layouts.run("blocks", &b, view); err != nil && f.err == nil {
		f.err = err
	}
	if !placed {
		return append(dst, b.Bytes()...)
	}
	// What the layout wrote gets its place in its first tag.
	out := b.Bytes()
	end := bytes.IndexAny(out, " >")
	if !bytes.HasPrefix(out, []byte("<")) || end < 0 {
		return append(dst, out...)
	}
	return append(f.source(append(dst, out[:end]...), line), out[end:]...)
}

// SourceAttribute is what the blocks of pages have, in a preview only, to tell
// their place in the sources: "content/x.md:12".
const SourceAttribute = "data-strategia-source"

// source writes the attribute of a block that begins on the line.
func (f *filler) source(dst, line []byte) []byte {
	dst = append(dst, " "+SourceAttribute+`="`...)
	dst = appendEscaped(dst, f.e.Path)
	dst = append(append(dst, ':'), line...)
	return append(dst, '"')
}

// description shortens a text to what a search engine shows, at a word's end.
func description(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	const limit = 200
	if len(s) <= limit {
		return s
	}
	cut := strings.LastIndexByte(s[:limit], ' ')
	if cut < 0 {
		for cut = limit; !utf8.RuneStart(s[cut]); cut-- {
		}
	}
	return strings.TrimRight(s[:cut], ",;:") + "…"
}
