package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html"
	"io"
	"maps"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"

	"strategia/internal/build"
	"strategia/internal/diag"
	"strategia/internal/site"
)

// answer is what an address of the site gives in one state.
type answer struct {
	status int
	kind   string // media type
	// body is as the built site has it, without the script.
	body []byte
	// version is another if a browser would show something else.
	version string
}

// html reports whether the answer is a page.
func (a *answer) html() bool { return strings.HasPrefix(a.kind, "text/html") }

// lookUp returns what the address p, without escapes, gives in the state st.
// Only the paths of artefacts are known, so that nothing else can be reached.
func (s *Server) lookUp(st *state, p string) *answer {
	name := strings.TrimPrefix(p, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	status := http.StatusOK
	if st.good.Site.Find(name) == nil {
		status, name = http.StatusNotFound, "404.html"
	}
	body, err := s.bytesOf(st, name)
	switch {
	case err != nil:
		return s.excuse(err)
	case body == nil:
		return &answer{status: status, kind: "text/plain; charset=utf-8", body: []byte(http.StatusText(status) + "\n")}
	case status == http.StatusNotFound:
		body = s.localise(st, body)
	}
	a := &answer{status: status, kind: mediaType(name), body: body}
	a.version = version(st, name, a)
	return a
}

// bytesOf makes the artefact name. Where its layout fails, the failure is
// reported and the last good bytes stand in.
func (s *Server) bytesOf(st *state, name string) ([]byte, error) {
	b, err := st.good.Make(name)
	a := st.good.Site.Find(name)
	if a == nil || !a.Page() {
		return b, err
	}
	s.keeping.Lock()
	defer s.keeping.Unlock()
	if err == nil {
		s.kept[name] = b
		return b, nil
	}
	var broken *site.LayoutError
	if errors.As(err, &broken) {
		s.reportBroken(st, name, broken.Diagnostic)
	}
	if old := s.kept[name]; old != nil {
		return old, nil
	}
	return nil, err
}

// reportBroken adds a failing layout to the errors of the state, once.
func (s *Server) reportBroken(st *state, page string, d diag.Diagnostic) {
	added := false
	s.publish(func(now *state) bool {
		same := func(o diag.Diagnostic) bool {
			return o.Code == d.Code && o.Span == d.Span && slices.Equal(o.Args, d.Args)
		}
		added = now.build == st.build && !slices.ContainsFunc(now.broken, same)
		if added {
			now.broken = append(slices.Clip(now.broken), d)
		}
		return added
	})
	if added {
		s.log(Broken{Page: page, Diagnostic: d, File: s.session.File})
	}
}

// version hashes what a browser shows of an answer: the bytes, and the files
// that a page refers to, so that a changed style sheet or picture counts.
func version(st *state, name string, a *answer) string {
	h := sha256.New()
	io.WriteString(h, http.StatusText(a.status))
	h.Write(a.body)
	if a.html() {
		seen := map[string]bool{}
		site.Scan(a.body, func(string) {}, func(link string) {
			to, _, ok := site.Resolve(name, link, st.good.Site.Base())
			if !ok || seen[to] {
				return
			}
			to = strings.Clone(to)
			seen[to] = true
			if f := st.good.Site.Find(to); f != nil && f.Source != "" {
				file := sum(st.good, site.FactFile, to)
				h.Write(file[:])
			}
		})
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// localise turns the page for missing addresses, which is shown at any depth and
// so refers to the site by its full address, to this server.
func (s *Server) localise(st *state, page []byte) []byte {
	base := html.EscapeString(st.good.Site.Base())
	if base == "" {
		return page
	}
	return bytes.ReplaceAll(page, []byte(`="`+base), []byte(`="/`))
}

const excusePage = `<!doctype html>
<html lang="%[1]s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%[2]s</title>
</head>
<body>
<main>
<h1>%[2]s</h1>
<p>%[3]s</p>
<pre>%[4]s</pre>
</main>
</body>
</html>
`

// excuse is the page for one that can't be made and never could. Its version is
// empty, so that it goes as soon as there is something to show.
func (s *Server) excuse(err error) *answer {
	title, help := "Tej strony nie można jeszcze utworzyć", "Popraw błąd podany poniżej i zapisz plik; strona pojawi się wtedy sama."
	if s.opts.Lang == diag.English {
		title, help = "This page can't be made yet", "Mend the error named below and save; the page will then appear by itself."
	}
	page := fmt.Sprintf(excusePage, s.opts.Lang, title, help, html.EscapeString(err.Error()))
	return &answer{status: http.StatusInternalServerError, kind: mediaType(".html"), body: []byte(page)}
}

// forget drops what is kept of pages that the site no longer has.
func (s *Server) forget(now *build.Build) {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	maps.DeleteFunc(s.kept, func(name string, _ []byte) bool { return now.Site.Find(name) == nil })
}

// withScript returns a page with the preview's script.
func (s *Server) withScript(a *answer) []byte {
	tag := []byte(`<script src="` + reserved + `preview.js" data-version="` + a.version + `" data-lang="` + s.opts.Lang.String() + `" defer></script>` + "\n")
	at := bytes.LastIndex(a.body, []byte("</body>"))
	if at < 0 {
		at = len(a.body)
	}
	return slices.Concat(a.body[:at], tag, a.body[at:])
}

// mediaTypes of what a site is made of. The system's own table is asked last,
// as it is another on each computer.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json",
	".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8",
	".xml": "application/xml", ".pdf": "application/pdf",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
	".woff": "font/woff", ".woff2": "font/woff2", ".zip": "application/zip",
	".odt":  "application/vnd.oasis.opendocument.text",
	".ods":  "application/vnd.oasis.opendocument.spreadsheet",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func mediaType(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if t := mediaTypes[ext]; t != "" {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	return "application/octet-stream"
}
