/*
Package internal is the house of strategia. This is its map: read it before the rooms.

# The bird's eye

strategia is a compiler. Its input is a folder of Markdown that a city clerk can
read and edit, its output a folder of files that any web server can host. Between
them stands a typed model of the strategy: chapters, goals, outer documents,
correspondences, units, indicators, actions, terms. Nothing that can be derived is typed twice:
correspondence tables, matrices, goal pages, backlinks, contents lists and open
data all come from the model. A wrong link is a compile error with a file, a line,
a column and a repair.

	content/*.md ─► source.Tree ─► source.File ─► markdown.Parse ─► *strategy.Entry + prose
	                                    (per file, in parallel, kept by hash)  │ all
	                                              strategy.LinkAll ─► *strategy.Strategy
	                                                        │             │
	                                                  check.Run       site.New ─► []Artefact
	                                                        │             │  made in parallel, each from facts
	                                                        └──► build.Build
	                                                               ├─► Session.Run ─► public/   (strategia build)
	                                                               └─► Build.Make  ─► preview   (strategia serve)

# The rooms

	source     a file's path, bytes, hash and lines; reading a tree. Imports nothing of ours, never writes.
	diag       a diagnostic and how it is printed; the catalogue of rules in Polish and English.
	           Does not decide what is an error in a strategy.
	arena      memory of its own for what stays, apart from what is soon thrown away.
	persistent a map of which many versions live at once and share what they have in common.
	strategy   the typed model, ids, references; LinkAll resolves them all. Knows no Markdown, HTML, URL, file, clock.
	markdown   one file to one entity; prose to HTML with slots. The only importer of goldmark, goldmark-meta, chroma.
	observation the observations of an indicator: the table beside its file. Knows CSV, no Markdown.
	spreadsheet the values of a workbook (XLSX). Imports nothing of ours.
	check      the rules, each a function over the linked model. No I/O; mends nothing.
	search     what can be found, and how: the index, the ranking, the script that readers get.
	           Its part lexicon knows the words of languages. Neither knows pages or files.
	site       which artefacts exist, their addresses, the closed views of the layouts. Reads no file.
	colour     contrast, and the nearest colour that can be read. Imports nothing of ours.
	drawing    what tables say, as SVG: the tree of goals, the relations of two documents, the
	           values of an indicator. Knows no strategy.
	picture    the pictures and icons by which others show the site, as PNG. Knows no page.
	program    layouts of html/template as functions of the views' types, which run several times faster.
	build      the order of the stages, what is kept between builds, the output folder. The only writer of files.
	preview    watching and serving. The only importer of fsnotify, and of net/http but for databank. Never touches the output folder.
	databank   values from the Local Data Bank of Statistics Poland, at an editor's word. Asks, never writes.
	fictional  the site of a commune that doesn't exist: the start of new sites, the richest fixture of the tests.
	bench      the generator of large strategies, the floor, and the speed tables of builds and of the preview.

	search/bench  the test set of the search, and how well and fast it is answered.
	browser    tests that read the finished pages in Chromium. pictures photographs them for people.

Above them, cmd/strategia holds flags, wiring and exit codes; layouts/ and static/
hold what pages are made with, and embed themselves. TestHouse in this folder
parses the imports and holds them against this table.

# Prose with slots

A body is rendered once, by a parser that knows no other file, to HTML in which
everything that depends on the rest of the site is left open as a slot: the address
of a link, its automatic text, an id, a generated block, a word of the interface.
The syntax tree is dropped at once, and a page is made by filling the slots. So an
edit re-parses one file, no tree is held, and the whole document on one page can use
the same prose under other ids. The protocol stands in package markdown.

In a preview every block carries the line on which it begins, as one more slot, so
that a click leads to the editor. Built pages know nothing of it: the two differ in
these attributes and one script element, and tests hold that they differ in nothing
else.

# Languages

A translation is an entry of its own that names its original. The lists of the model
hold originals only, so nothing counts twice; Strategy.Translations holds the others.
Within a text in another language, the words of the interface are told apart by their
lang, as titles in another language are wherever they are shown.

# Facts

Every artefact is a pure function of a short list of facts: the source of an entity,
the card of another, the header, a layout. The functions that make pages get facts
from a site.Recorder and nowhere else, and the recorder notes what it handed out;
absence is a fact too. An artefact is made again when one of its facts says something
else, and at no other time. That one law gives speed, correctness and explanation
(build --why).

Adding a kind of fact means: a constant in site/facts.go, a note where it is handed
out, a case in site/sums.go that covers all that is handed out. The fuzz test of
edits compares incremental with clean builds byte for byte, and a second test makes
the recorder forget each kind in turn and demands that the comparison notices.

# Edits

A preview hands build.Session.Update the files that changed, and the stages do what
the change asks for: strategy.Linker.Relink puts the new entries in the places of the
old ones and follows again the references that may lead elsewhere; check.Keeper runs
the rules whose inputs changed; site.Site.Again plans the changed entities. Each of
them has a counterpart that starts from nothing (LinkAll, Run, New), is held equal to
it by stories of random edits, and falls back on it where ids, parents, aliases or
the order of goals, documents and units change. Versions live side by side, as pages
of an earlier build may still be made: nothing of a Strategy or Site is changed after
it was handed out, and what they share is kept by package persistent.

Adding a rule about the strategy as a whole means: naming the aspects that it reads,
and in check/settle.go the kinds of files without whose headers it is wrong.
Adding an artefact that is about more than one entity means: a reason in
site/plan.go's planAgain for planning all anew.

# Open data

What the site holds can be had as tables in CSV, and all of them, with the model as
JSON, are described by dane/datapackage.json. Adding a table means: its columns in
site/columns.go, with the words of their heads; planner.addCSV, which also puts it
into the description; its address on a page. Tests hold every table against its
description, and every cell against what a spreadsheet would run.

# What is never done

No clock, map order or absolute path reaches the output. No file is written if
there is an error, and none outside the output folder but content/published.txt
and the tables of data that an editor asks to fetch. No folder that the program
did not make is emptied. No symbolic link is followed. No HTML of an author
passes but a small allow-list, and no file of content that could run. No build and
no page asks another host for anything, and no page needs a script to be read. No
function of site, check, strategy or markdown starts a goroutine.

# Search

The index is an artefact like any other (site/search.go): its texts come from the
entries and their prose, never from pages, and it is made when it is asked for. A
session that goes on cuts each entry by itself and remembers what came of it and what
the lexicon said, so that an edit costs its entry; a build cuts a part at once. A
document of more than 60 000 words is searched in parts of whole entries. The
lexicon's tables are embedded automata that are searched as they lie there: who looks
up no word pays nothing. A site's own table, layouts/de.lex, counts before them; it
comes by way of the layouts, which are listed, hashed and watched already.

static/assets/search.js is made from internal/search/client/search.js by go
generate; a test holds the two together and the size below 4 KB.

# Departures

chroma's own package of lexers costs 10 ms at every start of the program, more than
all else together; package markdown gives chroma's engine lexers of its own for the
languages that such documents use.

The index has its own compression instead of the browser's DecompressionStream: it
is smaller, needs no fallback, is read as fast, and is the same in a folder and on a
server. The script is kept to what 4 KB hold.

# Reading order

strategy/entry.go and kinds.go (the model), markdown/doc.go (the dialect and the
slots), site/views.go (what pages show), site/facts.go (facts), build/session.go and
sync.go (the stages and the output), then whatever you came for.
*/
package internal
