package masthead_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// Records of meetings tell the day and the place of their meeting each in their
// own way.
func TestParseRecord(t *testing.T) {
	type want struct{ Body, Title, Type, Date, Place, Day string }
	summary := func(un, organ, session, official, body, title string, held ...string) [][]string {
		return [][]string{
			{un},
			{organ, "Distr.", "GENERAL", "A/C.4/96/SR.22", "1 February 2042"},
			{"Original: English"},
			{session, official},
			{body},
			append([]string{title}, held...),
			{"1. Mr. Oak (Forest) said that trees should be planted by all of the States in all of their towns."},
		}
	}
	verbatim := func(organ, year, number, day, place, president string) [][]string {
		return [][]string{{"Provisional", organ, year, "S/PV.14616", number, day, place}, {president}}
	}
	tests := []struct {
		name string
		in   [][]string
		want want
	}{
		{
			"summary record",
			summary("United Nations", "General Assembly", "Ninety-sixth session", "Official Records", "Political Committee", "Summary record of the 22nd meeting", "Held at Headquarters, New York, on Tuesday, 3 November 2041, at 3 p.m."),
			want{"Political Committee", "Summary record of the 22nd meeting", "summary_record", "2042-02-01", "New York", "2041-11-03"},
		},
		{
			"summary record, the day on two lines",
			summary("United Nations", "General Assembly", "Ninety-sixth session", "Official Records", "Political Committee", "Summary record of the 22nd meeting", "Held at the Palais des Nations, Geneva, on Tuesday,", "3 November 2041, at 3 p.m."),
			want{"Political Committee", "Summary record of the 22nd meeting", "summary_record", "2042-02-01", "Geneva", "2041-11-03"},
		},
		{
			"summary record in french",
			summary("Nations Unies", "Assemblée générale", "Quatre-vingt-seizième session", "Documents officiels", "Commission politique", "Compte rendu analytique de la 22e séance", "Tenue au Siège, à New York, le mardi 3 novembre 2041, à 15 heures"),
			want{"Commission politique", "Compte rendu analytique de la 22e séance", "summary_record", "2042-02-01", "New York", "2041-11-03"},
		},
		{
			"summary record in french, at an office",
			summary("Nations Unies", "Assemblée générale", "Quatre-vingt-seizième session", "Documents officiels", "Commission politique", "Compte rendu analytique de la 22e séance", "Tenue à l’Office des Nations Unies à Vienne, le mardi 3 novembre 2041, à 15 heures"),
			want{"Commission politique", "Compte rendu analytique de la 22e séance", "summary_record", "2042-02-01", "Vienne", "2041-11-03"},
		},
		{
			"summary record in spanish",
			summary("Naciones Unidas", "Asamblea General", "Nonagésimo sexto período de sesiones", "Documentos Oficiales", "Comisión Política", "Acta resumida de la 22ª sesión", "Celebrada en la Sede, Nueva York, el martes 3 de noviembre de 2041 a las 15.00 horas"),
			want{"Comisión Política", "Acta resumida de la 22ª sesión", "summary_record", "2042-02-01", "Nueva York", "2041-11-03"},
		},
		{
			"summary record in spanish, the house alone",
			summary("Naciones Unidas", "Asamblea General", "Nonagésimo sexto período de sesiones", "Documentos Oficiales", "Comisión Política", "Acta resumida de la 22ª sesión", "Celebrada en la Sede el martes 3 de noviembre de 2041 a las 15.00 horas"),
			want{"Comisión Política", "Acta resumida de la 22ª sesión", "summary_record", "2042-02-01", "", "2041-11-03"},
		},
		{
			"summary record in russian",
			summary("Организация Объединенных Наций", "Генеральная Ассамблея", "Шестьдесят четвертая сессия", "Официальные отчеты", "Политический комитет", "Краткий отчет о 22-м заседании,", "состоявшемся в Центральных учреждениях, Нью-Йорк, во вторник, 3 ноября 2041 года, в 15 ч. 00 м."),
			want{"Политический комитет", "Краткий отчет о 22-м заседании", "summary_record", "2042-02-01", "Нью-Йорк", "2041-11-03"},
		},
		{
			"summary record in arabic",
			summary("الأمم المتحدة", "الجمعية العامة", "الدورة الرابعة والستون", "الوثائق الرسمية", "لجنة المسائل السياسية", "محضر موجز للجلسة الثانية والعشرين", "المعقودة في المقر، نيويورك، يوم الثلاثاء، 3 تشرين الثاني/نوفمبر 2041، الساعة 15:00"),
			want{"لجنة المسائل السياسية", "محضر موجز للجلسة الثانية والعشرين", "summary_record", "2042-02-01", "نيويورك", "2041-11-03"},
		},
		{
			"summary record in chinese",
			summary("联合国", "大会", "第六十四届会议", "正式记录", "政治委员会", "第22次会议简要记录", "2041年11月3日星期二下午3时在纽约总部举行"),
			want{"政治委员会", "第22次会议简要记录", "summary_record", "2042-02-01", "纽约", "2041-11-03"},
		},
		{
			"verbatim record",
			verbatim("Security Council", "Eighty-seventh year", "14616th meeting", "Monday, 26 September 2032, 10.30 a.m.", "New York", "President: Mr. Oak (Forest)"),
			want{"Security Council", "14616th meeting", "verbatim_record", "2032-09-26", "New York", "2032-09-26"},
		},
		{
			"verbatim record in french",
			verbatim("Conseil de sécurité", "Quatre-vingt-septième année", "14616e séance", "Lundi 26 septembre 2032, à 10 h 30", "New York", "Président : M. Chêne (Forêt)"),
			want{"Conseil de sécurité", "14616e séance", "verbatim_record", "2032-09-26", "New York", "2032-09-26"},
		},
		{
			"verbatim record in russian",
			verbatim("Совет Безопасности", "Восемьдесят седьмой год", "14616-е заседание", "Понедельник, 26 сентября 2032 года, 10 ч. 30 м.", "Нью-Йорк", "Председатель: г-н Дуб (Лес)"),
			want{"Совет Безопасности", "14616-е заседание", "verbatim_record", "2032-09-26", "Нью-Йорк", "2032-09-26"},
		},
		{
			"verbatim record without a place",
			verbatim("Security Council", "Eighty-seventh year", "14616th meeting", "Monday, 26 September 2032, 10.30 a.m.", "President: Mr. Oak (Forest)", "Agenda"),
			want{"Security Council", "14616th meeting", "verbatim_record", "2032-09-26", "", "2032-09-26"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for name, in := range map[string]*layout.Content{"runs": paragraphs(tt.in...), "lines": flat(slices.Concat(tt.in...)...)} {
				f := factsOf(masthead.Parse(in))
				if f.Start != f.End {
					t.Errorf("%s: from %s to %s, want one day", name, f.Start, f.End)
				}
				got := want{f.Body, f.Title, f.Types, string(f.Date), f.Place, string(f.Start)}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("%s: %s", name, diff)
				}
			}
		})
	}
}
