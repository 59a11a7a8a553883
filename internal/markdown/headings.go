package markdown

import (
	"strconv"
	"strings"

	"strategia/internal/diag"
	"strategia/internal/source"
	"strategia/internal/strategy"

	"github.com/yuin/goldmark/ast"
)

// headings keeps track of where in the outline a body is.
type headings struct {
	stack []outline // from the page's own heading to the one last written
	own   bool      // the body brings the page's own heading
}

// outline is one heading on the way down to the present one.
type outline struct {
	source int    // level as typed; 0 for the page's own when the body has none
	level  int    // level in the output
	number string // as typed
	cite   string
	anchor string // "" for a heading without a number
	last   string // number of its last numbered child
}

// heading writes a heading and notes its section.
func (r *renderer) heading(n *ast.Heading) {
	place := r.headingSpan(n)
	plain := r.plainText(n)
	number, title := splitNumber(plain)
	own := len(r.headings.stack) == 0 && r.isOwn(n, number, title)
	if plain == "" {
		r.report(diag.New(diag.HeadingEmpty, place))
	}
	if len(r.headings.stack) == 0 && !own {
		r.headings.stack = append(r.headings.stack, outline{source: n.Level - 1, level: 1, number: r.base0(), cite: r.base0(), anchor: numberAnchor(r.base0())})
	}
	level := r.descend(n, own, place)
	s := strategy.Section{Number: number, Title: title, Level: level}
	s.Start, s.End = place.Start, place.End
	o := outline{source: n.Level, level: level}
	if number != "" {
		r.numbered(&o, &s, number, place)
	}
	r.headings.stack = append(r.headings.stack, o)
	r.anchor(n, &s, o, plain, place)
	if own {
		r.headings.own = true
		r.checkOwn(number, title, place)
	}
	r.endSection()
	r.section, r.passages = len(r.e.Sections), 0
	r.e.Sections = append(r.e.Sections, s)
	r.writeHeading(n, s)
	r.headed = r.words
}

// endSection notes how much stands in the section that ends here.
func (r *renderer) endSection() {
	if i := len(r.e.Sections) - 1; i >= 0 {
		r.e.Sections[i].Words = int32(r.words - r.headed)
	}
}

func (r *renderer) writeHeading(n *ast.Heading, s strategy.Section) {
	r.start()
	r.str(`<div class="heading">`)
	for _, id := range s.Aliases {
		r.str(`<span id="`)
		r.slot(SlotID, id)
		r.str(`"></span>`)
	}
	tag := "123456"[s.Level-1]
	r.out = append(r.out, '<', 'h', tag)
	r.str(` id="`)
	r.slot(SlotID, s.Anchor)
	r.open(`"`, n)
	r.inline(n)
	r.out = append(r.out, '<', '/', 'h', tag, '>')
	r.out = appendSlotInt(r.out, SlotPermalink, r.section)
	r.str("</div>\n")
}

// isOwn says whether the body's first heading is the page's own: nothing stands
// before it, and it is of the first level, or the front matter has no title, or
// says the same.
func (r *renderer) isOwn(n *ast.Heading, number, title string) bool {
	if n.Parent() == nil || n.Parent().Kind() != ast.KindDocument || len(r.out) > 0 {
		return false
	}
	return n.Level == 1 || r.e.Title == "" || alike(title, r.e.Title) ||
		number != "" && number == r.e.Number
}

// checkOwn takes from the page's own heading what the front matter leaves out,
// and compares the rest.
func (r *renderer) checkOwn(number, title string, place source.Span) {
	if r.e.Number == "" {
		r.e.Number = number
	} else if number != "" && number != r.e.Number {
		r.report(diag.New(diag.HeadingDiffers, place, number, r.e.Number).At(diag.HintDefined, r.e.At("number")))
	}
	if r.e.Title == "" {
		r.e.Title = title
	} else if title != "" && !alike(title, r.e.Title) {
		r.report(diag.New(diag.HeadingDiffers, place, title, r.e.Title).At(diag.HintDefined, r.e.At("title")))
	}
}

// base0 is the number that the page's headings are below when the body does not
// bring the page's own heading: only chapters number their sections with it.
func (r *renderer) base0() string {
	if r.e.Kind == strategy.KindChapter {
		return r.e.Number
	}
	return ""
}

// descend finds the output's level of a heading, so that the page's own is 1
// and none is skipped, and leaves the stack at the heading's parent.
func (r *renderer) descend(n *ast.Heading, own bool, place source.Span) int {
	if own {
		return 1
	}
	st := r.headings.stack
	for len(st) > 1 && st[len(st)-1].source >= n.Level {
		st = st[:len(st)-1]
	}
	top := st[len(st)-1]
	switch {
	case len(st) == 1 && r.headings.own && n.Level <= top.source:
		r.report(diag.New(diag.HeadingSecondTitle, place))
	case n.Level > top.source+1:
		r.report(diag.New(diag.HeadingSkip, place, strconv.Itoa(n.Level), strconv.Itoa(top.source+1)))
	}
	r.headings.stack = st
	return min(top.level+1, 6)
}

