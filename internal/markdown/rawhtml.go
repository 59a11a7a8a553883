package markdown

import (
	"bytes"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"

	"github.com/yuin/goldmark/ast"
)

// An author may use the elements below, with the attributes below, and no other
// HTML: everything else is written as text, so that the mistake is seen, and
// reported. What an author opens and forgets is closed where the Markdown around
// it ends; a stray end is dropped. So no text can break the page it stands on.

// element says where an HTML element may stand.
type element struct {
	void    bool
	block   bool     // only in HTML of its own lines, not within a paragraph
	parents []string // elements directly within which it must stand
}

var elements = map[string]element{
	"abbr": {}, "cite": {}, "del": {}, "ins": {}, "kbd": {}, "mark": {}, "q": {}, "s": {}, "small": {},
	"span": {}, "sub": {}, "sup": {}, "time": {}, "br": {void: true}, "wbr": {void: true},
	"details": {block: true}, "summary": {block: true, parents: []string{"details"}},
	"table": {block: true}, "caption": {block: true, parents: []string{"table"}},
	"thead": {block: true, parents: []string{"table"}}, "tbody": {block: true, parents: []string{"table"}},
	"tfoot": {block: true, parents: []string{"table"}},
	"tr":    {block: true, parents: []string{"table", "thead", "tbody", "tfoot"}},
	"th":    {block: true, parents: []string{"tr"}}, "td": {block: true, parents: []string{"tr"}},
	"dl": {block: true}, "dt": {block: true, parents: []string{"dl"}}, "dd": {block: true, parents: []string{"dl"}},
}

// attribute says whether value is fit for the attribute name of an element.
func attributeFits(tag, name, value string) (known, fit bool) {
	switch name {
	case "title":
		return true, true
	case "lang":
		return true, validLang(value)
	case "dir":
		return true, value == "ltr" || value == "rtl" || value == "auto"
	case "colspan", "rowspan":
		n := strings.Trim(value, "0123456789")
		return tag == "td" || tag == "th", n == "" && len(value) > 0 && len(value) < 4 && value[0] != '0'
	case "scope":
		return tag == "th", value == "col" || value == "row" || value == "colgroup" || value == "rowgroup"
	case "datetime":
		return tag == "time", len(value) < 40
	case "open":
		return tag == "details", true
	}
	return false, false
}

