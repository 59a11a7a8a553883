package main

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"strategia": func() {
		os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr))
	}})
}

// TestScripts runs the commands as people do. Each script says in its first
// lines what it shows.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "pl_PL.UTF-8")
			return nil
		},
	})
}

// TestHelpIsComplete holds that every command has its help in both languages,
// which names each of its flags.
func TestHelpIsComplete(t *testing.T) {
	for name := range commands {
		for _, lang := range []string{"pl", "en"} {
			var out, errw strings.Builder
			code := run(context.Background(), []string{"--lang", lang, name, "--help"}, &out, &errw)
			if code != exitClean || !strings.HasPrefix(out.String(), "strategia "+name) {
				t.Errorf("%s --help (%s): exit %d, %q %q", name, lang, code, out.String(), errw.String())
			}
		}
	}
}

// TestSentences holds that each sentence has both languages and the same places
// to fill in.
func TestSentences(t *testing.T) {
	for key, s := range sentences {
		if s[0] == "" || s[1] == "" {
			t.Errorf("%s: a language is missing", key)
		}
		for _, place := range []string{"{0}", "{1}"} {
			if strings.Contains(s[0], place) != strings.Contains(s[1], place) {
				t.Errorf("%s: %s is not in both languages", key, place)
			}
		}
	}
}
