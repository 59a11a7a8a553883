package site

import (
	"crypto/sha256"
	_ "embed"
	"errors"
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
	"sync"

	"strategia/internal/diag"
	"strategia/internal/markdown"
	"strategia/internal/program"
	"strategia/internal/search/lexicon"
	"strategia/internal/source"
)

// pageLayouts names the layouts of whole pages with the view that each receives.
var pageLayouts = map[string]string{
	"home": "HomeView", "chapter": "ChapterView", "goal": "GoalView", "document": "DocumentView",
	"unit": "UnitView", "indicator": "IndicatorView", "indicators": "IndicatorsView", "action": "ActionView", "actions": "ActionsView", "matrix": "MatrixView", "implementation": "ImplementationView",
	"goals": "ListView", "documents": "ListView", "units": "ListView", "contents": "ListView",
	"glossary": "GlossaryView", "index": "IndexView", "search": "SearchView", "whole": "WholeView",
	"concerns": "ConcernsView", "topic": "TopicView", "declaration": "DeclarationView", "elements": "ElementsView", "coverage": "CoverageView", "years": "YearsView", "yearly": "YearlyView", "notfound": "NotFoundView", "moved": "MovedView",
}

// partLayouts names the layouts that are run on their own, apart from pages.
var partLayouts = map[string]string{"header": "HeaderView", "footer": "FooterView", "blocks": "BlockView"}

// sharedLayouts are included by all others.
var sharedLayouts = []string{"base", "parts"}

// Layouts are the page layouts of a site, parsed once a build.
type Layouts struct {
	Words *Words
	// Lexicon is the site's own table of the words of its language, or nil; its
	// hash is lexiconSum.
	Lexicon    *lexicon.Lexicon
	lexiconSum source.Sum
	sets       map[string]*layout
	// stamps are the names under which files may be published, stamped those
	// that a layout refers to.
	stamps, stamped map[string]string
}

