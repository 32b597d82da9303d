package un_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/un"
)

func TestTypeOfSymbol(t *testing.T) {
	for _, tt := range []struct {
		symbol  string
		content un.Type
		flags   []un.Type
	}{
		{"A/58/4", "", nil},
		{"A/79/PV.1", un.TypeVerbatimRecord, nil},
		{"A/C.4/64/SR.22/Corr.1", un.TypeSummaryRecord, []un.Type{un.TypeCorrigendum}},
		{"A/RES/79/1", un.TypeResolution, nil},
		{"S/PRST/2003/5", un.TypePresidentialStatement, nil},
		{"CAC/COSP/WG.4/2011/CRP.1", un.TypeConferenceRoomPaper, nil},
		{"E/CN.6/2025/NGO/40", un.TypeNGOStatement, nil},
		{"CAC/COSP/2013/INF/1", un.TypeInformationNote, nil},
		{"A/CONF.184/BP/16", un.TypeBackgroundDocument, nil},
		{"A/CN.9/WG.II/WP.200", un.TypeWorkingPaper, nil},
		{"A/HRC/59/L.3/Rev.1", "", []un.Type{un.TypeRevision}},
		{"E/CN.7/514/Add.3/Rev.1/Corr.2", "", []un.Type{un.TypeCorrigendum, un.TypeAddendum, un.TypeRevision}},
		{"CAC/COSP/IRG/I/3/1/Add.14", un.TypeExecutiveSummary, nil},
		{"CAC/COSP/IRG/2016/9/Add.1", "", []un.Type{un.TypeAddendum}},
		{"ECE/TRANS/WP.29/1150", "", nil},
		{"CU 2013/175", un.TypeNoteVerbale, nil},
	} {
		content, flags := un.TypeOfSymbol(un.Identify(tt.symbol).Symbol)
		if content != tt.content || !cmp.Equal(flags, tt.flags) {
			t.Errorf("%s is %q with %q, want %q with %q", tt.symbol, content, flags, tt.content, tt.flags)
		}
	}
}

// TestLabels wants every type, kind and language named in the six languages, no
// two types alike in any of them.
func TestLabels(t *testing.T) {
	for _, lang := range un.Languages() {
		seen := map[string]un.Type{}
		for _, typ := range un.Types() {
			label := typ.Label(lang)
			if label == "" || label == string(typ) {
				t.Errorf("type %s has no label in %s", typ, lang)
			}
			if other, taken := seen[label]; taken {
				t.Errorf("types %s and %s are both %q in %s", typ, other, label, lang)
			}
			seen[label] = typ
		}
		for _, kind := range un.Kinds() {
			if kind.Label(lang) == "" || kind.Label(lang) == string(kind) {
				t.Errorf("kind %s has no label in %s", kind, lang)
			}
		}
		for _, code := range append(un.Languages(), "und") {
			if un.LanguageLabel(code, lang) == code {
				t.Errorf("language %s has no label in %s", code, lang)
			}
		}
	}
	for _, tt := range []struct{ got, want string }{
		{un.TypeReportOfMeeting.Label("en"), "Report of the meeting"},
		{un.TypeReportOfMeeting.Label("de"), "Report of the meeting"},
		{un.TypeReportOfMeeting.Label(""), "Report of the meeting"},
		{un.TypeReportOfMeeting.Label("zh-Hans"), "会议报告"},
		{un.Type("odd").Label("en"), "odd"},
		{un.GoodPractice.Label("ru"), "Успешный вид практики"},
		{un.LanguageLabel("fr", "en"), "French"},
		{un.LanguageLabel("xx", "en"), "xx"},
	} {
		if tt.got != tt.want {
			t.Errorf("label %q, want %q", tt.got, tt.want)
		}
	}
}

func TestTypesOrder(t *testing.T) {
	all := un.Types()
	if len(all) != 35 {
		t.Errorf("%d types, want 35", len(all))
	}
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(all) {
		t.Error("a type is listed twice")
	}
	for i, typ := range all {
		if typ.IsFlag() != (i >= len(all)-3) {
			t.Errorf("%s stands at %d: flags come last", typ, i)
		}
	}
}
