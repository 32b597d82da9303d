package search_test

import (
	"strings"
	"testing"

	"travaux/search"
)

// compared writes a comparison: what only the quote has in [-…-], what only the
// source has in {+…+}.
func compared(c search.Comparison) string {
	var out strings.Builder
	for _, d := range c.Differences {
		switch d.In {
		case search.InQuote:
			out.WriteString("[-" + strings.TrimSpace(d.Text) + "-] ")
		case search.InSource:
			out.WriteString("{+" + strings.TrimSpace(d.Text) + "+} ")
		default:
			out.WriteString(strings.TrimSpace(d.Text) + " ")
		}
	}
	return strings.TrimSpace(out.String())
}

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name, quote, source, want string
		share                     float64
		verbatim                  bool
	}{
		{"the same", "Urges all States to report.", "Urges all States to report.", "Urges all States to report.", 1, true},
		{"signs and case", "“URGES” all states—to report", "urges 'all' States to re\u00adport;", "“URGES” all states—to report", 1, true},
		{"hyphens", "anti-corruption co-operation by e-mail", "Anticorruption cooperation by email", "anti-corruption co-operation by e-mail", 1, true},
		{"line ends", "the return of confiscated property", "the re-\nturn of confis-\n cated property", "the return of confiscated property", 1, true},
		{"accents", "la République et ses états", "LA REPUBLIQUE ET SES ETATS", "la République et ses états", 1, true},
		{"part of more", "States shall report yearly", "Recalling that States shall report yearly on theft, the Group met.", "States shall report yearly", 1, true},
		{"a word changed", "Urges all States to report yearly", "Invites all States to report yearly", "[-Urges-] {+Invites+} all States to report yearly", 5. / 6, false},
		{"a word changed within", "all States shall report yearly on it", "all States should report yearly on it", "all States [-shall-] {+should+} report yearly on it", 6. / 7, false},
		{"words inserted", "all States shall report yearly on it", "all States shall, where appropriate, report yearly on it", "all States shall {+where appropriate,+} report yearly on it", 1, false},
		{"words dropped", "all States shall, where appropriate, report yearly on it", "all States shall report yearly on it", "all States shall, [-where appropriate,-] report yearly on it", 7. / 9, false},
		{"nothing in common", "all States report", "la lutte", "[-all States report-]", 0, false},
		{"Chinese", "缔约国应当合作追回资产。", "会议指出,缔约国应合作追回资产", "缔约国应 [-当-] 合作追回资产。", 10. / 11, false},
		{"Arabic", "مُكافحة الفسـاد في الدول", "مكافحة الفساد في الدول", "مُكافحة الفسـاد في الدول", 1, true},
		{"Russian", "учёт и возврат активов", "Учет и возврат активов", "учёт и возврат активов", 1, true},
		{"a quote of two paragraphs", "to return the property without delay. The Group met again in Vienna.", "It agreed to return the property without delay.", "to return the property without delay. [-The Group met again in Vienna.-]", 0.5, false},
		{"no words", "…", "all States", "[-…-]", 0, false},
		{"nothing", "", "all States", "", 0, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := search.Compare(test.quote, test.source)
			if got := compared(c); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			if c.Share != test.share || c.Verbatim != test.verbatim {
				t.Errorf("share %v, verbatim %v; want %v, %v", c.Share, c.Verbatim, test.share, test.verbatim)
			}
		})
	}
}
