package markdown

import (
	"bytes"
	"slices"
	"strconv"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// renderer writes a file's body once. It is a walk of our own rather than
// goldmark's renderer: nearly every node is written differently here, and one
// switch over kinds into one slice costs half of goldmark's table of functions
// behind a bufio.Writer, which pays for everything that is looked up on the way.
type renderer struct {
	t     *manuscript
	src   []byte // what goldmark read
	base  int    // where src starts in t.b
	room  *room
	out   []byte
	e     *strategy.Entry
	notes *notes
	diags []diag.Diagnostic
	said  map[diag.Code]int // how often each rule was met, once there are many
	csv   [][]byte

	type_    typography
	last     rune // written last in this block, for the side of quotes
	words    int
	headed   int // words at the end of the heading of the present section
	headings headings
	next     map[string]int // the number to try next for an id that is taken
	tags     []openTag      // HTML elements of the author's that are open
	floor    int            // index of the first of them that may be ended here
	section  int            // of what is being written, -1 before the first
	passages int            // of the section so far
	inside   int            // depth of what holds no passages of its own
	pending  passage        // whose first text is still to come
	noteIn   []int          // section of the first reference to note i+1
	places   bool           // whether blocks carry their lines
	newlines []int          // offsets in t.b of line ends, if they do
	htmlAt   int            // in src, of the author's tag that is being written
	skip     int            // bytes of the next text that were read as attributes
	stars    []star         // "**" that make nothing bold
}

func (r *renderer) str(s string)          { r.out = append(r.out, s...) }
func (r *renderer) slot(k byte, a string) { r.out = appendSlot(r.out, k, a) }

// span returns the place in the file of a stretch of goldmark's source.
func (r *renderer) span(start, end int) source.Span {
	return r.t.span(start+r.base, end+r.base)
}

// maxSame is how often a file may meet one rule until the rest goes unsaid: a
// million lines of one mistake would tell an author no more.
const maxSame = 1000

func (r *renderer) report(d diag.Diagnostic) {
	if len(r.diags) >= maxSame {
		if r.said == nil {
			r.said = map[diag.Code]int{}
			for _, d := range r.diags {
				r.said[d.Code]++
			}
		}
		if r.said[d.Code]++; r.said[d.Code] > maxSame {
			return
		}
	}
	r.diags = append(r.diags, d)
}

// line returns the span from start to its line's end, without spaces there.
func (r *renderer) line(start int) source.Span {
	start = max(0, min(start, len(r.src)))
	end := bytes.IndexByte(r.src[start:], '\n')
	if end < 0 {
		end = len(r.src) - start
	}
	return r.span(start, start+len(bytes.TrimRight(r.src[start:start+end], " \t")))
}

func (r *renderer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.node(c)
	}
}

// node writes n. Text first: it is the most frequent kind.
func (r *renderer) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		r.textNode(n)
	case *ast.Paragraph:
		r.paragraph(n)
	case *ast.TextBlock:
		r.slips(n)
		r.start()
		r.inline(n)
		r.pin()
		if n.NextSibling() != nil && n.FirstChild() != nil {
			r.out = append(r.out, '\n')
		}
	case *ast.Emphasis:
		r.emphasis(n)
	case *ast.Link:
		r.link(n)
	case *ast.Heading:
		r.heading(n)
	case *ast.List:
		r.list(n)
	case *ast.ListItem:
		r.listItem(n)
	case *ast.CodeSpan:
		r.codeSpan(n)
	case *ast.RawHTML:
		r.rawInline(n)
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.Image:
		r.image(n, r.attributesAfter(n))
	case *ast.String:
		r.text(n.Value)
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.FencedCodeBlock:
		r.fenced(n)
	default:
		r.rareNode(n)
	}
}

