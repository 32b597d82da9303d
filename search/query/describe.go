package query

import (
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

func describeField(f Field) string {
	field, _ := schema.Lookup(f.Name)
	switch {
	case field.Kind == schema.Text && f.Quoted:
		return f.Name + " with the phrase “" + f.Value + "”"
	case field.Kind == schema.Text:
		return f.Name + " with “" + f.Value + "”"
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
