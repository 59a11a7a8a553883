package markdown

import (
	"sync"

	"github.com/yuin/goldmark"
	meta "github.com/yuin/goldmark-meta"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// The parsers are made when first needed, not when the program starts:
// `strategia version` has no use for them. Both may be shared by goroutines.
//
// plainParser knows no front matter. It reads the bodies of files whose front
// matter goldmark-meta would get wrong; see frontmatter.go.
var (
	metaParser  = sync.OnceValue(func() parser.Parser { return newParser(meta.Meta) })
	plainParser = sync.OnceValue(func() parser.Parser { return newParser() })
)

func newParser(more ...goldmark.Extender) parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(briefHeading{parser.NewSetextHeadingParser(parser.WithHeadingAttribute())}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser()}, 300),
			util.Prioritized(shallow{lawListParser{}}, 310),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(lawItemParser{}, 410),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(briefHeading{parser.NewATXHeadingParser(parser.WithHeadingAttribute())}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(newFootnoteBlock(), 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
			util.Prioritized(shallow{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		),
		parser.WithInlineParsers(
			util.Prioritized(guardedCode{parser.NewCodeSpanParser()}, 100),
			util.Prioritized(footnoteRef{extension.NewFootnoteParser()}, 101),
			util.Prioritized(newGuardedLink(), 200),
			util.Prioritized(guardedAngle{parser.NewAutoLinkParser()}, 300),
			util.Prioritized(guardedAngle{parser.NewRawHTMLParser()}, 400),
			util.Prioritized(guardedEmphasis{parser.NewEmphasisParser()}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(paragraphGuard{}, 1),
			util.Prioritized(references{}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
			util.Prioritized(captionTransformer{}, 300),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(more...)).Parser()
}

// noIDs keeps goldmark from collecting heading ids, which are given in headings.go.
type noIDs struct{ parser.IDs }

func newContext() parser.Context {
	return parser.NewContext(parser.WithIDs(noIDs{}))
}
