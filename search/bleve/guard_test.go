package bleve_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/un"
)

// crowd writes a collection of some 100,000 short passages whose words begin in
// few ways.
func crowd(t *testing.T, dir string) {
	t.Helper()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	const documents, passages = 100, 1000
	for i := range documents {
		r := rendition(t, fmt.Sprintf("A/79/%d", i+1), "en")
		for n := range passages {
			at := i*passages + n
			text := fmt.Sprintf("control con%d promise pro%d control con%d pro%d", at%3001, at%2999, at%1009, at%997)
			r.Passages = append(r.Passages, un.Passage{Anchor: fmt.Sprint("para-", n), Number: fmt.Sprint(n), Type: un.Paragraph, Text: text})
		}
		if err := w.Apply(context.Background(), search.Change{Put: []un.Rendition{r}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Publish(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// A dear search ends by the clock with its reason, wherever in it the time is
// over, while cheap ones beside it are answered.
func TestDearSearchHarmsNoOthers(t *testing.T) {
	if testing.Short() {
		t.Skip("a collection of 100,000 passages")
	}
	dir := t.TempDir()
	crowd(t, dir)
	e, err := bleve.Open(dir, bleve.Config{Timeout: time.Second, Memory: 1 << 40})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	clauses := make([]string, 500)
	for i := range clauses {
		clauses[i] = fmt.Sprintf("con* NEAR/%d pro* NEAR/%d con%d*", i%20+1, i%20+1, i%10)
	}
	dear := join(t, clauses)
	cheap, err := query.Parse(`promise "con17 promise"`)
	if err != nil {
		t.Fatal(err)
	}
	var asking sync.WaitGroup
	stop := make(chan struct{})
	for range 4 {
		asking.Go(func() {
			_, err := e.Search(context.Background(), search.Plan{Tree: dear, View: search.Paragraphs, Limit: 10})
			if !errors.Is(err, search.ErrTooExpensive) || !strings.Contains(err.Error(), "longer than 1s") {
				t.Errorf("the dear search: error %v", err)
			}
		})
	}
	answered := 0
	var cheaply sync.WaitGroup
	cheaply.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			a, err := e.Search(context.Background(), search.Plan{Tree: cheap, View: search.Paragraphs, Limit: 10})
			if err != nil || a.Total.Value == 0 {
				t.Errorf("a cheap search beside dear ones: %v", err)
				return
			}
			answered++
		}
	})
	asking.Wait()
	close(stop)
	cheaply.Wait()
	if answered < 2 {
		t.Errorf("%d cheap searches were answered while dear ones were worked on", answered)
	}
}

// join makes one tree of queries too many for one text.
func join(t *testing.T, clauses []string) query.Node {
	t.Helper()
	var or query.Or
	for _, c := range clauses {
		tree, err := query.Parse(c)
		if err != nil {
			t.Fatal(err)
		}
		or.Nodes = append(or.Nodes, tree)
	}
	return or
}

// The memory of a search is bounded by what it holds, whichever part of it does.
func TestMemoryOfEveryPartIsBounded(t *testing.T) {
	dir := t.TempDir()
	passages := make([]string, 300)
	for i := range passages {
		passages[i] = fmt.Sprintf("theft of goods con%d", i)
	}
	publish(t, dir, change(rendition(t, "A/79/1", "en", passages...)))
	for text, memory := range map[string]int64{
		"theft":             300 * 4,
		"=theft":            300 * 4,
		`"theft of goods"`:  300 * 4,
		"con*":              300 * 256,
		"goods NEAR/5 con*": 300 * 256,
		"theft OR goods":    600 * 4,
	} {
		tree, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			memory int64
			dear   bool
		}{{memory - 1, true}, {1 << 20, false}} {
			e, err := bleve.Open(dir, bleve.Config{Memory: c.memory})
			if err != nil {
				t.Fatal(err)
			}
			_, err = e.Search(context.Background(), search.Plan{Tree: tree, View: search.Documents, Limit: 10})
			if c.dear != errors.Is(err, search.ErrTooExpensive) || !c.dear && err != nil {
				t.Errorf("%s with %d bytes: error %v", text, c.memory, err)
			}
			e.Close()
		}
	}
}

// The places of words take memory too, however few the texts that they stand in.
func TestPlacesAreBounded(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", strings.Repeat("Theft goods. ", 5000))))
	near, err := query.Parse("theft NEAR/3 goods")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		memory int64
		dear   bool
	}{{64 << 10, true}, {1 << 20, false}} {
		e, err := bleve.Open(dir, bleve.Config{Memory: c.memory})
		if err != nil {
			t.Fatal(err)
		}
		a, err := e.Search(context.Background(), search.Plan{Tree: near, View: search.Documents, Limit: 10, Bare: true})
		if c.dear != errors.Is(err, search.ErrTooExpensive) || !c.dear && (err != nil || a.Total.Value != 1) {
			t.Errorf("with %d bytes: %v, error %v", c.memory, a, err)
		}
		e.Close()
	}
}

// A search waits for its turn no longer than its request lasts.
func TestWaitingEndsWithTheRequest(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e := open(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := e.Search(ctx, search.Plan{View: search.Documents}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
