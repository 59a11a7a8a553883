package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// house says what each room may import of ours.
var house = map[string][]string{
	"internal/source":               nil,
	"internal/diag":                 {"internal/source"},
	"internal/persistent":           nil,
	"internal/arena":                nil,
	"internal/strategy":             {"internal/source", "internal/diag", "internal/persistent"},
	"internal/markdown":             {"internal/arena", "internal/source", "internal/diag", "internal/strategy"},
	"internal/observation":          {"internal/source", "internal/diag", "internal/strategy", "internal/spreadsheet"},
	"internal/spreadsheet":          nil,
	"internal/databank":             {"internal/strategy"},
	"internal/check":                {"internal/source", "internal/diag", "internal/strategy", "internal/colour"},
	"internal/colour":               nil,
	"internal/drawing":              nil,
	"internal/picture":              nil,
	"internal/program":              nil,
	"internal/site":                 {"internal/source", "internal/diag", "internal/persistent", "internal/strategy", "internal/markdown", "internal/colour", "internal/drawing", "internal/picture", "internal/program", "internal/search", "internal/search/lexicon"},
	"internal/build":                {"internal/arena", "internal/source", "internal/persistent", "internal/diag", "internal/strategy", "internal/markdown", "internal/observation", "internal/check", "internal/search", "internal/search/lexicon", "internal/site", "layouts", "static"},
	"internal/preview":              {"internal/source", "internal/diag", "internal/site", "internal/build"},
	"internal/fictional":            nil,
	"internal/search":               {"internal/search/lexicon"},
	"internal/search/lexicon":       nil,
	"internal/search/lexicon/maker": {"internal/search/lexicon", "internal/search/lexicon/hunspell"},
	"layouts":                       nil,
	"static":                        nil,
}

// keepers are the outside packages that only some rooms may import.
var keepers = map[string][]string{
	"github.com/yuin/goldmark":      {"internal/markdown", "internal/bench"},
	"github.com/yuin/goldmark-meta": {"internal/markdown", "internal/bench"},
	"github.com/alecthomas/chroma":  {"internal/markdown"},
	"github.com/fsnotify/fsnotify":  {"internal/preview"},
	"net/http":                      {"internal/preview", "internal/bench", "internal/bench/preview", "internal/search/bench/cmd", "internal/databank"},
}

// TestHouse holds the imports against the map in doc.go.
func TestHouse(t *testing.T) {
	for pkg, imports := range imports(t) {
		allowed, room := house[pkg]
		for _, imp := range imports {
			own, isOwn := strings.CutPrefix(imp, "strategia/")
			if isOwn && room && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s, which the house does not allow", pkg, own)
			}
			for outside, rooms := range keepers {
				if (imp == outside || strings.HasPrefix(imp, outside+"/")) && !slices.Contains(rooms, pkg) {
					t.Errorf("%s imports %s, which is kept to %v", pkg, imp, rooms)
				}
			}
		}
	}
}

// TestGoroutines holds that only build and preview start goroutines.
func TestGoroutines(t *testing.T) {
	for pkg := range house {
		if pkg == "internal/build" || pkg == "internal/preview" {
			continue
		}
		for name, src := range sources(t, pkg) {
			for i, line := range strings.Split(src, "\n") {
				if strings.HasPrefix(strings.TrimSpace(line), "go ") {
					t.Errorf("%s:%d starts a goroutine", name, i+1)
				}
			}
		}
	}
}

// TestSize holds files to 500 lines, so that a room stays easy to find one's way in.
func TestSize(t *testing.T) {
	for _, dir := range append([]string{"cmd/strategia", "internal/bench"}, keys(house)...) {
		for name, src := range sources(t, dir) {
			if n := strings.Count(src, "\n"); n > 500 {
				t.Errorf("%s has %d lines", name, n)
			}
		}
	}
}

func keys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	return out
}

// sources are the Go files of a package that are not tests.
func sources(t *testing.T, pkg string) map[string]string {
	t.Helper()
	out := map[string]string{}
	names, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(pkg), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(b)
	}
	return out
}

// imports are the imports of every package of the module, tests apart.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && p != "." || d.Name() == "testdata") {
			return fs.SkipDir
		}
		if path.Ext(p) != ".go" || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", p), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imp, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			out[path.Dir(p)] = append(out[path.Dir(p)], imp)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) == 0 {
		t.Fatal("no packages found")
	}
	return out
}
