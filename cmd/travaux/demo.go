package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"travaux/cmd/travaux/samples"
	"travaux/search/bleve"
)

// demoCommand indexes the samples that come with the program and serves them.
func (p *program) demoCommand() *cobra.Command {
	var o serveOptions
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Try it: index the samples that come with it and serve them",
		Long: `Index the sample documents that come with travaux into a temporary folder and
serve them. The samples were written for travaux and say so; nothing is kept.
` + exitHelp,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return p.demo(cmd.Context(), o) },
	}
	addServeFlags(cmd, &o)
	return cmd
}

// demo does what demoCommand says.
func (p *program) demo(ctx context.Context, o serveOptions) error {
	tmp, err := os.MkdirTemp("", "travaux-demo-")
	if err != nil {
		return fmt.Errorf("make a folder for the demonstration: %w", err)
	}
	defer os.RemoveAll(tmp)
	papers := filepath.Join(tmp, "documents")
	if err := os.CopyFS(papers, samples.Files()); err != nil {
		return fmt.Errorf("lay out the samples: %w", err)
	}
	o.dir = filepath.Join(tmp, "index")
	acc, err := p.index(ctx, indexOptions{dir: o.dir, jobs: runtime.NumCPU(), quiet: true}, []string{papers})
	if err != nil {
		return err
	}
	svc, closer, err := p.open(ctx, o.dir, bleve.Config{})
	if err != nil {
		return err
	}
	defer closer.Close()
	return p.serve(ctx, o, svc, func(address string) {
		fmt.Fprintf(p.stdout, "%s indexed and served at %s\n\ntry\n", count(acc.Indexed, "sample"), address)
		for _, q := range demoQueries() {
			fmt.Fprintf(p.stdout, "  %-34s %s\n", q.text, q.finds)
		}
		fmt.Fprintln(p.stdout, "\nCtrl-C ends it; nothing is kept.")
	})
}

// demoQuery is a query worth trying on the samples.
type demoQuery struct{ text, finds string }

// demoQueries are answered by the samples; a test holds them to it.
func demoQueries() []demoQuery {
	return []demoQuery{
		{`"asset recovery"`, "two words next to each other"},
		{"cac/cosp/eg.1/2031/3", "a document by its symbol, and its family"},
		{"kind:good_practice", "paragraphs that tell of good practice"},
	}
}
