package program

import (
	"cmp"
	"reflect"
	"text/template/parse"
)

// value is an expression of a known type.
type value struct {
	get func(*frame) reflect.Value
	typ reflect.Type
}

func constant(x any) value {
	v := reflect.ValueOf(x)
	return value{func(*frame) reflect.Value { return v }, v.Type()}
}

// pipe compiles a pipeline of a single command.
func (s *scope) pipe(p *parse.PipeNode) value {
	if len(p.Cmds) != 1 {
		panic(unknown{})
	}
	return s.command(p.Cmds[0])
}

func (s *scope) command(c *parse.CommandNode) value {
	if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return s.function(name.Ident, c.Args[1:])
	}
	if len(c.Args) != 1 {
		panic(unknown{})
	}
	return s.operand(c.Args[0])
}

func (s *scope) operand(n parse.Node) value {
	switch n := n.(type) {
	case *parse.DotNode:
		return known(value{func(f *frame) reflect.Value { return f.dot }, s.dot})
	case *parse.FieldNode:
		return fields(value{func(f *frame) reflect.Value { return f.dot }, s.dot}, n.Ident)
	case *parse.VariableNode:
		v := s.variable(n.Ident[0])
		return fields(value{func(f *frame) reflect.Value { return f.vars[v.slot] }, v.typ}, n.Ident[1:])
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			break
		}
		return s.pipe(n)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		if n.IsInt && !n.IsComplex {
			return constant(int(n.Int64))
		}
	}
	panic(unknown{})
}

// known refuses a value whose type isn't fixed.
func known(v value) value {
	if v.typ == nil || v.typ.Kind() == reflect.Interface {
		panic(unknown{})
	}
	return v
}

// fields follows the names of fields.
func fields(v value, names []string) value {
	for _, name := range names {
		v = field(known(v), name)
	}
	return known(v)
}

func field(v value, name string) value {
	t, pointer := v.typ, v.typ.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		panic(unknown{})
	}
	if _, ok := reflect.PointerTo(t).MethodByName(name); ok {
		panic(unknown{})
	}
	f, ok := t.FieldByName(name)
	if !ok || !f.IsExported() {
		panic(unknown{})
	}
	of := t
	for _, i := range f.Index[:len(f.Index)-1] {
		if of = of.Field(i).Type; of.Kind() != reflect.Struct {
			panic(unknown{})
		}
	}
	get, index := v.get, f.Index
	if pointer {
		inner := get
		get = func(f *frame) reflect.Value {
			p := inner(f)
			if p.IsNil() {
				panic(failure{ErrFailed})
			}
			return p.Elem()
		}
	}
	if len(index) == 1 {
		i := index[0]
		return value{func(f *frame) reflect.Value { return get(f).Field(i) }, f.Type}
	}
	return value{func(f *frame) reflect.Value { return get(f).FieldByIndex(index) }, f.Type}
}

// condition compiles a pipeline of which only the truth matters.
func (s *scope) condition(p *parse.PipeNode) func(*frame) bool {
	if len(p.Cmds) != 1 || len(p.Decl) > 0 {
		panic(unknown{})
	}
	return s.conditionOf(p.Cmds[0].Args)
}

func (s *scope) conditionOf(args []parse.Node) func(*frame) bool {
	if name, ok := args[0].(*parse.IdentifierNode); ok && (name.Ident == "and" || name.Ident == "or") && len(args) > 1 {
		var all []func(*frame) bool
		for _, a := range args[1:] {
			all = append(all, s.conditionOf([]parse.Node{a}))
		}
		or := name.Ident == "or"
		return func(f *frame) bool {
			for _, is := range all {
				if is(f) == or {
					return or
				}
			}
			return !or
		}
	}
	if p, ok := args[0].(*parse.PipeNode); ok && len(args) == 1 {
		return s.condition(p)
	}
	v := s.command(&parse.CommandNode{Args: args})
	is := truth(v.typ)
	return func(f *frame) bool { return is(v.get(f)) }
}

// truth returns what makes a value of the type count as true.
func truth(t reflect.Type) func(reflect.Value) bool {
	switch t.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool
	case reflect.String, reflect.Slice, reflect.Map:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Pointer, reflect.Func:
		return func(v reflect.Value) bool { return !v.IsNil() }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	}
	if t.Kind() >= reflect.Int && t.Kind() <= reflect.Int64 {
		return func(v reflect.Value) bool { return v.Int() != 0 }
	}
	panic(unknown{})
}

// boolean makes a value of a test.
func boolean(is func(*frame) bool) value {
	yes, no := reflect.ValueOf(true), reflect.ValueOf(false)
	return value{func(f *frame) reflect.Value {
		if is(f) {
			return yes
		}
		return no
	}, yes.Type()}
}

func (s *scope) function(name string, args []parse.Node) value {
	switch {
	case name == "not" && len(args) == 1:
		is := s.conditionOf(args)
		return boolean(func(f *frame) bool { return !is(f) })
	case name == "len" && len(args) == 1:
		v := s.operand(args[0])
		switch v.typ.Kind() {
		case reflect.String, reflect.Slice, reflect.Map:
			return value{func(f *frame) reflect.Value { return reflect.ValueOf(v.get(f).Len()) }, intType}
		}
	case name == "index" && len(args) == 2:
		return element(s.operand(args[0]), s.operand(args[1]))
	case len(args) == 2:
		return comparison(name, s.operand(args[0]), s.operand(args[1]))
	}
	panic(unknown{})
}

// element is an element of a slice, or of a map of strings, where one that isn't
// there is empty.
func element(of, at value) value {
	t := of.typ
	switch {
	case t.Kind() == reflect.Slice && at.typ == intType:
		return known(value{func(f *frame) reflect.Value {
			list, i := of.get(f), int(at.get(f).Int())
			if i < 0 || i >= list.Len() {
				panic(failure{ErrFailed})
			}
			return list.Index(i)
		}, t.Elem()})
	case t.Kind() == reflect.Map && t.Key() == at.typ:
		zero := reflect.Zero(t.Elem())
		return known(value{func(f *frame) reflect.Value {
			if x := of.get(f).MapIndex(at.get(f)); x.IsValid() {
				return x
			}
			return zero
		}, t.Elem()})
	}
	panic(unknown{})
}

// comparison compares two whole numbers or two strings.
func comparison(name string, a, b value) value {
	kind := a.typ.Kind()
	if kind != b.typ.Kind() || kind != reflect.Int && kind != reflect.String {
		panic(unknown{})
	}
	is, ok := map[string]func(order int) bool{
		"eq": func(n int) bool { return n == 0 }, "ne": func(n int) bool { return n != 0 },
		"lt": func(n int) bool { return n < 0 }, "le": func(n int) bool { return n <= 0 },
		"gt": func(n int) bool { return n > 0 }, "ge": func(n int) bool { return n >= 0 },
	}[name]
	if !ok {
		panic(unknown{})
	}
	return boolean(func(f *frame) bool { return is(order(a.get(f), b.get(f))) })
}

func order(a, b reflect.Value) int {
	if a.Kind() == reflect.Int {
		return cmp.Compare(a.Int(), b.Int())
	}
	return cmp.Compare(a.String(), b.String())
}
