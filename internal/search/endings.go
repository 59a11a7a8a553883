package search

import "strategia/internal/search/lexicon"

// walkParadigms codes the paradigms: the endings of one, letter by letter, are a
// tree, and branches that are alike, of one paradigm or of many, are written once.
// That is a third of what the lists take.
func (x *Index) walkParadigms(c *coder) {
	grow(&x.paradigms, c.count(len(x.paradigms)))
	w := knotWalk{coder: c, numbers: map[*lexicon.Knot]int{}}
	for i := range x.paradigms {
		p := &x.paradigms[i]
		p.knot = w.knot(p.knot, 0)
		if !c.writing {
			p.endings = p.knot.AppendEndings(nil, nil)
		}
	}
}

// endsHere stands before the letters of a knot where an ending ends.
const endsHere = 1

// knotWalk codes knots; one that was met is told by its number, plus 1.
type knotWalk struct {
	*coder
	numbers map[*lexicon.Knot]int // of the knots that were met, when writing
	knots   []*lexicon.Knot       // those that were met, when reading
}

// knot codes a knot to which the letter above leads.
func (w *knotWalk) knot(k *lexicon.Knot, above uint32) *lexicon.Knot {
	number := w.symbol(w.numbers[k], len(w.numbers)+len(w.knots)+1, codeKnot.after(above&0xFF), codeCount.after(anyKnot))
	if number > 0 {
		if w.writing {
			return k
		}
		return w.knots[number-1]
	}
	if !w.writing {
		k = &lexicon.Knot{}
	}
	edges := 0
	for before := uint32(0); ; {
		letter := 0
		switch {
		case w.writing && k.Ends && before == 0:
			letter = endsHere
		case w.writing && edges < len(k.Edges):
			letter = int(k.Edges[edges].Letter)
		}
		letter = w.symbol(letter, 1<<16, codeEdge.after(before*37+above), codeEdgeAny.after(before))
		before = uint32(letter)
		switch {
		case letter == 0:
			w.met(k)
			return k
		case letter == endsHere && !w.writing:
			k.Ends = true
		case w.writing && letter != endsHere:
			w.knot(k.Edges[edges].To, before)
			edges++
		case !w.writing:
			k.Edges = append(k.Edges, lexicon.Edge{Letter: uint16(letter), To: w.knot(nil, before)})
		}
	}
}

func (w *knotWalk) met(k *lexicon.Knot) {
	if w.writing {
		w.numbers[k] = len(w.numbers) + 1
	} else {
		w.knots = append(w.knots, k)
	}
}
