package query

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The bounds of what stands for many words.
const (
	// MinStem is how many letters must stand before the first wildcard.
	MinStem = 3
	// MinFuzzy is how many letters a word needs to be looked for with tolerance.
	MinFuzzy = 4
	// MaxDistance is the largest tolerance: letters changed, added or left out.
	MaxDistance = 2
	// MaxWithin is the largest distance of NEAR, NearDefault that of a NEAR
	// without a number, both in words.
	MaxWithin   = 100
	NearDefault = 10
)

// Exact is a word or phrase as it is written, whatever its case: not stemmed.
type Exact struct {
	Text string
	// Phrase says that it was written in quotation marks.
	Phrase bool
}

// Wildcard is every word that a pattern stands for: * is any letters, ? one.
type Wildcard struct{ Pattern string }

// Fuzzy is every word within a distance of letters.
type Fuzzy struct {
	Text     string
	Distance int
}

// Near is true where its nodes (Word, Phrase, Exact, Wildcard, Fuzzy, or an Or
// of them) stand in one passage, each at most Within words from the one before
// it in the query, in either order.
type Near struct {
	Within int
	Nodes  []Node
}

// String gives the form that parses to it.
func (e Exact) String() string {
	if e.Phrase {
		return `="` + e.Text + `"`
	}
	return "=" + e.Text
}

// String gives the pattern.
func (w Wildcard) String() string { return w.Pattern }

// String gives the word and the distance.
func (f Fuzzy) String() string { return f.Text + "~" + strconv.Itoa(f.Distance) }

// String gives the nodes with NEAR between them.
func (n Near) String() string {
	return joinWithin(n.Nodes, " NEAR/"+strconv.Itoa(n.Within)+" ")
}

func joinWithin(nodes []Node, sep string) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = inParens(n)
	}
	return strings.Join(parts, sep)
}

// nearable reports whether NEAR can tell where a node stands.
func nearable(n Node) bool {
	switch n := n.(type) {
	case Word, Phrase, Exact, Wildcard, Fuzzy:
		return true
	case Or:
		for _, c := range n.Nodes {
			if _, nested := c.(Or); nested || !nearable(c) {
				return false
			}
		}
		return true
	}
	return false
}

// term reads what stands without a blank: a word, or a form that stands for
// other words. The fault says what is wrong with it, empty when nothing is.
func term(text string) (n Node, fault string) {
	if exact, ok := strings.CutPrefix(text, "="); ok && hasWordRune(exact) {
		return Exact{Text: exact}, ""
	}
	if stem, distance, ok := fuzzyForm(text); ok {
		return fuzzyTerm(stem, distance)
	}
	if at := wildcardAt(text); at >= 0 {
		return wildcardTerm(text, at)
	}
	return Word{text}, ""
}

func hasWordRune(s string) bool {
	return strings.IndexFunc(s, isWordRune) >= 0
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// letters counts the letters and digits of a word. Marks and the kashida, which
// an engine may fold away, are none: they narrow nothing down.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if isWordRune(r) && !unicode.IsMark(r) && r != '\u0640' {
			n++
		}
	}
	return n
}

// isUnspaced reports whether a letter is of a script that puts no blanks between
// words, of which the exact form knows single characters only.
func isUnspaced(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana) }

// fuzzyForm cuts word~ or word~n.
func fuzzyForm(text string) (stem, distance string, ok bool) {
	stem, distance, ok = strings.Cut(text, "~")
	return stem, distance, ok && stem != "" && strings.Trim(distance, "0123456789") == ""
}

func fuzzyTerm(stem, distance string) (Node, string) {
	n := 1
	if distance != "" {
		n, _ = strconv.Atoi(distance) // too large is 0 or above the bound
	}
	switch {
	case n < 1 || n > MaxDistance:
		return nil, "the tolerance ~" + distance + " is not answered: expected ~1 or ~2"
	case strings.ContainsFunc(stem, func(r rune) bool { return !isWordRune(r) }):
		return nil, "tolerance is for one word of letters: expected something like recovery~1"
	case strings.ContainsFunc(stem, isUnspaced):
		return nil, "tolerance is for letters, not for Chinese characters: expected the characters alone"
	case letters(stem) < MinFuzzy:
		return nil, "a word with tolerance needs at least 4 letters, or it stands for half the dictionary"
	}
	return Fuzzy{stem, n}, ""
}

// wildcardAt gives where the first wildcard of a word stands, -1 for none: a
// star, or a question mark with a letter behind it (one at the end is a mark of
// punctuation). A symbol with the star of a reissue (A/79/1*) has none.
func wildcardAt(text string) int {
	if strings.Contains(text, "/") {
		return -1
	}
	for i, r := range text {
		if r == '*' {
			return i
		}
		if next, _ := utf8.DecodeRuneInString(text[i+1:]); r == '?' && (isWordRune(next) || next == '*' || next == '?' && hasWordRune(text[i+1:])) {
			return i
		}
	}
	return -1
}

// wildcardTerm reads a pattern. In Chinese, where no blank tells where a word
// ends, all that begins with some characters is those characters.
func wildcardTerm(text string, at int) (Node, string) {
	stem := text[:at]
	unspaced := strings.ContainsFunc(text, isUnspaced)
	switch {
	case !hasWordRune(text):
		return nil, "a wildcard alone stands for every word: expected letters before it; an empty query lists all"
	case at == 0:
		return nil, "a wildcard at the beginning is not answered: expected at least 3 letters before it"
	case strings.ContainsFunc(text, func(r rune) bool { return !isWordRune(r) && r != '*' && r != '?' }):
		return nil, "a wildcard is for one word of letters: expected something like recover*"
	case unspaced && strings.Trim(text[at:], "*") != "":
		return nil, "between Chinese characters a wildcard is not answered: expected one at the end, or NEAR between the two parts"
	case unspaced:
		return Exact{Text: stem}, ""
	case letters(stem) < MinStem:
		return nil, "too few letters before the wildcard: expected at least 3"
	}
	return Wildcard{text}, ""
}
