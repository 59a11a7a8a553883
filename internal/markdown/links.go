package markdown

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// SchemeDoc describes a scheme of links for the manual.
type SchemeDoc struct {
	Scheme, Example string
	PL, EN          string
}

// scheme is a word before the colon of a link that names an entity.
type scheme struct {
	SchemeDoc
	kind strategy.Kind // KindNone: reserved for a later version
}

var schemes = []scheme{
	{SchemeDoc{"goal", "[](goal:synergia)", "cel strategii", "a goal of the strategy"}, strategy.KindGoal},
	{SchemeDoc{"sec", "[](sec:8.1)", "rozdział, podrozdział albo jego fragment: identyfikator rozdziału, numer albo kotwica", "a chapter, a section or a part of it: a chapter's id, a number or an anchor"}, strategy.KindSection},
	{SchemeDoc{"doc", "[](doc:zit#3)", "dokument zewnętrzny; po # jego cel", "an outer document; after # one of its goals"}, strategy.KindDocument},
	{SchemeDoc{"unit", "[](unit:wrpe)", "jednostka lub inny podmiot", "a unit or other actor"}, strategy.KindUnit},
	{SchemeDoc{"term", "[](term:interesariusz)", "pojęcie ze słownika", "a term of the glossary"}, strategy.KindTerm},
	{SchemeDoc{"chapter", "[](chapter:wdrozenie)", "rozdział", "a chapter"}, strategy.KindChapter},
	{SchemeDoc{"indicator", "[](indicator:ludnosc)", "wskaźnik; `?year=2023` dopisuje wartość i porównuje ją z wpisaną: `[97 400](indicator:ludnosc?year=2023)`", "an indicator; `?year=2023` adds the value and holds a typed one against it: `[97 400](indicator:ludnosc?year=2023)`"}, strategy.KindIndicator},
	{SchemeDoc{"action", "[](action:wymiana-piecow)", "działanie", "an action"}, strategy.KindAction},
	{SchemeDoc{Scheme: "programme"}, strategy.KindNone},
}

// LinkSchemes lists the schemes that links may use, in the manual's order.
func LinkSchemes() []SchemeDoc {
	var out []SchemeDoc
	for _, s := range schemes {
		if s.kind != strategy.KindNone {
			out = append(out, s.SchemeDoc)
		}
	}
	return out
}

var schemeNames = func() (names []string) {
	for _, s := range schemes {
		names = append(names, s.Scheme)
	}
	return names
}()

// polishSchemes are the kinds of links as authors are likely to name them.
var polishSchemes = map[string]string{
	"cel": "goal", "rozdz": "sec", "rozdzial": "chapter", "dok": "doc", "dokument": "doc", "jednostka": "unit",
	"pojecie": "term", "wskaznik": "indicator", "dzialanie": "action",
}

// destination is where a link leads, as far as this file can tell.
type destination struct {
	slot string // the argument of SlotHref or SlotImage, or ""
	url  string // an address that is written as it is, or ""
	link strategy.Link
	auto bool // may have no text: it names an entity
	ok   bool // false: refused, and reported
}

