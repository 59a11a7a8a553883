// Package arena gives what stays memory apart from what is soon thrown away.
//
// Reading a file throws away ten times as much as stays of it, and what stays
// would lie scattered among it: a third of the heap of a large site were pages of
// memory with a few strings in each, which no collector can give back. Here it is
// moved to pieces that hold nothing else. A piece is given back when all that lies
// in it has been forgotten.
package arena

import (
	"reflect"
	"strings"
	"sync"
	"unsafe"
)

// A piece is so large that it has a span of the heap to itself. The first ones of
// an arena are smaller, as most sites are.
const (
	pieceBytes  = 32 << 10
	firstValues = 8
	firstText   = 1 << 10
)

// lone is the part of a piece from which on a list gets memory of its own.
const lone = 4

// next returns how many values a new piece has if the last one had as many as
// last, and whether it is made at all for a list of n.
func next(last, n int, size uintptr) (values int, ok bool) {
	most := pieceBytes / int(max(size, 1))
	return min(max(2*last, firstValues, n), most), n <= most/lone
}

// List is an arena for values of one type. The zero List is empty.
type List[T any] struct {
	free []T
	size int // of the last piece, values
}

// Copy returns list in the arena, nil if there is nothing in it.
func (a *List[T]) Copy(list []T) []T {
	n := len(list)
	if n == 0 {
		return nil
	}
	if n > len(a.free) {
		size, ok := next(a.size, n, unsafe.Sizeof(list[0]))
		if !ok {
			return append([]T(nil), list...)
		}
		a.size, a.free = size, make([]T, size)
	}
	out := a.free[:n:n]
	a.free = a.free[n:]
	copy(out, list)
	return out
}

// Add returns the place in the arena to which v was copied.
func (a *List[T]) Add(v T) *T { return &a.Copy([]T{v})[0] }

// Arena is an arena for values of any type with all that they refer to.
type Arena struct {
	text  strings.Builder
	lists map[reflect.Type]*list
}

// list is List for a type that is known only at run time.
type list struct {
	free reflect.Value
	size int
}

// Move moves all that v, a pointer, leads to into the arena: strings, slices, and
// what pointers point to. Maps, interfaces and unexported fields stay where they
// are. Nothing of it may lead back to itself.
func (a *Arena) Move(v any) { a.move(reflect.ValueOf(v).Elem()) }

func (a *Arena) move(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(a.copyOf(v.String()))
	case reflect.Struct:
		for _, i := range referring(v.Type()) {
			a.move(v.Field(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			to := a.take(v.Type().Elem(), 1)
			to.Index(0).Set(v.Elem())
			a.move(to.Index(0))
			v.Set(to.Index(0).Addr())
		}
	case reflect.Slice:
		n := v.Len()
		if n == 0 {
			v.SetZero()
			return
		}
		to := a.take(v.Type().Elem(), n)
		reflect.Copy(to, v)
		if refers(v.Type().Elem()) {
			for i := range n {
				a.move(to.Index(i))
			}
		}
		v.Set(to)
	}
}

// copyOf returns s in the arena. Even the empty part of a string would keep it.
func (a *Arena) copyOf(s string) string {
	if s == "" {
		return ""
	}
	if len(s) > a.text.Cap()-a.text.Len() {
		if len(s) > pieceBytes/lone {
			return strings.Clone(s)
		}
		size := min(max(2*a.text.Cap(), firstText, len(s)), pieceBytes)
		a.text = strings.Builder{}
		a.text.Grow(size)
	}
	start := a.text.Len()
	a.text.WriteString(s)
	return a.text.String()[start:]
}

// take returns a slice of n values of type t that nobody else has.
func (a *Arena) take(t reflect.Type, n int) reflect.Value {
	l := a.lists[t]
	if l == nil {
		if a.lists == nil {
			a.lists = map[reflect.Type]*list{}
		}
		l = &list{free: reflect.Zero(reflect.SliceOf(t))}
		a.lists[t] = l
	}
	if n > l.free.Len() {
		size, ok := next(l.size, n, t.Size())
		if !ok {
			return reflect.MakeSlice(reflect.SliceOf(t), n, n)
		}
		l.size, l.free = size, reflect.MakeSlice(reflect.SliceOf(t), size, size)
	}
	out := l.free.Slice3(0, n, n)
	l.free = l.free.Slice(n, l.free.Len())
	return out
}

var fields sync.Map // reflect.Type of a struct to []int

// referring returns the fields of a struct from which something is to be moved.
func referring(t reflect.Type) []int {
	if known, ok := fields.Load(t); ok {
		return known.([]int)
	}
	found := []int{}
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && refers(f.Type) {
			found = append(found, i)
		}
	}
	fields.Store(t, found)
	return found
}

// refers reports whether there is anything to move from a value of type t.
func refers(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Pointer, reflect.Slice:
		return true
	case reflect.Struct:
		return len(referring(t)) > 0
	}
	return false
}
