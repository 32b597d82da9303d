package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"travaux/search"
)

// The kinds of error that only a command line has.
var (
	errUsage      = errors.New("wrong use")
	errSomeFailed = errors.New("some files failed")
)

// exitStatus is the one place that knows exit statuses. Every command's help
// tells them.
func exitStatus(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errSomeFailed):
		return 3
	case errors.Is(err, errUsage), errors.Is(err, search.ErrInvalid), errors.Is(err, search.ErrTooExpensive):
		return 2
	}
	return 1
}

const exitHelp = `
Exit status: 0 done (finding nothing too), 1 failed, 2 wrong use, 3 done with
some files failed.`

// hintError is an error with a next step.
type hintError struct {
	err  error
	hint string
}

func (e *hintError) Error() string { return e.err.Error() }
func (e *hintError) Unwrap() error { return e.err }

// withHint adds a next step to an error; a nil error stays nil.
func withHint(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return &hintError{err, fmt.Sprintf(format, args...)}
}

// usageError is wrong use, said in a sentence.
type usageError string

func (e usageError) Error() string { return string(e) }
func (e usageError) Unwrap() error { return errUsage }

// usagef makes a usageError.
func usagef(format string, args ...any) error { return usageError(fmt.Sprintf(format, args...)) }

// misuse is what cobra says of a command line that it cannot run.
func (p *program) misuse(root *cobra.Command, args []string, err error) error {
	text, _, _ := strings.Cut(err.Error(), "\n")
	text = strings.TrimSuffix(text, ` for "travaux"`)
	hint := "travaux help lists the commands"
	if cmd, _, ferr := root.Find(args); ferr == nil && cmd != root {
		hint = cmd.CommandPath() + " --help tells how it is used"
		if cmd.Name() == "search" && strings.HasPrefix(text, "unknown shorthand flag") {
			hint = "a word to leave out is written NOT word, or quoted with the rest of the query: travaux search 'asset -recovery'"
		}
	} else if len(args) > 0 {
		if near := root.SuggestionsFor(args[0]); len(near) > 0 {
			hint = "did you mean travaux " + strings.Join(near, " or travaux ") + "?"
		}
	}
	return withHint(usageError(text), "%s", hint)
}

// explain tells the user what went wrong, and the next step.
func (p *program) explain(err error) {
	if err == nil || errors.Is(err, errSomeFailed) { // told already, with the accounts
		return
	}
	// The kind of an error is for programs; its sentence is for people.
	sentence := err.Error()
	for _, kind := range []error{search.ErrUnavailable, search.ErrInvalid, search.ErrTooExpensive, search.ErrNotFound} {
		sentence = strings.ReplaceAll(sentence, ": "+kind.Error(), "")
	}
	lines := strings.Split(sentence, "\n") // several errors joined
	for i, line := range lines {
		lines[i] = oneLine(line)
	}
	fmt.Fprintf(p.stderr, "travaux: %s\n", strings.Join(lines, "\n"))
	var near *search.NearError
	if errors.As(err, &near) && len(near.Near) > 0 {
		fmt.Fprintf(p.stderr, "  near to it are held: %s\n", oneLine(strings.Join(near.Near, ", ")))
	}
	var query *search.QueryError
	if errors.As(err, &query) && query.Column > 0 {
		fmt.Fprintf(p.stderr, "  %s\n  %s^\n", oneLine(query.Query), strings.Repeat(" ", columnWidth(query.Query, query.Column)))
		fmt.Fprintln(p.stderr, "  travaux help query explains the query language")
	}
	var hinted *hintError
	if errors.As(err, &hinted) {
		fmt.Fprintf(p.stderr, "  %s\n", oneLine(hinted.hint))
	}
}

// columnWidth is the width in terminal cells of what stands before a column.
func columnWidth(text string, column int) int {
	w := 0
	for i, r := range []rune(text) {
		if i >= column-1 {
			break
		}
		w += runeWidth(r)
	}
	return w
}
