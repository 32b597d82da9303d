package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/schema"
)

// searchOptions are the flags of a search.
type searchOptions struct {
	dir, format, view, sort string
	language, cursor        string
	filters                 filterFlags
	facets                  []string
	// facetPages are the flags that say more of facets, by name.
	facetPages map[string]*[]string
	limit      int
	explain    bool
}

// searchCommand asks the index in the terminal.
func (p *program) searchCommand() *cobra.Command {
	var o searchOptions
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search for documents and paragraphs",
		Long: `Search the index. The words of QUERY may stand apart or in one argument; in a
shell quotation marks need quoting themselves. travaux help query explains the
query language. An empty QUERY finds everything, and may be left out beside a
filter such as --meeting.
` + exitHelp,
		Example: `  travaux search asset recovery
  travaux search '"prompt return" type:resolution year:2011..2015'
  travaux search --meeting em-2 --facets type,year --format json`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && len(o.filters.chosen()) == 0 {
				return withHint(usagef("a query is missing"), "travaux search '' finds everything")
			}
			return p.search(cmd.Context(), o, strings.Join(args, " "))
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "index", p.defaultIndex(), "folder of the index")
	f.StringVar(&o.format, "format", "text", "text, json or ndjson")
	f.StringVar(&o.view, "view", string(search.Documents), "documents or paragraphs")
	f.StringVar(&o.sort, "sort", string(search.ByRelevance), "relevance, newest, oldest, symbol or paragraph (as printed, by symbol)")
	f.StringVar(&o.language, "language", "en", "language of labels")
	f.StringVar(&o.cursor, "cursor", "", "go on after an earlier answer: its next")
	f.StringSliceVar(&o.facets, "facets", nil, "count values: "+strings.Join(schema.Facets(), ","))
	o.facetPages = map[string]*[]string{}
	for _, flag := range facetFlags() {
		o.facetPages[flag.name] = f.StringArray(flag.name, nil, flag.help)
	}
	f.BoolVar(&o.explain, "explain", false, "tell what each word gives to every score")
	f.IntVar(&o.limit, "limit", search.DefaultLimit, limitHelp("results"))
	o.filters = newFilterFlags(f)
	return cmd
}

// facetFlag is a flag that says more of facets: of one, as state:name, or of all
// that are counted.
type facetFlag struct{ name, help string }

func facetFlags() []facetFlag {
	return []facetFlag{
		{"facet-order", "order of values: name, or state:name for one facet; else by count"},
		{"facet-prefix", "only values that begin so, or a word of whose name does: pa, or state:pa"},
		{"facet-offset", "leave out so many values from the beginning: 40, or state:40"},
		{"facet-limit", "so many values: 20, or state:20; else all"},
	}
}

// request makes the request that the flags mean.
func (o searchOptions) request(query string) (search.Request, error) {
	switch o.format {
	case "csv", "ris", "bibtex", "csljson":
		return search.Request{}, later("--format " + o.format)
	}
	var sorts []string
	for _, sort := range search.Sorts() {
		sorts = append(sorts, string(sort))
	}
	err := errors.Join(
		oneOf("format", o.format, "text", "json", "ndjson"),
		oneOf("view", o.view, string(search.Documents), string(search.Paragraphs)),
		oneOf("sort", o.sort, sorts...),
	)
	for _, name := range o.facets {
		err = errors.Join(err, oneOf("facets", name, schema.Facets()...))
	}
	limit, wrong := limitFlag(o.limit)
	err = errors.Join(err, wrong)
	r := search.Request{
		Query: query, View: search.View(o.view), Sort: search.Sort(o.sort), Facets: o.facets,
		Limit: limit, Cursor: o.cursor, Language: o.language, Explain: o.explain, Filters: o.filters.chosen(),
	}
	for _, flag := range facetFlags() {
		err = errors.Join(err, r.PageFacets(flag.name, *o.facetPages[flag.name]))
	}
	return r, err
}

// search asks and prints.
func (p *program) search(ctx context.Context, o searchOptions, query string) error {
	r, err := o.request(query)
	if err != nil {
		return err
	}
	svc, closer, err := p.open(ctx, o.dir, bleve.Config{})
	if err != nil {
		return err
	}
	defer closer.Close()
	res, err := svc.Search(ctx, r)
	if err != nil {
		return err
	}
	switch o.format {
	case "json":
		return printJSON(p.stdout, res)
	case "ndjson":
		return printHits(p.stdout, res)
	}
	return p.printResult(res, r)
}

// printHits prints one JSON line a hit.
func printHits(w io.Writer, res *search.Result) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, h := range res.Hits {
		if err := enc.Encode(h); err != nil {
			return fmt.Errorf("write JSON: %w", err)
		}
	}
	return nil
}
