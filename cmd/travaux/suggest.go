package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"travaux/search"
	"travaux/search/bleve"
)

// suggestOptions are the flags of suggest.
type suggestOptions struct {
	dir, format, language string
	limit                 int
}

// suggestCommand completes a text in the terminal.
func (p *program) suggestCommand() *cobra.Command {
	var o suggestOptions
	cmd := &cobra.Command{
		Use:   "suggest TEXT",
		Short: "Complete the beginning of a query",
		Long: `Complete TEXT as it would be while it is typed: symbols in any spelling, meetings
by name, place or year, titles by the beginnings of their words in any order, and
words; behind the name of a field, its values. Each line is a query that finds
something, what it is, and the number of its documents where that is known.
` + exitHelp,
		Example: `  travaux suggest recov asset
  travaux suggest cac/cosp/eg
  travaux suggest state:pan`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.suggest(cmd.Context(), o, strings.Join(args, " "))
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "index", p.defaultIndex(), "folder of the index")
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.language, "language", "en", "language of labels")
	f.IntVar(&o.limit, "limit", search.DefaultSuggestions, fmt.Sprintf("suggestions, at most %d", search.MaxSuggestions))
	return cmd
}

// suggest asks and prints.
func (p *program) suggest(ctx context.Context, o suggestOptions, text string) error {
	if err := oneOf("format", o.format, "text", "json"); err != nil {
		return err
	}
	if o.limit < 1 || o.limit > search.MaxSuggestions {
		return usagef("--limit %d: expected 1 to %d", o.limit, search.MaxSuggestions)
	}
	svc, closer, err := p.open(ctx, o.dir, bleve.Config{})
	if err != nil {
		return err
	}
	defer closer.Close()
	found, err := svc.Suggest(ctx, text, o.language, o.limit)
	if err != nil {
		return err
	}
	if o.format == "json" {
		if found == nil {
			found = []search.Suggestion{}
		}
		return printJSON(p.stdout, found)
	}
	return p.printSuggestions(found)
}

// printSuggestions prints one line a suggestion.
func (p *program) printSuggestions(found []search.Suggestion) error {
	s := p.screen()
	var out strings.Builder
	for _, one := range found {
		line := s.set(bold, oneLine(one.Query)) + s.set(dim, "  "+string(one.Kind))
		if one.Label != one.Query {
			line += "  " + oneLine(one.Label)
		}
		if one.Count > 0 {
			line += s.set(dim, "  "+count(one.Count, "document"))
		}
		fmt.Fprintln(&out, line)
	}
	_, err := fmt.Fprint(p.stdout, out.String())
	return err
}
