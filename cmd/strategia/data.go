package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"time"

	"strategia/internal/build"
	"strategia/internal/databank"
	"strategia/internal/strategy"
)

// dataCommand fetches the values of indicators that name a variable of the Local
// Data Bank. It is the only command that asks another host, and it does so at the
// editor's word only: what it brings is stored beside the indicator, for review.
func dataCommand(ctx context.Context, p *program) int {
	var only, key, address string
	var force bool
	p.flags.StringVar(&only, "id", "", "")
	p.flags.StringVar(&key, "key", os.Getenv("BDL_KEY"), "")
	p.flags.StringVar(&address, "api", "", "")
	p.flags.BoolVar(&force, "force", false, "")
	if code, ok := p.parse(2); !ok {
		return code
	}
	if len(p.args) == 0 || p.args[0] != "fetch" {
		return p.usage(p.say("need-fetch"))
	}
	p.args = p.args[1:]
	if base, ok := baseURL(address); !ok {
		return p.usage(p.say("bad-api", base))
	}
	s, err := build.NewSession(build.Options{Dir: p.dir()})
	if err != nil {
		return p.fail(err)
	}
	defer s.Close()
	b, err := s.Update(ctx)
	if err != nil {
		return p.fail(err)
	}
	root, err := os.OpenRoot(p.dir())
	if err != nil {
		return p.fail(err)
	}
	defer root.Close()
	f := &fetcher{program: p, root: root, bank: &databank.Client{Address: address, Key: key}, force: force}
	return f.all(ctx, b.Strategy.Indicators, only)
}

// fetcher brings the values of indicators into a site's folder, out of which the
// root lets nothing lead.
type fetcher struct {
	*program
	root  *os.Root
	bank  *databank.Client
	force bool
}

// all fetches each indicator, or only one, and goes on after a failure that is
// that indicator's own.
func (f *fetcher) all(ctx context.Context, indicators []*strategy.Entry, only string) int {
	asked, code := 0, exitClean
	for _, e := range indicators {
		if only != "" && e.ID != only || only == "" && e.Indicator.Source.Variable == "" {
			continue
		}
		asked++
		err := f.one(ctx, e)
		if err == nil {
			continue
		}
		code = exitEnvironment
		fmt.Fprintln(f.err, "strategia: "+e.ID+": "+f.trouble(err))
		if refused := (*databank.RefusedError)(nil); ctx.Err() != nil || errors.As(err, &refused) && refused.After > 0 {
			break // whoever comes next would be refused too
		}
	}
	if asked == 0 {
		return f.usage(f.say("nothing-to-fetch"))
	}
	return code
}

// errByHand says that a file was not fetched from the bank before.
var errByHand = errors.New("the file was made by hand")

// errWorkbook says that the values stand in a workbook, which is people's work.
var errWorkbook = errors.New("the values stand in a workbook")

// one fetches the values of an indicator and stores them.
func (f *fetcher) one(ctx context.Context, e *strategy.Entry) error {
	name := e.DataPath()
	if e.DataBook() {
		return errWorkbook
	}
	old, err := f.root.ReadFile(name)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err == nil && !f.force && !bytes.HasPrefix(old, []byte(databank.Mark+"\n")):
		return errByHand
	}
	source := e.Indicator.Source
	answer, err := f.bank.Values(ctx, source.Variable, source.Place)
	if err != nil {
		return err
	}
	fresh := answer.Table(time.Now().Format(time.DateOnly))
	if bytes.Equal(undated(old), undated(fresh)) {
		fmt.Fprintln(f.out, f.say("fetched-same", e.ID, name))
		return nil
	}
	if err := f.store(name, fresh); err != nil {
		return err
	}
	fmt.Fprintln(f.out, f.say("fetched", e.ID, name, fmt.Sprint(len(answer.Values)), answer.Area))
	return nil
}

// undated is a table without the line that tells when it was fetched.
func undated(table []byte) []byte {
	var out []byte
	for line := range bytes.Lines(table) {
		if !bytes.HasPrefix(line, []byte("# pobrano:")) {
			out = append(out, line...)
		}
	}
	return out
}

// store writes a file whole or not at all.
func (f *fetcher) store(name string, b []byte) error {
	if err := f.root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	temporary := name + ".part"
	err := f.root.WriteFile(temporary, b, 0o666)
	if err == nil {
		err = f.root.Rename(temporary, name)
	}
	if err != nil {
		_ = f.root.Remove(temporary) // the first error is the one to tell
	}
	return err
}

// trouble puts what went wrong with one indicator into the reader's language.
func (f *fetcher) trouble(err error) string {
	refused := (*databank.RefusedError)(nil)
	switch {
	case errors.Is(err, errByHand):
		return f.say("made-by-hand")
	case errors.Is(err, errWorkbook):
		return f.say("in-workbook")
	case errors.Is(err, databank.ErrQuestion):
		return f.say("bad-question")
	case errors.Is(err, databank.ErrNothing):
		return f.say("bank-empty")
	case errors.As(err, &refused) && refused.After > 0:
		return f.say("bank-limit", refused.After.String())
	case errors.As(err, &refused):
		return f.say("bank-refused", fmt.Sprint(refused.Status), cmp.Or(refused.Reason, "–"))
	}
	return f.refusal(err)
}
