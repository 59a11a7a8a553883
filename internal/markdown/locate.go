package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"strategia/internal/source"

	"go.yaml.in/yaml/v4"
)

// Locate returns the bytes of a front-matter value, named by its path as in
// source.Span.Key: "goals[0].maps[1].goal". A last part that starts with "~"
// names the key instead of the value. Where the path leads to nothing the place
// is the nearest thing above it; the first line if there is no front matter.
func Locate(f *source.File, key string) (start, end int) { return NewLocator(f).Locate(key) }

// Locator finds many values in the front matter of one file, which it reads once.
type Locator struct {
	t    *manuscript
	m    matter
	root *yaml.Node
}

func NewLocator(f *source.File) *Locator {
	t, _ := intake(f)
	l := &Locator{t: t, m: split(t.b)}
	if l.m.found && l.m.end-l.m.start <= maxMatter {
		l.root = t.tree(l.m)
	}
	return l
}

// Locate is the function Locate for the file.
func (l *Locator) Locate(key string) (start, end int) {
	if !l.m.found {
		line, _ := cutLine(l.t.b, 0)
		p := l.t.span(0, len(line))
		return p.Start, p.End
	}
	s, e := l.t.keyPlace(l.m, l.root, key, false)
	if e <= s {
		s, e = 0, 3
	}
	p := l.t.span(s, e)
	return p.Start, p.End
}

// keyPlace is Locate in the text's offsets; 0, 0 if there is no tree. With last
// it finds the last of keys of the same name instead of the first.
func (t *manuscript) keyPlace(m matter, root *yaml.Node, key string, last bool) (start, end int) {
	if root == nil {
		return 0, 0
	}
	node, name := root, (*yaml.Node)(nil)
	for key != "" && node != nil {
		var part string
		part, key = nextPart(key)
		if index, ok := strings.CutPrefix(part, "["); ok {
			i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
			if err != nil || node.Kind != yaml.SequenceNode || i < 0 || i >= len(node.Content) {
				break
			}
			node, name = node.Content[i], nil
			continue
		}
		bare, onlyKey := strings.CutPrefix(part, "~")
		k, v := lookup(node, bare, last && key == "")
		if k == nil {
			break
		}
		if onlyKey {
			return t.nodePlace(m, k)
		}
		node, name = v, k
	}
	switch {
	case node.Kind == yaml.ScalarNode && node.Value == "" && node.Style == 0 && name != nil:
		return t.nodePlace(m, name) // a key without a value
	case node == root:
		return 0, 3
	case node.Kind != yaml.ScalarNode && name != nil:
		return t.nodePlace(m, name) // a mapping or list is shown by its key
	}
	return t.nodePlace(m, node)
}

// nextPart cuts the first step off a path: a name, or an index in brackets. The
// key of a "~" is taken whole: an unknown key may hold dots and brackets.
func nextPart(key string) (part, rest string) {
	if key[0] == '~' {
		return key, ""
	}
	if key[0] == '[' {
		if i := strings.IndexByte(key, ']'); i > 0 {
			return key[:i+1], strings.TrimPrefix(key[i+1:], ".")
		}
		return key, ""
	}
	i := strings.IndexAny(key, ".[")
	if i < 0 {
		return key, ""
	}
	return key[:i], strings.TrimPrefix(key[i:], ".")
}

func lookup(n *yaml.Node, name string, last bool) (key, val *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			key, val = n.Content[i], n.Content[i+1]
			if !last {
				break
			}
		}
	}
	return key, val
}

// nodePlace returns the bytes of a node, as typed: with its quotes, and of a
// value of several lines the first.
func (t *manuscript) nodePlace(m matter, n *yaml.Node) (start, end int) {
	start = t.lineColumn(m, n.Line, n.Column)
	line, _ := cutLine(t.b[:m.end], min(start, m.end))
	if len(line) == 0 {
		return start, min(start+1, len(t.b))
	}
	switch {
	case n.Kind != yaml.ScalarNode:
		return start, start + len(bytes.TrimRight(line, " \t"))
	case n.Style&yaml.DoubleQuotedStyle != 0:
		for i := 1; i < len(line); i++ {
			if line[i] == '\\' {
				i++
			} else if line[i] == '"' {
				return start, start + i + 1
			}
		}
	case n.Style&yaml.SingleQuotedStyle != 0:
		for i := 1; i < len(line); i++ {
			if line[i] == '\'' && i+1 < len(line) && line[i+1] == '\'' {
				i++
			} else if line[i] == '\'' {
				return start, start + i + 1
			}
		}
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
	case bytes.HasPrefix(line, []byte(n.Value)):
		return start, start + max(1, len(n.Value))
	}
	return start, start + len(bytes.TrimRight(line, " \t"))
}
