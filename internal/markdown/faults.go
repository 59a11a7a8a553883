package markdown

import (
	"bytes"
	"errors"
	"strings"
	"sync"

	"strategia/internal/diag"

	"go.yaml.in/yaml/v4"
)

// syntaxError reports what YAML cannot read: in which place, as people would see
// it, and why. The library notices many a slip on the line after it only, so the
// lines up to there are looked at first.
func (t *manuscript) syntaxError(m matter, err error) diag.Diagnostic {
	var le *yaml.LoadError
	if !errors.As(err, &le) {
		return diag.New(diag.FrontMatterSyntax, t.opening()).With(diag.HintLibrary, err.Error())
	}
	at, context := t.lineColumn(m, le.Mark.Line, le.Mark.Column), -1
	if le.ContextMark.Line > 0 {
		context = t.lineColumn(m, le.ContextMark.Line, le.ContextMark.Column)
	}
	f, ok := t.slip(m, at)
	if !ok {
		f = t.fault(m, le.Message, at, context)
	}
	line, _ := cutLine(t.b[:m.end], min(f.at, m.end))
	if len(line) == 0 && f.at > m.start {
		f.at--
	}
	width := max(1, len(bytes.TrimRight(line, " \t")))
	if f.width > 0 {
		width = f.width
	}
	d := diag.New(diag.FrontMatterSyntax, t.span(f.at, f.at+width)).With(f.hint, f.args...)
	if f.write != "" {
		d = d.With(diag.HintWrite, f.write)
	}
	return d
}

// fault is a place in front matter that YAML cannot read, and what to say of it.
// Its width is that of the rest of the line if it is not known; write is the line
// as it should be.
type fault struct {
	at, width int
	hint      diag.HintKey
	args      []string
	write     string
}

// slip looks through the lines up to the one in which at is for what YAML takes
// for the start of something longer.
func (t *manuscript) slip(m matter, at int) (fault, bool) {
	for from := m.start; from <= at && from < m.end; {
		l, next := t.matterLine(m, from)
		last := next > at
		switch {
		case last && l.indent > 0 && bytes.IndexByte(t.b[from:from+l.indent], '\t') >= 0:
			return fault{at: from, width: l.indent, hint: diag.HintTab}, true
		case bytes.HasPrefix(l.text, hardSpace):
			return fault{at: from + l.indent, hint: diag.HintHardSpace, write: strings.ReplaceAll(string(t.b[from:l.end]), string(hardSpace), " ")}, true
		case l.quote != 0 && l.closes < 0:
			if below, _ := t.matterLine(m, next); next >= m.end || below.key != "" && below.indent <= l.indent {
				return fault{at: l.value, hint: diag.HintQuoteOpen, write: closeQuote(string(l.text), l.quote)}, true
			}
		case l.key == "" && l.glued > 0 && knownKey(string(l.text[:l.glued-1])) && bytes.HasPrefix(l.text[l.glued:], hardSpace):
			return fault{at: from + l.indent + l.glued, width: len(hardSpace), hint: diag.HintHardSpace,
				write: string(l.text[:l.glued]) + " " + strings.Trim(string(l.text[l.glued:]), " \u00a0")}, true
		case l.key == "" && l.glued > 0 && knownKey(string(l.text[:l.glued-1])):
			return fault{at: from + l.indent, hint: diag.HintColonSpace, write: string(l.text[:l.glued]) + " " + string(l.text[l.glued:])}, true
		}
		from = next
	}
	return fault{}, false
}

// hardSpace is the space that does not break lines, which word processors put
// behind short words; YAML takes it for a letter.
var hardSpace = []byte("\u00a0")

// closeQuote ends a line with the quote that its value starts with. A printer's
// quote at its end was meant as that, unless it has an opening one.
func closeQuote(line string, quote byte) string {
	if !strings.ContainsAny(line, "„“«‘‚") {
		line = strings.TrimRight(line, "”’»")
	}
	return line + string(quote)
}

