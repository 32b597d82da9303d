package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/schema"
)

// likeOptions are the flags of likeness.
type likeOptions struct {
	dir, format, language string
	view, para, cursor    string
	limit                 int
	filters               filterFlags
}

// likeCommand finds what is like a document.
func (p *program) likeCommand() *cobra.Command {
	var o likeOptions
	cmd := &cobra.Command{
		Use:   "like SYMBOL",
		Short: "Find what is like a document or a paragraph",
		Long: `Find the documents that are about the same as one, or with --para the paragraphs
that are about the same as one of its paragraphs: those with the words that are
frequent in it and rare elsewhere. Its other languages and its family are left
out.
` + exitHelp,
		Example: `  travaux like CAC/COSP/EG.1/2031/3
  travaux like CAC/COSP/EG.1/2031/3 --para 12 --view documents`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return p.like(cmd.Context(), o, args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "index", p.defaultIndex(), "folder of the index")
	f.StringVar(&o.format, "format", "text", "text, json or ndjson")
	f.StringVar(&o.para, "para", "", "number or anchor of a paragraph")
	f.StringVar(&o.view, "view", "", "documents or paragraphs; as asked about where it is not given")
	f.StringVar(&o.language, "language", "en", "language of the text to read, and of labels")
	f.StringVar(&o.cursor, "cursor", "", "go on after an earlier answer: its next")
	f.IntVar(&o.limit, "limit", search.DefaultLimit, limitHelp("results"))
	o.filters = newFilterFlags(f)
	return cmd
}

// like asks and prints.
func (p *program) like(ctx context.Context, o likeOptions, symbol string) error {
	if err := oneOf("format", o.format, "text", "json", "ndjson"); err != nil {
		return err
	}
	limit, err := limitFlag(o.limit)
	if err != nil {
		return err
	}
	svc, closer, err := p.open(ctx, o.dir, bleve.Config{})
	if err != nil {
		return err
	}
	defer closer.Close()
	filters := o.filters.chosen()
	res, err := svc.Like(ctx, search.LikeRequest{
		ID: symbol, Anchor: o.para, Language: o.language, View: search.View(o.view), Filters: filters, Limit: limit, Cursor: o.cursor,
	})
	if err != nil {
		return err
	}
	switch o.format {
	case "json":
		return printJSON(p.stdout, res)
	case "ndjson":
		return printHits(p.stdout, res)
	}
	return p.printResult(res, search.Request{Filters: filters, Language: o.language})
}

// limitHelp tells of a limit of so many of what.
func limitHelp(what string) string {
	return fmt.Sprintf("%s, at most %d; 0 counts alone", what, search.MaxLimit)
}

// limitFlag gives the limit of a request for that of a flag, where 0 asks for the
// counts alone.
func limitFlag(n int) (int, error) {
	if n < 0 || n > search.MaxLimit {
		return 0, usagef("--limit %d: expected 0 to %d", n, search.MaxLimit)
	}
	if n == 0 {
		return -1, nil
	}
	return n, nil
}

// filterFlags are the flags that choose values, one for each facet.
type filterFlags map[string]*[]string

func newFilterFlags(f *pflag.FlagSet) filterFlags {
	filters := filterFlags{}
	for _, name := range schema.Facets() {
		field, _ := schema.Lookup(name)
		filters[name] = f.StringSlice(name, nil, "only "+field.Help+"; several widen")
	}
	return filters
}

// chosen gives the values that were chosen.
func (f filterFlags) chosen() map[string][]string {
	out := map[string][]string{}
	for name, values := range f {
		if len(*values) > 0 {
			out[name] = *values
		}
	}
	return out
}
