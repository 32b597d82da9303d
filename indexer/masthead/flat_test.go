package masthead_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// Layouts of text files and web pages, where only the words tell what a line
// is.
func TestParseFlat(t *testing.T) {
	type want struct{ Symbols, Distribution, Title, Types, Place, Start, Body string }
	tests := []struct {
		name  string
		lines []string
		want  want
	}{
		{
			"a report's title ends the names of bodies",
			[]string{
				"United Nations", "E/2031/30–E/CN.15/2031/15", "Economic and Social Council", "Distr.: General", "14 June 2031", "Original: English",
				"Commission on Crime Prevention", "Report on the fortieth session", "(7 December 2030 and 20–24 May 2031)",
				"Official Records, 2031", "Supplement No. 10", proseEN,
			},
			want{"E/2031/30 | E/CN.15/2031/15", "general", "Report on the fortieth session", "report_of_meeting", "", "2030-12-07", "Commission on Crime Prevention"},
		},
		{
			"the title of a report tells the meeting",
			[]string{
				"United Nations", "CAC/COSP/2031/17", "Conference of the Parties", "Distr.:", "General", "12 January 2032", "Original: English",
				"Report of the Conference on its fourteenth session, held in Lima, Peru, from 11 to 15 December 2031", proseEN,
			},
			want{"CAC/COSP/2031/17", "general", "Report of the Conference on its fourteenth session, held in Lima, Peru, from 11 to 15 December 2031", "report_of_meeting", "Lima, Peru", "2031-12-11", "Conference of the Parties"},
		},
		{
			"a resolution has the title below the line of its adoption",
			[]string{
				"United Nations", "A/RES/96/195", "General Assembly", "Distr.: General", "11 February 2042", "Ninety-sixth session", "Agenda item 108",
				"Resolution adopted by the General Assembly on 18 December 2041", "[on the report of the Third Committee (A/96/458)]",
				"96/195. Planting trees in towns", "The General Assembly,", "Recalling its resolutions 54/205 of 22 December 1999 and 55/61 of 4 December 2000,",
			},
			want{"A/RES/96/195", "general", "Planting trees in towns", "resolution", "", "", "General Assembly"},
		},
		{
			"a draft in spanish",
			[]string{
				"Naciones Unidas", "CAC/COSP/2031/L.4/Rev.1", "Conferencia de las Partes", "Distr. limitada", "16 de diciembre de 2031", "Español", "Original: inglés",
				"Noveno período de sesiones", "Lima (Perú), 13 a 17 de diciembre de 2031", "Tema 4 del programa", "Recuperación de árboles",
				"Chile: proyecto de resolución revisado", "Fortalecimiento de la plantación de árboles", "La Conferencia de las Partes en el Convenio,", "Recordando el artículo 51,",
			},
			want{"CAC/COSP/2031/L.4/Rev.1", "limited", "Fortalecimiento de la plantación de árboles", "draft_resolution revision", "Lima (Perú)", "2031-12-13", "Conferencia de las Partes"},
		},
		{
			"a draft in chinese",
			[]string{
				"联合国", "CAC/COSP/2031/L.4", "缔约方会议", "Distr.: Limited", "16 December 2031", "Chinese", "Original: English", "第九届会议",
				"智利：决议草案", "加强植树工作", "缔约方会议，", "回顾公约第五十一条，",
			},
			want{"CAC/COSP/2031/L.4", "limited", "加强植树工作", "draft_resolution", "", "", "缔约方会议"},
		},
		{
			"an arabic title ends at the first heading",
			[]string{
				"الأمم المتحدة", "CTOC/COP/WG.3/2031/2", "مؤتمر الأطراف", "Distr.: General", "22 March 2031", "Arabic", "Original: English", "الاجتماع التاسع",
				"أدوات التعاون الدولي", "مقدمة", proseAR,
			},
			want{"CTOC/COP/WG.3/2031/2", "general", "أدوات التعاون الدولي", "", "", "", "مؤتمر الأطراف"},
		},
		{
			"a summary record in french ends at the place",
			[]string{
				"Nations Unies", "E/CN.4/2031/SR.12", "Conseil économique et social", "Distr. générale", "27 mars 2031", "Français", "Original : anglais",
				"Commission des arbres", "Cinquante-neuvième session", "Compte rendu analytique de la 12e séance", "tenue au Palais, le lundi 24 mars 2031, à 15 heures", "Présidente : Mme Untel",
			},
			want{"E/CN.4/2031/SR.12", "general", "Compte rendu analytique de la 12e séance", "summary_record", "", "2031-03-24", "Commission des arbres"},
		},
		{
			"a letter in french, its annex in the language of submission",
			[]string{
				"Nations Unies", "S/2031/123", "Conseil de sécurité", "Distr. générale", "11 février 2031", "Français", "Original : anglais",
				"Lettre datée du 8 février 2031, adressée au Président du Conseil de sécurité par le Représentant permanent de la Forêt",
				"J’ai l’honneur de vous faire tenir ci-joint un texte.", "Annexe", "[Original : français]", "1. Le Gouvernement plante des arbres.",
			},
			want{"S/2031/123", "general", "Lettre datée du 8 février 2031, adressée au Président du Conseil de sécurité par le Représentant permanent de la Forêt", "letter", "", "", "Conseil de sécurité"},
		},
		{
			"a report in chinese tells the meeting in its title",
			[]string{
				"联合国", "CAC/COSP/IRG/2032/10", "缔约国会议", "Distr.: General", "4 July 2032", "Chinese", "Original: English", "审议组",
				"2032年6月13日至17日在维也纳举行的审议组第十三届会议报告", "一. 导言", proseZH,
			},
			want{"CAC/COSP/IRG/2032/10", "general", "2032年6月13日至17日在维也纳举行的审议组第十三届会议报告", "report_of_meeting", "维也纳", "2032-06-13", "审议组"},
		},
		{
			"the paper's origin is not its title",
			[]string{
				"Advance unedited version", "CAC/COSP/WG.2/2034/CRP.2", "3 June 2034", "English only", "Working Group on Trees", "Eighteenth meeting", "Vienna, 11-14 June 2034",
				"Agenda items 2, 3 and 4", "Draft guidelines on trees", "Conference room paper prepared by the Secretariat", "Summary", proseEN,
			},
			want{"CAC/COSP/WG.2/2034/CRP.2", "", "Draft guidelines on trees", "conference_room_paper", "Vienna", "2034-06-11", "Working Group on Trees"},
		},
		{
			"the title of a report in french ends at the first chapter",
			[]string{
				"Nations Unies", "E/ICEF/2031/7", "Conseil d'administration", "Distr. générale", "2 mai 2031", "Français", "Original : anglais", "Session de 2031",
				"Rapport du Directeur général sur l'état des travaux", "Chapitre premier : Introduction", proseFR,
			},
			want{"E/ICEF/2031/7", "general", "Rapport du Directeur général sur l'état des travaux", "progress_report", "", "", "Conseil d'administration"},
		},
		{
			"a note verbale with the initials of those who wrote it",
			[]string{"UNITED NATIONS OFFICE ON DRUGS AND CRIME", "Reference: CU 2031/175(A)/DTA/CEB", "The Secretariat presents its compliments and has the honour to inform the States of the date.", "15 August 2031"},
			want{Symbols: "CU 2031/175(A)", Types: "note_verbale"},
		},
		{
			"a scan's distribution",
			[]string{"UNITED NATIONS", "Dlstr,", "GENERAL", "E/CN.4/1998/65", "12 February 1998", "Original: ENGLISH", "Fifty-fourth session", "Situation of trees", proseEN},
			want{"E/CN.4/1998/65", "general", "Situation of trees", "", "", "", ""},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := factsOf(masthead.Parse(flat(tt.lines...)))
			got := want{f.Symbols, f.Distribution, f.Title, f.Types, f.Place, string(f.Start), f.Body}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A record takes up items of the agenda in its text; they are not the document's.
func TestParseRecordItem(t *testing.T) {
	m := masthead.Parse(flat("Naciones Unidas", "A/98/PV.4", "Asamblea General", "4ª sesión plenaria", "Martes 19 de septiembre de 2043, a las 9.00 horas", "Nueva York",
		"Presidente: Sr. Roble", "Se abre la sesión a las 9.00 horas.", "Tema 110 del programa", "Memoria sobre los árboles", "El Presidente: Tiene la palabra el Secretario General."))
	if m.AgendaItem != "" || m.Title != "4ª sesión plenaria" {
		t.Errorf("agenda item %q, title %q", m.AgendaItem, m.Title)
	}
}

// The name of the body that speaks may run over two lines.
func TestParseLongOpening(t *testing.T) {
	const opening, rest = "The Conference of the States Parties to the United Nations Convention against", "Corruption,"
	const title = "Planting trees in towns"
	placed := sheetOf([]layout.Line{
		at(123, 47, 14, "United Nations"), at(440, 40, 10, "CAC/COSP/2031/L.4"), at(123, 70, 20, "!Conference of the Parties"),
		at(397, 79, 10, "Distr.: Limited"), at(397, 90, 10, "4 July 2031"), at(397, 114, 10, "Original: English"),
		at(60, 204, 10, "!Fourteenth session"), at(60, 216, 10, "Lima, 30 June–2 July 2031"), at(60, 228, 10, "Agenda item 4"), at(60, 240, 10, "!Trees"),
		at(123, 270, 12, "!Peru: draft resolution"), at(123, 300, 14, "!Planting trees in towns"),
		at(147, 330, 10, opening), at(123, 342, 10, rest), at(147, 364, 10, "Recalling article 51 of the Convention,"), at(147, 386, 10, "1. Decides to plant a tree."),
	})
	lines := flat("United Nations", "CAC/COSP/2031/L.4", "Conference of the Parties", "Distr.: Limited", "4 July 2031", "Original: English", "Fourteenth session",
		"Lima, 30 June–2 July 2031", "Agenda item 4", "Trees", "Peru: draft resolution", "Planting trees in towns", opening, rest, "Recalling article 51 of the Convention,")
	for name, c := range map[string]*layout.Content{"placed": placed, "flat": lines} {
		if m := masthead.Parse(c); m.Title != title || m.AgendaTitle != "Trees" {
			t.Errorf("%s: title %q, agenda title %q", name, m.Title, m.AgendaTitle)
		}
	}
}
