package search_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"travaux/search"
)

// rebuilt puts the texts of a comparison together again: the quote, and the part of
// the source that is shown.
func rebuilt(c search.Comparison) (quote, source string) {
	for _, d := range c.Differences {
		switch d.In {
		case search.InQuote:
			quote += d.Text
		case search.InSource:
			source += d.Text
		default:
			quote += d.Text
			if d.Source != "" {
				source += d.Source
			} else {
				source += d.Text
			}
		}
	}
	return quote, source
}

// checkComparison tells what of a comparison cannot be.
func checkComparison(quote, source string, c search.Comparison) string {
	gotQuote, gotSource := rebuilt(c)
	switch {
	case gotQuote != quote:
		return "the differences do not make up the quote: " + gotQuote
	case strings.TrimSpace(gotSource) != "" && !strings.Contains(squeezed(source), squeezed(gotSource)):
		return "the differences do not make up a part of the source: " + gotSource
	case c.Share < 0 || c.Share > 1 || c.Closeness < 0 || c.Closeness > 1:
		return "a share is out of bounds"
	case c.Verbatim && c.Share != 1:
		return "word by word, but not all words"
	case c.Start < 0 || c.End > len(source) || c.Start > c.End:
		return "the part is not of the source"
	}
	return ""
}

// squeezed leaves blanks out: those at the ends of a run may be the quote's.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

func words() *rapid.Generator[[]string] {
	return rapid.SliceOfN(rapid.SampledFrom(strings.Fields("the of States state shall asset assets recovery co-operation cooperation co operation 58/4 États учёт 追回 资产 دولة مُكافحة")), 0, 60)
}

func TestComparisonsAreTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		quote, source := strings.Join(words().Draw(t, "quote"), " "), strings.Join(words().Draw(t, "source"), " ")
		if problem := checkComparison(quote, source, search.Compare(quote, source)); problem != "" {
			t.Fatalf("%q in %q: %s", quote, source, problem)
		}
	})
}

// What stands in a text word by word is found there, wherever and however it is
// written.
func TestVerbatimIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		quote := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("the of States shall asset recovery 58/4 États учёт")), 1, 40).Draw(t, "quote")
		before, behind := words().Draw(t, "before"), words().Draw(t, "behind")
		written := strings.ToUpper(strings.Join(quote, ", "))
		source := strings.Join(slices.Concat(before, []string{written}, behind), " ")
		c := search.Compare(strings.Join(quote, " "), source)
		if c.Share != 1 {
			t.Fatalf("%q in %q: share %v", quote, source, c.Share)
		}
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("", "")
	f.Add("States shall report", "the States shall, where possible, report")
	f.Add(strings.Repeat("of ", 5000), strings.Repeat("of ", 4999))
	f.Add(strings.Repeat("e\u0301\u0301", 100), "e\u0301")
	f.Add("\u0301\u0302", "\u00ad\u200d")
	f.Add("\xff\xfe", "a\xffb")
	f.Add("资产追回", "追回资产")
	f.Fuzz(func(t *testing.T, quote, source string) {
		if len(quote) > 20_000 || len(source) > 20_000 {
			return
		}
		c := search.Compare(quote, source)
		if problem := checkComparison(quote, source, c); problem != "" {
			t.Errorf("%q in %q: %s", quote, source, problem)
		}
		for _, d := range c.Differences {
			if utf8.ValidString(quote) && utf8.ValidString(source) && !utf8.ValidString(d.Text) {
				t.Errorf("%q in %q: a character is cut in two", quote, source)
			}
		}
	})
}
