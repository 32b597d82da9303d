// Package schema declares every field of a collection that a query, a filter or
// a facet may name: once, for all engines, for the query language and for every
// help text.
//
//	f, ok := schema.Lookup("year")
//	f.Kind // schema.Year: "2013" or a range "2011..2015"
package schema

import (
	"strings"

	"travaux/search/un"
)

// Kind is how a field's values are compared.
type Kind string

// The kinds of field.
const (
	// Text is analysed by language: words and phrases.
	Text Kind = "text"
	// Keyword is one value, compared whole.
	Keyword Kind = "keyword"
	// Tree is a symbol or an article: it stands for itself and for all that begins
	// with it, paragraph 13 of article 46 under article 46.
	Tree Kind = "tree"
	// Year is a year or a range of years, open at either end.
	Year Kind = "year"
	// Date is an ISO 8601 date, possibly cut short, or a range of dates.
	Date Kind = "date"
)

// Level is what a field belongs to.
type Level string

// The levels. In the document view a passage's field is true of a rendition
// when one of its passages has the value.
const (
	OfRendition Level = "rendition"
	OfPassage   Level = "passage"
)

// Field is one field that can be asked for.
type Field struct {
	// Name is what stands before the colon, and the name of flag, URL parameter
	// and facet.
	Name  string
	Kind  Kind
	Level Level
	// Facet says that its values can be counted and chosen.
	Facet bool
	// Values are the only values there are; nil when they are not limited.
	Values []string
	// Help says in a phrase what the field holds.
	Help string
	// Example is a use that parses.
	Example string
}

// Fields returns all fields, facets first in the order in which they are shown.
func Fields() []Field {
	return []Field{
		{Name: "meeting", Kind: Keyword, Level: OfRendition, Facet: true, Help: "the meeting, by its id or another of its names", Example: "meeting:CAC/COSP/EG.1/2013"},
		{Name: "symbol", Kind: Tree, Level: OfRendition, Facet: true, Help: "the document symbol or how it begins", Example: "symbol:CAC/COSP/EG.1"},
		{Name: "body", Kind: Keyword, Level: OfRendition, Facet: true, Help: "the body, as its symbols begin", Example: "body:E/CN.15"},
		{Name: "type", Kind: Keyword, Level: OfRendition, Facet: true, Help: "the type of document", Example: "type:resolution"},
		{Name: "lang", Kind: Keyword, Level: OfRendition, Facet: true, Help: "the language of the text", Example: "lang:fr"},
		{Name: "year", Kind: Year, Level: OfRendition, Facet: true, Help: "the year of the document, or a range of years", Example: "year:2011..2015"},
		{Name: "kind", Kind: Keyword, Level: OfPassage, Facet: true, Values: kinds(), Help: "what a paragraph does", Example: "kind:good_practice"},
		{Name: "state", Kind: Keyword, Level: OfPassage, Facet: true, Help: "a State that the paragraph names, by its three-letter code or its name", Example: "state:PAN"},
		{Name: "article", Kind: Tree, Level: OfPassage, Facet: true, Help: "an article that the paragraph cites", Example: "article:46"},
		{Name: "cites", Kind: Tree, Level: OfPassage, Facet: true, Help: "a document that the paragraph cites", Example: "cites:A/RES/58/4"},
		{Name: "title", Kind: Text, Level: OfRendition, Help: "words of the title", Example: `title:"asset recovery"`},
		{Name: "session", Kind: Keyword, Level: OfRendition, Help: "the session or year element of the symbol", Example: "session:79"},
		{Name: "origin", Kind: Keyword, Level: OfRendition, Help: "the type in the line of origin", Example: "origin:note_by_secretariat"},
		{Name: "date", Kind: Date, Level: OfRendition, Help: "the date of the document, or a range of dates", Example: "date:2013-11-25..2014"},
		{Name: "agenda", Kind: Keyword, Level: OfRendition, Help: "the agenda item", Example: "agenda:2"},
		{Name: "distribution", Kind: Keyword, Level: OfRendition, Values: []string{"general", "limited", "restricted"}, Help: "to whom the document was given", Example: "distribution:limited"},
		{Name: "para", Kind: Keyword, Level: OfPassage, Help: "the number of the paragraph", Example: "para:12"},
	}
}

func kinds() []string {
	var names []string
	for _, k := range un.Kinds() {
		names = append(names, string(k))
	}
	return names
}

// Lookup finds a field by its name, whatever its case.
func Lookup(name string) (Field, bool) {
	name = strings.ToLower(name)
	for _, f := range Fields() {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Facets returns the names of the facets in the order in which they are shown.
func Facets() []string {
	var names []string
	for _, f := range Fields() {
		if f.Facet {
			names = append(names, f.Name)
		}
	}
	return names
}

// Operator is one construct of the query language, for the help texts.
type Operator struct {
	// Example is a query that parses.
	Example string
	// Help says what it finds.
	Help string
}

// Operators returns the constructs of the query language that are not fields.
func Operators() []Operator {
	return []Operator{
		{Example: "asset recovery", Help: "documents with both words, in any of their forms"},
		{Example: `"prompt return"`, Help: "the words next to each other, in one paragraph"},
		{Example: "=States", Help: "the word as it is written, in no other form"},
		{Example: `="States Parties"`, Help: "the words as they are written, next to each other"},
		{Example: "recover*", Help: "all words that begin so, with three letters at least; ? is one letter, as in organi?ation"},
		{Example: "recovry~1", Help: "the word, of four letters at least, or one that differs in one letter (~2: in two)"},
		{Example: "asset NEAR/5 recovery", Help: "the words at most five words apart, in one paragraph, in either order; NEAR alone: ten"},
		{Example: "theft OR fraud", Help: "documents with either word"},
		{Example: "recovery NOT drugs", Help: "documents without the second word"},
		{Example: "recovery -drugs", Help: "the same, shorter"},
		{Example: "(theft OR fraud) report", Help: "parentheses keep together what belongs together"},
		{Example: "type:(letter OR decision)", Help: "a field with several values; title:(asset NEAR/5 recovery) asks for words of the title alone"},
		{Example: "CAC/COSP/EG.1/2013/3", Help: "a symbol in any spelling: its document comes first"},
	}
}
