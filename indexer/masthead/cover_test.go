package masthead_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// Covers of Official Records have no block of distribution and date.
func TestParseOfficialRecords(t *testing.T) {
	type want struct{ Symbols, Body, Title, Types, Place, Start, End string }
	const symbols = "E/2031/28 | E/CN.7/2031/11"
	tests := []struct {
		name string
		in   [][]string
		want want
	}{
		{
			"english, the dates on two lines",
			[][]string{{"E/2031/28"}, {"E/CN.7/2031/11"}, {"United Nations"}, {"Commission on Trees"}, {"Report on the sixtieth session"}, {"(2 December 2030 and"}, {"13-17 March 2031)"}, {"Economic and Social Council"}, {"Official Records, 2031"}, {"Supplement No. 8"}, {"E/2031/28"}, {"E/CN.7/2031/11"}, {"Note"}, {"Symbols of United Nations documents are composed of letters combined with figures."}},
			want{symbols, "Commission on Trees", "Report on the sixtieth session", "report_of_meeting", "", "2030-12-02", "2031-03-17"},
		},
		{
			"english, the name on three lines of one run",
			[][]string{{"E/2031/28"}, {"E/CN.7/2031/11"}, {"United Nations"}, {"Commission on Trees", "in Towns and", "Villages", "Report on the sixtieth session", "(2 December 2030,", "13 March 2031 and", "6 May 2031)"}, {"Economic and Social Council"}, {"Official Records, 2031"}},
			want{symbols, "Commission on Trees in Towns and Villages", "Report on the sixtieth session", "report_of_meeting", "", "2030-12-02", "2031-05-06"},
		},
		{
			"english, the organ above",
			[][]string{{"E/2031/28", "E/CN.7/2031/11"}, {"United Nations"}, {"Economic and Social Council"}, {"Official Records, 2031"}, {"Supplement No. 8"}, {"Commission on Trees"}, {"Report on the sixtieth session"}, {"(13–17 March 2031)"}},
			want{symbols, "Commission on Trees", "Report on the sixtieth session", "report_of_meeting", "", "2031-03-13", "2031-03-17"},
		},
		{
			"english, in capitals, not of a session",
			[][]string{{"E/INCB/2031/1"}, {"INTERNATIONAL TREE CONTROL BOARD"}, {"Report of the International Tree Control Board for 2031", "United Nations • New York, 2032"}, {"UNITED NATIONS"}},
			want{"E/INCB/2031/1", "INTERNATIONAL TREE CONTROL BOARD", "Report of the International Tree Control Board for 2031", "", "", "", ""},
		},
		{
			"french",
			[][]string{{"E/2031/28"}, {"E/CN.7/2031/11"}, {"Nations Unies"}, {"Commission des arbres"}, {"Rapport sur les travaux de la soixantième session"}, {"(2 décembre 2030 et"}, {"13-17 mars 2031)"}, {"Conseil économique et social"}, {"Documents officiels, 2031"}, {"Supplément no 8"}},
			want{symbols, "Commission des arbres", "Rapport sur les travaux de la soixantième session", "report_of_meeting", "", "2030-12-02", "2031-03-17"},
		},
		{
			"spanish",
			[][]string{{"E/2031/28"}, {"E/CN.7/2031/11"}, {"Naciones Unidas"}, {"Comisión de Árboles"}, {"Informe sobre el 60º período de sesiones"}, {"(2 de diciembre de 2030 y"}, {"13 a 17 de marzo de 2031)"}, {"Consejo Económico y Social"}, {"Documentos Oficiales, 2031"}, {"Suplemento núm. 8"}},
			want{symbols, "Comisión de Árboles", "Informe sobre el 60º período de sesiones", "report_of_meeting", "", "2030-12-02", "2031-03-17"},
		},
		{
			"russian",
			[][]string{{"E/2031/28"}, {"E/CN.7/2031/11"}, {"Организация Объединенных Наций"}, {"Комиссия по деревьям"}, {"Доклад о работе шестидесятой сессии"}, {"(2 декабря 2030 года и"}, {"13–17 марта 2031 года)"}, {"Экономический и Социальный Совет"}, {"Официальные отчеты, 2031 год"}, {"Дополнение № 8"}},
			want{symbols, "Комиссия по деревьям", "Доклад о работе шестидесятой сессии", "report_of_meeting", "", "2030-12-02", "2031-03-17"},
		},
		{
			"arabic",
			[][]string{{"E/2031/28"}, {"E/CN.7/2031/11"}, {"الأمم المتحدة"}, {"لجنة الأشجار"}, {"تقرير عن أعمال الدورة الستين"}, {"(13-17 آذار/مارس 2031)"}, {"المجلس الاقتصادي والاجتماعي"}, {"الوثائق الرسمية، 2031"}, {"الملحق رقم 8"}},
			want{symbols, "لجنة الأشجار", "تقرير عن أعمال الدورة الستين", "report_of_meeting", "", "2031-03-13", "2031-03-17"},
		},
		{
			"chinese",
			[][]string{{"E/2031/28"}, {"E/CN.7/2031/11"}, {"联合国"}, {"树木委员会"}, {"第六十届会议报告"}, {"(2030年12月2日和2031年3月13日至17日)"}, {"经济及社会理事会"}, {"正式记录，2031年"}, {"补编第8号"}},
			want{symbols, "树木委员会", "第六十届会议报告", "report_of_meeting", "", "2030-12-02", "2031-03-17"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for name, in := range map[string]*layout.Content{"runs": paragraphs(tt.in...), "lines": flat(slices.Concat(tt.in...)...)} {
				f := factsOf(masthead.Parse(in))
				got := want{f.Symbols, f.Body, f.Title, f.Types, f.Place, string(f.Start), string(f.End)}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("%s: %s", name, diff)
				}
			}
		})
	}
}
