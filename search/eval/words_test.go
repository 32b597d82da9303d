package eval_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/eval"
	"travaux/search/query"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"punctuation", "Who paid (in 1963), and why?", []string{"Who", "paid", "in", "1963", "and", "why"}},
		{"operators are words", `wells AND NOT "deep water" year:2011 -roads recover*`, []string{"wells", "AND", "NOT", "deep", "water", "year:2011", "roads", "recover"}},
		{"signs between letters stay", "l’État U.S. A/RES/70/1 anti-corruption", []string{"l’État", "U.S", "A/RES/70/1", "anti-corruption"}},
		{"Chinese by pairs", "联合国大会？", []string{"联合", "合国", "国大", "大会"}},
		{"Chinese with others", "在NFL第 3场", []string{"在", "NFL", "第", "3", "场"}},
		{"nothing", "  ?! — ", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var want query.Node
			if c.want != nil {
				or := query.Or{}
				for _, w := range c.want {
					or.Nodes = append(or.Nodes, query.Word{Text: w})
				}
				want = or
			}
			if diff := cmp.Diff(want, eval.Words(c.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
