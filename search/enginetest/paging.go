package enginetest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// tied are documents of which many score alike and are of one day, with families
// and languages: the hardest to put into pages.
func tied() []un.Rendition {
	var out []un.Rendition
	for i := range 30 {
		symbol := fmt.Sprintf("A/79/%d", i+1)
		out = append(out, doc(symbol).on("2024-05-01").says("Theft.", "Fraud.", "Theft.").made())
		if i%3 == 0 {
			out = append(out, doc(symbol+"/Corr.1").on("2024-05-01").says("Theft.").made(), doc(symbol+"/Add.1").on("2024-05-01").says("Theft and fraud.").made())
		}
		if i%5 == 0 {
			out = append(out, doc(symbol).in("fr").on("2024-05-01").says("Theft, dit-on.", "Fraude.").made())
		}
	}
	return out
}

// cursorsCoverAll follows cursors through whole results in every order: each
// stands once, where it stands in one long page, families included.
func cursorsCoverAll(t *testing.T, m Maker) {
	e := published(t, m, append(tied(), Synthetic(25, 9)...)...)
	for _, view := range []search.View{search.Documents, search.Paragraphs} {
		for _, sort := range search.Sorts() {
			for _, text := range []string{"", "theft", "theft OR asset OR recovery", "theft -fraud lang:en", "nothingwhatever"} {
				p := plan(t, view, text)
				p.Sort, p.Facets = sort, []string{"type"}
				if sort == search.ByRelevance {
					p.Exact = "A/79/7"
				}
				checkCursors(t, e, p, 7)
			}
		}
	}
}

// checkCursors compares the pages that cursors lead to with one long page.
func checkCursors(t *testing.T, e search.Engine, p search.Plan, size int) {
	t.Helper()
	name := fmt.Sprintf("%v by %s, %s", p.Tree, p.Sort, p.View)
	whole := answer(t, e, p)
	var hits []search.Hit
	for p.Limit = size; ; p.Offset += size {
		a := answer(t, e, p)
		hits = append(hits, a.Hits...)
		if a.Total != whole.Total || a.Groups != whole.Groups || !cmp.Equal(a.Facets, whole.Facets) {
			t.Fatalf("%s from %d: total %v in %d groups, facets %v; want %v, %d, %v", name, p.Offset, a.Total, a.Groups, a.Facets, whole.Total, whole.Groups, whole.Facets)
		}
		if more := len(hits) < whole.Groups; more != (a.Next != "") {
			t.Fatalf("%s from %d: next %q, more to come: %v", name, p.Offset, a.Next, more)
		}
		if p.After = a.Next; p.After == "" {
			break
		}
	}
	if diff := cmp.Diff(whole.Hits, hits); diff != "" {
		t.Errorf("%s: one page and pages differ:\n%s", name, diff)
	}
	seen := map[string]bool{}
	for _, name := range everyName(hits, p.View) {
		if seen[name] {
			t.Errorf("%s stands twice", name)
		}
		seen[name] = true
	}
	if len(seen) != whole.Total.Value {
		t.Errorf("%s: %d results are shown, the total is %d", name, len(seen), whole.Total.Value)
	}
}

// everyName names all that stands in hits, members of families too.
func everyName(hits []search.Hit, view search.View) []string {
	var out []string
	for _, h := range hits {
		name := h.ID
		if view == search.Paragraphs {
			name += " " + h.Paragraphs[0].Language + " " + h.Paragraphs[0].Anchor
		}
		out = append(out, name)
		for _, f := range h.Family {
			out = append(out, f.Symbol)
		}
	}
	return out
}

// cursorsGoDeep leads to results that no offset reaches.
func cursorsGoDeep(t *testing.T, m Maker) {
	const held = search.MaxOffset + 250
	d := doc("A/79/1")
	for range held {
		d.says("Theft.")
	}
	e := published(t, m, d.made())
	p := plan(t, search.Paragraphs, "theft")
	p.Limit = 1000
	seen := 0
	for ; ; p.Offset += p.Limit {
		a := answer(t, e, p)
		for _, h := range a.Hits {
			if seen++; h.Paragraphs[0].Number != fmt.Sprint(seen) {
				t.Fatalf("paragraph %s stands in place %d", h.Paragraphs[0].Number, seen)
			}
		}
		if p.After = a.Next; p.After == "" {
			break
		}
	}
	if seen != held {
		t.Errorf("%d paragraphs are listed, want %d", seen, held)
	}
}

// cursorsOfAnotherGeneration go on by offset, as far as offsets reach.
func cursorsOfAnotherGeneration(t *testing.T, m Maker) {
	e := published(t, m, tied()...)
	p := plan(t, search.Documents, "theft")
	p.Limit = 5
	p.After = answer(t, e, p).Next
	write(t, m, search.Change{Put: []un.Rendition{doc("A/79/100").on("2025").says("Theft.").made()}})
	e = opened(t, m)
	byOffset := p
	byOffset.After, byOffset.Offset = "", 5
	p.Offset = 5
	if diff := cmp.Diff(names(answer(t, e, byOffset), p.View), names(answer(t, e, p), p.View)); diff != "" {
		t.Error(diff)
	}
	for _, after := range []string{"", p.After} {
		p.After, p.Offset = after, search.MaxOffset+1
		if _, err := e.Search(context.Background(), p); !errors.Is(err, search.ErrTooExpensive) {
			t.Errorf("offset %d after %q: error %v, want ErrTooExpensive", p.Offset, after, err)
		}
	}
}

// forgedCursors are refused, or at worst lead somewhere.
func forgedCursors(t *testing.T, m Maker) {
	e := published(t, m, tied()...)
	random := rand.New(rand.NewPCG(4, 4))
	for _, view := range []search.View{search.Documents, search.Paragraphs} {
		p := plan(t, view, "theft")
		p.Limit = 3
		next := answer(t, e, p).Next
		p.After = "???"
		if _, err := e.Search(context.Background(), p); !errors.Is(err, search.ErrInvalid) {
			t.Errorf("%s: error %v, want ErrInvalid", view, err)
		}
		for range 200 {
			forged := []byte(next)
			forged[random.IntN(len(forged))] = byte(' ' + random.IntN('~'-' '))
			p.After = string(forged[:len(forged)-random.IntN(2)])
			if _, err := e.Search(context.Background(), p); err != nil && !errors.Is(err, search.ErrInvalid) {
				t.Errorf("%s, %q: error %v, want ErrInvalid or none", view, p.After, err)
			}
		}
	}
}

// paragraphsAsPrinted stand in the order of symbols and, within a document, in
// that of its pages.
func paragraphsAsPrinted(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/10").on("2025").says("Theft, theft.", "Goods.", "A theft.").made(),
		doc("A/79/2").on("2024").says("A word on theft among others.", "Theft.").made(),
	)
	p := plan(t, search.Paragraphs, "theft")
	p.Sort = search.ByParagraph
	if diff := cmp.Diff([]string{"A/79/2 en 1", "A/79/2 en 2", "A/79/10 en 1", "A/79/10 en 3"}, names(answer(t, e, p), p.View)); diff != "" {
		t.Error(diff)
	}
	p.View = search.Documents
	if diff := cmp.Diff([]string{"A/79/2", "A/79/10"}, names(answer(t, e, p), p.View)); diff != "" {
		t.Error(diff)
	}
}
