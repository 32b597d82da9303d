package search

import (
	"travaux/search/query"
	"travaux/search/un"
)

// besideResolution is how many words may stand between the word "resolution" and
// its number: "In its resolutions 58/4 of 31 October 2003 and 59/155".
const besideResolution = 12

// mention finds the document of a match key, and the texts that name it: by its
// symbol, or a resolution in words of their own ("its resolution 58/4").
func mention(key, canonical string) asked {
	texts := []query.Node{query.Phrase{Text: canonical}, query.Field{Name: "cites", Value: canonical}}
	if number := resolutionNumber(canonical); number != "" {
		texts = append(texts, query.Near{Within: besideResolution, Nodes: []query.Node{wordResolution(), query.Phrase{Text: number}}})
	}
	return asked{
		tree: query.Or{Nodes: texts}, exact: key, name: canonical, made: true,
		interpreted: "the document " + canonical + " and the texts that name it",
	}
}

// wordResolution is the word in the six languages; French has the English one
// but for an accent.
func wordResolution() query.Node {
	var words []query.Node
	for _, word := range []string{"resolution", "résolution", "resolución", "резолюция", "قرار", "القرار", "决议"} {
		words = append(words, query.Word{Text: word})
	}
	return query.Or{Nodes: words}
}

// resolutionNumber is how texts write the number of a resolution behind the
// word: "58/4" for A/RES/58/4, "1325 (2000)" for S/RES/1325(2000). It is empty for
// what is none, and for a number alone, which every body has.
func resolutionNumber(canonical string) string {
	s, err := un.ParseSymbol(canonical)
	switch {
	case err != nil || s.Nature != "RES" || len(s.Modifiers) > 0 || s.Session == "":
		return ""
	case s.Body == "S" || s.Session[0] > '9':
		return s.Number + " (" + s.Session + ")"
	}
	return s.Session + "/" + s.Number
}
