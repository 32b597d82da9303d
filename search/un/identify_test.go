package un_test

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/corpus"
	"travaux/search/un"
)

// TestIdentifyTable holds Identify against the table of real strings, all
// columns of all rows.
func TestIdentifyTable(t *testing.T) {
	f, err := os.Open(corpus.Path(t, "domain", "symbols.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Scan()
	columns := strings.Split(lines.Text(), "\t")
	rows := 0
	for lines.Scan() {
		row := map[string]string{}
		for i, v := range strings.Split(lines.Text(), "\t") {
			row[columns[i]] = v
		}
		rows++
		t.Run(row["id"], func(t *testing.T) {
			got := map[string]string{}
			want := map[string]string{}
			values := un.Identify(row["raw"]).Row()
			for i, name := range un.IdentityHeader() {
				got[name], want[name] = values[i], row[name]
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("Identify(%q) (-want +got):\n%s", row["raw"], diff)
			}
		})
	}
	if rows != 158 {
		t.Errorf("the table has %d rows, want 158", rows)
	}
}

// TestIdentify tries strings of every kind that the table does not have.
func TestIdentify(t *testing.T) {
	for _, tt := range []struct {
		in, kind, canonical, alias string
	}{
		{"A/79/885-S/2025/230", "double", "A/79/885", "S/2025/230"},
		{"A/80/62*−E/2025/12*", "double", "A/80/62", "E/2025/12"},
		{"E/2025/34 (Part II)-E/ICEF/2025/7 (Part II)", "double", "E/2025/34(PartII)", "E/ICEF/2025/7(PartII)"},
		{"E/CN.7/2019/CRP.13-E/CN.15/2019/CRP.9", "double", "E/CN.7/2019/CRP.13", "E/CN.15/2019/CRP.9"},
		{"A/58/1; A/58/2", "compound", "A/58/1", "A/58/2"},
		{"A/58/1, A/58/2", "compound", "A/58/1", "A/58/2"},
		{"A/58/38 and Add.1-3", "compound", "A/58/38", "A/58/38/Add.1;A/58/38/Add.2;A/58/38/Add.3"},
		{"A/64/440/Add.1 and 2", "compound", "A/64/440/Add.1", "A/64/440/Add.2"},
		{"E/CN.4/2001/3 и Corr.1", "compound", "E/CN.4/2001/3", "E/CN.4/2001/3/Corr.1"},
		{"A/64/115, 174 et Corr.1", "compound", "A/64/115", "A/64/174;A/64/174/Corr.1"},
		{"A/64/440, Corr.1 and 2 and Add.1", "compound", "A/64/440", "A/64/440/Corr.1;A/64/440/Corr.2;A/64/440/Add.1"},
		{"A/64/440 وCorr.1", "compound", "A/64/440", "A/64/440/Corr.1"},
		{"S_RES_2772 (2025).en.pdf", "file", "S/RES/2772(2025)", ""},
		{"A_81_6 (SECT. 29B).pdf", "file", "A/81/6(Sect.29B)", ""},
		{"E_2016_30&E_CN.15_2016_13-EN.pdf", "file", "E/2016/30", "E/CN.15/2016/13"},
		{"A_RES_69_250!-EN.pdf", "file", "A/RES/69/250", ""},
		{"CU 2022/ (A)", "nv", "CU 2022/?(A)", ""},
		{"General Assembly resolution 55/25", "ref", "A/RES/55/25", ""},
		{"Human Rights Council resolution 59/25", "ref", "A/HRC/RES/59/25", ""},
		{"resolution 1373 (2001)", "ref", "S/RES/1373(2001)", ""},
		{"resolution 217 A (III)", "ref", "A/RES/217(III)A", ""},
		{"ECOSOC resolution 1992/1", "ref", "E/RES/1992/1", ""},
		{"UNGA resolution 58/4", "ref", "A/RES/58/4", ""},
		{"UNSC resolution 1373 (2001)", "ref", "S/RES/1373(2001)", ""},
		{"résolution 58/4", "ref", "A/RES/58/4", ""},
		{"第58/4号决议", "ref", "A/RES/58/4", ""},
		{"Conference resolution 4/2", "ref", "resolution 4/2", ""},
		{"decision 50/411", "ref", "decision 50/411", ""},
		{"11-37476* (E) 160611150611", "job", "11-37476", ""},
		{"B25-00147 (E)", "job", "B25-00147", ""},
		{"N0026547", "job", "00-26547", ""},
		{"V1501966", "job", "V.15-01966", ""},
		{"GE. 07-62500 (C)", "job", "GE.07-62500", ""},
		{"V1387654e.pdf", "job", "V.13-87654", ""},
		{"https://documents-dds-ny.un.org/doc/UNDOC/GEN/G04/306/83/pdf/G0430683.pdf?OpenElement", "job", "GE.04-30683", ""},
		{"https://undocs.org/en/A/RES/79/1", "symbol", "A/RES/79/1", ""},
		{"https://docs.un.org/S/RES/1540(2004)", "symbol", "S/RES/1540(2004)", ""},
		{"docs.un.org/fr/CAC/COSP/EG.1/2013/2/Corr.1", "symbol", "CAC/COSP/EG.1/2013/2/Corr.1", ""},
		{"http://daccess-ods.un.org/access.nsf/Get?Open&DS=A/58/99&Lang=E", "symbol", "A/58/99", ""},
		{"https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F79%2F1&Language=E", "symbol", "A/RES/79/1", ""},
		{"GA/AB/4252", "press", "GA/AB/4252", ""},
		{"CDIP/19/3", "foreign", "CDIP/19/3", ""},
		{"C.278.M.168.1936.XI", "legacy", "C.278.M.168.1936.XI", ""},
		{"CAC/COSP/EG.1/2013", "series", "CAC/COSP/EG.1/2013", ""},
		{"https://example.org/about", "reject", "", ""},
		{"JIU_NOTE_2022_1_Rev.1(review).en.pdf", "reject", "", ""},
		{"afghanistan2014.pdf", "reject", "", ""},
		{"U.S. 1990", "reject", "", ""},
		{"women and peace", "reject", "", ""},
		{"25-26 November 2013", "reject", "", ""},
		{"", "reject", "", ""},
		{strings.Repeat("A/1 ", 1000), "reject", "", ""},
	} {
		id := un.Identify(tt.in)
		if got := string(id.Kind); got != tt.kind || id.Canonical != tt.canonical || strings.Join(id.Alias, ";") != tt.alias {
			t.Errorf("Identify(%q) is %s %q %q, want %s %q %q", tt.in, got, id.Canonical, id.Alias, tt.kind, tt.canonical, tt.alias)
		}
	}
	if id := un.Identify("UNODC/CN.5/2018/4"); !id.Symbol.Unknown || id.Kind != un.IsSymbol {
		t.Errorf("a series no table lists is %+v, want a symbol flagged unknown", id)
	}
}
