package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// lawStyle is how the items of a list of Polish law are marked.
type lawStyle uint8

const (
	lawNone    lawStyle = iota
	lawLetter           // a)
	lawDash             // –
	lawSection          // § 1.
	lawClause           // ust. 1.
)

// lawList is a list that CommonMark does not know. "1)" is CommonMark's own.
type lawList struct {
	ast.BaseBlock
	Style lawStyle
	Upper bool // letters are capitals
	Tight bool
}

// lawItem is an item of a lawList. Mark is what was typed, "b" or "§ 12.".
type lawItem struct {
	ast.BaseBlock
	Mark   string
	offset int
}

var (
	kindLawList = ast.NewNodeKind("LawList")
	kindLawItem = ast.NewNodeKind("LawItem")
)

func (*lawList) Kind() ast.NodeKind           { return kindLawList }
func (*lawItem) Kind() ast.NodeKind           { return kindLawItem }
func (n *lawList) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }
func (n *lawItem) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// lawMarker is a marker found at the start of a line.
type lawMarker struct {
	style lawStyle
	upper bool
	mark  string
	width int // bytes of the marker, without the space behind it
	cols  int // columns from the line's start to the item's text
}

// findLawMarker looks for a marker at pos of line. It allocates only when it
// finds one: it is asked about nearly every line.
func findLawMarker(line []byte, pos int) (m lawMarker, ok bool) {
	if pos >= len(line) {
		return m, false
	}
	rest := line[pos:]
	switch c := rest[0]; {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		if len(rest) > 1 && rest[1] == ')' {
			m = lawMarker{style: lawLetter, upper: c < 'a', mark: string(rest[:1]), width: 2, cols: 3}
			break
		}
		if c != 'u' && c != 'U' {
			return m, false
		}
		n := lawNumber(rest, "ust. ")
		if n == 0 {
			n = lawNumber(rest, "Ust. ")
		}
		if n == 0 {
			return m, false
		}
		m = lawMarker{style: lawClause, mark: string(rest[:n]), width: n, cols: 3}
	case c == 0xE2:
		if !bytes.HasPrefix(rest, []byte("–")) {
			return m, false
		}
		m = lawMarker{style: lawDash, mark: "–", width: len("–"), cols: 2}
	case c == 0xC2:
		n := lawNumber(rest, "§ ")
		if n == 0 {
			return m, false
		}
		m = lawMarker{style: lawSection, mark: string(rest[:n]), width: n, cols: 3}
	}
	if m.style == lawNone || len(rest) <= m.width || (rest[m.width] != ' ' && rest[m.width] != '\t') ||
		util.IsBlank(rest[m.width:]) {
		return m, false
	}
	return m, true
}

// lawNumber returns the length of prefix, a number, perhaps a letter, and a dot
// at the start of b, or 0.
func lawNumber(b []byte, prefix string) int {
	if !bytes.HasPrefix(b, []byte(prefix)) {
		return 0
	}
	i := len(prefix)
	for i < len(b) && i < len(prefix)+5 && '0' <= b[i] && b[i] <= '9' {
		i++
	}
	if i == len(prefix) {
		return 0
	}
	if i < len(b) && 'a' <= b[i] && b[i] <= 'z' {
		i++
	}
	if i < len(b) && b[i] == '.' {
		return i + 1
	}
	return 0
}

var lawTriggers = func() (t []byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t = append(t, c, c-'a'+'A')
	}
	return append(t, 0xE2, 0xC2)
}()

type lawListParser struct{}

func (lawListParser) Trigger() []byte             { return lawTriggers }
func (lawListParser) CanInterruptParagraph() bool { return true }
func (lawListParser) CanAcceptIndentedLine() bool { return false }

