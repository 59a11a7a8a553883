package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"strategia/internal/search/lexicon/maker"
)

// language is that of a dictionary, at the beginning of its name.
var language = regexp.MustCompile(`^[a-z]{2,3}`)

// lexiconCommand makes the table of words that the search of a site needs from a
// Hunspell dictionary, for languages whose dictionaries may not be built in.
func lexiconCommand(_ context.Context, p *program) int {
	if code, ok := p.parse(2); !ok {
		return code
	}
	if len(p.args) < 2 {
		return p.usage(p.say("need-dictionary"))
	}
	name := strings.TrimSuffix(strings.TrimSuffix(p.args[1], ".aff"), ".dic")
	lang := language.FindString(filepath.Base(name))
	if lang == "" {
		return p.usage(p.say("bad-dictionary", p.args[1]))
	}
	words := maker.New()
	if err := words.Hunspell(name); err != nil {
		return p.fail(err)
	}
	root, err := os.OpenRoot(p.dir())
	if err != nil {
		return p.fail(err)
	}
	defer root.Close()
	table := words.Table()
	path := "layouts/" + lang + ".lex"
	if err := store(root, path, table.Marshal()); err != nil {
		return p.fail(err)
	}
	fmt.Fprintln(p.out, p.say("made-lexicon", path, fmt.Sprint(len(table.Stems))))
	return exitClean
}
