package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"travaux/cmd/travaux/samples"
	"travaux/search/bleve"
	"travaux/search/eval/bench"
)

// The names inside a folder of measurements.
const (
	sourceName     = "source.jsonl"
	passagesName   = "passages.jsonl"
	queriesName    = "queries.jsonl"
	warmingName    = "warming.jsonl"
	collectionName = "collection.json"
)

// collectionOptions say what collection to make.
type collectionOptions struct {
	work             string
	size             bench.Size
	seed             uint64
	queries, warming int
}

// dir is the folder of the collection.
func (o collectionOptions) dir() string {
	return filepath.Join(o.work, fmt.Sprintf("%d-%d-%d", o.size.Passages, o.size.Documents, o.seed))
}

// leastPassages is the smallest collection that has rare words to ask for.
const leastPassages = 5000

// check refuses what cannot be made.
func (o collectionOptions) check() error {
	if o.size.Passages < leastPassages || o.size.Documents < 1 || o.size.Documents > o.size.Passages || o.queries < 1 {
		return usagef("--size %d --documents %d --queries %d: expected %d, 1 and 1 or more, and no more documents than passages", o.size.Passages, o.size.Documents, o.queries, leastPassages)
	}
	return nil
}

// addCollectionFlags adds the flags of all commands that measure on a collection.
func addCollectionFlags(cmd *cobra.Command, o *collectionOptions) {
	f := cmd.Flags()
	f.StringVar(&o.work, "work", "", "folder for what is made, kept for the next run (default: a temporary one)")
	f.IntVar(&o.size.Passages, "size", 125_000, "passages")
	f.IntVar(&o.size.Documents, "documents", 0, "documents they stand in (default: one for fifty)")
	f.Uint64Var(&o.seed, "seed", 1, "seed of all that is drawn")
	f.IntVar(&o.queries, "queries", 200, "queries of each class")
	f.IntVar(&o.warming, "warming", 50, "further queries of each class to warm with")
}

// inWork calls do with the folder of measurements, which is removed when it is a
// temporary one. What is made from the samples stands apart.
func (o *collectionOptions) inWork(paths []string, do func() error) (err error) {
	if o.size.Documents == 0 {
		o.size.Documents = max(1, o.size.Passages/50)
	}
	if err := o.check(); err != nil {
		return err
	}
	if o.work != "" {
		if o.work, err = filepath.Abs(o.work); err != nil {
			return err
		}
		if len(paths) == 0 {
			o.work = filepath.Join(o.work, "samples")
		}
		if err := os.MkdirAll(o.work, 0o755); err != nil {
			return err
		}
		return sayInterrupted(do(), "what is whole in --work is taken up by the next run")
	}
	if o.work, err = os.MkdirTemp("", "travaux-bench-"); err != nil {
		return fmt.Errorf("make a folder for the measurement: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(o.work)) }()
	return sayInterrupted(do(), "nothing is kept")
}

// sayInterrupted says in words that a measurement was ended, and what is left of it.
func sayInterrupted(err error, left string) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted; " + left)
	}
	return err
}

// benchCollectionCommand makes a collection and its queries, and nothing more.
func (p *program) benchCollectionCommand() *cobra.Command {
	var o collectionOptions
	cmd := &cobra.Command{
		Use:   "collection [PATH...]",
		Short: "Make a collection of any size, and queries",
		Long: `Read the documents in PATH (the samples that come with it when there are none),
make a collection of any size out of their English text and draw queries from it.
docs/performance.md says how, and what the files in --work hold.
` + exitHelp,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.work == "" {
				return usagef("--work names the folder to make the collection in")
			}
			return o.inWork(args, func() error { return p.makeCollection(cmd.Context(), o, args) })
		},
	}
	addCollectionFlags(cmd, &o)
	return cmd
}

// madeCollection is what collection.json tells.
type madeCollection struct {
	Passages  int          `json:"passages"`
	Documents int          `json:"documents"`
	Bytes     int64        `json:"bytes"` // of text
	Seconds   float64      `json:"seconds"`
	Samples   bool         `json:"samples"` // the source is what comes with travaux
	Source    bench.Growth `json:"source"`
	Made      bench.Growth `json:"made"`
}

