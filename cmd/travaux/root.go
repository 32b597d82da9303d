package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"travaux/indexer/extract"
)

// program is one run of the command line.
type program struct {
	shell
	// pool sets up the worker processes; its zero value serves.
	pool extract.Config
	// started says that flags and arguments were right and a command runs.
	started bool
}

// root is the tree of commands.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "travaux",
		Short: "Find, quote and cite what meetings put on paper",
		Long: `travaux indexes the documents of intergovernmental meetings and searches them by
word, meeting and document symbol, down to the numbered paragraph.

  travaux index ~/documents            read a folder of documents
  travaux search '"asset recovery"'    search in the terminal
  travaux serve                        search in a browser
  travaux demo                         try it with documents that come with it

Every flag can also be given in the environment: --index as TRAVAUX_INDEX. A
flag on the command line comes first.
` + exitHelp,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: p.start,
	}
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	root.SuggestionsMinimumDistance = 2
	root.AddCommand(
		p.indexCommand(), p.searchCommand(), p.quoteCommand(), p.likeCommand(), p.serveCommand(), p.demoCommand(),
		p.textCommand(), p.symbolCommand(), p.statusCommand(), p.verifyCommand(),
		p.suggestCommand(), p.benchCommand(), p.evalCommand(), p.versionCommand(), p.queryTopic(), p.workerCommand(),
	)
	root.AddCommand(p.laterCommands()...)
	return root
}

// start runs before every command: it fills flags from the environment.
func (p *program) start(cmd *cobra.Command, _ []string) error {
	var err error
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		name := "TRAVAUX_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value := p.getenv(name)
		if f.Changed || f.Name == "help" || value == "" || err != nil {
			return
		}
		if serr := cmd.Flags().Set(f.Name, value); serr != nil {
			err = usagef("%s=%q in the environment: %v", name, value, serr)
		}
	})
	p.started = err == nil
	return err
}

// log is where what goes on behind the answers is told.
func (p *program) log() *slog.Logger { return slog.New(slog.NewTextHandler(p.stderr, nil)) }

// defaultIndex is the user's data folder of travaux.
func (p *program) defaultIndex() string {
	home, err := os.UserHomeDir()
	if h := p.getenv("HOME"); h != "" {
		home, err = h, nil
	}
	if err != nil {
		return "travaux-index"
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "travaux")
	case "windows":
		if local := p.getenv("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "travaux")
		}
	}
	if data := p.getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
		return filepath.Join(data, "travaux")
	}
	return filepath.Join(home, ".local", "share", "travaux")
}

// oneOf refuses a flag's value that is not among the choices.
func oneOf(flag, value string, choices ...string) error {
	for _, c := range choices {
		if value == c {
			return nil
		}
	}
	return usagef("--%s %q: expected %s", flag, value, strings.Join(choices, ", "))
}

// later answers a command or format of a later version.
func later(what string) error {
	return usagef("%s comes with a later version of travaux", what)
}

// laterCommands are known by name only, so that scripts fail with a sentence.
func (p *program) laterCommands() []*cobra.Command {
	var cmds []*cobra.Command
	for _, name := range []string{"watch", "backup", "restore", "doctor", "fetch", "mcp", "config", "man"} {
		cmds = append(cmds, &cobra.Command{
			Use:                name,
			Short:              "comes with a later version",
			Hidden:             true,
			DisableFlagParsing: true,
			RunE:               func(*cobra.Command, []string) error { return later(fmt.Sprintf("travaux %s", name)) },
		})
	}
	return cmds
}
