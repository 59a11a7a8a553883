package main

import (
	"fmt"
	"io"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/markdown"
)

// writeReference writes the manual of front matter, links and blocks, as
// Markdown, from the tables by which they are read: it can't say anything else
// than the program does.
func writeReference(w io.Writer, lang diag.Lang) {
	pick := func(pl, en string) string {
		if lang == diag.English {
			return en
		}
		return pl
	}
	kind := "-"
	for _, k := range markdown.Keys() {
		if k.Kind != kind {
			kind = k.Kind
			title := pick("Pola, które ma każdy plik", "Keys that every file may have")
			if kind != "" {
				title = pick("Pola rodzaju ", "Keys of the kind ") + "`" + kind + "`"
			}
			fmt.Fprintf(w, "\n#### %s\n\n%s\n|---|---|---|\n", title, pick("| pole | wartość | znaczenie |", "| key | value | meaning |"))
		}
		text := pick(k.PL, k.EN)
		if k.Required {
			text += pick(" (wymagane)", " (required)")
		}
		fmt.Fprintf(w, "| `%s` | %s | %s |\n", k.Key, cell(k.Type), cell(text))
	}
	fmt.Fprintf(w, "\n#### %s\n\n%s\n|---|---|\n", pick("Odnośniki", "Links"), pick("| odnośnik | dokąd prowadzi |", "| link | where it leads |"))
	for _, s := range markdown.LinkSchemes() {
		fmt.Fprintf(w, "| `%s` | %s |\n", s.Example, cell(pick(s.PL, s.EN)))
	}
	fmt.Fprintf(w, "\n#### %s\n\n%s\n|---|---|---|\n", pick("Bloki", "Blocks"), pick("| blok | co wstawia | parametry |", "| block | what it inserts | parameters |"))
	for _, b := range markdown.Blocks() {
		var params []string
		for _, p := range b.Params {
			text := "`" + p.Name + "`: " + pick(p.PL, p.EN)
			if p.Required {
				text += pick(" (wymagany)", " (required)")
			}
			params = append(params, text)
		}
		fmt.Fprintf(w, "| `%s` | %s | %s |\n", b.Name, cell(pick(b.PL, b.EN)), cell(strings.Join(params, "; ")))
	}
}

// cell escapes a text for a cell of a Markdown table.
func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }
