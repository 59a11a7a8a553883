// Package persistent holds a map of which many versions live at once: a changed
// one shares with the one before it what did not change, so that an edit of one
// chapter does not copy the tables of ten thousand. It imports nothing of ours.
package persistent

import "maps"

// Map is a map that never changes. The zero value is an empty map. A key whose
// value is V's zero value is as good as absent.
//
// It is a large map, shared by all versions, and over it a small one of what has
// changed since, which is copied with every change and merged into a new large
// one before its copying would be felt.
type Map[K, V comparable] struct {
	base, over map[K]V
}

// mostOver is the size up to which the changes are kept apart.
const mostOver = 1024

// Of returns the map that holds what m does; m must not change afterwards.
func Of[K, V comparable](m map[K]V) Map[K, V] { return Map[K, V]{base: m} }

// Get returns the value of a key, V's zero value if there is none.
func (m Map[K, V]) Get(key K) V {
	if m.over != nil {
		if v, ok := m.over[key]; ok {
			return v
		}
	}
	return m.base[key]
}

// With returns the map with the changes made to it; a zero value removes a key.
func (m Map[K, V]) With(changes map[K]V) Map[K, V] {
	if len(changes) == 0 {
		return m
	}
	over := make(map[K]V, len(m.over)+len(changes))
	maps.Copy(over, m.over)
	maps.Copy(over, changes)
	if len(over) <= mostOver {
		return Map[K, V]{base: m.base, over: over}
	}
	var none V
	base := maps.Clone(m.base)
	if base == nil {
		base = make(map[K]V, len(over))
	}
	for k, v := range over {
		if v == none {
			delete(base, k)
		} else {
			base[k] = v
		}
	}
	return Map[K, V]{base: base}
}
