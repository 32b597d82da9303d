package analysis_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/analysis"
)

func analyzers(t testing.TB) *analysis.Analyzers {
	t.Helper()
	a, err := analysis.New()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// listed writes tokens as "position:term" with blanks between them.
func listed(tokens []analysis.Token) string {
	var out []string
	for _, t := range tokens {
		out = append(out, fmt.Sprintf("%d:%s", t.Position, t.Term))
	}
	return strings.Join(out, " ")
}

func TestAnalyze(t *testing.T) {
	a := analyzers(t)
	for _, test := range []struct{ name, language, text, want string }{
		{"stop words leave their places", "en", "The organisations of States", "2:organiz 4:state"},
		{"possessives", "en", "the Committee’s work", "2:committe 3:work"},
		{"French elision, with every apostrophe", "fr", "L’État jusqu'aujourd'hui d‘avoir qu＇elle", "1:etat 2:aujourd'hui 3:avoir"},
		{"French diaereses", "fr", "héroïsme ambiguë", "1:hero 2:ambigu"},
		{"Spanish accents, and ñ", "es", "corrupcion niño", "1:corrupcion 2:niñ"},
		{"ё is е", "ru", "счёт счета", "1:счет 2:счет"},
		{"Arabic articles, kashidas, vowel signs and presentation forms", "ar", "والـموجودات بِالموجودات ﻣﻮﺟﻮﺩ", "1:موجود 2:موجود 3:موجود"},
		{"digits of other scripts", "ar", "القرار ٤/٥٨", "1:قرار 2:4 3:58"},
		{"Chinese in pairs, a character by itself alone", "zh", "国际合作 和 UN", "1:国际 2:际合 3:合作 5:和 6:un"},
		{"Chinese in another language goes by characters", "en", "国际 report", "1:国 2:际 3:report"},
		{"scripts without blanks are not passed over", "en", "ไทย report", "1:ไ 2:ท 3:ย 4:report"},
		{"symbols whole and in parts", "en", "see A/RES/70/1.", "1:see 2:a/res/70/1 3:res 4:70 5:1"},
		{"full-width symbols and compounds", "zh", "见Ａ／７９／１，ｅ－ｍａｉｌ。", "1:见 2:a/79/1 2:a 3:79 4:1 5:email 5:e 6:mail"},
		{"brackets and commas of Chinese part", "zh", "A/79/1（2024）和5，100", "1:a/79/1 1:a 2:79 3:1 4:2024 5:和 6:5 7:100"},
		{"a symbol ends where Chinese begins", "zh", "A/79/1号", "1:a/79/1 1:a 2:79 3:1 4:号"},
		{"numbers whole and in parts", "en", "25-05391 and 46(13), 5(1)(a)", "1:25-05391 1:25 2:05391 4:46(13) 4:46 5:13 6:5(1)(a) 6:5 7:1"},
		{"decimals and thousands are one word", "en", "3.5 of 1,000,000 or 9,10", "1:3.5 3:1000000 5:9 6:10"},
		{"dates with dots", "en", "12.11.2013", "1:12.11.2013 1:12 2:11 3:2013"},
		{"compounds joined and apart", "en", "decision-making in e-mail", "1:decisionmak 1:decis 2:make 4:email 4:e 5:mail"},
		{"letters and figures", "en", "COVID-19 G‑77", "1:covid19 1:covid 2:19 3:g77 3:g 4:77"},
		{"abbreviations", "en", "the U.N. and end.Next", "2:un 4:end 5:next"},
		{"underscores of forms to fill in", "en", "name ____ date_of_birth", "1:name 2:date_of_birth"},
		{"no language of ours", "de", "Die Größe", "1:die 2:große"},
		{"as written", "=", "The l’État's co-operation", "1:the 2:etat's 3:cooperation 3:co 4:operation"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, listed(a.Analyze(test.language, test.text))); diff != "" {
				t.Errorf("%q (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

// TestBothSpellings: -ise and -ize are one, and no word loses its forms.
func TestBothSpellings(t *testing.T) {
	a := analyzers(t)
	for _, together := range []string{
		"organise organize organisation organizations organising", "utilise utilized", "analyse analyze analysed analyzing", "recognised recognizes",
		"supervise supervised supervision", "revise revised revision", "raise raised raising", "rise rising", "advertise advertisement", "precise precision",
		"promise promised", "exercise exercised", "comprise comprising", "harmonisation harmonization",
	} {
		words := strings.Fields(together)
		first := listed(a.Analyze("en", words[0]))
		for _, word := range words[1:] {
			if got := listed(a.Analyze("en", word)); got != first {
				t.Errorf("%s gives %s, %s gives %s", words[0], first, word, got)
			}
		}
	}
}

// stands reports whether one of the ways of a query stands in a text.
func stands(a *analysis.Analyzers, language, query, text string) bool {
	tokens := a.Analyze(language, text)
	return slices.ContainsFunc(a.Ask(language, query), func(way []analysis.Token) bool {
		return slices.ContainsFunc(tokens, func(first analysis.Token) bool {
			return !slices.ContainsFunc(way, func(w analysis.Token) bool {
				return !slices.ContainsFunc(tokens, func(t analysis.Token) bool {
					return t.Term == w.Term && t.Position-first.Position == w.Position-way[0].Position
				})
			})
		})
	})
}

func TestAsk(t *testing.T) {
	a := analyzers(t)
	for _, test := range []struct {
		language, query, text string
		want                  bool
	}{
		{"en", "decision-making", "decision making", true},
		{"en", "decision-making", "decisionmaking", true},
		{"en", "decision-making", "Decision‑making", true},
		{"en", "decisionmaking", "decision-making", true},
		{"en", "decision making", "decision-making", true},
		{"en", "cooperation", "co-operation", true},
		{"en", "decision-making process", "decisionmaking processes", true},
		{"en", "decision-making", "making a decision", false},
		{"en", "A/79/1", "A/79/1", true},
		{"en", "A/79/1", "A/79/12", false},
		{"en", "70/1", "A/RES/70/1", true},
		{"en", "05391", "25-05391", true},
		{"en", "25-05391", "V.25-05391 (E)", true},
		{"en", "46(13)", "article 46(13)", true},
		{"en", "46(13)", "articles 46, 13", false},
		{"en", "46", "article 46(13)", true},
		{"zh", "国际合作", "开展国际合作的决议", true},
		{"zh", "国际合作", "国际社会合作", false},
		{"=", "A/79/1号", "载于A/79/1号决议", true},
		{"fr", "sous-comité", "souscomité", true},
	} {
		if got := stands(a, test.language, test.query, test.text); got != test.want {
			t.Errorf("%s: %q in %q: %t, want %t", test.language, test.query, test.text, got, test.want)
		}
	}
	if ways := a.Ask("en", "of the"); len(ways) > 0 {
		t.Errorf("stop words ask for %v", ways)
	}
}

// TestLengths: what is found whole beside its parts makes no text longer, but
// stands for a first part that is a stop word.
func TestLengths(t *testing.T) {
	a := analyzers(t)
	for _, test := range []struct {
		language, text string
		stems, words   int
	}{
		{"en", "decision-making is slow", 3, 4},
		{"en", "on-going work", 3, 3},
		{"en", "A/RES/70/1 and 46(13)", 6, 7},
		{"zh", "国际合作", 3, 4},
		{"zh", "腐", 1, 1},
		{"en", "国际", 2, 2},
		{"en", "of the", 0, 2},
		{"en", "of-the", 1, 2},
	} {
		var r analysis.Reading
		a.Read(test.language, test.text, &r)
		if r.StemCount != test.stems || r.WordCount != test.words {
			t.Errorf("%s: %q has lengths %d and %d, want %d and %d", test.language, test.text, r.StemCount, r.WordCount, test.stems, test.words)
		}
	}
}

func TestVerbatim(t *testing.T) {
	a := analyzers(t)
	for words, want := range map[string]bool{"腐": true, "腐败": false, "A/79/1号": true, "国际 合": true, "report": false, "the": false, "of the": true, "below have been": true, "the report": false, "de la": true, "not-for": false, "": false, "决议1号": true} {
		if got := a.Verbatim(words); got != want {
			t.Errorf("%q: %t, want %t", words, got, want)
		}
	}
}

// FuzzAnalysis: whatever the text, nothing panics, places never go down, offsets
// lie in the text at the bounds of characters, both forms in one pass are what
// each is alone, and what is remembered of words changes nothing.
func FuzzAnalysis(f *testing.F) {
	for _, text := range []string{
		"", "A/79/1号", "jusqu'à l’État", "decision-making--x", "25-05391(", "46(13)(a)((b)", "1,000,00", "3.5.6.", "U.N.-led", "___", "ไทย", "والـ", "ﷺ", "e\u0301-é",
		"\xff-\xfe/1", "\u200d\u0301a", "ＦＵＬＬ/ｗ", "カタカナ・ひらがな", "a_-_b", "//1/a", "ẞ İ ſ", "１２-３４", "Ａ／７９／１\xef", "ａ－ｂ",
	} {
		f.Add(text)
	}
	known := analyzers(f)
	f.Fuzz(func(t *testing.T, text string) {
		fresh := analyzers(t)
		for _, language := range analysis.Languages() {
			var r analysis.Reading
			known.Read(language, text, &r)
			check(t, text, r.Stems)
			check(t, text, r.Words)
			if diff := cmp.Diff(fresh.Analyze(language, text), r.Stems, emptyIsNil()); diff != "" {
				t.Errorf("%s alone (-) and with the exact form (+):\n%s", language, diff)
			}
			if diff := cmp.Diff(known.Analyze(analysis.Exact, text), r.Words, emptyIsNil()); diff != "" {
				t.Errorf("exact form alone (-) and with %s (+):\n%s", language, diff)
			}
			known.Ask(language, text)
		}
		known.Verbatim(text)
		analysis.ExactTerm(text)
	})
}

func emptyIsNil() cmp.Option {
	return cmp.Transformer("empty", func(tokens []analysis.Token) string { return fmt.Sprint(tokens) })
}

func check(t *testing.T, text string, tokens []analysis.Token) {
	t.Helper()
	last := 1
	for _, k := range tokens {
		if k.Position < last || k.Term == "" {
			t.Errorf("%q: token %+v behind place %d", text, k, last)
		}
		last = k.Position
		if k.Start < 0 || k.End > len(text) || k.Start >= k.End || !boundary(text, k.Start) || !boundary(text, k.End) {
			t.Errorf("%q: token %+v", text, k)
		}
	}
}

// boundary reports whether a character begins or ends at a place.
func boundary(text string, at int) bool {
	if at == 0 || at == len(text) {
		return true
	}
	for i := range text {
		if i == at {
			return true
		}
	}
	return false
}

// BenchmarkRead reads a paragraph of 700 bytes in both forms, its words known.
func BenchmarkRead(b *testing.B) {
	a := analyzers(b)
	text := strings.Repeat("The Working Group recommended that States parties, in accordance with article 46 (13) of the Convention, continue their decision-making. ", 5)
	var r analysis.Reading
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		a.Read("en", text, &r)
	}
}
