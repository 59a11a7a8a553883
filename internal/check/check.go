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
	s       *strategy.Strategy
	out     []diag.Diagnostic
	paths   []string                            // of all sources, once somebody asked for the nearest
	asked   int                                 // how often
	orphans map[*strategy.Entry]*strategy.Entry // once somebody asked for the parentless
	// near are the answers, "" for none, before those of the last time.
	near, before map[string]string
}

// rule is a rule about each entry, or about the strategy as a whole.
type rule struct {
	each  func(*checker, *strategy.Entry)
	whole func(*checker)
	// shows says that a rule about each entry reads how other entries are
	// shown, besides whether references lead anywhere.
	shows bool
	// reads are the aspects that a rule about the whole reads. Ids and parents
	// of entries need not be named: when they change all rules run.
	reads strategy.Aspect
}

// present are the aspects that tell which year the site knows last.
const present = strategy.AspectIndex | strategy.AspectSystem | strategy.AspectActions | strategy.AspectIndicators

// rules in the order of the catalogue.
var rules = []rule{
	{each: (*checker).typedReferences, shows: true},
	{each: (*checker).figures, shows: true},
	{each: (*checker).fileLinks},
	{each: (*checker).blocks},
	{each: (*checker).lists},
	{each: (*checker).titles},
	{whole: (*checker).numbers, reads: strategy.AspectChapters},
	{each: (*checker).outerNumbers},
	{whole: (*checker).goalNumbers, reads: strategy.AspectGoals},
	{whole: (*checker).goalLevels, reads: strategy.AspectGoals},
	{whole: (*checker).goalParents, reads: strategy.AspectGoals},
	{whole: (*checker).goalTitles, reads: strategy.AspectGoals},
	{whole: (*checker).goalChildren, reads: strategy.AspectGoals},
	{whole: (*checker).levels, reads: strategy.AspectIndex},
	{each: (*checker).outerGoals},
	{whole: (*checker).unanswered, reads: strategy.AspectGoals | strategy.AspectDocuments},
	{each: (*checker).correspondences},
	{whole: (*checker).documents, reads: strategy.AspectDocuments | strategy.AspectSystem | strategy.AspectBlocks | strategy.AspectMentioned |
		strategy.AspectActions},
	{whole: (*checker).units, reads: strategy.AspectIndex | strategy.AspectDocuments | strategy.AspectUnits |
		strategy.AspectRoles | strategy.AspectMentioned | strategy.AspectIndicators | strategy.AspectActions},
	{whole: (*checker).roles, reads: strategy.AspectSystem},
	{whole: (*checker).actors, reads: strategy.AspectSystem},
	{whole: (*checker).managementLevels, reads: strategy.AspectSystem},
	{whole: (*checker).tiers, reads: strategy.AspectSystem},
	{each: (*checker).programmes},
	{whole: (*checker).duties, reads: strategy.AspectSystem},
	{whole: (*checker).reports, reads: strategy.AspectSystem},
	{whole: (*checker).reportsDue, reads: present},
	{whole: (*checker).risks, reads: strategy.AspectSystem},
	{whole: (*checker).frame, reads: strategy.AspectSystem | strategy.AspectIndex | strategy.AspectDocuments},
	{whole: (*checker).frameSums, reads: strategy.AspectSystem | strategy.AspectDocuments | strategy.AspectActions},
	{whole: (*checker).goalIndicators, reads: strategy.AspectGoals | strategy.AspectGaps | strategy.AspectIndicators},
	{each: (*checker).indicators},
	{each: (*checker).actions},
	{whole: (*checker).actionHorizons, reads: strategy.AspectIndex | strategy.AspectDocuments | strategy.AspectActions},
	{whole: (*checker).stale, reads: present},
	{whole: (*checker).strays, reads: present},
	{whole: (*checker).chapterGaps, reads: strategy.AspectGaps | strategy.AspectNumbers | strategy.AspectChapters},
	{each: (*checker).emptyChapters},
	{each: (*checker).horizons},
	{whole: (*checker).act, reads: strategy.AspectIndex},
	{whole: (*checker).addresses, reads: strategy.AspectIndex},
	{whole: (*checker).editions, reads: strategy.AspectIndex},
	{whole: (*checker).status, reads: strategy.AspectIndex},
	{whole: (*checker).declaration, reads: strategy.AspectIndex},
	{whole: (*checker).terms, reads: strategy.AspectGlossary},
	{whole: (*checker).tags, reads: strategy.AspectTags | strategy.AspectChapters},
	{whole: (*checker).look, reads: strategy.AspectIndex},
	{whole: (*checker).nesting, reads: strategy.AspectIndex | strategy.AspectDocuments},
	{whole: (*checker).targetHorizons, reads: strategy.AspectIndex | strategy.AspectIndicators},
	{whole: (*checker).measures, reads: strategy.AspectIndicators},
	{whole: (*checker).unitForms, reads: strategy.AspectIndex | strategy.AspectIndicators},
	{whole: (*checker).elements, reads: strategy.AspectIndex | strategy.AspectChapters | strategy.AspectElements | strategy.AspectGoals |
		strategy.AspectIndicators | strategy.AspectActions | strategy.AspectSystem},
	{whole: (*checker).translations}, // what is translated, and its language, are structure
}

