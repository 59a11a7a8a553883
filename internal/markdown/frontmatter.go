package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"strategia/internal/diag"
	"strategia/internal/source"

	"go.yaml.in/yaml/v4"
)

const (
	// maxMatter is the size beyond which front matter is not read.
	maxMatter = 256 << 10
	// maxDepth is how deep brackets in front matter may nest; the deepest key
	// there is has a depth of four.
	maxDepth = 50
)

// matter is where a text's front matter stands; offsets in text.b.
type matter struct {
	found      bool // the first line is "---"
	closed     bool // and another such line follows
	start, end int  // of the YAML between
	body       int  // start of the body
	// plain: goldmark-meta reads the front matter as the author meant it. It
	// takes every line of nothing but hyphens for the end, also the "-" of a
	// list whose entry stands on the next line, and text without an end for
	// front matter to the end of the file; such files are read without it.
	plain bool
}

// split finds the front matter of t, whose delimiters are exactly "---".
func split(b []byte) matter {
	first, next := cutLine(b, 0)
	if !delimiter(first) {
		return matter{}
	}
	m := matter{found: true, start: next, end: len(b), body: len(b), plain: true}
	for at := next; at < len(b); {
		line, after := cutLine(b, at)
		switch {
		case delimiter(line):
			m.closed, m.end, m.body = true, at, after
			return m
		case len(line) > 0 && len(bytes.Trim(line, "-")) < len(line):
			if trimmed := bytes.TrimSpace(line); len(bytes.Trim(trimmed, "-")) == 0 {
				m.plain = false
			}
		}
		at = after
	}
	// Unclosed: the front matter is what stands before the first empty line, or
	// one of other dashes.
	m.plain = false
	for at := next; at < len(b); {
		line, after := cutLine(b, at)
		if len(bytes.TrimSpace(line)) == 0 || dashes(line) {
			m.end, m.body = at, after
			return m
		}
		at = after
	}
	return m
}

// delimiter: three hyphens, and nothing but spaces behind them.
func delimiter(line []byte) bool {
	return bytes.HasPrefix(line, []byte("---")) && len(bytes.TrimRight(line[3:], " \t")) == 0
}

// dashes: a line of dashes such as word processors make of hyphens. A single
// hyphen begins an entry of a list.
func dashes(line []byte) bool {
	return len(bytes.TrimSpace(line)) > 1 && len(bytes.TrimFunc(line, func(c rune) bool {
		return c == ' ' || c == '\t' || c == '-' || c == '−' || unicode.Is(unicode.Pd, c)
	})) == 0
}

// cutLine returns the line at offset at, without its end, and where the next starts.
func cutLine(b []byte, at int) (line []byte, next int) {
	if i := bytes.IndexByte(b[at:], '\n'); i >= 0 {
		return b[at : at+i], at + i + 1
	}
	return b[at:], len(b)
}

// yaml returns the front matter's YAML.
func (t *manuscript) yaml(m matter) []byte { return t.b[m.start:m.end] }

