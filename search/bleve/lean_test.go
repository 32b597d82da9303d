package bleve_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/un"
)

// What a hit shows is what the passage holds, whatever signs stand in it.
func TestHitsShowWhatIsHeld(t *testing.T) {
	texts := []string{
		`theft "quoted" and \ back \\" slashed`, "theft <b>&amp;</b>\u2028 line\tend", "кража theft {t} [of], 资产: \"x\"", `theft\`, `theft ends in a quote"`,
	}
	r := rendition(t, "A/79/1", "en", texts...)
	for i := range r.Passages {
		p := &r.Passages[i]
		p.Page, p.Headings = 3, []un.Heading{{Level: 1, Text: `a "heading", [in] {parts}`}}
		p.Kinds = []un.KindMark{{Value: un.Decision, Cue: `"th`}, {Value: un.Challenge}}
		p.Notes = []string{`note "one" \`, "{"}
		p.References = []un.Reference{{Kind: "article", Target: "46", Start: 0, End: 2}}
	}
	dir := t.TempDir()
	publish(t, dir, search.Change{Put: []un.Rendition{r}})
	e, err := bleve.Open(dir, bleve.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	a, err := e.Search(context.Background(), search.Plan{View: search.Paragraphs, Sort: search.ByParagraph, Tree: query.Word{Text: "theft"}, Limit: 10, Language: "en"})
	if err != nil || len(a.Hits) != len(texts) {
		t.Fatalf("%d hits, %v", len(a.Hits), err)
	}
	for i, h := range a.Hits {
		got, shown := h.Paragraphs[0], ""
		for _, s := range got.Spans {
			shown += s.Text
		}
		want := search.Paragraph{Anchor: r.Passages[i].Anchor, Number: r.Passages[i].Number, Page: 3, Language: "en", Type: un.Paragraph, Kind: []un.Kind{un.Decision, un.Challenge}}
		got.Spans = nil
		if d := cmp.Diff(want, got); d != "" || shown != texts[i] {
			t.Errorf("%q is shown as %q: %s", texts[i], shown, d)
		}
	}
}
