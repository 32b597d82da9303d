// Command print prints the table of docs/relevance.md: travaux's figures on
// retrieval collections, and Lucene's beside them, measured by the same code.
//
//	print -travaux bin/travaux -lucene .ci/peers/lucene/run COLLECTION...
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"travaux/search/eval"
)

func main() {
	var p printer
	flag.StringVar(&p.travaux, "travaux", "travaux", "the program travaux")
	flag.StringVar(&p.lucene, "lucene", "", "what runs the peer in .ci/peers/lucene; empty leaves it out")
	flag.Parse()
	if err := p.print(context.Background(), flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "print:", err)
		os.Exit(1)
	}
}

// printer has the programs to be compared.
type printer struct{ travaux, lucene string }

// print prints a line of the table for each collection.
func (p printer) print(ctx context.Context, dirs []string) error {
	fmt.Println("| collection | questions | map | recall@100 | mrr@10 | **ndcg@10** | Lucene, one field | two fields | difference |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|")
	var mean, peer float64
	for _, dir := range dirs {
		c, err := eval.Read(dir)
		if err != nil {
			return err
		}
		own, err := p.own(ctx, dir)
		if err != nil {
			return err
		}
		fmt.Printf("| %s | %d | %.4f | %.4f | %.4f | **%.4f** ", c.Name, own.Queries, own.MAP, own.Recall100, own.MRR10, own.NDCG10)
		mean += own.NDCG10 / float64(len(dirs))
		if p.lucene == "" {
			fmt.Println("| | | |")
			continue
		}
		one, err := p.beside(ctx, dir, c, "one")
		if err != nil {
			return err
		}
		two, err := p.beside(ctx, dir, c, "two")
		if err != nil {
			return err
		}
		best := max(one.NDCG10, two.NDCG10)
		peer += best / float64(len(dirs))
		fmt.Printf("| %.4f | %.4f | %+.4f |\n", one.NDCG10, two.NDCG10, own.NDCG10-best)
	}
	fmt.Printf("| mean | | | | | **%.4f** | better of both: %.4f | | %+.4f |\n", mean, peer, mean-peer)
	return nil
}

// own measures travaux.
func (p printer) own(ctx context.Context, dir string) (f eval.Figures, err error) {
	cmd := exec.CommandContext(ctx, p.travaux, "eval", "--format", "json", dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err == nil {
		err = json.Unmarshal(out, &f)
	}
	if err != nil {
		return f, fmt.Errorf("measure travaux on %s: %w", dir, err)
	}
	return f, nil
}

// beside measures Lucene with title and text in one field or two.
func (p printer) beside(ctx context.Context, dir string, c *eval.Collection, fields string) (f eval.Figures, err error) {
	out, err := os.CreateTemp("", "lucene-*.run")
	if err != nil {
		return f, fmt.Errorf("make a file for Lucene's run: %w", err)
	}
	defer os.Remove(out.Name())
	defer out.Close()
	cmd := exec.CommandContext(ctx, p.lucene, "eval", dir, languageOf(dir), fields)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	if err := cmd.Run(); err != nil {
		return f, fmt.Errorf("run Lucene on %s: %w", dir, err)
	}
	run, err := eval.ReadRun(out.Name(), c)
	if err != nil {
		return f, err
	}
	return eval.Measure(c, run), nil
}

// languageOf gives the language that stands at the end of a folder's name
// (xquad-es), English without one.
func languageOf(dir string) string {
	name := filepath.Base(dir)
	switch language := name[strings.LastIndexByte(name, '-')+1:]; language {
	case "ar", "es", "fr", "ru", "zh":
		return language
	}
	return "en"
}
