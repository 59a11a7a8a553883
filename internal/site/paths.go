package site

import (
	"strings"

	"strategia/internal/strategy"
)

// The address of a page is made of its kind and id alone, so that it outlives
// every title and number. Addresses are relative and name files ("cel/x.html"),
// which work in a folder opened without a server as well as behind any.

// folderKinds are the kinds whose entities have a page each, with the word that
// names their folder.
var folderKinds = map[strategy.Kind]string{
	strategy.KindChapter: "path.chapter", strategy.KindGoal: "path.goal",
	strategy.KindDocument: "path.document", strategy.KindUnit: "path.unit",
	strategy.KindIndicator: "path.indicator", strategy.KindAction: "path.action",
}

// pagePath returns the path of the page of an entity of kind with the id.
func (s *Site) pagePath(kind strategy.Kind, id string) string {
	var room [128]byte
	return string(s.appendPagePath(room[:0], kind, id))
}

func (s *Site) appendPagePath(dst []byte, kind strategy.Kind, id string) []byte {
	switch kind {
	case strategy.KindStrategy:
		return append(dst, "index.html"...)
	case strategy.KindGlossary:
		return append(dst, s.single("glossary")...)
	}
	return append(append(append(dst, s.folders[kind]...), id...), ".html"...)
}

// single returns the path of one of the pages that exist once: "matrix".
func (s *Site) single(name string) string { return s.Words().Get("path."+name) + ".html" }

// data returns the path of a data file.
func (s *Site) data(name string) string { return s.folders[strategy.KindNone] + name }

// rootOf returns the way from the page at p to the folder of the front page.
func rootOf(p string) string { return strings.Repeat("../", strings.Count(p, "/")) }
