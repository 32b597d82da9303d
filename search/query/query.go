// Package query is the query language: a text becomes a tree, and a tree a
// text again.
package query

// Node is one node of a query's tree.
type Node interface{ String() string }
