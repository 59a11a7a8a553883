package search

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"strategia/internal/search/lexicon"
)

func section(heading string, paragraphs ...string) Text {
	return Text{Kind: Section, Heading: heading, Page: "rozdzial/a.html", Anchor: heading, Paragraphs: paragraphs}
}

var small = []Text{
	{Kind: Goal, Heading: "Cel operacyjny 2.3. Zdrowie blisko domu", Page: "cel/zdrowie.html", Paragraphs: []string{"Przychodnie i lekarze w każdej dzielnicy."}},
	section("8.1. Założenia", "Miasto prowadzi dwanaście szkół.", "Drogę do szkoły skraca autobus (linia 8.2)."),
	section("8.2. Mieszkańcy", "Mieszkańcy Rubinkowa wybierają radę osiedla. Rada dzielnicy działa w Ratuszu."),
	section("9. Łąka", "Na łące powstanie OZE: foto\u00adwol\u00adtaika. Żółte kwiaty, największe w mieście."),
	{Kind: Unit, Heading: "Urząd Miasta", Page: "jednostka/urzad.html", Paragraphs: []string{"Rada miasta i dzielnicy."}},
}

// TestSearch holds what is found, in an index that was written and read again.
func TestSearch(t *testing.T) {
	x := Open(New(lexicon.For("pl"), CutTexts(small)).Stream())
	for _, c := range []struct {
		reason, query string
		want          []int
		instead       string
		absent        []string
	}{
		{"a form that the text does not have, with another stem", "szkołami", []int{1}, "", nil},
		{"likewise for a person", "mieszkaniec", []int{2}, "", nil},
		{"without marks, ł too", "LAKA", []int{3}, "", nil},
		{"a word of Hunspell's alone", "fotowoltaiką", []int{3}, "", nil},
		{"a name that no dictionary has", "Rubinkowem", []int{2}, "", nil},
		{"an abbreviation", "oze", []int{3}, "", nil},
		{"a superlative", "największych", []int{3}, "", nil},
		{"a number leads to its section before a mention", "8.2", []int{2, 1}, "", nil},
		{"a goal's number", "cel 2.3", []int{0}, "", nil},
		{"a beginning", "przych", []int{0}, "", nil},
		{"a finished word is no beginning", "przych ", nil, "", []string{"przych"}},
		{"a typing error is answered with a question", "miezkańców", []int{2}, "mieszkańców", nil},
		{"two letters in each other's place", "szkoyl", []int{1}, "szkoły", nil},
		{"words side by side before words apart", "rada dzielnicy", []int{2, 4}, "", nil},
		{"quoted words stand side by side", `"rada dzielnicy"`, []int{2}, "", nil},
		{"a quoted phrase that the text does not have", `"dzielnicy rada"`, nil, "", nil},
		{"a word that is absent is told", "szkoła kosmonautyki", []int{1}, "", []string{"kosmonautyki"}},
		{"nothing", "kosmonautyka", nil, "", []string{"kosmonautyka"}},
		{"nothing at all", " ?! ", nil, "", nil},
	} {
		got := x.Search(c.query)
		var texts []int
		for _, h := range got.Hits {
			texts = append(texts, h.Text)
		}
		if len(texts) > len(c.want) && len(c.want) > 0 {
			texts = texts[:len(c.want)]
		}
		if !slices.Equal(texts, c.want) || got.Instead != c.instead || !slices.Equal(got.Absent, c.absent) {
			t.Errorf("%s: %q gives %v, instead %q, absent %q; want %v, %q, %q", c.reason, c.query, texts, got.Instead, got.Absent, c.want, c.instead, c.absent)
		}
	}
}

// TestMost holds that a frequent word gives only the best texts, the first of those
// that are alike, and that a phrase is looked for in all.
func TestMost(t *testing.T) {
	var texts []Text
	for range lookedAt {
		texts = append(texts, section("Rada", "Miasta i gminy."))
	}
	texts = append(texts, section("Rada", "Rada gminy i miasta."))
	x := Open(New(lexicon.For("pl"), CutTexts(texts)).Stream())
	for query, want := range map[string]int{"rada": lookedAt, "gmina miasto": lookedAt, `"rada gminy"`: 1, `"miasta i gminy"`: lookedAt} {
		if a := x.Search(query); len(a.Hits) != want {
			t.Errorf("%q gives %d texts, want %d", query, len(a.Hits), want)
		}
	}
	if a := x.Search("rada"); a.Hits[0].Text != lookedAt || a.Hits[lookedAt-1].Text != lookedAt-2 {
		t.Errorf("%+v", a.Hits)
	}
}

// TestExcerpt holds that an excerpt is the text, with the hit marked.
func TestExcerpt(t *testing.T) {
	x := Open(New(lexicon.For("pl"), CutTexts(small)).Stream())
	got := Answer([]*Index{x}, "szkoła", 5, 30).Results
	if len(got) != 1 || got[0].Heading != "8.1. Założenia" || got[0].Address != "rozdzial/a.html#8.1. Założenia" {
		t.Fatalf("%+v", got)
	}
	for _, c := range []struct {
		query string
		words int
		want  string
	}{
		{"szkoła", 30, "Miasto prowadzi dwanaście *szkół. Drogę do *szkoły skraca autobus (linia 8.2). "},
		{"szkoła", 4, "Miasto prowadzi dwanaście *szkół. …"},
		{"autobus", 10, "… prowadzi dwanaście szkół. Drogę do szkoły skraca *autobus (linia 8.2). "},
	} {
		var text strings.Builder
		for _, p := range Answer([]*Index{x}, c.query, 5, c.words).Results[0].Excerpt {
			if p.Hit {
				text.WriteString("*")
			}
			text.WriteString(p.Text)
		}
		if text.String() != c.want {
			t.Errorf("%q, want %q", text.String(), c.want)
		}
	}
}

