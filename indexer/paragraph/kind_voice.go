package paragraph

import (
	"regexp"
	"unicode/utf8"

	"travaux/search/catalogue"
)

// Who speaks.
const (
	byBody    = "body"
	bySpeaker = "speaker"
	byState   = "state"
)

// voice tells who speaks in a text.
type voice struct {
	cues  *cues
	text  string // in small letters
	named []catalogue.StateFound
	// sentences part the text, clauses between semicolons too.
	sentences []span
}

// span is text[from:to].
type span struct{ from, to int }

func newVoice(c *cues, text string, named []catalogue.StateFound) *voice {
	v := &voice{cues: c, text: small(text), named: named}
	v.sentences = sentencesOf(v.text)
	return v
}

// sentencesOf parts a text at full stops, semicolons and line ends. A point
// ends a sentence where a blank follows, so that "2.5" and "A.1" stay whole.
func sentencesOf(text string) []span {
	var out []span
	from := 0
	for i, r := range text {
		switch r {
		case ';', '\n', '。', '；', '؛', '!', '?', '؟', '？':
		case '.':
			if i+1 < len(text) && text[i+1] != ' ' && text[i+1] != '\n' {
				continue
			}
		default:
			continue
		}
		to := i + utf8.RuneLen(r)
		if to-from > 1 {
			out = append(out, span{from, to})
		}
		from = to
	}
	if from < len(text) {
		out = append(out, span{from, len(text)})
	}
	return out
}

// stateInBrackets is how an item of a list of recommendations names the States
// that made it.
var stateInBrackets = regexp.MustCompile(`[(（]\s?\p{L}[\p{L}'’ ,;()-]{2,300}\s?[)）]\s*[;.；。،؛,]?\s*$`)

// author tells who speaks in the whole text: the States in brackets at its end,
// else who is named first.
func (v *voice) author() string {
	if v.signed() {
		return byState
	}
	return v.first(0, len(v.text))
}

// signed reports whether a State stands in brackets at the end of the text.
func (v *voice) signed() bool {
	if len(v.named) == 0 {
		return false
	}
	last := v.named[len(v.named)-1]
	return last.End+24 > len(v.text) && stateInBrackets.MatchString(lastBytes(v.text, 320))
}

// speaks tells who speaks in text[from:to]: who is named in the sentence, up to
// the cue; else whoever the text begins with, to whom "it" and "she" refer.
func (v *voice) speaks(from, to int) string {
	s := v.sentences[0]
	for _, in := range v.sentences {
		if in.from <= from && from < in.to {
			s = in
		}
	}
	if v.cues.verbFirst {
		to = clipRune(v.text, min(s.to, to+60))
	}
	if by := v.first(s.from, to); by != "" {
		return by
	}
	if v.signed() {
		return byState
	}
	if s.from == 0 {
		return ""
	}
	return v.first(0, v.sentences[0].to)
}

// first gives the one who is named first in text[from:to].
func (v *voice) first(from, to int) string {
	by, at := "", to-from
	for _, form := range []struct {
		by    string
		words *pattern
	}{{bySpeaker, v.cues.speaker}, {byBody, v.cues.body}, {byState, v.cues.state}} {
		if m := form.words.FindStringIndex(v.text[from:to]); m != nil && m[0] < at {
			by, at = form.by, m[0]
		}
	}
	for _, f := range v.named {
		if f.Start >= from && f.Start-from < at && f.End <= to {
			return byState
		}
	}
	return by
}

// lastBytes gives the last n bytes of a text, from a whole rune on.
func lastBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	i := len(s) - n
	for i < len(s) && s[i]&0xC0 == 0x80 {
		i++
	}
	return s[i:]
}
