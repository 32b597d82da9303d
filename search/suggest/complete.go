package suggest

import (
	"context"
	"slices"
	"strings"
	"time"

	"travaux/search"
	"travaux/search/query"
)

// The bounds of one completion.
const (
	// checking is how long searches that show that a suggestion finds something may
	// take together; what they do not reach is not offered.
	checking = 4 * time.Millisecond
	// maxChecked is how many such searches there are at most, enough how many
	// completions of a word are not added to by searches.
	maxChecked, enough = 4, 3
	// longestTyped bounds the words of a text that are looked at.
	longestTyped = 16
)

// Complete implements search.Suggester.
func (s *Suggester) Complete(ctx context.Context, asked search.Completion) ([]search.Suggestion, error) {
	t, err := s.tables(ctx)
	if err != nil {
		return nil, err
	}
	checked, cancel := context.WithTimeout(ctx, checking)
	defer cancel()
	c := completion{Completion: asked, Suggester: s, tables: t, checked: checked}
	in := read(asked.Text)
	switch {
	case in.field != "":
		c.value(in)
	case in.quoted:
		c.phrase(in)
	case in.plain:
		c.anything(in)
	default:
		c.terms(in, asked.Limit)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return c.out, nil
}

// completion is one text on its way to its completions.
type completion struct {
	search.Completion
	*Suggester
	tables  *tables
	checked context.Context
	checks  int
	out     []search.Suggestion
}

// offer takes a suggestion in unless it is there or is what was typed.
func (c *completion) offer(all ...search.Suggestion) {
	for _, s := range all {
		same := func(other search.Suggestion) bool { return other.Query == s.Query }
		if len(c.out) < c.Limit && s.Query != c.Text && !slices.ContainsFunc(c.out, same) {
			c.out = append(c.out, s)
		}
	}
}

// finds gives the number of results that a query is known to have.
func (c *completion) finds(text string, view search.View) int {
	if c.checks == maxChecked || c.checked.Err() != nil {
		return 0
	}
	c.checks++
	n, err := c.Count(c.checked, text, view)
	if err != nil {
		return 0
	}
	return n
}

// anything completes a text that is nothing but words. What is likeliest stands
// first; each sort gives way to the others where there is much of each.
func (c *completion) anything(in typed) {
	words := cut(fold(c.Text))
	if len(words) == 0 || len(words) > longestTyped {
		return
	}
	rest := *c // each sort is gathered by itself
	gather := func(fill func(c *completion)) []search.Suggestion {
		one := rest
		one.out = nil
		fill(&one)
		return one.out
	}
	symbols := gather(func(c *completion) { c.symbols("", c.Text, "") })
	meetings := gather(func(c *completion) { c.meetings() })
	titles := gather(func(c *completion) { c.titlesWith(words) })
	terms := gather(func(c *completion) { c.terms(in, c.Limit) })
	if strings.ContainsAny(c.Text, "0123456789/") {
		c.offer(blend(c.Limit, []int{5, 3, 2, 0}, symbols, meetings, titles, terms)...)
		return
	}
	c.offer(blend(c.Limit, []int{4, 1, 2, 3}, terms, symbols, meetings, titles)...)
}

// blend takes of each group as many as its share is, and fills up with what is
// left in their order.
func blend(limit int, shares []int, groups ...[]search.Suggestion) []search.Suggestion {
	left := limit
	taken := make([]int, len(groups))
	for i, group := range groups {
		taken[i] = min(shares[i], len(group), left)
		left -= taken[i]
	}
	var out []search.Suggestion
	for i, group := range groups {
		more := min(left, len(group)-taken[i])
		left -= more
		out = append(out, group[:taken[i]+more]...)
	}
	return out
}

// symbols offers what begins like a symbol: documents by their own, what others
// stand under as a field, so that the count is that of what it finds.
func (c *completion) symbols(head, text, field string) {
	for _, found := range c.tables.symbols.complete(text, c.Limit) {
		s := search.Suggestion{Kind: search.SuggestSymbol, Label: found.symbol}
		if found.held && field == "" {
			s.Query = head + found.symbol
		} else {
			s.Query = head + query.Field{Name: "symbol", Value: found.symbol}.String()
			s.Count = found.count
		}
		c.offerBehind(head, s)
	}
}

// offerBehind offers a suggestion that stands behind other words only when it
// finds something beside them.
func (c *completion) offerBehind(head string, s search.Suggestion) {
	if strings.TrimSpace(head) != "" {
		if s.Count = c.finds(closed(s.Query), search.Documents); s.Count == 0 {
			return
		}
	}
	c.offer(s)
}

// meetings offers the meetings that the text names.
func (c *completion) meetings() {
	for _, v := range c.tables.values["meeting"].complete(c.Text, c.Limit) {
		c.offer(c.meeting("", v))
	}
}

func (c *completion) meeting(head string, v search.FacetValue) search.Suggestion {
	label := search.Label(c.catalogue, "meeting", v.Value, c.Language)
	if m, ok := c.catalogue.Meeting(v.Value); ok {
		var when []string
		for _, fact := range []string{m.Place, year(string(m.Start))} {
			if fact != "" && !strings.Contains(label, fact) {
				when = append(when, fact)
			}
		}
		if len(when) > 0 {
			label += " (" + strings.Join(when, ", ") + ")"
		}
	}
	return search.Suggestion{
		Kind: search.SuggestMeeting, Query: head + query.Field{Name: "meeting", Value: v.Value}.String(), Label: label, Count: v.Count,
	}
}

func year(date string) string { return date[:min(4, len(date))] }

// titlesWith offers titles with all of the words.
func (c *completion) titlesWith(words []string) {
	for _, found := range c.tables.titles.complete(words, c.Language, c.Limit) {
		if s, ok := c.title("", found); ok {
			c.offer(s)
		}
	}
}

// longestTitle is how many bytes of a title are asked for.
const longestTitle = 160

// title makes the search for a title; ok is false for one whose words ask for
// nothing.
func (c *completion) title(head string, found foundTitle) (s search.Suggestion, ok bool) {
	asked := strings.Join(strings.FieldsFunc(found.text, func(r rune) bool { return isQuote(r) || r == ' ' }), " ")
	if len(asked) > longestTitle {
		asked = strings.ToValidUTF8(asked[:longestTitle], "")
		if blank := strings.LastIndexByte(asked, ' '); blank > 0 {
			asked = asked[:blank]
		}
	}
	language := found.language
	if language == "" {
		language = c.Language
	}
	if asked == "" || c.engine.Mark(query.Phrase{Text: asked}, language, asked) == nil {
		return s, false
	}
	return search.Suggestion{
		Kind: search.SuggestTitle, Query: head + query.Field{Name: "title", Value: asked, Quoted: true}.String(), Label: found.text,
	}, true
}
