package markdown

import (
	"bytes"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"strategia/internal/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// What authors took for a link, emphasis, a table or a list, and Markdown for
// text, would be shown with all its signs, and nobody would be told. It is looked
// for where the parser has just given up, or by the first byte of a line, so that
// other text costs nothing.

// almostLink is a stretch that was meant as a link. write is how it is written.
type almostLink struct {
	stretch
	code  diag.Code
	write string
}

// reach is how far from a "]" the rest of a link is looked for.
const reach = 300

// almost looks at the "]" at the start of line, which ends no link, and writes
// down what was meant as one: "[a](b c.md)", "[a](goal: b)", "[a] (b.md)".
func (n *notes) almost(src, line []byte, at int) {
	gap := 1
	for gap < len(line) && gap < 4 && line[gap] == ' ' {
		gap++
	}
	from := max(0, at-reach)
	from += bytes.LastIndexByte(src[from:at], '\n') + 1
	open := bytes.LastIndexByte(src[from:at], '[')
	if open < 0 {
		return
	}
	open += from
	words := src[open+1 : at]
	if gap == len(line) || line[gap] != '(' {
		n.reversed(src, from, open, at)
		return
	}
	width := bracketed(line[gap:min(len(line), gap+reach)])
	if width < 0 {
		n.unclosed(src, line, open, at, gap)
		return
	}
	address := strings.TrimSpace(string(line[gap+1 : gap+width-1]))
	spaced := strings.ContainsAny(address, " \t")
	image := open > 0 && src[open-1] == '!'
	if open > 0 && src[open-1] == '\\' || strings.ContainsAny(address, "\"<>") {
		return
	}
	x := almostLink{stretch: stretch{open, at + gap + width}}
	if image {
		x.start--
	}
	scheme, id, _ := strings.Cut(address, ":")
	id = strings.TrimSpace(id)
	switch {
	case gap > 1:
		if spaced || len(bytes.Trim(words, "0123456789 ")) == 0 || !addressLike(address) {
			return
		}
		x.code = diag.LinkApart
	case !spaced:
		return
	case contains(schemeNames, scheme) && !strings.ContainsAny(id, " \t"):
		x.code, address = diag.AddressSpace, scheme+":"+id
	case image || addressLike(address) || len(words) == 0:
		x.code, address = diag.AddressSpace, strings.ReplaceAll(address, " ", "%20")
	default:
		return
	}
	if !bytes.ContainsAny(words, "[]") && (gap > 1 || !contains(schemeNames, scheme) || !strings.Contains(address, "%20")) {
		x.write = string(src[x.start:at+1]) + "(" + address + ")"
	}
	n.almosts = append(n.almosts, x)
}

// reversed writes down a link whose brackets have changed places: "(words)[goal:id]".
func (n *notes) reversed(src []byte, from, open, end int) {
	address := string(src[open+1 : end])
	if open == from || src[open-1] != ')' || strings.ContainsAny(address, " \t") || !addressLike(address) {
		return
	}
	start := bytes.LastIndexByte(src[from:open], '(')
	if start < 0 || bytes.IndexByte(src[from+start:open-1], ')') >= 0 {
		return
	}
	start += from
	n.almosts = append(n.almosts, almostLink{stretch{start, end + 1}, diag.LinkBrackets, "[" + string(src[start+1:open-1]) + "](" + address + ")"})
}

// unclosed writes down a link whose round bracket is not closed on its line.
func (n *notes) unclosed(src, line []byte, open, at, gap int) {
	rest, _ := cutLine(line[gap+1:min(len(line), gap+reach)], 0)
	if i := bytes.IndexAny(rest, " \t"); i >= 0 {
		rest = rest[:i]
	}
	address := string(bytes.TrimRight(rest, ".,;"))
	if gap > 1 || !addressLike(address) || strings.ContainsAny(address, "()[]") || open > 0 && src[open-1] == '\\' {
		return
	}
	n.almosts = append(n.almosts, almostLink{stretch{open, at + gap + 1 + len(address)}, diag.LinkBrackets, string(src[open:at+1]) + "(" + address + ")"})
}

// bracketed is the length of what stands in round brackets at the start of b,
// with them; -1 if they are not closed on the line.
func bracketed(b []byte) int {
	depth := 0
	for i, c := range b {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		case '\n':
			return -1
		}
	}
	return -1
}

// fileTypes are the ends of names by which a file is known.
var fileTypes = []string{".md", ".pdf", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".csv", ".xls", ".xlsx", ".doc", ".docx", ".odt", ".ods", ".zip", ".html", ".htm", ".txt", ".geojson"}

