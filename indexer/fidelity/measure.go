// Package fidelity measures how much of a document's text comes through the
// readers: against what pdftotext reads of the same file, against text that was
// typeset for the purpose, and against transcripts of real pages. The figures
// stand in docs/fidelity.md; `make fidelity` prints them again.
//
//	s := fidelity.Compare(fidelity.Text(content), reference)
//	fmt.Println(s.Words, s.Pairs)
package fidelity

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"travaux/indexer/layout"
)

// A Score is the agreement of a text with a reference, each figure from 0 to 1.
type Score struct {
	// Words is the F1 of the two bags of tokens.
	Words float64
	// Pairs is the F1 of the two bags of neighbouring tokens: it falls with
	// wrong order and wrong spacing.
	Pairs float64
}

// Text joins the lines of all pages as they come, running heads included.
func Text(c *layout.Content) string {
	var out strings.Builder
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			out.WriteString(l.Text)
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// Compare gives the agreement of a text with a reference.
func Compare(text, reference string) Score {
	got, want := Tokens(text), Tokens(reference)
	return Score{Words: overlap(tally(got), tally(want)), Pairs: overlap(tally(pairs(got)), tally(pairs(want)))}
}

var (
	hyphenAtEnd = regexp.MustCompile(`(\pL)[-\x{2010}\x{ad}][ \t]*\r?\n\s*(\pL)`)
	directions  = regexp.MustCompile(`[\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2069}\x{feff}]`)
)

// Tokens gives the words of a text: what stands between blanks and holds a
// letter or a digit, in NFKC and lower case, without direction marks, with words
// parted at the end of a line joined and every Han character a token of its own.
// Dots that lead to a page number and single signs are no words: poppler parts
// "....." into dots or not as it comes.
func Tokens(text string) []string {
	var out []string
	for word := range strings.FieldsSeq(normal(text)) {
		if strings.ContainsFunc(word, inWord) {
			out = appendHan(out, word)
		}
	}
	return out
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func normal(text string) string {
	text = directions.ReplaceAllString(norm.NFKC.String(text), "")
	return strings.ToLower(hyphenAtEnd.ReplaceAllString(text, "$1$2"))
}

// appendHan adds a word, parted before and behind each Han character in it.
func appendHan(out []string, word string) []string {
	start := 0
	for i, r := range word {
		if !unicode.Is(unicode.Han, r) {
			continue
		}
		if i > start {
			out = append(out, word[start:i])
		}
		start = i + len(string(r))
		out = append(out, word[i:start])
	}
	if start < len(word) {
		out = append(out, word[start:])
	}
	return out
}

func pairs(tokens []string) []string {
	out := make([]string, 0, len(tokens))
	for i := 1; i < len(tokens); i++ {
		out = append(out, tokens[i-1]+" "+tokens[i])
	}
	return out
}

// overlap is the F1 of two bags; two empty ones agree.
func overlap[T comparable](a, b map[T]int) float64 {
	common, total := 0, 0
	for t, n := range a {
		total += n
		common += min(n, b[t])
	}
	for _, n := range b {
		total += n
	}
	if total == 0 {
		return 1
	}
	return 2 * float64(common) / float64(total)
}

// Characters gives the F1 of the characters of the words of a text with
// those of a reference, in their order: twice the longest common subsequence
// over the sum of the lengths. Letters in the wrong order do not count.
func Characters(text, reference string) float64 {
	a, b := letters(text), letters(reference)
	if len(a)+len(b) == 0 {
		return 1
	}
	return 1 - float64(edits(a, b))/float64(len(a)+len(b))
}

func letters(text string) []rune { return []rune(strings.Join(Tokens(text), "")) }

// edits counts the insertions and deletions that make b of a, by the greedy
// algorithm of Myers (An O(ND) difference algorithm, 1986). Texts that have
// little in common are not followed to the end: all of them counts as changed.
func edits(a, b []rune) int {
	const most = 12000
	limit := min(len(a)+len(b), most)
	reach := make([]int, 2*limit+2)
	for d := 0; d <= limit; d++ {
		for k := -d; k <= d; k += 2 {
			at := k + limit
			var x int
			if k == -d || k != d && reach[at-1] < reach[at+1] {
				x = reach[at+1]
			} else {
				x = reach[at-1] + 1
			}
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			reach[at] = x
			if x >= len(a) && x-k >= len(b) {
				return d
			}
		}
	}
	return len(a) + len(b)
}
