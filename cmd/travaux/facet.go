package main

import (
	"cmp"
	"fmt"
	"strings"

	"travaux/search"
)

// facetShown is how many values of a facet the terminal shows; JSON has all.
const facetShown = 40

// printFacet prints the values of a facet with their counts; total is how many
// values there are, 0 where that is not known.
func printFacet(out *strings.Builder, s screen, name string, values []search.FacetValue, total int) {
	fmt.Fprintf(out, "\n%s\n", s.set(bold, name))
	if len(values) == 0 {
		fmt.Fprintln(out, s.set(dim, "         no values"))
	}
	values = asTree(values)
	for _, v := range values[:min(facetShown, len(values))] {
		mark := " "
		if v.Selected {
			mark = "*"
		}
		label := cmp.Or(v.Label, v.Value)
		pieces := []piece{{label, plainStyle}}
		if label != v.Value && !sameWords(label, v.Value) {
			pieces = append(pieces, piece{" " + v.Value, dim})
		}
		head := fmt.Sprintf("%s%7d  %s", mark, v.Count, strings.Repeat("  ", v.Depth))
		for _, line := range s.hang(head, pieces...) {
			fmt.Fprintln(out, line)
		}
	}
	total = max(total, len(values))
	if more := total - min(facetShown, len(values)); more > 0 {
		fmt.Fprintln(out, s.set(dim, fmt.Sprintf("         %s in all; --facet-prefix and --facet-offset lead to the others", count(total, "value"))))
	}
}

// asTree puts every value of a tree behind the one above it, and leaves the order
// among those of one parent as it is.
func asTree(values []search.FacetValue) []search.FacetValue {
	under := map[string][]search.FacetValue{}
	there := map[string]bool{}
	for _, v := range values {
		there[v.Value] = true
	}
	for _, v := range values {
		if !there[v.Parent] {
			v.Parent = ""
		}
		under[v.Parent] = append(under[v.Parent], v)
	}
	var out []search.FacetValue
	var add func(parent string)
	add = func(parent string) {
		children := under[parent]
		delete(under, parent) // a value is never under itself
		for _, v := range children {
			out = append(out, v)
			add(v.Value)
		}
	}
	add("")
	return out
}
