package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"travaux/search/un"
)

// symbolCommand tells what strings name: it needs no index.
func (p *program) symbolCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "symbol STRING...",
		Short: "Tell what a document symbol says",
		Long: `Tell the parts of document symbols in any spelling: symbols, links to them, file
names made of them, job numbers, notes verbales.

With --format tsv there is a header line and then one line for each argument, in
order, rejected ones too.
` + exitHelp,
		Example: `  travaux symbol CAC/COSP/EG.1/2013/2/Corr.1
  travaux symbol --format tsv 'a/res/58/4' 'https://undocs.org/en/A/79/1'`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json", "tsv"); err != nil {
				return err
			}
			ids := make([]un.Identity, len(args))
			for i, arg := range args {
				ids[i] = un.Identify(arg)
			}
			switch format {
			case "tsv":
				return symbolsTSV(p.stdout, ids)
			case "json":
				return symbolsJSON(p.stdout, args, ids)
			}
			return symbolsText(p.stdout, args, ids)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json or tsv")
	return cmd
}

// symbolsTSV prints a table with a header. Tabs and line ends cannot stand in
// the parts of a symbol, but what is rejected may hold anything.
func symbolsTSV(w io.Writer, ids []un.Identity) error {
	clean := strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
	rows := [][]string{un.IdentityHeader()}
	for _, id := range ids {
		rows = append(rows, id.Row())
	}
	for _, row := range rows {
		for i := range row {
			row[i] = clean.Replace(row[i])
		}
		if _, err := fmt.Fprintln(w, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return nil
}

// identity is the JSON of one string.
type identity struct {
	Input      string          `json:"input"`
	Canonical  string          `json:"canonical,omitempty"`
	Key        string          `json:"key,omitempty"`
	Kind       un.IdentityKind `json:"kind"`
	Body       string          `json:"body,omitempty"`
	Subsidiary string          `json:"subsidiary,omitempty"`
	Session    string          `json:"session,omitempty"`
	Nature     string          `json:"nature,omitempty"`
	Number     string          `json:"number,omitempty"`
	Paren      string          `json:"paren,omitempty"`
	Modifiers  []string        `json:"modifiers,omitempty"`
	Reissue    string          `json:"reissue,omitempty"`
	Parent     string          `json:"parent,omitempty"`
	Alias      []string        `json:"alias,omitempty"`
}

// symbolsJSON prints an array with an object a string.
func symbolsJSON(w io.Writer, inputs []string, ids []un.Identity) error {
	out := make([]identity, len(ids))
	for i, id := range ids {
		s := id.Symbol
		out[i] = identity{
			Input: inputs[i], Canonical: id.Canonical, Key: id.Key, Kind: id.Kind, Body: s.Body,
			Subsidiary: s.Subsidiary, Session: s.Session, Nature: s.Nature, Number: s.Number, Paren: s.Paren,
			Modifiers: s.Modifiers, Reissue: s.Reissue, Parent: id.Parent, Alias: id.Alias,
		}
	}
	return printJSON(w, out)
}

// symbolsText prints a block for each string, with the parts that it has.
func symbolsText(w io.Writer, inputs []string, ids []un.Identity) error {
	for i, id := range ids {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if id.Kind == un.IsRejected {
			fmt.Fprintf(w, "%s\n  is no symbol, job number or note verbale that travaux knows\n", oneLine(inputs[i]))
			continue
		}
		fmt.Fprintln(w, id.Canonical)
		row := id.Row()
		for j, name := range un.IdentityHeader() {
			if name != "canonical" && row[j] != "" {
				fmt.Fprintf(w, "  %-11s %s\n", name, row[j])
			}
		}
	}
	return nil
}

// printJSON prints a value, indented, with a line end.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}
