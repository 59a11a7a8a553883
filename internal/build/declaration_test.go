package build

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"strategia/internal/source"
)

// required is what the validator of the technical conditions, version 2.0, asks
// of every declaration.
var required = []string{"a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url", "a11y-data-publikacja",
	"a11y-data-aktualizacja", "a11y-status", "a11y-data-sporzadzenie", "a11y-kontakt", "a11y-email",
	"a11y-telefon", "a11y-procedura", "a11y-architektura", "a11y-komunikacja"}

// headings of a declaration that states everything, in their order.
var headings = []string{"h1 Deklaracja dostępności", "h2 Stan dostępności cyfrowej", "h2 Niedostępne treści",
	"h3 Niezgodność z załącznikiem", "h3 Treści nieobjęte przepisami", "h3 Nadmierne koszty",
	"h2 Przygotowanie deklaracji dostępności", "h2 Udogodnienia, ograniczenia i inne informacje",
	"h2 Skróty klawiszowe", "h2 Informacje zwrotne i dane kontaktowe",
	"h2 Obsługa wniosków i skarg związanych z dostępnością", "h2 Pozostałe informacje", "h3 Aplikacje mobilne",
	"h3 Dostępność architektoniczna", "h3 Dostępność komunikacyjno-informacyjna"}

// declared is what the official validator reads of a page.
type declared struct {
	ids, headings []string
	times         map[string]string // datetime by id
	links         int               // that it would take for the way to the declaration
	named         bool              // in a <meta>
}

func readDeclared(t *testing.T, page []byte) declared {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	d := declared{times: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		a := map[string]string{}
		for _, x := range n.Attr {
			a[x.Key] = x.Val
		}
		words := ""
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				words += c.Data
			}
		}
		words = strings.Join(strings.Fields(words), " ")
		switch n.Data {
		case "h1", "h2", "h3", "h4":
			d.headings = append(d.headings, n.Data+" "+words)
		case "time":
			d.times[a["id"]] = a["datetime"]
		case "meta":
			d.named = d.named || a["name"] == "deklaracja-dostępności" && a["content"] != ""
		case "a":
			if w := strings.ToLower(words); strings.Contains(w, "deklaracj") && strings.Contains(w, "dost") && a["href"] != "" {
				d.links++
			}
		}
		if strings.HasPrefix(a["id"], "a11y-") {
			d.ids = append(d.ids, a["id"])
		}
	}
	return d
}

// TestDeclaration runs the official validator's test, as its authors describe
// it, on the fictional site, which states everything, and on Toruń's, of which
// nothing is known: there the page says so and none of its parts pretends to be
// a declaration.
func TestDeclaration(t *testing.T) {
	for name, files := range map[string]func() *Session{
		"fictional": func() *Session { return sessionOf(commune(t)) },
		"torun":     func() *Session { return newSession(source.New(os.DirFS("../..")), Options{Dir: ".", Workers: 2}) },
	} {
		site := snapshot(t, files())
		const path = "deklaracja-dostepnosci.html"
		for p, page := range site {
			if !strings.HasSuffix(p, ".html") {
				continue
			}
			if d := readDeclared(t, page); d.links == 0 || !d.named {
				t.Errorf("%s: %s does not lead to the declaration", name, p)
			} else if p != path && len(d.ids) > 0 {
				t.Errorf("%s: %s has the ids %v", name, p, d.ids)
			}
		}
		d := readDeclared(t, site[path])
		if name == "torun" {
			if len(d.ids) > 0 || !bytes.Contains(site[path], []byte("brak w dostępnym tekście")) {
				t.Errorf("%s states a declaration: %v", name, d.ids)
			}
			continue
		}
		for _, id := range append([]string{"a11y-data-przeglad", "a11y-ocena", "a11y-architektura-url", "a11y-aplikacje"}, required...) {
			if i := slices.Index(d.ids, id); i < 0 || slices.Contains(d.ids[i+1:], id) {
				t.Errorf("%s stands there not exactly once", id)
			}
		}
		if !slices.Equal(d.headings[:len(headings)], headings) {
			t.Errorf("the headings are %q", d.headings)
		}
		for _, id := range d.ids {
			if at := d.times[id]; strings.HasPrefix(id, "a11y-data-") && !regexp.MustCompile(`^\d{4}-\d\d-\d\d$`).MatchString(at) {
				t.Errorf("%s: datetime %q", id, at)
			}
		}
	}
}

// TestDeclarationFollowsItsFacts: what the page says is renewed with the front matter.
func TestDeclarationFollowsItsFacts(t *testing.T) {
	files := fstest.MapFS{}
	index := "---\ntitle: Strategia\nstatus: draft\naccessibility:\n  contact: %\n---\nTekst.\n"
	set(files, "content/index.md", strings.Replace(index, "%", "Wydział", 1))
	s := sessionOf(files)
	before := snapshot(t, s)
	set(files, "content/index.md", strings.Replace(index, "%", "Sekretariat", 1))
	after := snapshot(t, s)
	const path = "deklaracja-dostepnosci.html"
	if !bytes.Contains(before[path], []byte("Wydział")) || !bytes.Contains(after[path], []byte("Sekretariat")) {
		t.Errorf("%s", after[path])
	}
}
