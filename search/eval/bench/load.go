package bench

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// Load is what a server did under requests.
type Load struct {
	Requests int
	Errors   int
	// Error is the first.
	Error   string
	Elapsed time.Duration
	// Times are of the answers, in milliseconds, by what was asked ("/search").
	Times map[string][]float64
}

// shot is one request that was answered or failed.
type shot struct {
	address string
	ms      float64
	err     error
}

// Arrive sends requests as they would come from many people who know nothing of
// each other: so many a second on average, at moments drawn with a seed (Poisson),
// however long the answers take. A time is counted from the moment at which the
// request was due.
func Arrive(ctx context.Context, base string, addresses []string, rate float64, seed uint64) Load {
	random := rand.New(rand.NewPCG(seed, 4))
	client := newClient(len(addresses))
	shots := make(chan shot, len(addresses))
	var flying sync.WaitGroup
	began := time.Now()
	after := 0.0 // seconds
	for _, address := range addresses {
		after += random.ExpFloat64() / rate
		due := began.Add(time.Duration(after * float64(time.Second)))
		select {
		case <-ctx.Done():
		case <-time.After(time.Until(due)):
			flying.Go(func() { shots <- get(ctx, client, base, address, due) })
		}
	}
	flying.Wait()
	close(shots)
	return sum(shots, time.Since(began))
}

// Keep keeps so many requests under way at a time until all are answered.
func Keep(ctx context.Context, base string, addresses []string, atOnce int) Load {
	client := newClient(atOnce)
	queue := make(chan string)
	shots := make(chan shot, len(addresses))
	var flying sync.WaitGroup
	began := time.Now()
	for range atOnce {
		flying.Go(func() {
			for address := range queue {
				shots <- get(ctx, client, base, address, time.Now())
			}
		})
	}
	for _, address := range addresses {
		queue <- address
	}
	close(queue)
	flying.Wait()
	close(shots)
	return sum(shots, time.Since(began))
}

func newClient(connections int) *http.Client {
	return &http.Client{
		Timeout:   time.Minute,
		Transport: &http.Transport{MaxIdleConns: connections, MaxIdleConnsPerHost: connections},
	}
}

// get sends one request and reads the whole answer.
func get(ctx context.Context, client *http.Client, base, address string, due time.Time) shot {
	s := shot{address: address}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, base+address, nil)
	if err != nil {
		s.err = err
		return s
	}
	response, err := client.Do(request)
	if err != nil {
		s.err = err
		return s
	}
	defer response.Body.Close()
	_, s.err = io.Copy(io.Discard, response.Body)
	if s.err == nil && response.StatusCode != http.StatusOK {
		s.err = fmt.Errorf("%s: %s", address, response.Status)
	}
	s.ms = float64(time.Since(due).Nanoseconds()) / 1e6
	return s
}

func sum(shots <-chan shot, elapsed time.Duration) Load {
	l := Load{Elapsed: elapsed, Times: map[string][]float64{}}
	for s := range shots {
		l.Requests++
		if s.err != nil {
			if l.Errors++; l.Error == "" {
				l.Error = s.err.Error()
			}
			continue
		}
		kind := what(s.address)
		l.Times[kind] = append(l.Times[kind], s.ms)
	}
	return l
}

// what tells what an address asks for: "/doc", "/search", "/api/v1/search".
func what(address string) string {
	path, _, _ := strings.Cut(address, "?")
	parts := strings.SplitN(path, "/", 5)
	if parts[1] == "api" {
		return strings.Join(parts[:4], "/")
	}
	return "/" + parts[1]
}

// Print prints requests a second and times, of all and by what was asked.
func (l Load) Print(w io.Writer, title string) error {
	all := []float64{}
	for _, times := range l.Times {
		all = append(all, times...)
	}
	row := func(name string, times []float64) []string {
		out := []string{name, fmt.Sprint(len(times))}
		for _, q := range []float64{0.5, 0.95, 0.99} {
			out = append(out, fmt.Sprintf("%.1f", quantile(times, q)))
		}
		return out
	}
	rows := [][]string{row("all", all)}
	for _, kind := range sortedKeys(l.Times) {
		rows = append(rows, row(kind, l.Times[kind]))
	}
	failed := ""
	if l.Errors > 0 {
		failed = " (first: " + l.Error + ")"
	}
	if _, err := fmt.Fprintf(w, "%s: %.0f requests a second for %.0f s, %d errors%s\n\n",
		title, float64(len(all))/l.Elapsed.Seconds(), l.Elapsed.Seconds(), l.Errors, failed); err != nil {
		return err
	}
	return printTable(w, []string{"answers", "number", "p50 ms", "p95 ms", "p99 ms"}, slices.Clip(rows))
}
