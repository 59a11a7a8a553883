package strategy

// Mention is a place in a body that links to something.
type Mention struct {
	Entry *Entry
	// Section is an index into Entry.Sections; -1 before the first heading.
	Section int
}

// mention is a Mention with the entry's number. It is typed if one of the links
// there has words of the author's own, or asks for the value of a period: what the
// thing says is held against both.
type mention struct {
	entry, section int32
	typed          bool
}

// note appends a mention to the list of those of a thing, once for each section.
func note(list []mention, m mention) []mention {
	if n := len(list); n > 0 && list[n-1].entry == m.entry && list[n-1].section == m.section {
		list[n-1].typed = list[n-1].typed || m.typed
		return list
	}
	return append(list, m)
}

// mentionBy is the mention that a link of entry i makes.
func (l *Link) mentionBy(i int32) mention {
	return mention{i, int32(l.Section), l.Kind != KindNone && (l.Text != "" || l.Period != "")}
}

// thing is the number of what is mentioned: an entry's, or a term's index and
// aTerm; -1 is nothing.
type thing int32

const aTerm thing = 1 << 30

// mentionable returns what a link to the target mentions.
func (s *Strategy) mentionable(t Target) thing {
	if t.Term >= 0 {
		return aTerm + thing(t.Term)
	}
	return thing(s.at(t.Entry))
}

// mentionsOf returns the mentions of a thing.
func (s *Strategy) mentionsOf(n thing) []mention {
	switch {
	case n < 0:
		return nil
	case n >= aTerm:
		return s.abouts[n-aTerm]
	}
	return s.mentions[n]
}

// gather turns the targets of all links, in document order, around.
func (s *Strategy) gather(targets []thing) {
	entries, terms := len(s.entries), 0
	if s.Glossary != nil {
		terms = len(s.Glossary.Glossary.Terms)
	}
	each := func(f func(n int, m mention)) {
		at := 0
		for i, e := range s.entries {
			for j := range e.Links {
				n := int(targets[at])
				if n >= int(aTerm) {
					n += entries - int(aTerm)
				}
				if n >= 0 {
					f(n, e.Links[j].mentionBy(int32(i)))
				}
				at++
			}
		}
	}
	// Counted first, as the lists share one stretch of memory.
	last, count, total := make([]mention, entries+terms), make([]int32, entries+terms), 0
	each(func(n int, m mention) {
		if m.typed = false; count[n] == 0 || last[n] != m {
			last[n] = m
			count[n]++
			total++
		}
	})
	room := make([]mention, total)
	out := make([][]mention, entries+terms)
	for i, n := range count {
		out[i], room = room[:0:n], room[n:]
	}
	each(func(n int, m mention) { out[n] = note(out[n], m) })
	s.mentions, s.abouts = out[:entries:entries], out[entries:]
}

// Mentions returns who links to a goal, unit, document, term or chapter in a
// body, in document order, once for each section. Links by path and links to a
// part (a section of the chapter, a goal of the document) count; links of a
// file to itself do not.
func (s *Strategy) Mentions(r Ref) []Mention {
	found := s.mentionsOf(s.named(r))
	if found == nil {
		return nil
	}
	out := make([]Mention, len(found))
	for i, m := range found {
		out[i] = Mention{s.entries[m.entry], int(m.section)}
	}
	return out
}

// Mentioned reports whether there are Mentions of r.
func (s *Strategy) Mentioned(r Ref) bool { return len(s.mentionsOf(s.named(r))) > 0 }

// named returns what a reference names, in so far as it can be mentioned.
func (s *Strategy) named(r Ref) thing {
	t, ok := s.Find(Ref{Kind: r.Kind, ID: r.ID}, "")
	if !ok {
		return -1
	}
	return s.mentionable(t)
}
