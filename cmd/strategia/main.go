// Command strategia compiles a strategy document, a folder of Markdown, into a
// static website. This file holds the flags, the wiring and the exit codes;
// what is said to people stands in say.go and help.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"strategia/internal/build"
	"strategia/internal/diag"
)

// The exit codes: the author's mistakes and the environment's are told apart,
// so that a script can.
const (
	exitClean = iota
	exitAuthor
	exitEnvironment
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// program is one run of a command.
type program struct {
	out, err io.Writer
	lang     diag.Lang
	flags    *flag.FlagSet
	args     []string // what is not a flag
}

// commands are the subcommands by name.
var commands = map[string]func(context.Context, *program) int{
	"build": buildCommand, "check": checkCommand, "data": dataCommand, "explain": explainCommand,
	"lexicon": lexiconCommand,
	"new":     newCommand, "search": searchCommand, "serve": serveCommand, "version": versionCommand,
}

func run(ctx context.Context, args []string, out, errw io.Writer) int {
	p := &program{out: out, err: errw, lang: diag.LangFromEnv(os.Getenv)}
	var lang string
	if lang, args = takeLang(args); lang != "" {
		l, ok := diag.ParseLang(lang)
		if !ok {
			return p.usage(p.say("bad-lang", lang))
		}
		p.lang = l
	}
	if len(args) == 0 {
		p.help("")
		return exitEnvironment
	}
	name := args[0]
	switch name {
	case "-h", "--help", "help":
		p.help("")
		return exitClean
	case "--version", "-version":
		name = "version"
	}
	command := commands[name]
	if command == nil {
		return p.usage(p.say("unknown-command", name))
	}
	p.flags = flag.NewFlagSet(name, flag.ContinueOnError)
	p.flags.SetOutput(io.Discard)
	p.args = args[1:]
	return command(ctx, p)
}

// takeLang takes --lang out of the arguments, wherever it stands: the language is
// wanted before all else, for the help too.
func takeLang(args []string) (lang string, rest []string) {
	for i := 0; i < len(args); i++ {
		switch name, value, joined := strings.Cut(args[i], "="); {
		case name != "--lang" && name != "-lang":
			rest = append(rest, args[i])
		case joined:
			lang = value
		case i+1 < len(args):
			i++
			lang = args[i]
		}
	}
	return lang, rest
}

// parse parses the command's flags, which may stand before, between and after
// the other words, of which there may be at most most. It returns false with
// the exit code if the command is not to go on.
func (p *program) parse(most int) (int, bool) {
	var words []string
	for rest := p.args; ; {
		if err := p.flags.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				p.help(p.flags.Name())
				return exitClean, false
			}
			return p.usage(p.flagProblem(err)), false
		}
		rest = p.flags.Args()
		if len(rest) == 0 {
			break
		}
		words, rest = append(words, rest[0]), rest[1:]
	}
	if len(words) > most {
		return p.usage(p.say("too-many", words[most])), false
	}
	p.args = words
	return exitClean, true
}

// flagProblem puts what package flag says of an option into the reader's language.
func (p *program) flagProblem(err error) string {
	for start, key := range map[string]string{"flag needs an argument: -": "need-value", "flag provided but not defined: -": "unknown-option"} {
		if name, ok := strings.CutPrefix(err.Error(), start); ok {
			if name = "-" + name; len(name) > 2 {
				name = "-" + name
			}
			return p.say(key, name)
		}
	}
	return err.Error()
}

// dir is the folder that the command was given, this one if none.
func (p *program) dir() string {
	if len(p.args) == 0 {
		return "."
	}
	return p.args[0]
}

// usage says what is wrong with the call and where the help is.
func (p *program) usage(problem string) int {
	fmt.Fprintln(p.err, "strategia: "+problem)
	fmt.Fprintln(p.err, p.say("see-help"))
	return exitEnvironment
}

// spendMemory lets a program that builds once collect garbage less often than
// one that stays, within a bound that keeps the whole process below 150 MiB. With
// 30 MB more a site of 10 000 chapters would take a tenth less time.
func spendMemory() {
	debug.SetGCPercent(200)
	debug.SetMemoryLimit(130 << 20)
}

func versionCommand(_ context.Context, p *program) int {
	if code, ok := p.parse(0); !ok {
		return code
	}
	fmt.Fprintln(p.out, "strategia "+build.Version)
	return exitClean
}
