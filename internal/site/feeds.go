package site

import (
	"encoding/xml"
	"fmt"
	"io"
)

// feeds plans sitemap, robots and the feed of editions. A sitemap needs full
// addresses (sitemaps.org), so there is none while the site's is not known.
func (p *planner) feeds() {
	p.add("robots.txt", "", (*Site).writeRobots)
	if p.Site.doc.base != "" {
		p.add("sitemap.xml", "", (*Site).writeSitemap)
	}
	p.add(p.feedPath(), "", (*Site).writeFeed)
}

func (s *Site) writeRobots(r *Recorder, w io.Writer) error {
	r.note(FactDocument, "")
	text := "User-agent: *\nAllow: /\n"
	if s.doc.base != "" {
		text += "\nSitemap: " + s.doc.base + "sitemap.xml\n"
	}
	_, err := io.WriteString(w, text)
	return err
}

func (s *Site) writeSitemap(r *Recorder, w io.Writer) error {
	r.note(FactDocument, "")
	r.note(FactPlan, "")
	fmt.Fprint(w, xml.Header+`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`+"\n")
	for _, a := range s.Artefacts {
		if !a.Page() || a.Layout == "notfound" || a.Layout == "search" || a.Layout == "moved" {
			continue
		}
		fmt.Fprint(w, "<url><loc>")
		if err := xml.EscapeText(w, []byte(s.doc.base+escapePath(a.Path))); err != nil {
			return err
		}
		fmt.Fprint(w, "</loc></url>\n")
	}
	_, err := io.WriteString(w, "</urlset>\n")
	return err
}

// The Atom feed of editions (RFC 4287).
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

func (s *Site) writeFeed(r *Recorder, w io.Writer) error {
	r.note(FactDocument, "")
	r.note(FactLayout, "base")
	r.source(s.s.Index)
	feed := s.newFeed(s.feedPath(), s.Words().Get("feed.title", s.doc.title))
	for _, n := range s.news() {
		feed.add(atomEntry{Title: n.Title, ID: n.ID, Updated: atomTime(n.Date), Link: atomLink{"alternate", s.doc.base + "index.html"}, Summary: n.Text})
	}
	return feed.write(w)
}

// newFeed returns an empty feed for a path of the site.
func (s *Site) newFeed(path, title string) *atomFeed {
	feed := &atomFeed{
		Lang: s.doc.lang, Title: title, ID: s.feedID(path),
		Updated: atomTime(""), Author: cmpOr(s.doc.body, s.doc.title), Links: []atomLink{{"alternate", s.doc.base + "index.html"}},
	}
	if s.doc.base != "" {
		feed.Links = append(feed.Links, atomLink{"self", s.doc.base + path})
	}
	return feed
}

// add adds an entry, whose id is one of the feed. The newest come first.
func (f *atomFeed) add(e atomEntry) {
	if f.Entries == nil {
		f.Updated = e.Updated
	}
	e.ID = f.ID + fragment(e.ID)
	f.Entries = append(f.Entries, e)
}

func (f *atomFeed) write(w io.Writer) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// feedID is an id that never changes and needs no address: RFC 4287 asks for an
// IRI, and the document's title stands for the site that has no address yet.
func (s *Site) feedID(path string) string {
	if s.doc.base != "" {
		return s.doc.base + path
	}
	if id := "urn:strategia:" + escapePath(s.doc.title); path == s.feedPath() {
		return id
	} else {
		return id + ":" + path
	}
}

func fragment(id string) string {
	if id == "" {
		return ""
	}
	return "#" + id
}

func atomTime(date string) string {
	if date == "" {
		date = "1970-01-01"
	}
	return date + "T00:00:00Z"
}
