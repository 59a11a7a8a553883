package check

import (
	"strategia/internal/diag"
	"strategia/internal/strategy"
)

// programmes looks for programmes that nobody is in charge of and for those that
// carry nothing out.
func (c *checker) programmes(e *strategy.Entry) {
	if e.Document == nil || !e.Document.Programme || e.Missing != "" {
		return
	}
	if e.Document.Owner.ID == "" {
		c.about(e, diag.ProgrammeWithoutUnit, e.At("title"), name(e))
	}
	if len(e.Document.Serves) == 0 {
		c.about(e, diag.ProgrammeWithoutGoal, e.At("title"), name(e))
	}
}
