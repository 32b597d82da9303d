package query

import (
	"fmt"
	"strings"

	"travaux/search/schema"
)

// Describe tells in plain words how a query was understood; it is empty for a
// query that asks for everything.
func Describe(n Node) string { return describe(n, false) }

func describe(n Node, inner bool) string {
	switch n := n.(type) {
	case nil:
		return ""
	case Word:
		return "“" + n.Text + "”"
	case Phrase:
		return "the phrase “" + n.Text + "”"
	case Exact:
		return "exactly “" + n.Text + "”"
	case Wildcard:
		return "words like “" + n.Pattern + "”"
	case Fuzzy:
		return fmt.Sprintf("“%s” or a word that differs in %s", n.Text, changes(n.Distance))
	case Near:
		return group(n.Nodes, fmt.Sprintf(" within %s of ", words(n.Within)), inner)
	case Field:
		return describeField(n)
	case Not:
		return "not " + describe(n.Node, true)
	case And:
		return group(n.Nodes, " and ", inner)
	case Or:
		return group(n.Nodes, " or ", inner)
	}
	return n.String()
}

func group(nodes []Node, sep string, inner bool) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = describe(n, true)
	}
	s := strings.Join(parts, sep)
	if inner {
		s = "(" + s + ")"
	}
	return s
}

func changes(n int) string {
	if n == 1 {
		return "one letter"
	}
	return "up to two letters"
}

func words(n int) string {
	if n == 1 {
		return "one word"
	}
	return fmt.Sprintf("%d words", n)
}

func describeField(f Field) string {
	field, _ := schema.Lookup(f.Name)
	switch {
	case field.Kind == schema.Text:
		return f.Name + " with " + describe(TextOf(f), true)
	case field.Kind == schema.Tree:
		return f.Name + " " + f.Value + " or under it"
	case field.Kind == schema.Year || field.Kind == schema.Date:
		return f.Name + " " + describeRange(f.Value)
	}
	return f.Name + " " + f.Value
}

func describeRange(value string) string {
	from, to, isRange := strings.Cut(value, "..")
	switch {
	case !isRange:
		return from
	case from == "":
		return "up to " + to
	case to == "":
		return "from " + from
	}
	return from + " to " + to
}