func (lawListParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if _, in := parent.(*lawList); in {
		return nil, parser.NoChildren
	}
	line, _ := r.PeekLine()
	m, ok := findLawMarker(line, max(0, pc.BlockOffset()))
	if !ok {
		return nil, parser.NoChildren
	}
	if p, is := pc.LastOpenedBlock().Node.(*ast.Paragraph); is && p.Parent() == parent && !mayInterrupt(m, p, r.Source()) {
		return nil, parser.NoChildren
	}
	return &lawList{Style: m.style, Upper: m.upper, Tight: true}, parser.HasChildren
}

// mayInterrupt says whether a marker below a line of running text starts a
// list. A dash, or "§ 5.", may as well have come there by a line's end, so it
// needs a colon before it, or a list around it.
func mayInterrupt(m lawMarker, p *ast.Paragraph, src []byte) bool {
	seg := p.Lines().At(p.Lines().Len() - 1)
	if bytes.HasSuffix(util.TrimRightSpace(seg.Value(src)), []byte(":")) {
		return true
	}
	switch m.style {
	case lawLetter:
		return m.mark == "a" || m.mark == "A"
	case lawDash:
		switch p.Parent().(type) {
		case *lawItem, *ast.ListItem:
			return true
		}
	}
	return false
}

func (lawListParser) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	list := node.(*lawList)
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	indent, pos := util.IndentWidth(line, r.LineOffset())
	if item, ok := list.LastChild().(*lawItem); ok && indent >= item.offset {
		return parser.Continue | parser.HasChildren
	}
	if m, ok := findLawMarker(line, pos); ok && indent < 4 && m.style == list.Style && m.upper == list.Upper {
		return parser.Continue | parser.HasChildren
	}
	return parser.Close
}

func (lawListParser) Close(node ast.Node, r text.Reader, pc parser.Context) {
	list := node.(*lawList)
	for c := node.FirstChild(); c != nil; c = c.NextSibling() {
		if c != node.FirstChild() && c.HasBlankPreviousLines() {
			list.Tight = false
		}
		for gc := c.FirstChild(); gc != nil; gc = gc.NextSibling() {
			if gc != c.FirstChild() && gc.HasBlankPreviousLines() {
				list.Tight = false
			}
		}
	}
	if !list.Tight {
		return
	}
	for c := node.FirstChild(); c != nil; c = c.NextSibling() {
		for gc := c.FirstChild(); gc != nil; {
			next := gc.NextSibling()
			if p, ok := gc.(*ast.Paragraph); ok {
				block := ast.NewTextBlock()
				block.SetLines(p.Lines())
				c.ReplaceChild(c, p, block)
			}
			gc = next
		}
	}
}

type lawItemParser struct{}

func (lawItemParser) Trigger() []byte             { return lawTriggers }
func (lawItemParser) CanInterruptParagraph() bool { return true }
func (lawItemParser) CanAcceptIndentedLine() bool { return false }

func (lawItemParser) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	list, ok := parent.(*lawList)
	if !ok {
		return nil, parser.NoChildren
	}
	line, _ := r.PeekLine()
	indent, pos := util.IndentWidth(line, r.LineOffset())
	m, ok := findLawMarker(line, pos)
	if !ok || m.style != list.Style || m.upper != list.Upper {
		return nil, parser.NoChildren
	}
	r.Advance(pos + m.width)
	rest, _ := r.PeekLine()
	r.Advance(util.TrimLeftSpaceLength(rest))
	return &lawItem{Mark: strings.Clone(m.mark), offset: indent + m.cols}, parser.HasChildren
}

func (lawItemParser) Continue(node ast.Node, r text.Reader, pc parser.Context) parser.State {
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		r.AdvanceToEOL()
		return parser.Continue | parser.HasChildren
	}
	offset := node.(*lawItem).offset
	indent, _ := util.IndentWidth(line, r.LineOffset())
	if indent < offset {
		return parser.Close
	}
	pos, padding := util.IndentPosition(line, r.LineOffset(), offset)
	r.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (lawItemParser) Close(ast.Node, text.Reader, parser.Context) {}
