package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"strategia/internal/search/bench"
	"strategia/static"
)

// boxPage is the box as pages have it, with their stylesheet.
const boxPage = `<!DOCTYPE html>
<html lang="pl"><meta charset="utf-8"><link rel="stylesheet" href="/strategia.css">
<div class="bar"><form class="search" role="search" action="/" data-page="/" data-root="/" data-index="/search-" data-shards="1" data-kinds="Cele|Rozdziały" data-none="-" data-browse="-" data-count="" data-instead="-" data-clear="-">
<label class="visually-hidden" for="q">-</label>
<input id="q" type="text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="list">
<div id="list" role="listbox" hidden></div>
<span class="visually-hidden" role="status"></span></form></div>
<main></main><script src="/search.js"></script>`

// openBox opens the search as a reader does; ask(query) then types, and has the list laid out.
const openBox = `async () => {
	const [, box, list] = document.querySelector(".search").children;
	box.value = "se";
	box.onfocus();
	await new Promise(drawn => new MutationObserver(drawn).observe(list, {childList: true}));
	return q => {
		box.value = q;
		box.oninput();
		return list.scrollHeight;
	};
}`

// drawn prints how long a reader waits for the list under the box: what compare
// measures, and making and laying out what is shown.
func (b *browser) drawn(dir, server string, queries []bench.Query) error {
	style, err := static.FS.ReadFile("assets/strategia.css")
	if err != nil {
		return err
	}
	for name, content := range map[string][]byte{"box.html": []byte(boxPage), "strategia.css": style} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	var some []string // drawing takes many times as long
	for i, q := range typed(queries) {
		if i%8 == 0 {
			some = append(some, q)
		}
	}
	list, err := json.Marshal(some)
	if err != nil {
		return err
	}
	fast, err := b.measure(server+"/box.html", openBox, string(list), 1)
	if err != nil {
		return err
	}
	slow, err := b.measure(server+"/box.html", openBox, string(list), 6)
	if err != nil {
		return err
	}
	fmt.Printf("%-30s %9s %12.0f ms %12.0f ms %12.2f ms %12.2f ms\n", "strategia, with the list drawn", "", fast.Cold, slow.Cold, fast.P95, slow.P95)
	return nil
}
