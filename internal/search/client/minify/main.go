// Command minify writes the script of the search into the site's static files.
package main

import (
	"flag"
	"fmt"
	"os"

	"strategia/internal/search/client"
)

func main() {
	out := flag.String("o", "", "the file to write")
	flag.Parse()
	b, err := client.Minified()
	if err == nil {
		err = os.WriteFile(*out, b, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "minify:", err)
		os.Exit(1)
	}
}