func (r *renderer) rareNode(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeBlock:
		if n.Lines().Len() > 0 {
			r.report(diag.New(diag.CodeIndented, r.line(n.Lines().At(0).Start)))
		}
		r.codeBlock(n, "")
	case *ast.Blockquote:
		r.element("blockquote", n)
	case *ast.ThematicBreak:
		r.open("<hr", n)
		r.out = append(r.out, '\n')
	case *east.Table:
		r.table(n)
	case *tableCaption:
		r.caption(n)
	case *lawList:
		r.lawList(n)
	case *east.FootnoteLink:
		r.footnoteLink(n)
	case *east.FootnoteList:
		r.footnotes(n)
	case *east.FootnoteBacklink:
		// Written with its note.
	case *east.DefinitionList:
		r.element("dl", n)
	case *east.DefinitionTerm:
		r.start()
		r.open("<dt", n)
		r.inline(n)
		r.str("</dt>\n")
	case *east.DefinitionDescription:
		scope := r.enter()
		r.open("<dd", n)
		if !n.IsTight {
			r.out = append(r.out, '\n')
		}
		r.children(n)
		r.leave(scope)
		r.str("</dd>\n")
	case *overlong:
		r.overlong(n)
	case *ast.Document:
		r.children(n)
	}
}

// start begins a block of text: what was written before is no neighbour to it,
// and it has one word more than spaces.
func (r *renderer) start() {
	r.last = '\n'
	r.words++
}

// inline writes the children of a block of text, and closes what HTML they opened.
func (r *renderer) inline(n ast.Node) {
	scope := r.enter()
	r.children(n)
	r.leave(scope)
}

// element writes a container of blocks.
func (r *renderer) element(name string, n ast.Node) {
	scope := r.enter()
	r.str("<")
	r.open(name, n)
	r.out = append(r.out, '\n')
	r.children(n)
	r.leave(scope)
	r.str("</")
	r.str(name)
	r.str(">\n")
}

func (r *renderer) paragraph(n *ast.Paragraph) {
	if r.figure(n) {
		return
	}
	r.slips(n)
	r.start()
	r.str("<p")
	if r.inside == 0 {
		r.pending = r.passageOf(n)
		r.passageTag(r.pending)
	}
	r.open("", n)
	r.inline(n)
	r.pin()
	r.str("</p>\n")
}

func (r *renderer) emphasis(n *ast.Emphasis) {
	if n.Level == 2 {
		r.str("<strong>")
		r.inline(n)
		r.str("</strong>")
		return
	}
	r.str("<em>")
	r.inline(n)
	r.str("</em>")
}

func (r *renderer) codeSpan(n *ast.CodeSpan) {
	r.str("<code>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		v := t.Segment.Value(r.src)
		if k := len(v) - 1; k >= 0 && v[k] == '\n' {
			r.escape(v[:k])
			r.out = append(r.out, ' ')
			continue
		}
		r.escape(v)
	}
	r.str("</code>")
	r.last = 'x'
}

// list writes a list of CommonMark. Numbers stay as typed: the first by start,
// every one that does not follow from the one before by value.
func (r *renderer) list(n *ast.List) {
	scope := r.enter()
	if !n.IsOrdered() {
		r.open("<ul", n)
		r.out = append(r.out, '\n')
		r.children(n)
		r.leave(scope)
		r.str("</ul>\n")
		return
	}
	r.str("<ol")
	if n.Marker == ')' {
		r.str(` class="paren"`)
	}
	if n.Start != 1 {
		r.str(` start="`)
		r.out = strconv.AppendInt(r.out, int64(n.Start), 10)
		r.str(`"`)
	}
	r.open("", n)
	r.out = append(r.out, '\n')
	next := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item, ok := c.(*ast.ListItem)
		if !ok {
			continue
		}
		value := -1
		if k, ok := r.typedNumber(item); ok && k != next {
			value, next = k, k
		}
		next++
		r.item(item, value)
	}
	r.leave(scope)
	r.str("</ol>\n")
}

// typedNumber returns the number that the author gave an item.
func (r *renderer) typedNumber(n *ast.ListItem) (int, bool) {
	at := n.Pos()
	if at < 0 {
		return 0, false
	}
	k, digits := 0, 0
	for ; at < len(r.src) && digits < 9 && '0' <= r.src[at] && r.src[at] <= '9'; at++ {
		k = k*10 + int(r.src[at]-'0')
		digits++
	}
	return k, digits > 0
}

func (r *renderer) listItem(n *ast.ListItem) { r.item(n, -1) }