// checkMatter looks at front matter before any YAML library does. Where it says
// false the front matter is not to be read.
func (t *manuscript) checkMatter(m matter) (ds []diag.Diagnostic, ok bool) {
	opening := t.span(0, 3)
	if !m.found {
		rest := bytes.TrimLeft(t.b[:min(len(t.b), 4096)], " \t\n")
		if line, next := cutLine(rest, 0); len(rest) > 0 && delimiter(line) {
			if after, _ := cutLine(rest, next); bytes.IndexByte(after, ':') > 0 {
				at := len(t.b[:min(len(t.b), 4096)]) - len(rest)
				return []diag.Diagnostic{diag.New(diag.FrontMatterNotFirst, t.span(at, at+3))}, false
			}
		}
		if at := t.below(); at > 0 {
			return []diag.Diagnostic{diag.New(diag.FrontMatterNotFirst, t.span(at, at+3))}, false
		}
		if start, end, ok := t.misopened(); ok {
			return []diag.Diagnostic{diag.New(diag.FrontMatterMisopened, t.span(start, end), string(t.b[start:end]))}, false
		}
		return nil, false
	}
	if !m.closed {
		d := diag.New(diag.FrontMatterUnclosed, opening)
		if line, _ := cutLine(t.b, m.end); dashes(line) {
			d = d.At(diag.HintNotClosing, t.span(m.end, m.end+len(line)), strings.TrimSpace(string(line)))
		}
		ds = append(ds, d)
	}
	y := t.yaml(m)
	if len(y) > maxMatter {
		return append(ds, diag.New(diag.FrontMatterTooBig, opening, strconv.Itoa(maxMatter>>10))), false
	}
	depth := 0
	for i, c := range y {
		switch c {
		case '[', '{':
			if depth++; depth > maxDepth {
				return append(ds, diag.New(diag.FrontMatterTooDeep, t.span(m.start+i, m.start+i+1))), false
			}
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	if at := runOfDashes(y); at >= 0 {
		return append(ds, diag.New(diag.FrontMatterTooDeep, t.span(m.start+at, m.start+at+1))), false
	}
	if at := suspicious(y); at >= 0 {
		if n := firstAlias(t.tree(m)); n != nil {
			start := t.lineColumn(m, n.Line, n.Column)
			return append(ds, diag.New(diag.FrontMatterAlias, t.span(start, start+1))), false
		}
	}
	return ds, true
}

// runOfDashes finds a line that nests lists beyond measure: "- - - - …".
func runOfDashes(y []byte) int {
	for at := 0; at < len(y); {
		line, next := cutLine(y, at)
		if len(line) > 2*maxDepth && bytes.Count(line[:min(len(line), 2000)], []byte("- ")) > maxDepth {
			return at
		}
		at = next
	}
	return -1
}

// suspicious finds what may be an anchor, alias or tag of YAML: &, * or ! where a
// value starts. Aliases are cheap to write and may be exponential to read; the
// word after ! is lost.
func suspicious(y []byte) int {
	for i := 0; i < len(y); i++ {
		if y[i] != '&' && y[i] != '*' && y[i] != '!' || i+1 >= len(y) || y[i+1] <= ' ' {
			continue
		}
		j := i - 1
		for j >= 0 && (y[j] == ' ' || y[j] == '\t') {
			j--
		}
		if j < 0 || bytes.IndexByte([]byte(":-[{,\n?"), y[j]) >= 0 {
			return i
		}
	}
	return -1
}

func firstAlias(n *yaml.Node) *yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return n
	}
	for _, c := range n.Content {
		if a := firstAlias(c); a != nil {
			return a
		}
	}
	return nil
}

// tree parses the front matter with a parser that keeps positions, or returns nil.
func (t *manuscript) tree(m matter) *yaml.Node {
	root, _ := parseTree(t.yaml(m))
	return root
}

func parseTree(y []byte) (*yaml.Node, error) {
	var root yaml.Node
	if err := yaml.Unmarshal(y, &root); err != nil {
		return nil, err
	}
	if len(root.Content) == 0 {
		return nil, nil
	}
	return root.Content[0], nil
}

// lineColumn returns the offset in text.b of a position that YAML tells: both
// numbers start at 1 and count from the front matter's first line, in characters.
func (t *manuscript) lineColumn(m matter, line, column int) int {
	if t.lines == nil {
		for at := m.start; ; {
			t.lines = append(t.lines, at)
			if at >= m.end {
				break
			}
			_, at = cutLine(t.b, at)
		}
	}
	at := t.lines[max(0, min(line, len(t.lines))-1)]
	text, _ := cutLine(t.b[:m.end], min(at, m.end))
	for i := range string(text) {
		if column--; column <= 0 {
			return at + i
		}
	}
	return min(at+len(text), len(t.b))
}

// reread reads front matter with the parser that knows places. It is used where
// goldmark-meta fails or must not be asked, and where it fails too it tells why.
func (t *manuscript) reread(m matter) (value, []diag.Diagnostic) {
	root, err := parseTree(t.yaml(m))
	if err == nil {
		return treeValue(root), nil
	}
	return t.salvage(m), []diag.Diagnostic{t.syntaxError(m, err)}
}

// opening is the place of the first line.
func (t *manuscript) opening() source.Span { return t.span(0, 3) }
