package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The limits that keep goldmark linear. Each stands well above what an honest
// text holds, and each is there because a short hostile text without it takes
// minutes: emphasis looks back through all open marks, a broken link looks
// forward through its block, a note looks through all notes.
const (
	maxNesting   = 40        // lists and quotes within each other
	maxEmphasis  = 500       // runs of * and _ in one block
	maxBrackets  = 1000      // [ and ] in one block
	maxBroken    = 50        // ]( or ][ in one block that are no link after all
	maxTicks     = 100       // runs of ` in one block without a partner
	maxTags      = 2000      // < in one block
	maxHeading   = 1000      // bytes of a heading
	maxBraces    = 10        // { in a heading
	maxParagraph = 256 << 10 // bytes of a paragraph that is no table
	maxLines     = 5000      // lines of such a paragraph
	maxReference = 500       // lines of a paragraph that starts with a link's definition
	maxFootnotes = 8000      // occurrences of [^ in a file
	maxPipes     = 4000      // occurrences of \| in a file
	maxCells     = 200_000   // bars of all kinds in a file: cells of tables
)

var notesKey = parser.NewContextKey()

// notes is what is written down while goldmark parses, because its tree does
// not tell. All offsets are goldmark's.
type notes struct {
	ends      []stretch        // of links and images
	undefined []stretch        // references to notes that do not exist
	footnotes []*east.Footnote // all definitions, in order
	deep      []int            // places where nesting was cut
	complex   []int            // blocks in which a limit was met
	long      []int            // headings that are too long
	almosts   []almostLink     // what was meant as a link
	bold      bool             // whether "**" stands in any block

	// Of the block being read.
	block                                   ast.Node
	emphasis, brackets, broken, ticks, tags int
}

type stretch struct{ start, end int }

func notesOf(pc parser.Context) *notes {
	n, _ := pc.Get(notesKey).(*notes)
	if n == nil {
		n = &notes{}
		pc.Set(notesKey, n)
	}
	return n
}

// in starts counting anew where block is not the one counted last.
func (n *notes) in(block ast.Node) *notes {
	if n.block != block {
		n.block = block
		n.emphasis, n.brackets, n.broken, n.ticks, n.tags = 0, 0, 0, 0, 0
	}
	return n
}

// spend counts one more of what counter counts, and says whether it is too many.
func (n *notes) spend(counter *int, limit int, r text.Reader) bool {
	*counter++
	if *counter == limit+1 {
		_, seg := r.Position()
		n.complex = append(n.complex, seg.Start)
	}
	return *counter > limit
}

// shallow is a block parser that stops nesting at maxNesting.
type shallow struct{ parser.BlockParser }

func (s shallow) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for n := parent; n != nil; n = n.Parent() {
		switch n.(type) {
		case *ast.List, *lawList, *ast.Blockquote, *east.DefinitionList, *east.Footnote:
			depth++
		}
	}
	if depth < maxNesting {
		return s.BlockParser.Open(parent, r, pc)
	}
	// Only what would have opened a block is worth a word.
	line, seg := r.Position()
	node, _ := s.BlockParser.Open(parent, r, pc)
	r.SetPosition(line, seg)
	if node != nil {
		notes := notesOf(pc)
		notes.deep = append(notes.deep, seg.Start)
	}
	return nil, parser.NoChildren
}

// briefHeading is a heading parser that takes no headings beyond maxHeading:
// goldmark's search for attributes is quadratic in their length.
type briefHeading struct{ parser.BlockParser }

func (h briefHeading) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	size, last := len(line), line
	if p, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph); ok && line[max(0, pc.BlockOffset())] != '#' {
		if n := p.Lines().Len(); n > 0 {
			size += p.Lines().At(n-1).Stop - p.Lines().At(0).Start
			seg := p.Lines().At(n - 1)
			last = seg.Value(r.Source())
		}
	}
	if size <= maxHeading && bytes.Count(last, []byte("{")) <= maxBraces {
		return h.BlockParser.Open(parent, r, pc)
	}
	if at := max(0, pc.BlockOffset()); line[at] == '#' {
		n := notesOf(pc)
		n.long = append(n.long, seg.Start)
	}
	return nil, parser.NoChildren
}

// guardedLink is goldmark's link parser with limits, which also writes down
// where links end.
type guardedLink struct {
	parser.InlineParser
	parser.CloseBlocker
}

func newGuardedLink() guardedLink {
	p := parser.NewLinkParser()
	return guardedLink{p, p.(parser.CloseBlocker)}
}

func (g guardedLink) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	n := notesOf(pc).in(parent)
	line, seg := r.PeekLine()
	if n.broken > maxBroken || n.spend(&n.brackets, maxBrackets, r) {
		return nil
	}
	node := g.InlineParser.Parse(parent, r, pc)
	switch node.(type) {
	case nil:
		if line[0] == ']' && len(line) > 1 && (line[1] == '(' || line[1] == '[') {
			n.spend(&n.broken, maxBroken, r)
		}
		if line[0] == ']' {
			n.almost(r.Source(), line, seg.Start)
		}
	case *ast.Link, *ast.Image:
		// The reader stands behind the link, perhaps already on the next line.
		src := r.Source()
		_, seg := r.Position()
		end := min(max(seg.Start, 0), len(src))
		if next, _ := r.PeekLine(); next == nil {
			end = len(src)
			if l := parent.Lines(); l.Len() > 0 {
				end = l.At(l.Len() - 1).Stop
			}
		}
		for end > node.Pos() && src[end-1] != ')' && src[end-1] != ']' {
			end--
		}
		n.ends = append(n.ends, stretch{node.Pos(), end})
	}
	return node
}

