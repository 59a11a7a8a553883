package diag

import (
	"bufio"
	"encoding/json"
	"strings"
)

// The format "json" is one object. It is for ever: fields may be added, but
// none changes its meaning or goes away. Unknown fields should be passed over.
//
//	version      1
//	language     "pl" or "en": of the sentences
//	errors, warnings, notes   how many there are
//	diagnostics  in the order of path and place:
//	  code       of the rule, "S201"
//	  severity   "error", "warning" or "note"
//	  path       of the file, relative to the site's folder, with slashes
//	  start, end first character, and the one after the last; absent if the
//	             place is a whole file
//	    line, column   from 1; a column counts characters (Unicode code points)
//	    offset   from 0, in bytes
//	  message    one sentence
//	  hints      further sentences, with path, start and end if they have a place
//	  excerpt    of the source, if the place has a line that is not empty
//	    before, marked, after   what is shown of the line: before the place, the
//	             place, after it; cut with "…" where the line is long
//	  explain    what the rule means
//	  repair     what to do
//	  about      what is concerned, "goal:synergia", if it is one thing
//	  reason     the author's, if the diagnostic was acknowledged in the source
type jsonReport struct {
	Version     int              `json:"version"`
	Language    string           `json:"language"`
	Errors      int              `json:"errors"`
	Warnings    int              `json:"warnings"`
	Notes       int              `json:"notes"`
	Diagnostics []jsonDiagnostic `json:"diagnostics"`
}

type jsonDiagnostic struct {
	Code     Code   `json:"code"`
	Severity string `json:"severity"`
	jsonPlace
	Message string       `json:"message"`
	Hints   []jsonHint   `json:"hints"`
	Excerpt *jsonExcerpt `json:"excerpt,omitempty"`
	Explain string       `json:"explain"`
	Repair  string       `json:"repair"`
	About   string       `json:"about,omitempty"`
	Reason  string       `json:"reason,omitempty"`
}

type jsonHint struct {
	Message string `json:"message"`
	jsonPlace
}

type jsonExcerpt struct {
	Before string `json:"before"`
	Marked string `json:"marked"`
	After  string `json:"after"`
}

type jsonPlace struct {
	Path  string        `json:"path,omitempty"`
	Start *jsonPosition `json:"start,omitempty"`
	End   *jsonPosition `json:"end,omitempty"`
}

type jsonPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	Offset int `json:"offset"`
}

func (at place) json() jsonPlace {
	if at.file == nil {
		return jsonPlace{Path: at.path}
	}
	return jsonPlace{at.path, &jsonPosition{at.from.Line, at.from.Column, at.start}, &jsonPosition{at.to.Line, at.to.Column, at.end}}
}

func (p *Printer) writeJSON(w *bufio.Writer, ds []Diagnostic) error {
	r := jsonReport{Version: 1, Language: p.Lang.String(), Diagnostics: make([]jsonDiagnostic, len(ds)),
		Errors: Count(ds, Error), Warnings: Count(ds, Warning), Notes: Count(ds, Note)}
	for i := range ds {
		d := &ds[i]
		at := p.find(d.Span)
		out := jsonDiagnostic{
			Code: d.Code, Severity: d.Severity.String(), jsonPlace: at.json(),
			Message: d.Message(p.Lang), Hints: make([]jsonHint, len(d.Hints)),
			Explain: Lookup(d.Code).Text(p.Lang).Explain, Repair: d.Repair(p.Lang),
			About: d.About, Reason: d.Reason,
		}
		for j := range d.Hints {
			out.Hints[j] = jsonHint{d.Hints[j].Message(p.Lang), p.find(d.Hints[j].Span).json()}
		}
		if at.file != nil {
			if e := at.clip(); e.text != "" {
				out.Excerpt = &jsonExcerpt{e.text[:e.from], e.text[e.from:e.to], e.text[e.to:]}
			}
		}
		r.Diagnostics[i] = out
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// writeGitHub writes workflow commands, which GitHub shows beside the lines of a
// change:
//
//	::error file=content/x.md,line=12,endLine=12,col=8,endColumn=20,title=S201::nie ma celu…
func (p *Printer) writeGitHub(w *bufio.Writer, ds []Diagnostic) {
	for i := range ds {
		d := &ds[i]
		at := p.find(d.Span)
		fields := []string{"file=" + githubField.Replace(at.path)}
		if at.file != nil {
			fields = append(fields, "line="+itoa(at.from.Line), "endLine="+itoa(at.to.Line))
			if at.from.Line == at.to.Line {
				fields = append(fields, "col="+itoa(at.from.Column), "endColumn="+itoa(at.to.Column))
			}
		}
		fields = append(fields, "title="+string(d.Code))
		lines := []string{plain(d.Message(p.Lang))}
		for j := range d.Hints {
			h := plain(d.Hints[j].Message(p.Lang))
			if d.Hints[j].Span.Path != "" {
				h += ": " + p.find(d.Hints[j].Span).String()
			}
			lines = append(lines, h)
		}
		if d.Reason != "" {
			lines = append(lines, plain((&Hint{Key: HintAck, Args: []string{d.Reason}}).Message(p.Lang)))
		}
		command := map[Severity]string{Error: "error", Warning: "warning", Note: "notice"}[d.Severity]
		w.WriteString("::" + command + " " + strings.Join(fields, ",") + "::" + githubText.Replace(strings.Join(lines, "\n")) + "\n")
	}
}

// What workflow commands give a meaning is written as its code.
var (
	githubText  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubField = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
