package preview

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"runtime/metrics"
	"slices"
	"strings"
	"sync"
	"time"

	"strategia/internal/build"
	"strategia/internal/diag"
	"strategia/internal/site"
)

// Health is how the preview is.
type Health struct {
	Files   int // of the site, read by the last build
	Watched int // folders under watch; files if Polled
	Polled  bool
	Readers int // pages that are open
	// Artefacts are kept in memory, of Bytes.
	Artefacts, Bytes int
	// Memory is what the program has of the system, in bytes.
	Memory int
}

func (s *Server) health(b *build.Build) Health {
	h := Health{Files: b.Files, Readers: len(s.readers.pages())}
	h.Watched, h.Polled = s.changes.counted()
	h.Artefacts, h.Bytes = s.session.Kept()
	// Unlike runtime.ReadMemStats this does not stop the program.
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	h.Memory = int(sample[0].Value.Uint64() - sample[1].Value.Uint64())
	return h
}

// history is what the last builds were about.
type history struct {
	mu     sync.Mutex
	builds []pastBuild // newest first
}

type pastBuild struct {
	edition          uint64
	At               time.Time
	Took             time.Duration
	Changed          []string
	More             int // changed files beyond those
	Errors, Warnings int
	Stale            bool
	Made             []pastPage // pages that were made again, with the reasons
}

type pastPage struct {
	Page string
	Why  []string
}

const (
	mostBuilds = 20 // that are remembered
	mostListed = 12 // files of a build, pages of it, reasons of a page
)

// built remembers a build. It keeps nothing of it alive.
func (h *history) built(edition uint64, r Rebuilt, at time.Time) {
	p := pastBuild{
		edition: edition, At: at, Took: r.Took, Stale: r.Stale,
		Errors: diag.Count(r.Build.Diagnostics, diag.Error), Warnings: diag.Count(r.Build.Diagnostics, diag.Warning),
		Changed: slices.Clone(r.Changed[:min(len(r.Changed), mostListed)]),
	}
	p.More = len(r.Changed) - len(p.Changed)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.builds = slices.Insert(h.builds, 0, p)
	h.builds = h.builds[:min(len(h.builds), mostBuilds)]
}

// made remembers why a page was made again. It may be told of an edition before
// its build.
func (h *history) made(edition uint64, page string, why []site.FactName) {
	if len(why) == 0 {
		return
	}
	p := pastPage{Page: page}
	for _, f := range why[:min(len(why), mostListed)] {
		p.Why = append(p.Why, strings.TrimSpace(f.String()))
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for i := range h.builds {
		if b := &h.builds[i]; b.edition == edition && len(b.Made) < mostListed {
			b.Made = append(slices.Clip(b.Made), p)
			return
		}
	}
}

func (h *history) list() []pastBuild {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.builds)
}

// statusView is what the status page shows.
type statusView struct {
	Health
	Dir, How      string
	Since         string
	Builds        []pastBuild
	Pages         []string
	Problems      string
	Failed        string
	Errors, Warns int
}

// statusPage shows how the preview is. It is patched like any other page.
func (s *Server) statusPage(st *state) *answer {
	v := statusView{Health: s.health(st.build), Dir: s.root, Since: s.began.Format(time.DateTime), Builds: s.history.list()}
	for page := range s.readers.pages() {
		v.Pages = append(v.Pages, "/"+page)
	}
	slices.Sort(v.Pages)
	w := statusWords[s.opts.Lang]
	v.How = w["events"]
	if v.Polled {
		v.How = w["polls"]
	}
	if st.failed != nil {
		v.Failed = st.failed.Error()
	}
	ds := st.problems()
	v.Errors, v.Warns = diag.Count(ds, diag.Error), diag.Count(ds, diag.Warning)
	var list bytes.Buffer
	p := diag.Printer{Lang: s.opts.Lang, File: s.session.File, Explain: true}
	if err := p.Print(&list, "text", ds); err != nil {
		panic(err) // a buffer takes it all
	}
	v.Problems = list.String()
	var body bytes.Buffer
	t := template.Must(statusLayout.Clone()).Funcs(template.FuncMap{"w": func(key string) string { return w[key] }})
	if err := t.Execute(&body, v); err != nil {
		panic(err) // a test runs the layout
	}
	a := s.ownPage(http.StatusOK, w["title"], body.String())
	a.version = fmt.Sprintf("status-%d", st.number)
	return a
}

