package site

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"strategia/internal/source"
	"strategia/internal/strategy"
	"strategia/layouts"
)

func TestParseWords(t *testing.T) {
	words := map[string]string{"stare": "zostaje", "a": "dawne"}
	parseWords(source.NewFile("layouts/pl.txt", []byte("# uwaga\n\n a = jeden = dwa \nb=\n= c\nbez znaku\r\nz = ą ę\r\n{0} = x")), words)
	for key, want := range map[string]string{"stare": "zostaje", "a": "jeden = dwa", "b": "", "": "c", "z": "ą ę", "{0}": "x"} {
		if got, ok := words[key]; !ok || got != want {
			t.Errorf("%q = %q (%v), want %q", key, got, ok, want)
		}
	}
	if len(words) != 6 {
		t.Errorf("%d words: %v", len(words), words)
	}
}

func TestWords(t *testing.T) {
	w := &Words{Lang: "pl", text: map[string]string{"a": "{1} i {0}, {0}", "date": "{0} {1} {2} r.", "month.5": "maja"}}
	for got, want := range map[string]string{
		w.Get("a", "x", "y"):                   "y i x, x",
		w.Get("a", "{1}", "y"):                 "y i y, y", // as it is: arguments are filled in one after the other
		w.Get("nie-ma", "x"):                   "nie-ma",
		w.Date("2018-05-17"):                   "17 maja 2018 r.",
		w.Date("2018"):                         "2018",
		w.Date("wkrótce"):                      "wkrótce",
		string(strategy.Date("")) + w.Date(""): "",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// own returns the layouts with a site's own file of words.
func own(t *testing.T, lang, words string) *Layouts {
	t.Helper()
	name := "layouts/" + lang + ".txt"
	l, ds := LoadLayouts(Overlay(map[string]*source.File{name: source.NewFile(name, []byte(words))}, layouts.FS), layouts.FS, lang, nil)
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	return l
}

// TestOwnWords holds that a site's own file of words changes what it names and
// leaves the rest as it is built in, also for a language that has no file.
func TestOwnWords(t *testing.T) {
	built, _ := LoadLayouts(Overlay(nil, layouts.FS), layouts.FS, "pl", nil)
	l := own(t, "pl", "title.goals = Zamierzenia\n")
	if got := l.Words.Get("title.goals"); got != "Zamierzenia" {
		t.Errorf("title.goals = %q", got)
	}
	if got, want := l.Words.Get("title.units"), built.Words.Get("title.units"); got != want || got == "title.units" {
		t.Errorf("title.units = %q, want %q", got, want)
	}
	if l.Words.Lang != "pl" {
		t.Errorf("language %q", l.Words.Lang)
	}
	for lang, want := range map[string]string{"cs": "Goals", "de": "Ziele", "de-AT": "Ziele", "uk": "Цілі", "en-GB": "Goals"} {
		l, ds := LoadLayouts(Overlay(nil, layouts.FS), layouts.FS, lang, nil)
		if got := l.Words.Get("title.goals"); len(ds) > 0 || got != want || l.Words.Lang != lang {
			t.Errorf("%s: %v, %q, want %q", lang, ds, got, want)
		}
	}
}

// TestOwnWordsAreEscaped holds that a word is text, whatever it holds.
func TestOwnWordsAreEscaped(t *testing.T) {
	l := own(t, "pl", "skip = <b onclick=\"x\">{{.Zle}}</b>\n")
	var b bytes.Buffer
	err := l.run("notfound", &b, NotFoundView{Page: Page{Title: "T"}})
	if err == nil && strings.Contains(b.String(), "<b>") {
		t.Errorf("a word was taken for HTML: %s", b.String())
	}
	if err != nil {
		t.Errorf("a word was taken for a template: %v", err)
	}
}

// TestAddressesStayInside holds that the words which make addresses can't lead
// out of the output folder, or to a name that only some systems take.
func TestAddressesStayInside(t *testing.T) {
	for _, word := range []string{"../../etc", "/etc", "a/../..", "..", ".", "", "a b", "A", "a\\b", "a:b", "ą", "-a", "a/b"} {
		l := own(t, "pl", "path.goal = "+word+"\npath.whole = "+word+"\npath.feed = "+word+"\npath.data = "+word+"\n")
		for _, key := range []string{"path.goal", "path.whole", "path.feed", "path.data"} {
			if got := l.Words.Get(key); got == word || got == key {
				t.Errorf("%s = %q is accepted as %q", key, word, got)
			}
		}
	}
	if got := own(t, "pl", "path.goal = cele-gminy-2\n").Words.Get("path.goal"); got != "cele-gminy-2" {
		t.Errorf("path.goal = %q", got)
	}
}

func TestInert(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "tekst": "tekst", "=1+1": "'=1+1", "+48 123": "+48 123", "@SUM(A1)": "'@SUM(A1)",
		"-5": "-5", "-1 250,5 %": "-1 250,5 %", "+3.2": "+3.2", "-": "-", "-cmd|'/C calc'!A0": "'-cmd|'/C calc'!A0",
		"-1+2": "'-1+2", "\tx": "'\tx", "\r=x": "'\r=x", " =x": " =x", "–": "–", "- punkt": "'- punkt", "5": "5", "+": "'+",
	} {
		if got := inert(cell); got != want {
			t.Errorf("inert(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestWriteCSV(t *testing.T) {
	rows := [][]string{{"a", "b"}, {"1,5", "x \"y\"\nz"}, {"=A1", "-5"}, {"", "ą"}}
	var b bytes.Buffer
	if err := writeCSV(&b, rows); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(b.String(), "\ufeff")
	if !marked || !strings.Contains(text, "a,b\r\n") {
		t.Errorf("%q", b.String())
	}
	got, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(got) != 4 || got[2][0] != "'=A1" || got[2][1] != "-5" || got[3][1] != "ą" {
		t.Errorf("%v %q", err, got)
	}
}

// TestFactNames holds that the record of facts can be read back.
func TestFactNames(t *testing.T) {
	for _, kind := range FactKinds() {
		for _, arg := range []string{"", "goal:synergia", "content/Plik ze spacją.md", "a#b c"} {
			name := FactName{kind, arg}
			got, ok := ParseFact(name.String())
			if !ok || got != name {
				t.Errorf("%q is read as %v (%v)", name, got, ok)
			}
		}
	}
	for _, bad := range []string{"", "nieznany x", "sourcecontent"} {
		if name, ok := ParseFact(bad); ok {
			t.Errorf("%q is read as %v", bad, name)
		}
	}
}

func FuzzFactNames(f *testing.F) {
	f.Add("source content/x.md")
	f.Add("card goal:a#b")
	f.Fuzz(func(t *testing.T, s string) {
		if name, ok := ParseFact(s); ok && name.String() != s && name.String() != s+" " {
			t.Errorf("%q became %q", s, name)
		}
	})
}

// TestDescription holds that a description is short, whole in its letters, and
// ends at a word.
func TestDescription(t *testing.T) {
	for _, s := range []string{"", "krótki", strings.Repeat("słowo ", 80), strings.Repeat("ą", 300), strings.Repeat("a,", 300)} {
		got := description(s)
		if len(got) > 210 || !strings.HasPrefix(strings.TrimSpace(s), strings.TrimSuffix(got, "…")) || strings.ContainsRune(got, '\ufffd') {
			t.Errorf("%.20q… became %q", s, got)
		}
	}
}

// TestLayoutErrorsPointAtLines holds that both kinds of mistakes of a designer
// are reported in the file and at the line where they are.
func TestLayoutErrorsPointAtLines(t *testing.T) {
	parse := func(name, text string) []string {
		p := "layouts/" + name
		f := source.NewFile(p, []byte(text))
		l, ds := LoadLayouts(Overlay(map[string]*source.File{p: f}, layouts.FS), layouts.FS, "pl", nil)
		var out []string
		at := func(f *source.File, path string, start int) {
			if path == f.Path {
				out = append(out, path+":"+itoa(f.Position(start).Line))
			} else {
				out = append(out, path)
			}
		}
		for _, d := range ds {
			at(f, d.Span.Path, d.Span.Start)
		}
		var le *LayoutError
		err := l.run(strings.TrimSuffix(name, ".html"), new(bytes.Buffer), NotFoundView{})
		if e, ok := err.(*LayoutError); ok && len(ds) == 0 {
			le = e
			at(f, le.Diagnostic.Span.Path, le.Diagnostic.Span.Start)
		}
		return out
	}
	for text, want := range map[string]string{
		"{{define \"main\"}}\n\n{{.Nie}}{{end}}":              "layouts/notfound.html:3",
		"{{define \"main\"}}\n\n{{if}}{{end}}{{end}}":         "layouts/notfound.html:3",
		"{{define \"main\"}}\n{{template \"nie-ma\"}}{{end}}": "layouts/notfound.html:2",
		"{{define \"main\"}}\n{{range .Entries}}\n{{end}}":    "layouts/notfound.html:3",
		"{{define \"main\"}}\n{{nieznana .Title}}{{end}}":     "layouts/notfound.html:2",
		"{{define \"main\"}}<a href=\n\"{{.Title}}{{end}}":    "layouts/notfound.html",
		"{{define \"main\"}}\n{{.Title}}{{end}}":              "",
		// Becomes a program, which fails on this view.
		"{{define \"main\"}}\n\n{{with index .Crumbs 99}}{{.Text}}{{end}}{{end}}": "layouts/notfound.html:3",
	} {
		got := strings.Join(parse("notfound.html", text), " ")
		if got != want && !(want == "layouts/notfound.html" && strings.HasPrefix(got, want)) {
			t.Errorf("%q is reported at %q, want %q", text, got, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	pl, en := &Words{Lang: "pl"}, &Words{Lang: "en"}
	for got, want := range map[string]string{
		pl.Number(97400, -1): "97\u00a0400", pl.Number(9740, -1): "9740", pl.Number(-12.5, 2): "−12,50", pl.Number(-.001, 1): "0,0",
		pl.Number(1234567.25, -1): "1\u00a0234\u00a0567,25", en.Number(9740, -1): "9,740", en.Number(-1234567.5, 0): "−1,234,568", en.Number(.5, -1): "0.5",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
