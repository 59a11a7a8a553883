package diag

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var hole = regexp.MustCompile(`\{\d\}`)

func holesIn(s string) string {
	found := hole.FindAllString(s, -1)
	slices.Sort(found)
	return strings.Join(slices.Compact(found), " ")
}

// TestCatalogue holds that every rule can be explained in both languages, that
// both say the same of their arguments, and that messages are sentences of the
// agreed form.
func TestCatalogue(t *testing.T) {
	for _, r := range Rules() {
		if !regexp.MustCompile(`^S[1-8]\d\d$`).MatchString(string(r.Code)) {
			t.Errorf("%s is no code", r.Code)
		}
		if r.Example == "" && r.Code != ParserFailed {
			t.Errorf("%s has no example", r.Code)
		}
		for _, lang := range []Lang{Polish, English} {
			text := r.Text(lang)
			for what, s := range map[string]string{"message": text.Message, "explanation": text.Explain, "repair": text.Repair} {
				if s == "" || strings.TrimSpace(s) != s || !utf8.ValidString(s) {
					t.Errorf("%s: %s (%s): %q", r.Code, what, lang, s)
				}
				if what != "message" && (!strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "”") && !strings.HasSuffix(s, "\"") && !strings.HasSuffix(s, "`") || what == "explanation" && holesIn(s) != "") {
					t.Errorf("%s: the %s (%s) is no sentence: %q", r.Code, what, lang, s)
				}
			}
			if strings.HasSuffix(text.Message, ".") && !strings.HasSuffix(text.Message, "….") {
				t.Errorf("%s: the message (%s) ends in a full stop", r.Code, lang)
			}
			first, _ := utf8.DecodeRuneInString(text.Message)
			second, _ := utf8.DecodeRuneInString(text.Message[utf8.RuneLen(first):])
			if unicode.IsUpper(first) && !unicode.IsUpper(second) {
				t.Errorf("%s: the message (%s) starts with a capital", r.Code, lang)
			}
		}
		if holesIn(r.PL.Message) != holesIn(r.EN.Message) || holesIn(r.PL.Repair) != holesIn(r.EN.Repair) {
			t.Errorf("%s: the languages have different arguments", r.Code)
		}
		if strings.ContainsAny(r.PL.Message+r.PL.Explain, "“") {
			t.Errorf("%s: English quotation marks in Polish", r.Code)
		}
	}
	for key, h := range hints {
		if holesIn(h[0]) != holesIn(h[1]) || h[0] == "" || h[1] == "" {
			t.Errorf("hint %s: the languages differ", key)
		}
	}
}

// TestExplain holds that every rule and the list of all can be printed.
func TestExplain(t *testing.T) {
	for _, lang := range []Lang{Polish, English} {
		var all bytes.Buffer
		ExplainAll(&all, lang)
		for _, r := range Rules() {
			if !strings.Contains(all.String(), string(r.Code)) {
				t.Errorf("%s is not listed", r.Code)
			}
			if areas[r.Code[1]][lang] == "" {
				t.Errorf("%s is listed below no heading", r.Code)
			}
			var b bytes.Buffer
			Explain(&b, strings.ToLower(string(r.Code)), lang)
			if !strings.HasPrefix(b.String(), string(r.Code)) || strings.ContainsFunc(b.String(), func(c rune) bool { return c != '\n' && !visible(c) }) {
				t.Errorf("%s: %q", r.Code, b.String())
			}
			if hole.MatchString(b.String()) {
				t.Errorf("%s: a place is not filled in", r.Code)
			}
		}
	}
	var none bytes.Buffer
	if Explain(&none, "S999", Polish); none.Len() > 0 {
		t.Error("a rule that does not exist is explained")
	}
}
