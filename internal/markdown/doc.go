// Package markdown turns one file into one entity: its front matter into a
// typed strategy.Entry, its body into HTML with slots. It knows no other file
// and no address; what depends on them is left open as a slot and filled later.
// It is the only package that imports goldmark, goldmark-meta and chroma.
//
// # What an author may write
//
// CommonMark, and:
//
//   - Front matter between lines of exactly "---", the first of which is the
//     file's first line. Keys lists all keys. Text is text: where YAML would
//     read 8.10, 010 or no as something else, the author is told to use quotes.
//   - Links with a scheme: [](goal:synergia), [words](sec:8.1). LinkSchemes
//     lists them.
//   - Blocks: fenced code whose language is the name of a block and whose body
//     is YAML. Blocks lists them.
//   - Pipe tables. A cell of only ^^ is merged with the one above it, << with
//     the one to its left. A line "Tabela: caption {#id}" (or "Table: …")
//     directly before the table is its caption; "Tabela 5. caption" keeps its
//     typed number. Among the caption's attributes header-rows=2 makes the
//     first two rows a header and .no-row-header makes the first column data,
//     which otherwise holds the names of the rows.
//   - Lists as Polish law writes them: "1)", "a)", "–", "§ 1." and "ust. 1.",
//     nested in each other by indentation. Numbers stay as typed.
//   - Footnotes [^1], also in cells; definition lists (a term, below it
//     ": definition"); {#id alias="old older"} after a heading.
//   - An image alone in its paragraph is a figure, its title the caption.
//     {.decorative} after an image says that it needs no description.
//   - A little HTML: see rawhtml.go. Everything else is shown as typed, and is
//     an error.
//
// What was meant as one of these and is none would be shown with all its signs;
// slips.go looks for it, faults.go for the slips of front matter.
//
// Every heading, paragraph, item of a list and row of a table gets an id by which
// it can be linked and cited: a heading's is stated, or its number, or its words;
// that of the others ("passages") starts with "p-" and is made of their first words.
//
// # Slots
//
// A slot is the byte 0xFF, a kind, an argument in UTF-8, the byte 0xFE. Neither
// byte occurs in UTF-8, and a file is made valid UTF-8 before anything else, so
// no text can look like a slot. The kinds are the constants Slot….
//
// # Laws
//
// Parse never fails and never panics: a broken file gives an Entry with holes,
// and diagnostics. Nothing in a Parsed points into the file's bytes. The words
// of the text are never changed; typography (quotes, dashes, spaces that do not
// break) happens in the HTML only. No word of any language is written here:
// what readers see beyond the author's text is a slot.
//
// Every loop over an author's text is linear, or is stopped by a limit that is
// named in guard.go: a file from a stranger must not stop the build.
package markdown
