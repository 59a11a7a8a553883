package layouts

import (
	"html"
	"html/template"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// words reads a file of words; a key that stands twice is a mistake.
func words(t *testing.T, name string) map[string]string {
	t.Helper()
	b, err := FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for i, line := range strings.Split(string(b), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, text, ok := strings.Cut(line, " = ")
		if !ok || strings.TrimSpace(text) == "" {
			t.Errorf("%s:%d: %q is no word", name, i+1, line)
		}
		if _, again := out[key]; again {
			t.Errorf("%s:%d: %s stands twice", name, i+1, key)
		}
		out[key] = text
	}
	return out
}

var place = regexp.MustCompile(`\{\d\}`)

// languages are the files of words there are, Polish apart: a translator adds
// one, and the tests demand that it is whole.
func languages(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(FS, "*.txt")
	if err != nil || len(names) < 4 {
		t.Fatalf("languages: %v, %v", names, err)
	}
	return slices.DeleteFunc(names, func(n string) bool { return n == "pl.txt" })
}

func TestLanguagesHaveTheSameWords(t *testing.T) {
	pl := words(t, "pl.txt")
	for _, name := range languages(t) {
		other := words(t, name)
		for key, text := range pl {
			theirs, ok := other[key]
			if !ok {
				t.Errorf("%s lacks %s", name, key)
				continue
			}
			a, b := place.FindAllString(text, -1), place.FindAllString(theirs, -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: values %v in Polish, %v in %s", key, a, b, name)
			}
			if strings.HasPrefix(key, "path.") && !plain.MatchString(theirs) {
				t.Errorf("%s: %s = %q can't be part of an address", name, key, theirs)
			}
		}
		paths := map[string]string{}
		for key, text := range other {
			if _, ok := pl[key]; !ok {
				t.Errorf("pl.txt lacks %s of %s", key, name)
			}
			if first, taken := paths[text]; taken && strings.HasPrefix(key, "path.") {
				t.Errorf("%s: %s and %s are one address", name, key, first)
			} else if strings.HasPrefix(key, "path.") {
				paths[text] = key
			}
		}
	}
}

var plain = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// files returns the text of each layout by its name.
func files(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(FS, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, name := range names {
		b, err := FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(b)
	}
	return out
}

var (
	call    = regexp.MustCompile(`\{\{w "([^"]+)"\}\}`)
	anyCall = regexp.MustCompile(`\{\{-?\s*w\b[^}]*\}\}`)
	comment = regexp.MustCompile(`(?s)\{\{/\*.*?\*/\}\}`)
)

func TestLayoutsUseOnlyKnownWords(t *testing.T) {
	pl := words(t, "pl.txt")
	for name, text := range files(t) {
		for _, c := range anyCall.FindAllString(text, -1) {
			m := call.FindStringSubmatch(c)
			if m == nil {
				t.Errorf("%s: %s: the key must be literal, without values", name, c)
			} else if _, ok := pl[m[1]]; !ok {
				t.Errorf("%s: no word for %s", name, m[1])
			}
		}
	}
}

// Words written into a layout would be foreign in the other language.
func TestLayoutsHoldNoWordsOfTheirOwn(t *testing.T) {
	action, tag := regexp.MustCompile(`\{\{.*?\}\}`), regexp.MustCompile(`(?s)<[^>]*>`)
	letter := regexp.MustCompile(`\pL`)
	for name, text := range files(t) {
		rest := tag.ReplaceAllString(action.ReplaceAllString(comment.ReplaceAllString(text, ""), ""), "")
		for _, line := range strings.Split(rest, "\n") {
			if letter.MatchString(line) {
				t.Errorf("%s: words in the layout: %q", name, line)
			}
		}
	}
}

// The strict content policy of the output allows nothing inline.
func TestLayoutsHoldNothingInline(t *testing.T) {
	own := regexp.MustCompile(`<script src="\{\{\.Root\}\}assets/[^>]*></script>`)
	inline := regexp.MustCompile(`(?i)<script\b|<style\b|\sstyle=|\son[a-z]+=|javascript:|https?://`)
	for name, text := range files(t) {
		for _, m := range inline.FindAllString(own.ReplaceAllString(text, ""), -1) {
			t.Errorf("%s: %q", name, m)
		}
	}
}

func TestLayoutsParse(t *testing.T) {
	all := files(t)
	shared := []string{"base.html", "parts.html"}
	for _, lang := range append(languages(t), "pl.txt") {
		text := words(t, lang)
		fill := func(s string) string {
			return call.ReplaceAllStringFunc(s, func(c string) string {
				return html.EscapeString(text[call.FindStringSubmatch(c)[1]])
			})
		}
		for _, name := range slices.Sorted(maps.Keys(all)) {
			if slices.Contains(shared, name) {
				continue
			}
			set, entry, files := template.New(""), "base", append(slices.Clone(shared), name)
			switch name {
			case "header.html", "footer.html", "blocks.html":
				files = files[1:]
				entry = strings.TrimSuffix(strings.TrimSuffix(name, ".html"), "s")
			}
			for _, f := range files {
				if _, err := set.New(f).Parse(fill(all[f])); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			if set.Lookup(entry) == nil {
				t.Errorf("%s does not define %q", name, entry)
			}
		}
	}
}
