package bleve_test

import (
	"bufio"
	"cmp"
	"encoding/json"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"travaux/indexer/corpus"
	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/un"
)

// retrieval is one line of a collection's documents or queries.
type retrieval struct {
	ID, Title, Text string
}

// TestRelevance measures nDCG@10 on retrieval collections, the words of a query
// joined by OR, and holds it to a floor. The floors lie a hundredth below what
// was measured: smaller differences are noise on collections of this size.
func TestRelevance(t *testing.T) {
	for _, c := range []struct {
		name, language string
		floor          float64
	}{
		{"cranfield", "en", 0.36},
		{"cisi", "en", 0.375},
		{"time", "en", 0.67},
		{"xquad-en", "en", 0.955},
		{"xquad-es", "es", 0.945},
		{"xquad-ru", "ru", 0.94},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := retrievalEngine(t, c.name, c.language)
			grades := readGrades(t, corpus.Path(t, "ir", c.name, "qrels.tsv"))
			sum, queries := 0.0, 0
			for _, q := range readLines(t, corpus.Path(t, "ir", c.name, "queries.jsonl")) {
				if len(grades[q.ID]) == 0 {
					continue
				}
				var words []query.Node
				for word := range strings.FieldsSeq(q.Text) {
					words = append(words, query.Word{Text: word})
				}
				answer, err := e.Search(t.Context(), search.Plan{Tree: query.Or{Nodes: words}, Limit: 10})
				if err != nil {
					t.Fatal(err)
				}
				sum += ndcg(answer.Hits, grades[q.ID])
				queries++
			}
			if queries == 0 {
				t.Fatal("no query has a relevant document")
			}
			mean := sum / float64(queries)
			t.Logf("nDCG@10 %.4f over %d queries", mean, queries)
			if mean < c.floor {
				t.Errorf("nDCG@10 %.4f, want at least %.3f", mean, c.floor)
			}
		})
	}
}

// retrievalEngine holds a collection, a rendition of one paragraph a document.
func retrievalEngine(t *testing.T, name, language string) *bleve.Engine {
	t.Helper()
	dir := t.TempDir()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var put []un.Rendition
	for _, d := range readLines(t, corpus.Path(t, "ir", name, "docs.jsonl")) {
		put = append(put, un.Rendition{
			Document: un.Document{ID: d.ID, Title: d.Title}, Language: language, Files: []un.File{{SHA256: d.ID, Name: d.ID}},
			Passages: []un.Passage{{Anchor: "para-1", Number: "1", Type: un.Paragraph, Text: d.Text}},
		})
	}
	if err := w.Apply(t.Context(), search.Change{Put: put}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Publish(t.Context()); err != nil {
		t.Fatal(err)
	}
	e, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

// ndcg is the discounted gain of the hits over that of the best order.
func ndcg(hits []search.Hit, grades map[string]float64) float64 {
	var got, best []float64
	for _, h := range hits {
		got = append(got, grades[h.ID])
	}
	for _, grade := range grades {
		best = append(best, grade)
	}
	slices.SortFunc(best, func(a, b float64) int { return cmp.Compare(b, a) })
	return gain(got) / gain(best[:min(10, len(best))])
}

func gain(grades []float64) float64 {
	sum := 0.0
	for i, grade := range grades {
		sum += grade / math.Log2(float64(i)+2)
	}
	return sum
}

func readLines(t *testing.T, path string) []retrieval {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []retrieval
	for d := json.NewDecoder(bufio.NewReader(f)); d.More(); {
		var r retrieval
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// readGrades reads query, document and grade, leaving out what is not relevant.
func readGrades(t *testing.T, path string) map[string]map[string]float64 {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]float64{}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if i == 0 { // the head
			continue
		}
		grade, err := strconv.ParseFloat(cells[len(cells)-1], 64)
		if err != nil || len(cells) != 3 {
			t.Fatalf("line %d of %s: %q", i+1, path, line)
		}
		if grade <= 0 {
			continue
		}
		if all[cells[0]] == nil {
			all[cells[0]] = map[string]float64{}
		}
		all[cells[0]][cells[1]] = grade
	}
	return all
}
