package build

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"strategia/internal/fictional"
)

// TestSameBytesAnywhere builds the fictional site in two folders, on one
// processor and on several: all files are the same, the program's own record
// and the ledger of ids included, and none says where or when it was made.
func TestSameBytesAnywhere(t *testing.T) {
	root := t.TempDir()
	var first map[string][]byte
	for i, place := range []string{"tu/gmina", "tam/zupełnie gdzie indziej"} {
		dir := filepath.Join(root, filepath.FromSlash(place))
		if err := fictional.Write(dir); err != nil {
			t.Fatal(err)
		}
		old := runtime.GOMAXPROCS(1 + 3*i)
		s, err := NewSession(Options{Dir: dir, Once: true})
		if err != nil {
			t.Fatal(err)
		}
		r, err := s.Run(t.Context(), Output{Dir: filepath.Join(dir, "public")})
		s.Close()
		runtime.GOMAXPROCS(old)
		if err != nil || r.Failed {
			t.Fatal(err, r)
		}
		got := tree(t, dir)
		if got["public/"+factsName], err = os.ReadFile(filepath.Join(dir, "public", factsName)); err != nil {
			t.Fatal(err)
		}
		if len(got["content/published.txt"]) == 0 || len(got["public/"+markerName]) == 0 {
			t.Error("the ledger or the marker is missing")
		}
		if first == nil {
			first = got
			continue
		}
		if p := differ(first, got); p != "" {
			t.Errorf("%s differs", p)
		}
	}
	now := time.Now()
	for p, b := range first {
		if bytes.Contains(b, []byte(root)) || bytes.Contains(b, []byte("tu/gmina")) {
			t.Errorf("%s says where it was made", p)
		}
		for _, layout := range []string{"2006-01-02T15:04", "Jan _2 2006", "02.01.2006"} {
			if bytes.Contains(b, []byte(now.Format(layout))) {
				t.Errorf("%s says when it was made: %s", p, now.Format(layout))
			}
		}
	}
}
