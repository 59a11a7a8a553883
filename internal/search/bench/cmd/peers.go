package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"

	"strategia/internal/search"
	"strategia/internal/search/bench"
	"strategia/internal/search/client"
)

// Other searches are measured on the same set, in the same browser, when they are
// installed: npm install --prefix FOLDER minisearch pagefind, then -peers
// FOLDER/node_modules.

//go:embed peers.mjs
var peersScript []byte

// peer is a search: the script of its page, how the page opens it, so that
// ask(query) gives the numbers of sections, the best first, and the files that all
// answers need.
type peer struct{ name, script, open, files string }

var peers = []peer{
	{"strategia", "engine.js", `async () => {
		const file = new TextDecoder("x-user-defined").decode(await (await fetch("/search-0.js")).arrayBuffer());
		const x = openIndex(file.slice(11, -2).replace(/\\(.)/g, (_, c) => c == "r" ? "\r" : c));
		return q => {
			const [hits, , , terms] = x.search(q);
			for (const [, t] of hits.slice(0, 8)) x.shown(x.texts[t], terms, 16);
			return hits.map(h => h[1]);
		};
	}`, "search*.js"},
	{"MiniSearch", "minisearch.js", `async () => {
		const x = MiniSearch.loadJSON(await (await fetch("/minisearch.json")).text(), {fields: ["title", "text"]});
		return q => x.search(q, {prefix: true, fuzzy: .2, boost: {title: 2}}).map(r => r.id);
	}`, "minisearch.*"},
	{"Pagefind", "", `async () => {
		const x = await import("/pagefind/pagefind.js?" + Math.random()), ids = {};
		await x.init();
		return async q => Promise.all((await x.search(q)).results.slice(0, 10).map(async r => ids[r.id] ??= +(await r.data()).raw_url.slice(1)));
	}`, "pagefind/{pagefind.js,pagefind-entry.json,pagefind.pl*,wasm.pl*,index/*}"},
}

// compare prints a line for each search that is there: ours, and those among the
// modules; then one for our box in a page.
func compare(modules string, stream []byte, queries []bench.Query) error {
	dir, err := os.MkdirTemp("", "searches")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := writeOurs(dir, stream); err != nil {
		return err
	}
	if _, err := os.Stat(modules); err == nil {
		if err := indexPeers(dir, modules); err != nil {
			return err
		}
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	b, err := openBrowser()
	if err != nil {
		return err
	}
	defer b.close()
	fmt.Printf("\n%-12s %9s %7s %9s %15s %15s %15s %15s\n", "search", "recall@5", "MRR", "KB", "cold, CPU 1x", "6x slower", "key p95, 1x", "6x slower")
	for _, p := range peers {
		var files []string
		for pattern := range strings.SplitSeq(braces(p.files), " ") {
			more, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
			if err != nil {
				return err
			}
			files = append(files, more...)
		}
		if len(files) == 0 {
			continue
		}
		if err := p.compare(b, dir, server.URL, queries, weigh(files)); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return b.drawn(dir, server.URL, queries)
}

// typed are the queries that are typed letter by letter.
func typed(queries []bench.Query) []string {
	var out []string
	for i, q := range queries {
		if i%4 == 0 {
			out = append(out, q.Text)
		}
	}
	return out
}

// braces writes "a/{b,c}" as "a/b a/c".
func braces(s string) string {
	before, rest, ok := strings.Cut(s, "{")
	if !ok {
		return s
	}
	list, after, _ := strings.Cut(rest, "}")
	var out []string
	for item := range strings.SplitSeq(list, ",") {
		out = append(out, before+item+after)
	}
	return strings.Join(out, " ")
}

// writeOurs writes our search into the folder of all.
func writeOurs(dir string, stream []byte) error {
	script, err := client.Minified()
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"search-0.js": search.File(stream), "search.js": script, "engine.js": []byte(client.Engine())} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (p peer) compare(b *browser, dir, server string, queries []bench.Query, size int) error {
	page := "<!DOCTYPE html>"
	if p.script != "" {
		page += `<script src="/` + p.script + `"></script>`
	}
	if err := os.WriteFile(filepath.Join(dir, p.name+".html"), []byte(page), 0o644); err != nil {
		return err
	}
	var texts []string
	for _, q := range queries {
		texts = append(texts, q.Text)
	}
	var fast, slow times
	for slower, t := range map[float64]*times{1: &fast, 6: &slow} {
		list, err := json.Marshal(typed(queries))
		if err != nil {
			return err
		}
		if *t, err = b.measure(server+"/"+p.name+".html", p.open, string(list), slower); err != nil {
			return err
		}
	}
	list, err := json.Marshal(texts)
	if err != nil {
		return err
	}
	answers, err := evaluate[[][]int](b, measureAnswers+"("+string(list)+")")
	if err != nil {
		return err
	}
	recall, rank := judgePeer(queries, answers)
	fmt.Printf("%-12s %9.3f %7.3f %9.1f %12.0f ms %12.0f ms %12.2f ms %12.2f ms\n", p.name, recall, rank, kb(size), fast.Cold, slow.Cold, fast.P95, slow.P95)
	return nil
}

// indexPeers makes the peers' indexes in a folder.
func indexPeers(dir, modules string) error {
	type section struct {
		ID    int    `json:"id"`
		Title string `json:"title"`
		Text  string `json:"text"`
	}
	var sections []section
	for i, t := range bench.Document() {
		sections = append(sections, section{i, t.Heading, strings.Join(t.Paragraphs, "\n")})
	}
	b, err := json.Marshal(sections)
	if err != nil {
		return err
	}
	modules, err = filepath.Abs(modules)
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"sections.json": b, "peers.mjs": peersScript} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	node := exec.Command("node", "peers.mjs", modules)
	node.Dir = dir
	if out, err := node.CombinedOutput(); err != nil {
		return fmt.Errorf("node peers.mjs: %w\n%s", err, out)
	}
	return nil
}

// judgePeer judges the answers as bench.Measure does.
func judgePeer(queries []bench.Query, answers [][]int) (recall, rank float64) {
	n := 0.0
	for i, q := range queries {
		if len(q.Gold) == 0 || i >= len(answers) {
			continue
		}
		n++
		found, first := 0, 0.0
		for at, a := range answers[i] {
			if !slices.Contains(q.Gold, a) {
				continue
			}
			if first == 0 {
				first = 1 / float64(at+1)
			}
			if at < 5 {
				found++
			}
		}
		recall += float64(found) / float64(min(len(q.Gold), 5))
		rank += first
	}
	return recall / max(n, 1), rank / max(n, 1)
}

// weigh is what files weigh, compressed as a good server would; what is compressed
// already stays as it is.
func weigh(files []string) int {
	total := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		var out bytes.Buffer
		w := brotli.NewWriterLevel(&out, brotli.BestCompression)
		w.Write(b)
		w.Close()
		total += min(out.Len(), len(b))
	}
	return total
}
