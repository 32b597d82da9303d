package bench_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/eval/bench"
	"travaux/search/un"
)

// madeUp is a source of made-up words, as unevenly frequent as those of language.
func madeUp(t testing.TB) *bench.Source {
	t.Helper()
	random := rand.New(rand.NewPCG(7, 7))
	ranks := rand.NewZipf(random, 1.2, 8, 20_000)
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	for document := range 60 {
		for n := range 40 {
			var words []string
			for range 20 + random.IntN(60) {
				words = append(words, spelled(ranks.Uint64()))
			}
			p := bench.SourcePassage{Document: fmt.Sprint(document), Title: "On " + words[0] + " and " + words[1], Text: "The " + strings.Join(words, " ") + "."}
			if n%5 == 0 {
				p.Kind, p.States = "decision", []string{"PAN"}
			}
			if err := encoder.Encode(p); err != nil {
				t.Fatal(err)
			}
		}
	}
	source, err := bench.ReadSource(&b)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// spelled writes a number in syllables.
func spelled(n uint64) string {
	var b strings.Builder
	for n += 25; n > 0; n /= 25 {
		b.WriteString([]string{
			"ba", "ce", "di", "fo", "gu", "han", "jel", "kir", "lom", "mus", "na", "pe", "ri", "so", "tu",
			"van", "wel", "xir", "yom", "zus", "bra", "cle", "dri", "flo", "gru",
		}[n%25])
	}
	return b.String()
}

func made(t testing.TB, size bench.Size, seed uint64) (*bench.Generator, []bench.Passage) {
	t.Helper()
	g := bench.NewGenerator(madeUp(t), size, seed)
	return g, slices.Collect(g.All())
}

func TestGeneratorRepeats(t *testing.T) {
	size := bench.Size{Passages: 600, Documents: 20}
	_, one := made(t, size, 3)
	_, two := made(t, size, 3)
	if diff := cmp.Diff(one, two); diff != "" {
		t.Errorf("the same seed (-first +second):\n%s", diff)
	}
	if _, other := made(t, size, 4); cmp.Equal(one, other) {
		t.Error("another seed gives the same passages")
	}
}

func TestGeneratorKeepsSizes(t *testing.T) {
	_, passages := made(t, bench.Size{Passages: 3000, Documents: 100}, 1)
	ids, symbols := map[string]bool{}, map[string]string{}
	last := ""
	for _, p := range passages {
		if ids[p.ID] {
			t.Errorf("%s stands twice", p.ID)
		}
		ids[p.ID] = true
		if _, known := symbols[p.Symbol]; known && p.Symbol != last {
			t.Errorf("passages of %s do not stand side by side", p.Symbol)
		}
		last, symbols[p.Symbol] = p.Symbol, p.Date
		if _, err := un.ParseSymbol(p.Symbol); err != nil {
			t.Error(err)
		}
		if !strings.HasPrefix(p.Date, p.Year+"-") || !strings.HasPrefix(p.Symbol, p.Meeting+"/") || !strings.HasPrefix(p.Meeting, p.Body+"/") {
			t.Errorf("%+v does not agree with itself", p)
		}
	}
	if len(passages) != 3000 || len(symbols) != 100 {
		t.Errorf("%d passages in %d documents", len(passages), len(symbols))
	}
}

// The vocabulary goes on growing by the source's own law where the source ends,
// and frequencies stay as uneven.
func TestGeneratorGrowsAsTheSource(t *testing.T) {
	g, passages := made(t, bench.Size{Passages: 20_000}, 1)
	meter := bench.NewMeter(g.Expected())
	for _, p := range passages {
		meter.Add(p.Text)
	}
	source, grown := g.Source(), meter.Growth()
	want := float64(source.Words) * math.Pow(float64(grown.Tokens)/float64(source.Tokens), source.Exponent)
	if ratio := float64(grown.Words) / want; ratio < 0.97 || ratio > 1.03 {
		t.Errorf("%d different words of %d, Heaps' law gives %.0f", grown.Words, grown.Tokens, want)
	}
	if grown.Tokens < 4*source.Tokens || math.Abs(grown.Head-source.Head) > 0.1 {
		t.Errorf("Zipf's exponent is %.2f where the source's is %.2f", grown.Head, source.Head)
	}
}

func drawn(t *testing.T, passages []bench.Passage, n int) bench.Drawn {
	t.Helper()
	d, err := bench.Draw(sound(passages), bench.Each(n), n/2, 5)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func sound[T any](values []T) func(func(T, error) bool) {
	return func(yield func(T, error) bool) {
		for _, v := range values {
			if !yield(v, nil) {
				return
			}
		}
	}
}

func TestDrawNothingTwice(t *testing.T) {
	_, passages := made(t, bench.Size{Passages: 4000}, 1)
	d := drawn(t, passages, 30)
	if want := 30 * len(bench.Classes()); len(d.Queries) != want || len(d.Warming) != want/2 {
		t.Fatalf("%d queries and %d for warming, want %d and half of it", len(d.Queries), len(d.Warming), want)
	}
	asked, ids := map[string]bool{}, map[string]bool{}
	for _, q := range append(d.Queries, d.Warming...) {
		text, err := q.Text()
		if err != nil {
			t.Fatal(err)
		}
		if asked[text] || ids[q.ID] {
			t.Errorf("%s %s is asked twice", q.ID, text)
		}
		asked[text], ids[q.ID] = true, true
	}
	if diff := cmp.Diff(d, drawn(t, passages, 30)); diff != "" {
		t.Errorf("the same seed (-first +second):\n%s", diff)
	}
}

// An interrupted measurement ends what a peer's script has started: it would hold
// the script's output open for ever.
func TestBuildEndsWithTheContext(t *testing.T) {
	script := filepath.Join(t.TempDir(), "run")
	if err := os.WriteFile(script, []byte("#!/bin/sh\n: >\"$0.started\"\ntail -f /dev/null\ntrue\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error)
	go func() { ended <- bench.Runner{}.Build(ctx, bench.Engine{Name: "slow", Command: []string{script}}) }()
	for _, err := os.Stat(script + ".started"); err != nil; _, err = os.Stat(script + ".started") {
		time.Sleep(time.Millisecond)
	}
	cancel()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

// An index stands until the sources of what made it change.
func TestIndexStandsUntilItsMakerChanges(t *testing.T) {
	peer := t.TempDir()
	script := filepath.Join(peer, "run")
	write := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	write(script, "#!/bin/sh\necho x >>\"$2\"\necho '{\"seconds\":1,\"bytes\":2}'\n")
	runner := bench.Runner{Dir: t.TempDir(), Threads: 1, Progress: io.Discard}
	engine := bench.Engine{Name: "peer", Command: []string{script}}
	for i, want := range []string{"x\n", "x\n", "x\nx\n"} {
		if i == 2 {
			write(filepath.Join(peer, "source"), "other")
		}
		made, err := runner.Index(t.Context(), engine)
		if err != nil || made.Bytes != 2 {
			t.Fatalf("%+v, %v", made, err)
		}
		if got, err := os.ReadFile(runner.Passages()); err != nil || string(got) != want {
			t.Errorf("run %d: made %q, %v, want %q", i, got, err, want)
		}
	}
}

// What is drawn is found: the engine answers every query, and those whose words
// were taken from one passage find one at least.
func TestAskFindsWhatWasDrawn(t *testing.T) {
	_, passages := made(t, bench.Size{Passages: 4000}, 1)
	dir := t.TempDir()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	n, err := bench.Write(t.Context(), w, sound(passages))
	if cerr := w.Close(); err != nil || cerr != nil || n != len(passages) {
		t.Fatalf("%d written, %v, %v", n, err, cerr)
	}
	engine, err := bleve.Open(dir, bleve.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	queries := drawn(t, passages, 20).Queries
	replies, err := bench.Ask(t.Context(), search.NewService(search.Config{Engine: engine}), search.Paragraphs, queries)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]bench.Passage{}
	for _, p := range passages {
		byID[p.ID] = p
	}
	for i, r := range replies {
		if r.Error != "" {
			t.Errorf("%s: %s", r.ID, r.Error)
		}
		switch queries[i].Op {
		case "and", "phrase", "near", "term":
			if r.Total == 0 {
				t.Errorf("%s %q finds nothing", r.ID, queries[i].Words)
			}
		}
		for _, id := range r.Top {
			p, ok := byID[id]
			if !ok {
				t.Errorf("%s finds %s, which was not made", r.ID, id)
			}
			if f := queries[i].Filter; f != nil && (!slices.Contains(f["body"], p.Body) || !slices.Contains(f["type"], p.Type)) {
				t.Errorf("%s finds %s of body %s and type %s", r.ID, id, p.Body, p.Type)
			}
		}
	}
}

func TestRequestsNoneTwice(t *testing.T) {
	_, passages := made(t, bench.Size{Passages: 4000}, 1)
	requests, err := bench.Requests(sound(passages), 300, 1)
	if err != nil {
		t.Fatal(err)
	}
	if distinct := slices.Compact(slices.Sorted(slices.Values(requests))); len(distinct) != len(requests) || len(requests) != 300 {
		t.Errorf("%d requests, %d of them different, want 300", len(requests), len(distinct))
	}
}
