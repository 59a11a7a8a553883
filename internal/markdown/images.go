package markdown

import (
	"bytes"
	"strings"

	"strategia/internal/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// attributesAfter reads {…} directly behind an image and has the text skipped
// in which it stands.
func (r *renderer) attributesAfter(n ast.Node) parser.Attributes {
	t, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return nil
	}
	attrs, width := leadingAttributes(t.Segment.Value(r.src))
	r.skip = width
	return attrs
}

func leadingAttributes(v []byte) (parser.Attributes, int) {
	end := bytes.IndexByte(v, '}')
	if end < 0 || end > 200 || v[0] != '{' {
		return nil, 0
	}
	attrs, ok := parser.ParseAttributes(text.NewReader(v[:end+1]))
	if !ok {
		return nil, 0
	}
	return attrs, end + 1
}

// figure writes p as a figure if an image is all that it holds.
func (r *renderer) figure(p *ast.Paragraph) bool {
	n, ok := p.FirstChild().(*ast.Image)
	if !ok {
		return false
	}
	var attrs parser.Attributes
	if next := n.NextSibling(); next != nil {
		t, ok := next.(*ast.Text)
		if !ok || t.NextSibling() != nil {
			return false
		}
		v := t.Segment.Value(r.src)
		width := 0
		if attrs, width = leadingAttributes(v); width == 0 || len(bytes.TrimSpace(v[width:])) > 0 {
			return false
		}
	}
	r.start()
	caption := n.Title
	n.Title = nil
	r.str("<figure")
	at := r.place(n.Pos())
	if id, ok := attrs.Find([]byte("id")); ok {
		r.str(` id="`)
		r.slot(SlotID, r.claim(attrText(id), r.span(at.start, at.end)))
		r.str(`"`)
	}
	if len(caption) > 0 {
		// Browsers make PDF of a page with a figure's name only from here.
		r.str(` aria-label="`)
		r.out = appendEscaped(r.out, unescape(caption))
		r.str(`"`)
	}
	r.open("", p)
	r.out = append(r.out, '\n')
	r.image(n, attrs)
	if len(caption) > 0 {
		r.start()
		r.str("\n<figcaption>")
		r.text(caption)
		r.str("</figcaption>")
	}
	r.str("\n</figure>\n")
	return true
}

// image writes an image; alt is its text, without which it must be declared
// decorative.
func (r *renderer) image(n *ast.Image, attrs parser.Attributes) {
	at := r.place(n.Pos())
	place := r.span(at.start, at.end)
	decorative := false
	if v, ok := attrs.Find([]byte("class")); ok {
		decorative = contains(strings.Fields(attrText(v)), "decorative")
	}
	alt := r.plainText(n)
	if alt == "" && !decorative {
		r.report(diag.New(diag.ImageAltMissing, place, unescape(n.Destination)))
	}
	d := r.resolve(n.Destination, place)
	switch {
	case d.ok && (d.auto || strings.HasPrefix(d.slot, "#")):
		r.report(diag.New(diag.LinkUnsafe, place, unescape(n.Destination)))
		d.ok = false
	case d.ok && d.url != "":
		r.report(diag.New(diag.ImageRemote, place, unescape(n.Destination)))
		d.ok = false
	}
	if !d.ok {
		r.escape([]byte(alt))
		return
	}
	d.link.Image = true
	r.e.Links = append(r.e.Links, d.link)
	if decorative {
		alt = ""
	}
	file := strings.SplitN(d.slot, "#", 2)[0]
	r.str(`<img src="`)
	r.slot(SlotImage, file)
	r.str(`"`)
	r.slot(SlotSize, file)
	r.str(` alt="`)
	r.out = appendEscaped(r.out, alt)
	if len(n.Title) > 0 {
		r.str(`" title="`)
		r.out = appendEscaped(r.out, unescape(n.Title))
	}
	r.str(`" loading="lazy">`)
	r.last = 'x'
}
