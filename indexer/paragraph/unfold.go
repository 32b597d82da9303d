package paragraph

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// A file is folded when all of a document stands in hardly any lines, as texts
// taken out of databases do: no more lines than maxFolded, one of them longer
// than minFolded.
const (
	maxFolded = 3
	minFolded = 250
)

// unfold gives the content of a folded file with lines of its own for what
// stands before the title, for the title, and for each numbered paragraph. Other
// content is given back as it is.
func unfold(c *layout.Content) *layout.Content {
	if len(c.Pages) != 1 || len(c.Pages[0].Lines) > maxFolded {
		return c
	}
	folded := func(l layout.Line) bool {
		return l.W == 0 && l.Y == 0 && !l.Row && l.Heading == 0 && utf8.RuneCountInString(l.Text) > minFolded
	}
	if !slices.ContainsFunc(c.Pages[0].Lines, folded) {
		return c
	}
	title := masthead.Parse(c).Title
	page := c.Pages[0]
	page.Lines = nil
	for _, l := range c.Pages[0].Lines {
		if !folded(l) {
			page.Lines = append(page.Lines, layout.Line{Text: l.Text, Heading: l.Heading, Block: len(page.Lines) + 1})
			continue
		}
		before, found, after := cutTitle(l.Text, title)
		for _, text := range []string{before, found} {
			if text != "" {
				page.Lines = append(page.Lines, layout.Line{Text: text, Block: len(page.Lines) + 1})
			}
		}
		if found != "" {
			page.Lines[len(page.Lines)-1].Heading = 1
		}
		for _, text := range cutNumbers(after) {
			page.Lines = append(page.Lines, layout.Line{Text: text, Block: len(page.Lines) + 1})
		}
	}
	out := *c
	out.Pages = []layout.Page{page}
	return &out
}

// cutTitle cuts a text before and behind the title, where it stands in it.
func cutTitle(text, title string) (before, found, after string) {
	at := strings.Index(text, title)
	if title == "" || at < 0 {
		return "", "", text
	}
	return strings.TrimSpace(text[:at]), title, strings.TrimSpace(text[at+len(title):])
}

var foldedNumber = regexp.MustCompile(`(?:^|[\s。；])(\d{1,3})\s?[.．]\s?[\p{Lu}\p{Han}\p{Arabic}]`)

// cutNumbers cuts a text before the numbers of its paragraphs, which count from
// one; with fewer than two it stays whole.
func cutNumbers(text string) []string {
	next := 1
	var cuts []int
	for _, m := range foldedNumber.FindAllStringSubmatchIndex(text, -1) {
		if v, err := strconv.Atoi(text[m[2]:m[3]]); err == nil && v == next {
			cuts = append(cuts, m[2])
			next++
		}
	}
	if len(cuts) < 2 {
		cuts = nil
	}
	var out []string
	from := 0
	for _, at := range append(cuts, len(text)) {
		if t := strings.TrimSpace(text[from:at]); t != "" {
			out = append(out, t)
		}
		from = at
	}
	return out
}
