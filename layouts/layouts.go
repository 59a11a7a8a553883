// Package layouts carries the built-in page layouts and the words of the
// interface. A site shadows them file by file with its own layouts folder.
// What each layout receives is documented in package site.
package layouts

import "embed"

//go:embed *.html *.txt
var FS embed.FS
