package site

import (
	"bytes"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"strategia/internal/strategy"
)

// termTable finds terms and abbreviations in running text. Each is linked to
// the glossary where a page first uses it; the text itself never changes.
type termTable struct {
	forms map[string][]form // by the first word, in lower case
	ids   []string
	// heads tells, by the first byte of a word, how long in bytes the first
	// words of forms are (bit n; 63 for all longer): nearly every word of a
	// text is passed over on it alone.
	heads [256]uint64
	sum   func() Sum
}

// form is one way in which the text mentions a term.
type form struct {
	text string
	term int
	abbr bool   // matched exactly, case included
	full string // what an abbreviation stands for
}

func newTermTable(terms []*strategy.Term) *termTable {
	t := &termTable{forms: map[string][]form{}}
	for i, term := range terms {
		t.ids = append(t.ids, term.ID)
		for _, text := range append([]string{term.Title}, term.Variants...) {
			first, _ := firstWord(text)
			if first == "" {
				continue
			}
			key := strings.ToLower(first)
			t.expect(first)
			t.expect(key)
			t.expect(strings.ToUpper(first))
			t.forms[key] = append(t.forms[key], form{entities.Replace(text), i, term.Abbr, term.Expansion})
		}
	}
	for _, fs := range t.forms {
		sort.SliceStable(fs, func(i, j int) bool { return len(fs[i].text) > len(fs[j].text) })
	}
	t.sum = sync.OnceValue(t.digest)
	return t
}

func (t *termTable) expect(word string) {
	r, size := utf8.DecodeRuneInString(word)
	for _, head := range []string{word[:size], string(unicode.ToUpper(r)), string(unicode.ToLower(r))} {
		t.heads[head[0]] |= 1 << min(len(word), 63)
	}
}

// digest covers all terms and their forms.
func (t *termTable) digest() Sum {
	var d digest
	d.add(t.ids...)
	keys := make([]string, 0, len(t.forms))
	for k := range t.forms {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		for _, f := range t.forms[k] {
			d.add(f.text, t.ids[f.term], f.full)
			d.flag(f.abbr)
		}
	}
	return d.sum()
}

func firstWord(s string) (word string, start int) {
	for i, r := range s {
		if letter(r) {
			end := i
			for end < len(s) {
				r, n := utf8.DecodeRuneInString(s[end:])
				if !letter(r) {
					break
				}
				end += n
			}
			return s[i:end], i
		}
	}
	return "", 0
}

func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// closed reports whether no term is linked in the text of an element: links can't
// be nested, and headings, code and captions stay as they are.
func closed(element []byte) bool {
	switch string(element) {
	case "a", "code", "pre", "abbr", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "caption", "svg":
		return true
	}
	return false
}

// linker returns what links the terms of one page; href goes before a term's id.
func (t *termTable) linker(href string) *termLinker {
	return &termLinker{t: t, href: href, seen: make([]bool, len(t.ids)), left: len(t.ids)}
}

// link returns a stretch of the page's HTML with the first use of each term on the
// page linked, written to dst if there is any. The HTML is our own, so that a tag
// is whatever stands in "<…>".
func (l *termLinker) link(dst, text []byte) []byte {
	l.out, l.text, l.done = dst, text, 0
	depth := 0
	for at := 0; at < len(text) && l.left > 0; {
		i := bytes.IndexByte(text[at:], '<')
		if i < 0 {
			i = len(text) - at
		}
		if depth == 0 {
			l.run(at, at+i)
		}
		at += i
		end := at + tagEnd(text[at:])
		if closed(tagName(text[at:end])) {
			if text[at+1] == '/' {
				depth--
			} else {
				depth++
			}
		}
		at = end
	}
	if l.done == 0 {
		return text
	}
	return append(l.out, text[l.done:]...)
}

// tagEnd returns the length of the tag at the start of text, quotes regarded.
func tagEnd(text []byte) int {
	end := bytes.IndexByte(text, '>') + 1
	if end > 0 && bytes.IndexByte(text[:end], '\'') < 0 && bytes.Count(text[:end], quote)%2 == 0 {
		return end // as nearly all do
	}
	var within byte
	for i, c := range text {
		switch {
		case within != 0:
			if c == within {
				within = 0
			}
		case c == '"' || c == '\'':
			within = c
		case c == '>':
			return i + 1
		}
	}
	return len(text)
}

var quote = []byte{'"'}

