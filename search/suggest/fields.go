package suggest

import (
	"strings"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
)

// value completes the value of a field.
func (c *completion) value(in typed) {
	head := in.head
	if at := strings.LastIndex(head, ":"); at >= 0 {
		head = head[:strings.LastIndexFunc(head[:at], func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })+1]
	}
	field, _ := schema.Lookup(in.field)
	switch {
	case in.field == "symbol":
		c.symbols(head, in.word, in.field)
	case in.field == "title":
		c.titleValue(head, in)
	case field.Facet:
		c.facetValues(head, in)
	default:
		for _, value := range field.Values {
			if text := head + in.field + ":" + value; strings.HasPrefix(value, fold(in.word)) {
				if n := c.finds(closed(text), search.Documents); n > 0 {
					c.offer(search.Suggestion{Kind: search.SuggestValue, Query: text, Label: value, Count: n})
				}
			}
		}
	}
}

func (c *completion) titleValue(head string, in typed) {
	words := cut(fold(in.word))
	if len(words) == 0 || len(words) > longestTyped {
		return
	}
	if len(words) == 1 && !in.quoted {
		for _, word := range c.titleWords(nil, words[0], c.Limit/2) {
			text := head + "title:" + c.tables.words.spell(word)
			c.offerBehind(head, search.Suggestion{Kind: search.SuggestTerm, Query: text, Label: text})
		}
	}
	for _, found := range c.tables.titles.complete(words, c.Language, c.Limit) {
		if s, ok := c.title(head, found); ok {
			c.offerBehind(head, s)
		}
	}
}

func (c *completion) facetValues(head string, in typed) {
	for _, v := range c.tables.values[in.field].complete(in.word, c.Limit) {
		s := search.Suggestion{
			Kind: search.SuggestValue, Query: head + query.Field{Name: in.field, Value: v.Value}.String(),
			Label: search.Label(c.catalogue, in.field, v.Value, c.Language), Count: v.Count,
		}
		if in.field == "meeting" {
			s = c.meeting(head, v)
		}
		c.offerBehind(head, s)
	}
}
