package site

// ElementsView is where each element stands that a law requires of the document.
type ElementsView struct {
	Page
	Law     Link   // what requires them; Href may be ""
	LawLang string // of the law's words where they are not in the document's language, else ""
	Missing string // why no such law binds the document, or ""
	Counts  []Detail
	Rows    []ElementRow
	CSV     string
}

// ElementRow is a required element and what was found of it.
type ElementRow struct {
	Title, Reference string
	State            string // code: "found", "doubtful", "missing", "waived"
	StateText        string
	Why              string // of a doubt or of a waiver, or ""
	Places           []Link
}
