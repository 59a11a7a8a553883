package build

import (
	"bytes"
	"cmp"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// An output that lost a file is not taken for whole, wherever the file lay and
// whatever stands in its place.
func TestLostFileIsMissed(t *testing.T) {
	dir := small(t)
	out := filepath.Join(dir, "public")
	mustRun(t, dir, Output{Dir: out})
	whole := tree(t, out)
	for _, lost := range []string{"index.html", "cel/praca.html", "assets/search-0.js"} {
		for _, instead := range []func(p string) error{
			func(string) error { return nil },
			func(p string) error { return os.Mkdir(p, 0o755) },
			func(p string) error { return os.Symlink(filepath.Join(out, "404.html"), p) },
		} {
			if r := mustRun(t, dir, Output{Dir: out}); !r.Recognised {
				t.Fatalf("before %s: an unchanged site was not recognised", lost)
			}
			p := filepath.Join(out, filepath.FromSlash(lost))
			if err := cmp.Or(os.Remove(p), instead(p)); err != nil {
				t.Fatal(err)
			}
			if m, err := readMarker(out); err != nil || m.intact(out) {
				t.Errorf("%s is not missed: %v", lost, err)
			}
			os.Remove(p)
			mustRun(t, dir, Output{Dir: out})
		}
	}
	if now := tree(t, out); !maps.EqualFunc(whole, now, bytes.Equal) {
		t.Error("the output is not what it was")
	}
}
