package query

import (
	"fmt"
	"slices"
	"strings"

	"travaux/search/schema"
)

// field reads what stands behind a field's name: a value, or several in
// parentheses, each of which is then asked for in the field.
func (p *parser) field(name token, depth int) (Node, error) {
	f, _ := schema.Lookup(name.text)
	if p.scope.Name != "" {
		return nil, p.errorf("a field within the parentheses of %s: expected words, or ) before it", p.scope.Name)
	}
	t, err := p.lex.next(true)
	if err != nil {
		return nil, err
	}
	glued := t.column == name.column+len(name.text)+1
	isValue := t.kind == tokenWord || t.kind == tokenPhrase || t.kind == tokenExact && f.Kind == schema.Text
	switch {
	case glued && t.kind == tokenOpen:
		return p.values(f, t, depth)
	case !glued || !isValue || t.text == "":
		return nil, &Error{Column: name.column, Message: fmt.Sprintf("%s: needs a value right after the colon, as in %s", f.Name, f.Example)}
	}
	return p.value(f, t)
}

// value makes a field's node of one value.
func (p *parser) value(f schema.Field, t token) (Node, error) {
	if t.text == "" {
		p.tok = t
		return nil, p.errorf("the quotation marks are empty: expected a value between them")
	}
	if err := checkValue(f, t); err != nil {
		return nil, err
	}
	if t.kind == tokenExact {
		t.text = `="` + t.text + `"`
	}
	return Field{Name: f.Name, Value: t.text, Quoted: t.kind == tokenPhrase && f.Kind == schema.Text}, p.advance()
}

// values reads the parentheses behind a field's name.
func (p *parser) values(f schema.Field, open token, depth int) (Node, error) {
	p.tok, p.scope = open, f
	n, err := p.group(depth)
	p.scope = schema.Field{}
	if err != nil || f.Kind != schema.Text {
		return n, err
	}
	return within(f.Name, n), nil
}

// within puts the words of a tree into a field of text.
func within(name string, n Node) Node {
	switch n := n.(type) {
	case And:
		return And{allWithin(name, n.Nodes)}
	case Or:
		return Or{allWithin(name, n.Nodes)}
	case Not:
		return Not{within(name, n.Node)}
	case Phrase:
		return Field{Name: name, Value: n.Text, Quoted: true}
	case Near:
		return Field{Name: name, Value: "(" + n.String() + ")"}
	}
	return Field{Name: name, Value: n.String()}
}

func allWithin(name string, nodes []Node) []Node {
	out := make([]Node, len(nodes))
	for i, n := range nodes {
		out[i] = within(name, n)
	}
	return out
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

// TextOf gives what a field of text asks for in the title: a Phrase, a Word, a
// Near, or a form that stands for other words.
func TextOf(f Field) Node {
	if f.Quoted {
		return Phrase{f.Value}
	}
	if inner, ok := strings.CutPrefix(f.Value, "("); ok {
		if n, err := Parse(strings.TrimSuffix(inner, ")")); err == nil && n != nil {
			return n
		}
	}
	if inner, ok := strings.CutPrefix(f.Value, `="`); ok {
		return Exact{Text: strings.TrimSuffix(inner, `"`), Phrase: true}
	}
	if n, fault := term(f.Value); fault == "" {
		return n
	}
	return Word{f.Value}
}
