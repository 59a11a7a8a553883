package site

import (
	"encoding/hex"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Style sheets and scripts are published under a name that tells their content,
// "assets/strategia.1a2b3c4d.css", so that a server may let browsers keep them
// for ever. Layouts refer to them by their plain name, which is put right when
// the layout is read; what no layout refers to keeps its name, as who knows who
// asks for it.

// stampable are references of layouts to a style sheet or script.
var stampable = regexp.MustCompile(`(\{\{\s*\$?(?:\.Page)?\.Root\s*\}\})(assets/[\w./-]+\.(?:css|js))`)

// Stamps returns, for the style sheets and scripts among the files, the names
// under which they are published.
func Stamps(files map[string]File) map[string]string {
	out := map[string]string{}
	for name, f := range files {
		if ext := path.Ext(name); strings.HasPrefix(name, "assets/") && (ext == ".css" || ext == ".js") {
			out[name] = strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(f.Sum[:4]) + ext
		}
	}
	return out
}

// stampKey is what the layouts depend on.
func stampKey(stamps map[string]string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(stamps)) {
		b.WriteString("\x00" + stamps[name])
	}
	return b.String()
}

// stamp puts the published names into the text of a layout.
func (l *Layouts) stamp(text string) string {
	if len(l.stamps) == 0 {
		return text
	}
	return stampable.ReplaceAllStringFunc(text, func(ref string) string {
		m := stampable.FindStringSubmatch(ref)
		to, known := l.stamps[m[2]]
		if !known {
			return ref
		}
		l.stamped[m[2]] = to
		return m[1] + to
	})
}

// published is the path under which a file of the site is published.
func (s *Site) published(name string) string {
	if to, stamped := s.in.Layouts.stamped[name]; stamped {
		return to
	}
	return name
}
