package build

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"strategia/internal/fictional"
)

var (
	pictureMeta = regexp.MustCompile(`<meta property="og:image" content="([^"]+)">`)
	dataBlock   = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
)

// Every page names a picture that is there, by its full address, and says in a
// data block what it is and where it stands.
func TestShare(t *testing.T) {
	files := commune(t)
	site := snapshot(t, sessionOf(files))
	const base = "https://przykladowa.example/"
	types := map[string]bool{}
	pictures := map[string]bool{}
	for p, page := range site {
		if !strings.HasSuffix(p, ".html") || p == "404.html" || bytes.Contains(page, []byte(`content="noindex"`)) {
			continue
		}
		m := pictureMeta.FindSubmatch(page)
		if m == nil {
			t.Errorf("%s names no picture", p)
			continue
		}
		name, ok := strings.CutPrefix(string(m[1]), base)
		pictures[name] = true
		if _, err := png.DecodeConfig(bytes.NewReader(site[name])); !ok || err != nil {
			t.Errorf("%s: the picture %s: %v", p, m[1], err)
		}
		block := dataBlock.FindSubmatch(page)
		var data struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if block == nil || json.Unmarshal(block[1], &data) != nil || data.Context != "https://schema.org" {
			t.Errorf("%s has no data block: %s", p, block)
			continue
		}
		for _, thing := range data.Graph {
			types[thing["@type"].(string)] = true
			if thing["@type"] == "BreadcrumbList" {
				for i, it := range thing["itemListElement"].([]any) {
					item := it.(map[string]any)
					if address, _ := item["item"].(string); item["position"] != float64(i+1) || item["name"] == "" || address != "" && !strings.HasPrefix(address, base) {
						t.Errorf("%s: %v", p, item)
					}
				}
			}
		}
	}
	for _, want := range []string{"BreadcrumbList", "Report", "Dataset", "DefinedTerm", "Chapter"} {
		if !types[want] {
			t.Errorf("nothing is a %s", want)
		}
	}
	if len(pictures) < 20 {
		t.Errorf("%d pictures for all pages", len(pictures))
	}
	var manifest struct {
		Start string `json:"start_url"`
		Icons []struct{ Src string }
	}
	if err := json.Unmarshal(site["manifest.webmanifest"], &manifest); err != nil || site[manifest.Start] == nil || len(manifest.Icons) != 3 {
		t.Errorf("the manifest: %v %s", err, site["manifest.webmanifest"])
	}
	for _, icon := range manifest.Icons {
		if site[icon.Src] == nil {
			t.Errorf("no icon %s", icon.Src)
		}
	}
}

// A picture is drawn once: what stands under its name is left as it is, unless
// somebody damaged it.
func TestSealed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gmina")
	if err := fictional.Write(dir); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	build := func() *Report {
		s, err := NewSession(Options{Dir: dir, Once: true})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		r, err := s.Run(t.Context(), Output{Dir: out})
		if err != nil || r.Failed {
			t.Fatal(err, r)
		}
		return r
	}
	build()
	names, err := filepath.Glob(filepath.Join(out, "obraz", "*.png"))
	if err != nil || len(names) < 20 {
		t.Fatalf("%d pictures, %v", len(names), err)
	}
	whole, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	same := bytes.Clone(whole)
	same[len(same)/2] ^= 1 // of the same size: would be drawn anew only if it were looked at
	if err := os.WriteFile(names[0], same, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(names[1], whole[:9], 0o644); err != nil {
		t.Fatal(err)
	}
	index := filepath.Join(dir, "content", "index.md")
	text, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(index, append(text, "\nNowy akapit.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	build()
	if got, err := os.ReadFile(names[0]); err != nil || !bytes.Equal(got, same) {
		t.Error("a picture that was there was drawn again")
	}
	if got, err := os.ReadFile(names[1]); err != nil || len(got) < 100 {
		t.Error("a picture that was cut short was not drawn again")
	}
}
