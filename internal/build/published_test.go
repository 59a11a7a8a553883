package build

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"maps"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"strategia/internal/site"
	"strategia/internal/source"
)

const exampleBase = "https://przykladowa.example/"

// sites are the two sites that the repository holds, made in memory: the
// fictional commune and Toruń. They are made once for all tests, which must leave
// them as they are.
func sites(t *testing.T) map[string]map[string][]byte {
	t.Helper()
	builtSites.Do(func() {
		builtSites.sites = map[string]map[string][]byte{"gmina": snapshot(t, sessionOf(commune(t))), "toruń": toruń(t)}
	})
	return builtSites.sites
}

var builtSites struct {
	sync.Once
	sites map[string]map[string][]byte
}

func toruń(t *testing.T) map[string][]byte {
	t.Helper()
	return snapshot(t, newSession(source.New(os.DirFS("../..")), Options{Dir: "../..", BaseURL: exampleBase, Workers: 2}))
}

func asJSON(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// publishedSchema compiles the schema that a site publishes, which checks it
// against the schema of schemas.
func publishedSchema(t *testing.T, b []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("strategia.schema.json", asJSON(t, b)); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("strategia.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPublishedModel holds that the JSON of both sites is as its schema says and
// leads to pages that exist.
func TestPublishedModel(t *testing.T) {
	for name, files := range sites(t) {
		model := asJSON(t, files["dane/strategia.json"])
		if err := publishedSchema(t, files["dane/strategia.schema.json"]).Validate(model); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var m struct {
			Schema   string `json:"$schema"`
			Goals    []struct{ Href, ID, Parent, Owner string }
			Chapters []struct {
				Href  string
				Goals []string
			}
			Documents []struct {
				Href  string
				Goals []struct{ Correspondences []struct{ Goal string } }
			}
			Units []struct{ Href, ID, Parent string }
		}
		if err := json.Unmarshal(files["dane/strategia.json"], &m); err != nil {
			t.Fatal(err)
		}
		if files["dane/"+m.Schema] == nil {
			t.Errorf("%s: there is no schema %q beside the model", name, m.Schema)
		}
		ids := map[string]bool{"goal:": true, "unit:": true}
		var hrefs, named []string
		for _, g := range m.Goals {
			ids["goal:"+g.ID] = true
			hrefs, named = append(hrefs, g.Href), append(named, "goal:"+g.Parent, "unit:"+g.Owner)
		}
		for _, u := range m.Units {
			ids["unit:"+u.ID] = true
			hrefs, named = append(hrefs, u.Href), append(named, "unit:"+u.Parent)
		}
		for _, c := range m.Chapters {
			hrefs = append(hrefs, c.Href)
			for _, g := range c.Goals {
				named = append(named, "goal:"+g)
			}
		}
		for _, d := range m.Documents {
			hrefs = append(hrefs, d.Href)
			for _, g := range d.Goals {
				for _, c := range g.Correspondences {
					named = append(named, "goal:"+c.Goal)
				}
			}
		}
		if len(hrefs) < 10 {
			t.Errorf("%s: only %d entities", name, len(hrefs))
		}
		for _, href := range hrefs {
			if files[href] == nil {
				t.Errorf("%s: the model leads to %s, which is not there", name, href)
			}
		}
		for _, id := range named {
			if !ids[id] {
				t.Errorf("%s: the model names %s, which is not in it", name, id)
			}
		}
	}
}

// TestSchemaRefuses holds that the schema says something: what is taken out of
// the model, put into it or made of another kind is noticed.
func TestSchemaRefuses(t *testing.T) {
	files := snapshot(t, sessionOf(commune(t)))
	schema := publishedSchema(t, files["dane/strategia.schema.json"])
	first := func(m map[string]any, list string) map[string]any { return m[list].([]any)[0].(map[string]any) }
	document := func(m map[string]any) map[string]any { return m["document"].(map[string]any) }
	for name, mutate := range map[string]func(m map[string]any){
		"no goals":                 func(m map[string]any) { delete(m, "goals") },
		"no document":              func(m map[string]any) { delete(m, "document") },
		"an unknown key":           func(m map[string]any) { m["nieznany"] = 1 },
		"goals that are no list":   func(m map[string]any) { m["goals"] = map[string]any{} },
		"a goal without an id":     func(m map[string]any) { delete(first(m, "goals"), "id") },
		"an unknown key of a goal": func(m map[string]any) { first(m, "goals")["nieznany"] = "x" },
		"a number that is no text": func(m map[string]any) { first(m, "goals")["number"] = 1 },
		"a chapter without href":   func(m map[string]any) { delete(first(m, "chapters"), "href") },
		"a unit of no kind":        func(m map[string]any) { first(m, "units")["kind"] = "urząd" },
		"a document of no level":   func(m map[string]any) { first(m, "documents")["level"] = "galaktyczny" },
		"an unknown status":        func(m map[string]any) { document(m)["status"] = "prawie" },
		"a date that is none":      func(m map[string]any) { document(m)["inForce"] = "2026-13-45" },
		"a year that is text":      func(m map[string]any) { document(m)["horizon"] = map[string]any{"from": "2020"} },
		"a term without a term":    func(m map[string]any) { delete(first(m, "terms"), "term") },
		"an actor of no kind": func(m map[string]any) {
			m["implementation"].(map[string]any)["actors"] = []any{map[string]any{"kind": "król"}}
		},
	} {
		m := asJSON(t, files["dane/strategia.json"]).(map[string]any)
		mutate(m)
		if schema.Validate(m) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// TestFeed holds that the feed of editions is Atom (RFC 4287): the elements that
// must be there are, ids are addresses and each its own, dates are dates.
func TestFeed(t *testing.T) {
	type link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	type entry struct {
		Title   string `xml:"http://www.w3.org/2005/Atom title"`
		ID      string `xml:"http://www.w3.org/2005/Atom id"`
		Updated string `xml:"http://www.w3.org/2005/Atom updated"`
		Links   []link `xml:"http://www.w3.org/2005/Atom link"`
	}
	for name, files := range sites(t) {
		var feed struct {
			XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
			entry
			Author  string  `xml:"http://www.w3.org/2005/Atom author>name"`
			Entries []entry `xml:"http://www.w3.org/2005/Atom entry"`
		}
		d := xml.NewDecoder(bytes.NewReader(files["edycje.xml"]))
		d.Strict = true
		if err := d.Decode(&feed); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if feed.Author == "" || len(feed.Entries) == 0 {
			t.Errorf("%s: no author or no entries: %+v", name, feed)
		}
		if !slices.Contains(feed.Links, link{"self", exampleBase + "edycje.xml"}) {
			t.Errorf("%s: the feed does not say where it is: %v", name, feed.Links)
		}
		seen := map[string]bool{}
		for _, e := range append(feed.Entries, feed.entry) {
			u, err := url.Parse(e.ID)
			if e.Title == "" || err != nil || !u.IsAbs() || seen[e.ID] {
				t.Errorf("%s: title %q, id %q", name, e.Title, e.ID)
			}
			seen[e.ID] = true
			if at, err := time.Parse(time.RFC3339, e.Updated); err != nil || at.Year() < 1990 {
				t.Errorf("%s: %s is updated %q", name, e.ID, e.Updated)
			}
			if !slices.ContainsFunc(e.Links, func(l link) bool {
				page, ours := strings.CutPrefix(l.Href, exampleBase)
				page, _, _ = strings.Cut(page, "#")
				return l.Rel == "alternate" && ours && files[page] != nil
			}) {
				t.Errorf("%s: %s leads to no page: %v", name, e.ID, e.Links)
			}
		}
		if !slices.IsSortedFunc(feed.Entries, func(a, b entry) int { return strings.Compare(b.Updated, a.Updated) }) || feed.Updated != feed.Entries[0].Updated {
			t.Errorf("%s: the newest is not first, or the feed does not have its date", name)
		}
	}
}

// TestSitemap holds that the map for search engines lists every page that is
// meant to be found, by its full address, and nothing else.
func TestSitemap(t *testing.T) {
	for name, files := range sites(t) {
		var set struct {
			XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
			URLs    []struct {
				Loc string `xml:"loc"`
			} `xml:"url"`
		}
		if err := xml.Unmarshal(files["sitemap.xml"], &set); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var got, want []string
		for _, u := range set.URLs {
			p, ours := strings.CutPrefix(u.Loc, exampleBase)
			plain, err := url.PathUnescape(p)
			if !ours || err != nil {
				t.Errorf("%s: %s is elsewhere", name, u.Loc)
			}
			got = append(got, plain)
		}
		for p, b := range files {
			if path.Ext(p) == ".html" && !bytes.Contains(b, []byte(`<meta name="robots" content="noindex">`)) {
				want = append(want, p)
				if canonical := `<link rel="canonical" href="` + exampleBase + p + `">`; !bytes.Contains(b, []byte(canonical)) {
					t.Errorf("%s: %s does not name its own address", name, p)
				}
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the map lists %v, the site has %v", name, got, want)
		}
		if robots := string(files["robots.txt"]); !strings.HasPrefix(robots, "User-agent: *\n") || !strings.Contains(robots, "\nSitemap: "+exampleBase+"sitemap.xml\n") {
			t.Errorf("%s: robots.txt: %q", name, robots)
		}
	}
}

// TestNoAddressNoSitemap holds that a site whose address is not known has no map
// and does not speak of one, and has a feed all the same.
func TestNoAddressNoSitemap(t *testing.T) {
	dir := small(t)
	files := snapshot(t, newSession(source.New(os.DirFS(dir)), Options{Dir: dir, Workers: 2}))
	if files["sitemap.xml"] != nil || bytes.Contains(files["robots.txt"], []byte("Sitemap")) {
		t.Errorf("there is a map: %s", files["robots.txt"])
	}
	var feed struct {
		ID      string `xml:"id"`
		Updated string `xml:"updated"`
	}
	if err := xml.Unmarshal(files["edycje.xml"], &feed); err != nil || feed.ID == "" || feed.Updated == "" {
		t.Errorf("%v %+v", err, feed)
	}
}

// TestTablesAsCSV holds that every CSV of both sites says its encoding, can be
// read, is rectangular, has no empty head, and is offered on some page.
func TestTablesAsCSV(t *testing.T) {
	for name, files := range sites(t) {
		var pages bytes.Buffer
		for _, p := range slices.Sorted(maps.Keys(files)) {
			if path.Ext(p) == ".html" {
				pages.Write(files[p])
			}
		}
		n := 0
		for p, b := range files {
			if path.Ext(p) != ".csv" {
				continue
			}
			n++
			text, marked := bytes.CutPrefix(b, []byte("\ufeff"))
			if !marked {
				t.Errorf("%s: %s has no byte order mark", name, p)
			}
			rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll() // refuses ragged rows
			if err != nil || len(rows) < 2 {
				t.Errorf("%s: %s: %v, %d rows", name, p, err, len(rows))
				continue
			}
			if slices.Contains(rows[0], "") && !strings.Contains(p, "-1.csv") && !strings.Contains(p, "-2.csv") {
				t.Errorf("%s: %s: an empty head: %q", name, p, rows[0])
			}
			for _, row := range rows[1:] {
				for _, cell := range row {
					if cell != "" && strings.ContainsRune("=@\t\r", rune(cell[0])) {
						t.Errorf("%s: %s: a spreadsheet would run %q", name, p, cell)
					}
					if strings.HasPrefix(cell, "column.") || strings.HasPrefix(cell, "level.") || strings.HasPrefix(cell, "relation.") {
						t.Errorf("%s: %s: a word is missing: %q", name, p, cell)
					}
				}
			}
			if p != "dane/chapters.csv" && !bytes.Contains(pages.Bytes(), []byte(`href="../`+p+`"`)) && !bytes.Contains(pages.Bytes(), []byte(`href="`+p+`"`)) {
				t.Errorf("%s: no page offers %s", name, p)
			}
		}
		if n < 8 {
			t.Errorf("%s: only %d tables", name, n)
		}
	}
}

// A table's data name what its links lead to, as the page does.
func TestTablesNameTheirLinks(t *testing.T) {
	files := fixture(t)
	put(carrying, "| c | d |", "| [](unit:urzad) | <goal:firmy>; [firmy](goal:firmy) i [](goal:nie-ma) |")(files)
	put("content/jednostki/urzad.md", "title: Urząd", "title: '=1+\"a\"'")(files)
	s := sessionOf(files)
	name := updated(t, s).Site.Artefacts
	i := slices.IndexFunc(name, func(a *site.Artefact) bool { return strings.HasSuffix(a.Path, "wdrozenie-1.csv") })
	if i < 0 {
		t.Fatal("no table")
	}
	read := func() []string {
		b, err := updated(t, s).Make(name[i].Path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil {
			t.Fatalf("%v: %s", err, b)
		}
		return rows[len(rows)-1]
	}
	if got := read(); !strings.HasPrefix(got[0], `'=1+"a"`) || !strings.Contains(got[1], "Firmy; firmy i goal:nie-ma") {
		t.Errorf("%q", got)
	}
	put("content/jednostki/urzad.md", "=1+", "Urząd ")(files)
	if got := read(); !strings.HasPrefix(got[0], `Urząd "a"`) {
		t.Errorf("after a change of the title: %q", got)
	}
}
