package bleve

import (
	"cmp"
	"slices"

	"travaux/search"
	"travaux/search/query"
)

// stretch is the bytes [from, to) of a text.
type stretch struct{ from, to int }

// Mark implements search.Engine.
func (e *Engine) Mark(tree query.Node, language, text string) []search.Span {
	found := e.analyzers.mark(tree, language, text)
	if len(found) == 0 {
		return nil
	}
	return spans(text, found, stretch{0, len(text)})
}

// mark gives the stretches of a text that match words and phrases of a query,
// in order, none touching another. What the query excludes is not marked.
func (a *Analyzers) mark(tree query.Node, language, text string) []stretch {
	t := &analysedText{analyzers: a, ask: a.Ask, language: language, text: text, room: &tokenRoom{}}
	return merged(t.markings(tree))
}

// marking is a stretch with the part of the query that it matches, by number.
type marking struct {
	stretch
	part int
}

// markings gives the stretches of a text that match, by where they begin.
func (t *analysedText) markings(tree query.Node) []marking {
	var found []marking
	part := 0
	query.Walk(tree, func(leaf query.Node, negated bool) {
		if negated {
			return
		}
		for _, o := range t.find(leaf) {
			found = append(found, marking{o.stretch, part})
		}
		part++
	})
	sortMarkings(found)
	return found
}

func sortMarkings(found []marking) {
	slices.SortFunc(found, func(x, y marking) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to)) })
}

// merged puts markings together that touch.
func merged(found []marking) []stretch {
	var out []stretch
	for _, f := range found {
		if n := len(out); n > 0 && f.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, f.to)
			continue
		}
		out = append(out, f.stretch)
	}
	return out
}

// spans cuts a part of a text at the matches.
func spans(text string, found []stretch, part stretch) []search.Span {
	var out []search.Span
	add := func(from, to int, match bool) {
		if from < to {
			out = append(out, search.Span{Text: text[from:to], Match: match})
		}
	}
	at := part.from
	for _, f := range found {
		if f.from < part.from || f.to > part.to {
			continue
		}
		add(at, f.from, false)
		add(f.from, f.to, true)
		at = f.to
	}
	add(at, part.to, false)
	return out
}
