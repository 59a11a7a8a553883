package bench

// ChapterFile returns the file of chapter n of a generated strategy, relative to
// its folder, and ChapterPage the path of its page.
func ChapterFile(n int) string { return "content/rozdzialy/" + outlineOf(n).path() }

// ChapterPage returns the path of the page of chapter n.
func ChapterPage(n int) string { return "rozdzial/" + outlineOf(n).id + ".html" }
