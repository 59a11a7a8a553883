package program

import (
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// Names of escapers in the trees of html/template. What text they leave as it is
// stands here; TestEscapers holds it against html/template.
const (
	htmlEscaper   = "_html_template_htmlescaper"
	attrEscaper   = "_html_template_attrescaper"
	rcdataEscaper = "_html_template_rcdataescaper"
	urlFilter     = "_html_template_urlfilter"
	urlNormalizer = "_html_template_urlnormalizer"
	urlEscaper    = "_html_template_urlescaper"
)

// A chain is the escapers that html/template has put behind a value.
type chain struct {
	names string
	// example is a template that has the same escapers at its only value.
	example string
	// address says that the value is an address from its beginning, and may have a scheme.
	address bool
	// plain are the bytes, besides ASCII letters and digits, that the escapers
	// leave as they are; those of text are escaped here.
	plain string
	text  bool
}

// chains are those of text, of attributes and of addresses in quoted attributes.
var chains = []*chain{
	{names: htmlEscaper, text: true},
	{names: attrEscaper, text: true},
	{names: rcdataEscaper, text: true},
	{names: urlFilter + " " + urlNormalizer + " " + attrEscaper, example: `<a href="{{.}}">`, address: true, plain: "-._~/#?=,;"},
	{names: urlNormalizer + " " + attrEscaper, example: `<a href="/{{.}}">`, plain: "-._~/#?=,;:"},
	{names: urlEscaper + " " + attrEscaper, example: `<a href="#{{.}}">`, plain: "-._~"},
	{names: urlFilter + " " + attrEscaper, example: `<meta http-equiv="refresh" content="0; url={{.}}">`, address: true, plain: "-._~/#?=,;"},
}

// escaping finds the chain of a value.
func escaping(cmds []*parse.CommandNode) *chain {
	var names []string
	for _, c := range cmds {
		if len(c.Args) != 1 {
			panic(unknown{})
		}
		names = append(names, c.Args[0].String())
	}
	joined := strings.Join(names, " ")
	for _, c := range chains {
		if c.names == joined {
			return c
		}
	}
	panic(unknown{})
}

var (
	htmlType   = reflect.TypeFor[template.HTML]()
	stringType = reflect.TypeFor[string]()
)

// write writes a value, escaped.
func write(v value, c *chain) node {
	get := v.get
	switch {
	case v.typ == htmlType && c.names == htmlEscaper:
		return func(f *frame) { f.text(get(f).String()) }
	case v.typ == stringType && c.text:
		return func(f *frame) { f.escaped(get(f).String()) }
	case v.typ == stringType:
		return func(f *frame) {
			if s := get(f).String(); c.leaves(s) {
				f.text(s)
			} else {
				f.text(c.apply(s))
			}
		}
	case v.typ == intType:
		return func(f *frame) { f.buf = strconv.AppendInt(f.buf, get(f).Int(), 10) }
	}
	panic(unknown{})
}

// escaped writes text as html/template does in text, in quoted attributes and in
// titles.
func (o *output) escaped(s string) {
	from := 0
	for i := range len(s) {
		by := ""
		switch s[i] {
		case 0:
			by = "\uFFFD"
		case '"':
			by = "&#34;"
		case '&':
			by = "&amp;"
		case '\'':
			by = "&#39;"
		case '+':
			by = "&#43;"
		case '<':
			by = "&lt;"
		case '>':
			by = "&gt;"
		default:
			continue
		}
		o.buf = append(append(o.buf, s[from:i]...), by...)
		from = i + 1
	}
	o.text(s[from:])
}

// leaves reports whether the chain is known to leave an address as it is.
func (c *chain) leaves(s string) bool {
	if c.address {
		s = strings.TrimPrefix(s, "https://")
	}
	for i := range len(s) {
		b := s[i]
		if 'a' <= b && b <= 'z' || '0' <= b && b <= '9' || 'A' <= b && b <= 'Z' {
			continue
		}
		if strings.IndexByte(c.plain, b) < 0 {
			return false
		}
	}
	return true
}

// examples are the templates of chains, by their texts.
var examples = sync.OnceValue(func() map[string]*template.Template {
	all := map[string]*template.Template{}
	for _, c := range chains {
		if c.example != "" {
			all[c.example] = template.Must(template.New("").Parse(c.example))
		}
	}
	return all
})

// apply has html/template escape an address.
func (c *chain) apply(s string) string {
	var b strings.Builder
	if err := examples()[c.example].Execute(&b, s); err != nil {
		panic(failure{err})
	}
	before, after, _ := strings.Cut(c.example, "{{.}}")
	return strings.TrimSuffix(strings.TrimPrefix(b.String(), before), after)
}
