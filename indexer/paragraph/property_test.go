package paragraph_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/indexer/paragraph"
	"travaux/search/un"
)

// genText draws lines such as documents have: numbers, labels, titles, words.
var genText = rapid.Custom(func(t *rapid.T) string {
	start := rapid.SampledFrom([]string{"", "1. ", "2. ", "3. ", "12. ", "(a) ", "a) ", "I. ", "A. ", "Annex ", "Annex II", "5 bis. ", "13.2 ", "• ", "1 ", "١ - ", "一. ", "The General Assembly,", "Contents", "Summary", "Table 1 "}).Draw(t, "start")
	n := rapid.IntRange(0, 14).Draw(t, "words")
	words := make([]string, n)
	for i := range words {
		words[i] = rapid.SampledFrom([]string{"oak", "Elm", "water", "the", "trees,", "follow-", "Wood:", "stone.", "дерево", "树木", "شجرة", "(A/79/1)", "2013", "12.", "“so”", "end;"}).Draw(t, "word")
	}
	return strings.TrimSpace(start + strings.Join(words, " "))
})

// genContent draws pages with and without places.
var genContent = rapid.Custom(func(t *rapid.T) *layout.Content {
	c := &layout.Content{}
	isPlaced := rapid.Bool().Draw(t, "placed")
	for i := range rapid.IntRange(0, 4).Draw(t, "pages") {
		p := layout.Page{Number: i + 1}
		y := 150.0
		for j, n := 0, rapid.IntRange(0, 12).Draw(t, "lines"); j < n; j++ {
			l := layout.Line{Text: genText.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold")}
			if isPlaced {
				p.Width, p.Height = 595, 842
				l.X, l.W, l.H, l.Size = float64(rapid.IntRange(60, 300).Draw(t, "x")), float64(rapid.IntRange(10, 400).Draw(t, "w")), 10, 10
				y += float64(rapid.SampledFrom([]int{0, 12, 24, 40}).Draw(t, "dy"))
				l.Y = y
			} else {
				l.Block = rapid.IntRange(0, 5).Draw(t, "block")
				l.Heading = rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "heading")
				l.Row = rapid.IntRange(0, 9).Draw(t, "row") == 0
			}
			p.Lines = append(p.Lines, l)
		}
		c.Pages = append(c.Pages, p)
	}
	return c
})

func TestSplitLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := genContent.Draw(t, "content")
		if hasFurniture(c) {
			return
		}
		passages, _ := paragraph.Split(c, "en")
		checkPassages(t, passages)
		have := map[string]bool{}
		var all strings.Builder // Han words are joined without a blank
		for _, p := range passages {
			all.WriteString(p.Text + " ")
			for _, w := range letters(p.Text) {
				have[w] = true
			}
		}
		for _, page := range c.Pages {
			for _, l := range page.Lines {
				for _, w := range letters(l.Text) {
					if r, _ := utf8.DecodeRuneInString(w); !have[w] && !(unicode.Is(unicode.Han, r) && strings.Contains(all.String(), w)) {
						t.Fatalf("%q of the line %q is in no passage: %q", w, l.Text, outline(passages))
					}
				}
			}
		}
	})
}

// hasFurniture reports whether lines of the content are such as are dropped: a
// contents heading, a line that comes back at a page's edge, a masthead.
func hasFurniture(c *layout.Content) bool {
	seen := map[string]bool{}
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			key := strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return unicode.ToLower(r)
				}
				return -1
			}, l.Text)
			if strings.HasPrefix(key, "contents") || seen[key] {
				return true
			}
			seen[key] = true
		}
	}
	return false
}

// letters gives the runs of letters of a text, apart from those that hyphens
// and line ends may join or labels take.
func letters(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "follow", "a", "I", "A", "bis", "oak", "the", "water", "Elm":
			continue
		}
		out = append(out, w)
	}
	return out
}

type fataler interface{ Fatalf(string, ...any) }

