package bleve

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"travaux/search"
)

// Search implements search.Engine.
func (e *Engine) Search(ctx context.Context, p search.Plan) (answer *search.Answer, err error) {
	p.View, p.Sort = cmp.Or(p.View, search.Documents), cmp.Or(p.Sort, search.ByRelevance)
	err = e.evaluate(ctx, p.View, func(ev *evaluation) error {
		answer, err = ev.run(p)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return answer, nil
}

func (e *evaluation) run(p search.Plan) (*search.Answer, error) {
	matched, err := e.matches(p.Tree)
	if err != nil {
		return nil, err
	}
	exact := none
	if d, ok := e.columns.document(p.Exact); ok && p.Exact != "" {
		exact = d
		matched.setRange(e.spanOfDocument(d))
	}
	e.omit(matched, p.Omit)
	filters, err := e.filters(p.Filters)
	if err != nil {
		return nil, err
	}
	s := e.sieve(matched, filters)
	answer := &search.Answer{Generation: e.name, Facets: map[string][]search.FacetValue{}, Warnings: e.warnings(), Absent: e.absent()}
	e.countFacets(s, p, answer)
	if e.view == search.Documents {
		err = e.documentHits(p, s.passed, exact, answer)
	} else {
		err = e.passageHits(p, s.passed, exact, answer)
	}
	return answer, err
}

// spanOfDocument bounds a document's units: [first, last).
func (e *evaluation) spanOfDocument(d uint32) (first, last uint32) {
	first, last = e.columns.renditionsOf(d)
	if e.view == search.Paragraphs {
		first, _ = e.columns.spanOf(first)
		_, last = e.columns.spanOf(last - 1)
	}
	return first, last
}

func (e *evaluation) documentHits(p search.Plan, units bitset, exact uint32, answer *search.Answer) error {
	e.found = e.documentsAmong(units)
	r := &ranking{columns: e.columns, sort: p.Sort, scores: e.ranked, exact: exact}
	if p.Sort == search.ByRelevance {
		if err := e.scoreRenditions(units); err != nil {
			return err
		}
	}
	answer.Total = search.Total{Value: len(e.found), Relation: "eq"}
	leaders := e.families(r)
	answer.Groups = len(leaders)
	at, err := e.startOf(p, e.columns.documentCount())
	if err != nil {
		return err
	}
	best, more := at.page(leaders, r.documents)
	if more > 0 && len(best) > 0 {
		answer.Next = e.after(best[len(best)-1])
	}
	members := e.members(best)
	everyone := slices.Concat(append(members, best)...)
	if p.Sort != search.ByRelevance {
		if err := e.scoreRenditions(e.renditionsOf(everyone, units)); err != nil {
			return err
		}
	}
	choose := e.chooser(p, everyone, units)
	for i, d := range best {
		shown := choose.rendition(d)
		hit, err := e.documentHit(p, d, shown, e.score)
		if err != nil {
			return err
		}
		hit.Score = e.ranked[d]
		if p.Explain {
			if hit.Explanation, err = e.explainDocument(choose.scoring(d), d == exact); err != nil {
				return err
			}
		}
		if err := e.addFamily(&hit, p, sorted(members[i], r.documents), choose); err != nil {
			return err
		}
		answer.Hits = append(answer.Hits, hit)
	}
	return e.ctx.Err()
}

// documentsAmong gives the documents of renditions, each once, in their order.
func (e *evaluation) documentsAmong(renditions bitset) []uint32 {
	out, last := e.list(blockRoom), none
	renditions.each(func(r uint32) {
		if d := e.columns.documentOfRendition(r); d != last {
			out, last = append(out, d), d
		}
	})
	return e.keep(out)
}

// renditionsOf gives the renditions of documents among some.
func (e *evaluation) renditionsOf(documents []uint32, among bitset) bitset {
	out := e.set(e.units)
	for _, d := range documents {
		for r, last := e.columns.renditionsOf(d); r < last; r++ {
			if among.has(r) {
				out.set(r)
			}
		}
	}
	return out
}

func (e *evaluation) passageHits(p search.Plan, units bitset, exact uint32, answer *search.Answer) error {
	if p.Sort == search.ByRelevance {
		if err := e.scorePassages(units); err != nil {
			return err
		}
	}
	r := &ranking{columns: e.columns, sort: p.Sort, scores: e.score, exact: exact}
	ordinals := e.list(blockRoom)
	units.each(func(p uint32) { ordinals = append(ordinals, p) })
	e.keep(ordinals)
	answer.Total = search.Total{Value: len(ordinals), Relation: "eq"}
	answer.Groups = len(ordinals)
	at, err := e.startOf(p, e.columns.passageCount())
	if err != nil {
		return err
	}
	best, more := at.page(ordinals, r.passages)
	if more > 0 && len(best) > 0 {
		answer.Next = e.after(best[len(best)-1])
	}
	if p.Sort != search.ByRelevance {
		shown := e.set(e.units)
		shown.add(best)
		if err := e.scorePassages(shown); err != nil {
			return err
		}
	}
	for _, ord := range best {
		hit := e.columns.hit(e.columns.rendition[ord])
		passage, err := e.shownPassage(ord)
		if err != nil {
			return err
		}
		hit.Score, hit.Paragraphs = e.score[ord], []search.Paragraph{e.paragraph(found{ord, passage}, p)}
		if p.Explain {
			if hit.Explanation, err = e.explainPassage(ord, e.columns.documentOf(ord) == exact); err != nil {
				return err
			}
		}
		answer.Hits = append(answer.Hits, hit)
	}
	return e.ctx.Err()
}
