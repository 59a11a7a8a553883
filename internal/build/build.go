package build

import (
	"bytes"
	"fmt"

	"strategia/internal/diag"
	"strategia/internal/persistent"
	"strategia/internal/site"
	"strategia/internal/source"
	"strategia/internal/strategy"
)

// Build is a site as its folder was at one Update.
type Build struct {
	Site     *site.Site
	Strategy *strategy.Strategy
	// Diagnostics, sorted, acknowledgements applied, places known.
	Diagnostics []diag.Diagnostic
	Files       int // files read
	Texts       int // Markdown files among them

	session *Session
	texts   []source.Item // Markdown files
	parsed  persistent.Map[string, *parsed]
	others  []hashed // copied files and layouts
}

// hashed is a file that was read but not parsed.
type hashed struct {
	path string
	sum  source.Sum
}

// made is an artefact that was made, with the facts it was made from.
type made struct {
	bytes []byte
	facts []site.FactName
	sums  []site.Sum
}

func (b *Build) add(ds ...diag.Diagnostic) { b.Diagnostics = append(b.Diagnostics, ds...) }

// Failed reports whether the site must not be written: there are errors, or
// warnings where strict counts them as errors.
func (b *Build) Failed(strict bool) bool {
	return diag.Count(b.Diagnostics, diag.Error) > 0 || strict && diag.Count(b.Diagnostics, diag.Warning) > 0
}

func (b *Build) prose(e *strategy.Entry, buf *[]byte) []byte {
	if p := b.parsed.Get(e.Path); p != nil {
		return b.session.store.get(p.prose, buf)
	}
	return nil
}

func (b *Build) csv(e *strategy.Entry, i int) []byte {
	if p := b.parsed.Get(e.Path); p != nil && i < len(p.csv) {
		return b.session.store.get(p.csv[i], new([]byte))
	}
	return nil
}

// facts is the hash of all that a text says, with its data.
func (b *Build) facts(name string) source.Sum {
	if p := b.parsed.Get(name); p != nil {
		return p.facts()
	}
	return source.Sum{}
}

func (b *Build) sum(name string) source.Sum {
	if p := b.parsed.Get(name); p != nil {
		return p.sum
	}
	return source.Sum{}
}

// forgetLinks drops what only the linking and the rules need, in a session that
// builds once: the links of all texts are a third of the model.
func (b *Build) forgetLinks() {
	for _, e := range b.Strategy.Entries() {
		e.Links = nil
	}
}

// Make returns the bytes of the artefact at path, or nil if the site has none
// there. An artefact whose facts are as they were is not made again.
func (b *Build) Make(name string) ([]byte, error) {
	a := b.Site.Find(name)
	if a == nil {
		return nil, nil
	}
	if a.Source != "" {
		f := b.session.File(a.Source)
		if f == nil {
			return nil, fmt.Errorf("read %s: the file is gone", a.Source)
		}
		return f.Bytes, nil
	}
	b.session.making.Lock()
	old := b.session.made[name]
	b.session.making.Unlock()
	if old != nil && b.holds(old) {
		return old.bytes, nil
	}
	var buf bytes.Buffer
	facts, err := b.render(a, &buf)
	if err != nil {
		return nil, err
	}
	m := &made{bytes: buf.Bytes()}
	m.facts, m.sums = make([]site.FactName, len(facts)), make([]site.Sum, len(facts))
	for i, f := range facts {
		m.facts[i], m.sums[i] = f.FactName, b.Site.Sum(f)
	}
	b.session.keep(name, m)
	return m.bytes, nil
}

// holds reports whether all facts that m was made from still say the same.
func (b *Build) holds(m *made) bool {
	for i, name := range m.facts {
		if b.Site.Sum(b.Site.Fact(name)) != m.sums[i] {
			return false
		}
	}
	return true
}
