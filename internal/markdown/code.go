package markdown

import (
	"bytes"
	"strings"
	"sync"

	"strategia/internal/diag"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/yuin/goldmark/ast"
)

// maxHighlight is the size of code beyond which it is not coloured.
const maxHighlight = 64 << 10

// The classes in highlighted code, for whoever writes the stylesheet, in light
// and dark: <pre class="code" tabindex="0"><code class="language-NAME"> around
//
//	k keyword · kc constant (true, null) · kt type · nb built-in name
//	nt tag or key · na attribute or property · nf function · nn section or table
//	s string · se escape in a string · m number · o operator · p punctuation
//	c comment · gh heading · gs strong · ge emphasis · err error
//
// Text without a class has the colour of its surroundings.

// highlighter is chroma's formatter and its style, of which only classes are used.
var highlighter = sync.OnceValue(func() func(*bytes.Buffer, chroma.Iterator) error {
	f := html.New(html.WithClasses(true), html.PreventSurroundingPre(true), html.WithAllClasses(true))
	style := chroma.MustNewStyle("classes", chroma.StyleEntries{})
	return func(b *bytes.Buffer, it chroma.Iterator) error { return f.Format(b, style, it) }
})

// fenced writes fenced code: a generated block, highlighted code, or plain code.
func (r *renderer) fenced(n *ast.FencedCodeBlock) {
	info := ""
	if n.Info != nil {
		info = string(n.Info.Segment.Value(r.src))
	}
	word, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	word, _, _ = strings.Cut(word, "{")
	closed := r.closed(n)
	if !closed {
		r.report(diag.New(diag.FenceOpen, r.line(max(0, n.Pos()))).With(diag.HintWrite, r.fence(n)))
	}
	if r.block(n, word, closed) {
		return
	}
	r.codeBlock(n, word)
}

func (r *renderer) codeBlock(n ast.Node, language string) {
	code := n.Lines().Value(r.src)
	r.open(`<pre class="code" tabindex="0"`, n)
	r.str("<code")
	lex := lexerFor(language)
	if lex != nil {
		r.str(` class="language-` + lex.name + `"`)
	}
	r.str(">")
	if lex == nil || len(code) > maxHighlight || !r.highlight(lex, code) {
		r.escape(code)
	}
	r.str("</code></pre>\n")
	r.last = '\n'
}

// highlight writes coloured code, unless chroma fails; then it writes nothing.
func (r *renderer) highlight(lex *lexer, code []byte) (ok bool) {
	before := len(r.out)
	defer func() {
		// chroma's iterators tell of a failing expression by panicking.
		if recover() != nil {
			r.out = r.out[:before]
			ok = false
		}
	}()
	it, err := lex.lexer().Tokenise(nil, string(code))
	if err != nil {
		return false
	}
	var b bytes.Buffer
	if err := highlighter()(&b, it); err != nil {
		return false
	}
	r.out = append(r.out, b.Bytes()...)
	return true
}

// infoSpan is the place of a fenced block's first word.
func (r *renderer) infoSpan(n *ast.FencedCodeBlock, word string) stretch {
	if n.Info == nil {
		return stretch{max(0, n.Pos()), max(0, n.Pos())}
	}
	start := n.Info.Segment.Start
	return stretch{start, start + len(word)}
}

// unknownLanguage reports a language that is neither a block nor known code.
func (r *renderer) unknownLanguage(n *ast.FencedCodeBlock, word string) {
	at := r.infoSpan(n, word)
	if near := nearest(word, blockNames()); near != "" && (strings.Contains(near+word, "-") || strings.EqualFold(near, word)) {
		r.report(diag.New(diag.BlockUnknown, r.span(at.start, at.end), word).With(diag.HintNearest, near))
		return
	}
	d := diag.New(diag.CodeLanguageUnknown, r.span(at.start, at.end), word)
	if near := nearest(word, lexerNames()); near != "" {
		d = d.With(diag.HintNearest, near)
	}
	r.report(d)
}
