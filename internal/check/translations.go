package check

import (
	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// translations looks at what texts say to translate.
func (c *checker) translations() {
	type version struct {
		of   *strategy.Entry
		lang string
	}
	first := map[version]*strategy.Entry{}
	for _, e := range c.s.Entries() {
		if e.Translates.ID == "" {
			continue
		}
		t, ok := c.s.Find(e.Translates, "")
		original, lang := c.s.Original(e), c.s.LangOf(e)
		v := version{original, lang}
		switch f := first[v]; {
		case !ok || original == nil || t.Entry == e:
			c.about(e, diag.TranslationUnknown, e.At("translates"), e.Translates.ID)
		case lang == c.s.LangOf(original):
			c.about(e, diag.TranslationSame, e.At("translates"), e.Translates.ID, lang)
		case f != nil:
			c.report(diag.New(diag.TranslationTwice, e.At("translates"), e.Translates.ID, lang, f.Path).
				At(diag.HintFirst, f.At("translates"), f.Path).Concerning(e.Ref().String()))
		default:
			first[v] = e
		}
	}
}
