package enginetest

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/search"
)

// longParagraphsAreCut puts a word at every depth of long texts of all lengths
// and expects a part of the text, whole characters only, with the word marked.
func longParagraphsAreCut(t *testing.T, m Maker) {
	const longest = 900 // bytes that may be shown of one paragraph
	for _, test := range []struct{ language, word, filler, joint string }{
		{"en", "theft", "cooperation", " "},
		{"en", "theft", "supercalifragilisticexpialidocious-cooperation", "-"},
		{"ru", "хищение", "сотрудничество", " "},
		{"zh", "盗窃", "国际合作", ""},
		{"ar", "سرقة", "التعاون", " "},
	} {
		d := doc("A/79/1").in(test.language)
		for before := range 12 {
			for after := range 5 {
				words := append(repeated(test.filler, before*6), test.word)
				d.says(strings.Join(append(words, repeated(test.filler, after*9)...), test.joint) + ".")
			}
		}
		e := published(t, m, d.made())
		a := answer(t, e, plan(t, search.Paragraphs, test.word))
		if a.Total.Value != 60 {
			t.Errorf("%s: %d paragraphs are found, want 60", test.language, a.Total.Value)
		}
		for _, h := range a.Hits {
			if problem := wrong(h.Paragraphs[0], d.r.Passages[at(h.Paragraphs[0].Number)].Text, longest); problem != "" {
				t.Errorf("%s %s: %s", test.language, h.Paragraphs[0].Number, problem)
			}
		}
	}
}

func repeated(word string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = word
	}
	return out
}

func at(number string) int {
	var n int
	if _, err := fmt.Sscan(number, &n); err != nil {
		panic(err) // the suite numbers its paragraphs
	}
	return n - 1
}

// wrong tells what is wrong with a paragraph cut from a text.
func wrong(p search.Paragraph, text string, longest int) string {
	marked, length := false, 0
	for _, s := range p.Spans {
		marked = marked || s.Match
	}
	rest := text
	for _, quoted := range fragments(p.Spans) {
		length += len(quoted)
		before, behind, ok := strings.Cut(rest, quoted)
		switch {
		case !utf8.ValidString(quoted):
			return "a character is cut in two"
		case !ok:
			return "what is shown is not in the text: " + quoted
		case rest == text && before != "" && !p.Spans[0].Gap:
			return "it is not said that there is more before: " + quoted
		}
		rest = behind
	}
	switch {
	case !marked:
		return "nothing is marked"
	case rest != "" && !p.Spans[len(p.Spans)-1].Gap:
		return "it is not said that there is more behind"
	case length > longest:
		return fmt.Sprintf("%d bytes are shown", length)
	}
	return ""
}

// fragments gives what is shown between gaps.
func fragments(spans []search.Span) []string {
	var out []string
	gap := true
	for _, s := range spans {
		switch {
		case s.Gap:
			gap = true
			continue
		case gap:
			out = append(out, "")
		}
		gap = false
		out[len(out)-1] += s.Text
	}
	return out
}
