package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"travaux/indexer/extract/ocr"
	"travaux/search/bleve"
	"travaux/search/eval"
)

// evalOptions are the flags of an evaluation.
type evalOptions struct{ format, language, run string }

// evalCommand measures how well a retrieval collection is ranked.
func (p *program) evalCommand() *cobra.Command {
	var o evalOptions
	cmd := &cobra.Command{
		Use:   "eval COLLECTION",
		Short: "Measure ranking on a retrieval collection",
		Long: `Index a retrieval collection into a temporary folder, ask its questions, their
words joined by OR, and print how well its relevant documents are ranked.
COLLECTION is a folder with

  docs.jsonl      {"id","title","text"} on each line
  queries.jsonl   {"id","text"} on each line
  qrels.tsv       question, document, grade; a grade above 0 is relevant

The figures are means over the questions with a relevant document, as
trec_eval's with -c: ndcg@10 (ndcg_cut_10, the gain is the grade), map (of the
first 1000), recall@100, and mrr@10 (recip_rank of the first ten).
` + exitHelp,
		Example: `  travaux eval ir/cranfield
  travaux eval --format json --lang fr ir/piaf-fr
  travaux eval --run other.run ir/cranfield`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", o.format, "text", "json"); err != nil {
				return err
			}
			return p.eval(cmd.Context(), o, args[0])
		},
	}
	cmd.Flags().StringVar(&o.format, "format", "text", "text or json")
	cmd.Flags().StringVar(&o.language, "lang", "", "language of the collection (BCP 47); else told by its text")
	cmd.Flags().StringVar(&o.run, "run", "", "measure the answers in this file, as TREC's run files, not travaux's")
	return cmd
}

// eval measures and prints.
func (p *program) eval(ctx context.Context, o evalOptions, dir string) error {
	c, err := eval.Read(dir)
	if err != nil {
		return err
	}
	language := cmp.Or(o.language, collectionLanguage(c))
	if language == "" {
		return withHint(usagef("the language of %s cannot be told by its text", dir), "give it, as in: travaux eval --lang en %s", dir)
	}
	var run eval.Run
	if o.run != "" {
		run, err = eval.ReadRun(o.run, c)
	} else {
		run, err = p.ask(ctx, c, language)
	}
	if err != nil {
		return err
	}
	figures := eval.Measure(c, run)
	if o.format == "json" {
		return printJSON(p.stdout, figures)
	}
	p.printFigures(c, language, figures)
	return nil
}

// collectionLanguage tells the language of a collection by its first documents.
func collectionLanguage(c *eval.Collection) string {
	const enough = 20000 // bytes
	var text strings.Builder
	for _, d := range c.Documents {
		text.WriteString(d.Text)
		text.WriteByte('\n')
		if text.Len() > enough {
			break
		}
	}
	return ocr.Language(text.String())
}

// ask asks travaux: it indexes the collection into a folder that goes away again.
func (p *program) ask(ctx context.Context, c *eval.Collection, language string) (run eval.Run, err error) {
	dir, err := os.MkdirTemp("", "travaux-eval-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the collection: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	fmt.Fprintf(p.stderr, "indexing %s of %s\n", count(len(c.Documents), "document"), oneLine(c.Name))
	if err := indexCollection(ctx, dir, c, language); err != nil {
		return nil, err
	}
	engine, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	return eval.Ask(ctx, engine, c, eval.Options{Done: p.asked()})
}

func indexCollection(ctx context.Context, dir string, c *eval.Collection, language string) error {
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		return err
	}
	return errors.Join(eval.Index(ctx, w, c, language), w.Close())
}

// asked gives the function that tells how far the asking is: one line that is
// written over on a terminal, else a line from time to time.
func (p *program) asked() func(asked, of int) {
	every, before, after := 5*time.Second, "", "\n"
	if isTerminal(p.stderr) {
		every, before, after = 100*time.Millisecond, "\r\x1b[K", ""
	}
	last := time.Now()
	return func(asked, of int) {
		switch {
		case asked == of:
			fmt.Fprintf(p.stderr, "%sasked %s\n", before, count(of, "question"))
		case time.Since(last) >= every:
			last = time.Now()
			fmt.Fprintf(p.stderr, "%sasked %d of %s%s", before, asked, count(of, "question"), after)
		}
	}
}

// printFigures prints a table.
func (p *program) printFigures(c *eval.Collection, language string, f eval.Figures) {
	fmt.Fprintf(p.stdout, "%-12s %s, language %s\n", oneLine(c.Name), count(len(c.Documents), "document"), language)
	fmt.Fprintf(p.stdout, "%-12s %d, with a relevant document\n", "questions", f.Queries)
	for _, row := range []struct {
		name  string
		value float64
	}{{"ndcg@10", f.NDCG10}, {"map", f.MAP}, {"recall@100", f.Recall100}, {"mrr@10", f.MRR10}} {
		fmt.Fprintf(p.stdout, "%-12s %.4f\n", row.name, row.value)
	}
}
