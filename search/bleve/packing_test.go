package bleve_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/un"
)

// TestPackedEntriesReadBack puts in more than the first batch, of which the
// dictionary is made, then more in another run, and reads all of it back.
func TestPackedEntriesReadBack(t *testing.T) {
	dir := t.TempDir()
	text := func(d, n int) string {
		return fmt.Sprintf("Document %d asks States, in paragraph %d, to report on asset recovery; number%dof%d stands nowhere else.", d, n, n, d)
	}
	for run := range 2 {
		w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
		if err != nil {
			t.Fatal(err)
		}
		for d := run * 10; d < run*10+10; d++ {
			r := un.Rendition{Document: un.Document{ID: fmt.Sprint("file-", d)}, Language: "en", Files: []un.File{{SHA256: fmt.Sprint(d), Name: fmt.Sprint(d)}}}
			for n := range 150 {
				r.Passages = append(r.Passages, un.Passage{Anchor: fmt.Sprintf("para-%d", n), Number: fmt.Sprint(n), Type: un.Paragraph, Text: text(d, n)})
			}
			if err := w.Apply(t.Context(), search.Change{Put: []un.Rendition{r}}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := w.Publish(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	e, err := bleve.Open(dir, bleve.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for _, at := range [][2]int{{0, 0}, {4, 149}, {9, 70}, {10, 0}, {19, 149}} {
		word := query.Word{Text: fmt.Sprintf("number%dof%d", at[1], at[0])}
		a, err := e.Search(t.Context(), search.Plan{Tree: word, View: search.Paragraphs, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, h := range a.Hits {
			for _, p := range h.Paragraphs {
				for _, s := range p.Spans {
					got += s.Text
				}
			}
		}
		if diff := cmp.Diff(text(at[0], at[1]), got); diff != "" {
			t.Errorf("paragraph %v (-want +got):\n%s", at, diff)
		}
	}
}
