package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"strategia/internal/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// FOG-PL measures how foggy a Polish text is, in years of schooling:
//
//	FOG = 0.4 × (words / sentences + 100 × hard words / words)
//
// The formula is R. Gunning's ("The Technique of Clear Writing", 1952); in Polish
// a hard word has four syllables or more (B. Broda, M. Maziarz, T. Piekot,
// A. Radziszewski, "Trudność tekstów o Funduszach Europejskich w świetle miar
// statystycznych", 2010). The authors count the syllables of the dictionary form;
// here the word is taken as it stands, so inflected texts score a little higher.
// A sentence also ends where its paragraph or item of a list does. Headings,
// tables and code are no sentences and are left out.

const (
	// fogMatura is what is readable with a secondary education: 12 years.
	fogMatura = 12
	// fogWords is the least number of words whose fog says anything.
	fogWords = 100
	// longSentence is the number of words from which a sentence is named; plain
	// language asks for 15 to 20.
	longSentence = 35
	// mostSentences is how many of a text's sentences are named, the longest first.
	mostSentences = 5
)

// fog counts a text's words and sentences.
type fog struct {
	words, hard, sentences int
	long                   []sentence

	now   sentence // being read
	last  string   // its last word
	ended bool     // a mark of its end stands before
}

// sentence is a stretch of the file with its number of words.
type sentence struct{ start, end, words int }

// index is FOG-PL.
func (f *fog) index() float64 {
	if f.words == 0 || f.sentences == 0 {
		return 0
	}
	return .4 * (float64(f.words)/float64(f.sentences) + 100*float64(f.hard)/float64(f.words))
}

// midSentence are abbreviations whose dot ends no sentence.
var midSentence = map[string]bool{"al": true, "art": true, "dr": true, "hab": true, "im": true, "in": true, "inż": true, "m": true, "mgr": true,
	"np": true, "nr": true, "os": true, "pl": true, "pn": true, "por": true, "poz": true, "prof": true, "rozdz": true, "rys": true, "str": true,
	"św": true, "tab": true, "tj": true, "tzn": true, "tzw": true, "ul": true, "ust": true, "woj": true, "zał": true, "zob": true, "ok": true, "dz": true}

// read takes a stretch of running text that stands at start.
func (f *fog) read(text []byte, start int) {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := i
			for end < len(text) {
				r, n := utf8.DecodeRune(text[end:])
				if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\u00ad' {
					break
				}
				end += n
			}
			f.word(string(text[i:end]), start+i, start+end)
			i = end
			continue
		case r == '.' && (f.last == "r" || !midSentence[strings.ToLower(f.last)] && utf8.RuneCountInString(f.last) > 1) || r == '!' || r == '?' || r == '…':
			f.ended = true
		case r == ',' || r == ';' || r == ':':
			f.ended = false
		}
		i += n
	}
}

func (f *fog) word(w string, start, end int) {
	first, _ := utf8.DecodeRuneInString(w)
	if f.ended && f.now.words > 0 && !unicode.IsLower(first) {
		f.end()
	}
	f.ended = false
	if f.now.words == 0 {
		f.now.start = start
	}
	f.now.words++
	f.now.end = end
	f.last = w
	f.words++
	if syllables(w) >= 4 {
		f.hard++
	}
}

// end closes the sentence that is being read.
func (f *fog) end() {
	if f.now.words > 0 {
		f.sentences++
		if f.now.words >= longSentence {
			f.long = append(f.long, f.now)
		}
	}
	f.now, f.last, f.ended = sentence{}, "", false
}

// syllables of a Polish word: its vowels, but for an i that only softens.
func syllables(w string) int {
	n := 0
	rs := []rune(strings.ToLower(w))
	vowel := func(r rune) bool { return strings.ContainsRune("aąeęioóuy", r) }
	for i, r := range rs {
		if vowel(r) && (r != 'i' || i+1 == len(rs) || !vowel(rs[i+1])) {
			n++
		}
	}
	return n
}

// readability reports how hard a text is to read and names its longest
// sentences.
func (t *manuscript) readability(doc ast.Node, base int, p *Parsed) {
	src := t.b[base:]
	f := &fog{}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Heading, *east.Table, *tableCaption, *ast.CodeSpan, *ast.HTMLBlock:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				f.read(n.Segment.Value(src), n.Segment.Start+base)
			}
		case *ast.Paragraph, *ast.TextBlock, *east.DefinitionTerm:
			if !entering {
				f.end()
			}
		}
		return ast.WalkContinue, nil
	})
	about := p.Entry.Ref().String()
	if index := f.index(); f.words >= fogWords && index > fogMatura {
		first, _ := cutLine(t.b, base)
		d := diag.New(diag.TextFoggy, t.span(base, base+len(first)), decimal(index), strconv.Itoa(f.words/max(1, f.sentences)), strconv.Itoa(100*f.hard/f.words))
		if p.Entry.Title != "" {
			d.Span = p.Entry.At("title")
		}
		p.Diags = append(p.Diags, d.Concerning(about))
	}
	slices.SortStableFunc(f.long, func(a, b sentence) int { return b.words - a.words })
	for _, s := range f.long[:min(len(f.long), mostSentences)] {
		p.Diags = append(p.Diags, diag.New(diag.SentenceLong, t.span(s.start, s.end), strconv.Itoa(s.words)).Concerning(about))
	}
	sum := &fog{}
	sum.read([]byte(p.Entry.Summary), 0)
	sum.end()
	if index := sum.index(); sum.words >= fogWords/5 && index > fogMatura {
		p.Diags = append(p.Diags, diag.New(diag.SummaryFoggy, p.Entry.At("summary"), decimal(index)).Concerning(about))
	}
}

// decimal writes a number with one decimal, as Polish does.
func decimal(x float64) string { return strings.Replace(fmt.Sprintf("%.1f", x), ".", ",", 1) }
