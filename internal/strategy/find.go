package strategy

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// Target is what a reference leads to.
type Target struct {
	// Ref names the thing by its present kind and id. A section has the id of
	// its chapter, a goal of a document its own.
	Ref Ref
	// Entry is the file that holds it; of an outer goal the document, of a
	// term the glossary.
	Entry *Entry
	// Section, Goal and Term are indexes into Entry.Sections, Document.Goals
	// and Glossary.Terms; -1 where the target is none of them.
	Section, Goal, Term int
	// Anchor is the place on the entry's page, or "". For a section it is the
	// present one, whichever former anchor was asked for.
	Anchor string
}

func whole(e *Entry) Target {
	return Target{Ref: e.Ref(), Entry: e, Section: -1, Goal: -1, Term: -1}
}

// Find resolves a reference with the fragment behind its "#". Former ids and
// anchors are found too. If only the fragment leads nowhere, the target has its
// Entry set and ok is false. A section name that means several is not found.
func (s *Strategy) Find(r Ref, fragment string) (t Target, ok bool) {
	switch r.Kind {
	case KindSection:
		return s.findSection(r.ID, fragment)
	case KindTerm:
		if i, ok := s.terms[r.ID]; ok && fragment == "" {
			return s.term(int(i)), true
		}
		return Target{}, false
	case KindDocumentGoal:
		id, goal, _ := strings.Cut(r.ID, "#")
		return s.Find(Ref{Kind: KindDocument, ID: id}, goal)
	case KindStrategy:
		return s.inside(s.Index, fragment)
	case KindGlossary:
		if s.Glossary == nil {
			return Target{}, false
		}
		return s.inside(s.Glossary, fragment)
	case KindChapter, KindGoal, KindDocument, KindUnit, KindIndicator, KindAction:
		i := s.ids[r.Kind].Get(r.ID) - 1
		if i < 0 {
			return Target{}, false
		}
		return s.inside(s.entries[i], fragment)
	}
	return Target{}, false
}

// FindFile resolves a link to a source file, "content/x.md", which may lead to
// an anchor of its page.
func (s *Strategy) FindFile(path, fragment string) (Target, bool) {
	i := s.paths.Get(path) - 1
	if i < 0 {
		return Target{}, false
	}
	return s.inside(s.entries[i], fragment)
}

// inside resolves a fragment on the page of e.
func (s *Strategy) inside(e *Entry, fragment string) (Target, bool) {
	t := whole(e)
	switch {
	case fragment == "":
		return t, true
	case e.Kind == KindDocument:
		if i, ok := s.outerGoal(e, fragment); ok {
			t.Goal, t.Ref = int(i), Ref{Kind: KindDocumentGoal, ID: fragment}
			return t, true
		}
	case e.Kind == KindGlossary:
		if i, ok := s.terms[strings.TrimPrefix(fragment, "term-")]; ok {
			return s.term(int(i)), true
		}
	}
	for i := range e.Sections {
		if sec := &e.Sections[i]; sec.Anchor == fragment || slices.Contains(sec.Aliases, fragment) {
			return section(e, i), true
		}
	}
	if e.Anchors.Has(fragment) {
		t.Anchor = fragment
		return t, true
	}
	if strings.HasPrefix(fragment, PassagePrefix) && slices.Contains(e.Passages, PassageSum(fragment)) {
		t.Anchor = fragment
		return t, true
	}
	return t, false
}

func section(e *Entry, i int) Target {
	t := whole(e)
	t.Section, t.Anchor = i, e.Sections[i].Anchor
	t.Ref.Kind = KindSection
	return t
}

func (s *Strategy) term(i int) Target {
	t := whole(s.Glossary)
	t.Term, t.Ref = i, Ref{Kind: KindTerm, ID: s.Glossary.Glossary.Terms[i].ID}
	return t
}

// findSection resolves what stands behind "sec:": a chapter's id, with or
// without an anchor; a number; an anchor that only one chapter has.
func (s *Strategy) findSection(name, fragment string) (Target, bool) {
	if i := s.ids[KindChapter].Get(name) - 1; i >= 0 {
		return s.inside(s.entries[i], fragment)
	}
	for _, known := range []struct {
		names nameTable
		in    func(e *Entry, name string) (section int, ok bool)
	}{{s.numbers, (*Entry).numbered}, {s.anchors, (*Entry).anchored}} {
		c := known.names.Get(name)
		if c.count == 0 {
			continue
		}
		if c.count > 1 || fragment != "" {
			return Target{}, false
		}
		e := s.entries[c.last]
		i, ok := known.in(e, name)
		switch {
		case !ok:
			return Target{}, false
		case i < 0:
			return whole(e), true
		}
		return section(e, i), true
	}
	return Target{}, false
}

// HasNumber reports whether a chapter or section has the number.
func (s *Strategy) HasNumber(number string) bool { return s.numbers.Get(number).count > 0 }

// Sections returns the places that "sec:" could mean by name, in document
// order: more than one if the name is ambiguous.
func (s *Strategy) Sections(name string) []Target {
	if i := s.ids[KindChapter].Get(name) - 1; i >= 0 {
		return []Target{whole(s.entries[i])}
	}
	byNumber, byAnchor := []Target(nil), []Target(nil)
	for _, e := range s.Chapters {
		if e.Number == name {
			byNumber = append(byNumber, whole(e))
		}
		for i := range e.Sections {
			sec := &e.Sections[i]
			if sec.Anchor == name || slices.Contains(sec.Aliases, name) {
				byAnchor = append(byAnchor, section(e, i))
			}
			if n := sec.cite(); n == name && n != e.Number {
				byNumber = append(byNumber, section(e, i))
			}
		}
	}
	if byNumber != nil {
		return byNumber
	}
	return byAnchor
}

// Resolve finds where a link of a body leads, by a scheme or as a path. It
// reports false for addresses outside the site and for files that are no
// entities; if only the fragment leads nowhere the target has its Entry set.
func (s *Strategy) Resolve(from *Entry, l Link) (Target, bool) {
	if l.Kind != KindNone {
		return s.Find(l.Ref(), l.Fragment)
	}
	if l.Target == "" {
		return s.inside(from, l.Fragment)
	}
	p, ok := SourcePath(from, l.Target)
	if !ok {
		return Target{}, false
	}
	return s.FindFile(p, l.Fragment)
}

// SourcePath returns the path in the site's folder that a relative link from a
// file means, and whether it is an entity's file ("….md") inside content.
func SourcePath(from *Entry, target string) (string, bool) {
	target, _, _ = strings.Cut(target, "?")
	if !strings.HasSuffix(target, ".md") || strings.HasPrefix(target, "/") || strings.Contains(target, ":") {
		return "", false
	}
	if strings.Contains(target, "%") {
		if plain, err := url.PathUnescape(target); err == nil {
			target = plain
		}
	}
	p := path.Join(path.Dir(from.Path), target)
	return p, strings.HasPrefix(p, "content/")
}
