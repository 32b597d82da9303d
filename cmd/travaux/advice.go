package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"travaux/search"
)

// printAdvice prints what may be asked instead: what may have been meant in one
// line, then one line for each search that asks for less.
func printAdvice(w io.Writer, s screen, res *search.Result) {
	noun := "document"
	if res.View == search.Paragraphs {
		noun = "paragraph"
	}
	var meant, wider []string
	for _, one := range res.Suggestions {
		number := ""
		if one.Count > 0 {
			number = s.set(dim, " ("+count(one.Count, noun)+")")
		}
		label := oneLine(cmp.Or(one.Label, one.Query))
		switch one.Kind {
		case search.SuggestFilter:
			wider = append(wider, "without --"+one.Facet+number)
		case search.SuggestFewer:
			wider = append(wider, "with a word less: "+s.set(bold, label)+number)
		default:
			meant = append(meant, s.set(bold, label)+number)
		}
	}
	if len(meant) > 0 {
		fmt.Fprintf(w, "\ndid you mean %s?\n", strings.Join(meant, " or "))
	}
	for _, line := range wider {
		fmt.Fprintf(w, "%s\n", line)
	}
}
