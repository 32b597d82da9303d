package eval

import (
	"strings"
	"unicode"

	"travaux/search/query"
)

// Words makes the query of a question: its words joined by OR, nil when it has
// none. What would be an operator or a sign in the query language is text. A word
// is what stands between blanks, without the punctuation around it; of Chinese,
// which has no blanks, it is each pair of neighbouring characters.
func Words(question string) query.Node {
	var nodes []query.Node
	for word := range strings.FieldsFuncSeq(question, unicode.IsSpace) {
		for _, part := range splitHan(word) {
			if part = strings.TrimFunc(part, notWord); part != "" {
				nodes = append(nodes, query.Word{Text: part})
			}
		}
	}
	if len(nodes) == 0 {
		return nil
	}
	return query.Or{Nodes: nodes}
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// splitHan cuts a word into its runs of Chinese characters, as overlapping
// pairs, and what stands between them.
func splitHan(word string) []string {
	var parts []string
	var other []rune
	runes := []rune(word)
	for i := 0; i < len(runes); i++ {
		if !unicode.Is(unicode.Han, runes[i]) {
			other = append(other, runes[i])
			continue
		}
		parts, other = append(parts, string(other)), nil
		from := i
		for i+1 < len(runes) && unicode.Is(unicode.Han, runes[i+1]) {
			i++
			parts = append(parts, string(runes[i-1:i+1]))
		}
		if from == i {
			parts = append(parts, string(runes[i]))
		}
	}
	return append(parts, string(other))
}
