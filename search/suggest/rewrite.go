package suggest

import (
	"strings"
	"unicode"

	"travaux/search/query"
	"travaux/search/schema"
)

// rewrite gives a tree with each word that a reader may have misspelt put through
// change, which is told whether it is all of its leaf: words of letters in words,
// phrases, exact forms and titles, wherever they stand but under NOT.
func rewrite(n query.Node, negated bool, change func(word string, alone bool) (string, error)) (query.Node, error) {
	all := func(nodes []query.Node) ([]query.Node, error) {
		out := make([]query.Node, len(nodes))
		for i, node := range nodes {
			var err error
			if out[i], err = rewrite(node, negated, change); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch n := n.(type) {
	case query.And:
		nodes, err := all(n.Nodes)
		return query.And{Nodes: nodes}, err
	case query.Or:
		nodes, err := all(n.Nodes)
		return query.Or{Nodes: nodes}, err
	case query.Near:
		nodes, err := all(n.Nodes)
		return query.Near{Within: n.Within, Nodes: nodes}, err
	case query.Not:
		return n, nil
	case query.Field:
		if field, _ := schema.Lookup(n.Name); field.Kind != schema.Text || strings.ContainsAny(n.Value, "*?~=") {
			return n, nil
		}
		text, err := rewriteText(n.Value, false, change)
		n.Quoted = n.Quoted || strings.Contains(text, " ")
		n.Value = text
		return n, err
	}
	return rewriteLeaf(n, change)
}

func rewriteLeaf(n query.Node, change func(word string, alone bool) (string, error)) (query.Node, error) {
	switch n := n.(type) {
	case query.Word:
		text, err := rewriteText(n.Text, true, change)
		if phrase, ok := strings.CutPrefix(text, `"`); ok && text != n.Text {
			return query.Phrase{Text: strings.TrimSuffix(phrase, `"`)}, err
		}
		return query.Word{Text: text}, err
	case query.Phrase:
		text, err := rewriteText(n.Text, false, change)
		return query.Phrase{Text: text}, err
	case query.Exact:
		text, err := rewriteText(n.Text, false, change)
		return query.Exact{Text: text, Phrase: n.Phrase || strings.Contains(text, " ")}, err
	}
	return n, nil
}

// rewriteText changes the words of letters in a text; whole says that the text is
// a leaf of the query. What has digits or slashes is a symbol or a number.
func rewriteText(text string, whole bool, change func(word string, alone bool) (string, error)) (string, error) {
	var out strings.Builder
	for part := range strings.SplitAfterSeq(text, " ") {
		if strings.ContainsAny(part, "/0123456789") {
			out.WriteString(part)
			continue
		}
		for part != "" {
			end := strings.IndexFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
			switch {
			case end < 0:
				end = len(part)
			case end == 0:
				end = strings.IndexFunc(part, unicode.IsLetter)
				if end < 0 {
					end = len(part)
				}
				out.WriteString(part[:end])
				part = part[end:]
				continue
			}
			word, err := change(part[:end], whole && part[:end] == text)
			if err != nil {
				return "", err
			}
			out.WriteString(word)
			part = part[end:]
		}
	}
	return out.String(), nil
}