// makeCollection makes what is not there yet of source, passages and queries.
func (p *program) makeCollection(ctx context.Context, o collectionOptions, paths []string) error {
	source := filepath.Join(o.work, sourceName)
	if err := p.makeSource(ctx, source, paths); err != nil {
		return err
	}
	dir := o.dir()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if !exists(filepath.Join(dir, collectionName)) {
		fmt.Fprintf(p.stderr, "making %s in %s\n", count(o.size.Passages, "passage"), dir)
		if err := generate(ctx, o, source, len(paths) == 0); err != nil {
			return err
		}
	}
	if o.drawn(queriesName, o.queries) && o.drawn(warmingName, o.warming) {
		return nil
	}
	fmt.Fprintf(p.stderr, "drawing queries\n")
	passages, err := os.Open(filepath.Join(dir, passagesName))
	if err != nil {
		return err
	}
	defer passages.Close()
	drawn, err := bench.Draw(bench.Lines[bench.Passage](passages), bench.Each(o.queries), o.warming, o.seed)
	if err != nil {
		return err
	}
	return errors.Join(
		bench.WriteAll(filepath.Join(dir, warmingName), sound(ctx, slices.Values(drawn.Warming))),
		bench.WriteAll(filepath.Join(dir, queriesName), sound(ctx, slices.Values(drawn.Queries))),
	)
}

// drawn tells whether a file of queries holds as many of each class as wanted.
func (o collectionOptions) drawn(name string, each int) bool {
	queries, err := bench.ReadAll[bench.Query](filepath.Join(o.dir(), name))
	return err == nil && len(queries) == each*len(bench.Classes())
}

// generate writes passages.jsonl and what is to be told of it.
func generate(ctx context.Context, o collectionOptions, sourcePath string, fromSamples bool) error {
	began := time.Now()
	f, err := os.Open(sourcePath)
	if err != nil {
		return err
	}
	defer f.Close()
	source, err := bench.ReadSource(f)
	if err != nil {
		return err
	}
	generator := bench.NewGenerator(source, o.size, o.seed)
	told := madeCollection{Passages: o.size.Passages, Documents: o.size.Documents, Samples: fromSamples, Source: generator.Source()}
	meter := bench.NewMeter(generator.Expected())
	err = bench.WriteAll(filepath.Join(o.dir(), passagesName), func(yield func(bench.Passage, error) bool) {
		for p, err := range sound(ctx, generator.All()) {
			told.Bytes += int64(len(p.Text))
			meter.Add(p.Text)
			if !yield(p, err) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	told.Made, told.Seconds = meter.Growth(), time.Since(began).Seconds()
	return writeJSONFile(filepath.Join(o.dir(), collectionName), told)
}

// makeSource writes the text that collections are made of. Scans are not
// recognised: not every machine would find the same words.
func (p *program) makeSource(ctx context.Context, path string, paths []string) error {
	if exists(path) {
		return nil
	}
	tmp, err := os.MkdirTemp("", "travaux-source-")
	if err != nil {
		return fmt.Errorf("make a folder for the source: %w", err)
	}
	defer os.RemoveAll(tmp)
	if len(paths) == 0 {
		papers := filepath.Join(tmp, "documents")
		if err := os.CopyFS(papers, samples.Files()); err != nil {
			return fmt.Errorf("lay out the samples: %w", err)
		}
		paths = []string{papers}
		fmt.Fprintln(p.stderr, "made from the samples that come with travaux: figures are not comparable to those made from real documents")
	}
	index := filepath.Join(tmp, "index")
	fmt.Fprintln(p.stderr, "reading the documents that the collection is made of")
	former := p.pool
	defer func() { p.pool = former }()
	p.pool.NoOCR = true
	if _, err := p.index(ctx, indexOptions{dir: index, jobs: runtime.NumCPU()}, paths); err != nil {
		return err
	}
	engine, err := bleve.Open(index, bleve.Config{})
	if err != nil {
		return err
	}
	defer engine.Close()
	passages, err := bench.Harvest(ctx, engine)
	if err != nil {
		return err
	}
	return bench.WriteAll(path, sound(ctx, slices.Values(passages)))
}

// sound gives values that come without errors, until ctx ends.
func sound[T any](ctx context.Context, values func(yield func(T) bool)) func(yield func(T, error) bool) {
	return func(yield func(T, error) bool) {
		for v := range values {
			if !yield(v, ctx.Err()) {
				return
			}
		}
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

func writeJSONFile(path string, v any) error {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}
