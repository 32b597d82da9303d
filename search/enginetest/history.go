package enginetest

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// historiesLeaveNoTrace takes a collection through random changes (new
// renditions, others in their place, removals, one at a time or many together,
// published often or seldom) and compares it with one made at once of what is
// left: the same answers in the same order, with the same scores, facets and
// pages.
func historiesLeaveNoTrace(t *testing.T, newMaker func(t *testing.T) Maker) {
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 3))
		grown := newMaker(t)
		left := lived(t, grown, random)
		fresh := newMaker(t)
		write(t, fresh, search.Change{Put: left})
		compareEngines(t, opened(t, fresh), opened(t, grown), left, random)
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

// lived writes a random history and gives the renditions that it leaves, in the
// order of their keys.
func lived(t *testing.T, m Maker, random *rand.Rand) []un.Rendition {
	t.Helper()
	all := Synthetic(30, random.Uint64())
	former := Synthetic(30, random.Uint64())
	left := map[un.RenditionKey]un.Rendition{}
	for range 8 {
		var changes []search.Change
		for range 1 + random.IntN(12) {
			changes = append(changes, changed(all, former, left, random))
		}
		write(t, m, changes...)
	}
	var out []un.Rendition
	for _, r := range all {
		if held, ok := left[r.Key()]; ok {
			out = append(out, held)
		}
	}
	return out
}

// changed makes one change and takes it up into what is left.
func changed(all, former []un.Rendition, left map[un.RenditionKey]un.Rendition, random *rand.Rand) search.Change {
	var c search.Change
	for range 1 + random.IntN(4) {
		r := all[random.IntN(len(all))]
		key := r.Key()
		if slices.Contains(c.Drop, key) || slices.ContainsFunc(c.Put, func(o un.Rendition) bool { return o.Key() == key }) {
			continue
		}
		if _, held := left[key]; held && random.IntN(4) == 0 {
			c.Drop = append(c.Drop, key)
			delete(left, key)
			continue
		}
		if other := former[random.IntN(len(former))]; random.IntN(2) == 0 && other.Language == r.Language {
			r.Passages = other.Passages
			r.Document.Title, r.Document.Date = other.Document.Title, other.Document.Date
		}
		c.Put = append(c.Put, r)
		left[key] = r
	}
	return c
}

// compareEngines asks two engines the same random questions.
func compareEngines(t *testing.T, want, got search.Engine, renditions []un.Rendition, random *rand.Rand) {
	t.Helper()
	a := &asker{random: random, renditions: renditions}
	for i := range 40 {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := a.plan(view)
			p.Sort = search.Sorts()[random.IntN(len(search.Sorts()))]
			p.Limit = 1 + random.IntN(50)
			w, g := answer(t, want, p), answer(t, got, p)
			if p.After = w.Next; p.After != "" {
				p.Offset = p.Limit
				next := p
				next.After = g.Next
				compareAnswers(t, p, answer(t, want, p), answer(t, got, next))
			}
			compareAnswers(t, p, w, g)
			if t.Failed() {
				t.Fatalf("question %d", i)
			}
		}
	}
}

// compareAnswers compares all but what names a generation.
func compareAnswers(t *testing.T, p search.Plan, want, got *search.Answer) {
	t.Helper()
	if (want.Next == "") != (got.Next == "") {
		t.Errorf("next %q and %q", want.Next, got.Next)
	}
	w, g := *want, *got
	w.Generation, w.Next, g.Generation, g.Next = "", "", "", ""
	if diff := cmp.Diff(w, g); diff != "" {
		t.Errorf("%v in %v by %s, %s view: fresh and grown collections differ:\n%s", p.Tree, p.Filters, p.Sort, p.View, diff)
	}
}
