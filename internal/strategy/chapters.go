package strategy

import (
	"maps"
	"slices"
)

// mostHoles is how many numbers may be out of use, beside an eighth of all: then
// all entries are numbered anew.
const mostHoles = 64

// sortOut sorts changes into those in which an entry keeps its place, and
// chapters that come and go. It reports false if there are others.
func (r *relinker) sortOut(changes []Change) bool {
	for _, c := range changes {
		switch {
		case c.Old != nil && r.old.at(c.Old) < 0:
			return false
		case c.Old != nil && c.New != nil && sameStructure(c.Old, c.New):
			r.place = append(r.place, c)
		case !movable(c.Old) || !movable(c.New):
			return false
		default:
			if c.Old != nil {
				r.gone = append(r.gone, c.Old)
			}
			if c.New != nil {
				r.come = append(r.come, c.New)
			}
		}
	}
	if len(r.gone)+len(r.come) == 0 {
		return true
	}
	if len(r.of.structure) > 0 || len(r.entries)+len(r.come)-len(r.all) > mostHoles+len(r.all)/8 {
		return false
	}
	free := func(taken int32) bool {
		return taken == 0 || slices.ContainsFunc(r.gone, func(g *Entry) bool { return r.old.at(g) == taken-1 })
	}
	for i, e := range r.come {
		if !free(r.ids[KindChapter].Get(e.ID)) || !free(r.paths.Get(e.Path)) ||
			slices.ContainsFunc(r.come[:i], func(f *Entry) bool { return f.ID == e.ID || f.Path == e.Path }) {
			return false
		}
	}
	return true
}

// movable reports whether an entry is a chapter that nothing knows of but by its
// id, its path and the names of its sections.
func movable(e *Entry) bool {
	return e == nil || e.Kind == KindChapter && e.Translates.ID == "" && len(e.Aliases) == 0 && e.Chapter.Implementation == nil
}

// remove takes a chapter out of all that it is in but the lists, and has those
// followed again who mention it.
func (r *relinker) remove(e *Entry) {
	i := r.old.at(e)
	r.mentioners(i, r.follow)
	for n := range r.old.mentionedBy(i, r.old.mentioned) {
		r.mention(n, i, nil, r.old.rank)
	}
	c := Change{Old: e}
	r.rename(i, c)
	r.frontAgain(i, c, r.old.rank)
	r.roles = r.roles || rolesDiffer(e, nil)
	r.entries[i] = nil
}

// insert brings the list of chapters up to date, and the numbers and places of
// all entries.
func (r *relinker) insert() {
	r.delta.Aspects |= AspectChapters
	chapters := slices.DeleteFunc(slices.Clone(r.Chapters), func(e *Entry) bool { return slices.Contains(r.gone, e) })
	ids, paths := map[string]int32{}, map[string]int32{}
	for _, e := range r.gone {
		ids[e.ID], paths[e.Path] = 0, 0
		r.noteBlocks(e)
	}
	if !r.fresh {
		r.mentions, r.abouts, r.fresh = slices.Clone(r.mentions), slices.Clone(r.abouts), true
	}
	r.parents, r.depths = slices.Clone(r.parents), slices.Clone(r.depths)
	for _, e := range r.come {
		at, _ := slices.BinarySearchFunc(chapters, e, byNumber)
		chapters = slices.Insert(chapters, at, e)
		r.entries = append(r.entries, e)
		r.mentions = append(r.mentions, nil)
		r.parents, r.depths = append(r.parents, -1), append(r.depths, 0)
		ids[e.ID], paths[e.Path] = int32(len(r.entries)), int32(len(r.entries))
		r.users(e.ID)
		r.noteBlocks(e)
	}
	if len(r.come) > 0 {
		maps.Copy(r.follow, r.of.open)
	}
	r.Chapters = chapters
	r.list()
	r.ids[KindChapter], r.paths = r.ids[KindChapter].With(ids), r.paths.With(paths)
	r.setRanks()
}

func (r *relinker) noteBlocks(e *Entry) {
	if len(e.Blocks) > 0 {
		r.delta.Aspects |= AspectBlocks
	}
}
