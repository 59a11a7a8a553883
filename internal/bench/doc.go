// Package bench measures the compiler beside a floor, beside reading and
// hashing alone, and beside Hugo, on strategies that it makes up.
//
// Generate writes a strategy of any number of chapters: fictional, valid (not
// one error), and the same bytes on every machine. A chapter has 2 to 6 kB of
// Polish prose (4.6 kB on average), numbered headings, one to three tables with
// captions, footnotes, and links to other chapters, goals, units, outer
// documents and terms. Whatever a link names exists.
//
// The floor is what no generator on goldmark can undercut: Floor parses and
// renders every chapter with the same extensions on all processors and writes
// each to a file of its own. It has no pages, navigation or checks.
//
// Hash reads and hashes the sources: the measure of a build that finds nothing
// changed.
//
// HugoProject rewrites the same strategy for Hugo, with a theme that is tuned
// and does no more than ours: where the two cannot be made equal, Hugo is given
// less to do.
//
// Every program runs as a process of its own, in rounds (A B C, A B C…), because
// a machine's speed drifts; a ratio is the median of the rounds' ratios. Nothing
// here decides whether a figure is good enough: a loaded machine is no failure.
// The program is internal/bench/cmd; `make bench` runs it.
//
// GenerateCity writes the strategy of a big city with all that is watched of it –
// actions, indicators with their values, units, outer documents – once or many times
// as large, and Suite.Cities measures its build from nothing, unchanged, and with
// another value of one indicator.
//
// The command internal/bench/preview measures how long an edit takes to be seen in
// the preview; `make bench-preview` runs it.
//
// The package imports nothing of ours, so that it measures the program that
// users run and cannot share a mistake with it.
package bench
