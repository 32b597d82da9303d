package masthead_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/masthead"
	"travaux/search/un"
)

func TestTypeOf(t *testing.T) {
	tests := []struct {
		name          string
		symbol        string
		title, origin string
		want          []un.Type
		wantOrigin    un.Type
	}{
		{name: "nothing known"},
		{name: "note verbale series", symbol: "CU 2013/175", title: "Invitation to the meeting", want: []un.Type{"note_verbale"}},
		{name: "title tells, origin kept apart", title: "Progress report on the implementation of the mandates of the meeting", origin: "Background document prepared by the Secretariat", want: []un.Type{"progress_report"}, wantOrigin: "background_document"},
		{name: "origin alone", title: "Preparations for the congress", origin: "Note by the Secretariat", want: []un.Type{"note_by_secretariat"}, wantOrigin: "note_by_secretariat"},
		{name: "origin inside the title of a page row", title: "Progress report on the mandates: Background document prepared by the Secretariat", want: []un.Type{"progress_report"}},
		{name: "corrigendum keeps the parent's type", symbol: "CAC/COSP/EG.1/2013/2/Corr.1", title: "Progress report on the mandates", want: []un.Type{"progress_report", "corrigendum"}},
		{name: "flags in their order", symbol: "E/CN.7/514/Add.3/Rev.1/Corr.2", want: []un.Type{"corrigendum", "addendum", "revision"}},
		{name: "flag of a title without a symbol", title: "Corrigendum", want: []un.Type{"corrigendum"}},
		{name: "a symbol without modifiers has no flag", symbol: "A/79/7", title: "Addendum", want: nil},
		{name: "revised estimates are no revision", symbol: "A/79/7", title: "Revised estimates", want: nil},
		{name: "limited series with a draft resolution", symbol: "A/79/L.3", title: "Albania and Austria: revised draft resolution", want: []un.Type{"draft_resolution"}},
		{name: "draft report", symbol: "CTOC/COP/2010/L.1", title: "Draft report", want: []un.Type{"draft_report"}},
		{name: "participants", symbol: "CAC/COSP/2013/INF.2", title: "Final list of participants", want: []un.Type{"list_of_participants"}},
		{name: "conference room paper", symbol: "CAC/COSP/2013/CRP.2", title: "Digest of good practices", want: []un.Type{"conference_room_paper"}},
		{name: "review summary", symbol: "CAC/COSP/IRG/I/3/1/Add.14", want: []un.Type{"executive_summary"}},
		{name: "agenda en", title: "Annotated provisional agenda", want: []un.Type{"annotated_agenda"}},
		{name: "agenda fr in capitals", title: "ORDRE DU JOUR PROVISOIRE ANNOTÉ", want: []un.Type{"annotated_agenda"}},
		{name: "agenda es", title: "Programa provisional anotado", want: []un.Type{"annotated_agenda"}},
		{name: "agenda ru", title: "Аннотированная предварительная повестка дня", want: []un.Type{"annotated_agenda"}},
		{name: "agenda ar", title: "جدول الأعمال المؤقت المشروح", want: []un.Type{"annotated_agenda"}},
		{name: "agenda zh", title: "临时议程和说明", want: []un.Type{"annotated_agenda"}},
		{name: "report en", title: "Report of the Implementation Review Group on its sixth session, held in Vienna from 1 to 5 June 2015", want: []un.Type{"report_of_meeting"}},
		{name: "report fr", title: "Rapport de la Conférence sur les travaux de sa septième session, tenue à Vienne", want: []un.Type{"report_of_meeting"}},
		{name: "report es", title: "Informe de la Conferencia sobre su tercer período de sesiones, celebrado en Doha", want: []un.Type{"report_of_meeting"}},
		{name: "report ru", title: "Доклад Группы по обзору хода осуществления о работе ее седьмой сессии", want: []un.Type{"report_of_meeting"}},
		{name: "report ar", title: "تقرير المؤتمر عن أعمال دورته الأولى", want: []un.Type{"report_of_meeting"}},
		{name: "report zh", title: "缔约国会议第六届会议报告", want: []un.Type{"report_of_meeting"}},
		{name: "a report cited in a title decides nothing", title: "Implementation of the recommendations in the report of the Working Group on its third session"},
		{name: "origins ru", title: "Подготовка конгресса", origin: "Записка Секретариата", want: []un.Type{"note_by_secretariat"}, wantOrigin: "note_by_secretariat"},
		{name: "origins zh", title: "预防措施", origin: "秘书处编写的背景文件", want: []un.Type{"background_document"}, wantOrigin: "background_document"},
		{name: "origins ar", title: "تدابير المنع", origin: "تقرير الأمين العام", want: []un.Type{"report_of_sg"}, wantOrigin: "report_of_sg"},
		{name: "letter", title: "Letter dated 3 March 2020 from the Permanent Representative to the Secretary-General", want: []un.Type{"letter"}},
		{name: "letter zh", title: "2020年3月3日常驻代表给秘书长的信", want: []un.Type{"letter"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, origin := masthead.TypeOf(un.Identify(tt.symbol).Symbol, tt.title, tt.origin)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("types (-want +got):\n%s", diff)
			}
			if origin != tt.wantOrigin {
				t.Errorf("origin type %q, want %q", origin, tt.wantOrigin)
			}
		})
	}
}
