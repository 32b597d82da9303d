package masthead_test

import (
	"testing"

	"travaux/indexer/masthead"
)

// The session of a document whose symbol has none is that of its session line, in
// all forms and languages.
func TestParseSession(t *testing.T) {
	tests := []struct {
		want  string
		lines []string
	}{
		{"79", []string{
			"Seventy-ninth session", "Resumed seventy-ninth session", "Seventy-ninth session (resumed)", "Reconvened seventy-ninth session", "First resumed seventy-ninth session", "Continued resumed seventy-ninth session",
			"Soixante-dix-neuvième session", "Reprise de la soixante-dix-neuvième session", "Soixante-dix-neuvième session (reprise)", "Septuagésimo noveno período de sesiones", "Continuación del septuagésimo noveno período de sesiones",
			"Septuagésimo noveno período de sesiones (continuación)", "79º período de sesiones", "79e session", "79ª sesión", "Семьдесят девятая сессия", "Возобновленная семьдесят девятая сессия", "Семьдесят девятая сессия (возобновленная)",
			"الدورة التاسعة والسبعون", "الدورة التاسعة والسبعون المستأنفة", "الدورة المستأنفة التاسعة والسبعون", "第七十九届会议", "第七十九届会议续会", "第七十九届续会",
		}},
		{"ES-10", []string{
			"Tenth emergency special session", "Resumed tenth emergency special session", "Dixième session extraordinaire d’urgence", "Reprise de la dixième session extraordinaire d’urgence", "Décimo período extraordinario de sesiones de emergencia",
			"Десятая чрезвычайная специальная сессия", "Возобновленная десятая чрезвычайная специальная сессия", "الدورة الاستثنائية الطارئة العاشرة", "الدورة الاستثنائية الطارئة العاشرة المستأنفة", "第十届紧急特别会议",
		}},
		{"S-32", []string{
			"Thirty-second special session", "Trente-deuxième session extraordinaire", "Trigésimo segundo período extraordinario de sesiones", "Тридцать вторая специальная сессия", "الدورة الاستثنائية الثانية والثلاثون", "第三十二届特别会议",
		}},
		{"2025", []string{
			"2025 session", "2025 resumed session", "Annual session 2025", "Annual session of 2025", "First regular session 2025", "Second regular session of 2025", "Substantive session of 2025", "Organizational session for 2025",
			"Session de 2025", "Session annuelle de 2025", "Première session ordinaire de 2025", "Session de fond de 2025", "Session d’organisation de 2025", "Reprise de la session de 2025", "Période de sessions de 2025",
			"Período de sesiones de 2025", "Período de sesiones anual de 2025", "Primer período ordinario de sesiones de 2025", "Segundo período ordinario de sesiones de 2025", "Período de sesiones sustantivo de 2025", "Período de sesiones de organización de 2025",
			"Сессия 2025 года", "Ежегодная сессия 2025 года", "Первая очередная сессия 2025 года", "Основная сессия 2025 года", "Возобновленная сессия 2025 года", "Организационная сессия 2025 года",
			"دورة عام 2025", "دورة عام ٢٠٢٥", "الدورة السنوية لعام 2025", "الدورة العادية الأولى لعام 2025", "الدورة الموضوعية لعام 2025", "الدورة التنظيمية لعام 2025",
			"2025年届会", "2025年会议", "2025年年度会议", "2025年年会", "2025年第一届常会", "2025年实质性会议", "2025年组织会议", "2025年届会续会",
		}},
		{"80", []string{"Eightieth year", "Quatre-vingtième année", "Octogésimo año", "Восьмидесятый год", "السنة الثمانون", "第八十年"}},
	}
	for _, tt := range tests {
		for _, in := range tt.lines {
			m := masthead.Parse(flat("United Nations", "A/AC.105/2041", "Distr.: General", "1 March 2031", "Original: English", "Committee on Trees", in, "Lima, 2–6 June 2031", "Trees of the plains"))
			if m.Session != tt.want {
				t.Errorf("%s: session %q, want %q", in, m.Session, tt.want)
			}
		}
	}
}
