package markdown

import (
	"fmt"
	"strconv"
	"strings"

	meta "github.com/yuin/goldmark-meta"
	"github.com/yuin/goldmark/parser"
	"go.yaml.in/yaml/v4"
)

// value is a piece of front matter as decoding sees it, whichever library read it.
type value struct {
	kind valueKind
	text string  // of text; of other scalars what the library made of them
	list []value // of a list
	keys []keyed // of a mapping, in the source's order, repeated keys included
	n    int     // of an integer
	b    bool    // of a boolean
}

type keyed struct {
	key string
	val value
}

type valueKind uint8

const (
	isNull valueKind = iota
	isText
	isInt
	isBool
	isOther // a fraction, a time: nothing that any key takes
	isList
	isMap
)

// metaValue returns the front matter that goldmark-meta found.
//
// The items come as a slice type of the YAML library that goldmark-meta has
// chosen, an archived one; sliceOf saves us from importing it for a name. The
// slice keeps the order and, unlike the map, keys that are written twice.
func metaValue(pc parser.Context) (value, error) {
	items, err := meta.TryGetItems(pc)
	if err != nil {
		return value{}, err
	}
	var convert func(v any) value
	convert = func(v any) value {
		if m, ok := sliceOf(items, v); ok {
			out := value{kind: isMap, keys: make([]keyed, len(m))}
			for i, it := range m {
				out.keys[i] = keyed{keyText(it.Key), convert(it.Value)}
			}
			return out
		}
		if l, ok := v.([]any); ok {
			out := value{kind: isList, list: make([]value, len(l))}
			for i := range l {
				out.list[i] = convert(l[i])
			}
			return out
		}
		return scalarOf(v)
	}
	return convert(items), nil
}

func sliceOf[T any](_ T, v any) (T, bool) {
	t, ok := v.(T)
	return t, ok
}

func keyText(k any) string {
	if s, ok := k.(string); ok {
		return s
	}
	return fmt.Sprint(k)
}

func scalarOf(v any) value {
	switch v := v.(type) {
	case nil:
		return value{}
	case string:
		return value{kind: isText, text: v}
	case int:
		return value{kind: isInt, n: v, text: strconv.Itoa(v)}
	case bool:
		return value{kind: isBool, b: v, text: strconv.FormatBool(v)}
	}
	return value{kind: isOther, text: fmt.Sprint(v)}
}

// treeValue returns the same for a tree of the parser that keeps positions. It
// resolves scalars as goldmark-meta's YAML 1.1 does, so that a file means the
// same whichever way it is read.
func treeValue(n *yaml.Node) value {
	switch {
	case n == nil:
		return value{kind: isMap}
	case n.Kind == yaml.SequenceNode:
		out := value{kind: isList, list: make([]value, len(n.Content))}
		for i, c := range n.Content {
			out.list[i] = treeValue(c)
		}
		return out
	case n.Kind == yaml.MappingNode:
		out := value{kind: isMap}
		for i := 0; i+1 < len(n.Content); i += 2 {
			out.keys = append(out.keys, keyed{n.Content[i].Value, treeValue(n.Content[i+1])})
		}
		return out
	case n.Kind != yaml.ScalarNode:
		return value{}
	}
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return value{kind: isText, text: n.Value}
	}
	switch n.Tag {
	case "!!null":
		return value{}
	case "!!int":
		if v, err := strconv.ParseInt(strings.ReplaceAll(n.Value, "_", ""), 0, 64); err == nil {
			return value{kind: isInt, n: int(v), text: n.Value}
		}
		return value{kind: isOther, text: n.Value}
	case "!!float":
		return value{kind: isOther, text: n.Value}
	case "!!bool", "!!str":
		switch strings.ToLower(n.Value) {
		case "yes", "on", "true", "y":
			return value{kind: isBool, b: true, text: n.Value}
		case "no", "off", "false", "n":
			return value{kind: isBool, text: n.Value}
		}
	}
	return value{kind: isText, text: n.Value}
}
