package preview

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
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

//go:embed client
var client embed.FS

// ServeHTTP answers a request of a browser.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-cache")
	if !s.ours(r, r.Host) || !s.ownOrigin(r) {
		http.Error(w, "this preview is for this computer alone: open "+s.url, http.StatusForbidden)
		return
	}
	if r.URL.Path == reserved+"open" {
		s.serveOpen(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	own, isOwn := strings.CutPrefix(r.URL.Path, reserved)
	switch {
	case !isOwn || own == "":
		s.servePage(w, r)
	case own == "events":
		s.serveEvents(w, r)
	case own == "problems":
		s.serveProblems(w, r)
	default:
		b, err := client.ReadFile("client/" + own) // a name of the embedded files, nothing else
		if err != nil {
			s.servePage(w, r)
			return
		}
		serveBytes(w, r, mediaType(own), b)
	}
}

func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	a := s.lookUp(s.current.Load(), r.URL.Path)
	parts := [][]byte{a.body}
	if a.html() {
		at := scriptAt(a.body)
		parts = [][]byte{a.body[:at], s.script(a, near(r)), a.body[at:]}
	}
	if len(parts) == 1 && a.status == http.StatusOK {
		serveBytes(w, r, a.kind, a.body)
		return
	}
	serveParts(w, r, a, parts)
}

// serveParts answers with a page in parts, which are not put together: the whole
// document of a large site is some dozen megabytes.
func serveParts(w http.ResponseWriter, r *http.Request, a *answer, parts [][]byte) {
	length := 0
	sum := sha256.New()
	for i, p := range parts {
		length += len(p)
		if i == 1 {
			sum.Write(p) // the script's element names the version of all the rest
		}
	}
	h := w.Header()
	if a.status == http.StatusOK {
		tag := `"` + hex.EncodeToString(sum.Sum(nil)[:16]) + `"`
		h.Set("ETag", tag)
		if known(r.Header.Values("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Set("Content-Type", a.kind)
	h.Set("Content-Length", strconv.Itoa(length))
	w.WriteHeader(a.status)
	if r.Method == http.MethodHead {
		return
	}
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			return
		}
	}
}

// known reports whether a browser that sends the values of If-None-Match has what
// the tag names.
func known(values []string, tag string) bool {
	for _, v := range values {
		for t := range strings.SplitSeq(v, ",") {
			if t = strings.TrimSpace(t); t == "*" || strings.TrimPrefix(t, "W/") == tag {
				return true
			}
		}
	}
	return false
}

// serveBytes answers with body, or that the browser has it already.
func serveBytes(w http.ResponseWriter, r *http.Request, kind string, body []byte) {
	sum := sha256.Sum256(body)
	w.Header().Set("Content-Type", kind)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// ours reports whether a host and port, as a browser names them, are this
// server's. A foreign name that was made to lead to this computer is not: apart
// from loopback only the name that was given is, and the address by which the
// browser came, which no name server can say of another.
func (s *Server) ours(r *http.Request, hostport string) bool {
	host, port, err := net.SplitHostPort(hostport)
	if err != nil {
		host, port = strings.TrimSuffix(strings.TrimPrefix(hostport, "["), "]"), "80"
	}
	if port != s.port {
		return false
	}
	if loopback(host) {
		return true
	}
	if !s.opts.Public {
		return false
	}
	if given, _, _ := net.SplitHostPort(s.opts.Addr); strings.EqualFold(strings.TrimSuffix(host, "."), given) && given != "" {
		return true
	}
	local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	return local != nil && sameIP(host, local.String())
}

// sameIP reports whether host is the IP address of a host and port.
func sameIP(host, hostport string) bool {
	a, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	b, err := netip.ParseAddrPort(hostport)
	return err == nil && a.Unmap().WithZone("") == b.Addr().Unmap().WithZone("")
}

// ownOrigin reports whether a request comes from a page of this server, from
// the address bar, or from a program.
func (s *Server) ownOrigin(r *http.Request) bool {
	return !slices.ContainsFunc(r.Header["Origin"], func(origin string) bool {
		u, err := url.Parse(origin)
		return err != nil || u.Scheme != "http" || !s.ours(r, u.Host)
	})
}

// near reports whether a request comes from this computer.
func near(r *http.Request) bool {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && from.Addr().Unmap().IsLoopback()
}
