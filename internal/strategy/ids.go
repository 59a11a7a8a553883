package strategy

import (
	"iter"
	"strings"
)

// IDs are the ids of elements on a page, sorted, each once. They are kept as one
// text: a page has a score of them, and ten thousand pages would have the garbage
// collector walk two hundred thousand strings to find nothing.
type IDs string

// NewIDs returns ids as IDs; they must be sorted, and none may hold a space.
func NewIDs(ids ...string) IDs { return IDs(strings.Join(ids, " ")) }

// All returns the ids one by one.
func (s IDs) All() iter.Seq[string] {
	if s == "" {
		return func(func(string) bool) {}
	}
	return strings.SplitSeq(string(s), " ")
}

// Has reports whether id is one of them.
func (s IDs) Has(id string) bool {
	for known := range s.All() {
		if known == id {
			return true
		}
	}
	return false
}