// hostile are texts made to break the index, with a query that finds each.
var hostile = map[string][]Text{
	"a": {
		section("Długie", strings.Repeat("słowo", 1<<18)), section("Prawo do lewa", "שלום עולם ‮odwrócone‬ سلام"),
		section("Znaki", "e"+strings.Repeat("\u0301", 5000)+" zażółć gęślą jaźń", "\x00\x01\ufffd"),
		section(`<script>alert(1)</script>`, `<img src=x onerror=alert(2)> "' & \ strategia("`), section("", ""), section("Znaki przestankowe", strings.Repeat("!", 1<<16)+" koniec"),
		section("constructor", "__proto__ toString hasOwnProperty"),
	},
}

// TestHostile holds that no text breaks the index, that it comes back from its
// stream as it was, and that it stays small.
func TestHostile(t *testing.T) {
	for name, texts := range hostile {
		for _, lang := range []string{"pl", ""} {
			var words lexicon.Words
			if l := lexicon.For(lang); l != nil {
				words = l
			}
			x := New(words, CutTexts(texts))
			file := File(x.Stream())
			if len(file) > 20_000 {
				t.Errorf("%s: %d bytes", name, len(file))
			}
			y := Open(Stream(file))
			for i, d := range x.texts {
				if a, b := x.written(d.start, d.end), y.written(y.texts[i].start, y.texts[i].end); a != b || d != y.texts[i] {
					t.Errorf("%s: text %d came back as %.80q, was %.80q", name, i, b, a)
				}
			}
			for query, want := range map[string]int{"עולם": 1, "jazn": 2, "onerror": 3, "koniec": 5, "constructor": 6, "__proto__": 6} {
				if a := y.Search(query); len(a.Hits) == 0 || a.Hits[0].Text != want {
					t.Errorf("%s: %q gives %+v", name, query, a)
				}
			}
			y.Search(strings.Repeat("szkoła ", 1000))
			y.Search(strings.Repeat("ą", 1<<16))
		}
	}
}

// TestManyWords holds that a text of words that all differ is indexed.
func TestManyWords(t *testing.T) {
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "%s ", coined(i))
	}
	x := New(lexicon.For("pl"), CutTexts([]Text{section("Słowa", b.String()), section("Inne", "szkoła")}))
	y := Open(x.Stream())
	if a := y.Search(coined(99_999)); len(a.Hits) != 1 || a.Instead != "" {
		t.Errorf("%+v", a)
	}
}

// coined is the i-th of words that look like nothing in a dictionary.
func coined(i int) string {
	const syllables = "bąćdęfgółńpźsztkrm"
	r := []rune(syllables)
	s := "xq"
	for ; i > 0; i /= len(r) {
		s += string(r[i%len(r)])
	}
	return s + "w"
}

// TestDeterministic holds that the same texts give the same bytes.
func TestDeterministic(t *testing.T) {
	a, b := New(lexicon.For("pl"), CutTexts(small)).Stream(), New(lexicon.For("pl"), CutTexts(small)).Stream()
	if !reflect.DeepEqual(a, b) {
		t.Error("two indexes of the same texts differ")
	}
}

// A question is answered by what it asks about, not by the words that ask.
func TestQuestions(t *testing.T) {
	texts := []Text{
		{Kind: Section, Heading: "Kto może zgłosić zmianę", Page: "a.html", Paragraphs: []string{"Kto jest mieszkańcem, może ją zgłosić."}},
		{Kind: Unit, Heading: "Wójt", Page: "b.html", Paragraphs: []string{"Wójt kieruje gminą. Wójt przyjmuje w poniedziałki. Wójta wybierają mieszkańcy."}},
		{Kind: Section, Heading: "Gdzie szukać", Page: "c.html", Paragraphs: []string{"Urząd jest przy rynku."}},
		{Kind: Section, Heading: "Drogi", Page: "d.html", Paragraphs: []string{"Drogi naprawia zarząd dróg, a wójt je odbiera."}},
	}
	for _, word := range strings.Fields("szkoła woda las powietrze autobus rower teatr basen dom ogród praca firma") {
		texts = append(texts, Text{Kind: Section, Heading: "O czym", Page: word + ".html", Paragraphs: []string{"Tu mowa o słowie: " + word}})
	}
	x := Open(New(lexicon.For("pl"), CutTexts(texts)).Stream())
	for query, want := range map[string]string{"kto jest wójtem": "b.html", "gdzie jest urząd": "c.html", `"kto jest mieszkańcem"`: "a.html", "kto może": "a.html"} {
		hits := x.Search(query).Hits
		if len(hits) == 0 || x.texts[hits[0].Text].address != want {
			t.Errorf("%s: %v", query, hits)
		}
	}
}