// Run holds the strategy against all rules.
func Run(s *strategy.Strategy) []diag.Diagnostic {
	var k Keeper
	return k.Run(s)
}

// Keeper holds a strategy against the rules, and again when it changed. It
// keeps what each rule found.
type Keeper struct {
	found []found // by rule
	asked int     // for the nearest path
	near  map[string]string
}

// found is what a rule found in each entry, by path, or as a whole.
type found struct {
	each  map[string][]diag.Diagnostic
	whole []diag.Diagnostic
}

// Run holds the strategy against all rules.
func (k *Keeper) Run(s *strategy.Strategy) []diag.Diagnostic {
	c := &checker{s: s, near: map[string]string{}}
	k.found = make([]found, len(rules))
	for i, r := range rules {
		f := &k.found[i]
		if r.whole != nil {
			f.whole = c.ask(r.whole)
			continue
		}
		f.each = map[string][]diag.Diagnostic{}
		for _, e := range s.Entries() {
			if r.each(c, e); c.out != nil {
				f.each[e.Path], c.out = c.out, nil
			}
		}
	}
	k.asked, k.near = c.asked, c.near
	return k.diagnostics()
}

// RunAgain does what Run does for a strategy that was linked again from the one
// before.
func (k *Keeper) RunAgain(s *strategy.Strategy, delta *strategy.Delta) []diag.Diagnostic {
	c := &checker{s: s, near: map[string]string{}, before: k.near}
	if delta.Has(strategy.AspectChapters) {
		c.before = nil // there are other paths
	}
	for i, r := range rules {
		f := &k.found[i]
		if r.whole != nil {
			if delta.Has(r.reads) {
				f.whole = c.ask(r.whole)
			}
			continue
		}
		due := map[string]*strategy.Entry{}
		for _, e := range delta.Followed {
			due[e.Path] = e
		}
		if r.shows {
			for _, e := range delta.Shown {
				due[e.Path] = e
			}
		}
		for path := range f.each {
			// What is wrong may be mended elsewhere, or its hints read otherwise.
			t, _ := s.FindFile(path, "")
			due[path] = t.Entry // nil if it is gone
		}
		for path, e := range due {
			delete(f.each, path)
			if e == nil {
				continue
			}
			if ds := c.ask(func(c *checker) { r.each(c, e) }); ds != nil {
				f.each[path] = ds
			}
		}
	}
	if c.asked > mostAsked || k.asked > mostAsked {
		return k.Run(s) // which of so many get a hint is a question of order
	}
	k.asked, k.near = c.asked, c.near
	return k.diagnostics()
}

// ask returns what a rule reports.
func (c *checker) ask(rule func(*checker)) []diag.Diagnostic {
	rule(c)
	ds := c.out
	c.out = nil
	return ds
}

// diagnostics returns all that was found.
func (k *Keeper) diagnostics() []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, f := range k.found {
		out = append(out, f.whole...)
		for _, ds := range f.each {
			out = append(out, ds...)
		}
	}
	return diag.Sort(out)
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
