package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
)

// reserved are ids that pages use themselves.
var reserved = []string{"main", "nav", "top", "contents", "footnotes", "search"}

// taken reports whether the page has an id already.
func (r *renderer) taken(id string) bool {
	_, taken := r.room.owners[id]
	return taken || contains(reserved, id)
}

// unique returns id, or id with the first number from 2 that is free.
func (r *renderer) unique(id string) string {
	if !r.taken(id) {
		return id
	}
	if r.next == nil {
		r.next = map[string]int{}
	}
	for k := max(r.next[id], 2); ; k++ {
		if s := id + "-" + strconv.Itoa(k); !r.taken(s) {
			r.next[id] = k + 1
			return s
		}
	}
}

// claim gives the author's own id to the thing at place, or another if it can't.
func (r *renderer) claim(id string, place source.Span) string {
	switch {
	case !validAnchor(id):
		r.report(diag.New(diag.AnchorInvalid, place, id))
		id = Fold(id)
		if id == "" {
			id = "s"
		}
	case contains(reserved, id) || noteID(id):
		r.report(diag.New(diag.AnchorReserved, place, id))
	case r.taken(id):
		r.report(diag.New(diag.AnchorDuplicate, place, id).At(diag.HintFirst, r.room.owners[id]))
	}
	return r.give(id, place)
}

// noteID says whether id looks like one of a note, which are numbered without a
// look at the register, or of a passage, which must not take a heading's.
func noteID(id string) bool {
	return strings.HasPrefix(id, "fn-") || strings.HasPrefix(id, "fnref-") || strings.HasPrefix(id, strategy.PassagePrefix)
}

// give registers id, or the nearest free one.
func (r *renderer) give(id string, place source.Span) string {
	if noteID(id) {
		id = "s-" + id
	}
	id = r.unique(id)
	r.room.owners[id] = place
	r.e.Anchors = append(r.e.Anchors, id)
	return id
}

// anchor finds the heading's anchor: what the author wrote, else its number,
// else its text.
func (r *renderer) anchor(n *ast.Heading, s *strategy.Section, o outline, plain string, place source.Span) {
	stated, alias := "", ""
	for _, a := range n.Attributes() {
		switch string(a.Name) {
		case "id":
			stated = attrText(a.Value)
		case "alias":
			alias = attrText(a.Value)
		default:
			r.report(diag.New(diag.AttributeUnknown, place, string(a.Name)).With(diag.HintKnown, "id, alias"))
		}
	}
	switch {
	case stated != "":
		s.Stated = true
		s.Anchor = r.claim(stated, place)
	case o.anchor != "":
		if r.taken(o.anchor) {
			r.report(diag.New(diag.HeadingNumberDuplicate, place, s.Number).At(diag.HintFirst, r.room.owners[o.anchor]))
		}
		s.Anchor = r.give(o.anchor, place)
	default:
		id := foldAnchor(plain, 40)
		if id == "" {
			id = "s"
		}
		s.Anchor = r.give(id, place)
	}
	for _, a := range strings.Fields(alias) {
		s.Aliases = append(s.Aliases, r.claim(a, place))
	}
}

// validAnchor: letters, digits, ".", "_" and "-", starting with a letter or digit.
// Fragments are typed in addresses, so letters are those of ASCII.
func validAnchor(s string) bool {
	if s == "" || len(s) > 80 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case i > 0 && (c == '.' || c == '_' || c == '-'):
		default:
			return false
		}
	}
	return true
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// plainText returns the words of an inline container, without markup, one space
// between them.
func (r *renderer) plainText(n ast.Node) string { return string(r.plainBytes(n)) }

// plainBytes is plainText in a buffer that the next call overwrites.
func (r *renderer) plainBytes(n ast.Node) []byte {
	r.room.scratch = r.appendPlain(r.room.scratch[:0], n, nil)
	return squeeze(r.room.scratch)
}

// squeeze makes one space of every run of spaces, and none of those at the ends.
// Spaces that do not break are letters here: an author means them.
func squeeze(b []byte) []byte {
	out := b[:0]
	for _, c := range b {
		if c == ' ' || c == '\n' || c == '\t' {
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
			continue
		}
		out = append(out, c)
	}
	if k := len(out) - 1; k >= 0 && out[k] == ' ' {
		out = out[:k]
	}
	return out
}

// appendPlain appends the words of an inline container. auto writes those of a link
// to an entity to which the author gave none; nil leaves the link as typed.
func (r *renderer) appendPlain(dst []byte, n ast.Node, auto func(dst, link []byte) []byte) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			v := c.Segment.Value(r.src)
			if c.IsRaw() || n.Kind() == ast.KindCodeSpan {
				dst = append(dst, v...)
			} else {
				dst = appendUnescaped(dst, v)
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				dst = append(dst, ' ')
			}
		case *ast.String:
			dst = append(dst, c.Value...)
		case *ast.AutoLink:
			if label := c.Label(r.src); auto != nil && namesEntity(label) {
				dst = auto(dst, label)
			} else {
				dst = append(dst, label...)
			}
		case *ast.RawHTML:
			if bytes.HasPrefix(c.Segments.Value(r.src), []byte("<br")) {
				dst = append(dst, ' ')
			}
		case *ast.Link:
			switch {
			case c.FirstChild() != nil:
				dst = r.appendPlain(dst, c, auto)
			case auto != nil && namesEntity(c.Destination):
				dst = auto(dst, c.Destination)
			default:
				dst = appendUnescaped(dst, c.Destination)
			}
		default:
			dst = r.appendPlain(dst, c, auto)
		}
	}
	return dst
}

// namesEntity reports whether a link's destination is one of our schemes.
func namesEntity(dest []byte) bool {
	word, _, ok := bytes.Cut(dest, []byte(":"))
	return ok && slices.ContainsFunc(schemes, func(s scheme) bool { return s.kind != strategy.KindNone && s.Scheme == string(word) })
}
