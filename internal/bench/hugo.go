package bench

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// HugoLinks says how links are written for Hugo.
type HugoLinks string

const (
	// HugoHook writes links as paths of source files, which a render hook of the
	// theme looks up. A page that does not exist is an error, as with us, but
	// anchors are not looked at. It is the fairest: it checks, and is cheaper
	// than relref.
	HugoHook HugoLinks = "hook"
	// HugoRelref writes links with the shortcode relref, as Hugo's manual has
	// it; checked likewise, and a fifth slower.
	HugoRelref HugoLinks = "relref"
	// HugoPlain writes links as addresses that nothing checks: what Hugo takes
	// if it is let off this part of the work.
	HugoPlain HugoLinks = "plain"
)

// theme is the Hugo project without its content. It does less than our layouts
// wherever equality cannot be had: no CSV files, no whole-document page, no
// checked anchors, root-relative addresses, so that the navigation is made once.
//
//go:embed all:hugo
var theme embed.FS

// renderLink is the hook of HugoHook.
const renderLink = `{{- $href := .Destination -}}{{- $u := urls.Parse .Destination -}}
{{- if and $u.Path (not $u.IsAbs) -}}
{{- with site.GetPage $u.Path -}}{{- $href = .RelPermalink -}}{{- else -}}{{- errorf "no page %s" $u.Path -}}{{- end -}}
{{- with $u.Fragment -}}{{- $href = printf "%s#%s" $href . -}}{{- end -}}
{{- end -}}<a href="{{ $href }}">{{ .Text }}</a>`

// HugoProject writes to out a Hugo project of the strategy of n chapters that
// Generate wrote to dir.
func HugoProject(dir, out string, n int, links HugoLinks) error {
	p := &hugoProject{site: newSite(n), links: links, from: filepath.Join(dir, "content")}
	p.to.root = out
	p.theme()
	s := p.site
	p.page("_index.md", "index.md", func(m string) string { return pick(m, "title") })
	p.page("slownik.md", "slownik.md", func(m string) string { return pick(m, "title") })
	p.section("goals", "Cele", 0)
	p.section("dokumenty", "Dokumenty", 0)
	p.section("jednostki", "Jednostki", 0)
	p.section("rozdzialy", "Rozdziały", 0)
	for i, g := range s.goals {
		p.page("goals/"+g.id+"/_index.md", "cele/"+g.id+".md", func(m string) string {
			m = strings.Replace(m, "title: ", "title: "+g.number+". ", 1)
			m = strings.Replace(m, "parent: ", "above: ", 1)
			return pick(m, "title", "level", "above", "area", "owner", "units", "summary") + weight(i+1)
		})
	}
	for i, d := range s.documents {
		p.page("dokumenty/"+d.id+".md", "dokumenty/"+d.id+".md", func(m string) string {
			m = strings.Replace(m, "\ngoals:", "\nouter:", 1)
			return pick(m, "title", "edition", "outer") + weight(i+1)
		})
	}
	for i, u := range s.units {
		p.page("jednostki/"+u.id+".md", "jednostki/"+u.id+".md", func(m string) string {
			return pick(m, "title", "short") + weight(i+1)
		})
	}
	for k := 1; k <= n; k++ {
		o := outlineOf(k)
		if (k-1)%folderSize == 0 {
			p.section("rozdzialy/"+folder(k), "Rozdziały "+folder(k), k)
		}
		p.page("rozdzialy/"+o.path(), "rozdzialy/"+o.path(), func(m string) string {
			return "title: \"" + strconv.Itoa(k) + ". " + o.title + "\"\n" + pick(m, "goals", "owner", "reviewed", "summary") + weight(k)
		})
	}
	return p.to.err
}

// hugoProject writes the content of a Hugo project.
type hugoProject struct {
	site   *site
	links  HugoLinks
	from   string
	to     folderWriter
	folder string // of the page at hand, in Hugo's content
}

func (p *hugoProject) theme() {
	err := fs.WalkDir(theme, "hugo", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := theme.ReadFile(name)
		p.to.write(strings.TrimPrefix(name, "hugo/"), b)
		return err
	})
	if p.to.err == nil {
		p.to.err = err
	}
	if p.links == HugoHook {
		p.to.write("layouts/_markup/render-link.html", []byte(renderLink))
	}
}

func (p *hugoProject) section(folder, title string, w int) {
	p.to.write("content/"+folder+"/_index.md", []byte("---\ntitle: "+title+"\n"+weight(w)+"---\n"))
}

