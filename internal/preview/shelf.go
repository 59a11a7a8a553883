package preview

import "sync"

// shelfSize is how many bytes of answers are kept: of the pages that are open
// and those that were of late.
const shelfSize = 32 << 20

// shelf keeps the last answer for each address that was asked for: it is given
// again as long as it holds, and stands in while a layout fails.
type shelf struct {
	mu      sync.Mutex
	answers map[string]*kept
	size    int
	used    uint64 // counts the uses

	// making are held while an answer is made: two tabs with one page need it
	// made once.
	making map[string]*sync.Mutex
}

// alone waits until nobody else makes the answer of that name, and returns what
// lets the next one.
func (s *shelf) alone(name string) (done func()) {
	s.mu.Lock()
	m := s.making[name]
	if m == nil {
		if s.making == nil {
			s.making = map[string]*sync.Mutex{}
		}
		m = &sync.Mutex{}
		s.making[name] = m
	}
	s.mu.Unlock()
	m.Lock()
	return m.Unlock
}

type kept struct {
	*answer
	edition uint64
	used    uint64
}

// find returns the answer kept under a name, nil if there is none; it is fresh if
// it was made in the edition.
func (s *shelf) find(name string, edition uint64) (a *answer, fresh bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	k := s.answers[name]
	if k == nil {
		return nil, false
	}
	s.used++
	k.used = s.used
	return k.answer, k.edition == edition
}

// put keeps an answer, and drops those that were not asked for longest.
func (s *shelf) put(name string, a *answer, edition uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.answers == nil {
		s.answers = map[string]*kept{}
	}
	if old := s.answers[name]; old != nil {
		if old.edition > edition {
			return // of a reader who was slow
		}
		s.size -= len(old.body)
	}
	s.used++
	s.answers[name] = &kept{a, edition, s.used}
	s.size += len(a.body)
	for s.size > shelfSize && len(s.answers) > 1 {
		oldest := ""
		for n, k := range s.answers {
			if oldest == "" || k.used < s.answers[oldest].used {
				oldest = n
			}
		}
		s.drop(oldest)
	}
}

func (s *shelf) drop(name string) {
	s.size -= len(s.answers[name].body)
	delete(s.answers, name)
}

// keepOnly drops the answers whose names keep refuses.
func (s *shelf) keepOnly(keep func(name string) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name := range s.answers {
		if !keep(name) {
			s.drop(name)
		}
	}
	for name := range s.making {
		if !keep(name) {
			delete(s.making, name)
		}
	}
}

// count returns how many answers are kept.
func (s *shelf) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.answers)
}