// numbered works out the citation of a numbered heading and checks its place.
func (r *renderer) numbered(o *outline, s *strategy.Section, number string, place source.Span) {
	o.number, o.cite, o.anchor = number, number, numberAnchor(number)
	s.Cite = number
	parent := r.parentNumber()
	if parent == nil {
		return
	}
	if parent.cite == "" {
		r.checkOrder(parent, number, place)
		return
	}
	if strings.Contains(number, ".") && !strings.HasPrefix(parent.cite, "§") {
		if !strings.HasPrefix(number, parent.number+".") {
			r.report(diag.New(diag.HeadingNumberPlace, place, number, parent.number))
			return
		}
		r.checkOrder(parent, number, place)
		return
	}
	if strings.HasPrefix(number, "§") {
		r.checkOrder(parent, number, place)
		return
	}
	// "1." below 8.1 is its first point.
	o.anchor = parent.anchor + "-" + Fold(number)
	switch {
	case strings.Contains(parent.cite, " pkt "):
		o.cite = parent.cite + "." + number
	case strings.HasPrefix(parent.cite, "§"):
		o.cite = parent.cite + " ust. " + number
	default:
		o.cite = parent.cite + " pkt " + number
	}
	s.Cite = o.cite
	r.checkOrder(parent, number, place)
}

// parentNumber returns the nearest heading above that has a number, or the
// page's own.
func (r *renderer) parentNumber() *outline {
	st := r.headings.stack
	for i := len(st) - 1; i >= 0; i-- {
		if st[i].cite != "" || i == 0 {
			return &st[i]
		}
	}
	return nil
}

// checkOrder reports a number that does not follow its elder sibling's, and
// makes it the one that the next must follow.
func (r *renderer) checkOrder(parent *outline, number string, place source.Span) {
	defer func() { parent.last = number }()
	if parent.last == "" {
		return
	}
	was, ok1 := lastNumber(parent.last)
	is, ok2 := lastNumber(number)
	if ok1 && ok2 && is != was+1 && is != was {
		r.report(diag.New(diag.HeadingNumberOrder, place, number, parent.last))
	}
}

// headingSpan is the whole of a heading: from its marks to the end of its line.
func (r *renderer) headingSpan(n *ast.Heading) source.Span {
	start := max(n.Pos(), 0)
	if k := n.Lines().Len(); k > 0 {
		start = min(start, n.Lines().At(0).Start)
		end := r.line(n.Lines().At(k - 1).Start).End
		return source.Span{Path: r.t.path, Start: r.span(start, start).Start, End: end}
	}
	return r.line(start)
}

// lastNumber reads the last part of a number: 1 of "8.1", 4 of "IV".
func lastNumber(s string) (int, bool) {
	s = s[strings.LastIndexAny(s, ". ")+1:]
	if roman(s) {
		return romanValue(s), true
	}
	k, err := strconv.Atoi(s)
	return k, err == nil
}

func romanValue(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	sum := 0
	for i := range len(s) {
		v := values[s[i]]
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		sum += v
	}
	return sum
}

// splitNumber takes a typed number from the start of a heading: "8.1. Założenia",
// "1. Poziom", "8.1 Założenia", "IV. Cele", "§ 3. Zakres". A bare "2030" is a
// word, and needs its dot to be a number.
func splitNumber(s string) (number, title string) {
	rest, sign := strings.CutPrefix(s, "§ ")
	if !sign {
		rest, sign = strings.CutPrefix(s, "§\u00a0")
	}
	word, after, _ := strings.Cut(rest, " ")
	bare, dotted := strings.CutSuffix(word, ".")
	parts := 0
	for p := range strings.SplitSeq(bare, ".") {
		if parts++; len(bare) > 16 || parts > 6 || !numberPart(p) && !(parts == 1 && roman(p)) {
			return "", s
		}
	}
	switch {
	case sign:
		return "§ " + bare, after
	case !dotted && parts < 2:
		return "", s
	}
	return bare, after
}

// alike reports whether two titles differ in nothing that an id would tell.
func alike(a, b string) bool { return a == b || Fold(a) == Fold(b) }

// numberPart: up to four digits, perhaps a letter: "3", "12a".
func numberPart(s string) bool {
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz")
	return digits != "" && len(digits) <= 4 && len(s)-len(digits) <= 1 && strings.Trim(digits, "0123456789") == ""
}

// numberAnchor is the anchor that a number gives: "roz-8.1", "par-3".
func numberAnchor(number string) string {
	if number == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(number, "§ "); ok {
		return "par-" + strings.ToLower(rest)
	}
	return "roz-" + strings.ToLower(number)
}