// page rewrites the strategy's file from as the page to. Its front matter is
// what keep makes of ours.
func (p *hugoProject) page(to, from string, keep func(string) string) {
	b, err := os.ReadFile(filepath.Join(p.from, filepath.FromSlash(from)))
	if err != nil {
		if p.to.err == nil {
			p.to.err = fmt.Errorf("read the generated strategy: %w", err)
		}
		return
	}
	head, body, _ := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "\n---\n")
	p.folder = path.Dir(to)
	var out bytes.Buffer
	out.WriteString("---\n" + keep(head+"\n") + "---\n")
	out.WriteString(p.body(body))
	p.to.write("content/"+to, out.Bytes())
}

// pick returns the parts of front matter m that belong to the top-level keys.
func pick(m string, keys ...string) string {
	var b strings.Builder
	keep := false
	for line := range strings.Lines(m) {
		if line[0] != ' ' {
			key, _, _ := strings.Cut(line, ":")
			keep = false
			for _, k := range keys {
				keep = keep || k == key
			}
		}
		if keep {
			b.WriteString(line)
		}
	}
	return b.String()
}

func weight(n int) string { return "weight: " + strconv.Itoa(n) + "\n" }

var (
	inlineLink = regexp.MustCompile(`\[([^\]^]*)\]\(([^)]+)\)`)
	typed      = regexp.MustCompile(`(?m)^(#+) (\d[\d.]*)\. (.*)$`)
	goalList   = regexp.MustCompile("(?s)```goal-list\n.*?```")
)

// body rewrites the text: headings get the anchors that we derive from their
// numbers, links what Hugo understands, the generated block a shortcode.
func (p *hugoProject) body(text string) string {
	above := ""
	text = typed.ReplaceAllStringFunc(text, func(h string) string {
		m := typed.FindStringSubmatch(h)
		anchor := m[2]
		if strings.Contains(anchor, ".") || len(m[1]) == 1 {
			above = anchor
		} else {
			anchor = above + "-" + anchor
		}
		if strings.HasSuffix(h, "}") {
			return h
		}
		return h + " {#roz-" + anchor + "}"
	})
	text = inlineLink.ReplaceAllStringFunc(text, func(l string) string {
		m := inlineLink.FindStringSubmatch(l)
		words, page, fragment := p.resolve(m[2])
		if page == "" {
			return l
		}
		if m[1] != "" {
			words = m[1]
		}
		return "[" + words + "](" + p.address(page) + fragment + ")"
	})
	return goalList.ReplaceAllString(text, "{{< goal-list >}}")
}

// address writes the address of a page of Hugo's content, named without ".md".
func (p *hugoProject) address(page string) string {
	switch p.links {
	case HugoRelref:
		return `{{< relref "/` + page + `" >}}`
	case HugoHook:
		return "/" + page
	default:
		return "/" + page + ".html"
	}
}

// resolve returns the automatic text, Hugo's page and the fragment of a link's
// destination; no page for an ordinary link that stays as it is.
func (p *hugoProject) resolve(to string) (words, page, fragment string) {
	scheme, id, found := strings.Cut(to, ":")
	if !found {
		file, frag, _ := strings.Cut(to, "#")
		if frag != "" {
			fragment = "#" + frag
		}
		if file != "" {
			page = path.Join(p.folder, strings.TrimSuffix(file, ".md"))
		}
		return "", page, fragment
	}
	switch scheme {
	case "goal":
		for _, g := range p.site.goals {
			if g.id == id {
				return g.label() + ". " + g.title, "goals/" + id, ""
			}
		}
	case "unit":
		for _, u := range p.site.units {
			if u.id == id {
				return u.title, "jednostki/" + id, ""
			}
		}
	case "doc":
		id, frag, _ := strings.Cut(id, "#")
		for _, d := range p.site.documents {
			if d.id == id {
				return d.title + ", cel " + frag, "dokumenty/" + id, ""
			}
		}
	case "term":
		return id, "slownik", ""
	case "sec":
		chapter, _, _ := strings.Cut(id, ".")
		n, _ := strconv.Atoi(chapter)
		o := outlineOf(n)
		for _, h := range o.sections {
			if h.number == id {
				return h.number + ". " + h.title, "rozdzialy/" + strings.TrimSuffix(o.path(), ".md"), "#" + h.anchor
			}
		}
	}
	return "", "", ""
}