type layout struct {
	name  string
	tmpl  *template.Template
	entry string
	files []*source.File
	sum   Sum
	diags []diag.Diagnostic
	// sound says that the own file is without mistakes and defines what is needed.
	sound bool
	// load completes tmpl when the layout is first run.
	load func()
	// broken is set if the layout can't be parsed.
	broken *LayoutError
	// compiled makes the program when the first view is there to say its type.
	compiled sync.Once
	program  *program.Program
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

// wordFiles are the names that a file of words may have: that of a language, with
// the words of the interface or those that the search knows.
var wordFiles = regexp.MustCompile(`^[a-z]{2,3}\.(txt|lex)$`)

// IsLayout reports whether a layouts folder may hold a file of the name: one of
// LayoutNames, or the words of a language that is not built in.
func IsLayout(name string) bool {
	return wordFiles.MatchString(name) || slices.Contains(LayoutNames(), name)
}

// LayoutNames returns the names of the files that are built in.
func LayoutNames() []string {
	names := []string{"pl.txt", "en.txt", "de.txt", "uk.txt"}
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
// at its line. stamps are the names under which style sheets and scripts are
// published where they are not their own.
func LoadLayouts(files LayoutFiles, builtin fs.FS, lang string, stamps map[string]string) (*Layouts, []diag.Diagnostic) {
	return (*Layouts)(nil).Reload(files, builtin, lang, stamps)
}

// readLexicon reads the site's own table of words, if there is one.
func (l *Layouts) readLexicon(f *source.File, before *Layouts) []diag.Diagnostic {
	if f == nil {
		return nil
	}
	l.lexiconSum = f.Sum
	if before != nil && before.lexiconSum == f.Sum && before.Lexicon != nil {
		l.Lexicon = before.Lexicon
		return nil
	}
	var err error
	if l.Lexicon, err = lexicon.Open(f.Bytes); err != nil {
		return []diag.Diagnostic{diag.New(diag.LayoutBroken, source.Span{Path: f.Path}, err.Error())}
	}
	return nil
}

// Reload does what LoadLayouts does, and takes from the layouts before what is
// as it was.
func (before *Layouts) Reload(files LayoutFiles, builtin fs.FS, lang string, stamps map[string]string) (*Layouts, []diag.Diagnostic) {
	l := &Layouts{Words: &Words{Lang: lang, text: map[string]string{}}, sets: map[string]*layout{}, stamps: stamps, stamped: map[string]string{}}
	primary, _, _ := strings.Cut(lang, "-")
	wordFile := primary + ".txt"
	if files(wordFile) == nil {
		wordFile = "en.txt"
	}
	// English stands in for what a translation lacks.
	complete := false
	for _, name := range []string{"en.txt", wordFile} {
		b, err := fs.ReadFile(builtin, name)
		if complete = err == nil; complete {
			parseWords(source.NewFile(name, b), l.Words.text)
		}
	}
	words := files(wordFile)
	var ds []diag.Diagnostic
	if !complete {
		ds = append(ds, untranslated(words, l.Words.text)...)
	}
	parseWords(words, l.Words.text)
	ds = append(ds, l.readLexicon(files(primary+".lex"), before)...)

	names := slices.Collect(maps.Keys(pageLayouts))
	names = append(names, slices.Collect(maps.Keys(partLayouts))...)
	slices.Sort(names)
	parts := map[string]*source.File{}
	for _, n := range sharedLayouts {
		parts[n] = files(n + ".html")
	}
	shared := map[int]*layout{}
	if before != nil && (!before.Words.Equal(l.Words) || !maps.Equal(before.stamps, stamps)) {
		before = nil
	}
	if before != nil {
		maps.Copy(l.stamped, before.stamped)
	}
	for _, name := range names {
		set := &layout{name: name, entry: "base", files: []*source.File{parts["base"], parts["parts"], files(name + ".html")}}
		if partLayouts[name] != "" {
			set.entry, set.files = strings.TrimSuffix(name, "s"), set.files[1:] // "blocks" defines "block"
		}
		set.sum = sumFiles(append(slices.Clone(set.files), words), stampKey(stamps))
		switch old := before.set(name); {
		case old != nil && old.sum == set.sum:
			set = old
		case old != nil && old.sound && old.own().Sum == set.own().Sum && stamps == nil:
			l.parseLater(set, shared)
		default:
			l.parse(set, shared)
		}
		ds = append(ds, set.diags...)
		l.sets[name] = set
	}
	return l, diag.Sort(ds)
}

func sumFiles(files []*source.File, stamps string) Sum {
	h := sha256.New()
	io.WriteString(h, stamps)
	for _, f := range files {
		h.Write(f.Sum[:])
	}
	return Sum(h.Sum(nil)[:16])
}

// read parses files into the layout's template.
func (l *Layouts) read(set *layout, files []*source.File) {
	for _, f := range files {
		if _, err := set.tmpl.New(path.Base(f.Path)).Parse(l.fillWords(l.stamp(string(f.Bytes)))); err != nil {
			set.diags = append(set.diags, set.diagnose(err))
		}
	}
}

// set returns a layout by name, nil if there is none.
func (l *Layouts) set(name string) *layout {
	if l == nil {
		return nil
	}
	return l.sets[name]
}

// own is the layout's own file, behind those that it includes.
func (t *layout) own() *source.File { return t.files[len(t.files)-1] }

// needed is what the layout must define.
func (t *layout) needed() string {
	if t.entry == "base" {
		return "main" // which base includes
	}
	return t.entry
}

// include returns what a layout includes, parsed once for all that include as
// much.
func (l *Layouts) include(set *layout, shared map[int]*layout) *layout {
	included := set.files[:len(set.files)-1]
	common := shared[len(included)]
	if common == nil {
		common = &layout{tmpl: template.New(""), files: included}
		l.read(common, included)
		shared[len(included)] = common
	}
	set.diags = slices.Clone(common.diags)
	return common
}

// parse parses a layout. It is joined with what it includes when it is first run:
// many never are, and each would hold all that it includes once more.
func (l *Layouts) parse(set *layout, shared map[int]*layout) {
	common := l.include(set, shared)
	set.tmpl = template.New("")
	l.read(set, []*source.File{set.own()})
	own, needed := set.tmpl, set.needed()
	found, included := own.Lookup(needed) != nil, common.tmpl.Lookup(needed) != nil
	if len(set.diags) == 0 && !found && !included {
		set.diags = append(set.diags, diag.New(diag.LayoutBroken, source.Span{Path: set.own().Path}, fmt.Sprintf("{{define %q}}", needed)))
	}
	set.sound = len(set.diags) == len(common.diags) && found && !included
	set.load = sync.OnceFunc(func() {
		set.tmpl = template.Must(common.tmpl.Clone()) // it was never run
		for _, t := range own.Templates() {
			if t.Tree != nil {
				template.Must(set.tmpl.AddParseTree(t.Name(), t.Tree))
			}
		}
	})
	set.judge()
}

// parseLater has a layout parsed when it is first run. Its own file is known to
// be sound, so what can be wrong is in what it includes.
func (l *Layouts) parseLater(set *layout, shared map[int]*layout) {
	common := l.include(set, shared)
	set.load, set.sound = sync.OnceFunc(func() {
		set.tmpl = template.Must(common.tmpl.Clone())
		l.read(set, []*source.File{set.own()})
	}), true
	set.judge()
}

// judge keeps a layout that is broken from being run.
func (t *layout) judge() {
	if len(t.diags) > 0 {
		t.broken = &LayoutError{t.diags[0], fmt.Errorf("layout %s is broken", t.name)}
	}
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
		return strings.ReplaceAll(html.EscapeString(markdown.Typeset(l.Words.Lang, l.Words.Get(m[1], args...))), "{{", "{&#123;")
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
	set.compiled.Do(func() {
		set.load()
		if set.program = program.Compile(set.tmpl, set.entry, view); set.program != nil {
			set.tmpl = nil // megabytes, all layouts together
		}
	})
	fits := set.program.Fits(view)
	if fits {
		if err := set.program.Run(w, view); !errors.Is(err, program.ErrFailed) {
			return err
		}
		w = io.Discard // html/template says where it fails
	}
	tmpl := set.tmpl
	if tmpl == nil {
		again := &layout{tmpl: template.New(""), files: set.files}
		(&Layouts{Words: l.Words, stamps: l.stamps, stamped: map[string]string{}}).read(again, set.files)
		tmpl = again.tmpl
	}
	err := tmpl.ExecuteTemplate(w, set.entry, view)
	if err == nil && fits {
		panic("layout " + name + " fails only as a program")
	}
	if err != nil {
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

//go:embed views_duties.go
var dutyViews string

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
	_, duties, _ := strings.Cut(dutyViews, "risks and money.\n")
	fmt.Fprintf(w, "\n// Page is common%s%s%s%s", views, service, monitoring, duties)
}
