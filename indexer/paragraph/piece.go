package paragraph

import (
	"strings"
	"unicode/utf8"

	"travaux/search/un"
)

// limit is how many characters a passage may have where it can be cut at a
// sensible place.
const limit = 3000

// nextPart names the next piece of a paragraph that was cut because it is long.
func (b *builder) nextPart() string {
	b.pieces++
	return "part-" + itoa(b.pieces)
}

// addPiece goes on with a long paragraph in a passage of its own, whose anchor is
// that of the paragraph and the name of the piece.
func (b *builder) addPiece(name, text string, bl block) {
	anchor := ""
	if b.base != "" {
		anchor = b.anchors.take(joinAnchor(b.base, name))
	} else {
		anchor = b.anchors.next("block")
	}
	typ := b.out[b.open].Type
	if typ == un.Paragraph {
		typ = un.Text
	}
	b.put(un.Passage{Anchor: anchor, Type: typ, Text: text}, bl)
	b.open = len(b.out) - 1
}

// cut parts the open passage where it is longer than the limit, at the end of a
// sentence.
func (b *builder) cut() {
	for {
		p := &b.out[b.open]
		if utf8.RuneCountInString(p.Text) <= limit+limit/5 || b.open != len(b.out)-1 {
			return
		}
		at := sentenceEnd(p.Text, limit)
		if at <= 0 {
			return
		}
		tail := strings.TrimSpace(p.Text[at:])
		p.Text = strings.TrimSpace(p.Text[:at])
		end := p.PageEnd
		b.addPiece(b.nextPart(), tail, block{lines: []line{{page: end}}})
		b.out[b.open].Page = b.out[b.open-1].Page
	}
}

// sentenceEnd gives the byte after the last end of a line, else of a sentence,
// within the first n characters; 0: none in the second half.
func sentenceEnd(text string, n int) int {
	sentence, count, prev := 0, 0, ' '
	newline := 0
	for i, r := range text {
		if count++; count > n {
			break
		}
		if count > n/2 {
			switch {
			case r == '\n':
				newline = i
			case r == ' ' && strings.ContainsRune(".;?!؟؛", prev):
				sentence = i
			case strings.ContainsRune("。；！？", prev):
				sentence = i
			}
		}
		prev = r
	}
	if newline > 0 {
		return newline
	}
	return sentence
}
