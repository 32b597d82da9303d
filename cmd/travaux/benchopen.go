package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/eval/bench"
	"travaux/search/un"
)

// opening is what a process tells of opening an index and of moving over to
// another generation. Memory is anonymous, in bytes; 0 where the system does not
// tell.
type opening struct {
	OpenMS  float64 `json:"open_ms"`
	FirstMS float64 `json:"first_ms"` // from the start to the first answer
	First   int64   `json:"first_bytes"`
	Asked   int64   `json:"asked_bytes"` // the most while queries were answered
	Swap    int64   `json:"swap_bytes"`  // the most while another generation was taken up
	SwapMS  float64 `json:"swap_ms"`     // from its publication to the first answer from it
	Failed  int     `json:"failed"`      // queries that had no answer
}

// measureOpening has a process of its own open a copy of travaux's index, asks it
// queries, and publishes another generation meanwhile.
func (p *program) measureOpening(ctx context.Context, runner bench.Runner, dir string) error {
	fmt.Fprintln(p.stderr, "travaux: opening")
	clone := filepath.Join(dir, "index-opened")
	defer os.RemoveAll(clone)
	if err := errors.Join(os.RemoveAll(clone), linkFolder(runner.IndexDir(bench.Engine{Name: "travaux"}), clone)); err != nil {
		return fmt.Errorf("copy the index to open: %w", err)
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, self, "bench", "peer", "open", clone, filepath.Join(dir, queriesName))
	cmd.Stderr = p.stderr
	text, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	var o opening
	if err := json.Unmarshal(text, &o); err != nil {
		return fmt.Errorf("open: %w", err)
	}
	_, err = fmt.Fprintf(p.stdout, `| opening a generation | |
| --- | --- |
| opened | %.0f ms |
| first query answered, from the start | %.0f ms |
| anonymous memory then | %.0f MB |
| most while queries were answered | %.0f MB |
| most while another generation was taken up | %.0f MB |
| first answer from it, after it was published | %.0f ms |
| queries without an answer | %d |

`, o.OpenMS, o.FirstMS, float64(o.First)/1e6, float64(o.Asked)/1e6, float64(o.Swap)/1e6, o.SwapMS, o.Failed)
	return err
}

// peerOpenCommand is the process that measureOpening starts, peerTouchCommand the
// one that publishes a generation beside it.
func (p *program) peerOpenCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "open DIR QUERIES",
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return p.peerOpen(cmd.Context(), args[0], args[1]) },
	}
}

func (p *program) peerTouchCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "touch DIR",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return touch(cmd.Context(), args[0]) },
	}
}

// askedOnOpening is how many queries are answered before another generation comes.
const askedOnOpening = 500

func (p *program) peerOpen(ctx context.Context, dir, path string) error {
	queries, err := bench.ReadAll[bench.Query](path)
	if err != nil {
		return err
	}
	for i := range queries { // classes are mixed
		j := i * 7919 % len(queries)
		queries[i], queries[j] = queries[j], queries[i]
	}
	runtime.GC()
	var o opening
	began := time.Now()
	svc, closer, err := openService(dir, bleve.Config{Log: p.log()})
	if err != nil {
		return err
	}
	defer closer.Close()
	o.OpenMS = ms(began)
	ask := func(n int) string {
		text, err := queries[n%len(queries)].Text()
		if err != nil {
			o.Failed++
			return ""
		}
		q := queries[n%len(queries)]
		result, err := svc.Search(ctx, search.Request{Query: text, Facets: q.Facets, Filters: q.Filter})
		if err != nil {
			o.Failed++
			return ""
		}
		return result.Generation
	}
	first := ask(0)
	o.FirstMS, o.First = ms(began), anonymous()
	most := watchMemory()
	for n := range askedOnOpening {
		ask(n)
	}
	o.Asked = most()
	most = watchMemory()
	published := make(chan error, 1)
	go func() { published <- touchBeside(ctx, dir) }()
	o.SwapMS, err = moveOver(ctx, published, func(n int) bool { return ask(askedOnOpening+n) != first })
	o.Swap = most()
	return errors.Join(err, json.NewEncoder(p.stdout).Encode(o))
}

// patience is how long another generation is waited for once it is published.
const patience = 5 * time.Minute

// moveOver asks until an answer is from the generation that is being published,
// and gives the milliseconds from its publication.
func moveOver(ctx context.Context, published <-chan error, moved func(n int) bool) (float64, error) {
	var at time.Time
	for n := 0; ctx.Err() == nil; n++ {
		over := moved(n)
		select {
		case err := <-published:
			if err != nil {
				return 0, err
			}
			at, published = time.Now(), nil
		default:
		}
		switch {
		case over && at.IsZero():
			return 0, <-published // taken up before the publisher ended
		case over:
			return ms(at), nil
		case !at.IsZero() && time.Since(at) > patience:
			return 0, fmt.Errorf("the generation published is not taken up")
		}
		time.Sleep(5 * time.Millisecond)
	}
	return 0, ctx.Err()
}

func ms(since time.Time) float64 { return float64(time.Since(since).Nanoseconds()) / 1e6 }

// touchBeside runs touch in a process of its own.
func touchBeside(ctx context.Context, dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if out, err := exec.CommandContext(ctx, self, "bench", "peer", "touch", dir).CombinedOutput(); err != nil {
		return fmt.Errorf("publish a generation: %w: %s", err, bytes.TrimSpace(out))
	}
	return nil
}

// touch publishes a generation with one more document.
func touch(ctx context.Context, dir string) (err error) {
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	symbol, err := un.ParseSymbol("A/79/99999")
	if err != nil {
		return err
	}
	r := un.Rendition{
		Document: un.Document{ID: symbol.String(), Symbols: []un.Symbol{symbol}, Title: "One more", Meeting: "A/79", Body: "A", Date: "2024-12-31"},
		Language: "en", Reader: "bench/1", Files: []un.File{{SHA256: "bench-one-more", Name: "made.pdf"}},
		Passages: []un.Passage{{Anchor: "para-1", Number: "1", Type: un.Paragraph, Text: "One more document."}},
	}
	if err := w.Apply(ctx, search.Change{Put: []un.Rendition{r}}); err != nil {
		return err
	}
	_, err = w.Publish(ctx)
	return err
}

// watchMemory samples the anonymous memory of the process until the function that
// it gives is called, which tells the most there was.
func watchMemory() func() int64 {
	var most atomic.Int64
	most.Store(anonymous())
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		ticker := time.NewTicker(10 * time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case <-stop:
				return
			case <-ticker.C:
				most.Store(max(most.Load(), anonymous()))
			}
		}
	}()
	return func() int64 {
		close(stop)
		<-stopped
		return max(most.Load(), anonymous())
	}
}

// anonymous is the anonymous memory of the process in bytes, 0 where the system
// does not tell it.
func anonymous() int64 {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if kilobytes, ok := strings.CutPrefix(line, "RssAnon:"); ok {
			n, _ := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(kilobytes), " kB"), 10, 64)
			return n << 10
		}
	}
	return 0
}

// linkFolder makes a copy of a folder by links, or by copies where the system has
// none.
func linkFolder(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		case !d.Type().IsRegular() || os.Link(path, target) == nil:
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}
