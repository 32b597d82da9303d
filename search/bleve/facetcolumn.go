package bleve

import (
	"bytes"
	"strconv"
	"strings"

	"travaux/search/bleve/flat"
	"travaux/search/query"
	"travaux/search/schema"
)

// lists are lists of numbers, one after the other: list i is of[at[i]:at[i+1]].
type lists struct{ at, of []uint32 }

func (l lists) list(i uint32) []uint32 { return l.of[l.at[i]:l.at[i+1]] }

// facetColumn is one keyword field: the values of each rendition and of each
// passage, and what has each value. Values stand in the order of their names.
type facetColumn struct {
	name   string
	values flat.Strings
	// keys are the values as they are compared, in the order of their bytes;
	// keyed are the values they are of.
	keys  flat.Strings
	keyed []uint32
	// parents holds, by value, what stands above it in its tree, or none; it is
	// empty where the field is no tree.
	parents []uint32
	// of holds the values of each rendition, with the renditions of each value.
	of, with lists
	// passages is nil where the field is none of passages.
	passages *passageValues
}

// columnFields are the fields that columns are kept of.
func columnFields() []string {
	return []string{
		"meeting", "symbol", "body", "type", "lang", "year", "session", "origin", "agenda", "distribution", dateColumn,
		kindField, stateField, articleField, citesField,
	}
}

// dateColumn is the column of dates.
const dateColumn = "date"

func newFacetColumn(name string) *facetColumn {
	f := &facetColumn{name: name}
	if field, ok := schema.Lookup(name); ok && field.Level == schema.OfPassage {
		f.passages = &passageValues{}
	}
	return f
}

func (f *facetColumn) parts(name string, p pass) {
	p.strings(name+".values", &f.values)
	p.strings(name+".keys", &f.keys)
	p.numbers(name+".keyed", &f.keyed)
	p.numbers(name+".parents", &f.parents)
	p.numbers(name+".of.at", &f.of.at)
	p.numbers(name+".of", &f.of.of)
	p.numbers(name+".with.at", &f.with.at)
	p.numbers(name+".with", &f.with.of)
	if v := f.passages; v != nil {
		p.wide(name+".present", (*[]uint64)(&v.present))
		p.numbers(name+".rank", &v.rank)
		p.numbers(name+".passage.at", &v.of.at)
		p.numbers(name+".passage", &v.of.of)
		p.numbers(name+".passages.at", &v.with.at)
		p.numbers(name+".passages", &v.with.of)
	}
}

// isTree reports whether values stand under one another.
func isTree(name string) bool {
	field, ok := schema.Lookup(name)
	return ok && field.Kind == schema.Tree
}

// compared gives a value of a field as it is compared.
func compared(name, value string) string {
	switch name {
	case "symbol", "body", "meeting":
		return symbolKey(value)
	case kindField, stateField, articleField, citesField:
		return strings.ToUpper(keywordTerm(name, value))
	}
	return fold(value)
}

// depth is a value's place in its tree, from 0.
func (f *facetColumn) depth(value uint32) int {
	const deepest = 64 // of values that stand above one another: no tree
	depth := 0
	for ; f.parents[value] != none && depth < deepest; depth++ {
		value = f.parents[value]
	}
	return depth
}

// find gives the values that a value asked for stands for: itself as it is
// written, else all that compare equal.
func (f *facetColumn) find(asked string) []uint32 {
	switch f.name {
	case "year":
		return f.years(asked)
	case dateColumn:
		return f.dates(asked)
	}
	alike := f.alike(asked)
	for i, value := range alike {
		if bytes.Equal(f.values.Bytes(value), []byte(asked)) {
			return alike[i : i+1]
		}
	}
	return alike
}

// alike gives the values that compare equal to one asked for.
func (f *facetColumn) alike(asked string) []uint32 {
	key := compared(f.name, asked)
	first, found := f.keys.Search(key)
	if !found {
		return nil
	}
	last := first + 1
	for last < f.keys.Len() && bytes.Equal(f.keys.Bytes(uint32(last)), []byte(key)) {
		last++
	}
	return f.keyed[first:last]
}

func (f *facetColumn) years(asked string) []uint32 {
	from, to, err := query.Years(asked)
	if err != nil {
		return nil
	}
	var out []uint32
	for value := range uint32(f.values.Len()) {
		if y, err := strconv.Atoi(f.values.String(value)); err == nil && from <= y && y <= to {
			out = append(out, value)
		}
	}
	return out
}

func (f *facetColumn) dates(asked string) []uint32 {
	from, to, err := query.Dates(asked)
	if err != nil {
		return nil
	}
	var out []uint32
	for value := range uint32(f.values.Len()) {
		if query.Overlaps(from, to, f.values.String(value)) {
			out = append(out, value)
		}
	}
	return out
}

// has reports whether anything has any of the values.
func (f *facetColumn) has(values []uint32) bool {
	for _, value := range values {
		if len(f.with.list(value)) > 0 {
			return true
		}
	}
	return false
}
