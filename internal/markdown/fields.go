package markdown

import (
	"strings"

	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// The makers of fields. Each takes where in a T its value goes.

func text_[T any](name, pl, en string, to func(*T) *string) field[T] {
	return field[T]{name: name, typ: "text", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		if s, ok := d.words(v); ok {
			*to(dst) = s
		}
	}}
}

// numbering reads the number that something has, which is shown in many places: it
// may have lost its quotes to those of printers.
func numbering[T any](pl, en string, to func(*T) *string) field[T] {
	f := text_("number", pl, en, to)
	read := f.read
	f.read = func(d *decoder, v *value, dst *T) {
		read(d, v, dst)
		s := to(dst)
		if bare := strings.Trim(*s, "„”“«»"); v.kind == isText && bare != *s && bare != "" {
			d.diags = append(d.diags, diag.New(diag.ValueNotQuoted, d.span(), d.last(), *s).With(diag.HintQuote, `"`+bare+`"`))
			*s = bare
		}
	}
	return f
}

func texts[T any](name, pl, en string, to func(*T) *[]string) field[T] {
	return field[T]{name: name, typ: "list of text", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		d.each(v, func(e *value) {
			if s, ok := d.words(e); ok {
				*to(dst) = append(*to(dst), s)
			}
		})
	}}
}

func idField[T any](name, pl, en string, to func(*T) *string) field[T] {
	return field[T]{name: name, typ: "id", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		if s, ok := d.id(v); ok {
			*to(dst) = s
		}
	}}
}

func ids[T any](name, pl, en string, to func(*T) *[]string) field[T] {
	return field[T]{name: name, typ: "list of ids", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		d.each(v, func(e *value) {
			if s, ok := d.id(e); ok {
				*to(dst) = append(*to(dst), s)
			}
		})
	}}
}

func date[T any](name, pl, en string, to func(*T) *strategy.Date) field[T] {
	return field[T]{name: name, typ: "date", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		if s, ok := d.date(v); ok {
			*to(dst) = s
		}
	}}
}

func year[T any](name, pl, en string, to func(*T) *int) field[T] {
	return field[T]{name: name, typ: "year", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		if v.kind != isInt || v.n < 1900 || v.n > 2200 {
			d.report(diag.YearExpected, name)
			return
		}
		*to(dst) = v.n
	}}
}

func boolean[T any](name, pl, en string, to func(*T) *bool) field[T] {
	return field[T]{name: name, typ: "true or false", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		if v.kind != isBool {
			d.report(diag.BooleanExpected, name)
			return
		}
		*to(dst) = v.b
	}}
}

// enum reads one of a few words.
func enum[T any, E ~string](name, pl, en string, known []E, to func(*T) *E) field[T] {
	list := make([]string, len(known))
	for i, k := range known {
		list[i] = string(k)
	}
	return field[T]{name: name, typ: strings.Join(list, " | "), pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		s, ok := d.text(v)
		if !ok {
			return
		}
		if contains(list, s) {
			*to(dst) = E(s)
			return
		}
		x := diag.New(diag.ValueNotKnown, d.span(), name, s)
		if near := nearest(s, list); near != "" {
			x = x.With(diag.HintNearest, near)
		}
		d.diags = append(d.diags, x.With(diag.HintKnown, strings.Join(list, ", ")))
	}}
}

// address reads an absolute address whose scheme is one of schemes.
func address[T any](name, pl, en string, to func(*T) *string, schemes ...string) field[T] {
	return field[T]{name: name, typ: "address", pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		s, ok := d.text(v)
		if !ok {
			return
		}
		for _, scheme := range schemes {
			if rest, ok := strings.CutPrefix(s, scheme); ok && len(rest) > 1 && !strings.ContainsAny(rest, " \t\n\"<>") {
				*to(dst) = s
				return
			}
		}
		x := diag.New(diag.AddressInvalid, d.span(), name, s)
		switch {
		case mailLike(s) && contains(schemes, "mailto:"):
			x = x.With(diag.HintWrite, name+": mailto:"+s)
		case hostLike(s):
			x = x.With(diag.HintWrite, name+": https://"+s)
		}
		d.diags = append(d.diags, x.With(diag.HintKnown, strings.Join(schemes, ", ")))
	}}
}

func ref[T any](name, pl, en string, kind strategy.Kind, to func(*T) *strategy.Ref) field[T] {
	return field[T]{name: name, typ: "id of " + kind.Scheme(), pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		if r, ok := d.ref(v, kind); ok {
			*to(dst) = r
		}
	}}
}

func refs[T any](name, pl, en string, kind strategy.Kind, to func(*T) *[]strategy.Ref) field[T] {
	return field[T]{name: name, typ: "list of ids of " + kind.Scheme(), pl: pl, en: en, read: func(d *decoder, v *value, dst *T) {
		d.each(v, func(e *value) {
			if r, ok := d.ref(e, kind); ok {
				*to(dst) = append(*to(dst), r)
			}
		})
	}}
}

// nested reads a mapping into a part of T.
func nested[T, U any](name, pl, en string, fields []field[U], to func(*T) *U) field[T] {
	return field[T]{
		name: name, typ: "mapping", pl: pl, en: en,
		read: func(d *decoder, v *value, dst *T) { object(d, v, to(dst), fields) },
		sub:  func(prefix string) []KeyDoc { return keysOf(prefix, fields) },
	}
}

// nestedList reads a list of mappings. begin, if there is one, makes an entry
// before its keys are read; an entry that short understands is no mapping.
func nestedList[T, U any](name, pl, en string, fields []field[U], to func(*T) *[]U,
	begin func(d *decoder, u *U, dst *T), short func(d *decoder, v *value, u *U) bool) field[T] {
	return field[T]{
		name: name, typ: "list of mappings", pl: pl, en: en,
		read: func(d *decoder, v *value, dst *T) {
			d.each(v, func(e *value) {
				var u U
				if begin != nil {
					begin(d, &u, dst)
				}
				if short == nil || e.kind == isMap || !short(d, e, &u) {
					object(d, e, &u, fields)
				}
				*to(dst) = append(*to(dst), u)
			})
		},
		sub: func(prefix string) []KeyDoc { return keysOf(prefix, fields) },
	}
}

// KeyDoc describes a key of the front matter for the manual. Key is its path:
// "goals[].maps[].goal". Kind is "" for keys that every kind has.
type KeyDoc struct {
	Kind, Key, Type string
	Required        bool
	PL, EN          string
}

func keysOf[T any](prefix string, fields []field[T]) []KeyDoc {
	var out []KeyDoc
	for _, f := range fields {
		out = append(out, KeyDoc{Key: prefix + f.name, Type: f.typ, Required: f.required, PL: f.pl, EN: f.en})
		if f.sub != nil {
			dot := "."
			if strings.HasPrefix(f.typ, "list") {
				dot = "[]."
			}
			out = append(out, f.sub(prefix+f.name+dot)...)
		}
	}
	return out
}

// Keys lists the keys of the front matter: those that every kind has, then those
// of each kind, in the order of the tables by which they are read.
func Keys() []KeyDoc {
	out := keysOf("", common)
	for _, k := range kinds {
		for _, d := range keysOf("", k.fields) {
			d.Kind = k.name
			out = append(out, d)
		}
	}
	return out
}
