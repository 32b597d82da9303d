package suggest

import (
	"context"
	"slices"
	"strings"
	"time"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
)

// The bounds of one completion.
const (
	// checking is how long searches that show that a suggestion finds something may
	// take together; what they do not reach is not offered.
	checking = 6 * time.Millisecond
	// maxChecked is how many such searches there are at most.
	maxChecked = 8
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

// finds reports whether a query is known to find something, and how much.
func (c *completion) finds(text string) int {
	if c.checks == maxChecked || c.checked.Err() != nil {
		return 0
	}
	c.checks++
	n, err := c.Count(c.checked, text)
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
		if s.Count = c.finds(s.Query); s.Count == 0 {
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

// longestTitle is how many characters of a title are asked for.
const longestTitle = 160

// title makes the search for a title; ok is false for one whose words ask for
// nothing.
func (c *completion) title(head string, found foundTitle) (s search.Suggestion, ok bool) {
	asked := strings.Join(strings.FieldsFunc(found.text, func(r rune) bool { return isQuote(r) || r == ' ' }), " ")
	if len(asked) > longestTitle {
		asked = asked[:longestTitle]
		asked = strings.ToValidUTF8(asked[:max(0, strings.LastIndexByte(asked, ' '))], "")
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

// terms offers the word that is being typed whole: behind others one that follows
// the last of them in texts, that stands with them in a title, or that a search
// finds with them.
func (c *completion) terms(in typed, limit int) {
	word := fold(in.word)
	if strings.ContainsFunc(word, func(r rune) bool { return !isWordRune(r) && r != '\'' }) {
		return
	}
	others := cut(fold(in.head))
	if len(others) == 0 && word != "" {
		for _, found := range c.tables.words.frequent(word, limit) {
			c.term(in, found.Text)
		}
		return
	}
	if !in.plain {
		others = nil // what stands before need not stand beside
	}
	if len(others) > 0 {
		c.following(in, others, word, limit)
	}
	if word == "" {
		return
	}
	for _, found := range c.tables.words.frequent(word, limit) {
		if len(c.out) >= limit/2 {
			return
		}
		c.checkedTerm(in, found.Text)
	}
}

// following offers words that follow the last of others in texts, and those that
// stand with all of them in a title.
func (c *completion) following(in typed, others []string, word string, limit int) {
	last := others[len(others)-1] + " "
	for _, pair := range c.tables.pairs.frequent(last+word, limit) {
		found := strings.TrimPrefix(pair.Text, last)
		if len(others) == 1 {
			c.term(in, found) // they stand side by side in a text
			continue
		}
		c.checkedTerm(in, found)
	}
	if word == "" {
		return
	}
	for _, found := range c.titleWords(others, word, limit) {
		c.term(in, found)
	}
}

// titleWords gives words that begin so and stand in titles with all of the others.
func (c *completion) titleWords(others []string, prefix string, limit int) []string {
	return slices.DeleteFunc(c.tables.titles.following(others, prefix, limit), func(word string) bool { return !c.tables.words.has(word) })
}

// term offers a text with its last word whole.
func (c *completion) term(in typed, word string) {
	text := in.head + c.tables.words.spell(word)
	c.offer(search.Suggestion{Kind: search.SuggestTerm, Query: text, Label: text})
}

// checkedTerm is term for words that have not been seen together.
func (c *completion) checkedTerm(in typed, word string) {
	text := in.head + c.tables.words.spell(word)
	if n := c.finds(closed(text)); n > 0 {
		c.offer(search.Suggestion{Kind: search.SuggestTerm, Query: text, Label: text, Count: n})
	}
}

// closed gives a text with the parentheses closed that are open.
func closed(text string) string {
	return text + strings.Repeat(")", max(0, strings.Count(text, "(")-strings.Count(text, ")")))
}

// phrase completes the last word in quotation marks, and closes them.
func (c *completion) phrase(in typed) {
	words := cut(fold(in.word))
	if len(words) == 0 || len(words) > longestTyped || strings.HasSuffix(in.word, " ") {
		return
	}
	last := words[len(words)-1]
	before := strings.TrimSuffix(in.word, in.word[strings.LastIndexByte(in.word, ' ')+1:])
	for _, found := range c.candidates(words[:len(words)-1], last) {
		text := in.head + `"` + before + c.tables.words.spell(found) + `"`
		if strings.TrimSpace(in.head) == "" && (len(words) == 1 || len(words) == 2 && c.tables.pairs.has(words[0]+" "+found)) {
			c.offer(search.Suggestion{Kind: search.SuggestTerm, Query: text, Label: text})
			continue
		}
		if n := c.finds(closed(text)); n > 0 {
			c.offer(search.Suggestion{Kind: search.SuggestTerm, Query: text, Label: text, Count: n})
		}
	}
}

// candidates gives words that may complete the last one: first those that follow
// the one before it in texts.
func (c *completion) candidates(others []string, last string) []string {
	var out []string
	if len(others) > 0 {
		before := others[len(others)-1] + " "
		for _, pair := range c.tables.pairs.frequent(before+last, c.Limit) {
			out = append(out, strings.TrimPrefix(pair.Text, before))
		}
	}
	for _, w := range c.tables.words.frequent(last, c.Limit) {
		if !slices.Contains(out, w.Text) {
			out = append(out, w.Text)
		}
	}
	return out
}

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
				if n := c.finds(closed(text)); n > 0 {
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
