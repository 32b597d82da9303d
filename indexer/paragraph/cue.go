package paragraph

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

// cue is a phrase that decides a kind. Its patterns are held against the text
// in small letters.
type cue struct {
	kind un.Kind
	// near are words without one of which a sentence is not tried; nil: always
	// try.
	near  *pattern
	words *pattern
	// not is what must not stand in the sentence, from its start to the end of
	// the clause behind the cue; nil: nothing is in the way.
	not *pattern
	// unquoted: inside a quotation it decides nothing.
	unquoted bool
	// operative: only a body writes so.
	operative bool
	// told: it begins with the one who is told; who speaks stands before it.
	told bool
	// unsaid: it does not say who speaks ("States are invited to").
	unsaid bool
}

// headingCue is a heading that gives a kind to what stands below it.
type headingCue struct {
	kind  un.Kind
	words *pattern
	// item is how a passage below must look for the heading to count; nil: any.
	item *pattern
	// not is what no passage says that does what the heading tells; nil: nothing.
	not *pattern
}

// cues are the patterns of one language, over text in small letters.
type cues struct {
	headings []headingCue
	phrases  []cue
	// speaker, body and state name who speaks.
	speaker, body, state *pattern
	preamble             *pattern
	// verbFirst: the one who speaks stands behind the verb.
	verbFirst bool
	// pointer is a sentence that only points at a table, a list or a report;
	// a passage that is nothing else has no kind.
	pointer *pattern
}

// cuesOf gives the patterns of a language, nil for others than the six.
func cuesOf(lang string) *cues {
	switch lang {
	case "en":
		return &english
	case "fr":
		return &french
	case "es":
		return &spanish
	case "ru":
		return &russian
	case "ar":
		return &arabic
	case "zh":
		return &chinese
	}
	return nil
}

// word compiles a pattern that stands between two bounds of words.
func word(expr string) *pattern {
	return patternOf(`(?:^|[^\p{L}])(?:` + expr + `)(?:[^\p{L}]|$)`)
}

// stem compiles a pattern that stands at the beginning of a word.
func stem(expr string) *pattern {
	return patternOf(`(?:^|[^\p{L}])(?:` + expr + `)`)
}

// anywhere compiles a pattern for scripts whose words have no bounds, or carry
// prefixes.
func anywhere(expr string) *pattern { return patternOf(expr) }

// anyOf compiles words of which one must stand in a text, written "a|b".
func anyOf(words string) *pattern {
	return patternOf(strings.ReplaceAll(regexp.QuoteMeta(words), `\|`, "|"))
}

// opening compiles a pattern for the first words of an operative paragraph.
func opening(expr string) *pattern {
	return patternOf(`^[\s•–—-]*(?:` + expr + `)(?:[^\p{L}]|$)`)
}

// small gives a text in small letters, each letter in as many bytes as before,
// so that places are the same in both.
func small(s string) string {
	return strings.Map(func(r rune) rune {
		if l := unicode.ToLower(r); utf8.RuneLen(l) == utf8.RuneLen(r) {
			return l
		}
		return r
	}, s)
}