// addressLike says whether s is meant as an address, and no words in brackets.
func addressLike(s string) bool {
	if scheme, rest, ok := strings.Cut(s, ":"); ok && rest != "" {
		switch scheme = strings.ToLower(scheme); scheme {
		case "http", "https":
			return strings.HasPrefix(rest, "//")
		case "mailto", "tel":
			return true
		}
		return contains(schemeNames, scheme)
	}
	file, _, _ := strings.Cut(s, "#")
	return strings.HasPrefix(s, "www.") || contains(fileTypes, strings.ToLower(path.Ext(file))) && len(file) > len(path.Ext(file))
}

// star is a "**" that is shown as it is.
type star struct {
	at    int
	block ast.Node
}

// starred notes the "**" of a text, v in the source.
func (r *renderer) starred(n *ast.Text, v []byte) {
	for i := 0; ; i += 2 {
		k := bytes.Index(v[i:], []byte("**"))
		if k < 0 {
			return
		}
		i += k
		at := n.Segment.Stop - len(v) + i
		before, after := r.around(at)
		if before == '*' || before == '\\' || after == '*' {
			for i+2 < len(v) && v[i+2] == '*' {
				i++
			}
			continue
		}
		block := n.Parent()
		for block != nil && block.Type() == ast.TypeInline {
			block = block.Parent()
		}
		r.stars = append(r.stars, star{at, block})
	}
}

// around returns the characters before and after the "**" at an offset in the source.
func (r *renderer) around(at int) (before, after rune) {
	before, _ = utf8.DecodeLastRune(r.src[:at])
	after, _ = utf8.DecodeRune(r.src[at+2:])
	if at == 0 {
		before = '\n'
	}
	if at+2 == len(r.src) {
		after = '\n'
	}
	return before, after
}

// reportStars reports pairs of "**" that were to make their words bold.
func (r *renderer) reportStars() {
	for i := 0; i+1 < len(r.stars); i++ {
		open, end := r.stars[i], r.stars[i+1]
		if open.block != end.block || end.at-open.at > 2*reach {
			continue
		}
		outer, first := r.around(open.at)
		last, next := r.around(end.at)
		words := bytes.TrimSpace(r.src[open.at+2 : end.at])
		loose := isSpace(first) || isSpace(last)
		switch {
		case !isSpace(outer) && outer != '(' && outer != '„' && outer != '|':
			continue
		case isSpace(first) && outer == ' ' && (isSpace(last) || bytes.ContainsAny(words, ".,;:(\n") || len(words) > 60):
			continue // "2 ** 3 ** 4", "mark ** of a note; a second one**"
		case loose && isWord(next), !loose && !isWord(next):
			continue
		}
		d := diag.New(diag.EmphasisOpen, r.span(open.at, end.at+2))
		if len(words) > 0 && len(words) < 80 && bytes.IndexByte(words, '\n') < 0 {
			write := "**" + string(words) + "**"
			if isWord(next) {
				write += " " + string(next) + "…"
			}
			d = d.With(diag.HintWrite, write)
		}
		r.report(d)
		i++
	}
}

func isSpace(c rune) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\u00a0' }

func isWord(c rune) bool { return c > 0x20 && !wordEdge(utf8.AppendRune(nil, c)) }

// slips looks at the lines of a paragraph for rows of a table and items of a list.
func (r *renderer) slips(n ast.Node) {
	lines := n.Lines()
	count := lines.Len()
	if count == 0 {
		return
	}
	if b := bullet(r.lineOfText(lines, 0)); b != "" && (count > 1 && bullet(r.lineOfText(lines, 1)) != "" || r.bulleted(n.NextSibling()) && !r.bulleted(n.PreviousSibling())) {
		r.report(diag.New(diag.ListBullets, r.line(lines.At(0).Start), b))
		return
	}
	for i := range count {
		if line := r.lineOfText(lines, i); line[0] == '#' {
			r.stuckHeading(line, lines.At(i).Start)
		}
	}
	if count == 1 || r.bars(lines) {
		return
	}
	tabs := 0
	for i := range count {
		line := r.lineOfText(lines, i)
		k := 0
		if bytes.IndexByte(line, '\t') >= 0 {
			k = bytes.Count(bytes.TrimSpace(line), []byte("\t"))
		}
		if k > 0 && k == tabs {
			r.report(diag.New(diag.TableTabs, r.line(lines.At(i-1).Start)))
			return
		}
		if tabs = k; i > 0 && bullet(line) != "" && i+1 < count && bullet(r.lineOfText(lines, i+1)) != "" {
			r.report(diag.New(diag.ListBullets, r.line(lines.At(i).Start), bullet(line)))
			return
		}
	}
}

