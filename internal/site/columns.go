package site

import "strategia/internal/strategy"

// tables are the columns of the tables of open data, by the table's name. The
// word of a column, "column." and its key, is its name in the first row.
var tables = map[string][]string{
	"goals":     {"id", "level", "goal-number", "goal-title", "parent", "area", "missing"},
	"chapters":  {"id", "number", "title", "goals"},
	"documents": {"id", "title", "level", "edition", "horizon", "address", "presumed", "owner", "goals"},
	"units":     {"id", "title", "short", "unit-kind", "parent"},
	"glossary":  {"id", "term", "expansion", "definition"},
	"index":     {"title", "kind", "number", "href"},
	"correspondence": {"document", "outer-number", "outer-title", "outer-text", "goal-id", "goal-number", "goal-title", "goal-text", "conflict", "relation",
		"rationale", "none", "unknown"},
	"actions": {"id", "number", "title", "goals", "lead", "partners", "programme", "start", "end", "state", "phase", "completion", "reason", "reviewed", "cost",
		"funding", "places", "late", "missing"},
	"milestones": {"action", "text", "due", "done"},
	"status":     {"kind", "id", "title", "state", "count"},
	"indicators": {"id", "number", "title", "indicator-level", "measure", "polarity", "frequency", "goals", "owner", "source", "variable", "base-year", "base",
		"target-year", "target", "period", "value", "status", "progress", "ratio", "missing"},
	"observations":             {"indicator", "period", "value", "measure", "status", "dimensions", "note"},
	"implementation-levels":    {"number", "title", "missing"},
	"implementation-roles":     {"role", "units", "text", "cite"},
	"implementation-actors":    {"unit-kind", "units", "text", "cite"},
	"implementation-hierarchy": {"title", "text", "documents"},
	"calendar":                 {"task", "due", "report", "units", "cite"},
	"procedures":               {"title", "text", "units", "cite"},
	"reports":                  {"title", "kind", "start", "end", "date", "units", "text", "href"},
	"risks":                    {"number", "text", "goals", "probability", "impact", "answer", "owner"},
	"elements":                 {"element", "title", "reference", "state", "why", "place", "href"},
	"coverage":                 {"goal-id", "goal-number", "goal-title", "kind", "id", "number", "title", "relation"},
	"year": {"goal-id", "goal-title", "id", "number", "title", "period", "value", "status", "previous-period", "previous", "measure", "turn",
		"target-year", "target", "progress"},
	"funding": {"source", "year", "amount", "goal-id", "document", "wpf", "note"},
}

// columnTypes are the types of the columns that are no texts, as Table Schema
// (https://datapackage.org/standard/table-schema/) calls them.
var columnTypes = map[string]string{
	"completion": "integer", "count": "integer", "reviewed": "date", "date": "date", "cost": "number", "amount": "number", "year": "year",
	"base-year": "year", "target-year": "year", "base": "number", "target": "number", "value": "number", "ratio": "number", "previous": "number",
}

// column is a column of a table: its name in the first row, and its type.
type column struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

// columns are those of a table of that name.
func (m *maker) columns(table string) []column {
	out := make([]column, len(tables[table]))
	for i, key := range tables[table] {
		out[i] = column{m.word("column." + key), cmpOr(columnTypes[key], "string")}
	}
	return out
}

// head is the first row of a table of that name.
func (m *maker) head(table string) []string { return headOf(m.columns(table)) }

func headOf(columns []column) []string {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = c.Name
	}
	return out
}

// indicatorColumns are the columns of the table of one indicator: its dimensions
// stand before the note.
func (m *maker) indicatorColumns(e *strategy.Entry) []column {
	of := m.columns("observations") // indicator, period, value, measure, status, dimensions, note
	out := of[1:5:5]
	for _, d := range e.Indicator.Dimensions {
		out = append(out, column{d, "string"})
	}
	return append(out, of[6])
}

// matrixColumns are the columns of a matrix: our goals, then one for each goal of
// the document.
func (m *maker) matrixColumns(x *Matrix) []column {
	out := []column{{m.word("column.goal-number"), "string"}, {m.word("column.goal-title"), "string"}}
	for _, c := range x.Columns {
		out = append(out, column{c.text(), "string"})
	}
	return out
}