// checkPassages checks what holds of all passages.
func checkPassages(t fataler, passages []un.Passage) {
	seen := map[string]bool{}
	for _, p := range passages {
		if p.Anchor == "" || seen[p.Anchor] {
			t.Fatalf("anchor %q is empty or given twice", p.Anchor)
		}
		seen[p.Anchor] = true
		if p.Text == "" && p.Type != un.Paragraph {
			t.Fatalf("%s has no text", p.Anchor)
		}
		if p.Page < 1 || p.PageEnd < p.Page {
			t.Fatalf("%s: pages %d to %d", p.Anchor, p.Page, p.PageEnd)
		}
		if (p.Type == un.Paragraph) != (p.Number != "") {
			t.Fatalf("%s: type %s, number %q", p.Anchor, p.Type, p.Number)
		}
		for _, r := range p.References {
			if r.Start < 0 || r.End > len(p.Text) || r.Start >= r.End || r.Target == "" {
				t.Fatalf("%s: reference %+v in %d bytes", p.Anchor, r, len(p.Text))
			}
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("1. Trees\n2. Water\nAnnex I\n1. Stone", "en", true)
	f.Add("١ - شجرة\n٢ - ماء", "ar", true)
	f.Add("1．树木\n2．水", "zh", false)
	f.Add("a\tb\nc\td\n____\n1 note", "fr", true)
	f.Add("In favour: Oak, Elm\nAgainst:\tAsh\nthe following draft resolution:\n1/ Note", "en", true)
	f.Fuzz(func(t *testing.T, text, lang string, isPlaced bool) {
		lines := strings.Split(text, "\n")
		passages, _ := paragraph.Split(fuzzContent(lines, isPlaced), lang)
		checkPassages(t, passages)
		paragraph.Corrections(passages)

		marked := make([]string, len(lines))
		for i, l := range lines {
			if dropped(l) {
				return
			}
			marked[i] = l + " " + marker(i)
		}
		passages, _ = paragraph.Split(fuzzContent(marked, isPlaced), lang)
		checkPassages(t, passages)
		for i := range marked {
			n := 0
			for _, p := range passages {
				n += strings.Count(p.Text, marker(i))
			}
			if n != 1 {
				t.Fatalf("line %q stands %d times in the passages %q", marked[i], n, outline(passages))
			}
		}
	})
}

// fuzzContent sets lines on pages of forty, with places that change with their
// lengths, or as blocks. Every third line with places has its first figure
// raised.
func fuzzContent(lines []string, isPlaced bool) *layout.Content {
	c := &layout.Content{}
	p := layout.Page{Number: 1}
	for i, l := range lines {
		line := layout.Line{Text: l}
		if isPlaced {
			line.X, line.Y, line.W, line.H = float64(len(l)%7*10), float64(i%40*12), float64(len(l)*5), 10
			if at := strings.IndexAny(l, "123456789"); at >= 0 && i%3 == 0 {
				line.Raised = []layout.Span{{Start: at, End: at + 1}}
			}
		} else {
			line.Block = i + 1
			line.Row = strings.Contains(l, "\t")
		}
		p.Lines = append(p.Lines, line)
		if i%40 == 39 {
			c.Pages = append(c.Pages, p)
			p = layout.Page{Number: len(c.Pages) + 1}
		}
	}
	c.Pages = append(c.Pages, p)
	return c
}

// marker is a word that no text has, another for each line.
func marker(i int) string {
	w := []byte("qzxj")
	for ; i > 0; i /= 20 {
		w = append(w, "abcdefghiklmnopqrstu"[i%20])
	}
	return string(append(w, 'v'))
}

// dropped reports whether a line may be one of a masthead, of contents or of a
// page's head or foot, which are in no passage.
func dropped(l string) bool {
	return strings.Contains(l, "..") || strings.Contains(l, ". .") || strings.Contains(l, "…") || strings.Contains(l, "qzxj") ||
		masthead.PartOf(strings.Join(strings.Fields(l), " ")) != masthead.NoPart || masthead.IsJobLine(l) || strings.ContainsFunc(l, func(r rune) bool { return !unicode.IsPrint(r) && r != '\t' })
}