// fault makes of the library's message what is to be said. at is where it stopped,
// context where the thing begins that it was reading, or -1.
func (t *manuscript) fault(m matter, message string, at, context int) fault {
	from := bytes.LastIndexByte(t.b[:at], '\n') + 1
	l, _ := t.matterLine(m, from)
	sign := ""
	if at < m.end {
		sign = string(t.b[at : at+1])
	}
	if context >= 0 && context < m.end && (len(l.text) == 0 || strings.Contains(message, "end of stream")) {
		// What begins at context has no end.
		switch begun := t.b[context]; begun {
		case '"', '\'':
			return fault{at: context, hint: diag.HintQuoteOpen}
		case '[', '{':
			return fault{at: context, hint: diag.HintBracketOpen, args: []string{string(begun + 2)}}
		}
	}
	inValue := l.key != "" && at > l.value
	quoted := func() string {
		if l.key == "" || l.value >= l.end {
			return ""
		}
		return string(t.b[from+l.indent:l.value]) + quoteYAML(t.b[l.value:l.end])
	}
	switch {
	case message == "mapping values are not allowed in this context" && inValue && l.quote == 0:
		if c := t.b[l.value]; c == '[' || c == '{' {
			return fault{at: at, hint: diag.HintColonText}
		}
		return fault{at: l.value, hint: diag.HintColonText, write: quoted()}
	case message == "mapping values are not allowed in this context" && l.key == "":
		return fault{at: from + l.indent, hint: diag.HintColonText}
	case message == "mapping values are not allowed in this context":
		return fault{at: from, hint: diag.HintIndent}
	case message == "could not find expected ':'" && context >= 0:
		begun, _ := t.matterLine(m, bytes.LastIndexByte(t.b[:context], '\n')+1)
		if len(begun.text) > 1 && begun.text[0] == '-' && begun.text[1] != ' ' {
			return fault{at: context, hint: diag.HintDashSpace, write: "- " + string(begun.text[1:])}
		}
		return fault{at: context, hint: diag.HintColonMissing}
	case message == "found a tab character that violates indentation" || sign == "\t":
		return fault{at: at, hint: diag.HintTab}
	case message == "found character that cannot start any token" || message == "did not find expected node content" ||
		message == "did not find expected alphabetic or numeric character":
		start := at
		if context >= 0 && strings.Contains(message, "alphabetic") {
			start = context // the & or * before what should be a name
		}
		if start < m.end {
			f := fault{at: start, hint: diag.HintCharacter, args: []string{string(t.b[start : start+1])}}
			if start == l.value {
				f.write = quoted()
			}
			return f
		}
	case message == "did not find expected key" && (sign == "]" || sign == "}"):
		return fault{at: at, width: 1, hint: diag.HintBracketExtra, args: []string{sign}}
	case message == "did not find expected key" && l.quote != 0 && inValue:
		f := fault{at: l.value, hint: diag.HintQuoteRest}
		if words := t.b[l.value+1 : max(l.value+1, l.end-1)]; l.end < m.end && t.b[l.end-1] == l.quote && bytes.IndexByte(words, '\\') < 0 {
			f.write = string(t.b[from+l.indent:l.value]) + quoteYAML(words)
		}
		return f
	case message == "did not find expected key" && l.bracketRest(t.b):
		return fault{at: l.value, hint: diag.HintBracketRest, write: quoted()}
	case strings.HasPrefix(message, "unknown anchor"):
		f := fault{at: at, hint: diag.HintCharacter, args: []string{"*"}}
		if at == l.value {
			f.write = quoted()
		}
		return f
	case message == "did not find expected key" && sign == "-":
		return fault{at: at, hint: diag.HintDashKey}
	case message == "did not find expected key", message == "did not find expected '-' indicator":
		return fault{at: from, hint: diag.HintIndent}
	case strings.HasPrefix(message, "did not find expected ',' or") && context >= from:
		return fault{at: at, hint: diag.HintComma}
	case strings.HasPrefix(message, "did not find expected ',' or") && context >= 0:
		return fault{at: context, hint: diag.HintBracketOpen, args: []string{strings.Trim(message[len(message)-2:], "'")}}
	case message == "found unknown escape character":
		return fault{at: at, width: 1, hint: diag.HintBackslash}
	case message == "block sequence entries are not allowed in this context":
		return fault{at: at, hint: diag.HintDashValue}
	case message == "did not find expected comment or line break":
		return fault{at: at, hint: diag.HintBlockText}
	}
	return fault{at: at, hint: diag.HintLibrary, args: []string{"YAML: " + message}}
}

