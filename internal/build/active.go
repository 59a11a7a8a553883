package build

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"strategia/internal/diag"
	"strategia/internal/source"
)

// Content may come from strangers, and what lies beside the texts is copied to a
// public body's site as it is. So no file of content may run: in a reader's browser,
// where not every host sends the Content-Security-Policy, or on the server. Whoever
// keeps the site puts such a file into the folder static, and answers for it.

// running are the endings of files that browsers or servers run, and of those that
// nobody can look into here. They count anywhere in a name: for many a server
// "x.html.pl" is a page in Polish.
var running = []string{"html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "hta", "svgz", "xsl", "xslt",
	"php", "php5", "php7", "php8", "pht", "phtml", "phar", "asp", "aspx", "ashx", "asmx", "jsp", "jspx", "cfm", "cgi", "fcgi"}

// programs are the endings of files that a reader's computer runs when they are
// opened: programs, scripts, shortcuts and documents with macros.
var programs = []string{".exe", ".msi", ".bat", ".cmd", ".scr", ".pif", ".cpl", ".dll", ".vbs", ".vbe", ".js", ".mjs", ".jse", ".wsf", ".wsh",
	".ps1", ".psm1", ".jar", ".jnlp", ".apk", ".appx", ".msix", ".lnk", ".url", ".reg", ".sh", ".py", ".rb", ".command", ".desktop",
	".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".ppsm"}

// settings are the names of files by which hosts are told what to do with a site.
var settings = []string{"_redirects", "_headers", "_routes.json", "_worker.js", "web.config", "cname"}

// markup are the endings of files that browsers take for XML, in which scripts run
// where elements of SVG or HTML hold them.
var markup = []string{".svg", ".xml", ".rss", ".atom", ".rdf", ".mml", ".kml", ".gml", ".gpx", ".xsd"}

// active reports a file that could run, or that can't be looked into.
func active(f *source.File) []diag.Diagnostic {
	name := strings.ToLower(path.Base(f.Path))
	if slices.Contains(settings, name) {
		return []diag.Diagnostic{diag.New(diag.FileRuns, source.Span{Path: f.Path}, path.Base(f.Path))}
	}
	if ext := path.Ext(name); slices.Contains(programs, ext) {
		return []diag.Diagnostic{diag.New(diag.FileRuns, source.Span{Path: f.Path}, ext)}
	}
	for _, part := range strings.Split(name, ".")[1:] {
		if slices.Contains(running, part) {
			return []diag.Diagnostic{diag.New(diag.FileRuns, source.Span{Path: f.Path}, "."+part)}
		}
	}
	if !slices.Contains(markup, strings.ToLower(path.Ext(f.Path))) {
		return nil
	}
	s := scripts{d: xml.NewDecoder(bytes.NewReader(f.Bytes))}
	s.d.CharsetReader = s.decode
	for {
		start := s.d.InputOffset()
		what, err := s.next()
		span := source.Span{Path: f.Path}
		if !s.recoded { // else offsets are of what was decoded
			span.Start, span.End = int(start), int(s.d.InputOffset())
		}
		switch {
		case what != "":
			return []diag.Diagnostic{diag.New(diag.FileRuns, span, what)}
		case err == io.EOF:
			return nil
		case err != nil:
			return []diag.Diagnostic{diag.New(diag.FileUnclear, span, err.Error())}
		}
	}
}

// scripts looks for what runs in a file of XML.
type scripts struct {
	d *xml.Decoder
	// live says that a vocabulary was declared whose elements can run; recoded
	// that the file is not in UTF-8.
	live, recoded bool
}

// vocabularies are those whose elements can run.
var vocabularies = []string{"www.w3.org/1999/xhtml", "www.w3.org/2000/svg", "www.w3.org/1998/Math"}

// elements are those that run, or that bring in what does.
var elements = []string{"script", "handler", "listener", "iframe", "frame", "frameset", "embed", "object", "applet", "form", "meta", "base"}

// next looks at the next token and names what runs in it.
func (s *scripts) next() (string, error) {
	t, err := s.d.RawToken()
	if err != nil {
		return "", err
	}
	switch t := t.(type) {
	case xml.ProcInst:
		if t.Target == "xml-stylesheet" {
			return "<?xml-stylesheet?>", nil
		}
	case xml.Directive:
		return s.directive(string(t))
	case xml.StartElement:
		for _, a := range t.Attr {
			s.live = s.live || slices.ContainsFunc(vocabularies, func(v string) bool { return strings.Contains(a.Value, v) })
		}
		if !s.live {
			return "", nil
		}
		if name := strings.ToLower(t.Name.Local); slices.Contains(elements, name) {
			return "<" + name + ">", nil
		}
		for _, a := range t.Attr {
			switch name := strings.ToLower(a.Name.Local); {
			case len(name) > 2 && name[:2] == "on":
				return name + "=", nil
			case strings.Contains(bare(a.Value), "javascript:"):
				return "javascript:", nil
			}
		}
	}
	return "", nil
}

// bare is an attribute's value as a browser reads an address.
func bare(v string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || unicode.IsControl(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, v)
}

var (
	doctype  = regexp.MustCompile(`^DOCTYPE[^<>\[\]]*(?:\[((?:\s*<!ENTITY\s+[\w:.-]+\s+(?:"[^"<>&%]*"|'[^'<>&%]*')\s*>)*)\s*\]\s*)?$`)
	entities = regexp.MustCompile(`<!ENTITY\s+([\w:.-]+)\s+["']([^"'<>&%]*)`)
)

// directive accepts a document type that only gives names to plain texts, as
// drawing programs do: one could also make markup, or attributes, out of nothing.
func (s *scripts) directive(text string) (string, error) {
	parts := doctype.FindStringSubmatch(text)
	if parts == nil {
		return "<!DOCTYPE>", nil
	}
	for _, e := range entities.FindAllStringSubmatch(parts[1], -1) {
		if s.d.Entity == nil {
			s.d.Entity = map[string]string{}
		}
		s.d.Entity[e[1]] = e[2]
	}
	return "", nil
}

var charsets = regexp.MustCompile(`(?i)^(us-ascii|iso-8859-\d+|windows-125\d)$`)

// decode reads what is not in UTF-8. Of the encodings in which ASCII is ASCII, the
// rest doesn't matter here.
func (s *scripts) decode(charset string, r io.Reader) (io.Reader, error) {
	if !charsets.MatchString(charset) {
		return nil, errors.New("encoding " + charset)
	}
	s.recoded = true
	return charmap.ISO8859_1.NewDecoder().Reader(r), nil
}

// misnamed reports a file that was written as a text of the strategy and bears the
// name of something else: Windows likes to add ".txt", and hides it.
func misnamed(f *source.File) []diag.Diagnostic {
	ext := path.Ext(f.Path)
	switch strings.ToLower(ext) {
	case ".txt", ".text", ".markdown", ".mdown", "":
	default:
		return nil
	}
	head, rest, _ := bytes.Cut(bytes.TrimPrefix(f.Bytes, []byte("\ufeff")), []byte("\n"))
	first, _, _ := bytes.Cut(rest, []byte("\n"))
	if string(bytes.TrimRight(head, " \t\r")) != "---" || !keyLine.Match(first[:min(len(first), 100)]) {
		return nil
	}
	name := source.Stem(f.Path)
	if !strings.EqualFold(path.Ext(name), ".md") {
		name += ".md"
	}
	return []diag.Diagnostic{diag.New(diag.TextMisnamed, source.Span{Path: f.Path}, path.Base(f.Path), name)}
}

var keyLine = regexp.MustCompile(`^[a-z_]+:`)
