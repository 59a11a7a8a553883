package site

import "html/template"

// The views of the pages that serve the reader beyond the document's own text.

// ConcernsView is the page that offers all tags: "what concerns me".
type ConcernsView struct {
	Page
	Groups []TagGroup
}

// TagGroup is tags of one kind: topics, audiences or places.
type TagGroup struct {
	Kind  string // "topic"
	Title string
	Tags  []TagLink
}

// TagLink leads to the page of a tag.
type TagLink struct {
	Link
	Count string // how much it gathers, in words, or ""
}

// TopicView is the page of a tag: what concerns a topic, an audience or a place.
type TopicView struct {
	Page
	Kind                     string // in words: "Temat"
	Goals, Actions, Chapters []Gist
}

// Gist is an entity with what is said of it in plain language, or "".
type Gist struct {
	Card
	Summary string
	Lang    string // of the summary where it isn't the document's, else ""
}

// DeclarationView is the declaration of accessibility. What is empty is not known.
type DeclarationView struct {
	Page
	Made     bool     // there is one; else Missing says why not
	Missing  string   // the reason, or ""
	Lacks    []string // names of the required parts that nothing is said of
	Body     string
	Address  string // of the site
	Status   string // the whole sentence
	Method   string
	Aids     string
	Contact  string
	Email    string
	Phone    string
	Call     template.URL // the telephone number as a link
	CostsURL string       // the analysis of excessive costs

	Published, Updated, Prepared, Reviewed       Day
	Nonconformities, Exemptions, Costs           []string
	Shortcuts                                    string
	Architecture, ArchitectureURL, Communication string
	Apps                                         []Link // Href may be ""
	Ombudsman                                    string // address of the Commissioner for Human Rights
}

// Version is a text in one of its languages.
type Version struct {
	Lang, Name, Title string
	Href              string
	Address           string // the full one, where the site's is known
	Current           bool   // the page itself
}

// Day is a date for machines and in words.
type Day struct{ Date, Text string }
