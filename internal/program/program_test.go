package program

import (
	"errors"
	"html/template"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
)

// The views of the tests, of the types that views of pages have.
type (
	inner struct {
		Name  string
		Count int
		Inner *inner
		List  []inner
	}
	view struct {
		inner
		Text   string
		HTML   template.HTML
		Href   string
		Ptr    *inner
		Names  []string
		ByName map[string]string
		Seq    iter.Seq[inner]
		Yes    bool
		Any    any
	}
)

// Method is what a layout might call.
func (inner) Method() string { return "called" }

// awkward are texts that escapers treat in different ways.
var awkward = []string{
	"", "plain", `a & b <c> "d" 'e' + f`, "zażółć – „gęślą”", "nul\x00byte", "\xff\xfe", "https://example.pl/a?b=c&d=e#f", "http://x", "HTTPS://X",
	"javascript:alert(1)", "../cel/synergia.html#p-1", "a:b/c", "a/b:c", "x y/ż.html", "%41%zz", "mailto:a@b.pl", "&amp;", "<script>", "tel:+48 1", "?q=ż&r=1", "#ą", "https://a:b", "https:javascript:x", "a.b-c~d_e,f;g=h", "//x.pl/", "*!()[]",
}

func viewOf(s string) view {
	one := inner{Name: s, Count: len(s), List: []inner{{Name: s + "1"}, {Name: "2"}}}
	return view{
		inner: one, Text: s, HTML: template.HTML("<b>" + s + "</b>"), Href: s, Ptr: &inner{Name: "p" + s, Inner: &one},
		Names: []string{s, "b", ""}, ByName: map[string]string{"a": s}, Seq: slices.Values([]inner{one, {}}), Yes: len(s)%2 == 0, Any: s,
	}
}

func both(t *testing.T, text string) (*Program, *template.Template) {
	t.Helper()
	set, err := template.New("x").Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return Compile(set, "x", view{}), set
}

// Programs write what html/template writes.
func TestSame(t *testing.T) {
	long := strings.Repeat("lang & ", 3000)
	for _, text := range []string{
		`{{.Text}}|{{.HTML}}|<i title="{{.Text}}">|<title>{{.Text}}</title>|{{.Count}}`,
		`<a href="{{.Href}}">`, `<a href="/{{.Href}}">`, `<a href="{{.Text}}{{.Href}}">`, `<a href="{{if .Yes}}x{{end}}y?{{.Href}}">`, `<a href="#{{.Href}}">`,
		`<img src="{{.Href}}" alt="{{.Text}}">`, `<meta http-equiv="refresh" content="0; url={{.Href}}">`,
		`{{if .Yes}}yes{{else if .Text}}text{{else}}no{{end}}`, `{{if not .Yes}}no{{end}}{{if and .Yes .Text}}and{{end}}{{if or .Yes .Text}}or{{end}}`,
		`{{with .Ptr}}{{.Name}}{{.Inner.Name}}{{else}}none{{end}}{{with .Ptr.Inner.Inner}}x{{else}}none{{end}}`,
		`{{with $p := .Ptr}}{{$p.Name}}{{$.Text}}{{end}}`,
		`{{range .Names}}<{{.}}>{{else}}empty{{end}}`,
		`{{range $i, $n := .Names}}{{$i}}{{$n}}{{if gt $i 0}}{{$.Text}}{{end}}{{end}}`,
		`{{range $n := .List}}{{$n.Name}}{{end}}{{range .Seq}}{{.Name}}{{range .List}}{{.Name}}{{end}}{{end}}`,
		`{{$any := false}}{{range .Names}}{{if .}}{{if not $any}}{{$any = true}}first{{end}}{{end}}{{end}}{{if $any}}any{{end}}`,
		`{{index .ByName "a"}}{{with index .ByName "b"}}b{{else}}no b{{end}}{{index .Names 1}}{{len .Names}}{{len .Text}}`,
		`{{if eq .Text "plain"}}is{{end}}{{if ne .Count 5}}ne{{end}}{{if lt .Count 6}}lt{{end}}{{if le 5 .Count}}le{{end}}{{if ge .Count 5}}ge{{end}}`,
		`{{define "item"}}<li>{{.Name}}{{range .List}}{{template "item" .}}{{end}}</li>{{end}}{{template "item" .Ptr.Inner}}{{range .List}}{{template "item" .}}{{end}}`,
		`{{define "none"}}none{{end}}{{template "none"}}{{/* a comment */}} {{- " x " -}} {{3}}{{block "b" .Ptr}}{{.Name}}{{end}}`,
	} {
		p, set := both(t, text)
		if p == nil {
			t.Errorf("%s: declined", text)
			continue
		}
		for _, s := range append(slices.Clone(awkward), long) {
			var want, got strings.Builder
			if err := set.ExecuteTemplate(&want, "x", viewOf(s)); err != nil {
				t.Fatal(err)
			}
			if err := p.Run(&got, viewOf(s)); err != nil || got.String() != want.String() {
				t.Errorf("%s of %.40q: %v\n got %.300q\nwant %.300q", text, s, err, got.String(), want.String())
			}
		}
	}
}

