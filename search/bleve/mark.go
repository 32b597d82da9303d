package bleve

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	t := &analysedText{analyzers: a, language: language, text: text}
	var found []stretch
	query.Walk(tree, func(leaf query.Node, negated bool) {
		if negated {
			return
		}
		for _, o := range t.find(leaf) {
			found = append(found, o.stretch)
		}
	})
	slices.SortFunc(found, func(x, y stretch) int { return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to)) })
	var merged []stretch
	for _, f := range found {
		if n := len(merged); n > 0 && f.from <= merged[n-1].to {
			merged[n-1].to = max(merged[n-1].to, f.to)
			continue
		}
		merged = append(merged, f)
	}
	return merged
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

// windowBytes is about how much of a passage a hit shows, leadBytes how much of
// it stands before the first match.
const (
	windowBytes = 300
	leadBytes   = 80
)

// window cuts a passage to the part with the most matches, at the bounds of
// sentences or words; what is left out is shown by an ellipsis.
func window(found []stretch, text string) []search.Span {
	if len(text) <= windowBytes*4/3 {
		return spans(text, found, stretch{0, len(text)})
	}
	part := densest(found, text)
	out := spans(text, found, part)
	if part.from > 0 {
		out = append([]search.Span{{Text: "… "}}, out...)
	}
	if part.to < len(text) {
		out = append(out, search.Span{Text: " …"})
	}
	return out
}

func densest(found []stretch, text string) stretch {
	best, most := 0, 0
	for i, f := range found {
		n := 0
		for _, g := range found[i:] {
			if g.to > f.from-leadBytes+windowBytes {
				break
			}
			n++
		}
		if n > most {
			best, most = f.from, n
		}
	}
	from := begin(text, max(0, best-leadBytes), best)
	return stretch{from, end(text, from, found)}
}

// begin moves a place forward to where a sentence begins, else a word, without
// passing the match.
func begin(text string, from, match int) int {
	if from == 0 {
		return 0
	}
	lead := text[from:match]
	if i := lastSentence(lead); i >= 0 {
		return from + i
	}
	if i := strings.IndexFunc(lead, unicode.IsSpace); i >= 0 {
		_, size := utf8.DecodeRuneInString(lead[i:])
		return from + i + size
	}
	return wholeRune(text, from)
}

// wholeRune moves a place forward to where a character begins or the text ends.
func wholeRune(text string, at int) int {
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// lastSentence gives where the last sentence of a text begins, -1 when no
// sentence ends in it.
func lastSentence(text string) int {
	last := -1
	for _, mark := range []string{". ", "? ", "! ", "; ", "。", "؟ ", "؛ "} {
		if i := strings.LastIndex(text, mark); i >= 0 {
			last = max(last, i+len(mark))
		}
	}
	return last
}

// end gives where the window that begins at from ends: at the end of a word,
// never within a match.
func end(text string, from int, found []stretch) int {
	to := from + windowBytes
	if to >= len(text) {
		return len(text)
	}
	for _, f := range found {
		if f.from < to && to < f.to {
			return f.to
		}
	}
	if i := strings.LastIndexFunc(text[from:to], unicode.IsSpace); i > windowBytes/2 {
		return from + i
	}
	return wholeRune(text, to)
}
