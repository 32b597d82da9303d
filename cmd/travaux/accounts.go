package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"travaux/indexer"
)

// printAccounts tells what became of the files: on stdout, unless the report
// goes there.
func (p *program) printAccounts(a indexer.Accounts, o indexOptions) {
	w := p.stdout
	if o.report == "-" {
		w = p.stderr
	}
	if a.Resumed {
		fmt.Fprintln(w, "went on from the checkpoint of a run that was stopped")
	}
	fmt.Fprintf(w, "%d seen = %d indexed + %d duplicate + %d skipped (%d unchanged, %d of other kinds) + %d failed\n",
		a.Seen, a.Indexed, a.Duplicate, a.Skipped(), a.Unchanged, a.Unsupported, a.Failed)
	if a.Missing > 0 {
		fmt.Fprintf(w, "%s gone since the last run: kept in the index and marked missing; --prune takes them out\n", count(a.Missing, "file"))
	}
	if a.Pruned > 0 {
		fmt.Fprintf(w, "%s gone: removed\n", count(a.Pruned, "file"))
	}
	if seconds := a.Elapsed.Seconds(); a.Pages > 0 && seconds > 0 {
		fmt.Fprintf(w, "%s in %.1f s, %s a second\n", count(a.Pages, "page"), seconds, rate(a.Pages, seconds))
	}
	for _, f := range a.Failures {
		fmt.Fprintf(w, "failed: %s\n  %s\n", oneLine(f.Path), oneLine(f.Reason))
	}
	if rest := a.Failed - len(a.Failures); rest > 0 {
		fmt.Fprintf(w, "and %d more failed; --report FILE names them all\n", rest)
	}
	for _, tool := range slices.Sorted(maps.Keys(a.Wanting)) {
		fmt.Fprintln(w, indexer.Advice(tool, a.Wanting[tool]))
	}
	switch {
	case a.Generation != "":
		fmt.Fprintf(w, "%s is live in %s\n", a.Generation, o.dir)
	case a.Seen == 0:
		fmt.Fprintln(w, "there is no file to index under the paths given; nothing was published")
	default:
		fmt.Fprintln(w, "nothing was published")
	}
}

// rate is a number a second, with a decimal where it is small.
func rate(n int, seconds float64) string {
	each := float64(n) / seconds
	if each < 10 {
		return fmt.Sprintf("%.1f", each)
	}
	return fmt.Sprintf("%.0f", each)
}

// count is a number with a noun: "1 file", "2 files".
func count(n int, noun string) string {
	if n != 1 {
		noun = strings.TrimSuffix(noun, "y") + map[bool]string{true: "ies", false: "s"}[strings.HasSuffix(noun, "y")]
	}
	return fmt.Sprintf("%d %s", n, noun)
}
