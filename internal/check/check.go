// Package check holds the rules of a strategy: each is a function over the
// linked model that reports what an editor should look at. The rules read
// nothing but the model, change nothing and depend on nothing else, so the same
// sources always give the same list.
//
// What a rule means is told by the catalogue in package diag; here stands only
// when it applies. A rule must be worth a clerk's time: it is silent where the
// source says that something is missing, where there is nothing to compare, and
// where a document may rightly differ from the usual.
//
// References that lead nowhere are found by strategy.LinkAll; mistakes within one
// file by package markdown.
package check

import (
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// checker carries the model through the rules.
type checker struct {
	s     *strategy.Strategy
	out   []diag.Diagnostic
	paths []string // of all sources, once somebody asked for the nearest
	asked int      // how often
}

// rules in the order of the catalogue.
var rules = []func(*checker){
	(*checker).typedReferences, (*checker).fileLinks, (*checker).blocks, (*checker).lists,
	(*checker).titles, (*checker).numbers, (*checker).goalNumbers, (*checker).goalLevels, (*checker).goalTitles, (*checker).goalChildren, (*checker).levels,
	(*checker).outerGoals, (*checker).unanswered, (*checker).correspondences, (*checker).documents,
	(*checker).units,
	(*checker).roles, (*checker).actors, (*checker).managementLevels, (*checker).tiers,
	(*checker).chapterGaps, (*checker).emptyChapters,
	(*checker).horizons, (*checker).act, (*checker).addresses, (*checker).editions, (*checker).status, (*checker).declaration,
	(*checker).terms, (*checker).tags, (*checker).look, (*checker).translations,
}

// Run holds the strategy against all rules.
func Run(s *strategy.Strategy) []diag.Diagnostic {
	c := &checker{s: s}
	for _, rule := range rules {
		rule(c)
	}
	return diag.Sort(c.out)
}

func (c *checker) report(d diag.Diagnostic) { c.out = append(c.out, d) }

// about reports a diagnostic that concerns the entity e.
func (c *checker) about(e *strategy.Entry, code diag.Code, at source.Span, args ...string) {
	c.report(diag.New(code, at, args...).Concerning(e.Ref().String()))
}

// name is what messages call an entity.
func name(e *strategy.Entry) string {
	switch {
	case e.Short != "":
		return e.Short
	case e.Title != "":
		return e.Title
	}
	return e.ID
}

// item returns the path of the i-th item of a front-matter list.
func item(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// join appends a key to the path of front-matter keys before it.
func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// fold makes texts comparable that differ only in case, spaces, quotation
// marks, dashes or a full stop at the end.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '„', '”', '“', '"', '«', '»', '\'', '’', '\u00ad':
			return -1
		case '–', '—', '‑':
			return '-'
		}
		return r
	}, strings.ToLower(s))
	return strings.TrimRight(strings.Join(strings.Fields(s), " "), " .;,")
}

// declared reports whether a gap of the index has one of the words in its title:
// what is declared missing is not complained about.
func (c *checker) declared(words ...string) bool {
	for _, g := range c.s.Index.Strategy.Gaps {
		for _, w := range words {
			if strings.Contains(strings.ToLower(g.Title), w) {
				return true
			}
		}
	}
	return false
}
