package suggest

import (
	"slices"
	"strings"

	"travaux/search"
)

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
		if len(c.out) >= enough {
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

// checkedTerm is term for words that have not been seen together: they have to
// stand in one paragraph, which is found out sooner than whether they stand in one
// document.
func (c *completion) checkedTerm(in typed, word string) {
	if c.finds(closed(in.head+c.tables.words.spell(word)), search.Paragraphs) > 0 {
		c.term(in, word)
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
		known := strings.TrimSpace(in.head) == "" && (len(words) == 1 || len(words) == 2 && c.tables.pairs.has(words[0]+" "+found))
		if known || c.finds(closed(text), search.Paragraphs) > 0 {
			c.offer(search.Suggestion{Kind: search.SuggestTerm, Query: text, Label: text})
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
