package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"travaux/indexer/extract"
	"travaux/search/schema"
)

// versionCommand tells which travaux this is.
func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Tell the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.stdout, "travaux %s\n", version())
			return err
		},
	}
}

// version is the module's version, or the commit it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "development"
}

// workerCommand is what a pool of readers runs; it is not for people.
func (p *program) workerCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "worker",
		Hidden: true,
		Args:   cobra.NoArgs,
		Run:    func(*cobra.Command, []string) { os.Exit(extract.Worker()) },
	}
}

// queryTopic is `travaux help query`, made from the one table of fields.
func (p *program) queryTopic() *cobra.Command {
	text := "Words are found in all their forms. What else a query may hold:\n\n"
	for _, op := range schema.Operators() {
		text += fmt.Sprintf("  %-28s %s\n", op.Example, op.Help)
	}
	text += "\nFields:\n\n"
	for _, f := range schema.Fields() {
		text += fmt.Sprintf("  %-28s %s\n", f.Example, f.Help)
		if f.Values != nil {
			text += fmt.Sprintf("  %-28s one of %s\n", "", strings.Join(f.Values, ", "))
		}
	}
	return &cobra.Command{Use: "query", Short: "The query language", Long: text}
}
