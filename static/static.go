// Package static carries the built-in style sheet, script and icons. A site
// shadows them file by file with its own static folder.
package static

import "embed"

//go:embed all:assets
var FS embed.FS
