package bleve

import (
	"cmp"

	"travaux/search"
)

// shownOfFamily is how many members of a family show a paragraph; those of the
// others are counted.
const shownOfFamily = 20

// addFamily puts the other members of a hit's family under it, in their order.
func (e *evaluation) addFamily(hit *search.Hit, p search.Plan, members []uint32, choose *chooser) error {
	for i, d := range members {
		f, err := e.familyHit(p, choose.rendition(d), i < shownOfFamily && !p.Bare)
		if err != nil {
			return err
		}
		hit.Family = append(hit.Family, f)
	}
	return nil
}

// familyHit makes a member of a family from its rendition, with its best
// paragraph where that is wanted.
func (e *evaluation) familyHit(p search.Plan, shown uint32, withText bool) (search.FamilyHit, error) {
	h := e.columns.hit(shown)
	out := search.FamilyHit{Symbol: cmp.Or(h.Symbol, h.ID), Title: h.Title, Type: h.Type, Held: h.Held, Language: h.Language}
	candidates := e.worthShowing(shown, e.score)
	out.More = len(candidates)
	if !withText || len(candidates) == 0 {
		return out, nil
	}
	best, err := e.readable(e.bestOf(candidates, bestParagraphs), 1)
	if err != nil {
		return out, err
	}
	out.Paragraphs = []search.Paragraph{e.paragraph(best[0], p)}
	out.More--
	return out, nil
}

// bestOf gives the n best of some passages.
func (e *evaluation) bestOf(passages []uint32, n int) []uint32 {
	return top(passages, n, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(e.score[b], e.score[a]), cmp.Compare(a, b))
	})
}

// families gives of the documents found the first of each family.
func (e *evaluation) families(r *ranking) []uint32 {
	leaders := e.list(len(e.found))
	for _, d := range e.found {
		family := e.columns.familyOf(d)
		at := e.leader[family]
		if at == 0 {
			leaders = append(leaders, d)
			e.leader[family] = uint32(len(leaders))
			continue
		}
		if r.documents(d, leaders[at-1]) < 0 {
			leaders[at-1] = d
		}
	}
	for _, d := range leaders {
		e.leader[e.columns.familyOf(d)] = 0
	}
	return e.keep(leaders)
}

// members gives of each of some documents the others of its family that were
// found.
func (e *evaluation) members(of []uint32) [][]uint32 {
	members := make([][]uint32, len(of))
	for i, d := range of {
		e.leader[e.columns.familyOf(d)] = uint32(i) + 1
	}
	for _, d := range e.found {
		if at := e.leader[e.columns.familyOf(d)]; at > 0 && of[at-1] != d {
			members[at-1] = append(members[at-1], d)
		}
	}
	for _, d := range of {
		e.leader[e.columns.familyOf(d)] = 0
	}
	return members
}
