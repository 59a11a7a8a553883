package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"strategia/internal/source"
)

const sourceText = "---\ntitle: Wdrożenie\n---\nZałożenia [](goal:synergja) i dalej\n\tżółć 漢字 ^tu^\n"

func printer(l Lang) *Printer {
	f := source.NewFile("content/x.md", []byte(sourceText))
	return &Printer{
		Lang: l,
		File: func(path string) *source.File {
			if path == f.Path {
				return f
			}
			return nil
		},
		Locate: func(f *source.File, key string) (int, int) { return 11, 21 },
	}
}

func span(text string) source.Span {
	i := strings.Index(sourceText, text)
	return source.Span{Path: "content/x.md", Start: i, End: i + len(text)}
}

func printed(t *testing.T, p *Printer, format string, ds ...Diagnostic) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.Print(&b, format, ds); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The place is marked below the line, whatever letters stand before it, and the
// repair is told once for a rule.
func TestPrintText(t *testing.T) {
	unknown := New(GoalUnknown, span("[](goal:synergja)"), "synergja").With(HintNearest, "synergia")
	key := New(NumberDisagrees, source.Span{Path: "content/x.md", Key: "title"}, "4", "2", "goal:synergia").
		At(HintDefined, source.Span{Path: "content/x.md", Start: 4, End: 9})
	key.Severity, key.Reason = Note, "tak brzmi uchwała"
	gone := New(IndexMissing, source.Span{Path: "content/index.md"})
	got := printed(t, printer(Polish), "text", unknown, unknown, key, gone)
	want := `błąd[S201] content/x.md:4:11: nie ma celu „synergja”
   |
4  | Założenia [](goal:synergja) i dalej
   |           ^^^^^^^^^^^^^^^^^
   = czy chodziło o „synergia”?
   = Popraw identyfikator. Jest nim pole id w pliku celu, a gdy go nie ma – nazwa pliku bez .md.
     Jeżeli celu jeszcze nie opisano, załóż dla niego plik.

błąd[S201] content/x.md:4:11: nie ma celu „synergja”
   |
4  | Założenia [](goal:synergja) i dalej
   |           ^^^^^^^^^^^^^^^^^
   = czy chodziło o „synergia”?

uwaga[S203] content/x.md:2:8: w tekście stoi numer 4, a „goal:synergia” ma numer 2
   |
2  | title: Wdrożenie
   |        ^^^^^^^^^
   = definicja stoi tutaj: content/x.md:2:1
   = potwierdzono w źródle: tak brzmi uchwała

błąd[S217] content/index.md: nie ma pliku content/index.md
   = Załóż plik content/index.md z polem title.
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if en := printed(t, printer(English), "text", unknown); !strings.HasPrefix(en, "error[S201] content/x.md:4:11: there is no goal “synergja”") {
		t.Error(en)
	}
}

// With explanations the meaning of each rule is told once, before the repair.
func TestPrintExplained(t *testing.T) {
	p := printer(English)
	p.Explain = true
	unknown := New(GoalUnknown, span("[](goal:synergja)"), "synergja")
	got := printed(t, p, "text", unknown, unknown)
	meaning, repair := "   = The reference names a goal by its id", "   = Correct the id."
	if strings.Count(got, meaning) != 1 || strings.Count(got, repair) != 1 || strings.Index(got, meaning) > strings.Index(got, repair) {
		t.Error(got)
	}
}

// Tabs and wide letters keep the marks in their place.
func TestPrintWidth(t *testing.T) {
	got := printed(t, printer(Polish), "text", New(LinkEmpty, span("^tu^")))
	want := "5  |     żółć 漢字 ^tu^\n   |               ^^^^\n"
	if !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A line that is the whole of a big file is shown around its place only.
func TestPrintLongLine(t *testing.T) {
	line := strings.Repeat("ą", 600_000) + "TU" + strings.Repeat("ę", 600_000)
	f := source.NewFile("content/x.md", []byte(line))
	p := &Printer{File: func(string) *source.File { return f }}
	at := strings.Index(line, "TU")
	got := printed(t, p, "text", New(LinkEmpty, source.Span{Path: "content/x.md", Start: at, End: at + 2}),
		New(LinkEmpty, source.Span{Path: "content/x.md", Start: 0, End: len(line)}))
	if len(got) > 3000 {
		t.Errorf("%d bytes", len(got))
	}
	lines := strings.Split(got, "\n")
	excerpt, marks := []rune(lines[2]), []rune(lines[3])
	if i := strings.IndexRune(lines[3], '^'); i != len(marks)-2 || string(excerpt[i:i+2]) != "TU" {
		t.Errorf("the marks do not stand below TU:\n%s\n%s", lines[2], lines[3])
	}
}

// A source can't give orders to the terminal that shows it, nor hide what it says.
func TestPrintHostile(t *testing.T) {
	evil := "\x1b[2J\x1b]0;pwned\a\u202e\u2066\u009b31m\x00\r\u200b\u2028"
	f := source.NewFile("content/x.md", []byte("a "+evil+" z"))
	p := &Printer{Colour: false, File: func(string) *source.File { return f }}
	d := New(GoalUnknown, source.Span{Path: "content/x.md", Start: 2, End: 2 + len(evil)}, evil).With(HintPlain, evil)
	d.Reason = evil + "\n::error::pwned"
	for _, format := range []string{"text", "github"} {
		got := printed(t, p, format, d)
		if i := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && !visible(r) }); i >= 0 {
			t.Errorf("%s: %q gets through", format, got[i:min(len(got), i+8)])
		}
		if strings.Contains(got, "\n::error::pwned") {
			t.Errorf("%s: a line of the source is a command", format)
		}
	}
}

// Colours are used only where they are asked for, and don't move the marks.
// A file that is no text has no lines to show; the hint tells the place.
func TestPrintWorkbook(t *testing.T) {
	p := printer(Polish)
	p.File = func(path string) *source.File { return source.NewFile(path, []byte("PK\x03\x04\x00\x00obrazki")) }
	d := New(DataNumber, source.Span{Path: "content/x.xlsx", Start: 98305, End: 98305}, "ok. 5").With(HintCell, "Dane", "B6")
	got := printed(t, p, "text", d)
	want := "błąd[S813] content/x.xlsx: „ok. 5” nie jest liczbą\n   = arkusz „Dane”, komórka B6\n"
	if !strings.HasPrefix(got, want) {
		t.Errorf("%s", cmp.Diff(want, got))
	}
	if got := printed(t, p, "github", d); !strings.HasPrefix(got, "::error file=content/x.xlsx,title=S813::") || !strings.Contains(got, "B6") {
		t.Error(got)
	}
}

func TestPrintColour(t *testing.T) {
	p := printer(Polish)
	d := New(GoalUnknown, span("[](goal:synergja)"), "synergja")
	bare := printed(t, p, "text", d)
	p.Colour = true
	coloured := printed(t, p, "text", d)
	if strings.Contains(bare, "\x1b") || !strings.Contains(coloured, "\x1b[1;31m") {
		t.Error("colours are wrong")
	}
	for _, c := range colours {
		coloured = strings.ReplaceAll(coloured, c, "")
	}
	if d := cmp.Diff(bare, strings.ReplaceAll(coloured, "\x1b[0m", "")); d != "" {
		t.Error(d)
	}
}

func TestPrintJSON(t *testing.T) {
	d := New(GoalUnknown, span("[](goal:synergja)"), "synergja").With(HintNearest, "synergia").Concerning("goal:synergja")
	gone := New(IndexMissing, source.Span{Path: "content/index.md"})
	var got struct {
		Version, Errors, Warnings, Notes int
		Language                         string
		Diagnostics                      []struct {
			Code, Severity, Path, Message, About, Reason, Repair string
			Start, End                                           *struct{ Line, Column, Offset int }
			Hints                                                []struct{ Message string }
			Explain                                              string
			Excerpt                                              *struct{ Before, Marked, After string }
		}
	}
	if err := json.Unmarshal([]byte(printed(t, printer(English), "json", d, gone)), &got); err != nil {
		t.Fatal(err)
	}
	if got.Version != 1 || got.Errors != 2 || got.Language != "en" || len(got.Diagnostics) != 2 {
		t.Errorf("%+v", got)
	}
	x := got.Diagnostics[0]
	if x.Code != "S201" || x.Severity != "error" || x.Path != "content/x.md" || x.About != "goal:synergja" || x.Start.Line != 4 || x.Start.Column != 11 ||
		x.End.Column != 28 || x.Start.Offset != d.Span.Start || x.Hints[0].Message != "did you mean “synergia”?" || x.Repair == "" {
		t.Errorf("%+v", x)
	}
	if e := x.Excerpt; e == nil || e.Before != "Założenia " || e.Marked != "[](goal:synergja)" || e.After != " i dalej" || !strings.Contains(x.Explain, "names a goal by its id") {
		t.Errorf("%+v %+v", x, e)
	}
	if y := got.Diagnostics[1]; y.Excerpt != nil || y.Start != nil || y.Path != "content/index.md" || y.Hints == nil {
		t.Errorf("%+v", y)
	}
	if empty := printed(t, printer(Polish), "json"); !strings.Contains(empty, `"diagnostics": []`) {
		t.Error(empty)
	}
}

func TestPrintGitHub(t *testing.T) {
	d := New(GoalUnknown, span("[](goal:synergja)"), "100%,\n::x").With(HintNearest, "synergia")
	got := printed(t, printer(English), "github", d)
	want := "::error file=content/x.md,line=4,endLine=4,col=11,endColumn=28,title=S201::there is no goal “100%25,␊::x”%0Adid you mean “synergia”?\n"
	if got != want {
		t.Errorf("got  %swant %s", got, want)
	}
	d = New(AliasUsed, source.Span{Path: "content/a,b.md"}, "a", "b")
	if got, want := printed(t, printer(English), "github", d), "::notice file=content/a%2Cb.md,title=S215::“a” is a former id, now “b”\n"; got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestPrintUnknownFormat(t *testing.T) {
	if err := printer(Polish).Print(new(bytes.Buffer), "xml", nil); err == nil {
		t.Error("there is no error")
	}
}

func TestLang(t *testing.T) {
	for env, want := range map[string]Lang{"": Polish, "LANG=pl_PL.UTF-8": Polish, "LANG=en_GB.UTF-8": English, "LANG=C.UTF-8": English,
		"LANG=de_DE": English, "LC_ALL=pl LANG=en_US": Polish, "LC_MESSAGES=en_US LANG=pl_PL": English, "LANG=pl": Polish} {
		got := LangFromEnv(func(name string) string {
			for _, f := range strings.Fields(env) {
				if v, ok := strings.CutPrefix(f, name+"="); ok {
					return v
				}
			}
			return ""
		})
		if got != want {
			t.Errorf("%s: %v", env, got)
		}
	}
	en, known := ParseLang("EN")
	pl, also := ParseLang(" pl")
	if _, any := ParseLang("x"); any || !known || !also || en != English || pl != Polish {
		t.Error("a named language is wrong")
	}
}

// The nearest name is what a slip of the finger would have made.
func TestNearest(t *testing.T) {
	known := []string{"synergia", "zamieszkanie", "zit", "roz-8.1", "łąka"}
	for word, want := range map[string]string{"synergja": "synergia", "syenrgia": "synergia", "Synergia": "synergia", "zamieszkania": "zamieszkanie",
		"zti": "zit", "roz-8.2": "roz-8.1", "laka": "łąka", "x": "", "całkiem-inne": "", "synergia": "", "": "", strings.Repeat("a", 10_000): ""} {
		if word == "laka" {
			want = "" // two of four letters are too many
		}
		if got, ok := Nearest(word, known); got != want || ok != (want != "") {
			t.Errorf("%.20q: %q, want %q", word, got, want)
		}
	}
}

func FuzzClip(f *testing.F) {
	f.Add([]byte("a\tż \xff\u202e漢"), 1, 3)
	f.Fuzz(func(t *testing.T, line []byte, from, to int) {
		line = bytes.ReplaceAll(line, []byte("\n"), nil)
		e := clip(line, from, to)
		text, before, marked := e.text, e.before, e.marked
		if e.from < 0 || e.to < e.from || e.to > len(text) || !utf8.ValidString(text[e.from:e.to]) {
			t.Errorf("%q [%d:%d]: %+v", line, from, to, e)
		}
		if before < 0 || marked < 0 || before+marked > 5*charsShown {
			t.Errorf("%d columns before, %d marked", before, marked)
		}
		for _, r := range text {
			if !visible(r) {
				t.Errorf("%q gets through", r)
			}
		}
	})
}

// TestQuotesWithin holds that what an author quoted stands in inner quotes where a
// message quotes it.
func TestQuotesWithin(t *testing.T) {
	d := New(LevelUnknown, source.Span{}, "“operational”")
	if m := d.Message(Polish); m != "nie ma poziomu celów „«operational»”" {
		t.Error(m)
	}
	if m := d.Message(English); m != "there is no level of goals “‘operational’”" {
		t.Error(m)
	}
	d = New(MilestoneOutside, source.Span{}, "Plac „Pod Lipą” {1}", "Odbiór", "2026")
	if m := d.Message(Polish); m != "kamień milowy „Odbiór” (2026) wykracza poza czas działania „Plac «Pod Lipą» {1}”" {
		t.Error(m)
	}
}

// Of a rule that is broken over and over people are told how often.
func TestPrintMany(t *testing.T) {
	ds := make([]Diagnostic, mostTold+7)
	for i := range ds {
		ds[i] = New(IndexMissing, source.Span{Path: "content/index.md"})
	}
	got := printed(t, printer(Polish), "text", append(ds, New(GoalUnknown, span("[](goal:synergja)"), "synergja"))...)
	if n := strings.Count(got, "błąd[S217] content/index.md"); n != mostTold {
		t.Errorf("%d are written out", n)
	}
	if want := "\nbłąd[S217]: i jeszcze 7 takich; wszystkie podaje strategia check --format json\n"; !strings.HasSuffix(got, want) || !strings.Contains(got, "S201") {
		t.Errorf("…%s", got[len(got)-400:])
	}
	if n := strings.Count(printed(t, printer(Polish), "json", ds...), `"S217"`); n != len(ds) {
		t.Errorf("the format for programs has %d", n)
	}
}
