package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"travaux/search/schema"
)

// Error is a text that is no query, with the place.
type Error struct {
	// Column counts characters from 1.
	Column int
	// Message says what is wrong and what was expected.
	Message string
	// Limit says that the query is well formed but too large.
	Limit bool
}

// Error gives column and message.
func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Message) }

type tokenKind int

const (
	tokenWord tokenKind = iota
	tokenPhrase
	tokenExact // text is the words of ="..."
	tokenNear  // text is what stands behind NEAR/
	tokenField // text is the name; a word or phrase follows
	tokenOpen
	tokenClose
	tokenAnd
	tokenOr
	tokenNot
	tokenMinus
	tokenEnd
)

type token struct {
	kind   tokenKind
	text   string
	column int
}

// lexer cuts a query into tokens. It works on runes, as columns count them.
type lexer struct {
	in  []rune
	pos int
}

// folded gives a text's characters, the full-width forms of a Chinese keyboard
// and the digits of Arabic texts as the ones that the language is written in.
// Columns stay the same.
func folded(text string) []rune {
	in := []rune(text)
	for i, r := range in {
		switch {
		case r >= '！' && r <= '～':
			in[i] = r - '！' + '!'
		case r >= '٠' && r <= '٩':
			in[i] = r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			in[i] = r - '۰' + '0'
		}
	}
	return in
}

func isQuote(r rune) bool { return strings.ContainsRune(`"“”„«»「」『』`, r) }

// next gives the token at the current place; afterField tells that a field's
// value is wanted, where operators are plain words.
func (l *lexer) next(afterField bool) (token, error) {
	for l.pos < len(l.in) && unicode.IsSpace(l.in[l.pos]) {
		l.pos++
	}
	start := l.pos
	if start == len(l.in) {
		return token{kind: tokenEnd, column: start + 1}, nil
	}
	single := func(k tokenKind) (token, error) {
		l.pos++
		return token{kind: k, column: start + 1}, nil
	}
	switch r := l.in[start]; {
	case isQuote(r):
		return l.phrase()
	case r == '(':
		return single(tokenOpen)
	case r == ')':
		return single(tokenClose)
	case r == '-' && !afterField && !l.dash():
		return single(tokenMinus)
	case r == '=' && start+1 < len(l.in) && isQuote(l.in[start+1]):
		l.pos++
		t, err := l.phrase()
		t.kind, t.column = tokenExact, start+1
		return t, err
	}
	return l.word(afterField)
}

// dash reports whether the hyphen at the current place stands by itself, as
// between two parts of a sentence, and so excludes nothing.
func (l *lexer) dash() bool {
	after := l.pos + 1
	return after == len(l.in) || unicode.IsSpace(l.in[after]) || l.in[after] == ')'
}

// phrase reads up to the closing quotation mark. What a straight one opens a
// straight one closes, if there is one, so that a quotation may stand within;
// else any will do: they are mixed in practice.
func (l *lexer) phrase() (token, error) {
	start := l.pos
	rest := l.in[start+1:]
	length := -1
	if l.in[start] == '"' {
		length = slices.Index(rest, '"')
	}
	if length < 0 {
		length = slices.IndexFunc(rest, isQuote)
	}
	if length < 0 {
		return token{}, &Error{Column: start + 1, Message: `this quotation mark is not closed: expected another "`}
	}
	text := strings.Join(strings.Fields(string(rest[:length])), " ")
	l.pos = start + 1 + length + 1
	return token{kind: tokenPhrase, text: text, column: start + 1}, nil
}

// word reads up to a blank, a quotation mark or a parenthesis; a pair of
// parentheses glued to the word, as in S/RES/1723(2006), belongs to it.
func (l *lexer) word(afterField bool) (token, error) {
	start := l.pos
	for l.pos < len(l.in) {
		r := l.in[l.pos]
		if unicode.IsSpace(r) || isQuote(r) || r == ')' {
			break
		}
		if r == '(' {
			end := l.gluedParens(start)
			if end < 0 {
				break
			}
			l.pos = end
		}
		if r == ':' && !afterField {
			if t, ok, err := l.field(start); ok || err != nil {
				return t, err
			}
		}
		l.pos++
	}
	text := string(l.in[start:l.pos])
	t := token{kind: tokenWord, text: text, column: start + 1}
	if afterField {
		return t, nil
	}
	if k, ok := operators(text); ok {
		t.kind = k
		return t, nil
	}
	if within, ok := nearOperator(text); ok {
		t.kind, t.text = tokenNear, within
	}
	return t, nil
}

// nearOperator reads NEAR or NEAR/5 and gives what stands behind the slash.
func nearOperator(word string) (within string, ok bool) {
	within, ok = strings.CutPrefix(word, "NEAR")
	return strings.TrimPrefix(within, "/"), ok && (within == "" || within[0] == '/')
}

// glued reports whether a token stands right behind what was before it.
func (l *lexer) glued(t token) bool {
	before := t.column - 2
	return before >= 0 && before < len(l.in) && !unicode.IsSpace(l.in[before])
}

// gluedParens gives the place of the closing parenthesis that belongs to the
// word, -1 when the parenthesis at the current place opens a group.
func (l *lexer) gluedParens(start int) int {
	before := string(l.in[start:l.pos])
	_, isOperator := operators(before)
	if _, isNear := nearOperator(before); isOperator || isNear {
		return -1
	}
	for i := l.pos + 1; i < len(l.in); i++ {
		switch r := l.in[i]; {
		case r == ')':
			return i
		case unicode.IsSpace(r), isQuote(r), r == '(', r == ':':
			return -1
		}
	}
	return -1
}

// field decides whether the colon at the current place ends a field's name.
func (l *lexer) field(start int) (token, bool, error) {
	name := string(l.in[start:l.pos])
	for _, r := range name {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '_' {
			return token{}, false, nil
		}
	}
	if name == "" || strings.HasPrefix(string(l.in[l.pos:]), "://") {
		return token{}, false, nil
	}
	if f, ok := schema.Lookup(name); ok {
		l.pos++
		return token{kind: tokenField, text: f.Name, column: start + 1}, true, nil
	}
	return token{}, false, &Error{Column: start + 1, Message: fmt.Sprintf("there is no field %q; expected one of %s (or the text in quotation marks)", name, fieldNames())}
}

func fieldNames() string {
	var names []string
	for _, f := range schema.Fields() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

func operators(word string) (tokenKind, bool) {
	switch word {
	case "AND":
		return tokenAnd, true
	case "OR":
		return tokenOr, true
	case "NOT":
		return tokenNot, true
	}
	return 0, false
}
