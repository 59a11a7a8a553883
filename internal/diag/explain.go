package diag

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// areas are the headings of the list of rules, by the first figure of their code.
var areas = map[byte][2]string{
	'1': {"Nagłówek pliku", "Front matter"},
	'2': {"Odnośniki", "References"},
	'3': {"Tekst", "Text"},
	'4': {"Cele, dokumenty, jednostki, wdrażanie", "Goals, documents, units, implementation"},
	'5': {"Opublikowane identyfikatory i adresy", "Published ids and addresses"},
	'6': {"Układy stron i wynik", "Layouts and output"},
	'7': {"Pliki i foldery", "Files and folders"},
	'8': {"Tabele danych", "Tables of data"},
}

var holes = regexp.MustCompile(`\{\d\}`)

// Explain writes what a rule means and how to repair what it reports. A code
// that no rule has writes nothing; Find tells.
func Explain(w io.Writer, code string, l Lang) {
	r := Find(code)
	if r == nil {
		return
	}
	t := r.Text(l)
	fmt.Fprintf(w, "%s – %s\n\n", r.Code, r.Severity.Word(l))
	write := func(prefix, text string) {
		for _, line := range wrap(text, lineWidth-20) {
			fmt.Fprintf(w, "%s%s\n", prefix, line)
		}
	}
	write("  ", holes.ReplaceAllString(t.Message, "…"))
	fmt.Fprintln(w)
	write("", t.Explain)
	fmt.Fprintln(w)
	write("", [...]string{"Co zrobić: ", "What to do: "}[l]+holes.ReplaceAllString(t.Repair, "…"))
	if Acknowledgeable(r.Code) && r.Code[1] <= '4' {
		fmt.Fprintln(w)
		write("", [...]string{
			"Jeżeli tak ma zostać, można to potwierdzić w nagłówku tego pliku: acknowledge, z polami rule, about i reason.",
			"If it is to stay so, it can be acknowledged in the file's front matter: acknowledge, with rule, about and reason."}[l])
	}
	if r.Example == "" {
		return
	}
	fmt.Fprintf(w, "\n%s\n\n", [...]string{"Przykład:", "Example:"}[l])
	for line := range strings.Lines(r.Example) {
		fmt.Fprintf(w, "    %s\n", plain(strings.TrimRight(line, "\r\n")))
	}
}

// ExplainAll writes the list of all rules, a line each.
func ExplainAll(w io.Writer, l Lang) {
	area := byte(0)
	for _, r := range Rules() {
		if a := r.Code[1]; a != area {
			if area != 0 {
				fmt.Fprintln(w)
			}
			area = a
			fmt.Fprintf(w, "%s\n", areas[a][l])
		}
		fmt.Fprintf(w, "  %s  %-12s  %s\n", r.Code, r.Severity.Word(l), holes.ReplaceAllString(r.Text(l).Message, "…"))
	}
}
