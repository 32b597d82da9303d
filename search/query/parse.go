package query

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"travaux/search/schema"
)

// The bounds of a query.
const (
	MaxClauses = 64
	MaxDepth   = 24
)

// Parse reads a query. Words side by side must all be there; AND binds closer
// than OR. It returns nil for an empty text, and an *Error for one that is no
// query. The text's length is for the caller to bound.
func Parse(text string) (Node, error) {
	p := &parser{lex: lexer{in: []rune(text)}}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == tokenEnd {
		return nil, nil
	}
	n, err := p.or(0)
	if err != nil {
		return nil, err
	}
	if p.tok.kind == tokenClose {
		return nil, p.errorf("this parenthesis closes nothing: expected a word, a field or the end")
	}
	return n, nil
}

type parser struct {
	lex     lexer
	tok     token
	clauses int
}

func (p *parser) advance() (err error) {
	p.tok, err = p.lex.next(false)
	return err
}

func (p *parser) errorf(format string, args ...any) error {
	return &Error{Column: p.tok.column, Message: fmt.Sprintf(format, args...)}
}

func (p *parser) or(depth int) (Node, error) {
	if depth > MaxDepth {
		return nil, &Error{Column: p.tok.column, Limit: true, Message: fmt.Sprintf("parentheses are nested too deep: at most %d", MaxDepth)}
	}
	var nodes []Node
	for {
		n, err := p.and(depth)
		if err != nil {
			return nil, err
		}
		if inner, ok := n.(Or); ok {
			nodes = append(nodes, inner.Nodes...)
		} else {
			nodes = append(nodes, n)
		}
		if p.tok.kind != tokenOr {
			break
		}
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	if len(nodes) == 1 {
		return nodes[0], nil
	}
	return Or{nodes}, nil
}

func (p *parser) and(depth int) (Node, error) {
	var nodes []Node
	for {
		n, err := p.not(depth)
		if err != nil {
			return nil, err
		}
		if inner, ok := n.(And); ok {
			nodes = append(nodes, inner.Nodes...)
		} else {
			nodes = append(nodes, n)
		}
		if p.tok.kind == tokenAnd {
			if err := p.advance(); err != nil {
				return nil, err
			}
			continue
		}
		if p.tok.kind == tokenOr || p.tok.kind == tokenClose || p.tok.kind == tokenEnd {
			break
		}
	}
	if len(nodes) == 1 {
		return nodes[0], nil
	}
	return And{nodes}, nil
}

func (p *parser) not(depth int) (Node, error) {
	if depth > MaxDepth {
		return nil, &Error{Column: p.tok.column, Limit: true, Message: fmt.Sprintf("NOT is nested too deep: at most %d", MaxDepth)}
	}
	if p.tok.kind != tokenNot && p.tok.kind != tokenMinus {
		return p.near(depth)
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	n, err := p.not(depth + 1)
	if err != nil {
		return nil, err
	}
	return Not{n}, nil
}

// near reads words and phrases with NEAR between them; it binds closer than all
// other operators.
func (p *parser) near(depth int) (Node, error) {
	first, err := p.primary(depth)
	if err != nil || p.tok.kind != tokenNear {
		return first, err
	}
	out := Near{Nodes: []Node{first}}
	for p.tok.kind == tokenNear {
		operator := p.tok
		within, err := p.within()
		if err != nil {
			return nil, err
		}
		if out.Within != 0 && out.Within != within {
			return nil, p.errorf("NEAR with two distances side by side: expected one distance, or AND between two NEARs")
		}
		out.Within = within
		if err := p.advance(); err != nil {
			return nil, err
		}
		next, err := p.primary(depth)
		if err != nil {
			return nil, err
		}
		if !nearable(next) || !nearable(out.Nodes[len(out.Nodes)-1]) {
			p.tok = operator
			return nil, p.errorf("NEAR stands between words and phrases only: expected one on either side, or several with OR in parentheses")
		}
		out.Nodes = append(out.Nodes, next)
	}
	return out, nil
}

// within reads the number of NEAR/5.
func (p *parser) within() (int, error) {
	if p.tok.text == "" {
		return NearDefault, nil
	}
	n, err := strconv.Atoi(p.tok.text)
	if err != nil || n < 1 || n > MaxWithin || strconv.Itoa(n) != p.tok.text {
		return 0, p.errorf("%q is no distance: expected NEAR/1 to NEAR/%d", p.tok.text, MaxWithin)
	}
	return n, nil
}

func (p *parser) primary(depth int) (Node, error) {
	if p.clauses++; p.clauses > MaxClauses {
		return nil, &Error{Column: p.tok.column, Limit: true, Message: fmt.Sprintf("too many words and fields: at most %d", MaxClauses)}
	}
	t := p.tok
	switch t.kind {
	case tokenWord:
		n, fault := term(t.text)
		if fault != "" {
			return nil, p.errorf("%s", fault)
		}
		return n, p.advance()
	case tokenPhrase, tokenExact:
		return p.quoted(t)
	case tokenField:
		return p.field(t)
	case tokenOpen:
		return p.group(depth)
	case tokenEnd:
		return nil, p.errorf("the query ends here: expected a word, a phrase, a field or a parenthesis")
	case tokenClose:
		return nil, p.errorf("this parenthesis is misplaced: expected a word, a phrase or a field before it")
	}
	return nil, p.errorf("this operator stands alone: expected a word, a phrase or a field")
}

// quoted reads words in quotation marks. What other languages write behind them
// for a distance is not taken for a word.
func (p *parser) quoted(t token) (Node, error) {
	if t.text == "" {
		return nil, p.errorf("the quotation marks are empty: expected words between them")
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if slop, ok := strings.CutPrefix(p.tok.text, "~"); ok && p.tok.kind == tokenWord && p.lex.glued(p.tok) && strings.Trim(slop, "0123456789") == "" {
		return nil, p.errorf("a phrase takes no %s: expected words with NEAR between them, as in asset NEAR/5 recovery", p.tok.text)
	}
	if t.kind == tokenExact {
		return Exact{Text: t.text, Phrase: true}, nil
	}
	return Phrase{t.text}, nil
}

func (p *parser) group(depth int) (Node, error) {
	open := p.tok
	if err := p.advance(); err != nil {
		return nil, err
	}
	n, err := p.or(depth + 1)
	if err != nil {
		return nil, err
	}
	if p.tok.kind != tokenClose {
		p.tok = open
		return nil, p.errorf("this parenthesis is not closed: expected )")
	}
	return n, p.advance()
}

func (p *parser) field(name token) (Node, error) {
	t, err := p.lex.next(true)
	if err != nil {
		return nil, err
	}
	f, _ := schema.Lookup(name.text)
	isValue := t.kind == tokenWord || t.kind == tokenPhrase || t.kind == tokenExact && f.Kind == schema.Text
	if !isValue || t.text == "" || t.column != name.column+len(name.text)+1 {
		return nil, &Error{Column: name.column, Message: fmt.Sprintf("%s: needs a value right after the colon, as in %s", name.text, example(name.text))}
	}
	if t.kind == tokenExact {
		t.text = `="` + t.text + `"`
	}
	node := Field{Name: name.text, Value: t.text, Quoted: t.kind == tokenPhrase && f.Kind == schema.Text}
	if err := checkValue(f, t); err != nil {
		return nil, err
	}
	return node, p.advance()
}

func example(name string) string {
	f, _ := schema.Lookup(name)
	return f.Example
}

func checkValue(f schema.Field, t token) error {
	switch {
	case f.Kind == schema.Text && t.kind == tokenWord:
		if _, fault := term(t.text); fault != "" {
			return &Error{Column: t.column, Message: fault}
		}
	case f.Kind == schema.Year:
		if _, _, err := Years(t.text); err != nil {
			return &Error{Column: t.column, Message: err.Error()}
		}
	case f.Kind == schema.Date:
		if _, _, err := Dates(t.text); err != nil {
			return &Error{Column: t.column, Message: err.Error()}
		}
	case f.Values != nil && !slices.Contains(f.Values, underscored(t.text)):
		return &Error{Column: t.column, Message: fmt.Sprintf("%s: has no value %q; expected one of %s", f.Name, t.text, strings.Join(f.Values, ", "))}
	}
	return nil
}

// underscored gives a value of several words as it is listed: "Good practice" is
// good_practice.
func underscored(value string) string {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(value))
}

// Years reads a year or a range of years, "2013", "2011..2015", "2011..",
// "..2015". An open end is 0 or 9999.
func Years(text string) (from, to int, err error) {
	bad := fmt.Errorf("%q is no year: expected 2013, 2011..2015, 2011.. or ..2015", text)
	a, b, isRange := strings.Cut(text, "..")
	if !isRange {
		b = a
	}
	if a == "" && b == "" {
		return 0, 0, bad
	}
	from, to = 0, 9999
	if a != "" {
		if from, err = year(a); err != nil {
			return 0, 0, bad
		}
	}
	if b != "" {
		if to, err = year(b); err != nil {
			return 0, 0, bad
		}
	}
	if from > to {
		return 0, 0, fmt.Errorf("%q ends before it begins", text)
	}
	return from, to, nil
}

// Dates reads a date or a range of dates, each possibly cut short. A date d is
// in the range when from <= d and d <= to in the order of strings; to covers
// what it was cut from ("2013" covers 2013-12-31).
func Dates(text string) (from, to string, err error) {
	a, b, isRange := strings.Cut(text, "..")
	if !isRange {
		b = a
	}
	if !isDate(a) || !isDate(b) || a == "" && b == "" {
		return "", "", fmt.Errorf("%q is no date: expected 2013-11-25, 2013-11, or a range such as 2013-11-25..2014", text)
	}
	to = "9999"
	if b != "" {
		to = b + "~" // after every longer date that begins so
	}
	if a > to {
		return "", "", fmt.Errorf("%q ends before it begins", text)
	}
	return a, to, nil
}

// year reads a year of four digits.
func year(text string) (int, error) {
	t, err := time.Parse("2006", text)
	return t.Year(), err
}

// isDate accepts an ISO 8601 date, possibly cut short or empty.
func isDate(s string) bool {
	const form = time.DateOnly
	switch len(s) {
	case 0:
		return true
	case len("2006"), len("2006-01"), len(form):
		_, err := time.Parse(form[:len(s)], s)
		return err == nil
	}
	return false
}
