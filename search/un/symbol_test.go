package un_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/un"
)

// parts is what a symbol's string says, written by reading it.
type parts struct{ body, sub, session, nature, number, paren, meeting string }

func partsOf(s un.Symbol) parts {
	return parts{s.Body, s.Subsidiary, s.Session, s.Nature, s.Number, s.Paren, s.MeetingID()}
}

func TestParseSymbol(t *testing.T) {
	for _, tt := range []struct {
		in, want string
		parts    parts
	}{
		{"S/2025/311", "S/2025/311", parts{"S", "", "2025", "", "311", "", "S/2025"}},
		{"S/2025/10/Add.33", "S/2025/10/Add.33", parts{"S", "", "2025", "", "10", "", "S/2025"}},
		{"S/14314", "S/14314", parts{"S", "", "", "", "14314", "", ""}},
		{"S/PRST/2003/5", "S/PRST/2003/5", parts{"S", "", "2003", "PRST", "5", "", "S/2003"}},
		{"S/RES/2803 (2025)", "S/RES/2803(2025)", parts{"S", "", "2025", "RES", "2803", "", "S/2025"}},
		{"S/PV.9123 (Resumption 1)", "S/PV.9123(Resumption1)", parts{"S", "", "", "PV", "9123", "Resumption1", ""}},
		{"A/31/17", "A/31/17", parts{"A", "", "31", "", "17", "", "A/31"}},
		{"A/10020", "A/10020", parts{"A", "", "", "", "10020", "", ""}},
		{"A/ES-10/1028", "A/ES-10/1028", parts{"A", "", "ES-10", "", "1028", "", "A/ES-10"}},
		{"A/S-15/AC.1/1", "A/S-15/AC.1/1", parts{"A", "AC.1", "S-15", "", "1", "", "A/S-15"}},
		{"A/INF/79/4", "A/INF/79/4", parts{"A", "", "79", "INF", "4", "", "A/79"}},
		{"A/BUR/79/1", "A/BUR/79/1", parts{"A", "", "79", "BUR", "1", "", "A/79"}},
		{"A/80/15 (Part I)", "A/80/15(PartI)", parts{"A", "", "80", "", "15", "PartI", "A/80"}},
		{"A/81/6 (Sect. 11)/Part A", "A/81/6(Sect.11)/PartA", parts{"A", "", "81", "", "6", "Sect.11", "A/81"}},
		{"A/81/6 (SECT. 29B)", "A/81/6(Sect.29B)", parts{"A", "", "81", "", "6", "Sect.29B", "A/81"}},
		{"A/76/6 (Sect. 3)/Corr.1", "A/76/6(Sect.3)/Corr.1", parts{"A", "", "76", "", "6", "Sect.3", "A/76"}},
		{"A/76/6 (Income sect. 1)", "A/76/6(IncomeSect.1)", parts{"A", "", "76", "", "6", "IncomeSect.1", "A/76"}},
		{"E/ICEF/672(Première partie)", "E/ICEF/672(PartI)", parts{"E", "ICEF", "", "", "672", "PartI", ""}},
		{"A/RES/ES-11/1", "A/RES/ES-11/1", parts{"A", "", "ES-11", "RES", "1", "", "A/ES-11"}},
		{"A/RES/377 (V) A", "A/RES/377(V)A", parts{"A", "", "V", "RES", "377A", "", "A/5"}},
		{"A/RES/2625(XXV)", "A/RES/2625(XXV)", parts{"A", "", "XXV", "RES", "2625", "", "A/25"}},
		{"E/RES/1733 (LIV)", "E/RES/1733(LIV)", parts{"E", "", "LIV", "RES", "1733", "", "E/54"}},
		{"E/RES/2020/1", "E/RES/2020/1", parts{"E", "", "2020", "RES", "1", "", "E/2020"}},
		{"A/HRC/RES/59/25", "A/HRC/RES/59/25", parts{"A", "HRC", "59", "RES", "25", "", "A/HRC/59"}},
		{"A/HRC/RES/S-1/1", "A/HRC/RES/S-1/1", parts{"A", "HRC", "S-1", "RES", "1", "", "A/HRC/S-1"}},
		{"A/HRC/59/L.3/Rev.1", "A/HRC/59/L.3/Rev.1", parts{"A", "HRC", "59", "L", "3", "", "A/HRC/59"}},
		{"A/HRC/59/NGO/123", "A/HRC/59/NGO/123", parts{"A", "HRC", "59", "NGO", "123", "", "A/HRC/59"}},
		{"A/HRC/WG.6/34/ITA/3", "A/HRC/WG.6/34/ITA/3", parts{"A", "HRC/WG.6", "34", "ITA", "3", "", "A/HRC/WG.6/34"}},
		{"A/C.4/53/SR.3", "A/C.4/53/SR.3", parts{"A", "C.4", "53", "SR", "3", "", "A/C.4/53"}},
		{"A/CN.9/WG.II/WP.200", "A/CN.9/WG.II/WP.200", parts{"A", "CN.9/WG.II", "", "WP", "200", "", ""}},
		{"A/CONF.62/L.1", "A/CONF.62/L.1", parts{"A", "CONF.62", "", "L", "1", "", ""}},
		{"A/CONF.230/2025/INF/1*", "A/CONF.230/2025/INF/1", parts{"A", "CONF.230", "2025", "INF", "1", "", "A/CONF.230/2025"}},
		{"A/CONF.151/26/Rev.1 (Vol. I)", "A/CONF.151/26/Rev.1(Vol.I)", parts{"A", "CONF.151", "", "", "26", "Vol.I", ""}},
		{"A/AC.292/2025/INF/5/Rev.1", "A/AC.292/2025/INF/5/Rev.1", parts{"A", "AC.292", "2025", "INF", "5", "", "A/AC.292/2025"}},
		{"A/AC.105/C.1/2019/CRP.3", "A/AC.105/C.1/2019/CRP.3", parts{"A", "AC.105/C.1", "2019", "CRP", "3", "", "A/AC.105/C.1/2019"}},
		{"E/437", "E/437", parts{"E", "", "", "", "437", "", ""}},
		{"E/C.12/2025/3", "E/C.12/2025/3", parts{"E", "C.12", "2025", "", "3", "", "E/C.12/2025"}},
		{"E/C.12/FRA/CO/4", "E/C.12/FRA/CO/4", parts{"E", "C.12", "", "FRA/CO", "4", "", ""}},
		{"E/CN.6/2025/NGO/40", "E/CN.6/2025/NGO/40", parts{"E", "CN.6", "2025", "NGO", "40", "", "E/CN.6/2025"}},
		{"E/AC.51/2025/L.4/Add.32", "E/AC.51/2025/L.4/Add.32", parts{"E", "AC.51", "2025", "L", "4", "", "E/AC.51/2025"}},
		{"E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1", "E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1", parts{"E", "CN.4/Sub.2/AC.2", "1987", "WP", "4", "", "E/CN.4/Sub.2/AC.2/1987"}},
		{"E/CONF.105/13/CRP.13", "E/CONF.105/13/CRP.13", parts{"E", "CONF.105", "", "", "13/CRP.13", "", ""}},
		{"E/ICEF/2025/P/L.3", "E/ICEF/2025/P/L.3", parts{"E", "ICEF", "2025", "P/L", "3", "", "E/ICEF/2025"}},
		{"E/ESCAP/81/1", "E/ESCAP/81/1", parts{"E", "ESCAP", "81", "", "1", "", "E/ESCAP/81"}},
		{"ESCAP/81/32", "ESCAP/81/32", parts{"ESCAP", "", "81", "", "32", "", "ESCAP/81"}},
		{"ECE/TRADE/C/CEFACT/2020/18", "ECE/TRADE/C/CEFACT/2020/18", parts{"ECE", "TRADE/C/CEFACT", "2020", "", "18", "", "ECE/TRADE/C/CEFACT/2020"}},
		{"ECE/TRANS/WP.29/1150", "ECE/TRANS/WP.29/1150", parts{"ECE", "TRANS/WP.29", "", "", "1150", "", ""}},
		{"DP/OPS/2025/4", "DP/OPS/2025/4", parts{"DP", "OPS", "2025", "", "4", "", "DP/OPS/2025"}},
		{"DP/FPA/2025/1", "DP/FPA/2025/1", parts{"DP", "FPA", "2025", "", "1", "", "DP/FPA/2025"}},
		{"DP/2025/L.2", "DP/2025/L.2", parts{"DP", "", "2025", "L", "2", "", "DP/2025"}},
		{"CEB/2025/4", "CEB/2025/4", parts{"CEB", "", "2025", "", "4", "", "CEB/2025"}},
		{"TD/B/C.II/2025/1", "TD/B/C.II/2025/1", parts{"TD", "B/C.II", "2025", "", "1", "", "TD/B/C.II/2025"}},
		{"TD/B/CN.4/36", "TD/B/CN.4/36", parts{"TD", "B/CN.4", "", "", "36", "", ""}},
		{"TD/B/70/2", "TD/B/70/2", parts{"TD", "B", "70", "", "2", "", "TD/B/70"}},
		{"TD(XIV)/INF.1", "TD(XIV)/INF.1", parts{"TD(XIV)", "", "", "INF", "1", "", ""}},
		{"ICCD/COP(8)/CST/INF.1", "ICCD/COP(8)/CST/INF.1", parts{"ICCD", "COP(8)/CST", "", "INF", "1", "", ""}},
		{"UNW/2025/1", "UNW/2025/1", parts{"UNW", "", "2025", "", "1", "", "UNW/2025"}},
		{"GEGN.2/2025/3/CRP.1", "GEGN.2/2025/3/CRP.1", parts{"GEGN.2", "", "2025", "", "3/CRP.1", "", "GEGN.2/2025"}},
		{"JIU/NOTE/2022/1/Rev.1", "JIU/NOTE/2022/1/Rev.1", parts{"JIU", "", "2022", "NOTE", "1", "", "JIU/2022"}},
		{"ST/SGB/2018/1", "ST/SGB/2018/1", parts{"ST", "", "2018", "SGB", "1", "", "ST/2018"}},
		{"ST/ESA/STAT/SER.A/282", "ST/ESA/STAT/SER.A/282", parts{"ST", "ESA/STAT", "", "SER.A", "282", "", ""}},
		{"ST/SG/AC.10/C.3/2019/1", "ST/SG/AC.10/C.3/2019/1", parts{"ST", "SG/AC.10/C.3", "2019", "", "1", "", "ST/SG/AC.10/C.3/2019"}},
		{"FCCC/SB/2025/L.5", "FCCC/SB/2025/L.5", parts{"FCCC", "SB", "2025", "L", "5", "", "FCCC/SB/2025"}},
		{"CEDAW/C/FRA/CO/9", "CEDAW/C/FRA/CO/9", parts{"CEDAW/C", "", "", "FRA/CO", "9", "", ""}},
		{"CRC/C/OPSC/USA/CO/3-4", "CRC/C/OPSC/USA/CO/3-4", parts{"CRC/C", "OPSC", "", "USA/CO", "3-4", "", ""}},
		{"CCPR/C/134/D/3249/2018", "CCPR/C/134/D/3249/2018", parts{"CCPR/C", "", "134", "D", "3249/2018", "", "CCPR/C/134"}},
		{"SPLOS/30/2", "SPLOS/30/2", parts{"SPLOS", "", "30", "", "2", "", "SPLOS/30"}},
		{"ISBA/29/C/3", "ISBA/29/C/3", parts{"ISBA", "", "29", "C", "3", "", "ISBA/29"}},
		{"NPT/CONF.2020/1", "NPT/CONF.2020/1", parts{"NPT", "CONF.2020", "", "", "1", "", ""}},
		{"IDB.49/1/Add.1", "IDB.49/1/Add.1", parts{"IDB", "", "49", "", "1", "", "IDB/49"}},
		{"LOS/PCN/WP.2/Rev.1", "LOS/PCN/WP.2/Rev.1", parts{"LOS", "PCN", "", "WP", "2", "", ""}},
		{"HSP/HA.2/2", "HSP/HA.2/2", parts{"HSP", "HA.2", "", "", "2", "", ""}},
		{"WFP/EB.1/2025/4", "WFP/EB.1/2025/4", parts{"WFP", "EB.1", "2025", "", "4", "", "WFP/EB.1/2025"}},
		{"UNEP/EA.5/L.1", "UNEP/EA.5/L.1", parts{"UNEP", "EA.5", "", "L", "1", "", ""}},
		{"FCCC/SBSTA/2007/MISC.5", "FCCC/SBSTA/2007/MISC.5", parts{"FCCC", "SBSTA", "2007", "MISC", "5", "", "FCCC/SBSTA/2007"}},
		{"A/RES/31/16[A]", "A/RES/31/16A", parts{"A", "", "31", "RES", "16A", "", "A/31"}},
		{"HRI/CORE/FRA/2017", "HRI/CORE/FRA/2017", parts{"HRI/CORE", "", "", "FRA", "2017", "", ""}},
		{"CCPR/C/21/Rev.1/Add.13", "CCPR/C/21/Rev.1/Add.13", parts{"CCPR/C", "", "", "", "21", "", ""}},
		{"unep/ozl.pro.21/8", "UNEP/OzL.Pro.21/8", parts{"UNEP", "OzL.Pro.21", "", "", "8", "", ""}},
		{"CD/PV.1000", "CD/PV.1000", parts{"CD", "", "", "PV", "1000", "", ""}},
		{"AT/DEC/1000", "AT/DEC/1000", parts{"AT", "", "", "DEC", "1000", "", ""}},
		{"CAC/COSP/IRG/II/3/1/Add.14", "CAC/COSP/IRG/II/3/1/Add.14", parts{"CAC/COSP", "IRG", "II/3", "", "1", "", ""}},
		// spellings
		{"cac/cosp/eg.1/2013/2 corr 1", "CAC/COSP/EG.1/2013/2/Corr.1", parts{"CAC/COSP", "EG.1", "2013", "", "2", "", "CAC/COSP/EG.1/2013"}},
		{"CAC /COSP/ 2019/INF. 1.", "CAC/COSP/2019/INF.1", parts{"CAC/COSP", "", "2019", "INF", "1", "", "CAC/COSP/2019"}},
		{"«А/58/4»", "A/58/4", parts{"A", "", "58", "", "4", "", "A/58"}}, // a Cyrillic А
		{"A／٥٨／٤", "A/58/4", parts{"A", "", "58", "", "4", "", "A/58"}},
		{"A/54/20\u00a0Corr.1", "A/54/20/Corr.1", parts{"A", "", "54", "", "20", "", "A/54"}},
		{"E/CN.7/2008/Add\u00ad.1/3", "", parts{}},
	} {
		got, err := un.ParseSymbol(tt.in)
		if tt.want == "" {
			if !errors.Is(err, un.ErrNotSymbol) {
				t.Errorf("ParseSymbol(%q) = %s, %v; want ErrNotSymbol", tt.in, got, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("ParseSymbol(%q): %v", tt.in, err)
			continue
		}
		if got.String() != tt.want {
			t.Errorf("ParseSymbol(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if diff := cmp.Diff(tt.parts, partsOf(got), cmp.AllowUnexported(parts{})); diff != "" {
			t.Errorf("ParseSymbol(%q) (-want +got):\n%s", tt.in, diff)
		}
	}
}

func TestParseSymbolRejects(t *testing.T) {
	for _, in := range []string{
		"", "/", "A", "A/", "and/or", "A/B testing", "1/2013", "E/S", "A/58/", "A//4", "Null-1", "F.7259/289/87",
		"CAC/COSP/2017/[..]", "CAC/COSP/EG.1/2013", "A/58/4 and A/58/5", "A/79/885-S/2025/230",
		"https://example.org/1", "src/main/2", "UNIS/CP/685", "FCTC/COP/4/4", "A/58/4/5/6", "A/58/(4",
		"E/CN.7/2019/CRP.13-E/CN.15/2019/CRP.9", "A/58/4, para. 3", "ABC/12", "E/CN.7", "TD/B/C.1", "A/AC.105/C.1",
	} {
		if got, err := un.ParseSymbol(in); !errors.Is(err, un.ErrNotSymbol) {
			t.Errorf("ParseSymbol(%q) = %q, %v; want ErrNotSymbol", in, got, err)
		}
	}
}

func TestSymbolFamily(t *testing.T) {
	for _, tt := range []struct{ in, parent, base, relation string }{
		{"CAC/COSP/EG.1/2013/2/Corr.1", "CAC/COSP/EG.1/2013/2", "CAC/COSP/EG.1/2013/2", "corrects"},
		{"E/CN.7/514/Add.3/Rev.1", "E/CN.7/514/Add.3", "E/CN.7/514", "revises"},
		{"E/INCB/1989/2/Supp.2", "E/INCB/1989/2", "E/INCB/1989/2", "supplements"},
		{"A/76/6(Sect.3)/Corr.1", "A/76/6(Sect.3)", "A/76/6(Sect.3)", "corrects"},
		{"A/CONF.151/26/Rev.1(Vol.I)", "A/CONF.151/26", "A/CONF.151/26", "revises"},
		{"A/58/4*", "", "A/58/4", ""},
	} {
		s, err := un.ParseSymbol(tt.in)
		if err != nil {
			t.Fatal(err)
		}
		if s.Parent().String() != tt.parent || s.Base().String() != tt.base || s.Relation() != tt.relation {
			t.Errorf("%s: parent %q, base %q, relation %q; want %+v", tt.in, s.Parent(), s.Base(), s.Relation(), tt)
		}
	}
}

func TestSymbolPrefixes(t *testing.T) {
	for in, want := range map[string][]string{
		"CAC/COSP/EG.1/2013/2/Corr.1": {"CAC/COSP", "CAC/COSP/EG.1", "CAC/COSP/EG.1/2013", "CAC/COSP/EG.1/2013/2", "CAC/COSP/EG.1/2013/2/Corr.1"},
		"A/RES/79/1":                  {"A", "A/RES", "A/RES/79", "A/RES/79/1"},
		"S/RES/2803(2025)":            {"S", "S/RES", "S/RES/2803(2025)"},
		"A/81/6(Sect.29B)":            {"A", "A/81", "A/81/6", "A/81/6(Sect.29B)"},
		"IDB.49/1":                    {"IDB", "IDB.49", "IDB.49/1"},
		"E/NL.1993/52-53":             {"E", "E/NL", "E/NL.1993", "E/NL.1993/52-53"},
	} {
		s, err := un.ParseSymbol(in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, s.Prefixes()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", in, diff)
		}
	}
	if got := (un.Symbol{}).Prefixes(); got != nil {
		t.Errorf("the zero symbol has prefixes %q", got)
	}
}

func TestSymbolJSON(t *testing.T) {
	s, err := un.ParseSymbol("A/RES/69/250 *")
	if err != nil {
		t.Fatal(err)
	}
	doc := un.Document{ID: s.String(), Symbols: []un.Symbol{s, {}}}
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":"A/RES/69/250","symbols":["A/RES/69/250*",""]}`; string(data) != want {
		t.Errorf("JSON is %s, want %s", data, want)
	}
	var back un.Document
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(doc, back); diff != "" {
		t.Errorf("round trip (-want +got):\n%s", diff)
	}
	for _, text := range []string{"CU 2013/175", "CU 2012 115 A", "CU 2020/ (C)"} {
		note := un.Identify(text).Symbol
		data, err := json.Marshal(note)
		if err != nil {
			t.Fatal(err)
		}
		var back un.Symbol
		if err := json.Unmarshal(data, &back); err != nil || !back.Equal(note) {
			t.Errorf("note verbale %s read back as %q, %v", data, back, err)
		}
	}
	if err := json.Unmarshal([]byte(`"no symbol"`), &s); !errors.Is(err, un.ErrNotSymbol) {
		t.Errorf("a string that is no symbol gives %v, want ErrNotSymbol", err)
	}
}

func TestSymbolKey(t *testing.T) {
	for _, group := range [][]string{
		{"CAC/COSP/2013/INF/1", "cac/cosp/2013/inf.1", "CAC/COSP/2013/INF/1*"},
		{"A/CONF.184/BP/16", "A/CONF.184/BP.16"},
		{"A/54/20/CORR.1", "A/54/20/Corr.1"},
		{"S/RES/1373 (2001)", "S/RES/1373(2001)"},
		{"TD/OLIVE OIL.10/L.1", "td/olive oil.10/L.1"},
	} {
		first, err := un.ParseSymbol(group[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, other := range group[1:] {
			s, err := un.ParseSymbol(other)
			if err != nil || s.Key() != first.Key() {
				t.Errorf("key of %q is %q, %v; want %q", other, s.Key(), err, first.Key())
			}
		}
	}
	number, _ := un.ParseSymbol("CAC/COSP/2013/1")
	paper, _ := un.ParseSymbol("CAC/COSP/2013/CRP.1")
	if number.Key() == paper.Key() {
		t.Error("a conference room paper has the key of the document with its number")
	}
}

func FuzzParseSymbol(f *testing.F) {
	for _, seed := range []string{
		"CAC/COSP/EG.1/2013/2/Corr.1", "A/RES/377 (V) A", "TD/OLIVE OIL.10/L.1/Add.1", "E/NL.1993/52-53", "IDB.49/1",
		"A/CONF.151/26/Rev.1 (Vol. I)", "CCPR/C/134/D/3249/2018", "UNEP/CBD/BS/WG-L&R/4/1/Add.1", "A/76/6 (Sect. 3)/Corr.1*",
		"S/RES/1723(2006)", "E/INCB/19/Corr.", "A/40/20.Supp.", "А／５８／4", "CAC/COSP/IRG/I/3/1/Add.14", "E/ICEF/2025/P/L.3",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		un.Identify(in)
		s, err := un.ParseSymbol(in)
		if err != nil {
			return
		}
		again, err := un.ParseSymbol(s.String() + s.Reissue)
		if err != nil {
			t.Fatalf("%q printed as %q does not parse: %v", in, s, err)
		}
		if !again.Equal(s) || again.Key() != s.Key() || again.MeetingID() != s.MeetingID() {
			t.Fatalf("%q printed as %q parses as %q", in, s, again)
		}
		if diff := cmp.Diff(partsOf(s), partsOf(again), cmp.AllowUnexported(parts{})); diff != "" {
			t.Fatalf("%q printed as %q (-first +again):\n%s", in, s, diff)
		}
		chain := s.Prefixes()
		if chain[len(chain)-1] != s.String() {
			t.Fatalf("the chain of %q ends with %q", s, chain[len(chain)-1])
		}
		if len(s.Modifiers) > 0 && s.Parent().IsZero() {
			t.Fatalf("%q has no parent", s)
		}
	})
}
