package diag

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"strategia/internal/source"
)

// Printer prints diagnostics. Its functions are given from outside, as this
// package reads no files and knows no front matter.
type Printer struct {
	Lang   Lang
	Colour bool
	// Explain prints, with the first of each rule, what the rule means.
	Explain bool
	// File returns the file at a path, nil if it can't be had.
	File func(path string) *source.File
	// Locate returns the bytes that a key of the front matter means. Without
	// it such places have no line.
	Locate func(f *source.File, key string) (start, end int)

	files map[string]*source.File
}

// Formats are the names of what Print can print: for people, for programs (see
// writeJSON) and for the annotations of GitHub's continuous integration.
var Formats = []string{"text", "json", "github"}

// Print writes the diagnostics in the order given. The error is that of w, or
// tells that there is no such format.
//
// As text each has a line with severity, code, place and message, the line of the
// source with the place marked, and what follows: hints, the author's reason,
// and for the first error or warning of each rule how to repair it.
func (p *Printer) Print(w io.Writer, format string, ds []Diagnostic) error {
	p.files = map[string]*source.File{}
	out := bufio.NewWriter(w)
	switch format {
	case "text":
		p.writeText(out, ds)
	case "json":
		if err := p.writeJSON(out, ds); err != nil {
			return err
		}
	case "github":
		p.writeGitHub(out, ds)
	default:
		return fmt.Errorf("print diagnostics: no format %q", format)
	}
	return out.Flush()
}

// place is a span that was looked up. Without a file it has only a path.
type place struct {
	path       string
	file       *source.File
	start, end int
	from, to   source.Position
}

func (p *Printer) find(s source.Span) place {
	at := place{path: s.Path, start: s.Start, end: s.End}
	f, known := p.files[s.Path]
	if !known && s.Path != "" && p.File != nil {
		f = p.File(s.Path)
		p.files[s.Path] = f
	}
	if f == nil || s.Key != "" && p.Locate == nil || bytes.IndexByte(f.Bytes[:min(len(f.Bytes), 512)], 0) >= 0 {
		return at // what is no text has no lines
	}
	if s.Key != "" {
		at.start, at.end = p.Locate(f, s.Key)
	}
	at.file = f
	at.start = max(0, min(at.start, len(f.Bytes)))
	at.end = max(at.start, min(at.end, len(f.Bytes)))
	at.from, at.to = f.Position(at.start), f.Position(at.end)
	return at
}

// String returns the place as editors understand it: "content/x.md:12:8".
func (at place) String() string {
	if at.file == nil {
		return plain(at.path)
	}
	return fmt.Sprintf("%s:%d:%d", plain(at.path), at.from.Line, at.from.Column)
}

// The colours of a terminal, by what they mark.
var colours = map[string]string{
	"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m", "frame": "\x1b[34m", "strong": "\x1b[1m",
}

func (p *Printer) colour(name, text string) string {
	if !p.Colour || text == "" {
		return text
	}
	return colours[name] + text + "\x1b[0m"
}

// mostTold is how many diagnostics of one rule are written out for people; of more
// nobody reads all. The formats for programs have all.
const mostTold = 1000

func (p *Printer) writeText(w *bufio.Writer, ds []Diagnostic) {
	told, count := map[Code]bool{}, map[Code]int{}
	for i := range ds {
		d := &ds[i]
		if count[d.Code]++; count[d.Code] > mostTold {
			continue
		}
		if i > 0 {
			w.WriteByte('\n')
		}
		at := p.find(d.Span)
		fmt.Fprintf(w, "%s %s: %s\n", p.head(d), at, p.colour("strong", plain(d.Message(p.Lang))))
		gutter := p.excerpt(w, at, d.Severity)
		for j := range d.Hints {
			h := &d.Hints[j]
			text := plain(h.Message(p.Lang))
			if h.Span.Path != "" {
				text += ": " + p.find(h.Span).String()
			}
			p.remark(w, gutter, text)
		}
		switch {
		case d.Reason != "":
			p.remark(w, gutter, plain((&Hint{Key: HintAck, Args: []string{d.Reason}}).Message(p.Lang)))
		case d.Severity != Note && !told[d.Code]:
			told[d.Code] = true
			if p.Explain {
				p.remark(w, gutter, plain(Lookup(d.Code).Text(p.Lang).Explain))
			}
			p.remark(w, gutter, plain(d.Repair(p.Lang)))
		}
	}
	for i := range ds {
		d := &ds[i]
		if more := count[d.Code] - mostTold; more > 0 {
			count[d.Code] = 0
			fmt.Fprintf(w, "\n%s: %s\n", p.head(d), (&Hint{Key: HintMore, Args: []string{strconv.Itoa(more)}}).Message(p.Lang))
		}
	}
}

