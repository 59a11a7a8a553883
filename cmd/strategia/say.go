package main

import (
	"embed"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"strategia/internal/build"
	"strategia/internal/diag"
)

// sentences are what the program says beside diagnostics: Polish, English.
var sentences = map[string][2]string{
	"unknown-command": {"nie ma polecenia „{0}”", "there is no command “{0}”"},
	"too-many":        {"nadmiarowe słowo „{0}”", "one word too many: “{0}”"},
	"need-value":      {"po {0} brakuje wartości", "a value is missing behind {0}"},
	"unknown-option":  {"nie ma opcji {0}", "there is no option {0}"},
	"see-help":        {"Pomoc: strategia --help", "Help: strategia --help"},
	"interrupted":     {"przerwano; poprzednia strona pozostała cała", "interrupted; the former site is whole"},
	"environment":     {"nie udało się: {0}", "could not {0}"},
	"foreign": {"w folderze {0} są pliki, których strategia nie zapisała, więc niczego nie zmieniono; wskaż inny folder (-o FOLDER) albo opróżnij ten",
		"the folder {0} holds files that strategia did not write, so nothing was changed; name another (-o FOLDER) or empty this one"},
	"busy": {"do folderu {0} właśnie zapisuje inne uruchomienie programu; poczekaj, aż skończy, i powtórz polecenie",
		"another run of the program is writing to {0}; wait for it to end and give the command again"},
	"foreign-file": {"strategia nie zapisała pliku {0}, a potrzebuje jego miejsca; niczego nie zmieniono: przenieś go albo wskaż inny folder (-o FOLDER)",
		"strategia did not write the file {0} but needs its place; nothing was changed: move it away or name another folder (-o FOLDER)"},
	"overlap": {"folder wyniku {0} i folder źródeł {1} zachodzą na siebie; wskaż inny folder (-o FOLDER)",
		"the output folder {0} and the source folder {1} overlap; name another folder (-o FOLDER)"},
	"not-empty":   {"folder {0} nie jest pusty; niczego nie nadpisano: podaj nazwę nowego", "the folder {0} is not empty; nothing was written over: name a new one"},
	"disk-full":   {"brak miejsca na dysku; poprzednia strona pozostała cała", "the disk is full; the former site is whole"},
	"not-there":   {"nie ma pliku ani folderu {0}", "there is no file or folder {0}"},
	"not-folder":  {"{0} jest plikiem, a ma być folderem", "{0} is a file, and should be a folder"},
	"not-allowed": {"system nie pozwala użyć {0}; sprawdź, czy masz do tego prawo", "the system does not allow the use of {0}; check that you have the right to"},
	"bad-base": {"--base-url „{0}” nie jest adresem: podaj na przykład https://strategia.gmina.pl/",
		"--base-url “{0}” is no address: give one like https://strategy.city.org/"},
	"bad-format":      {"--format „{0}”: dozwolone text, json, github", "--format “{0}”: allowed are text, json, github"},
	"bad-lang":        {"--lang „{0}”: komunikaty są po polsku (pl) i po angielsku (en)", "--lang “{0}”: messages are in Polish (pl) and English (en)"},
	"why-new":         {"nowy lub bez zapisu z poprzedniego budowania", "new, or not on the record of the last build"},
	"unknown-code":    {"nie ma reguły o kodzie „{0}”; listę wypisuje: strategia explain", "there is no rule with the code “{0}”; the list is printed by: strategia explain"},
	"need-dir":        {"podaj nazwę nowego folderu: strategia new FOLDER", "name the new folder: strategia new FOLDER"},
	"need-query":      {"podaj folder i pytanie: strategia search FOLDER PYTANIE", "name the folder and the query: strategia search FOLDER QUERY"},
	"quote-query":     {"pytanie z kilku słów weź w cudzysłów: \"{0}\"", "put a query of several words in quotes: \"{0}\""},
	"need-dictionary": {"podaj folder i słownik: strategia lexicon FOLDER SŁOWNIK", "name the folder and the dictionary: strategia lexicon FOLDER DICTIONARY"},
	"bad-dictionary":  {"nazwa słownika „{0}” nie zaczyna się od liter języka, jak de_DE", "the dictionary's name “{0}” does not begin with the letters of a language, as de_DE"},
	"made-lexicon":    {"{0}: {1} słów", "{0}: {1} words"},
	"instead":         {"Takiego słowa tu nie ma. Czy chodziło o: {0}?", "There is no such word here. Did you mean: {0}?"},
	"absent":          {"W dokumencie nie ma: {0}", "The document does not have: {0}"},
	"nothing-found":   {"Nic nie znaleziono.", "Nothing was found."},
	"need-fetch":      {"napisz: strategia data fetch [FOLDER]", "write: strategia data fetch [FOLDER]"},
	"bad-api":         {"--api „{0}” nie jest adresem", "--api “{0}” is no address"},
	"nothing-to-fetch": {"żadnego wskaźnika nie ma co pobierać: potrzebne jest source.variable, a przy --id wskaźnik o tym identyfikatorze",
		"there is no indicator to fetch: one needs source.variable, and with --id that id"},
	"fetched":      {"{0}: {2} wartości, {3} → {1}", "{0}: {2} values, {3} → {1}"},
	"fetched-same": {"{0}: bez zmian w {1}", "{0}: nothing new in {1}"},
	"made-by-hand": {"plik z danymi zapisano ręcznie, więc go nie zastąpiono; --force zastępuje", "the file of data was made by hand, so it was not replaced; --force replaces it"},
	"in-workbook":  {"wartości tego wskaźnika stoją w skoroszycie, którego program nie zmienia; wskaż w polu data plik CSV", "the values of this indicator stand in a workbook, which is left alone; name a CSV file in the data field"},
	"bad-question": {"podaj source.variable (numer zmiennej) i source.place (dwanaście cyfr)", "give source.variable (a number) and source.place (twelve digits)"},
	"bank-empty":   {"bank nie ma wartości tej zmiennej dla tego obszaru; sprawdź oba numery", "the bank has no values of this variable for this area; check both numbers"},
	"bank-limit":   {"bank odmówił: przekroczono limit zapytań; spróbuj za {0} albo z kluczem (--key)", "the bank refused: the limit of questions is reached; try again in {0}, or with a key (--key)"},
	"bank-refused": {"bank odmówił odpowiedzi ({0}): {1}", "the bank refused to answer ({0}): {1}"},
	"made-site": {"Gotowe: {0}. Teraz: strategia serve {0}",
		"Done: {0}. Now: strategia serve {0}"},
	"reading":     {"czytam", "reading"},
	"making":      {"tworzę strony", "making pages"},
	"recognised":  {"bez zmian od ostatniego budowania", "unchanged since the last build"},
	"not-written": {"nic nie zapisano", "nothing was written"},
	"clean":       {"bez zastrzeżeń", "nothing to report"},
	"serving":     {"Podgląd: {0}  (koniec: Ctrl-C)", "Preview: {0}  (stop with Ctrl-C)"},
	"status-page": {"Stan podglądu: {0}", "How it is: {0}"},
	"not-loopback": {"podgląd jest tylko dla tego komputera; podaj na przykład --addr 127.0.0.1:8080; innych wpuszcza --host",
		"the preview is for this computer alone; give for example --addr 127.0.0.1:8080; --host lets others in"},
	"public-preview": {"Uwaga: podgląd widzą też inne komputery w sieci, bez hasła i z nieopublikowaną treścią.",
		"Mind: other computers on the network see the preview too, without a password and with unpublished text."},
	"bad-addr":   {"--addr „{0}”: podaj adres i port, na przykład 127.0.0.1:8080", "--addr “{0}”: give an address and a port, for example 127.0.0.1:8080"},
	"bad-editor": {"--editor „{0}”: nie ma takiego programu ani odnośnika; podaj na przykład code albo none", "--editor “{0}”: there is no such program or link; give for example code, or none"},
	"no-browser": {"nie udało się otworzyć przeglądarki; otwórz {0}", "the browser could not be opened; open {0}"},
	"polling": {"system nie może obserwować tylu plików, więc podgląd sam sprawdza je co chwilę",
		"the system can't watch so many files, so the preview looks at them itself again and again"},
	"in-memory":  {"{0} w pamięci", "{0} in memory"},
	"port-taken": {"Adres {0} jest zajęty.", "The address {0} is taken."},
	"rebuilt":    {"przebudowano w {0}", "rebuilt in {0}"},
	"stale":      {"są błędy, więc pokazuję ostatnią dobrą stronę", "there are errors, so the last good site is shown"},
}

