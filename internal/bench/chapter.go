package bench

import (
	"fmt"
	"strconv"
	"strings"
)

// chapterWriter writes one chapter.
type chapterWriter struct {
	writer
	site  *site
	o     *outline
	notes []string // texts of the footnotes so far
	links int
}

// chapter returns the text of chapter n.
func (s *site) chapter(n int) []byte {
	w := &chapterWriter{site: s, o: outlineOf(n)}
	w.d = newDice(streamText, uint64(n))
	w.Grow(w.o.size + 1024)
	w.frontMatter()
	own := heading{level: 1, number: strconv.Itoa(n), title: w.o.title}
	if n > lastNumbered {
		own.number = ""
	}
	w.heading(own)
	w.sentences(2)
	tables := w.tables()
	// What follows the text, footnotes, is set aside from the size it aims at.
	room := w.o.size - w.Len() - 260
	start := w.Len()
	for k, h := range w.o.sections {
		w.heading(h)
		w.section(k, start+room*(k+1)/len(w.o.sections), tables[k])
	}
	for i, note := range w.notes {
		w.line("[^", strconv.Itoa(i+1), "]: ", note)
	}
	return w.Bytes()
}

func (w *chapterWriter) frontMatter() {
	s, d := w.site, w.d
	w.line("---")
	w.put("goals: [")
	first := d.n(len(s.goals))
	count := d.between(1, 3)
	for i := range count {
		if i > 0 {
			w.put(", ")
		}
		w.put(s.goals[(first+i*3)%len(s.goals)].id)
	}
	w.line("]")
	w.line("owner: ", s.units[d.n(len(s.units))].id)
	w.line(fmt.Sprintf(`reviewed: "2025-%02d-%02d"`, d.between(1, 12), d.between(1, 28)))
	w.line("summary: ", capital(d.pick(subjects)), " ", d.pick(actions), ", ", d.pick(effects), ".")
	if w.o.n == 1 {
		w.put(s.implementation())
	}
	w.line("---")
	w.line()
}

// tables tells which sections hold a table: one to three of them, fewer where
// the chapter is short, and never the last, whose text brings the chapter to its
// size.
func (w *chapterWriter) tables() []bool {
	per := make([]bool, len(w.o.sections))
	room := len(per) - 1
	for range w.d.between(1, max(1, min(3, w.o.size/1500, room))) {
		k := w.d.n(room)
		for per[k] {
			k = (k + 1) % room
		}
		per[k] = true
	}
	return per
}

func (w *chapterWriter) heading(h heading) {
	w.put(strings.Repeat("#", h.level), " ")
	if h.number != "" {
		w.put(h.number, ". ")
	}
	w.put(h.title)
	if h.stated {
		w.put(" {#", h.anchor, "}")
	}
	w.put("\n\n")
}

// section writes text, and the section's table if it has one, until the chapter is end bytes long.
func (w *chapterWriter) section(k, end int, table bool) {
	w.paragraph(end)
	if k == 0 {
		w.extra()
	}
	if table {
		w.table()
	}
	for w.Len() < end {
		w.paragraph(end)
	}
}

// paragraph writes two to four sentences, of which one may be followed by a
// footnote and one holds a link; only one where the text is end bytes long by
// then.
func (w *chapterWriter) paragraph(end int) {
	d := w.d
	note, link := -1, -1
	count := d.between(2, 4)
	if w.Len()+400 > end {
		count = 1
	}
	if len(w.notes) < 4 && (len(w.notes) == 0 || d.one(3)) {
		note = d.n(count)
	}
	if w.links < 6 || d.one(2) {
		link = d.n(count)
	}
	for i := range count {
		if i > 0 {
			w.put(" ")
		}
		w.sentence()
		if i == note {
			w.footnote()
		}
		if i == link {
			w.put(" ")
			w.linked()
		}
	}
	w.put("\n\n")
}

// footnote refers to a new footnote.
func (w *chapterWriter) footnote() {
	w.notes = append(w.notes, fmt.Sprintf("%s za %d rok, s. %d.", w.d.pick(sources), w.d.between(2018, 2024), w.d.between(3, 180)))
	w.put("[^", strconv.Itoa(len(w.notes)), "]")
}

// linked writes a sentence with a link. The kinds take turns, from one that the
// chapter's number gives, so that every chapter has all the common ones.
func (w *chapterWriter) linked() {
	s, d := w.site, w.d
	turn := w.links + w.o.n
	w.links++
	switch turn % 8 {
	case 0:
		w.put("Zadanie służy celowi [](goal:", s.goals[d.n(len(s.goals))].id, ").")
	case 1, 5:
		w.toChapter()
	case 2:
		w.put("Odpowiada za to [](unit:", s.units[d.n(len(s.units))].id, ").")
	case 3:
		g := s.goals[d.n(len(s.goals))]
		w.put("Zob. [", g.label(), "](goal:", g.id, ").")
	case 4:
		t := s.other(d, w.o.n)
		w.put("Szczegóły opisuje [](sec:", t.numbered(d).number, ").")
	case 6:
		doc := s.documents[d.n(len(s.documents))]
		w.put("Odpowiednikiem jest [](doc:", doc.id, "#", strconv.Itoa(1+d.n(doc.goals)), ").")
	default:
		term := terms[d.n(len(terms))]
		w.put("W tym miejscu stosuje się pojęcie [](term:", term.id, ").")
	}
}

