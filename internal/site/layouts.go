package site

import (
	"crypto/sha256"
	_ "embed"
	"fmt"
	"html"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// pageLayouts names the layouts of whole pages with the view that each receives.
var pageLayouts = map[string]string{
	"home": "HomeView", "chapter": "ChapterView", "goal": "GoalView", "document": "DocumentView",
	"unit": "UnitView", "indicator": "IndicatorView", "indicators": "IndicatorsView", "action": "ActionView", "actions": "ActionsView", "matrix": "MatrixView", "implementation": "ImplementationView",
	"goals": "ListView", "documents": "ListView", "units": "ListView", "contents": "ListView",
	"glossary": "GlossaryView", "index": "IndexView", "whole": "WholeView",
	"concerns": "ConcernsView", "topic": "TopicView", "declaration": "DeclarationView", "notfound": "NotFoundView", "moved": "MovedView",
}

// partLayouts names the layouts that are run on their own, apart from pages.
var partLayouts = map[string]string{"header": "HeaderView", "footer": "FooterView", "blocks": "BlockView"}

// sharedLayouts are included by all others.
var sharedLayouts = []string{"base", "parts"}

// Layouts are the page layouts of a site, parsed once a build.
type Layouts struct {
	Words *Words
	sets  map[string]*layout
}

type layout struct {
	tmpl  *template.Template
	entry string
	files []*source.File
	sum   Sum
	// broken is set if the layout can't be parsed.
	broken *LayoutError
}

// LayoutFiles gives the content of a file of the layouts folder by name, the
// site's own before the built-in one, or nil if neither has it.
type LayoutFiles func(name string) *source.File

// Overlay returns the files of site (paths below "layouts/") before those of builtin.
func Overlay(site map[string]*source.File, builtin fs.FS) LayoutFiles {
	return func(name string) *source.File {
		if f := site["layouts/"+name]; f != nil {
			return f
		}
		b, err := fs.ReadFile(builtin, name)
		if err != nil {
			return nil
		}
		return source.NewFile("layouts/"+name, b)
	}
}

// LayoutNames returns the file names that a layouts folder may hold.
func LayoutNames() []string {
	names := []string{"pl.txt", "en.txt"}
	for _, n := range sharedLayouts {
		names = append(names, n+".html")
	}
	for n := range pageLayouts {
		names = append(names, n+".html")
	}
	for n := range partLayouts {
		names = append(names, n+".html")
	}
	slices.Sort(names)
	return names
}

// LoadLayouts parses the layouts for a document in the language lang; builtin
// completes the words of a site's own file. A layout that is broken is reported
// at its line.
func LoadLayouts(files LayoutFiles, builtin fs.FS, lang string) (*Layouts, []diag.Diagnostic) {
	l := &Layouts{Words: &Words{Lang: lang, text: map[string]string{}}, sets: map[string]*layout{}}
	wordFile := lang + ".txt"
	if files(wordFile) == nil {
		wordFile = "en.txt"
	}
	if b, err := fs.ReadFile(builtin, wordFile); err == nil {
		parseWords(source.NewFile(wordFile, b), l.Words.text)
	}
	words := files(wordFile)
	parseWords(words, l.Words.text)

	var ds []diag.Diagnostic
	names := slices.Collect(maps.Keys(pageLayouts))
	names = append(names, slices.Collect(maps.Keys(partLayouts))...)
	slices.Sort(names)
	parts := map[string]*source.File{}
	for _, n := range sharedLayouts {
		parts[n] = files(n + ".html")
	}
	for _, name := range names {
		set, found := l.parse(name, files(name+".html"), parts, words)
		ds = append(ds, found...)
		l.sets[name] = set
	}
	return l, diag.Sort(ds)
}

func (l *Layouts) parse(name string, own *source.File, shared map[string]*source.File, words *source.File) (*layout, []diag.Diagnostic) {
	set := &layout{tmpl: template.New(name), entry: "base"}
	if partLayouts[name] != "" {
		set.entry = strings.TrimSuffix(name, "s") // "blocks" defines "block"
	}
	files := []*source.File{shared["base"], shared["parts"], own}
	if set.entry != "base" {
		files = files[1:]
	}
	h := sha256.New()
	var ds []diag.Diagnostic
	for _, f := range append(slices.Clone(files), words) {
		h.Write(f.Sum[:])
	}
	set.sum = Sum(h.Sum(nil)[:16])
	set.files = files
	for _, f := range files {
		base := path.Base(f.Path)
		if _, err := set.tmpl.New(base).Parse(l.fillWords(string(f.Bytes))); err != nil {
			ds = append(ds, set.diagnose(err))
		}
	}
	needed := set.entry
	if needed == "base" {
		needed = "main" // which base includes
	}
	if len(ds) == 0 && set.tmpl.Lookup(needed) == nil {
		ds = append(ds, diag.New(diag.LayoutBroken, source.Span{Path: own.Path}, fmt.Sprintf("{{define %q}}", needed)))
	}
	if len(ds) > 0 {
		set.broken = &LayoutError{ds[0], fmt.Errorf("layout %s is broken", name)}
	}
	return set, ds
}

var wordCall = regexp.MustCompile(`\{\{-?\s*w\s+"([^"]+)"((?:\s+"[^"]*")*)\s*-?\}\}`)

var wordArg = regexp.MustCompile(`"([^"]*)"`)

// fillWords puts the words of the interface into a layout's text before it is
// parsed: no page then pays for looking them up.
func (l *Layouts) fillWords(text string) string {
	return wordCall.ReplaceAllStringFunc(text, func(call string) string {
		m := wordCall.FindStringSubmatch(call)
		var args []string
		for _, a := range wordArg.FindAllStringSubmatch(m[2], -1) {
			args = append(args, a[1])
		}
		return strings.ReplaceAll(html.EscapeString(l.Words.Get(m[1], args...)), "{{", "{&#123;")
	})
}

var templateError = regexp.MustCompile(`([\w-]+\.(?:html|txt)):(\d+)(?::(\d+))?:?\s*(.*)`)

// diagnose turns an error of the template packages into a diagnostic at the
// layout's line.
func (t *layout) diagnose(err error) diag.Diagnostic {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.New(diag.LayoutBroken, source.Span{Path: t.files[len(t.files)-1].Path}, err.Error())
	}
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	for _, f := range t.files {
		if path.Base(f.Path) != m[1] {
			continue
		}
		text, start := f.Line(line)
		off := min(col, len(text))
		return diag.New(diag.LayoutBroken, source.Span{Path: f.Path, Start: start + off, End: start + len(text)}, m[4])
	}
	return diag.New(diag.LayoutBroken, source.Span{Path: "layouts/" + m[1]}, m[4])
}