func (r *renderer) item(n ast.Node, value int) {
	scope := r.enter()
	r.str("<li")
	if value >= 0 {
		r.str(` value="`)
		r.out = strconv.AppendInt(r.out, int64(value), 10)
		r.str(`"`)
	}
	p := r.itemPassage(n)
	r.passageTag(p)
	r.open("", n)
	if c := n.FirstChild(); c != nil {
		if _, tight := c.(*ast.TextBlock); !tight {
			r.out = append(r.out, '\n')
		}
	}
	r.within(p, func() { r.children(n) })
	r.leave(scope)
	r.str("</li>\n")
}

// itemPassage is the passage that an item of a list is, if it starts with text.
func (r *renderer) itemPassage(n ast.Node) passage {
	switch c := n.FirstChild().(type) {
	case *ast.TextBlock, *ast.Paragraph:
		return r.passageOf(c)
	}
	return passage{}
}

func (r *renderer) lawList(n *lawList) {
	scope := r.enter()
	tag := "ul"
	switch n.Style {
	case lawDash:
		r.open(`<ul class="dash"`, n)
		r.out = append(r.out, '\n')
	case lawSection, lawClause:
		r.open(`<ul class="law"`, n)
		r.out = append(r.out, '\n')
	default:
		tag = "ol"
		r.letterList(n)
	}
	if n.Style != lawLetter {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if n.Style == lawDash {
				r.item(c, -1)
				continue
			}
			r.markedItem(c)
		}
	}
	r.leave(scope)
	r.str("</" + tag + ">\n")
}

// letterList writes "<ol>" and its items, a) being 1.
func (r *renderer) letterList(n *lawList) {
	letter, first := byte('a'), "a"
	if n.Upper {
		letter, first = 'A', "A"
	}
	next := 1
	class := "paren"
	if n.Upper {
		class = "paren upper"
	}
	r.str(`<ol class="` + class + `" type="` + first + `"`)
	if item, ok := n.FirstChild().(*lawItem); ok && item.Mark[0] != letter {
		next = int(item.Mark[0]-letter) + 1
		r.str(` start="` + strconv.Itoa(next) + `"`)
	}
	r.open("", n)
	r.out = append(r.out, '\n')
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item, ok := c.(*lawItem)
		if !ok {
			continue
		}
		value := -1
		if k := int(item.Mark[0]-letter) + 1; k != next {
			value, next = k, k
		}
		next++
		r.item(item, value)
	}
}

// markedItem writes an item whose mark no list style can draw: "§ 12a."
func (r *renderer) markedItem(n ast.Node) {
	item, ok := n.(*lawItem)
	if !ok {
		return
	}
	scope := r.enter()
	p := r.itemPassage(n)
	r.str("<li")
	r.passageTag(p)
	r.open("", n)
	r.within(p, func() { r.markedText(item) })
	r.leave(scope)
	r.str("</li>\n")
}

// markedText writes an item's mark and what follows it.
func (r *renderer) markedText(n *lawItem) {
	first, loose := n.FirstChild().(*ast.Paragraph)
	if loose {
		r.str("\n<p>")
	}
	r.start()
	r.str(`<span class="mark">`)
	r.text([]byte(n.Mark))
	r.str("</span> ")
	if loose {
		r.inline(first)
		r.pin()
		r.str("</p>\n")
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !loose || c != ast.Node(first) {
			r.node(c)
		}
	}
}

func (r *renderer) overlong(n *overlong) {
	r.start()
	r.open("<p", n)
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		r.escape(seg.Value(r.src))
	}
	r.str("</p>\n")
}

// finish reports what the parser wrote down, and sorts what must be sorted.
func (r *renderer) finish() {
	for _, at := range r.notes.deep {
		r.report(diag.New(diag.NestingTooDeep, r.line(at), strconv.Itoa(maxNesting)))
	}
	for _, at := range r.notes.complex {
		r.report(diag.New(diag.BlockTooComplex, r.line(at)))
	}
	for _, at := range r.notes.long {
		r.report(diag.New(diag.HeadingTooLong, r.line(at), strconv.Itoa(maxHeading)))
	}
	r.reportAlmosts()
	r.reportStars()
	r.endSection()
	r.reportFootnotes()
	slices.Sort(r.room.anchors)
	r.e.Anchors = strategy.NewIDs(slices.Compact(r.room.anchors)...)
	r.e.Words = r.words
}
