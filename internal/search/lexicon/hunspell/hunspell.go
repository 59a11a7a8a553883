// Package hunspell reads Hunspell dictionaries: every word with the forms that
// its suffixes make. Prefixes and compounds are left out: they make other words,
// not forms of a word.
package hunspell

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// Each calls f with every word of the dictionary whose files are name.aff and
// name.dic, and its forms.
func Each(name string, f func(base string, forms []string)) error {
	aff, err := os.ReadFile(name + ".aff")
	if err != nil {
		return err
	}
	a, err := readAffixes(aff)
	if err != nil {
		return err
	}
	dic, err := os.ReadFile(name + ".dic")
	if err != nil {
		return err
	}
	if dic, err = a.enc.NewDecoder().Bytes(dic); err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(dic))
	for first := true; lines.Scan(); first = false {
		if line := lines.Text(); !first && line != "" && line[0] != '\t' {
			if base, forms := a.word(line); base != "" {
				f(base, forms)
			}
		}
	}
	return lines.Err()
}

// word reads a line of the list of words.
func (a *affixes) word(line string) (base string, forms []string) {
	line, _, _ = strings.Cut(line, "\t")
	line, _, _ = strings.Cut(line, " ")
	base, flags, _ := strings.Cut(line, "/")
	for _, f := range a.flags(flags) {
		for _, r := range a.rules[f] {
			form, ok := r.apply(base)
			if !ok {
				continue
			}
			forms = append(forms, form)
			for _, g := range r.next {
				for _, r := range a.rules[g] {
					if again, ok := r.apply(form); ok {
						forms = append(forms, again)
					}
				}
			}
		}
	}
	return base, forms
}

// affixes are the suffix rules of a dictionary by their flag.
type affixes struct {
	enc   encoding.Encoding
	wide  string // "", "long", "num" or "UTF-8": how flags are written
	rules map[string][]rule
}

type rule struct {
	strip, add string
	cond       *regexp.Regexp
	next       []string // flags of the form that the rule makes
}

func (r *rule) apply(word string) (string, bool) {
	if !strings.HasSuffix(word, r.strip) || !r.cond.MatchString(word) {
		return "", false
	}
	return word[:len(word)-len(r.strip)] + r.add, true
}

func (a *affixes) flags(s string) []string {
	switch a.wide {
	case "num":
		return strings.Split(s, ",")
	case "long":
		var out []string
		for i := 0; i+1 < len(s); i += 2 {
			out = append(out, s[i:i+2])
		}
		return out
	}
	return strings.Split(s, "")
}

func readAffixes(b []byte) (*affixes, error) {
	a := &affixes{rules: map[string][]rule{}, enc: encoding.Nop}
	if m := regexp.MustCompile(`(?m)^SET\s+(\S+)`).FindSubmatch(b); m != nil {
		enc, err := encodingOf(string(m[1]))
		if err != nil {
			return nil, err
		}
		a.enc = enc
	}
	b, err := a.enc.NewDecoder().Bytes(b)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		switch {
		case len(f) == 2 && f[0] == "FLAG":
			a.wide = f[1]
		case len(f) >= 5 && f[0] == "SFX":
			if err := a.rule(f); err != nil {
				return nil, fmt.Errorf("%s: %w", strings.TrimSpace(line), err)
			}
		}
	}
	return a, nil
}

// encodingOf returns the encoding that a dictionary names: "UTF-8", "ISO8859-1",
// "microsoft-cp1251", "KOI8-U".
func encodingOf(name string) (encoding.Encoding, error) {
	plain := func(s string) string {
		s = strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(s))
		return strings.NewReplacer("microsoftcp", "windows").Replace(s)
	}
	if plain(name) == "utf8" {
		return encoding.Nop, nil
	}
	for _, m := range charmap.All {
		if c, ok := m.(*charmap.Charmap); ok && plain(c.String()) == plain(name) {
			return c, nil
		}
	}
	return nil, fmt.Errorf("encoding %q is not known", name)
}

// rule reads "SFX flag strip add[/flags] condition"; a heading has a number
// where the condition would be.
func (a *affixes) rule(f []string) error {
	strip, add, cond := f[2], f[3], f[4]
	add, next, _ := strings.Cut(add, "/")
	if strip == "0" {
		strip = ""
	}
	if add == "0" {
		add = ""
	}
	re, err := regexp.Compile("(?:" + strings.ReplaceAll(cond, "-", `\-`) + ")$")
	if err != nil {
		return err
	}
	flag := f[1]
	if a.wide == "num" {
		if _, err := strconv.Atoi(flag); err != nil {
			return err
		}
	}
	r := rule{strip: strip, add: add, cond: re}
	if next != "" {
		r.next = a.flags(next)
	}
	a.rules[flag] = append(a.rules[flag], r)
	return nil
}
