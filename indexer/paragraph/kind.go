package paragraph

import (
	"regexp"
	"strings"
	"unicode"

	"travaux/search/un"
)

// Who speaks.
const (
	byBody    = "body"
	bySpeaker = "speaker"
	byState   = "state"
)

// kinds tells what passages do, in one language.
type kinds struct {
	cues     *cues
	headings map[string][]un.KindMark
}

func newKinds(lang string) *kinds {
	return &kinds{cues: cuesOf(lang), headings: map[string][]un.KindMark{}}
}

// of tells what a passage does. The heading above it decides first, the nearest
// before the others; then the phrases of its language. Headings, footnotes and
// tables have no kind, preambles are neither decisions nor requests.
func (k *kinds) of(p un.Passage) []un.KindMark {
	switch p.Type {
	case un.HeadingPassage, un.Footnote, un.Table:
		return nil
	}
	c := k.cues
	if c == nil || p.Number == "" && c.preamble.MatchString(p.Text) {
		return nil
	}
	marks := k.byHeading(p)
	lower := strings.ToLower(p.Text)
	for _, cue := range c.phrases {
		if !containsAny(lower, cue.near) {
			continue
		}
		m := cue.words.FindStringIndex(p.Text)
		if m == nil || cue.unquoted && quoted(p.Text, (m[0]+m[1])/2) {
			continue
		}
		mark := un.KindMark{Value: cue.kind, Cue: trimCue(p.Text[m[0]:m[1]])}
		mark.By = c.speaks(sentenceAt(p.Text, m[0], m[1]))
		if cue.operative {
			mark.By = byBody
		}
		marks = addMark(marks, mark)
	}
	return marks
}

// byHeading gives the marks of the nearest heading that has any.
func (k *kinds) byHeading(p un.Passage) []un.KindMark {
	for i := len(p.Headings) - 1; i >= 0; i-- {
		text := p.Headings[i].Text
		found, seen := k.headings[text]
		if !seen {
			for _, cue := range k.cues.headings {
				if cue.words.MatchString(text) {
					found = addMark(found, un.KindMark{Value: cue.kind, Cue: text})
				}
			}
			k.headings[text] = found
		}
		if len(found) == 0 {
			continue
		}
		marks := append([]un.KindMark(nil), found...)
		by := byState
		if !stateInBrackets.MatchString(lastBytes(p.Text, 150)) {
			by = k.cues.speaks(p.Text)
		}
		for j := range marks {
			marks[j].By = by
		}
		return marks
	}
	return nil
}

// lastBytes gives the last n bytes of a text, from a whole rune on.
func lastBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[len(s)-n:], "")
}

// trimCue takes away what the pattern matched around its words.
func trimCue(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// containsAny reports whether text holds one of the words, written "a|b"; an
// empty list asks for nothing.
func containsAny(text, words string) bool {
	if words == "" {
		return true
	}
	for w := range strings.SplitSeq(words, "|") {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// addMark adds a mark unless the kind is marked already.
func addMark(marks []un.KindMark, m un.KindMark) []un.KindMark {
	for _, have := range marks {
		if have.Value == m.Value {
			return marks
		}
	}
	return append(marks, m)
}

// stateInBrackets is how an item of a list of recommendations names the State
// that made it.
var stateInBrackets = regexp.MustCompile(`[(（]\s?\p{Lu}[\p{L}'’ ,-]{3,80}\s?[)）]\s*[;.；。]?$`)

// speaks tells who speaks in a text: a body, a speaker, a State.
func (c *cues) speaks(text string) string {
	switch {
	case c.speaker.MatchString(text):
		return bySpeaker
	case c.body.MatchString(text):
		return byBody
	case c.state.MatchString(text):
		return byState
	}
	return ""
}

// quoted reports whether the byte at i stands between quotation marks.
func quoted(text string, i int) bool {
	open := strings.Count(text[:i], "“") + strings.Count(text[:i], "«")
	shut := strings.Count(text[:i], "”") + strings.Count(text[:i], "»")
	return open > shut || strings.Count(text[:i], `"`)%2 == 1
}

// sentenceAt gives the sentence that holds text[from:to].
func sentenceAt(text string, from, to int) string {
	start := strings.LastIndexAny(text[:from], ".;\n。；؛") + 1
	for start < from && text[start]&0xC0 == 0x80 {
		start++
	}
	if i := strings.IndexAny(text[to:], ".;\n。；؛"); i >= 0 {
		return text[start : to+i]
	}
	return text[start:]
}
