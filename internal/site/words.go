package site

import (
	"fmt"
	"strings"

	"strategia/internal/source"
	"strategia/internal/strategy"
)

// Words are the texts of the interface in one language: the file LANG.txt of
// the layouts, a line "key = text" each, "#" starting a comment.
type Words struct {
	Lang string
	text map[string]string
}

// parseWords reads a file of words. A line that is neither is passed over: the
// test of the layouts holds the built-in files complete, and a site's own file
// only needs the words it changes.
func parseWords(f *source.File, into map[string]string) {
	for line := range strings.Lines(string(f.Bytes)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if key, text, ok := strings.Cut(line, "="); ok {
			into[strings.TrimSpace(key)] = strings.TrimSpace(text)
		}
	}
}

// Get returns the word for key with {0}, {1}… filled in. A key that no file has
// is its own text, so that a gap is seen and nothing breaks.
func (w *Words) Get(key string, args ...string) string {
	text, ok := w.text[key]
	if !ok {
		return key
	}
	for i, a := range args {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i), a)
	}
	return text
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
