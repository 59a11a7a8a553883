// Package client holds the script with which readers search: search.js is its
// source, written to be read; Minified is what the site gets, without comments and
// with short names.
package client

import (
	_ "embed"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

//go:embed search.js
var source string

// Engine is the part of the script that answers, for the tests: a script that
// leaves its function open as openIndex.
func Engine() string {
	engine, _, _ := strings.Cut(source, "// What follows shows answers.")
	return engine + "globalThis.openIndex = open;\n})();\n"
}

//go:generate go run ./minify -o ../../../static/assets/search.js

// Minified returns the script as the site has it.
func Minified() ([]byte, error) {
	var b strings.Builder
	if err := (&js.Minifier{}).Minify(minify.New(), &b, strings.NewReader(source), nil); err != nil {
		return nil, err
	}
	return []byte(b.String() + "\n"), nil
}
