package markdown

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gtext "github.com/yuin/goldmark/text"
)

// Options are what a file does not say itself.
type Options struct {
	Lang string // of the document, for typography; "" is Polish
	// Reading asks how hard a Polish text is to read, which costs a second walk.
	Reading bool
	// Lines says that every block carries its line as a slot, for a preview:
	// the built site knows nothing of lines.
	Lines bool
}

// Parsed is one file, read.
type Parsed struct {
	Entry *strategy.Entry
	// Prose is the body as HTML with slots; nil if there is no body.
	Prose []byte
	// CSV holds each of Entry.Tables as data: RFC 4180, UTF-8, lines ended by
	// CR LF, cells of merged ones repeated, formulas disarmed. SpliceCSV fills in
	// the texts of links without words.
	CSV   [][]byte
	Diags []diag.Diagnostic
}

// Parse reads a file. It may be called by many goroutines at once, for the same
// file too; the result shares no memory with the file.
func Parse(f *source.File, o Options) *Parsed {
	p := &Parsed{Entry: &strategy.Entry{Path: f.Path}}
	unread, no := noText(f)
	if len(f.Bytes) > maxFile {
		unread, no = diag.New(diag.TextTooBig, source.Span{Path: f.Path}, strconv.Itoa(maxFile>>20)), true
	}
	if no {
		p.Diags = append(p.Diags, unread)
		d := &decoder{t: &manuscript{path: f.Path}}
		d.decode(&value{}, p.Entry)
		return p
	}
	t, ds := intake(f)
	p.Diags = append(p.Diags, ds...)
	if at := conflict(t.b); at >= 0 {
		line, _ := cutLine(t.b, at)
		p.Diags = append(p.Diags, diag.New(diag.MergeConflict, t.span(at, at+len(line))))
		m := split(t.b)
		v := t.salvage(m)
		(&decoder{t: t, m: m}).decode(&v, p.Entry)
		return p
	}
	m := split(t.b)
	ds, ok := t.checkMatter(m)
	p.Diags = append(p.Diags, ds...)
	stop := len(t.b) // where goldmark stops reading
	if d, ok := t.tooMany(); !ok {
		p.Diags = append(p.Diags, d)
		stop = m.body
	}

	var doc ast.Node
	var pc parser.Context
	v := value{kind: isMap}
	if ok && m.found {
		var err error
		if m.plain {
			doc, pc = t.goldmark(metaParser(), t.b[:stop], p)
		}
		if doc != nil {
			v, err = metaValue(pc)
		}
		if doc == nil || err != nil {
			doc = nil // what goldmark-meta could not read stands among the text now
			v, ds = t.reread(m)
			p.Diags = append(p.Diags, ds...)
		}
	}
	switch {
	case len(ds) > 0 && !m.found: // keys that stand where no front matter is read
		v = t.salvage(t.keysAbove())
	case !ok && m.found && m.end-m.start <= maxMatter:
		v = t.salvage(m)
	}
	dec := &decoder{t: t, m: m, whole: len(p.Diags) == 0}
	dec.decode(&v, p.Entry)
	p.Diags = append(p.Diags, few(dec.diags)...)
	base := 0
	if doc == nil {
		base = m.body
		doc, pc = t.goldmark(plainParser(), t.b[base:stop], p)
	}
	w := enterRoom(p.Entry)
	if doc != nil {
		p.render(w, t, doc, pc, base, o)
		if o.Reading && typographyOf(cmp.Or(p.Entry.Lang, o.Lang)).polish {
			t.readability(doc, base, p)
		}
	}
	p.Entry.Shown = Typeset(cmp.Or(p.Entry.Lang, o.Lang), p.Entry.Title) // which may be a heading's
	p.Entry = w.leave(p.Entry)
	return p
}

// conflict finds the line with which Git begins two versions of a passage that it
// could not merge, and which it ends with another; -1 if there is none.
func conflict(b []byte) int {
	for at, end := 0, bytes.LastIndex(b, []byte("\n>>>>>>> ")); ; at += 8 {
		i := bytes.Index(b[at:], []byte("<<<<<<< "))
		if at += i; i < 0 || at > end {
			return -1
		}
		if at == 0 || b[at-1] == '\n' {
			return at
		}
	}
}

// mostMatter is how many mistakes of front matter are told of one kind.
const mostMatter = 100

// few leaves out what is the same mistake over and over.
func few(ds []diag.Diagnostic) []diag.Diagnostic {
	if len(ds) <= mostMatter {
		return ds
	}
	told := map[diag.Code]int{}
	return slices.DeleteFunc(ds, func(d diag.Diagnostic) bool {
		told[d.Code]++
		return told[d.Code] > mostMatter
	})
}

// tooMany looks for the few things whose number alone makes goldmark slow or large.
func (t *manuscript) tooMany() (diag.Diagnostic, bool) {
	for _, c := range []struct {
		what string
		max  int
	}{{"[^", maxFootnotes}, {`\|`, maxPipes}, {"|", maxCells}} {
		if len(t.b) > c.max && bytes.Count(t.b, []byte(c.what)) > c.max {
			return diag.New(diag.FileTooComplex, t.span(0, 0), c.what, strconv.Itoa(c.max)), false
		}
	}
	return diag.Diagnostic{}, true
}

// goldmark parses b. Should it panic, which is a fault of the library's and
// never the author's, the file has no body and its author is told so.
func (t *manuscript) goldmark(p parser.Parser, b []byte, out *Parsed) (doc ast.Node, pc parser.Context) {
	defer func() {
		if e := recover(); e != nil {
			out.Diags = append(out.Diags, diag.New(diag.ParserFailed, t.span(0, 0), fmt.Sprint(e)))
			doc, pc = nil, nil
		}
	}()
	pc = newContext()
	return p.Parse(gtext.NewReader(b), parser.WithContext(pc)), pc
}

func (p *Parsed) render(w *room, t *manuscript, doc ast.Node, pc parser.Context, base int, o Options) {
	e := p.Entry
	lang := o.Lang
	if e.Lang != "" {
		lang = e.Lang
	}
	r := &renderer{t: t, src: t.b[base:], base: base, room: w, out: w.out[:0], e: e, notes: notesOf(pc),
		section: -1, type_: typographyOf(lang), last: '\n', places: o.Lines}
	slices.SortFunc(r.notes.ends, func(a, b stretch) int { return a.start - b.start })
	r.node(doc)
	r.closeTags(0)
	r.finish()
	if len(r.out) > 0 {
		p.Prose = bytes.Clone(r.out)
		e.HasBody = true
	}
	p.CSV = r.csv
	p.Diags = append(p.Diags, r.diags...)
	w.out = r.out
}

// salvage takes from front matter that YAML cannot read what says what the file
// is, so that one slip does not make every link to it an error too.
func (t *manuscript) salvage(m matter) value {
	v := value{kind: isMap}
	y := t.yaml(m)
	for at := 0; at < len(y); {
		line, next := cutLine(y, at)
		at = next
		key, rest, ok := bytes.Cut(line, []byte(":"))
		if !ok {
			continue
		}
		switch string(key) {
		case "kind", "id", "number", "title", "level", "parent":
			s := bytes.Trim(bytes.TrimSpace(rest), `"'`)
			if len(s) > 0 && bytes.IndexAny(s, "\"'{}[]&*!|>%@`#") < 0 && !has(&v, string(key)) {
				v.keys = append(v.keys, keyed{string(key), value{kind: isText, text: string(s)}})
			}
		}
	}
	return v
}
