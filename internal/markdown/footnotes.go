package markdown

import (
	"bytes"
	"strconv"

	"strategia/internal/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// footnoteID is the id of note n, referenceID that of the k-th reference to it.
func footnoteID(n int) string { return "fn-" + strconv.Itoa(n) }

func referenceID(n, k int) string {
	id := "fnref-" + strconv.Itoa(n)
	if k > 0 {
		id += "-" + strconv.Itoa(k+1)
	}
	return id
}

func (r *renderer) footnoteLink(n *east.FootnoteLink) {
	for len(r.noteIn) < n.Index {
		r.noteIn = append(r.noteIn, r.section)
	}
	id := referenceID(n.Index, n.RefIndex)
	r.e.Anchors = append(r.e.Anchors, id)
	r.str(`<sup><a role="doc-noteref"`)
	r.lang()
	r.str(` id="`)
	r.slot(SlotID, id)
	r.str(`" href="`)
	r.slot(SlotHref, "#"+footnoteID(n.Index))
	r.str(`" aria-label="`)
	r.out = appendWord(r.out, WordFootnote, n.Index)
	r.str(`">`)
	r.out = strconv.AppendInt(r.out, int64(n.Index), 10)
	r.str("</a></sup>")
}

// footnotes writes the notes at the page's end, under a heading of their own.
func (r *renderer) footnotes(list *east.FootnoteList) {
	r.closeTags(0)
	r.e.Anchors = append(r.e.Anchors, "footnotes")
	r.str(`<section class="footnotes" role="doc-endnotes" aria-labelledby="`)
	r.slot(SlotID, "footnotes")
	r.str("\">\n<h2")
	r.lang()
	r.str(` id="`)
	r.slot(SlotID, "footnotes")
	r.str(`">`)
	r.slot(SlotWord, WordFootnotes)
	r.str("</h2>\n<ol>\n")
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		if fn, ok := c.(*east.Footnote); ok {
			r.footnote(fn)
		}
	}
	r.str("</ol>\n</section>\n")
}

func (r *renderer) footnote(fn *east.Footnote) {
	if fn.Index <= len(r.noteIn) {
		r.section = r.noteIn[fn.Index-1]
	}
	id := footnoteID(fn.Index)
	r.e.Anchors = append(r.e.Anchors, id)
	r.str(`<li id="`)
	r.slot(SlotID, id)
	r.open(`"`, fn)
	r.out = append(r.out, '\n')
	scope := r.enter()
	r.inside++
	defer func() { r.inside-- }()
	refs := 0
	var last ast.Node // the paragraph in which the ways back stand, if any
	for c := fn.FirstChild(); c != nil; c = c.NextSibling() {
		if _, ok := c.(*east.FootnoteBacklink); ok {
			refs++
			continue
		}
		last = c
	}
	p, _ := last.(*ast.Paragraph)
	for c := fn.FirstChild(); c != nil; c = c.NextSibling() {
		if c != last || p == nil {
			r.node(c)
		}
	}
	if p == nil {
		r.str("<p>")
	} else {
		for c := p.FirstChild(); c != nil; c = c.NextSibling() {
			if _, ok := c.(*east.FootnoteBacklink); ok {
				refs++
			}
		}
		r.start()
		r.open("<p", p)
		r.inline(p)
	}
	for k := range max(refs, 1) {
		r.str(` <a role="doc-backlink" class="footnote-back"`)
		r.lang()
		r.str(` href="`)
		r.slot(SlotHref, "#"+referenceID(fn.Index, k))
		r.str(`">`)
		r.out = appendWord(r.out, WordFootnoteBack, fn.Index)
		if refs > 1 {
			r.str("<sup>" + strconv.Itoa(k+1) + "</sup>")
		}
		r.str("</a>")
	}
	r.str("</p>\n")
	r.leave(scope)
	r.str("</li>\n")
}

// reportFootnotes reports notes without a reference and references without a note.
func (r *renderer) reportFootnotes() {
	for _, s := range r.notes.undefined {
		label := string(bytes.Trim(r.src[s.start:s.end], "[]^"))
		r.report(diag.New(diag.FootnoteUndefined, r.span(s.start, s.end), label))
	}
	if len(r.notes.footnotes) == 0 {
		return
	}
	first := map[string]*east.Footnote{}
	for _, fn := range r.notes.footnotes {
		label := string(fn.Ref)
		if was := first[label]; was != nil {
			r.report(diag.New(diag.FootnoteDuplicate, r.line(fn.Pos()), label).At(diag.HintFirst, r.line(was.Pos())))
			continue
		}
		first[label] = fn
		if fn.Index < 0 {
			r.report(diag.New(diag.FootnoteUnused, r.line(fn.Pos()), label))
		}
	}
}