// resolve understands the destination dest, as typed, of a link or image at place.
func (r *renderer) resolve(dest []byte, place source.Span) destination {
	s := strings.TrimSpace(unescape(dest))
	d := destination{link: strategy.Link{Section: r.section, Start: place.Start, End: place.End}}
	word, rest, ok := strings.Cut(s, ":")
	if ok && isScheme(word) {
		return r.resolveScheme(d, word, rest, s, dest, place)
	}
	switch {
	case s == "":
		r.report(diag.New(diag.LinkEmpty, place))
		return d
	case mailLike(s):
		r.report(diag.New(diag.LinkMail, place, s).With(diag.HintWrite, "mailto:"+s))
		return d
	case hostLike(s):
		r.report(diag.New(diag.LinkWithoutScheme, place, s).With(diag.HintWrite, "https://"+s))
		return d
	case strings.HasPrefix(s, "//") || strings.HasPrefix(s, `\`):
		r.report(diag.New(diag.LinkUnsafe, place, s))
		return d
	case s[0] == '/':
		r.report(diag.New(diag.LinkAbsolute, place, s))
		return d
	}
	target, fragment, _ := strings.Cut(s, "#")
	d.link.Target, d.link.Fragment = target, fragment
	if target == "" {
		d.slot, d.ok = "#"+fragment, true
		return d
	}
	return r.resolveFile(d, target, fragment, place)
}

// hostLike says whether s is the address of a site that lacks its beginning: it
// starts with "www." or with a name that ends like those of hosts.
func hostLike(s string) bool {
	host, _, _ := strings.Cut(s, "/")
	if strings.HasPrefix(strings.ToLower(host), "www.") {
		return true
	}
	switch path.Ext(host) {
	case ".pl", ".eu", ".com", ".org", ".net":
		return len(host) > 4 && host[0] != '.'
	}
	return false
}

// mailLike says whether s is an e-mail address.
func mailLike(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && strings.IndexByte(host, '.') > 0 && !strings.ContainsAny(s, "/ #?:") && strings.IndexByte(host, '@') < 0
}

func isScheme(s string) bool {
	if s == "" || len(s) > 32 {
		return false
	}
	for i := range len(s) {
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (i == 0 || !number(s[i]) && s[i] != '+' && s[i] != '-' && s[i] != '.') {
			return false
		}
	}
	return true
}

func (r *renderer) resolveScheme(d destination, word, rest, whole string, raw []byte, place source.Span) destination {
	switch strings.ToLower(word) {
	case "http", "https", "mailto", "tel":
		if strings.HasPrefix(word, "http") && len(strings.Trim(rest, "/")) == 0 || rest == "" {
			r.report(diag.New(diag.LinkEmpty, place))
			return d
		}
		d.link.Target, d.link.Fragment, _ = strings.Cut(whole, "#")
		d.url, d.ok = string(util.URLEscape(raw, true)), true
		return d
	}
	if len(word) == 1 || strings.EqualFold(word, "file") {
		r.report(diag.New(diag.LinkOwnDisk, place, whole))
		return d
	}
	for _, s := range schemes {
		if s.Scheme != word {
			continue
		}
		id, fragment, _ := strings.Cut(strings.TrimSpace(rest), "#")
		if s.kind == strategy.KindIndicator {
			id, d.link.Period = r.period(id, place)
		}
		switch {
		case s.kind == strategy.KindNone:
			r.report(diag.New(diag.LinkReserved, place, word))
		case id == "":
			r.report(diag.New(diag.LinkEmpty, place))
		default:
			d.link.Kind, d.link.Target, d.link.Fragment = s.kind, id, fragment
			d.slot, d.auto, d.ok = d.link.Slot(), true, true
		}
		return d
	}
	if near := cmp.Or(polishSchemes[strings.ToLower(word)], nearest(word, schemeNames)); near != "" {
		r.report(diag.New(diag.LinkSchemeUnknown, place, word).With(diag.HintNearest, near))
		return d
	}
	r.report(diag.New(diag.LinkUnsafe, place, whole))
	return d
}

// period takes the period that a link to an indicator asks for off its id.
func (r *renderer) period(id string, place source.Span) (string, string) {
	id, query, asked := strings.Cut(id, "?")
	if !asked {
		return id, ""
	}
	name, typed, _ := strings.Cut(query, "=")
	p, ok := strategy.ParsePeriod(typed)
	if name != "year" || !ok {
		r.report(diag.New(diag.LinkQuery, place, query))
		return id, ""
	}
	return id, p.String()
}

// resolveFile makes a path of the site's folder of a path as typed.
func (r *renderer) resolveFile(d destination, target, fragment string, place source.Span) destination {
	clean := target
	if strings.Contains(clean, "%") {
		clean = unpercent(clean)
	}
	if i := strings.IndexByte(clean, '?'); i >= 0 {
		clean = clean[:i]
	}
	p := path.Join(path.Dir(r.t.path), clean)
	root, _, _ := strings.Cut(r.t.path, "/")
	if strings.Contains(clean, `\`) {
		r.report(diag.New(diag.PathBackslash, place, target).With(diag.HintWrite, strings.ReplaceAll(target, `\`, "/")))
		return d
	}
	if p != root && !strings.HasPrefix(p, root+"/") || strings.Contains(clean, "\x00") {
		r.report(diag.New(diag.LinkOutside, place, target))
		return d
	}
	d.slot, d.ok = "file:"+p, true
	if fragment != "" {
		d.slot += "#" + fragment
	}
	return d
}

// unpercent resolves %20 and its like, where the result is text.
func unpercent(s string) string {
	const hex = "0123456789abcdef"
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, lo := strings.IndexByte(hex, s[i+1]|0x20), strings.IndexByte(hex, s[i+2]|0x20)
			if hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// place returns the bytes of a link or image whose node starts at pos.
func (r *renderer) place(pos int) stretch {
	i, ok := slices.BinarySearchFunc(r.notes.ends, pos, func(s stretch, at int) int { return s.start - at })
	if !ok {
		return stretch{max(pos, 0), max(pos, 0)}
	}
	return r.notes.ends[i]
}

// vague are the link texts that say nothing to a reader who hears only them.
var vague = []string{"tutaj", "tu", "kliknij", "kliknij tutaj", "kliknij tu", "link", "więcej", "czytaj więcej", "zobacz", "here", "click here", "click", "more", "read more"}

func (r *renderer) link(n *ast.Link) {
	at := r.place(n.Pos())
	place := r.span(at.start, at.end)
	d := r.resolve(n.Destination, place)
	words := r.plainBytes(n)
	empty := len(words) == 0 && !r.hasImage(n)
	if !d.ok {
		// Shown as the author typed it: the words stay in the text.
		if empty {
			r.escape(r.src[at.start:at.end])
		} else {
			r.children(n)
		}
		return
	}
	if d.auto {
		d.link.Text = string(words)
	}
	r.e.Links = append(r.e.Links, d.link)
	if !d.auto && empty {
		r.report(diag.New(diag.LinkTextEmpty, place, unescape(n.Destination)))
		return
	}
	if len(words) < 20 && contains(vague, strings.ToLower(strings.Trim(string(words), ".!… "))) {
		r.report(diag.New(diag.LinkTextVague, place, string(words)))
	}
	r.openLink(d, n.Title)
	if empty {
		r.slot(SlotText, d.slot)
		r.last = 'x'
	} else {
		r.inline(n)
	}
	r.str("</a>")
}

func (r *renderer) openLink(d destination, title []byte) {
	r.str(`<a href="`)
	if d.slot != "" {
		r.slot(SlotHref, d.slot)
	} else {
		r.out = appendEscaped(r.out, d.url)
	}
	if len(title) > 0 {
		r.str(`" title="`)
		r.out = appendEscaped(r.out, unescape(title))
	}
	r.str(`">`)
}

func (r *renderer) hasImage(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindImage || r.hasImage(c) {
			return true
		}
	}
	return false
}

// autoLink writes <https://…> and <name@host>.
func (r *renderer) autoLink(n *ast.AutoLink) {
	label := n.Label(r.src)
	start := max(n.Pos(), 0)
	if i := bytes.IndexByte(r.src[start:], '<'); i > 0 && i < 8 {
		start += i
	}
	place := r.span(start, min(start+len(label)+2, len(r.src)))
	dest := label
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(label), []byte("mailto:")) {
		dest = append([]byte("mailto:"), label...)
	}
	d := r.resolve(dest, place)
	if !d.ok {
		r.str("&lt;")
		r.escape(label)
		r.str("&gt;")
		return
	}
	r.e.Links = append(r.e.Links, d.link)
	r.openLink(d, nil)
	if d.auto {
		r.slot(SlotText, d.slot)
	} else {
		r.escape(label)
	}
	r.str("</a>")
	r.last = 'x'
}
