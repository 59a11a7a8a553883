package markdown

import (
	"bytes"
	"strings"
	"testing"

	"strategia/internal/source"

	"github.com/yuin/goldmark"
	meta "github.com/yuin/goldmark-meta"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// sampleChapter is a chapter as cities write them: 4.6 kB, 5 headings, 2 tables,
// 2 notes, 8 links.
func sampleChapter() []byte {
	var b strings.Builder
	b.WriteString("---\nkind: chapter\nnumber: \"8\"\ntitle: Wdrożenie, monitorowanie i ewaluacja\nsummary: Jak miasto wdraża strategię i jak sprawdza jej skutki.\nowner: wrpe\ngoals: [synergia, kapital, gospodarka]\n---\n")
	b.WriteString("# 8. Wdrożenie, monitorowanie i ewaluacja\n\n")
	para := "Strategia Rozwoju Miasta jest dokumentem kierunkowym, przygotowanym w procesie uspołecznionym z udziałem głównych interesariuszy. " +
		"Strategia jest dokumentem *nadrzędnym* w stosunku do pozostałych dokumentów, planów i programów niższego rzędu, które powinny być dostosowane do niniejszego dokumentu. "
	section := func(n, title, extra string) {
		b.WriteString("## 8." + n + ". " + title + "\n\n" + para + extra + "\n\n")
	}
	section("1", "Założenia wdrożenia strategii", "Por. [](goal:synergia) oraz [cel strategiczny 2](goal:kapital)[^1].")
	b.WriteString("1) samodzielnych przez miasto i jednostki podległe,\n2) samodzielnych przez instytucje publiczne inne niż miasto:\n   a) instytucje kultury,\n   b) uczelnie,\n3) indywidualnych przez mieszkańców.\n\n")
	section("2", "Poziomy zarządzania", "Zob. [](sec:8.1) i [](unit:wrpe).")
	table := "| Cel strategiczny | Dokument | Zapis |\n|:---|:---|---:|\n| Cel 1. Toruń miastem atrakcyjnym | Krajowa Strategia | 1.1 |\n| ^^ | Strategia województwa | 2.3 |\n| Cel 2. Kapitał społeczny | Krajowa Strategia | 4.1 |\n\n"
	b.WriteString("Tabela: Zgodność celów\n" + table)
	section("3", "Monitorowanie", "Wyniki ogłasza [](unit:prezydent), zob. [stronę miasta](https://www.torun.pl)[^2].")
	b.WriteString("Tabela: Wskaźniki\n" + table)
	section("4", "Ewaluacja", "Por. [](doc:ksrr#1) i [rozdział](sec:8.3).")
	for i := 0; b.Len() < 4400; i++ {
		b.WriteString(para + "\n\n")
	}
	b.WriteString("[^1]: Uchwała nr 5 z 2018 r.\n[^2]: Dane z końca roku.\n")
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	f := source.NewFile("content/8-wdrozenie.md", sampleChapter())
	b.SetBytes(int64(len(f.Bytes)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(f, Options{Lang: "pl"})
	}
}

// BenchmarkFloor is plain goldmark with the same extensions and its own renderer.
func BenchmarkFloor(b *testing.B) {
	src := sampleChapter()
	md := goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Footnote, extension.DefinitionList, meta.Meta),
		goldmark.WithParserOptions(parser.WithAutoHeadingID(), parser.WithHeadingAttribute()),
	)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	var buf bytes.Buffer
	for b.Loop() {
		buf.Reset()
		if err := md.Convert(src, &buf, parser.WithContext(parser.NewContext())); err != nil {
			b.Fatal(err)
		}
	}
}
