package bench_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/eval/bench"
)

func TestLatency(t *testing.T) {
	queries := []bench.Query{{ID: "a", Class: "term"}, {ID: "b", Class: "term"}, {ID: "c", Class: "term"}, {ID: "d", Class: "near"}}
	r := bench.NewResults(queries)
	// b takes 2, 9 and 3 ms: the median is 3.
	for _, ms := range []float64{2, 9, 3} {
		r.Add("x", []bench.Reply{{ID: "a", MS: 1}, {ID: "b", MS: ms}, {ID: "c", Error: "no way"}, {ID: "d", MS: 50}})
	}
	want := bench.Latency{P50: 1, P95: 3, Queries: 2, Refused: 1, Why: "no way"}
	if diff := cmp.Diff(want, r.Latency("x", "term")); diff != "" {
		t.Errorf("latency (-want +got):\n%s", diff)
	}
	if got := r.Latency("y", "term"); got.Queries != 0 {
		t.Errorf("an engine that was not asked: %+v", got)
	}
}

func TestAgreement(t *testing.T) {
	queries := []bench.Query{{ID: "a", Class: "or3"}, {ID: "b", Class: "or3"}, {ID: "c", Class: "or3"}, {ID: "d", Class: "or3"}}
	r := bench.NewResults(queries)
	r.Add("ours", []bench.Reply{
		{ID: "a", Total: 4, Top: []string{"1", "2", "3", "4"}}, {ID: "b", Total: 2, Top: []string{"1", "2"}}, {ID: "c"}, {ID: "d", Error: "no way"},
	})
	r.Add("theirs", []bench.Reply{
		{ID: "a", Total: 2, Top: []string{"4", "9"}}, {ID: "b", Total: 2, Top: []string{"2", "1"}}, {ID: "c"}, {ID: "d", Total: 1, Top: []string{"1"}},
	})
	got, ok := r.Agreement("ours", "theirs", "or3")
	// Totals agree on b and c, of a and b the ratios are 2 and 1; half of a's and all of b's hits are shared.
	want := bench.Agreement{Equal: 2.0 / 3, Ratio: 1, Overlap: 0.75}
	if diff := cmp.Diff(want, got); diff != "" || !ok {
		t.Errorf("agreement %v (-want +got):\n%s", ok, diff)
	}
	if _, ok := r.Agreement("ours", "nobody", "or3"); ok {
		t.Error("agrees with an engine that was not asked")
	}
}

func TestLoadCountsErrors(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.URL.Path == "/bad" {
			w.WriteHeader(http.StatusTeapot)
		}
	}))
	defer server.Close()
	addresses := []string{"/search?q=a", "/bad", "/api/v1/search?q=b", "/doc/A/1"}
	for name, load := range map[string]bench.Load{
		"arrive": bench.Arrive(context.Background(), server.URL, addresses, 1000, 1),
		"keep":   bench.Keep(context.Background(), server.URL, addresses, 2),
	} {
		if load.Requests != 4 || load.Errors != 1 || load.Error != "/bad: 418 I'm a teapot" {
			t.Errorf("%s: %+v", name, load)
		}
		for _, kind := range []string{"/search", "/api/v1/search", "/doc"} {
			if len(load.Times[kind]) != 1 {
				t.Errorf("%s: %d times of %s", name, len(load.Times[kind]), kind)
			}
		}
	}
	if asked.Load() != 8 {
		t.Errorf("%d requests came", asked.Load())
	}
}

func TestLinesNamesTheLine(t *testing.T) {
	var last error
	n := 0
	for _, err := range bench.Lines[bench.Query](strings.NewReader("{\"id\":\"a\"}\n{\"id\":")) {
		n, last = n+1, err
	}
	if n != 2 || last == nil || !strings.HasPrefix(last.Error(), "line 2: ") {
		t.Errorf("%d values, %v", n, last)
	}
}

func FuzzLines(f *testing.F) {
	f.Add(`{"id":"a","op":"or","words":["x","y"]}`)
	f.Add("{}\n[]\n\"\"")
	f.Fuzz(func(_ *testing.T, text string) {
		for q, err := range bench.Lines[bench.Query](strings.NewReader(text)) {
			if err == nil {
				_, _ = q.Text()
			}
		}
	})
}
