package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// tools is where .ci/needs puts the packages of .ci/npm.
const tools = "../../.ci/npm"

// TestValidity has every page of both sites judged by html-validate, which knows
// the HTML standard and nothing of us.
func TestValidity(t *testing.T) {
	t.Parallel()
	for name, folder := range folders {
		ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
		defer stop()
		report := filepath.Join(t.TempDir(), "report.json") // a pipe would be cut off at 64 KB
		cmd := exec.CommandContext(ctx, "node", filepath.Join(tools, "node_modules", "html-validate", "bin", "html-validate.mjs"),
			"--config", filepath.Join(tools, "htmlvalidate.mjs"), "--formatter", "json="+report, folder)
		var errw bytes.Buffer
		cmd.Stderr = &errw
		err := cmd.Run()
		out, _ := os.ReadFile(report)
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) || len(out) == 0 {
			t.Fatalf("html-validate: %v: %s (make test installs it)", err, errw.String())
		}
		var files []struct {
			Path     string `json:"filePath"`
			Messages []struct {
				Rule    string `json:"ruleId"`
				Message string
				Line    int
			}
		}
		if err := json.Unmarshal(out, &files); err != nil {
			t.Fatalf("html-validate: %v: %s", err, out)
		}
		for _, f := range files {
			for _, m := range f.Messages {
				t.Errorf("%s: %s:%d: %s (%s)", name, strings.TrimPrefix(f.Path, folder), m.Line, m.Message, m.Rule)
			}
		}
	}
}

// TestValiditySees holds that the validator would find a fault.
func TestValiditySees(t *testing.T) {
	page := filepath.Join(t.TempDir(), "x.html")
	if err := os.WriteFile(page, []byte("<!DOCTYPE html><html lang=\"pl\"><head><title>x</title></head><body><p id=\"a b\"><div></p></body></html>"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", filepath.Join(tools, "node_modules", "html-validate", "bin", "html-validate.mjs"),
		"--config", filepath.Join(tools, "htmlvalidate.mjs"), "--formatter", "json", page).Output()
	if err == nil || !bytes.Contains(out, []byte("valid-id")) || !bytes.Contains(out, []byte("close-order")) {
		t.Errorf("a broken page passes: %v %s", err, out)
	}
}
