package un_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/un"
)

func TestFindSymbols(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string // "symbol=text" for each find
	}{
		{"citation", "as in A/58/4, para. 5, and (CAC/COSP/WG.4/2010/7, paragraph 4 (a)).", []string{"A/58/4=A/58/4", "CAC/COSP/WG.4/2010/7=CAC/COSP/WG.4/2010/7"}},
		{"sentence end", "See document E/CN.7/2015/5. It", []string{"E/CN.7/2015/5=E/CN.7/2015/5"}},
		{"joint", "A/79/885-S/2025/230", []string{"A/79/885=A/79/885", "S/2025/230=S/2025/230"}},
		{"joint with asterisks", "A/80/62*−E/2025/12*", []string{"A/80/62=A/80/62*", "E/2025/12=E/2025/12*"}},
		{"lettered part", "see A/81/6 (Sect. 11)/Part A* and Part B", []string{"A/81/6(Sect.11)/PartA=A/81/6 (Sect. 11)/Part A*"}},
		{"joint with parts", "E/2025/34 (Part II)-E/ICEF/2025/7 (Part II)", []string{"E/2025/34(PartII)=E/2025/34 (Part II)", "E/ICEF/2025/7(PartII)=E/ICEF/2025/7 (Part II)"}},
		{"year in parentheses", "under S/RES/1373 (2001) and", []string{"S/RES/1373(2001)=S/RES/1373 (2001)"}},
		{"date in parentheses", "S/RES/884 (12 November 1993)", []string{"S/RES/884=S/RES/884"}},
		{"parenthesis of the text", "(see A/58/4 (annex))", []string{"A/58/4=A/58/4"}},
		{"ellipsis", "E/1997/81 and Add.1, Corr.1 and 3", []string{"E/1997/81=E/1997/81", "E/1997/81/Add.1=Add.1", "E/1997/81/Corr.1=Corr.1"}},
		{"lower case", "see cac/cosp/irg/2016/9 here, not a/58/4", []string{"CAC/COSP/IRG/2016/9=cac/cosp/irg/2016/9"}},
		{"broken line", "document GEGN.2/2025/63/\n     CRP.63 on", []string{"GEGN.2/2025/63/CRP.63=GEGN.2/2025/63/\n     CRP.63"}},
		{"glued title", "CAC/COSP/WG.4/2012/INF.1Final list", []string{"CAC/COSP/WG.4/2012/INF.1=CAC/COSP/WG.4/2012/INF.1"}},
		{"Chinese", "载于文件A/AC.260/2和Corr.1中", []string{"A/AC.260/2=A/AC.260/2", "A/AC.260/2/Corr.1=Corr.1"}},
		{"Arabic", "الوثيقة A/58/4، الفقرة", []string{"A/58/4=A/58/4"}},
		{"Cyrillic", "документ А/58/4 и Corr.1", []string{"A/58/4=А/58/4", "A/58/4/Corr.1=Corr.1"}},
		{"link", "https://undocs.org/en/A/58/4 and https://docs.un.org/S/RES/1540(2004)", []string{"A/58/4=A/58/4", "S/RES/1540(2004)=S/RES/1540(2004)"}},
		{"paths and words", "/home/A/58/4 and/or A/B testing, E/S, 25/11/2013, w.A/58/4, S/he 2, A/4 paper, t/22/3", nil},
		{"unknown head", "FOO/2025/1 and TCP/IP/4", nil},
		{"placeholder", "CAC/COSP/2017/[..]", nil},
		{"session alone", "the session CAC/COSP/2013 was", nil},
		{"joint before 1994", "A/42/521-S/19085, annex", []string{"A/42/521=A/42/521", "S/19085=S/19085"}},
		{"part of a board's item", "in WFP/EB.1/2024/6-A/2 and WFP/EB.1/2011/11-B, then", []string{"WFP/EB.1/2024/6-A/2=WFP/EB.1/2024/6-A/2", "WFP/EB.1/2011/11-B=WFP/EB.1/2011/11-B"}},
		{"dash in text", "A/58/4-related", []string{"A/58/4=A/58/4"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, f := range un.FindSymbols(tt.in) {
				got = append(got, f.Symbol.String()+"="+tt.in[f.Start:f.End])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFindNote(t *testing.T) {
	for _, tt := range []struct{ in, want, rest string }{
		{"CU 2013/175 Generic note verbale (States Parties/Signatories) - - -", "CU 2013/175", "Generic note verbale (States Parties/Signatories) - - -"},
		{"CU 2012 115 AGeneric Note Verbale (A)", "CU 2012/115(A)", "Generic Note Verbale (A)"},
		{"CU 2022/ (A) Note", "CU 2022/?(A)", "Note"},
		{"CU 2013/175 Вербальная нота — всем", "CU 2013/175", "Вербальная нота — всем"},
		{"CU 2013", "", ""},
		{"CU 2013 annual report", "", ""},
		{"CUBA 2013/175", "", ""},
	} {
		id, rest, ok := un.FindNote(tt.in)
		if id.Canonical != tt.want || rest != tt.rest || ok != (tt.want != "") {
			t.Errorf("FindNote(%q) = %q, %q, %v; want %q, %q", tt.in, id.Canonical, rest, ok, tt.want, tt.rest)
		}
	}
}

// TestFindSymbolsLong bounds the work on a text made of what symbols are made of.
func TestFindSymbolsLong(t *testing.T) {
	for _, unit := range []string{"A/", "A/1-", "CAC/COSP/(", "A/58/4 ", "A / "} {
		text := strings.Repeat(unit, 100_000/len(unit))
		for _, f := range un.FindSymbols(text) {
			if f.Start >= f.End || f.End > len(text) {
				t.Fatalf("%q: bad place %d..%d", unit, f.Start, f.End)
			}
		}
	}
}

func FuzzFindSymbols(f *testing.F) {
	f.Add("A/79/885-S/2025/230 and Corr.1")
	f.Add("документ А/58/4 (Part I)*, E/CN.7/514/Add.3/Rev.1")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, found := range un.FindSymbols(text) {
			if found.Start < last || found.End <= found.Start || found.End > len(text) {
				t.Fatalf("%q: place %d..%d after %d", text, found.Start, found.End, last)
			}
			if found.Symbol.IsZero() {
				t.Fatalf("%q: an empty symbol", text)
			}
			last = found.End
		}
	})
}
