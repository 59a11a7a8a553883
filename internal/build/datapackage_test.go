package build

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"strategia/internal/markdown"
)

type packageResource struct {
	Name, Path, Type, Format string
	Schema                   struct {
		Fields     []struct{ Name, Type string }
		PrimaryKey []string
	}
}

// types are the forms that Table Schema gives the types in use, in the default
// format of each.
var types = map[string]*regexp.Regexp{
	"string": regexp.MustCompile(`(?s)^.*$`), "integer": regexp.MustCompile(`^[+-]?\d+$`), "number": regexp.MustCompile(`^[+-]?\d+(\.\d+)?$`),
	"year": regexp.MustCompile(`^\d{4}$`), "date": regexp.MustCompile(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`),
}

// TestDataPackage holds that the description of the open data is as the standard
// asks, names every file of data there is and none besides, and that each table is
// as it is described.
func TestDataPackage(t *testing.T) {
	rules, err := os.ReadFile("testdata/datapackage.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("datapackage.schema.json", asJSON(t, rules)); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("datapackage.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	all := maps.Clone(sites(t))
	all["hostile"] = snapshot(t, sessionOf(hostileData(t)))
	for name, files := range all {
		described := files["dane/datapackage.json"]
		if err := schema.Validate(asJSON(t, described)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var p struct{ Resources []packageResource }
		if err := json.Unmarshal(described, &p); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, r := range p.Resources {
			if seen[r.Name] || seen[r.Path] {
				t.Errorf("%s: %s is described twice", name, r.Name)
			}
			seen[r.Name], seen[r.Path] = true, true
			body, ok := files["dane/"+r.Path]
			switch {
			case !ok:
				t.Errorf("%s: %s is not there", name, r.Path)
			case r.Format == "json":
				asJSON(t, body)
			case r.Type == "table":
				checkTable(t, name, r, body)
			}
		}
		for file := range files {
			if base := path.Base(file); path.Dir(file) == "dane" && base != "datapackage.json" && !seen[base] {
				t.Errorf("%s: %s is not described", name, file)
			}
		}
	}
}

// checkTable holds a table against its description.
func checkTable(t *testing.T, site string, r packageResource, body []byte) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(body, []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Errorf("%s: %s: %v", site, r.Path, err)
		return
	}
	var names []string
	for _, f := range r.Schema.Fields {
		names = append(names, f.Name)
	}
	if !slices.Equal(names, rows[0]) {
		t.Errorf("%s: %s is described with the columns %q and has %q", site, r.Path, names, rows[0])
		return
	}
	keys := map[string]bool{}
	for _, row := range rows[1:] {
		key := ""
		for i, f := range r.Schema.Fields {
			if row[i] != "" && !types[f.Type].MatchString(row[i]) {
				t.Errorf("%s: %s: %q is no %s (%s)", site, r.Path, row[i], f.Type, f.Name)
			}
			if slices.Contains(r.Schema.PrimaryKey, f.Name) {
				key += row[i] + "\x00"
			}
		}
		if key != "" && keys[key] {
			t.Errorf("%s: %s: two rows of the key %q", site, r.Path, key)
		}
		keys[key] = true
	}
}

// hostileData is a site whose data a spreadsheet would run, or that would mislead
// one that reads its tables: formulas, signs, quotation marks, columns called alike.
func hostileData(t *testing.T) fstest.MapFS {
	files := fixture(t)
	set(files, "content/wskazniki/pyl.csv", "rok;wartość;jednostka miary;@dane;uwaga\n2020;40;;;\n2024;-38,5;=1+1;\t+A1;\"=HYPERLINK(\"\"http://a.example\"\")\"\n2025;-;-;;-2+3\n")
	set(files, "content/wskazniki/ujemny.md", "---\nkind: indicator\ntitle: \"=2+5\"\ngoals: [praca]\nunit: \"@x\"\npolarity: stimulant\nowner: urzad\nbase: {year: 2020, value: -10}\ntargets: [{year: 2030, value: -2}]\n---\n")
	set(files, "content/wskazniki/ujemny.csv", "rok;wartość\n2020;-10\n2024;−7,5\n")
	put("content/rozdzialy/8-wdrozenie.md", "implementation:\n", "implementation:\n"+`  risks: [{text: "=cmd|' /C calc'!A0", goals: [praca], owner: urzad, answer: "-1+1", probability: high, impact: high}]
  funding: [{source: "@SUM(1)", goal: firmy, years: {2026: "1 000,50"}, wpf: "+1-1", note: "\"cudzysłów\", przecinek"}, {source: B, document: kraj, years: {2027: 999999999999999}}]
  reports: [{title: "+raport", kind: monitoring, from: 2024-05, to: 2025-03-31, address: "https://a.example/=1"}]
  calendar: [{task: "-zadanie", units: [urzad], due: 02-29}]
  procedures: [{title: "=A1", text: "\tx"}]
`)(files)
	return files
}

// TestFormulasAreInert holds that no cell of hostile data is one that a spreadsheet
// would run, and that negative numbers stay numbers.
func TestFormulasAreInert(t *testing.T) {
	s := sessionOf(hostileData(t))
	files := snapshot(t, s)
	cells := map[string]bool{}
	for p, body := range files {
		if path.Ext(p) != ".csv" {
			continue
		}
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(body, []byte("\ufeff")))).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", p, err)
		}
		for _, row := range rows {
			for _, cell := range row {
				cells[cell] = true
				if markdown.Formula([]byte(cell)) {
					t.Errorf("%s: a spreadsheet would run %q", p, cell)
				}
			}
		}
	}
	for _, want := range []string{"-38.5", "-7.5", "'=1+1", "'=cmd|' /C calc'!A0", "'@SUM(1)", "1000.5", "999999999999999", "'+raport", "'-zadanie", "'=2+5"} {
		if !cells[want] {
			t.Errorf("no table has the cell %q", want)
		}
	}
}
