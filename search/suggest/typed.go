package suggest

import (
	"strings"
	"unicode"

	"travaux/search/schema"
)

// typed is a text cut at what is being typed.
type typed struct {
	// head is what stands before it and stays.
	head string
	// word is what has been typed of it.
	word string
	// field is the name of the field whose value it is; empty for none.
	field string
	// quoted says that it stands in quotation marks that are not closed; head then
	// ends before them.
	quoted bool
	// plain says that the text is nothing but words.
	plain bool
}

func isQuote(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) }

// read cuts a text by the rules of the query language.
func read(text string) typed {
	t := typed{plain: true}
	start, quote := 0, -1 // of what is being typed; of the open quotation
	for i, r := range text {
		switch {
		case quote >= 0 && isQuote(r):
			quote, start = -1, i+len(string(r))
		case quote >= 0:
		case isQuote(r):
			quote, t.plain = i, false
		case unicode.IsSpace(r):
			t.plain = t.plain && !isOperator(text[start:i])
			start, t.field = i+len(string(r)), ""
		case strings.ContainsRune("(-=", r) && i == start && t.field == "":
			start, t.plain = i+1, false
		case r == ')':
			start, t.field, t.plain = i+1, "", false
		case r == '*' || r == '~':
			t.plain = false
		case r == ':' && t.field == "":
			if f, ok := schema.Lookup(text[start:i]); ok {
				start, t.field, t.plain = i+1, f.Name, false
			}
		}
	}
	if quote >= 0 {
		t.quoted = true
		t.head, t.word = text[:quote], strings.TrimLeftFunc(text[quote:], isQuote)
		return t
	}
	t.head, t.word = text[:start], text[start:]
	return t
}

func isOperator(word string) bool {
	return word == "AND" || word == "OR" || word == "NOT" || strings.HasPrefix(word, "NEAR")
}
