package site

import (
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// Words are the texts of the interface in one language: the file LANG.txt of
// the layouts, a line "key = text" each, "#" starting a comment.
type Words struct {
	Lang string
	text map[string]string
}

// plainName is what the words under "path." may be: part of an address.
var plainName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// parseWords reads a file of words. A line that is neither is passed over: the
// test of the layouts holds the built-in files complete, and a site's own file
// only needs the words it changes. So is an address that is not plain: it could
// lead out of the output folder.
func parseWords(f *source.File, into map[string]string) {
	for line := range strings.Lines(string(f.Bytes)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, text, ok := strings.Cut(line, "=")
		key, text = strings.TrimSpace(key), strings.TrimSpace(text)
		if ok && (!strings.HasPrefix(key, "path.") || plainName.MatchString(text)) {
			into[key] = text
		}
	}
}

// untranslated reports the words that a site's own translation lacks: readers
// would meet them in English.
func untranslated(f *source.File, all map[string]string) []diag.Diagnostic {
	own := map[string]string{}
	parseWords(f, own)
	var lacks []string
	for key := range all {
		if _, ok := own[key]; !ok {
			lacks = append(lacks, key)
		}
	}
	if lacks == nil {
		return nil
	}
	slices.Sort(lacks)
	n := len(lacks)
	if n > 10 {
		lacks = append(lacks[:10], "…")
	}
	return []diag.Diagnostic{diag.New(diag.WordsMissing, source.Span{Path: f.Path}, fmt.Sprint(n), strings.Join(lacks, ", "))}
}

// Get returns the word for key with {0}, {1}… filled in. A key that no file has
// is its own text, so that a gap is seen and nothing breaks.
func (w *Words) Get(key string, args ...string) string {
	text, ok := w.text[key]
	if !ok {
		return key
	}
	for i, a := range args {
		if strings.HasSuffix(a, ".") {
			text = strings.ReplaceAll(text, places[i]+".", places[i]) // "szt." ends a sentence too
		}
		text = strings.ReplaceAll(text, places[i], a)
	}
	return text
}

// PageName is how to name a page that has no number: its title in quotation marks.
func (w *Words) PageName(title string) string {
	if w.Lang == "pl" {
		title = innerQuotes.Replace(title)
	}
	return w.Get("cite.page", title)
}

// innerQuotes are those of a Polish text within quotation marks.
var innerQuotes = strings.NewReplacer("„", "«", "”", "»")

// places are what a word holds in the place of its values.
var places = [...]string{"{0}", "{1}", "{2}", "{3}"}

// phrase is a word around its one value, as HTML, for what pages hold many of.
type phrase struct{ before, after string }

// phrase returns the word for key.
func (w *Words) phrase(key string) phrase {
	before, after, _ := strings.Cut(html.EscapeString(w.Get(key)), places[0])
	return phrase{before, after}
}

// append appends the phrase around a value that is HTML already.
func (p phrase) append(dst, value []byte) []byte {
	return append(append(append(dst, p.before...), value...), p.after...)
}

// Equal reports whether two interfaces say the same.
func (w *Words) Equal(o *Words) bool {
	return w.Lang == o.Lang && maps.Equal(w.text, o.text)
}

// Has reports whether the key has a text.
func (w *Words) Has(key string) bool { _, ok := w.text[key]; return ok }

// Date writes a date out: "17 maja 2018 r.". What is no date is returned as it is.
func (w *Words) Date(d strategy.Date) string {
	var year, month, day int
	if n, _ := fmt.Sscanf(string(d), "%d-%d-%d", &year, &month, &day); n != 3 {
		return string(d)
	}
	return w.Get("date", fmt.Sprint(day), w.Get(fmt.Sprintf("month.%d", month)), fmt.Sprint(year))
}
