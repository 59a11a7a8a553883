// Package program runs the templates of html/template faster than the package
// itself does.
//
// html/template parses a layout and decides how each value must be escaped where
// it stands. What it then runs is an interpreter that finds out anew, at each
// value of each page, of what type the value is, and calls the escapers by
// reflection; that costs more than all else that making a page needs. As the
// views of a site are of few fixed types, Compile does that work once a layout:
// it walks over the tree that html/template has escaped and makes of it a tree of
// functions.
//
// The meaning stays that of html/template. Whatever Compile doesn't know for
// certain (a function, an escaper, a value without a fixed type) makes it decline
// the whole layout, which html/template then runs. A value that needs more than
// the escaping of HTML text is given to html/template too; only values that need
// none are written as they are.
package program

import (
	"errors"
	"io"
	"reflect"
	"sync"
)

// Program is a template compiled for views of one type. It may be run by several
// goroutines at once.
type Program struct {
	view reflect.Type
	body *body
}

// ErrFailed is returned by Run if a layout fails on a view: it asks something of
// a pointer that is nil, or for an element that isn't there. html/template, run
// on the same view, says where.
var ErrFailed = errors.New("the layout fails on this view")

// body is a compiled {{define}}: what it writes, and how many variables it has.
type body struct {
	nodes []node
	vars  int
}

// node writes its part of the output.
type node func(*frame)

// frame is a body while it is run.
type frame struct {
	*output
	dot  reflect.Value
	vars []reflect.Value
}

// output collects what is written. A failure unwinds by panic to Run.
type output struct {
	buf []byte
	w   io.Writer
}

// failure carries an error through the functions of a program.
type failure struct{ error }

const (
	// full is the size from which the buffer is written out.
	full = 32 << 10
	// long is the size from which a text is written without going through the buffer.
	long = 4 << 10
)

func (o *output) text(s string) {
	if len(s) >= long {
		o.flush()
		if _, err := io.WriteString(o.w, s); err != nil {
			panic(failure{err})
		}
		return
	}
	o.buf = append(o.buf, s...)
	if len(o.buf) >= full {
		o.flush()
	}
}

func (o *output) flush() {
	_, err := o.w.Write(o.buf)
	o.buf = o.buf[:0]
	if err != nil {
		panic(failure{err})
	}
}

var outputs = sync.Pool{New: func() any { return &output{buf: make([]byte, 0, full+long)} }}

// Fits reports whether the program runs views of the type of this one.
func (p *Program) Fits(view any) bool { return p != nil && reflect.TypeOf(view) == p.view }

// Run writes what the template makes of a view that fits. It returns ErrFailed,
// or the writer's error.
func (p *Program) Run(w io.Writer, view any) (err error) {
	out := outputs.Get().(*output)
	out.w = w
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(failure)
			if !ok {
				panic(r)
			}
			err = f.error
		}
		out.buf, out.w = out.buf[:0], nil
		outputs.Put(out)
	}()
	p.body.run(out, reflect.ValueOf(view))
	out.flush()
	return nil
}

// run runs a body on a value, which is also its variable $.
func (b *body) run(out *output, dot reflect.Value) {
	f := frame{output: out, dot: dot, vars: make([]reflect.Value, b.vars)}
	f.vars[0] = dot
	f.all(b.nodes)
}

func (f *frame) all(nodes []node) {
	for _, n := range nodes {
		n(f)
	}
}