// say returns a sentence in the program's language.
func (p *program) say(key string, args ...string) string {
	s := sentences[key][0]
	if p.lang == diag.English {
		s = sentences[key][1]
	}
	for i, a := range args {
		s = strings.ReplaceAll(s, fmt.Sprintf("{%d}", i), a)
	}
	return s
}

//go:embed help
var helpFiles embed.FS

// help prints the help of a command, "" for the program.
func (p *program) help(command string) {
	if command == "" {
		command = "strategia"
	}
	lang := "pl"
	if p.lang == diag.English {
		lang = "en"
	}
	text, err := helpFiles.ReadFile("help/" + command + "." + lang + ".txt")
	if err != nil {
		panic(err) // a test holds the files complete
	}
	p.out.Write(text)
}

// printSummary prints the one line about a build.
func (p *program) printSummary(r *build.Report, out string, took time.Duration) {
	w := p.out
	if r.Failed {
		w = p.err
	}
	parts := []string{
		p.count(r.Files, "plik", "pliki", "plików", "file", "files"),
		p.count(r.Pages, "strona", "strony", "stron", "page", "pages"),
	}
	switch {
	case r.Failed && out != "":
		parts = append(parts, p.say("not-written"))
	case r.Recognised:
		parts = append(parts, p.say("recognised"))
	case out != "":
		parts = append(parts, p.pair(r.Written, "zapisano", "written"), p.pair(r.Unchanged, "bez zmian", "unchanged"), p.pair(r.Removed, "usunięto", "removed"))
	}
	errors := diag.Count(r.Diagnostics, diag.Error)
	for _, c := range []struct {
		n     int
		words [5]string
	}{
		{errors, [5]string{"błąd", "błędy", "błędów", "error", "errors"}},
		{r.Warnings, [5]string{"ostrzeżenie", "ostrzeżenia", "ostrzeżeń", "warning", "warnings"}},
		{r.Notes, [5]string{"uwaga", "uwagi", "uwag", "note", "notes"}},
	} {
		if c.n > 0 {
			parts = append(parts, p.count(c.n, c.words[0], c.words[1], c.words[2], c.words[3], c.words[4]))
		}
	}
	if errors+r.Warnings+r.Notes == 0 && out == "" {
		parts = append(parts, p.say("clean"))
	}
	fmt.Fprintf(w, "%s (%s)\n", strings.Join(parts, ", "), p.duration(took))
}