// validLang: a language tag such as "de" or "pl-PL".
func validLang(s string) bool {
	primary, rest, more := strings.Cut(s, "-")
	if len(primary) < 2 || len(primary) > 3 || strings.Trim(primary, "abcdefghijklmnopqrstuvwxyz") != "" || more && rest == "" || len(s) > 35 {
		return false
	}
	for i := range len(rest) {
		if c := rest[i] | 0x20; rest[i] != '-' && !number(rest[i]) && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// openTag is an element of the author's that is open.
type openTag struct {
	name  string
	block bool
	place source.Span
}

// closeTags closes what was opened since mark: the block around it ends.
func (r *renderer) closeTags(mark int) {
	for len(r.tags) > mark {
		t := r.tags[len(r.tags)-1]
		r.tags = r.tags[:len(r.tags)-1]
		r.str("</" + t.name + ">")
		r.report(diag.New(diag.HTMLUnbalanced, t.place, t.name))
	}
}

// scope is what enter found and leave restores.
type scope struct{ mark, floor int }

// enter begins an element of our own: ends within it reach nothing outside it.
func (r *renderer) enter() scope {
	s := scope{len(r.tags), r.floor}
	r.floor = len(r.tags)
	return s
}

// leave ends it, and with it what was opened within.
func (r *renderer) leave(s scope) {
	r.closeTags(s.mark)
	r.floor = s.floor
}

func (r *renderer) rawInline(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	start := n.Segments.At(0).Start
	r.html(n.Segments.Value(r.src), start, n.Segments.At(n.Segments.Len()-1).Stop, false)
}

// htmlBlock writes lines of HTML. Its text is the author's text, its elements
// stay open over the blocks of Markdown that follow, up to their ends.
func (r *renderer) htmlBlock(n *ast.HTMLBlock) {
	r.start()
	lines := n.Lines()
	var whole []byte
	start, stop := 0, 0
	if lines.Len() > 0 {
		start, stop = lines.At(0).Start, lines.At(lines.Len()-1).Stop
		whole = lines.Value(r.src)
	}
	if n.HasClosure() {
		whole = append(bytes.Clone(whole), n.ClosureLine.Value(r.src)...)
		stop = n.ClosureLine.Stop
	}
	mark := len(r.tags)
	r.html(whole, start, stop, true)
	// Elements of running text do not reach over blocks.
	for i := mark; i < len(r.tags); i++ {
		if !r.tags[i].block {
			r.closeTags(i)
			break
		}
	}
}

// html writes b, HTML that an author typed at start in goldmark's source.
func (r *renderer) html(b []byte, start, stop int, block bool) {
	whole := r.span(start, stop)
	exact := stop-start == len(b) // no quote marks or indentation in between
	at := func(i, j int) source.Span {
		if exact {
			return r.span(start+i, start+j)
		}
		return whole
	}
	for i := 0; i < len(b); {
		k := bytes.IndexByte(b[i:], '<')
		if k < 0 {
			r.text(b[i:])
			return
		}
		r.text(b[i : i+k])
		i += k
		if bytes.HasPrefix(b[i:], []byte("<!--")) {
			end := bytes.Index(b[i+4:], []byte("-->"))
			if end < 0 {
				return // a comment to the end: nothing of it was meant for readers
			}
			i += 4 + end + 3
			continue
		}
		t, n := scanTag(b[i:])
		if n == 0 {
			r.str("&lt;")
			if !block || looksLikeTag(b[i:]) {
				r.report(diag.New(diag.HTMLForbidden, at(i, min(i+12, len(b))), firstWord(b[i+1:])))
			}
			i++
			continue
		}
		r.htmlAt = start + i // near enough within a quotation
		if !r.tag(t, at(i, i+n), block) {
			r.escape(b[i : i+n])
		}
		i += n
	}
}

func looksLikeTag(b []byte) bool {
	return len(b) > 1 && (b[1] == '/' || b[1] == '!' || b[1] == '?' || b[1]|0x20 >= 'a' && b[1]|0x20 <= 'z')
}

func firstWord(b []byte) string {
	i := 0
	for i < len(b) && i < 20 && b[i] > ' ' && b[i] != '>' && b[i] < 0x80 {
		i++
	}
	return string(b[:i])
}

// tag is a tag as typed.
type tag struct {
	name  string
	end   bool
	attrs [][2]string
}

// tag writes t, if it is allowed here.
func (r *renderer) tag(t tag, place source.Span, block bool) bool {
	el, ok := elements[t.name]
	if !ok || el.block && !block {
		r.report(diag.New(diag.HTMLForbidden, place, t.name))
		return false
	}
	if t.end {
		r.endTag(t.name, el, place)
		return true
	}
	if len(el.parents) > 0 && (len(r.tags) == r.floor || !contains(el.parents, r.tags[len(r.tags)-1].name)) {
		r.report(diag.New(diag.HTMLMisplaced, place, t.name, strings.Join(el.parents, ", ")))
		return false
	}
	if len(r.tags) >= maxNesting {
		r.report(diag.New(diag.NestingTooDeep, place, "40"))
		return false
	}
	r.str("<" + t.name)
	for i, a := range t.attrs {
		known, fit := attributeFits(t.name, a[0], a[1])
		if !known || !fit {
			r.report(diag.New(diag.HTMLAttribute, place, a[0], t.name))
			continue
		}
		if repeated(t.attrs[:i], a[0]) {
			continue
		}
		r.str(" " + a[0] + `="`)
		r.out = appendEscaped(r.out, a[1])
		r.str(`"`)
	}
	if block && r.places {
		r.out = appendSlotInt(r.out, SlotLine, r.lineAt(r.htmlAt))
	}
	r.str(">")
	if !el.void {
		r.tags = append(r.tags, openTag{t.name, el.block, place})
	} else {
		r.last = ' '
	}
	return true
}

func repeated(attrs [][2]string, name string) bool {
	for _, a := range attrs {
		if a[0] == name {
			return true
		}
	}
	return false
}

// endTag closes an element and what is open within it.
func (r *renderer) endTag(name string, el element, place source.Span) {
	if el.void {
		return
	}
	for i := len(r.tags) - 1; i >= r.floor; i-- {
		if r.tags[i].name == name {
			r.closeTags(i + 1)
			r.tags = r.tags[:i]
			r.str("</" + name + ">")
			return
		}
	}
	r.report(diag.New(diag.HTMLUnbalanced, place, name))
}

// scanTag reads a tag at the start of b and returns its length, or 0.
func scanTag(b []byte) (t tag, n int) {
	i := 1
	if i < len(b) && b[i] == '/' {
		t.end = true
		i++
	}
	from := i
	for i < len(b) && (b[i]|0x20 >= 'a' && b[i]|0x20 <= 'z' || i > from && (number(b[i]) || b[i] == '-')) {
		i++
	}
	if i == from {
		return t, 0
	}
	t.name = strings.ToLower(string(b[from:i]))
	for {
		for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '/') {
			i++
		}
		if i >= len(b) || b[i] == '<' {
			return t, 0
		}
		if b[i] == '>' {
			return t, i + 1
		}
		name, value, next := scanAttribute(b, i)
		if next == i || len(t.attrs) > 20 {
			return t, 0
		}
		t.attrs = append(t.attrs, [2]string{name, value})
		i = next
	}
}

// scanAttribute reads an attribute at i and returns where it ends.
func scanAttribute(b []byte, i int) (name, value string, next int) {
	from := i
	for i < len(b) && b[i] > ' ' && !bytes.ContainsRune([]byte("=<>\"'/"), rune(b[i])) {
		i++
	}
	name = strings.ToLower(string(b[from:i]))
	if i == from || i >= len(b) || b[i] != '=' {
		return name, "", i
	}
	i++
	if i < len(b) && (b[i] == '"' || b[i] == '\'') {
		end := bytes.IndexByte(b[i+1:], b[i])
		if end < 0 {
			return name, "", from
		}
		return name, unescapeEntities(b[i+1 : i+1+end]), i + end + 2
	}
	from = i
	for i < len(b) && b[i] > ' ' && b[i] != '>' && b[i] != '<' && b[i] != '"' && b[i] != '\'' {
		i++
	}
	return name, unescapeEntities(b[from:i]), i
}

// unescapeEntities resolves entities, but no backslashes: this is HTML.
func unescapeEntities(b []byte) string {
	if bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	var out []byte
	for i := 0; i < len(b); {
		if b[i] == '&' {
			if s, n := resolve(b[i:]); n > 0 {
				out = append(out, s...)
				i += n
				continue
			}
		}
		out = append(out, b[i])
		i++
	}
	return string(out)
}
