package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"travaux/search"
	"travaux/search/eval/bench"
)

// enginesOptions are what a measurement of engines may be told.
type enginesOptions struct {
	collectionOptions
	peers   string
	only    []string
	classes []string
	rounds  int
	threads int
	files   string
}

// benchEnginesCommand measures travaux beside its peers.
func (p *program) benchEnginesCommand() *cobra.Command {
	var o enginesOptions
	cmd := &cobra.Command{
		Use:   "engines [PATH...]",
		Short: "Measure travaux beside other engines",
		Long: `Make a collection out of the documents in PATH (the samples that come with it when
there are none), index it with travaux and with every peer, ask all of them the
same queries in turns, and print the tables of docs/performance.md. What stands in
--work is not made again. The peers are those of the sources of travaux; each
installs what it needs.
` + exitHelp,
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, c := range o.classes {
				if err := oneOf("classes", c, bench.Classes()...); err != nil {
					return err
				}
			}
			if o.rounds < 1 || o.threads < 1 {
				return usagef("--rounds %d --threads %d: expected 1 or more", o.rounds, o.threads)
			}
			return o.inWork(args, func() error { return p.benchEngines(cmd.Context(), o, args) })
		},
	}
	addCollectionFlags(cmd, &o.collectionOptions)
	f := cmd.Flags()
	f.StringVar(&o.peers, "peers", filepath.Join(".ci", "peers"), "folder of the peers")
	f.StringSliceVar(&o.only, "only", nil, "measure these alone (travaux, lucene, ...)")
	f.StringSliceVar(&o.classes, "classes", nil, "ask these classes of query alone ("+strings.Join(bench.Classes(), ", ")+")")
	f.IntVar(&o.rounds, "rounds", 3, "times each engine is asked all queries; the median of a query's times counts")
	f.IntVar(&o.threads, "threads", 2, "threads that indexes are made with")
	f.StringVar(&o.files, "files", "", "index the files of this folder too, with travaux and recollindex in turns")
	return cmd
}

// engines are travaux, as passages and as documents, and its peers.
func (o enginesOptions) engines() ([]bench.Engine, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	peers, err := bench.Peers(o.peers)
	if err != nil {
		return nil, err
	}
	own := []string{self, "bench", "peer"}
	all := append([]bench.Engine{
		{Name: "travaux", Command: own},
		{Name: "travaux-documents", Command: own, Index: "travaux", Query: []string{"--view", string(search.Documents)}, Apart: true},
	}, peers...)
	if len(o.only) == 0 {
		return all, nil
	}
	for _, name := range o.only {
		if !slices.ContainsFunc(all, func(e bench.Engine) bool { return e.Name == name }) {
			return nil, usagef("--only %s: there is no such engine in %s", name, o.peers)
		}
	}
	return slices.DeleteFunc(all, func(e bench.Engine) bool { return !slices.Contains(o.only, e.Name) }), nil
}

// benchEngines does what benchEnginesCommand says. An engine that fails is left
// out and named; the run goes on.
func (p *program) benchEngines(ctx context.Context, o enginesOptions, paths []string) error {
	engines, err := o.engines()
	if err != nil {
		return err
	}
	if err := p.makeCollection(ctx, o.collectionOptions, paths); err != nil {
		return err
	}
	told, err := o.told()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s in %s, %.1f MB of text, seed %d%s\n\n", count(told.Passages, "passage"), count(told.Documents, "document"),
		float64(told.Bytes)/1e6, o.seed, told.remark())
	if err := bench.PrintGrowth(p.stdout, told.Source, told.Made); err != nil {
		return err
	}
	runner := bench.Runner{Dir: o.dir(), Text: told.Bytes, Threads: o.threads, Progress: p.stderr}
	engines, made, failed := p.indexAll(ctx, runner, engines)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err := bench.PrintIndexes(p.stdout, engines, made, told.Bytes); err != nil {
		return err
	}
	results, err := p.askAll(ctx, runner, o, engines, &failed)
	if err != nil {
		return err
	}
	if err := errors.Join(results.PrintLatencies(p.stdout, engines), results.PrintFilters(p.stdout, engines)); err != nil {
		return err
	}
	if slices.ContainsFunc(engines, func(e bench.Engine) bool { return e.Name == "travaux" }) {
		failed = append(failed, p.measureOpening(ctx, runner, o.dir()))
	}
	if o.files != "" {
		failed = append(failed, p.measureFiles(ctx, o))
	}
	return errors.Join(failed...)
}

// told reads what collection.json tells.
func (o collectionOptions) told() (told madeCollection, err error) {
	data, err := os.ReadFile(filepath.Join(o.dir(), collectionName))
	if err != nil {
		return told, err
	}
	return told, json.Unmarshal(data, &told)
}

func (m madeCollection) remark() string {
	if m.Samples {
		return "; made from the samples that come with travaux, so that figures compare with none made from real documents"
	}
	return ""
}

// indexAll makes the index of every engine and gives those that have one.
func (p *program) indexAll(ctx context.Context, runner bench.Runner, engines []bench.Engine) ([]bench.Engine, map[string]bench.Made, []error) {
	made := map[string]bench.Made{}
	var sound []bench.Engine
	var failed []error
	for _, e := range engines {
		if e.Index != "" { // another's, made before it
			sound = append(sound, e)
			continue
		}
		m, err := bench.Made{}, runner.Build(ctx, e)
		if err == nil {
			m, err = runner.Index(ctx, e)
		}
		if ctx.Err() != nil {
			return nil, nil, []error{ctx.Err()}
		}
		if err != nil {
			fmt.Fprintf(p.stderr, "%s is left out: %v\n", e.Name, err)
			failed = append(failed, err)
			continue
		}
		made[e.Name] = m
		sound = append(sound, e)
	}
	return sound, made, failed
}

// askAll asks every engine all queries, in turns.
func (p *program) askAll(ctx context.Context, runner bench.Runner, o enginesOptions, engines []bench.Engine, failed *[]error) (*bench.Results, error) {
	tmp, err := os.MkdirTemp(runner.Dir, "asked-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	var queries []bench.Query
	for _, name := range []string{warmingName, queriesName} {
		if queries, err = bench.ReadAll[bench.Query](filepath.Join(runner.Dir, name)); err != nil {
			return nil, err
		}
		if len(o.classes) > 0 {
			queries = slices.DeleteFunc(queries, func(q bench.Query) bool { return !slices.Contains(o.classes, q.Class) })
		}
		if err := bench.WriteAll(filepath.Join(tmp, name), sound(ctx, slices.Values(queries))); err != nil {
			return nil, err
		}
	}
	results := bench.NewResults(queries)
	for round := range o.rounds {
		for _, e := range engines {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			fmt.Fprintf(p.stderr, "round %d of %d: %s\n", round+1, o.rounds, e.Name)
			replies, err := runner.Ask(ctx, e, filepath.Join(tmp, queriesName), filepath.Join(tmp, warmingName))
			if err != nil {
				fmt.Fprintf(p.stderr, "%v\n", err)
				*failed = append(*failed, err)
				continue
			}
			results.Add(e.Name, replies)
		}
	}
	return results, nil
}