// guardedEmphasis, guardedCode and guardedAngle limit what they wrap.
type guardedEmphasis struct{ parser.InlineParser }

func (g guardedEmphasis) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	n := notesOf(pc).in(parent)
	if n.spend(&n.emphasis, maxEmphasis, r) {
		return nil
	}
	if line, _ := r.PeekLine(); len(line) > 1 && line[0] == '*' && line[1] == '*' {
		n.bold = true
	}
	return g.InlineParser.Parse(parent, r, pc)
}

type guardedCode struct{ parser.InlineParser }

func (g guardedCode) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	n := notesOf(pc).in(parent)
	if n.ticks > maxTicks {
		return nil
	}
	node := g.InlineParser.Parse(parent, r, pc)
	if _, code := node.(*ast.CodeSpan); !code {
		n.spend(&n.ticks, maxTicks, r)
	}
	return node
}

type guardedAngle struct{ parser.InlineParser }

func (g guardedAngle) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	n := notesOf(pc).in(parent)
	if n.spend(&n.tags, maxTags, r) {
		return nil
	}
	return g.InlineParser.Parse(parent, r, pc)
}

// footnoteBlock writes down every definition of a note, so that one that
// nothing refers to is reported: goldmark would drop it, text and all.
type footnoteBlock struct{ parser.BlockParser }

func (f footnoteBlock) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := f.BlockParser.Open(parent, r, pc)
	if fn, ok := node.(*east.Footnote); ok {
		n := notesOf(pc)
		n.footnotes = append(n.footnotes, fn)
	}
	return node, state
}

// footnoteRef writes down references to notes that nobody defined.
type footnoteRef struct{ parser.InlineParser }

func (f footnoteRef) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	node := f.InlineParser.Parse(parent, r, pc)
	if node != nil {
		return node
	}
	label := bytes.TrimPrefix(line, []byte("!"))
	if !bytes.HasPrefix(label, []byte("[^")) {
		return nil
	}
	if i := bytes.IndexAny(label, "]\n"); i > 2 && label[i] == ']' && bytes.IndexByte(label[2:i], '[') < 0 {
		start := seg.Start + len(line) - len(label)
		n := notesOf(pc)
		if k := len(n.undefined); k > 0 && n.undefined[k-1].start == start {
			return nil // asked before, at the "!" of "![^1]"
		}
		n.undefined = append(n.undefined, stretch{start, start + i + 1})
	}
	return nil
}

func newFootnoteBlock() parser.BlockParser {
	return shallow{footnoteBlock{extension.NewFootnoteBlockParser()}}
}

// overlong stands for a paragraph that is not read because of its size.
type overlong struct{ ast.BaseBlock }

var kindOverlong = ast.NewNodeKind("Overlong")

func (*overlong) Kind() ast.NodeKind           { return kindOverlong }
func (*overlong) IsRaw() bool                  { return true }
func (n *overlong) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// paragraphGuard takes out paragraphs beyond the limits before anything looks
// at them. A table is a paragraph to goldmark, and may be long.
type paragraphGuard struct{}

func (paragraphGuard) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := p.Lines()
	n := lines.Len()
	if n == 0 {
		return
	}
	src := r.Source()
	first := lines.At(0)
	size := lines.At(n-1).Stop - first.Start
	reference := n > maxReference && bytes.HasPrefix(util.TrimLeftSpace(first.Value(src)), []byte("["))
	if !reference && (n <= 50 && size <= maxParagraph || fits(lines, src, size)) {
		return
	}
	node := &overlong{}
	node.SetLines(lines)
	node.SetPos(first.Start)
	p.Parent().ReplaceChild(p.Parent(), p, node)
	notes := notesOf(pc)
	notes.complex = append(notes.complex, first.Start)
}

// references is goldmark's reader of the definitions of links. It makes a reader
// for every paragraph, and so is asked only where one may begin with a definition.
type references struct{}

func (references) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	if p.Lines().Len() > 0 {
		first := p.Lines().At(0)
		if !bytes.HasPrefix(util.TrimLeftSpace(first.Value(r.Source())), []byte("[")) {
			return
		}
	}
	parser.LinkReferenceParagraphTransformer.Transform(p, r, pc)
}

// fits says whether a long paragraph is a table of honest size, or within the
// limits of other text. goldmark fills every row up to the header's columns, so
// that a header of a thousand and rows of one cell make a page of gigabytes.
func fits(lines *text.Segments, src []byte, size int) bool {
	n, cols := lines.Len(), 0
	for i := range n {
		seg := lines.At(i)
		line := bytes.TrimSpace(src[seg.Start:seg.Stop])
		if len(line) > 2 && len(bytes.Trim(line, "|:- \t")) == 0 { // the line below a table's header
			cols = max(cols, 1+bytes.Count(line, []byte("|")))
		}
	}
	if cols == 0 {
		return n <= maxLines && size <= maxParagraph
	}
	return cols*n <= 4*size+10_000
}