// head is what a diagnostic begins with: "error[S201]".
func (p *Printer) head(d *Diagnostic) string {
	return p.colour(d.Severity.String(), fmt.Sprintf("%s[%s]", d.Severity.Word(p.Lang), d.Code))
}

// remark writes a line below an excerpt, broken where it gets too long.
func (p *Printer) remark(w *bufio.Writer, gutter int, text string) {
	for i, line := range wrap(text, lineWidth-gutter-3) {
		sign := " "
		if i == 0 {
			sign = p.colour("frame", "=")
		}
		fmt.Fprintf(w, "%*s %s %s\n", gutter, "", sign, line)
	}
}

// excerpt writes the line of the source with the place marked, and returns the
// width of the column of line numbers.
func (p *Printer) excerpt(w *bufio.Writer, at place, s Severity) int {
	if at.file == nil {
		return 2
	}
	number := fmt.Sprint(at.from.Line)
	gutter := len(number) + 1
	e := at.clip()
	if e.text == "" {
		return gutter
	}
	bar := p.colour("frame", "|")
	fmt.Fprintf(w, "%*s %s\n", gutter, "", bar)
	fmt.Fprintf(w, "%*s %s %s\n", gutter, p.colour("frame", number)+strings.Repeat(" ", gutter-len(number)), bar, e.text)
	fmt.Fprintf(w, "%*s %s %s%s\n", gutter, "", bar, strings.Repeat(" ", e.before),
		p.colour(s.String(), strings.Repeat("^", max(1, e.marked))))
	return gutter
}

// clip returns what is shown of the line of a place; no text for an empty line.
func (at place) clip() excerpt {
	line, offset := at.file.Line(at.from.Line)
	if len(bytes.TrimSpace(line)) == 0 {
		return excerpt{}
	}
	return clip(line, at.start-offset, at.end-offset)
}

// excerpt is what is shown of a line around a place: text[from:to] is the place,
// before which stand so many columns, and which takes so many.
type excerpt struct {
	text           string
	from, to       int
	before, marked int
}

const (
	lineWidth = 100
	// A long line is shown around its place: so many characters before it, and
	// so many in all.
	charsBefore, charsShown = 60, 110
)

// clip returns what is shown of a line around the bytes [from, to). It looks only
// at what it shows, as a line may be the whole of a big file.
func clip(line []byte, from, to int) excerpt {
	from = max(0, min(from, len(line)))
	to = max(from, min(to, len(line)))
	start := from
	for n := 0; n < charsBefore && start > 0; n++ {
		_, size := utf8.DecodeLastRune(line[:start])
		start -= size
	}
	var b strings.Builder
	var e excerpt
	if start > 0 {
		b.WriteString("…")
		e.before++
	}
	column := e.before
	e.from = b.Len()
	e.to = e.from
	i := start
	for n := 0; n < charsShown && i < len(line); n++ {
		r, size := utf8.DecodeRune(line[i:])
		shown, columns := show(r, column)
		b.WriteString(shown)
		switch {
		case i < from:
			e.before += columns
			e.from, e.to = b.Len(), b.Len()
		case i < to:
			e.marked += columns
			e.to = b.Len()
		}
		column += columns
		i += size
	}
	if i < len(line) {
		b.WriteString("…")
	}
	e.text = strings.TrimRight(b.String(), " ")
	e.from, e.to = min(e.from, len(e.text)), min(e.to, len(e.text))
	return e
}
