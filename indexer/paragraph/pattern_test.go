package paragraph_test

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/paragraph"
)

// expressions have what is hard about automata: bounds of words, beginnings and
// ends, far repetitions, classes of letters, empty matches.
var expressions = []string{
	`^(?:also )?requests`, `(?:^|[^\p{L}])(?:urge[sd]?)(?:[^\p{L}]|$)`, `\bab\b|\Bcd`, `a{2,7}b`, `a.{4,9}b$`,
	`[^.;]{0,60}?law`, `(?i)straße|k`, `x*`, `^$`, `a$|^b`, `(?m)^two$`, `(?s)a.b`, `п\p{L}{2,3}т`, `第\s?[0-9]{1,5}条`, `\z`, `(?:a|b|ab)(?:c|bcd)\b`,
}

func TestPattern(t *testing.T) {
	for _, text := range []string{
		"", "also requests", "He requests", "urged", "États urges, ", "ab", "abcd", "xab", "aaab", "ab aaaaaaaab", "a12345b", "a12b",
		"the law", "STRASSE STRAßE", "\u212a", "b", "one\ntwo\nthree", "a\nb", "пакт", "第 12条", "abcd e", "bad \xff utf", "\xffa",
	} {
		for _, expr := range expressions {
			checkPattern(t, expr, text)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add(`\ba{1,5}b$`, "aaab")
	f.Add(`^[^a]|b\b`, "cab é")
	f.Fuzz(func(t *testing.T, expr, text string) {
		if len(expr) > 60 {
			return
		}
		if _, err := regexp.Compile(expr); err != nil {
			return
		}
		checkPattern(t, expr, text)
	})
}

// checkPattern compares a pattern with regexp, twice: the second time it goes by
// states that are made.
func checkPattern(t *testing.T, expr, text string) {
	t.Helper()
	want, got := regexp.MustCompile(expr), paragraph.PatternOf(expr)
	for range 2 {
		if w, g := want.MatchString(text), got.MatchString(text); w != g {
			t.Fatalf("%q matches %q: %v, want %v", expr, text, g, w)
		}
		if diff := cmp.Diff(want.FindAllStringSubmatchIndex(text, -1), got.FindAllStringSubmatchIndex(text, -1)); diff != "" {
			t.Fatalf("%q in %q: %s", expr, text, diff)
		}
	}
}
