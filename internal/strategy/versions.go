package strategy

import "cmp"

// Original returns what an entity translates, itself if it is no translation,
// or nil if there is no such thing. A translation of a translation has the
// original of both.
func (s *Strategy) Original(e *Entry) *Entry {
	for range len(s.entries) + 1 {
		if e == nil || e.Translates.ID == "" {
			return e
		}
		t, _ := s.Find(e.Translates, "")
		e = t.Entry
	}
	return nil // a circle
}

// Versions returns, for every entity that has translations and for each of
// these, all of them: the original first, the others in document order. It is put
// together at each call.
func (s *Strategy) Versions() map[*Entry][]*Entry {
	all := map[*Entry][]*Entry{}
	for _, e := range s.Entries() {
		if e.Translates.ID == "" {
			continue
		}
		if o := s.Original(e); o != nil && o != e {
			if all[o] == nil {
				all[o] = []*Entry{o}
			}
			all[o] = append(all[o], e)
		}
	}
	out := make(map[*Entry][]*Entry, 2*len(all))
	for _, versions := range all {
		for _, e := range versions {
			out[e] = versions
		}
	}
	return out
}

// LangOf returns the language of an entity's text.
func (s *Strategy) LangOf(e *Entry) string { return cmp.Or(e.Lang, s.Index.Lang, "pl") }