// toChapter writes a sentence with a link to another chapter's file.
func (w *chapterWriter) toChapter() {
	t := w.site.other(w.d, w.o.n)
	to := t.id + ".md"
	if folder(t.n) != folder(w.o.n) {
		to = "../" + t.path()
	}
	h := t.numbered(w.d)
	switch k := w.d.n(4); {
	case k == 0:
		w.put("Zob. też [rozdział ", strconv.Itoa(t.n), "](", to, ").")
	case k == 1 && w.o.n <= lastNumbered:
		own := w.o.numbered(w.d)
		w.put("Wynika to z [ustaleń punktu ", own.number, "](#", own.anchor, ") i [punktu ", h.number, "](", to, "#", h.anchor, ").")
	default:
		w.put("Por. [", lower(h.title), " w rozdziale ", strconv.Itoa(t.n), "](", to, "#", h.anchor, ").")
	}
}

// extra writes what not every chapter has: a list, a definition, a quotation,
// a generated block.
func (w *chapterWriter) extra() {
	d := w.d
	switch w.o.n % 6 {
	case 0:
		w.line("Do realizacji zadań niezbędne są działania:\n")
		for i := range d.between(3, 5) {
			w.line("- ", []string{"samodzielne", "wspólne", "etapowe", "pilotażowe", "stałe"}[i], " ", d.pick(manners), ",")
		}
		w.line()
	case 1:
		w.line("Środki przeznacza się na:\n")
		for i := range d.between(3, 4) {
			w.line(strconv.Itoa(i+1), ") ", d.pick(expenses), ";")
		}
		w.line()
	case 2:
		w.line("Interesariusz kluczowy\n: Osoba lub instytucja, bez której ", d.pick(subjects), " nie ", "wykona zadania.\n")
	case 3:
		w.line("> Mieszkańcy oczekują przede wszystkim ", d.pick(needs), ".\n")
	}
	if w.o.n%50 == 4 {
		w.line("```goal-list\nlevel: strategic\n```\n")
	}
}

// table writes one of three kinds of table with its caption.
func (w *chapterWriter) table() {
	d, s := w.d, w.site
	switch d.n(3) {
	case 0:
		w.line("Tabela: Zadania i koszty, ", lower(w.o.title), "\n")
		w.line("| Obszar | Zadanie | Termin | Koszt (tys. zł) |\n|---|---|---|---:|")
		for i := range d.between(3, 5) {
			area := d.pick(areas)
			if i > 0 && d.one(3) {
				area = "^^"
			}
			w.put("| ", area, " | ", capital(d.pick(subjects)), " ", d.pick(actions))
			if i == 1 && len(w.notes) < 5 {
				w.footnote()
			}
			w.line(" | ", strconv.Itoa(d.between(2025, 2032)), " | ", strconv.Itoa(d.between(40, 9800)), " |")
		}
	case 1:
		w.line("Tabela: Wskaźniki i ich wartości docelowe\n")
		w.line("| Wskaźnik | 2022 | 2026 | 2030 |\n|---|---:|---:|---:|")
		first := d.n(len(indicators))
		for i := range d.between(3, 6) {
			v := d.between(10, 400)
			w.line("| ", indicators[(first+i)%len(indicators)], " | ", strconv.Itoa(v), " | ",
				strconv.Itoa(v+d.n(40)), " | ", strconv.Itoa(v+40+d.n(60)), " |")
		}
	default:
		w.line("Tabela: Cele i jednostki odpowiedzialne\n")
		w.line("| Cel | Jednostka | Zakres |\n|---|---|---|")
		first := d.n(len(s.goals))
		for i := range d.between(2, 4) {
			w.line("| [](goal:", s.goals[(first+i)%len(s.goals)].id, ") | [](unit:", s.units[d.n(len(s.units))].id, ") | ", d.pick(priorities), " |")
		}
	}
	w.line()
}

// other returns the outline of a numbered chapter that is not n (unless there is
// but one): mostly a near one, as in real documents, otherwise any.
func (s *site) other(d *dice, n int) *outline {
	count := min(s.chapters, lastNumbered)
	t := 1 + d.n(count)
	if !d.one(3) {
		t = n - 10 + d.n(20)
	}
	if t < 1 || t > count || t == n {
		t = 1 + n%count
	}
	return outlineOf(t)
}

// lower returns s with its first letter in lower case.
func lower(s string) string {
	c := capital(s)
	if c != s {
		return s
	}
	r := []rune(s)
	return strings.ToLower(string(r[0])) + string(r[1:])
}
