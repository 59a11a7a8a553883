package preview

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// reserved is where the preview's own addresses lie. No artefact can be there:
// names that start with a dot are not read from a site.
const reserved = "/.strategia/"

// policy is the Content-Security-Policy that the built site asks its web server
// for. The preview's script is a file of this server and needs no exception.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"

//go:embed client/preview.js
var clientScript []byte

//go:embed client/preview.css
var clientStyle []byte

// ServeHTTP answers a request of a browser on this computer.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-cache")
	if !s.ours(r.Host) || !s.ownOrigin(r.Header) {
		http.Error(w, "this preview is for this computer alone: open "+s.url, http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	switch r.URL.Path {
	case reserved + "events":
		s.serveEvents(w, r)
	case reserved + "preview.js":
		serveBytes(w, r, mediaType(".js"), clientScript)
	case reserved + "preview.css":
		serveBytes(w, r, mediaType(".css"), clientStyle)
	default:
		s.servePage(w, r)
	}
}

func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	a := s.lookUp(s.current.Load(), r.URL.Path)
	body := a.body
	if a.html() {
		body = s.withScript(a)
	}
	if a.status == http.StatusOK {
		serveBytes(w, r, a.kind, body)
		return
	}
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	if r.Method == http.MethodGet {
		w.Write(body)
	}
}

// serveBytes answers with body, or that the browser has it already.
func serveBytes(w http.ResponseWriter, r *http.Request, kind string, body []byte) {
	sum := sha256.Sum256(body)
	w.Header().Set("Content-Type", kind)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// ours reports whether a host and port, as a browser names them, are this
// server's. A foreign name that was made to lead to this computer is not.
func (s *Server) ours(hostport string) bool {
	host, port, err := net.SplitHostPort(hostport)
	if err != nil {
		host, port = strings.TrimSuffix(strings.TrimPrefix(hostport, "["), "]"), "80"
	}
	return port == s.port && loopback(host)
}

// ownOrigin reports whether a request comes from a page of this server, from
// the address bar, or from a program.
func (s *Server) ownOrigin(h http.Header) bool {
	for _, origin := range h["Origin"] {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme != "http" || !s.ours(u.Host) {
			return false
		}
	}
	return true
}
