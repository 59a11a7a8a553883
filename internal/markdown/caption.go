package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// tableCaption is a paragraph that looks like a table's caption. Whether a
// table follows is only known when it is written.
type tableCaption struct {
	ast.BaseBlock
	// labelled: it began with "Tabela:", which is not part of the caption.
	// Otherwise it began with a number, "Tabela 5.", which is.
	labelled bool
	attrs    parser.Attributes
	start    int // of the whole paragraph
	end      int
}

var kindTableCaption = ast.NewNodeKind("TableCaption")

func (*tableCaption) Kind() ast.NodeKind           { return kindTableCaption }
func (n *tableCaption) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

var captionWords = [][]byte{[]byte("Tabela"), []byte("Table")}

// captionPrefix returns the bytes before the caption in line: of "Tabela: " all,
// of "Tabela 5. " none.
func captionPrefix(line []byte) (n int, labelled, ok bool) {
	for _, w := range captionWords {
		if !bytes.HasPrefix(line, w) {
			continue
		}
		rest := line[len(w):]
		if len(rest) > 0 && rest[0] == ':' {
			n = len(w) + 1
			return n + len(rest) - 1 - len(bytes.TrimLeft(rest[1:], " \t")), true, true
		}
		if len(rest) < 3 || rest[0] != ' ' {
			return 0, false, false
		}
		i := 1
		for i < len(rest) && i < 8 && (rest[i] >= '0' && rest[i] <= '9' || i > 1 && rest[i] == '.') {
			i++
		}
		digits := bytes.TrimRight(rest[1:i], ".")
		if len(digits) > 0 && (rest[i-1] == '.' || i < len(rest) && rest[i] == ':') {
			return 0, false, true
		}
	}
	return 0, false, false
}

// captionTransformer makes a tableCaption of a paragraph that looks like one.
type captionTransformer struct{}

func (captionTransformer) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := p.Lines()
	last := lines.Len() - 1
	if last < 0 {
		return
	}
	src := r.Source()
	first := lines.At(0)
	first = first.TrimLeftSpace(src)
	prefix, labelled, ok := captionPrefix(src[first.Start:first.Stop])
	if !ok || lines.At(last).Stop-first.Start > maxHeading {
		return
	}
	node := &tableCaption{labelled: labelled, start: first.Start}
	first.Start += prefix
	for i := range last + 1 {
		seg := lines.At(i)
		if i == 0 {
			seg = first
		}
		seg = seg.TrimLeftSpace(src)
		if i == last {
			seg = seg.TrimRightSpace(src)
			node.end = seg.Stop
			node.attrs, seg = cutAttributes(seg, src)
		}
		if !seg.IsEmpty() { // goldmark takes no empty lines
			node.Lines().Append(seg)
		}
	}
	node.SetPos(node.start)
	node.SetBlankPreviousLines(p.HasBlankPreviousLines())
	p.Parent().ReplaceChild(p.Parent(), p, node)
}

// cutAttributes takes {…} from the end of seg.
func cutAttributes(seg text.Segment, src []byte) (parser.Attributes, text.Segment) {
	line := src[seg.Start:seg.Stop]
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || line[len(line)-1] != '}' {
		return nil, seg
	}
	attrs, ok := parser.ParseAttributes(text.NewReader(line[open:]))
	if !ok {
		return nil, seg
	}
	seg.Stop = seg.Start + open
	return attrs, seg.TrimRightSpace(src)
}

// attrText returns an attribute's value as typed, or "".
func attrText(v any) string {
	switch v := v.(type) {
	case []byte:
		return string(v)
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}