// What has no certain meaning is left to html/template.
func TestDeclined(t *testing.T) {
	for name, text := range map[string]string{
		"a value of any type":      `{{.Any}}`,
		"a field that isn't there": `{{if .Yes}}{{.Nothing}}{{end}}`,
		"a method":                 `{{.Ptr.Method}}`,
		"a method of a value":      `{{.Method}}`,
		"an unknown function":      `{{printf "%s" .Text}}`,
		"a user's pipeline":        `{{.Text | len}}`,
		"a script":                 `<script>var x = {{.Text}}</script>`,
		"a style":                  `<p style="color: {{.Text}}">`,
		"an unquoted attribute":    `<p title={{.Text}}>`,
		"HTML in an attribute":     `<p title="{{.HTML}}">`,
		"a map's keys":             `{{range $k, $v := .ByName}}{{$k}}{{end}}`,
		"a loop that is left":      `{{range .Names}}{{break}}{{end}}`,
		"a variable of two types":  `{{$x := 1}}{{$x = "a"}}`,
		"a pointer printed":        `{{.Ptr}}`,
		"numbers of two kinds":     `{{if eq .Count 1.5}}x{{end}}`,
		"no template":              `{{if .Yes}}{{template "x" .Any}}{{end}}`,
		"an escaper of the author": `{{.Text | html}}`,
		"a dot that isn't there":   `{{define "n"}}{{.}}{{end}}{{template "n"}}`,
		"a title's template":       `{{define "n"}}{{.}}{{end}}<title>{{template "n" .Text}}</title>`,
	} {
		if p, _ := both(t, text); p != nil {
			t.Errorf("%s: not declined", name)
		}
	}
	if p := (*Program)(nil); p.Fits(view{}) {
		t.Error("no program fits no view")
	}
}

// A view on which a layout fails fails as a program.
func TestFails(t *testing.T) {
	for _, text := range []string{`a{{.Ptr.Name}}`, `{{index .Names 1}}`, `{{.Inner.Name}}`} {
		p, set := both(t, text)
		if p == nil {
			t.Fatalf("%s: declined", text)
		}
		var b strings.Builder
		if err := set.ExecuteTemplate(&b, "x", view{}); err == nil {
			t.Errorf("%s: html/template doesn't fail", text)
		}
		if err := p.Run(&b, view{}); !errors.Is(err, ErrFailed) {
			t.Errorf("%s: %v", text, err)
		}
	}
	p, _ := both(t, `{{.Text}}`)
	if p.Fits(&view{}) || !p.Fits(view{}) {
		t.Error("a program runs views of its type only")
	}
	if err := p.Run(broken{}, viewOf("x")); !errors.Is(err, errBroken) {
		t.Errorf("a writer's error: %v", err)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }

// FuzzEscapers holds what is written without html/template against it.
func FuzzEscapers(f *testing.F) {
	for _, s := range awkward {
		f.Add(s)
	}
	set := template.Must(template.New("x").Parse(`{{.Text}}<i title="{{.Text}}"></i><title>{{.Text}}</title><a href="{{.Href}}"></a><a href="/{{.Href}}"></a><a href="#{{.Href}}"></a><meta http-equiv="refresh" content="0; url={{.Href}}">`))
	p := Compile(set, "x", view{})
	if p == nil {
		f.Fatal("declined")
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want, got strings.Builder
		if err := set.ExecuteTemplate(&want, "x", viewOf(s)); err != nil {
			t.Fatal(err)
		}
		if err := p.Run(&got, viewOf(s)); err != nil || got.String() != want.String() {
			t.Errorf("%q: %v\n got %q\nwant %q", s, err, got.String(), want.String())
		}
	})
}

// BenchmarkRun compares a list of cards as a program and by html/template.
func BenchmarkRun(b *testing.B) {
	set := template.Must(template.New("x").Parse(`<ul>{{range .List}}<li><a href="{{.Name}}">{{if .Count}}<b>{{.Count}}</b>{{end}}{{.Name}}</a></li>{{end}}</ul>`))
	v := view{inner: inner{List: slices.Repeat([]inner{{Name: "cel/synergia.html", Count: 4}}, 50)}}
	p := Compile(set, "x", v)
	b.Run("program", func(b *testing.B) {
		for b.Loop() {
			if err := p.Run(io.Discard, v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("template", func(b *testing.B) {
		for b.Loop() {
			if err := set.ExecuteTemplate(io.Discard, "x", v); err != nil {
				b.Fatal(err)
			}
		}
	})
}
