package check

import "strategia/internal/diag"

// translations looks at what texts say to translate.
func (c *checker) translations() {
	for _, e := range c.s.Entries() {
		if e.Translates.ID == "" {
			continue
		}
		t, ok := c.s.Find(e.Translates, "")
		switch {
		case !ok || c.s.Original(e) == nil || t.Entry == e:
			c.about(e, diag.TranslationUnknown, e.At("translates"), e.Translates.ID)
		case c.s.LangOf(e) == c.s.LangOf(c.s.Original(e)):
			c.about(e, diag.TranslationSame, e.At("translates"), e.Translates.ID, c.s.LangOf(e))
		}
	}
}
