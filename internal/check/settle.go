package check

import (
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// A header that can't be read is one mistake, and looks like many: what it says is
// missing in its own file and wherever the strategy relies on it. An author is told
// the one, as the others go when it is mended, and their advice is wrong.

// unreadable are the mistakes for which front matter or text is not read at all.
var unreadable = []diag.Code{diag.FrontMatterUnclosed, diag.FrontMatterSyntax, diag.FrontMatterNotFirst, diag.FrontMatterTooBig,
	diag.FrontMatterAlias, diag.FrontMatterTooDeep, diag.FrontMatterNotKeys,
	diag.TextTooBig, diag.FileNotText, diag.MergeConflict, diag.FileTooComplex, diag.ParserFailed}

// absences are the rules that miss something in a file.
var absences = []diag.Code{diag.Untitled, diag.DocumentLevelMissing, diag.UnitKindMissing, diag.StatusMissing, diag.ChapterEmpty, diag.NoBaseURL}

// lists are the rules that miss several things at once: the keys, as an argument.
var lists = []diag.Code{diag.ForceWithoutAct, diag.DeclarationIncomplete}

// relies are the kinds of files whose front matter a rule reads, beside that of the
// file of which it speaks.
var relies = map[diag.Code][]strategy.Kind{
	diag.LevelUnknown: {strategy.KindStrategy}, diag.LevelEmpty: {strategy.KindGoal},
	diag.ElementUnknown: {strategy.KindStrategy}, diag.ElementMissing: {strategy.KindStrategy, strategy.KindChapter},
	diag.ElementEmpty: {strategy.KindStrategy}, diag.ElementUndeclared: {strategy.KindStrategy},
	diag.ElementUnbacked:     {strategy.KindStrategy, strategy.KindGoal, strategy.KindIndicator, strategy.KindAction, strategy.KindChapter},
	diag.ElementDimension:    {strategy.KindStrategy, strategy.KindGoal},
	diag.GoalWithoutChildren: {strategy.KindStrategy, strategy.KindGoal}, diag.GoalWithoutParent: {strategy.KindStrategy, strategy.KindGoal},
	diag.GoalTooDeep: {strategy.KindStrategy}, diag.ParentNotAbove: {strategy.KindStrategy},
	diag.GoalsUnanswered: {strategy.KindStrategy, strategy.KindGoal}, diag.GoalWithoutIndicator: {strategy.KindStrategy, strategy.KindIndicator},
	diag.ChapterGap: {strategy.KindStrategy, strategy.KindChapter}, diag.UnitUnused: everyKind, diag.DocumentUnused: everyKind,
	diag.IndicatorStale: {strategy.KindStrategy}, diag.ReportDue: {strategy.KindStrategy}, diag.DateFar: {strategy.KindStrategy}, diag.PeriodFar: {strategy.KindStrategy},
	diag.FileUnnamed: everyKind, diag.IDVanished: everyKind, diag.RetiredTo: everyKind,
	diag.AckUnused: everyKind, diag.NoBaseURL: {strategy.KindStrategy}, diag.StatusMissing: {strategy.KindStrategy},
	diag.TermUnknown: {strategy.KindGlossary},
}

// needs are the values of the same file, or of the strategy's own, without which a
// rule is wrong.
var needs = map[diag.Code]struct{ own, index string }{
	diag.TranslationSame: {own: "lang"}, diag.ActionWithoutLead: {own: "lead"}, diag.ActionWithoutGoal: {own: "goals"},
	diag.IndicatorWithoutGoal: {own: "goals"}, diag.GoalWithoutParent: {own: "parent", index: "levels"},
	diag.LevelUnknown: {index: "levels"}, diag.LevelEmpty: {index: "levels"}, diag.GoalTooDeep: {index: "levels"}, diag.ParentNotAbove: {index: "levels"},
	diag.ElementUnknown: {index: "requirements"}, diag.RequirementsUnstated: {index: "requirements"}, diag.ElementMissing: {index: "requirements"},
	diag.ElementEmpty: {index: "requirements"}, diag.ElementUndeclared: {index: "requirements"}, diag.ElementUnbacked: {index: "requirements"},
	diag.ElementDimension: {index: "requirements"},
}

var everyKind = []strategy.Kind{strategy.KindStrategy, strategy.KindChapter, strategy.KindGoal, strategy.KindDocument, strategy.KindUnit,
	strategy.KindIndicator, strategy.KindAction, strategy.KindGlossary}

// consequences tells which diagnostics follow from others.
type consequences struct {
	blind map[string]bool        // files that could not be read
	names map[string]bool        // ids that they may have defined
	kinds map[strategy.Kind]bool // kinds of which a file could not be read
	wrong map[place]bool         // values that could not be read
	parts map[place]bool         // those at the top that hold one
	odd   map[string]bool        // files of a kind that there isn't
	holes map[string]bool        // indicators of whose table something could not be read
}

type place struct{ path, key string }

// settle returns the diagnostics, which it may change, without those that only
// follow from another; of a list of what is missing only what isn't just wrong.
func settle(s *strategy.Strategy, ds []diag.Diagnostic) []diag.Diagnostic {
	c := consequences{map[string]bool{}, map[string]bool{}, map[strategy.Kind]bool{}, map[place]bool{}, map[place]bool{}, map[string]bool{}, map[string]bool{}}
	for i := range ds {
		switch d := &ds[i]; {
		case slices.Contains(unreadable, d.Code), d.Code == diag.FileNotUTF8 && len(d.Hints) > 0:
			c.blind[d.Span.Path] = true
			c.hide(s, d.Span.Path)
		case d.Code == diag.KindUnknown:
			c.odd[d.Span.Path] = true
			c.hide(s, d.Span.Path)
		case d.Code[:2] == "S8" && d.Severity == diag.Error:
			c.holes[d.About] = true
		case d.Code[:2] == "S1" && d.Severity == diag.Error && d.Span.Key != "":
			c.wrong[place{d.Span.Path, d.Span.Key}] = true
			c.parts[place{d.Span.Path, d.Span.Key[:strings.IndexAny(d.Span.Key+".", ".[")]}] = true
		}
	}
	if index := s.Index; !s.HasIndex() || index.Title == "" && index.Missing == "" && index.Strategy.Status == "" {
		c.kinds[strategy.KindStrategy] = true // it is not there, or says nothing yet
	}
	out := ds[:0]
	for _, d := range ds {
		if c.follows(&d) {
			continue
		}
		if slices.Contains(lists, d.Code) {
			keys := slices.DeleteFunc(strings.Split(d.Args[0], ", "), func(k string) bool { return c.misread(d.Span.Path, k) })
			if len(keys) == 0 {
				continue
			}
			d.Args = []string{strings.Join(keys, ", ")}
		}
		out = append(out, d)
	}
	return out
}

// misread reports whether a value, or the mapping that holds it, could not be read.
func (c *consequences) misread(file, key string) bool {
	above, _, _ := strings.Cut(key, ".")
	return c.wrong[place{file, key}] || c.wrong[place{file, above}]
}

// hide notes a file that could not be read, or not as what it is. Whose kind could
// not be read passes for a chapter, and may be anything.
func (c *consequences) hide(s *strategy.Strategy, file string) {
	c.names[source.Stem(file)] = true
	t, _ := s.FindFile(file, "")
	if t.Entry == nil || t.Entry.Kind == strategy.KindChapter {
		for _, k := range everyKind[1:] {
			c.kinds[k] = true
		}
		return
	}
	c.kinds[t.Entry.Kind] = true
	c.names[t.Entry.ID] = true
}

// follows reports whether a diagnostic follows from another.
func (c *consequences) follows(d *diag.Diagnostic) bool {
	if d.Code[1] == '1' && d.Code != diag.AckUnused {
		return d.Code == diag.KeyUnknown && c.odd[d.Span.Path]
	}
	header, need := d.Span.Key != "", needs[d.Code]
	switch at := d.Span.Path; {
	case header && c.blind[at], slices.ContainsFunc(relies[d.Code], func(k strategy.Kind) bool { return c.kinds[k] }):
		return true
	case header && slices.Contains(absences, d.Code) && c.misread(at, d.Span.Key),
		c.parts[place{at, need.own}], c.parts[place{strategy.IndexPath, need.index}]:
		return true
	}
	if c.holes[d.About] && (d.Code == diag.BaseAbsent || d.Code == diag.PeriodUnknown || d.Code == diag.IndicatorStale) {
		return true
	}
	if len(c.names) > 0 && d.Code[1] == '2' {
		_, about, _ := strings.Cut(d.About, ":")
		if about, _, _ = strings.Cut(about, "#"); c.names[about] || len(d.Args) > 0 && c.names[d.Args[0]] {
			return true
		}
	}
	return d.Code[1] == '4' && slices.ContainsFunc(d.Hints, func(h diag.Hint) bool { return c.blind[h.Span.Path] })
}
