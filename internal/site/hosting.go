package site

import (
	"io"
	"slices"
	"strings"
)

// Policy is the content security policy that every page keeps to.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// headers are what a server should send with every file.
var headers = [][2]string{
	{"Content-Security-Policy", Policy},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "strict-origin-when-cross-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
}

// forEver goes with files whose name tells their content; the others are asked
// for anew, which costs an unchanged file nothing but the question.
const (
	forEver = "public, max-age=31536000, immutable"
	askAnew = "no-cache"
)

// hosting plans what a server may be set up with: a file of headers in the
// form that several hosts of static sites read, and snippets for nginx and Apache.
func (p *planner) hosting() {
	for name, write := range map[string]func(*Site) string{
		"_headers": (*Site).headersFile, "hosting/nginx.conf": (*Site).nginx, "hosting/apache.conf": (*Site).apache,
	} {
		p.add(name, "", func(s *Site, r *Recorder, w io.Writer) error {
			r.note(FactDocument, "")
			r.note(FactPlan, "")
			_, err := io.WriteString(w, write(s))
			return err
		})
	}
}

// lasting are the addresses of the files whose name tells their content, from
// the root of the host.
func (s *Site) lasting() []string {
	var out []string
	for _, to := range s.in.Layouts.stamped {
		out = append(out, s.place()+to)
	}
	if s.doc.look != "" {
		out = append(out, s.place()+s.doc.look)
	}
	slices.Sort(out)
	return out
}

// place is the path of the site on its host: "/" or "/strategia/".
func (s *Site) place() string { return cmpOr(basePath(s.doc.base), "/") }

func (s *Site) headersFile() string {
	var b strings.Builder
	b.WriteString(s.place() + "*\n")
	for _, h := range headers {
		b.WriteString("  " + h[0] + ": " + h[1] + "\n")
	}
	for _, p := range append(s.lasting(), s.place()+s.Words().Get("path.picture")+"/*") {
		b.WriteString(p + "\n  Cache-Control: " + forEver + "\n")
	}
	return b.String()
}

// lastingPattern matches the same by a regular expression.
func (s *Site) lastingPattern() string {
	return `(\.[0-9a-f]{8}\.(css|js)|/` + s.Words().Get("path.picture") + `/[0-9a-f]{16}\.png)(\.br|\.gz)?$`
}

func (s *Site) nginx() string {
	var b strings.Builder
	b.WriteString("# Inside server { }, which says where the site's folder is:  root /var/www/…;\n")
	b.WriteString("# The twins that build --compress makes are sent as they are; brotli_static needs the brotli module.\n")
	block := func(head, cache string) {
		b.WriteString(head + " {\n")
		for _, h := range headers {
			b.WriteString("    add_header " + h[0] + " \"" + h[1] + "\" always;\n")
		}
		b.WriteString("    add_header Cache-Control \"" + cache + "\" always;\n    charset utf-8;\n    charset_types text/css text/plain text/csv application/javascript application/json application/xml;\n    gzip_static on;\n    # brotli_static on;\n")
		b.WriteString("}\n")
	}
	block("location "+s.place(), askAnew)
	block("location ~ \""+s.lastingPattern()+"\"", forEver)
	b.WriteString("error_page 404 " + s.place() + "404.html;\n")
	return b.String()
}

func (s *Site) apache() string {
	var b strings.Builder
	b.WriteString("# Inside <VirtualHost> or <Directory>, or as the file .htaccess in the site's folder. Needs mod_headers.\n")
	b.WriteString("DirectoryIndex index.html\nErrorDocument 404 " + s.place() + "404.html\nAddDefaultCharset utf-8\nAddType application/manifest+json .webmanifest\n")
	b.WriteString("<IfModule mod_headers.c>\n")
	for _, h := range headers {
		b.WriteString("  Header always set " + h[0] + " \"" + h[1] + "\"\n")
	}
	b.WriteString("  Header set Cache-Control \"" + askAnew + "\"\n")
	b.WriteString("  <If \"%{REQUEST_URI} =~ m#" + s.lastingPattern() + "#\">\n    Header set Cache-Control \"" + forEver + "\"\n  </If>\n")
	b.WriteString("</IfModule>\n")
	b.WriteString(`# The twins that build --compress makes:
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteRule \.(br|gz)$ - [L,E=no-gzip:1,E=no-brotli:1]
`)
	for _, t := range [][3]string{{"br", "br", "br"}, {"gzip", "gz", "gzip"}} {
		b.WriteString("  RewriteCond %{HTTP:Accept-Encoding} " + t[0] + "\n  RewriteCond %{REQUEST_FILENAME}." + t[1] + " -f\n  RewriteRule ^(.+)$ $1." + t[1] + " [L]\n")
	}
	b.WriteString("</IfModule>\n")
	for _, t := range [][2]string{{"br", "br"}, {"gz", "gzip"}} {
		b.WriteString("<FilesMatch \"\\." + t[0] + "$\">\n  RemoveType ." + t[0] + "\n  Header set Content-Encoding " + t[1] + "\n  Header append Vary Accept-Encoding\n</FilesMatch>\n")
	}
	return b.String()
}
