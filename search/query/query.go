// Package query is the query language: a text becomes a tree, and a tree a
// text again.
//
//	n, err := query.Parse(`"asset recovery" type:resolution -draft`)
//	n.String()        // "asset recovery" type:resolution -draft
//	query.Describe(n) // the phrase “asset recovery” and type resolution and not “draft”
package query

import (
	"strings"

	"travaux/search/schema"
)

// Node is one node of a query's tree: a Word, Phrase, Exact, Wildcard, Fuzzy,
// Near, Field, And, Or or Not.
// String gives a text that parses to the same tree.
type Node interface{ String() string }

// Word is one word, or what stands without a blank (a symbol, "anti-corruption"):
// what the analyzer makes of it must stand in that order.
type Word struct{ Text string }

// Phrase is words in their order, in one passage.
type Phrase struct{ Text string }

// Field is a field with the value asked for, a range as it was written.
type Field struct {
	Name  string
	Value string
	// Quoted says that the value of a text field is a phrase.
	Quoted bool
}

// And is true where all of its nodes are.
type And struct{ Nodes []Node }

// Or is true where any of its nodes is.
type Or struct{ Nodes []Node }

// Not is true where its node is not.
type Not struct{ Node Node }

// String gives the word.
func (w Word) String() string { return w.Text }

// String gives the phrase in quotation marks.
func (p Phrase) String() string { return `"` + p.Text + `"` }

// String gives name:value, the value in quotation marks where it needs them.
func (f Field) String() string {
	field, _ := schema.Lookup(f.Name)
	// Quoted or not is all one but to texts, where it tells phrases from words.
	if f.Quoted || field.Kind != schema.Text && strings.ContainsAny(f.Value, " ()") {
		return f.Name + `:"` + f.Value + `"`
	}
	return f.Name + ":" + f.Value
}

// String gives the nodes side by side.
func (a And) String() string { return join(a.Nodes, " ", true) }

// String gives the nodes with OR between them.
func (o Or) String() string { return join(o.Nodes, " OR ", false) }

// String gives the node with a minus sign before it.
func (n Not) String() string { return "-" + inParens(n.Node) }

func join(nodes []Node, sep string, orNeedsParens bool) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		_, isOr := n.(Or)
		parts[i] = n.String()
		if isOr && orNeedsParens {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, sep)
}

// inParens prints a node, in parentheses when it is made of several.
func inParens(n Node) string {
	switch n.(type) {
	case And, Or, Near:
		return "(" + n.String() + ")"
	}
	return n.String()
}

// Walk calls visit on every leaf of a tree (all but And, Or and Not; a Near is one
// leaf); negated tells whether it stands under an odd number of Nots.
func Walk(n Node, visit func(leaf Node, negated bool)) { walk(n, false, visit) }

func walk(n Node, negated bool, visit func(Node, bool)) {
	switch n := n.(type) {
	case nil:
	case And:
		for _, c := range n.Nodes {
			walk(c, negated, visit)
		}
	case Or:
		for _, c := range n.Nodes {
			walk(c, negated, visit)
		}
	case Not:
		walk(n.Node, !negated, visit)
	default:
		visit(n, negated)
	}
}
