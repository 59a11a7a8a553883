package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
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
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": status, "bank": bank, "json": wellFormed},
	})
}

// status runs a command that must end with the exit code: "status 2 strategia x".
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// bank starts a statistics office that answers with a file, the status in its
// first line, and names its address in BANK.
func bank(ts *testscript.TestScript, _ bool, args []string) {
	status, body, _ := strings.Cut(ts.ReadFile(args[0]), "\n")
	code, err := strconv.Atoi(status)
	ts.Check(err)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "900")
		w.WriteHeader(code)
		fmt.Fprint(w, body)
	}))
	ts.Defer(s.Close)
	ts.Setenv("BANK", s.URL)
}

// wellFormed checks that a file, or "stdout", is JSON.
func wellFormed(ts *testscript.TestScript, _ bool, args []string) {
	if !json.Valid([]byte(ts.ReadFile(args[0]))) {
		ts.Fatalf("%s is no JSON", args[0])
	}
}

// TestHelpIsComplete holds that every command has its help in both languages,
// which names each of its flags.
func TestHelpIsComplete(t *testing.T) {
	flags := map[string][]string{
		"build": {"-o", "--base-url", "--strict", "--why", "--json", "--compress"},
		"check": {"--format", "--strict"},
		"data":  {"--id", "--key", "--force", "--api"},
		"serve": {"--addr", "--host", "--base-url", "--editor", "--open", "--follow", "--poll"},
	}
	for name := range commands {
		for _, lang := range []string{"pl", "en"} {
			var out, errw strings.Builder
			code := run(context.Background(), []string{"--lang", lang, name, "--help"}, &out, &errw)
			if code != exitClean || !strings.HasPrefix(out.String(), "strategia "+name) {
				t.Errorf("%s --help (%s): exit %d, %q %q", name, lang, code, out.String(), errw.String())
			}
			for _, f := range flags[name] {
				if !strings.Contains(out.String(), "\n  "+f+" ") {
					t.Errorf("%s --help (%s) does not name %s", name, lang, f)
				}
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
