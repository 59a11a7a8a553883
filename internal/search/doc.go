// Package search finds what a reader means: inflected forms, words without their
// marks, beginnings, phrases, numbers, and, as a question, words with typing
// errors. New makes an Index of texts, Stream writes it, Open reads it, Search
// and Answer ask it. The script in package client reads the same stream and
// answers alike, to the last digit; a test holds the two together.
//
// # Forms, not stems
//
// The index carries no rule of any language. When it is made, every word of the
// texts is looked up in the lexicon of the document's language (package lexicon),
// and the stream carries all forms of the words that were found, as stems and
// paradigms; a query is looked up among those. Another language is another table.
//
// A form may belong to two words: "mamy" to mieć and to mama. Then the place in
// the text counts for both, unless all the forms of one word in the document are
// forms of the other too, which is then taken to be meant. A word that no source
// knows is guessed by its ending, together with the other unknown words that
// would be its forms. Names count where the text has the word with a capital.
//
// Words are folded when they are compared: lower case, no marks on letters, ł as l.
//
// # The stream
//
// One file, about 1.8 bytes a word, holds it all: the endings as a graph, the
// stems sorted with what each shares with the one before, the words as they are
// written, by stem and ending, each with how often it stands in the texts; then
// text by text the words, and what stands between them, so that excerpts are the
// text itself. A word is told to be the one that followed the same word last time,
// or by a share of all places as large as its number of them. Every value is read
// in one step, by a range coder over what was seen in its context, and what is not
// needed for the first answer is made when it is: a phone has the index of a
// document of 600 sections ready in a quarter of a second. Nothing is left to the
// server: the file is a script as well as data, see File.
//
// # The ranking
//
// BM25 over sections, goals, documents, units and terms, in which a word in a
// heading counts four times and a number in one more; times the part of the
// query's weight that a text has; plus what nearness and order of the words say.
// The constants stand in search.go. Stop words are kept, as phrases need them, and
// count as if three texts of four had them: of a question counts what it asks about. A
// last word with nothing behind it may be a beginning. Only a word that is
// neither is compared for typing errors, and what that finds is an answer to
// another query, which Found.Instead names.
package search