// tagName returns the name of an element that begins or ends at the start of tag.
func tagName(tag []byte) []byte {
	from := min(1, len(tag))
	if from < len(tag) && tag[from] == '/' {
		from++
	}
	i := from
	for i < len(tag) && tag[i] < utf8.RuneSelf && wordByte[tag[i]] {
		i++
	}
	return tag[from:i]
}

// termLinker links the terms of one page.
type termLinker struct {
	t    *termTable
	href string
	seen []bool
	left int // terms not seen yet
	text []byte
	done int    // up to where text is written
	out  []byte // what is written
	key  []byte
}

// run links terms in a stretch without tags.
func (l *termLinker) run(at, end int) {
	text := l.text[:end]
	for at < end && l.left > 0 {
		n := wordLength(text[at:])
		if n == 0 {
			at += apart(text[at:])
			continue
		}
		if l.t.heads[text[at]]&(1<<min(n, 63)) == 0 {
			at += n
			continue
		}
		at += max(n, l.match(at, end, n))
	}
}

// entities writes a text as the HTML of a body has it.
var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// apart returns the length of what stands at the start of text and is no word: a
// byte, or an entity such as "&amp;".
func apart(text []byte) int {
	if text[0] == '&' {
		if i := bytes.IndexByte(text[:min(len(text), 10)], ';'); i > 0 && wordLength(text[1:]) == i-1 {
			return i + 1
		}
	}
	return 1
}

// wordLength returns the length of the word at the start of text, 0 if there is
// none.
func wordLength(text []byte) int {
	n := 0
	for n < len(text) {
		if c := text[n]; c < utf8.RuneSelf {
			if !wordByte[c] {
				break
			}
			n++
			continue
		} else if (c == 0xC4 || c == 0xC5) && n+1 < len(text) {
			n += 2 // U+0100 to U+017F, "ą" to "ž": letters all
			continue
		}
		r, size := utf8.DecodeRune(text[n:])
		if !letter(r) {
			break
		}
		n += size
	}
	return n
}

// wordByte tells the ASCII letters and digits.
var wordByte = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = letter(rune(c))
	}
	return t
}()

// match links the term whose form stands at a place, whose first word is n bytes
// long, and returns its length there, or 0.
func (l *termLinker) match(at, end, n int) int {
	text := l.text[at:end]
	l.key = append(l.key[:0], text[:n]...)
	for i, c := range l.key {
		if 'A' <= c && c <= 'Z' {
			l.key[i] = c + 'a' - 'A'
		}
	}
	forms := l.t.forms[string(l.key)]
	if forms == nil {
		if !bytes.ContainsFunc(l.key, func(r rune) bool { return r >= utf8.RuneSelf && unicode.IsUpper(r) }) {
			return 0
		}
		forms = l.t.forms[strings.ToLower(string(l.key))]
	}
	for _, f := range forms {
		if l.seen[f.term] {
			continue
		}
		if n := f.length(text); n > 0 {
			l.seen[f.term] = true
			l.left--
			l.out = append(l.out, l.text[l.done:at]...)
			l.done = at + n
			l.write(f, text[:n])
			return n
		}
	}
	return 0
}

// length returns how many bytes at the start of text are the form, as a whole
// word, with any white space between its words; 0 if it isn't there.
func (f form) length(text []byte) int {
	at := 0
	for _, r := range f.text {
		c, size := utf8.DecodeRune(text[at:])
		switch {
		case size == 0:
			return 0
		case c == r, unicode.IsSpace(c) && unicode.IsSpace(r), !f.abbr && unicode.ToLower(c) == unicode.ToLower(r):
			at += size
		default:
			return 0
		}
	}
	if next, _ := utf8.DecodeRune(text[at:]); at < len(text) && letter(next) {
		return 0
	}
	return at
}

func (l *termLinker) write(f form, text []byte) {
	l.out = append(l.out, `<a class="term" href="`...)
	l.out = appendEscaped(l.out, l.href+l.t.ids[f.term])
	l.out = append(l.out, `">`...)
	if f.abbr && f.full != "" {
		l.out = append(l.out, `<abbr title="`...)
		l.out = appendEscaped(l.out, f.full)
		l.out = append(l.out, `">`...)
		l.out = append(l.out, text...)
		l.out = append(l.out, `</abbr>`...)
	} else {
		l.out = append(l.out, text...)
	}
	l.out = append(l.out, `</a>`...)
}
