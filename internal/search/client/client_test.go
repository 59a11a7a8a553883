package client

import (
	"bytes"
	"os"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestMinified holds what the site gets to its source, and to the size that a
// reader on a phone can be asked to load on every page.
func TestMinified(t *testing.T) {
	want, err := Minified()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../../static/assets/search.js")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("static/assets/search.js is not what search.js makes: run go generate ./internal/search/client (%v)", err)
	}
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, brotli.BestCompression)
	w.Write(want)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, %d compressed", len(want), b.Len())
	if b.Len() > 4096 {
		t.Errorf("the script has %d bytes compressed, more than 4096", b.Len())
	}
}