// quoteYAML puts a text in quotes.
func quoteYAML(b []byte) string {
	s := strings.ReplaceAll(string(b), `\`, `\\`)
	return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"`
}

// matterLine is a line of front matter, as far as it can be told without YAML.
// Its places are offsets in the text.
type matterLine struct {
	indent int    // bytes
	text   []byte // without indentation and spaces at the end
	key    string // of "key: value", behind hyphens of lists or not
	value  int    // where the value starts
	end    int    // of the text
	quote  byte   // with which the value starts, 0 if it doesn't
	closes int    // where that quote ends, -1 if not on this line
	glued  int    // length of "key:" in text where a letter follows at once, or 0
}

// bracketRest: the value starts with a bracket, and text follows that which closes it.
func (l matterLine) bracketRest(b []byte) bool {
	if l.key == "" || l.value >= l.end || b[l.value] != '[' && b[l.value] != '{' {
		return false
	}
	i := bytes.IndexByte(b[l.value:l.end], b[l.value]+2)
	return i > 0 && l.value+i+1 < l.end
}

// matterLine reads the line at from, and tells where the next one starts.
func (t *manuscript) matterLine(m matter, from int) (l matterLine, next int) {
	line, next := cutLine(t.b[:m.end], min(from, m.end))
	rest := bytes.TrimLeft(line, " \t")
	l.indent = len(line) - len(rest)
	l.text = bytes.TrimRight(rest, " \t")
	l.end, l.closes = from+l.indent+len(l.text), -1
	rest = l.text
	for bytes.HasPrefix(rest, []byte("- ")) {
		rest = bytes.TrimLeft(rest[2:], " ")
	}
	n := 0
	for n < len(rest) && (rest[n] == '_' || 'a' <= rest[n] && rest[n] <= 'z') {
		n++
	}
	if n > 0 && n < len(rest) && rest[n] == ':' {
		if n+1 == len(rest) || rest[n+1] == ' ' || rest[n+1] == '\t' {
			l.key = string(rest[:n])
			rest = bytes.TrimLeft(rest[n+1:], " \t")
		} else if len(rest) == len(l.text) {
			l.glued = n + 1
		}
	}
	l.value = l.end - len(rest)
	if len(rest) > 0 && (rest[0] == '"' || rest[0] == '\'') {
		l.quote = rest[0]
		for i := 1; i < len(rest); i++ {
			switch {
			case rest[i] == '\\' && l.quote == '"':
				i++
			case rest[i] == l.quote && l.quote == '\'' && i+1 < len(rest) && rest[i+1] == '\'':
				i++
			case rest[i] == l.quote:
				l.closes = l.value + i
				return l, next
			}
		}
	}
	return l, next
}

// knownKey says whether some mapping of front matter has the key.
func knownKey(key string) bool { return key != "" && allKeys()[key] }

var allKeys = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for _, k := range Keys() {
		known[k.Key[strings.LastIndexByte(k.Key, '.')+1:]] = true
	}
	return known
})

// below finds front matter under a few lines of text: "---", a line with a key,
// and "---" again before an empty line; 0 if there is none.
func (t *manuscript) below() int {
	b := t.b[:min(len(t.b), 4096)]
	whole := matter{end: len(b)}
	for at, lines := 0, 0; at < len(b) && lines < 10; lines++ {
		line, next := cutLine(b, at)
		if first, after := t.matterLine(whole, next); delimiter(line) && first.indent == 0 && knownKey(first.key) {
			for after < len(b) {
				var l []byte
				if l, after = cutLine(b, after); delimiter(l) {
					return at
				} else if len(bytes.TrimSpace(l)) == 0 {
					break
				}
			}
		}
		at = next
	}
	return 0
}

// keysAbove is where keys stand that no "---" opens: from the first line with
// anything on it to the next empty one, or below a few lines of text.
func (t *manuscript) keysAbove() matter {
	m := matter{end: len(t.b)}
	m.start = len(t.b) - len(bytes.TrimLeft(t.b, " \t\n"))
	if at := t.below(); at > 0 {
		_, m.start = cutLine(t.b, at)
	}
	if i := bytes.Index(t.b[m.start:], []byte("\n\n")); i >= 0 {
		m.end = m.start + i
	}
	return m
}

// misopened finds the first line with anything on it if it stands where "---"
// should: it is made of other dashes or the like, as Word makes of hyphens, and
// a key follows; or it is a key, and "---" follows before an empty line.
func (t *manuscript) misopened() (start, end int, ok bool) {
	b := t.b[:min(len(t.b), 4096)]
	start = len(b) - len(bytes.TrimLeft(b, " \t\n"))
	line, next := cutLine(b, start)
	line = bytes.TrimRight(line, " \t")
	whole := matter{start: start, end: len(b)}
	first, _ := t.matterLine(whole, start)
	switch {
	case len(line) == 0:
		return 0, 0, false
	case knownKey(first.key):
		for next < len(b) && !ok {
			var l []byte
			if l, next = cutLine(b, next); len(bytes.TrimSpace(l)) == 0 {
				break
			}
			ok = delimiter(l)
		}
	case len(bytes.Trim(line, "-*_= \\")) == 0 || dashes(line):
		below, _ := t.matterLine(whole, next)
		ok = below.indent == 0 && knownKey(below.key)
	}
	return start, start + len(line), ok
}
