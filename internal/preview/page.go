package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/http"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/site"
)

// answer is what an address of the site gives in one state.
type answer struct {
	status int
	kind   string // media type
	// body is as the built site has it but for the places of its blocks,
	// without the script.
	body []byte
	// version is another if a browser would show something else.
	version string
	// files are those that a page shows and that a browser keeps by themselves,
	// style sheets and pictures, by their address, with their hashes.
	files map[string]string
}

// html reports whether the answer is a page.
func (a *answer) html() bool { return strings.HasPrefix(a.kind, "text/html") }

// artefactAt returns the path of the artefact that an address of the site,
// without escapes, would be.
func artefactAt(p string) string {
	name := strings.TrimPrefix(p, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

const missingPage = "404.html"

// lookUp returns what the address p, without escapes, gives in the state st.
// Only the paths of artefacts are known, so that nothing else can be reached.
func (s *Server) lookUp(st *state, p string) *answer {
	if p == reserved {
		return s.statusPage(st)
	}
	name, status := artefactAt(p), http.StatusOK
	if st.good.Site.Find(name) == nil {
		status, name = http.StatusNotFound, missingPage
	}
	key := name
	if status == http.StatusNotFound {
		key = "" // the page that answers for all others is another than its own
	}
	if a, fresh := s.shelf.find(key, st.edition); fresh {
		return a
	}
	defer s.shelf.alone(key)()
	old, fresh := s.shelf.find(key, st.edition)
	if fresh {
		return old
	}
	why := st.good.Outdated(name)
	body, err := st.good.Make(name)
	if err != nil {
		return s.standIn(st, name, old, err)
	}
	a := &answer{status: status, kind: mediaType(name), body: body}
	if body == nil {
		a.kind, a.body = mediaType(".txt"), []byte(http.StatusText(status)+"\n")
	}
	s.sign(st, name, a)
	if status == http.StatusNotFound {
		a.body = s.localise(st, a.body)
	}
	s.shelf.put(key, a, st.edition)
	s.history.made(st.edition, name, why)
	return a
}

// standIn answers for what can't be made: the failure of a layout is reported,
// and the last good answer given.
func (s *Server) standIn(st *state, name string, old *answer, err error) *answer {
	var broken *site.LayoutError
	if errors.As(err, &broken) {
		s.reportBroken(st, name, broken.Diagnostic)
	}
	if old != nil {
		return old
	}
	return s.excuse(err)
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

// sign gives an answer its version, a hash of what a browser shows of it: the
// bytes, and the files that a page refers to, so that a changed style sheet or
// picture counts.
func (s *Server) sign(st *state, name string, a *answer) {
	h := sha256.New()
	io.WriteString(h, http.StatusText(a.status))
	h.Write(a.body)
	if a.html() {
		a.files = map[string]string{}
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
				if kind := mediaType(to); strings.HasPrefix(kind, "image/") || strings.HasPrefix(kind, "text/css") {
					a.files["/"+to] = hex.EncodeToString(file[:6])
				}
			}
		})
	}
	a.version = hex.EncodeToString(h.Sum(nil)[:12])
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

const plainPage = `<!doctype html>
<html lang="%[1]s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%[2]s</title>
<link rel="stylesheet" href="` + reserved + `status.css">
</head>
<body>
<main>
<h1>%[2]s</h1>
%[3]s</main>
</body>
</html>
`

// ownPage is a page of the preview's own.
func (s *Server) ownPage(status int, title, body string) *answer {
	page := fmt.Sprintf(plainPage, s.opts.Lang, html.EscapeString(title), body)
	h := sha256.Sum256([]byte(page))
	return &answer{status: status, kind: mediaType(".html"), body: []byte(page), version: hex.EncodeToString(h[:12])}
}

// excuse is the page for one that can't be made and never could.
func (s *Server) excuse(err error) *answer {
	title, help := "Tej strony nie można jeszcze utworzyć", "Popraw błąd podany poniżej i zapisz plik; strona pojawi się wtedy sama."
	if s.opts.Lang == diag.English {
		title, help = "This page can't be made yet", "Mend the error named below and save; the page will then appear by itself."
	}
	return s.ownPage(http.StatusInternalServerError, title, "<p>"+help+"</p>\n<pre>"+html.EscapeString(err.Error())+"</pre>\n")
}

// script returns the element that a page gets beyond the built one's bytes. A
// page for another computer gets no token: it can open no editor here.
func (s *Server) script(a *answer, near bool) []byte {
	files, err := json.Marshal(a.files) // sorted by address
	if err != nil {
		panic(err) // strings
	}
	token := ""
	if near && s.opts.Editor.set() {
		token = s.token
	}
	return fmt.Appendf(nil, "<script type=\"module\" src=\"%spreview.js\" data-version=\"%s\" data-lang=\"%s\" data-token=\"%s\" data-files=\"%s\"></script>",
		reserved, a.version, s.opts.Lang, token, html.EscapeString(string(files)))
}

// withScript returns a page as it is sent.
func (s *Server) withScript(a *answer, near bool) []byte {
	at := scriptAt(a.body)
	return slices.Concat(a.body[:at], s.script(a, near), a.body[at:])
}

// scriptAt returns where the script goes: as the first thing in the head, so
// that it sees the page as it was sent, before other scripts change it.
func scriptAt(page []byte) int {
	if i := bytes.Index(page, []byte("<head")); i >= 0 {
		if end := bytes.IndexByte(page[i:], '>'); end >= 0 {
			return i + end + 1
		}
	}
	return len(page)
}