func (p *program) pair(n int, pl, en string) string {
	if p.lang == diag.English {
		return fmt.Sprintf("%d %s", n, en)
	}
	return fmt.Sprintf("%s %d", pl, n)
}

// count writes a number with its noun: Polish has three forms.
func (p *program) count(n int, one, few, many, enOne, enMany string) string {
	word := many
	switch {
	case p.lang == diag.English && n == 1:
		word = enOne
	case p.lang == diag.English:
		word = enMany
	case n == 1:
		word = one
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		word = few
	}
	return fmt.Sprintf("%d %s", n, word)
}

func (p *program) duration(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	s := fmt.Sprintf("%.1f s", d.Seconds())
	if p.lang != diag.English {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// isTerminal reports whether w is a screen.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// progress shows how far a long build is, on a terminal only.
type progress struct {
	p     *program
	mu    sync.Mutex
	start time.Time
	last  time.Time
	shown bool
}

func (p *program) progress() *progress { return &progress{p: p, start: time.Now()} }

// show draws the state over the one before, not within the first half second
// and not more than ten times a second.
func (g *progress) show(stage build.Stage, done, total int) {
	if !isTerminal(g.p.err) {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	now := time.Now()
	if now.Sub(g.start) < 500*time.Millisecond || now.Sub(g.last) < 100*time.Millisecond {
		return
	}
	key := "reading"
	if stage == build.Making {
		key = "making"
	}
	g.last, g.shown = now, true
	fmt.Fprintf(g.p.err, "\r\x1b[K%s: %d/%d", g.p.say(key), done, total)
}

func (g *progress) clear() {
	if g.shown {
		fmt.Fprint(g.p.err, "\r\x1b[K")
	}
}
