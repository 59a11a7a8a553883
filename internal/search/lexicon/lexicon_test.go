package lexicon

import (
	"encoding/binary"
	"hash/crc32"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// small is a table with what tables may have: a stem with two paradigms, a stem
// that another begins with, an empty stem, letters of several bytes.
var small = &Table{
	Prefixes: []string{"nie", "naj"},
	Paradigms: []Paradigm{
		{Class: Noun, Endings: []string{"a", "", "ami", "y", "ą"}},
		{Class: Adjective, Endings: []string{"y", "a", "ego"}},
		{Class: Verb, Endings: []string{"być", "jest", "są"}},
	},
	Stems: []Stem{{"", 2}, {"łąk", 0}, {"szkod", 0}, {"szkol", 1}, {"szkoł", 0}, {"szkoł", 1}},
	Guesses: []Guess{
		{Ending: "owa", Options: []Option{{Paradigm: 1, Ending: 1, Weight: 200}}},
		{Ending: "wa", Options: []Option{{Paradigm: 0, Ending: 0, Weight: 100}}},
	},
}

// TestTable holds that a table that was written gives what was put into it.
func TestTable(t *testing.T) {
	l, err := Open(small.Marshal())
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Prefixes(); !slices.Equal(got, small.Prefixes) {
		t.Errorf("prefixes %q", got)
	}
	words := []string{"szkołą", "łąkami", "jest", "szkoły", "szkolego", "szkodach", "", "x"}
	want := [][]string{{"szkoł+a"}, {"łąk+a"}, {"+być"}, {"szkoł+a", "szkoł+y"}, {"szkol+y"}, nil, nil, nil}
	for i, lemmas := range l.Find(words) {
		var got []string
		for _, lemma := range lemmas {
			got = append(got, lemma.Stem+"+"+lemma.Paradigm.Endings[0])
		}
		if !slices.Equal(got, want[i]) {
			t.Errorf("%q: %q, want %q", words[i], got, want[i])
		}
	}
	a, b := l.Find([]string{"łąka"}), l.Find([]string{"łąką"})
	if a[0][0] != b[0][0] {
		t.Error("one lemma comes as two")
	}
	if p := a[0][0].Paradigm; p.Class != Noun || !reflect.DeepEqual(p.Endings, small.Paradigms[0].Endings) {
		t.Errorf("paradigm %+v", p)
	}
	groups := l.Guess([]string{"betonowa", "xyz"})
	if len(groups) != 2 || len(groups[0].Lemmas) != 2 || groups[0].Lemmas[0].Base() != "betonowy" || groups[1].Lemmas != nil {
		t.Errorf("guesses %+v", groups)
	}
}

// TestLanguages holds that the built-in tables know words of their languages.
func TestLanguages(t *testing.T) {
	for lang, words := range map[string][]string{
		"pl": {"mieszkańców", "fotowoltaiką"}, "en": {"schools", "cities"}, "uk": {"школами", "містах"},
	} {
		for i, lemmas := range For(lang).Find(words) {
			if lemmas == nil {
				t.Errorf("%s does not know %q", lang, words[i])
			}
		}
		if !strings.Contains(Notice(), "## "+lang+".lex") {
			t.Errorf("no notice of %s", lang)
		}
	}
	if For("xx") != nil {
		t.Error("a language that nobody made a table of")
	}
}

// TestBroken holds that no table, whatever its bytes, does more than say nothing.
func TestBroken(t *testing.T) {
	whole := small.Marshal()
	for n := range whole {
		if _, err := Open(whole[:n]); err == nil {
			t.Fatalf("the first %d bytes are taken for a table", n)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		b := slices.Clone(whole[:len(whole)-4])
		for range 1 + r.IntN(4) {
			b[len(tableMark)+r.IntN(len(b)-len(tableMark))] = byte(r.Uint32())
		}
		l, err := Open(binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)))
		if err != nil {
			continue
		}
		l.Find([]string{"szkoły", "łąkami", "betonowa"})
		l.Guess([]string{"betonowa"})
	}
}
