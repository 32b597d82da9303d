package bleve

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search"
)

// Search implements search.Engine.
func (e *Engine) Search(ctx context.Context, p search.Plan) (*search.Answer, error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer s.release()
	limited, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	p.View, p.Sort = cmp.Or(p.View, search.Documents), cmp.Or(p.Sort, search.ByRelevance)
	answer, err := newEvaluation(limited, s, p.View, e.postings).run(p)
	if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("the search took longer than %s: %w", e.timeout, search.ErrTooExpensive)
	}
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
		matched.Or(e.unitsOf(d))
	}
	filters, err := e.filters(p.Filters)
	if err != nil {
		return nil, err
	}
	s := newSieve(matched, filters)
	answer := &search.Answer{Generation: e.name, Facets: map[string][]search.FacetValue{}, Warnings: e.warnings(), Absent: e.absent()}
	for _, facet := range p.Facets {
		answer.Facets[facet] = e.count(s, facet, p.FacetSize)
	}
	if e.view == search.Documents {
		err = e.documentHits(p, s.results(), exact, answer)
	} else {
		err = e.passageHits(p, s.results(), exact, answer)
	}
	return answer, err
}

// unitsOf gives a document's renditions or passages.
func (e *evaluation) unitsOf(d uint32) *roaring.Bitmap {
	renditions := roaring.New()
	renditions.AddRange(uint64(e.columns.documents[d].first), uint64(e.columns.documents[d].last))
	if e.view == search.Documents {
		return renditions
	}
	return e.columns.ofRenditions(renditions)
}

// ranking holds what the order of results depends on.
type ranking struct {
	columns *columns
	sort    search.Sort
	scores  []float64 // by document or passage; nil when the order has no scores
	exact   uint32    // the document that the query names, or none
}

// documents compares two documents.
func (r *ranking) documents(a, b uint32) int {
	x, y := &r.columns.documents[a], &r.columns.documents[b]
	switch r.sort {
	case search.Newest:
		return cmp.Compare(x.newest, y.newest)
	case search.Oldest:
		return cmp.Compare(x.oldest, y.oldest)
	case search.BySymbol:
		return cmp.Compare(x.symbol, y.symbol)
	}
	return cmp.Or(r.exactFirst(a, b), cmp.Compare(r.scores[b], r.scores[a]), cmp.Compare(x.newest, y.newest))
}

// exactFirst puts the document that the query names before all others.
func (r *ranking) exactFirst(a, b uint32) int {
	switch {
	case a == b:
		return 0
	case a == r.exact:
		return -1
	case b == r.exact:
		return 1
	}
	return 0
}

// passages compares two passages.
func (r *ranking) passages(a, b uint32) int {
	c, d := r.columns.documentOf(a), r.columns.documentOf(b)
	if r.sort == search.ByRelevance {
		if first := cmp.Or(r.exactFirst(c, d), cmp.Compare(r.scores[b], r.scores[a])); first != 0 {
			return first
		}
	}
	x, y := &r.columns.documents[c], &r.columns.documents[d]
	byDocument := cmp.Compare(x.newest, y.newest)
	switch r.sort {
	case search.Oldest:
		byDocument = cmp.Compare(x.oldest, y.oldest)
	case search.BySymbol:
		byDocument = cmp.Compare(x.symbol, y.symbol)
	}
	return cmp.Or(byDocument, cmp.Compare(a, b))
}

func (e *evaluation) documentHits(p search.Plan, results *roaring.Bitmap, exact uint32, answer *search.Answer) error {
	passages := e.passageScores()
	scores := e.renditionScores(passages)
	found := e.documentsOf(results)
	r := &ranking{columns: e.columns, sort: p.Sort, scores: e.bestOf(results, scores), exact: exact}
	answer.Total = search.Total{Value: len(found), Relation: "eq"}
	leaders, members := e.families(found, r)
	answer.Groups = len(leaders)
	for _, d := range page(leaders, p.Offset, p.Limit, r.documents) {
		shown := e.shown(d, results, scores, p.Language)
		hit, err := e.documentHit(p, d, shown, passages)
		if err != nil {
			return err
		}
		hit.Score = r.scores[d]
		for _, m := range sorted(members[e.columns.documents[d].family], r.documents) {
			if m != d {
				hit.Family = append(hit.Family, e.columns.familyHit(m, p.Language))
			}
		}
		answer.Hits = append(answer.Hits, hit)
	}
	return e.ctx.Err()
}

// bestOf gives every document the best score of its renditions among the
// results.
func (e *evaluation) bestOf(results *roaring.Bitmap, scores []float64) []float64 {
	best := make([]float64, len(e.columns.documents))
	for it := results.Iterator(); it.HasNext(); {
		r := it.Next()
		d := e.columns.renditions[r].document
		best[d] = max(best[d], scores[r])
	}
	return best
}

// families puts documents together by family: the first member of each, and the
// members of those with several.
func (e *evaluation) families(found []uint32, r *ranking) (leaders []uint32, members map[string][]uint32) {
	members = map[string][]uint32{}
	first := make(map[string]int, len(found))
	for _, d := range found {
		family := e.columns.documents[d].family
		i, seen := first[family]
		if !seen {
			first[family] = len(leaders)
			leaders = append(leaders, d)
			continue
		}
		if members[family] == nil {
			members[family] = []uint32{leaders[i]}
		}
		members[family] = append(members[family], d)
		if r.documents(d, leaders[i]) < 0 {
			leaders[i] = d
		}
	}
	return leaders, members
}

// shown picks the rendition of a document to show: among those that match, a
// held one before a listed one, then the language asked for, then the best.
func (e *evaluation) shown(d uint32, results *roaring.Bitmap, scores []float64, language string) uint32 {
	best := none
	better := func(a, b uint32) bool {
		x, y := &e.columns.renditions[a], &e.columns.renditions[b]
		if x.Held() != y.Held() {
			return x.Held()
		}
		if l := x.Language == language; l != (y.Language == language) {
			return l
		}
		return scores[a] > scores[b]
	}
	for r := e.columns.documents[d].first; r < e.columns.documents[d].last; r++ {
		if results.Contains(r) && (best == none || better(r, best)) {
			best = r
		}
	}
	return best
}

func (e *evaluation) passageHits(p search.Plan, results *roaring.Bitmap, exact uint32, answer *search.Answer) error {
	r := &ranking{columns: e.columns, sort: p.Sort, scores: e.passageScores(), exact: exact}
	ordinals := results.ToArray()
	answer.Total = search.Total{Value: len(ordinals), Relation: "eq"}
	answer.Groups = len(ordinals)
	for _, ord := range page(ordinals, p.Offset, p.Limit, r.passages) {
		hit := e.columns.hit(e.columns.rendition[ord])
		passage, err := e.passage(ord)
		if err != nil {
			return err
		}
		hit.Score, hit.Paragraphs = r.scores[ord], []search.Paragraph{e.paragraph(found{ord, passage}, p)}
		answer.Hits = append(answer.Hits, hit)
	}
	return e.ctx.Err()
}
