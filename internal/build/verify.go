package build

import (
	"hash/maphash"
	"io"
	"path"
	"slices"
	"strings"

	"strategia/internal/arena"
	"strategia/internal/diag"
	"strategia/internal/site"
	"strategia/internal/source"
)

// links collects what the pages of a site hold and refer to, for the check that
// every link of the finished site leads somewhere. A site of 10 000 chapters has
// a million of them, so they are kept as hashes; the few that lead nowhere are
// looked up again by making their page once more. Each worker has its own.
type links struct {
	site *site.Site
	base string
	// ids are the hashes of "page#id" of the pages that were scanned, in room.
	ids  [][]uint64
	room arena.List[uint64]
	// refs are the hashes of what is referred to, "page#id" or "path", each
	// with the first artefact that does.
	refs map[uint64]int
	// seen are the hashes of (folder, link) that are resolved already, as
	// pages of a folder share most of their links.
	seen map[uint64]struct{}
	// duplicates are the pages that hold an id twice.
	duplicates []int

	page       int
	own, local []uint64 // the page's ids, and what it refers to on itself
}

func newLinks(s *site.Site) *links {
	return &links{site: s, base: s.Base(), refs: map[uint64]int{}, seen: map[uint64]struct{}{}}
}

// mostSeen bounds seen: what pages share is met early.
const mostSeen = 4096

// mostOwn is the number of ids up to which their room serves the next page.
const mostOwn = 8192

var seed = maphash.MakeSeed()

// hashOf hashes a page's or folder's path with what is named within it.
func hashOf(path string, sep byte, name string) uint64 {
	return within(maphash.String(seed, path), sep, name)
}

// within is hashOf for a path that is hashed already.
func within(path uint64, sep byte, name string) uint64 {
	return path*uint64(2*int(sep)+1) + maphash.String(seed, name)
}

// scanner starts on the page name, artefact i, and returns what scans its HTML.
func (l *links) scanner(i int, name string) func([]byte) {
	l.page, l.own, l.local = i, l.own[:0], l.local[:0]
	page, folder := maphash.String(seed, name), maphash.String(seed, path.Dir(name))
	id := func(id string) { l.own = append(l.own, within(page, '#', id)) }
	link := func(link string) {
		if fragment, own := strings.CutPrefix(link, "#"); own {
			if fragment != "" {
				l.local = append(l.local, within(page, '#', plain(fragment)))
			}
			return
		}
		key := within(folder, 0, link)
		if _, known := l.seen[key]; known {
			return
		}
		if len(l.seen) < mostSeen {
			l.seen[key] = struct{}{}
		}
		if to, fragment, ok := site.Resolve(name, link, l.base); ok {
			if l.site.Find(to) == nil {
				l.refer(hashOf(to, 0, ""))
			} else if fragment != "" && strings.HasSuffix(to, ".html") {
				l.refer(hashOf(to, '#', fragment))
			}
		}
	}
	return func(page []byte) { site.Scan(page, id, link) }
}

// plain undoes the escaping of a fragment in HTML.
func plain(fragment string) string {
	if strings.IndexByte(fragment, '&') < 0 && strings.IndexByte(fragment, '%') < 0 {
		return fragment
	}
	_, f, _ := site.Resolve("", "#"+fragment, "")
	return f
}

func (l *links) refer(h uint64) {
	if _, known := l.refs[h]; !known {
		l.refs[h] = l.page
	}
}

// endPage checks the page's links to itself.
func (l *links) endPage() {
	slices.Sort(l.own)
	for i := 1; i < len(l.own); i++ {
		if l.own[i] == l.own[i-1] {
			l.duplicates = append(l.duplicates, l.page)
			break
		}
	}
	l.ids = append(l.ids, l.room.Copy(l.own))
	for _, h := range l.local {
		if _, found := slices.BinarySearch(l.own, h); !found {
			l.refer(h)
		}
	}
	if cap(l.own) > mostOwn { // of the whole document, once
		l.own, l.local = nil, nil
	}
}

// verify checks every link of the finished pages against the pages, files and
// ids that are really there. Most dead links were reported with the text that
// holds them; this finds also those that a layout makes.
func (b *Build) verify(all []*links) ([]diag.Diagnostic, error) {
	dead := map[uint64]int{}
	suspects := map[int]bool{}
	for _, l := range all {
		for h, page := range l.refs {
			if old, known := dead[h]; !known || page < old {
				dead[h] = page
			}
		}
		for _, page := range l.duplicates {
			suspects[page] = true
		}
	}
	for _, l := range all {
		for _, ids := range l.ids {
			for _, id := range ids {
				delete(dead, id)
			}
		}
	}
	for _, page := range dead {
		suspects[page] = true
	}
	var ds []diag.Diagnostic
	for page := range suspects {
		found, err := b.inspect(b.Site.Artefacts[page], dead)
		if err != nil {
			return nil, err
		}
		ds = append(ds, found...)
	}
	return ds, nil
}

// inspect makes a page once more to name its dead links and repeated ids.
func (b *Build) inspect(a *site.Artefact, dead map[uint64]int) ([]diag.Diagnostic, error) {
	span := source.Span{Path: layoutsDir + "/" + a.Layout + ".html"}
	var ds []diag.Diagnostic
	ids := map[string]int{}
	s := sink{}
	s.reset("", func(page []byte) {
		site.Scan(page, func(id string) {
			id = strings.Clone(id)
			if ids[id]++; ids[id] == 2 {
				ds = append(ds, diag.New(diag.DuplicateHTMLID, span, a.Path, id))
			}
		}, func(link string) {
			to, fragment, ok := site.Resolve(a.Path, link, b.Site.Base())
			if !ok {
				return
			}
			_, noFile := dead[hashOf(to, 0, "")]
			_, noPlace := dead[hashOf(to, '#', fragment)]
			if noFile || fragment != "" && noPlace {
				ds = append(ds, diag.New(diag.DeadLink, span, a.Path, strings.Clone(link)))
			}
		})
	})
	if _, err := b.render(a, io.Writer(&s)); err != nil {
		return nil, err
	}
	_, err := s.end("")
	return ds, err
}