var statusLayout = template.Must(template.New("status").Funcs(template.FuncMap{
	"w":  func(string) string { return "" },
	"mb": func(n int) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) },
	"ms": func(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d)/1e6) },
	"at": func(t time.Time) string { return t.Format(time.TimeOnly) },
}).Parse(`<dl>
<div><dt>{{w "dir"}}</dt><dd><code>{{.Dir}}</code></dd></div>
<div><dt>{{w "since"}}</dt><dd>{{.Since}}</dd></div>
<div><dt>{{w "files"}}</dt><dd>{{.Files}}</dd></div>
<div><dt>{{w "watched"}}</dt><dd>{{.Watched}} ({{.How}})</dd></div>
<div><dt>{{w "artefacts"}}</dt><dd>{{.Artefacts}} ({{mb .Bytes}})</dd></div>
<div><dt>{{w "memory"}}</dt><dd>{{mb .Memory}}</dd></div>
<div><dt>{{w "problems"}}</dt><dd>{{.Errors}} / {{.Warns}}</dd></div>
{{with .Failed}}<div><dt>{{w "failed"}}</dt><dd>{{.}}</dd></div>
{{end}}</dl>
{{if .Problems}}<h2>{{w "list"}}</h2>
<pre tabindex="0">{{.Problems}}</pre>
{{end}}<h2>{{w "open"}}</h2>
{{if .Pages}}<ul>{{range .Pages}}
<li><a href="{{.}}">{{.}}</a></li>{{end}}
</ul>
{{else}}<p>{{w "none"}}</p>
{{end}}<h2>{{w "builds"}}</h2>
<div class="scroller" role="group" tabindex="0" aria-label="{{w "builds"}}">
<table>
<thead><tr><th scope="col">{{w "at"}}</th><th scope="col">{{w "took"}}</th><th scope="col">{{w "changed"}}</th><th scope="col">{{w "made"}}</th><th scope="col">{{w "problems"}}</th></tr></thead>
<tbody>{{range .Builds}}
<tr><th scope="row">{{at .At}}</th><td>{{ms .Took}}</td><td>{{if .Changed}}<ul>{{range .Changed}}<li><code>{{.}}</code></li>{{end}}{{with .More}}<li>+ {{.}}</li>{{end}}</ul>{{else}}{{w "all"}}{{end}}</td>` +
	`<td>{{if .Made}}<ul>{{range .Made}}<li><a href="/{{.Page}}">{{.Page}}</a><ul>{{range .Why}}<li><code>{{.}}</code></li>{{end}}</ul></li>{{end}}</ul>{{else}}–{{end}}</td>` +
	`<td>{{.Errors}} / {{.Warnings}}{{if .Stale}} {{w "stale"}}{{end}}</td></tr>{{end}}
</tbody>
</table>
</div>
`))

var statusWords = map[diag.Lang]map[string]string{
	diag.Polish: {
		"title": "Stan podglądu", "dir": "Folder strony", "since": "Działa od", "files": "Pliki strony", "watched": "Pod obserwacją",
		"events": "foldery; o zmianach mówi system", "polls": "pliki; sprawdzane co chwilę", "artefacts": "Gotowe strony i dane w pamięci",
		"memory": "Pamięć programu", "problems": "Błędy / ostrzeżenia", "failed": "Nie udało się odczytać plików", "list": "Błędy i ostrzeżenia",
		"open": "Otwarte strony", "none": "Żadna strona nie jest otwarta.", "builds": "Ostatnie przebudowy", "at": "Godzina", "took": "Czas",
		"changed": "Co się zmieniło", "made": "Strony utworzone na nowo i powód", "all": "cały folder", "stale": "– widać ostatnią dobrą stronę",
	},
	diag.English: {
		"title": "How the preview is", "dir": "The site's folder", "since": "Running since", "files": "Files of the site", "watched": "Watched",
		"events": "folders; the system tells of changes", "polls": "files; looked at again and again", "artefacts": "Pages and data kept in memory",
		"memory": "Memory of the program", "problems": "Errors / warnings", "failed": "The files could not be read", "list": "Errors and warnings",
		"open": "Open pages", "none": "No page is open.", "builds": "The last builds", "at": "Time", "took": "Took",
		"changed": "What changed", "made": "Pages made again, and why", "all": "the whole folder", "stale": "– the last good site is shown",
	},
}
