package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"travaux/search"
	"travaux/search/bleve"
)

// quoteOptions are the flags of a quote.
type quoteOptions struct {
	dir, format, language string
	limit                 int
	filters               filterFlags
}

// quoteCommand finds where a text comes from.
func (p *program) quoteCommand() *cobra.Command {
	var o quoteOptions
	cmd := &cobra.Command{
		Use:   "quote TEXT",
		Short: "Find where a text was used",
		Long: `Find the paragraphs that hold a quoted text word by word, nearly so or in part,
the oldest first, with the words that differ: [-those of the quote-] and
{+those of the source+}. TEXT has four words or more; - reads it from stdin.
Case, punctuation, hyphens and the breaks of lines make no difference.
` + exitHelp,
		Example: `  travaux quote 'prompt return of assets to their legitimate owners'
  travaux quote --type resolution --format json - < paragraph.txt`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text := strings.Join(args, " ")
			if text == "-" {
				data, err := io.ReadAll(io.LimitReader(cmd.InOrStdin(), 8*search.MaxQuoteRunes))
				if err != nil {
					return fmt.Errorf("read the quote: %w", err)
				}
				text = string(data)
			}
			return p.quote(cmd.Context(), o, strings.TrimSpace(text))
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "index", p.defaultIndex(), "folder of the index")
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.language, "language", "en", "language of labels")
	f.IntVar(&o.limit, "limit", search.DefaultLimit, limitHelp("sources"))
	o.filters = newFilterFlags(f)
	return cmd
}

// quote asks and prints.
func (p *program) quote(ctx context.Context, o quoteOptions, text string) error {
	if err := oneOf("format", o.format, "text", "json"); err != nil {
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
	res, err := svc.Quote(ctx, search.QuoteRequest{Text: text, Filters: o.filters.chosen(), Language: o.language, Limit: limit})
	if err != nil {
		return err
	}
	if o.format == "json" {
		return printJSON(p.stdout, res)
	}
	_, err = fmt.Fprint(p.stdout, quoteText(p.screen(), res, o.language))
	return err
}

// quoteText sets the sources of a quote for people.
func quoteText(s screen, res *search.QuoteResult, language string) string {
	var out strings.Builder
	about := ""
	if res.Total.Relation != "eq" && res.Total.Value > 0 {
		about = "about "
	}
	fmt.Fprintln(&out, s.set(dim, about+count(res.Total.Value, "source")+" of "+count(res.Words, "word")))
	switch shown := len(res.Sources); {
	case res.Total.Value == 0:
		fmt.Fprintln(&out, s.set(dim, "a shorter part of it, or fewer filters, may find more; travaux search looks for its words in any order"))
	case shown < min(res.Total.Value, search.MaxLimit):
		fmt.Fprintln(&out, s.set(dim, fmt.Sprintf("the %d closest; --limit shows more", shown)))
	case shown < res.Total.Value:
		fmt.Fprintln(&out, s.set(dim, fmt.Sprintf("the %d closest; filters such as --type or --year lead to others", shown)))
	}
	for i, source := range res.Sources {
		fmt.Fprintln(&out)
		for _, line := range sourceLines(s, i+1, source, language) {
			fmt.Fprintln(&out, line)
		}
	}
	return out.String()
}

// sourceLines sets one source: title, what is known of it, how close it is, then
// its text with the differences.
func sourceLines(s screen, number int, source search.Source, language string) []string {
	head := fmt.Sprintf("%2d. ", number)
	indent := strings.Repeat(" ", len(head))
	lines := s.hang(head, piece{cmp.Or(source.Title, source.Symbol, source.ID), bold})
	facts := []piece{{cmp.Or(source.Symbol, source.ID), green}}
	for _, fact := range sourceFacts(source) {
		facts = append(facts, piece{" · ", dim}, piece{fact, plainStyle})
	}
	lines = append(lines, s.wrap(indent, facts...)...)
	lines = append(lines, s.wrap(indent, piece{closeness(source), marked})...)
	return append(lines, s.wrap(indent+"  ", differencePieces(source)...)...)
}

// sourceFacts are what is known of a source besides title and symbol.
func sourceFacts(source search.Source) []string {
	var facts []string
	if source.Number != "" {
		facts = append(facts, "para. "+source.Number)
	}
	if source.Page > 0 {
		facts = append(facts, fmt.Sprintf("p. %d", source.Page))
	}
	if source.Meeting != nil {
		facts = append(facts, cmp.Or(source.Meeting.Label, source.Meeting.ID))
	}
	if source.Date != "" {
		facts = append(facts, string(source.Date))
	}
	return append(facts, source.Language)
}

// closeness says how much of the quote a source has. What is not all of it is
// never said to be 100 %.
func closeness(source search.Source) string {
	switch {
	case source.First:
		return "word by word, first used here"
	case source.Verbatim:
		return "word by word"
	case source.Share == 1:
		return "all words, with others between them"
	}
	return fmt.Sprintf("%d %% of the words", int(math.Floor(100*source.Share)))
}

// differencePieces sets the differences so that they can be read without colours.
func differencePieces(source search.Source) []piece {
	var pieces []piece
	if source.Before {
		pieces = append(pieces, piece{"… ", dim})
	}
	for _, d := range source.Differences {
		text := strings.TrimSpace(d.Text)
		switch d.In {
		case search.InQuote:
			pieces = append(pieces, piece{"[-" + text + "-] ", removed})
		case search.InSource:
			pieces = append(pieces, piece{"{+" + text + "+} ", green})
		default:
			pieces = append(pieces, piece{strings.TrimSpace(cmp.Or(d.Source, d.Text)) + " ", plainStyle})
		}
	}
	if source.Behind {
		pieces = append(pieces, piece{"…", dim})
	}
	return pieces
}
