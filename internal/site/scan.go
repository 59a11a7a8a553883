package site

import (
	"bytes"
	"html"
	"net/url"
	"path"
	"strings"
	"unsafe"
)

// Scan reads the HTML of a finished page and calls id for every id it holds and
// link for every address it refers to, as written. It reads what a browser will
// read, whoever wrote it: the text, a layout, or a layout of the site's own. The
// strings are valid only during the call.
func Scan(page []byte, id, link func(value string)) {
	for {
		i := bytes.IndexByte(page, '<')
		if i < 0 || i+1 >= len(page) {
			return
		}
		page = page[i+1:]
		if c := page[0] | 0x20; c < 'a' || c > 'z' {
			continue // an end, a comment or a bare "<"
		}
		page = scanTag(page, id, link)
	}
}

// scanTag reads the attributes of the tag at the start of text and returns what follows it.
func scanTag(text []byte, id, link func(string)) []byte {
	i := 0
	for i < len(text) && text[i] != '>' && text[i] != '/' && !blank(text[i]) {
		i++
	}
	for i < len(text) {
		for i < len(text) && (blank(text[i]) || text[i] == '/') {
			i++
		}
		if i >= len(text) || text[i] == '>' {
			return text[min(i+1, len(text)):]
		}
		start := i
		for i < len(text) && text[i] != '=' && text[i] != '>' && text[i] != '/' && !blank(text[i]) {
			i++
		}
		name := text[start:i]
		for i < len(text) && blank(text[i]) {
			i++
		}
		if i >= len(text) || text[i] != '=' {
			continue
		}
		for i++; i < len(text) && blank(text[i]); i++ {
		}
		if i >= len(text) {
			return nil
		}
		var value []byte
		if quote := text[i]; quote == '"' || quote == '\'' {
			end := bytes.IndexByte(text[i+1:], quote)
			if end < 0 {
				return nil
			}
			value = text[i+1 : i+1+end]
			i += end + 2
		} else {
			start := i
			for i < len(text) && text[i] != '>' && !blank(text[i]) {
				i++
			}
			value = text[start:i]
		}
		switch {
		case named(name, "id"):
			id(unsafe.String(unsafe.SliceData(value), len(value)))
		case named(name, "href"), named(name, "src"):
			link(unsafe.String(unsafe.SliceData(value), len(value)))
		}
	}
	return nil
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// named reports whether an attribute has the name, in whatever case.
func named(attribute []byte, name string) bool {
	return len(attribute) == len(name) && attribute[0]|0x20 == name[0] && (string(attribute) == name || strings.EqualFold(string(attribute), name))
}

// Resolve returns the path on the site and the fragment that a link on the page
// at from leads to. ok is false if it leads elsewhere. base is the site's own
// absolute address, or "".
func Resolve(from, link, base string) (to, fragment string, ok bool) {
	if strings.ContainsRune(link, '&') {
		link = html.UnescapeString(link)
	}
	if base != "" {
		rest, own := strings.CutPrefix(link, base)
		if !own && strings.HasPrefix(link, "/") {
			if rest, own = strings.CutPrefix(link, basePath(base)); !own || strings.HasPrefix(rest, "/") {
				return "", "", false
			}
		}
		if own {
			from, link = "", rest
			if link == "" || link[0] == '#' {
				link = "index.html" + link
			}
		}
	}
	link, fragment, _ = strings.Cut(link, "#")
	fragment = unescape(fragment)
	if i := strings.IndexByte(link, ':'); i >= 0 && !strings.ContainsRune(link[:i], '/') {
		return "", "", false
	}
	if base == "" && strings.HasPrefix(link, "/") {
		return "", "", false // who knows where the site will stand
	}
	link, _, _ = strings.Cut(link, "?")
	if link == "" {
		return from, fragment, true
	}
	link = unescape(link)
	if from == "" {
		return path.Clean(link), fragment, true
	}
	return join(path.Dir(from), link), fragment, true
}

// join is path.Join for a folder and a link, most of which need no cleaning.
func join(folder, link string) string {
	rest := link
	for strings.HasPrefix(rest, "../") && folder != "." {
		rest, folder = rest[3:], path.Dir(folder)
	}
	if folder == "." && rest != "" && rest[0] != '.' && rest[0] != '/' && !strings.Contains(rest, "/.") && !strings.Contains(rest, "//") && !strings.HasSuffix(rest, "/") {
		return rest
	}
	return path.Join(folder, rest)
}

// unescape undoes the escaping of an address; what is none stays as it is.
func unescape(s string) string {
	if !strings.ContainsRune(s, '%') {
		return s
	}
	plain, err := url.PathUnescape(s)
	if err != nil {
		return s
	}
	return plain
}

// basePath is the path part of a site's absolute address: "/strategia/" of
// "https://x.pl/strategia/"; "" if the address is not known.
func basePath(base string) string {
	_, rest, ok := strings.Cut(base, "://")
	i := strings.IndexByte(rest, '/')
	if !ok || i < 0 {
		return ""
	}
	return rest[i:]
}
