package program

import (
	"html/template"
	"io"
	"reflect"
	"text/template/parse"
)

// Compile makes a program of the template named entry of a set, for views of the
// type of view. It returns nil if html/template must run the template itself.
//
// The set must be complete: it is escaped by this, after which html/template lets
// nothing be added.
func Compile(set *template.Template, entry string, view any) (p *Program) {
	// html/template escapes a template when it is first run, whatever comes of it.
	_ = set.ExecuteTemplate(io.Discard, entry, nil)
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(unknown); !ok {
				panic(r)
			}
			p = nil
		}
	}()
	c := &compiler{set: set, bodies: map[call]*body{}}
	t := reflect.TypeOf(view)
	return &Program{view: t, body: c.body(call{entry, t})}
}

// unknown unwinds Compile where it meets what it has no certain meaning for.
type unknown struct{}

// call is a template that is run on values of a type.
type call struct {
	name string
	dot  reflect.Type // nil if it is given none
}

type compiler struct {
	set    *template.Template
	bodies map[call]*body
}

// body returns a template compiled for a type. It may still be in the making, as
// templates may include themselves.
func (c *compiler) body(of call) *body {
	if b := c.bodies[of]; b != nil {
		return b
	}
	t := c.set.Lookup(of.name)
	if t == nil || t.Tree == nil {
		panic(unknown{})
	}
	b := &body{vars: 1}
	c.bodies[of] = b
	s := &scope{compiler: c, body: b, dot: of.dot, vars: []variable{{"$", 0, of.dot}}}
	b.nodes = s.list(t.Tree.Root)
	return b
}

// scope is what is known at a place of a body: the types of the dot and of the
// variables.
type scope struct {
	*compiler
	body *body
	dot  reflect.Type
	vars []variable
}

type variable struct {
	name string
	slot int
	typ  reflect.Type
}

// inner is the scope of a block, whose variables end with it.
func (s *scope) inner(dot reflect.Type) *scope {
	return &scope{s.compiler, s.body, dot, s.vars[:len(s.vars):len(s.vars)]}
}

func (s *scope) declare(name string, t reflect.Type) int {
	slot := s.body.vars
	s.body.vars++
	s.vars = append(s.vars, variable{name, slot, t})
	return slot
}

func (s *scope) variable(name string) variable {
	for i := len(s.vars) - 1; i >= 0; i-- {
		if s.vars[i].name == name {
			return s.vars[i]
		}
	}
	panic(unknown{})
}

func (s *scope) list(l *parse.ListNode) []node {
	if l == nil {
		return nil
	}
	var out []node
	for _, n := range l.Nodes {
		if n := s.node(n); n != nil {
			out = append(out, n)
		}
	}
	return out
}

func (s *scope) node(n parse.Node) node {
	switch n := n.(type) {
	case *parse.TextNode:
		text := string(n.Text)
		return func(f *frame) { f.text(text) }
	case *parse.CommentNode:
		return nil
	case *parse.ActionNode:
		return s.action(n.Pipe)
	case *parse.IfNode:
		return s.ifNode(&n.BranchNode)
	case *parse.WithNode:
		return s.with(&n.BranchNode)
	case *parse.RangeNode:
		return s.rangeNode(&n.BranchNode)
	case *parse.TemplateNode:
		return s.template(n)
	}
	panic(unknown{})
}

// action writes a value, or sets a variable.
func (s *scope) action(p *parse.PipeNode) node {
	if len(p.Decl) == 0 {
		v := s.command(p.Cmds[0])
		return write(v, escaping(p.Cmds[1:]))
	}
	if len(p.Decl) != 1 {
		panic(unknown{})
	}
	v, slot := s.pipe(p), 0
	if name := p.Decl[0].Ident[0]; p.IsAssign {
		to := s.variable(name)
		if to.typ != v.typ {
			panic(unknown{})
		}
		slot = to.slot
	} else {
		slot = s.declare(name, v.typ)
	}
	return func(f *frame) { f.vars[slot] = v.get(f) }
}

func (s *scope) ifNode(n *parse.BranchNode) node {
	if len(n.Pipe.Decl) > 0 {
		panic(unknown{})
	}
	is := s.condition(n.Pipe)
	then, otherwise := s.inner(s.dot).list(n.List), s.inner(s.dot).list(n.ElseList)
	return func(f *frame) {
		if is(f) {
			f.all(then)
		} else {
			f.all(otherwise)
		}
	}
}

func (s *scope) with(n *parse.BranchNode) node {
	v := s.pipe(n.Pipe)
	in, slot := s.inner(v.typ), -1
	if len(n.Pipe.Decl) == 1 && !n.Pipe.IsAssign {
		slot = in.declare(n.Pipe.Decl[0].Ident[0], v.typ)
	} else if len(n.Pipe.Decl) > 0 {
		panic(unknown{})
	}
	is, then, otherwise := truth(v.typ), in.list(n.List), s.inner(s.dot).list(n.ElseList)
	return func(f *frame) {
		x := v.get(f)
		if !is(x) {
			f.all(otherwise)
			return
		}
		if slot >= 0 {
			f.vars[slot] = x
		}
		f.on(x, then)
	}
}

// on runs nodes with another dot.
func (f *frame) on(dot reflect.Value, nodes []node) {
	before := f.dot
	f.dot = dot
	f.all(nodes)
	f.dot = before
}

var intType = reflect.TypeFor[int]()

// rangeNode runs over a slice, or over a sequence of single values.
func (s *scope) rangeNode(n *parse.BranchNode) node {
	v := s.pipe(n.Pipe)
	var elem reflect.Type
	switch {
	case v.typ.Kind() == reflect.Slice:
		elem = v.typ.Elem()
	case v.typ.Kind() == reflect.Func && v.typ.CanSeq() && len(n.Pipe.Decl) < 2:
		elem = v.typ.In(0).In(0)
	default:
		panic(unknown{})
	}
	if n.Pipe.IsAssign {
		panic(unknown{})
	}
	in, index, item := s.inner(elem), -1, -1
	switch d := n.Pipe.Decl; len(d) {
	case 1:
		item = in.declare(d[0].Ident[0], elem)
	case 2:
		index = in.declare(d[0].Ident[0], intType)
		item = in.declare(d[1].Ident[0], elem)
	}
	each, otherwise := in.list(n.List), s.inner(s.dot).list(n.ElseList)
	one := func(f *frame, x reflect.Value) {
		if item >= 0 {
			f.vars[item] = x
		}
		f.on(x, each)
	}
	if v.typ.Kind() == reflect.Func {
		return func(f *frame) {
			any := false
			for x := range v.get(f).Seq() {
				any = true
				one(f, x)
			}
			if !any {
				f.all(otherwise)
			}
		}
	}
	return func(f *frame) {
		list := v.get(f)
		for i := range list.Len() {
			if index >= 0 {
				f.vars[index] = reflect.ValueOf(i)
			}
			one(f, list.Index(i))
		}
		if list.Len() == 0 {
			f.all(otherwise)
		}
	}
}

func (s *scope) template(n *parse.TemplateNode) node {
	if n.Pipe == nil {
		b := s.compiler.body(call{name: n.Name})
		return func(f *frame) { b.run(f.output, reflect.Value{}) }
	}
	if len(n.Pipe.Decl) > 0 {
		panic(unknown{})
	}
	v := s.pipe(n.Pipe)
	b := s.compiler.body(call{n.Name, v.typ})
	return func(f *frame) { b.run(f.output, v.get(f)) }
}
