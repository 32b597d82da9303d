package masthead_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/search/un"
)

// FuzzParse reads anything as a first page, with places and without: nothing may
// come out that is not in it.
func FuzzParse(f *testing.F) {
	f.Add("United Nations\tA/79/1*\nDistr.: General\n1 March 2025\nOriginal: English\nSeventy-ninth session\nItem 2 of the", 10.0)
	f.Add("联合国 CAC/COSP/2011/1 Distr.: General 10 June 2011 Chinese Original: English 2011年8月22日至24日", 0.0)
	f.Add("ﺍﻷﻣﻢ ﺍﳌﺘﺤﺪﺓ\n27 December 2006 مؤتمر\nالبند ٢ من جدول", 3.5)
	f.Add("31 November 2020-2 March\n\x00\xff\xfe/ /A/./1", -1.0)
	f.Add("1 Naciones Unidas CTOC/COP/2031/14 Distr. general 20 de mayo de 2031 Español Original: inglés Sexto período de sesiones Lima, 5 a 9 de junio de 2031 Tema 2 del programa provisional * Árboles Nota de la Secretaría 1. En su", 0.0)
	f.Add("A/HRC/8/37\nDistr.\nGENERAL\n28 May 2031\nUNIVERSAL REVIEW\nReport of the Working Group on its sixth session, held in Lima from 28 December to 2 January 2032\nPeru *", 11.0)
	f.Fuzz(func(t *testing.T, text string, size float64) {
		var lines []layout.Line
		for i, l := range strings.Split(text, "\n") {
			line := layout.Line{Text: l, Block: i / 3}
			if size > 0 {
				line = layout.Line{Text: l, X: size * float64(i%3), Y: size * float64(i), W: size, H: size, Size: size, Bold: i%2 == 0}
			}
			lines = append(lines, line)
		}
		m := masthead.Parse(&layout.Content{Pages: []layout.Page{{Width: 600, Height: 800, Lines: lines}}})
		checkInvented(t, text, m)
		checkConfidence(t, m)
		if m.Start != "" && m.Start > m.End {
			t.Errorf("a meeting from %s to %s", m.Start, m.End)
		}
	})
}

var digitsRE = regexp.MustCompile(`\d+`)

// checkInvented fails where a value has what the text has not: a word of a title,
// a number of a symbol, a year.
func checkInvented(t *testing.T, text string, m masthead.Masthead) {
	t.Helper()
	have := plain(text)
	for field, value := range map[string]string{"body name": m.BodyName, "place": m.Place, "agenda item": m.AgendaItem, "agenda title": m.AgendaTitle, "title": m.Title} {
		for _, word := range strings.FieldsFunc(value, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) }) {
			if word = plain(word); !strings.Contains(have, word) {
				t.Errorf("%s %q: %q is not in the text", field, value, word)
			}
		}
	}
	for _, s := range m.Symbols {
		if !strings.ContainsAny(text, "/\uff0f\u2044") && s.Body != "CU" {
			t.Errorf("symbol %v out of a text without a slash", s)
		}
		for _, number := range digitsRE.FindAllString(s.String(), -1) {
			if m.Confidence["symbol"] > 0.5 && !strings.Contains(have, number) {
				t.Errorf("symbol %v: %s is not in the text", s, number)
			}
		}
	}
	for _, d := range []un.Date{m.Date, m.Start, m.End} {
		if d == "" || strings.Contains(have, string(d[:4])) || strings.Contains(have, following(string(d[:4]))) {
			continue
		}
		t.Errorf("date %s: the year is not in the text", d)
	}
}

// following returns the next year: of a meeting over the turn of the year only the
// second may be printed.
func following(year string) string {
	b := []byte(year)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] != '9' {
			b[i]++
			break
		}
		b[i] = '0'
	}
	return string(b)
}

// plain returns the letters and digits of a text in one form.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == '\u0640' {
			return -1
		}
		return unicode.ToLower(r)
	}, masthead.WesternDigits(norm.NFKD.String(text)))
}

// checkConfidence fails where a field that was found has no confidence, or one
// that was not found has one.
func checkConfidence(t *testing.T, m masthead.Masthead) {
	t.Helper()
	for field, c := range m.Confidence {
		if c <= 0 || c > 1 {
			t.Errorf("confidence of %s is %v", field, c)
		}
	}
	for field, value := range map[string]string{
		"date": string(m.Date), "distribution": m.Distribution, "session": m.Session, "place": m.Place, "start": string(m.Start), "agenda_item": m.AgendaItem,
		"agenda_title": m.AgendaTitle, "title": m.Title, "body_name": m.BodyName, "job": m.Job, "original": m.Original,
	} {
		if (value != "") != (m.Confidence[field] > 0) {
			t.Errorf("%s %q has the confidence %v", field, value, m.Confidence[field])
		}
	}
}
