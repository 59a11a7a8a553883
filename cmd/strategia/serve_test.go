package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"strategia/internal/fictional"
	"strategia/internal/preview"
)

// TestPublicPreviewIsSaid holds that nobody lets others in without being told.
func TestPublicPreviewIsSaid(t *testing.T) {
	var out, errw strings.Builder
	p := &program{out: &out, err: &errw}
	p.event(preview.Started{URL: "http://192.168.0.7:8080/", Taken: "192.168.0.7:8079", Public: true}, false)
	if !strings.Contains(errw.String(), "inne komputery") || !strings.Contains(out.String(), "192.168.0.7:8079 jest zajęty") {
		t.Errorf("%s%s", out.String(), errw.String())
	}
}

// heard is what a program that runs has said so far.
type heard struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (h *heard) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.Write(b)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.String()
}

// waitFor waits until a pattern has been said.
func (h *heard) waitFor(t *testing.T, pattern string) {
	t.Helper()
	r := regexp.MustCompile(pattern)
	for end := time.Now().Add(20 * time.Second); !r.MatchString(h.String()); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%q was not said:\n%s", pattern, h)
		}
	}
}

// TestServe runs the preview as a person does: mistakes do not keep it from
// starting, what is said is what the pages show, and its end is no error.
func TestServe(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gmina")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "content", "cele", "energia.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(string(text) + "\n\nTekst o [](goal:nie-ma).\n")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out, errw heard
	ended := make(chan int)
	go func() {
		ended <- run(ctx, []string{"serve", "--lang", "pl", "--addr", "127.0.0.1:0", "--editor", "none", dir}, &out, &errw)
	}()
	out.waitFor(t, `Podgląd: http://(127\.0\.0\.1|localhost):[0-9]+/  \(koniec: Ctrl-C\)`)
	out.waitFor(t, `Stan podglądu: http://[^ ]+:[0-9]+/\.strategia/`)
	out.waitFor(t, `przebudowano w .* \([0-9]+ plik(i|ów)?, [0-9]+ stron w pamięci, [0-9]+ MB\)`)
	errw.waitFor(t, `S201`)
	errw.waitFor(t, `Odnośnik wskazuje`)    // what it means
	errw.waitFor(t, `Popraw identyfikator`) // what to do
	write(string(text))
	out.waitFor(t, `przebudowano w .*: content/cele/energia\.md \(`)
	write(string(text) + "\n\nZnów o [](goal:nie-ma).\n")
	out.waitFor(t, `content/cele/energia\.md; są błędy, więc pokazuję ostatnią dobrą stronę`)
	cancel()
	select {
	case code := <-ended:
		if code != exitClean {
			t.Errorf("exit code %d", code)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still running")
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil || strings.Contains(errw.String(), "panic") {
		t.Error("public was touched")
	}
}