// stuck is a line meant as a heading, whose signs nothing or a hard space follows.
// One sign may begin a word such as "#gmina".
var stuck = regexp.MustCompile("^(#{1,6}\u00a0|#{2,6}[^#\\s\u00a0]|#[0-9]+[.])")

// stuckHeading reports a line that was meant as a heading.
func (r *renderer) stuckHeading(line []byte, at int) {
	if !stuck.Match(line) {
		return
	}
	words := bytes.TrimLeft(line, "#")
	d := diag.New(diag.HeadingStuck, r.line(at))
	if text := strings.TrimSpace(string(words)); text != "" && len(text) < 120 {
		d = d.With(diag.HintWrite, string(line[:len(line)-len(words)])+" "+text)
	}
	r.report(d)
}

func (r *renderer) lineOfText(lines *text.Segments, i int) []byte {
	seg := lines.At(i)
	return r.src[seg.Start:seg.Stop]
}

// bulleted says whether n is a paragraph that starts with a bullet.
func (r *renderer) bulleted(n ast.Node) bool {
	p, ok := n.(*ast.Paragraph)
	return ok && p.Lines().Len() > 0 && bullet(r.lineOfText(p.Lines(), 0)) != ""
}

// bullets are signs that word processors draw before the items of a list; the
// last ones are those of their own fonts.
const bullets = "•·◦▪●○■□‣∙►➢\uf0b7\uf0a7\uf0d8"

// bullet returns the bullet with which a line starts, "" if there is none.
func bullet(line []byte) string {
	if len(line) < 4 || line[0] < utf8.RuneSelf {
		return ""
	}
	c, size := utf8.DecodeRune(line)
	next, _ := utf8.DecodeRune(line[size:])
	if next != '\n' && isSpace(next) && strings.ContainsRune(bullets, c) {
		return string(c)
	}
	return ""
}

// bars reports lines that start and end with a bar and are no table, because the
// row below the header is missing or has other columns.
func (r *renderer) bars(lines *text.Segments) bool {
	run := 0
	for i := range lines.Len() {
		line := bytes.TrimRight(r.lineOfText(lines, i), " \t\n")
		if len(line) < 3 || line[0] != '|' || line[len(line)-1] != '|' {
			run = 0
			continue
		}
		if run++; run < 2 {
			continue
		}
		header := bytes.TrimRight(r.lineOfText(lines, i-1), " \t\n")
		place := r.line(lines.At(i - 1).Start)
		if len(bytes.Trim(line, "|:- ")) == 0 && bytes.IndexByte(line, '-') > 0 {
			r.report(diag.New(diag.TableRule, r.line(lines.At(i).Start), strconv.Itoa(columns(line)), strconv.Itoa(columns(header))))
			return true
		}
		r.report(diag.New(diag.TableNoRule, place).With(diag.HintWrite, strings.Repeat("|---", min(columns(header), 20))+"|"))
		return true
	}
	return false
}

// columns counts the cells of a row between bars.
func columns(row []byte) int {
	return bytes.Count(row, []byte("|")) - bytes.Count(row, []byte(`\|`)) - 1
}

// closed says whether the fence of a block of code is closed.
func (r *renderer) closed(n *ast.FencedCodeBlock) bool {
	_, end := cutLine(r.src, min(max(0, n.Pos()), len(r.src)))
	if k := n.Lines().Len(); k > 0 {
		end = n.Lines().At(k - 1).Stop
	}
	line, _ := cutLine(r.src, min(end, len(r.src)))
	line = bytes.TrimLeft(line, " \t>")
	return bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~"))
}

// fence is the line that closes a block of code: the signs that opened it.
func (r *renderer) fence(n *ast.FencedCodeBlock) string {
	line, _ := cutLine(r.src, min(max(0, n.Pos()), len(r.src)))
	line = bytes.TrimLeft(line, " \t>")
	i := 0
	for i < len(line) && i < 20 && line[i] == line[0] {
		i++
	}
	return string(line[:i])
}

// reportAlmosts reports what the parser wrote down of links that are none.
func (r *renderer) reportAlmosts() {
	for _, x := range r.notes.almosts {
		d := diag.New(x.code, r.span(x.start, x.end))
		if x.write != "" {
			d = d.With(diag.HintWrite, x.write)
		}
		r.report(d)
	}
}
