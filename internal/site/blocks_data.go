package site

import (
	"strconv"

	"strategia/internal/strategy"
)

// A block that shows a choice of a table has that choice as CSV beside it; one
// that shows all of it has the table of the site.

// blockTable is the table of which a block shows a part, or "".
func blockTable(b strategy.Block) string {
	switch b.Name {
	case "indicators", "actions", "funding":
		return b.Name
	}
	return ""
}

// blockCSV is the address of the table of the i-th block of a text.
func (m *maker) blockCSV(e *strategy.Entry, i int) string {
	if len(e.Blocks[i].Params) == 0 {
		return m.csvHref(blockTable(e.Blocks[i]) + ".csv")
	}
	return m.csvHref(m.s.blockName(e, i) + ".csv")
}

// blockName is what the file of that table is called.
func (s *Site) blockName(e *strategy.Entry, i int) string {
	of := "index"
	if e.Kind != strategy.KindStrategy {
		of = s.wholeID(e)
	}
	return of + "-" + e.Blocks[i].Name + "-" + strconv.Itoa(i+1)
}

// blockTables plans the tables of which the blocks of a text show a choice.
func (p *planner) blockTables(e *strategy.Entry) {
	ref := e.Ref()
	for i, b := range e.Blocks {
		if len(b.Params) == 0 || blockTable(b) == "" {
			continue
		}
		p.addCSV(p.blockName(e, i), blockTable(b), func(m *maker) [][]string {
			switch b := m.source(m.s.own(ref)).Blocks[i]; b.Name {
			case "indicators":
				return m.indicatorsCSV(m.blockIndicators(b))
			case "actions":
				return m.actionsCSV(m.blockActions(b))
			default:
				return m.fundingCSV(m.chosenFunding(b.Params["goal"], b.Params["document"]))
			}
		})
		p.out[len(p.out)-1].table.about = ref
	}
}

func (m *maker) blockIndicators(b strategy.Block) []*strategy.Entry {
	return m.chosenIndicators(b.Params["goal"], strategy.IndicatorLevel(b.Params["level"]))
}

func (m *maker) blockActions(b strategy.Block) []*strategy.Entry {
	return m.chosenActions(b.Params["goal"], b.Params["unit"], strategy.ActionState(b.Params["state"]))
}
