package query

import (
	"fmt"
	"strconv"
	"strings"

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
	p := &parser{lex: lexer{in: folded(text)}}
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
	// scope is the field whose parentheses are being read, with its name empty
	// outside of any.
	scope schema.Field
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
	if p.scope.Name != "" && p.scope.Kind != schema.Text {
		switch t.kind {
		case tokenWord, tokenPhrase:
			return p.value(p.scope, t)
		case tokenExact:
			return nil, p.errorf("%s: is compared whole: expected a value without =, as in %s", p.scope.Name, p.scope.Example)
		}
	}
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
		return p.field(t, depth)
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