// run executes a layout's entry with a view.
func (l *Layouts) run(name string, w io.Writer, view any) error {
	set := l.sets[name]
	if set.broken != nil {
		return set.broken
	}
	if err := set.tmpl.ExecuteTemplate(w, set.entry, view); err != nil {
		return &LayoutError{set.diagnose(err), err}
	}
	return nil
}

// LayoutError is an error of a layout while it was run, with its diagnostic.
type LayoutError struct {
	Diagnostic diag.Diagnostic
	err        error
}

func (e *LayoutError) Error() string { return e.err.Error() }

// Unwrap returns the error of the template package.
func (e *LayoutError) Unwrap() error { return e.err }

//go:embed views.go
var viewsSource string

//go:embed views_service.go
var serviceViews string

//go:embed views_monitoring.go
var monitoringViews string

// WriteLayoutReference writes, for designers, which layouts there are and what
// view each receives, from the source of the views themselves.
func WriteLayoutReference(w io.Writer) {
	named := maps.Clone(pageLayouts)
	maps.Copy(named, partLayouts)
	for _, name := range slices.Sorted(maps.Keys(named)) {
		fmt.Fprintf(w, "layouts/%s.html\t%s\n", name, named[name])
	}
	fmt.Fprintf(w, "layouts/base.html\tPage\nlayouts/parts.html\t–\n")
	_, views, _ := strings.Cut(viewsSource, "// Page is common")
	_, service, _ := strings.Cut(serviceViews, "own text.\n")
	_, monitoring, _ := strings.Cut(monitoringViews, "is measured.\n")
	fmt.Fprintf(w, "\n// Page is common%s%s%s", views, service, monitoring)
}
