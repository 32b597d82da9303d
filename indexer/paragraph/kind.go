package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/catalogue"
	"travaux/search/un"
)

// kinds tells what passages do, in one language.
type kinds struct {
	cues     *cues
	headings map[string][]headingCue
}

func newKinds(lang string) *kinds {
	return &kinds{cues: cuesOf(lang), headings: map[string][]headingCue{}}
}

// of tells what a passage does. The heading above it decides first, the nearest
// before the others; then the phrases of its language. Headings, footnotes and
// tables have no kind, nor have preambles and passages that only point at a
// table. named are the States named in the text, which may be those who speak.
func (k *kinds) of(p un.Passage, named []catalogue.StateFound) []un.KindMark {
	switch p.Type {
	case un.HeadingPassage, un.Footnote, un.Table:
		return nil
	}
	c := k.cues
	if c == nil {
		return nil
	}
	v := newVoice(c, p.Text, named)
	if p.Number == "" && c.preamble.MatchString(v.text) || c.points(v.text) {
		return nil
	}
	marks := k.byHeading(p, v)
	for i := range c.phrases {
		cue := &c.phrases[i]
		if from, to, ok := cue.find(v); ok {
			mark := un.KindMark{Value: cue.kind, Cue: wholeWords(p.Text, from, to)}
			switch {
			case cue.operative:
				mark.By = byBody
			case cue.told:
				mark.By = v.speaks(from, from)
			case !cue.unsaid:
				mark.By = v.speaks(from, to)
			}
			marks = addMark(marks, mark)
		}
	}
	return marks
}

// points reports whether a text is a single sentence that points elsewhere.
func (c *cues) points(text string) bool {
	return c.pointer != nil && len(text) < 250 && c.pointer.MatchString(text)
}

// find gives the first place where the cue decides, sentence by sentence.
func (c *cue) find(v *voice) (from, to int, ok bool) {
	if c.near != nil && !c.near.MatchString(v.text) {
		return 0, 0, false
	}
	for _, s := range v.sentences {
		if c.near != nil && !c.near.MatchString(v.text[s.from:s.to]) {
			continue
		}
		if m := c.words.FindStringIndex(v.text[s.from:s.to]); m != nil {
			from, to = s.from+m[0], s.from+m[1]
			if c.decides(v.text, s, from, to) {
				return from, to, true
			}
		}
		if c.operative {
			break
		}
	}
	return 0, 0, false
}

// decides reports whether nothing in the sentence speaks against the cue.
func (c *cue) decides(text string, s span, from, to int) bool {
	if c.unquoted && quoted(text, (from+to)/2) {
		return false
	}
	return c.not == nil || !c.not.MatchString(text[s.from:clipRune(text, min(s.to, to+80))])
}

// clipRune moves a place back to the beginning of its letter.
func clipRune(text string, i int) int {
	for i < len(text) && i > 0 && text[i]&0xC0 == 0x80 {
		i--
	}
	return i
}

// byHeading gives the marks of the nearest heading that has any for the passage.
func (k *kinds) byHeading(p un.Passage, v *voice) []un.KindMark {
	for i := len(p.Headings) - 1; i >= 0; i-- {
		var marks []un.KindMark
		for _, h := range k.heading(p.Headings[i].Text) {
			if h.counts(v.text) {
				marks = addMark(marks, un.KindMark{Value: h.kind, Cue: p.Headings[i].Text})
			}
		}
		if len(marks) == 0 {
			continue
		}
		by := v.author()
		for j := range marks {
			marks[j].By = by
		}
		return marks
	}
	return nil
}

// counts reports whether the heading counts for a passage below it.
func (h headingCue) counts(text string) bool {
	return (h.item == nil || h.item.MatchString(text)) && (h.not == nil || !h.not.MatchString(text))
}

// longHeading is from how many bytes on a heading is about so much that what it
// names beside other things tells nothing of what stands below: "Opening remarks,
// with an overview of the opportunities and challenges of ...".
const longHeading = 120

// heading gives the cues that a heading answers to.
func (k *kinds) heading(text string) []headingCue {
	found, seen := k.headings[text]
	if !seen && len(text) < longHeading {
		lower := small(text)
		for _, h := range k.cues.headings {
			if h.words.MatchString(lower) {
				found = append(found, h)
			}
		}
		k.headings[text] = found
	}
	return found
}

// wholeWords gives the words of text[from:to]: without what the pattern matched
// around them and without the first letter or two of a word that only had to
// follow; a word of which more was matched is given whole.
func wholeWords(text string, from, to int) string {
	rest := text[to:]
	n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) || unicode.Is(unicode.Han, r) })
	if n < 0 {
		n = len(rest)
	}
	if n > 0 {
		last := strings.LastIndexFunc(text[from:to], func(r rune) bool { return !unicode.IsLetter(r) })
		if last > 0 && utf8.RuneCountInString(text[from+last:to]) <= 3 {
			to = from + last
		} else if last := text[:to]; endsInWord(last) {
			to += n
		}
	}
	return strings.TrimFunc(text[from:to], func(r rune) bool { return !unicode.IsLetter(r) })
}

// endsInWord reports whether a text ends with a letter of a script with words.
func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r)
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

// quoted reports whether the byte at i stands between quotation marks.
func quoted(text string, i int) bool {
	open := strings.Count(text[:i], "“") + strings.Count(text[:i], "«") + strings.Count(text[:i], "「")
	shut := strings.Count(text[:i], "”") + strings.Count(text[:i], "»") + strings.Count(text[:i], "」")
	return open > shut || strings.Count(text[:i], `"`)%2 == 1
}
